/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first row of a statement that is found beside the main loop. */

#include "care-first-row.h"

#include "care-statement.h"
#include "care-store-error.h"

#define SHORT (20 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  sqlite3 *db;
  GRecMutex lock;
  int n_begun; /* calls of work() */
  int n_done;
} Fixture;

/* What takes its time. */
static void
work (sqlite3_context *context, int n, sqlite3_value **values)
{
  Fixture *fixture = sqlite3_user_data (context);

  g_atomic_int_inc (&fixture->n_begun);
  g_usleep (SHORT);
  g_atomic_int_inc (&fixture->n_done);
  sqlite3_result_int (context, 7);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_rec_mutex_init (&fixture->lock);
  g_assert_cmpint (sqlite3_open (":memory:", &fixture->db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_create_function (fixture->db, "work", 0, SQLITE_UTF8, fixture, work, NULL, NULL), ==, SQLITE_OK);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
  g_rec_mutex_clear (&fixture->lock);
}

static sqlite3_stmt *
prepare (Fixture *fixture, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

/* The rest follows where the first ended. */
static void
test_found (Fixture *fixture, gconstpointer data)
{
  sqlite3_stmt *statement = prepare (fixture, "SELECT work () UNION ALL SELECT 8");
  CareFirstRow *first = care_first_row_find (&fixture->lock, statement);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (care_first_row_wait (first, G_MAXINT64));
  g_assert_true (care_first_row_take (first, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 7);
  care_first_row_free (first);
  g_assert_true (care_statement_step (statement, &error));
  g_assert_cmpint (sqlite3_column_int64 (statement, 0), ==, 8);
  g_assert_false (care_statement_step (statement, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture->n_begun, ==, 1);
  sqlite3_finalize (statement);
}

static void
assert_none (Fixture *fixture, const char *sql, GError **error)
{
  sqlite3_stmt *statement = prepare (fixture, sql);
  CareFirstRow *first = care_first_row_find (&fixture->lock, statement);
  gint64 id;

  g_assert_true (care_first_row_wait (first, G_MAXINT64));
  g_assert_false (care_first_row_take (first, &id, error));
  care_first_row_free (first);
  sqlite3_finalize (statement);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_none (fixture, "SELECT 1 WHERE work () = 0", &error);
  g_assert_no_error (error);
  assert_none (fixture, "SELECT abs (-9223372036854775807 - 1)", &error);
  g_assert_nonnull (error);
  g_assert_true (error->domain == CARE_STORE_ERROR);
}

/* It is not begun with while somebody has the library. */
static void
test_waits (Fixture *fixture, gconstpointer data)
{
  sqlite3_stmt *statement = prepare (fixture, "SELECT work ()");
  CareFirstRow *first;

  g_rec_mutex_lock (&fixture->lock);
  first = care_first_row_find (&fixture->lock, statement);
  g_assert_false (care_first_row_wait (first, g_get_monotonic_time () + SHORT));
  g_assert_cmpint (g_atomic_int_get (&fixture->n_begun), ==, 0);
  g_rec_mutex_unlock (&fixture->lock);
  g_assert_true (care_first_row_wait (first, G_MAXINT64));
  g_assert_cmpint (fixture->n_done, ==, 1);
  care_first_row_free (first);
  sqlite3_finalize (statement);
}

/* Whoever has the library gives it up without waiting, and the statement is not touched after that. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  sqlite3_stmt *statement = prepare (fixture, "SELECT work ()");

  g_rec_mutex_lock (&fixture->lock);
  care_first_row_free (care_first_row_find (&fixture->lock, statement));
  sqlite3_finalize (statement);
  g_rec_mutex_unlock (&fixture->lock);
  g_usleep (SHORT);
  g_assert_cmpint (g_atomic_int_get (&fixture->n_begun), ==, 0);
}

/* What is at work is over when it has been given up. */
static void
test_given_up_at_work (Fixture *fixture, gconstpointer data)
{
  sqlite3_stmt *statement = prepare (fixture, "SELECT work ()");
  CareFirstRow *first = care_first_row_find (&fixture->lock, statement);

  while (g_atomic_int_get (&fixture->n_begun) == 0)
    g_thread_yield ();
  care_first_row_free (first);
  g_assert_cmpint (g_atomic_int_get (&fixture->n_done), ==, 1);
  sqlite3_finalize (statement);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/store/first-row/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("found", test_found);
  ADD ("none", test_none);
  ADD ("waits", test_waits);
  ADD ("given-up", test_given_up);
  ADD ("given-up-at-work", test_given_up_at_work);
#undef ADD
  return g_test_run ();
}
