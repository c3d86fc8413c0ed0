/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-headings.h"

#include "care-mirror.h"
#include "care-timeline-ink-private.h"

#include <math.h>

/* Under this width names stand above their lanes. */
#define SLIM 500
/* And where text is so large that they would be broken beside them. */
#define SLIM_EMS 33

typedef struct
{
  PangoLayout *layout;
  CareColour colour;
  double height;
} Name;

struct _CareTimelineHeadings
{
  GArray *names; /* of Name */
  CareTimelineMetrics metrics;
  double gutter;
};

static void
name_clear (gpointer data)
{
  g_object_unref (((Name *) data)->layout);
}

static double
get_indent (const CareTimelineHeadings *self)
{
  return self->metrics.em * 1.4;
}

static PangoLayout *
write_name (PangoContext *context, const PangoFontDescription *font, const char *name)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, name, -1);
  return layout;
}

static void
measure (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = logical.width / (double) PANGO_SCALE;
  *height = logical.height / (double) PANGO_SCALE;
}

/* Breaks names that have no room. */
static void
fit_names (CareTimelineHeadings *self, double room)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = &g_array_index (self->names, Name, i);
      double width;

      measure (name->layout, &width, &name->height);
      if (width > room)
        pango_layout_set_width (name->layout, (int) floor (MAX (room, 1) * PANGO_SCALE));
      measure (name->layout, &width, &name->height);
    }
}

/**
 * care_timeline_headings_new:
 * @context: decides fonts and resolution
 * @font: the font of all text; names are in semibold
 * @names: (array length=n_names): of each lane
 * @n_names: how many there are
 * @width: of the whole picture
 *
 * Returns: (transfer full): the names, as they have room in @width.
 */
CareTimelineHeadings *
care_timeline_headings_new (PangoContext *context, const PangoFontDescription *font,
                            const CareTimelineHeading *names, guint n_names, double width)
{
  CareTimelineHeadings *self = g_new0 (CareTimelineHeadings, 1);
  g_autoptr (PangoFontDescription) heavy = pango_font_description_copy (font);
  double widest = 0;

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  care_timeline_metrics_measure (&self->metrics, context, font);
  pango_font_description_set_weight (heavy, PANGO_WEIGHT_SEMIBOLD);
  for (guint i = 0; i < n_names; i++)
    {
      Name name = { write_name (context, heavy, names[i].name), names[i].colour, 0 };
      double natural;

      measure (name.layout, &natural, &name.height);
      widest = MAX (widest, natural);
      g_array_append_val (self->names, name);
    }
  if (width >= MAX (SLIM, SLIM_EMS * self->metrics.em) && n_names > 0)
    self->gutter = ceil (MIN (get_indent (self) + widest + self->metrics.em, width / 4));
  fit_names (self, (self->gutter > 0 ? self->gutter - self->metrics.em : width) - get_indent (self));
  return self;
}

/**
 * care_timeline_headings_free:
 * @self: (transfer full): names
 */
void
care_timeline_headings_free (CareTimelineHeadings *self)
{
  g_array_unref (self->names);
  g_free (self);
}

/**
 * care_timeline_headings_get_gutter:
 * @self: names
 *
 * Returns: how wide they are, in pixels, or 0 if they stand above their rows.
 */
double
care_timeline_headings_get_gutter (const CareTimelineHeadings *self)
{
  return self->gutter;
}

/**
 * care_timeline_headings_reserve:
 * @self: names
 * @lane: the index of one
 * @wanted: its lane
 *
 * Sets how much room @wanted leaves for the name.
 */
void
care_timeline_headings_reserve (const CareTimelineHeadings *self, guint lane, CareTimelinePackLane *wanted)
{
  double height = g_array_index (self->names, Name, lane).height;

  wanted->head = self->gutter > 0 ? 0 : ceil (height + self->metrics.em * 0.2);
  wanted->least = self->gutter > 0 ? ceil (height) : 0;
}

static void
paint_swatch (const CareTimelineHeadings *self, const Name *name, double x, double y, CareColour ground,
              cairo_t *cr)
{
  double side = round (self->metrics.em * 0.9), top = round (y + (self->metrics.line - side) / 2);

  cairo_rectangle (cr, x + 0.5, top + 0.5, side - 1, side - 1);
  care_timeline_ink_set (cr, name->colour);
  cairo_fill_preserve (cr);
  care_timeline_ink_set (cr, care_colour_legible (name->colour, ground, CARE_CONTRAST_GRAPHICS));
  cairo_stroke (cr);
}

/* Nothing runs through a name that stands above its lane. */
static void
clear_name (const CareTimelineHeadings *self, const Name *name, double y, CareColour ground, cairo_t *cr)
{
  double x = self->metrics.em;

  care_timeline_ink_set (cr, ground);
  cairo_rectangle (cr, x, y, get_indent (self) - x + care_timeline_layout_width (name->layout) + 2,
                   name->height);
  cairo_fill (cr);
}

/* Beside its lane, a name stays in sight as long as the lane does. */
static double
find_top (const CareTimelineHeadings *self, const CareTimelineFrameLane *lane, const Name *name)
{
  double pad = round (self->metrics.em * 0.5), top = lane->y + pad;

  if (self->gutter > 0)
    top = MAX (top, MIN (pad, lane->y + lane->height - pad - name->height));
  return top;
}

/**
 * care_timeline_headings_paint:
 * @self: names
 * @frame: what can be seen of the lanes
 * @colours: its colours
 * @cr: what to paint on, at the origin of the viewport; its state is kept
 */
void
care_timeline_headings_paint (const CareTimelineHeadings *self, const CareTimelineFrame *frame,
                              const CareTimelineColours *colours, cairo_t *cr)
{
  double width = care_timeline_frame_get_viewport (frame)->width;
  guint n_lanes;
  const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (frame, &n_lanes);

  cairo_save (cr);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < n_lanes; i++)
    {
      const Name *name = &g_array_index (self->names, Name, lanes[i].lane);
      double y = find_top (self, &lanes[i], name), line = floor (lanes[i].y) + 0.5;

      care_timeline_ink_set (cr, colours->faint);
      cairo_move_to (cr, -self->gutter, line);
      cairo_line_to (cr, width, line);
      cairo_stroke (cr);
      if (self->gutter == 0)
        clear_name (self, name, y, colours->ground, cr);
      paint_swatch (self, name, -self->gutter, y, colours->ground, cr);
      care_timeline_ink_set (cr, colours->ink);
      care_mirror_show_layout (cr, name->layout, get_indent (self) - self->gutter, y);
    }
  cairo_restore (cr);
}
