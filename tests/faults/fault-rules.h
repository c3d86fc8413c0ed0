/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which calls fail, as the environment says: fault-shim.c lists what it may say. */

#pragma once

#include <stddef.h>
#include <sys/stat.h>

int fault_is_ours (int at, const char *path);
int fault_find_file (int fd, struct stat *info, char *path);
int fault_fails (const char *name, const char *path, int needs_room);
size_t fault_take_room (const struct stat *info, long long offset, size_t count);
void fault_wait_for_flush (void);
