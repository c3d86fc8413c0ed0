/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written is asked for once, and cut where there is no room. */

#include "ink-fixture.h"

#include <math.h>

/* Forms of the fixture. */
#define IMMEDIATELY 7
#define EACH_YEAR 10

static char *
say_and_count (guint entry, CareTimelineText text, gpointer data)
{
  guint *n_said = data;

  ++*n_said;
  return g_strdup ("Remove barriers to the integration of care");
}

static void
test_texts (void)
{
  guint n_said = 0;
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (say_and_count, &n_said);
  PangoLayout *whole = care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 300);
  double width = care_timeline_texts_measure (texts, 0).label;

  g_assert_false (pango_layout_is_ellipsized (whole));
  g_assert_cmpfloat (width, >, 150);
  g_assert_true (care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 100) == whole);
  g_assert_true (pango_layout_is_ellipsized (whole));
  g_assert_cmpint (pango_layout_get_width (whole), ==, 100 * PANGO_SCALE);
  care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, width);
  g_assert_false (pango_layout_is_ellipsized (whole));
  g_assert_null (care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 20));
  g_assert_null (care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 0));
  g_assert_cmpuint (n_said, ==, 2);
  g_assert_null (care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_DUE, width - 1));
  g_assert_nonnull (care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_DUE, width));
  g_assert_cmpstr (pango_layout_get_text (care_timeline_texts_get_number (texts, 1984, 100)), ==, "1984");
  g_assert_null (care_timeline_texts_get_number (texts, 1984, 10));
}

/* A mark ends with its texts, as far as they have room and were shaped. */
static void
test_end (void)
{
  guint n_said = 0;
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (say_and_count, &n_said);
  CareTimelineFrameMark mark = { .x = 10, .width = 20, .label = { 10, 1000 } };
  double width;

  g_assert_cmpfloat (care_timeline_texts_end (texts, &mark), ==, 30);
  g_assert_cmpuint (n_said, ==, 0);
  g_assert_false (care_timeline_texts_has_shaped (texts));
  width = care_timeline_texts_measure (texts, 0).label;
  g_assert_true (care_timeline_texts_has_shaped (texts));
  g_assert_cmpfloat (care_timeline_texts_end (texts, &mark), ==, 10 + width);
  mark.words = (CareTimelineStretch){ 60, 1000 };
  g_assert_cmpfloat (care_timeline_texts_end (texts, &mark), ==, 60 + width);
  mark.label.width = mark.words.width = 100;
  g_assert_cmpfloat (care_timeline_texts_end (texts, &mark), ==, 160);
  care_timeline_texts_begin (texts, 1);
  g_assert_false (care_timeline_texts_has_shaped (texts));
}

/* However much room there is, a text has no more than it was measured with. */
static void
test_widest (void)
{
  guint n_said = 0;
  g_autoptr (CareTimelineTexts) texts = ink_texts_new_of (say_and_count, &n_said, 120);

  g_assert_cmpfloat (care_timeline_texts_measure (texts, 0).label, ==, 120);
  g_assert_true (
    pango_layout_is_ellipsized (care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 300)));
}

/* What is seen again and again is kept, what is not is forgotten. */
static void
test_forgetting (void)
{
  guint n_said = 0;
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (say_and_count, &n_said);

  care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 300);
  for (guint i = 2; i < 10000; i++)
    {
      care_timeline_texts_get (texts, 1, CARE_TIMELINE_TEXT_LABEL, 300);
      care_timeline_texts_get (texts, i, CARE_TIMELINE_TEXT_LABEL, 300);
    }
  g_assert_cmpuint (n_said, ==, 10000);
  care_timeline_texts_get (texts, 1, CARE_TIMELINE_TEXT_LABEL, 300);
  g_assert_cmpuint (n_said, ==, 10000);
  care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 300);
  g_assert_cmpuint (n_said, ==, 10001);
}

/* In a picture after the first one no more are shaped, or cut, than is said; the next ones have
 * the others. */
static void
test_few_at_once (void)
{
  guint n_said = 0;
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (say_and_count, &n_said);
  PangoLayout *layouts[3];

  care_timeline_texts_begin (texts, 2);
  for (guint i = 10; i < 20; i++)
    g_assert_nonnull (care_timeline_texts_get (texts, i, CARE_TIMELINE_TEXT_LABEL, 100));
  g_assert_false (care_timeline_texts_is_lacking (texts));
  n_said = 0;
  care_timeline_texts_begin (texts, 2);
  for (guint i = 0; i < 3; i++)
    layouts[i] = care_timeline_texts_get (texts, i, CARE_TIMELINE_TEXT_LABEL, 300);
  g_assert_nonnull (layouts[0]);
  g_assert_nonnull (layouts[1]);
  g_assert_null (layouts[2]);
  g_assert_true (care_timeline_texts_is_lacking (texts));
  g_assert_cmpuint (n_said, ==, 2);
  care_timeline_texts_begin (texts, 2);
  for (guint i = 0; i < 3; i++)
    layouts[i] = care_timeline_texts_get (texts, i, CARE_TIMELINE_TEXT_LABEL, 100);
  g_assert_nonnull (layouts[2]);
  g_assert_true (pango_layout_is_ellipsized (layouts[1]));
  g_assert_false (pango_layout_is_ellipsized (layouts[2]));
  g_assert_true (care_timeline_texts_is_lacking (texts));
  care_timeline_texts_begin (texts, 2);
  for (guint i = 0; i < 3; i++)
    g_assert_true (pango_layout_is_ellipsized (care_timeline_texts_get (texts, i, CARE_TIMELINE_TEXT_LABEL, 100)));
  g_assert_false (care_timeline_texts_is_lacking (texts));
  g_assert_cmpuint (n_said, ==, 3);
}

/* A text that will be cut in a later picture ends where it will; what is beyond that is the same. */
static void
test_not_cut_yet (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  guint n_said = 0, n_marks;
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (say_and_count, &n_said);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *before = ink_picture_new (1280, 120), *after = ink_picture_new (1280, 120);
  CareDay first = care_day_from_ymd (2014, 10, 1);
  const CareTimelineFrameMark *marks;

  memset (fixture->extents->data, 0, fixture->extents->len * sizeof (CareTimelineExtent));
  ink_show_both (fixture, IMMEDIATELY, EACH_YEAR, 4, first, frame);
  ink_paint (fixture, frame, texts, before);
  ink_show_both (fixture, IMMEDIATELY, EACH_YEAR, 1.5, first, frame);
  cairo_set_source_rgb (before, 1, 1, 1);
  cairo_paint (before);
  care_timeline_texts_begin (texts, 0);
  ink_paint (fixture, frame, texts, before);
  g_assert_true (care_timeline_texts_is_lacking (texts));
  care_timeline_texts_begin (texts, G_MAXUINT);
  ink_paint (fixture, frame, texts, after);
  marks = care_timeline_frame_get_marks (frame, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpuint (marks[0].row, ==, marks[1].row);
  g_assert_cmpfloat (ink_difference (before, after), >, SEEN);
  for (int y = 0; y < 120; y++)
    for (int x = (int) ceil (marks[0].label.x + marks[0].label.width); x < 1280; x++)
      g_assert_cmpint (ink_grey_at (before, x, y), ==, ink_grey_at (after, x, y));
  cairo_destroy (before);
  cairo_destroy (after);
}

int
main (int argc, char *argv[])
{
  ink_init (&argc, &argv);
  g_test_add_func ("/timeline-texts/texts", test_texts);
  g_test_add_func ("/timeline-texts/end", test_end);
  g_test_add_func ("/timeline-texts/widest", test_widest);
  g_test_add_func ("/timeline-texts/forgetting", test_forgetting);
  g_test_add_func ("/timeline-texts/few-at-once", test_few_at_once);
  g_test_add_func ("/timeline-texts/not-cut-yet", test_not_cut_yet);
  return ink_run ();
}
