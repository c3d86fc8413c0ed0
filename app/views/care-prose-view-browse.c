/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records to refer to, browsed at the cursor by whoever does not know what to type. */

#include "care-prose-view-private.h"

#include "care-record-picker.h"
#include "care-reference.h"

#include <glib/gi18n.h>

/* In the place of what is selected. */
static void
chosen (CareProseView *self, CareRecord *record)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  g_autofree char *stored = record == NULL ? NULL : care_reference_write (record);
  g_autofree char *shown = record == NULL ? NULL : care_prose_view_show (self, stored);

  if (record == NULL)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, shown, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
point_at_cursor (CareProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle place;

  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (care_prose_view_get_buffer (self)));
  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->browser), &place);
}

/* Offers all that a text can refer to. */
void
care_prose_view_browse (CareProseView *self)
{
  static const char *const kinds[] = { "source", "figure", "position", "pledge", "event", "quotation", "contradiction", NULL };

  if (self->library == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  care_prose_view_complete_end (self);
  if (self->browser == NULL)
    {
      self->browser = care_record_picker_new (self->library, kinds);
      gtk_widget_set_parent (self->browser, GTK_WIDGET (self));
      g_signal_connect_swapped (self->browser, "chosen", G_CALLBACK (chosen), self);
    }
  point_at_cursor (self);
  care_record_picker_open (CARE_RECORD_PICKER (self->browser), NULL);
}

/* Of another library other records are offered. */
void
care_prose_view_browse_end (CareProseView *self)
{
  g_clear_pointer (&self->browser, gtk_widget_unparent);
}

static void
browse_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  care_prose_view_browse (data);
}

/* "s": a language, such as "cy". */
static void
language_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  care_prose_view_mark_language (data, g_variant_get_string (parameter, NULL));
}

/* What the menu of the text can do besides. */
void
care_prose_view_browse_init (CareProseView *self)
{
  static const GActionEntry entries[] = {
    { .name = "insert-record", .activate = browse_action },
    { .name = "language", .activate = language_action, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "prose", G_ACTION_GROUP (actions));
}
