/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-explain-dialog.h"

#include "care-contradiction-plan.h"
#include "care-form-dialog.h"
#include "care-tell.h"

#include <glib/gi18n.h>

typedef struct
{
  CareLibrary *library;
  CareRecord *figure;
  CareRecord *other;
  CareRecord *contradiction; /* a draft */
} Explaining;

static void
explaining_free (gpointer data)
{
  Explaining *explaining = data;

  g_object_unref (explaining->library);
  g_object_unref (explaining->figure);
  g_object_unref (explaining->other);
  g_object_unref (explaining->contradiction);
  g_free (explaining);
}

static CareAct *
plan (CareFormDialog *dialog, gpointer data, GError **error)
{
  Explaining *explaining = data;

  return care_contradiction_plan (explaining->library, explaining->contradiction, explaining->figure, explaining->other,
                                  error);
}

static void
tell_done (CareFormDialog *dialog, const char *sentence, gpointer data)
{
  care_tell_done (gtk_window_get_transient_for (GTK_WINDOW (dialog)), sentence);
}

/* "£3.8 billion: Better Care Fund: announced minimum" */
static char *
name_side (CareRecord *figure)
{
  g_autofree char *value = care_record_format (figure, "value");

  return g_strdup_printf (_ ("%s: %s"), value, care_record_get_title (figure));
}

static void
begin (CareFormDialog *dialog, CareRecord *figure, CareRecord *other)
{
  CareId ids[] = { care_record_get_id (figure), care_record_get_id (other) };
  g_autofree char *form = g_strdup_printf ("explain:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, MIN (ids[0], ids[1]),
                                           MAX (ids[0], ids[1]));

  care_form_dialog_begin (dialog, form);
}

/**
 * care_explain_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written and read now
 * @figure: a figure of it
 * @other: one that disagrees with it
 *
 * Returns: (transfer none): a dialog that records why both are held, as one act; GTK holds it
 *   until it is closed.
 */
GtkWidget *
care_explain_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *figure, CareRecord *other)
{
  CareFormDialog *dialog = CARE_FORM_DIALOG (care_form_dialog_new (parent, library, _ ("Explain Why They Differ"), _ ("Record")));
  Explaining *explaining = g_new (Explaining, 1);
  CareRecord *fund = care_library_follow (library, figure, "fund");
  g_autofree char *one = name_side (figure);
  g_autofree char *two = name_side (other);
  g_autofree char *sides = g_strdup_printf ("%s\n%s", one, two);
  GtkWidget *group, *kind;

  explaining->library = g_object_ref (library);
  explaining->figure = g_object_ref (figure);
  explaining->other = g_object_ref (other);
  explaining->contradiction = care_record_new (care_kind_find ("contradiction"), care_library_make_id ());
  care_record_set (explaining->contradiction, "topic", care_record_get_title (fund != NULL ? fund : figure), NULL);
  care_form_dialog_set_plan (dialog, plan, explaining, explaining_free);
  care_form_dialog_set_subtitle (dialog, care_record_get_title (figure));
  group = care_form_dialog_add_group (dialog, _ ("Two Values Are Held"), sides);
  kind = care_form_dialog_add_field (dialog, group, explaining->contradiction, "kind", _ ("Why They Differ"));
  care_form_dialog_add_field (dialog, group, explaining->contradiction, "explanation", NULL);
  care_form_dialog_add_field (dialog, group, explaining->contradiction, "topic", NULL);
  begin (dialog, figure, other);
  gtk_widget_grab_focus (kind);
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), NULL);
  return GTK_WIDGET (dialog);
}
