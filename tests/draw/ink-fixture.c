/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ink-fixture.h"

#include <stdlib.h>

PangoContext *ink_context;

/* A picture in shades of grey. */
cairo_t *
ink_picture_new (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return cr;
}

/* By the weights of ITU-R BT.601; 0 is black. */
int
ink_grey_at (cairo_t *cr, int x, int y)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  const guint32 *line;

  cairo_surface_flush (surface);
  line = (const guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                     + y * cairo_image_surface_get_stride (surface));
  return (int) ((line[x] >> 16 & 255) * 299 + (line[x] >> 8 & 255) * 587 + (line[x] & 255) * 114) / 1000;
}

double
ink_difference (cairo_t *a, cairo_t *b)
{
  double sum = 0;

  for (int y = 0; y < cairo_image_surface_get_height (cairo_get_target (a)); y++)
    for (int x = 0; x < cairo_image_surface_get_width (cairo_get_target (a)); x++)
      sum += abs (ink_grey_at (a, x, y) - ink_grey_at (b, x, y)) / 255.0;
  return sum;
}

guint32
ink_colour_at (cairo_t *cr, double x, double y)
{
  cairo_surface_t *surface = cairo_get_target (cr);

  cairo_surface_flush (surface);
  return ((const guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                      + (int) y * cairo_image_surface_get_stride (surface)))[(int) x]
         & 0xffffff;
}

/* How many pixels of a part of the picture are darker than that. */
guint
ink_count_darker (cairo_t *cr, double x0, double y0, double width, double height, int than)
{
  guint n = 0;

  for (int y = (int) MAX (y0, 0); y < y0 + height; y++)
    for (int x = (int) MAX (x0, 0); x < x0 + width; x++)
      n += ink_grey_at (cr, x, y) < than;
  return n;
}

guint
ink_count_dark (cairo_t *cr, double x0, double y0, double width, double height)
{
  return ink_count_darker (cr, x0, y0, width, height, 100);
}

void
ink_append_line (GString *text, cairo_t *cr, int width, int y)
{
  for (int x = 0; x < width; x++)
    {
      int grey = ink_grey_at (cr, x, y);

      g_string_append_c (text, grey < 85 ? '#' : grey < 170 ? '+' : grey < 240 ? '-' : '.');
    }
}

char *
ink_say_nothing (guint entry, CareTimelineText text, gpointer data)
{
  return NULL;
}

char *
ink_say_form (guint entry, CareTimelineText text, gpointer data)
{
  TimelineFixture *fixture = data;

  if (text == CARE_TIMELINE_TEXT_WORDS)
    return care_timeline_entry_say_state (&g_array_index (fixture->entries, CareTimelineEntry, entry));
  return g_strdup (timeline_fixture_form_name (entry));
}

CareTimelineTexts *
ink_texts_new_of (CareTimelineSay say, gpointer data, double widest)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");

  return care_timeline_texts_new (ink_context, font, widest, say, data);
}

CareTimelineTexts *
ink_texts_new (CareTimelineSay say, gpointer data)
{
  return ink_texts_new_of (say, data, 300);
}

void
ink_measure_all (TimelineFixture *fixture, CareTimelineTexts *texts)
{
  for (guint i = 0; i < fixture->entries->len; i++)
    g_array_index (fixture->extents, CareTimelineExtent, i) = care_timeline_texts_measure (texts, i);
}

void
ink_paint (const TimelineFixture *fixture, const CareTimelineFrame *frame, CareTimelineTexts *texts, cairo_t *cr)
{
  static const CareColour palette[] = { { 0, 0.53, 0.86 } };
  g_autofree guint8 *of = g_new0 (guint8, fixture->entries->len + 1);
  const CareTimelineColours colours
    = { BLACK, { 0.8, 0.8, 0.8 }, WHITE, palette, G_N_ELEMENTS (palette), of };

  care_timeline_ink_marks (frame, texts, &colours, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

void
ink_show_both (TimelineFixture *fixture, guint one, guint other, double scale, CareDay first, CareTimelineFrame *frame)
{
  g_autoptr (CareTimelinePack) pack = NULL;
  CareTimelineViewport viewport = { first, scale, 1280, 0, 0 };

  for (guint i = 0; i < fixture->entries->len; i++)
    fixture->lanes[i] = i == one || i == other ? 0 : CARE_TIMELINE_NO_LANE;
  pack = timeline_fixture_pack (fixture, care_timeline_pack_scale (scale));
  viewport.height = care_timeline_pack_get_height (pack);
  care_timeline_frame_set (frame, pack, &viewport);
}

void
ink_show (TimelineFixture *fixture, guint only, double scale, CareDay first, CareTimelineFrame *frame)
{
  ink_show_both (fixture, only, only, scale, first, frame);
}

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();

  return pango_font_map_create_context (map);
}

void
ink_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  ink_context = create_context ();
}

int
ink_run (void)
{
  int result = g_test_run ();

  g_object_unref (ink_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
