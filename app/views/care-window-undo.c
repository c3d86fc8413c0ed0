/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-undo.h"

#include "care-history-window.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

static void
tell (CareWindow *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

typedef char *(*Turn) (CareLibrary *library, GError **error);

static void
turn (CareWindow *self, Turn function, const char *done)
{
  CareLibrary *library = care_window_get_library (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *message = NULL;

  if (library == NULL)
    return;
  /* What is half typed is an act that comes before. */
  care_window_save (self);
  sentence = function (library, &error);
  message = sentence == NULL ? g_strdup (error->message) : g_strdup_printf ("%s %s", done, sentence);
  tell (self, message);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (CARE_WINDOW (widget), care_library_undo, _ ("Undid:"));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (CARE_WINDOW (widget), care_library_redo, _ ("Redid:"));
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);
  GtkWidget *history;

  if (care_window_get_library (self) == NULL)
    return;
  care_window_save (self);
  history = care_history_window_new (GTK_WINDOW (self), care_window_get_library (self));
  gtk_window_present (GTK_WINDOW (history));
}

/**
 * care_window_undo_install:
 * @widget_class: of the window
 *
 * Adds the actions and their keys. The keys are the window's and not the
 * application's: a focused text undoes what was typed in it first.
 */
void
care_window_undo_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
