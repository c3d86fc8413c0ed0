/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a program, this is a disk that fails. It counts the calls that
 * write, flush, make, rename, cut or remove files, and lets some of them fail:
 *
 *   CARE_FAULT_FOLDER     only what is below this folder; everything if unset
 *   CARE_FAULT_ERROR      EIO, ENOSPC, or KILL, which ends the program there
 *   CARE_FAULT_AT         the number of the first call to fail, from 1
 *   CARE_FAULT_ONCE       set: only that call; unset: all from then on
 *   CARE_FAULT_REPORT     a file of at least sizeof (Report) bytes that is told
 *   CARE_FULL_DISK_AFTER  files may grow by so many bytes altogether
 *   CARE_SLOW_FSYNC_MS    how long each flush takes
 *
 * With ENOSPC only those calls count that need room. As on a real disk, what a
 * file has already may still be written over when the disk is full. */

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* with 64, pwrite() would be another name of pwrite64() */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The function that this one stands before. */
#define NEXT(name) ((__typeof__ (name) *) dlsym (RTLD_NEXT, #name))

/* Read by tests/faults/program.py, also after the program was killed. */
typedef struct
{
  long long calls;
  long long failures;
  char first[240]; /* the first call to fail, and its file */
} Report;

static Report own_report;
static Report *report = &own_report;
static const char *folder;
static long long fail_at;
static int fail_once;
static int fail_code; /* 0 for KILL */
static long long room;
static long long used;
static long flush_ms;
static pthread_once_t set_up_once = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static long long
number (const char *name, long long otherwise)
{
  const char *value = getenv (name);

  return value == NULL ? otherwise : atoll (value);
}

static void
set_up (void)
{
  const char *error = getenv ("CARE_FAULT_ERROR");
  const char *path = getenv ("CARE_FAULT_REPORT");
  int fd;

  folder = getenv ("CARE_FAULT_FOLDER");
  fail_at = number ("CARE_FAULT_AT", 0);
  fail_once = getenv ("CARE_FAULT_ONCE") != NULL;
  room = number ("CARE_FULL_DISK_AFTER", -1);
  flush_ms = (long) number ("CARE_SLOW_FSYNC_MS", 0);
  fail_code = error == NULL || strcmp (error, "EIO") == 0 ? EIO : strcmp (error, "ENOSPC") == 0 ? ENOSPC : 0;
  fd = path == NULL ? -1 : NEXT (open) (path, O_RDWR | O_CLOEXEC);
  if (fd < 0)
    return;
  report = mmap (NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (report == MAP_FAILED)
    report = &own_report;
  close (fd);
}

/* Whether @path, which may be relative to @at, is below the folder. */
static int
is_ours (int at, const char *path)
{
  char start[PATH_MAX] = "";
  size_t length;

  pthread_once (&set_up_once, set_up);
  if (folder == NULL)
    return 1;
  if (path[0] != '/' && at == AT_FDCWD && getcwd (start, sizeof start) == NULL)
    return 0;
  if (path[0] != '/' && at != AT_FDCWD)
    return 0;
  length = strlen (folder);
  return strncmp (path[0] == '/' ? path : start, folder, length) == 0;
}

/* Whether @fd is a file, or a folder, that is ours; @path gets its name. */
static int
is_our_file (int fd, struct stat *info, char *path)
{
  char link[64];
  ssize_t length;

  if (fstat (fd, info) != 0 || !(S_ISREG (info->st_mode) || S_ISDIR (info->st_mode)))
    return 0;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, PATH_MAX - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';
  return is_ours (AT_FDCWD, path);
}

/* Counts a call of @name; whether it is one to fail, and errno is set then. */
static int
fails (const char *name, const char *path, int needs_room)
{
  long long call;
  int failing;

  if (fail_code == ENOSPC && !needs_room)
    return 0;
  call = __atomic_add_fetch (&report->calls, 1, __ATOMIC_SEQ_CST);
  failing = fail_at > 0 && (fail_once ? call == fail_at : call >= fail_at);
  if (!failing)
    return 0;
  if (__atomic_fetch_add (&report->failures, 1, __ATOMIC_SEQ_CST) == 0)
    {
      const char *end = strrchr (path, '/');

      snprintf (report->first, sizeof report->first, "%s %s", name, end == NULL ? path : end + 1);
    }
  if (fail_code == 0)
    raise (SIGKILL);
  errno = fail_code;
  return 1;
}

/* How many of @count bytes at @offset there is room for, and takes it. */
static size_t
take_room (const struct stat *info, long long offset, size_t count)
{
  long long growth = offset + (long long) count - (long long) info->st_size;
  long long missing;

  if (room < 0 || growth <= 0)
    return count;
  pthread_mutex_lock (&lock);
  missing = used + growth - room;
  if (missing < 0)
    missing = 0;
  if (missing > growth)
    missing = growth;
  used += growth - missing;
  pthread_mutex_unlock (&lock);
  return missing > (long long) count ? 0 : count - (size_t) missing;
}

/* How many bytes a write may write; -1 and errno if it is to fail. */
static ssize_t
allow (const char *name, int fd, long long offset, size_t count)
{
  char path[PATH_MAX];
  struct stat info;
  size_t allowed;

  if (!is_our_file (fd, &info, path) || S_ISDIR (info.st_mode))
    return (ssize_t) count;
  if (fails (name, path, offset + (long long) count > info.st_size))
    return -1;
  allowed = take_room (&info, offset, count);
  if (allowed > 0 || count == 0)
    return (ssize_t) allowed;
  errno = ENOSPC;
  return -1;
}

ssize_t
write (int fd, const void *data, size_t count)
{
  ssize_t allowed = allow ("write", fd, lseek (fd, 0, SEEK_CUR), count);

  return allowed < 0 ? -1 : NEXT (write) (fd, data, (size_t) allowed);
}

ssize_t
pwrite (int fd, const void *data, size_t count, off_t offset)
{
  ssize_t allowed = allow ("pwrite", fd, offset, count);

  return allowed < 0 ? -1 : NEXT (pwrite) (fd, data, (size_t) allowed, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t count, off64_t offset)
{
  ssize_t allowed = allow ("pwrite", fd, offset, count);

  return allowed < 0 ? -1 : NEXT (pwrite64) (fd, data, (size_t) allowed, offset);
}

/* GLib makes room for a file before it writes it: all of it or nothing. */
static int
may_allocate (int fd, long long offset, long long length)
{
  char path[PATH_MAX];
  struct stat info;

  if (!is_our_file (fd, &info, path))
    return 1;
  if (fails ("fallocate", path, 1))
    return 0;
  if (take_room (&info, offset, (size_t) length) == (size_t) length)
    return 1;
  errno = ENOSPC;
  return 0;
}

int
fallocate (int fd, int mode, off_t offset, off_t length)
{
  return may_allocate (fd, offset, length) ? NEXT (fallocate) (fd, mode, offset, length) : -1;
}

int
fallocate64 (int fd, int mode, off64_t offset, off64_t length)
{
  return may_allocate (fd, offset, length) ? NEXT (fallocate64) (fd, mode, offset, length) : -1;
}

/* Whether a flush may be done, after the time that it takes. */
static int
may_flush (const char *name, int fd)
{
  char path[PATH_MAX];
  struct stat info;
  struct timespec time;

  if (!is_our_file (fd, &info, path))
    return 1;
  time.tv_sec = flush_ms / 1000;
  time.tv_nsec = flush_ms % 1000 * 1000000;
  if (flush_ms > 0)
    nanosleep (&time, NULL);
  return !fails (name, path, S_ISREG (info.st_mode));
}

int
fsync (int fd)
{
  return may_flush ("fsync", fd) ? NEXT (fsync) (fd) : -1;
}

int
fdatasync (int fd)
{
  return may_flush ("fdatasync", fd) ? NEXT (fdatasync) (fd) : -1;
}

static int
may_truncate (int fd, long long length)
{
  char path[PATH_MAX];
  struct stat info;

  return !is_our_file (fd, &info, path) || !fails ("ftruncate", path, length > info.st_size);
}

int
ftruncate (int fd, off_t length)
{
  return may_truncate (fd, length) ? NEXT (ftruncate) (fd, length) : -1;
}

int
ftruncate64 (int fd, off64_t length)
{
  return may_truncate (fd, length) ? NEXT (ftruncate64) (fd, length) : -1;
}

static int
may_open (int at, const char *path, int flags)
{
  int makes;

  if (!is_ours (at, path))
    return 1;
  makes = (flags & O_CREAT) != 0 && faccessat (at, path, F_OK, 0) != 0;
  return !fails ("open", path, makes);
}

#define GET_MODE(mode, flags)              \
  mode_t mode = 0;                         \
  if (((flags) & (O_CREAT | O_TMPFILE)))   \
    {                                      \
      va_list arguments;                   \
      va_start (arguments, flags);         \
      mode = va_arg (arguments, mode_t);   \
      va_end (arguments);                  \
    }

int
open (const char *path, int flags, ...)
{
  GET_MODE (mode, flags)
  return may_open (AT_FDCWD, path, flags) ? NEXT (open) (path, flags, mode) : -1;
}

int
open64 (const char *path, int flags, ...)
{
  GET_MODE (mode, flags)
  return may_open (AT_FDCWD, path, flags) ? NEXT (open64) (path, flags, mode) : -1;
}

int
openat (int at, const char *path, int flags, ...)
{
  GET_MODE (mode, flags)
  return may_open (at, path, flags) ? NEXT (openat) (at, path, flags, mode) : -1;
}

int
openat64 (int at, const char *path, int flags, ...)
{
  GET_MODE (mode, flags)
  return may_open (at, path, flags) ? NEXT (openat64) (at, path, flags, mode) : -1;
}

static int
may_name (const char *name, int at, const char *path)
{
  return !is_ours (at, path) || !fails (name, path, 1);
}

int
rename (const char *from, const char *to)
{
  return may_name ("rename", AT_FDCWD, to) ? NEXT (rename) (from, to) : -1;
}

int
renameat (int from_at, const char *from, int to_at, const char *to)
{
  return may_name ("rename", to_at, to) ? NEXT (renameat) (from_at, from, to_at, to) : -1;
}

int
renameat2 (int from_at, const char *from, int to_at, const char *to, unsigned flags)
{
  return may_name ("rename", to_at, to) ? NEXT (renameat2) (from_at, from, to_at, to, flags) : -1;
}

int
link (const char *from, const char *to)
{
  return may_name ("link", AT_FDCWD, to) ? NEXT (link) (from, to) : -1;
}

int
mkdir (const char *path, mode_t mode)
{
  return may_name ("mkdir", AT_FDCWD, path) ? NEXT (mkdir) (path, mode) : -1;
}

static int
may_remove (int at, const char *path)
{
  return !is_ours (at, path) || !fails ("unlink", path, 0);
}

int
unlink (const char *path)
{
  return may_remove (AT_FDCWD, path) ? NEXT (unlink) (path) : -1;
}

int
unlinkat (int at, const char *path, int flags)
{
  return may_remove (at, path) ? NEXT (unlinkat) (at, path, flags) : -1;
}

int
remove (const char *path)
{
  return may_remove (AT_FDCWD, path) ? NEXT (remove) (path) : -1;
}
