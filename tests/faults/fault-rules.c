/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which calls fail. */

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* with 64, pwrite() would be another name of pwrite64() */

#include "fault-rules.h"

#include "fault-log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

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

/* KILL, which is no error, is 0. */
static const struct
{
  const char *name;
  int code;
} errors[] = {
  { "EIO", EIO },       { "ENOSPC", ENOSPC }, { "KILL", 0 },        { "EDQUOT", EDQUOT }, { "EFBIG", EFBIG },
  { "EROFS", EROFS },   { "EACCES", EACCES }, { "EPERM", EPERM },   { "ENOMEM", ENOMEM }, { "ENFILE", ENFILE },
  { "EMFILE", EMFILE }, { "EBUSY", EBUSY },   { "EAGAIN", EAGAIN }, { "ESTALE", ESTALE }, { "ETIMEDOUT", ETIMEDOUT },
  { "ENOLCK", ENOLCK },
};

static int
find_error (const char *name)
{
  for (size_t i = 0; name != NULL && i < sizeof errors / sizeof errors[0]; i++)
    if (strcmp (errors[i].name, name) == 0)
      return errors[i].code;
  return EIO;
}

static long long
number (const char *name, long long otherwise)
{
  const char *value = getenv (name);

  return value == NULL ? otherwise : atoll (value);
}

static void
set_up (void)
{
  const char *path = getenv ("CARE_FAULT_REPORT");
  int fd;

  folder = getenv ("CARE_FAULT_FOLDER");
  fail_at = number ("CARE_FAULT_AT", 0);
  fail_once = getenv ("CARE_FAULT_ONCE") != NULL;
  room = number ("CARE_FULL_DISK_AFTER", -1);
  flush_ms = (long) number ("CARE_SLOW_FSYNC_MS", 0);
  fail_code = find_error (getenv ("CARE_FAULT_ERROR"));
  if (getenv ("CARE_FAULT_LOG") != NULL)
    fault_log_open (getenv ("CARE_FAULT_LOG"));
  fd = path == NULL ? -1 : (int) syscall (SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
  if (fd < 0)
    return;
  report = mmap (NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (report == MAP_FAILED)
    report = &own_report;
  close (fd);
}

/* Whether @path, which may be relative to @at, is below the folder. */
int
fault_is_ours (int at, const char *path)
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
int
fault_find_file (int fd, struct stat *info, char *path)
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
  return fault_is_ours (AT_FDCWD, path);
}

/* Counts a call of @name; whether it is one to fail, and errno is set then. */
int
fault_fails (const char *name, const char *path, int needs_room)
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
size_t
fault_take_room (const struct stat *info, long long offset, size_t count)
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

/* Takes the time that a flush takes. */
void
fault_wait_for_flush (void)
{
  struct timespec time = { flush_ms / 1000, flush_ms % 1000 * 1000000 };

  if (flush_ms > 0)
    nanosleep (&time, NULL);
}
