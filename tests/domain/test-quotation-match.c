/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotations looked for in the passages that are kept of their sources. */

#include "care-quotation-match.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_RANDOM 200
#else
#define N_RANDOM 3000
#endif

static const char passage[] = "Plans would not force practices to merge. “We won’t do a new structural re-organisation,”\n"
                              "he said – decisions are *local* ones. It is a 10-year journey, and the first year of it\n"
                              "was hard; the department has begun to implement the plan.";

/* "same {before|after} same": what differs. */
static char *
tell_runs (GPtrArray *runs)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const CareRun *run = g_ptr_array_index (runs, i);
      g_autofree char *words = g_strstrip (g_strdup (run->text));

      g_string_append_printf (out, "%s%s%s", out->len > 0 ? " " : "",
                              run->what == CARE_RUN_SAME ? "" : run->what == CARE_RUN_BEFORE ? "−" : "+", words);
    }
  return g_string_free (out, FALSE);
}

static void
assert_found (const char *quotation, CareQuotationFound found)
{
  g_autoptr (CareQuotationMatch) match = care_quotation_match (quotation, passage);

  if (match->found != found)
    g_error ("“%s” gives %d, not %d", quotation, match->found, found);
}

static void
assert_runs (const char *quotation, const char *expected)
{
  g_autoptr (CareQuotationMatch) match = care_quotation_match (quotation, passage);
  g_autofree char *told = tell_runs (match->runs);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_verbatim (void)
{
  assert_found ("would not force practices to merge", CARE_QUOTATION_FOUND);
  assert_found ("Would not force practices to merge.", CARE_QUOTATION_FOUND);
  assert_found ("decisions are local ones", CARE_QUOTATION_FOUND);
  assert_found ("merge", CARE_QUOTATION_FOUND);
  assert_found ("", CARE_QUOTATION_NOT_FOUND);
  assert_found ("…", CARE_QUOTATION_NOT_FOUND);
  assert_found ("nothing of the kind was ever said by anybody", CARE_QUOTATION_NOT_FOUND);
}

static void
test_typography (void)
{
  assert_found ("\"We won't do a new structural re-organisation,\" he said - decisions", CARE_QUOTATION_FOUND);
  assert_found ("‘We won‘t do a new structural re‐organisation,’ he said—decisions", CARE_QUOTATION_FOUND);
  assert_found ("a\u00a010–year\u2009journey", CARE_QUOTATION_FOUND);
  assert_found ("a new structural reorganisation", CARE_QUOTATION_ALTERED);
}

static void
test_marks (void)
{
  assert_found ("[…] would not force practices […]", CARE_QUOTATION_FOUND);
  assert_found ("Plans would not force practices […] he said", CARE_QUOTATION_FOUND);
  assert_found ("Plans would not force practices (...) he said", CARE_QUOTATION_FOUND);
  assert_found ("Plans would not force practices… he said", CARE_QUOTATION_FOUND);
  assert_found ("he said […] Plans would not force", CARE_QUOTATION_ALTERED);
  assert_found ("[The plans] would not force [GP] practices to merge", CARE_QUOTATION_FOUND);
  assert_found ("would not force practices [sic] to merge", CARE_QUOTATION_FOUND);
  assert_found ("[the Department] has begun to implement", CARE_QUOTATION_FOUND);
  assert_found ("[T]he first year of it", CARE_QUOTATION_FOUND);
  assert_found ("has begun to implement[ing] the plan", CARE_QUOTATION_FOUND);
  assert_found ("has begun to implement[ing] a plan", CARE_QUOTATION_ALTERED);
}

static void
test_differs (void)
{
  assert_runs ("would not force surgeries to merge", "would not force −practices +surgeries to merge.");
  assert_runs ("would force practices to merge", "would −not force practices to merge.");
  assert_runs ("would certainly not force […] merge", "would +certainly not force […] merge.");
  assert_runs ("is a [long] journey", "is a [long] journey,");
  assert_runs ("entirely unlike", "");
}

static void
test_place (void)
{
  g_autoptr (CareQuotationMatch) match = care_quotation_match ("he said […] local ones", passage);
  g_autofree char *there = g_strndup (passage + match->start, match->end - match->start);

  g_assert_cmpstr (there, ==, "he said – decisions are *local* ones.");
}

static char *
make_random (guint n)
{
  static const char *const words[] = { "care", "social", "“budget”", "won’t", "the", "NHS,", "–", "2013/14", "of.", "*new*" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* Whatever is cut out of a passage at spaces is found in it, also with its middle left
 * out; and the runs tell both. */
static void
test_random_cut (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint n = (guint) g_test_rand_int_range (8, 60);
      g_autofree char *text = make_random (n);
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      guint first = (guint) g_test_rand_int_range (0, (gint32) n - 6);
      g_autofree char *gap = g_strdup_printf ("%s care […] %s", words[first], words[n - 1]);
      g_autofree char *with_care = g_strdup_printf ("%s care %s", words[first], text);
      g_autofree char *cut = g_strjoinv (" ", words + first);
      g_autoptr (CareQuotationMatch) whole = care_quotation_match (cut, text);
      g_autoptr (CareQuotationMatch) parts = care_quotation_match (gap, with_care);

      g_assert_cmpint (whole->found, ==, CARE_QUOTATION_FOUND);
      g_assert_cmpint (parts->found, ==, CARE_QUOTATION_FOUND);
      g_assert_cmpuint (whole->end, <=, strlen (text));
    }
}

/* What differs, without what only the quotation has, is what the passage has there. */
static void
test_random_differs (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = make_random ((guint) g_test_rand_int_range (3, 40));
      g_autofree char *quotation = make_random ((guint) g_test_rand_int_range (1, 12));
      g_autoptr (CareQuotationMatch) match = care_quotation_match (quotation, text);
      g_autoptr (GString) there = g_string_new_len (text + match->start, (gssize) (match->end - match->start));
      g_autoptr (GString) told = g_string_new (NULL);

      g_string_replace (there, "– ", "", 0);
      for (guint k = 0; k < match->runs->len; k++)
        if (((CareRun *) g_ptr_array_index (match->runs, k))->what != CARE_RUN_AFTER)
          g_string_append (told, ((CareRun *) g_ptr_array_index (match->runs, k))->text);
      g_assert_cmpstr (g_strstrip (told->str), ==, there->str);
      g_assert_true ((match->found == CARE_QUOTATION_NOT_FOUND) == (match->runs->len == 0));
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (CareQuotationMatch) match = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "word%u ", i % 997);
  g_string_append (text, "the last words of a long source are found");
  match = care_quotation_match ("the last words […] source are found", text->str);
  g_assert_cmpint (match->found, ==, CARE_QUOTATION_FOUND);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotation-match/verbatim", test_verbatim);
  g_test_add_func ("/quotation-match/typography", test_typography);
  g_test_add_func ("/quotation-match/marks", test_marks);
  g_test_add_func ("/quotation-match/differs", test_differs);
  g_test_add_func ("/quotation-match/place", test_place);
  g_test_add_func ("/quotation-match/random-cut", test_random_cut);
  g_test_add_func ("/quotation-match/random-differs", test_random_differs);
  g_test_add_func ("/quotation-match/long", test_long);
  return g_test_run ();
}
