/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a library is listed and searched by: an entry for each record, derived
 * from the records and kept in step with them by every act. Only app/store/
 * includes this. */

#pragma once

#include "care-changeset.h"

G_BEGIN_DECLS

gboolean care_catalogue_update (sqlite3 *db, GArray *touched, GPtrArray *inserted, GPtrArray *rows, GError **error);
gboolean care_catalogue_mend (sqlite3 *db, GError **error);
gboolean care_catalogue_rebuild (sqlite3 *db, GError **error);
gboolean care_catalogue_verify (sqlite3 *db, GError **error);

/* care-catalogue-row.c */

/* What is in the file for one record now. */
typedef struct
{
  gint64 entry; /* 0: nothing */
  char *sort;
  char *title;
  char *text;
} CareCatalogueRow;

void care_catalogue_row_clear (CareCatalogueRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareCatalogueRow, care_catalogue_row_clear)

gboolean care_catalogue_row_read (sqlite3 *db, const CareChange *change, CareCatalogueRow *row, GError **error);
gboolean care_catalogue_row_insert (sqlite3 *db, const CareChange *change, CareRecord *record, GError **error);
gboolean care_catalogue_row_write (sqlite3 *db, const CareChange *change, CareRecord *record, gboolean depends,
                                   GError **error);

/* care-catalogue-entry.c */

/* What is to be found in the catalogue for one record. */
typedef struct
{
  char *sort;
  char *title;
  char *text;
  GArray *dependencies; /* of CareChange: whose words are in it */
} CareEntry;

CareEntry *care_entry_new (sqlite3 *db, CareRecord *record, GError **error);
void care_entry_free (CareEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareEntry, care_entry_free)

G_END_DECLS
