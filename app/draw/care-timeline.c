/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-private.h"

#include <math.h>

/* Under this width names stand above their lanes. */
#define SLIM 500
/* And where text is so large that they would be broken beside them. */
#define SLIM_EMS 33

static void
clear_lane (gpointer data)
{
  g_object_unref (((CareTimelineRow *) data)->name);
}

static void
clear_ink (gpointer data)
{
  g_object_unref (((CareTimelineInk *) data)->label);
}

static void
clear_tick (gpointer data)
{
  g_free (((CareTimelineTick *) data)->label);
}

/**
 * care_timeline_write:
 * @context: decides fonts
 * @font: the font
 * @text: what to write
 *
 * Returns: (transfer full): the text on one line.
 */
PangoLayout *
care_timeline_write (PangoContext *context, const PangoFontDescription *font, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * care_timeline_text_width:
 * @layout: a text
 *
 * Returns: its width in the units of the context.
 */
double
care_timeline_text_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/**
 * care_timeline_strip:
 * @self: a timeline
 *
 * Returns: the height below a label in which the mark itself is drawn.
 */
double
care_timeline_strip (const CareTimeline *self)
{
  return 2 * self->radius + 2;
}

static void
measure_text (CareTimeline *self, PangoContext *context, const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) sample = care_timeline_write (context, font, "0");
  PangoRectangle logical;

  pango_layout_get_extents (sample, NULL, &logical);
  self->line = ceil (logical.height / (double) PANGO_SCALE);
  self->em = self->line / 1.36;
  self->radius = round (self->em * 0.36);
}

static void
name_lanes (CareTimeline *self, PangoContext *context, const PangoFontDescription *font,
            const CareTimelineLane *lanes, guint n_lanes)
{
  g_autoptr (PangoFontDescription) heavy = pango_font_description_copy (font);
  double widest = 0, swatch = self->em * 1.4;

  pango_font_description_set_weight (heavy, PANGO_WEIGHT_SEMIBOLD);
  for (guint i = 0; i < n_lanes; i++)
    {
      CareTimelineRow lane = { .colour = lanes[i].colour, .name_x = swatch };

      lane.name = care_timeline_write (context, heavy, lanes[i].label);
      pango_layout_set_wrap (lane.name, PANGO_WRAP_WORD_CHAR);
      widest = MAX (widest, care_timeline_text_width (lane.name));
      g_array_append_val (self->lanes, lane);
    }

  if (self->width >= MAX (SLIM, SLIM_EMS * self->em) && n_lanes > 0)
    self->gutter = ceil (MIN (swatch + widest + self->em, self->width / 4));
  for (guint i = 0; i < n_lanes; i++)
    {
      PangoLayout *name = g_array_index (self->lanes, CareTimelineRow, i).name;
      double room = (self->gutter > 0 ? self->gutter - self->em : self->width) - swatch;

      if (care_timeline_text_width (name) > room)
        pango_layout_set_width (name, (int) floor (MAX (room, 1) * PANGO_SCALE));
    }
}

static CareTimeline *
create (double width)
{
  CareTimeline *self = g_new0 (CareTimeline, 1);

  self->width = width;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (CareTimelineRow));
  self->marks = g_array_new (FALSE, FALSE, sizeof (CareTimelineMark));
  self->inks = g_array_new (FALSE, FALSE, sizeof (CareTimelineInk));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (CareTimelineTick));
  self->tick_layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_set_clear_func (self->lanes, clear_lane);
  g_array_set_clear_func (self->inks, clear_ink);
  g_array_set_clear_func (self->ticks, clear_tick);
  return self;
}

/**
 * care_timeline_new:
 * @context: decides fonts and resolution
 * @font: the font of all text, as pango_font_description_from_string() reads it
 * @lanes: (array length=n_lanes): the lanes from the top; copied
 * @n_lanes: how many there are
 * @items: (array length=n_items): what goes in; copied
 * @n_items: how many there are
 * @today: today, or 0 to leave it out
 * @width: the width of the whole, in the units of @context
 *
 * Returns: (transfer full): the timeline, laid out.
 */
CareTimeline *
care_timeline_new (PangoContext *context, const char *font, const CareTimelineLane *lanes, guint n_lanes,
                   const CareTimelineItem *items, guint n_items, CareDay today, double width)
{
  CareTimeline *self = create (width);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  measure_text (self, context, description);
  name_lanes (self, context, description, lanes, n_lanes);
  self->range = care_timeline_find_range (items, n_items, today);
  care_timeline_set_axis (self, context, description, today);
  care_timeline_add_marks (self, context, description, items, n_items);
  care_timeline_stack (self);
  return self;
}

/**
 * care_timeline_free:
 * @self: (transfer full): a timeline
 */
void
care_timeline_free (CareTimeline *self)
{
  g_array_unref (self->lanes);
  g_array_unref (self->marks);
  g_array_unref (self->inks);
  g_array_unref (self->ticks);
  g_ptr_array_unref (self->tick_layouts);
  g_clear_object (&self->today);
  g_free (self);
}

/**
 * care_timeline_get_height:
 * @self: a timeline
 *
 * Returns: the height of the whole, axis included.
 */
double
care_timeline_get_height (const CareTimeline *self)
{
  return self->height;
}

/**
 * care_timeline_get_header:
 * @self: a timeline
 *
 * Returns: the height of the axis at the top.
 */
double
care_timeline_get_header (const CareTimeline *self)
{
  return self->header;
}

/**
 * care_timeline_get_gutter:
 * @self: a timeline
 *
 * Returns: the width of the lanes' names, or 0 where they stand above their lanes.
 */
double
care_timeline_get_gutter (const CareTimeline *self)
{
  return self->gutter;
}

/**
 * care_timeline_get_range:
 * @self: a timeline
 * @first: (out): the first day of the axis, or 0 if nothing is placed
 * @last: (out): its last day, or 0
 */
void
care_timeline_get_range (const CareTimeline *self, CareDay *first, CareDay *last)
{
  *first = self->range.first;
  *last = self->range.last;
}

/**
 * care_timeline_get_n_unplaced:
 * @self: a timeline
 *
 * Returns: how many items have no known day, or no lane.
 */
guint
care_timeline_get_n_unplaced (const CareTimeline *self)
{
  return self->n_unplaced;
}

/**
 * care_timeline_get_marks:
 * @self: a timeline
 * @n_marks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_marks): the marks, by lane and day.
 */
const CareTimelineMark *
care_timeline_get_marks (const CareTimeline *self, guint *n_marks)
{
  *n_marks = self->marks->len;
  return (const CareTimelineMark *) (void *) self->marks->data;
}

/**
 * care_timeline_get_band:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: (transfer none): from where to where it is, its name included.
 */
const CareTimelineBand *
care_timeline_get_band (const CareTimeline *self, guint lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);
  return &g_array_index (self->lanes, CareTimelineRow, lane).band;
}

/**
 * care_timeline_get_ticks:
 * @self: a timeline
 * @n_ticks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_ticks): the ticks of the axis.
 */
const CareTimelineTick *
care_timeline_get_ticks (const CareTimeline *self, guint *n_ticks)
{
  *n_ticks = self->ticks->len;
  return (const CareTimelineTick *) (void *) self->ticks->data;
}

/**
 * care_timeline_get_today:
 * @self: a timeline
 *
 * Returns: the middle of today, or -1 if it is not shown.
 */
double
care_timeline_get_today (const CareTimeline *self)
{
  return self->today_x;
}
