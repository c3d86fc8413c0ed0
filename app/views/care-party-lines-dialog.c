/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-party-lines-dialog.h"

#include "care-choice-row.h"
#include "care-clock.h"
#include "care-error.h"
#include "care-form-dialog.h"
#include "care-party-lines-plan.h"
#include "care-record-pane-private.h"
#include "care-tell.h"

#include <glib/gi18n.h>

typedef struct
{
  CareLibrary *library;
  CareRecord *box;
  CareRecord *theme; /* or NULL */
  GtkWidget *preview;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->library);
  g_object_unref (adding->box);
  g_clear_object (&adding->theme);
  g_free (adding);
}

static CareAct *
plan (CareFormDialog *dialog, gpointer data, GError **error)
{
  Adding *adding = data;

  if (adding->theme != NULL)
    return care_party_lines_plan (adding->library, adding->box, adding->theme, care_clock_today (), error);
  g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED,
                       _ ("Choose the theme that the lines are about."));
  return NULL;
}

static void
show_preview (Adding *adding)
{
  g_autoptr (GPtrArray) proposals
    = adding->theme == NULL
        ? NULL
        : care_party_lines_propose (adding->library, adding->box, care_record_get_id (adding->theme));
  g_autofree char *text = proposals == NULL ? g_strdup (_ ("Choose a theme to see what each party says on it."))
                                            : care_party_lines_describe (proposals);

  gtk_label_set_text (GTK_LABEL (adding->preview), text);
}

static gboolean
commit_theme (CareChoiceRow *row, const char *word, gpointer data, GError **error)
{
  Adding *adding = data;
  CareRecord *theme
    = word == NULL ? NULL : care_library_find (adding->library, "theme", g_ascii_strtoll (word, NULL, 10));

  g_set_object (&adding->theme, theme);
  show_preview (adding);
  return TRUE;
}

static GtkWidget *
make_theme_row (Adding *adding)
{
  GListModel *themes = care_library_list (adding->library, "theme");
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all_words = NULL;
  g_auto (GStrv) all_labels = NULL;
  GtkWidget *row;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CareRecord) theme = g_list_model_get_item (themes, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (theme));

      g_strv_builder_add (words, id);
      g_strv_builder_add (labels, care_record_get_title (theme));
    }
  all_words = g_strv_builder_end (words);
  all_labels = g_strv_builder_end (labels);
  row = care_choice_row_new_for_words (_ ("Theme"), (const char *const *) all_words, (const char *const *) all_labels);
  care_choice_row_set_commit (CARE_CHOICE_ROW (row), commit_theme, adding, NULL);
  return row;
}

static void
load_theme (GtkWidget *row, Adding *adding)
{
  g_autofree char *id = NULL;

  g_set_object (&adding->theme, care_party_lines_guess_theme (adding->library, adding->box));
  if (adding->theme != NULL)
    id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (adding->theme));
  care_choice_row_load (CARE_CHOICE_ROW (row), id);
}

static void
add_preview (CareFormDialog *dialog, Adding *adding)
{
  GtkWidget *group = care_form_dialog_add_group (
    dialog, _ ("What Is Added"),
    _ ("What each party said last, in the declared order. The coverage note names those of which no position is found."));

  adding->preview = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (adding->preview), TRUE);
  gtk_label_set_xalign (GTK_LABEL (adding->preview), 0);
  gtk_widget_add_css_class (adding->preview, "card");
  gtk_widget_add_css_class (adding->preview, "care-conflict");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), adding->preview);
}

static void
tell_done (CareFormDialog *dialog, const char *sentence, gpointer data)
{
  care_tell_done (gtk_window_get_transient_for (GTK_WINDOW (dialog)), _ ("The parties are added; Ctrl+Z takes them back"));
}

/**
 * care_party_lines_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written and read now
 * @box: a box of party lines of it
 *
 * Returns: (transfer none): a dialog that adds a line for each party that has none in @box,
 *   as one act; GTK holds it until it is closed.
 */
GtkWidget *
care_party_lines_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *box)
{
  CareFormDialog *dialog
    = CARE_FORM_DIALOG (care_form_dialog_new (parent, library, _ ("Add All Parties"), _ ("Add")));
  Adding *adding = g_new0 (Adding, 1);
  GtkWidget *row;

  adding->library = g_object_ref (library);
  adding->box = g_object_ref (box);
  care_form_dialog_set_plan (dialog, plan, adding, adding_free);
  care_form_dialog_set_subtitle (dialog, care_record_get_title (box));
  row = make_theme_row (adding);
  care_form_dialog_add_row (dialog, care_form_dialog_add_group (dialog, NULL, NULL), row);
  add_preview (dialog, adding);
  load_theme (row, adding);
  show_preview (adding);
  gtk_widget_grab_focus (row);
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), NULL);
  return GTK_WIDGET (dialog);
}

static void
present (GObject *object)
{
  CareRecordPane *pane = CARE_RECORD_PANE (object);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pane));

  if (root != NULL && pane->record != NULL && care_record_is (pane->record, "box"))
    gtk_window_present (GTK_WINDOW (care_party_lines_dialog_new (GTK_WINDOW (root), pane->library, pane->record)));
}

static void
clicked (CareRecordPane *pane)
{
  care_library_when_readable (pane->library, present, G_OBJECT (pane));
}

/**
 * care_party_lines_panel_new:
 * @pane: a record pane that shows a box
 *
 * Returns: (transfer floating) (nullable): what opens the dialog, where it is a box of party
 *   lines and can be changed.
 */
GtkWidget *
care_party_lines_panel_new (CareRecordPane *pane)
{
  GtkWidget *panel;
  GtkWidget *button;

  if (g_strcmp0 (care_record_get (pane->record, "kind"), "party-lines") != 0 || !care_library_is_writable (pane->library))
    return NULL;
  /* Named, and around the button, so that this has the focus again when the pane is made anew. */
  panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_name (panel, "party-lines");
  button = gtk_button_new_with_label (_ ("Add All Parties…"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Add a Line for Each Party That Has None Here"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), pane, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (panel), button);
  return panel;
}
