/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tools/bench measures of the timeline's layout, without a display. A line is what was
 * measured and how long it took in seconds, by the clock and of the processor; of memory, in
 * bytes. */

#include "bench-run.h"
#include "timeline-fixture.h"

#include "care-timeline-ink.h"

#include <stdio.h>
#include <stdlib.h>

#define WIDTH 1280
#define HEIGHT 800
#define HITS 100000

static CareTimelineViewport
view_years (const TimelineFixture *fixture, double years)
{
  CareSpan span = timeline_fixture_span (fixture);

  return (CareTimelineViewport){ (span.first + span.last) / 2.0 - years * 365.25 / 2,
                                 WIDTH / (years * 365.25), WIDTH, 0, HEIGHT };
}

static double
scale_of_years (double years)
{
  return care_timeline_pack_scale (WIDTH / (years * 365.25));
}

/* pack N ROUNDS: for a window of ten years, and for eighty, in which all can be seen. */
static void
measure_packing (char **argv)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges ((guint) atoi (argv[0]), 1);

  for (int i = atoi (argv[1]); i > 0; i--)
    for (int years = 10; years <= 80; years *= 8)
      {
        g_autofree char *what = g_strdup_printf ("pack %d years", years);
        BenchMoment start = bench_now ();
        g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, scale_of_years (years));

        bench_tell (what, "ours", start);
      }
}

static char *
say (guint entry, CareTimelineText text, gpointer data)
{
  TimelineFixture *fixture = data;

  if (text == CARE_TIMELINE_TEXT_WORDS)
    return care_timeline_entry_say_state (&g_array_index (fixture->entries, CareTimelineEntry, entry));
  return g_strdup_printf ("Pledge %u: every area will have agreed how", entry);
}

/* What a window paints on. */
typedef struct
{
  cairo_t *cr;
  CareTimelineTexts *texts;
  CareTimelineRuler *ruler;
  CareTimelineColours colours;
} Paper;

static void
paper_init (Paper *self, TimelineFixture *fixture)
{
  static const CareColour palette[] = { { 0, 0.53, 0.86 }, { 0.89, 0, 0.23 } };
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 11");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  self->cr = cairo_create (surface);
  self->texts = care_timeline_texts_new (context, font, 300, say, fixture);
  self->ruler = care_timeline_ruler_new (context, font, CARE_TIMELINE_RULER_CALENDAR);
  self->colours = (CareTimelineColours){
    { 0.2, 0.2, 0.2 }, { 0.8, 0.8, 0.8 }, { 1, 1, 1 }, palette, 2, g_new0 (guint8, fixture->entries->len + 1)
  };
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
paper_clear (Paper *self)
{
  cairo_destroy (self->cr);
  care_timeline_texts_free (self->texts);
  care_timeline_ruler_free (self->ruler);
  g_free ((guint8 *) self->colours.of);
}

static void
paint (Paper *self, CareTimelineFrame *frame)
{
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  care_timeline_ruler_set (self->ruler, care_timeline_frame_get_viewport (frame));
  care_timeline_ink_ground (frame, self->ruler, NULL, 0, &self->colours, self->cr);
  care_timeline_ink_marks (frame, self->texts, &self->colours, self->cr);
}

/* Moves by ten pixels a frame, to and fro in time, and down the lanes. */
static void
show_frames (TimelineFixture *fixture, int years, int rounds, const char *layout, const char *painting)
{
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, scale_of_years (years));
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  CareTimelineViewport viewport = view_years (fixture, years);
  double bottom = MAX (care_timeline_pack_get_height (pack) - HEIGHT, 1);
  Paper paper;

  paper_init (&paper, fixture);
  for (int i = 0; i < rounds; i++)
    {
      BenchMoment start = bench_now ();

      care_timeline_frame_set (frame, pack, &viewport);
      bench_tell (layout, "ours", start);
      start = bench_now ();
      paint (&paper, frame);
      bench_tell (painting, "ours", start);
      viewport.first += (i / 50 % 2 == 0 ? 10 : -10) / viewport.scale;
      viewport.top = (double) ((i * 10) % (int) bottom);
    }
  paper_clear (&paper);
}

/* frame N ROUNDS: laid out and painted while it is moved, for ten years and for eighty. */
static void
measure_frames (char **argv)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges ((guint) atoi (argv[0]), 1);

  show_frames (fixture, 10, atoi (argv[1]), "frame 10 years", "paint 10 years");
  show_frames (fixture, 80, atoi (argv[1]), "frame 80 years", "paint 80 years");
}

/* hit N ROUNDS: a hundred thousand points of a window of ten years, all rows of all lanes. */
static void
measure_hits (char **argv)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges ((guint) atoi (argv[0]), 1);
  g_autoptr (CareTimelinePack) pack = NULL;
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree double *places = g_new (double, 2 * HITS);
  CareTimelineViewport viewport;
  guint n_found = 0;

  for (guint lane = 0; lane < fixture->n_lanes; lane++)
    fixture->lane[lane].mode = CARE_TIMELINE_LANE_ALL;
  pack = timeline_fixture_pack (fixture, scale_of_years (10));
  viewport = view_years (fixture, 10);
  viewport.height = care_timeline_pack_get_height (pack);
  care_timeline_frame_set (frame, pack, &viewport);
  for (guint i = 0; i < HITS; i++)
    {
      places[2 * i] = g_rand_double_range (rand, 0, WIDTH);
      places[2 * i + 1] = g_rand_double_range (rand, 0, viewport.height);
    }
  for (int i = atoi (argv[1]); i > 0; i--)
    {
      BenchMoment start = bench_now ();

      for (guint j = 0; j < HITS; j++)
        n_found
          += care_timeline_frame_hit (frame, places[2 * j], places[2 * j + 1]) != CARE_TIMELINE_NO_ENTRY;
      bench_tell ("100,000 hits", "ours", start);
    }
  if (n_found == 0)
    exit (1);
}

/* memory N: bytes an entry, of it and of a pack. */
static void
measure_memory (char **argv)
{
  guint n = (guint) atoi (argv[0]);
  gsize before = bench_measure_resident ();
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (n, 1);
  gsize entries = bench_measure_resident ();
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, scale_of_years (10));
  gsize packed = bench_measure_resident ();

  printf ("entries\tours\t%.1f\t0\n", (double) (entries - before) / n);
  printf ("pack\tours\t%.1f\t0\n", (double) (packed - entries) / n);
}

static const BenchCommand commands[] = {
  { "pack", 2, measure_packing },
  { "frame", 2, measure_frames },
  { "hit", 2, measure_hits },
  { "memory", 1, measure_memory },
};

int
main (int argc, char **argv)
{
  return bench_run (commands, G_N_ELEMENTS (commands), argc, argv);
}
