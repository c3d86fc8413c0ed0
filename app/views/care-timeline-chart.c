/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-chart.h"

#include "care-timeline-view.h"

#include <glib/gi18n.h>

struct _CareTimelineChart
{
  GtkWidget parent_instance;

  CareTimelineView *view;
  CareTimelineDesk *desk;
  gboolean is_waiting; /* another scene is to come */
  gboolean is_set;     /* and it has come, but is not shown yet */
  gboolean has_begun;  /* something was to be selected in it */
  CareTimelineEntry wanted; /* selected as soon as it is there; id 0: none */
  CareTimelineEntry chosen; /* by a person, and told as soon as its record can be read; id 0: none */
  guint chosen_for;         /* by which signal */
};

G_DEFINE_FINAL_TYPE (CareTimelineChart, care_timeline_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_SELECTED,
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
waiting (CareTimelineChart *self, gboolean is_waiting)
{
  self->is_waiting = is_waiting;
  care_timeline_view_set_waiting (self->view, is_waiting);
}

static void
tell_again (GObject *object)
{
  care_timeline_view_tell_again (CARE_TIMELINE_CHART (object)->view);
}

/* What is not seen is not laid out. */
static void
show_outlook (CareTimelineChart *self)
{
  CareTimelineScene *scene = gtk_widget_get_mapped (GTK_WIDGET (self))
                               ? care_timeline_desk_take_scene (self->desk, tell_again, G_OBJECT (self)) : NULL;

  if (scene == NULL)
    return;
  self->is_set = TRUE;
  care_timeline_view_set (self->view, scene, care_timeline_desk_get_outlook (self->desk)->content->as_of);
}

static void
show_choice (CareTimelineChart *self)
{
  const CareTimelineChoice *choice = care_timeline_desk_get_choice (self->desk);

  care_timeline_view_set_rulers (self->view, choice->ruler, choice->behind);
  care_timeline_view_set_as_of (self->view, choice->as_of);
}

static void
care_timeline_chart_map (GtkWidget *widget)
{
  CareTimelineChart *self = CARE_TIMELINE_CHART (widget);

  GTK_WIDGET_CLASS (care_timeline_chart_parent_class)->map (widget);
  care_timeline_desk_set_seen (self->desk, TRUE);
  show_outlook (self);
}

static void
care_timeline_chart_unmap (GtkWidget *widget)
{
  care_timeline_desk_set_seen (CARE_TIMELINE_CHART (widget)->desk, FALSE);
  GTK_WIDGET_CLASS (care_timeline_chart_parent_class)->unmap (widget);
}

/* (nullable): what an entry is of; what would have to be waited for is not. */
static CareRecord *
find_record (CareTimelineChart *self, const CareTimelineEntry *entry)
{
  CareLibrary *library = care_timeline_desk_get_library (self->desk);

  return library == NULL ? NULL : care_library_lookup_now (care_timeline_entry_kind (entry->shape), entry->id, library);
}

/* What was chosen last, as soon as it can be read. */
static void
emit_chosen (GObject *object)
{
  CareTimelineChart *self = CARE_TIMELINE_CHART (object);
  CareLibrary *library = care_timeline_desk_get_library (self->desk);
  CareRecord *record = self->chosen.id == 0 ? NULL : find_record (self, &self->chosen);

  if (record != NULL)
    {
      self->chosen.id = 0;
      g_signal_emit (self, signals[self->chosen_for], 0, record);
    }
  else if (library != NULL && !care_library_can_read (library))
    care_library_when_readable (library, emit_chosen, object);
}

static void
emit (CareTimelineChart *self, guint signal, guint entry)
{
  self->chosen = *care_timeline_scene_get (care_timeline_view_get_scene (self->view), entry);
  self->chosen_for = signal;
  emit_chosen (G_OBJECT (self));
}

static void
entry_activated (CareTimelineChart *self, guint entry)
{
  emit (self, SIGNAL_ACTIVATED, entry);
}

static void
entry_selected (CareTimelineChart *self, guint entry)
{
  self->wanted.id = 0;
  emit (self, SIGNAL_SELECTED, entry);
}

static void
menu_asked (CareTimelineChart *self, guint entry, guint day, double x, double y)
{
  const CareTimelineScene *scene = care_timeline_view_get_scene (self->view);
  CareRecord *record = entry == CARE_TIMELINE_NO_ENTRY ? NULL : find_record (self, care_timeline_scene_get (scene, entry));
  double left, top;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &left, &top);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, record, day, left, top);
}

static void
select_wanted (CareTimelineChart *self)
{
  const CareTimelineScene *scene = care_timeline_view_get_scene (self->view);
  guint entry = CARE_TIMELINE_NO_ENTRY;

  if (scene == NULL || self->wanted.id == 0)
    return;
  entry = care_timeline_scene_find (scene, &self->wanted);
  if (entry == CARE_TIMELINE_NO_ENTRY && (self->is_waiting || self->is_set))
    return; /* it may come yet */
  self->wanted.id = 0;
  care_timeline_view_select (self->view, entry);
}

/* What is told of beside the lanes, before anybody chose anything, is of the mark that the keys
 * begin at. */
static void
begin (CareTimelineChart *self)
{
  guint entry = care_timeline_view_get_first (self->view);

  if (self->has_begun || self->wanted.id != 0 || entry == CARE_TIMELINE_NO_ENTRY)
    return;
  self->has_begun = TRUE;
  if (care_timeline_view_get_selected (self->view) != CARE_TIMELINE_NO_ENTRY)
    return;
  care_timeline_view_select (self->view, entry);
  emit (self, SIGNAL_SELECTED, entry);
}

static void
shown (CareTimelineChart *self)
{
  self->is_set = FALSE;
  select_wanted (self);
  begin (self);
}

/**
 * care_timeline_chart_select:
 * @self: a timeline
 * @record: (nullable): a record
 *
 * Marks it as the one selected, as soon as it is there.
 *
 * Returns: whether it has a mark, as far as that is known.
 */
gboolean
care_timeline_chart_select (CareTimelineChart *self, CareRecord *record)
{
  guint shape = 0;

  while (record != NULL && shape < CARE_TIMELINE_N_SHAPES && !care_record_is (record, care_timeline_entry_kind (shape)))
    shape++;
  self->wanted = (CareTimelineEntry){ .shape = (guint8) shape };
  self->chosen.id = 0;
  self->has_begun = self->has_begun || record != NULL; /* though it may have no mark */
  if (record == NULL || shape == CARE_TIMELINE_N_SHAPES)
    {
      care_timeline_view_select (self->view, CARE_TIMELINE_NO_ENTRY);
      return FALSE;
    }
  self->wanted.id = care_record_get_id (record);
  select_wanted (self);
  return self->wanted.id != 0 || care_timeline_view_get_selected (self->view) != CARE_TIMELINE_NO_ENTRY;
}

/**
 * care_timeline_chart_choose_focused:
 * @self: a timeline
 *
 * Selects the mark that has the focus, as if a person had clicked on it.
 *
 * Returns: whether one has it and it is told already; while a slow disk saves, it is told later.
 */
gboolean
care_timeline_chart_choose_focused (CareTimelineChart *self)
{
  return care_timeline_view_choose_focused (self->view) && self->chosen.id == 0;
}

/**
 * care_timeline_chart_set_as_of:
 * @self: a timeline
 * @as_of: a day
 *
 * Shows what was known on another day.
 */
void
care_timeline_chart_set_as_of (CareTimelineChart *self, CareDay as_of)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (self->desk);

  choice.as_of = as_of;
  care_timeline_desk_choose (self->desk, &choice);
}

/**
 * care_timeline_chart_set_library:
 * @self: a timeline
 * @library: (nullable): where the records are kept
 * @today: the day that it is
 *
 * Shows what another library knows today.
 */
void
care_timeline_chart_set_library (CareTimelineChart *self, CareLibrary *library, CareDay today)
{
  self->wanted.id = self->chosen.id = 0;
  self->is_set = FALSE;
  care_timeline_view_set (self->view, NULL, 0);
  care_timeline_desk_set_library (self->desk, library, today);
}

/**
 * care_timeline_chart_go:
 * @self: a timeline
 * @where: "zoom-in", "zoom-out", "fit" or "as-of"
 *
 * Moves what is seen of it.
 */
void
care_timeline_chart_go (CareTimelineChart *self, const char *where)
{
  g_autofree char *action = g_strdup_printf ("timeline.%s", where);

  gtk_widget_activate_action (GTK_WIDGET (self->view), action, NULL);
}

/**
 * care_timeline_chart_get_desk:
 * @self: a timeline
 *
 * Returns: (transfer none): what is chosen of the library, and what that is.
 */
CareTimelineDesk *
care_timeline_chart_get_desk (CareTimelineChart *self)
{
  return self->desk;
}

static void
care_timeline_chart_dispose (GObject *object)
{
  CareTimelineChart *self = CARE_TIMELINE_CHART (object);

  if (self->view != NULL)
    {
      care_timeline_chart_set_library (self, NULL, 0);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->view)));
    }
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_timeline_chart_parent_class)->dispose (object);
}

static void
care_timeline_chart_class_init (CareTimelineChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_timeline_chart_dispose;

  /**
   * CareTimelineChart::activated:
   * @record: what a mark is of
   *
   * The mark was activated: its record is to be opened.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareTimelineChart::selected:
   * @record: what a mark is of
   *
   * The mark was selected by a person.
   */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", CARE_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareTimelineChart::menu:
   * @record: (nullable): what is pointed at
   * @day: the day that is pointed at; 0: none is
   * @x: a point of the timeline
   * @y: a point of the timeline
   *
   * What can be done there is asked for.
   */
  signals[SIGNAL_MENU] = g_signal_new ("menu", CARE_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       4, CARE_TYPE_RECORD, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  GTK_WIDGET_CLASS (klass)->map = care_timeline_chart_map;
  GTK_WIDGET_CLASS (klass)->unmap = care_timeline_chart_unmap;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_timeline_chart_init (CareTimelineChart *self)
{
  self->desk = care_timeline_desk_new ();
  g_signal_connect_object (self->desk, "chosen", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (show_outlook), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "waiting", G_CALLBACK (waiting), self, G_CONNECT_SWAPPED);
  self->view = CARE_TIMELINE_VIEW (care_timeline_view_new ());
  care_timeline_view_set_label (self->view, _ ("Timeline of Pledges and Events"));
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (entry_activated), self);
  g_signal_connect_swapped (self->view, "selected", G_CALLBACK (entry_selected), self);
  g_signal_connect_swapped (self->view, "as-of-moved", G_CALLBACK (care_timeline_chart_set_as_of), self);
  g_signal_connect_swapped (self->view, "menu", G_CALLBACK (menu_asked), self);
  g_signal_connect_swapped (self->view, "shown", G_CALLBACK (shown), self);
  g_signal_connect_swapped (self->view, "cancelled", G_CALLBACK (care_timeline_desk_cancel), self->desk);
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
