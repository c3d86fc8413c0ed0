/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Find and replace in a briefing, and how many words there may be. */

#include "care-editor.h"

#include "care-prose-view.h"
#include "views-fixture.h"

#define NOTE_BOX 29008

static CareEditor *
show_editor (ViewsFixture *fixture)
{
  CareEditor *editor = CARE_EDITOR (care_editor_new ());

  ui_test_show (GTK_WIDGET (editor), 1200, 700);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_settle ();
  return editor;
}

static CareEditor *
open_editor (ViewsFixture *fixture)
{
  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "standfirst", "A zebra and {figure:17016}.");
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "heading", "Zebras");
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", "One ZEBRA, [@7004 p. 3 of zebra] two zebras.");
  views_fixture_set (fixture, "box", NOTE_BOX, "text", "No zebra.");
  return show_editor (fixture);
}

static void
close_editor (CareEditor *editor)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (editor)), editor);
}

static gpointer
part (CareEditor *editor, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (editor), CARE_TYPE_EDITOR, name);

  g_assert_nonnull (child);
  return child;
}

static void
act (CareEditor *editor, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
}

static void
find (CareEditor *editor, const char *wanted, const char *replacement)
{
  act (editor, "editor.find-replace");
  g_assert_true (gtk_revealer_get_reveal_child (part (editor, "find_bar")));
  gtk_editable_set_text (part (editor, "replace_entry"), replacement);
  gtk_editable_set_text (part (editor, "find_entry"), wanted);
}

static void
assert_said (CareEditor *editor, const char *expected)
{
  g_assert_cmpstr (gtk_label_get_text (part (editor, "find_count")), ==, expected);
}

/* What is selected in the text, as it is seen. */
static void
assert_selected (CareEditor *editor, const char *expected)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (part (editor, "prose"));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_find (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  find (editor, "Zebra", "");
  assert_said (editor, "1 of 6");
  assert_selected (editor, "zebra");
  act (editor, "editor.find-next");
  assert_said (editor, "2 of 6");
  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==, "Zebras");
  act (editor, "editor.find-next");
  assert_said (editor, "3 of 6");
  assert_selected (editor, "ZEBRA");
  act (editor, "editor.find-next");
  assert_said (editor, "4 of 6 · in the words of a record, which are changed there");
  for (guint i = 0; i < 4; i++)
    act (editor, "editor.find-previous");
  assert_said (editor, "6 of 6");
  gtk_editable_set_text (part (editor, "find_entry"), "£3.8");
  assert_said (editor, "1 of 1 · in the words of a record, which are changed there");
  gtk_editable_set_text (part (editor, "find_entry"), "no such words");
  assert_said (editor, "Not in this briefing");
  act (editor, "editor.find-close");
  g_assert_false (gtk_revealer_get_reveal_child (part (editor, "find_bar")));
  close_editor (editor);
}

static void
test_replace (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  find (editor, "zebra", "horse");
  act (editor, "editor.replace");
  assert_said (editor, "1 of 5");
  care_library_settle (fixture->library);
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "standfirst"), ==,
                   "A horse and {figure:17016}.");
  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==, "Zebras");
  close_editor (editor);
}

/* While the disk is slow nobody waits: what is found is what is going to be. */
static void
test_slow (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  find (editor, "zebra", "horse");
  views_fixture_get_stuck (fixture);
  act (editor, "editor.replace");
  assert_said (editor, "1 of 5");
  act (editor, "editor.find-next");
  assert_said (editor, "2 of 5");
  act (editor, "editor.replace-all");
  assert_said (editor, "4 places replaced · 1 left");
  care_editor_save (editor);
  views_fixture_set_stuck (fixture, FALSE);
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "standfirst"), ==,
                   "A horse and {figure:17016}.");
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "horses");
  close_editor (editor);
}

/* All of them are one act. */
static void
test_replace_all (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  g_autofree char *undone = NULL;

  find (editor, "zebra", "horse");
  act (editor, "editor.replace-all");
  assert_said (editor, "5 places replaced · 1 left");
  care_library_settle (fixture->library);
  assert_said (editor, "5 places replaced · 1 left");
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "horses");
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text"), ==,
                   "One horse, [@7004 p. 3 of zebra] two horses.");
  g_assert_cmpstr (views_fixture_get (fixture, "box", NOTE_BOX, "text"), ==, "No horse.");
  undone = care_library_undo (fixture->library, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "Zebras");
  g_assert_cmpstr (views_fixture_get (fixture, "box", NOTE_BOX, "text"), ==, "No zebra.");
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "standfirst"), ==,
                   "A zebra and {figure:17016}.");
  close_editor (editor);
}

static gboolean
can (CareEditor *editor, const char *label)
{
  return gtk_widget_get_sensitive (ui_test_find_label (GTK_WIDGET (editor), GTK_TYPE_BUTTON, label));
}

/* What is changed meanwhile is counted, too. */
static void
test_changed (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  find (editor, "zebra", "");
  assert_said (editor, "1 of 6");
  g_assert_true (can (editor, "Replace"));
  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "standfirst", "A zebra and a zebra.");
  assert_said (editor, "1 of 7");
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", "Nothing.");
  assert_said (editor, "1 of 4");
  close_editor (editor);
}

/* What cannot be written is found and not replaced. */
static void
test_read_only (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor;

  views_fixture_reopen_read_only (fixture);
  editor = show_editor (fixture);
  gtk_editable_set_text (part (editor, "replace_entry"), "horse");
  act (editor, "editor.find");
  gtk_editable_set_text (part (editor, "find_entry"), "care");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (part (editor, "find_count")), "1 of "));
  g_assert_false (can (editor, "Replace"));
  g_assert_false (can (editor, "Replace All"));
  close_editor (editor);
}

static void
give_budget (CareEditor *editor, const char *text)
{
  gtk_editable_set_text (part (editor, "budget_entry"), text);
  g_signal_emit_by_name (part (editor, "budget_popover"), "closed");
}

/* Told in words, with a mark where there are too many. */
static void
test_budget (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkLabel *words = part (editor, "words");

  g_assert_false (gtk_widget_get_visible (part (editor, "budget")));
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", "One two {figure:17016} [@7004].");
  g_assert_cmpstr (gtk_label_get_text (words), ==, "4 words");
  give_budget (editor, "5");
  g_assert_cmpstr (gtk_label_get_text (words), ==, "4 of 5 words · 1 left");
  g_assert_false (gtk_widget_get_visible (part (editor, "over")));
  give_budget (editor, "3");
  g_assert_cmpstr (gtk_label_get_text (words), ==, "4 of 3 words · 1 over");
  g_assert_true (gtk_widget_get_visible (part (editor, "over")));
  care_library_settle (fixture->library);
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "words"), ==, "3");
  ui_test_wait (views_fixture_count_labels (part (editor, "outline"), "1 over") == 1);
  give_budget (editor, "many");
  care_library_settle (fixture->library);
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "words"), ==, "3");
  give_budget (editor, "");
  care_library_settle (fixture->library);
  g_assert_null (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "words"));
  g_assert_cmpstr (gtk_label_get_text (words), ==, "4 words");
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
  add ("/editor-find/find", test_find);
  add ("/editor-find/replace", test_replace);
  add ("/editor-find/slow", test_slow);
  add ("/editor-find/replace-all", test_replace_all);
  add ("/editor-find/changed", test_changed);
  add ("/editor-find/read-only", test_read_only);
  add ("/editor-find/budget", test_budget);
  return g_test_run ();
}
