/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-new.h"

#include "care-briefing-plan.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

/* What is shown once it is saved. */
typedef struct
{
  CareWindow *window;
  CareId id;
} Wanted;

/* Its title is what a person types first. */
static void
added (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autofree Wanted *wanted = data;
  g_autoptr (CareWindow) self = wanted->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);
  CareRecord *briefing;

  if (self->library != CARE_LIBRARY (library))
    return;
  /* What the disk refuses, the window tells. */
  if (sentence == NULL && care_library_get_trouble (self->library) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  briefing = sentence == NULL ? NULL : care_library_find (self->library, "briefing", wanted->id);
  if (briefing == NULL)
    return;
  care_window_open_briefing (self, briefing);
  if (care_editor_get_briefing (self->editor) == briefing)
    care_editor_rename (self->editor);
}

static void
apply (CareWindow *self, CareAct *act, CareId id, const GError *error)
{
  Wanted *wanted;

  if (act == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
      return;
    }
  wanted = g_new0 (Wanted, 1);
  wanted->window = g_object_ref (self);
  wanted->id = id;
  care_library_apply_async (self->library, act, added, wanted);
}

/* What it is called until somebody calls it otherwise is printed, and so is English. */
static void
new_briefing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareId id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_briefing_plan_new ("New briefing", "New section", &id, &error);

  care_window_save (CARE_WINDOW (widget));
  apply (CARE_WINDOW (widget), act, id, error);
}

static void
duplicate (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *briefing = care_window_get_briefing (self);
  CareId id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (self->library == NULL || briefing == NULL)
    return;
  act = care_briefing_plan_duplicate (self->library, briefing, &id, &error);
  apply (self, act, id, error);
}

/* With what was typed in it. */
static void
duplicate_briefing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_settled (CARE_WINDOW (widget)->library, duplicate, G_OBJECT (widget));
}

/**
 * care_window_new_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_new_update (CareWindow *self)
{
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-briefing", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.duplicate-briefing", writable && care_window_is_editing (self));
}

/**
 * care_window_new_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_new_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-briefing", NULL, new_briefing_action);
  gtk_widget_class_install_action (widget_class, "win.duplicate-briefing", NULL, duplicate_briefing_action);
}
