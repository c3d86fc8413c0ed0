/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a library: made and opened. */

#include "care-library-private.h"

#include "care-backup.h"
#include "care-catalogue.h"
#include "care-file.h"
#include "care-migrations.h"
#include "care-reader.h"
#include "care-schema.h"
#include "care-search-index.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

/* How long an act of this process may be waited for. */
#define PATIENCE (2 * G_TIME_SPAN_SECOND)
#define PAUSE (5 * G_TIME_SPAN_MILLISECOND)

/* The libraries that this process writes. Their files must not be opened a second
 * time: to close any descriptor of a file drops every lock that the process has
 * on it, and another program could then write over what was saved. */
static GSList *writers;
static GMutex writers_lock;

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

  return db != NULL && care_migrations_run (db, error)
         && (records == NULL || insert_all (db, records, error));
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

  if (!care_file_check_free (path, error))
    return FALSE;
  temporary = care_file_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  if (fill_file (temporary, records, error) && care_file_move (temporary, path, error))
    return TRUE;
  care_file_remove (temporary);
  return FALSE;
}

/* With the list locked. */
static CareLibrary *
find_writer (const char *file)
{
  struct stat info;

  if (stat (file, &info) != 0)
    return NULL;
  for (GSList *l = writers; l != NULL; l = l->next)
    {
      CareLibrary *writer = l->data;

      if (writer->device == info.st_dev && writer->inode == info.st_ino)
        return writer;
    }
  return NULL;
}

static void
forget_writer (gpointer data, GObject *library)
{
  g_mutex_lock (&writers_lock);
  writers = g_slist_remove (writers, library);
  g_mutex_unlock (&writers_lock);
}

static void
remember_writer (CareLibrary *self, const char *file)
{
  struct stat info;

  if (stat (file, &info) != 0)
    return;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  g_mutex_lock (&writers_lock);
  writers = g_slist_prepend (writers, self);
  g_mutex_unlock (&writers_lock);
  g_object_weak_ref (G_OBJECT (self), forget_writer, NULL);
}

/**
 * care_library_is_written_here:
 * @file: a file, as care_file_resolve() gives it
 *
 * Returns: whether this process has it open to be written.
 */
gboolean
care_library_is_written_here (const char *file)
{
  gboolean written;

  g_mutex_lock (&writers_lock);
  written = find_writer (file) != NULL;
  g_mutex_unlock (&writers_lock);
  return written;
}

/**
 * care_library_is_at:
 * @path: where there may be a file
 *
 * What this process writes is not opened for that, see care-file.h.
 *
 * Returns: whether there is a library, this one or any other.
 */
gboolean
care_library_is_at (const char *path)
{
  g_autofree char *file = care_file_resolve (path, NULL);

  return file != NULL && (care_library_is_written_here (file) || care_file_is_library (file));
}

/**
 * care_library_check_not_at:
 * @path: where something else is to be written to
 * @error: return location for a #CareStoreError
 *
 * A library is never replaced by what is made of it, or of another.
 *
 * Returns: whether there is no library.
 */
gboolean
care_library_check_not_at (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (!care_library_is_at (path))
    return TRUE;
  name = g_path_get_basename (path);
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS,
               _ ("“%s” is a CareBrief library, which is not written over; choose another name"), name);
  return FALSE;
}

/* What is in the middle of being done is not part of the library yet. */
static guint8 *
serialize (sqlite3 *db, gsize *size, GError **error)
{
  sqlite3_int64 length = 0;
  guint8 *bytes = NULL;
  gboolean idle;

  sqlite3_mutex_enter (sqlite3_db_mutex (db));
  idle = sqlite3_get_autocommit (db) != 0;
  if (idle)
    bytes = sqlite3_serialize (db, "main", &length, 0);
  sqlite3_mutex_leave (sqlite3_db_mutex (db));
  *size = (gsize) length;
  if (bytes == NULL)
    care_database_set_error (db, idle ? SQLITE_NOMEM : SQLITE_BUSY, error);
  return bytes;
}

/* The bytes of a library that this process writes: from the one who has it open. */
static guint8 *
read_from_writer (const char *file, gsize *size, gboolean *found, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  for (;;)
    {
      g_autoptr (GError) reason = NULL;
      CareLibrary *writer;
      guint8 *bytes = NULL;

      g_mutex_lock (&writers_lock);
      writer = find_writer (file);
      *found = writer != NULL;
      if (writer != NULL)
        bytes = serialize (writer->db, size, &reason);
      g_mutex_unlock (&writers_lock);
      if (bytes != NULL || !*found)
        return bytes;
      if (g_get_monotonic_time () > until
          || !g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
      g_usleep (PAUSE);
    }
}

static CareLibrary *
make_library (const char *path, gboolean writable)
{
  CareLibrary *self = g_object_new (CARE_TYPE_LIBRARY, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->author = g_strdup (g_get_real_name ());
  self->writable = writable;
  return self;
}

/**
 * care_library_read_file:
 * @file: a file, as care_file_resolve() gives it
 * @version: (out): the version that its schema has
 * @error: return location for a #CareStoreError
 *
 * Reads a library into memory and checks it; nothing is locked, and whoever writes
 * it is not in the way.
 *
 * Returns: (transfer full) (nullable): a connection to what was read.
 */
sqlite3 *
care_library_read_file (const char *file, int *version, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  gsize size = 0;
  gboolean found = FALSE;
  guint8 *bytes = read_from_writer (file, &size, &found, error);

  if (!found)
    bytes = care_reader_read (file, &size, error);
  if (bytes == NULL)
    return NULL;
  db = care_database_open_memory (bytes, size, error);
  if (db == NULL || !care_database_get_int (db, "PRAGMA user_version", version, error)
      || !care_schema_check (db, *version, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* FTS5 is kept away from an index that it could not stand, in memory or in the file:
 * all that it says follows from the records. */
static gboolean
mend_index (CareLibrary *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (care_search_index_check (self->db, &reason))
    return TRUE;
  if (!g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  self->index_damage = g_steal_pointer (&reason);
  if (care_database_exec (self->db, "BEGIN IMMEDIATE", error) && care_catalogue_mend (self->db, error)
      && care_database_exec (self->db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static CareLibrary *
open_to_read (const char *path, const char *file, GError **error)
{
  g_autoptr (CareLibrary) self = make_library (path, FALSE);

  self->db = care_library_read_file (file, &self->version, error);
  /* In memory, so that there is only one schema to know. */
  if (self->db == NULL || !care_migrations_run (self->db, error) || !mend_index (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The journal of another program's mode would have to be written before the file
 * has been looked at. */
static gboolean
check_mode (const CareFileHeader *header, GError **error)
{
  if (!header->is_wal)
    return TRUE;
  g_set_error (
    error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
    _ ("Another program has changed how the library is written, so it can only be read; save a copy and open "
       "that"));
  return FALSE;
}

/* Before the schema of a library changes, the file is kept as it was. */
static gboolean
migrate (CareLibrary *self, const char *file, int version, GError **error)
{
  if (version == CARE_LIBRARY_VERSION)
    return TRUE;
  return care_backup_make (self->db, file, error) && care_migrations_run (self->db, error);
}

static CareLibrary *
open_to_write (const char *path, const char *file, gboolean take_over, GError **error)
{
  g_autoptr (CareLibrary) self = make_library (path, TRUE);
  CareFileHeader header;
  int version;

  if (care_library_is_written_here (file))
    {
      care_database_set_error (NULL, SQLITE_BUSY, error);
      return NULL;
    }
  if (!care_file_check (file, &header, error) || !check_mode (&header, error))
    return NULL;
  self->file_lock = care_lock_take (file, take_over, error);
  if (self->file_lock == NULL)
    return NULL;
  self->db = care_database_open (file, TRUE, FALSE, error);
  if (self->db == NULL || !care_database_get_int (self->db, "PRAGMA user_version", &version, error)
      || !care_schema_check (self->db, version, error) || !migrate (self, file, version, error)
      || !mend_index (self, error))
    return NULL;
  self->version = CARE_LIBRARY_VERSION;
  remember_writer (self, file);
  /* All was looked at; what is seen first is read again. */
  sqlite3_db_release_memory (self->db);
  return g_steal_pointer (&self);
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
  g_autofree char *file = care_file_resolve (path, error);
  g_autoptr (CareLibrary) self = NULL;

  if (file == NULL)
    return NULL;
  if (mode == CARE_LIBRARY_READ)
    self = open_to_read (path, file, error);
  else
    self = open_to_write (path, file, mode == CARE_LIBRARY_TAKE_OVER, error);
  /* While nobody has to wait for it. */
  if (self != NULL)
    care_library_get_origin (self);
  return g_steal_pointer (&self);
}

/* The lock of another program's document may be called the same. */
static gboolean
check_unlockable (const char *file, GError **error)
{
  CareFileHeader header;

  return care_library_is_written_here (file) || care_file_is_library (file) || care_file_check (file, &header, error);
}

/* The lock of another host counts as long as somebody is seen to be at work there. */
static CareLock *
take_over (const char *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  CareLock *lock = care_lock_take (file, FALSE, &reason);

  if (lock != NULL)
    return lock;
  if (!g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (care_library_is_written_here (file) || care_file_is_locked (file))
    care_database_set_error (NULL, SQLITE_BUSY, error);
  else
    return care_lock_take (file, TRUE, error);
  return NULL;
}

/**
 * care_library_unlock:
 * @path: a library, damaged or not, which another host had open that is off now
 * @whose: (out) (nullable): whose lock it was, or %NULL if there was none
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_IN_USE if
 *   somebody is seen to have it open
 *
 * Takes the lock over, and gives it up.
 *
 * Returns: whether there is no lock any more.
 */
gboolean
care_library_unlock (const char *path, char **whose, GError **error)
{
  g_autofree char *file = care_file_resolve (path, error);
  g_autoptr (CareLock) lock = NULL;

  *whose = NULL;
  if (file == NULL || !check_unlockable (file, error))
    return FALSE;
  *whose = care_lock_describe (file);
  if (*whose == NULL)
    return TRUE;
  lock = take_over (file, error);
  return lock != NULL;
}

/**
 * care_library_has_moved:
 * @self: a library
 *
 * Returns: whether the file that @self writes has been moved, replaced or deleted,
 *   so that nothing more can be saved in it: care_library_save_copy() still can be
 *   called.
 */
gboolean
care_library_has_moved (CareLibrary *self)
{
  return self->writable && care_library_can_read (self) && care_database_has_moved (self->db);
}
