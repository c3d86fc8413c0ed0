/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-csv.h"
#include "care-exchange-error.h"
#include "care-figures-csv.h"
#include "care-problem.h"

#include <string.h>

/* What stands for a library: a list a kind. */
static GHashTable *lists;

static GListModel *
list_kind (const char *kind, gpointer data)
{
  GListStore *list = g_hash_table_lookup (lists, kind);

  if (list == NULL)
    {
      list = g_list_store_new (CARE_TYPE_RECORD);
      g_hash_table_insert (lists, g_strdup (kind), list);
    }
  return G_LIST_MODEL (list);
}

static CareRecord *
look_up (const char *kind, CareId id, gpointer data)
{
  GListModel *list = list_kind (kind, data);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (list, i);

      if (care_record_get_id (record) == id)
        return record;
    }
  return NULL;
}

/* Pairs of field and value, ending with NULL. */
static void
add_record (const char *kind, CareId id, const char *field, ...)
{
  g_autoptr (CareRecord) record = care_record_new (care_kind_find (kind), id);
  va_list args;

  va_start (args, field);
  for (; field != NULL; field = va_arg (args, const char *))
    g_assert_true (care_record_set (record, field, va_arg (args, const char *), NULL));
  va_end (args);
  g_list_store_append (G_LIST_STORE (list_kind (kind, NULL)), record);
}

static void
fill_lists (void)
{
  add_record ("actor", 1002, "name", "Labour Party", "kind", "party", "short_name", "Labour", "abbreviation", "Lab",
              NULL);
  add_record ("actor", 1003, "name", "Liberal Democrats", "kind", "party", "short_name", "Lib Dem", "abbreviation",
              "LD", NULL);
  add_record ("actor", 1004, "name", "Lab", "kind", "group", NULL);
  add_record ("actor", 1005, "name", "Twice", "kind", "group", NULL);
  add_record ("actor", 1006, "name", "Twice", "kind", "group", NULL);
  add_record ("actor", 1007, "name", "2015", "kind", "group", "short_name", "2015", NULL);
  add_record ("place", 4001, "name", "Scotland", NULL);
  add_record ("figure", 17005, "label", "Innovation fund", "value", "not-specified GBP", "actor", "1003", "note",
              "The article says so.", NULL);
}

static GPtrArray *
read_file (const char *file, GPtrArray **problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
  g_autoptr (CareNames) names = care_names_new (look_up, list_kind, NULL);

  return care_figures_csv_read (bytes, names, 50000, problems, error);
}

static GPtrArray *
read_good (const char *file)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = read_file (file, &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return drafts;
}

static void
assert_field (GPtrArray *drafts, guint index, const char *field, const char *value)
{
  g_assert_cmpstr (care_record_get (g_ptr_array_index (drafts, index), field), ==, value);
}

/* One row a figure, of one column besides the label. */
static void
assert_value (const char *header, const char *cell, const char *field, const char *value)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  const char *head[] = { "Figure", header, NULL };
  const char *row[] = { "New beds", cell, NULL };

  care_csv_append_row (csv, head);
  care_csv_append_row (csv, row);
  drafts = read_good (csv->str);
  g_assert_cmpuint (drafts->len, ==, 1);
  assert_field (drafts, 0, field, value);
}

static void
test_values (void)
{
  assert_value ("Value", "£3.8bn", "value", "38e8 GBP");
  assert_value ("value", "  £3.80 billion ", "value", "380e7 GBP");
  assert_value ("VALUE", "-2%", "value", "-2 %");
  assert_value ("Value", "-2 GPs", "value", "-2 GPs");
  assert_value ("Value", "", "value", NULL);
  assert_value ("as_stated", "'tis £3bn", "as_stated", "'tis £3bn");
  assert_value ("As Stated", "=1+1", "as_stated", "=1+1");
  assert_value ("as stated", "@home", "as_stated", "@home");
  assert_value ("Flow Kind", "spending", "flow", "spend");
  assert_value ("Flow Kind", "Pooled Budget", "flow", "pooled-budget");
  assert_value ("flow", "pooled-budget", "flow", "pooled-budget");
  assert_value ("Period", "2015/16", "period", "2015-04-01/2016-03-31");
  assert_value ("note", "\nTwo\n\nparagraphs ", "note", "\nTwo\n\nparagraphs ");
}

static void
test_references (void)
{
  assert_value ("Whose", "Labour Party", "actor", "1002");
  assert_value ("Whose", "Labour", "actor", "1002");
  assert_value ("Whose", "1003", "actor", "1003");
  assert_value ("Estimator", "LD", "estimator", "1003");
  /* a title goes before another's abbreviation */
  assert_value ("Whose", "Lab", "actor", "1004");
  assert_value ("Whose", "2015", "actor", "1007");
  assert_value ("Extent", "Scotland", "place", "4001");
  assert_value ("Whose", "", "actor", NULL);
}

static void
test_columns_and_ids (void)
{
  g_autoptr (GPtrArray) drafts = read_good ("\xef\xbb\xbfvalue,ID,whose,,LABEL\r\n"
                                            "£1m,,Labour,,\"One, two\"\r\n"
                                            ",,,,\r\n"
                                            "\r\n"
                                            "£2m,77,1002,,Three\r\n"
                                            "£3m,,,,Four\r\n");

  g_assert_cmpuint (drafts->len, ==, 3);
  g_assert_cmpint (care_record_get_id (g_ptr_array_index (drafts, 0)), ==, 50000);
  g_assert_cmpint (care_record_get_id (g_ptr_array_index (drafts, 1)), ==, 77);
  g_assert_cmpint (care_record_get_id (g_ptr_array_index (drafts, 2)), ==, 50001);
  assert_field (drafts, 0, "label", "One, two");
  assert_field (drafts, 1, "label", "Three");
  assert_field (drafts, 1, "actor", "1002");
  assert_field (drafts, 2, "value", "3e6 GBP");
}

/* A row of a figure that is there keeps what it does not say. */
static void
test_figure_that_is_there (void)
{
  g_autoptr (GPtrArray) same = read_good ("Id,Figure,Value,Whose\n17005,Innovation fund,not specified,Lib Dem\n");
  g_autoptr (GPtrArray) other = read_good ("Id,Figure,Value,Whose\n17005,Innovation fund,£1m,\n");

  assert_field (same, 0, "value", "not-specified GBP");
  assert_field (same, 0, "actor", "1003");
  assert_field (same, 0, "note", "The article says so.");
  assert_field (other, 0, "value", "1e6 GBP");
  assert_field (other, 0, "actor", NULL);
  assert_field (other, 0, "note", "The article says so.");
  g_assert_cmpstr (care_record_get (look_up ("figure", 17005, NULL), "value"), ==, "not-specified GBP");
}

typedef struct
{
  const char *file;
  guint n_problems;
  guint line; /* of the first */
  guint column;
} Bad;

static const Bad bad[] = {
  { "Value\n£1m\n", 1, 1, 0 },
  { "Figure,Colour\na,red\n", 1, 1, 2 },
  { "Figure;Value\na;£1m\n", 1, 1, 1 },
  { "Figure,Value,value\na,1,2\n", 1, 1, 3 },
  { "Figure,label\na,b\n", 1, 1, 2 },
  { "Figure,id,Id\na,1,2\n", 1, 1, 3 },
  { "Figure,Value\na,lots\nb,£1m\nc,many\n", 2, 2, 2 },
  { "Figure,Value\na,12 bilion\nb,1 in 4\n", 2, 2, 2 },
  { "Figure,Value\na\n", 1, 2, 0 },
  { "Figure,Value\na,£1,000\n", 1, 2, 0 },
  { "Figure,\na,b\n", 1, 2, 2 },
  { "Figure,Value\n,£1m\n", 1, 2, 0 },
  { "Figure,Whose\na,Nobody\na,Nobody\n", 2, 2, 2 },
  { "Figure,Whose\na,Twice\n", 1, 2, 2 },
  { "Figure,Whose\na,17005\n", 1, 2, 2 },
  { "Figure,Flow Kind\na,stolen\n", 1, 2, 2 },
  { "Figure,Period\na,sometime\n", 1, 2, 2 },
  { "Figure,Id\na,x\n", 1, 2, 2 },
  { "Figure,Id\na,-1\n", 1, 2, 2 },
  { "Figure,Id\na,007\n", 1, 2, 2 },
  { "Figure,Id\na,7\n\nb,7\n", 1, 4, 2 },
  { "Figure,Id\na,50000\nb,\n", 1, 3, 2 },
};

static void
test_problems (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      const CareProblem *first;

      g_assert_null (read_file (bad[i].file, &problems, &error));
      g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_PROBLEMS);
      g_assert_cmpuint (problems->len, ==, bad[i].n_problems);
      first = g_ptr_array_index (problems, 0);
      g_assert_cmpuint (first->line, ==, bad[i].line);
      g_assert_cmpuint (first->column, ==, bad[i].column);
    }
}

static void
test_names_the_column (void)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_null (read_file ("Figure, VALUE \na,lots\n", &problems, NULL));
  g_assert_cmpstr (((CareProblem *) g_ptr_array_index (problems, 0))->place, ==, "VALUE");
}

static void
test_refused (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_file ("", &problems, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT);
  g_clear_error (&error);
  g_clear_pointer (&problems, g_ptr_array_unref);
  g_assert_null (read_file ("Figure,Value\na,lots\nb,\"£1m\n", &problems, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_SYNTAX);
  g_assert_cmpuint (problems->len, ==, 2);
}

static void
test_many_problems (void)
{
  g_autoptr (GString) csv = g_string_new ("Figure,Value\n");
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (csv, "a,lots\n");
  g_assert_null (read_file (csv->str, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1000);
}

/* A header alone is a file of no figures. */
static void
test_no_rows (void)
{
  g_autoptr (GPtrArray) drafts = read_good ("Figure,Value\n");

  g_assert_cmpuint (drafts->len, ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  fill_lists ();
  g_test_add_func ("/exchange/figures-csv/values", test_values);
  g_test_add_func ("/exchange/figures-csv/references", test_references);
  g_test_add_func ("/exchange/figures-csv/columns-and-ids", test_columns_and_ids);
  g_test_add_func ("/exchange/figures-csv/figure-that-is-there", test_figure_that_is_there);
  g_test_add_func ("/exchange/figures-csv/problems", test_problems);
  g_test_add_func ("/exchange/figures-csv/names-the-column", test_names_the_column);
  g_test_add_func ("/exchange/figures-csv/refused", test_refused);
  g_test_add_func ("/exchange/figures-csv/many-problems", test_many_problems);
  g_test_add_func ("/exchange/figures-csv/no-rows", test_no_rows);
  status = g_test_run ();
  g_hash_table_unref (lists);
  return status;
}
