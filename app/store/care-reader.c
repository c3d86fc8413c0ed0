/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a copy of the bytes of a library while nobody is in the middle of a commit.
 *
 * Whoever commits has a journal with something in it from before the first page of
 * the file is written until after the last has been flushed, and truncates it then.
 * So a copy is whole if there was no journal before it and none after it, and
 * neither file has been touched in between.
 *
 * A journal that nobody holds is that of a writer that was killed: the file and the
 * journal are copied to a folder of our own, where SQLite takes the change back. */

#define _GNU_SOURCE

#include "care-reader.h"

#include "care-database.h"
#include "care-file.h"
#include "care-lock.h"
#include "care-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* How long a commit may take. */
#define PATIENCE (2 * G_TIME_SPAN_SECOND)
#define PAUSE (5 * G_TIME_SPAN_MILLISECOND)

/* SQLite cannot have more in memory. */
#define MAX_SIZE G_GUINT64_CONSTANT (2000000000)

#define HEADER_SIZE 100

/* A file of which less than one part in so many is left has nothing to give. */
#define MOST_LOST 64

typedef enum
{
  TAKEN,
  BUSY,
  FAILED,
} Outcome;

typedef struct
{
  struct stat file;
  struct stat journal; /* zeros where there is none */
} Moment;

static void
look (const char *path, Moment *moment)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  memset (moment, 0, sizeof *moment);
  if (stat (path, &moment->file) != 0 || lstat (journal, &moment->journal) != 0)
    return;
}

static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size
         && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec
         && a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

static gboolean
is_at_or_after (const struct timespec *time, const struct timespec *now)
{
  return time->tv_sec > now->tv_sec || (time->tv_sec == now->tv_sec && time->tv_nsec >= now->tv_nsec);
}

/* The kernel's clock for files goes in steps: what is written to a file twice within
 * one of them shows once. So what was changed in this very step tells nothing yet. */
static gboolean
is_fresh (const struct stat *info)
{
  struct timespec now;

  if (clock_gettime (CLOCK_REALTIME_COARSE, &now) != 0 || info->st_ctim.tv_sec > now.tv_sec + 1)
    return FALSE;
  return is_at_or_after (&info->st_mtim, &now) || is_at_or_after (&info->st_ctim, &now);
}

static gboolean
is_still (const char *path, const Moment *before)
{
  Moment after;

  look (path, &after);
  return is_same_file (&before->file, &after.file) && is_same_file (&before->journal, &after.journal);
}

static gboolean
read_into (int fd, guint8 *bytes, gsize size)
{
  gsize done = 0;

  while (done < size)
    {
      ssize_t n = pread (fd, bytes + done, MIN (size - done, 64 * 1024 * 1024), (off_t) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = 0; /* it has become shorter: somebody is at it */
      if (n <= 0)
        return FALSE;
      done += (gsize) n;
    }
  return TRUE;
}

/* The first @size bytes of a file, in memory for SQLite. */
static Outcome
read_file (const char *path, guint64 size, guint8 **bytes, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  gboolean done;
  int code;

  if (fd < 0)
    {
      care_file_set_error (path, errno, error);
      return FAILED;
    }
  *bytes = size > MAX_SIZE ? NULL : sqlite3_malloc64 (MAX (size, 1));
  if (*bytes == NULL)
    {
      close (fd);
      g_set_error (
        error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO,
        _ ("The library is too large to be read beside another program; close it there and try again"));
      return FAILED;
    }
  done = read_into (fd, *bytes, size);
  code = errno;
  close (fd);
  if (done)
    return TAKEN;
  g_clear_pointer (bytes, sqlite3_free);
  if (code == 0)
    return BUSY;
  care_file_set_error (path, code, error);
  return FAILED;
}

static gboolean
write_copy (const char *path, const guint8 *file, gsize size, const guint8 *journal, gsize journal_size,
            GError **error)
{
  g_autofree char *name = g_strconcat (path, "-journal", NULL);

  return care_file_write (path, file, size, error) && care_file_write (name, journal, journal_size, error);
}

/* SQLite takes the change back at the first reading of the copy. */
static guint8 *
recover (const char *path, gsize *size, GError **error)
{
  g_autoptr (sqlite3) db = care_database_open (path, TRUE, FALSE, error);
  sqlite3_int64 length = 0;
  guint8 *bytes;
  int n;

  if (db == NULL || !care_database_get_int (db, "SELECT count(*) FROM sqlite_schema", &n, error))
    return NULL;
  bytes = sqlite3_serialize (db, "main", &length, 0);
  if (bytes == NULL)
    care_database_set_error (db, SQLITE_NOMEM, error);
  *size = (gsize) length;
  return bytes;
}

static guint8 *
recover_in_folder (const guint8 *file, gsize file_size, const guint8 *journal, gsize journal_size,
                   gsize *size, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("carebrief-XXXXXX", NULL);
  g_autofree char *copy = folder == NULL ? NULL : g_build_filename (folder, "copy.carebrief", NULL);
  guint8 *bytes = NULL;

  if (folder == NULL)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                   _ ("There is no folder for a copy of the library; make “%s” one that may be written"),
                   g_get_tmp_dir ());
      return NULL;
    }
  if (write_copy (copy, file, file_size, journal, journal_size, error))
    bytes = recover (copy, size, error);
  care_file_remove (copy);
  g_rmdir (folder);
  return bytes;
}

static Outcome
take_recovered (const char *path, const Moment *before, guint8 **bytes, gsize *size, GError **error)
{
  g_autofree char *name = g_strconcat (path, "-journal", NULL);
  gsize file_size = (gsize) before->file.st_size;
  gsize journal_size = (gsize) before->journal.st_size;
  guint8 *file = NULL;
  guint8 *journal = NULL;
  Outcome outcome = read_file (path, file_size, &file, error);

  if (outcome == TAKEN)
    outcome = read_file (name, journal_size, &journal, error);
  if (outcome == TAKEN && !is_still (path, before))
    outcome = BUSY;
  if (outcome == TAKEN)
    {
      *bytes = recover_in_folder (file, file_size, journal, journal_size, size, error);
      outcome = *bytes == NULL ? FAILED : TAKEN;
    }
  sqlite3_free (file);
  sqlite3_free (journal);
  return outcome;
}

static Outcome
take (const char *path, guint8 **bytes, gsize *size, GError **error)
{
  CareFileHeader header;
  Moment before;
  Outcome outcome;

  look (path, &before);
  if (is_fresh (&before.file) || is_fresh (&before.journal))
    return BUSY;
  if (!care_file_check (path, &header, error))
    return is_still (path, &before) ? FAILED : BUSY;
  if (care_file_has_journal (path))
    return care_file_is_locked (path) || care_lock_is_held (path)
             ? BUSY
             : take_recovered (path, &before, bytes, size, error);
  *size = header.size;
  outcome = read_file (path, header.size, bytes, error);
  if (outcome != TAKEN || is_still (path, &before))
    return outcome;
  g_clear_pointer (bytes, sqlite3_free);
  return BUSY;
}

/**
 * care_reader_read:
 * @path: a file, as care_file_resolve() gives it, that this process does not write
 * @size: (out): how many bytes
 * @error: return location for a #CareStoreError
 *
 * Neither the file nor what is beside it is changed or locked.
 *
 * Returns: (transfer full) (nullable): the library as it was after some commit, for
 *   care_database_open_memory().
 */
guint8 *
care_reader_read (const char *path, gsize *size, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  g_autoptr (GError) reason = NULL;

  do
    {
      guint8 *bytes = NULL;

      g_clear_error (&reason);
      switch (take (path, &bytes, size, &reason))
        {
        case TAKEN:
          return bytes;
        case FAILED:
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        case BUSY:
        default:
          g_usleep (PAUSE);
        }
    }
  while (g_get_monotonic_time () < until);
  care_database_set_error (NULL, SQLITE_BUSY, error);
  return NULL;
}

/* SQLite reads nothing at all of a database that has fewer pages than its head says: to
 * what has lost its end, empty pages are put in its place. */
static guint8 *
fill_up (guint8 *bytes, gsize *size)
{
  guint64 claimed = *size < HEADER_SIZE ? 0 : care_file_get_claimed_size (bytes);
  guint8 *longer;

  if (claimed <= *size || claimed > MAX_SIZE || claimed / MOST_LOST > *size)
    return bytes;
  longer = sqlite3_realloc64 (bytes, claimed);
  if (longer == NULL)
    return bytes;
  memset (longer + *size, 0, (gsize) claimed - *size);
  *size = (gsize) claimed;
  return longer;
}

/**
 * care_reader_read_damaged:
 * @path: a file, as care_file_resolve() gives it, that this process does not write
 * @size: (out): how many bytes
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): all that is in the file, whatever it is, as
 *   memory of SQLite's; with zeros for an end that is missing.
 */
guint8 *
care_reader_read_damaged (const char *path, gsize *size, GError **error)
{
  guint8 *bytes = NULL;
  struct stat info;

  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode))
    {
      care_file_set_error (path, EINVAL, error);
      return NULL;
    }
  *size = (gsize) info.st_size;
  if (read_file (path, *size, &bytes, error) == BUSY)
    care_database_set_error (NULL, SQLITE_BUSY, error);
  return bytes == NULL ? NULL : fill_up (bytes, size);
}
