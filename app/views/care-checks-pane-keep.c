/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Keep, because…": the reason is asked for in place, and stored with the name and the
 * day as one act; what is kept can be checked again. */

#include "care-checks-pane-private.h"

#include "care-clock.h"
#include "care-popover-keys.h"
#include "care-tell.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>

static void
refuse (CareChecksPane *self, const char *message)
{
  gtk_label_set_text (self->refusal, message);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), message != NULL);
}

/* @data holds the pane. */
static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareChecksPane) self = data;

  care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result);
}

/* (transfer full) (nullable) */
static CareAct *
plan_keep (CareChecksPane *self, const CareFinding *finding, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Keep: %s"), finding->sentence);
  const char *author = care_library_get_author (self->library);
  g_autoptr (CareDate) today = care_date_from_day (care_clock_today ());
  g_autoptr (CareRecord) exception
    = care_finding_keep (finding, self->briefing, care_library_make_id (),
                         gtk_editable_get_text (GTK_EDITABLE (self->reason)), author, care_date_get_edtf (today), error);
  CareAct *act;

  if (exception == NULL)
    return NULL;
  act = care_act_new (sentence);
  care_act_insert (act, exception);
  return act;
}

static void
keep (CareChecksPane *self)
{
  const CareFinding *finding = care_checks_pane_get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (finding == NULL)
    return;
  act = plan_keep (self, finding, &error);
  if (act == NULL)
    {
      refuse (self, error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_popover_popdown (self->popover);
  care_library_apply_async (self->library, act, done, g_object_ref (self));
}

/* The exception may have gone since it was asked for. */
static void
forget (GObject *object)
{
  CareChecksPane *self = CARE_CHECKS_PANE (object);
  g_autoptr (CareAct) act = g_steal_pointer (&self->forgetting);
  CareRecord *exception;

  if (act == NULL || self->library == NULL)
    return;
  exception = care_library_find (self->library, "exception", self->forgotten);
  if (exception != NULL && care_library_plan_delete (self->library, act, exception, NULL))
    care_library_apply_async (self->library, act, done, g_object_ref (self));
}

static void
check_again (CareChecksPane *self)
{
  const CareFinding *finding = care_checks_pane_get_selected (self);
  g_autofree char *sentence = NULL;

  /* One at a time, where the disk is slow. */
  if (finding == NULL || finding->exception == NULL || self->forgetting != NULL)
    return;
  sentence = g_strdup_printf (_ ("Check again: %s"), finding->sentence);
  self->forgetting = care_act_new (sentence);
  self->forgotten = care_record_get_id (finding->exception);
  care_library_when_readable (self->library, forget, G_OBJECT (self));
}

/* (transfer full): what tells the reason for keeping it from every other. */
static char *
name_reason (CareChecksPane *self, const CareFinding *finding)
{
  return g_strdup_printf ("keep:%" G_GINT64_FORMAT ":%s:%s", care_record_get_id (self->briefing), finding->check->id,
                          finding->place);
}

/* A reason that was begun before goes on. */
static void
asked (CareChecksPane *self)
{
  const CareFinding *finding = care_checks_pane_get_selected (self);
  const char *before = NULL;

  g_clear_pointer (&self->reason_of, g_free);
  if (finding != NULL)
    {
      self->reason_of = name_reason (self, finding);
      before = care_unfinished_get_text (self->library, self->reason_of);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), before == NULL ? "" : before);
  refuse (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
keep_typed (GtkWidget *widget)
{
  CareChecksPane *self = CARE_CHECKS_PANE (widget);

  if (self->reason_of != NULL)
    care_unfinished_keep_text (self->library, self->reason_of, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

/* What was not finished is still there the next time that it is asked for. */
void
care_checks_pane_keep_reason (CareChecksPane *self)
{
  keep_typed (GTK_WIDGET (self));
  g_clear_pointer (&self->reason_of, g_free);
}

/* For the class: the callbacks of the template. */
void
care_checks_pane_keep_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, popover);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, reason);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, refusal);
  gtk_widget_class_bind_template_callback (widget_class, keep);
  gtk_widget_class_bind_template_callback (widget_class, check_again);
}

/* Connects the popover. */
void
care_checks_pane_keep_init (CareChecksPane *self)
{
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (asked), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (care_checks_pane_keep_reason), self);
  care_unfinished_keep_in_pauses (GTK_WIDGET (self), keep_typed);
  care_popover_let_keys_through (self->popover);
}
