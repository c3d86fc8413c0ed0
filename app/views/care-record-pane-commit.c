/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed or chosen in a field of the record pane becomes an act. */

#include "care-record-pane-private.h"

#include "care-choice-row.h"
#include "care-field-plan.h"
#include "care-prose-row.h"
#include "care-record-name.h"
#include "care-reference-row.h"
#include "care-value-row.h"

#include <glib/gi18n.h>

typedef struct
{
  CareRecordPane *pane;
  GtkWidget *row;
} Asking;

/* What was typed stays where it is refused for good, and can be mended or taken back. */
static void
refuse_field (CareRecordPane *self, CareEditRow *row, const GError *error)
{
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");
  g_autofree char *text
    = care_field_format_to_edit (field, care_library_get_latest (self->library, self->record, field->name));

  care_edit_row_refuse (row, text, error->message);
}

/* What was typed is shown as what it has become. What the disk refuses, the window
 * tells; anything else is told in passing where its field cannot tell it. */
static void
committed (GObject *library, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (CareRecordPane) self = asking->pane;
  g_autoptr (GtkWidget) row = asking->row;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);
  gboolean is_refused = sentence == NULL && care_library_get_trouble (CARE_LIBRARY (library)) == NULL;
  gboolean is_shown;
  guint index;

  g_free (asking);
  is_shown = self->fields != NULL && g_ptr_array_find (self->fields, row, &index);
  if (is_refused && is_shown && CARE_IS_EDIT_ROW (row))
    {
      refuse_field (self, CARE_EDIT_ROW (row), error);
      return;
    }
  if (is_shown)
    care_record_pane_load_field (self, index);
  if (is_refused)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

/* What is typed next is another act. */
void
care_record_pane_forget_typing (CareRecordPane *self)
{
  g_clear_pointer (&self->typing, care_act_unref);
  self->typed = NULL;
}

/* However often it is saved, what is typed in one field and in one go is one act. */
static void
go_on (CareRecordPane *self, GtkWidget *row, CareAct *act)
{
  guint run = CARE_IS_EDIT_ROW (row) ? care_edit_row_get_run (CARE_EDIT_ROW (row)) : 0;

  if (self->typed != row)
    care_record_pane_forget_typing (self);
  care_act_continue (act, run != 0 && run == self->run ? self->typing : NULL);
  g_clear_pointer (&self->typing, care_act_unref);
  self->typing = care_act_ref (act);
  self->typed = row;
  self->run = run;
}

/* @drafts (nullable) go into the library with the change, which names one of them. */
static gboolean
change_field (CareRecordPane *self, GtkWidget *row, const char *text, GPtrArray *drafts, GError **error)
{
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");
  g_autofree char *name = care_record_quote (self->record, care_library_lookup_now, self->library);
  g_autofree char *sentence = g_strdup_printf (_ ("Change %s of %s"), _ (field->label), name);
  g_autoptr (CareAct) act = care_act_new (sentence);
  Asking *asking;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    care_act_insert (act, g_ptr_array_index (drafts, i));
  if (!care_field_plan_change (self->library, act, self->record, field->name, text, error))
    return FALSE;
  go_on (self, row, act);
  asking = g_new (Asking, 1);
  asking->pane = g_object_ref (self);
  asking->row = g_object_ref (row);
  care_library_apply_async (self->library, act, committed, asking);
  return TRUE;
}

static gboolean
commit_field (GtkWidget *row, const char *text, gpointer data, GError **error)
{
  return change_field (data, row, text, NULL, error);
}

static gboolean
commit_value (CareValueRow *row, const char *text, gpointer data, GError **error)
{
  return commit_field (GTK_WIDGET (row), text, data, error);
}

static gboolean
commit_prose (CareProseRow *row, const char *text, gpointer data, GError **error)
{
  return commit_field (GTK_WIDGET (row), text, data, error);
}

static gboolean
commit_choice (CareChoiceRow *row, const char *text, gpointer data, GError **error)
{
  return commit_field (GTK_WIDGET (row), text, data, error);
}

static void
name_target (CareRecordPane *self, CareReferenceRow *row, CareRecord *target, GPtrArray *drafts)
{
  g_autofree char *id
    = target == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));
  g_autoptr (GError) error = NULL;

  if (target == care_reference_row_get_target (row))
    return;
  if (change_field (self, GTK_WIDGET (row), id, drafts, &error))
    care_reference_row_load (row, target);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
target_chosen (CareRecordPane *self, CareRecord *target, CareReferenceRow *row)
{
  name_target (self, row, target, NULL);
}

static void
target_made (CareRecordPane *self, GPtrArray *drafts, CareReferenceRow *row)
{
  name_target (self, row, g_ptr_array_index (drafts, drafts->len - 1), drafts);
}

/* What is typed or chosen in @row becomes an act. */
void
care_record_pane_commit_row (CareRecordPane *self, GtkWidget *row)
{
  if (CARE_IS_PROSE_ROW (row))
    care_prose_row_set_commit (CARE_PROSE_ROW (row), commit_prose, self, NULL);
  else if (CARE_IS_CHOICE_ROW (row))
    care_choice_row_set_commit (CARE_CHOICE_ROW (row), commit_choice, self, NULL);
  else if (CARE_IS_VALUE_ROW (row))
    care_value_row_set_commit (CARE_VALUE_ROW (row), commit_value, self, NULL);
  else if (CARE_IS_REFERENCE_ROW (row))
    {
      g_signal_connect_object (row, "chosen", G_CALLBACK (target_chosen), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "made", G_CALLBACK (target_made), self, G_CONNECT_SWAPPED);
    }
}
