/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person has typed and the disk has not: shown anew, it is what he typed. */

#include "care-choice-row.h"
#include "care-editor.h"
#include "care-prose-row.h"
#include "care-prose-view.h"
#include "care-record-pane.h"
#include "care-value-row.h"
#include "views-fixture.h"

#define OTHER_FIGURE 17002
#define OTHER_SECTION 28003

static CareRecordPane *
open_pane (ViewsFixture *fixture)
{
  CareRecordPane *pane = CARE_RECORD_PANE (care_record_pane_new ());

  ui_test_show (GTK_WIDGET (pane), 480, 640);
  care_record_pane_set_library (pane, fixture->library);
  care_record_pane_show (pane, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  ui_test_settle ();
  return pane;
}

static CareEditor *
open_editor (ViewsFixture *fixture)
{
  CareEditor *editor = CARE_EDITOR (care_editor_new ());

  ui_test_show (GTK_WIDGET (editor), 1200, 700);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  ui_test_settle ();
  return editor;
}

static void
close_window (gpointer widget)
{
  views_fixture_destroy (gtk_widget_get_root (widget), widget);
}

static gpointer
find_row (CareRecordPane *pane, GType type, const char *title)
{
  GtkWidget *row = ui_test_find_label (GTK_WIDGET (pane), type, title);

  g_assert_nonnull (row);
  return row;
}

static CareValueRow *
type (CareRecordPane *pane, const char *title, const char *text)
{
  CareValueRow *row = find_row (pane, CARE_TYPE_VALUE_ROW, title);

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT)), text);
  return row;
}

static void
type_value (CareRecordPane *pane, const char *text)
{
  type (pane, "Value", text);
}

static void
type_note (CareRecordPane *pane, const char *text)
{
  GtkWidget *row = find_row (pane, CARE_TYPE_PROSE_ROW, "Note");

  gtk_widget_grab_focus (row);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_test_find (row, GTK_TYPE_TEXT_VIEW))),
                            text, -1);
}

static void
assert_text (CareRecordPane *pane, GType type, const char *title, const char *expected)
{
  g_autofree char *text = care_edit_row_get_text (find_row (pane, type, title));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_value (CareRecordPane *pane, const char *expected)
{
  assert_text (pane, CARE_TYPE_VALUE_ROW, "Value", expected);
}

/* Shows another record, and then the one that was shown. */
static void
leave_and_return (ViewsFixture *fixture, CareRecordPane *pane)
{
  care_record_pane_show (pane, views_fixture_find (fixture, "figure", OTHER_FIGURE));
  assert_value (pane, "£5.3 billion");
  care_record_pane_show (pane, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
}

static void
settle (ViewsFixture *fixture)
{
  care_library_settle (fixture->library);
  ui_test_settle ();
}

static void
retry_with_room (ViewsFixture *fixture)
{
  views_fixture_set_full (FALSE);
  care_library_retry (fixture->library);
  settle (fixture);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_SAVED);
}

static const char *
get_recorded (ViewsFixture *fixture, const char *kind, CareId id, const char *field)
{
  return care_record_get (views_fixture_find (fixture, kind, id), field);
}

static guint
count_history (ViewsFixture *fixture)
{
  g_autoptr (GPtrArray) history = care_library_history (fixture->library, 100, NULL);

  return history->len;
}

/* The disk has it, and nobody has been told so yet. */
static void
test_under_way (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture);

  type_value (pane, "£4.2bn");
  leave_and_return (fixture, pane);
  g_assert_cmpstr (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "38e8 GBP");
  assert_value (pane, "£4.2 billion");
  settle (fixture);
  g_assert_cmpstr (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "42e8 GBP");
  assert_value (pane, "£4.2 billion");
  close_window (pane);
}

/* Fields of each sort; one that was empty does not hide what it is going to be. */
static void
test_held (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture);
  CareRecordPane *second;
  guint before = count_history (fixture);

  views_fixture_set_full (TRUE);
  type_value (pane, "£4bn");
  type_note (pane, "Rough");
  care_record_pane_focus_field (pane, "price_year");
  g_assert_true (care_value_row_flush (type (pane, "Price Year", "2014")));
  adw_combo_row_set_selected (find_row (pane, CARE_TYPE_CHOICE_ROW, "Flow Kind"), 0);
  settle (fixture);
  leave_and_return (fixture, pane);
  settle (fixture);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_NOT_SAVED);
  g_assert_null (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "price_year"));
  assert_value (pane, "£4 billion");
  assert_text (pane, CARE_TYPE_PROSE_ROW, "Note", "Rough");
  care_record_pane_focus_field (pane, "flow");
  g_assert_null (care_choice_row_get_word (find_row (pane, CARE_TYPE_CHOICE_ROW, "Flow Kind")));
  assert_text (pane, CARE_TYPE_VALUE_ROW, "Price Year", "2014");
  g_assert_null (ui_test_find_label (find_row (pane, ADW_TYPE_EXPANDER_ROW, "More Fields"), CARE_TYPE_VALUE_ROW,
                                     "Price Year"));
  second = open_pane (fixture);
  assert_value (second, "£4 billion");
  close_window (second);

  retry_with_room (fixture);
  assert_value (pane, "£4 billion");
  g_assert_cmpstr (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "4e9 GBP");
  g_assert_cmpstr (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "note"), ==, "Rough");
  g_assert_null (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "flow"));
  g_assert_cmpuint (count_history (fixture), ==, before + 4); /* to look again was no act */
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£7 billion");
  assert_value (pane, "£7 billion");
  close_window (pane);
}

/* Another pane that shows the same, and was hidden meanwhile. */
static void
test_other_pane (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *first = open_pane (fixture);
  CareRecordPane *second = open_pane (fixture);

  gtk_widget_set_visible (GTK_WIDGET (second), FALSE);
  views_fixture_set_full (TRUE);
  type_value (first, "£4bn");
  leave_and_return (fixture, first);
  settle (fixture);
  gtk_widget_set_visible (GTK_WIDGET (second), TRUE);
  ui_test_settle ();
  assert_value (second, "£4 billion");
  retry_with_room (fixture);
  assert_value (second, "£4 billion");
  close_window (second);
  close_window (first);
}

/* A person goes on with what he sees again, and that is what is saved. */
static void
test_gone_on_with (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture);

  views_fixture_set_full (TRUE);
  type_note (pane, "Rough");
  leave_and_return (fixture, pane);
  settle (fixture);
  type_note (pane, "Rough, and more");
  leave_and_return (fixture, pane);
  assert_text (pane, CARE_TYPE_PROSE_ROW, "Note", "Rough, and more");
  retry_with_room (fixture);
  assert_text (pane, CARE_TYPE_PROSE_ROW, "Note", "Rough, and more");
  g_assert_cmpstr (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "note"), ==, "Rough, and more");
  close_window (pane);
}

/* Back to what the file says is a change as well. */
static void
test_taken_back (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture);

  views_fixture_set_full (TRUE);
  type_value (pane, "£4bn");
  leave_and_return (fixture, pane);
  settle (fixture);
  type_value (pane, "£3.8 billion");
  leave_and_return (fixture, pane);
  assert_value (pane, "£3.8 billion");
  retry_with_room (fixture);
  assert_value (pane, "£3.8 billion");
  g_assert_cmpstr (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "38e8 GBP");
  close_window (pane);
}

/* What is undone while it is held is not what was typed. */
static void
test_undone (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture);

  views_fixture_set_full (TRUE);
  type_value (pane, "£4bn");
  leave_and_return (fixture, pane);
  care_library_turn_async (fixture->library, CARE_HISTORY_UNDO, 0, NULL, NULL);
  settle (fixture);
  leave_and_return (fixture, pane);
  assert_value (pane, "£3.8 billion");
  care_library_turn_async (fixture->library, CARE_HISTORY_REDO, 0, NULL, NULL);
  leave_and_return (fixture, pane);
  assert_value (pane, "£4 billion");
  retry_with_room (fixture);
  assert_value (pane, "£4 billion");
  g_assert_cmpstr (get_recorded (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "4e9 GBP");
  close_window (pane);
}

/* An act that sets a field, and will be in conflict: a figure of that id is there. */
static void
submit_wrong (ViewsFixture *fixture, CareRecord *record, const char *field, const char *text)
{
  g_autoptr (CareAct) act = care_act_new ("Wrong");
  g_autoptr (CareRecord) there = care_record_new (care_kind_find ("figure"), 17001);
  g_autoptr (GError) error = NULL;

  care_record_set (there, "label", "Another", &error);
  g_assert_no_error (error);
  care_act_set (act, record, field, text, &error);
  g_assert_no_error (error);
  care_act_insert (act, there);
  care_library_apply_async (fixture->library, act, NULL, NULL);
}

/* What is refused for good is no longer shown as if it were to be. */
static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture);
  CareEditor *editor = open_editor (fixture);
  CareProseView *prose = CARE_PROSE_VIEW (ui_test_find (GTK_WIDGET (editor), CARE_TYPE_PROSE_VIEW));
  g_autofree char *before = care_prose_view_get_stored (prose);
  g_autofree char *held = NULL;
  g_autofree char *after = NULL;

  views_fixture_set_full (TRUE);
  type_note (pane, "Rough");
  leave_and_return (fixture, pane);
  submit_wrong (fixture, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM), "value", "£9bn");
  submit_wrong (fixture, views_fixture_find (fixture, "section", SAMPLE_MONEY_SECTION), "text", "Never.");
  settle (fixture);
  leave_and_return (fixture, pane);
  care_editor_select (editor, "section", OTHER_SECTION);
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  assert_value (pane, "£9 billion");
  held = care_prose_view_get_stored (prose);
  g_assert_cmpstr (held, ==, "Never.");

  retry_with_room (fixture);
  assert_value (pane, "£3.8 billion");
  assert_text (pane, CARE_TYPE_PROSE_ROW, "Note", "Rough");
  after = care_prose_view_get_stored (prose);
  g_assert_cmpstr (after, ==, before);
  close_window (editor);
  close_window (pane);
}

static gpointer
part (CareEditor *editor, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (editor), CARE_TYPE_EDITOR, name);
}

static void
type_text (CareEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (part (editor, "prose"));
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, text, -1);
}

static void
assert_written (CareEditor *editor, const char *heading, const char *beginning)
{
  g_autofree char *stored = care_prose_view_get_stored (part (editor, "prose"));

  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==, heading);
  g_assert_true (g_str_has_prefix (stored, beginning));
}

/* Another section is shown and the first one again; the editor is left and opened. */
static void
test_editor (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  g_autofree char *words = g_strdup (gtk_label_get_text (part (editor, "words")));

  views_fixture_set_full (TRUE);
  gtk_editable_set_text (part (editor, "heading"), "Joining up ");
  type_text (editor, "Xyzzy. ");
  care_editor_save (editor);
  g_assert_cmpstr (gtk_label_get_text (part (editor, "words")), !=, words);
  care_editor_select (editor, "section", OTHER_SECTION);
  settle (fixture);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_NOT_SAVED);
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  assert_written (editor, "Joining up", "Xyzzy. ");
  g_assert_cmpstr (gtk_label_get_text (part (editor, "words")), !=, words);

  type_text (editor, "Plugh. ");
  care_editor_close (editor);
  settle (fixture);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  assert_written (editor, "Joining up", "Plugh. Xyzzy. ");
  g_assert_cmpstr (get_recorded (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==,
                   "Joining up without upheaval");

  retry_with_room (fixture);
  assert_written (editor, "Joining up", "Plugh. Xyzzy. ");
  g_assert_cmpstr (get_recorded (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "Joining up");
  g_assert_true (g_str_has_prefix (get_recorded (fixture, "section", SAMPLE_MONEY_SECTION, "text"), "Plugh. Xyzzy. "));
  close_window (editor);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/unsaved/under-way", test_under_way);
  ADD ("/unsaved/held", test_held);
  ADD ("/unsaved/other-pane", test_other_pane);
  ADD ("/unsaved/gone-on-with", test_gone_on_with);
  ADD ("/unsaved/taken-back", test_taken_back);
  ADD ("/unsaved/undone", test_undone);
  ADD ("/unsaved/refused", test_refused);
  ADD ("/unsaved/editor", test_editor);
#undef ADD
  return g_test_run ();
}
