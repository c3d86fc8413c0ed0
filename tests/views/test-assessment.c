/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How pledges and deadlines stand in the record pane, and the forms that judge and read them. */

#include "care-panel.h"
#include "care-choice-row.h"
#include "care-draft-form.h"
#include "care-form-dialog.h"
#include "care-panel.h"
#include "care-reading-dialog.h"
#include "care-record-pane.h"
#include "care-reference-row.h"
#include "care-value-row.h"
#include "care-verdict-dialog.h"
#include "views-fixture.h"

#include <string.h>

#define BARRIERS 11001   /* a verdict of ours, one on a limb, and one of a source */
#define REMOVES 12002    /* a limb of it, with a deadline of its own, that nobody has judged */
#define JOINED_UP 11002  /* by 2018, not yet rated */
#define BY_2018 14003    /* its deadline */
#define IN_SEPTEMBER 14008 /* of a pledge of May 2013 */
#define MILESTONE 21001 /* of the same, by the end of June */

static CareRecordPane *
open_pane (ViewsFixture *fixture, const char *kind, CareId id)
{
  CareRecordPane *pane = CARE_RECORD_PANE (care_record_pane_new ());

  ui_test_show (GTK_WIDGET (pane), 500, 900);
  care_record_pane_set_library (pane, fixture->library);
  care_record_pane_show (pane, views_fixture_find (fixture, kind, id));
  ui_test_settle ();
  return pane;
}

static void
close_pane (CareRecordPane *pane)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (pane)), pane);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

/* All titles and subtitles of the rows of the panel, a line each. */
static char *
read_panel (CareRecordPane *pane)
{
  g_autoptr (GPtrArray) rows
    = find_all (ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL), ADW_TYPE_ACTION_ROW);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s | %s\n", adw_preferences_row_get_title (g_ptr_array_index (rows, i)),
                            adw_action_row_get_subtitle (g_ptr_array_index (rows, i)));
  return g_string_free (text, FALSE);
}

static void
assert_order (const char *text, const char *const *parts)
{
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_test_message ("no “%s” in “%s”", parts[i], at);
      g_assert_nonnull (found);
      at = found;
    }
}

/* C: the tracker's "Broken" is reported beside ours, which is another. */
static void
test_pledge (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const parts[]
    = { "before April 2018 | Due by 31 March 2018, counted to January 2019: late by nine months.",
        "Delivery: in progress · Timeliness: missed · Evidence: moderate | 16 May 2019",
        "Delivery: not assessed · Timeliness: not assessed · Evidence: not assessed | Limb: Review how",
        "“Broken” · Timeliness: missed | reported by Remove barriers",
        "The NHS Long Term Plan rolls out integrated care systems | supports · January 2019",
        "| qualifies", "| context", NULL };
  CareRecordPane *pane = open_pane (fixture, "pledge", BARRIERS);
  g_autofree char *text = read_panel (pane);

  assert_order (text, parts);
  g_assert_cmpuint (views_fixture_count_labels (pane, "What sources say. It is not our verdict."), ==, 1);
  close_pane (pane);
}

/* (nullable): the row that opens @record. */
static GtkWidget *
find_row_of (GtkWidget *panel, CareRecord *record)
{
  g_autoptr (GPtrArray) rows = find_all (panel, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (care_panel_get_target (g_ptr_array_index (rows, i)) == record)
      return g_ptr_array_index (rows, i);
  return NULL;
}

static void
choose (GtkWidget *dialog, const char *label, const char *word)
{
  g_autoptr (GPtrArray) rows = find_all (dialog, CARE_TYPE_CHOICE_ROW);

  for (guint i = 0; i < rows->len; i++)
    for (guint n = 0; g_strcmp0 (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), label) == 0; n++)
      {
        adw_combo_row_set_selected (g_ptr_array_index (rows, i), n);
        if (g_strcmp0 (care_choice_row_get_word (g_ptr_array_index (rows, i)), word) == 0)
          return;
      }
  g_assert_not_reached ();
}

static void
finish (GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  care_form_dialog_finish (CARE_FORM_DIALOG (dialog));
  ui_test_wait (dialog == NULL);
}

/* Not yet rated until somebody has judged; then the verdict before is still there. */
static void
test_judge (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "Delivery: stalled", "Delivery: in progress · Timeliness: missed", NULL };
  CareRecordPane *pane = open_pane (fixture, "pledge", JOINED_UP);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *dialog;
  g_autofree char *text = NULL;

  g_assert_cmpuint (views_fixture_count_labels (pane, "Not yet rated. Nobody has judged this pledge."), ==, 1);
  dialog = care_verdict_dialog_new (parent, fixture->library, views_fixture_find (fixture, "pledge", JOINED_UP));
  gtk_window_present (GTK_WINDOW (dialog));
  views_fixture_assert_fits (dialog);
  choose (dialog, "Delivery", "in-progress");
  choose (dialog, "Timeliness", "missed");
  finish (dialog);
  g_assert_cmpstr (told->str, ==, "Delivery: in progress · Timeliness: missed");
  dialog = care_verdict_dialog_new (parent, fixture->library, views_fixture_find (fixture, "pledge", JOINED_UP));
  gtk_window_present (GTK_WINDOW (dialog));
  choose (dialog, "Delivery", "stalled");
  finish (dialog);
  text = read_panel (pane);
  assert_order (text, parts);
  g_assert_cmpuint (views_fixture_count_labels (pane, "Earlier Verdicts"), ==, 1);
  gtk_window_destroy (parent);
  close_pane (pane);
}

static gboolean
says (gpointer dialog, const char *part)
{
  g_autoptr (GPtrArray) labels = find_all (dialog, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), part) != NULL)
      return TRUE;
  return FALSE;
}

/* Where a limb stands, that is what is judged, and its lateness is not that of the pledge. */
static void
test_judge_limb (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *dialog = care_verdict_dialog_new (parent, fixture->library, views_fixture_find (fixture, "limb", REMOVES));
  g_autoptr (GPtrArray) verdicts = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (says (dialog, "Make changes that remove barriers to integrated care"));
  g_assert_true (says (dialog, "Due by 31 March 2018, counted to January 2019: late by nine months."));
  g_assert_true (says (dialog, "ue by 1 April 2018"));
  g_assert_false (says (dialog, "Due by 1 April 2018, counted"));
  choose (dialog, "Delivery", "in-part");
  finish (dialog);
  verdicts = care_library_children (fixture->library, "verdict", "limb", REMOVES);
  g_assert_cmpuint (verdicts->len, ==, 1);
  g_assert_cmpstr (care_record_get (g_ptr_array_index (verdicts, 0), "delivery"), ==, "in-part");
  gtk_window_destroy (parent);
}

static gboolean
has_focus (CareRecordPane *pane, const char *action)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (pane)));

  return focus != NULL && GTK_IS_ACTIONABLE (focus) && gtk_widget_get_mapped (focus)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), action) == 0;
}

/* Where a person was is where he is after what he did, or somebody else. */
static void
test_focus (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "pledge", JOINED_UP);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL);
  GtkWidget *button = ui_test_find_label (panel, GTK_TYPE_BUTTON, "Report a Verdict…");
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) report = g_simple_action_new ("report-verdict", NULL);
  CareRecord *evidence;
  GtkWidget *focus;

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (report));
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (panel)), "win", G_ACTION_GROUP (actions));
  gtk_widget_grab_focus (button);
  views_fixture_insert (fixture, "evidence", 90001, "pledge", "11002", "text", "A report", "bearing", "supports", NULL);
  ui_test_settle ();
  g_assert_true (has_focus (pane, "win.report-verdict"));
  views_fixture_set (fixture, "evidence", 90001, "text", "A longer report");
  ui_test_settle ();
  g_assert_true (has_focus (pane, "win.report-verdict"));
  evidence = views_fixture_find (fixture, "evidence", 90001);
  panel = ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL);
  focus = find_row_of (panel, evidence);
  g_assert_true (gtk_widget_grab_focus (focus));
  views_fixture_set (fixture, "evidence", 90001, "text", "A report again");
  ui_test_settle ();
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (pane)));
  g_assert_true (care_panel_get_target (focus) == evidence);
  close_pane (pane);
}

/* In the source's own word; ours is still what it was. */
static void
test_report (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "pledge", JOINED_UP);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *dialog
    = care_verdict_dialog_new_reported (parent, fixture->library, views_fixture_find (fixture, "pledge", JOINED_UP));
  g_autofree char *text = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  views_fixture_assert_fits (dialog);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_TEXT)), "Stalled");
  care_form_dialog_finish (CARE_FORM_DIALOG (dialog));
  ui_test_wait (views_fixture_count_labels (dialog, "Choose the source whose verdict this is.") == 1);
  g_signal_emit_by_name (ui_test_find (dialog, CARE_TYPE_REFERENCE_ROW), "chosen",
                         views_fixture_find (fixture, "source", 7003));
  finish (dialog);
  text = read_panel (pane);
  g_assert_nonnull (strstr (text, "“Stalled” | reported by Remove barriers"));
  g_assert_cmpuint (views_fixture_count_labels (pane, "Not yet rated. Nobody has judged this pledge."), ==, 1);
  gtk_window_destroy (parent);
  close_pane (pane);
}

/* All readings, whether one is chosen or not; then which, by whom and why. */
static void
test_reading (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "deadline", BY_2018);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *dialog;
  g_autoptr (GPtrArray) checks = NULL;
  g_autofree char *before = read_panel (pane);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==,
                   "before the period named begins | due by 31 December 2017\n"
                   "before the period named ends | due by 31 December 2018\n"
                   "before the financial year begins | due by 31 March 2018\n");
  care_library_set_author (fixture->library, "A. Writer");
  dialog = care_reading_dialog_new (parent, fixture->library, views_fixture_find (fixture, "deadline", BY_2018));
  gtk_window_present (GTK_WINDOW (dialog));
  views_fixture_assert_fits (dialog);
  checks = find_all (dialog, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (g_ptr_array_index (checks, 3))); /* later */
  gtk_check_button_set_active (g_ptr_array_index (checks, 1), TRUE);
  finish (dialog);
  g_assert_cmpstr (told->str, ==, "“by 2018”: due by 31 December 2018.");
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", BY_2018, "reading"), ==, "lenient");
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", BY_2018, "reading_by"), ==, "A. Writer");
  after = read_panel (pane);
  g_assert_nonnull (strstr (after, "before the period named ends | due by 31 December 2018 · chosen\n"));
  gtk_window_destroy (parent);
  close_pane (pane);
}

/* While the disk is slow nobody waits: the form comes once, when it can be read. */
static void
test_slow (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "deadline", BY_2018);
  g_autoptr (GPtrArray) rows
    = find_all (ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL), ADW_TYPE_ACTION_ROW);

  views_fixture_get_stuck (fixture);
  for (guint i = 0; i < 2; i++)
    g_signal_emit_by_name (g_ptr_array_index (rows, i), "activated");
  ui_test_settle ();
  g_assert_null (views_fixture_find_window (CARE_TYPE_FORM_DIALOG));
  views_fixture_set_stuck (fixture, FALSE);
  ui_test_wait (views_fixture_find_window (CARE_TYPE_FORM_DIALOG) != NULL);
  gtk_window_destroy (views_fixture_find_window (CARE_TYPE_FORM_DIALOG));
  g_assert_null (views_fixture_find_window (CARE_TYPE_FORM_DIALOG));
  close_pane (pane);
}

static CareValueRow *
type (CareRecordPane *pane, const char *title, const char *text)
{
  g_autoptr (GPtrArray) rows = find_all (pane, CARE_TYPE_VALUE_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title) == 0)
      {
        gtk_editable_set_text (GTK_EDITABLE (ui_test_find (g_ptr_array_index (rows, i), GTK_TYPE_TEXT)), text);
        return g_ptr_array_index (rows, i);
      }
  g_assert_not_reached ();
}

/* What is typed is understood while it is typed, and its fields follow by the same act. */
static void
test_words (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "deadline", BY_2018);
  CareValueRow *row = type (pane, "Words", "by the end of this parl");

  g_assert_cmpuint (views_fixture_count_labels (pane, "“by the end of this parl” is kept as it is, but no date can be read in "
                                                      "it: if it names one, choose a qualifier and enter the date."), ==, 1);
  row = type (pane, "Words", "by the end of this Parliament");
  g_assert_cmpuint (views_fixture_count_labels (pane, "“by the end of this Parliament”: due by 30 March 2015."), ==, 1);
  g_assert_true (care_value_row_flush (row));
  ui_test_wait (g_strcmp0 (views_fixture_get (fixture, "deadline", BY_2018, "qualifier"), "end-of") == 0);
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", BY_2018, "due"), ==, "2010-05-18/2015-03-30");
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", BY_2018, "anchor"), ==, "2013-05?");
  ui_test_wait (views_fixture_count_labels (pane, "“by the end of this Parliament”: due by 30 March 2015.") == 2);

  g_free (care_library_undo (fixture->library, NULL));
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", BY_2018, "words"), ==, "by 2018");
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", BY_2018, "qualifier"), ==, "by");
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", BY_2018, "due"), ==, "2018");
  g_assert_null (views_fixture_get (fixture, "deadline", BY_2018, "anchor"));
  close_pane (pane);
}

/* T10: the month is known, and its year once it is known when it was said. */
static void
test_offer (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "deadline", IN_SEPTEMBER);
  g_autoptr (GPtrArray) rows = find_all (ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL), ADW_TYPE_ACTION_ROW);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (adw_preferences_row_get_title (g_ptr_array_index (rows, 0)), ==, "Read the Date in the Words");
  g_signal_emit_by_name (g_ptr_array_index (rows, 0), "activated");
  ui_test_wait (g_strcmp0 (views_fixture_get (fixture, "deadline", IN_SEPTEMBER, "due"), "2013-09?") == 0);
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", IN_SEPTEMBER, "anchor"), ==, "2013-05?");
  g_assert_cmpstr (views_fixture_get (fixture, "deadline", IN_SEPTEMBER, "anchor_words"), ==, "year not stated");
  ui_test_wait (views_fixture_count_labels (pane, "due by 1 September 2013") == 1);
  close_pane (pane);
}

/* The same of a milestone, which has a date only. */
static void
test_milestone (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "milestone", MILESTONE);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL);
  g_autoptr (GPtrArray) rows = find_all (panel, ADW_TYPE_ACTION_ROW);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (rows, 0)), ==, "30 June 2013 (uncertain)");
  g_signal_emit_by_name (g_ptr_array_index (rows, 0), "activated");
  ui_test_wait (g_strcmp0 (views_fixture_get (fixture, "milestone", MILESTONE, "due"), "2013-06-30?") == 0);
  ui_test_wait (!gtk_widget_get_visible (panel));

  type (pane, "Date as Stated", "by the end of July");
  g_assert_cmpuint (views_fixture_count_labels (pane, "“by the end of July”: due by 31 July 2013."), ==, 1);
  care_value_row_flush (type (pane, "Date as Stated", "by the end of July"));
  ui_test_wait (g_strcmp0 (views_fixture_get (fixture, "milestone", MILESTONE, "due"), "2013-07-31?") == 0);
  close_pane (pane);
}

/* A new deadline is filled in from its words, before it is put in. */
static void
test_draft (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *form = care_draft_form_new (fixture->library, care_kind_find ("deadline"));
  g_autoptr (GPtrArray) rows = NULL;

  ui_test_show (form, 400, 500);
  care_draft_form_set (CARE_DRAFT_FORM (form), "pledge", "11002");
  rows = find_all (form, CARE_TYPE_VALUE_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (g_ptr_array_index (rows, 0)), ==, "Words");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (g_ptr_array_index (rows, 0), GTK_TYPE_TEXT)), "within 18 months");
  g_assert_cmpuint (views_fixture_count_labels (form, "“within 18 months”: due by 30 November 2014."), ==, 1);
  g_assert_true (care_value_row_flush (g_ptr_array_index (rows, 0)));
  g_assert_cmpstr (care_choice_row_get_word (CARE_CHOICE_ROW (ui_test_find (form, CARE_TYPE_CHOICE_ROW))), ==, "within");
  views_fixture_destroy (gtk_widget_get_root (form), form);
}

static void
add (const char *path, void (*test) (ViewsFixture *fixture, gconstpointer data))
{
  g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  add ("/assessment/pledge", test_pledge);
  add ("/assessment/judge", test_judge);
  add ("/assessment/judge-limb", test_judge_limb);
  add ("/assessment/focus", test_focus);
  add ("/assessment/report", test_report);
  add ("/assessment/reading", test_reading);
  add ("/assessment/slow", test_slow);
  add ("/assessment/words", test_words);
  add ("/assessment/offer", test_offer);
  add ("/assessment/milestone", test_milestone);
  add ("/assessment/draft", test_draft);
  return g_test_run ();
}
