/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What checks find, beside the page: gone to, mended, kept, and in the way of an export. */

#include "care-editor.h"

#include "care-checks-pane.h"
#include "care-notice.h"
#include "care-prose-view.h"
#include "care-record-pane.h"
#include "views-fixture.h"

#include <string.h>

static gpointer
part (CareEditor *editor, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (editor), CARE_TYPE_EDITOR, name);
}

static gpointer
pane_part (CareEditor *editor, const char *name)
{
  return gtk_widget_get_template_child (part (editor, "checks"), CARE_TYPE_CHECKS_PANE, name);
}

static gboolean
is_titled (CareEditor *editor, const char *title)
{
  g_autofree char *found = NULL;

  g_object_get (part (editor, "checks"), "title", &found, NULL);
  return g_strcmp0 (found, title) == 0;
}

/* Waits until the checks have been run, and found so many. */
static void
wait_for (CareEditor *editor, const char *title)
{
  ui_test_wait (is_titled (editor, title));
}

static CareEditor *
open_editor_at (ViewsFixture *fixture, int width)
{
  CareEditor *editor = CARE_EDITOR (care_editor_new ());

  ui_test_show (GTK_WIDGET (editor), width, 700);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_settle ();
  return editor;
}

static CareEditor *
open_editor (ViewsFixture *fixture)
{
  return open_editor_at (fixture, 1200);
}

static void
close_editor (CareEditor *editor)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (editor)), editor);
}

static void
act (CareEditor *editor, ViewsFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
  care_library_settle (fixture->library);
  ui_test_settle ();
}

static void
click (CareEditor *editor, ViewsFixture *fixture, const char *name)
{
  g_signal_emit_by_name (pane_part (editor, name), "clicked");
  care_library_settle (fixture->library);
  ui_test_settle ();
}

/* What the sample leaves open is found, and nothing that must be fixed. */
static void
test_sample (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  wait_for (editor, "Checks 4");
  g_assert_cmpstr (gtk_label_get_text (pane_part (editor, "summary")), ==,
                   "Nothing must be fixed · 4 to look at");
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "checks"), "Look At (4)"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "checks"), "Passed (29)"), ==, 1);
  close_editor (editor);
}

static const char *
get_text (ViewsFixture *fixture)
{
  return views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text");
}

/* A figure that is typed is gone to, and is a reference at one stroke and one undo. */
static void
test_mend (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  CareFinding *found;
  g_autofree char *undone = NULL;

  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", "It was £3.8bn in all. [@7004]");
  wait_for (editor, "Checks 5");
  act (editor, fixture, "editor.next-problem");
  found = care_checks_pane_get_selected (part (editor, "checks"));
  g_assert_cmpstr (found->check->id, ==, "typed-figure");
  g_assert_cmpint ((int) care_prose_view_get_place (part (editor, "prose")), ==, 7);
  g_assert_cmpstr (gtk_label_get_text (pane_part (editor, "mend_label")), ==, "Insert Figure");
  click (editor, fixture, "mend");
  g_assert_cmpstr (get_text (fixture), ==, "It was {figure:17016} in all. [@7004]");
  wait_for (editor, "Checks 4");
  undone = care_library_undo (fixture->library, NULL);
  g_assert_cmpstr (undone, ==, "Insert Figure in “Joining up without upheaval”");
  g_assert_cmpstr (get_text (fixture), ==, "It was £3.8bn in all. [@7004]");
  close_editor (editor);
}

/* Where the record is no element, it is opened at the field. */
static void
test_open_record (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  wait_for (editor, "Checks 4");
  act (editor, fixture, "editor.previous-problem");
  g_assert_true (gtk_stack_get_visible_child (part (editor, "text_stack")) == part (editor, "record_pane"));
  g_assert_true (care_record_is (care_record_pane_get_record (part (editor, "record_pane")), "quotation"));
  /* And the text is back when it is asked for. */
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (editor, "text_stack")), ==, "prose");
  close_editor (editor);
}

/* Where the list is out of sight, what is wrong is said beside what is gone to. */
static void
test_narrow (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor_at (fixture, 400);
  CareFinding *found;
  CareFinding *next;

  ui_test_wait (adw_leaflet_get_folded (part (editor, "panes")));
  wait_for (editor, "Checks 4");
  act (editor, fixture, "editor.next-problem");
  found = care_checks_pane_get_selected (part (editor, "checks"));
  g_assert_true (adw_leaflet_get_visible_child (part (editor, "panes")) == part (editor, "text_pane"));
  g_assert_true (care_notice_get_shown (part (editor, "notice")));
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "notice"), found->sentence), ==, 1);
  act (editor, fixture, "editor.next-problem");
  next = care_checks_pane_get_selected (part (editor, "checks"));
  g_assert_true (next != found);
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "notice"), next->sentence), ==, 1);
  g_signal_emit_by_name (part (editor, "notice"), "clicked");
  g_assert_true (adw_leaflet_get_visible_child (part (editor, "panes")) == part (editor, "page_pane"));
  g_assert_false (care_notice_get_shown (part (editor, "notice")));
  close_editor (editor);
}

/* A reason and a name are stored as one act, which can be undone. */
static void
test_keep (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  g_autoptr (GPtrArray) kept = NULL;
  CareRecord *exception;

  wait_for (editor, "Checks 4");
  care_library_set_author (fixture->library, "A. Writer");
  act (editor, fixture, "editor.next-problem");
  gtk_menu_button_popup (pane_part (editor, "keep"));
  ui_test_settle ();
  g_signal_emit_by_name (pane_part (editor, "reason"), "activate");
  g_assert_true (gtk_widget_get_visible (pane_part (editor, "refusal"))); /* without a reason */
  gtk_editable_set_text (pane_part (editor, "reason"), "The article gives");
  gtk_menu_button_popdown (pane_part (editor, "keep"));
  ui_test_settle ();
  gtk_menu_button_popup (pane_part (editor, "keep"));
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (pane_part (editor, "reason")), ==, "The article gives");
  gtk_editable_set_text (pane_part (editor, "reason"), "The article gives no source");
  g_signal_emit_by_name (pane_part (editor, "reason"), "activate");
  care_library_settle (fixture->library);
  wait_for (editor, "Checks 3");
  kept = care_library_children (fixture->library, "exception", "briefing", SAMPLE_BRIEFING);
  g_assert_cmpuint (kept->len, ==, 1);
  exception = g_ptr_array_index (kept, 0);
  g_assert_cmpstr (care_record_get (exception, "reason"), ==, "The article gives no source");
  g_assert_cmpstr (care_record_get (exception, "author"), ==, "A. Writer");
  g_assert_cmpstr (care_record_get (exception, "check"), ==, "figure-basis");
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "checks"), "Kept (1)"), ==, 1);

  /* It is selected still, and can be checked again. */
  g_assert_true (gtk_widget_get_visible (pane_part (editor, "again")));
  click (editor, fixture, "again");
  wait_for (editor, "Checks 4");
  close_editor (editor);
}

/* While the disk is slow nobody waits, and what was asked for is done then. */
static void
test_slow (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  wait_for (editor, "Checks 4");
  act (editor, fixture, "editor.next-problem");
  gtk_menu_button_popup (pane_part (editor, "keep"));
  ui_test_settle ();
  gtk_editable_set_text (pane_part (editor, "reason"), "The article gives no source");
  g_signal_emit_by_name (pane_part (editor, "reason"), "activate");
  care_library_settle (fixture->library);
  wait_for (editor, "Checks 3");
  views_fixture_get_stuck (fixture);
  g_signal_emit_by_name (pane_part (editor, "again"), "clicked");
  g_signal_emit_by_name (pane_part (editor, "again"), "clicked");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.next-problem", NULL));
  ui_test_settle ();
  g_assert_true (is_titled (editor, "Checks 3"));
  views_fixture_set_stuck (fixture, FALSE);
  wait_for (editor, "Checks 4");
  close_editor (editor);
}

/* What must be fixed is in the way, and says what can be done. */
static void
test_export (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  views_fixture_set (fixture, "quotation", 24004, "actor", NULL);
  wait_for (editor, "Checks 5");
  act (editor, fixture, "editor.export");
  ui_test_wait (views_fixture_count_labels (part (editor, "notice"), "1 problem must be fixed before export") == 1);
  g_assert_null (views_fixture_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG));
  g_signal_emit_by_name (part (editor, "notice"), "clicked");
  g_assert_false (care_notice_get_shown (part (editor, "notice")));
  g_assert_true (gtk_stack_get_visible_child (part (editor, "side_stack")) == part (editor, "checks"));
  views_fixture_set (fixture, "quotation", 24004, "actor", "1009");
  wait_for (editor, "Checks 4");
  close_editor (editor);
}

/* While the disk is slow nobody waits for what must be fixed, and who waits long is told. */
static void
test_export_slow (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  views_fixture_set (fixture, "quotation", 24004, "actor", NULL);
  wait_for (editor, "Checks 5");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.export", NULL));
  views_fixture_get_stuck (fixture);
  ui_test_wait (views_fixture_count_labels (part (editor, "notice"), "Checking the briefing…") == 1);
  g_signal_emit_by_name (part (editor, "notice"), "other-clicked");
  g_assert_false (care_notice_get_shown (part (editor, "notice")));
  views_fixture_set_stuck (fixture, FALSE);
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_false (care_notice_get_shown (part (editor, "notice")));
  act (editor, fixture, "editor.export");
  ui_test_wait (views_fixture_count_labels (part (editor, "notice"), "1 problem must be fixed before export") == 1);
  views_fixture_set (fixture, "quotation", 24004, "actor", "1009");
  wait_for (editor, "Checks 4");
  close_editor (editor);
}

/* Nor is it printed but as a draft; what a person keeps is no longer in the way. */
static void
test_print (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  views_fixture_set (fixture, "quotation", 24004, "actor", NULL);
  wait_for (editor, "Checks 5");
  act (editor, fixture, "editor.print");
  ui_test_wait (views_fixture_count_labels (part (editor, "notice"), "1 problem must be fixed before it is printed") == 1);
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "notice"), "Print as Draft…"), ==, 1);
  act (editor, fixture, "editor.export");
  ui_test_wait (views_fixture_count_labels (part (editor, "notice"), "Export as Draft…") == 1);
  g_signal_emit_by_name (part (editor, "notice"), "clicked");
  views_fixture_set (fixture, "quotation", 24004, "actor", "1009");
  wait_for (editor, "Checks 4");
  close_editor (editor);
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

  add ("/checks/sample", test_sample);
  add ("/checks/mend", test_mend);
  add ("/checks/open-record", test_open_record);
  add ("/checks/narrow", test_narrow);
  add ("/checks/keep", test_keep);
  add ("/checks/slow", test_slow);
  add ("/checks/export", test_export);
  add ("/checks/export-slow", test_export_slow);
  add ("/checks/print", test_print);
  return g_test_run ();
}
