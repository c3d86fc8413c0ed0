/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What records of a library are called, for files that people write: they say
 * "Labour" where the library has an id. */

#pragma once

#include "care-reference.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lists the records of a kind. (transfer none) */
typedef GListModel *(*CareListing) (const char *kind, gpointer data);

typedef struct _CareNames CareNames;

CareNames *care_names_new (CareLookup lookup, CareListing listing, gpointer data);
void care_names_free (CareNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareNames, care_names_free)

CareRecord *care_names_lookup (CareNames *self, const CareKind *kind, CareId id);
CareId care_names_find (CareNames *self, const CareKind *kind, const char *text, GError **error);

G_END_DECLS
