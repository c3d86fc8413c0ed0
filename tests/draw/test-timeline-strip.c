/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Timelines that stand in a text: nothing of them is left out, cut off or on something else. */

#include "care-timeline-strip-private.h"
#include "timeline-fixture.h"

#include <math.h>
#include <string.h>

#define SLACK 0.02

static PangoContext *shared_context;

static const CareTimelineHeading names[] = {
  { "Government", { 0, 0.4, 0.28 } },
  { "Conservative", { 0, 0.53, 0.86 } },
  { "Health and Social Care Information Centre", { 0.89, 0, 0.23 } },
  { "SNP", { 0.99, 0.95, 0.56 } },
  { "Others", { 0.3, 0.3, 0.3 } },
};

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* As on a page. */
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static const char *
title_of (guint entry)
{
  static const char *const titles[] = {
    "NHS",
    "Better Care Fund begins",
    "Remove barriers to the integration of care before April 2018",
    "8,000 more GPs",
    "Every clinical commissioning group and every local authority will have agreed how health and social "
    "care "
    "are to be joined up by the end of the Parliament, and will say each year how far they have come with it",
  };

  return titles[entry % G_N_ELEMENTS (titles)];
}

static CareTimelineStrip *
create (const TimelineFixture *fixture, double width)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree const char **dues = g_new0 (const char *, fixture->entries->len + 1);
  CareTimelineStripInput input = { .entries = fixture->entries,
                                   .lanes = fixture->lanes,
                                   .dues = dues,
                                   .names = names,
                                   .n_lanes = G_N_ELEMENTS (names) };

  for (guint i = 0; i < fixture->entries->len; i++)
    {
      g_ptr_array_add (titles, (gpointer) title_of (i));
      g_ptr_array_add (
        states, care_timeline_entry_say_state (&g_array_index (fixture->entries, CareTimelineEntry, i)));
      dues[i] = "by 2018";
    }
  input.titles = (const char *const *) titles->pdata;
  input.states = (const char *const *) states->pdata;
  return care_timeline_strip_new (shared_context, "Open Sans 8", &input, width);
}

static CareSpan
day (int year, int month, int mday)
{
  CareDay known = care_day_from_ymd (year, month, mday);

  return (CareSpan){ known, known };
}

/* Events on days that are given, in one lane. */
static TimelineFixture *
create_events (guint n, const CareSpan *days)
{
  TimelineFixture *fixture = timeline_fixture_new_pledges (n, 1);

  for (guint i = 0; i < n; i++)
    {
      g_array_index (fixture->entries, CareTimelineEntry, i)
        = (CareTimelineEntry){ .id = i + 1, .start = days[i], .shape = CARE_TIMELINE_ENTRY_EVENT };
      fixture->lanes[i] = 0;
    }
  return fixture;
}

static const CareTimelineFrameMark *
find_mark (const CareTimelineStrip *strip, guint entry)
{
  guint n_marks;
  const CareTimelineFrameMark *marks
    = care_timeline_frame_get_marks (care_timeline_strip_get_frame (strip), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].entry == entry)
      return &marks[i];
  return NULL;
}

static gboolean
is_apart (const CareTimelineFrameMark *a, const CareTimelineFrameMark *b)
{
  return a->x + a->width <= b->x + SLACK || b->x + b->width <= a->x + SLACK
         || a->y + a->height <= b->y + SLACK || b->y + b->height <= a->y + SLACK;
}

/* Each entry with a day has its mark, in the width that there is, and its label. */
static void
assert_sound (const CareTimelineStrip *strip, const TimelineFixture *fixture)
{
  const CareTimelineFrame *frame = care_timeline_strip_get_frame (strip);
  double width = care_timeline_frame_get_viewport (frame)->width;
  guint n_marks, n_known = 0;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  for (guint i = 0; i < fixture->entries->len; i++)
    n_known
      += fixture->lanes[i] < G_N_ELEMENTS (names)
         && care_timeline_entry_span (&g_array_index (fixture->entries, CareTimelineEntry, i)).first != 0;
  g_assert_cmpuint (n_marks, ==, n_known);
  for (guint i = 0; i < n_marks; i++)
    {
      g_assert_cmpfloat (marks[i].x, >=, -SLACK);
      g_assert_cmpfloat (marks[i].x + marks[i].width, <=, width + SLACK);
      g_assert_cmpfloat (marks[i].label.width, >, 0);
      for (guint j = 0; j < i; j++)
        g_assert_true (is_apart (&marks[i], &marks[j]));
    }
}

static void
test_always (void)
{
  static const double widths[] = { 240, 480, 520, 760 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1911);

  for (int i = 0; i < 120; i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 25);

      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          g_autoptr (CareTimelineStrip) strip = create (fixture, widths[w]);

          assert_sound (strip, fixture);
        }
    }
}

/* One from 1948 among those of 2013 to 2018 stands at the edge and does not squeeze them. */
static void
test_far_away (void)
{
  const CareSpan days[]
    = { day (1948, 7, 5), day (2013, 5, 14), day (2015, 5, 14), day (2018, 5, 14), day (2018, 6, 1) };
  g_autoptr (TimelineFixture) fixture = create_events (G_N_ELEMENTS (days), days);
  g_autoptr (TimelineFixture) two = create_events (2, days);
  g_autoptr (CareTimelineStrip) strip = NULL;
  g_autoptr (CareTimelineStrip) all = create (two, 520);
  CareTimelineEntry *pledge = &g_array_index (fixture->entries, CareTimelineEntry, 4);
  const CareTimelineViewport *viewport;
  CareSpan span;

  pledge->shape = CARE_TIMELINE_ENTRY_PLEDGE;
  pledge->due[0] = day (2050, 12, 31);
  strip = create (fixture, 520);
  viewport = care_timeline_frame_get_viewport (care_timeline_strip_get_frame (strip));
  span = care_timeline_axis_find (fixture->entries).days;
  g_assert_cmpuint (span.first, >, day (2013, 1, 1).first);
  g_assert_cmpuint (span.first, <, day (2013, 5, 14).first);
  g_assert_cmpuint (span.last, >, day (2018, 6, 1).first);
  g_assert_cmpuint (span.last, <, day (2019, 1, 1).first);
  g_assert_cmpfloat (find_mark (strip, 0)->start.x + 5, <, care_timeline_viewport_x (viewport, span.first));
  g_assert_cmpfloat (find_mark (strip, 4)->due[0].x - 5, >,
                     care_timeline_viewport_x (viewport, span.last + 1));
  assert_sound (strip, fixture);

  span = care_timeline_axis_find (two->entries).days;
  g_assert_cmpuint (span.first, <, day (1948, 7, 5).first);
  g_assert_cmpuint (span.last, >, day (2013, 5, 14).first);
  /* The year is said, so the label is longer than where the axis has it. */
  g_assert_cmpfloat (find_mark (strip, 0)->label.width, >, find_mark (all, 0)->label.width + 5);
}

/* Where neither of two groups is the main one, both are on the axis. */
static void
test_two_groups (void)
{
  const CareSpan days[] = { day (1948, 7, 5),  day (1949, 7, 5),  day (1950, 7, 5),
                            day (2013, 5, 14), day (2015, 5, 14), day (2018, 5, 14) };
  g_autoptr (TimelineFixture) fixture = create_events (G_N_ELEMENTS (days), days);
  CareSpan span = care_timeline_axis_find (fixture->entries).days;

  g_assert_cmpuint (span.first, <, days[0].first);
  g_assert_cmpuint (span.last, >, days[5].first);
}

static void
test_gutter (void)
{
  const CareSpan days[] = { day (2013, 5, 14) };
  g_autoptr (TimelineFixture) fixture = create_events (1, days);
  g_autoptr (CareTimelineStrip) narrow = create (fixture, 499);
  g_autoptr (CareTimelineStrip) wide = create (fixture, 500);
  double room = care_timeline_frame_get_viewport (care_timeline_strip_get_frame (wide))->width;

  g_assert_cmpfloat (care_timeline_frame_get_viewport (care_timeline_strip_get_frame (narrow))->width, ==,
                     499);
  g_assert_cmpfloat (room, <, 500);
  g_assert_cmpfloat (room, >=, 375);
  /* Above its lane a name takes a line of its own. */
  g_assert_cmpfloat (find_mark (narrow, 0)->y, >, find_mark (wide, 0)->y + 8);
}

/* A label of the given width, which may be too long for it. */
static double
measure_label (guint entry, double width)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineStrip) strip = NULL;

  for (guint i = 0; i < fixture->entries->len; i++)
    fixture->lanes[i] = i == entry ? 0 : CARE_TIMELINE_NO_LANE;
  strip = create (fixture, width);
  return find_mark (strip, entry)->label.width;
}

/* A label is as long as it is, until there is no room: then the title gives way. */
static void
test_labels (void)
{
  g_assert_cmpfloat_with_epsilon (measure_label (3, 300), measure_label (3, 499), SLACK);
  g_assert_cmpfloat (measure_label (4, 300), <=, 300);
  g_assert_cmpfloat (measure_label (4, 300), >, 280);
  g_assert_cmpfloat (measure_label (4, 499), >, 470);
}

/* What cannot be read off the axis is written, and how it stands. */
static void
test_words_of_labels (void)
{
  static const struct
  {
    int made, due;
    const char *state;
    const char *said;
  } cases[] = {
    { 2014, 2016, "", "More GPs" },
    { 2014, 2016, "lapsed", "More GPs – lapsed" },
    { 1948, 2016, "", "1948: More GPs" },
    { 2014, 2050, "overdue", "More GPs, due 2050 – overdue" },
    { 1948, 2050, "", "1948: More GPs, due 2050" },
  };
  const CareTimelineAxis axis = { .days = { day (2010, 1, 1).first, day (2020, 1, 1).last } };
  g_autoptr (PangoLayout) scratch = pango_layout_new (shared_context);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CareTimelineEntry entry = { .start = day (cases[i].made, 5, 1), .due = { day (cases[i].due, 5, 1) } };
      g_autofree char *said = care_timeline_axis_label (&axis, &entry, "More GPs", cases[i].state, scratch, 1000);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static CareColour
colour_of (guint lane, gboolean is_same)
{
  return is_same ? (CareColour){ 0.2, 0.2, 0.2 } : (CareColour){ lane / 1000.0, 0.5, 0.5 };
}

/* However many lanes there are, none has the colour of another; more than can be told apart have
 * that of nobody. */
static void
check_colours (gboolean is_same)
{
  enum { MANY = 400 };
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (MANY, 1);
  g_autofree CareTimelineHeading *headings = g_new (CareTimelineHeading, MANY);
  g_auto (GStrv) nothing = g_new0 (char *, MANY + 1);
  g_autofree const char **dues = g_new0 (const char *, MANY + 1);
  CareTimelineStripInput input = { .entries = fixture->entries, .lanes = fixture->lanes, .dues = dues, .names = headings,
                                   .n_lanes = MANY };
  g_autoptr (CareTimelineStrip) strip = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      headings[i] = (CareTimelineHeading){ "Party", colour_of (i, is_same && i != MANY - 1) };
      nothing[i] = g_strdup ("");
      fixture->lanes[i] = (guint16) i;
    }
  input.titles = input.states = (const char *const *) nothing;
  strip = care_timeline_strip_new (shared_context, "Open Sans 8", &input, 600);
  for (guint i = 0; i < MANY; i++)
    if (is_same || i < G_MAXUINT8)
      g_assert_cmpfloat (strip->palette[strip->colour_of[i]].red, ==, headings[i].colour.red);
    else
      g_assert_cmpuint (strip->colour_of[i], ==, 0);
  g_assert_cmpuint (strip->n_colours, ==, is_same ? 3 : G_MAXUINT8 + 1);
}

static void
test_colours (void)
{
  check_colours (TRUE);
  check_colours (FALSE);
}

/* The longer the time that an axis shows, the farther from it may be what is on it as well. */
static void
test_reach (void)
{
  const CareSpan days[] = { day (1960, 1, 1), day (1969, 1, 1), day (1978, 1, 1), day (1987, 1, 1), day (2018, 1, 1) };
  g_autoptr (TimelineFixture) fixture = create_events (G_N_ELEMENTS (days), days);
  CareTimelineAxis axis = care_timeline_axis_find (fixture->entries);

  g_assert_false (axis.cut_after);
  g_assert_cmpuint (axis.days.last, >, days[4].last);
}

/* Neighbours are taken in one after the other, before and after; what is farther than that is cut off. */
static void
test_neighbours (void)
{
  static const struct
  {
    int years[6]; /* ends with 0 */
    gboolean before, after;
  } cases[] = {
    { { 1940, 1985, 2000, 2003, 2006, 2010 }, FALSE, FALSE },
    { { 2000, 2003, 2006, 2010, 2025, 2070 }, FALSE, FALSE },
    { { 1970, 2000, 2003, 2006, 2010, 0 }, TRUE, FALSE },
    { { 2000, 2003, 2006, 2010, 2040, 0 }, FALSE, TRUE },
    { { 1900, 1985, 2000, 2003, 2006, 2010 }, TRUE, FALSE },
    { { 2000, 2003, 2006, 2010, 2025, 2100 }, FALSE, TRUE },
    { { 1970, 2000, 2003, 0, 0, 0 }, FALSE, FALSE }, /* two are too few to be the main ones */
    { { 1960, 1961, 2000, 2003, 2006, 0 }, TRUE, FALSE },
    { { 1960, 1961, 1962, 2000, 2003, 2006 }, FALSE, FALSE }, /* half of them are not most */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareSpan days[6];
      guint n = 0;
      g_autoptr (TimelineFixture) fixture = NULL;
      CareTimelineAxis axis;

      for (; n < 6 && cases[i].years[n] != 0; n++)
        days[n] = day (cases[i].years[n], 1, 1);
      fixture = create_events (n, days);
      axis = care_timeline_axis_find (fixture->entries);
      g_test_message ("%u", i);
      g_assert_cmpint (axis.cut_before, ==, cases[i].before);
      g_assert_cmpint (axis.cut_after, ==, cases[i].after);
      g_assert_cmpint (axis.days.first < days[0].first, ==, !cases[i].before);
      g_assert_cmpint (axis.days.last > days[n - 1].last, ==, !cases[i].after);
    }
}

static void
test_empty (void)
{
  const CareSpan days[] = { { 0, 0 } };
  g_autoptr (TimelineFixture) fixture = create_events (1, days);
  g_autoptr (CareTimelineStrip) strip = create (fixture, 480);

  g_assert_cmpuint (care_timeline_axis_find (fixture->entries).days.first, ==, 0);
  g_assert_null (find_mark (strip, 0));
  g_assert_cmpfloat (care_timeline_strip_get_height (strip), >, 5 * 8);
}

/* Whether the picture has paint outside of a rectangle. */
static gboolean
is_painted_outside (cairo_surface_t *surface, double x0, double y0, double x1, double y1)
{
  const guchar *data;
  int stride = cairo_image_surface_get_stride (surface);

  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if ((x < floor (x0) || x >= ceil (x1) || y < floor (y0) || y >= ceil (y1))
          && data[y * stride + x * 4 + 3] != 0)
        return TRUE;
  return FALSE;
}

/* The picture of a strip on white, twenty pixels from its edges. */
static cairo_surface_t *
paint_strip (CareTimelineStrip *strip, double width, CareColour faint)
{
  const CareColour ink = { 0.2, 0.2, 0.2 }, ground = { 1, 1, 1 };
  int height = (int) ceil (care_timeline_strip_get_height (strip)) + 40;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width + 40, height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 20, 20);
  care_timeline_strip_paint (strip, ink, faint, ground, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels are red: that is the colour of the lines behind. */
static guint
count_red (cairo_surface_t *surface, double x0, double y0, double width, double height)
{
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = (int) ceil (y0); y < floor (y0 + height); y++)
    for (int x = (int) ceil (x0); x < floor (x0 + width); x++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) + y * stride + x * 4;

        n += pixel[3] > 0 && pixel[2] > pixel[1] + 60;
      }
  return n;
}

/* Lines are behind the lanes, and the break of the axis is one, but none goes through a label. */
static void
test_lines (void)
{
  const CareColour red = { 1, 0, 0 };
  const CareSpan days[] = { day (1948, 7, 5), day (2013, 5, 14), day (2015, 5, 14), day (2018, 5, 14) };
  g_autoptr (TimelineFixture) fixture = create_events (G_N_ELEMENTS (days), days);
  g_autoptr (CareTimelineStrip) strip = create (fixture, 520);
  const CareTimelineFrame *frame = care_timeline_strip_get_frame (strip);
  const CareTimelineViewport *viewport = care_timeline_frame_get_viewport (frame);
  double left = 20 + 520 - viewport->width, top = 20 + care_timeline_strip_get_header (strip);
  double axis = care_timeline_viewport_x (viewport, care_timeline_axis_find (fixture->entries).days.first);
  cairo_surface_t *surface = paint_strip (strip, 520, red);
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  /* Between the borders of the first lane. */
  g_assert_cmpuint (count_red (surface, left + axis - 8, top + 8, 8, marks[n_marks - 1].y), >, 5);
  g_assert_cmpuint (count_red (surface, left + axis, top + 5, viewport->width - axis, viewport->height - 10),
                    >, 200);
  g_assert_cmpuint (n_marks, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < n_marks; i++)
    g_assert_cmpuint (
      count_red (surface, left + marks[i].label.x, top + marks[i].y, marks[i].label.width, 10), ==, 0);
  cairo_surface_destroy (surface);
}

/* How many pixels have paint. */
static guint
count_painted (cairo_surface_t *surface, double x0, double y0, double width, double height)
{
  guint n = 0;

  for (int y = (int) ceil (y0); y < floor (y0 + height); y++)
    for (int x = (int) ceil (x0); x < floor (x0 + width); x++)
      n += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + 3] > 0;
  return n;
}

/* The years of the axis stand above it, and above nothing else. */
static void
test_axis (void)
{
  const CareColour red = { 1, 0, 0 };
  const CareSpan days[] = { day (1948, 7, 5), day (2013, 5, 14), day (2014, 5, 14), day (2018, 5, 14) };
  g_autoptr (TimelineFixture) fixture = create_events (G_N_ELEMENTS (days), days);
  g_autoptr (CareTimelineStrip) strip = create (fixture, 520);
  double left = 20 + strip->gutter + strip->axis_x;
  cairo_surface_t *surface = paint_strip (strip, 520, red);

  g_assert_true (strip->axis.cut_before);
  for (guint part = 0; part < 3; part++)
    g_assert_cmpuint (count_painted (surface, left + part * strip->axis_width / 3, 20, strip->axis_width / 3, strip->header - 4), >, 20);
  g_assert_cmpuint (count_painted (surface, 20, 20, left - 20 - 1, strip->header - 4), ==, 0);
  cairo_surface_destroy (surface);
}

/* Two strokes across the top and a dotted line below them, a little before the axis and after it. */
static void
test_breaks (void)
{
  const CareColour red = { 1, 0, 0 };
  const CareSpan days[]
    = { day (1948, 7, 5), day (2013, 5, 14), day (2014, 5, 14), day (2015, 5, 14), day (2018, 5, 14), day (2090, 5, 14) };
  g_autoptr (TimelineFixture) fixture = create_events (G_N_ELEMENTS (days), days);
  g_autoptr (CareTimelineStrip) strip = create (fixture, 520);
  double height = care_timeline_frame_get_viewport (care_timeline_strip_get_frame (strip))->height;
  double left = 20 + strip->gutter + strip->axis_x, top = 20 + strip->header;
  const double breaks[] = { left - 4, left + strip->axis_width + 4 };
  cairo_surface_t *surface = paint_strip (strip, 520, red);

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_assert_cmpuint (count_red (surface, breaks[i] - 1.5, top + 5, 3, height - 10), >, height / 4);
      g_assert_cmpuint (count_red (surface, breaks[i] - 1.5, top + 5, 3, height - 10), <, height * 1.5);
      g_assert_cmpuint (count_red (surface, breaks[i] - 6, top - 3, 6, 3), >, 1);
      g_assert_cmpuint (count_red (surface, breaks[i], top - 3, 6, 3), >, 1);
    }
  cairo_surface_destroy (surface);
}

/* Nor through a name that stands above its lane. */
static void
test_lines_at_names (void)
{
  const CareColour red = { 1, 0, 0 };
  const CareSpan days[] = { day (2013, 5, 14), day (2015, 5, 14), day (2018, 5, 14) };
  g_autoptr (TimelineFixture) fixture = create_events (G_N_ELEMENTS (days), days);
  g_autoptr (CareTimelineStrip) strip = create (fixture, 240);
  double top = 20 + care_timeline_strip_get_header (strip);
  cairo_surface_t *surface = paint_strip (strip, 240, red);

  g_assert_cmpuint (count_red (surface, 32, top + 6, 50, 6), ==, 0);
  g_assert_cmpuint (count_red (surface, 120, top + 6, 140, 6), >, 5);
  cairo_surface_destroy (surface);
}

static void
check_painted (const TimelineFixture *fixture, double width)
{
  const CareColour faint = { 0.8, 0.8, 0.8 };
  g_autoptr (CareTimelineStrip) strip = create (fixture, width);
  double height = care_timeline_strip_get_height (strip);
  cairo_surface_t *surface = paint_strip (strip, width, faint);

  g_assert_true (is_painted_outside (surface, 0, 0, 0, 0));
  /* Glyphs may reach half a pixel over their advance. */
  g_assert_false (is_painted_outside (surface, 19, 20, 21 + width, 20 + height));
  cairo_surface_destroy (surface);
}

static void
test_paint (void)
{
  g_autoptr (TimelineFixture) forms = timeline_fixture_new_forms ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1832);

  check_painted (forms, 520);
  check_painted (forms, 240);
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 12);

      check_painted (fixture, i % 2 ? 240 : 520);
    }
}

/* What lies beyond the axis is said as far as it is known: a decade is no year, and a deadline of
 * several readings may be due in either. */
static void
test_years (void)
{
  const CareTimelineAxis axis = { { care_day_from_ymd (2010, 1, 1), care_day_from_ymd (2015, 12, 31) }, TRUE, TRUE };
  g_autoptr (PangoLayout) scratch = pango_layout_new (shared_context);
  CareTimelineEntry entry = { .shape = CARE_TIMELINE_ENTRY_EVENT };
  g_autofree char *decade = NULL;
  g_autofree char *year = NULL;
  g_autofree char *due = NULL;

  entry.start = (CareSpan){ care_day_from_ymd (1990, 1, 1), care_day_from_ymd (1999, 12, 31) };
  decade = care_timeline_axis_label (&axis, &entry, "E", "", scratch, 1000);
  g_assert_cmpstr (decade, ==, "1990–99: E");
  entry.start = day (1948, 7, 5);
  year = care_timeline_axis_label (&axis, &entry, "E", "", scratch, 1000);
  g_assert_cmpstr (year, ==, "1948: E");
  entry.shape = CARE_TIMELINE_ENTRY_PLEDGE;
  entry.start = day (2013, 5, 1);
  entry.due[0] = day (2017, 12, 31);
  entry.due[1] = day (2018, 12, 31);
  due = care_timeline_axis_label (&axis, &entry, "P", "", scratch, 1000);
  g_assert_cmpstr (due, ==, "P, due 2017–18");
  g_assert_null (care_timeline_axis_label_due (&axis, &entry, "P", "by 2018", "", scratch, 1000));
}

/* The words of a deadline are told in the label as long as all of it has room. */
static void
test_due (void)
{
  const CareTimelineAxis axis
    = { { care_day_from_ymd (2010, 1, 1), care_day_from_ymd (2020, 12, 31) }, FALSE, FALSE };
  const CareTimelineEntry entry
    = { .start = day (2013, 5, 1), .due = { day (2017, 12, 31), day (2018, 12, 31) } };
  g_autoptr (PangoLayout) scratch = pango_layout_new (shared_context);
  g_autofree char *label
    = care_timeline_axis_label_due (&axis, &entry, "Join up care", "by 2018", "overdue", scratch, 1000);
  double width;

  g_assert_cmpstr (label, ==, "Join up care, by 2018 – overdue");
  width = care_timeline_layout_width (scratch);
  g_assert_null (
    care_timeline_axis_label_due (&axis, &entry, "Join up care", "by 2018", "overdue", scratch, width - 1));
  g_assert_null (care_timeline_axis_label_due (&axis, &entry, "Join up care", "", "overdue", scratch, 1000));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = create_context ();

  g_test_add_func ("/timeline-strip/always", test_always);
  g_test_add_func ("/timeline-strip/far-away", test_far_away);
  g_test_add_func ("/timeline-strip/two-groups", test_two_groups);
  g_test_add_func ("/timeline-strip/gutter", test_gutter);
  g_test_add_func ("/timeline-strip/labels", test_labels);
  g_test_add_func ("/timeline-strip/words-of-labels", test_words_of_labels);
  g_test_add_func ("/timeline-strip/colours", test_colours);
  g_test_add_func ("/timeline-strip/reach", test_reach);
  g_test_add_func ("/timeline-strip/neighbours", test_neighbours);
  g_test_add_func ("/timeline-strip/empty", test_empty);
  g_test_add_func ("/timeline-strip/lines", test_lines);
  g_test_add_func ("/timeline-strip/axis", test_axis);
  g_test_add_func ("/timeline-strip/breaks", test_breaks);
  g_test_add_func ("/timeline-strip/lines-at-names", test_lines_at_names);
  g_test_add_func ("/timeline-strip/paint", test_paint);

  g_test_add_func ("/timeline-strip/years", test_years);
  g_test_add_func ("/timeline-strip/due", test_due);
  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
