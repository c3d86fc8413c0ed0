/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the timeline is looked at, and how it moves. */

#include "care-timeline-canvas-private.h"

#include <math.h>

/* A day is never wider, so that two or three are in sight. */
#define GREATEST_SCALE 384.0
/* No less time than that is shown as all of it, in days. */
#define LEAST_RANGE 730
#define DURATION 180 /* ms */
/* Kept free beside what is shown. */
#define MARGIN 16
#define MARGIN_END 240

/* What is shown, with the day as of which it is. */
static CareSpan
get_range (CareTimelineCanvas *self)
{
  CareTimelineMatter *matter = self->next != NULL ? self->next : self->matter;
  CareSpan range = matter == NULL ? (CareSpan){ 0, 0 } : matter->scene->span;
  CareDay missing;

  if (range.first == 0)
    range.first = range.last = self->as_of != 0 ? self->as_of : LEAST_RANGE;
  if (self->as_of != 0)
    range = (CareSpan){ MIN (range.first, self->as_of), MAX (range.last, self->as_of) };
  missing = LEAST_RANGE - MIN (range.last - range.first, LEAST_RANGE);
  range.first -= MIN (missing / 2, range.first - 1);
  range.last += missing / 2;
  return range;
}

static double
get_end_margin (double width)
{
  return MIN (MARGIN_END, width / 3);
}

/* Of what of the canvas the marks are. */
CareTimelineViewport
care_timeline_canvas_viewport (CareTimelineCanvas *self)
{
  return (CareTimelineViewport){ .first = self->look.first,
                                 .scale = self->look.scale,
                                 .width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter, 1),
                                 .top = self->look.top,
                                 .height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header, 1) };
}

/* The scale at which everything can be seen. */
double
care_timeline_canvas_fit_scale (CareTimelineCanvas *self)
{
  double width = care_timeline_canvas_viewport (self).width;
  CareSpan range = get_range (self);

  return MAX (width - MARGIN - get_end_margin (width), 1) / (range.last - range.first + 1.0);
}

/* What is looked at before anybody has looked elsewhere. */
CareTimelineLook
care_timeline_canvas_first_look (CareTimelineCanvas *self)
{
  CareTimelineMatter *matter = self->next != NULL ? self->next : self->matter;
  double width = care_timeline_canvas_viewport (self).width;
  CareTimelineLook look = { .scale = care_timeline_canvas_fit_scale (self) };
  CareSpan core = matter == NULL ? (CareSpan){ 0, 0 } : matter->scene->core;

  look.first = get_range (self).first - MARGIN / look.scale;
  if (core.first == 0)
    return look;
  look.scale = MAX (look.scale, (width - MARGIN - get_end_margin (width)) / MAX (core.last - core.first + 1.0, LEAST_RANGE));
  look.first = core.first - MARGIN / look.scale;
  return look;
}

static double
get_least_first (CareTimelineCanvas *self, double scale)
{
  return get_range (self).first - MARGIN / scale;
}

static double
get_greatest_first (CareTimelineCanvas *self, double scale)
{
  double width = care_timeline_canvas_viewport (self).width;

  return get_range (self).last + 1 + (get_end_margin (width) - width) / scale;
}

/* Keeps @look to where there is something to see. */
void
care_timeline_canvas_clamp (CareTimelineCanvas *self, CareTimelineLook *look)
{
  double height = self->pack == NULL ? 0 : care_timeline_pack_get_height (self->pack);
  double least;

  look->scale = CLAMP (look->scale, care_timeline_canvas_fit_scale (self), GREATEST_SCALE);
  least = get_least_first (self, look->scale);
  look->first = CLAMP (look->first, least, MAX (get_greatest_first (self, look->scale), least));
  look->top = CLAMP (look->top, 0, MAX (height - care_timeline_canvas_viewport (self).height, 0));
}

static void
adjust (GtkAdjustment *adjustment, double value, double upper, double page)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), page * 0.1, page * 0.9, page);
}

/* Has the scroll bars say what is looked at. */
void
care_timeline_canvas_configure (CareTimelineCanvas *self)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  double scale = viewport.scale;
  double least = get_least_first (self, scale);
  double width = (get_greatest_first (self, scale) - least) * scale + viewport.width;
  double value = (viewport.first - least) * scale;
  double height = self->pack == NULL ? 0 : care_timeline_pack_get_height (self->pack);

  if (care_timeline_canvas_is_mirrored (self))
    value = width - viewport.width - value;
  self->is_adjusting = TRUE;
  adjust (self->adjustments[GTK_ORIENTATION_HORIZONTAL], value, width, viewport.width);
  adjust (self->adjustments[GTK_ORIENTATION_VERTICAL], viewport.top, height, viewport.height);
  self->is_adjusting = FALSE;
}

static void
set_look (CareTimelineCanvas *self, CareTimelineLook look)
{
  self->look = look;
  care_timeline_canvas_settle_later (self);
  care_timeline_canvas_update (self);
}

static gboolean
is_moving (CareTimelineCanvas *self)
{
  return self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

/* The scroll bars were moved, or what scrolls them. */
void
care_timeline_canvas_adjusted (CareTimelineCanvas *self)
{
  CareTimelineLook look = self->look;
  GtkAdjustment *time = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *lanes = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value;

  if (self->is_adjusting || look.scale <= 0 || time == NULL || lanes == NULL)
    return;
  value = gtk_adjustment_get_value (time);
  if (care_timeline_canvas_is_mirrored (self))
    value = gtk_adjustment_get_upper (time) - gtk_adjustment_get_page_size (time) - value;
  if (is_moving (self))
    adw_animation_pause (self->animation);
  look.first = get_least_first (self, look.scale) + value / look.scale;
  look.top = gtk_adjustment_get_value (lanes);
  if (fabs (look.first - self->look.first) * look.scale > 0.5)
    self->fits = self->is_first = FALSE;
  self->to = look;
  set_look (self, look);
}

/* All between two looks: as on a map, what is at one place in both stays there. */
static void
step (double part, gpointer data)
{
  CareTimelineCanvas *self = data;
  const CareTimelineLook *from = &self->from, *to = &self->to;
  CareTimelineLook look = { .scale = from->scale * pow (to->scale / from->scale, part),
                            .top = from->top + (to->top - from->top) * part };

  if (fabs (to->scale / from->scale - 1) < 0.001)
    look.first = from->first + (to->first - from->first) * part;
  else
    {
      double still = (to->first * to->scale - from->first * from->scale) / (to->scale - from->scale);

      look.first = still - (still - from->first) * from->scale / look.scale;
    }
  set_look (self, part >= 1 ? *to : look);
}

static void
animate_to (CareTimelineCanvas *self, CareTimelineLook to)
{
  if (self->animation == NULL)
    self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                                               adw_callback_animation_target_new (step, self, NULL));
  if (is_moving (self))
    adw_animation_pause (self->animation);
  self->from = self->look;
  self->to = to;
  adw_animation_reset (self->animation);
  self->look = self->from;
  adw_animation_play (self->animation);
}

/* Looks elsewhere, at once or by and by. */
void
care_timeline_canvas_go (CareTimelineCanvas *self, CareTimelineLook to, gboolean animate)
{
  GtkWidget *widget = GTK_WIDGET (self);

  care_timeline_canvas_clamp (self, &to);
  if (self->pack == NULL || care_timeline_pack_scale (to.scale) != care_timeline_pack_get_scale (self->pack))
    {
      self->to = to;
      care_timeline_canvas_pack (self);
    }
  if (animate && gtk_widget_get_mapped (widget) && adw_get_enable_animations (widget))
    {
      animate_to (self, to);
      return;
    }
  if (is_moving (self))
    adw_animation_pause (self->animation);
  self->to = to;
  set_look (self, to);
}

/* Where it is, or is going to be. */
static CareTimelineLook
get_aim (CareTimelineCanvas *self)
{
  return is_moving (self) ? self->to : self->look;
}

/* So many times as near, about what is at @x of the viewport. */
void
care_timeline_canvas_zoom (CareTimelineCanvas *self, double factor, double x, gboolean animate)
{
  CareTimelineLook aim = get_aim (self), to = aim;

  if (aim.scale <= 0)
    return;
  to.scale = CLAMP (aim.scale * factor, care_timeline_canvas_fit_scale (self), GREATEST_SCALE);
  to.first = aim.first + x / aim.scale - x / to.scale;
  self->fits = self->is_first = FALSE;
  care_timeline_canvas_go (self, to, animate);
}

static double
find_shift (double from, double to, double least, double greatest)
{
  if (to - from > greatest - least)
    return from < least && to > greatest ? 0 : from - least;
  return from < least ? from - least : to > greatest ? to - greatest : 0;
}

/* Looks no farther than it must to see the whole of a mark. */
void
care_timeline_canvas_show (CareTimelineCanvas *self, guint entry)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  CareTimelineLook to = get_aim (self);
  CareTimelinePlace place;
  double x, y, shift, rise;

  if (self->pack == NULL || to.scale <= 0)
    return;
  place = care_timeline_pack_get_place (self->pack, entry, to.scale);
  if (place.lane == CARE_TIMELINE_NO_LANE)
    return;
  x = place.left - to.first * to.scale;
  y = place.y - to.top;
  shift = find_shift (x, x + place.right - place.left, MARGIN / 2.0, viewport.width - MARGIN / 2.0);
  rise = find_shift (y, y + place.height, self->is_narrow ? self->head_height : 2, viewport.height - MARGIN);
  if (shift == 0 && rise == 0)
    return;
  to.first += shift / to.scale;
  to.top += rise;
  if (shift != 0)
    self->fits = self->is_first = FALSE;
  care_timeline_canvas_go (self, to, TRUE);
}

/* The card below has grown by @lost: it does not cover what it tells of. */
void
care_timeline_canvas_keep_in_sight (CareTimelineCanvas *self, double lost)
{
  CareTimelineLook *aim = is_moving (self) ? &self->to : &self->look;
  double least = care_timeline_canvas_viewport (self).height - MARGIN, bottom;
  CareTimelinePlace place;

  if (self->pack == NULL || self->current == CARE_TIMELINE_NO_ENTRY || aim->scale <= 0)
    return;
  place = care_timeline_pack_get_place (self->pack, self->current, aim->scale);
  bottom = place.y + place.height - aim->top;
  if (place.lane != CARE_TIMELINE_NO_LANE && bottom > least && bottom <= least + lost)
    aim->top += bottom - least;
}

/* Looks no farther up or down than it must to see the name of a lane. */
void
care_timeline_canvas_show_lane (CareTimelineCanvas *self, guint lane)
{
  const CareTimelineLanePlace *place = care_timeline_pack_get_lane (self->pack, lane);
  CareTimelineLook to = get_aim (self);
  double end = place->y + place->height;
  double height = care_timeline_canvas_viewport (self).height;
  double rise = find_shift (place->y - to.top, MIN (end, place->y + height) - to.top, 0, height);

  if (rise == 0 || (to.top >= place->y && to.top < end - self->head_height))
    return;
  to.top += rise;
  care_timeline_canvas_go (self, to, TRUE);
}

/* Looks at some days, with a little round them. */
void
care_timeline_canvas_show_days (CareTimelineCanvas *self, CareSpan days)
{
  double width = care_timeline_canvas_viewport (self).width;
  CareTimelineLook to = get_aim (self);

  to.scale = CLAMP (width * 0.8 / (days.last - days.first + 1.0), care_timeline_canvas_fit_scale (self), GREATEST_SCALE);
  to.first = (days.first + (days.last + 1.0)) / 2 - width / 2 / to.scale;
  self->fits = self->is_first = FALSE;
  care_timeline_canvas_go (self, to, TRUE);
}
