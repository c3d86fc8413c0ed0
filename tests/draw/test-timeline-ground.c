/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is behind the marks, and above them. */

#include "ink-fixture.h"

static void
paint_ground (CareTimelineFrame *frame, CareTimelineRulerKind behind, CareDay as_of, cairo_t *cr)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");
  g_autoptr (CareTimelineRuler) axis
    = care_timeline_ruler_new (ink_context, font, CARE_TIMELINE_RULER_CALENDAR);
  g_autoptr (CareTimelineRuler) tints = care_timeline_ruler_new (ink_context, font, behind);
  const CareTimelineColours colours = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, NULL, 0, NULL };

  care_timeline_ruler_set (axis, care_timeline_frame_get_viewport (frame));
  care_timeline_ruler_set (tints, care_timeline_frame_get_viewport (frame));
  care_timeline_ink_ground (frame, axis, tints, as_of, &colours, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

/* The line of the day stands at its end; Parliaments are light and shade in turns, and light is
 * the time between the dissolution of one and the election of the next. */
static void
test_ground (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *cr = ink_picture_new (1280, 60);
  CareDay first = care_day_from_ymd (2015, 1, 1);
  int line = (int) (care_day_from_ymd (2016, 6, 2) - first);

  ink_show (fixture, 0, 1, first, frame);
  paint_ground (frame, CARE_TIMELINE_RULER_PARLIAMENTS, care_day_from_ymd (2016, 6, 1), cr);
  g_assert_cmpint (ink_grey_at (cr, line, 1), <, 50);
  g_assert_cmpint (ink_grey_at (cr, line, 5), >, 200); /* between its dashes */
  g_assert_cmpint (ink_grey_at (cr, line - 1, 1), >, 200);
  g_assert_cmpint (ink_grey_at (cr, (int) (care_day_from_ymd (2015, 3, 20) - first), 20), <, 250);
  g_assert_cmpint (ink_grey_at (cr, (int) (care_day_from_ymd (2015, 4, 10) - first), 20), ==, 255);
  g_assert_cmpint (ink_grey_at (cr, (int) (care_day_from_ymd (2016, 5, 10) - first), 20), ==, 255);
  g_assert_cmpint (ink_grey_at (cr, (int) (care_day_from_ymd (2017, 6, 20) - first), 20), <, 250);
  cairo_destroy (cr);
}

/* A polling day is a line twice as thick as that of a year, at its beginning; the campaign before it
 * is shade. */
static void
test_elections (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *cr = ink_picture_new (1280, 60);
  CareDay first = care_day_from_ymd (2015, 1, 1);
  int polls = (int) (care_day_from_ymd (2015, 5, 7) - first);

  ink_show (fixture, 0, 1, first, frame);
  paint_ground (frame, CARE_TIMELINE_RULER_ELECTIONS, 0, cr);
  g_assert_cmpint (ink_grey_at (cr, polls, 20), <, 170);
  g_assert_cmpint (ink_grey_at (cr, polls + 1, 20), ==, ink_grey_at (cr, polls, 20));
  g_assert_cmpint (ink_grey_at (cr, polls + 2, 20), ==, 255);
  g_assert_cmpint (ink_grey_at (cr, polls - 5, 20), <, 250);
  g_assert_cmpint (ink_grey_at (cr, (int) (care_day_from_ymd (2015, 3, 20) - first), 20), ==, 255);
  cairo_destroy (cr);
}

/* No other period begins with such a line. */
static void
test_no_elections (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *cr = ink_picture_new (1280, 60);
  CareDay first = care_day_from_ymd (2015, 1, 1);
  int polls = (int) (care_day_from_ymd (2015, 5, 7) - first), may = (int) (care_day_from_ymd (2016, 7, 13) - first);

  ink_show (fixture, 0, 1, first, frame);
  paint_ground (frame, CARE_TIMELINE_RULER_GOVERNMENTS, 0, cr);
  g_assert_cmpint (ink_grey_at (cr, may, 20), >, 230);
  g_assert_cmpint (ink_grey_at (cr, may + 1, 20), >, 230);
  g_assert_cmpint (ink_grey_at (cr, polls + 1, 20), >, 230);
  cairo_destroy (cr);
}

/* Where each lane begins is a line. */
static void
test_borders (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (50, 3);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, 1);
  const CareTimelineColours colours = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, NULL, 0, NULL };
  const CareTimelineViewport viewport = { 730000, 1, 100, 0, care_timeline_pack_get_height (pack) };
  cairo_t *cr = ink_picture_new (100, (int) viewport.height);
  guint n_lanes;
  const CareTimelineFrameLane *lanes;

  care_timeline_frame_set (frame, pack, &viewport);
  care_timeline_ink_ground (frame, NULL, NULL, 0, &colours, cr);
  lanes = care_timeline_frame_get_lanes (frame, &n_lanes);
  g_assert_cmpuint (n_lanes, >, 1);
  for (guint i = 0; i < n_lanes; i++)
    for (int x = 0; x < 100; x += 33)
      {
        g_assert_cmpint (ink_grey_at (cr, x, (int) lanes[i].y), <, 230);
        g_assert_cmpint (ink_grey_at (cr, x, (int) lanes[i].y + 2), ==, 255);
      }
  cairo_destroy (cr);
}

static void
assert_period_is_painted (const CareTimelineRuler *ruler, const CareTimelinePeriod *period, cairo_t *cr)
{
  double line = care_timeline_ruler_get_line (ruler);
  double top = period->is_outer ? 0 : care_timeline_ruler_get_height (ruler) - line;
  double width = period->name == NULL ? 0 : care_timeline_layout_width (period->name);

  for (double y = top + 3; period->x >= 0 && period->x < 400 && y < top + line - 1; y++)
    g_assert_cmpint (ink_grey_at (cr, (int) period->x, (int) y), <, 200);
  if (period->name != NULL && period->name_x + width <= 400)
    g_assert_cmpuint (ink_count_dark (cr, period->name_x, top, width, line), >, 5);
}

/* Its names and strokes, each in its line; a name that has no room is not cut off. */
static void
test_ruler (void)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");
  g_autoptr (CareTimelineRuler) ruler = care_timeline_ruler_new (ink_context, font, CARE_TIMELINE_RULER_CALENDAR);
  const CareTimelineColours colours = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, NULL, 0, NULL };

  for (guint i = 0; i < 30; i++)
    {
      const CareTimelineViewport viewport = { care_day_from_ymd (2014, 12, 20) + (CareDay) i * 5, 3, 400, 0, 100 };
      cairo_t *cr = ink_picture_new (440, 60);
      guint n_periods;
      const CareTimelinePeriod *periods;

      care_timeline_ruler_set (ruler, &viewport);
      care_timeline_ink_ruler (ruler, &colours, 400, cr);
      periods = care_timeline_ruler_get_periods (ruler, &n_periods);
      g_assert_cmpuint (n_periods, >, 4);
      for (guint k = 0; k < n_periods; k++)
        assert_period_is_painted (ruler, &periods[k], cr);
      g_assert_cmpuint (ink_count_dark (cr, 401, 0, 39, 60), ==, 0);
      cairo_destroy (cr);
    }
}

int
main (int argc, char *argv[])
{
  ink_init (&argc, &argv);
  g_test_add_func ("/timeline-ground/ground", test_ground);
  g_test_add_func ("/timeline-ground/elections", test_elections);
  g_test_add_func ("/timeline-ground/no-elections", test_no_elections);
  g_test_add_func ("/timeline-ground/borders", test_borders);
  g_test_add_func ("/timeline-ground/ruler", test_ruler);
  return ink_run ();
}
