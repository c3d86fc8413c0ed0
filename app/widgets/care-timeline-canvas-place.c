/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything in the timeline's canvas is: the handle of the day in a line at the top,
 * below it the rulers, then the lanes, with their names beside or above them. */

#include "care-timeline-canvas-private.h"

#include "care-style.h"

#include <math.h>

#define LEAST_WIDTH 260
#define LEAST_HEIGHT 200
#define NATURAL_WIDTH 900
#define NATURAL_HEIGHT 500
/* Round the lines of a name. */
#define HEAD 8
/* With less, names stand above their lanes. */
#define NARROW 560
#define GUTTER 176
/* More than that is not needed for names in lanes as wide as so many of them. */
#define MOST_GUTTER 230
#define LANE 4

void
care_timeline_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = across ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

/* As the window is read: from the right, where it is read so. */
static GtkAllocation
turn (CareTimelineCanvas *self, GtkAllocation box)
{
  if (care_timeline_canvas_is_mirrored (self))
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - box.x - box.width;
  return box;
}

/* Puts a child there, from the left. */
void
care_timeline_canvas_put (CareTimelineCanvas *self, GtkWidget *child, GtkAllocation box)
{
  int width, height;

  box = turn (self, box);
  /* GTK insists on being asked before it is told. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (box.width, width), &height, NULL, NULL, NULL);
  box.width = MAX (box.width, width);
  box.height = MAX (box.height, height);
  gtk_widget_size_allocate (child, &box, -1);
}

static int
measure_height (GtkWidget *widget)
{
  int width, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
remake_ruler (CareTimelineRuler **ruler, PangoContext *context, CareTimelineRulerKind kind)
{
  g_clear_pointer (ruler, care_timeline_ruler_free);
  *ruler = care_timeline_ruler_new (context, pango_context_get_font_description (context), kind);
}

/* All that depends on the font, where it is another one. Returns whether it is. */
static gboolean
follow_font (CareTimelineCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);

  if (serial == self->font_serial)
    return FALSE;
  self->font_serial = serial;
  care_timeline_metrics_measure (&self->metrics, context, pango_context_get_font_description (context));
  remake_ruler (&self->ruler, context, self->ruler_kind);
  g_clear_pointer (&self->behind, care_timeline_ruler_free);
  if (self->behind_kind != CARE_TIMELINE_RULER_CALENDAR)
    remake_ruler (&self->behind, context, self->behind_kind);
  if (self->matter != NULL)
    care_timeline_canvas_measure_matter (self, self->matter);
  if (self->next != NULL)
    care_timeline_canvas_measure_matter (self, self->next);
  return TRUE;
}

/* What stands round the lanes. Returns whether they are to be packed anew for it. */
static gboolean
follow_size (CareTimelineCanvas *self, int width)
{
  gboolean is_narrow = width < care_style_scale (GTK_WIDGET (self), NARROW);
  int head_height = (is_narrow ? 1 : 2) * (int) self->metrics.line + HEAD;
  int least = care_style_scale (GTK_WIDGET (self), GUTTER);
  gboolean is_other = head_height != self->head_height || is_narrow != self->is_narrow;

  self->is_narrow = is_narrow;
  self->head_height = head_height;
  self->handle_height = measure_height (self->handle);
  self->gutter = is_narrow ? 0 : CLAMP (width / LANE, MIN (least, width / 3), MIN (care_style_scale (GTK_WIDGET (self), MOST_GUTTER), width / 3));
  self->header = self->handle_height + (int) ceil (care_timeline_ruler_get_height (self->ruler));
  if (self->behind != NULL)
    self->header += (int) ceil (care_timeline_ruler_get_height (self->behind));
  return is_other;
}

static void
set_ruler (CareTimelineCanvas *self, CareTimelineRuler *ruler, const CareTimelineViewport *viewport)
{
  care_timeline_ruler_set_as_of (ruler, self->as_of);
  care_timeline_ruler_set (ruler, viewport);
}

static void
follow_look (CareTimelineCanvas *self)
{
  CareTimelineViewport viewport;

  if (self->is_first || self->fits)
    {
      CareTimelineLook look = care_timeline_canvas_first_look (self);

      if (!self->is_first)
        look.scale = care_timeline_canvas_fit_scale (self);
      look.top = self->look.top;
      self->look = self->to = look;
    }
  care_timeline_canvas_clamp (self, &self->look);
  care_timeline_canvas_configure (self);
  viewport = care_timeline_canvas_viewport (self);
  set_ruler (self, self->ruler, &viewport);
  if (self->behind != NULL)
    set_ruler (self, self->behind, &viewport);
  if (self->pack != NULL)
    care_timeline_frame_set (self->frame, self->pack, &viewport);
}

/* What is looked at is another part of it, or something else. Whatever is needed over it is
 * made here, as nothing may be while it is allocated; nor may a scroll bar come or go then, as
 * GTK would paint what is scrolled before it has a place again. */
void
care_timeline_canvas_update (CareTimelineCanvas *self)
{
  if (self->width <= 0)
    return; /* the first allocation does it */
  follow_look (self);
  care_timeline_canvas_name_lanes (self);
  care_timeline_canvas_repaint (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Whether the pack is the one for what is looked at, or is going to be. */
static gboolean
is_packed (CareTimelineCanvas *self)
{
  return self->next == NULL
         && (self->matter == NULL
             || (self->pack != NULL
                 && care_timeline_pack_get_scale (self->pack)
                      == care_timeline_pack_scale (self->to.scale > 0 ? self->to.scale : self->look.scale)));
}

void
care_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  gboolean is_other = follow_font (self);

  is_other = follow_size (self, width) || is_other;
  if (height < self->height)
    care_timeline_canvas_keep_in_sight (self, self->height - height);
  if (width != self->width || height != self->height || is_other)
    {
      self->width = width;
      self->height = height;
      care_timeline_canvas_repaint (self);
      care_timeline_canvas_settle_later (self);
    }
  follow_look (self);
  if (is_other || (!is_packed (self) && !self->is_packing))
    care_timeline_canvas_pack (self);
  care_timeline_canvas_place_heads (self);
  care_timeline_canvas_place_handle (self);
  care_timeline_canvas_place_spots (self);
}
