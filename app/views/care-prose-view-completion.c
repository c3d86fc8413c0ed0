/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "@" and "#" complete records as one types. Looking for them waits for keys that are
 * already there, and never for a slow disk. */

#include "care-prose-view-private.h"

#include "care-complete.h"
#include "care-completion.h"
#include "care-describe.h"
#include "care-number-style.h"

#include <glib/gi18n.h>
#include <string.h>

/* A person reads no longer list while typing. */
#define MAX_OFFERED 6

/* What is being asked for at the cursor; @start is a character offset. (transfer full)
 * (nullable): what was typed. */
static char *
find_asked (CareProseView *self, gboolean *sources, int *start)
{
  int cursor = care_prose_view_get_cursor (self);
  int line_start;
  g_autofree char *line = care_prose_view_get_line (self, cursor, &line_start);
  CareCompletion completion;

  *g_utf8_offset_to_pointer (line, cursor - line_start) = '\0';
  if (!care_completion_find (line, strlen (line), &completion))
    return NULL;
  *start = line_start + (int) g_utf8_pointer_to_offset (line, line + completion.start);
  *sources = completion.sources;
  return g_strdup (completion.typed);
}

static void
place_at (CareProseView *self, int start)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle place, seen;

  gtk_text_buffer_get_iter_at_offset (care_prose_view_get_buffer (self), &iter, start);
  /* Where a letter is GTK does not know in a line that has hidden parts. */
  gtk_text_view_get_cursor_locations (view, &iter, &place, NULL);
  /* What is typed may not have been scrolled to: what points beyond the screen makes GTK stumble. */
  gtk_text_view_get_visible_rect (view, &seen);
  place.y = CLAMP (place.y, seen.y, MAX (seen.y, seen.y + seen.height - place.height));
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->suggestions), &place);
  if (!gtk_widget_get_visible (self->suggestions))
    gtk_popover_popup (GTK_POPOVER (self->suggestions));
}

static void
offer (CareProseView *self)
{
  CareSuggestions *list = CARE_SUGGESTIONS (self->suggestions);

  for (guint i = 0; i < self->offered->len; i++)
    {
      CareRecord *record = g_ptr_array_index (self->offered, i);
      const CareNumberStyle *numbers = care_number_style_of (self->briefing);
      CareListRow row = { 0 };

      care_describe_row (self->library, record, numbers, &row);
      if (care_record_is (record, "figure"))
        {
          g_free (row.trailing);
          row.trailing = care_reference_words (record, numbers);
        }
      care_suggestions_add (list, &row);
      g_free (row.title);
      g_free (row.subtitle);
      g_free (row.trailing);
      g_free (row.badge);
    }
}

static const char *
say_what_to_type (gboolean sources)
{
  return sources ? _ ("Type words of a source: its title, author or year")
                 : _ ("Type words of a figure, position, pledge, event, quotation or contradiction");
}

static void
show_offered (CareProseView *self, const char *typed, gboolean sources, int start)
{
  g_autofree char *nothing = NULL;

  if (typed[0] == '\0')
    care_suggestions_clear (CARE_SUGGESTIONS (self->suggestions), say_what_to_type (sources));
  else if (self->offered->len == 0)
    {
      nothing = g_strdup_printf (_ ("Nothing in the library for “%s”"), typed);
      care_suggestions_clear (CARE_SUGGESTIONS (self->suggestions), nothing);
    }
  else
    care_suggestions_clear (CARE_SUGGESTIONS (self->suggestions), NULL);
  offer (self);
  place_at (self, start);
}

static void ask_when_readable (GObject *object);

static gboolean
ask (gpointer data)
{
  CareProseView *self = data;
  gboolean sources;
  int start;
  g_autofree char *typed = find_asked (self, &sources, &start);

  self->asking = 0;
  self->declined = typed == NULL ? -1 : self->declined;
  if (typed == NULL || start == self->declined || self->library == NULL)
    {
      care_prose_view_complete_end (self);
      return G_SOURCE_REMOVE;
    }
  if (!care_library_can_read (self->library))
    {
      care_library_when_readable (self->library, ask_when_readable, G_OBJECT (self));
      return G_SOURCE_REMOVE;
    }
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = care_library_complete (self->library, sources, typed, MAX_OFFERED, NULL);
  /* Whoever asks in vain goes on writing. */
  if (self->offered == NULL || (self->offered->len == 0 && strchr (typed, ' ') != NULL))
    care_prose_view_complete_end (self);
  else
    show_offered (self, typed, sources, start);
  return G_SOURCE_REMOVE;
}

static void
ask_when_readable (GObject *object)
{
  care_prose_view_complete (CARE_PROSE_VIEW (object));
}

/* Something was typed: a record may be asked for. */
void
care_prose_view_complete (CareProseView *self)
{
  if (self->asking == 0 && self->library != NULL)
    self->asking = g_idle_add (ask, self);
}

/* Nothing is offered any more. */
void
care_prose_view_complete_end (CareProseView *self)
{
  g_clear_handle_id (&self->asking, g_source_remove);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  if (self->suggestions == NULL || !gtk_widget_get_visible (self->suggestions))
    return;
  gtk_popover_popdown (GTK_POPOVER (self->suggestions));
  care_suggestions_clear (CARE_SUGGESTIONS (self->suggestions), NULL);
}

/* The cursor has gone: what was begun elsewhere is not gone on with. */
static void
cursor_moved (CareProseView *self)
{
  gboolean sources;
  int start;
  g_autofree char *typed = self->offered == NULL ? NULL : find_asked (self, &sources, &start);

  if (self->offered != NULL && self->asking == 0 && typed == NULL)
    care_prose_view_complete_end (self);
}

static void
choose (CareProseView *self, int index)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  gboolean sources;
  int start;
  g_autofree char *typed = find_asked (self, &sources, &start);
  g_autofree char *stored = NULL;
  g_autofree char *shown = NULL;
  GtkTextIter from, to;

  if (typed == NULL || self->offered == NULL || index < 0 || index >= (int) self->offered->len)
    return;
  stored = care_reference_write (g_ptr_array_index (self->offered, index));
  shown = care_prose_view_show (self, stored);
  care_prose_view_complete_end (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, care_prose_view_get_cursor (self));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, shown, -1);
  gtk_text_buffer_end_user_action (buffer);
  care_prose_view_complete_end (self);
}

/* The sign and what was typed after it stay as they are. */
static void
decline (CareProseView *self)
{
  gboolean sources;
  g_autofree char *typed = find_asked (self, &sources, &self->declined);

  care_prose_view_complete_end (self);
}

/* Whether @key meant what is offered. */
gboolean
care_prose_view_complete_key (CareProseView *self, guint key, GdkModifierType modifiers)
{
  CareSuggestions *list = CARE_SUGGESTIONS (self->suggestions);

  if (!gtk_widget_get_visible (self->suggestions) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  /* Of what was typed last. */
  if (self->asking != 0)
    {
      g_clear_handle_id (&self->asking, g_source_remove);
      ask (self);
    }
  if (key == GDK_KEY_Escape)
    decline (self);
  else if (self->offered == NULL || self->offered->len == 0)
    return FALSE;
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Tab)
    choose (self, care_suggestions_get_selected (list));
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    care_suggestions_move (list, 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    care_suggestions_move (list, -1);
  else
    return FALSE;
  return TRUE;
}

void
care_prose_view_completion_init (CareProseView *self)
{
  self->declined = -1;
  self->suggestions = care_suggestions_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->suggestions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Records to Refer To"), -1);
  gtk_widget_set_halign (self->suggestions, GTK_ALIGN_START);
  gtk_widget_set_parent (self->suggestions, GTK_WIDGET (self));
  g_signal_connect_swapped (self->suggestions, "chosen", G_CALLBACK (choose), self);
  g_signal_connect_object (care_prose_view_get_buffer (self), "notify::cursor-position", G_CALLBACK (cursor_moved),
                           self, G_CONNECT_SWAPPED);
}

/**
 * care_prose_view_set_library:
 * @self: a prose view
 * @library: (nullable): where the words of references and what is offered come from;
 *   valid as long as it is shown
 */
void
care_prose_view_set_library (CareProseView *self, CareLibrary *library)
{
  care_prose_view_complete_end (self);
  if (library != self->library)
    care_prose_view_browse_end (self);
  self->library = library;
}
