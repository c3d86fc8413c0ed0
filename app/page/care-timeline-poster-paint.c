/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-poster-private.h"

#include "care-page-style.h"

#include <glib/gi18n.h>

/* The size of the title, in points. */
#define TITLE 15.0

/* What the number of a sheet takes, in points. */
#define NUMBER 80.0

/* Writes a line of the width of the sheet; at the right where @at_end, and else before that. */
static void
write_line (CareTimelinePoster *self, cairo_t *cr, const char *text, double size, double y, gboolean at_end)
{
  g_autofree char *name = g_strdup_printf ("%s %g", care_page_style_get_family (), size);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (name);
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) ((self->width - 2 * CARE_POSTER_MARGIN - (at_end ? 0 : NUMBER)) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_set_source_rgb (cr, care_page_ink.red, care_page_ink.green, care_page_ink.blue);
  cairo_move_to (cr, CARE_POSTER_MARGIN, y);
  pango_cairo_show_layout (cr, layout);
}

/* As write_line(), of what a PDF is to say: a tag, which other surfaces pass over. */
static void
say_line (CareTimelinePoster *self, cairo_t *cr, const char *text, double size, double y)
{
  cairo_tag_begin (cr, "P", NULL);
  write_line (self, cr, text, size, y, FALSE);
  cairo_tag_end (cr, "P");
}

/* The title and what it is of stand on each sheet, and are said once. */
static void
paint_head (CareTimelinePoster *self, guint sheet, cairo_t *cr)
{
  if (sheet == 0)
    {
      say_line (self, cr, self->title, TITLE, CARE_POSTER_MARGIN);
      say_line (self, cr, self->subtitle, CARE_POSTER_TYPE, CARE_POSTER_MARGIN + TITLE * 1.5);
      return;
    }
  write_line (self, cr, self->title, TITLE, CARE_POSTER_MARGIN, FALSE);
  write_line (self, cr, self->subtitle, CARE_POSTER_TYPE, CARE_POSTER_MARGIN + TITLE * 1.5, FALSE);
}

static void
paint_foot (CareTimelinePoster *self, guint sheet, cairo_t *cr)
{
  double foot = self->height - CARE_POSTER_MARGIN - CARE_POSTER_FOOT + 4;
  g_autofree char *number = g_strdup_printf (_ ("Sheet %u of %u"), sheet + 1, self->sheets->len);

  if (self->note != NULL && sheet == 0)
    say_line (self, cr, self->note, CARE_POSTER_TYPE, foot);
  else if (self->note != NULL)
    write_line (self, cr, self->note, CARE_POSTER_TYPE, foot, FALSE);
  write_line (self, cr, number, CARE_POSTER_TYPE, foot, TRUE);
}

/* Where a PDF has a lane said: from 1.18 Cairo marks only what has text in it. */
static void
say_lanes (CareTimelinePoster *self, guint sheet, cairo_t *cr)
{
  const CareTimelineSheet *part = &g_array_index (self->sheets, CareTimelineSheet, sheet);

  for (guint lane = part->first; lane < part->first + part->n_lanes; lane++)
    say_line (self, cr, " ", CARE_POSTER_TYPE, care_timeline_poster_find_lane (self, sheet, lane, NULL));
}

/* Part of the strip, from @y on and @height high, at @top of the sheet. */
static void
paint_part (CareTimelinePoster *self, double y, double height, double top, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, CARE_POSTER_MARGIN, top - y);
  cairo_rectangle (cr, -CARE_POSTER_MARGIN, y, self->width, height);
  cairo_clip (cr);
  care_timeline_strip_paint (self->strip, care_page_ink, care_page_faint, care_page_paper, cr);
  cairo_restore (cr);
}

/* Where @lane begins on the sheet, and how high it is; @height: (out) (optional). */
double
care_timeline_poster_find_lane (const CareTimelinePoster *self, guint sheet, guint lane, double *height)
{
  const CareTimelineSheet *part = &g_array_index (self->sheets, CareTimelineSheet, sheet);
  guint n_lanes;
  const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (care_timeline_strip_get_frame (self->strip), &n_lanes);

  if (height != NULL)
    *height = lanes[lane].height;
  return CARE_POSTER_MARGIN + CARE_POSTER_HEAD + care_timeline_strip_get_header (self->strip) + lanes[lane].y - part->y;
}

/**
 * care_timeline_poster_paint:
 * @self: a poster
 * @sheet: one of its sheets, from 0
 * @cr: where to, in points from its top left
 *
 * Paints the sheet; the paper is the caller's.
 */
void
care_timeline_poster_paint (CareTimelinePoster *self, guint sheet, cairo_t *cr)
{
  const CareTimelineSheet *part = &g_array_index (self->sheets, CareTimelineSheet, sheet);
  double header = care_timeline_strip_get_header (self->strip);
  double top = CARE_POSTER_MARGIN + CARE_POSTER_HEAD;

  paint_head (self, sheet, cr);
  say_lanes (self, sheet, cr);
  paint_part (self, 0, header, top, cr);
  paint_part (self, header + part->y, part->height, top + header, cr);
  paint_foot (self, sheet, cr);
}
