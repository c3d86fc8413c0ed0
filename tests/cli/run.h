/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs the real program in a folder of its own, which is also its home, and
 * keeps what it said. */

#pragma once

#include <gio/gio.h>

typedef struct
{
  char *folder;
  GSubprocessLauncher *launcher;
  int status;
  GBytes *out;
  char *err;
} Run;

Run *run_new (void);
/* Removes the folder and all that is in it. */
void run_free (Run *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* The words after the program's name, ending with NULL. */
void run_command (Run *self, ...) G_GNUC_NULL_TERMINATED;
/* As run_command(), and that it was done and said nothing on stderr. */
void run_ok (Run *self, ...) G_GNUC_NULL_TERMINATED;
/* That it failed with @status, one line on stderr and nothing on stdout, and
 * left every file in the folder as it was. */
void run_fails (Run *self, int status, ...) G_GNUC_NULL_TERMINATED;

/* What was printed, as a string that is valid until the next run. */
const char *run_get_out (Run *self);
/* Runs another program in the folder and returns what it prints. */
char *run_tool (Run *self, const char *const *argv);

char *run_path (Run *self, const char *name);
void run_write (Run *self, const char *name, const char *text);
GBytes *run_read (Run *self, const char *name);
/* Changes bytes of a file. */
void run_patch (Run *self, const char *name, gsize offset, const guint8 *bytes, gsize n_bytes);

/* Makes NAME, a library with the records of the sample. */
void run_make_sample (Run *self, const char *name);
