/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main job in the real window: a figure named in a text, a list, a chart and
 * on the page is one record; changing it changes all of them at once, and it is
 * there again after a restart. */

#include "care-chart-view.h"
#include "care-list-entry.h"
#include "care-page-view.h"
#include "care-prose-view.h"
#include "care-value-row.h"
#include "care-window.h"
#include "views-fixture.h"

#include <string.h>

/* The widget of @type in the view shown, below @root. */
static GtkWidget *
find (gpointer root, GType type)
{
  GtkWidget *widget = ui_test_find (GTK_WIDGET (root), type);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
shows (gpointer root, const char *text)
{
  return ui_test_find_label (GTK_WIDGET (root), GTK_TYPE_LABEL, text) != NULL;
}

static char *
get_page_text (CareWindow *window)
{
  CarePages *pages = care_page_view_get_pages (CARE_PAGE_VIEW (find (window, CARE_TYPE_PAGE_VIEW)));
  g_autofree char *first = care_pages_get_text (pages, 0);
  g_autofree char *second = care_pages_get_text (pages, 1);

  return g_strconcat (first, "\n", second, NULL);
}

static char *
get_prose (CareWindow *window)
{
  GtkTextView *prose = GTK_TEXT_VIEW (find (window, CARE_TYPE_PROSE_VIEW));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (prose), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (prose), &start, &end, FALSE);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static CareWindow *
open_window (ViewsFixture *fixture)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));

  /* Figures are a list where there is no room for a table. */
  gtk_window_set_default_size (GTK_WINDOW (window), 880, 800);
  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static void
close_window (CareWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait (window == NULL);
}

/* Types a value into the form of the figure, as shown beside the list. */
static void
change_value (CareWindow *window, ViewsFixture *fixture, const char *text)
{
  GtkWidget *row;

  care_window_show_figure (window, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  ui_test_settle ();
  row = ui_test_find_label (GTK_WIDGET (window), CARE_TYPE_VALUE_ROW, "Value");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_TEXT)), text);
  g_assert_true (care_value_row_flush (CARE_VALUE_ROW (row)));
  care_library_settle (care_window_get_library (window));
  ui_test_settle ();
}

static void
assert_everywhere (CareWindow *window, ViewsFixture *fixture, const char *house, const char *brief)
{
  g_autofree char *prose = NULL;
  g_autofree char *page = NULL;

  ui_test_wait (shows (window, brief)); /* in the list of figures, once there is found to be no room for a table */
  care_window_open_briefing (window, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  care_window_show_element (window, "section", SAMPLE_MONEY_SECTION);
  ui_test_settle ();
  prose = get_prose (window);
  page = get_page_text (window);
  g_assert_cmpuint (count (prose, house), ==, 1);
  /* In the text. The chart is told in its author's words, and cli/edition looks at what is drawn. */
  g_assert_cmpuint (count (page, house), ==, 1);
  care_window_show_view (window, "figures");
  /* The editor has made the window wider. */
  gtk_window_set_default_size (GTK_WINDOW (window), 880, 800);
  ui_test_settle ();
}

static void
test_main_job (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);

  care_window_show_view (window, "figures");
  ui_test_settle ();
  assert_everywhere (window, fixture, "£3.8 billion", "£3.8bn");

  change_value (window, fixture, "£3.9bn");
  assert_everywhere (window, fixture, "£3.9 billion", "£3.9bn");
  close_window (window);

  views_fixture_reopen (fixture);
  g_assert_cmpstr (care_record_get (views_fixture_find (fixture, "figure", SAMPLE_MINIMUM), "value"), ==,
                   "39e8 GBP");
  window = open_window (fixture);
  care_window_show_view (window, "figures");
  ui_test_settle ();
  assert_everywhere (window, fixture, "£3.9 billion", "£3.9bn");
  close_window (window);
}

/* The editor is open while the figure changes elsewhere: text and page follow. */
static void
test_open_editor_follows (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  g_autofree char *prose = NULL;
  char *page = NULL;

  care_window_open_briefing (window, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  care_window_show_element (window, "section", SAMPLE_MONEY_SECTION);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£4.1bn");
  prose = get_prose (window);
  g_assert_nonnull (strstr (prose, "£4.1 billion"));
  g_assert_null (strstr (prose, "£3.8 billion"));
  ui_test_wait ((g_free (page), page = get_page_text (window), count (page, "£4.1 billion") == 1));
  g_free (page);
  close_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add ("/main-job/one-record-everywhere", ViewsFixture, NULL, views_fixture_set_up, test_main_job,
              views_fixture_tear_down);
  g_test_add ("/main-job/open-editor-follows", ViewsFixture, NULL, views_fixture_set_up,
              test_open_editor_follows, views_fixture_tear_down);
  return g_test_run ();
}
