/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a salvage. Where @lost is an array, lines for a person are added to
 * it, each of which says what could not be kept. */

#pragma once

#include "care-database.h"

G_BEGIN_DECLS

/* care-salvage-rows.c: adds each record of @kind that can be read to @records. */
void care_salvage_rows (sqlite3 *db, const CareKind *kind, GPtrArray *records, GPtrArray *lost);

/* care-salvage-schema.c: puts the schema of an empty library into the place of what
 * is in @bytes; %FALSE if they cannot be a library. */
gboolean care_salvage_mend_schema (guint8 *bytes, gsize size, int version, gboolean vacuumed);

/* care-salvage-settle.c: leaves records that need nothing which is not there. */
void care_salvage_settle (GPtrArray *records, GPtrArray *lost);

G_END_DECLS
