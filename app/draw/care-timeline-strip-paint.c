/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-strip-private.h"

#include "care-timeline-ink-private.h"

/* Two short slanting strokes across the top of the lanes, and a dotted line below them. */
static void
paint_break (const CareTimelineStrip *self, double x, double height, const CareTimelineColours *colours,
             cairo_t *cr)
{
  double half = self->metrics.em * 0.35;

  care_timeline_ink_set (cr, care_colour_legible (colours->faint, colours->ground, CARE_CONTRAST_GRAPHICS));
  for (int i = -1; i <= 1; i += 2)
    {
      cairo_move_to (cr, x + i * 2 - half / 2, half);
      cairo_line_to (cr, x + i * 2 + half / 2, -half);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, (const double[]){ 2, 3 }, 2, 0);
  cairo_move_to (cr, x, half);
  cairo_line_to (cr, x, height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_breaks (const CareTimelineStrip *self, double height, const CareTimelineColours *colours, cairo_t *cr)
{
  double apart = self->metrics.em * 0.5;

  cairo_set_line_width (cr, 1);
  if (self->axis.cut_before)
    paint_break (self, self->axis_x - apart, height, colours, cr);
  if (self->axis.cut_after)
    paint_break (self, self->axis_x + self->axis_width + apart, height, colours, cr);
}

static void
paint_axis (const CareTimelineStrip *self, double height, const CareTimelineColours *colours, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, self->axis_x, -self->header);
  care_timeline_ink_ruler (self->ruler, colours, self->axis_width, cr);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_rectangle (cr, self->axis_x, 0, self->axis_width, height);
  cairo_clip (cr);
  care_timeline_ink_ground (self->frame, self->strokes, NULL, 0, colours, cr);
  cairo_restore (cr);
}

/* Nothing runs through a label. */
static void
clear_labels (CareTimelineStrip *self, const CareTimelineColours *colours, cairo_t *cr)
{
  double width = care_timeline_frame_get_viewport (self->frame)->width;
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (self->frame, &n_marks);

  care_timeline_ink_set (cr, colours->ground);
  for (guint i = 0; i < n_marks; i++)
    {
      PangoLayout *label = care_timeline_texts_get (self->texts, marks[i].entry, CARE_TIMELINE_TEXT_LABEL,
                                                    marks[i].label.width);
      double left = MAX (marks[i].label.x - 2, 0);

      if (label == NULL)
        continue;
      cairo_rectangle (cr, left, marks[i].y,
                       MIN (marks[i].label.x + care_timeline_layout_width (label) + 2, width) - left,
                       self->metrics.line);
      cairo_fill (cr);
    }
}

/**
 * care_timeline_strip_paint:
 * @self: a strip
 * @ink: the colour of what is written
 * @faint: that of lines
 * @ground: what is behind
 * @cr: what to paint on, at its top left; its state is kept
 */
void
care_timeline_strip_paint (CareTimelineStrip *self, CareColour ink, CareColour faint, CareColour ground,
                           cairo_t *cr)
{
  const CareTimelineColours colours = { ink, faint, ground, self->palette, self->n_colours, self->colour_of };
  double height = care_timeline_frame_get_viewport (self->frame)->height;

  cairo_save (cr);
  cairo_translate (cr, self->gutter, self->header);
  if (self->axis.days.first != 0)
    paint_axis (self, height, &colours, cr);
  paint_breaks (self, height, &colours, cr);
  clear_labels (self, &colours, cr);
  care_timeline_headings_paint (self->names, self->frame, &colours, cr);
  care_timeline_ink_marks (self->frame, self->texts, &colours, cr);
  cairo_restore (cr);
}
