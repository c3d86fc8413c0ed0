/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that there is is painted, in the colour that it has. */

#include "ink-fixture.h"

/* "by 2018": brackets at the end of 2017 and at that of 2018, with the words between them. */
static void
test_t9 (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (ink_say_form, fixture);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *cr = ink_picture_new (1280, 120);
  const CareTimelineViewport *viewport;
  const CareTimelineFrameMark *mark;
  int y, strict, lenient;
  guint n_marks, n_dark = 0;

  ink_measure_all (fixture, texts);
  ink_show (fixture, 0, 1, care_day_from_ymd (2017, 1, 1), frame);
  ink_paint (fixture, frame, texts, cr);
  viewport = care_timeline_frame_get_viewport (frame);
  mark = care_timeline_frame_get_marks (frame, &n_marks);
  y = (int) mark->y + 27;
  strict = (int) care_timeline_viewport_x (viewport, care_day_from_ymd (2018, 1, 1));
  lenient = (int) care_timeline_viewport_x (viewport, care_day_from_ymd (2019, 1, 1)) - 1;
  for (int reach = -4; reach <= 4; reach += 8)
    {
      g_assert_cmpint (ink_grey_at (cr, strict, y + reach), <, 150);
      g_assert_cmpint (ink_grey_at (cr, lenient, y + reach), <, 150);
      g_assert_cmpint (ink_grey_at (cr, strict - 3, y + reach), >, 250);
      g_assert_cmpint (ink_grey_at (cr, lenient + 4, y + reach), >, 250);
    }
  for (int x = strict + 8; x < lenient - 8; x++)
    n_dark += ink_grey_at (cr, x, y) < 60;
  g_assert_cmpuint (n_dark, >, 5);
  cairo_destroy (cr);
}

/* Every symbol that has room, ours or a source's, and every count is there to be seen. */
static void
test_all_is_painted (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (1000, 1);
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (ink_say_nothing, NULL);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  g_autoptr (CareTimelinePack) pack = NULL;
  CareTimelineViewport viewport = { care_day_from_ymd (1980, 1, 1), 0.0625, 800, 0, 0 };
  guint n_marks, n_chips, n_symbols = 0, n_sources = 0;
  const CareTimelineFrameMark *marks;
  const CareTimelineFrameChip *chips;
  cairo_t *cr;

  for (guint i = 0; i < fixture->entries->len; i += 3)
    g_array_index (fixture->entries, CareTimelineEntry, i).flags = CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT;
  pack = timeline_fixture_pack (fixture, 0.0625);
  viewport.height = care_timeline_pack_get_height (pack);
  care_timeline_frame_set (frame, pack, &viewport);
  cr = ink_picture_new (800, (int) viewport.height);
  ink_paint (fixture, frame, texts, cr);
  marks = care_timeline_frame_get_marks (frame, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      CareTimelineStretch symbol = marks[i].symbol, source = marks[i].source;

      if (symbol.width > 0 && symbol.x >= 0 && symbol.x + symbol.width <= 800)
        {
          g_assert_cmpuint (ink_count_dark (cr, symbol.x, marks[i].y + 18, symbol.width, 18), >, 20);
          n_symbols++;
        }
      if (source.width > 0 && source.x >= 0 && source.x + source.width <= 800)
        {
          g_assert_cmpuint (ink_count_dark (cr, source.x, marks[i].y + 18, source.width, 18), >, 20);
          n_sources++;
        }
    }
  chips = care_timeline_frame_get_chips (frame, &n_chips);
  for (guint i = 0; i < n_chips; i++)
    g_assert_cmpuint (
      ink_count_dark (cr, chips[i].x + 2, chips[i].y + 2, chips[i].width - 4, chips[i].height - 4), >, 3);
  g_assert_cmpuint (n_symbols, >, 50);
  g_assert_cmpuint (n_sources, >, 20);
  g_assert_cmpuint (n_chips, >, 10);
  cairo_destroy (cr);
}

/* The dot of each pledge has the colour of whoever made it. */
static void
test_colours (void)
{
  static const CareColour palette[] = { { 1, 0, 0 }, { 0, 0, 1 } };
  static const guint8 of[] = { 1, 0, 1, 0 };
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (4, 1);
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (ink_say_nothing, NULL);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  g_autoptr (CareTimelinePack) pack = NULL;
  const CareTimelineColours colours = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, palette, G_N_ELEMENTS (palette), of };
  const CareTimelineViewport viewport = { 980, 1, 400, 0, 60 };
  const CareTimelineFrameMark *marks;
  cairo_t *cr = ink_picture_new (400, 60);
  guint n_marks;

  for (guint i = 0; i < 4; i++)
    {
      g_array_index (fixture->entries, CareTimelineEntry, i) = (CareTimelineEntry){ .start = { 1000 + 80 * i, 1000 + 80 * i } };
      fixture->lanes[i] = 0;
    }
  pack = timeline_fixture_pack (fixture, 1);
  care_timeline_frame_set (frame, pack, &viewport);
  care_timeline_ink_marks (frame, texts, &colours, cr);
  marks = care_timeline_frame_get_marks (frame, &n_marks);
  g_assert_cmpuint (n_marks, ==, 4);
  for (guint i = 0; i < n_marks; i++)
    g_assert_cmphex (ink_colour_at (cr, marks[i].start.x, marks[i].y + 27), ==, of[marks[i].entry] == 0 ? 0xff0000 : 0x0000ff);
  cairo_destroy (cr);
}

/* How far dark pixels of a part of the picture are from its left end, or from its right end. */
static int
find_margin (cairo_t *cr, const CareTimelineFrameChip *chip, gboolean right)
{
  for (int margin = 2; margin < chip->width - 2; margin++)
    if (ink_count_dark (cr, right ? chip->x + chip->width - 1 - margin : chip->x + margin, chip->y + 2, 1, chip->height - 4) > 0)
      return margin;
  return -1;
}

/* The last count has an arrow where some of what is counted goes on. */
static void
test_counts_that_go_on (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (1, 1);
      g_autoptr (CareTimelineTexts) texts = ink_texts_new (ink_say_nothing, NULL);
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      g_autoptr (CareTimelinePack) pack = NULL;
      const CareTimelineViewport viewport = { 980, 1, 60, 0, 60 };
      const CareTimelineFrameChip *chip;
      cairo_t *cr = ink_picture_new (60, 60);
      guint n_chips;

      g_array_index (fixture->entries, CareTimelineEntry, 0) = (CareTimelineEntry){ .start = { 1000, i == 0 ? 1010 : 2000 } };
      fixture->lanes[0] = 0;
      fixture->lane[0].mode = CARE_TIMELINE_LANE_FOLDED;
      pack = timeline_fixture_pack (fixture, 1);
      care_timeline_frame_set (frame, pack, &viewport);
      chip = care_timeline_frame_get_chips (frame, &n_chips);
      g_assert_cmpuint (n_chips, ==, 1);
      g_assert_cmpint (chip->goes_on, ==, i == 1);
      ink_paint (fixture, frame, texts, cr);
      for (guint half = 0; half < 2; half++)
        g_assert_cmpint (ink_count_darker (cr, chip->x + chip->width - 12, chip->y + 3 + half * (chip->height / 2 - 2), 10,
                                       chip->height / 2 - 4, 200) > 1, ==, i == 1);
      if (i == 0)
        g_assert_cmpint (ABS (find_margin (cr, chip, FALSE) - find_margin (cr, chip, TRUE)), <=, 4);
      cairo_destroy (cr);
    }
}

int
main (int argc, char *argv[])
{
  ink_init (&argc, &argv);
  g_test_add_func ("/timeline-ink/t9", test_t9);
  g_test_add_func ("/timeline-ink/all-is-painted", test_all_is_painted);
  g_test_add_func ("/timeline-ink/colours", test_colours);
  g_test_add_func ("/timeline-ink/counts-that-go-on", test_counts_that_go_on);
  return ink_run ();
}
