/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-quantity-misread.h"

#include "care-error.h"
#include "care-figure-follow.h"
#include "care-figure-read.h"
#include "care-understand.h"

#include <string.h>

/* Words that are near to those of numbers, or that some write in their place. */
static void
test_found (void)
{
  static const struct
  {
    const char *text;
    const char *write; /* NULL: in figures */
  } cases[] = {
    { "£12 bilion", "billion" },
    { "12 bilion", "billion" },
    { "12 bilion people", "billion" },
    { "£1.5 Milion a year", "million" },
    { "£12 billoin", "billion" },
    { "£12 millions", "million" },
    { "£12 bilon", "billion" },
    { "£3 trilion", "trillion" },
    { "£3 thousnad", "thousand" },
    { "£3.8b", "billion" },
    { "£3.8 bln", "billion" },
    { "£20mn", "million" },
    { "£20 mil.", "million" },
    { "£12 milliard", "billion" },
    { "£4 bilion to £6 billion", "billion" },
    { "between £4 and £6 bilion", "billion" },
    { "at least £150 mllion", "million" },
    { "£2000 bilion", "billion" },
    { "£3 hundred", NULL },
    { "3 dozen trusts", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *says = care_quantity_find_misread (cases[i].text);
      g_autofree char *write = cases[i].write == NULL ? g_strdup ("in figures") : g_strdup_printf ("write “%s”", cases[i].write);
      g_autoptr (CareFigureMeaning) read = care_figure_read (cases[i].text, NULL);
      g_autoptr (CareQuantity) value = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", cases[i].text, says);
      g_assert_nonnull (says);
      g_assert_nonnull (strstr (says, write));
      g_assert_null (read->value);
      g_assert_cmpstr (read->remark, ==, says);
      g_assert_true (g_str_has_prefix (cases[i].text, read->left) || strstr (cases[i].text, "a year") != NULL);
      value = care_quantity_parse (cases[i].text, NULL, &error);
      g_assert_null (value);
      g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY);
      g_assert_cmpstr (error->message, ==, says);
    }
}

/* What is counted, and words that say what a sum is for. */
static void
test_not_found (void)
{
  static const char *const texts[] = {
    "£12 billion", "£12bn", "£12m", "12k", "3 thousand", "£1 trillion", "8,000 GPs", "12 miles", "12 bills", "12 mills", "3 minutes",
    "16 pilots", "400 military bases", "5 millimetres", "3 months", "40 beds", "12 billiard tables", "7 brands", "£30 charge",
    "£500 grants", "£12 to spend", "20%", "20 per cent", "in 2015 thousands of people", "since 2014/2015 millions", "bilion",
    "12 b2 units", "48 hours", "12 people", "£5 per head", "12 tonnes", "50th", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *says = care_quantity_find_misread (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_null (says);
    }
}

/* Numbers of a number, which add up to no such number: "2 in 4". */
static void
test_share (void)
{
  static const char *const texts[] = { "1 in 4", "at least 9 out of 14 sites", "23 of 29 areas", "1 in every 3", "2,000 of the 8,000 GPs" };
  static const char *const others[] = { "5,000 in 2020", "9 in 2015/16", "£30,000 in 29 areas", "2% of 2,000 people", "8,000 GPs in 29 areas" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *says = care_quantity_find_misread (texts[i]);
      g_autofree char *none = care_quantity_find_misread (others[i]);

      g_test_message ("%s: %s", texts[i], says);
      g_assert_nonnull (strstr (says, "is not understood as one number"));
      g_assert_null (none);
    }
}

/* A word after a bare number is looked at where it is typed, though a file may hold it. */
static void
test_typed (void)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *text;
  } cases[] = { { "figure", "value", "12 bilion people" }, { "figure", "value", "1 in 4" }, { "link", "allocated", "12 bilion" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareRecord) record = care_record_new (care_kind_find (cases[i].kind), 1);
      g_autoptr (GError) error = NULL;

      g_assert_null (care_understand (record, NULL, cases[i].field, cases[i].text, &error));
      g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY);
    }
}

/* One letter left out, doubled, other or in the next one's place: never the bare number. */
static void
test_any_slip (void)
{
  static const char *const words[] = { "thousand", "million", "billion", "trillion" };

  for (guint i = 0; i < 4000; i++)
    {
      const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
      g_autoptr (GString) typed = g_string_new (word);
      gsize at = (gsize) g_test_rand_int_range (0, (int) strlen (word) - 1);
      char letter = (char) g_test_rand_int_range ('a', 'z' + 1);
      int slip = g_test_rand_int_range (0, 4);
      g_autoptr (CareFigureMeaning) read = NULL;

      if (slip == 0)
        g_string_erase (typed, (gssize) at, 1);
      else if (slip == 1)
        g_string_insert_c (typed, (gssize) at, letter);
      else if (slip == 2)
        typed->str[at] = letter;
      else
        {
          typed->str[at] = word[at + 1];
          typed->str[at + 1] = word[at];
        }
      if (strcmp (typed->str, "thousand") == 0 || strcmp (typed->str, "million") == 0 || strcmp (typed->str, "billion") == 0
          || strcmp (typed->str, "trillion") == 0)
        continue;
      g_string_prepend (typed, i % 2 == 0 ? "£12 " : "at least 12 ");
      g_test_message ("%s", typed->str);
      read = care_figure_read (typed->str, NULL);
      g_assert_null (read->value);
      g_assert_nonnull (read->remark);
    }
}

/* It stays in the words of the source, without a value, and is explained there. */
static void
test_kept (void)
{
  g_autoptr (CareRecord) figure = care_record_new (care_kind_find ("figure"), 1);
  g_autoptr (CareRecord) read = care_figure_understand (figure, NULL, "as_stated", "£12 bilion a year", NULL);
  g_autofree char *says = care_figure_explain (figure, NULL, "as_stated", "£12 bilion a year");

  g_assert_cmpstr (care_record_get (read, "as_stated"), ==, "£12 bilion a year");
  g_assert_null (care_record_get (read, "value"));
  g_assert_cmpstr (care_record_get (read, "period_basis"), ==, "per-year");
  g_assert_cmpstr (says, ==, "Understood: per year. “bilion” is not understood after a number: write “billion”, if that is meant.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity-misread/found", test_found);
  g_test_add_func ("/quantity-misread/not-found", test_not_found);
  g_test_add_func ("/quantity-misread/share", test_share);
  g_test_add_func ("/quantity-misread/typed", test_typed);
  g_test_add_func ("/quantity-misread/any-slip", test_any_slip);
  g_test_add_func ("/quantity-misread/kept", test_kept);
  return g_test_run ();
}
