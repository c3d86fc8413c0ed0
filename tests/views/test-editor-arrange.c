/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in the outline. */

#include "care-editor.h"

#include "care-list.h"
#include "care-record-pane.h"
#include "views-fixture.h"

static gpointer
part (CareEditor *editor, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (editor), CARE_TYPE_EDITOR, name);
}

static CareEditor *
open_editor (ViewsFixture *fixture, const char *kind, CareId id)
{
  CareEditor *editor = CARE_EDITOR (care_editor_new ());

  ui_test_show (GTK_WIDGET (editor), 1200, 700);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_settle ();
  care_editor_select (editor, kind, id);
  return editor;
}

static void
close_editor (CareEditor *editor)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (editor)), editor);
}

static gboolean
can (CareEditor *editor, const char *action)
{
  GtkWidget *widget = GTK_WIDGET (editor);
  GtkWidget *button = gtk_button_new ();
  gboolean sensitive;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, widget);
  sensitive = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (button);
  return sensitive;
}

static void
act (CareEditor *editor, ViewsFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
  care_library_settle (fixture->library);
  ui_test_settle ();
}

/* The titles of the outline, in order. */
static char *
list (CareEditor *editor)
{
  GListModel *elements = care_list_get_model (part (editor, "outline"));
  GString *out = g_string_new (NULL);

  for (guint i = 1; i < g_list_model_get_n_items (elements); i++)
    {
      g_autoptr (CareRecord) element = g_list_model_get_item (elements, i);

      g_string_append_printf (out, "%s%.7s", i > 1 ? "|" : "", care_record_get_title (element));
    }
  return g_string_free (out, FALSE);
}

static void
assert_listed (CareEditor *editor, const char *expected)
{
  g_autofree char *found = list (editor);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_selected (CareEditor *editor, const char *title)
{
  CareRecord *selected = care_list_get_selected (part (editor, "outline"));

  g_assert_cmpstr (care_record_get_title (selected), ==, title);
}

#define BOXES "|Legisla|NHS Eng|Long-te|Party l|Local a|Current|Contact|Linking"

static void
test_add_section (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, "section", 28001);
  g_autofree char *undone = NULL;

  act (editor, fixture, "part.add-section");
  assert_listed (editor, "Two sys|New sec|Joining|What na|Will it" BOXES);
  assert_selected (editor, "New section");
  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==, "New section");
  /* All of it is selected: what is typed takes its place. */
  g_assert_true (gtk_editable_get_selection_bounds (part (editor, "heading"), NULL, NULL));
  undone = care_library_undo (fixture->library, NULL);
  g_assert_cmpstr (undone, ==, "Add “New section”");
  ui_test_settle ();
  assert_listed (editor, "Two sys|Joining|What na|Will it" BOXES);
  close_editor (editor);
}

static void
test_add_box (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, "box", 29001);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "part.add-box", "s", "table"));
  care_library_settle (fixture->library);
  ui_test_settle ();
  assert_listed (editor, "Two sys|Joining|What na|Will it|Legisla|Table|NHS Eng|Long-te|Party l|Local a|Current|Contact|Linking");
  assert_selected (editor, "Table");
  g_assert_true (gtk_stack_get_visible_child (part (editor, "text_stack")) == part (editor, "record_pane"));
  close_editor (editor);
}

/* Pressed again before the first is saved, it goes two places. */
static void
test_move (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, "section", 28001);

  g_assert_false (can (editor, "part.move-up"));
  gtk_widget_activate_action (GTK_WIDGET (editor), "part.move-down", NULL);
  act (editor, fixture, "part.move-down");
  assert_listed (editor, "Joining|What na|Two sys|Will it" BOXES);
  assert_selected (editor, "Two systems from the start");
  act (editor, fixture, "part.move-down");
  g_assert_false (can (editor, "part.move-down"));
  g_assert_true (can (editor, "part.move-up"));
  act (editor, fixture, "part.move-up");
  assert_listed (editor, "Joining|What na|Two sys|Will it" BOXES);
  close_editor (editor);
}

static void
test_drop (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, "section", 28001);
  CareList *outline = part (editor, "outline");

  g_assert_true (care_list_get_reorderable (outline));
  g_signal_emit_by_name (outline, "dropped", views_fixture_find (fixture, "section", 28004),
                         views_fixture_find (fixture, "section", 28002));
  care_library_settle (fixture->library);
  ui_test_settle ();
  assert_listed (editor, "Two sys|Will it|Joining|What na" BOXES);
  /* A section has no place among boxes, and the title has none at all. */
  g_signal_emit_by_name (outline, "dropped", views_fixture_find (fixture, "section", 28004),
                         views_fixture_find (fixture, "box", 29001));
  g_signal_emit_by_name (outline, "dropped", views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING),
                         views_fixture_find (fixture, "section", 28002));
  care_library_settle (fixture->library);
  ui_test_settle ();
  assert_listed (editor, "Two sys|Will it|Joining|What na" BOXES);
  close_editor (editor);
}

static void
test_duplicate (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, "section", 28001);

  act (editor, fixture, "part.duplicate");
  assert_listed (editor, "Two sys|Two sys|Joining|What na|Will it" BOXES);
  g_assert_true (care_list_get_selected (part (editor, "outline")) != views_fixture_find (fixture, "section", 28001));
  close_editor (editor);
}

/* What stands beside it is selected; what was typed in it comes back with it. */
static void
test_delete (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, "section", 28002);

  act (editor, fixture, "part.delete");
  assert_listed (editor, "Two sys|What na|Will it" BOXES);
  assert_selected (editor, "What national policy could change");
  g_free (care_library_undo (fixture->library, NULL));
  ui_test_settle ();
  assert_listed (editor, "Two sys|Joining|What na|Will it" BOXES);
  care_editor_select (editor, "box", 29008);
  act (editor, fixture, "part.delete");
  assert_selected (editor, "Contact");
  close_editor (editor);
}

static void
test_possible (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const of_parts[] = { "part.move-up", "part.move-down", "part.duplicate", "part.delete" };
  CareEditor *editor = open_editor (fixture, "briefing", SAMPLE_BRIEFING);

  for (guint i = 0; i < G_N_ELEMENTS (of_parts); i++)
    g_assert_false (can (editor, of_parts[i]));
  g_assert_true (can (editor, "part.add-section"));
  g_assert_true (can (editor, "part.rename"));
  close_editor (editor);

  views_fixture_reopen_read_only (fixture);
  editor = open_editor (fixture, "section", 28002);
  for (guint i = 0; i < G_N_ELEMENTS (of_parts); i++)
    g_assert_false (can (editor, of_parts[i]));
  g_assert_false (can (editor, "part.add-section"));
  g_assert_false (care_list_get_reorderable (part (editor, "outline")));
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

  add ("/editor-arrange/add-section", test_add_section);
  add ("/editor-arrange/add-box", test_add_box);
  add ("/editor-arrange/move", test_move);
  add ("/editor-arrange/drop", test_drop);
  add ("/editor-arrange/duplicate", test_duplicate);
  add ("/editor-arrange/delete", test_delete);
  add ("/editor-arrange/possible", test_possible);
  return g_test_run ();
}
