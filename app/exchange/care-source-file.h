/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources from what is pasted or dropped, whatever it is. */

#pragma once

#include "care-source-draft.h"

G_BEGIN_DECLS

/* More than is pasted, and than a page has; a file of references may be as large. */
#define CARE_SOURCE_MAX_BYTES (16 * 1024 * 1024)

GPtrArray *care_source_pasted_read (const char *text, GError **error);
gboolean care_source_pasted_is_cited (const char *text);
GPtrArray *care_source_file_read (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
