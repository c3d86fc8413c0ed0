/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a new library of what can still be read of a damaged one. */

#include "care-library-private.h"

#include "care-file.h"
#include "care-reader.h"
#include "care-salvage-private.h"
#include "care-schema.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* Enough for a large library, and an end for one that was made to have none. */
#define LONGEST (60 * G_TIME_SPAN_SECOND)

#define HEADER_SIZE 100

/* What one way of reading the file gives. */
typedef struct
{
  GPtrArray *records;
  GPtrArray *lost;
  guint n_refused; /* of the lines in it: of what was found and made no sense */
} Salvage;

static void
salvage_free (Salvage *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->lost);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Salvage, salvage_free)

static gboolean
is_wanted (GHashTable *found, const char *kind, CareId id)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);

  return !g_hash_table_contains (found, key);
}

/* The catalogue names what the tables should have held. */
static void
name_lost (sqlite3 *db, Salvage *salvage)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;

  for (guint i = 0; i < salvage->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (salvage->records, i);

      g_hash_table_add (found, g_strdup_printf ("%s %" G_GINT64_FORMAT, care_record_get_kind (record)->name,
                                                care_record_get_id (record)));
    }
  if (sqlite3_prepare_v2 (db, "SELECT kind, record, title FROM catalogue NOT INDEXED", -1, &statement, NULL)
      != SQLITE_OK)
    return;
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const CareKind *kind = care_kind_find ((const char *) sqlite3_column_text (statement, 0));
      CareId id = sqlite3_column_int64 (statement, 1);
      const char *title = (const char *) sqlite3_column_text (statement, 2);
      g_autofree char *valid = g_utf8_make_valid (title == NULL ? "" : title, -1);

      if (kind != NULL && is_wanted (found, kind->name, id))
        g_ptr_array_add (salvage->lost, g_strdup_printf (_ ("%s “%s” (%" PRId64 ") is lost"),
                                                         _ (kind->label), valid, id));
    }
}

static Salvage *
read_all (sqlite3 *db)
{
  Salvage *salvage = g_new0 (Salvage, 1);
  gint64 deadline = g_get_monotonic_time () + LONGEST;
  const CareKind *kinds;
  guint n_kinds;

  salvage->records = g_ptr_array_new_with_free_func (g_object_unref);
  salvage->lost = g_ptr_array_new_with_free_func (g_free);
  care_database_set_deadline (db, &deadline);
  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    care_salvage_rows (db, &kinds[k], salvage->records, salvage->lost);
  salvage->n_refused = salvage->lost->len;
  name_lost (db, salvage);
  care_database_set_deadline (db, NULL);
  return salvage;
}

/* (transfer full): @bytes are copied, as SQLite keeps what it is given. */
static sqlite3 *
open_copy (const guint8 *bytes, gsize size, int mended_version, gboolean vacuumed)
{
  guint8 *copy = sqlite3_malloc64 (size);

  if (copy == NULL)
    return NULL;
  memcpy (copy, bytes, size);
  if (mended_version == 0 || care_salvage_mend_schema (copy, size, mended_version, vacuumed))
    return care_database_open_memory (copy, size, NULL);
  sqlite3_free (copy);
  return NULL;
}

/* Whether there is nothing wrong with what says which tables there are. */
static gboolean
has_schema (sqlite3 *db)
{
  int n = 0;

  return care_database_get_int (db, "SELECT count(*) FROM sqlite_schema", &n, NULL) && n > 0;
}

/* Rows of one table taken for those of another are many, but make little sense. */
static int
get_worth (const Salvage *salvage)
{
  return (int) salvage->records->len - (int) salvage->n_refused;
}

static void
keep_better (Salvage **best, Salvage *salvage)
{
  if (salvage != NULL && (*best == NULL || get_worth (salvage) > get_worth (*best)))
    {
      Salvage *worse = *best;

      *best = salvage;
      salvage = worse;
    }
  g_clear_pointer (&salvage, salvage_free);
}

/* The way that makes most sense; what the first page says of its version may be as
 * wrong as the rest of it, and the newest is the most likely. */
static Salvage *
read_best (const guint8 *bytes, gsize size)
{
  g_autoptr (sqlite3) db = open_copy (bytes, size, 0, FALSE);
  Salvage *best = NULL;

  if (db != NULL && has_schema (db))
    return read_all (db);
  for (int version = CARE_LIBRARY_VERSION; version >= 1; version--)
    for (int vacuumed = 0; vacuumed < 2; vacuumed++)
      {
        g_autoptr (sqlite3) mended = open_copy (bytes, size, version, vacuumed != 0);

        keep_better (&best, mended == NULL ? NULL : read_all (mended));
      }
  return best;
}

static guint8 *
read_bytes (const char *path, gsize *size, GError **error)
{
  g_autofree char *file = care_file_resolve (path, error);
  g_autoptr (GError) reason = NULL;
  guint8 *bytes;

  if (file == NULL)
    return NULL;
  if (care_library_is_written_here (file))
    {
      care_database_set_error (NULL, SQLITE_BUSY, error);
      return NULL;
    }
  bytes = care_reader_read (file, size, &reason);
  if (bytes != NULL)
    return bytes;
  if (g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED)
      || g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY))
    return care_reader_read_damaged (file, size, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static void
set_nothing_error (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
               _ ("Nothing can be read in “%s” any more; restore a backup"), name);
}

/**
 * care_library_salvage:
 * @path: a library that may be damaged; it is not changed
 * @new_path: of a file that is not there yet
 * @lost: (out) (transfer full) (element-type utf8): lines for a person, each of
 *   which says what is not in the new library
 * @error: return location for a #CareStoreError
 *
 * Makes a library of all records of @path that can still be read. What names a
 * record that is lost forgets it, or is lost as well where it cannot, so that the
 * new library is sound. It has no history.
 *
 * Returns: whether it was made.
 */
gboolean
care_library_salvage (const char *path, const char *new_path, GPtrArray **lost, GError **error)
{
  g_autoptr (Salvage) salvage = NULL;
  gsize size = 0;
  guint8 *bytes;

  if (!care_file_check_free (new_path, error))
    return FALSE;
  bytes = read_bytes (path, &size, error);
  if (bytes == NULL)
    return FALSE;
  salvage = size < HEADER_SIZE ? NULL : read_best (bytes, size);
  sqlite3_free (bytes);
  if (salvage != NULL)
    care_salvage_settle (salvage->records, salvage->lost);
  if (salvage == NULL || salvage->records->len == 0)
    {
      set_nothing_error (path, error);
      return FALSE;
    }
  if (!care_library_create (new_path, salvage->records, error))
    return FALSE;
  *lost = g_ptr_array_ref (salvage->lost);
  return TRUE;
}
