/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-undo.h"

#include "care-history-window.h"
#include "care-prose-row.h"
#include "care-window-private.h"
#include "care-store-error.h"
#include "care-typed.h"

#include <glib/gi18n.h>

static void
tell (CareWindow *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static void
turned (GObject *library, GAsyncResult *result, const char *done, CareWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);
  g_autofree char *message
    = sentence == NULL ? g_strdup (error->message) : g_strdup_printf ("%s %s", done, sentence);

  tell (self, message);
  g_object_unref (self);
}

static void
undone (GObject *library, GAsyncResult *result, gpointer data)
{
  turned (library, result, _ ("Undid:"), data);
}

static void
redone (GObject *library, GAsyncResult *result, gpointer data)
{
  turned (library, result, _ ("Redid:"), data);
}

static void
undo_now (GObject *window)
{
  CareLibrary *library = care_window_get_library (CARE_WINDOW (window));

  if (library != NULL)
    care_library_turn_async (library, CARE_HISTORY_UNDO, 0, undone, g_object_ref (window));
}

static void
redo_now (GObject *window)
{
  CareLibrary *library = care_window_get_library (CARE_WINDOW (window));

  if (library != NULL)
    care_library_turn_async (library, CARE_HISTORY_REDO, 0, redone, g_object_ref (window));
}

static void
show_history (GObject *window)
{
  CareWindow *self = CARE_WINDOW (window);

  if (care_window_get_library (self) != NULL)
    gtk_window_present (
      GTK_WINDOW (care_history_window_new (GTK_WINDOW (self), care_window_get_library (self))));
}

/* The text of a record is saved as it is typed, but not at each letter. */
static void
save_text (CareWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, CARE_TYPE_PROSE_ROW);

  if (row != NULL)
    care_edit_row_flush (CARE_EDIT_ROW (row));
}

/* What is half typed is an act that comes before, and so is what waits to be deleted or
 * moved. */
static void
do_in_turn (CareWindow *self, CareReader what)
{
  CareLibrary *library;

  save_text (self);
  care_window_save (self);
  library = care_window_get_library (self);
  if (library != NULL && self->editor != NULL && care_editor_is_arranging (self->editor))
    care_library_when_settled (library, what, G_OBJECT (self));
  else if (library != NULL)
    care_library_in_turn (library, what, G_OBJECT (self));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_in_turn (CARE_WINDOW (widget), undo_now);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_in_turn (CARE_WINDOW (widget), redo_now);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_in_turn (CARE_WINDOW (widget), show_history);
}

/* Whether something can be turned. What is still to be saved may be, and so may what
 * is only typed: that is done first. */
static gboolean
can_turn (CareLibrary *library, CareHistoryKind turn)
{
  if (library == NULL || !care_library_is_writable (library))
    return FALSE;
  if (care_library_get_state (library) != CARE_LIBRARY_SAVED)
    return TRUE;
  if (turn == CARE_HISTORY_UNDO && care_typed_get_state (care_typed_of (library)) != CARE_EDIT_KEPT)
    return TRUE;
  return care_library_can_turn (library, turn);
}

/* A key says why nothing happens, where the item of a menu cannot be chosen. */
static void
turn_by_key (CareWindow *self, CareHistoryKind turn)
{
  gboolean undo = turn == CARE_HISTORY_UNDO;

  if (can_turn (care_window_get_library (self), turn))
    do_in_turn (self, undo ? undo_now : redo_now);
  else if (care_window_get_library (self) != NULL)
    tell (self, undo ? _ ("There is nothing to undo") : _ ("There is nothing to redo"));
}

static void
undo_key_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn_by_key (CARE_WINDOW (widget), CARE_HISTORY_UNDO);
}

static void
redo_key_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn_by_key (CARE_WINDOW (widget), CARE_HISTORY_REDO);
}

/**
 * care_window_undo_update:
 * @self: a window
 *
 * Makes undoing and redoing possible where there is something to undo or redo.
 */
void
care_window_undo_update (CareWindow *self)
{
  CareLibrary *library = care_window_get_library (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_turn (library, CARE_HISTORY_UNDO));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_turn (library, CARE_HISTORY_REDO));
}

/**
 * care_window_undo_follow:
 * @self: a window
 * @library: its library
 *
 * Keeps the actions as @library says, until care_window_undo_let_go().
 */
void
care_window_undo_follow (CareWindow *self, CareLibrary *library)
{
  GCallback update = G_CALLBACK (care_window_undo_update);

  g_signal_connect_object (library, "applied", update, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "state-changed", update, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care_typed_of (library), "changed", update, self, G_CONNECT_SWAPPED);
}

/**
 * care_window_undo_let_go:
 * @self: a window
 * @library: what it followed
 *
 * Follows @library no more.
 */
void
care_window_undo_let_go (CareWindow *self, CareLibrary *library)
{
  g_signal_handlers_disconnect_by_func (library, care_window_undo_update, self);
  g_signal_handlers_disconnect_by_func (care_typed_of (library), care_window_undo_update, self);
}

/**
 * care_window_undo_install:
 * @widget_class: of the window
 *
 * Adds the actions and their keys. The keys are the window's and not the
 * application's: a field whose value is not taken before Enter undoes what was typed
 * in it first. A text that is saved as it is typed has no undo of its own.
 */
void
care_window_undo_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-by-key", NULL, undo_key_action);
  gtk_widget_class_install_action (widget_class, "win.redo-by-key", NULL, redo_key_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo-by-key", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo-by-key",
                                       NULL);
}
