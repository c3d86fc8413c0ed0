/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-link-dialog.h"

#include "care-form-dialog.h"
#include "care-link-plan.h"
#include "care-tell.h"

#include <glib/gi18n.h>

static CareAct *
plan (CareFormDialog *dialog, gpointer link, GError **error)
{
  g_autoptr (GPtrArray) drafts = care_form_dialog_list_drafts (dialog);

  return care_link_plan (link, drafts, error);
}

static void
tell_done (CareFormDialog *dialog, const char *sentence, gpointer data)
{
  care_tell_done (gtk_window_get_transient_for (GTK_WINDOW (dialog)), sentence);
}

/* (transfer none): the first row. */
static GtkWidget *
add_fields (CareFormDialog *dialog, CareRecord *from, CareRecord *link)
{
  gboolean is_figure = care_record_is (from, "figure");
  GtkWidget *group = care_form_dialog_add_group (
    dialog, NULL, is_figure ? _ ("A figure is part of, restates or revises another figure; money pays for a pledge.") : NULL);
  GtkWidget *first = is_figure ? care_form_dialog_add_field (dialog, group, link, "relation", NULL) : NULL;
  GtkWidget *pledge;

  if (is_figure)
    care_form_dialog_add_field (dialog, group, link, "to_figure", NULL);
  pledge = care_form_dialog_add_field (dialog, group, link, "to_pledge", NULL);
  care_form_dialog_add_field (dialog, group, link, "allocated", NULL);
  care_form_dialog_add_field (dialog, group, link, "note", NULL);
  return first != NULL ? first : pledge;
}

/**
 * care_link_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written and read now
 * @from: a figure or a fund of it
 *
 * Returns: (transfer none): a dialog that records a link from @from, as one act; GTK holds it
 *   until it is closed.
 */
GtkWidget *
care_link_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *from)
{
  CareFormDialog *dialog = CARE_FORM_DIALOG (care_form_dialog_new (parent, library, _ ("Add Link"), _ ("Add")));
  CareRecord *link = care_link_draft (from);
  g_autofree char *form = g_strdup_printf ("link:%" G_GINT64_FORMAT, care_record_get_id (from));
  GtkWidget *first;

  care_form_dialog_set_plan (dialog, plan, link, g_object_unref);
  care_form_dialog_set_subtitle (dialog, care_record_get_title (from));
  first = add_fields (dialog, from, link);
  care_form_dialog_begin (dialog, form);
  gtk_widget_grab_focus (first);
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), NULL);
  return GTK_WIDGET (dialog);
}
