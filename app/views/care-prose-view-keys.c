/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys of its own, and those of an editor of programs that do not belong in a briefing. */

#include "care-prose-view-private.h"

/* Ctrl+Shift+A and Ctrl+Shift+X would make a number another one, unseen. The first takes
 * back what is selected in any other text. */
static void
change_number (GtkSourceView *view, int count)
{
  if (count > 0)
    g_signal_emit_by_name (view, "select-all", FALSE);
}

/* Alt+Left and Alt+Right would take a word out of a reference and leave the rest behind. */
static void
move_words (GtkSourceView *view, int step)
{
}

/* What is opened is what one sees the cursor in: at its edges one is writing. */
static gboolean
open_reference (CareProseView *self, gboolean also_at_edges)
{
  int cursor = care_prose_view_get_cursor (self);
  CareProsePlace place;

  if (!care_prose_view_find_around (self, cursor, &place)
      || (!also_at_edges && (cursor <= place.seen_start || cursor >= place.seen_end)))
    return FALSE;
  care_prose_view_activate (self, place.kind, place.id);
  return TRUE;
}

/* The menu that these keys open is of where the cursor is. */
static void
prepare_menu (CareProseView *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_offset (care_prose_view_get_buffer (self), &cursor, care_prose_view_get_cursor (self));
  care_prose_view_spell_menu (self, &cursor);
}

/* Ctrl+B, Ctrl+I and Ctrl+K. */
static gboolean
mark_up (CareProseView *self, guint key)
{
  if (key == GDK_KEY_b)
    care_prose_view_star (self, 2);
  else if (key == GDK_KEY_i)
    care_prose_view_star (self, 1);
  else if (key == GDK_KEY_k)
    care_prose_view_link (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_pressed (CareProseView *self, guint key, guint code, GdkModifierType modifiers)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    prepare_menu (self);
  if (care_prose_view_complete_key (self, key, modifiers))
    return TRUE;
  if (held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && gdk_keyval_to_lower (key) == GDK_KEY_r)
    {
      care_prose_view_browse (self);
      return TRUE;
    }
  if (held == GDK_CONTROL_MASK && mark_up (self, gdk_keyval_to_lower (key)))
    return TRUE;
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (held & ~GDK_CONTROL_MASK) != 0)
    return FALSE;
  return open_reference (self, held == GDK_CONTROL_MASK);
}

/* Before the text takes them. */
void
care_prose_view_keys_init (CareProseView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* For the class. */
void
care_prose_view_keys_bind (CareProseViewClass *klass)
{
  GTK_SOURCE_VIEW_CLASS (klass)->move_words = move_words;
  g_signal_override_class_handler ("change-number", CARE_TYPE_PROSE_VIEW, G_CALLBACK (change_number));
}
