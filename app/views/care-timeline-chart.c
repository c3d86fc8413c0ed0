/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-chart.h"

#include "care-deadline.h"
#include "care-describe.h"
#include "care-timeline-view.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CareTimelineChart
{
  GtkWidget parent_instance;

  CareTimelineView *view;
  CareLibrary *library;
  CareDay today;
  GPtrArray *actors; /* the actor of each lane; NULL for events without one */
  GPtrArray *shown;  /* the pledge or event of each item */
};

/* What goes into the view, while it is being put together. */
typedef struct
{
  GArray *lanes;
  GArray *items;
  GPtrArray *sentences;
} Content;

G_DEFINE_FINAL_TYPE (CareTimelineChart, care_timeline_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The lane of @actor, made when it is first needed. */
static guint
lane_of (CareTimelineChart *self, Content *content, CareRecord *actor)
{
  CareTimelineLane lane = { .label = _ ("Other Events"), .colour = { 0.5, 0.5, 0.5 } };

  for (guint i = 0; i < self->actors->len; i++)
    if (g_ptr_array_index (self->actors, i) == actor)
      return i;
  if (actor != NULL)
    {
      /* Governments are told apart by their whole names only. */
      gboolean party = g_strcmp0 (care_record_get (actor, "kind"), "party") == 0;
      const char *name = party ? care_record_get (actor, "short_name") : NULL;

      lane.label = name != NULL ? name : care_record_get_title (actor);
      care_describe_colour (self->library, actor, &lane.colour);
    }
  g_ptr_array_add (self->actors, actor);
  g_array_append_val (content->lanes, lane);
  return self->actors->len - 1;
}

/* A lane only for parties and governments: other bodies' events share one. */
static CareRecord *
lane_actor (CareRecord *actor)
{
  const char *kind = actor == NULL ? NULL : care_record_get (actor, "kind");

  return g_strcmp0 (kind, "party") == 0 || g_strcmp0 (kind, "government") == 0 ? actor : NULL;
}

static void
add_item (CareTimelineChart *self, Content *content, CareRecord *record, CareTimelineItem item)
{
  item.label = care_record_get_title (record);
  item.lane = lane_of (self, content, lane_actor (care_library_follow (self->library, record, "actor")));
  g_array_append_val (content->items, item);
  g_ptr_array_add (content->sentences, care_describe_sentence (self->library, record));
  g_ptr_array_add (self->shown, g_object_ref (record));
}

static void
set_made (CareTimelineItem *item, CareRecord *record, const char *field)
{
  g_autoptr (CareDate) date = care_record_dup_date (record, field);

  if (date == NULL)
    return;
  item->made_first = care_date_get_earliest (date);
  item->made_last = care_date_get_latest (date);
}

static void
set_due (CareTimelineItem *item, CareRecord *deadline)
{
  CareQualifier qualifier = care_qualifier_from_word (care_record_get (deadline, "qualifier"));
  CareReading reading = care_reading_from_word (care_record_get (deadline, "reading"));
  g_autoptr (CareDate) date = care_record_dup_date (deadline, "due");

  item->due = care_deadline_due (qualifier, date, reading);
  item->open = reading == CARE_READING_OPEN && care_deadline_is_ambiguous (qualifier, date);
}

static void
add_pledge (CareTimelineChart *self, Content *content, CareRecord *pledge)
{
  CareTimelineItem item = { .shape = CARE_TIMELINE_PLEDGE };
  g_autoptr (GPtrArray) deadlines
    = care_library_children (self->library, "deadline", "pledge", care_record_get_id (pledge));

  set_made (&item, pledge, "made");
  if (deadlines->len > 0)
    set_due (&item, g_ptr_array_index (deadlines, 0));
  add_item (self, content, pledge, item);
}

static void
add_event (CareTimelineChart *self, Content *content, CareRecord *event)
{
  CareTimelineItem item = { .shape = CARE_TIMELINE_EVENT };

  set_made (&item, event, "happened");
  add_item (self, content, event, item);
}

static int
compare_actors (gconstpointer a, gconstpointer b)
{
  CareRecord *first = *(CareRecord *const *) a;
  CareRecord *second = *(CareRecord *const *) b;
  gboolean first_governs = g_strcmp0 (care_record_get (first, "kind"), "government") == 0;
  gboolean second_governs = g_strcmp0 (care_record_get (second, "kind"), "government") == 0;

  if (first_governs != second_governs)
    return second_governs - first_governs;
  return care_record_compare (first, second);
}

/* Lanes stand in the declared order of their actors, those of governments first;
 * an actor that has neither pledged nor done anything has none. */
static void
add_lanes (CareTimelineChart *self, Content *content)
{
  GListModel *actors = care_library_list (self->library, "actor");
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (CareRecord) actor = g_list_model_get_item (actors, i);
      CareId id = care_record_get_id (actor);
      g_autoptr (GPtrArray) pledges = care_library_children (self->library, "pledge", "actor", id);
      g_autoptr (GPtrArray) events = care_library_children (self->library, "event", "actor", id);

      if (lane_actor (actor) != NULL && pledges->len + events->len > 0)
        g_ptr_array_add (in_order, actor);
    }
  g_ptr_array_sort (in_order, compare_actors);
  for (guint i = 0; i < in_order->len; i++)
    lane_of (self, content, g_ptr_array_index (in_order, i));
}

static void
add_records (CareTimelineChart *self, Content *content, const char *kind,
             void (*add) (CareTimelineChart *self, Content *content, CareRecord *record))
{
  GListModel *records = care_library_list (self->library, kind);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (records, i);
      add (self, content, record);
    }
}

static void
update (CareTimelineChart *self)
{
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (CareTimelineLane));
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CareTimelineItem));
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  Content content = { lanes, items, sentences };

  g_ptr_array_set_size (self->actors, 0);
  g_ptr_array_set_size (self->shown, 0);
  add_lanes (self, &content);
  add_records (self, &content, "pledge", add_pledge);
  add_records (self, &content, "event", add_event);
  care_timeline_view_set (self->view, (const CareTimelineLane *) lanes->data, lanes->len,
                          (const CareTimelineItem *) items->data, items->len,
                          (const char *const *) sentences->pdata, self->today);
}

/* However many records an act changes, the timeline is made anew once. */
static void
library_applied (CareTimelineChart *self)
{
  static const char *const kinds[] = { "pledge", "deadline", "event", "actor" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (care_library_has_touched (self->library, kinds[i]))
      {
        update (self);
        return;
      }
}

static void
item_activated (CareTimelineChart *self, guint item)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, g_ptr_array_index (self->shown, item));
}

/**
 * care_timeline_chart_select:
 * @self: a timeline
 * @record: (nullable): a pledge or an event
 *
 * Marks it as the one selected.
 *
 * Returns: whether it has a mark.
 */
gboolean
care_timeline_chart_select (CareTimelineChart *self, CareRecord *record)
{
  guint index;
  gboolean has_mark = record != NULL && g_ptr_array_find (self->shown, record, &index);

  care_timeline_view_select (self->view, has_mark ? (int) index : -1);
  return has_mark;
}

/**
 * care_timeline_chart_set_library:
 * @self: a timeline
 * @library: (nullable): where the pledges and events are kept
 * @today: the day to mark as today
 *
 * Shows the pledges and events of another library.
 */
void
care_timeline_chart_set_library (CareTimelineChart *self, CareLibrary *library, CareDay today)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  self->today = today;
  if (library == NULL)
    return;
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
care_timeline_chart_dispose (GObject *object)
{
  CareTimelineChart *self = CARE_TIMELINE_CHART (object);

  care_timeline_chart_set_library (self, NULL, 0);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->view)));
  G_OBJECT_CLASS (care_timeline_chart_parent_class)->dispose (object);
}

static void
care_timeline_chart_class_init (CareTimelineChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_timeline_chart_dispose;

  /**
   * CareTimelineChart::activated:
   * @record: a pledge or an event
   *
   * Its mark was activated.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_timeline_chart_init (CareTimelineChart *self)
{
  self->actors = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->view = CARE_TIMELINE_VIEW (care_timeline_view_new ());
  care_timeline_view_set_label (self->view, _ ("Timeline of Pledges and Events"));
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (item_activated), self);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
}

/**
 * care_timeline_chart_new:
 *
 * Returns: (transfer floating): a timeline of no library yet.
 */
GtkWidget *
care_timeline_chart_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_CHART, NULL);
}
