/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is painted can be told apart without colours, and is where it is said to be. */

#include "care-mirror.h"
#include "care-timeline-headings.h"
#include "care-timeline-ink.h"
#include "care-vocabularies.h"
#include "timeline-fixture.h"

#include <math.h>
#include <string.h>

#define BLACK                                                                                                \
  {                                                                                                          \
    0, 0, 0                                                                                                  \
  }
#define WHITE                                                                                                \
  {                                                                                                          \
    1, 1, 1                                                                                                  \
  }

/* So many pixels' worth of difference can be seen in a symbol. */
#define SEEN 8
/* Forms of the fixture. */
#define IMMEDIATELY 7
#define EACH_YEAR 10

static PangoContext *shared_context;

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();

  return pango_font_map_create_context (map);
}

/* A picture in shades of grey. */
static cairo_t *
create_picture (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return cr;
}

/* By the weights of ITU-R BT.601; 0 is black. */
static int
grey_at (cairo_t *cr, int x, int y)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  const guint32 *line;

  cairo_surface_flush (surface);
  line = (const guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                     + y * cairo_image_surface_get_stride (surface));
  return (int) ((line[x] >> 16 & 255) * 299 + (line[x] >> 8 & 255) * 587 + (line[x] & 255) * 114) / 1000;
}

static double
difference (cairo_t *a, cairo_t *b)
{
  double sum = 0;

  for (int y = 0; y < cairo_image_surface_get_height (cairo_get_target (a)); y++)
    for (int x = 0; x < cairo_image_surface_get_width (cairo_get_target (a)); x++)
      sum += abs (grey_at (a, x, y) - grey_at (b, x, y)) / 255.0;
  return sum;
}

/* Those that a verdict of ours, or none, can have, and in the same order those of a source: how it
 * was delivered, or only that there is one. */
static gboolean
can_be (CareTimelineSymbol symbol, gboolean is_source)
{
  if (symbol == CARE_TIMELINE_SYMBOL_NONE)
    return !is_source;
  if (symbol == CARE_TIMELINE_SYMBOL_REPORTED)
    return is_source;
  return !is_source || symbol <= CARE_TIMELINE_SYMBOL_WITHDRAWN;
}

static void
test_symbols (void)
{
  cairo_t *pictures[2 * CARE_TIMELINE_N_SYMBOLS];
  const CareColour ink = BLACK, ground = WHITE;

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = create_picture (13, 13);
      care_timeline_ink_symbol ((CareTimelineSymbol) (i / 2), i % 2 == 1, 0, 0, 13, ink, ground, pictures[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    for (guint j = 0; j < i; j++)
      if (can_be ((CareTimelineSymbol) (i / 2), i % 2 == 1)
          && can_be ((CareTimelineSymbol) (j / 2), j % 2 == 1))
        {
          double seen = difference (pictures[i], pictures[j]);

          g_test_message ("%u and %u: %.1f", i, j, seen);
          g_assert_cmpfloat (seen, >, SEEN);
        }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_destroy (pictures[i]);
}

/* Only what points onwards is turned round with the picture. */
static void
test_mirrored_symbols (void)
{
  const CareColour ink = BLACK, ground = WHITE;

  for (guint i = 1; i < CARE_TIMELINE_N_SYMBOLS; i++)
    {
      cairo_t *plain = create_picture (16, 16), *mirrored = create_picture (16, 16);
      gboolean turns = i == CARE_TIMELINE_SYMBOL_IN_PROGRESS || i == CARE_TIMELINE_SYMBOL_WITHDRAWN
                       || i == CARE_TIMELINE_SYMBOL_REVISED;

      care_timeline_ink_symbol ((CareTimelineSymbol) i, FALSE, 0, 0, 16, ink, ground, plain);
      care_mirror (mirrored, 16);
      care_timeline_ink_symbol ((CareTimelineSymbol) i, FALSE, 0, 0, 16, ink, ground, mirrored);
      g_assert_true ((difference (plain, mirrored) > SEEN) == turns);
      cairo_destroy (plain);
      cairo_destroy (mirrored);
    }
}

/* What is delivered comes first, then whether that was in time; what nobody has judged has a
 * symbol of its own. */
static void
test_symbol_of_state (void)
{
  static const struct
  {
    CareTimelineEntryState state;
    const char *delivery;
    const char *timeliness;
    CareTimelineSymbol symbol;
  } cases[] = {
    { CARE_TIMELINE_ENTRY_JUDGED, "too-early", NULL, CARE_TIMELINE_SYMBOL_TOO_EARLY },
    { CARE_TIMELINE_ENTRY_JUDGED, "cannot-be-rated", NULL, CARE_TIMELINE_SYMBOL_CANNOT_BE_RATED },
    { CARE_TIMELINE_ENTRY_JUDGED, "not-started", NULL, CARE_TIMELINE_SYMBOL_NOT_STARTED },
    { CARE_TIMELINE_ENTRY_JUDGED, "in-progress", "missed", CARE_TIMELINE_SYMBOL_IN_PROGRESS },
    { CARE_TIMELINE_ENTRY_JUDGED, "stalled", NULL, CARE_TIMELINE_SYMBOL_STALLED },
    { CARE_TIMELINE_ENTRY_JUDGED, "blocked", NULL, CARE_TIMELINE_SYMBOL_BLOCKED },
    { CARE_TIMELINE_ENTRY_JUDGED, "in-part", NULL, CARE_TIMELINE_SYMBOL_IN_PART },
    { CARE_TIMELINE_ENTRY_JUDGED, "delivered", "met-late", CARE_TIMELINE_SYMBOL_DELIVERED },
    { CARE_TIMELINE_ENTRY_JUDGED, "not-delivered", NULL, CARE_TIMELINE_SYMBOL_NOT_DELIVERED },
    { CARE_TIMELINE_ENTRY_JUDGED, "withdrawn", NULL, CARE_TIMELINE_SYMBOL_WITHDRAWN },
    { CARE_TIMELINE_ENTRY_JUDGED, "not-assessed", "met", CARE_TIMELINE_SYMBOL_MET },
    { CARE_TIMELINE_ENTRY_JUDGED, NULL, "met-late", CARE_TIMELINE_SYMBOL_MET_LATE },
    { CARE_TIMELINE_ENTRY_JUDGED, NULL, "missed", CARE_TIMELINE_SYMBOL_MISSED },
    { CARE_TIMELINE_ENTRY_JUDGED, NULL, "revised", CARE_TIMELINE_SYMBOL_REVISED },
    { CARE_TIMELINE_ENTRY_OVERDUE, "in-progress", NULL, CARE_TIMELINE_SYMBOL_OVERDUE },
    { CARE_TIMELINE_ENTRY_OPEN, NULL, NULL, CARE_TIMELINE_SYMBOL_OPEN },
    { CARE_TIMELINE_ENTRY_LAPSED, NULL, NULL, CARE_TIMELINE_SYMBOL_LAPSED },
    { CARE_TIMELINE_ENTRY_NOT_DUE, NULL, NULL, CARE_TIMELINE_SYMBOL_NONE },
    { CARE_TIMELINE_ENTRY_UNDATED, NULL, NULL, CARE_TIMELINE_SYMBOL_NONE },
    { CARE_TIMELINE_ENTRY_NO_STATE, NULL, NULL, CARE_TIMELINE_SYMBOL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareTimelineEntry entry = { .state = (guint8) cases[i].state,
                                  .delivery = care_timeline_entry_index (&care_vocabulary_delivery, cases[i].delivery),
                                  .timeliness = care_timeline_entry_index (&care_vocabulary_timeliness, cases[i].timeliness),
                                  .source_delivery = care_timeline_entry_index (&care_vocabulary_delivery, "blocked") };

      g_assert_cmpint (care_timeline_ink_get_symbol (&entry), ==, cases[i].symbol);
      g_assert_cmpint (care_timeline_ink_get_source_symbol (&entry), ==, CARE_TIMELINE_SYMBOL_NONE);
      entry.flags = CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT;
      g_assert_cmpint (care_timeline_ink_get_source_symbol (&entry), ==, CARE_TIMELINE_SYMBOL_BLOCKED);
      entry.source_delivery = 0;
      g_assert_cmpint (care_timeline_ink_get_source_symbol (&entry), ==, CARE_TIMELINE_SYMBOL_REPORTED);
    }
}

static char *
say_nothing (guint entry, CareTimelineText text, gpointer data)
{
  return NULL;
}

static char *
say_form (guint entry, CareTimelineText text, gpointer data)
{
  TimelineFixture *fixture = data;

  if (text == CARE_TIMELINE_TEXT_WORDS)
    return care_timeline_entry_say_state (&g_array_index (fixture->entries, CareTimelineEntry, entry));
  return g_strdup (timeline_fixture_form_name (entry));
}

static CareTimelineTexts *
create_texts_of (CareTimelineSay say, gpointer data, double widest)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");

  return care_timeline_texts_new (shared_context, font, widest, say, data);
}

static CareTimelineTexts *
create_texts (CareTimelineSay say, gpointer data)
{
  return create_texts_of (say, data, 300);
}

static void
measure_all (TimelineFixture *fixture, CareTimelineTexts *texts)
{
  for (guint i = 0; i < fixture->entries->len; i++)
    g_array_index (fixture->extents, CareTimelineExtent, i) = care_timeline_texts_measure (texts, i);
}

static void
paint (const TimelineFixture *fixture, const CareTimelineFrame *frame, CareTimelineTexts *texts, cairo_t *cr)
{
  static const CareColour palette[] = { { 0, 0.53, 0.86 } };
  g_autofree guint8 *of = g_new0 (guint8, fixture->entries->len + 1);
  const CareTimelineColours colours
    = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, palette, G_N_ELEMENTS (palette), of };

  care_timeline_ink_marks (frame, texts, &colours, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

/* Without its words, at a pixel a day, from day 980 on. */
static void
paint_alone (const CareTimelineEntry *entry, TimelineFixture **fixture, CareTimelineFrame *frame, cairo_t *cr)
{
  g_autoptr (CareTimelineTexts) texts = create_texts (say_nothing, NULL);
  g_autoptr (CareTimelinePack) pack = NULL;
  const CareTimelineViewport viewport = { 980, 1, 200, 0, 60 };

  *fixture = timeline_fixture_new_pledges (1, 1);
  g_array_index ((*fixture)->entries, CareTimelineEntry, 0) = *entry;
  (*fixture)->lanes[0] = 0;
  pack = timeline_fixture_pack (*fixture, 1);
  care_timeline_frame_set (frame, pack, &viewport);
  paint (*fixture, frame, texts, cr);
}

/* Every mark of one colour and without its words; no two of them are the same picture. */
static void
test_shapes (void)
{
  static const CareTimelineEntry entries[] = {
    { .start = { 1000, 1000 } },
    { .start = { 1000, 1000 }, .flags = CARE_TIMELINE_ENTRY_RECURS },
    { .start = { 1000, 1000 }, .flags = CARE_TIMELINE_ENTRY_HAS_WORDS },
    { .start = { 1000, 1030 } },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 } } },
    { .start = { 1000, 1000 }, .due = { { 1100, 1130 } } },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 }, { 1130, 1130 } } },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 }, { 1115, 1115 }, { 1130, 1130 } } },
    { .start = { 1000, 1000 }, .due = { { 1130, 1130 } }, .revised = { 1070, 1070 } },
    { .start = { 1000, 1000 }, .due = { { 1070, 1070 } }, .revised = { 1130, 1130 } },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 } }, .reached = { 1130, 1130 } },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 } }, .reached = { 1115, 1130 } },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 } }, .shape = CARE_TIMELINE_ENTRY_LIMB },
    { .due = { { 1100, 1100 } } },
    { .due = { { 1100, 1100 } }, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
    { .due = { { 1100, 1130 } }, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
    { .due = { { 1100, 1100 } }, .reached = { 1100, 1100 }, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
    { .start = { 1000, 1000 }, .shape = CARE_TIMELINE_ENTRY_POSITION },
    { .start = { 1000, 1000 },
      .shape = CARE_TIMELINE_ENTRY_POSITION,
      .flags = CARE_TIMELINE_ENTRY_IS_REVISION },
    { .start = { 1000, 1030 }, .shape = CARE_TIMELINE_ENTRY_POSITION },
    { .start = { 1000, 1030 },
      .shape = CARE_TIMELINE_ENTRY_POSITION,
      .flags = CARE_TIMELINE_ENTRY_IS_REVISION },
    { .start = { 1000, 1000 }, .shape = CARE_TIMELINE_ENTRY_EVENT },
    { .start = { 1000, 1030 }, .shape = CARE_TIMELINE_ENTRY_EVENT },
    { .start = { 1000, 1000 }, .start_doubt = CARE_TIMELINE_ABOUT },
    { .start = { 1000, 1000 }, .start_doubt = CARE_TIMELINE_UNCERTAIN },
    { .start = { 1000, 1000 },
      .due = { { 1100, 1100 } },
      .due_doubt = CARE_TIMELINE_ABOUT | CARE_TIMELINE_UNCERTAIN },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 } }, .due_doubt = CARE_TIMELINE_ABOUT },
    { .start = { 1000, 1000 }, .due = { { 1100, 1100 } }, .due_doubt = CARE_TIMELINE_UNCERTAIN },
    { .start = { 1000, 1000 },
      .due = { { 1100, 1100 } },
      .reached = { 1130, 1130 },
      .due_doubt = CARE_TIMELINE_UNCERTAIN },
    { .start = { 1000, 1000 },
      .due = { { 1100, 1100 } },
      .reached = { 1130, 1130 },
      .reached_doubt = CARE_TIMELINE_UNCERTAIN },
  };
  cairo_t *pictures[G_N_ELEMENTS (entries)];

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (TimelineFixture) fixture = NULL;
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();

      pictures[i] = create_picture (200, 60);
      paint_alone (&entries[i], &fixture, frame, pictures[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    for (guint j = 0; j < i; j++)
      {
        double seen = difference (pictures[i], pictures[j]);

        g_test_message ("%u and %u: %.1f", i, j, seen);
        g_assert_cmpfloat (seen, >, SEEN);
      }
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    cairo_destroy (pictures[i]);
}

/* A place in the second line of a mark: so far from the beginning of a day, and from the middle of
 * the line. */
typedef struct
{
  CareDay day;
  int dx, dy;
  gboolean is_painted;
} Probe;

static gboolean
is_painted (const CareTimelineFrame *frame, cairo_t *cr, const Probe *probe)
{
  guint n_marks;
  const CareTimelineFrameMark *mark = care_timeline_frame_get_marks (frame, &n_marks);
  int x = (int) care_timeline_viewport_x (care_timeline_frame_get_viewport (frame), probe->day) + probe->dx;

  return grey_at (cr, x, (int) mark->y + 27 + probe->dy) < 230;
}

/* Each part of a mark is where its day is, and has its shape: what is painted, and what beside it
 * is not. A dot is five pixels in radius, and lines are two pixels thick. */
static void
test_parts (void)
{
  static const struct
  {
    const char *what;
    CareTimelineEntry entry;
    Probe probes[7]; /* ends with day 0 */
  } cases[] = {
    { "a diamond where it was reached",
      { .start = { 1000, 1000 }, .due = { { 1050, 1050 } }, .reached = { 1130, 1130 } },
      { { 1130, 0, -4, TRUE }, { 1130, 0, 3, TRUE }, { 1130, -4, -4, FALSE }, { 1130, 4, 3, FALSE } } },
    { "as wide as the month in which it was reached",
      { .start = { 1000, 1000 }, .due = { { 1050, 1050 } }, .reached = { 1100, 1130 } },
      { { 1105, 0, -5, TRUE }, { 1115, 0, -5, TRUE }, { 1126, 0, -5, TRUE }, { 1100, 0, -5, FALSE }, { 1131, 0, -5, FALSE } } },
    { "one shape for what was reached on its day",
      { .due = { { 1100, 1100 } }, .reached = { 1100, 1100 }, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
      { { 1100, 0, -4, TRUE }, { 1100, -4, -4, FALSE }, { 1100, 4, -4, FALSE } } },
    { "two shapes for what was reached on another day",
      { .due = { { 1100, 1100 } }, .reached = { 1130, 1130 }, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
      { { 1100, -3, -4, TRUE }, { 1100, 3, -4, TRUE }, { 1130, 0, -4, TRUE }, { 1130, -4, -4, FALSE } } },
    { "a triangle where a milestone is due",
      { .due = { { 1100, 1100 } }, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
      { { 1100, -3, -4, TRUE }, { 1100, 3, -4, TRUE }, { 1100, -3, 3, FALSE }, { 1100, 4, 3, FALSE }, { 1100, 0, -6, FALSE } } },
    { "a line to what was reached, where nothing was due",
      { .start = { 1000, 1000 }, .reached = { 1130, 1130 } },
      { { 1020, 0, 0, TRUE }, { 1037, 0, 0, TRUE }, { 1080, 0, 0, TRUE }, { 1122, 0, 0, TRUE } } },
    { "a line on from brackets to what was reached",
      { .start = { 1000, 1000 }, .due = { { 1080, 1110 } }, .reached = { 1150, 1150 } },
      { { 1040, 0, 0, TRUE }, { 1130, 0, 0, TRUE }, { 1130, 0, -3, FALSE } } },
    { "a bubble with a tail where a position was taken",
      { .start = { 1000, 1000 }, .shape = CARE_TIMELINE_ENTRY_POSITION },
      { { 1000, -3, -4, TRUE }, { 1000, 3, -4, TRUE }, { 1000, 3, 1, TRUE }, { 1000, 0, -1, TRUE }, { 1000, -3, 3, TRUE },
        { 1000, 3, 4, FALSE } } },
    { "a hollow one where it changed",
      { .start = { 1000, 1000 }, .shape = CARE_TIMELINE_ENTRY_POSITION, .flags = CARE_TIMELINE_ENTRY_IS_REVISION },
      { { 1000, -4, -4, TRUE }, { 1000, 4, -4, TRUE }, { 1000, 0, -1, FALSE }, { 1000, -3, 3, TRUE } } },
    { "as wide as the month in which it was taken",
      { .start = { 1000, 1030 }, .shape = CARE_TIMELINE_ENTRY_POSITION },
      { { 1000, 1, -4, TRUE }, { 1030, -1, -4, TRUE }, { 1030, -1, 1, TRUE }, { 1015, 0, 0, TRUE }, { 1002, 0, 3, TRUE },
        { 1015, 0, 4, FALSE } } },
    { "as wide as the month in which that changed",
      { .start = { 1000, 1030 }, .shape = CARE_TIMELINE_ENTRY_POSITION, .flags = CARE_TIMELINE_ENTRY_IS_REVISION },
      { { 1000, 0, -4, TRUE }, { 1030, 0, -4, TRUE }, { 1015, 0, -1, FALSE } } },
    { "round ends where a pledge was made in a month",
      { .start = { 1000, 1030 } },
      { { 1015, 0, -5, TRUE }, { 1015, 0, 3, TRUE }, { 1000, 0, -5, FALSE }, { 1030, 0, -5, FALSE } } },
    { "the same of a part of it",
      { .start = { 1000, 1030 }, .shape = CARE_TIMELINE_ENTRY_LIMB },
      { { 1015, 0, -5, TRUE }, { 1000, 0, -5, FALSE }, { 1030, 0, -5, FALSE }, { 1028, 0, -3, TRUE } } },
    { "square ends where something happened",
      { .start = { 1000, 1030 }, .shape = CARE_TIMELINE_ENTRY_EVENT },
      { { 1000, 0, -5, TRUE }, { 1030, 0, -5, TRUE }, { 1015, 0, 4, TRUE }, { 1000, 0, 4, TRUE } } },
    { "a small dot for a part of a pledge, and a thin line",
      { .start = { 1000, 1000 }, .due = { { 1100, 1100 } }, .shape = CARE_TIMELINE_ENTRY_LIMB },
      { { 1000, 0, -2, TRUE }, { 1000, 0, -5, FALSE }, { 1000, -5, 0, FALSE }, { 1050, 0, 0, TRUE }, { 1050, 0, -1, FALSE } } },
    { "a thick one for all of it",
      { .start = { 1000, 1000 }, .due = { { 1100, 1100 } } },
      { { 1050, 0, 0, TRUE }, { 1050, 0, -1, TRUE } } },
    { "strokes where it is due again and again",
      { .start = { 1000, 1000 }, .flags = CARE_TIMELINE_ENTRY_RECURS },
      { { 1007, 0, -3, TRUE }, { 1007, 0, 2, TRUE }, { 1010, 0, -3, FALSE }, { 1010, 0, 0, TRUE } } },
    { "a thin bar that is struck through, and an arrow onwards",
      { .start = { 1000, 1000 }, .due = { { 1130, 1130 } }, .revised = { 1070, 1070 } },
      { { 1071, 0, -4, TRUE }, { 1071, -4, 3, TRUE }, { 1071, 4, -4, TRUE }, { 1071, -4, -4, FALSE }, { 1131, -6, -2, TRUE },
        { 1131, 6, -2, FALSE } } },
    { "an arrow back where it was brought forward",
      { .start = { 1000, 1000 }, .due = { { 1070, 1070 } }, .revised = { 1130, 1130 } },
      { { 1071, 6, -2, TRUE }, { 1071, -6, -2, FALSE }, { 1131, -4, 3, TRUE } } },
    { "a bar where it is due",
      { .start = { 1000, 1000 }, .due = { { 1100, 1100 } } },
      { { 1101, 0, -5, TRUE }, { 1101, 0, 5, TRUE }, { 1101, -4, -5, FALSE }, { 1050, 0, 0, TRUE }, { 1050, 0, -3, FALSE } } },
    { "brackets as wide as what is known, and ground between them",
      { .start = { 1000, 1000 }, .due = { { 1100, 1130 } } },
      { { 1100, 0, -5, TRUE }, { 1131, -1, -5, TRUE }, { 1115, 0, -3, TRUE }, { 1115, 0, -6, FALSE }, { 1097, 0, -5, FALSE } } },
    { "which open to each other",
      { .start = { 1000, 1000 }, .due = { { 1100, 1130 } } },
      { { 1103, 0, -6, TRUE }, { 1103, 0, 5, TRUE }, { 1128, 0, -6, TRUE }, { 1128, 0, 5, TRUE }, { 1110, 0, 5, FALSE },
        { 1134, 0, -6, FALSE } } },
    { "brackets round readings, a bar for that between them, and no ground",
      { .start = { 1000, 1000 }, .due = { { 1080, 1080 }, { 1106, 1106 }, { 1130, 1130 } } },
      { { 1081, 0, -5, TRUE }, { 1131, -1, -5, TRUE }, { 1107, 0, -5, TRUE }, { 1095, 0, -3, FALSE }, { 1118, 0, 0, FALSE } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TimelineFixture) fixture = NULL;
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      cairo_t *cr = create_picture (200, 60);

      paint_alone (&cases[i].entry, &fixture, frame, cr);
      for (const Probe *probe = cases[i].probes; probe->day != 0; probe++)
        {
          g_test_message ("%s: %u%+d, %+d", cases[i].what, probe->day, probe->dx, probe->dy);
          g_assert_cmpint (is_painted (frame, cr, probe), ==, probe->is_painted);
        }
      cairo_destroy (cr);
    }
}

/* What is somewhere within a wide shape is paler than what stands on a day. */
static void
test_pale (void)
{
  static const CareTimelineEntry entries[] = {
    { .start = { 1000, 1000 }, .due = { { 1100, 1130 } } },
    { .start = { 1000, 1000 }, .due = { { 1050, 1050 } }, .reached = { 1100, 1130 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (TimelineFixture) fixture = NULL;
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      cairo_t *cr = create_picture (200, 60);
      const CareTimelineFrameMark *mark;
      guint n_marks;
      int x, y;

      paint_alone (&entries[i], &fixture, frame, cr);
      mark = care_timeline_frame_get_marks (frame, &n_marks);
      x = (int) care_timeline_viewport_x (care_timeline_frame_get_viewport (frame), 1115);
      y = (int) mark->y + 27 - 3;
      g_assert_cmpint (grey_at (cr, x, y), >, 180);
      g_assert_cmpint (grey_at (cr, x, y), <, 245);
      g_assert_cmpint (grey_at (cr, (int) mark->start.x + 3, y + 3), <, 150);
      cairo_destroy (cr);
    }
}

static void
show_both (TimelineFixture *fixture, guint one, guint other, double scale, CareDay first, CareTimelineFrame *frame)
{
  g_autoptr (CareTimelinePack) pack = NULL;
  CareTimelineViewport viewport = { first, scale, 1280, 0, 0 };

  for (guint i = 0; i < fixture->entries->len; i++)
    fixture->lanes[i] = i == one || i == other ? 0 : CARE_TIMELINE_NO_LANE;
  pack = timeline_fixture_pack (fixture, care_timeline_pack_scale (scale));
  viewport.height = care_timeline_pack_get_height (pack);
  care_timeline_frame_set (frame, pack, &viewport);
}

static void
show (TimelineFixture *fixture, guint only, double scale, CareDay first, CareTimelineFrame *frame)
{
  show_both (fixture, only, only, scale, first, frame);
}

static guint
expect_within (cairo_t *cr, const CareTimelineFrameMark *mark)
{
  guint n_painted = 0;

  for (int y = 0; y < 120; y++)
    for (int x = 0; x < 1280; x++)
      if (grey_at (cr, x, y) < 250)
        {
          n_painted++;
          /* Glyphs may reach half a pixel over their advance. */
          g_assert_true (x >= floor (mark->x) - 1 && x <= ceil (mark->x + mark->width) && y >= floor (mark->y)
                         && y <= ceil (mark->y + mark->height));
        }
  return n_painted;
}

/* Nothing of a mark is painted outside of where it is said to be. */
static void
test_within (void)
{
  static const double scales[] = { 0.05, 0.4, 1, 3 };
  guint n_seen = 0;

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
      g_autoptr (CareTimelineTexts) texts = create_texts (say_form, fixture);

      measure_all (fixture, texts);
      for (guint i = 0; i < fixture->entries->len; i++)
        {
          g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
          cairo_t *cr = create_picture (1280, 120);
          const CareTimelineFrameMark *mark;
          guint n_marks;

          show (fixture, i, scales[s], care_day_from_ymd (2013, 1, 1), frame);
          paint (fixture, frame, texts, cr);
          mark = care_timeline_frame_get_marks (frame, &n_marks);
          g_assert_true (n_marks == 0 || expect_within (cr, mark) > 30);
          n_seen += n_marks;
          cairo_destroy (cr);
        }
    }
  g_assert_cmpuint (n_seen, >, 70);
}

/* "by 2018": brackets at the end of 2017 and at that of 2018, with the words between them. */
static void
test_t9 (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineTexts) texts = create_texts (say_form, fixture);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *cr = create_picture (1280, 120);
  const CareTimelineViewport *viewport;
  const CareTimelineFrameMark *mark;
  int y, strict, lenient;
  guint n_marks, n_dark = 0;

  measure_all (fixture, texts);
  show (fixture, 0, 1, care_day_from_ymd (2017, 1, 1), frame);
  paint (fixture, frame, texts, cr);
  viewport = care_timeline_frame_get_viewport (frame);
  mark = care_timeline_frame_get_marks (frame, &n_marks);
  y = (int) mark->y + 27;
  strict = (int) care_timeline_viewport_x (viewport, care_day_from_ymd (2018, 1, 1));
  lenient = (int) care_timeline_viewport_x (viewport, care_day_from_ymd (2019, 1, 1)) - 1;
  for (int reach = -4; reach <= 4; reach += 8)
    {
      g_assert_cmpint (grey_at (cr, strict, y + reach), <, 150);
      g_assert_cmpint (grey_at (cr, lenient, y + reach), <, 150);
      g_assert_cmpint (grey_at (cr, strict - 3, y + reach), >, 250);
      g_assert_cmpint (grey_at (cr, lenient + 4, y + reach), >, 250);
    }
  for (int x = strict + 8; x < lenient - 8; x++)
    n_dark += grey_at (cr, x, y) < 60;
  g_assert_cmpuint (n_dark, >, 5);
  cairo_destroy (cr);
}

/* How many pixels of a part of the picture are darker than that. */
static guint
count_darker (cairo_t *cr, double x0, double y0, double width, double height, int than)
{
  guint n = 0;

  for (int y = (int) MAX (y0, 0); y < y0 + height; y++)
    for (int x = (int) MAX (x0, 0); x < x0 + width; x++)
      n += grey_at (cr, x, y) < than;
  return n;
}

static guint
count_dark (cairo_t *cr, double x0, double y0, double width, double height)
{
  return count_darker (cr, x0, y0, width, height, 100);
}

/* Every symbol that has room, ours or a source's, and every count is there to be seen. */
static void
test_all_is_painted (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (1000, 1);
  g_autoptr (CareTimelineTexts) texts = create_texts (say_nothing, NULL);
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
  cr = create_picture (800, (int) viewport.height);
  paint (fixture, frame, texts, cr);
  marks = care_timeline_frame_get_marks (frame, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      CareTimelineStretch symbol = marks[i].symbol, source = marks[i].source;

      if (symbol.width > 0 && symbol.x >= 0 && symbol.x + symbol.width <= 800)
        {
          g_assert_cmpuint (count_dark (cr, symbol.x, marks[i].y + 18, symbol.width, 18), >, 20);
          n_symbols++;
        }
      if (source.width > 0 && source.x >= 0 && source.x + source.width <= 800)
        {
          g_assert_cmpuint (count_dark (cr, source.x, marks[i].y + 18, source.width, 18), >, 20);
          n_sources++;
        }
    }
  chips = care_timeline_frame_get_chips (frame, &n_chips);
  for (guint i = 0; i < n_chips; i++)
    g_assert_cmpuint (
      count_dark (cr, chips[i].x + 2, chips[i].y + 2, chips[i].width - 4, chips[i].height - 4), >, 3);
  g_assert_cmpuint (n_symbols, >, 50);
  g_assert_cmpuint (n_sources, >, 20);
  g_assert_cmpuint (n_chips, >, 10);
  cairo_destroy (cr);
}

static guint32
colour_at (cairo_t *cr, double x, double y)
{
  cairo_surface_t *surface = cairo_get_target (cr);

  cairo_surface_flush (surface);
  return ((const guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                      + (int) y * cairo_image_surface_get_stride (surface)))[(int) x]
         & 0xffffff;
}

/* The dot of each pledge has the colour of whoever made it. */
static void
test_colours (void)
{
  static const CareColour palette[] = { { 1, 0, 0 }, { 0, 0, 1 } };
  static const guint8 of[] = { 1, 0, 1, 0 };
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (4, 1);
  g_autoptr (CareTimelineTexts) texts = create_texts (say_nothing, NULL);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  g_autoptr (CareTimelinePack) pack = NULL;
  const CareTimelineColours colours = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, palette, G_N_ELEMENTS (palette), of };
  const CareTimelineViewport viewport = { 980, 1, 400, 0, 60 };
  const CareTimelineFrameMark *marks;
  cairo_t *cr = create_picture (400, 60);
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
    g_assert_cmphex (colour_at (cr, marks[i].start.x, marks[i].y + 27), ==, of[marks[i].entry] == 0 ? 0xff0000 : 0x0000ff);
  cairo_destroy (cr);
}

/* How far dark pixels of a part of the picture are from its left end, or from its right end. */
static int
find_margin (cairo_t *cr, const CareTimelineFrameChip *chip, gboolean right)
{
  for (int margin = 2; margin < chip->width - 2; margin++)
    if (count_dark (cr, right ? chip->x + chip->width - 1 - margin : chip->x + margin, chip->y + 2, 1, chip->height - 4) > 0)
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
      g_autoptr (CareTimelineTexts) texts = create_texts (say_nothing, NULL);
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      g_autoptr (CareTimelinePack) pack = NULL;
      const CareTimelineViewport viewport = { 980, 1, 60, 0, 60 };
      const CareTimelineFrameChip *chip;
      cairo_t *cr = create_picture (60, 60);
      guint n_chips;

      g_array_index (fixture->entries, CareTimelineEntry, 0) = (CareTimelineEntry){ .start = { 1000, i == 0 ? 1010 : 2000 } };
      fixture->lanes[0] = 0;
      fixture->lane[0].mode = CARE_TIMELINE_LANE_FOLDED;
      pack = timeline_fixture_pack (fixture, 1);
      care_timeline_frame_set (frame, pack, &viewport);
      chip = care_timeline_frame_get_chips (frame, &n_chips);
      g_assert_cmpuint (n_chips, ==, 1);
      g_assert_cmpint (chip->goes_on, ==, i == 1);
      paint (fixture, frame, texts, cr);
      for (guint half = 0; half < 2; half++)
        g_assert_cmpint (count_darker (cr, chip->x + chip->width - 12, chip->y + 3 + half * (chip->height / 2 - 2), 10,
                                       chip->height / 2 - 4, 200) > 1, ==, i == 1);
      if (i == 0)
        g_assert_cmpint (ABS (find_margin (cr, chip, FALSE) - find_margin (cr, chip, TRUE)), <=, 4);
      cairo_destroy (cr);
    }
}

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
  g_autoptr (CareTimelineTexts) texts = create_texts (say_and_count, &n_said);
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

/* However much room there is, a text has no more than it was measured with. */
static void
test_widest (void)
{
  guint n_said = 0;
  g_autoptr (CareTimelineTexts) texts = create_texts_of (say_and_count, &n_said, 120);

  g_assert_cmpfloat (care_timeline_texts_measure (texts, 0).label, ==, 120);
  g_assert_true (
    pango_layout_is_ellipsized (care_timeline_texts_get (texts, 0, CARE_TIMELINE_TEXT_LABEL, 300)));
}

/* What is seen again and again is kept, what is not is forgotten. */
static void
test_forgetting (void)
{
  guint n_said = 0;
  g_autoptr (CareTimelineTexts) texts = create_texts (say_and_count, &n_said);

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
  g_autoptr (CareTimelineTexts) texts = create_texts (say_and_count, &n_said);
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
  g_autoptr (CareTimelineTexts) texts = create_texts (say_and_count, &n_said);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *before = create_picture (1280, 120), *after = create_picture (1280, 120);
  CareDay first = care_day_from_ymd (2014, 10, 1);
  const CareTimelineFrameMark *marks;

  memset (fixture->extents->data, 0, fixture->extents->len * sizeof (CareTimelineExtent));
  show_both (fixture, IMMEDIATELY, EACH_YEAR, 4, first, frame);
  paint (fixture, frame, texts, before);
  show_both (fixture, IMMEDIATELY, EACH_YEAR, 1.5, first, frame);
  cairo_set_source_rgb (before, 1, 1, 1);
  cairo_paint (before);
  care_timeline_texts_begin (texts, 0);
  paint (fixture, frame, texts, before);
  g_assert_true (care_timeline_texts_is_lacking (texts));
  care_timeline_texts_begin (texts, G_MAXUINT);
  paint (fixture, frame, texts, after);
  marks = care_timeline_frame_get_marks (frame, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpuint (marks[0].row, ==, marks[1].row);
  g_assert_cmpfloat (difference (before, after), >, SEEN);
  for (int y = 0; y < 120; y++)
    for (int x = (int) ceil (marks[0].label.x + marks[0].label.width); x < 1280; x++)
      g_assert_cmpint (grey_at (before, x, y), ==, grey_at (after, x, y));
  cairo_destroy (before);
  cairo_destroy (after);
}

static void
paint_ground (CareTimelineFrame *frame, CareTimelineRulerKind behind, CareDay as_of, cairo_t *cr)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");
  g_autoptr (CareTimelineRuler) axis
    = care_timeline_ruler_new (shared_context, font, CARE_TIMELINE_RULER_CALENDAR);
  g_autoptr (CareTimelineRuler) tints = care_timeline_ruler_new (shared_context, font, behind);
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
  cairo_t *cr = create_picture (1280, 60);
  CareDay first = care_day_from_ymd (2015, 1, 1);
  int line = (int) (care_day_from_ymd (2016, 6, 2) - first);

  show (fixture, 0, 1, first, frame);
  paint_ground (frame, CARE_TIMELINE_RULER_PARLIAMENTS, care_day_from_ymd (2016, 6, 1), cr);
  g_assert_cmpint (grey_at (cr, line, 1), <, 50);
  g_assert_cmpint (grey_at (cr, line, 5), >, 200); /* between its dashes */
  g_assert_cmpint (grey_at (cr, line - 1, 1), >, 200);
  g_assert_cmpint (grey_at (cr, (int) (care_day_from_ymd (2015, 3, 20) - first), 20), <, 250);
  g_assert_cmpint (grey_at (cr, (int) (care_day_from_ymd (2015, 4, 10) - first), 20), ==, 255);
  g_assert_cmpint (grey_at (cr, (int) (care_day_from_ymd (2016, 5, 10) - first), 20), ==, 255);
  g_assert_cmpint (grey_at (cr, (int) (care_day_from_ymd (2017, 6, 20) - first), 20), <, 250);
  cairo_destroy (cr);
}

/* A polling day is a line twice as thick as that of a year, at its beginning; the campaign before it
 * is shade. */
static void
test_elections (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *cr = create_picture (1280, 60);
  CareDay first = care_day_from_ymd (2015, 1, 1);
  int polls = (int) (care_day_from_ymd (2015, 5, 7) - first);

  show (fixture, 0, 1, first, frame);
  paint_ground (frame, CARE_TIMELINE_RULER_ELECTIONS, 0, cr);
  g_assert_cmpint (grey_at (cr, polls, 20), <, 170);
  g_assert_cmpint (grey_at (cr, polls + 1, 20), ==, grey_at (cr, polls, 20));
  g_assert_cmpint (grey_at (cr, polls + 2, 20), ==, 255);
  g_assert_cmpint (grey_at (cr, polls - 5, 20), <, 250);
  g_assert_cmpint (grey_at (cr, (int) (care_day_from_ymd (2015, 3, 20) - first), 20), ==, 255);
  cairo_destroy (cr);
}

/* No other period begins with such a line. */
static void
test_no_elections (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  cairo_t *cr = create_picture (1280, 60);
  CareDay first = care_day_from_ymd (2015, 1, 1);
  int polls = (int) (care_day_from_ymd (2015, 5, 7) - first), may = (int) (care_day_from_ymd (2016, 7, 13) - first);

  show (fixture, 0, 1, first, frame);
  paint_ground (frame, CARE_TIMELINE_RULER_GOVERNMENTS, 0, cr);
  g_assert_cmpint (grey_at (cr, may, 20), >, 230);
  g_assert_cmpint (grey_at (cr, may + 1, 20), >, 230);
  g_assert_cmpint (grey_at (cr, polls + 1, 20), >, 230);
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
  cairo_t *cr = create_picture (100, (int) viewport.height);
  guint n_lanes;
  const CareTimelineFrameLane *lanes;

  care_timeline_frame_set (frame, pack, &viewport);
  care_timeline_ink_ground (frame, NULL, NULL, 0, &colours, cr);
  lanes = care_timeline_frame_get_lanes (frame, &n_lanes);
  g_assert_cmpuint (n_lanes, >, 1);
  for (guint i = 0; i < n_lanes; i++)
    for (int x = 0; x < 100; x += 33)
      {
        g_assert_cmpint (grey_at (cr, x, (int) lanes[i].y), <, 230);
        g_assert_cmpint (grey_at (cr, x, (int) lanes[i].y + 2), ==, 255);
      }
  cairo_destroy (cr);
}

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
  cairo_t *cr = create_picture (300 + (int) gutter, 150);

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
  g_autoptr (CareTimelineHeadings) headings = care_timeline_headings_new (shared_context, font, names, 2, 1000);
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

          g_assert_cmphex (colour_at (cr, 6, y + 9), ==, i == 0 ? 0xff0000 : 0x0000ff);
          g_assert_cmphex (colour_at (cr, 1, MAX (y - 1, 0)), ==, 0xffffff);
          g_assert_cmpuint (count_dark (cr, 18, y, gutter - 18, 18), >, 20);
          g_assert_cmpuint (count_dark (cr, gutter, 0, 300, 150), ==, 0);
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
      g_autoptr (CareTimelineHeadings) headings = care_timeline_headings_new (shared_context, font, names, 2, width);
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
      g_assert_cmpuint (count_dark (cr, 18, 7 + 18, 200 - 18, 18), >, 20); /* its second line */
      g_assert_cmpuint (count_dark (cr, width == 300 ? 299 : gutter, 0, 1, 150), ==, 0);
      cairo_destroy (cr);
    }
}

static void
assert_period_is_painted (const CareTimelineRuler *ruler, const CareTimelinePeriod *period, cairo_t *cr)
{
  double line = care_timeline_ruler_get_line (ruler);
  double top = period->is_outer ? 0 : care_timeline_ruler_get_height (ruler) - line;
  double width = period->name == NULL ? 0 : care_timeline_layout_width (period->name);

  for (double y = top + 3; period->x >= 0 && period->x < 400 && y < top + line - 1; y++)
    g_assert_cmpint (grey_at (cr, (int) period->x, (int) y), <, 200);
  if (period->name != NULL && period->name_x + width <= 400)
    g_assert_cmpuint (count_dark (cr, period->name_x, top, width, line), >, 5);
}

/* Its names and strokes, each in its line; a name that has no room is not cut off. */
static void
test_ruler (void)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");
  g_autoptr (CareTimelineRuler) ruler = care_timeline_ruler_new (shared_context, font, CARE_TIMELINE_RULER_CALENDAR);
  const CareTimelineColours colours = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, NULL, 0, NULL };

  for (guint i = 0; i < 30; i++)
    {
      const CareTimelineViewport viewport = { care_day_from_ymd (2014, 12, 20) + (CareDay) i * 5, 3, 400, 0, 100 };
      cairo_t *cr = create_picture (440, 60);
      guint n_periods;
      const CareTimelinePeriod *periods;

      care_timeline_ruler_set (ruler, &viewport);
      care_timeline_ink_ruler (ruler, &colours, 400, cr);
      periods = care_timeline_ruler_get_periods (ruler, &n_periods);
      g_assert_cmpuint (n_periods, >, 4);
      for (guint k = 0; k < n_periods; k++)
        assert_period_is_painted (ruler, &periods[k], cr);
      g_assert_cmpuint (count_dark (cr, 401, 0, 39, 60), ==, 0);
      cairo_destroy (cr);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = create_context ();

  g_test_add_func ("/timeline-ink/symbols", test_symbols);
  g_test_add_func ("/timeline-ink/mirrored-symbols", test_mirrored_symbols);
  g_test_add_func ("/timeline-ink/symbol-of-state", test_symbol_of_state);
  g_test_add_func ("/timeline-ink/shapes", test_shapes);
  g_test_add_func ("/timeline-ink/parts", test_parts);
  g_test_add_func ("/timeline-ink/pale", test_pale);
  g_test_add_func ("/timeline-ink/within", test_within);
  g_test_add_func ("/timeline-ink/t9", test_t9);
  g_test_add_func ("/timeline-ink/all-is-painted", test_all_is_painted);
  g_test_add_func ("/timeline-ink/colours", test_colours);
  g_test_add_func ("/timeline-ink/counts-that-go-on", test_counts_that_go_on);
  g_test_add_func ("/timeline-ink/texts", test_texts);
  g_test_add_func ("/timeline-ink/widest", test_widest);
  g_test_add_func ("/timeline-ink/forgetting", test_forgetting);
  g_test_add_func ("/timeline-ink/few-at-once", test_few_at_once);
  g_test_add_func ("/timeline-ink/not-cut-yet", test_not_cut_yet);
  g_test_add_func ("/timeline-ink/ground", test_ground);
  g_test_add_func ("/timeline-ink/elections", test_elections);
  g_test_add_func ("/timeline-ink/no-elections", test_no_elections);
  g_test_add_func ("/timeline-ink/borders", test_borders);
  g_test_add_func ("/timeline-ink/ruler", test_ruler);
  g_test_add_func ("/timeline-ink/headings", test_headings);
  g_test_add_func ("/timeline-ink/long-headings", test_long_headings);

  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
