/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-reading-dialog.h"

#include "care-deadline-words.h"
#include "care-form-dialog.h"
#include "care-radio.h"
#include "care-tell.h"
#include "care-verdict-plan.h"

#include <glib/gi18n.h>

typedef struct
{
  CareRecord *deadline;
  CareRecord *read; /* a copy, read as has been chosen so far */
  GtkCheckButton *first;
  GtkWidget *now; /* the one that is chosen when it begins */
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
add_choice (GtkWidget *card, Reading *reading, const char *word, const char *title, const char *meaning)
{
  GtkWidget *check = care_radio_new (title, meaning);
  const char *now = care_record_get (reading->deadline, "reading");

  g_object_set_data (G_OBJECT (check), "care-reading", (gpointer) word);
  if (reading->first == NULL)
    reading->first = GTK_CHECK_BUTTON (check);
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), reading->first);
  if (g_strcmp0 (now != NULL ? now : "open", word) == 0)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      reading->now = check;
    }
  g_signal_connect (check, "toggled", G_CALLBACK (chosen), reading);
  gtk_box_append (GTK_BOX (card), check);
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
  g_autoptr (CareDate) reached = care_verdict_dup_reached (library, reading->deadline, &evidence);
  g_autofree char *counted
    = evidence == NULL ? NULL : g_strdup_printf (_ ("Counted to the first evidence that supports it: “%s”."),
                                                 care_record_get_title (evidence));
  GtkWidget *group = care_form_dialog_add_group (dialog, _ ("Readings"), counted);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < readings->len; i++)
    {
      const CareDeadlineReading *choice = g_ptr_array_index (readings, i);
      g_autofree char *subtitle = describe (reading, choice, reached);

      add_choice (card, reading, choice->word, choice->label, subtitle);
    }
  add_choice (card, reading, "open", _ ("Choose later"), _ ("Timeliness stays open."));
  gtk_widget_add_css_class (card, "card");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), card);
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
  gtk_widget_grab_focus (reading->now != NULL ? reading->now : GTK_WIDGET (reading->first));
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), reading);
  return GTK_WIDGET (dialog);
}
