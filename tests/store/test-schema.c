/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema of a new library is what the kinds say, and what the recording of
 * changes asks for; that of a released version never changes. */

#include "care-database.h"
#include "care-schema.h"
#include "care-statement.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  StoreFixture base;
  sqlite3 *db;
} SchemaFixture;

static void
set_up (SchemaFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->base, data);
  store_fixture_create (&fixture->base, NULL);
  g_assert_cmpint (sqlite3_open (fixture->base.path, &fixture->db), ==, SQLITE_OK);
}

static void
tear_down (SchemaFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
  store_fixture_tear_down (&fixture->base, data);
}

/* The rows that @sql gives, a line each, columns divided by spaces; @name, if
 * any, is bound. */
static char *
query (sqlite3 *db, const char *sql, const char *name)
{
  GString *rows = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (name != NULL)
    sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        const char *text = (const char *) sqlite3_column_text (statement, i);
        g_string_append_printf (rows, "%s%s", text == NULL ? "-" : text,
                                i + 1 < sqlite3_column_count (statement) ? " " : "\n");
      }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return g_string_free (rows, FALSE);
}

static void
assert_query (sqlite3 *db, const char *sql, const char *name, const char *expected)
{
  g_autofree char *rows = query (db, sql, name);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_marks (SchemaFixture *fixture, gconstpointer data)
{
  assert_query (fixture->db, "PRAGMA application_id", NULL, "1130459749\n"); /* "Care" */
  assert_query (fixture->db, "PRAGMA user_version", NULL, "8\n");
  assert_query (fixture->db, "PRAGMA encoding", NULL, "UTF-8\n");
  assert_query (fixture->db, "PRAGMA journal_mode", NULL, "delete\n"); /* not WAL, which would last */
}

static const char *const changes[] = {
  "CREATE VIEW sneaky AS SELECT 1",
  "ALTER TABLE theme ADD COLUMN more TEXT",
  "CREATE TRIGGER sneaky AFTER DELETE ON theme BEGIN DELETE FROM source; END",
  "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'theme'",
  "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = sql || char (0) || 'x' WHERE name = 'theme'",
  "PRAGMA writable_schema = 1; DELETE FROM sqlite_schema WHERE name = 'theme'",
};

/* Or opening makes the whole schema again to compare it; and any change is seen. */
static void
test_fingerprint (SchemaFixture *fixture, gconstpointer data)
{
  g_autofree char *expected = care_schema_dup_fingerprint (fixture->db);

  g_assert_cmpstr (expected, ==, CARE_SCHEMA_FINGERPRINT);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *found = NULL;

      g_assert_cmpint (sqlite3_exec (fixture->db, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (fixture->db, changes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      found = care_schema_dup_fingerprint (fixture->db);
      g_assert_nonnull (found);
      g_assert_cmpstr (found, !=, expected);
      g_assert_cmpint (sqlite3_exec (fixture->db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
    }
}

/* Whatever differs, the library is not opened. */
static void
test_other_refused (SchemaFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareLibrary) library = NULL;

      g_assert_cmpint (sqlite3_exec (fixture->db, changes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
      library = care_library_open (fixture->base.path, CARE_LIBRARY_WRITE, &error);
      g_assert_null (library);
      g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);

      g_assert_cmpint (g_unlink (fixture->base.path), ==, 0);
      store_fixture_create (&fixture->base, NULL);
      g_assert_cmpint (sqlite3_open (fixture->base.path, &fixture->db), ==, SQLITE_OK);
    }
}

static const char *
column_type (const CareField *field)
{
  switch (field->type)
    {
    case CARE_FIELD_REFERENCE:
    case CARE_FIELD_NUMBER:
      return "INTEGER";
    case CARE_FIELD_BYTES:
      return "BLOB";
    case CARE_FIELD_TEXT:
    case CARE_FIELD_PROSE:
    case CARE_FIELD_CHOICE:
    case CARE_FIELD_QUANTITY:
    case CARE_FIELD_DATE:
    default:
      return "TEXT";
    }
}

static void
test_history_columns (SchemaFixture *fixture, gconstpointer data)
{
  assert_query (fixture->db,
                "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo ('history')", NULL,
                "id INTEGER 1 - 1 0\nplace INTEGER 1 - 0 0\nkind TEXT 1 - 0 0\ntarget INTEGER 0 - 0 0\n"
                "sentence TEXT 1 - 0 0\nauthor TEXT 1 - 0 0\ndone TEXT 1 - 0 0\nundone INTEGER 1 - 0 0\n"
                "changeset BLOB 1 - 0 0\ndeletes INTEGER 1 0 0 0\n");
  assert_query (fixture->db, "SELECT 1 FROM pragma_foreign_key_list ('history')", NULL, "");
}

/* To find what is next to undo or redo does not take longer as a history grows. */
static void
test_history_indexes (SchemaFixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "SELECT sentence FROM history WHERE kind = 'act' AND undone = 0 ORDER BY place DESC LIMIT 1",
    "SELECT sentence FROM history WHERE undone > 0 ORDER BY undone DESC LIMIT 1",
    "SELECT max (undone) FROM history WHERE undone > 0",
    "SELECT max (place) FROM history",
    "SELECT sentence FROM history ORDER BY place DESC LIMIT 9",
    "UPDATE history SET undone = -1 WHERE undone > 0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", queries[i], NULL);
      g_autofree char *plan = query (fixture->db, sql, NULL);

      g_test_message ("%s: %s", queries[i], plan);
      g_assert_nonnull (strstr (plan, " INDEX history_by_"));
      g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
}

/* Name, type, NOT NULL, default, part of the key, hidden or generated. */
static void
test_columns (SchemaFixture *fixture, gconstpointer data)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (GString) expected = g_string_new ("id INTEGER 1 - 1 0\n");

      for (guint i = 0; i < kinds[k].n_fields; i++)
        g_string_append_printf (expected, "%s %s %d - 0 0\n", kinds[k].fields[i].name,
                                column_type (&kinds[k].fields[i]),
                                (kinds[k].fields[i].flags & CARE_FIELD_IS_REQUIRED) != 0);
      assert_query (fixture->db,
                    "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo (?)",
                    kinds[k].name, expected->str);
    }
}

/* What is there besides the kinds: type, STRICT, WITHOUT ROWID. */
static const struct
{
  const char *name;
  const char *what;
} others[] = {
  { "history", "table 1 0\n" },      { "catalogue", "table 1 0\n" },      { "dependency", "table 1 1\n" },
  { "search", "virtual 0 0\n" },     { "search_data", "shadow 0 0\n" },   { "search_idx", "shadow 0 1\n" },
  { "search_config", "shadow 0 1\n" },
};

static void
test_tables (SchemaFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *tables = NULL;
  g_auto (GStrv) lines = NULL;
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  tables = query (fixture->db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", NULL);
  lines = g_strsplit (g_strstrip (tables), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_kinds + G_N_ELEMENTS (others));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_true (g_strv_contains ((const char *const *) lines, others[i].name));
      assert_query (fixture->db, "SELECT type, strict, wr FROM pragma_table_list WHERE name = ?", others[i].name,
                    others[i].what);
    }
  for (guint k = 0; k < n_kinds; k++)
    {
      g_assert_true (g_strv_contains ((const char *const *) lines, kinds[k].name));
      assert_query (fixture->db, "SELECT type, strict, wr FROM pragma_table_list WHERE name = ?",
                    kinds[k].name, "table 1 0\n");
    }
}

/* Column, table and column referred to, and what an UPDATE or DELETE does. */
static void
test_foreign_keys (SchemaFixture *fixture, gconstpointer data)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (GString) expected = g_string_new (NULL);

      for (guint i = kinds[k].n_fields; i > 0; i--)
        if (kinds[k].fields[i - 1].type == CARE_FIELD_REFERENCE)
          g_string_append_printf (expected, "%s %s id NO ACTION NO ACTION NONE\n",
                                  kinds[k].fields[i - 1].name, kinds[k].fields[i - 1].target);
      assert_query (fixture->db,
                    "SELECT \"from\", \"table\", \"to\", on_update, on_delete, \"match\""
                    " FROM pragma_foreign_key_list (?) ORDER BY id",
                    kinds[k].name, expected->str);
    }
}

/* An act may put a record in before the one that it names. */
static void
test_references_deferred (SchemaFixture *fixture, gconstpointer data)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autofree char *sql
        = query (fixture->db, "SELECT sql FROM sqlite_schema WHERE name = ?", kinds[k].name);
      g_auto (GStrv) references = g_strsplit (sql, "REFERENCES", -1);
      g_auto (GStrv) deferred = g_strsplit (sql, " (id) DEFERRABLE INITIALLY DEFERRED", -1);

      g_assert_cmpuint (g_strv_length (references), ==, g_strv_length (deferred));
    }
}

/* What may be NULL is left out, which is most of it where it may. */
static char *
write_index (const char *name, const char *table, const CareField *field)
{
  if (field->flags & CARE_FIELD_IS_REQUIRED)
    return g_strdup_printf ("CREATE INDEX \"%s\" ON \"%s\" (\"%s\")\n", name, table, field->name);
  return g_strdup_printf ("CREATE INDEX \"%s\" ON \"%s\" (\"%s\") WHERE \"%s\" IS NOT NULL\n", name, table, field->name,
                          field->name);
}

static void
test_indexes (SchemaFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k].n_fields; i++)
      {
        const CareField *field = &kinds[k].fields[i];
        g_autofree char *name = NULL;
        g_autofree char *sql = NULL;

        if (field->type != CARE_FIELD_REFERENCE)
          continue;
        name = g_strdup_printf ("%s_by_%s", kinds[k].name, field->name);
        sql = write_index (name, kinds[k].name, field);
        assert_query (fixture->db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", name,
                      sql);
        g_string_append (expected, "0\n");
      }
  g_string_append (expected, "0\n0\n0\n0\n"); /* those of the history */
  /* Nothing else is indexed, but what is derived: not UNIQUE, not for a key of its own. */
  assert_query (fixture->db,
                "SELECT i.\"unique\" FROM sqlite_schema AS t JOIN pragma_index_list (t.name) AS i"
                " WHERE t.type = 'table' AND t.name NOT IN ('catalogue', 'dependency') AND t.name NOT LIKE 'search%'",
                NULL, expected->str);
}

static void
test_nothing_that_runs (SchemaFixture *fixture, gconstpointer data)
{
  assert_query (fixture->db, "SELECT type, name FROM sqlite_schema WHERE type NOT IN ('table', 'index')",
                NULL, "");
  assert_query (
    fixture->db,
    "SELECT name FROM sqlite_schema WHERE NOT (name LIKE 'sqlite_autoindex_%' OR name LIKE 'search%'"
    " OR name = 'catalogue_by_record' OR name = 'history') AND (sql IS NULL OR sql LIKE '%TRIGGER%' OR sql LIKE '%VIRTUAL%'"
    " OR sql LIKE '%GENERATED%' OR sql LIKE '% AS (%' OR sql LIKE '%CASCADE%'"
    " OR sql LIKE '%SET NULL%' OR sql LIKE '%UNIQUE%' OR sql LIKE '%CHECK (%' OR sql LIKE '%CHECK(%'"
    " OR sql LIKE '%DEFAULT%' OR sql LIKE '%COLLATE%')",
    NULL, "");
}

static void
test_released_is_new (SchemaFixture *fixture, gconstpointer data)
{
  const char *sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
  g_autofree char *released = store_read_released (CARE_LIBRARY_VERSION);
  g_autofree char *path = g_build_filename (fixture->base.folder, "released.carebrief", NULL);
  g_autofree char *expected = NULL;
  sqlite3 *db = NULL;

  store_run_sql (path, released);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  expected = query (db, sql, NULL);
  assert_query (fixture->db, sql, NULL, expected);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Opened only to be read, a library stays of the version that it is. */
static void
assert_reads (StoreFixture *fixture, int version)
{
  g_autoptr (GBytes) before = store_read_file (fixture->path);
  g_autoptr (CareLibrary) library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = care_library_history (library, 10, &error);
  g_autoptr (GBytes) after = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 0);
  g_assert_cmpint (care_library_get_version (library), ==, version);
  g_assert_cmpstr (care_record_get_title (care_library_find (library, "theme", 7)), ==, "Integration");
  g_assert_true (care_library_verify (library, &error));
  g_assert_no_error (error);
  g_clear_object (&library);
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_released_opens (StoreFixture *fixture, gconstpointer data)
{
  for (int version = 1; version <= CARE_LIBRARY_VERSION; version++)
    {
      g_autoptr (CareLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      store_make_released (fixture->path, version);
      assert_reads (fixture, version);
      library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
      g_assert_cmpint (care_library_get_version (library), ==, CARE_LIBRARY_VERSION);
      g_assert_cmpstr (care_record_get_title (care_library_find (library, "theme", 7)), ==, "Integration");
      g_assert_true (care_library_verify (library, &error));
      g_assert_no_error (error);
      g_clear_object (&library);
      assert_reads (fixture, CARE_LIBRARY_VERSION);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

/* How SQLite does what it was asked last with that beginning. */
static char *
explain_last (sqlite3 *db, const char *beginning)
{
  for (sqlite3_stmt *statement = sqlite3_next_stmt (db, NULL); statement != NULL; statement = sqlite3_next_stmt (db, statement))
    if (g_str_has_prefix (sqlite3_sql (statement), beginning))
      {
        g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", sqlite3_sql (statement), NULL);

        return query (db, sql, NULL);
      }
  return NULL;
}

/* What refers to a record is found by an index, and not by looking at all of its kind. */
static void
test_children_by_index (SchemaFixture *fixture, gconstpointer data)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k].n_fields; i++)
      {
        const CareField *field = &kinds[k].fields[i];
        g_autofree char *beginning = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\"", kinds[k].name, field->name);
        g_autoptr (GError) error = NULL;
        g_autoptr (GArray) ids = NULL;
        g_autofree char *plan = NULL;

        if (field->type != CARE_FIELD_REFERENCE)
          continue;
        ids = care_database_list_children (fixture->db, &kinds[k], field, 1, &error);
        g_assert_no_error (error);
        plan = explain_last (fixture->db, beginning);
        if (strstr (plan, "INDEX") == NULL)
          g_test_message ("%s.%s: %s", kinds[k].name, field->name, plan);
        g_assert_nonnull (strstr (plan, "INDEX"));
      }
  care_statements_forget (fixture->db);
}

/* A record goes without a look at all that could refer to it, of which there may be very many. */
static void
test_deleted_by_index (SchemaFixture *fixture, gconstpointer data)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  store_run_sql (fixture->base.path, "INSERT INTO pledge (id, title, kind) VALUES (1, 'A', 'action'), (2, 'B', 'action');"
                                     " INSERT INTO deadline (id, pledge, words) VALUES (3, 2, 'x'), (4, 2, 'y'), (5, 2, 'z');"
                                     " INSERT INTO verdict (id, pledge, whose) VALUES (6, 2, 'ours'), (7, 2, 'ours');");
  g_assert_cmpint (sqlite3_exec (fixture->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = 1", kinds[k].name);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      g_assert_cmpint (sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, FALSE), ==, 0);
      g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, SchemaFixture, NULL, set_up, function, tear_down)
  ADD ("/schema/fingerprint", test_fingerprint);
  ADD ("/schema/other-refused", test_other_refused);
  ADD ("/schema/marks", test_marks);
  ADD ("/schema/tables", test_tables);
  ADD ("/schema/columns", test_columns);
  ADD ("/schema/history/columns", test_history_columns);
  ADD ("/schema/history/indexes", test_history_indexes);
  ADD ("/schema/foreign-keys", test_foreign_keys);
  ADD ("/schema/references-deferred", test_references_deferred);
  ADD ("/schema/indexes", test_indexes);
  ADD ("/schema/nothing-that-runs", test_nothing_that_runs);
  ADD ("/schema/released-is-new", test_released_is_new);
  ADD ("/schema/children-by-index", test_children_by_index);
  ADD ("/schema/deleted-by-index", test_deleted_by_index);
#undef ADD
  g_test_add ("/schema/released-opens", StoreFixture, NULL, store_fixture_set_up, test_released_opens,
              store_fixture_tear_down);

  return g_test_run ();
}
