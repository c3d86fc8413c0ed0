/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-sample.h"

#include "care-sample.h"
#include "care-tell.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

typedef struct
{
  CareWindow *window;
  char *done; /* what is told when it is done */
} Telling;

static void
applied (GObject *library, GAsyncResult *result, gpointer data)
{
  Telling *telling = data;
  GtkWidget *window = GTK_WIDGET (telling->window);

  if (care_tell_unless_done (window, CARE_LIBRARY (library), result))
    gtk_widget_activate_action (window, "win.tell", "s", telling->done);
  g_object_unref (telling->window);
  g_free (telling->done);
  g_free (telling);
}

static void
apply (CareWindow *self, CareAct *act, char *done)
{
  Telling *telling = g_new (Telling, 1);

  *telling = (Telling){ g_object_ref (self), done };
  care_library_apply_async (self->library, act, applied, telling);
}

static guint
count_steps (CareAct *act)
{
  return care_act_get_steps (act)->len;
}

static char *
describe_removal (guint n_gone, guint n_kept)
{
  g_autofree char *gone
    = g_strdup_printf (ngettext ("Removed the sample’s %u record", "Removed the sample’s %u records", n_gone), n_gone);
  g_autofree char *kept
    = g_strdup_printf (ngettext ("; kept %u that you use", "; kept %u that you use", n_kept), n_kept);

  return g_strdup_printf (_ ("%s%s; Ctrl+Z brings it back"), gone, n_kept == 0 ? "" : kept);
}

static void
remove_sample (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  g_autoptr (GPtrArray) records = care_sample_read (NULL);
  g_autoptr (CareAct) act = NULL;
  guint n_kept;

  if (self->library == NULL)
    return;
  act = care_library_plan_withdraw (self->library, records, &n_kept);
  if (count_steps (act) > 0)
    apply (self, act, describe_removal (count_steps (act), n_kept));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                n_kept > 0 ? _ ("You use all that is left of the sample")
                                           : _ ("The sample is not in this library"));
}

static void
add_sample (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  g_autoptr (GPtrArray) records = care_sample_read (NULL);
  g_autoptr (CareAct) act = NULL;

  if (self->library == NULL)
    return;
  act = care_library_plan_bring_back (self->library, records);
  if (count_steps (act) > 0)
    apply (self, act, g_strdup (_ ("Added the sample to this library")));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("All of the sample is in this library"));
}

/* What is half typed is an act that comes before. */
static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_readable (CARE_WINDOW (widget)->library, remove_sample, G_OBJECT (widget));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_library_when_readable (CARE_WINDOW (widget)->library, add_sample, G_OBJECT (widget));
}

/**
 * care_window_sample_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_sample_update (CareWindow *self)
{
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-sample", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-sample", writable);
}

/**
 * care_window_sample_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_sample_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.remove-sample", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "win.add-sample", NULL, add_action);
}
