/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-window.h"

static const struct
{
  CareTimelineEntryShape shape;
  CareId actor;
  const char *label;
  int from, from_month; /* 0: not known */
  int due, due_month;
} items[N_ITEMS] = {
  { CARE_TIMELINE_ENTRY_PLEDGE, GOVERNMENT, "Joined up", 2013, 5, 2018, 1 },
  { CARE_TIMELINE_ENTRY_EVENT, GOVERNMENT, "Pioneers", 2013, 11, 0, 0 },
  { CARE_TIMELINE_ENTRY_EVENT, GOVERNMENT, "Plan", 2019, 1, 0, 0 },
  { CARE_TIMELINE_ENTRY_EVENT, CONSERVATIVE, "Devolution", 2015, 2, 0, 0 },
  { CARE_TIMELINE_ENTRY_PLEDGE, CONSERVATIVE, "Barriers", 2017, 5, 2018, 4 },
  { CARE_TIMELINE_ENTRY_EVENT, LABOUR, "Trusts", 2014, 9, 0, 0 },
  { CARE_TIMELINE_ENTRY_EVENT, LABOUR, "Undated", 0, 0, 0, 0 },
};

static CareSpan
day (int year, int month)
{
  CareDay known = year == 0 ? 0 : care_day_from_ymd (year, month, 1);

  return (CareSpan){ known, known };
}

static char *
say (guint entry, CareTimelineText text, gpointer data)
{
  return g_strdup (text == CARE_TIMELINE_TEXT_LABEL ? items[entry].label : "");
}

static char *
tell (guint entry, gpointer data)
{
  return g_strdup_printf ("%s, all of it", items[entry].label);
}

static char *
describe (guint entry, gpointer data)
{
  return g_strdup_printf ("About %s", items[entry].label);
}

static CareTimelineScene *
make_scene (guint sort, guint wanted)
{
  static const char *const lanes[] = { "Government", "Conservative", "Labour" };
  const CareColour colour = { 0, 0.5, 0.8 };
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CareTimelineEntry));
  CareTimelineScene *scene;

  g_array_set_size (entries, N_ITEMS);
  for (guint i = 0; i < N_ITEMS; i++)
    g_array_index (entries, CareTimelineEntry, i)
      = (CareTimelineEntry){ .id = 100 + i,
                             .actor = items[i].actor,
                             .shape = items[i].shape,
                             .start = day (items[i].from, items[i].from_month),
                             .due = { day (items[i].due, items[i].due_month) } };
  scene = care_timeline_scene_new (entries);
  scene->sort = sort;
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    if (wanted & (1u << i))
      care_timeline_scene_add_lane (scene, lanes[i], i + 1, i == 0 ? NULL : &colour);
  for (guint i = 0; i < N_ITEMS; i++)
    for (guint lane = 0; lane < scene->lanes->len; lane++)
      if (g_array_index (scene->lanes, CareTimelineSceneLane, lane).key == items[i].actor)
        care_timeline_scene_place (scene, i, lane);
  care_timeline_scene_close (scene);
  scene->say = say;
  scene->tell = tell;
  scene->describe = describe;
  return scene;
}

void
timeline_window_fill_as_of (TimelineWindow *f, CareDay as_of)
{
  care_timeline_view_set (f->view, make_scene (0, G_MAXUINT), as_of);
}

void
timeline_window_fill (TimelineWindow *f)
{
  timeline_window_fill_as_of (f, care_day_from_ymd (2019, 6, 1));
}

void
timeline_window_fill_lanes (TimelineWindow *f, guint sort, guint lanes)
{
  care_timeline_view_set (f->view, make_scene (sort, lanes), care_day_from_ymd (2019, 6, 1));
}

static char *
say_number (guint entry, CareTimelineText text, gpointer data)
{
  return text == CARE_TIMELINE_TEXT_LABEL ? g_strdup_printf ("Pledge %u", entry) : NULL;
}

static char *
tell_number (guint entry, gpointer data)
{
  return say_number (entry, CARE_TIMELINE_TEXT_LABEL, data);
}

void
timeline_window_fill_many (TimelineWindow *f, guint n)
{
  g_autoptr (TimelineFixture) made = timeline_fixture_new_pledges (n, 7);
  CareTimelineScene *scene = care_timeline_scene_new (g_array_ref (made->entries));

  for (guint i = 0; i < made->n_lanes; i++)
    {
      g_autofree char *name = g_strdup_printf ("Party %u", i);

      care_timeline_scene_add_lane (scene, name, i + 1, NULL);
    }
  for (guint i = 0; i < n; i++)
    care_timeline_scene_place (scene, i, made->lanes[i]);
  care_timeline_scene_close (scene);
  scene->say = say_number;
  scene->tell = scene->describe = tell_number;
  care_timeline_view_set (f->view, scene, 0);
}

static void
on_activated (CareTimelineView *view, guint entry, TimelineWindow *f)
{
  f->activated = entry;
}

static void
on_selected (CareTimelineView *view, guint entry, TimelineWindow *f)
{
  f->selected = entry;
}

static void
on_as_of_moved (CareTimelineView *view, guint as_of, TimelineWindow *f)
{
  f->as_of = as_of;
}

void
timeline_window_settle (TimelineWindow *f)
{
  ui_test_draw (GTK_WIDGET (f->view));
  ui_test_wait (care_timeline_canvas_is_settled (f->canvas));
  ui_test_draw (GTK_WIDGET (f->view));
}

void
timeline_window_set_up (TimelineWindow *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->view = CARE_TIMELINE_VIEW (care_timeline_view_new ());
  f->canvas = CARE_TIMELINE_CANVAS (ui_test_find (GTK_WIDGET (f->view), CARE_TYPE_TIMELINE_CANVAS));
  f->activated = f->selected = CARE_TIMELINE_NO_ENTRY;
  f->as_of = 0;
  timeline_window_fill (f);
  g_signal_connect (f->view, "activated", G_CALLBACK (on_activated), f);
  g_signal_connect (f->view, "selected", G_CALLBACK (on_selected), f);
  g_signal_connect (f->view, "as-of-moved", G_CALLBACK (on_as_of_moved), f);
  f->before = gtk_button_new_with_label ("Before");
  f->after = gtk_button_new_with_label ("After");
  gtk_widget_set_vexpand (GTK_WIDGET (f->view), TRUE);
  gtk_box_append (GTK_BOX (box), f->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->view));
  gtk_box_append (GTK_BOX (box), f->after);
  f->window = ui_test_show (box, 900, 600);
  timeline_window_settle (f);
}

void
timeline_window_tear_down (TimelineWindow *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
}

GtkWidget *
timeline_window_button (TimelineWindow *f, guint entry)
{
  return care_timeline_canvas_get_button (f->canvas, entry);
}

const CareTimelineFrameMark *
timeline_window_mark (TimelineWindow *f, guint entry)
{
  guint n_marks;
  const CareTimelineFrameMark *marks
    = care_timeline_frame_get_marks (care_timeline_canvas_get_frame (f->canvas), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].entry == entry)
      return &marks[i];
  return NULL;
}

CareTimelineLanePlace
timeline_window_lane (TimelineWindow *f, guint lane)
{
  return *care_timeline_pack_get_lane (care_timeline_frame_get_pack (care_timeline_canvas_get_frame (f->canvas)), lane);
}

void
timeline_window_expect_focus (TimelineWindow *f, guint entry)
{
  g_assert_nonnull (timeline_window_button (f, entry));
  g_assert_true (gtk_window_get_focus (f->window) == timeline_window_button (f, entry));
}
