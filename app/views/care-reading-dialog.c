/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-reading-dialog.h"

#include "care-deadline-words.h"
#include "care-form-dialog.h"
#include "care-tell.h"
#include "care-verdict-plan.h"

#include <glib/gi18n.h>

typedef struct
{
  CareRecord *deadline;
  CareRecord *read; /* a copy, read as has been chosen so far */
  GtkCheckButton *first;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->deadline);
  g_object_unref (reading->read);
  g_free (reading);
}

static CareAct *
plan (CareFormDialog *dialog, gpointer data, GError **error)
{
  Reading *reading = data;

  return care_deadline_plan_reading (reading->deadline, reading->read, error);
}

static void
chosen (GtkCheckButton *check, Reading *reading)
{
  if (gtk_check_button_get_active (check))
    care_record_set (reading->read, "reading", g_object_get_data (G_OBJECT (check), "care-reading"), NULL);
}

static void
add_choice (CareFormDialog *dialog, GtkWidget *group, Reading *reading, const char *word, const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *now = care_record_get (reading->deadline, "reading");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_size_request (row, 0, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  g_object_set_data (G_OBJECT (check), "care-reading", (gpointer) word);
  if (reading->first == NULL)
    reading->first = GTK_CHECK_BUTTON (check);
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), reading->first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (now != NULL ? now : "open", word) == 0);
  g_signal_connect (check, "toggled", G_CALLBACK (chosen), reading);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  care_form_dialog_add_row (dialog, group, row);
}

/* (transfer full): "due by 31 March 2018", and how late that makes what has come about. */
static char *
describe (Reading *reading, const CareDeadlineReading *choice, const CareDate *reached)
{
  g_autoptr (CareRecord) copy = NULL;

  if (reached == NULL)
    return g_strdup (choice->due);
  copy = care_record_copy (reading->deadline);
  care_record_set (copy, "reading", choice->word, NULL);
  return care_deadline_say_done (copy, reached);
}

static void
add_choices (CareFormDialog *dialog, CareLibrary *library, Reading *reading)
{
  g_autoptr (GPtrArray) readings = care_deadline_list_readings (reading->deadline);
  g_autoptr (CareRecord) evidence = NULL;
  g_autoptr (CareDate) reached
    = care_verdict_dup_reached (library, care_record_get_reference (reading->deadline, "pledge"), &evidence);
  g_autofree char *counted
    = evidence == NULL ? NULL : g_strdup_printf (_ ("Counted to the first evidence that supports it: “%s”."),
                                                 care_record_get_title (evidence));
  GtkWidget *group = care_form_dialog_add_group (dialog, _ ("Readings"), counted);

  for (guint i = 0; i < readings->len; i++)
    {
      const CareDeadlineReading *choice = g_ptr_array_index (readings, i);
      g_autofree char *subtitle = describe (reading, choice, reached);

      add_choice (dialog, group, reading, choice->word, choice->label, subtitle);
    }
  add_choice (dialog, group, reading, "open", _ ("Choose later"), _ ("Timeliness stays open."));
}

static void
tell_done (CareFormDialog *dialog, const char *sentence, Reading *reading)
{
  g_autofree char *due = care_deadline_say_due (reading->deadline);

  care_tell_done (gtk_window_get_transient_for (GTK_WINDOW (dialog)), due);
}

/**
 * care_reading_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written and read now
 * @deadline: a deadline of it
 *
 * Returns: (transfer none): a dialog that has a reading of @deadline chosen, as one act;
 *   GTK holds it until it is closed.
 */
GtkWidget *
care_reading_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *deadline)
{
  CareFormDialog *dialog
    = CARE_FORM_DIALOG (care_form_dialog_new (parent, library, _ ("Choose a Reading"), _ ("Choose")));
  Reading *reading = g_new0 (Reading, 1);
  g_autofree char *form = g_strdup_printf ("reading:%" G_GINT64_FORMAT, care_record_get_id (deadline));
  GtkWidget *group;

  reading->deadline = g_object_ref (deadline);
  reading->read = care_record_copy (deadline);
  if (care_record_get (reading->read, "reading_by") == NULL)
    care_record_set (reading->read, "reading_by", care_library_get_author (library), NULL);
  care_form_dialog_set_plan (dialog, plan, reading, reading_free);
  care_form_dialog_set_subtitle (dialog, care_record_get_title (deadline));
  add_choices (dialog, library, reading);
  group = care_form_dialog_add_group (dialog, NULL, NULL);
  care_form_dialog_add_field (dialog, group, reading->read, "reading_by", NULL);
  care_form_dialog_add_field (dialog, group, reading->read, "reading_reason", NULL);
  care_form_dialog_begin (dialog, form);
  gtk_widget_grab_focus (GTK_WIDGET (reading->first));
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), reading);
  return GTK_WIDGET (dialog);
}
