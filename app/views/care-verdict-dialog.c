/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-verdict-dialog.h"

#include "care-choice-row.h"
#include "care-clock.h"
#include "care-deadline-words.h"
#include "care-form-dialog.h"
#include "care-tell.h"
#include "care-verdict-plan.h"
#include "care-verdict.h"

#include <glib/gi18n.h>

typedef struct
{
  CareLibrary *library;
  CareRecord *pledge;
  CareRecord *verdict;
  CareRecord *evidence;
  CareRecord *citation;
} Judging;

static void
judging_free (gpointer data)
{
  Judging *judging = data;

  g_object_unref (judging->library);
  g_object_unref (judging->pledge);
  g_object_unref (judging->verdict);
  g_object_unref (judging->evidence);
  g_object_unref (judging->citation);
  g_free (judging);
}

static gboolean
says_any (CareRecord *record, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (care_record_get (record, fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

static CareAct *
plan (CareFormDialog *dialog, gpointer data, GError **error)
{
  static const char *const of_citation[] = { "source", "pinpoint", NULL };
  static const char *const of_evidence[] = { "text", "bearing", "found", NULL };
  Judging *judging = data;
  gboolean cites = says_any (judging->citation, of_citation);
  gboolean shows = cites || says_any (judging->evidence, of_evidence);
  g_autoptr (GPtrArray) drafts = care_form_dialog_list_drafts (dialog);

  return care_verdict_plan (judging->library, judging->verdict, shows ? judging->evidence : NULL,
                            cites ? judging->citation : NULL, drafts, error);
}

static void
tell_done (CareFormDialog *dialog, const char *sentence, Judging *judging)
{
  g_autofree char *summary = care_verdict_summarise (judging->verdict);

  care_tell_done (gtk_window_get_transient_for (GTK_WINDOW (dialog)), summary);
}

static void
append_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* When it is due, and how late what has come about is. */
static void
append_deadlines (GString *text, Judging *judging)
{
  CareId id = care_record_get_id (judging->pledge);
  g_autoptr (GPtrArray) deadlines = care_library_children (judging->library, "deadline", "pledge", id);

  for (guint i = 0; i < deadlines->len; i++)
    {
      CareRecord *deadline = g_ptr_array_index (deadlines, i);
      g_autoptr (CareDate) reached = care_verdict_dup_reached (judging->library, deadline, NULL);
      g_autofree char *said = reached == NULL ? care_deadline_say_due (deadline) : care_deadline_say_done (deadline, reached);

      append_line (text, said);
    }
}

/* What a source says is beside what we say, and never taken over. */
static void
append_reported (GString *text, Judging *judging)
{
  g_autoptr (GPtrArray) all
    = care_library_children (judging->library, "verdict", "pledge", care_record_get_id (judging->pledge));
  g_autoptr (GPtrArray) reported = care_verdict_pick (all, FALSE);

  for (guint i = 0; i < reported->len; i++)
    {
      g_autofree char *summary = care_verdict_summarise (g_ptr_array_index (reported, i));
      g_autofree char *by = care_verdict_describe (g_ptr_array_index (reported, i), care_library_lookup, judging->library);
      g_autofree char *line = g_strdup_printf (_ ("Not ours: %s · %s"), summary, by);

      append_line (text, line);
    }
}

static gboolean
commit_limb (CareChoiceRow *row, const char *word, gpointer verdict, GError **error)
{
  return care_record_set (verdict, "limb", word, error);
}

static void
add_limbs (CareFormDialog *dialog, GtkWidget *group, Judging *judging)
{
  g_autoptr (GPtrArray) limbs
    = care_library_children (judging->library, "limb", "pledge", care_record_get_id (judging->pledge));
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all_words = NULL;
  g_auto (GStrv) all_labels = NULL;
  GtkWidget *row;

  if (limbs->len == 0)
    return;
  for (guint i = 0; i < limbs->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (g_ptr_array_index (limbs, i)));

      g_strv_builder_add (words, id);
      g_strv_builder_add (labels, care_record_get_title (g_ptr_array_index (limbs, i)));
    }
  all_words = g_strv_builder_end (words);
  all_labels = g_strv_builder_end (labels);
  row = care_choice_row_new_for_words (_ ("Limb, if Not the Whole"), (const char *const *) all_words,
                                       (const char *const *) all_labels);
  care_choice_row_load (CARE_CHOICE_ROW (row), care_record_get (judging->verdict, "limb"));
  care_choice_row_set_commit (CARE_CHOICE_ROW (row), commit_limb, judging->verdict, NULL);
  care_form_dialog_add_row (dialog, group, row);
}

static void
add_verdict (CareFormDialog *dialog, Judging *judging)
{
  g_autoptr (GString) known = g_string_new (NULL);
  GtkWidget *group;
  GtkWidget *delivery;

  append_deadlines (known, judging);
  append_reported (known, judging);
  group = care_form_dialog_add_group (dialog, _ ("Verdict"), known->len == 0 ? NULL : known->str);
  delivery = care_form_dialog_add_field (dialog, group, judging->verdict, "delivery", NULL);
  care_form_dialog_add_field (dialog, group, judging->verdict, "timeliness", NULL);
  care_form_dialog_add_field (dialog, group, judging->verdict, "evidence_strength", _ ("Strength of the Evidence"));
  add_limbs (dialog, group, judging);
  care_form_dialog_add_field (dialog, group, judging->verdict, "reasoning", NULL);
  gtk_widget_grab_focus (delivery);
}

/* What is there already, for and against. */
static char *
list_evidence (Judging *judging)
{
  g_autoptr (GPtrArray) all
    = care_library_children (judging->library, "evidence", "pledge", care_record_get_id (judging->pledge));
  GString *text = g_string_new (NULL);

  for (guint b = 0; care_verdict_bearings[b] != NULL; b++)
    for (guint i = 0; i < all->len; i++)
      {
        CareRecord *evidence = g_ptr_array_index (all, i);
        g_autofree char *bearing = care_record_format (evidence, "bearing");
        g_autofree char *line = g_strdup_printf (_ ("%s: %s"), bearing, care_record_get_title (evidence));

        if (g_strcmp0 (care_record_get (evidence, "bearing"), care_verdict_bearings[b]) == 0)
          append_line (text, line);
      }
  if (text->len == 0)
    g_string_append (text, _ ("None is recorded yet."));
  return g_string_free (text, FALSE);
}

static void
add_evidence (CareFormDialog *dialog, Judging *judging)
{
  g_autofree char *known = list_evidence (judging);
  GtkWidget *group = care_form_dialog_add_group (dialog, _ ("Evidence for and Against"), known);

  care_form_dialog_add_field (dialog, group, judging->evidence, "text", _ ("Add Evidence"));
  care_form_dialog_add_field (dialog, group, judging->evidence, "bearing", NULL);
  care_form_dialog_add_field (dialog, group, judging->evidence, "found", _ ("Date of the Evidence"));
  care_form_dialog_add_field (dialog, group, judging->citation, "source", _ ("Source of the Evidence"));
  care_form_dialog_add_field (dialog, group, judging->citation, "pinpoint", NULL);
}

static void
add_judge (CareFormDialog *dialog, Judging *judging)
{
  GtkWidget *group = care_form_dialog_add_group (dialog, _ ("By Whom"), NULL);

  care_form_dialog_add_field (dialog, group, judging->verdict, "judged", _ ("Judged On"));
  care_form_dialog_add_field (dialog, group, judging->verdict, "author", NULL);
  care_form_dialog_add_field (dialog, group, judging->verdict, "reviewer", NULL);
}

static Judging *
judging_new (CareLibrary *library, CareRecord *of)
{
  Judging *judging = g_new0 (Judging, 1);

  judging->library = g_object_ref (library);
  judging->pledge = g_object_ref (care_record_is (of, "limb") ? care_library_follow (library, of, "pledge") : of);
  judging->verdict = care_verdict_draft (library, of, care_clock_today ());
  judging->evidence = care_record_new (care_kind_find ("evidence"), care_library_make_id ());
  judging->citation = care_record_new (care_kind_find ("citation"), care_library_make_id ());
  return judging;
}

/* @what tells a verdict of ours from a source's. */
static void
begin (CareFormDialog *dialog, const char *what, CareRecord *of)
{
  g_autofree char *form = g_strdup_printf (care_record_is (of, "limb") ? "%s limb:%" G_GINT64_FORMAT : "%s:%" G_GINT64_FORMAT, what,
                                           care_record_get_id (of));

  care_form_dialog_begin (dialog, form);
}

/**
 * care_verdict_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written and read now
 * @of: a pledge of it, or a limb of one
 *
 * Returns: (transfer none): a dialog that records a verdict of ours on @of, as one act;
 *   GTK holds it until it is closed. The verdicts before it stay as they are.
 */
GtkWidget *
care_verdict_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *of)
{
  CareFormDialog *dialog = CARE_FORM_DIALOG (care_form_dialog_new (parent, library, _ ("Assess"), _ ("Record")));
  Judging *judging = judging_new (library, of);

  care_form_dialog_set_plan (dialog, plan, judging, judging_free);
  care_form_dialog_set_subtitle (dialog, care_record_get_title (judging->pledge));
  add_verdict (dialog, judging);
  add_evidence (dialog, judging);
  add_judge (dialog, judging);
  begin (dialog, "assess", of);
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), judging);
  return GTK_WIDGET (dialog);
}

/* Its date is the source's, not that on which we read it, and so is its author. */
static void
make_reported (CareRecord *verdict)
{
  care_record_set (verdict, "whose", "source", NULL);
  care_record_set (verdict, "judged", NULL, NULL);
  care_record_set (verdict, "author", NULL, NULL);
}

/**
 * care_verdict_dialog_new_reported:
 * @parent: the window that it belongs to
 * @library: a library that can be written and read now
 * @of: a pledge of it, or a limb of one
 *
 * Returns: (transfer none): a dialog that records what a source says of @of, in the
 *   source's own word; GTK holds it until it is closed. Our verdict stays what it is.
 */
GtkWidget *
care_verdict_dialog_new_reported (GtkWindow *parent, CareLibrary *library, CareRecord *of)
{
  CareFormDialog *dialog
    = CARE_FORM_DIALOG (care_form_dialog_new (parent, library, _ ("Report a Verdict"), _ ("Record")));
  Judging *judging = judging_new (library, of);
  GtkWidget *group
    = care_form_dialog_add_group (dialog, NULL, _ ("In the source’s own word. Our verdict stays what it is."));
  GtkWidget *label;

  make_reported (judging->verdict);
  care_form_dialog_set_plan (dialog, plan, judging, judging_free);
  care_form_dialog_set_subtitle (dialog, care_record_get_title (of));
  label = care_form_dialog_add_field (dialog, group, judging->verdict, "label", NULL);
  care_form_dialog_add_field (dialog, group, judging->verdict, "source", NULL);
  care_form_dialog_add_field (dialog, group, judging->verdict, "reasoning", NULL);
  care_form_dialog_add_field (dialog, group, judging->verdict, "judged", NULL);
  care_form_dialog_add_field (dialog, group, judging->verdict, "judged_words", NULL);
  begin (dialog, "report", of);
  gtk_widget_grab_focus (label);
  g_signal_connect (dialog, "done", G_CALLBACK (tell_done), judging);
  return GTK_WIDGET (dialog);
}
