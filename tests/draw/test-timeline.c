/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline.h"

#include <math.h>
#include <string.h>

#define SLACK 0.01
#define FONT "Open Sans 10"

static PangoContext *shared_context;

static const CareTimelineLane lanes[] = {
  { "Government", { 0, 0.4, 0.28 } },
  { "Conservative", { 0, 0.53, 0.86 } },
  { "Health and Social Care Information Centre", { 0.89, 0, 0.23 } },
  { "SNP", { 0.99, 0.95, 0.56 } },
};

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static CareTimeline *
create (const CareTimelineItem *items, guint n_items, CareDay today, double width)
{
  return care_timeline_new (shared_context, FONT, lanes, G_N_ELEMENTS (lanes), items, n_items, today, width);
}

static CareDay
day (int year, int month, int mday)
{
  return care_day_from_ymd (year, month, mday);
}

static CareTimelineItem
event (const char *label, CareDay first, CareDay last)
{
  return (
    CareTimelineItem){ .shape = CARE_TIMELINE_EVENT, .label = label, .made_first = first, .made_last = last };
}

static CareTimelineItem
pledge (const char *label, CareDay made, CareDay due_first, CareDay due_last, gboolean open)
{
  return (CareTimelineItem){ .shape = CARE_TIMELINE_PLEDGE,
                             .label = label,
                             .made_first = made,
                             .made_last = made,
                             .due = { due_first, due_last },
                             .open = open };
}

static const CareTimelineMark *
find_mark (const CareTimeline *timeline, guint item)
{
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (timeline, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].item == item)
      return &marks[i];
  return NULL;
}

static void
assert_no_overlap (const CareTimelineMark *a, const CareTimelineMark *b)
{
  g_assert_true (a->x + a->width <= b->x + SLACK || b->x + b->width <= a->x + SLACK
                 || a->y + a->height <= b->y + SLACK || b->y + b->height <= a->y + SLACK);
}

static void
assert_in_place (const CareTimeline *timeline, const CareTimelineItem *item, const CareTimelineMark *mark,
                 double width)
{
  const CareTimelineBand *band = care_timeline_get_band (timeline, item->lane);

  g_assert_cmpfloat (mark->x, >=, care_timeline_get_gutter (timeline) - SLACK);
  g_assert_cmpfloat (mark->x + mark->width, <=, width + SLACK);
  g_assert_cmpfloat (mark->y, >=, band->y);
  g_assert_cmpfloat (mark->y + mark->height, <=, band->y + band->height);
  g_assert_cmpfloat (mark->label_x, >=, mark->x - SLACK);
  g_assert_cmpfloat (mark->label_x + mark->label_width, <=, mark->x + mark->width + SLACK);
  g_assert_cmpfloat (mark->label_width, >, 0);
  if (mark->has_start)
    {
      g_assert_cmpfloat_with_epsilon (mark->start_x, care_timeline_get_x (timeline, item->made_first), SLACK);
      g_assert_cmpfloat_with_epsilon (mark->start_x + mark->start_width,
                                      care_timeline_get_x (timeline, item->made_last + 1), SLACK);
      g_assert_cmpfloat (mark->start_x, >=, mark->x - SLACK);
      g_assert_cmpfloat (mark->start_x + mark->start_width, <=, mark->x + mark->width + SLACK);
    }
  if (mark->has_due)
    {
      g_assert_cmpfloat_with_epsilon (mark->due_x + mark->due_width,
                                      care_timeline_get_x (timeline, item->due.last + 1), SLACK);
      g_assert_cmpfloat (mark->due_x, >=, mark->x - SLACK);
      g_assert_cmpfloat (mark->due_x + mark->due_width, <=, mark->x + mark->width + SLACK);
      g_assert_true ((mark->due_width > 0)
                     == (item->open && item->due.last > item->due.first
                         && care_timeline_get_x (timeline, item->due.last + 1)
                              > care_timeline_get_x (timeline, item->due.first + 1)));
    }
}

static void
assert_axis (const CareTimeline *timeline, double width)
{
  guint n_ticks;
  const CareTimelineTick *ticks = care_timeline_get_ticks (timeline, &n_ticks);
  CareDay first, last;
  double step;

  care_timeline_get_range (timeline, &first, &last);
  step = care_timeline_get_x (timeline, first + 1) - care_timeline_get_x (timeline, first);
  for (CareDay d = first; d <= last; d += 1 + (last - first) / 50)
    g_assert_cmpfloat_with_epsilon (care_timeline_get_x (timeline, d) - care_timeline_get_x (timeline, first),
                                    (d - first) * step, SLACK);
  g_assert_cmpfloat (care_timeline_get_x (timeline, first), >=, care_timeline_get_gutter (timeline));
  g_assert_cmpfloat (care_timeline_get_x (timeline, last + 1), <=, width);

  for (guint i = 0; i < n_ticks; i++)
    {
      g_assert_cmpfloat (ticks[i].x, >=, care_timeline_get_x (timeline, first) - SLACK);
      g_assert_cmpfloat (ticks[i].x, <=, width);
      if (i > 0)
        g_assert_cmpfloat (ticks[i].x - ticks[i - 1].x, >, 5.0 * strlen (ticks[i - 1].label));
    }
}

static void
assert_sound (const CareTimeline *timeline, const CareTimelineItem *items, double width)
{
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (timeline, &n_marks);
  double y = care_timeline_get_header (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      const CareTimelineBand *band = care_timeline_get_band (timeline, i);

      g_assert_cmpfloat_with_epsilon (band->y, y, SLACK);
      g_assert_cmpfloat (band->height, >, 0);
      y += band->height;
    }
  g_assert_cmpfloat_with_epsilon (care_timeline_get_height (timeline), y, SLACK);

  for (guint i = 0; i < n_marks; i++)
    {
      assert_in_place (timeline, &items[marks[i].item], &marks[i], width);
      for (guint j = 0; j < i; j++)
        assert_no_overlap (&marks[i], &marks[j]);
      if (i > 0)
        g_assert_cmpuint (items[marks[i].item].lane, >=, items[marks[i - 1].item].lane);
    }
  if (n_marks > 0)
    assert_axis (timeline, width);
}

static CareTimelineItem
random_item (int span)
{
  static const char *const labels[] = {
    "NHS",
    "Better Care Fund begins",
    "Remove barriers to the integration of care before April 2018",
    "Integrated care organisations",
    "8,000 more GPs",
    "Every clinical commissioning group and every local authority will have agreed how health and social "
    "care "
    "are to be joined up by the end of the Parliament, and will say each year how far they have come with it",
  };
  static const guint widths[] = { 0, 0, 29, 364 };
  CareTimelineItem item = { .shape = (CareTimelineShape) g_test_rand_int_range (0, 2),
                            .lane = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (lanes)),
                            .label = labels[g_test_rand_int_range (0, G_N_ELEMENTS (labels))] };
  CareDay made = day (2012, 1, 1) + (CareDay) g_test_rand_int_range (0, span);

  if (g_test_rand_int_range (0, 25) == 0)
    made -= 65 * 365;
  if (item.shape == CARE_TIMELINE_EVENT || g_test_rand_int_range (0, 4) > 0)
    {
      item.made_first = made;
      item.made_last = made + widths[g_test_rand_int_range (0, 4)];
    }
  if (item.shape == CARE_TIMELINE_PLEDGE && (item.made_first == 0 || g_test_rand_bit ()))
    {
      item.open = g_test_rand_bit ();
      item.due.first = made + (CareDay) g_test_rand_int_range (0, 2000);
      item.due.last = item.due.first + (item.open ? (CareDay) g_test_rand_int_range (1, 400) : 0);
    }
  return item;
}

static void
test_always_sound (void)
{
  static const double widths[] = { 360, 800, 1280, 1920 };

  for (int i = 0; i < 80; i++)
    {
      guint n_items = (guint) g_test_rand_int_range (0, 60);
      int span = i % 3 == 0 ? 60 : i % 3 == 1 ? 2500 : 20000;
      g_autofree CareTimelineItem *items = g_new0 (CareTimelineItem, n_items + 1);

      for (guint j = 0; j < n_items; j++)
        items[j] = random_item (span);
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          g_autoptr (CareTimeline) timeline = create (items, n_items, day (2019, 6, 1), widths[w]);
          guint n_marks;

          care_timeline_get_marks (timeline, &n_marks);
          g_assert_cmpuint (n_marks, ==, n_items);
          g_assert_cmpuint (care_timeline_get_n_unplaced (timeline), ==, 0);
          assert_sound (timeline, items, widths[w]);
        }
    }
}

/* "by 2018" with no reading: both readings are drawn, from the end of 2017 to that of 2018. */
static void
test_readings (void)
{
  const CareTimelineItem items[] = {
    pledge ("by 2018", day (2013, 5, 14), day (2017, 12, 31), day (2018, 12, 31), TRUE),
    pledge ("strict", day (2013, 5, 14), day (2017, 12, 31), day (2017, 12, 31), FALSE),
    pledge ("before April 2018", day (2017, 5, 18), day (2018, 3, 31), day (2018, 3, 31), FALSE),
  };
  g_autoptr (CareTimeline) timeline = create (items, G_N_ELEMENTS (items), 0, 1000);
  const CareTimelineMark *open = find_mark (timeline, 0), *strict = find_mark (timeline, 1),
                         *before = find_mark (timeline, 2);

  g_assert_cmpfloat_with_epsilon (open->due_x, care_timeline_get_x (timeline, day (2018, 1, 1)), SLACK);
  g_assert_cmpfloat_with_epsilon (open->due_x + open->due_width,
                                  care_timeline_get_x (timeline, day (2019, 1, 1)), SLACK);
  g_assert_cmpfloat_with_epsilon (strict->due_x, open->due_x, SLACK);
  g_assert_cmpfloat (strict->due_width, ==, 0);
  g_assert_cmpfloat_with_epsilon (before->due_x, care_timeline_get_x (timeline, day (2018, 4, 1)), SLACK);
}

static void
test_parts (void)
{
  CareTimelineItem items[] = {
    pledge ("no deadline", day (2014, 1, 1), 0, 0, FALSE),
    pledge ("only due", 0, day (2016, 1, 1), day (2016, 1, 1), FALSE),
    pledge ("nothing known", 0, 0, 0, FALSE),
    event ("in October 2014", day (2014, 10, 1), day (2014, 10, 31)),
    event ("in 2015", day (2015, 1, 1), day (2015, 12, 31)),
    event ("up to May 2015", 0, day (2015, 5, 1)),
    event ("nowhere", day (2015, 5, 1), day (2015, 5, 1)),
  };
  g_autoptr (CareTimeline) timeline = NULL;
  const CareTimelineMark *mark;

  items[6].lane = G_N_ELEMENTS (lanes);
  timeline = create (items, G_N_ELEMENTS (items), 0, 1000);

  mark = find_mark (timeline, 0);
  g_assert_true (mark->has_start && !mark->has_due);
  g_assert_cmpfloat (mark->x + mark->width, >, mark->start_x + mark->start_width + 10);
  mark = find_mark (timeline, 1);
  g_assert_true (!mark->has_start && mark->has_due);
  g_assert_null (find_mark (timeline, 2));
  g_assert_null (find_mark (timeline, 6));
  g_assert_cmpuint (care_timeline_get_n_unplaced (timeline), ==, 2);

  mark = find_mark (timeline, 3);
  g_assert_cmpfloat_with_epsilon (mark->start_width,
                                  care_timeline_get_x (timeline, day (2014, 11, 1)) - mark->start_x, SLACK);
  mark = find_mark (timeline, 4);
  g_assert_cmpfloat_with_epsilon (mark->start_width,
                                  care_timeline_get_x (timeline, day (2016, 1, 1)) - mark->start_x, SLACK);
  mark = find_mark (timeline, 5);
  g_assert_true (mark->has_start);
  g_assert_cmpfloat_with_epsilon (mark->start_x, care_timeline_get_x (timeline, day (2015, 5, 1)), SLACK);
}

/* One from 1948 among those of 2013 to 2018 stands at the edge and does not squeeze them. */
static void
test_far_away (void)
{
  CareTimelineItem items[] = {
    event ("National Health Service created", day (1948, 7, 5), day (1948, 7, 5)),
    event ("a", day (2013, 5, 14), day (2013, 5, 14)),
    event ("b", day (2015, 5, 14), day (2015, 5, 14)),
    event ("c", day (2018, 5, 14), day (2018, 5, 14)),
    pledge ("Net zero", day (2018, 6, 1), day (2050, 12, 31), day (2050, 12, 31), FALSE),
  };
  g_autoptr (CareTimeline) timeline = create (items, G_N_ELEMENTS (items), 0, 1000);
  g_autoptr (CareTimeline) alone = create (items, 1, 0, 1000), two = create (items, 2, 0, 1000);
  CareDay first, last;

  care_timeline_get_range (timeline, &first, &last);
  g_assert_cmpuint (first, >, day (2013, 1, 1));
  g_assert_cmpuint (first, <, day (2013, 5, 14));
  g_assert_cmpuint (last, >, day (2018, 6, 1));
  g_assert_cmpuint (last, <, day (2019, 1, 1));
  g_assert_cmpfloat (care_timeline_get_x (timeline, day (1948, 7, 5)), <,
                     care_timeline_get_x (timeline, first) - 5);
  g_assert_cmpfloat (care_timeline_get_x (timeline, day (2050, 12, 31)), >,
                     care_timeline_get_x (timeline, last + 1) + 5);
  /* The year is said, so the label is longer than where the axis has it. */
  g_assert_cmpfloat (find_mark (timeline, 0)->label_width, >, find_mark (alone, 0)->label_width + 5);
  assert_sound (timeline, items, 1000);

  care_timeline_get_range (two, &first, &last);
  g_assert_cmpuint (first, <, day (1948, 7, 5));
  g_assert_cmpuint (last, >, day (2013, 5, 14));
}

static void
test_today (void)
{
  const CareTimelineItem items[] = { event ("a", day (2013, 5, 14), day (2013, 5, 14)),
                                     event ("b", day (2017, 5, 14), day (2017, 5, 14)) };
  static const struct
  {
    int year, month;
    gboolean is_shown;
  } cases[]
    = { { 2012, 1, FALSE }, { 2015, 1, TRUE }, { 2017, 6, TRUE }, { 2027, 5, TRUE }, { 2027, 6, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareDay today = day (cases[i].year, cases[i].month, 1);
      g_autoptr (CareTimeline) timeline = create (items, G_N_ELEMENTS (items), today, 800);
      double x = care_timeline_get_today (timeline);

      if (cases[i].is_shown)
        g_assert_cmpfloat_with_epsilon (
          x, (care_timeline_get_x (timeline, today) + care_timeline_get_x (timeline, today + 1)) / 2, SLACK);
      else
        g_assert_cmpfloat (x, ==, -1);
    }
}

static void
test_ticks (void)
{
  static const struct
  {
    int from, to;
    double width;
    const char *label;
  } cases[] = {
    { 2013, 2019, 1920, "Jul 2013" }, { 2013, 2019, 800, "2014" }, { 2013, 2019, 360, "2014" },
    { 1948, 2018, 800, "1950" },      { 1948, 2018, 200, "1960" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CareTimelineItem items[] = { event ("a", day (cases[i].from, 5, 14), day (cases[i].from, 5, 14)),
                                         event ("b", day (cases[i].to, 5, 14), day (cases[i].to, 5, 14)) };
      g_autoptr (CareTimeline) timeline = create (items, G_N_ELEMENTS (items), 0, cases[i].width);
      guint n_ticks;
      const CareTimelineTick *ticks = care_timeline_get_ticks (timeline, &n_ticks);

      g_assert_cmpuint (n_ticks, >=, 3);
      g_assert_cmpstr (ticks[0].label, ==, cases[i].label);
    }
}

static void
test_gutter (void)
{
  const CareTimelineItem items[] = { event ("a", day (2013, 5, 14), day (2013, 5, 14)) };
  g_autoptr (CareTimeline) narrow = create (items, 1, 0, 499), wide = create (items, 1, 0, 500);

  g_assert_cmpfloat (care_timeline_get_gutter (narrow), ==, 0);
  g_assert_cmpfloat (care_timeline_get_gutter (wide), >, 0);
  g_assert_cmpfloat (care_timeline_get_gutter (wide), <=, 125);
  /* Above its lane a name takes a line of its own. */
  g_assert_cmpfloat (find_mark (narrow, 0)->y - care_timeline_get_band (narrow, 0)->y, >,
                     find_mark (wide, 0)->y - care_timeline_get_band (wide, 0)->y + 10);
}

/* A label is as long as it is, until nothing is left of the width. */
static void
test_labels (void)
{
  const CareTimelineItem items[] = {
    event ("Remove barriers to the integration of care", day (2013, 5, 14), day (2013, 5, 14)),
    event (
      "Remove barriers to the integration of health care and of social care before April 2018, in England",
      day (2018, 5, 14), day (2018, 5, 14)),
  };
  g_autoptr (CareTimeline) narrow = create (items, 2, 0, 360), wide = create (items, 2, 0, 1280);

  g_assert_cmpfloat_with_epsilon (find_mark (narrow, 0)->label_width, find_mark (wide, 0)->label_width,
                                  SLACK);
  g_assert_cmpfloat (find_mark (narrow, 1)->label_width, <, find_mark (wide, 1)->label_width);
  g_assert_cmpfloat (find_mark (narrow, 1)->label_width, >, 320);
  g_assert_cmpfloat (find_mark (wide, 1)->label_x, <, find_mark (wide, 1)->start_x);
}

static void
test_empty (void)
{
  const CareTimelineItem nothing[] = { pledge ("nothing known", 0, 0, 0, FALSE) };
  g_autoptr (CareTimeline) timeline = create (nothing, 1, day (2019, 6, 1), 800);
  CareDay first, last;
  guint n;

  care_timeline_get_range (timeline, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 0);
  care_timeline_get_marks (timeline, &n);
  g_assert_cmpuint (n, ==, 0);
  care_timeline_get_ticks (timeline, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpfloat (care_timeline_get_today (timeline), ==, -1);
  g_assert_cmpfloat (care_timeline_get_height (timeline), >, 4 * 10);
}

/* Whether @surface has paint outside of a rectangle. */
static gboolean
is_painted_outside (cairo_surface_t *surface, double x0, double y0, double x1, double y1)
{
  const guchar *data;
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if ((x < floor (x0) || x >= ceil (x1) || y < floor (y0) || y >= ceil (y1))
          && data[y * stride + x * 4 + 3] != 0)
        return TRUE;
  return FALSE;
}

static void
check_painted (const CareTimeline *timeline, int mark, double width)
{
  const CareTimelineStyle style = { { 0.2, 0.2, 0.2 }, { 0.8, 0.8, 0.8 }, { 1, 1, 1 } };
  int height = (int) ceil (care_timeline_get_height (timeline));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width + 40, height + 40);
  cairo_t *cr = cairo_create (surface);
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (timeline, &n_marks);
  CareTimelineMark box = { .x = 0, .y = 0, .width = width, .height = height };

  cairo_translate (cr, 20, 20);
  if (mark < 0)
    care_timeline_paint_ground (timeline, &style, cr);
  else
    {
      box = marks[mark];
      care_timeline_paint_mark (timeline, (guint) mark, &style, cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_assert_true (is_painted_outside (surface, 0, 0, 0, 0));
  g_test_message ("mark %d at %g, %g, %g by %g", mark, box.x, box.y, box.width, box.height);
  /* Glyphs may reach half a pixel over their advance. */
  g_assert_false (
    is_painted_outside (surface, 19 + box.x, 20 + box.y, 21 + box.x + box.width, 20 + box.y + box.height));
  cairo_surface_destroy (surface);
}

static void
test_paint (void)
{
  for (int i = 0; i < 6; i++)
    {
      double width = i % 2 ? 360 : 800;
      CareTimelineItem items[12];
      g_autoptr (CareTimeline) timeline = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (items); j++)
        items[j] = random_item (2500);
      timeline = create (items, G_N_ELEMENTS (items), day (2019, 6, 1), width);
      for (int mark = -1; mark < (int) G_N_ELEMENTS (items); mark++)
        check_painted (timeline, mark, width);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = create_context ();

  g_test_add_func ("/timeline/always-sound", test_always_sound);
  g_test_add_func ("/timeline/readings", test_readings);
  g_test_add_func ("/timeline/parts", test_parts);
  g_test_add_func ("/timeline/far-away", test_far_away);
  g_test_add_func ("/timeline/today", test_today);
  g_test_add_func ("/timeline/ticks", test_ticks);
  g_test_add_func ("/timeline/gutter", test_gutter);
  g_test_add_func ("/timeline/labels", test_labels);
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/paint", test_paint);

  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  cairo_debug_reset_static_data ();
  return result;
}
