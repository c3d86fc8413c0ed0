/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS

#include "fault-log.h"

#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* Before the name and the bytes of each record; read by power.py. */
typedef struct
{
  long long kind;
  long long offset;
  long long path_length;
  long long length;
} Header;

static int log_fd = -1;

/* Makes the log, past the functions that stand before the C library's. */
void
fault_log_open (const char *path)
{
  log_fd = (int) syscall (SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

int
fault_log_is_open (void)
{
  return log_fd >= 0;
}

/* Adds a record, as one write: several threads may do so. */
void
fault_log (FaultLogKind kind, const char *path, long long offset, const void *data, size_t length)
{
  Header header = { kind, offset, (long long) strlen (path), (long long) length };
  struct iovec parts[] = { { &header, sizeof header },
                           { (void *) path, (size_t) header.path_length },
                           { (void *) data, length } };

  if (log_fd >= 0)
    syscall (SYS_writev, log_fd, parts, 3);
}
