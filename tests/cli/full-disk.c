/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a program, this makes the disk full: files may grow by
 * CARE_FULL_DISK_AFTER bytes altogether, and then by none. As on a real disk,
 * what a file has already may still be written over. */

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* with 64, pwrite() would be another name of pwrite64() */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static long long used;

static int
may_write (int fd, long long offset, size_t count)
{
  struct stat info;
  long long growth;

  if (getenv ("CARE_FULL_DISK_AFTER") == NULL || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return 1;
  growth = offset + (long long) count - (long long) info.st_size;
  if (growth <= 0)
    return 1;
  if (used + growth > atoll (getenv ("CARE_FULL_DISK_AFTER")))
    {
      errno = ENOSPC;
      return 0;
    }
  used += growth;
  return 1;
}

ssize_t
write (int fd, const void *data, size_t count)
{
  ssize_t (*real) (int, const void *, size_t)
    = (ssize_t (*) (int, const void *, size_t)) dlsym (RTLD_NEXT, "write");

  return may_write (fd, lseek (fd, 0, SEEK_CUR), count) ? real (fd, data, count) : -1;
}

ssize_t
pwrite (int fd, const void *data, size_t count, off_t offset)
{
  ssize_t (*real) (int, const void *, size_t, off_t)
    = (ssize_t (*) (int, const void *, size_t, off_t)) dlsym (RTLD_NEXT, "pwrite");

  return may_write (fd, offset, count) ? real (fd, data, count, offset) : -1;
}

ssize_t
pwrite64 (int fd, const void *data, size_t count, off64_t offset)
{
  ssize_t (*real) (int, const void *, size_t, off64_t)
    = (ssize_t (*) (int, const void *, size_t, off64_t)) dlsym (RTLD_NEXT, "pwrite64");

  return may_write (fd, offset, count) ? real (fd, data, count, offset) : -1;
}

/* GLib makes room for a file before it writes it. */
int
fallocate (int fd, int mode, off_t offset, off_t length)
{
  int (*real) (int, int, off_t, off_t) = (int (*) (int, int, off_t, off_t)) dlsym (RTLD_NEXT, "fallocate");

  return may_write (fd, offset, (size_t) length) ? real (fd, mode, offset, length) : -1;
}

int
fallocate64 (int fd, int mode, off64_t offset, off64_t length)
{
  int (*real) (int, int, off64_t, off64_t)
    = (int (*) (int, int, off64_t, off64_t)) dlsym (RTLD_NEXT, "fallocate64");

  return may_write (fd, offset, (size_t) length) ? real (fd, mode, offset, length) : -1;
}
