/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page beside the text: each shows where a person is in the other. */

#include "care-editor.h"

#include "care-page-view.h"
#include "care-prose-view.h"
#include "views-fixture.h"

#include <string.h>

#define LAST_SECTION 28004

static CareEditor *
open_editor (ViewsFixture *fixture, CareId section)
{
  CareEditor *editor = CARE_EDITOR (care_editor_new ());

  ui_test_show (GTK_WIDGET (editor), 1200, 500);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_settle ();
  care_editor_select (editor, "section", section);
  return editor;
}

static void
close_editor (CareEditor *editor)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (editor)), editor);
}

static gpointer
part (CareEditor *editor, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (editor), CARE_TYPE_EDITOR, name);
}

static GtkAdjustment *
scroll_of (CareEditor *editor)
{
  return gtk_scrolled_window_get_vadjustment (part (editor, "page_scroller"));
}

/* Where a byte of the text of a section is on the view of the pages, from its top. */
static double
find_on_page (CareEditor *editor, CareId section, int offset)
{
  double x, y;

  g_assert_true (care_page_view_locate (part (editor, "page_view"), care_kind_find ("section"), section, offset, &x, &y));
  return y;
}

static gboolean
is_in_sight (CareEditor *editor, double y)
{
  double from = gtk_adjustment_get_value (scroll_of (editor));

  return y >= from && y + 10 < from + gtk_adjustment_get_page_size (scroll_of (editor));
}

/* The longest section is on both pages, of which the pane is too low to show all. */
static void
test_follows_cursor (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, SAMPLE_MONEY_SECTION);
  const char *text = views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text");
  int end = (int) strlen (text) - 2;
  double first = find_on_page (editor, SAMPLE_MONEY_SECTION, 0);
  double last = find_on_page (editor, SAMPLE_MONEY_SECTION, end);

  g_assert_cmpfloat (ABS (last - first), >, 10);
  gtk_widget_grab_focus (part (editor, "prose"));
  care_prose_view_set_place (part (editor, "prose"), (gsize) end);
  ui_test_wait (is_in_sight (editor, last));
  gtk_adjustment_set_value (scroll_of (editor), 0);
  g_assert_false (is_in_sight (editor, find_on_page (editor, LAST_SECTION, 0)));

  /* What is typed is shown where it comes to stand. */
  care_editor_select (editor, "section", LAST_SECTION);
  gtk_widget_grab_focus (part (editor, "prose"));
  gtk_adjustment_set_value (scroll_of (editor), 0);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (part (editor, "prose")), "Xyzzy ", -1);
  ui_test_wait (is_in_sight (editor, find_on_page (editor, LAST_SECTION, 0)));
  close_editor (editor);
}

/* A text is higher than its pane: the pane shows where the cursor is. */
static void
test_text_follows_cursor (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, LAST_SECTION);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (part (editor, "text_scroller"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Paragraph %u.\n\n", i);
  gtk_widget_grab_focus (part (editor, "prose"));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (part (editor, "prose")), text->str, -1);
  ui_test_wait (gtk_adjustment_get_value (down) > gtk_adjustment_get_page_size (down));
  care_prose_view_set_place (part (editor, "prose"), 0);
  ui_test_wait (gtk_adjustment_get_value (down) < 100);
  close_editor (editor);
}

/* A click on a heading goes to where it is written. */
static void
test_goes_to_heading (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, SAMPLE_MONEY_SECTION);

  gtk_widget_grab_focus (part (editor, "prose"));
  g_signal_emit_by_name (part (editor, "page_view"), "picked", care_kind_find ("section"), (CareId) LAST_SECTION, -1);
  g_assert_true (gtk_editable_get_selection_bounds (part (editor, "heading"), NULL, NULL));
  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==, "Will it save money?");
  close_editor (editor);
}

/* Who is not in the text may look at any page. */
static void
test_stays (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, LAST_SECTION);

  gtk_widget_grab_focus (part (editor, "heading"));
  gtk_adjustment_set_value (scroll_of (editor), 0);
  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "title", "Another title altogether");
  care_prose_view_set_place (part (editor, "prose"), 5);
  ui_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll_of (editor)), ==, 0);
  close_editor (editor);
}

/* A click on a word puts the cursor there. */
static void
test_goes_to_text (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture, SAMPLE_MONEY_SECTION);
  const char *text = views_fixture_get (fixture, "section", LAST_SECTION, "text");
  int offset = (int) (strstr (text, "Nuffield") - text);

  gtk_widget_grab_focus (part (editor, "heading"));
  g_signal_emit_by_name (part (editor, "page_view"), "picked", care_kind_find ("section"), (CareId) LAST_SECTION, offset);
  g_assert_cmpuint (care_prose_view_get_place (part (editor, "prose")), ==, offset);
  g_assert_true (gtk_widget_is_focus (part (editor, "prose")));
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

  add ("/editor-page/follows-cursor", test_follows_cursor);
  add ("/editor-page/text-follows-cursor", test_text_follows_cursor);
  add ("/editor-page/goes-to-heading", test_goes_to_heading);
  add ("/editor-page/stays", test_stays);
  add ("/editor-page/goes-to-text", test_goes_to_text);
  return g_test_run ();
}
