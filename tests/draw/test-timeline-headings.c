/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of lanes beside them. */

#include "care-timeline-headings.h"
#include "ink-fixture.h"

/* Two lanes, of which the second begins a hundred pixels down. */
static CareTimelineFrame *
show_lanes (const CareTimelineHeadings *headings, double top)
{
  CareTimelineFrame *frame = care_timeline_frame_new ();
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (2, 1);
  g_autoptr (CareTimelinePack) pack = NULL;
  const CareTimelineViewport viewport = { 1000, 1, 300, top, 150 };

  for (guint i = 0; i < 2; i++)
    {
      care_timeline_headings_reserve (headings, i, &fixture->lane[i]);
      fixture->lane[i].least = MAX (fixture->lane[i].least, 90);
    }
  fixture->n_lanes = 2;
  pack = timeline_fixture_pack (fixture, 1);
  care_timeline_frame_set (frame, pack, &viewport);
  return frame;
}

static cairo_t *
paint_headings (const CareTimelineHeadings *headings, const CareTimelineFrame *frame)
{
  const CareTimelineColours colours = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, NULL, 0, NULL };
  double gutter = care_timeline_headings_get_gutter (headings);
  cairo_t *cr = ink_picture_new (300 + (int) gutter, 150);

  cairo_translate (cr, gutter, 0);
  care_timeline_headings_paint (headings, frame, &colours, cr);
  return cr;
}

/* A name stands beside its lane after a swatch of its colour, and in sight as long as the lane is. */
static void
test_headings (void)
{
  static const CareTimelineHeading names[] = { { "Labour", { 1, 0, 0 } }, { "Green", { 0, 0, 1 } } };
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");
  g_autoptr (CareTimelineHeadings) headings = care_timeline_headings_new (ink_context, font, names, 2, 1000);
  double gutter = care_timeline_headings_get_gutter (headings);

  g_assert_cmpfloat (gutter, >, 40);
  g_assert_cmpfloat (gutter, <, 120);
  for (int top = 0; top < 80; top += 10)
    {
      g_autoptr (CareTimelineFrame) frame = show_lanes (headings, top);
      guint n_lanes;
      const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (frame, &n_lanes);
      cairo_t *cr = paint_headings (headings, frame);

      g_assert_cmpuint (n_lanes, ==, 2);
      for (guint i = 0; i < 2; i++)
        {
          double y = MIN (MAX (lanes[i].y + 7, 7), lanes[i].y + lanes[i].height - 7 - 18);

          g_assert_cmphex (ink_colour_at (cr, 6, y + 9), ==, i == 0 ? 0xff0000 : 0x0000ff);
          g_assert_cmphex (ink_colour_at (cr, 1, MAX (y - 1, 0)), ==, 0xffffff);
          g_assert_cmpuint (ink_count_dark (cr, 18, y, gutter - 18, 18), >, 20);
          g_assert_cmpuint (ink_count_dark (cr, gutter, 0, 300, 150), ==, 0);
        }
      cairo_destroy (cr);
    }
}

/* Where it would take too much it is broken, in the room that there is. */
static void
test_long_headings (void)
{
  static const CareTimelineHeading names[]
    = { { "Department for Levelling Up, Housing and Communities", { 1, 0, 0 } }, { "Green", { 0, 0, 1 } } };
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");

  for (int width = 300; width <= 800; width += 500)
    {
      g_autoptr (CareTimelineHeadings) headings = care_timeline_headings_new (ink_context, font, names, 2, width);
      g_autoptr (CareTimelineFrame) frame = show_lanes (headings, 0);
      double gutter = care_timeline_headings_get_gutter (headings);
      CareTimelinePackLane one = { 0 }, other = { 0 };
      cairo_t *cr = paint_headings (headings, frame);

      care_timeline_headings_reserve (headings, 0, &one);
      care_timeline_headings_reserve (headings, 1, &other);
      g_assert_cmpfloat (gutter, ==, width == 300 ? 0 : 200);
      g_assert_cmpfloat (width == 300 ? one.head : one.least, >=, 30);
      g_assert_cmpfloat (width == 300 ? other.head : other.least, <=, 25);
      g_assert_cmpfloat (width == 300 ? one.least : one.head, ==, 0);
      g_assert_cmpuint (ink_count_dark (cr, 18, 7 + 18, 200 - 18, 18), >, 20); /* its second line */
      g_assert_cmpuint (ink_count_dark (cr, width == 300 ? 299 : gutter, 0, 1, 150), ==, 0);
      cairo_destroy (cr);
    }
}

int
main (int argc, char *argv[])
{
  ink_init (&argc, &argv);
  g_test_add_func ("/timeline-headings/headings", test_headings);
  g_test_add_func ("/timeline-headings/long-headings", test_long_headings);
  return ink_run ();
}
