/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-hyphenation.h"
#include "care-text-break.h"
#include "care-page-template.h"
#include "care-text.h"

#include <string.h>

static CareText *
set_as (const CarePageStyle *style, const char *words, GArray *spans, double width, double indent)
{
  g_autoptr (GObject) context = G_OBJECT (care_page_style_create_context ("en-GB"));

  return care_text_new (PANGO_CONTEXT (context), style, words, spans, &(CareTextMeasure){ width, indent });
}

/* As running text. */
static CareText *
set (const char *words, GArray *spans, double width, double indent)
{
  return set_as (&care_page_template_find (NULL)->styles[CARE_STYLE_BODY], words, spans, width, indent);
}

static char *
mark (const char *text, const char *language)
{
  g_autoptr (GArray) found = care_hyphenation_find (text, language, FALSE);
  GString *out = g_string_new (text);

  for (guint i = found->len; i > 0; i--)
    g_string_insert_c (out, g_array_index (found, guint, i - 1), '|');
  return g_string_free (out, FALSE);
}

static void
test_hyphenation (void)
{
  static const char *const pairs[][2] = {
    { "the integration of services", "the in|teg|ra|tion of ser|vices" },
    /* Neither names nor abbreviations, numbers, addresses or short words. */
    { "Greater Manchester NHS", "Greater Manchester NHS" },
    { "see https://www.parliament.uk/documents today", "see https://www.parliament.uk/documents today" },
    { "office@parliament.uk", "office@parliament.uk" },
    { "2015budget care", "2015budget care" },
    /* What surrounds a word is no part of it, and neither is the other half. */
    { "(integration)", "(in|teg|ra|tion)" },
    { "long-standing", "long-stand|ing" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *marked = mark (pairs[i][0], "en-GB");

      g_assert_cmpstr (marked, ==, pairs[i][1]);
    }
}

static void
test_no_dictionary (void)
{
  g_autofree char *marked = mark ("the integration of services", "xx");
  g_autofree char *small = mark ("the integration", "en-gb");

  g_assert_cmpstr (marked, ==, "the integration of services");
  g_assert_cmpstr (small, ==, "the in|teg|ra|tion");
}

#define EM 10
#define WIDTH 100

static int
get_width (const CareBreakMeasure *measure, guint line)
{
  return measure->width - (line < measure->n_beside ? measure->beside : 0);
}

static int
get_free (const CareBreak *breaks, int from, guint to, const CareBreakMeasure *measure, guint line)
{
  return get_width (measure, line) - (breaks[to].end - (from < 0 ? -measure->indent : breaks[from].start));
}

/* The least that the free ends of lines, squared, can come to, trying everything. */
static gint64
find_least (const CareBreak *breaks, guint n, int from, const CareBreakMeasure *measure, guint line)
{
  gint64 least = G_MAXINT64 / 4;

  for (guint to = (guint) (from + 1); to < n && get_free (breaks, from, to, measure, line) >= 0; to++)
    {
      gint64 free_end = (gint64) get_free (breaks, from, to, measure, line) * 100 / EM;
      gint64 cost = to + 1 == n ? 0 : free_end * free_end + 100 * 100 + find_least (breaks, n, (int) to, measure, line + 1);

      least = MIN (least, cost);
    }
  return least;
}

/* Words of which none is so short that it would be a scrap in a line by itself. */
static guint
make_words (CareBreak *breaks)
{
  guint n = (guint) g_test_rand_int_range (1, 14);
  int place = 0;

  for (guint i = 0; i < n; i++)
    {
      place += g_test_rand_int_range (3 * EM, WIDTH / 2);
      breaks[i] = (CareBreak){ CARE_BREAK_SPACE, i + 1, place, place + 3 };
      place += 3;
    }
  return n;
}

static gint64
add_up (const CareBreak *breaks, const GArray *taken, const CareBreakMeasure *measure)
{
  gint64 cost = 0;
  int from = -1;

  for (guint i = 0; i + 1 < taken->len; i++)
    {
      int to = (int) g_array_index (taken, guint, i);
      gint64 free_end;

      g_assert_cmpint (get_free (breaks, from, (guint) to, measure, i), >=, 0);
      free_end = (gint64) get_free (breaks, from, (guint) to, measure, i) * 100 / EM;
      cost += free_end * free_end + 100 * 100;
      from = to;
    }
  return cost;
}

static void
test_least_ragged (void)
{
  for (guint i = 0; i < 500; i++)
    {
      CareBreak breaks[16];
      guint n = make_words (breaks);
      CareBreakMeasure measure = { .width = WIDTH,
                                   .indent = g_test_rand_int_range (0, 3) * EM,
                                   .n_beside = (guint) g_test_rand_int_range (0, 4),
                                   .beside = g_test_rand_int_range (0, 3) * EM,
                                   .em = EM };
      g_autoptr (GArray) taken = care_breaks_choose (breaks, n, &measure);

      g_assert_cmpint (add_up (breaks, taken, &measure), ==, find_least (breaks, n, -1, &measure, 0));
      g_assert_cmpuint (g_array_index (taken, guint, taken->len - 1), ==, n - 1);
    }
}

static void
test_forced (void)
{
  const CareBreak breaks[] = { { CARE_BREAK_SPACE, 1, 30, 33 }, { CARE_BREAK_FORCED, 2, 60, 60 }, { CARE_BREAK_SPACE, 3, 90, 90 } };
  g_autoptr (GArray) taken = care_breaks_choose (breaks, G_N_ELEMENTS (breaks), &(CareBreakMeasure){ .width = WIDTH, .em = EM });

  g_assert_cmpuint (taken->len, ==, 2);
  g_assert_cmpuint (g_array_index (taken, guint, 0), ==, 1);
}

static void
assert_lines (const CareText *text, double width, const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < text->lines->len; i++)
    {
      const CareTextLine *line = care_text_get_line (text, i);
      double right = 0, sum = 0;

      g_assert_cmpfloat (line->x + line->width, <=, width + 0.01);
      g_string_append_len (joined, text->text + line->start, (gssize) (line->end - line->start));
      for (guint j = line->first_run; j < line->end_run; j++)
        {
          const CareTextRun *run = &g_array_index (text->runs, CareTextRun, j);

          g_assert_cmpfloat (run->x, >=, -0.01);
          right = MAX (right, run->x + run->width);
          sum += run->width;
        }
      /* Side by side, in whichever order. */
      g_assert_cmpfloat_with_epsilon (right, sum, 0.05);
    }
  g_assert_cmpstr (joined->str, ==, expected);
}

/* Whatever the text and however narrow the line, nothing is lost and nothing stands
 * outside. */
static void
test_every_width (void)
{
  static const char *const texts[] = {
    "Attempts to overcome them are not new: they have been made for at least twenty years, with mixed results.",
    "https://www.example.org/a/very/long/address/that/no/line/of/a/sidebar/can/hold.html",
    "Gofal iechyd a gofal cymdeithasol integredig, ac ŵyr neb sut",
    "£3.8 billion – “most” of it from within the existing budget – for 2015/16",
    "שירותי בריאות and social care שירותי",
    "e\u0301te\u0301 office affluent ffi fl",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 30; width < 400; width += 7)
      {
        g_autoptr (CareText) text = set (texts[i], NULL, width, 10);

        assert_lines (text, width, texts[i]);
      }
}

static void
test_breaks_in_text (void)
{
  g_autoptr (CareText) text = set ("one\ntwo\u2028three\n\nfour", NULL, 300, 0);
  g_autoptr (CareText) empty = set ("", NULL, 300, 0);

  assert_lines (text, 300, "onetwothreefour");
  g_assert_false (text->has_unknown);
  g_assert_cmpuint (text->lines->len, ==, 5);
  g_assert_cmpuint (empty->lines->len, ==, 1);
}

/* A divided word ends in a hyphen that is not in the text, and is one word. */
static void
test_divided (void)
{
  const char *words = "organisation notwithstanding integration reorganisation";
  g_autoptr (CareText) text = set (words, NULL, 62, 0);
  guint hyphens = 0;
  int n_words = 0;

  assert_lines (text, 62, words);
  for (guint i = 0; i < text->runs->len; i++)
    hyphens += strcmp (g_array_index (text->runs, CareTextRun, i).text, "\u00ad") == 0;
  for (guint i = 0; i < text->lines->len; i++)
    n_words += care_text_count_words (text, i);
  g_assert_cmpuint (hyphens, >, 0);
  g_assert_cmpint (n_words, ==, 4);
}

/* Where a style divides no words, one that is wider than a line has a hyphen all the same,
 * also a name; what cannot have one is broken anywhere. */
static void
test_wide_word (void)
{
  const CarePageStyle *style = &care_page_template_find ("large-print")->styles[CARE_STYLE_BOX];
  g_autoptr (CareText) name = set_as (style, "the Conservatives", NULL, 100, 0);
  g_autoptr (CareText) whole = set_as (style, "the Conservatives", NULL, 140, 0);
  g_autoptr (CareText) number = set_as (style, "12345678901234567890", NULL, 100, 0);

  g_assert_cmpuint (name->lines->len, ==, 2);
  g_assert_cmpstr (g_array_index (name->runs, CareTextRun, care_text_get_line (name, 0)->end_run - 1).text, ==, "\u00ad");
  g_assert_cmpuint (whole->lines->len, ==, 2);
  g_assert_false (care_text_get_line (whole, 1)->continues);
  g_assert_cmpuint (number->lines->len, >, 1);
  for (guint i = 0; i < number->runs->len; i++)
    g_assert_true (g_array_index (number->runs, CareTextRun, i).text == number->text);
}

static void
test_spans (void)
{
  g_autoptr (GArray) spans = care_prose_spans_new ();
  g_autoptr (CareText) text = NULL;
  guint linked = 0;

  care_prose_spans_add (spans, CARE_PROSE_BOLD, 0, 9, 0, NULL);
  care_prose_spans_add (spans, CARE_PROSE_LINK, 4, 15, 0, "https://example.org/");
  text = set ("see the report here", spans, 40, 0);
  for (guint i = 0; i < text->runs->len; i++)
    {
      const CareTextRun *run = &g_array_index (text->runs, CareTextRun, i);
      guint start = (guint) run->glyphs->item->offset;

      g_assert_cmpint (run->span, ==, start >= 4 && start < 15 ? 1 : -1);
      linked += run->span == 1 ? (guint) run->glyphs->item->length : 0;
    }
  g_assert_cmpuint (linked, ==, 11);
}

/* The number of a source does not begin a line, unless a person has begun one before it. */
static void
test_citation (void)
{
  static const char words[] = "It is called “very distant”.1 and so on";
  static const char own[] = "One line\u20282 and on";
  g_autoptr (GArray) spans = care_prose_spans_new ();
  g_autoptr (GArray) forced = care_prose_spans_new ();
  g_autoptr (CareText) two = NULL;
  guint at = (guint) (strstr (words, "1 and") - words);
  guint own_at = (guint) (strstr (own, "2 and") - own);

  care_prose_spans_add (spans, CARE_PROSE_CITATION, at, at + 1, 1, NULL);
  for (double width = 60; width < 240; width += 1)
    {
      g_autoptr (CareText) text = set (words, spans, width, 0);

      for (guint i = 1; i < text->lines->len; i++)
        g_assert_cmpuint (care_text_get_line (text, i)->start, !=, at);
    }
  care_prose_spans_add (forced, CARE_PROSE_CITATION, own_at, own_at + 1, 2, NULL);
  two = set (own, forced, 300, 0);
  g_assert_cmpuint (two->lines->len, ==, 2);
  g_assert_cmpuint (care_text_get_line (two, 1)->start, ==, own_at);
}

/* A title leaves no word alone, in as many lines. */
static void
test_balance (void)
{
  const CarePageStyle *style = &care_page_template_find (NULL)->styles[CARE_STYLE_HEADING];
  CarePageStyle ragged = *style;

  ragged.balance = FALSE;
  for (double width = 90; width < 260; width += 1)
    {
      const char *words = "What national policy could change for all";
      g_autoptr (CareText) text = set_as (style, words, NULL, width, 0);
      g_autoptr (CareText) other = set_as (&ragged, words, NULL, width, 0);
      guint n = text->lines->len;

      g_assert_cmpuint (n, ==, other->lines->len);
      if (n == 2)
        g_assert_cmpfloat (care_text_get_line (text, 1)->width, >=, care_text_get_line (text, 0)->width / 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/text/hyphenation", test_hyphenation);
  g_test_add_func ("/page/text/no-dictionary", test_no_dictionary);
  g_test_add_func ("/page/text/least-ragged", test_least_ragged);
  g_test_add_func ("/page/text/forced", test_forced);
  g_test_add_func ("/page/text/every-width", test_every_width);
  g_test_add_func ("/page/text/breaks-in-text", test_breaks_in_text);
  g_test_add_func ("/page/text/divided", test_divided);
  g_test_add_func ("/page/text/wide-word", test_wide_word);
  g_test_add_func ("/page/text/spans", test_spans);
  g_test_add_func ("/page/text/citation", test_citation);
  g_test_add_func ("/page/text/balance", test_balance);

  return g_test_run ();
}
