/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-quantity-find.h"

typedef struct
{
  const char *text;
  const char *found;    /* of @text; NULL: nothing */
  const char *quantity; /* as stored */
  gboolean is_small;
} Case;

static const Case cases[] = {
  { "It has £3.8bn now", "£3.8bn", "38e8 GBP", FALSE },
  { "It has £3.80 billion.", "£3.80 billion", "380e7 GBP", FALSE },
  { "a rise of 20%, they say", "20%", "20 %", FALSE },
  { "of 2 per cent", "2 per cent", "2 %", FALSE },
  { "some 8,000 new GPs", "8,000", "8000", FALSE },
  { "15 million people", "15 million", "15e6", FALSE },
  { "between £4bn and £6bn", "£4bn and £6bn", "4e9..6e9 GBP", FALSE },
  { "£4 billion to £6 billion", "£4 billion to £6 billion", "4e9..6e9 GBP", FALSE },
  { "£4bn–£6bn", "£4bn–£6bn", "4e9..6e9 GBP", FALSE },
  { "£4bn and £6bn", "£4bn", "4e9 GBP", FALSE }, /* two */
  { "29 areas", "29", "29", TRUE },
  { "in 1948", NULL, NULL, FALSE },
  { "on 24 February", NULL, NULL, FALSE },
  { "in 2013/14", NULL, NULL, FALSE },
  { "a 48-hour wait", NULL, NULL, FALSE },
  { "CBP7186 and p.67", NULL, NULL, FALSE },
  { "{figure:17016} and [@7003 p.67] and [@7004 12]", NULL, NULL, FALSE },
  { "{figure:17016} and 16 pilots", "16", "16", TRUE },
  { "", NULL, NULL, FALSE },
};

static void
test_next (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareQuantityMatch match = { 0 };
      gboolean found = care_quantity_next (cases[i].text, 0, &match);
      g_autofree char *words = NULL;
      g_autofree char *stored = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (found == (cases[i].found != NULL));
      if (!found)
        continue;
      words = g_strndup (cases[i].text + match.start, match.end - match.start);
      stored = care_quantity_to_string (match.quantity);
      g_assert_cmpstr (words, ==, cases[i].found);
      g_assert_cmpstr (stored, ==, cases[i].quantity);
      g_assert_true (match.is_small == cases[i].is_small);
      care_quantity_match_clear (&match);
    }
}

/* One after the other. */
static void
test_all (void)
{
  const char *text = "£1bn, then £2bn and 3% more";
  CareQuantityMatch match = { 0 };
  guint n = 0;

  for (gsize from = 0; care_quantity_next (text, from, &match); from = match.end, n++)
    care_quantity_match_clear (&match);
  g_assert_cmpuint (n, ==, 3);
}

static void
assert_is (const char *text, const char *stored, const char *words)
{
  g_autoptr (CareQuantity) quantity = care_quantity_from_string (stored, NULL);
  CareQuantityMatch match = { 0 };
  g_autofree char *found = NULL;
  gsize end;

  g_assert_true (care_quantity_next (text, 0, &match));
  g_assert_true (care_quantity_match_is (&match, text, quantity, &end) == (words != NULL));
  if (words != NULL)
    {
      found = g_strndup (text + match.start, end - match.start);
      g_assert_cmpstr (found, ==, words);
    }
  care_quantity_match_clear (&match);
}

static void
test_is (void)
{
  assert_is ("of £3.8bn", "38e8 GBP", "£3.8bn");
  assert_is ("of £3.80bn", "38e8 GBP", "£3.80bn"); /* the same number */
  assert_is ("of £3.9bn", "38e8 GBP", NULL);
  assert_is ("some 8,000 new salaried GPs", "8000 GPs", "8,000 new salaried GPs");
  assert_is ("8,000 nurses", "8000 GPs", NULL);
  assert_is ("8,000 nurses. GPs too", "8000 GPs", NULL);
  assert_is ("about 20%", "~20 %", "20%");
  assert_is ("20 people", "20 %", NULL);
  assert_is ("of £4bn to £6bn", "4e9..6e9 GBP", "£4bn to £6bn");
  assert_is ("of £4bn", "4e9..6e9 GBP", NULL);
  assert_is ("of £4bn", "not-specified GBP", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity-find/next", test_next);
  g_test_add_func ("/quantity-find/all", test_all);
  g_test_add_func ("/quantity-find/is", test_is);
  return g_test_run ();
}
