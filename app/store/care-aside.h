/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records read in any thread, beside the live ones: each once, as it was then. What is found
 * out of them is thrown away, and made anew when the library has changed. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

typedef struct _CareAside CareAside;

CareAside *care_aside_new (CareLibrary *library, GCancellable *cancellable);
void care_aside_free (CareAside *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareAside, care_aside_free)

GPtrArray *care_aside_list (CareAside *self, const char *kind, guint most);
guint care_aside_count (CareAside *self, const char *kind);
CareRecord *care_aside_lookup (const char *kind, CareId id, gpointer data);
GPtrArray *care_aside_children (gpointer data, const char *kind, const char *field, CareId id);

G_END_DECLS
