/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A search index that is not what FTS5 writes is made anew before FTS5 comes near it. */

#include "care-library-private.h"
#include "care-search-index.h"
#include "care-search.h"
#include "store-fixture.h"

#include <string.h>

#define N_DAMAGES 24

static GPtrArray *
make_records (void)
{
  GPtrArray *records = store_records_random (20);

  g_ptr_array_add (records, store_record_new ("theme", 7, "name", "Zebra crossings", NULL));
  return records;
}

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_records ();

  store_fixture_set_up (fixture, data);
  store_fixture_create (fixture, records);
}

static guint
count_found (CareLibrary *library)
{
  g_autoptr (GPtrArray) hits = care_library_search (library, "zebra kind:theme", 20, NULL);

  return hits == NULL ? 0 : hits->len;
}

/* Of the first leaf with terms. */
static gint64
find_leaf (sqlite3 *db, GByteArray *block)
{
  sqlite3_stmt *statement = NULL;
  gint64 id;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id, block FROM search_data WHERE id >= 1 << 37 ORDER BY random() LIMIT 1",
                                       -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  id = sqlite3_column_int64 (statement, 0);
  g_byte_array_append (block, sqlite3_column_blob (statement, 1), (guint) sqlite3_column_bytes (statement, 1));
  sqlite3_finalize (statement);
  return id;
}

static void
put_leaf (sqlite3 *db, gint64 id, const guint8 *data, gsize length)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "UPDATE search_data SET block = ?2 WHERE id = ?1", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_blob (statement, 2, data, (int) length, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static void
damage_at_random (GByteArray *block)
{
  gint n = g_test_rand_int_range (1, 6);

  for (gint i = 0; i < n; i++)
    block->data[g_test_rand_int_range (0, (gint) block->len)] = (guint8) g_test_rand_int_range (0, 256);
  if (g_test_rand_int_range (0, 4) == 0)
    g_byte_array_set_size (block, (guint) g_test_rand_int_range (0, (gint) block->len));
}

static sqlite3 *
open_file (StoreFixture *fixture)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  return db;
}

static void
assert_mended (StoreFixture *fixture, CareLibraryMode mode)
{
  g_autoptr (CareLibrary) library = store_fixture_open (fixture, mode);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_found (library), ==, 1);
  g_assert_true (care_search_index_check (library->db, NULL));
  g_assert_false (care_library_verify (library, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
}

/* A length that makes the place after it negative, which FTS5 of SQLite 3.40 reads at. */
static void
test_length (StoreFixture *fixture, gconstpointer data)
{
  static const guint8 leaf[] = { 0, 6, 0, 12, 1, 'z', 1, 0x8f, 0xff, 0xff, 0xff, 0x7e, 4 };
  g_autoptr (GByteArray) block = g_byte_array_new ();
  sqlite3 *db = open_file (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (care_search_index_check (db, NULL));
  put_leaf (db, find_leaf (db, block), leaf, sizeof leaf);
  g_assert_false (care_search_index_check (db, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
  sqlite3_close (db);
  assert_mended (fixture, CARE_LIBRARY_READ);
  assert_mended (fixture, CARE_LIBRARY_WRITE);
  /* In the file it is mended now. */
  db = open_file (fixture);
  g_assert_true (care_search_index_check (db, NULL));
  sqlite3_close (db);
}

/* Whatever is in it, it is either taken or made anew. */
static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = store_read_file (fixture->path);
  guint n_seen = 0;

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autoptr (GByteArray) block = g_byte_array_new ();
      sqlite3 *db;
      gint64 id;
      gboolean sound;

      store_write_file (fixture->path, g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
      db = open_file (fixture);
      id = find_leaf (db, block);
      damage_at_random (block);
      put_leaf (db, id, block->data, block->len);
      sound = care_search_index_check (db, NULL);
      sqlite3_close (db);
      n_seen += !sound;
      if (!sound)
        assert_mended (fixture, i % 2 == 0 ? CARE_LIBRARY_READ : CARE_LIBRARY_WRITE);
    }
  g_test_message ("%u of %u damages seen", n_seen, N_DAMAGES);
  g_assert_cmpuint (n_seen, >, N_DAMAGES / 4);
}

/* What a later SQLite writes is left to it. */
static void
test_other_format (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GByteArray) block = g_byte_array_new ();
  sqlite3 *db = open_file (fixture);

  put_leaf (db, find_leaf (db, block), (const guint8 *) "\xff", 1);
  g_assert_false (care_search_index_check (db, NULL));
  g_assert_cmpint (sqlite3_exec (db, "UPDATE search_config SET v = 5 WHERE k = 'version'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (care_search_index_check (db, NULL));
  sqlite3_close (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/search-index/length", StoreFixture, NULL, set_up, test_length, store_fixture_tear_down);
  g_test_add ("/store/search-index/random", StoreFixture, NULL, set_up, test_random, store_fixture_tear_down);
  g_test_add ("/store/search-index/other-format", StoreFixture, NULL, set_up, test_other_format, store_fixture_tear_down);

  return g_test_run ();
}
