/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQLite connection of a library: how it is opened, what SQLite's errors
 * mean to a person, and the SQL that follows from a kind. Only app/store/
 * includes this. */

#pragma once

#include "care-record.h"

#include <sqlite3.h>

G_BEGIN_DECLS

void care_database_close (sqlite3 *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, care_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

sqlite3 *care_database_open (const char *path, gboolean writable, gboolean create, GError **error);
sqlite3 *care_database_open_memory (guint8 *bytes, gsize size, GError **error);
gboolean care_database_copy (sqlite3 *db, const char *path, GError **error);
gboolean care_database_has_moved (sqlite3 *db);
gboolean care_database_exec (sqlite3 *db, const char *sql, GError **error);
gboolean care_database_get_int (sqlite3 *db, const char *sql, int *value, GError **error);
void care_database_set_deadline (sqlite3 *db, gint64 *deadline);
void care_database_set_large (sqlite3 *db, gboolean large);

/* care-database-error.c */
void care_database_set_error (sqlite3 *db, int code, GError **error);

/* care-table.c */
CareRecord *care_database_load (sqlite3 *db, const CareKind *kind, CareId id, GError **error);
CareRecord *care_database_load_readable (sqlite3 *db, const CareKind *kind, CareId id, GError **problem,
                                         GError **error);
char *care_database_read_value (sqlite3_value *value, const CareField *field);
GArray *care_database_list (sqlite3 *db, const CareKind *kind, GError **error);
GArray *care_database_list_children (sqlite3 *db, const CareKind *kind, const CareField *field, CareId id,
                                     GError **error);
gboolean care_database_delete (sqlite3 *db, const CareKind *kind, CareId id, GError **error);
gboolean care_database_insert (sqlite3 *db, CareRecord *record, GError **error);
gboolean care_database_update (sqlite3 *db, const CareKind *kind, CareId id, guint field, const char *value,
                               GError **error);

G_END_DECLS
