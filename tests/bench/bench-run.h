/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the programs of tools/bench have in common: commands, clocks, and lines that
 * say what was measured. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

/* In seconds. */
typedef struct
{
  double clock;
  double processor; /* of all threads */
} BenchMoment;

typedef struct
{
  const char *name;
  int n_arguments;
  void (*run) (char **argv);
} BenchCommand;

/* Exits with the message of @error if @ok is not so. @error is looked at after @ok:
 * which of them is worked out first, C leaves open. */
void bench_check (gboolean ok, GError **error);

BenchMoment bench_now (void);
/* Prints a line: @what, @whose, and the seconds since @since by the clock and of the
 * processor. */
void bench_tell (const char *what, const char *whose, BenchMoment since);

/* Bytes of memory that are in use. */
gsize bench_measure_resident (void);

CareLibrary *bench_open_library (const char *path);

/* The whole of main(): finds the command that is named and runs it with what follows. */
int bench_run (const BenchCommand *commands, guint n_commands, int argc, char **argv);

G_END_DECLS
