/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline on sheets of paper. */

#include "care-timeline-poster-private.h"
#include "timeline-fixture.h"

#include <string.h>

/* @n_pledges of each of @n_parties, in years of their own. */
static GPtrArray *
new_records (guint n_parties, guint n_pledges)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint party = 1; party <= n_parties; party++)
    {
      g_autofree char *name = g_strdup_printf ("Party %u", party);
      g_autofree char *actor = g_strdup_printf ("%u", party);

      timeline_add (records, "actor", party, "name", name, "kind", "party", "colour", "#0063ba", NULL);
      for (guint i = 0; i < n_pledges; i++)
        {
          CareId id = 1000 * party + i;
          g_autofree char *pledge = g_strdup_printf ("%" G_GINT64_FORMAT, id);
          g_autofree char *made = g_strdup_printf ("%u-03", 2005 + i % 15);
          g_autofree char *due = g_strdup_printf ("%u", 2008 + i % 15);

          timeline_add (records, "pledge", id, "title", "Join health and social care", "kind", "outcome", "actor", actor, "made", made,
                        NULL);
          timeline_add (records, "deadline", id, "pledge", pledge, "words", "by then", "qualifier", "by", "due", due, NULL);
        }
    }
  timeline_add (records, "pledge", 1, "title", "Undated", "kind", "action", NULL);
  return records;
}

static CareTimelinePoster *
new_poster (guint n_parties, guint n_pledges, const char *only, CarePaper paper)
{
  g_autoptr (GPtrArray) records = new_records (n_parties, n_pledges);
  const CareTimelineAsk ask = timeline_ask (records, "2026-01-01", "2026-01-01");
  g_autoptr (CareTimelineContent) content
    = care_timeline_facts_take_content (care_timeline_facts_new_for (records), ask.as_of, ask.today);
  g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, CARE_TIMELINE_LANES_PARTY);

  return care_timeline_poster_new (content, lanes, &ask, "Care", only, paper);
}

/* The lowest line of the sheet on which anything is painted above its last line of words, and
 * how high the sheet is. */
static double
find_lowest (CareTimelinePoster *poster, guint sheet, double *height)
{
  double width;
  cairo_surface_t *surface;
  cairo_t *cr;
  int lowest = 0;

  care_paper_get_size (care_timeline_poster_get_paper (poster), &width, height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) *height);
  cr = cairo_create (surface);
  care_timeline_poster_paint (poster, sheet, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) *height - 40; y++)
    for (int x = 0; x < (int) width; x++)
      if (cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] != 0)
        lowest = y;
  cairo_surface_destroy (surface);
  return lowest;
}

/* Every lane is on one sheet, whole, whatever their number and size. */
static void
test_whole_lanes (void)
{
  static const struct
  {
    guint n_parties, n_pledges;
  } cases[] = { { 1, 1 }, { 3, 4 }, { 12, 7 }, { 40, 1 }, { 2, 150 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * 2; i++)
    {
      CarePaper paper = i % 2 == 0 ? CARE_PAPER_A4 : CARE_PAPER_A3;
      g_autoptr (CareTimelinePoster) poster = new_poster (cases[i / 2].n_parties, cases[i / 2].n_pledges, "", paper);
      guint next = 0;

      for (guint sheet = 0; sheet < care_timeline_poster_get_n_sheets (poster); sheet++)
        {
          guint n_lanes;
          double height;

          g_assert_cmpuint (care_timeline_poster_get_lanes (poster, sheet, &n_lanes), ==, next);
          g_assert_cmpuint (n_lanes, >, 0);
          g_assert_cmpfloat (find_lowest (poster, sheet, &height), <=, height - 44);
          next += n_lanes;
        }
      g_assert_cmpuint (next, ==, cases[i / 2].n_parties);
    }
}

/* A lane that is higher than a sheet takes all of it but less than a row, and counts the rest. */
static void
test_highest_lane (void)
{
  for (guint paper = CARE_PAPER_A4; paper <= CARE_PAPER_A3; paper++)
    {
      g_autoptr (CareTimelinePoster) poster = new_poster (1, 150, "", paper);
      double height;
      double lowest = find_lowest (poster, 0, &height);

      g_assert_cmpuint (care_timeline_poster_get_n_sheets (poster), ==, 1);
      g_assert_cmpfloat (lowest, >, height - 100);
    }
}

/* Twice the paper has room for more lanes. */
static void
test_paper (void)
{
  g_autoptr (CareTimelinePoster) small = new_poster (12, 7, "", CARE_PAPER_A4);
  g_autoptr (CareTimelinePoster) large = new_poster (12, 7, "", CARE_PAPER_A3);
  double width, height;

  g_assert_cmpuint (care_timeline_poster_get_n_sheets (large), <, care_timeline_poster_get_n_sheets (small));
  g_assert_cmpfloat (care_timeline_poster_get_type (small), >=, 7);
  care_paper_get_size (CARE_PAPER_A4, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 595.28, 0.01);
  care_paper_get_size (CARE_PAPER_A3, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 1190.55, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
}

/* What has no date is counted below, where those are named who have nothing else, and lanes have the colours of their parties. */
static void
test_says (void)
{
  g_autoptr (CareTimelinePoster) poster = new_poster (3, 4, "", CARE_PAPER_A4);
  g_autoptr (CareTimelinePoster) some = new_poster (3, 4, "slipped, Labour", CARE_PAPER_A4);
  const CareColour expected = { 0, 0x63 / 255.0, 0xba / 255.0 };

  g_assert_cmpstr (poster->subtitle, ==, "As of 1 January 2026. Filled shapes are our verdicts; outlined ones are what sources say.");
  g_assert_cmpstr (some->subtitle, ==,
                   "As of 1 January 2026. Only what is looked for: slipped, Labour. "
                   "Filled shapes are our verdicts; outlined ones are what sources say.");
  g_assert_cmpstr (poster->note, ==, "1 more has no date and is not shown. Nothing with a date: Others.");
  g_assert_cmpuint (poster->headings->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const CareTimelineHeading *heading = &g_array_index (poster->headings, CareTimelineHeading, i);

      g_assert_cmpfloat_with_epsilon (heading->colour.red, expected.red, 0.001);
      g_assert_cmpfloat_with_epsilon (heading->colour.green, expected.green, 0.001);
      g_assert_cmpfloat_with_epsilon (heading->colour.blue, expected.blue, 0.001);
    }
}

static void
test_empty (void)
{
  g_autoptr (CareTimelinePoster) poster = new_poster (0, 0, "", CARE_PAPER_A4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = care_timeline_poster_to_pdf (poster, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (care_timeline_poster_get_n_sheets (poster), ==, 1);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-1.7"));
}

/* What has no room on a sheet is counted, and is not said as if it could be seen there. */
static void
test_says_what_is_there (void)
{
  g_autoptr (CareTimelinePoster) few = new_poster (2, 3, "", CARE_PAPER_A4);
  g_autoptr (CareTimelinePoster) many = new_poster (1, 2000, "", CARE_PAPER_A4);
  g_autofree char *second = care_timeline_poster_say_lane (few, 1);
  g_autofree char *counted = care_timeline_poster_say_lane (many, 0);
  g_auto (GStrv) parts = g_strsplit (second, "Party 2: ", -1);
  g_auto (GStrv) said = g_strsplit (counted, "Party 1: ", -1);
  guint n_said = g_strv_length (said) - 1;
  g_autofree char *rest = g_strdup_printf (". %u more are counted there.", 2000 - n_said);

  g_assert_true (g_str_has_prefix (second, "Party 2. Party 2: Join health and social care. Made March "));
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  g_assert_null (strstr (second, "Party 1"));
  g_assert_null (strstr (second, "counted"));
  g_assert_cmpuint (n_said, <, 2000);
  g_assert_true (g_str_has_suffix (counted, rest));
}

/* The same entries give the same picture, and each format says what it is. */
static void
test_files (void)
{
  g_autoptr (CareTimelinePoster) poster = new_poster (3, 4, "", CARE_PAPER_A4);
  g_autoptr (CareTimelinePoster) again = new_poster (3, 4, "", CARE_PAPER_A4);
  g_autoptr (GBytes) svg = care_timeline_poster_to_svg (poster, 0);
  g_autoptr (GBytes) png = care_timeline_poster_to_png (poster, 0, 72);
  g_autoptr (GBytes) same = care_timeline_poster_to_png (again, 0, 72);
  g_autoptr (GBytes) pdf = care_timeline_poster_to_pdf (poster, NULL);
  g_autoptr (GBytes) same_pdf = care_timeline_poster_to_pdf (again, NULL);

  g_assert_true (g_bytes_equal (png, same));
  g_assert_true (g_bytes_equal (pdf, same_pdf));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (svg, NULL), "<?xml"));
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 8, "\x89PNG\r\n\x1a\n", 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timeline-poster/whole-lanes", test_whole_lanes);
  g_test_add_func ("/timeline-poster/highest-lane", test_highest_lane);
  g_test_add_func ("/timeline-poster/paper", test_paper);
  g_test_add_func ("/timeline-poster/says", test_says);
  g_test_add_func ("/timeline-poster/says-what-is-there", test_says_what_is_there);
  g_test_add_func ("/timeline-poster/empty", test_empty);
  g_test_add_func ("/timeline-poster/files", test_files);
  return g_test_run ();
}
