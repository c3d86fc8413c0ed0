/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-changeset.h"

#include "care-store-error.h"

#include <glib/gi18n.h>

/**
 * care_changeset_begin:
 * @db: a connection in a transaction
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): a session that records what is changed in
 *   the tables of records, and nothing else, from now on.
 */
sqlite3_session *
care_changeset_begin (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_session) session = NULL;
  const CareKind *kinds;
  guint n_kinds;
  int code = sqlite3session_create (db, "main", &session);

  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds && code == SQLITE_OK; i++)
    code = sqlite3session_attach (session, kinds[i].name);
  if (code == SQLITE_OK)
    return g_steal_pointer (&session);
  care_database_set_error (db, code, error);
  return NULL;
}

/**
 * care_changeset_take:
 * @session: what has been recording
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): what was changed; empty if nothing was.
 */
GBytes *
care_changeset_take (sqlite3_session *session, GError **error)
{
  void *data = NULL;
  int length = 0;
  int code = sqlite3session_changeset (session, &length, &data);

  if (code != SQLITE_OK)
    {
      care_database_set_error (NULL, code, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) length, sqlite3_free, data);
}

static int
add_to_group (sqlite3_changegroup *group, GBytes *changeset)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);

  return length == 0 ? SQLITE_OK : sqlite3changegroup_add (group, (int) length, (void *) data);
}

/**
 * care_changeset_join:
 * @first: what was changed, which is sound
 * @second: and then
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): what both changed together; empty if the
 *   second took back the first.
 */
GBytes *
care_changeset_join (GBytes *first, GBytes *second, GError **error)
{
  sqlite3_changegroup *group = NULL;
  void *data = NULL;
  int length = 0;
  int code = sqlite3changegroup_new (&group);

  if (code == SQLITE_OK)
    code = add_to_group (group, first);
  if (code == SQLITE_OK)
    code = add_to_group (group, second);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &length, &data);
  sqlite3changegroup_delete (group);
  if (code == SQLITE_OK)
    return g_bytes_new_with_free_func (data, (gsize) length, sqlite3_free, data);
  care_database_set_error (NULL, code, error);
  return NULL;
}

static void
read_change (sqlite3_changeset_iter *iter, CareChange *change)
{
  sqlite3_value *value = NULL;
  const char *table;
  int n_columns;
  int operation;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return;
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  change->kind = care_kind_find (table);
  change->id = value == NULL ? 0 : sqlite3_value_int64 (value);
}

typedef struct
{
  sqlite3 *db;
  CareConflict conflict;
  gboolean found;
} Finding;

/* For foreign keys SQLite names no row; the one that names nothing is found here,
 * while the changes still stand. */
static void
find_loose_reference (sqlite3 *db, CareChange *change)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  const char *table;

  if (sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    return;
  table = (const char *) sqlite3_column_text (statement, 0);
  change->kind = table == NULL ? NULL : care_kind_find (table);
  change->id = sqlite3_column_int64 (statement, 1);
}

/* The first conflict is told, and the whole of it given up. */
static int
note_conflict (void *data, int reason, sqlite3_changeset_iter *iter)
{
  Finding *finding = data;

  if (finding->found)
    return SQLITE_CHANGESET_ABORT;
  finding->found = TRUE;
  finding->conflict.is_reference = reason == SQLITE_CHANGESET_FOREIGN_KEY;
  if (finding->conflict.is_reference)
    find_loose_reference (finding->db, &finding->conflict.change);
  else
    read_change (iter, &finding->conflict.change);
  return SQLITE_CHANGESET_ABORT;
}

/**
 * care_changeset_apply:
 * @db: a connection in a transaction
 * @changeset: what an act changed
 * @inverse: whether to change it back
 * @conflict: (out): what stands in the way, if the error is a conflict
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_CONFLICT if
 *   a record has been changed otherwise since
 *
 * Returns: %FALSE if nothing was changed.
 */
gboolean
care_changeset_apply (sqlite3 *db, GBytes *changeset, gboolean inverse, CareConflict *conflict, GError **error)
{
  Finding finding = { db, { { NULL, 0 }, FALSE }, FALSE };
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);
  int flags = inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0;
  int code;

  *conflict = finding.conflict;
  if (!care_changeset_is_sound (changeset))
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                   _ ("The history of the library is damaged; what it holds can still be read and changed"));
      return FALSE;
    }
  if (length == 0)
    return TRUE;
  code = sqlite3changeset_apply_v2 (db, (int) length, (void *) data, NULL, note_conflict, &finding, NULL, NULL,
                                    flags);
  if (code == SQLITE_OK)
    return TRUE;
  *conflict = finding.conflict;
  if (finding.found)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                 _ ("Something that it changed has been changed again since; undo that first"));
  else
    care_database_set_error (db, code, error);
  return FALSE;
}

/* A #GCompareFunc for #CareChange: by kind, then by id. */
int
care_change_compare (gconstpointer a, gconstpointer b)
{
  const CareChange *first = a;
  const CareChange *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

/* A #GHashFunc for #CareChange. */
guint
care_change_hash (gconstpointer change)
{
  return g_int64_hash (&((const CareChange *) change)->id);
}

/* A #GEqualFunc for #CareChange. */
gboolean
care_change_equal (gconstpointer a, gconstpointer b)
{
  return care_change_compare (a, b) == 0;
}
