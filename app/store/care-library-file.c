/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a library: made, opened and verified. */

#define _GNU_SOURCE /* renameat2() */

#include "care-library-private.h"

#include "care-catalogue.h"
#include "care-migrations.h"
#include "care-reference.h"
#include "care-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The libraries that this process writes. Their files must not be opened a second
 * time: to close any descriptor of a file drops every lock that the process has
 * on it, and another program could then write over what was saved. */
static GSList *writers;

static void
set_exists_error (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS,
               _ ("There is a file “%s” already; choose another name"), name);
}

static gboolean
insert_all (sqlite3 *db, GPtrArray *records, GError **error)
{
  if (!care_database_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      if (!care_record_check (record, error) || !care_database_insert (db, record, error))
        return FALSE;
    }
  return care_catalogue_rebuild (db, error) && care_database_exec (db, "COMMIT", error);
}

static gboolean
fill_file (const char *path, GPtrArray *records, GError **error)
{
  g_autoptr (sqlite3) db = care_database_open (path, TRUE, TRUE, error);

  return db != NULL && care_migrations_run (db, error) && (records == NULL || insert_all (db, records, error));
}

/* Makes the name of a file as lasting as its contents. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Renames without ever replacing a file that has come to be there meanwhile. */
static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  int code = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;

  if ((code == EINVAL || code == ENOSYS) && !g_file_test (to, G_FILE_TEST_EXISTS))
    code = g_rename (from, to) == 0 ? 0 : errno;
  if (code == 0)
    {
      sync_folder (to);
      return TRUE;
    }
  if (code == EEXIST)
    set_exists_error (to, error);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("“%s” cannot be made: %s"), to,
                 g_strerror (code));
  return FALSE;
}

static void
remove_unfinished (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (journal);
  g_unlink (path);
}

static char *
make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".carebrief-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);
      return g_steal_pointer (&temporary);
    }
  if (errno == ENOENT || errno == ENOTDIR)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MISSING,
                 _ ("There is no folder “%s”; make it or choose another"), folder);
  else if (errno == ENOSPC || errno == EDQUOT)
    care_database_set_error (NULL, SQLITE_FULL, error);
  else
    care_database_set_error (NULL, SQLITE_CANTOPEN, error);
  return NULL;
}

/**
 * care_library_create:
 * @path: of a file that is not there yet
 * @records: (nullable) (element-type CareRecord): what it is to hold
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Makes a library beside @path and renames it, so that @path is either a whole
 * library or not there.
 *
 * Returns: whether it was made.
 */
gboolean
care_library_create (const char *path, GPtrArray *records, GError **error)
{
  g_autofree char *temporary = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_exists_error (path, error);
      return FALSE;
    }
  temporary = make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  if (fill_file (temporary, records, error) && move_into_place (temporary, path, error))
    return TRUE;
  remove_unfinished (temporary);
  return FALSE;
}

static gboolean
check_not_written_here (const char *path, GError **error)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return TRUE;
  for (GSList *l = writers; l != NULL; l = l->next)
    {
      CareLibrary *writer = l->data;

      if (writer->device != info.st_dev || writer->inode != info.st_ino)
        continue;
      care_database_set_error (NULL, SQLITE_BUSY, error);
      return FALSE;
    }
  return TRUE;
}

static void
forget_writer (gpointer data, GObject *library)
{
  writers = g_slist_remove (writers, library);
}

static void
remember_writer (CareLibrary *self)
{
  struct stat info;

  if (stat (self->path, &info) != 0)
    return;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  writers = g_slist_prepend (writers, self);
  g_object_weak_ref (G_OBJECT (self), forget_writer, NULL);
}

/* Before the schema of a library is changed, the file is kept as it was, beside it:
 * "mine.carebrief.version-1". One that is there already is from an earlier try. */
static gboolean
keep_copy (CareLibrary *self, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", self->path, version);
  char *sql;
  gboolean kept;
  int fd = open (copy, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0 && errno == EEXIST)
    return TRUE;
  if (fd < 0)
    {
      care_database_set_error (NULL, errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, error);
      return FALSE;
    }
  close (fd);
  sql = sqlite3_mprintf ("VACUUM INTO %Q", copy);
  kept = care_database_exec (self->db, sql, error);
  sqlite3_free (sql);
  if (kept)
    sync_folder (copy);
  else
    g_unlink (copy);
  return kept;
}

static gboolean
migrate (CareLibrary *self, int version, GError **error)
{
  if (!self->writable || version == CARE_LIBRARY_VERSION)
    return TRUE;
  return keep_copy (self, version, error) && care_migrations_run (self->db, error);
}

/**
 * care_library_open:
 * @path: a library's file
 * @mode: what for
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): the library.
 */
CareLibrary *
care_library_open (const char *path, CareLibraryMode mode, GError **error)
{
  g_autoptr (CareLibrary) self = NULL;
  int version;

  if (!check_not_written_here (path, error) || !care_database_check_file (path, &version, error))
    return NULL;
  if (version > CARE_LIBRARY_VERSION)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NEWER,
                   _ ("The library has version %d, made by a newer CareBrief; this one reads up to version %d: "
                      "install the newer CareBrief"),
                   version, CARE_LIBRARY_VERSION);
      return NULL;
    }

  self = g_object_new (CARE_TYPE_LIBRARY, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->author = g_strdup (g_get_real_name ());
  self->writable = mode == CARE_LIBRARY_WRITE;
  self->version = self->writable ? CARE_LIBRARY_VERSION : version;
  self->db = care_database_open (path, self->writable, FALSE, error);
  if (self->db == NULL || !migrate (self, version, error))
    return NULL;
  if (self->writable)
    remember_writer (self);
  return g_steal_pointer (&self);
}

static gboolean
check_pages (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, "PRAGMA integrity_check(1)", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    {
      care_database_set_error (db, code, error);
      return FALSE;
    }
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
               _ ("The library is damaged (%s); restore a backup"), sqlite3_column_text (statement, 0));
  return FALSE;
}

static gboolean
check_references (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  if (code != SQLITE_ROW)
    care_database_set_error (db, code, error);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                 _ ("The library is damaged (%s %lld names a record that is not there); restore a backup"),
                 sqlite3_column_text (statement, 0), sqlite3_column_int64 (statement, 1));
  return FALSE;
}

static gboolean
check_text (CareLibrary *self, CareRecord *record, const char *text, GError **error)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    if (care_library_find (self, match.kind->name, match.id) == NULL)
      {
        g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                     _ ("The text of “%s” names a record that is not in the library (%s %" G_GINT64_FORMAT
                        "); name another"),
                     care_record_get_title (record), match.kind->name, match.id);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_record (CareLibrary *self, CareRecord *record, GError **error)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == CARE_FIELD_PROSE && care_record_get_at (record, i) != NULL
        && !check_text (self, record, care_record_get_at (record, i), error))
      return FALSE;
  return care_record_check (record, error);
}

/**
 * care_library_verify:
 * @self: a library
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the file is sound, every reference in a field or a text names
 *   a record, and every record has what its kind must have.
 */
gboolean
care_library_verify (CareLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) records = care_library_records (self);

  if (!check_pages (self->db, error) || !check_references (self->db, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!check_record (self, g_ptr_array_index (records, i), error))
      return FALSE;
  return care_catalogue_verify (self->db, error);
}
