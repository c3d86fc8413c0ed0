/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be written, said where nothing is yet. */

#include "care-prose-view-private.h"

/* As GTK has it in an empty entry. */
#define OPACITY 0.5

/* Over what GTK draws of an empty text: where its first line is going to be. */
void
care_prose_view_snapshot_hint (CareProseView *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRectangle first;
  GdkRGBA colour;
  GtkTextIter start;
  int x, y, width;

  if (self->hint == NULL || gtk_text_buffer_get_char_count (care_prose_view_get_buffer (self)) > 0)
    return;
  gtk_text_buffer_get_start_iter (care_prose_view_get_buffer (self), &start);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, first.x, first.y, &x, &y);
  width = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->hint);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= OPACITY;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gtk_text_view_get_left_margin (view), y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * care_prose_view_set_hint:
 * @self: a text
 * @hint: (nullable): what is to be written there
 *
 * Says it while @self is empty, also to those who do not see it.
 */
void
care_prose_view_set_hint (CareProseView *self, const char *hint)
{
  g_free (self->hint);
  self->hint = g_strdup (hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, hint == NULL ? "" : hint, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
