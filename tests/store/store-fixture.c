/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("carebrief-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a library.carebrief", NULL);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The names in the folder, by the alphabet, divided by "|". */
char *
store_fixture_list_folder (StoreFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **) names->pdata);
}

/* Makes the library with @records, which may be NULL. */
void
store_fixture_create (StoreFixture *fixture, GPtrArray *records)
{
  g_autoptr (GError) error = NULL;

  care_library_create (fixture->path, records, &error);
  g_assert_no_error (error);
}

CareLibrary *
store_fixture_open (StoreFixture *fixture, CareLibraryMode mode)
{
  g_autoptr (GError) error = NULL;
  CareLibrary *library = care_library_open (fixture->path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);
  return library;
}

void
store_assert_refused (const char *path, CareLibraryMode mode, CareStoreError code)
{
  clock_t start = clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, mode, &error);

  g_assert_error (error, CARE_STORE_ERROR, (int) code);
  g_assert_null (library);
  /* The processor's time, as other tests run beside this one. */
  g_assert_cmpint (clock () - start, <, 2 * CLOCKS_PER_SEC);
}

CareRecord *
store_record_new (const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  va_list args;
  const char *field;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      care_record_set (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return record;
}

/* In the order in which a library lists them. */
GPtrArray *
store_records_few (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Labour", "kind", "party", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 2, "name", "Monitor", "kind", "public-body", NULL));
  g_ptr_array_add (records, store_record_new ("pledge", 20, "title", "Integrate by 2018", "kind", "outcome",
                                              "actor", "1", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 10, "label", "Better Care Fund", "value", "38e8 GBP",
                                              "actor", "1", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 11, "label", "Savings", "value", "4e9..6e9 GBP",
                                              "actor", "1", "estimator", "2", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 12, "label", "Innovation fund", NULL));
  g_ptr_array_add (records,
                   store_record_new ("briefing", 30, "title", "Integration", "status", "draft", NULL));
  g_ptr_array_add (records, store_record_new ("section", 31, "briefing", "30", "heading", "Money", "ordinal",
                                              "1", "text", "It holds {figure:10}.", NULL));
  return records;
}

static const char *const texts[] = {
  "Better Care Fund",
  "O'Brien said \"no\"",
  "“R&D” <b>a < b</b>",
  "\"; DROP TABLE figure; --",
  "£3.8 billion – 20%",
  "日本語 ‏עברית",
  "=1+1",
  "NULL",
  "0",
  "{figure:1",
};
static const char *const proses[] = {
  "One paragraph.\n\nAnother, with {figure:} and [@ p.67].",
  " two  spaces \n",
  "*a*\n_b_ \\",
  "0",
};
static const char *const quantity_forms[] = {
  "%de8 GBP", "~%de6 people", ">=%de7 GBP", "<=%de6 GBP", "%de-2 %", "not-specified GBP", "%de3",
};
static const char *const dates[] = {
  "1948",       "2014-10", "2015-01-27", "2019-05-16T14:01", "199X",     "2015-02/2015-05", "../2018-03-31",
  "2015-05/..", "XXXX-09", "2013~",      "2015-24",          "2014-10?",
};

static const char *
choose (const char *const *list, guint n)
{
  return list[g_test_rand_int_range (0, (gint32) n)];
}

static char *
random_bytes (void)
{
  guchar bytes[300];
  gint32 length = g_test_rand_int_range (1, G_N_ELEMENTS (bytes));

  for (gint32 i = 0; i < length; i++)
    bytes[i] = (guchar) g_test_rand_int_range (0, 256);
  return g_base64_encode (bytes, (gsize) length);
}

static char *
random_quantity (void)
{
  char digits[12];
  g_auto (GStrv) parts = g_strsplit (choose (quantity_forms, G_N_ELEMENTS (quantity_forms)), "%d", 2);

  g_snprintf (digits, sizeof digits, "%d", g_test_rand_int_range (1, 100000));
  return g_strjoinv (digits, parts);
}

/* A value that @field may have; @targets are what it may name. */
char *
store_value_random (const CareField *field, GPtrArray *targets)
{
  switch (field->type)
    {
    case CARE_FIELD_CHOICE:
      {
        guint n = 0;
        while (field->vocabulary->terms[n].word != NULL)
          n++;
        return g_strdup (field->vocabulary->terms[g_test_rand_int_range (0, (gint32) n)].word);
      }
    case CARE_FIELD_QUANTITY:
      return random_quantity ();
    case CARE_FIELD_DATE:
      return g_strdup (choose (dates, G_N_ELEMENTS (dates)));
    case CARE_FIELD_REFERENCE:
      {
        CareRecord *target = g_ptr_array_index (targets, g_test_rand_int_range (0, (gint32) targets->len));
        return g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));
      }
    case CARE_FIELD_NUMBER:
      return g_strdup_printf ("%d", g_test_rand_int_range (0, G_MAXINT32));
    case CARE_FIELD_BYTES:
      return random_bytes ();
    case CARE_FIELD_PROSE:
      return g_strdup (choose (proses, G_N_ELEMENTS (proses)));
    case CARE_FIELD_TEXT:
    default:
      if (strcmp (field->name, "colour") == 0)
        return g_strdup_printf ("#%06x", (guint) g_test_rand_int_range (0, 0x1000000));
      return g_strdup (choose (texts, G_N_ELEMENTS (texts)));
    }
}

static void
fill_at_random (CareRecord *record, GHashTable *by_kind)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;

      if (!(field->flags & CARE_FIELD_IS_REQUIRED) && g_test_rand_int_range (0, 10) < 3)
        continue;
      value = store_value_random (
        field, field->target == NULL ? NULL : g_hash_table_lookup (by_kind, field->target));
      care_record_set (record, field->name, value, &error);
      g_assert_no_error (error);
    }
}

CareId
store_id_random (void)
{
  guint64 high = (guint64) (guint32) g_test_rand_int () >> 1;

  return (CareId) ((high << 32) | ((guint32) g_test_rand_int () | 1));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  CareId first = care_record_get_id (*(CareRecord *const *) a);
  CareId second = care_record_get_id (*(CareRecord *const *) b);

  return (first > second) - (first < second);
}

GPtrArray *
store_records_random (guint n)
{
  g_autoptr (GHashTable) by_kind
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      GPtrArray *list = g_ptr_array_new ();

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (list, care_record_new (&kinds[k], store_id_random ()));
      g_ptr_array_sort (list, compare_ids);
      g_ptr_array_extend (records, list, NULL, NULL);
      g_hash_table_insert (by_kind, (gpointer) kinds[k].name, list);
    }
  for (guint i = 0; i < records->len; i++)
    fill_at_random (g_ptr_array_index (records, i), by_kind);
  return records;
}

char *
store_dump (GPtrArray *records)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      const CareKind *kind = care_record_get_kind (record);

      g_string_append_printf (dump, "%s %" G_GINT64_FORMAT "\n", kind->name, care_record_get_id (record));
      for (guint f = 0; f < kind->n_fields; f++)
        if (care_record_get_at (record, f) != NULL)
          g_string_append_printf (dump, "  %s=%s\n", kind->fields[f].name, care_record_get_at (record, f));
    }
  return g_string_free (dump, FALSE);
}

char *
store_dump_library (CareLibrary *library)
{
  g_autoptr (GPtrArray) records = care_library_records (library);

  return store_dump (records);
}

/* As a stranger would do it, with none of the store's settings. */
void
store_run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* (transfer full): the schema of a version, as released. */
char *
store_read_released (int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *sql = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  return sql;
}

/* A library of a version, with one record: the theme "Integration". */
void
store_make_released (const char *path, int version)
{
  g_autofree char *sql = store_read_released (version);

  store_run_sql (path, sql);
  store_run_sql (path, "INSERT INTO theme VALUES (7, 'Integration', NULL);");
  if (version >= 3)
    store_run_sql (path, "INSERT INTO catalogue VALUES (1, 'theme', 7, 'integration', 'Integration', '');"
                         "INSERT INTO search (rowid, title, text) VALUES (1, 'Integration', '');");
}

void
store_write_file (const char *path, const void *contents, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

/* Writes over a part of a file, whatever its size. */
void
store_patch_file (const char *path, gsize offset, const void *bytes, gsize length)
{
  FILE *file = g_fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

GBytes *
store_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}
