/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tools/bench measures, a command each. A line is what was measured, whose
 * it is ("ours", or "peer" for SQLite's bare C interface doing the same work) and
 * how long it took in seconds, by the clock and of the processor. The two take
 * turns. */

#include "bench-figures.h"
#include "bench-run.h"

#include "care-figures-csv.h"
#include "care-library-json.h"
#include "care-search.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK 100000
#define FIRST_ID 1000000

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return;
  fprintf (stderr, "bench-store: %s: %s\n", sql, sqlite3_errmsg (db));
  exit (1);
}

/* As durable as a library. */
static sqlite3 *
open_peer (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    exit (1);
  run_sql (db, "PRAGMA foreign_keys = ON; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;"
               "PRAGMA synchronous = FULL; BEGIN EXCLUSIVE; COMMIT");
  return db;
}

/* The records of a list stand for those of a library. */
static GPtrArray *made;

static CareRecord *
look_up_made (const char *kind, CareId id, gpointer data)
{
  return NULL;
}

static GListModel *
list_made (const char *kind, gpointer data)
{
  static GListStore *list;

  g_clear_object (&list);
  list = g_list_store_new (CARE_TYPE_RECORD);
  for (guint i = 0; i < made->len; i++)
    if (care_record_is (g_ptr_array_index (made, i), kind))
      g_list_store_append (list, g_ptr_array_index (made, i));
  return G_LIST_MODEL (list);
}

static GListModel *
list_kind (const char *kind, gpointer library)
{
  return care_library_list (library, kind);
}

static void
read_sample (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  gsize length;

  bench_check (g_file_get_contents (path, &text, &length, &error), &error);
  bytes = g_bytes_new (text, length);
  made = care_library_json_read (bytes, NULL, &error);
  bench_check (made != NULL, &error);
}

/* make LIBRARY N SAMPLE: the records of the sample, then figures up to N. */
static void
make (char **argv)
{
  guint n = (guint) atoi (argv[1]);
  g_autoptr (CareNames) names = care_names_new (look_up_made, list_made, NULL);
  GError *error = NULL;

  read_sample (argv[2]);
  while (made->len < n)
    {
      g_autoptr (GBytes) csv = bench_figures_csv (MIN (CHUNK, n - made->len), made->len);
      GPtrArray *figures = care_figures_csv_read (csv, names, FIRST_ID + made->len, NULL, &error);

      bench_check (figures != NULL, &error);
      g_ptr_array_extend_and_steal (made, figures);
    }
  bench_check (care_library_create (argv[0], made, &error), &error);
}

/* csv FILE N SEED */
static void
write_csv (char **argv)
{
  g_autoptr (GBytes) csv = bench_figures_csv ((guint) atoi (argv[1]), (guint32) atoi (argv[2]));
  GError *error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (csv, &length);

  bench_check (g_file_set_contents (argv[0], text, (gssize) length, &error), &error);
}

static void
open_ours (const char *path)
{
  BenchMoment start = bench_now ();
  g_autoptr (CareLibrary) library = bench_open_library (path);

  bench_tell ("open", "ours", start);
}

static void
open_theirs (const char *path)
{
  BenchMoment start = bench_now ();
  sqlite3 *db = open_peer (path);

  run_sql (db, "PRAGMA quick_check");
  bench_tell ("open", "peer", start);
  sqlite3_close (db);
}

/* open LIBRARY COPY ROUNDS */
static void
measure_opening (char **argv)
{
  for (int i = atoi (argv[2]); i > 0; i--)
    {
      open_ours (argv[0]);
      open_theirs (argv[1]);
    }
}

/* Sets the values of @n figures in one act: of the newest, as what was imported last
 * is corrected or undone. */
static void
act_ours (CareLibrary *library, guint n, int round, const char *what)
{
  GListModel *figures = care_library_list (library, "figure");
  BenchMoment start = bench_now ();
  g_autoptr (CareAct) act = care_act_new ("Change value");
  g_autofree char *value = g_strdup_printf ("£%dm", round + 1);
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) figure = g_list_model_get_item (figures, g_list_model_get_n_items (figures) - 1 - i);

      bench_check (care_act_set (act, figure, "value", value, &error), &error);
    }
  bench_check (care_library_apply (library, act, &error), &error);
  bench_tell (what, "ours", start);
}

static void
undo_ours (CareLibrary *library, const char *what)
{
  BenchMoment start = bench_now ();
  GError *error = NULL;
  g_autofree char *sentence = care_library_undo (library, &error);

  bench_check (sentence != NULL, &error);
  bench_tell (what, "ours", start);
}

static void
bind_step_reset (sqlite3_stmt *statement, const char *value, sqlite3_int64 id)
{
  sqlite3_bind_text (statement, 1, value, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  if (sqlite3_step (statement) != SQLITE_DONE || sqlite3_reset (statement) != SQLITE_OK)
    exit (1);
}

/* The same figures with UPDATE and COMMIT. */
static void
act_theirs (sqlite3 *db, GArray *ids, guint n, int round, const char *what)
{
  BenchMoment start = bench_now ();
  g_autofree char *value = g_strdup_printf ("%de6 GBP", round + 1);
  sqlite3_stmt *statement = NULL;

  run_sql (db, "BEGIN IMMEDIATE");
  if (sqlite3_prepare_v2 (db, "UPDATE figure SET value = ? WHERE id = ?", -1, &statement, NULL) != SQLITE_OK)
    exit (1);
  for (guint i = 0; i < n; i++)
    bind_step_reset (statement, value, g_array_index (ids, CareId, ids->len - 1 - i));
  sqlite3_finalize (statement);
  run_sql (db, "COMMIT");
  bench_tell (what, "peer", start);
}

static GArray *
list_ids (sqlite3 *db)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (CareId));
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT id FROM figure ORDER BY id", -1, &statement, NULL) != SQLITE_OK)
    exit (1);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      CareId id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);
  return ids;
}

/* acts LIBRARY COPY N ROUNDS: an act of N figures, and its undoing. */
static void
measure_acts (char **argv)
{
  g_autoptr (CareLibrary) library = bench_open_library (argv[0]);
  sqlite3 *db = open_peer (argv[1]);
  g_autoptr (GArray) ids = list_ids (db);
  guint n = MIN ((guint) atoi (argv[2]), ids->len);
  g_autofree char *act = g_strdup_printf ("act of %u", n);
  g_autofree char *undo = g_strdup_printf ("undo of %u", n);

  for (int i = 0; i < atoi (argv[3]); i++)
    {
      act_ours (library, n, i, act);
      act_theirs (db, ids, n, 2 * i, act);
      undo_ours (library, undo);
      act_theirs (db, ids, n, 2 * i + 1, undo);
    }
  sqlite3_close (db);
}

static GPtrArray *
read_figures (CareLibrary *library, const char *path)
{
  BenchMoment start = bench_now ();
  g_autoptr (CareNames) names = care_names_new (care_library_lookup, list_kind, library);
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *figures;
  GError *error = NULL;
  char *text;
  gsize length;

  bench_check (g_file_get_contents (path, &text, &length, &error), &error);
  bytes = g_bytes_new_take (text, length);
  figures = care_figures_csv_read (bytes, names, g_get_real_time () << 11, NULL, &error);
  bench_check (figures != NULL, &error);
  bench_tell ("read", "ours", start);
  return figures;
}

/* import LIBRARY FILE, and "read" for that part of it that needs no disk. */
static void
measure_import (char **argv)
{
  g_autoptr (CareLibrary) library = bench_open_library (argv[0]);
  BenchMoment start = bench_now ();
  g_autoptr (GPtrArray) figures = read_figures (library, argv[1]);
  GError *error = NULL;

  bench_check (care_library_import (library, figures, NULL, &error), &error);
  bench_tell ("import", "ours", start);
}

/* read LIBRARY FILE ROUNDS */
static void
measure_reading (char **argv)
{
  g_autoptr (CareLibrary) library = bench_open_library (argv[0]);

  for (int i = atoi (argv[2]); i > 0; i--)
    g_ptr_array_unref (read_figures (library, argv[1]));
}

/* What a person types, letter by letter, and what is found after each. */
static const char *const queries[] = {
  "social care", "hospital beds in torbay", "savings expected from integrated care", "£3.8", "delayed disch",
  "the", "funding gap party:lab", "kind:figure nurses", "\"emergency admissions\"", "telehelath",
};

/* SQLite alone: the rows with the words, without order, titles or snippets. */
static void
search_theirs (sqlite3 *db, const char *typed, const char *what, const char *sql)
{
  BenchMoment start = bench_now ();
  sqlite3_stmt *statement = NULL;
  g_autofree char *match = g_strdup_printf ("\"%s\"*", typed);

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    exit (1);
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    ;
  sqlite3_finalize (statement);
  bench_tell (what, "peer", start);
}

static void
count_ours (CareLibrary *library, const char *typed)
{
  BenchMoment start = bench_now ();
  GError *error = NULL;
  g_autoptr (CareTally) tally = care_tally_new (library, typed, &error);

  bench_check (tally != NULL, &error);
  while (care_tally_go_on (tally, &error))
    ;
  bench_check (error == NULL, &error);
  bench_tell ("count", "ours", start);
}

static void
search_for (CareLibrary *library, sqlite3 *db, const char *typed)
{
  BenchMoment start = bench_now ();
  GError *error = NULL;
  g_autoptr (GPtrArray) hits = care_library_search (library, typed, 50, &error);

  bench_check (hits != NULL, &error);
  bench_tell ("search", "ours", start);
  count_ours (library, typed);
  if (strpbrk (typed, "\":") != NULL)
    return;
  search_theirs (db, typed, "search",
                 "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50");
  search_theirs (db, typed, "count", "SELECT count(*) FROM search WHERE search MATCH ?");
}

/* search LIBRARY COPY ROUNDS */
static void
measure_search (char **argv)
{
  g_autoptr (CareLibrary) library = bench_open_library (argv[0]);
  sqlite3 *db = open_peer (argv[1]);

  for (int i = atoi (argv[2]); i > 0; i--)
    for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
      for (const char *end = queries[q]; *end != '\0';)
        {
          g_autofree char *typed = NULL;

          end = g_utf8_next_char (end);
          typed = g_strndup (queries[q], (gsize) (end - queries[q]));
          search_for (library, db, typed);
        }
  sqlite3_close (db);
}

/* memory LIBRARY SMALL: after opening and listing, beyond what a small one takes;
 * the unit is bytes. */
static gsize
measure_library (const char *path, guint *n_records)
{
  gsize before = bench_measure_resident ();
  g_autoptr (CareLibrary) library = bench_open_library (path);
  const CareKind *kinds;
  guint n_kinds;

  *n_records = 0;
  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    *n_records += g_list_model_get_n_items (care_library_list (library, kinds[k].name));
  return bench_measure_resident () - before;
}

static void
measure_memory (char **argv)
{
  guint n_small;
  guint n_records;
  gsize small = measure_library (argv[1], &n_small);
  gsize bytes = measure_library (argv[0], &n_records);

  printf ("memory\tours\t%.1f\t0\n", ((double) bytes - (double) small) / MAX (n_records - n_small, 1));
}

static const BenchCommand commands[] = {
  { "make", 3, make },
  { "csv", 3, write_csv },
  { "open", 3, measure_opening },
  { "acts", 4, measure_acts },
  { "read", 3, measure_reading },
  { "import", 2, measure_import },
  { "search", 3, measure_search },
  { "memory", 2, measure_memory },
};

int
main (int argc, char **argv)
{
  return bench_run (commands, G_N_ELEMENTS (commands), argc, argv);
}
