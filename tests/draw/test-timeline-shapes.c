/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What marks are made of can be told apart without colours, and is where it is said to be. */

#include "care-mirror.h"
#include "golden.h"
#include "ink-fixture.h"

#include <math.h>

/* Without its words, from twenty pixels before day 1000 on. */
static void
paint_alone_at (double scale, const CareTimelineEntry *entry, TimelineFixture **fixture, CareTimelineFrame *frame, cairo_t *cr)
{
  g_autoptr (CareTimelineTexts) texts = ink_texts_new (ink_say_nothing, NULL);
  g_autoptr (CareTimelinePack) pack = NULL;
  const CareTimelineViewport viewport = { 1000 - 20 / scale, scale, 200, 0, 60 };

  *fixture = timeline_fixture_new_pledges (1, 1);
  g_array_index ((*fixture)->entries, CareTimelineEntry, 0) = *entry;
  (*fixture)->lanes[0] = 0;
  pack = timeline_fixture_pack (*fixture, scale);
  care_timeline_frame_set (frame, pack, &viewport);
  ink_paint (*fixture, frame, texts, cr);
}

/* At a pixel a day. */
static void
paint_alone (const CareTimelineEntry *entry, TimelineFixture **fixture, CareTimelineFrame *frame, cairo_t *cr)
{
  paint_alone_at (1, entry, fixture, frame, cr);
}

/* One of each form. */
static const CareTimelineEntry shapes[] = {
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
  { .start = { 1000, 1000 },
    .due = { { 1060, 1060 } },
    .reached = { 1130, 1130 },
    .due_doubt = CARE_TIMELINE_ABOUT,
    .reached_doubt = CARE_TIMELINE_UNCERTAIN },
  { .start = { 1000, 1000 },
    .due = { { 1130, 1130 } },
    .reached = { 1060, 1060 },
    .due_doubt = CARE_TIMELINE_ABOUT,
    .reached_doubt = CARE_TIMELINE_UNCERTAIN },
  { .start = { 1000, 1060 }, .shape = CARE_TIMELINE_ENTRY_LIMB },
  { .start = { 1000, 1000 }, .reached = { 1060, 1130 } },
  { .start = { 1000, 1000 }, .due = { { 1060, 1100 } }, .reached = { 1140, 1140 } },
  { .start = { 1000, 1000 }, .due = { { 1040, 1040 }, { 1046, 1046 }, { 1140, 1140 } } },
  { .start = { 1000, 1000 }, .due = { { 1040, 1040 }, { 1100, 1100 }, { 1140, 1140 } } },
  { .due = { { 1100, 1100 } }, .reached = { 1130, 1130 }, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
  { .start = { 1000, 1000 }, .due = { { 1060, 1100 } }, .revised = { 1020, 1020 } },
};

/* Every mark of one colour and without its words; no two of them are the same picture. */
static void
test_shapes (void)
{
  cairo_t *pictures[G_N_ELEMENTS (shapes)];

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (TimelineFixture) fixture = NULL;
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();

      pictures[i] = ink_picture_new (200, 60);
      paint_alone (&shapes[i], &fixture, frame, pictures[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint j = 0; j < i; j++)
      {
        double seen = ink_difference (pictures[i], pictures[j]);

        g_test_message ("%u and %u: %.1f", i, j, seen);
        g_assert_cmpfloat (seen, >, SEEN);
      }
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    cairo_destroy (pictures[i]);
}

/* How each looks, at half a pixel a day. */
static void
test_shapes_golden (void)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (TimelineFixture) fixture = NULL;
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      cairo_t *cr = ink_picture_new (200, 60);
      guint n_marks;

      paint_alone_at (0.5, &shapes[i], &fixture, frame, cr);
      g_string_append_printf (found, "%u\n", i);
      for (int y = -8; y < 8; y++)
        {
          ink_append_line (found, cr, 100, (int) care_timeline_frame_get_marks (frame, &n_marks)->y + 27 + y);
          while (g_str_has_suffix (found->str, "."))
            g_string_truncate (found, found->len - 1);
          g_string_append_c (found, '\n');
        }
      cairo_destroy (cr);
    }
  golden_assert ("draw", "timeline-shapes.txt", found->str);
}

/* From right to left, too, a question mark is one. */
static void
test_mirrored_doubt (void)
{
  const CareTimelineEntry entry = { .start = { 1000, 1000 }, .start_doubt = CARE_TIMELINE_UNCERTAIN };
  cairo_t *plain = ink_picture_new (200, 60), *mirrored = ink_picture_new (200, 60);
  int left = 0, width = 0, middle = 0, same = 0, turned = 0;
  guint n_marks;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TimelineFixture) fixture = NULL;
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      const CareTimelineFrameMark *mark;

      if (i == 1)
        care_mirror (mirrored, 200);
      paint_alone (&entry, &fixture, frame, i == 0 ? plain : mirrored);
      mark = care_timeline_frame_get_marks (frame, &n_marks);
      left = (int) mark->start_doubt.x;
      width = (int) round (mark->start_doubt.width);
      middle = (int) mark->y + 27;
    }
  for (int x = 0; x < width; x++)
    for (int y = middle - 6; y < middle + 6; y++)
      {
        same += abs (ink_grey_at (plain, left + x, y) - ink_grey_at (mirrored, 200 - left - width + x, y));
        turned += abs (ink_grey_at (plain, left + x, y) - ink_grey_at (mirrored, 200 - left - 1 - x, y));
      }
  g_assert_cmpint (2 * same, <, turned);
  cairo_destroy (plain);
  cairo_destroy (mirrored);
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

  return ink_grey_at (cr, x, (int) mark->y + 27 + probe->dy) < 230;
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
      cairo_t *cr = ink_picture_new (200, 60);

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
      cairo_t *cr = ink_picture_new (200, 60);
      const CareTimelineFrameMark *mark;
      guint n_marks;
      int x, y;

      paint_alone (&entries[i], &fixture, frame, cr);
      mark = care_timeline_frame_get_marks (frame, &n_marks);
      x = (int) care_timeline_viewport_x (care_timeline_frame_get_viewport (frame), 1115);
      y = (int) mark->y + 27 - 3;
      g_assert_cmpint (ink_grey_at (cr, x, y), >, 180);
      g_assert_cmpint (ink_grey_at (cr, x, y), <, 245);
      g_assert_cmpint (ink_grey_at (cr, (int) mark->start.x + 3, y + 3), <, 150);
      cairo_destroy (cr);
    }
}

static guint
expect_within (cairo_t *cr, const CareTimelineFrameMark *mark)
{
  guint n_painted = 0;

  for (int y = 0; y < 120; y++)
    for (int x = 0; x < 1280; x++)
      if (ink_grey_at (cr, x, y) < 250)
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
      g_autoptr (CareTimelineTexts) texts = ink_texts_new (ink_say_form, fixture);

      ink_measure_all (fixture, texts);
      for (guint i = 0; i < fixture->entries->len; i++)
        {
          g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
          cairo_t *cr = ink_picture_new (1280, 120);
          const CareTimelineFrameMark *mark;
          guint n_marks;

          ink_show (fixture, i, scales[s], care_day_from_ymd (2013, 1, 1), frame);
          ink_paint (fixture, frame, texts, cr);
          mark = care_timeline_frame_get_marks (frame, &n_marks);
          g_assert_true (n_marks == 0 || expect_within (cr, mark) > 30);
          n_seen += n_marks;
          cairo_destroy (cr);
        }
    }
  g_assert_cmpuint (n_seen, >, 70);
}

int
main (int argc, char *argv[])
{
  ink_init (&argc, &argv);
  g_test_add_func ("/timeline-shapes/shapes", test_shapes);
  g_test_add_func ("/timeline-shapes/golden", test_shapes_golden);
  g_test_add_func ("/timeline-shapes/mirrored-doubt", test_mirrored_doubt);
  g_test_add_func ("/timeline-shapes/parts", test_parts);
  g_test_add_func ("/timeline-shapes/pale", test_pale);
  g_test_add_func ("/timeline-shapes/within", test_within);
  return ink_run ();
}
