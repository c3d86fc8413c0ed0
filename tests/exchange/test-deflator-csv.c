/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Indexes of prices as publishers write them; all numbers are made for the test. */

#include "care-deflator-csv.h"
#include "care-exchange-error.h"
#include "care-problem.h"

#include <string.h>

static GListStore *deflators;

static GPtrArray *
read_file (const char *file, GPtrArray **problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));

  return care_deflator_csv_read (bytes, "Prices", G_LIST_MODEL (deflators), 500, problems, error);
}

/* "2013-04-01/2014-03-31 955e-1": what one line became. */
static void
assert_value (GPtrArray *drafts, guint index, const char *year, const char *value)
{
  CareRecord *draft = g_ptr_array_index (drafts, index);

  g_assert_true (care_record_is (draft, "deflator_value"));
  g_assert_cmpint (care_record_get_reference (draft, "deflator"), ==, 500);
  g_assert_cmpstr (care_record_get (draft, "year"), ==, year);
  g_assert_cmpstr (care_record_get (draft, "value"), ==, value);
}

static void
test_as_published (void)
{
  static const char file[] = "GDP deflators of the test,,\n"
                             "Financial year,2017-18 = 100,per cent change\n"
                             "\n"
                             "2013-14,95.50,\n"
                             "2014/15,97,1.57\n"
                             "2015\xe2\x80\x93""16 [1],\"98.125 [note 2]\",1.16\n"
                             "2016-2017 [1] [2],99,\n"
                             "1999-00,70.1,\n"
                             "2017 - 18,100,\n"
                             "2013,95,\n"
                             "\n"
                             "[1] Forecast,,\n";
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_file (file, &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (drafts->len, ==, 8);
  g_assert_cmpstr (care_record_get_title (g_ptr_array_index (drafts, 0)), ==, "Prices");
  assert_value (drafts, 1, "2013-04-01/2014-03-31", "9550e-2");
  assert_value (drafts, 2, "2014-04-01/2015-03-31", "97");
  assert_value (drafts, 3, "2015-04-01/2016-03-31", "98125e-3");
  assert_value (drafts, 4, "2016-04-01/2017-03-31", "99");
  assert_value (drafts, 5, "1999-04-01/2000-03-31", "701e-1");
  assert_value (drafts, 6, "2017-04-01/2018-03-31", "100");
  assert_value (drafts, 7, "2013", "95");
}

/* Nothing but two columns. */
static void
test_bare (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_file ("2013/14,100\r\n2014/15,101", &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 3);
}

/* Each line that cannot be read is said, and nothing is taken. */
static void
test_problems (void)
{
  static const struct
  {
    guint line;
    const char *says;
  } expected[] = {
    { 2, "“2013-15” is no year" },    { 3, "“about 96” is not what an index can be" }, { 4, "“-97” is not what an index can be" },
    { 5, "another line is of 2012" }, { 6, "“” is not what an index can be" },         { 7, "“0” is not what an index can be" },
    { 8, "“£98” is not what an index can be" }, { 9, "“0000” is no year" }, { 10, "“9999” is no year" },
    { 11, "“2013-14p” is no year" }, { 12, "“2013-14 [1” is no year" }, { 13, "“95 to 97” is not what an index can be" },
    { 14, "“95%” is not what an index can be" },
  };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_file ("2012,95\n2013-15,95.5\n2014-15,about 96\n2015,-97\n2012,95\n2016,\n2017,0\n2018,£98\n"
                                            "0000,95\n9999,95\n2013-14p,95\n2013-14 [1,95\n2019,95 to 97\n2020,95%\n",
                                            &problems, &error);

  g_assert_null (drafts);
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_PROBLEMS);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpuint (problem->line, ==, expected[i].line);
      g_assert_nonnull (strstr (problem->what, expected[i].says));
    }
}

static void
test_refused (void)
{
  g_autoptr (CareRecord) other = care_record_new (care_kind_find ("deflator"), 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_file ("Figure,Value\nA fund,£5bn\n", &problems, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT);
  g_clear_error (&error);
  g_clear_pointer (&problems, g_ptr_array_unref);
  g_assert_null (read_file ("2013,95\n2014,96\n\"2015,97\n", &problems, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_SYNTAX);
  g_assert_cmpuint (problems->len, ==, 1);
  g_clear_error (&error);
  care_record_set (other, "name", "Prices", NULL);
  g_list_store_append (deflators, other);
  g_assert_null (read_file ("2013,95\n2014,96\n", &more, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_PROBLEMS);
  g_assert_nonnull (strstr (error->message, "give this one another name"));
  g_list_store_remove_all (deflators);
}

static void
test_is_one (void)
{
  static const struct
  {
    const char *file;
    gboolean is_one;
  } cases[] = {
    { "Year,Index\n2013-14,95\n", TRUE },
    { "2013,95\n", TRUE },
    { "Year,Index\n", FALSE },
    { "Period,Value,Figure\n2013/14,38,A fund\n", FALSE },
    { "Figure,Value\nA fund,38\n", FALSE },
    { "A fund,38\n", FALSE },
    { "", FALSE },
    { "\"2013", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].file, strlen (cases[i].file));

      g_test_message ("%s", cases[i].file);
      g_assert_true (care_deflator_csv_is_one (bytes) == cases[i].is_one);
    }
}

/* What is imported is listed as it was typed. */
static void
test_as_typed (void)
{
  for (guint run = 0; run < 2000; run++)
    {
      guint year = (guint) g_test_rand_int_range (1900, 2100);
      guint n_digits = (guint) g_test_rand_int_range (0, 7);
      g_autofree char *whole = g_strdup_printf ("%d", g_test_rand_int_range (1, 1000));
      g_autofree char *part = g_strdup_printf ("%06d", g_test_rand_int_range (0, 1000000));
      g_autofree char *index = g_strdup_printf ("%s%s%.*s", whole, n_digits > 0 ? "." : "", (int) n_digits, part);
      g_autofree char *period = g_strdup_printf ("%u/%02u", year, (year + 1) % 100);
      g_autofree char *file = g_strdup_printf ("%s,%s\n1800,1\n", period, index);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) drafts = read_file (file, &problems, &error);
      g_autofree char *listed_year = NULL;
      g_autofree char *listed_index = NULL;

      g_assert_no_error (error);
      listed_year = care_record_format (g_ptr_array_index (drafts, 1), "year");
      listed_index = care_record_format (g_ptr_array_index (drafts, 1), "value");
      g_assert_cmpstr (listed_year, ==, period);
      g_assert_cmpstr (listed_index, ==, index);
    }
}

/* Whatever is in a file, it is read or refused with a reason. */
static void
test_hostile (void)
{
  static const char file[] = "Prices of the test,,\nYear,\"2017-18 = 100\",change\n2013-14 [1],95.5,\n2014/15,97,1.57\n2016,\"98\"\n";
  static const char bytes[] = "0123456789,\"\n\r-/[]. \xe2\x80\x93\xff\0a";

  for (guint run = 0; run < 5000; run++)
    {
      g_autofree char *mutated = g_memdup2 (file, sizeof file);
      gsize length = (gsize) g_test_rand_int_range (0, sizeof file);
      g_autoptr (GBytes) all = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) drafts = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
        mutated[g_test_rand_int_range (0, sizeof file)] = bytes[g_test_rand_int_range (0, sizeof bytes)];
      all = g_bytes_new (mutated, length);
      care_deflator_csv_is_one (all);
      drafts = care_deflator_csv_read (all, "Prices", G_LIST_MODEL (deflators), 500, &problems, &error);
      g_assert_true ((drafts == NULL) == (error != NULL));
      for (guint i = 0; drafts != NULL && i < drafts->len; i++)
        g_assert_true (care_record_check (g_ptr_array_index (drafts, i), NULL));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  deflators = g_list_store_new (CARE_TYPE_RECORD);
  g_test_add_func ("/exchange/deflator-csv/as-published", test_as_published);
  g_test_add_func ("/exchange/deflator-csv/bare", test_bare);
  g_test_add_func ("/exchange/deflator-csv/problems", test_problems);
  g_test_add_func ("/exchange/deflator-csv/refused", test_refused);
  g_test_add_func ("/exchange/deflator-csv/is-one", test_is_one);
  g_test_add_func ("/exchange/deflator-csv/hostile", test_hostile);
  g_test_add_func ("/exchange/deflator-csv/as-typed", test_as_typed);
  result = g_test_run ();
  g_object_unref (deflators);
  return result;
}
