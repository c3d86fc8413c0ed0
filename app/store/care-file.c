/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* realpath() */

#include "care-file.h"

#include "care-library.h"
#include "care-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* https://www.sqlite.org/fileformat.html, section 1.3 */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_PAGE_SIZE 16
#define HEADER_READ_VERSION 19
#define HEADER_CHANGE_COUNTER 24
#define HEADER_N_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

/* The bytes that SQLite locks: https://www.sqlite.org/lockingv3.html */
#define FIRST_LOCK_BYTE 0x40000000
#define N_LOCK_BYTES 512

static guint32
big_endian (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) | bytes[3];
}

/**
 * care_file_set_error:
 * @path: a file
 * @code: an errno
 * @error: return location for a #CareStoreError
 *
 * Says why @path cannot be opened.
 */
void
care_file_set_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MISSING,
                 _ ("There is no file “%s”; check its name and folder"), path);
  else if (code == ELOOP)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY,
                 _ ("“%s” is a link that leads to itself; choose the file that it should lead to"), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                 _ ("“%s” may not be read; ask its owner for access"), name);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("“%s” cannot be read: %s"), name,
                 g_strerror (code));
}

/**
 * care_file_resolve:
 * @path: a file that is there
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): where the file itself is, after all links:
 *   there SQLite looks for its journal, and there the lock belongs.
 */
char *
care_file_resolve (const char *path, GError **error)
{
  char *real = realpath (path, NULL);
  char *resolved;

  if (real == NULL)
    {
      care_file_set_error (path, errno, error);
      return NULL;
    }
  resolved = g_strdup (real);
  free (real);
  return resolved;
}

static void
set_not_a_library (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".carebrief"))
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY,
                 _ ("“%s” is called like a CareBrief library but is none; choose another file"), name);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY,
                 _ ("“%s” is not a CareBrief library; choose a file that ends in .carebrief"), name);
}

static gboolean
read_header (const char *path, guint8 *header, GError **error)
{
  struct stat info;
  gssize length;
  int fd;

  /* To open a device may already do something, and a FIFO must not be waited for. */
  if (stat (path, &info) != 0)
    {
      care_file_set_error (path, errno, error);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      set_not_a_library (path, error);
      return FALSE;
    }
  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    {
      care_file_set_error (path, errno, error);
      return FALSE;
    }
  length = fstat (fd, &info) == 0 && S_ISREG (info.st_mode) ? pread (fd, header, HEADER_SIZE, 0) : 0;
  close (fd);
  if (length == HEADER_SIZE)
    return TRUE;
  set_not_a_library (path, error);
  return FALSE;
}

static void
set_journal_error (const char *journal, GError **error)
{
  g_autofree char *name = g_path_get_basename (journal);

  g_set_error (
    error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
    _ ("“%s” beside the library was not written by CareBrief; move it to another folder and try again"),
    name);
}

/* What a journal stands beside. */
typedef struct
{
  const char *path;
  guint page_size;
} Beside;

static const guint8 journal_magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

/* SQLite makes a library as large again as its journal says that it was, in pages as
 * large as that says. What the library has lost is in the journal; one that says more
 * would fill the disk. A length of nought is that of the library to SQLite, but no
 * journal of ours has it. Somebody may be writing: the sizes are asked for after the
 * journal has told its own, as both only grow until it is done with. */
static gboolean
is_size_sound (int fd, const Beside *library)
{
  struct stat own, its;
  guint8 header[28];
  guint64 pages, page_size;

  if (pread (fd, header, sizeof header, 0) != sizeof header || memcmp (header, journal_magic, sizeof journal_magic) != 0)
    return TRUE;
  if (fstat (fd, &own) != 0 || stat (library->path, &its) != 0)
    return FALSE;
  pages = big_endian (header + 16);
  page_size = big_endian (header + 24);
  return page_size == library->page_size && pages * page_size <= (guint64) its.st_size + (guint64) own.st_size;
}

/* A journal whose end names a "super-journal" makes SQLite delete the file so
 * named, wherever it is. This program never writes such a journal. */
static gboolean
is_journal_sound (const char *journal, gsize size, const Beside *library)
{
  guint8 end[sizeof journal_magic];
  gboolean sound;
  int fd;

  if (size < sizeof end)
    return TRUE;
  fd = open (journal, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return FALSE;
  sound = pread (fd, end, sizeof end, (off_t) (size - sizeof end)) == sizeof end
          && memcmp (end, journal_magic, sizeof end) != 0 && is_size_sound (fd, library);
  close (fd);
  return sound;
}

static gboolean
check_journal (const Beside *library, GError **error)
{
  g_autofree char *journal = g_strconcat (library->path, "-journal", NULL);
  struct stat info;

  if (lstat (journal, &info) != 0)
    return TRUE;
  if (S_ISREG (info.st_mode) && is_journal_sound (journal, (gsize) info.st_size, library))
    return TRUE;
  /* A writer may have truncated or taken away its own journal meanwhile. */
  if (S_ISREG (info.st_mode) && (lstat (journal, &info) != 0 || info.st_size == 0))
    return TRUE;
  set_journal_error (journal, error);
  return FALSE;
}

/* CareBrief never writes a log; what is in one belongs to the library and would be
 * lost without it. */
static gboolean
check_log (const char *path, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *name = NULL;
  struct stat info;

  if (lstat (log, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0))
    return TRUE;
  name = g_path_get_basename (log);
  g_set_error (
    error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE,
    _ ("“%s” beside the library holds changes of another program; open the library there and close it, "
       "and try again"),
    name);
  return FALSE;
}

/**
 * care_file_has_journal:
 * @path: a file, as care_file_resolve() gives it
 *
 * Returns: whether there is a journal beside it, so that somebody is in the middle
 *   of a change or was when the program ended.
 */
gboolean
care_file_has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  struct stat info;
  char first = 0;
  int fd;

  if (lstat (journal, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size == 0)
    return FALSE;
  fd = open (journal, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return TRUE;
  /* One that begins with zeros has been done with. */
  if (read (fd, &first, 1) != 1)
    first = 0;
  close (fd);
  return first != 0;
}

/**
 * care_file_is_locked:
 * @path: a file, as care_file_resolve() gives it
 *
 * To ask takes no lock.
 *
 * Returns: whether another program has any of SQLite's locks on @path.
 */
gboolean
care_file_is_locked (const char *path)
{
  struct flock lock
    = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FIRST_LOCK_BYTE, .l_len = N_LOCK_BYTES };
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  gboolean locked;

  if (fd < 0)
    return FALSE;
  locked = fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  close (fd);
  return locked;
}

static gboolean
is_header_of_library (const guint8 *header)
{
  return memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0
         && big_endian (header + HEADER_APPLICATION_ID) == CARE_APPLICATION_ID;
}

/**
 * care_file_is_library:
 * @path: a file, as care_file_resolve() gives it
 *
 * Returns: whether it says of itself that it is a library, whether or not it can
 *   be read as one.
 */
gboolean
care_file_is_library (const char *path)
{
  guint8 header[HEADER_SIZE];

  return read_header (path, header, NULL) && is_header_of_library (header);
}

static gboolean
check_version (int version, GError **error)
{
  if (version <= CARE_LIBRARY_VERSION)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NEWER,
               _ ("The library has version %d, made by a newer CareBrief; this one reads up to version %d: "
                  "install the newer CareBrief"),
               version, CARE_LIBRARY_VERSION);
  return FALSE;
}

static guint
get_page_size (const guint8 *header)
{
  guint size = ((guint) header[HEADER_PAGE_SIZE] << 8) | header[HEADER_PAGE_SIZE + 1];

  return size == 1 ? 65536 : size;
}

/**
 * care_file_get_claimed_size:
 * @header: the first 100 bytes of a file
 *
 * Returns: how many bytes the database has by its own word; 0 if that is not to be
 *   believed.
 */
guint64
care_file_get_claimed_size (const guint8 *header)
{
  if (big_endian (header + HEADER_CHANGE_COUNTER) != big_endian (header + HEADER_VALID_FOR))
    return 0;
  return (guint64) big_endian (header + HEADER_N_PAGES) * get_page_size (header);
}

/* A commit writes the head first and the end last: asked when no journal is there (any
 * more), the file is as long as its head said before. */
static gboolean
is_whole (const char *path, guint64 size)
{
  struct stat info;

  return size > 0 && stat (path, &info) == 0 && size <= (guint64) info.st_size;
}

/**
 * care_file_check:
 * @path: a file, as care_file_resolve() gives it
 * @header: (out): what it says of itself
 * @error: return location for a #CareStoreError
 *
 * Looks at the first bytes of a file and at what is beside it, before SQLite does.
 *
 * Returns: whether @path may be a library that this CareBrief can read.
 */
gboolean
care_file_check (const char *path, CareFileHeader *header, GError **error)
{
  guint8 bytes[HEADER_SIZE];
  Beside library = { path, 0 };

  if (!read_header (path, bytes, error))
    return FALSE;
  header->version = (int) big_endian (bytes + HEADER_USER_VERSION);
  header->is_wal = bytes[HEADER_READ_VERSION] == 2;
  header->size = care_file_get_claimed_size (bytes);
  if (!is_header_of_library (bytes) || bytes[HEADER_READ_VERSION] > 2 || header->version < 1)
    {
      set_not_a_library (path, error);
      return FALSE;
    }
  library.page_size = get_page_size (bytes);
  if (!check_version (header->version, error) || !check_journal (&library, error) || !check_log (path, error))
    return FALSE;
  if (care_file_has_journal (path) || is_whole (path, header->size))
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
               _ ("The library is damaged (its end is missing); restore a backup"));
  return FALSE;
}
