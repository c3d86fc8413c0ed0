/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of the timeline. It is painted once and kept until something of it changes: the
 * buttons over it are drawn anew more often, and only those of which anything is seen. */

#include "care-timeline-canvas-private.h"

#include "care-mirror.h"
#include "care-style.h"

#include <math.h>

#define FADE 16
/* How many texts may be shaped in a frame, and how many cut to another width. */
#define MOST_TEXTS 20

/* Its picture is no longer true. */
void
care_timeline_canvas_repaint (CareTimelineCanvas *self)
{
  g_clear_pointer (&self->painted, gsk_render_node_unref);
  self->lacks_texts = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static CareTimelineColours
get_colours (CareTimelineCanvas *self)
{
  const CareTimelineScene *scene = self->matter == NULL ? NULL : self->matter->scene;
  CareTimelineColours colours = { 0 };
  CareStyle style;

  care_style_read (GTK_WIDGET (self), &style);
  colours.ink = style.ink;
  colours.faint = style.faint;
  colours.ground = style.ground;
  if (scene != NULL)
    {
      colours.palette = (const CareColour *) (const void *) scene->palette->data;
      colours.n_palette = scene->palette->len;
      colours.of = scene->colour_of;
    }
  return colours;
}

static void
clip (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
}

/* The line of the day goes on up to its handle. */
static void
paint_stem (CareTimelineCanvas *self, const CareTimelineViewport *viewport, const CareTimelineColours *colours, cairo_t *cr)
{
  double x = round (care_timeline_viewport_x (viewport, self->as_of) + viewport->scale / 2);

  if (self->as_of == 0 || x < 0 || x > viewport->width)
    return;
  cairo_set_source_rgb (cr, colours->ink.red, colours->ink.green, colours->ink.blue);
  cairo_rectangle (cr, x - 1, 0, 2, self->header - self->handle_height);
  cairo_fill (cr);
}

static void
paint_header (CareTimelineCanvas *self, const CareTimelineViewport *viewport, const CareTimelineColours *colours, cairo_t *cr)
{
  cairo_save (cr);
  clip (cr, self->gutter, self->handle_height, viewport->width, self->header - self->handle_height);
  cairo_save (cr);
  if (self->behind != NULL)
    {
      care_timeline_ink_ruler (self->behind, colours, viewport->width, cr);
      cairo_translate (cr, 0, ceil (care_timeline_ruler_get_height (self->behind)));
    }
  care_timeline_ink_ruler (self->ruler, colours, viewport->width, cr);
  cairo_restore (cr);
  paint_stem (self, viewport, colours, cr);
  cairo_restore (cr);
}

/* What goes on beyond an edge fades there, so that no letter is cut in two. */
static void
paint_edge (double outer, double inner, double height, const CareColour *ground, cairo_t *cr)
{
  cairo_pattern_t *fade = cairo_pattern_create_linear (outer, 0, inner, 0);

  cairo_pattern_add_color_stop_rgba (fade, 0, ground->red, ground->green, ground->blue, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, ground->red, ground->green, ground->blue, 0);
  cairo_set_source (cr, fade);
  cairo_rectangle (cr, MIN (outer, inner), 0, FADE, height);
  cairo_fill (cr);
  cairo_pattern_destroy (fade);
}

static void
paint (CareTimelineCanvas *self, cairo_t *cr)
{
  CareTimelineColours colours = get_colours (self);
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);

  if (care_timeline_canvas_is_mirrored (self))
    care_mirror (cr, gtk_widget_get_width (GTK_WIDGET (self)));
  paint_header (self, &viewport, &colours, cr);
  cairo_save (cr);
  clip (cr, self->gutter, self->header, viewport.width, viewport.height);
  care_timeline_ink_ground (self->frame, self->ruler, self->behind, self->as_of, &colours, cr);
  care_timeline_texts_begin (self->matter->texts, MOST_TEXTS);
  care_timeline_ink_marks (self->frame, self->matter->texts, &colours, cr);
  paint_edge (0, FADE, viewport.height, &colours.ground, cr);
  paint_edge (viewport.width, viewport.width - FADE, viewport.height, &colours.ground, cr);
  cairo_restore (cr);
}

static void
snapshot_child (CareTimelineCanvas *self, gpointer child, GtkSnapshot *snapshot)
{
  if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
    gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
}

static void
snapshot_spots (CareTimelineCanvas *self, GtkSnapshot *snapshot)
{
  GHashTableIter iter;
  gpointer spot;

  g_hash_table_iter_init (&iter, self->spots);
  while (g_hash_table_iter_next (&iter, NULL, &spot))
    if (care_timeline_spot_is_seen (spot))
      snapshot_child (self, spot, snapshot);
  for (guint i = 0; i < self->chips->len; i++)
    if (care_timeline_spot_is_seen (g_ptr_array_index (self->chips, i)))
      snapshot_child (self, g_ptr_array_index (self->chips, i), snapshot);
}

void
care_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t lanes = GRAPHENE_RECT_INIT (0, (float) self->header, (float) width, (float) MAX (height - self->header, 0));

  if (self->painted == NULL && self->pack != NULL)
    {
      cairo_t *cr;

      self->painted = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
      cr = gsk_cairo_node_get_draw_context (self->painted);
      paint (self, cr);
      cairo_destroy (cr);
      self->lacks_texts = care_timeline_texts_is_lacking (self->matter->texts);
      if (self->lacks_texts)
        care_timeline_canvas_tick (self);
      /* Buttons are as wide as their texts. */
      if (care_timeline_texts_has_shaped (self->matter->texts))
        care_timeline_canvas_settle_later (self);
    }
  if (self->painted != NULL)
    gtk_snapshot_append_node (snapshot, self->painted);
  gtk_snapshot_push_clip (snapshot, &lanes);
  snapshot_spots (self, snapshot);
  snapshot_child (self, self->bar, snapshot);
  gtk_snapshot_pop (snapshot);
  snapshot_child (self, self->handle, snapshot);
}
