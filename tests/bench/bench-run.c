/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-run.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void
bench_check (gboolean ok, GError **error)
{
  if (ok)
    return;
  fprintf (stderr, "%s: %s\n", g_get_prgname (), (*error)->message);
  exit (1);
}

BenchMoment
bench_now (void)
{
  return (BenchMoment){ (double) g_get_monotonic_time () / G_USEC_PER_SEC, (double) clock () / CLOCKS_PER_SEC };
}

void
bench_tell (const char *what, const char *whose, BenchMoment since)
{
  BenchMoment end = bench_now ();

  printf ("%s\t%s\t%.6f\t%.6f\n", what, whose, end.clock - since.clock, end.processor - since.processor);
}

gsize
bench_measure_resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  malloc_trim (0);
  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  words = g_strsplit (text, " ", 3);
  return (gsize) atol (words[1]) * (gsize) sysconf (_SC_PAGESIZE);
}

CareLibrary *
bench_open_library (const char *path)
{
  GError *error = NULL;
  CareLibrary *library = care_library_open (path, CARE_LIBRARY_WRITE, &error);

  bench_check (library != NULL, &error);
  return library;
}

int
bench_run (const BenchCommand *commands, guint n_commands, int argc, char **argv)
{
  g_autofree char *name = g_path_get_basename (argv[0]);

  g_set_prgname (name);
  for (guint i = 0; argc > 1 && i < n_commands; i++)
    if (strcmp (argv[1], commands[i].name) == 0 && argc == commands[i].n_arguments + 2)
      {
        commands[i].run (argv + 2);
        return 0;
      }
  fprintf (stderr, "%s is started by tools/bench\n", name);
  return 2;
}
