/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a file is put into place: written beside, flushed and renamed, so that what
 * stands under its name is always whole. */

#define _GNU_SOURCE /* renameat2() */

#include "care-file.h"

#include "care-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define COPY_SIZE (1024 * 1024)

static void
set_exists_error (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS,
               _ ("There is a file “%s” already; choose another name"), name);
}

static void
set_write_error (const char *path, int code, GError **error)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DISK_FULL,
                 _ ("The disk is full; make room and try again"));
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                 _ ("The library may not be written here; choose another folder or ask for access"));
  else if (code == EEXIST)
    set_exists_error (path, error);
  else if (code == ENAMETOOLONG)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO,
                 _ ("The name of the file is too long; choose a shorter one"));
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("“%s” cannot be made: %s"), path,
                 g_strerror (code));
}

/* Why no file can be made beside @path. The system says of a folder in which nobody
 * may make a file, such as /proc, that the file is not there. */
static void
set_folder_error (const char *path, const char *folder, int code, GError **error)
{
  if (*path == '\0')
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("A file needs a name; give it one"));
  else if ((code != ENOENT && code != ENOTDIR) || g_file_test (folder, G_FILE_TEST_IS_DIR))
    set_write_error (path, code == EINVAL || code == ENOENT ? EACCES : code, error);
  else if (g_file_test (folder, G_FILE_TEST_EXISTS))
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MISSING, _ ("“%s” is no folder; choose one"), folder);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MISSING,
                 _ ("There is no folder “%s”; make it or choose another"), folder);
}

/**
 * care_file_make_temporary:
 * @path: what the file is to be renamed to later
 * @error: return location for a #CareStoreError
 *
 * Makes an empty file beside @path that only its owner may read.
 *
 * Returns: (transfer full) (nullable): its name.
 */
char *
care_file_make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".carebrief-XXXXXX", NULL);
  int fd = *path == '\0' ? -1 : g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);
      return g_steal_pointer (&temporary);
    }
  set_folder_error (path, folder, errno, error);
  return NULL;
}

static gboolean
is_there (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0;
}

static gboolean
is_journal_there (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return is_there (journal) || is_there (log);
}

/**
 * care_file_check_free:
 * @path: of a library that is to be made
 * @error: return location for a #CareStoreError
 *
 * Returns: whether there is no such file, nor a journal of one, which SQLite would
 *   take for the new library's.
 */
gboolean
care_file_check_free (const char *path, GError **error)
{
  if (!is_there (path) && !is_journal_there (path))
    return TRUE;
  set_exists_error (path, error);
  return FALSE;
}

/* SQLite and the kernel may still have the last bytes in memory, and a name is only
 * as lasting as its folder. */
static gboolean
sync_path (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean synced;

  if (fd < 0)
    return FALSE;
  synced = fsync (fd) == 0;
  close (fd);
  return synced;
}

static gboolean
finish (const char *to, int code, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (code == 0 && !sync_path (folder, O_RDONLY | O_DIRECTORY) && errno == EIO)
    code = EIO;
  if (code == 0)
    return TRUE;
  set_write_error (to, code, error);
  return FALSE;
}

/**
 * care_file_move:
 * @from: a file that is whole, in the folder of @to
 * @to: its name
 * @error: return location for a #CareStoreError
 *
 * Flushes and renames @from, never over a file that has come to be there meanwhile.
 *
 * Returns: whether it now is @to.
 */
gboolean
care_file_move (const char *from, const char *to, GError **error)
{
  int code = sync_path (from, O_RDONLY) ? 0 : errno;

  if (code == 0)
    code = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
  if ((code == EINVAL || code == ENOSYS) && !is_there (to))
    code = g_rename (from, to) == 0 ? 0 : errno;
  return finish (to, code, error);
}

/**
 * care_file_replace:
 * @from: a file that is whole, in the folder of @to
 * @to: its name, of a file that may be there already
 * @error: return location for a #CareStoreError
 *
 * Flushes and renames @from. A journal beside @to would be taken for that of the
 * new file; where there is one, nothing is done.
 *
 * Returns: whether it now is @to.
 */
gboolean
care_file_replace (const char *from, const char *to, GError **error)
{
  int code = sync_path (from, O_RDONLY) ? 0 : errno;

  if (code == 0 && is_journal_there (to))
    code = EEXIST;
  if (code == 0)
    code = g_rename (from, to) == 0 ? 0 : errno;
  return finish (to, code, error);
}

static int
copy_bytes (int from, int to)
{
  g_autofree char *buffer = g_malloc (COPY_SIZE);
  ssize_t n;

  while ((n = read (from, buffer, COPY_SIZE)) > 0)
    for (ssize_t done = 0; done < n;)
      {
        ssize_t written = write (to, buffer + done, (gsize) (n - done));

        if (written < 0)
          return errno;
        done += written;
      }
  return n < 0 || fsync (to) != 0 ? errno : 0;
}

/**
 * care_file_copy:
 * @from: a file
 * @to: one that is not there yet
 * @error: return location for a #CareStoreError
 *
 * Copies what is in @from, whatever it is, for its owner alone to read.
 *
 * Returns: whether @to is now there, and flushed.
 */
gboolean
care_file_copy (const char *from, const char *to, GError **error)
{
  int in = open (from, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  int out;
  int code;

  if (in < 0)
    {
      care_file_set_error (from, errno, error);
      return FALSE;
    }
  out = open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  code = out < 0 ? errno : copy_bytes (in, out);
  close (in);
  if (out >= 0)
    close (out);
  if (out >= 0 && code != 0)
    g_unlink (to);
  return finish (to, code, error);
}

/**
 * care_file_write:
 * @path: a file, which is made or replaced
 * @bytes: what is to be in it
 * @size: how much
 * @error: return location for a #CareStoreError
 *
 * Returns: whether @path now is that, for its owner alone to read.
 */
gboolean
care_file_write (const char *path, gconstpointer bytes, gsize size, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents_full (path, bytes, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &reason))
    return TRUE;
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    set_write_error (path, ENOSPC, error);
  else if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ROFS)
           || g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_PERM))
    set_write_error (path, EACCES, error);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("“%s” cannot be made: %s"), path,
                 reason->message);
  return FALSE;
}

/**
 * care_file_remove:
 * @path: a file that has not become a library
 *
 * Removes it and its journal.
 */
void
care_file_remove (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (journal);
  g_unlink (path);
}
