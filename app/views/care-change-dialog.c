/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-change-dialog.h"

#include "care-form-dialog.h"
#include "care-position-plan.h"
#include "care-position-versions.h"
#include "care-reference-row.h"
#include "care-tell.h"
#include "care-value-row.h"

#include <glib/gi18n.h>

typedef struct
{
  CareLibrary *library;
  CareRecord *position; /* of the library, or not in it yet */
  CareRecord *version;
  CareRecord *citation;
  GtkWidget *date;   /* value row */
  GtkWidget *source; /* reference row */
  GtkWidget *reading;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->library);
  g_object_unref (change->position);
  g_object_unref (change->version);
  g_object_unref (change->citation);
  g_free (change);
}

static gboolean
is_new (Change *change)
{
  return care_library_lookup_now ("position", care_record_get_id (change->position), change->library)
         != change->position;
}

/* "on Tuesday" is counted from the day on which its source was published. */
static CareDate *
dup_anchor (Change *change)
{
  CareRecord *source = care_reference_row_get_target (CARE_REFERENCE_ROW (change->source));

  return source == NULL ? NULL : care_record_dup_date (source, "published");
}

static void
read_date (Change *change)
{
  g_autofree char *typed = care_value_row_get_text (CARE_VALUE_ROW (change->date));
  g_autoptr (CareDate) anchor = dup_anchor (change);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  care_position_version_read_date (change->version, typed, anchor);
  date = care_record_format (change->version, "stated");
  if (care_record_get (change->version, "stated") != NULL)
    text = g_strdup_printf (_ ("Date read as: %s"), date);
  else if (care_record_get (change->version, "stated_words") != NULL)
    text = g_strdup (_ ("No date follows from what is stated. It is kept as it is."));
  else
    text = g_strdup (_ ("The date as the source puts it: “September 2014”, “on Tuesday”."));
  gtk_label_set_text (GTK_LABEL (change->reading), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (change->date), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static gboolean
commit_date (CareEditRow *row, const char *text, gpointer data, GError **error)
{
  read_date (data);
  return TRUE;
}

static CareAct *
plan (CareFormDialog *dialog, gpointer data, GError **error)
{
  Change *change = data;
  gboolean cites = care_record_get (change->citation, "source") != NULL
                   || care_record_get (change->citation, "pinpoint") != NULL;
  g_autoptr (GPtrArray) drafts = care_form_dialog_list_drafts (dialog);

  read_date (change);
  return care_position_plan_change (change->library, change->position, change->version, cites ? change->citation : NULL,
                                    drafts, error);
}

/* A position that has changed, of which a window is to be told. */
typedef struct
{
  CareLibrary *library;
  CareRecord *position;
} Changed;

static void
changed_free (gpointer data)
{
  Changed *changed = data;

  g_object_unref (changed->library);
  g_object_unref (changed->position);
  g_free (changed);
}

#define CHANGED "care-changed-position"

static void
tell_outdated (GObject *window)
{
  Changed *changed = g_object_steal_data (window, CHANGED);
  g_autoptr (GPtrArray) uses = care_position_uses (changed->library, changed->position);
  g_autofree char *outdated = care_position_tell_outdated (uses);

  care_tell_done (GTK_WINDOW (window), outdated);
  changed_free (changed);
}

/* What still prints the wording before is told, and then listed with the position. */
static void
tell_done (CareFormDialog *dialog, const char *sentence, Change *change)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  Changed *changed;

  if (parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-record", "(sx)", "position",
                              care_record_get_id (change->position));
  if (care_record_get (change->version, "supersedes") == NULL)
    {
      care_tell_done (parent, sentence);
      return;
    }
  changed = g_new (Changed, 1);
  changed->library = g_object_ref (change->library);
  changed->position = g_object_ref (change->position);
  g_object_set_data_full (G_OBJECT (parent), CHANGED, changed, changed_free);
  care_library_when_readable (change->library, tell_outdated, G_OBJECT (parent));
}

/* What is typed first has the focus. */
static void
add_wording (CareFormDialog *dialog, Change *change, CareRecord *newest)
{
  g_autofree char *now = newest == NULL ? NULL : g_strdup_printf (_ ("So far: %s"), care_record_get_title (newest));
  GtkWidget *group = care_form_dialog_add_group (dialog, NULL, now);
  GtkWidget *title = NULL;
  GtkWidget *wording;

  if (is_new (change))
    title = care_form_dialog_add_field (dialog, group, change->position, "title", _ ("Position in a Few Words"));
  wording = care_form_dialog_add_field (dialog, group, change->version, "wording", NULL);
  care_form_dialog_add_field (dialog, group, change->version, "strength", NULL);
  if (newest != NULL)
    care_form_dialog_add_field (dialog, group, change->version, "change_reason", NULL);
  gtk_widget_grab_focus (title != NULL ? title : wording);
}

static void
add_occasion (CareFormDialog *dialog, Change *change)
{
  GtkWidget *group = care_form_dialog_add_group (dialog, _ ("When, Where, by Whom"), NULL);

  change->date = care_value_row_new (_ ("Date, as Stated"));
  care_edit_row_set_commit (CARE_EDIT_ROW (change->date), commit_date, change, NULL);
  g_signal_connect_swapped (change->date, "edited", G_CALLBACK (read_date), change);
  care_form_dialog_add_row (dialog, group, change->date);
  change->reading = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (change->reading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (change->reading), 0);
  gtk_widget_set_margin_top (change->reading, 6);
  gtk_widget_add_css_class (change->reading, "caption");
  gtk_widget_add_css_class (change->reading, "care-dim");
  care_form_dialog_add_field (dialog, group, change->version, "speaker", NULL);
  care_form_dialog_add_field (dialog, group, change->version, "speaker_role", NULL);
  care_form_dialog_add_field (dialog, group, change->version, "venue", NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), change->reading);
}

static void
add_source (CareFormDialog *dialog, Change *change)
{
  GtkWidget *group = care_form_dialog_add_group (dialog, _ ("Where This Is From"), NULL);

  change->source = care_form_dialog_add_field (dialog, group, change->citation, "source", NULL);
  g_signal_connect_swapped (change->source, "chosen", G_CALLBACK (read_date), change);
  g_signal_connect_swapped (change->source, "made", G_CALLBACK (read_date), change);
  care_form_dialog_add_field (dialog, group, change->citation, "pinpoint", NULL);
}

/* What is going to be out of date is known before. */
static void
add_uses (CareFormDialog *dialog, Change *change)
{
  g_autoptr (GPtrArray) uses = care_position_uses (change->library, change->position);
  g_autofree char *text
    = g_strdup_printf (ngettext ("%u place prints this position. It stays as it is, and is listed with the position.",
                                 "%u places print this position. They stay as they are, and are listed with the position.",
                                 uses->len),
                       uses->len);

  if (uses->len > 0)
    care_form_dialog_add_group (dialog, _ ("Printed In"), text);
}

static void
set_subtitle (CareFormDialog *dialog, Change *change)
{
  CareRecord *actor = care_library_follow (change->library, change->position, "actor");
  CareRecord *theme = care_library_follow (change->library, change->position, "theme");
  g_autofree char *subtitle = NULL;

  if (is_new (change) && actor != NULL)
    subtitle = theme == NULL ? g_strdup (care_record_get_title (actor))
                             : g_strdup_printf ("%s · %s", care_record_get_title (actor), care_record_get_title (theme));
  else
    subtitle = g_strdup (care_record_get_title (change->position));
  care_form_dialog_set_subtitle (dialog, subtitle);
}

/* (transfer full): what tells it from every other form; of a new position, by whom on what. */
static char *
name_form (Change *change)
{
  if (!is_new (change))
    return g_strdup_printf ("change:%" G_GINT64_FORMAT, care_record_get_id (change->position));
  return g_strdup_printf ("position:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                          care_record_get_reference (change->position, "actor"),
                          care_record_get_reference (change->position, "theme"));
}

/**
 * care_change_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written and read now
 * @position: a position of it; or one that is not in it yet, with its actor
 *
 * Returns: (transfer none): a dialog that records how @position is put now, as one act;
 *   GTK holds it until it is closed.
 */
GtkWidget *
care_change_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *position)
{
  g_autoptr (GPtrArray) versions = care_position_versions (library, position);
  CareRecord *newest = versions->len == 0 ? NULL : g_ptr_array_index (versions, 0);
  Change *change = g_new0 (Change, 1);
  g_autofree char *form = NULL;
  CareFormDialog *dialog = CARE_FORM_DIALOG (care_form_dialog_new (
    parent, library, newest == NULL ? _ ("Record a Position") : _ ("Record a Change"), _ ("Record")));

  change->library = g_object_ref (library);
  change->position = g_object_ref (position);
  change->version = care_record_new (care_kind_find ("position_version"), care_library_make_id ());
  change->citation = care_record_new (care_kind_find ("citation"), care_library_make_id ());
  care_form_dialog_set_plan (dialog, plan, change, change_free);
  set_subtitle (dialog, change);
  add_wording (dialog, change, newest);
  add_occasion (dialog, change);
  add_source (dialog, change);
  add_uses (dialog, change);
  read_date (change);
  form = name_form (change);
  care_form_dialog_begin (dialog, form);
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), change);
  return GTK_WIDGET (dialog);
}
