/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-chart.h"

#include "care-timeline-canvas.h"
#include "care-timeline-view.h"
#include "views-fixture.h"

#define WIDTH 800
#define N_PLEDGES 27 /* of the sample; its items come first */

static CareTimelineChart *
open_chart (ViewsFixture *fixture)
{
  CareTimelineChart *chart = CARE_TIMELINE_CHART (care_timeline_chart_new ());

  ui_test_show (GTK_WIDGET (chart), WIDTH, 600);
  care_timeline_chart_set_library (chart, fixture->library, care_day_from_ymd (2015, 5, 7));
  ui_test_settle ();
  return chart;
}

static void
close_chart (CareTimelineChart *chart)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (chart)), chart);
}

static CareTimelineCanvas *
canvas_of (CareTimelineChart *chart)
{
  return CARE_TIMELINE_CANVAS (ui_test_find (GTK_WIDGET (chart), CARE_TYPE_TIMELINE_CANVAS));
}

static const CareTimeline *
get_timeline (CareTimelineChart *chart)
{
  return care_timeline_canvas_lay_out (canvas_of (chart), WIDTH);
}

/* The pledge or event of an item: pledges and then events, as the library has them. */
static CareRecord *
record_of (ViewsFixture *fixture, guint item)
{
  GListModel *pledges = care_library_list (fixture->library, "pledge");
  GListModel *events = care_library_list (fixture->library, "event");
  guint n_pledges = g_list_model_get_n_items (pledges);
  g_autoptr (CareRecord) record = item < n_pledges ? g_list_model_get_item (pledges, item)
                                                   : g_list_model_get_item (events, item - n_pledges);

  g_assert_nonnull (record);
  return record; /* the library has it too */
}

static guint
item_of (ViewsFixture *fixture, const char *kind, CareId id)
{
  guint n = N_PLEDGES + g_list_model_get_n_items (care_library_list (fixture->library, "event"));

  for (guint i = 0; i < n; i++)
    if (record_of (fixture, i) == views_fixture_find (fixture, kind, id))
      return i;
  g_assert_not_reached ();
}

static const CareTimelineMark *
find_mark (CareTimelineChart *chart, guint item)
{
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (get_timeline (chart), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].item == item)
      return &marks[i];
  return NULL;
}

/* The actor whose lane a record is in: 0 for the lane that others share. */
static CareId
lane_actor (ViewsFixture *fixture, CareRecord *record)
{
  CareRecord *actor = care_library_follow (fixture->library, record, "actor");
  const char *kind = actor == NULL ? "" : care_record_get (actor, "kind");

  return g_str_equal (kind, "party") || g_str_equal (kind, "government") ? care_record_get_id (actor) : 0;
}

/* From the top: the governments, the parties in their declared order, the rest. */
static void
test_lanes (ViewsFixture *fixture, gconstpointer data)
{
  static const CareId order[] = { 1007, 1008, 1002, 1001, 1005, 1003, 1004, 1006, 0 };
  CareTimelineChart *chart = open_chart (fixture);
  const CareTimeline *timeline = get_timeline (chart);
  double bottom = care_timeline_get_header (timeline);
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (timeline, &n_marks);

  g_assert_cmpuint (n_marks, >, 30);
  for (guint lane = 0; lane < G_N_ELEMENTS (order); lane++)
    {
      const CareTimelineBand *band = care_timeline_get_band (timeline, lane);

      g_assert_nonnull (band);
      g_assert_cmpfloat (band->y, >=, bottom - 0.01);
      bottom = band->y + band->height;
      for (guint i = 0; i < n_marks; i++)
        {
          gboolean inside = marks[i].y >= band->y && marks[i].y < bottom;

          g_assert_true (inside == (lane_actor (fixture, record_of (fixture, marks[i].item)) == order[lane]));
        }
    }
  close_chart (chart);
}

/* What has no known day has no mark, and is counted. */
static void
test_marks (ViewsFixture *fixture, gconstpointer data)
{
  CareTimelineChart *chart = open_chart (fixture);
  guint n_marks;

  care_timeline_get_marks (get_timeline (chart), &n_marks);
  g_assert_cmpuint (n_marks + care_timeline_get_n_unplaced (get_timeline (chart)), ==, N_PLEDGES + 24);
  g_assert_nonnull (find_mark (chart, item_of (fixture, "event", 20011)));
  g_assert_null (find_mark (chart, item_of (fixture, "event", 20014)));
  g_assert_null (find_mark (chart, item_of (fixture, "event", 20009))); /* a month of no year */
  g_assert_null (find_mark (chart, item_of (fixture, "pledge", 11021)));

  {
    const CareTimelineMark *pledge = find_mark (chart, item_of (fixture, "pledge", 11003));

    g_assert_nonnull (pledge);
    g_assert_true (pledge->has_due);
    g_assert_false (pledge->has_start);          /* when it was made is not stated */
    g_assert_cmpfloat (pledge->due_width, >, 0); /* "by 2018" has two readings */
  }
  close_chart (chart);
}

static void
test_sentences (ViewsFixture *fixture, gconstpointer data)
{
  CareTimelineChart *chart = open_chart (fixture);
  guint item = item_of (fixture, "pledge", 11003);

  gtk_test_accessible_assert_property (
    care_timeline_canvas_get_button (canvas_of (chart), item), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Merge the health and social care budget: Liberal Democrats · by 2018");
  views_fixture_set (fixture, "deadline", 14004, "words", "by 2017");
  gtk_test_accessible_assert_property (
    care_timeline_canvas_get_button (canvas_of (chart), item), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Merge the health and social care budget: Liberal Democrats · by 2017");
  close_chart (chart);
}

static void
test_deadline_moves (ViewsFixture *fixture, gconstpointer data)
{
  CareTimelineChart *chart = open_chart (fixture);
  guint item = item_of (fixture, "pledge", 11003);
  double before = find_mark (chart, item)->due_x;
  double last;

  views_fixture_set (fixture, "deadline", 14004, "due", "2016");
  g_assert_cmpfloat (find_mark (chart, item)->due_x, <, before);

  views_fixture_set (fixture, "deadline", 14004, "reading", "lenient");
  g_assert_cmpfloat_with_epsilon (find_mark (chart, item)->due_width, 0, 0.001);
  last = care_timeline_get_x (get_timeline (chart), care_day_from_ymd (2017, 1, 1));
  g_assert_cmpfloat_with_epsilon (find_mark (chart, item)->due_x, last, 0.5);

  views_fixture_set (fixture, "event", 20011, "happened", "2012-06");
  g_assert_cmpfloat (find_mark (chart, item_of (fixture, "event", 20011))->start_x, <,
                     care_timeline_get_x (get_timeline (chart), care_day_from_ymd (2012, 7, 1)));
  close_chart (chart);
}

static void
test_insert (ViewsFixture *fixture, gconstpointer data)
{
  CareTimelineChart *chart = open_chart (fixture);
  guint before, after;

  care_timeline_get_marks (get_timeline (chart), &before);
  views_fixture_insert (fixture, "event", 90001, "title", "Green conference", "kind", "speech", "actor",
                        "1005", "happened", "2014-09", NULL);
  care_timeline_get_marks (get_timeline (chart), &after);
  g_assert_cmpuint (after, ==, before + 1);
  g_assert_nonnull (find_mark (chart, item_of (fixture, "event", 90001)));
  close_chart (chart);
}

static void
remember (CareTimelineChart *chart, CareRecord *record, CareRecord **told)
{
  *told = record;
}

static void
test_activated (ViewsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    CareId id;
  } cases[] = { { "pledge", 11003 }, { "event", 20011 }, { "event", 20024 } };
  CareTimelineChart *chart = open_chart (fixture);
  CareTimelineView *view = CARE_TIMELINE_VIEW (ui_test_find (GTK_WIDGET (chart), CARE_TYPE_TIMELINE_VIEW));
  CareRecord *told = NULL;

  g_signal_connect (chart, "activated", G_CALLBACK (remember), &told);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint item = item_of (fixture, cases[i].kind, cases[i].id);

      g_signal_emit_by_name (care_timeline_canvas_get_button (canvas_of (chart), item), "clicked");
      g_assert_true (told == views_fixture_find (fixture, cases[i].kind, cases[i].id));
      g_assert_cmpint (care_timeline_view_get_selected (view), ==, (int) item);
    }

  care_timeline_chart_select (chart, views_fixture_find (fixture, "pledge", 11001));
  g_assert_cmpint (care_timeline_view_get_selected (view), ==, (int) item_of (fixture, "pledge", 11001));
  care_timeline_chart_select (chart, views_fixture_find (fixture, "source", 7004)); /* it is not here */
  g_assert_cmpint (care_timeline_view_get_selected (view), ==, -1);
  close_chart (chart);
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

  add ("/timeline-chart/lanes", test_lanes);
  add ("/timeline-chart/marks", test_marks);
  add ("/timeline-chart/sentences", test_sentences);
  add ("/timeline-chart/deadline-moves", test_deadline_moves);
  add ("/timeline-chart/insert", test_insert);
  add ("/timeline-chart/activated", test_activated);
  return g_test_run ();
}
