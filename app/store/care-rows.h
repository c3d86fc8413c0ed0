/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A few fields of all records of a kind, in any thread; no record becomes an object. */

#pragma once

#include "care-cell.h"
#include "care-library.h"

G_BEGIN_DECLS

/* @cells: one for each field that is read, valid during the call */
typedef void (*CareRowFunc) (CareId id, const CareCell *cells, gpointer data);

gboolean care_rows_read (CareLibrary *library, const char *kind, const char *const *fields, CareRowFunc func,
                         gpointer data, GCancellable *cancellable, GError **error);
void care_rows_done (CareLibrary *library);

G_END_DECLS
