/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-sources.h"

#include "care-cite.h"
#include "care-clipboard.h"
#include "care-duplicates-window.h"
#include "care-source-adding.h"
#include "care-source-file.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

/* (transfer none) (nullable): what the view that is shown tells all about. */
static CareRecord *
find_shown (CareWindow *self)
{
  return care_window_is_editing (self) ? NULL : care_browser_get_shown (care_window_get_view (self));
}

static void
put_on_clipboard (CareWindow *self, const CareCitationText *text)
{
  g_autofree char *html = care_citation_text_to_html (text);

  care_clipboard_put (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->words, html);
}

static void
copy_citation (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *shown = self->library == NULL ? NULL : find_shown (self);
  g_autoptr (CareCitationText) text = shown == NULL ? NULL : care_cite (self->library, shown);

  if (text != NULL)
    put_on_clipboard (self, text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                              text != NULL ? _ ("The citation is copied") : _ ("Choose a source to copy its citation"));
}

static void
copy_citation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_library_when_readable (CARE_WINDOW (widget)->library, copy_citation, G_OBJECT (widget));
}

static gboolean
may_add (CareWindow *self)
{
  return self->library != NULL && care_library_is_writable (self->library);
}

static void
show_duplicates (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);

  if (may_add (self))
    gtk_window_present (GTK_WINDOW (care_duplicates_window_new (GTK_WINDOW (self), self->library)));
}

static void
duplicates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_settled (CARE_WINDOW (widget)->library, show_duplicates, G_OBJECT (widget));
}

/* What is told is of many; of one the title is what a person mends first. */
static void
sources_added (GtkWindow *window, CareRecord *first, guint n_added)
{
  CareWindow *self = CARE_WINDOW (window);
  g_autofree char *message
    = g_strdup_printf (ngettext ("%'u source added", "%'u sources added", n_added), n_added);

  if (self->library == NULL)
    return;
  care_window_show_view (self, "sources");
  care_browser_select (self->sources, first);
  self->pasted = n_added == 1 ? care_record_get_id (first) : 0;
  if (n_added == 1)
    care_browser_focus_title (self->sources);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static void
text_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (may_add (self))
    care_source_adding_text (GTK_WINDOW (self), self->library, text != NULL ? text : "", sources_added);
}

static void
paste_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read, g_object_ref (widget));
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  CareWindow *self = data;

  if (!may_add (self))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    care_source_adding_files (GTK_WINDOW (self), self->library, g_value_get_boxed (value), sources_added);
  else
    care_source_adding_text (GTK_WINDOW (self), self->library, g_value_get_string (value), sources_added);
  return TRUE;
}

/* (transfer none) (nullable): the text that has the focus, where it is the title of what was
 * just pasted, as it came: all of it is selected. */
static GtkWidget *
find_fresh_title (CareWindow *self)
{
  CareRecord *shown = care_browser_get_shown (self->sources);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const char *text = focus != NULL && GTK_IS_TEXT (focus) ? gtk_editable_get_text (GTK_EDITABLE (focus)) : NULL;
  int start, end;

  if (shown == NULL || care_record_get_id (shown) != self->pasted || g_strcmp0 (text, care_record_get_title (shown)) != 0)
    return NULL;
  gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end);
  return end - start == g_utf8_strlen (text, -1) ? focus : NULL;
}

static void
next_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  GtkWidget *title = self->library == NULL ? NULL : find_fresh_title (self);

  if (may_add (self) && text != NULL && care_source_pasted_is_cited (text))
    care_source_adding_text (GTK_WINDOW (self), self->library, text, sources_added);
  else if (title != NULL)
    gtk_widget_activate_action (title, "clipboard.paste", NULL);
}

/* Who pastes one source after the other has the focus in the title of the first, which a
 * second is not the title of. */
static gboolean
paste_next (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareWindow *self = data;

  if (find_fresh_title (self) == NULL)
    return FALSE;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, next_read, g_object_ref (self));
  return TRUE;
}

static void
add_paste_key (CareWindow *self, GtkPropagationPhase phase, GtkShortcutAction *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK), action));
  gtk_widget_add_controller (GTK_WIDGET (self->sources), keys);
}

/**
 * care_window_sources_set_up:
 * @self: a window whose view of sources is being made
 *
 * Lets sources be pasted and dropped there.
 */
void
care_window_sources_set_up (CareWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->sources), GTK_EVENT_CONTROLLER (target));
  add_paste_key (self, GTK_PHASE_CAPTURE, gtk_callback_action_new (paste_next, self, NULL));
  /* Ctrl+V is of a text that has the focus first. */
  add_paste_key (self, GTK_PHASE_BUBBLE, gtk_named_action_new ("win.paste-source"));
}

/**
 * care_window_sources_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_sources_update (CareWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-citation", self->library != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste-source", may_add (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.duplicate-sources", may_add (self));
}

/**
 * care_window_sources_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_sources_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-citation", NULL, copy_citation_action);
  gtk_widget_class_install_action (widget_class, "win.paste-source", NULL, paste_source_action);
  gtk_widget_class_install_action (widget_class, "win.duplicate-sources", NULL, duplicates_action);
}
