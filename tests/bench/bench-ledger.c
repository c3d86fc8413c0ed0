/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tools/bench measures of the ledger, without a display. A line is what was measured and
 * how long it took in seconds, by the clock and of the processor. The peer is SQLite, which
 * reads and adds the same rows as floating point numbers, in the same process. */

#include "bench-run.h"

#include "care-decimal.h"
#include "care-ledger-records.h"
#include "care-ledger.h"

#include <sqlite3.h>
#include <stdlib.h>

#define READ_FIGURES                                                                                       \
  "SELECT id, value, actor, place, fund, flow, period_basis, period, recurrence, price_basis, price_year," \
  " newness, base, estimator FROM figure"
#define READ_LINKS "SELECT relation, from_figure, to_figure FROM link"
#define ADD_UP                                                                                                                  \
  "SELECT sum (CAST (value AS REAL)), count (*) FROM figure"                                                                    \
  " GROUP BY actor, place, flow, period_basis, period, recurrence, price_basis, price_year, base"

static sqlite3 *
open_theirs (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    exit (1);
  return db;
}

/* Returns how many characters were read, which nothing else comes to. */
static gsize
run_theirs (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gsize n = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    exit (1);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      n += sqlite3_column_text (statement, i) == NULL ? 0 : (gsize) sqlite3_column_bytes (statement, i);
  sqlite3_finalize (statement);
  return n;
}

static CareLedgerFigures *
read_ours (CareLibrary *library)
{
  GError *error = NULL;
  CareLedgerFigures *figures = care_ledger_records_read (library, NULL, &error);

  bench_check (figures != NULL, &error);
  return figures;
}

/* read LIBRARY COPY ROUNDS: all figures and their links. */
static void
measure_reading (char **argv)
{
  g_autoptr (CareLibrary) library = bench_open_library (argv[0]);
  sqlite3 *db = open_theirs (argv[1]);

  for (int i = atoi (argv[2]); i > 0; i--)
    {
      BenchMoment start = bench_now ();
      g_autoptr (CareLedgerFigures) figures = read_ours (library);

      bench_tell ("read", "ours", start);
      start = bench_now ();
      if (run_theirs (db, READ_FIGURES) + run_theirs (db, READ_LINKS) == 0)
        exit (1);
      bench_tell ("read", "peer", start);
    }
  sqlite3_close (db);
}

/* As little as there is to do: each number once, exactly. */
static void
add_bare (CareLedgerFigures *figures)
{
  CareDecimal sum = { 0, 0 };

  for (guint i = 0; i < care_ledger_figures_count (figures); i++)
    if (!care_decimal_add (&sum, care_ledger_figures_get (figures, i)->low))
      exit (1);
}

static void
add_ours (CareLedgerFigures *figures, const CareLedgerItem *items)
{
  static const CareLedgerOptions options = { .add_owners = FALSE };
  g_autoptr (CareLedger) ledger = care_ledger_new (figures, items, care_ledger_figures_count (figures), &options);

  if (ledger->sum == NULL)
    exit (1);
}

/* add LIBRARY COPY ROUNDS: a ledger of all figures, once they are read. */
static void
measure_adding (char **argv)
{
  g_autoptr (CareLibrary) library = bench_open_library (argv[0]);
  g_autoptr (CareLedgerFigures) figures = read_ours (library);
  guint n = care_ledger_figures_count (figures);
  g_autofree CareLedgerItem *items = g_new0 (CareLedgerItem, n + 1);
  sqlite3 *db = open_theirs (argv[1]);

  for (guint i = 0; i < n; i++)
    items[i].figure = care_ledger_figures_get (figures, i)->id;
  add_ours (figures, items);
  for (int i = atoi (argv[2]); i > 0; i--)
    {
      BenchMoment start = bench_now ();

      add_ours (figures, items);
      bench_tell ("add", "ours", start);
      start = bench_now ();
      if (run_theirs (db, ADD_UP) == 0)
        exit (1);
      bench_tell ("add", "peer", start);
      start = bench_now ();
      add_bare (figures);
      bench_tell ("add", "bare", start);
    }
  sqlite3_close (db);
}

static const BenchCommand commands[] = {
  { "read", 3, measure_reading },
  { "add", 3, measure_adding },
};

int
main (int argc, char **argv)
{
  return bench_run (commands, G_N_ELEMENTS (commands), argc, argv);
}
