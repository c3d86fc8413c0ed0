/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-pledges.h"

#include "care-clock.h"
#include "care-verdict-dialog.h"
#include "care-verdict-plan.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

/* (transfer none) (nullable): what is judged: the limb that is shown, or the pledge that what is
 * shown is, or is of; tells where there is none. */
static CareRecord *
find_judged (CareWindow *self)
{
  CareBrowser *view = care_window_get_view (self);
  CareRecord *record = self->library == NULL || care_window_is_editing (self) ? NULL : care_browser_get_shown (view);

  if (record != NULL && care_record_is (record, "limb"))
    return record;
  if (record != NULL && care_kind_field (care_record_get_kind (record), "pledge") != NULL)
    record = care_library_follow (self->library, record, "pledge");
  if (record != NULL && care_record_is (record, "pledge"))
    return record;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Choose a pledge in Timeline first."));
  return NULL;
}

static void
assess (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *of = find_judged (self);

  if (of != NULL)
    gtk_window_present (GTK_WINDOW (care_verdict_dialog_new (GTK_WINDOW (self), self->library, of)));
}

static void
assess_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_readable (CARE_WINDOW (widget)->library, assess, G_OBJECT (widget));
}

static void
report (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *of = find_judged (self);

  if (of != NULL)
    gtk_window_present (GTK_WINDOW (care_verdict_dialog_new_reported (GTK_WINDOW (self), self->library, of)));
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_readable (CARE_WINDOW (widget)->library, report, G_OBJECT (widget));
}

static void
recorded (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* What the disk refuses, the window tells. */
  if (sentence != NULL || care_library_get_trouble (CARE_LIBRARY (library)) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", sentence != NULL ? sentence : error->message);
}

static void
record_that_it_cannot (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *of = find_judged (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act
    = of == NULL ? NULL : care_verdict_plan_cannot_be_rated (self->library, of, care_clock_today (), &error);

  if (act != NULL)
    care_library_apply_async (self->library, act, recorded, g_object_ref (self));
}

static void
cannot_be_rated_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_library_when_readable (CARE_WINDOW (widget)->library, record_that_it_cannot, G_OBJECT (widget));
}

/**
 * care_window_pledges_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_pledges_update (CareWindow *self)
{
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.assess", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cannot-be-rated", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.report-verdict", writable);
}

/**
 * care_window_pledges_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_pledges_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.assess", NULL, assess_action);
  gtk_widget_class_install_action (widget_class, "win.cannot-be-rated", NULL, cannot_be_rated_action);
  gtk_widget_class_install_action (widget_class, "win.report-verdict", NULL, report_action);
}
