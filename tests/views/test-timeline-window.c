/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline in its window: what it says while it is read, and after that was cancelled. */

#include "care-browser.h"
#include "care-timeline-canvas.h"
#include "care-timeline-chart.h"
#include "care-timeline-list.h"
#include "care-timeline-view.h"
#include "care-window-private.h"

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

/* Beside the lanes is told of what is selected in them, from the beginning. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  CareTimelineView *view = CARE_TIMELINE_VIEW (ui_test_find (fixture->lanes, CARE_TYPE_TIMELINE_VIEW));
  const CareTimelineEntry *entry;
  CareRecord *shown;

  wait (fixture);
  ui_test_wait (care_timeline_view_get_selected (view) != CARE_TIMELINE_NO_ENTRY);
  entry = care_timeline_scene_get (care_timeline_view_get_scene (view), care_timeline_view_get_selected (view));
  g_assert_cmpuint (care_timeline_view_get_selected (view), ==, care_timeline_view_get_first (view));
  shown = care_browser_get_shown (fixture->browser);
  g_assert_true (care_record_is (shown, care_timeline_entry_kind (entry->shape)));
  g_assert_cmpint (care_record_get_id (shown), ==, entry->id);
  g_assert_true (care_browser_get_selected (fixture->browser) == shown);
}

static gboolean
is_listed (Fixture *fixture, CareRecord *record)
{
  return care_browser_get_selected (fixture->browser) == record;
}

/* What is undone is not told of any more, though the list has it until it is read again. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  CareTimelineView *view = CARE_TIMELINE_VIEW (ui_test_find (fixture->lanes, CARE_TYPE_TIMELINE_VIEW));
  g_autoptr (CareRecord) pledge = NULL;
  CareRecord *shown;

  wait (fixture);
  ui_test_wait (care_timeline_view_get_selected (view) != CARE_TIMELINE_NO_ENTRY); /* which is shown */
  pledge = g_object_ref (views_fixture_insert (&fixture->views, "pledge", 90001, "title", "Train more nurses", "kind", "action", NULL));
  care_browser_select (fixture->browser, pledge);
  ui_test_wait (is_listed (fixture, pledge));
  g_free (care_library_undo (fixture->views.library, NULL));
  g_assert_true (care_browser_get_shown (fixture->browser) != pledge);
  ui_test_wait (!is_listed (fixture, pledge));
  wait (fixture);
  shown = care_browser_get_shown (fixture->browser);
  g_assert_nonnull (shown);
  g_assert_true (shown != pledge);
  g_assert_true (is_listed (fixture, shown));
}

/* What was asked for before the lanes were there is what is told of, though it has no mark. */
static void
test_asked_first (Fixture *fixture, gconstpointer data)
{
  CareTimelineView *view = CARE_TIMELINE_VIEW (ui_test_find (fixture->lanes, CARE_TYPE_TIMELINE_VIEW));
  CareRecord *deadline = views_fixture_find (&fixture->views, "deadline", 14008);

  care_window_show_record (fixture->window, deadline);
  wait (fixture);
  ui_test_wait (care_timeline_view_get_first (view) != CARE_TIMELINE_NO_ENTRY);
  ui_test_settle ();
  g_assert_true (care_browser_get_shown (fixture->browser) == deadline);
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

/* The popover of the view, if it is open. */
static gboolean
has_menu (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->browser)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child) && gtk_widget_get_mapped (child))
      return TRUE;
  return FALSE;
}

static CareTimelineView *
get_view (Fixture *fixture)
{
  return CARE_TIMELINE_VIEW (ui_test_find (fixture->lanes, CARE_TYPE_TIMELINE_VIEW));
}

/* Until what was found last is laid out, and its marks have their buttons. */
static void
settle (Fixture *fixture)
{
  CareTimelineCanvas *canvas = CARE_TIMELINE_CANVAS (ui_test_find (fixture->lanes, CARE_TYPE_TIMELINE_CANVAS));

  wait (fixture);
  ui_test_wait (care_timeline_view_get_scene (get_view (fixture)) != NULL && care_timeline_canvas_is_settled (canvas));
}

static guint
find_pledge (Fixture *fixture, CareId id)
{
  const CareTimelineEntry like = { .id = id, .shape = CARE_TIMELINE_ENTRY_PLEDGE };

  return care_timeline_scene_find (care_timeline_view_get_scene (get_view (fixture)), &like);
}

static GtkWidget *
get_button (Fixture *fixture, CareId pledge)
{
  GtkWidget *canvas = ui_test_find (fixture->lanes, CARE_TYPE_TIMELINE_CANVAS);

  care_timeline_view_select (get_view (fixture), find_pledge (fixture, pledge)); /* for it to be in sight */
  ui_test_wait (care_timeline_canvas_is_settled (CARE_TIMELINE_CANVAS (canvas)));
  return care_timeline_canvas_get_button (CARE_TIMELINE_CANVAS (canvas), find_pledge (fixture, pledge));
}

/* What is opened on a mark stays while that is there: whatever is found meanwhile, and whether
 * or not the mark that had the keys before is. */
static void
test_menu_stays (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice;
  const CareTimelineScene *before;

  settle (fixture);
  g_assert_true (gtk_widget_grab_focus (get_button (fixture, 11003)));
  before = care_timeline_view_get_scene (get_view (fixture));
  views_fixture_get_stuck (&fixture->views);
  choice = *care_timeline_desk_get_choice (fixture->desk);
  choice.typed = (char *) "fully across England";
  care_timeline_desk_choose (fixture->desk, &choice);
  g_signal_emit_by_name (get_view (fixture), "menu", find_pledge (fixture, 11002), 0, 10.0, 10.0);
  ui_test_wait (has_menu (fixture));
  g_assert_true (fixture->is_waiting);
  views_fixture_set_stuck (&fixture->views, FALSE);
  ui_test_wait (care_timeline_view_get_scene (get_view (fixture)) != before);
  settle (fixture);
  g_assert_cmpuint (find_pledge (fixture, 11003), ==, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (find_pledge (fixture, 11002), !=, CARE_TIMELINE_NO_ENTRY);
  g_assert_true (has_menu (fixture));
}

/* So does what is opened on a row. */
static void
test_menu_of_row_stays (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice;
  const CareTimelineOutlook *before;
  GtkWidget *list = ui_test_find (GTK_WIDGET (fixture->browser), CARE_TYPE_LIST);

  settle (fixture);
  care_browser_show_picture (fixture->browser, NULL);
  ui_test_settle ();
  care_list_select (CARE_LIST (list), views_fixture_find (&fixture->views, "pledge", 11002));
  care_browser_focus (fixture->browser);
  ui_test_settle ();
  before = care_timeline_desk_get_outlook (fixture->desk);
  views_fixture_get_stuck (&fixture->views);
  choice = *care_timeline_desk_get_choice (fixture->desk);
  choice.typed = (char *) "fully across England";
  care_timeline_desk_choose (fixture->desk, &choice);
  ui_test_press (list, GDK_KEY_Menu);
  ui_test_wait (has_menu (fixture));
  g_assert_true (fixture->is_waiting);
  views_fixture_set_stuck (&fixture->views, FALSE);
  ui_test_wait (care_timeline_desk_get_outlook (fixture->desk) != before);
  wait (fixture);
  ui_test_settle ();
  g_assert_true (has_menu (fixture));
}

#define ADD(path, function) g_test_add ("/timeline-window/" path, Fixture, NULL, set_up, function, tear_down)

/* T19: what a pledge of the timeline is paid by is told beside it, and is what the figure says now. */
static void
test_t19 (Fixture *fixture, gconstpointer data)
{
  CareRecord *pledge;

  views_fixture_insert (&fixture->views, "link", 900041, "relation", "funds", "from_figure", "17016", "to_pledge", "11001", NULL);
  wait (fixture);
  pledge = views_fixture_find (&fixture->views, "pledge", 11001);
  care_browser_select (fixture->browser, pledge);
  ui_test_wait (views_fixture_count_labels (fixture->browser, "£3.8 billion · Better Care Fund: announced minimum") == 1);
  views_fixture_set (&fixture->views, "figure", 17016, "value", "£5.3bn");
  ui_test_wait (views_fixture_count_labels (fixture->browser, "£5.3 billion · Better Care Fund: announced minimum") == 1);
  g_assert_cmpuint (views_fixture_count_labels (fixture->browser, "£3.8 billion · Better Care Fund: announced minimum"), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("first", test_first);
  ADD ("asked-first", test_asked_first);
  ADD ("gone", test_gone);
  ADD ("cancel", test_cancel);
  ADD ("cancel-first", test_cancel_first);
  ADD ("behind", test_behind);
  ADD ("menu-stays", test_menu_stays);
  ADD ("menu-of-row-stays", test_menu_of_row_stays);
  ADD ("T19", test_t19);
  return g_test_run ();
}
