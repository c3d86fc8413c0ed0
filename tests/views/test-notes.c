/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stage of a briefing, and the notes of its review beside the page. */

#include "care-editor.h"

#include "care-notes-pane.h"
#include "views-fixture.h"

static gpointer
part (CareEditor *editor, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (editor), CARE_TYPE_EDITOR, name);
}

static gpointer
pane_part (CareEditor *editor, const char *name)
{
  return gtk_widget_get_template_child (part (editor, "notes"), CARE_TYPE_NOTES_PANE, name);
}

static void
assert_title (CareEditor *editor, const char *title)
{
  g_autofree char *found = NULL;

  g_object_get (part (editor, "notes"), "title", &found, NULL);
  g_assert_cmpstr (found, ==, title);
}

static CareEditor *
open_editor (ViewsFixture *fixture)
{
  CareEditor *editor = CARE_EDITOR (care_editor_new ());

  care_library_set_author (fixture->library, "A. Writer");
  ui_test_show (GTK_WIDGET (editor), 1200, 700);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_settle ();
  return editor;
}

static void
close_editor (CareEditor *editor)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (editor)), editor);
}

static void
settle (ViewsFixture *fixture)
{
  care_library_settle (fixture->library);
  ui_test_settle ();
}

static void
click (CareEditor *editor, ViewsFixture *fixture, const char *name)
{
  g_signal_emit_by_name (pane_part (editor, name), "clicked");
  settle (fixture);
}

static void
add_note (CareEditor *editor, ViewsFixture *fixture, const char *text)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "part.add-note", NULL));
  ui_test_wait (gtk_widget_get_mapped (pane_part (editor, "text")));
  gtk_editable_set_text (pane_part (editor, "text"), text);
  g_signal_emit_by_name (pane_part (editor, "text"), "activate");
  settle (fixture);
}

static void
undo (ViewsFixture *fixture, const char *expected)
{
  g_autofree char *undone = care_library_undo (fixture->library, NULL);

  g_assert_cmpstr (undone, ==, expected);
  ui_test_settle ();
}

/* (transfer none) (nullable): the only note there is. */
static CareRecord *
find_note (ViewsFixture *fixture)
{
  g_autoptr (GPtrArray) notes = care_library_children (fixture->library, "review_note", "briefing", SAMPLE_BRIEFING);

  g_assert_cmpuint (notes->len, <=, 1);
  return notes->len == 0 ? NULL : g_ptr_array_index (notes, 0);
}

/* It is said below the outline, and set by one act. */
static void
test_stage (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "status", "draft");
  ui_test_wait (g_strcmp0 (gtk_menu_button_get_label (part (editor, "stage")), "Stage: Draft") == 0);
  g_assert_true (gtk_widget_activate_action (part (editor, "stage"), "page.stage", "s", "in-review"));
  settle (fixture);
  g_assert_cmpstr (gtk_menu_button_get_label (part (editor, "stage")), ==, "Stage: In review");
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "status"), ==, "in-review");
  undo (fixture, "Change Stage of “Integrating health and social care”");
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "status"), ==, "draft");
  ui_test_wait (g_strcmp0 (gtk_menu_button_get_label (part (editor, "stage")), "Stage: Draft") == 0);
  close_editor (editor);
}

/* It is about what is selected, of today and of the author. */
static void
test_add (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  CareRecord *note;

  assert_title (editor, "Notes");
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  add_note (editor, fixture, "");
  g_assert_true (gtk_widget_get_visible (pane_part (editor, "refusal")));
  g_assert_null (find_note (fixture));

  add_note (editor, fixture, "Who says so?");
  note = find_note (fixture);
  g_assert_nonnull (note);
  g_assert_cmpstr (care_record_get (note, "text"), ==, "Who says so?");
  g_assert_cmpint (care_record_get_reference (note, "section"), ==, SAMPLE_MONEY_SECTION);
  g_assert_cmpstr (care_record_get (note, "author"), ==, "A. Writer");
  g_assert_nonnull (care_record_get (note, "written"));
  g_assert_cmpstr (care_record_get (note, "standing"), ==, "open");
  assert_title (editor, "Notes 1");
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "notes"), "Who says so?"), ==, 1);
  undo (fixture, "Add Note “Who says so?”");
  assert_title (editor, "Notes");
  close_editor (editor);
}

/* What it says is changed by one act; it is still of whoever wrote it. */
static void
test_edit (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkEditable *entry;
  g_autofree char *written = NULL;

  g_assert_false (gtk_widget_get_sensitive (pane_part (editor, "edit")));
  add_note (editor, fixture, "Who says so?");
  written = g_strdup (care_record_get (find_note (fixture), "written"));
  care_library_set_author (fixture->library, "B. Reviewer");
  gtk_menu_button_popup (pane_part (editor, "edit"));
  entry = pane_part (editor, "edited");
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (entry)));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Who says so?");
  gtk_editable_set_text (entry, " ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_visible (pane_part (editor, "edit_refusal")));
  gtk_editable_set_text (entry, "Who says so, and when?");
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
  g_assert_cmpstr (care_record_get (find_note (fixture), "text"), ==, "Who says so, and when?");
  g_assert_cmpstr (care_record_get (find_note (fixture), "author"), ==, "A. Writer");
  g_assert_cmpstr (care_record_get (find_note (fixture), "written"), ==, written);
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "notes"), "Who says so, and when?"), ==, 1);
  undo (fixture, "Change Note “Who says so?”");
  g_assert_cmpstr (care_record_get (find_note (fixture), "text"), ==, "Who says so?");
  close_editor (editor);
}

/* A note that is half written is there again, where it is about the same; also when the
 * library has been closed meanwhile. */
static void
test_kept (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "part.add-note", NULL));
  ui_test_wait (gtk_widget_get_mapped (pane_part (editor, "text")));
  gtk_editable_set_text (pane_part (editor, "text"), "Half a no");
  gtk_menu_button_popdown (pane_part (editor, "add"));
  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  gtk_menu_button_popup (pane_part (editor, "add"));
  g_assert_cmpstr (gtk_editable_get_text (pane_part (editor, "text")), ==, "");
  close_editor (editor);
  views_fixture_reopen (fixture);
  editor = open_editor (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "part.add-note", NULL));
  ui_test_wait (gtk_widget_get_mapped (pane_part (editor, "text")));
  g_assert_cmpstr (gtk_editable_get_text (pane_part (editor, "text")), ==, "Half a no");
  g_signal_emit_by_name (pane_part (editor, "text"), "activate");
  settle (fixture);
  g_assert_cmpstr (care_record_get (find_note (fixture), "text"), ==, "Half a no");
  gtk_menu_button_popup (pane_part (editor, "add"));
  g_assert_cmpstr (gtk_editable_get_text (pane_part (editor, "text")), ==, "");
  gtk_menu_button_popdown (pane_part (editor, "add"));

  /* So is one that is being changed. */
  gtk_menu_button_popup (pane_part (editor, "edit"));
  gtk_editable_set_text (pane_part (editor, "edited"), "A whole no");
  gtk_menu_button_popdown (pane_part (editor, "edit"));
  gtk_menu_button_popup (pane_part (editor, "edit"));
  g_assert_cmpstr (gtk_editable_get_text (pane_part (editor, "edited")), ==, "A whole no");
  gtk_editable_set_text (pane_part (editor, "edited"), "Half a no");
  gtk_menu_button_popdown (pane_part (editor, "edit"));
  close_editor (editor);
}

static void
test_resolve (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  add_note (editor, fixture, "Too long");
  g_assert_cmpstr (gtk_button_get_label (pane_part (editor, "turn")), ==, "Resolve");
  click (editor, fixture, "turn");
  g_assert_cmpstr (care_record_get (find_note (fixture), "standing"), ==, "resolved");
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "notes"), "Resolved (1)"), ==, 1);
  assert_title (editor, "Notes");
  /* It is selected still. */
  g_assert_cmpstr (gtk_button_get_label (pane_part (editor, "turn")), ==, "Reopen");
  click (editor, fixture, "turn");
  assert_title (editor, "Notes 1");
  undo (fixture, "Reopen Note “Too long”");
  undo (fixture, "Resolve Note “Too long”");
  g_assert_cmpstr (care_record_get (find_note (fixture), "standing"), ==, "open");
  close_editor (editor);
}

/* What a note is about is shown from anywhere; the note goes by one act and comes back. */
static void
test_go_and_delete (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  g_autofree char *undone = NULL;

  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  add_note (editor, fixture, "Who says so?");
  care_editor_select (editor, "briefing", SAMPLE_BRIEFING);
  click (editor, fixture, "go");
  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==,
                   views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "heading"));
  click (editor, fixture, "delete");
  g_assert_null (find_note (fixture));
  assert_title (editor, "Notes");
  undone = care_library_undo (fixture->library, NULL);
  g_assert_nonnull (undone);
  ui_test_settle ();
  assert_title (editor, "Notes 1");
  close_editor (editor);
}

/* A note on a section that is deleted is about the whole briefing from then on. */
static void
test_element_deleted (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  views_fixture_insert (fixture, "section", 28999, "briefing", "27001", "heading", "More", NULL);
  ui_test_settle ();
  care_editor_select (editor, "section", 28999);
  add_note (editor, fixture, "Needed?");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "part.delete", NULL));
  settle (fixture);
  g_assert_null (care_record_get (find_note (fixture), "section"));
  assert_title (editor, "Notes 1");
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

  add ("/notes/stage", test_stage);
  add ("/notes/add", test_add);
  add ("/notes/edit", test_edit);
  add ("/notes/kept", test_kept);
  add ("/notes/resolve", test_resolve);
  add ("/notes/go-and-delete", test_go_and_delete);
  add ("/notes/element-deleted", test_element_deleted);
  return g_test_run ();
}
