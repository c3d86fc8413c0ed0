/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a program, this is a disk that fails. It counts the calls that
 * write, flush, make, rename, cut or remove files, and lets some of them fail:
 *
 *   CARE_FAULT_FOLDER     only what is below this folder; everything if unset
 *   CARE_FAULT_ERROR      EIO, ENOSPC or another of fault-rules.c, or KILL, which
 *                         ends the program there
 *   CARE_FAULT_AT         the number of the first call to fail, from 1
 *   CARE_FAULT_ONCE       set: only that call; unset: all from then on
 *   CARE_FAULT_REPORT     a file of at least sizeof (Report) bytes that is told
 *   CARE_FULL_DISK_AFTER  files may grow by so many bytes altogether
 *   CARE_SLOW_FSYNC_MS    how long each flush takes
 *   CARE_FAULT_LOG        a file that is told all that was done, see fault-log.h
 *
 * With ENOSPC only those calls count that need room. As on a real disk, what a
 * file has already may still be written over when the disk is full. */

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* with 64, pwrite() would be another name of pwrite64() */

#include "fault-log.h"
#include "fault-rules.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The function that this one stands before. */
#define NEXT(name) ((__typeof__ (name) *) dlsym (RTLD_NEXT, #name))

/* Notes what was done to a file. */
static void
note (FaultLogKind kind, int fd, long long offset, const void *data, size_t length)
{
  char path[PATH_MAX];
  struct stat info;

  if (fault_log_is_open () && fault_find_file (fd, &info, path))
    fault_log (kind, path, offset, data, length);
}

static void
note_name (FaultLogKind kind, const char *path, const void *data, size_t length)
{
  if (fault_log_is_open () && fault_is_ours (AT_FDCWD, path))
    fault_log (kind, path, 0, data, length);
}

/* How many bytes a write may write; -1 and errno if it is to fail. */
static ssize_t
allow (const char *name, int fd, long long offset, size_t count)
{
  char path[PATH_MAX];
  struct stat info;
  size_t allowed;

  if (!fault_find_file (fd, &info, path) || S_ISDIR (info.st_mode))
    return (ssize_t) count;
  if (fault_fails (name, path, offset + (long long) count > info.st_size))
    return -1;
  allowed = fault_take_room (&info, offset, count);
  if (allowed > 0 || count == 0)
    return (ssize_t) allowed;
  errno = ENOSPC;
  return -1;
}

ssize_t
write (int fd, const void *data, size_t count)
{
  long long offset = lseek (fd, 0, SEEK_CUR);
  ssize_t allowed = allow ("write", fd, offset, count);
  ssize_t written = allowed < 0 ? -1 : NEXT (write) (fd, data, (size_t) allowed);

  if (written > 0)
    note (FAULT_LOG_WRITE, fd, offset, data, (size_t) written);
  return written;
}

/* What is printed: the C library writes it by a way of its own. */
size_t
fwrite (const void *data, size_t size, size_t count, FILE *stream)
{
  if (stream == stdout && fault_log_is_open ())
    fault_log (FAULT_LOG_SAY, "", 0, data, size * count);
  return NEXT (fwrite) (data, size, count, stream);
}

ssize_t
pwrite (int fd, const void *data, size_t count, off_t offset)
{
  ssize_t allowed = allow ("pwrite", fd, offset, count);
  ssize_t written = allowed < 0 ? -1 : NEXT (pwrite) (fd, data, (size_t) allowed, offset);

  if (written > 0)
    note (FAULT_LOG_WRITE, fd, offset, data, (size_t) written);
  return written;
}

ssize_t
pwrite64 (int fd, const void *data, size_t count, off64_t offset)
{
  ssize_t allowed = allow ("pwrite", fd, offset, count);
  ssize_t written = allowed < 0 ? -1 : NEXT (pwrite64) (fd, data, (size_t) allowed, offset);

  if (written > 0)
    note (FAULT_LOG_WRITE, fd, offset, data, (size_t) written);
  return written;
}

/* GLib makes room for a file before it writes it: all of it or nothing. */
static int
may_allocate (int fd, long long offset, long long length)
{
  char path[PATH_MAX];
  struct stat info;

  if (!fault_find_file (fd, &info, path))
    return 1;
  if (fault_fails ("fallocate", path, 1))
    return 0;
  if (fault_take_room (&info, offset, (size_t) length) == (size_t) length)
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

  if (!fault_find_file (fd, &info, path))
    return 1;
  fault_wait_for_flush ();
  return !fault_fails (name, path, S_ISREG (info.st_mode));
}

static int
note_flush (int fd, int result)
{
  if (result == 0)
    note (FAULT_LOG_FLUSH, fd, 0, "", 0);
  return result;
}

int
fsync (int fd)
{
  return may_flush ("fsync", fd) ? note_flush (fd, NEXT (fsync) (fd)) : -1;
}

int
fdatasync (int fd)
{
  return may_flush ("fdatasync", fd) ? note_flush (fd, NEXT (fdatasync) (fd)) : -1;
}

static int
note_length (int fd, long long length, int result)
{
  if (result == 0)
    note (FAULT_LOG_TRUNCATE, fd, length, "", 0);
  return result;
}

static int
may_truncate (int fd, long long length)
{
  char path[PATH_MAX];
  struct stat info;

  return !fault_find_file (fd, &info, path) || !fault_fails ("ftruncate", path, length > info.st_size);
}

int
ftruncate (int fd, off_t length)
{
  return may_truncate (fd, length) ? note_length (fd, length, NEXT (ftruncate) (fd, length)) : -1;
}

int
ftruncate64 (int fd, off64_t length)
{
  return may_truncate (fd, length) ? note_length (fd, length, NEXT (ftruncate64) (fd, length)) : -1;
}

static int
may_open (int at, const char *path, int flags)
{
  int makes;

  if (!fault_is_ours (at, path))
    return 1;
  makes = (flags & O_CREAT) != 0 && faccessat (at, path, F_OK, 0) != 0;
  if (fault_fails ("open", path, makes))
    return 0;
  if (makes)
    note_name (FAULT_LOG_CREATE, path, "", 0);
  return 1;
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
  return !fault_is_ours (at, path) || !fault_fails (name, path, 1);
}

static int
note_rename (const char *from, const char *to, int result)
{
  if (result == 0)
    note_name (FAULT_LOG_RENAME, from, to, strlen (to));
  return result;
}

int
rename (const char *from, const char *to)
{
  return may_name ("rename", AT_FDCWD, to) ? note_rename (from, to, NEXT (rename) (from, to)) : -1;
}

int
renameat (int from_at, const char *from, int to_at, const char *to)
{
  return may_name ("rename", to_at, to) ? NEXT (renameat) (from_at, from, to_at, to) : -1;
}

int
renameat2 (int from_at, const char *from, int to_at, const char *to, unsigned flags)
{
  return may_name ("rename", to_at, to) ? note_rename (from, to, NEXT (renameat2) (from_at, from, to_at, to, flags)) : -1;
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
  return !fault_is_ours (at, path) || !fault_fails ("unlink", path, 0);
}

static int
note_removal (const char *path, int result)
{
  if (result == 0)
    note_name (FAULT_LOG_REMOVE, path, "", 0);
  return result;
}

int
unlink (const char *path)
{
  return may_remove (AT_FDCWD, path) ? note_removal (path, NEXT (unlink) (path)) : -1;
}

int
unlinkat (int at, const char *path, int flags)
{
  return may_remove (at, path) ? note_removal (path, NEXT (unlinkat) (at, path, flags)) : -1;
}

int
remove (const char *path)
{
  return may_remove (AT_FDCWD, path) ? note_removal (path, NEXT (remove) (path)) : -1;
}
