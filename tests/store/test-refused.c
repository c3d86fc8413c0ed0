/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is not a library, or is a broken one, is refused and left as it was. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Both ways of opening are refused, and leave the file and its folder alone. */
static void
assert_refused_untouched (StoreFixture *fixture, CareStoreError code)
{
  g_autoptr (GBytes) before = store_read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *names = NULL;

  store_assert_refused (fixture->path, CARE_LIBRARY_READ, code);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, code);
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

static void
test_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *within = g_build_filename (fixture->path, "within.carebrief", NULL);
  g_autofree char *names = NULL;

  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_MISSING);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_MISSING);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "");

  store_write_file (fixture->path, "", 0);
  store_assert_refused (within, CARE_LIBRARY_READ, CARE_STORE_ERROR_MISSING);
}

static void
test_not_a_file (StoreFixture *fixture, gconstpointer data)
{
  store_assert_refused (fixture->folder, CARE_LIBRARY_READ, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_assert_refused (fixture->folder, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NOT_A_LIBRARY);
  /* Nobody writes to it: to wait would be to wait for ever. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_not_a_library (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  store_write_file (fixture->path, "", 0);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_write_file (fixture->path, "SQLite format 3", 16);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_write_file (fixture->path, text, 5000);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_foreign (StoreFixture *fixture, gconstpointer data)
{
  store_run_sql (fixture->path, "CREATE TABLE figure (a); PRAGMA user_version = 1;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_run_sql (fixture->path, "PRAGMA application_id = 1196444487;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  /* No CareBrief ever wrote these versions. */
  store_run_sql (fixture->path, "PRAGMA application_id = 1130459749; PRAGMA user_version = 0;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_run_sql (fixture->path, "PRAGMA user_version = -1;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture, NULL);
  store_run_sql (fixture->path, "PRAGMA user_version = 9;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NEWER);
  store_run_sql (fixture->path, "PRAGMA user_version = 2147483647;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NEWER);
}

/* Both versions are named. */
static void
test_newer_message (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *ours = g_strdup_printf ("%d", CARE_LIBRARY_VERSION);
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture, NULL);
  store_run_sql (fixture->path, "PRAGMA user_version = 987;");
  g_assert_null (care_library_open (fixture->path, CARE_LIBRARY_READ, &error));
  g_assert_nonnull (strstr (error->message, "987"));
  g_assert_nonnull (strstr (error->message, ours));
}

/* What is not exactly ours is refused: it could run, or be missed by the store. */
static void
test_other_schema (StoreFixture *fixture, gconstpointer data)
{
  static const char *const statements[] = {
    "DROP TABLE comment",
    "DROP INDEX figure_by_actor",
    "CREATE TABLE more (id INTEGER)",
    "CREATE INDEX more ON figure (label)",
    "CREATE VIEW more AS SELECT * FROM figure",
    "CREATE TRIGGER more AFTER UPDATE ON figure BEGIN DELETE FROM figure; END",
    "CREATE VIRTUAL TABLE more USING fts5 (a)",
    "CREATE VIRTUAL TABLE more USING rtree (a, b, c)",
    "ALTER TABLE theme ADD COLUMN more TEXT",
    "ALTER TABLE theme RENAME COLUMN ordinal TO more",
    /* A view in the place of a table, which never ends. */
    "DROP TABLE comment; CREATE VIEW comment AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
    "FROM n)"
    " SELECT i AS id, i AS source, i AS author_words, i AS text, i AS standing, i AS promoted_by FROM n",
    /* The words of a table, but of another kind of object or with a check that runs. */
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '\"note\" TEXT',"
    " '\"note\" TEXT CHECK (length (hex (zeroblob (1000000))) > 0)') WHERE name = 'figure'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET tbl_name = 'pledge' WHERE name = "
    "'figure_by_actor'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view' WHERE name = 'comment'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = NULL WHERE name = 'comment'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 4000000 WHERE name = 'comment'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'comment'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_test_message ("%s", statements[i]);
      store_fixture_create (fixture, NULL);
      store_run_sql (fixture->path, statements[i]);
      assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

/* The version of an earlier schema does not make this one right. */
static void
test_other_version (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture, NULL);
  store_run_sql (fixture->path, "PRAGMA user_version = 1;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
}

static void
test_links (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);

  g_assert_cmpint (symlink (other, fixture->path), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_MISSING);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_MISSING);
  g_assert_cmpint (symlink (fixture->path, other), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_device (StoreFixture *fixture, gconstpointer data)
{
  static const char *const devices[] = { "/dev/null", "/dev/zero", "/dev/tty" };

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      store_assert_refused (devices[i], CARE_LIBRARY_READ, CARE_STORE_ERROR_NOT_A_LIBRARY);
      store_assert_refused (devices[i], CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NOT_A_LIBRARY);
    }
}

/* Ten gigabytes, which take no room on the disk: to go through them is not to end. */
static void
test_zeros (StoreFixture *fixture, gconstpointer data)
{
  const guint8 n_pages[] = { 0, 0x27, 0, 0 };

  store_write_file (fixture->path, "", 0);
  g_assert_cmpint (truncate (fixture->path, G_GINT64_CONSTANT (10) << 30), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NOT_A_LIBRARY);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  /* A whole library, and zeros that it does not say it has: they are not read. */
  store_fixture_create (fixture, NULL);
  g_assert_cmpint (truncate (fixture->path, G_GINT64_CONSTANT (10) << 30), ==, 0);
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_WRITE));
  /* And that it says it has. */
  store_patch_file (fixture->path, 28, n_pages, sizeof n_pages);
  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_IO);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_DAMAGED);
}

static void
assert_beside_refused (StoreFixture *fixture, const char *name, CareStoreError code)
{
  g_autoptr (GBytes) before = store_read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *names = NULL;
  g_autofree char *expected = g_strconcat ("a library.carebrief|", name, NULL);

  store_assert_refused (fixture->path, CARE_LIBRARY_READ, code);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, code);
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, expected);
}

/* A journal that names another file, which SQLite would delete: plain opening and
 * reading is enough. */
static GBytes *
make_hostile_journal (const char *victim)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  GByteArray *journal = g_byte_array_new ();
  gsize length = strlen (victim);
  guint32 sum = 0;
  guint32 numbers[2];

  g_byte_array_set_size (journal, 512);
  memset (journal->data, 0, 512);
  memcpy (journal->data, magic, sizeof magic);
  journal->data[22] = 2;                                           /* bytes of a sector: 512 */
  journal->data[26] = 16;                                          /* bytes of a page: 4096 */
  g_byte_array_append (journal, (const guint8 *) "\0\4\0\0\1", 4); /* the page of locks, as SQLite does it */
  g_byte_array_append (journal, (const guint8 *) victim, (guint) length);
  for (gsize i = 0; i < length; i++)
    sum += (guint8) victim[i];
  numbers[0] = GUINT32_TO_BE ((guint32) length);
  numbers[1] = GUINT32_TO_BE (sum);
  g_byte_array_append (journal, (const guint8 *) numbers, sizeof numbers);
  g_byte_array_append (journal, magic, sizeof magic);
  return g_byte_array_free_to_bytes (journal);
}

static void
test_hostile_journal (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *victim = g_build_filename (g_get_tmp_dir (), "carebrief-victim.txt", NULL);
  g_autoptr (GBytes) bytes = make_hostile_journal (victim);

  store_write_file (victim, "mine", 4);
  store_fixture_create (fixture, NULL);
  store_write_file (journal, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_beside_refused (fixture, "a library.carebrief-journal", CARE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_test (victim, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (victim), ==, 0);

  g_assert_cmpint (g_unlink (journal), ==, 0);
  g_assert_cmpint (symlink ("nowhere", journal), ==, 0);
  assert_beside_refused (fixture, "a library.carebrief-journal", CARE_STORE_ERROR_DAMAGED);
  g_assert_cmpint (g_unlink (journal), ==, 0);
  g_assert_cmpint (mkfifo (journal, 0600), ==, 0);
  assert_beside_refused (fixture, "a library.carebrief-journal", CARE_STORE_ERROR_DAMAGED);
}

/* A journal of anything at all. */
static void
test_garbage_journal (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *text = g_strnfill (5000, 'x');

  store_fixture_create (fixture, NULL);
  store_write_file (journal, text, 5000);
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_WRITE));
  store_write_file (journal, "", 0);
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
}

/* Another program has set the library to write-ahead logging. */
static void
test_log (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *names = NULL;

  store_fixture_create (fixture, NULL);
  store_run_sql (fixture->path,
                 "PRAGMA journal_mode = WAL; INSERT INTO theme VALUES (7, 'Integration', NULL);");
  before = store_read_file (fixture->path);
  {
    g_autoptr (CareLibrary) library = store_fixture_open (fixture, CARE_LIBRARY_READ);

    g_assert_nonnull (care_library_find (library, "theme", 7));
  }
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NO_ACCESS);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
  store_write_file (log, "log", 3);
  assert_beside_refused (fixture, "a library.carebrief-wal", CARE_STORE_ERROR_IN_USE);
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* A value that its field cannot have must not come on screen as if it could. */
static void
count_trouble (CareLibrary *library, const GError *error, guint *n)
{
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
  (*n)++;
}

/* What cannot be the value of its field is found when it is read: it is told, the
 * rest of the record can be used, and the file is left as it is. */
static void
test_bad_values (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *statement;
    const char *kind;
    CareId id;
    const char *field;
  } cases[] = {
    { "UPDATE figure SET value = 'a lot' WHERE id = 10", "figure", 10, "value" },
    { "UPDATE figure SET newness = 'brand-new' WHERE id = 10", "figure", 10, "newness" },
    { "UPDATE figure SET period = '2015-13-45' WHERE id = 10", "figure", 10, "period" },
    { "UPDATE figure SET actor = -1 WHERE id = 10", "figure", 10, "actor" },
    { "UPDATE section SET ordinal = -1 WHERE id = 31", "section", 31, "ordinal" },
    { "UPDATE actor SET colour = 'red' WHERE id = 1", "actor", 1, "colour" },
    { "UPDATE actor SET name = CAST (x'ff' AS TEXT) WHERE id = 1", "actor", 1, "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = store_records_few ();
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (CareLibrary) library = NULL;
      g_autoptr (GError) error = NULL;
      guint n = 0;

      store_fixture_create (fixture, records);
      store_run_sql (fixture->path, cases[i].statement);
      g_test_message ("%s", cases[i].statement);
      before = store_read_file (fixture->path);
      library = store_fixture_open (fixture, CARE_LIBRARY_READ);
      g_signal_connect (library, "trouble", G_CALLBACK (count_trouble), &n);
      g_assert_null (care_record_get (care_library_find (library, cases[i].kind, cases[i].id), cases[i].field));
      g_assert_cmpuint (n, ==, 1);
      g_assert_false (care_library_verify (library, &error));
      g_assert_nonnull (error);
      g_clear_object (&library);
      after = store_read_file (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

/* Opens a file that may be broken. What matters is that it ends, with an error
 * that says so or a library that can be gone through. */
static void
open_broken (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (fixture->path, CARE_LIBRARY_READ, &error);

  if (library == NULL)
    {
      g_assert_true (g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED)
                     || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY));
      return;
    }
  g_assert_no_error (error);
  if (!care_library_verify (library, &error))
    g_assert_nonnull (error);
}

/* Every page in turn is made nonsense, or zeros. */
static void
test_every_page (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (1);
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  size = g_bytes_get_size (whole);
  for (gsize page = 0; page < size / 4096; page++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);

      for (gsize i = page == 0 ? 100 : 0; i < 4096; i++)
        bytes[page * 4096 + i] = page % 2 == 0 ? (guint8) g_test_rand_int_range (0, 256) : 0;
      store_write_file (fixture->path, bytes, size);
      open_broken (fixture);
    }
}

static void
test_truncated (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (2);
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  size = g_bytes_get_size (whole);
  for (gsize length = 100; length < size; length += size / 23)
    {
      store_write_file (fixture->path, g_bytes_get_data (whole, NULL), length);
      assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
    }
}

static void
test_garbage (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (2);
  g_autoptr (GBytes) whole = NULL;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  for (int round = 0; round < 60; round++)
    {
      gsize length;
      g_autofree guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (whole), &length);
      guint n = 1u << g_test_rand_int_range (0, 12);

      /* Everything after the header, which has tests of its own. */
      for (guint i = 0; i < n; i++)
        bytes[g_test_rand_int_range (100, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);
      store_write_file (fixture->path, bytes, length);
      open_broken (fixture);
    }
}

static void
test_no_pages (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize length;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  bytes = g_bytes_unref_to_data (g_steal_pointer (&whole), &length);
  memset (bytes + 4096, 0xa5, length - 4096);
  store_write_file (fixture->path, bytes, length);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/refused/missing", test_missing);
  ADD ("/refused/not-a-file", test_not_a_file);
  ADD ("/refused/not-a-library", test_not_a_library);
  ADD ("/refused/foreign", test_foreign);
  ADD ("/refused/newer", test_newer);
  ADD ("/refused/newer/message", test_newer_message);
  ADD ("/refused/other-schema", test_other_schema);
  ADD ("/refused/other-version", test_other_version);
  ADD ("/refused/links", test_links);
  ADD ("/refused/device", test_device);
  ADD ("/refused/zeros", test_zeros);
  ADD ("/refused/hostile-journal", test_hostile_journal);
  ADD ("/refused/garbage-journal", test_garbage_journal);
  ADD ("/refused/log", test_log);
  ADD ("/refused/every-page", test_every_page);
  ADD ("/refused/bad-values", test_bad_values);
  ADD ("/refused/truncated", test_truncated);
  ADD ("/refused/garbage", test_garbage);
  ADD ("/refused/no-pages", test_no_pages);
#undef ADD

  return g_test_run ();
}
