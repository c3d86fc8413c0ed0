/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the days are, and as fine ticks as their labels leave apart. */

#include "care-timeline-private.h"

#include "care-scale.h"

#include <glib/gi18n.h>

/**
 * care_timeline_get_x:
 * @self: a timeline
 * @day: a day
 *
 * Returns: where @day begins; a day beyond the range is at its end or, if there is a
 *   break of the axis, beyond that.
 */
double
care_timeline_get_x (const CareTimeline *self, CareDay day)
{
  double days = (double) self->range.last + 1 - self->range.first;

  if (day < self->range.first)
    return self->range.cut_before ? self->gutter + self->radius + 2 : self->axis_x;
  if (day > self->range.last + 1)
    return self->range.cut_after ? self->width - self->radius - 2 : self->axis_x + self->axis_width;
  return self->axis_x + (day - self->range.first) / days * self->axis_width;
}

/* Leaves room for half a dot at the ends, and beyond a break for a whole mark. */
static void
set_width (CareTimeline *self)
{
  double edge = self->radius + 2, beyond = 2 * self->radius + self->em;

  self->axis_x = self->gutter + edge + (self->range.cut_before ? beyond : 0);
  self->axis_width = self->width - edge - (self->range.cut_after ? beyond : 0) - self->axis_x;
  self->axis_width = MAX (self->axis_width, 1);
}

/* FALSE, and nothing added, if the labels of @step would touch. */
static gboolean
add_ticks (CareTimeline *self, PangoContext *context, const PangoFontDescription *font, CareScaleStep step)
{
  g_autoptr (GArray) days = care_scale_days (self->range.first, self->range.last, step);
  double end = 0;

  g_array_set_size (self->ticks, 0);
  g_ptr_array_set_size (self->tick_layouts, 0);
  for (guint i = 0; i < days->len; i++)
    {
      CareDay day = g_array_index (days, CareDay, i);
      CareTimelineTick tick = { care_timeline_get_x (self, day), care_scale_day_label (day, step) };
      PangoLayout *layout = care_timeline_write (context, font, tick.label);
      double width = care_timeline_text_width (layout);

      if (tick.x + 3 + width > self->width)
        {
          *tick.label = '\0';
          pango_layout_set_text (layout, "", -1);
        }
      g_array_append_val (self->ticks, tick);
      g_ptr_array_add (self->tick_layouts, layout);
      if (i > 0 && tick.x < end)
        return FALSE;
      end = tick.x + 3 + width + self->em * 0.8;
    }
  return days->len > 0;
}

static void
choose_ticks (CareTimeline *self, PangoContext *context, const PangoFontDescription *font)
{
  guint n_steps, most = (guint) (self->axis_width / (2 * self->em)) + 1;
  const CareScaleStep *steps = care_scale_steps (&n_steps);

  if (self->range.first == 0)
    return;
  for (guint i = 0; i < n_steps; i++)
    if (care_scale_count_days (self->range.first, self->range.last, steps[i]) <= most
        && add_ticks (self, context, font, steps[i]))
      return;
  g_array_set_size (self->ticks, 0);
  g_ptr_array_set_size (self->tick_layouts, 0);
}

static void
place_today (CareTimeline *self, PangoContext *context, const PangoFontDescription *font, CareDay today)
{
  self->today_x = -1;
  if (today == 0 || today < self->range.first || today > self->range.last)
    return;
  self->today_x = (care_timeline_get_x (self, today) + care_timeline_get_x (self, today + 1)) / 2;
  self->today = care_timeline_write (context, font, _ ("Today"));
}

/**
 * care_timeline_set_axis:
 * @self: a timeline with its range and gutter
 * @context: decides fonts
 * @font: the font of the ticks
 * @today: today, or 0
 *
 * Places the range, its ticks and today within the width, and finds the header.
 */
void
care_timeline_set_axis (CareTimeline *self, PangoContext *context, const PangoFontDescription *font,
                        CareDay today)
{
  set_width (self);
  place_today (self, context, font, today);
  choose_ticks (self, context, font);
  self->header = self->line * (self->today != NULL ? 2 : 1) + self->em * 0.4;
}
