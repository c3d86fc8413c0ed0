/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline in its window: what it says while it is read, and after that was cancelled. */

#include "care-browser.h"
#include "care-timeline-chart.h"
#include "care-timeline-list.h"
#include "care-window.h"

#include "views-fixture.h"

typedef struct
{
  ViewsFixture views;
  CareWindow *window;
  CareBrowser *browser;
  GtkWidget *lanes;
  CareTimelineDesk *desk;
  gboolean is_waiting;
} Fixture;

static void
waiting (Fixture *fixture, gboolean is_waiting)
{
  fixture->is_waiting = is_waiting;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  views_fixture_set_up (&fixture->views, NULL);
  fixture->window = CARE_WINDOW (care_window_new (NULL));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  care_window_set_library (fixture->window, fixture->views.library, care_day_from_ymd (2019, 6, 1));
  gtk_window_present (GTK_WINDOW (fixture->window));
  care_window_show_view (fixture->window, "timeline");
  fixture->browser = views_fixture_part (fixture->window, "timeline");
  fixture->lanes = ui_test_find (GTK_WIDGET (fixture->browser), CARE_TYPE_TIMELINE_CHART);
  fixture->desk = care_timeline_chart_get_desk (CARE_TIMELINE_CHART (fixture->lanes));
  fixture->is_waiting = TRUE;
  g_signal_connect_swapped (fixture->desk, "waiting", G_CALLBACK (waiting), fixture);
}

/* Until it is read. */
static void
wait (Fixture *fixture)
{
  ui_test_wait (!fixture->is_waiting);
  g_assert_nonnull (care_timeline_desk_get_outlook (fixture->desk));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->desk, fixture);
  views_fixture_destroy (fixture->window, fixture->browser);
  views_fixture_tear_down (&fixture->views, NULL);
}

/* (nullable): a button that can be seen. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (find_button (child, label) != NULL)
      return find_button (child, label);
  return NULL;
}

static gboolean
has_button (Fixture *fixture, const char *label)
{
  return find_button (GTK_WIDGET (fixture->browser), label) != NULL;
}

/* As soon as there is one. */
static void
click (Fixture *fixture, const char *label)
{
  ui_test_wait (has_button (fixture, label));
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->browser), label), "clicked");
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return views_fixture_count_labels (fixture->browser, text) > 0;
}

/* Words and a day that are given up are not said any more. */
static void
cancel (Fixture *fixture, gboolean lanes)
{
  CareTimelineChoice choice;

  wait (fixture);
  choice = *care_timeline_desk_get_choice (fixture->desk);
  care_browser_show_picture (fixture->browser, lanes ? fixture->lanes : NULL);
  views_fixture_get_stuck (&fixture->views);
  choice.as_of = care_day_from_ymd (2014, 1, 1);
  choice.filter.chips = 1 << CARE_TIMELINE_CHIP_SLIPPED;
  care_timeline_desk_choose (fixture->desk, &choice);
  g_assert_true (says (fixture, "1 Jan 2014"));
  click (fixture, "Cancel");
  g_assert_true (says (fixture, "1 Jun 2019"));
  g_assert_false (says (fixture, "1 Jan 2014"));
  g_assert_cmpuint (care_timeline_desk_get_choice (fixture->desk)->filter.chips, ==, 0);
  g_assert_false (has_button (fixture, "Show All"));
  g_assert_false (has_button (fixture, "Read Again"));
  views_fixture_set_stuck (&fixture->views, FALSE);
  care_library_settle (fixture->views.library);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  cancel (fixture, TRUE);
  cancel (fixture, FALSE);
}

/* What has never been read is not blank, and not called empty. */
static void
test_cancel_first (Fixture *fixture, gconstpointer data)
{
  g_assert_null (care_timeline_desk_get_outlook (fixture->desk));
  care_timeline_desk_cancel (fixture->desk);
  ui_test_settle ();
  g_assert_true (says (fixture, "The Timeline Was Not Read"));
  g_assert_true (says (fixture, "Reading it was cancelled."));
  click (fixture, "Read Again");
  wait (fixture);
  ui_test_wait (!says (fixture, "The Timeline Was Not Read"));
  g_assert_true (care_browser_get_picture_shown (fixture->browser));
}

/* What has changed since and is not shown is told, and can be read. */
static void
test_behind (Fixture *fixture, gconstpointer data)
{
  static const char behind[] = "What has changed since the timeline was read is not shown.";
  const CareTimelineOutlook *before;

  wait (fixture);
  before = care_timeline_desk_get_outlook (fixture->desk);
  views_fixture_set (&fixture->views, "pledge", 11002, "title", "Join it up");
  care_timeline_desk_cancel (fixture->desk);
  ui_test_settle ();
  g_assert_true (says (fixture, behind));
  click (fixture, "Read Again");
  ui_test_wait (care_timeline_desk_get_outlook (fixture->desk) != before);
  g_assert_false (says (fixture, behind));
}

#define ADD(path, function) g_test_add ("/timeline-window/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("cancel", test_cancel);
  ADD ("cancel-first", test_cancel_first);
  ADD ("behind", test_behind);
  return g_test_run ();
}
