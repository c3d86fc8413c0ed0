/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A log of what a program did to its files, from which tests/faults/power.py makes
 * what a disk could hold had the power gone at any moment. */

#pragma once

#include <stddef.h>

/* What a record tells of. */
typedef enum
{
  FAULT_LOG_WRITE = 'W',    /* bytes at an offset */
  FAULT_LOG_TRUNCATE = 'T', /* the offset is the new length */
  FAULT_LOG_FLUSH = 'S',    /* of a file or of a folder */
  FAULT_LOG_CREATE = 'C',
  FAULT_LOG_RENAME = 'R', /* the bytes are the new name */
  FAULT_LOG_REMOVE = 'U',
  FAULT_LOG_SAY = 'A', /* to standard output */
} FaultLogKind;

void fault_log_open (const char *path);
int fault_log_is_open (void);
void fault_log (FaultLogKind kind, const char *path, long long offset, const void *data, size_t length);
