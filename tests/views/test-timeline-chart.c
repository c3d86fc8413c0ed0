/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-chart.h"

#include "care-timeline-canvas.h"
#include "care-timeline-view.h"
#include "views-fixture.h"

#include <string.h>

typedef struct
{
  CareTimelineChart *chart;
  CareTimelineView *view;
  CareTimelineCanvas *canvas;
} Shown;

/* Until it shows what the library has now. */
static void
wait (Shown *shown, const CareTimelineScene *other_than)
{
  ui_test_wait (care_timeline_view_get_scene (shown->view) != NULL
                && care_timeline_view_get_scene (shown->view) != other_than
                && care_timeline_canvas_is_settled (shown->canvas));
}

static Shown
open_chart (ViewsFixture *fixture, CareDay today)
{
  Shown shown = { .chart = CARE_TIMELINE_CHART (care_timeline_chart_new ()) };

  shown.view = CARE_TIMELINE_VIEW (ui_test_find (GTK_WIDGET (shown.chart), CARE_TYPE_TIMELINE_VIEW));
  shown.canvas = CARE_TIMELINE_CANVAS (ui_test_find (GTK_WIDGET (shown.chart), CARE_TYPE_TIMELINE_CANVAS));
  ui_test_show (GTK_WIDGET (shown.chart), 1000, 900);
  care_timeline_chart_set_library (shown.chart, fixture->library, today);
  wait (&shown, NULL);
  return shown;
}

static void
close_chart (Shown *shown)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (shown->chart)), shown->chart);
}

/* CARE_TIMELINE_NO_ENTRY: it is not there. */
static guint
find (Shown *shown, CareTimelineEntryShape shape, CareId id)
{
  const CareTimelineEntry like = { .id = id, .shape = shape };

  return care_timeline_scene_find (care_timeline_view_get_scene (shown->view), &like);
}

static const CareTimelineEntry *
get (Shown *shown, CareTimelineEntryShape shape, CareId id)
{
  guint entry = find (shown, shape, id);

  g_assert_cmpuint (entry, !=, CARE_TIMELINE_NO_ENTRY);
  return care_timeline_scene_get (care_timeline_view_get_scene (shown->view), entry);
}

/* From the top: the governments, the parties in their declared order, the rest. */
static void
test_lanes (ViewsFixture *fixture, gconstpointer data)
{
  static const CareId order[] = { 1007, 1008, 1002, 1001, 1005, 1003, 1004, 1006 };
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  GArray *lanes = care_timeline_view_get_scene (shown.view)->lanes;
  guint n_found = 0;

  g_assert_cmpuint (lanes->len, >=, 5);
  for (guint i = 0; i < G_N_ELEMENTS (order) && n_found < lanes->len; i++)
    n_found += g_array_index (lanes, CareTimelineSceneLane, n_found).key == order[i];
  g_assert_cmpuint (n_found, >=, lanes->len - 1);
  close_chart (&shown);
}

static void
test_tells (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  const CareTimelineScene *scene = care_timeline_view_get_scene (shown.view);
  guint entry = find (&shown, CARE_TIMELINE_ENTRY_PLEDGE, 11003);
  g_autofree char *label = scene->say (entry, CARE_TIMELINE_TEXT_LABEL, scene->data);
  g_autofree char *words = scene->say (entry, CARE_TIMELINE_TEXT_WORDS, scene->data);
  g_autofree char *sentence = scene->tell (entry, scene->data);
  g_autofree char *card = scene->describe (entry, scene->data);

  g_assert_cmpstr (label, ==, "Merge the health and social care budget");
  g_assert_cmpstr (words, ==, "overdue, no verdict · by 2018");
  g_assert_true (g_str_has_prefix (sentence, "Liberal Democrats: Merge the health and social care budget."));
  g_assert_true (g_str_has_prefix (card, "Liberal Democrats · by 2018 · "));
  g_clear_pointer (&card, g_free);
  card = scene->describe (find (&shown, CARE_TIMELINE_ENTRY_PLEDGE, 11001), scene->data);
  g_assert_true (g_str_has_prefix (card, "Conservatives · before April 2018 · in progress, missed, nine months late · "));
  g_assert_nonnull (strstr (card, "Tracker says: Broken."));
  /* Of what nothing is due, since when. */
  g_clear_pointer (&card, g_free);
  card = scene->describe (find (&shown, CARE_TIMELINE_ENTRY_EVENT, 20004), scene->data);
  g_assert_true (g_str_has_suffix (card, " · 2012"));
  close_chart (&shown);
}

/* As a person would say it: from a capital to a full stop, and nothing is left open within. */
static void
assert_sentences (const char *said)
{
  static const char *const odd[] = { "  ", "..", " .", " ,", ",.", ": .", "“”", "()", "(null)", "stated not stated", "%", "\n", "\t" };
  gunichar first = g_utf8_get_char (said);

  g_test_message ("%s", said);
  g_assert_true (g_utf8_validate (said, -1, NULL));
  g_assert_true (g_unichar_isupper (first) || g_unichar_isdigit (first));
  g_assert_true (g_str_has_suffix (said, "."));
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    g_assert_null (strstr (said, odd[i]));
}

/* Every mark, whenever one looks. */
static void
test_every_sentence (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  guint n_said = 0;

  for (int year = 2012; year <= 2026; year++)
    {
      const CareTimelineScene *scene = care_timeline_view_get_scene (shown.view);

      care_timeline_chart_set_as_of (shown.chart, care_day_from_ymd (year, 5, 6));
      wait (&shown, scene);
      scene = care_timeline_view_get_scene (shown.view);
      for (guint entry = 0; entry < scene->entries->len; entry++, n_said++)
        {
          g_autofree char *said = scene->tell (entry, scene->data);

          assert_sentences (said);
        }
    }
  g_assert_cmpuint (n_said, >, 800);
  close_chart (&shown);
}

static void
test_follows_the_library (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  const CareTimelineScene *scene = care_timeline_view_get_scene (shown.view);
  CareDay last = care_day_from_ymd (2016, 12, 31);

  views_fixture_set (fixture, "deadline", 14004, "due", "2016");
  views_fixture_set (fixture, "deadline", 14004, "reading", "lenient");
  wait (&shown, scene);
  g_assert_cmpuint (get (&shown, CARE_TIMELINE_ENTRY_PLEDGE, 11003)->due[0].last, ==, last);
  scene = care_timeline_view_get_scene (shown.view);
  views_fixture_insert (fixture, "event", 90001, "title", "Green conference", "kind", "speech", "actor", "1005",
                        "happened", "2014-09", NULL);
  wait (&shown, scene);
  g_assert_cmpuint (get (&shown, CARE_TIMELINE_ENTRY_EVENT, 90001)->start.first, ==, care_day_from_ymd (2014, 9, 1));
  close_chart (&shown);
}

/* What had not happened by then is not there. */
static void
test_as_of (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  const CareTimelineScene *scene = care_timeline_view_get_scene (shown.view);
  guint n_now = scene->n_shown;

  g_assert_cmpuint (find (&shown, CARE_TIMELINE_ENTRY_EVENT, 20024), !=, CARE_TIMELINE_NO_ENTRY);
  care_timeline_chart_set_as_of (shown.chart, care_day_from_ymd (2010, 1, 1));
  wait (&shown, scene);
  g_assert_cmpuint (find (&shown, CARE_TIMELINE_ENTRY_EVENT, 20024), ==, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (care_timeline_view_get_scene (shown.view)->n_shown, <, n_now);
  close_chart (&shown);
}

static void
remember (CareTimelineChart *chart, CareRecord *record, CareRecord **told)
{
  *told = record;
}

static void
test_activated (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  CareRecord *activated = NULL, *selected = NULL, *event = views_fixture_find (fixture, "event", 20011);
  guint entry = find (&shown, CARE_TIMELINE_ENTRY_EVENT, 20011);

  care_timeline_view_select (shown.view, entry); /* for it to be in sight */
  wait (&shown, NULL);
  g_signal_connect (shown.chart, "activated", G_CALLBACK (remember), &activated);
  g_signal_connect (shown.chart, "selected", G_CALLBACK (remember), &selected);
  g_signal_emit_by_name (care_timeline_canvas_get_button (shown.canvas, entry), "clicked");
  g_assert_true (selected == event);
  g_assert_null (activated);
  g_signal_emit_by_name (shown.view, "activated", entry);
  g_assert_true (activated == event);
  close_chart (&shown);
}

static void
test_selects (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));

  g_assert_true (care_timeline_chart_select (shown.chart, views_fixture_find (fixture, "pledge", 11003)));
  g_assert_cmpuint (care_timeline_view_get_selected (shown.view), ==, find (&shown, CARE_TIMELINE_ENTRY_PLEDGE, 11003));
  g_assert_false (care_timeline_chart_select (shown.chart, views_fixture_find (fixture, "source", 7004)));
  g_assert_cmpuint (care_timeline_view_get_selected (shown.view), ==, CARE_TIMELINE_NO_ENTRY);
  care_timeline_chart_set_library (shown.chart, NULL, 0);
  g_assert_null (care_timeline_view_get_scene (shown.view));
  /* Before anything has been read, too. */
  care_timeline_chart_set_library (shown.chart, fixture->library, care_day_from_ymd (2026, 5, 7));
  g_assert_true (care_timeline_chart_select (shown.chart, views_fixture_find (fixture, "pledge", 11003)));
  wait (&shown, NULL);
  g_assert_cmpuint (care_timeline_view_get_selected (shown.view), ==, find (&shown, CARE_TIMELINE_ENTRY_PLEDGE, 11003));
  close_chart (&shown);
}

static void
select_new (Shown *shown)
{
  CareTimelineDesk *desk = care_timeline_chart_get_desk (shown->chart);
  CareRecord *event = care_library_find (care_timeline_desk_get_library (desk), "event", 90001);

  g_assert_true (care_timeline_chart_select (shown->chart, event));
}

/* What is selected before it is laid out is so after that. */
static void
test_selects_new (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  const CareTimelineScene *scene = care_timeline_view_get_scene (shown.view);

  g_signal_connect_swapped (care_timeline_chart_get_desk (shown.chart), "changed", G_CALLBACK (select_new), &shown);
  views_fixture_insert (fixture, "event", 90001, "title", "Green conference", "kind", "speech", "actor", "1005",
                        "happened", "2014-09", NULL);
  wait (&shown, scene);
  g_assert_cmpuint (find (&shown, CARE_TIMELINE_ENTRY_EVENT, 90001), !=, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (care_timeline_view_get_selected (shown.view), ==, find (&shown, CARE_TIMELINE_ENTRY_EVENT, 90001));
  g_signal_handlers_disconnect_by_func (care_timeline_chart_get_desk (shown.chart), select_new, &shown);
  close_chart (&shown);
}

static gboolean
has_label (Shown *shown, const char *text)
{
  return ui_test_find_label (GTK_WIDGET (shown->view), GTK_TYPE_LABEL, text) != NULL;
}

/* More than are kept, so that those read before are given up. */
static void
read_all (ViewsFixture *fixture)
{
  g_autoptr (GPtrArray) all = care_library_records (fixture->library);

  g_clear_pointer (&all, g_ptr_array_unref);
  ui_test_settle ();
}

/* While the disk is slow nobody waits: texts, and what was chosen, come when they can be read. */
static void
test_slow (ViewsFixture *fixture, gconstpointer data)
{
  static const char title[] = "Merge the health and social care budget";
  Shown shown = open_chart (fixture, care_day_from_ymd (2026, 5, 7));
  const CareTimelineScene *scene = care_timeline_view_get_scene (shown.view);
  guint entry = find (&shown, CARE_TIMELINE_ENTRY_PLEDGE, 11003);
  CareRecord *opened = NULL;

  care_timeline_view_select (shown.view, entry); /* for it to be in sight */
  wait (&shown, NULL);
  g_assert_true (has_label (&shown, title));
  g_signal_connect (shown.chart, "activated", G_CALLBACK (remember), &opened);
  read_all (fixture);
  views_fixture_get_stuck (fixture);
  g_assert_null (scene->say (0, CARE_TIMELINE_TEXT_LABEL, scene->data));
  g_assert_null (scene->say (0, CARE_TIMELINE_TEXT_DUE, scene->data));
  g_assert_null (scene->tell (0, scene->data));
  g_assert_null (scene->describe (0, scene->data));
  care_timeline_view_tell_again (shown.view);
  g_signal_emit_by_name (shown.view, "activated", 0);
  ui_test_draw (GTK_WIDGET (shown.chart));
  g_assert_false (has_label (&shown, title));
  g_assert_null (opened);
  views_fixture_set_stuck (fixture, FALSE);
  ui_test_wait (opened != NULL);
  ui_test_wait (has_label (&shown, title));
  close_chart (&shown);
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
  add ("/timeline-chart/tells", test_tells);
  add ("/timeline-chart/every-sentence", test_every_sentence);
  add ("/timeline-chart/follows-the-library", test_follows_the_library);
  add ("/timeline-chart/as-of", test_as_of);
  add ("/timeline-chart/activated", test_activated);
  add ("/timeline-chart/selects", test_selects);
  add ("/timeline-chart/selects-new", test_selects_new);
  add ("/timeline-chart/slow", test_slow);
  return g_test_run ();
}
