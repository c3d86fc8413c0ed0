/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-words.h"

static void
test_count (void)
{
  static const struct
  {
    const char *plain;
    guint n;
  } rows[] = {
    { "", 0 },           { "  \n ", 0 },         { "one", 1 },          { "one two\n\nthree", 3 }, { "£3.8 billion", 2 },
    { "a – b", 2 },      { "- an item", 2 },     { "## Money", 1 },     { "> **so** _much_", 2 },  { "Ŷ wyt", 2 },
    { "year-of-care", 1 }, { "health / care", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (care_words_count (rows[i].plain), ==, rows[i].n);
}

static void
test_describe (void)
{
  static const struct
  {
    guint n, budget;
    const char *expected;
    gboolean over;
  } rows[] = {
    { 0, 0, "0 words", FALSE },
    { 1, 0, "1 word", FALSE },
    { 132, 140, "132 of 140 words · 8 left", FALSE },
    { 140, 140, "140 of 140 words · 0 left", FALSE },
    { 146, 140, "146 of 140 words · 6 over", TRUE },
    { 2, 1, "2 of 1 word · 1 over", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = care_words_describe (rows[i].n, rows[i].budget);

      g_assert_cmpstr (said, ==, rows[i].expected);
      g_assert_cmpint (care_words_are_over (rows[i].n, rows[i].budget), ==, rows[i].over);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/count", test_count);
  g_test_add_func ("/words/describe", test_describe);
  return g_test_run ();
}
