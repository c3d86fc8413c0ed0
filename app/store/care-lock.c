/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file ".~lock.NAME#" has five lines: the host, the number of the process, when
 * that process was started (in the kernel's own count, so that another process of
 * the same number is not taken for it), the user's name, and since when.
 *
 * A lock of this host whose process has ended is taken over without a word. Of
 * another host nobody can tell: a person decides. A file that is not as above is
 * what a full disk has left, and counts as no lock once it has had the time to be
 * written. */

#include "care-lock.h"

#include "care-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_SIZE 4096
#define N_LINES 5
#define N_TRIES 10
#define PAUSE (20 * G_TIME_SPAN_MILLISECOND)

enum
{
  LINE_HOST,
  LINE_PROCESS,
  LINE_STARTED,
  LINE_USER,
  LINE_SINCE,
};

struct _CareLock
{
  char *path;
  dev_t device;
  ino_t inode;
};

typedef enum
{
  OWNER_NONE,    /* there is no lock, or none that counts */
  OWNER_UNKNOWN, /* it is just being written */
  OWNER_HERE,    /* a process of this host that is alive */
  OWNER_ELSEWHERE,
} Owner;

static char *
make_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock = g_strdup_printf (".~lock.%s#", name);

  return g_build_filename (folder, lock, NULL);
}

/* The 22nd word of /proc/PID/stat; the second, in brackets, may hold spaces. */
static char *
find_start (pid_t process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) process);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  const char *after;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  after = strrchr (text, ')');
  words = g_strsplit (after == NULL ? "" : after, " ", -1);
  return g_strv_length (words) > 20 ? g_strdup (words[20]) : NULL;
}

/* One line: a name must not look like more. */
static char *
clean (const char *text)
{
  char *valid = g_utf8_make_valid (text, -1);

  return g_strdelimit (g_strchomp (valid), "\r\n", ' ');
}

static char *
make_contents (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format_iso8601 (now);
  g_autofree char *started = find_start (getpid ());
  g_autofree char *host = clean (g_get_host_name ());
  g_autofree char *user = clean (g_get_real_name ());

  if (user[0] == '\0' || strcmp (user, "Unknown") == 0)
    {
      g_free (user);
      user = clean (g_get_user_name ());
    }
  return g_strdup_printf ("%s\n%d\n%s\n%s\n%s\n", host, (int) getpid (), started == NULL ? "" : started, user,
                          since);
}

/* (nullable): the lines of a lock that is whole. */
static char **
read_lines (const char *lock)
{
  char text[MAX_SIZE + 1] = "";
  g_auto (GStrv) lines = NULL;
  ssize_t length;
  int fd = open (lock, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);

  if (fd < 0)
    return NULL;
  length = read (fd, text, MAX_SIZE);
  close (fd);
  if (length <= 0 || text[length - 1] != '\n' || !g_utf8_validate (text, length, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  return g_strv_length (lines) == N_LINES + 1 ? g_steal_pointer (&lines) : NULL;
}

static gboolean
is_alive (char **lines)
{
  gint64 process = g_ascii_strtoll (lines[LINE_PROCESS], NULL, 10);
  g_autofree char *started = NULL;

  if (process <= 0 || process > G_MAXINT)
    return FALSE;
  if (kill ((pid_t) process, 0) != 0 && errno == ESRCH)
    return FALSE;
  started = find_start ((pid_t) process);
  return started == NULL || lines[LINE_STARTED][0] == '\0' || g_str_equal (started, lines[LINE_STARTED]);
}

static Owner
find_owner (const char *lock, char ***lines)
{
  struct stat info;
  g_autofree char *host = clean (g_get_host_name ());

  *lines = NULL;
  if (lstat (lock, &info) != 0)
    return OWNER_NONE;
  *lines = read_lines (lock);
  if (*lines == NULL)
    return OWNER_UNKNOWN;
  if (strcmp ((*lines)[LINE_HOST], host) != 0)
    return OWNER_ELSEWHERE;
  return is_alive (*lines) ? OWNER_HERE : OWNER_NONE;
}

static char *
format_since (char **lines)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (lines[LINE_SINCE], NULL);
  g_autoptr (GDateTime) local = utc == NULL ? NULL : g_date_time_to_local (utc);

  return local == NULL ? g_strdup ("?") : g_date_time_format (local, "%-d %B %Y, %H:%M");
}

static void
set_owner_error (const char *path, Owner owner, char **lines, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *since = format_since (lines);

  if (owner == OWNER_HERE)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE,
                 _ ("“%s” is open on %s by %s since %s; close it there and try again"), name,
                 lines[LINE_HOST], lines[LINE_USER], since);
  else
    g_set_error (
      error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE,
      _ ("“%s” is open on %s by %s since %s; close it there, or take it over if that machine is off"), name,
      lines[LINE_HOST], lines[LINE_USER], since);
}

static void
set_make_error (const char *path, int code, GError **error)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DISK_FULL,
                 _ ("The disk is full; make room and try again"));
  else if (code == EEXIST)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE,
                 _ ("Another program is just opening the library; try again in a moment"));
  else if (code == EIO)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("“%s” cannot be made: %s"), path,
                 g_strerror (code));
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                 _ ("The library may not be written here; choose another folder or ask for access"));
}

static gboolean
is_file (const char *path, int fd)
{
  struct stat named;
  struct stat opened;

  return lstat (path, &named) == 0 && fstat (fd, &opened) == 0 && named.st_dev == opened.st_dev
         && named.st_ino == opened.st_ino;
}

/* Removes the lock that @lines were read from, which counts for nothing. Several
 * programs may find that at once: whoever has locked the file itself removes it, so
 * that nobody removes what another one has put into its place meanwhile. */
static void
remove_stale (const char *lock, char **lines)
{
  g_auto (GStrv) now = NULL;
  int fd = open (lock, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);

  if (fd < 0)
    {
      if (errno == ELOOP)
        g_unlink (lock);
      return;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && is_file (lock, fd))
    {
      now = read_lines (lock);
      if (now == NULL
            ? lines == NULL
            : lines != NULL && g_strv_equal ((const char *const *) now, (const char *const *) lines))
        g_unlink (lock);
    }
  close (fd);
}

/* Whether @fd, a lock that was just made, is still in its place once it is this
 * program's: on a busy machine the time that others wait for it can pass before a
 * word is written, and then they remove it. Where no file can be locked nobody
 * removes one either. */
static gboolean
is_ours (const char *lock, int fd)
{
  return flock (fd, LOCK_EX) != 0 || is_file (lock, fd);
}

/* All of the lock or none: one that is empty would tell nobody anything. */
static CareLock *
make_lock (const char *lock, int *code)
{
  g_autofree char *contents = make_contents ();
  gsize length = strlen (contents);
  struct stat info;
  CareLock *self;
  int fd = open (lock, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);

  *code = fd < 0 ? errno : 0;
  if (fd < 0)
    return NULL;
  if (!is_ours (lock, fd))
    {
      *code = EEXIST;
      close (fd);
      return NULL;
    }
  errno = ENOSPC; /* which is why less than asked for would be written */
  if (write (fd, contents, length) != (ssize_t) length || fstat (fd, &info) != 0)
    {
      *code = errno;
      g_unlink (lock);
      close (fd);
      return NULL;
    }
  close (fd);
  self = g_new0 (CareLock, 1);
  self->path = g_strdup (lock);
  self->device = info.st_dev;
  self->inode = info.st_ino;
  return self;
}

/**
 * care_lock_take:
 * @path: a library, as care_file_resolve() gives it
 * @take_over: whether the lock of another host does not count
 * @error: return location for a #CareStoreError: %CARE_STORE_ERROR_IN_USE naming
 *   whoever has the library open here, %CARE_STORE_ERROR_IN_USE_ELSEWHERE on
 *   another host, %CARE_STORE_ERROR_NO_ACCESS if the folder may not be written
 *
 * Returns: (transfer full) (nullable): the lock, which the process holds until
 *   care_lock_release().
 */
CareLock *
care_lock_take (const char *path, gboolean take_over, GError **error)
{
  g_autofree char *lock = make_lock_path (path);
  int code = EEXIST;

  for (int i = 0; i < N_TRIES; i++)
    {
      CareLock *self = make_lock (lock, &code);
      g_auto (GStrv) lines = NULL;
      Owner owner;

      if (self != NULL)
        return self;
      if (code != EEXIST)
        break;
      owner = find_owner (lock, &lines);
      if (owner == OWNER_HERE || (owner == OWNER_ELSEWHERE && !take_over))
        {
          set_owner_error (path, owner, lines, error);
          return NULL;
        }
      if (owner == OWNER_UNKNOWN && i < N_TRIES / 2)
        g_usleep (PAUSE);
      else
        remove_stale (lock, lines);
    }
  set_make_error (lock, code, error);
  return NULL;
}

/**
 * care_lock_release:
 * @self: (transfer full): a lock
 *
 * Removes the lock, unless somebody has taken it over.
 */
void
care_lock_release (CareLock *self)
{
  struct stat info;

  if (lstat (self->path, &info) == 0 && info.st_dev == self->device && info.st_ino == self->inode)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

/**
 * care_lock_is_held:
 * @path: a library, as care_file_resolve() gives it
 *
 * Returns: whether somebody has it open to write, as far as a lock can tell.
 */
gboolean
care_lock_is_held (const char *path)
{
  g_autofree char *lock = make_lock_path (path);
  g_auto (GStrv) lines = NULL;

  return find_owner (lock, &lines) >= OWNER_HERE;
}

/**
 * care_lock_describe:
 * @path: a library, as care_file_resolve() gives it
 *
 * Returns: (transfer full) (nullable): whose lock is beside it, whether it counts or
 *   not, or %NULL if there is none.
 */
char *
care_lock_describe (const char *path)
{
  g_autofree char *lock = make_lock_path (path);
  g_auto (GStrv) lines = NULL;
  g_autofree char *since = NULL;
  Owner owner = find_owner (lock, &lines);

  if (lines == NULL)
    return owner == OWNER_NONE ? NULL : g_strdup (_ ("a lock that names nobody"));
  since = format_since (lines);
  return g_strdup_printf (_ ("the lock of %s on %s, since %s"), lines[LINE_USER], lines[LINE_HOST], since);
}
