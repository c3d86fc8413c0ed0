/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-timeline.h"

#include "care-adaptive.h"
#include "care-timeline-actions.h"
#include "care-timeline-list.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

/* (transfer none): what is chosen of the timeline, which is made already. */
CareTimelineDesk *
care_window_timeline_get_desk (CareWindow *self)
{
  return care_timeline_chart_get_desk (self->timeline_chart);
}

static void
mark_activated (CareWindow *self, CareRecord *record)
{
  care_browser_select (self->timeline, record);
}

static void
mark_selected (CareWindow *self, CareRecord *record)
{
  care_browser_point_at (self->timeline, record);
}

/* What is found by its words is found in lanes, too. */
static void
find (const char *typed, gpointer data)
{
  CareTimelineDesk *desk = care_window_timeline_get_desk (data);
  CareTimelineChoice choice = *care_timeline_desk_get_choice (desk);

  choice.typed = (char *) typed;
  care_timeline_desk_choose (desk, &choice);
}

static void
describe (gpointer record, CareListRow *row, gpointer data)
{
  care_timeline_list_describe (record, row, CARE_WINDOW (data)->timeline_list);
}

/* Where nothing is shown, it is a filter or the day that hides what there is. */
static void
say_why_empty (CareWindow *self, guint n_all)
{
  CareTimelineDesk *desk = care_window_timeline_get_desk (self);
  CareDay as_of = care_timeline_desk_get_choice (desk)->as_of;
  g_autoptr (CareDate) date = care_date_from_day (as_of);
  g_autofree char *day = care_date_format (date, CARE_DATE_HOUSE);
  g_autofree char *unknown = g_strdup_printf (_ ("Nothing that is recorded was known on %s."), day);
  g_autofree char *none = g_strdup_printf (ngettext ("The only entry is not what is looked for.",
                                                     "None of the %u entries is what is looked for.", n_all), n_all);

  if (n_all == 0 && as_of < care_timeline_desk_get_today (desk))
    care_browser_set_placeholder (self->timeline, _ ("Nothing Known Yet"), unknown, _ ("As of Today"), "desk.today");
  else if (n_all > 0 && care_timeline_desk_is_filtered (desk))
    care_browser_set_placeholder (self->timeline, _ ("Nothing Matches"), none, _ ("Show All"), "desk.show-all");
  else
    care_browser_set_placeholder (self->timeline, NULL, NULL, NULL, NULL);
}

static void
outlook_changed (CareWindow *self)
{
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (care_window_timeline_get_desk (self));

  /* The library was let go, and with it perhaps the window. */
  if (outlook == NULL)
    return;
  say_why_empty (self, outlook->counts.n_all);
  care_browser_refresh (self->timeline);
}

/* What was never read is not called empty. */
static void
waiting (CareWindow *self, gboolean is_waiting)
{
  CareTimelineDesk *desk = care_window_timeline_get_desk (self);
  const char *trouble = care_timeline_desk_get_trouble (desk);
  g_autofree char *why = g_markup_escape_text (trouble != NULL ? trouble : _ ("Reading it was cancelled."), -1);

  /* A window that closes while the timeline is read gives that up. */
  if (care_browser_get_library (self->timeline) == NULL)
    return;
  care_browser_set_waiting (self->timeline, is_waiting);
  if (care_timeline_desk_get_outlook (desk) != NULL)
    return;
  if (care_timeline_desk_is_behind (desk))
    care_browser_set_placeholder (self->timeline, _ ("The Timeline Was Not Read"), why, _ ("Read Again"), "desk.read-again");
  else
    care_browser_set_placeholder (self->timeline, "", NULL, NULL, NULL);
}

/* All is shown again, whatever is still typed. */
static void
choice_changed (CareWindow *self)
{
  care_browser_set_typed (self->timeline, care_timeline_desk_get_choice (care_window_timeline_get_desk (self))->typed);
}

static void
failed (CareWindow *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static void go (GSimpleAction *action, GVariant *parameter, gpointer data);

/* What lanes can do, by the names that their view has for it. */
static const GActionEntry moves[] = { { "zoom-in", go }, { "zoom-out", go }, { "fit", go } };

static void
row_menu_asked (GtkWidget *row, double x, double y, gpointer data)
{
  CareWindow *self = data;

  care_window_timeline_open_menu (self, row, x, y, care_browser_get_selected (self->timeline), 0);
}

static void
mark_menu_asked (CareWindow *self, CareRecord *record, guint day, double x, double y)
{
  if (record != NULL)
    care_browser_point_at (self->timeline, record);
  care_window_timeline_open_menu (self, GTK_WIDGET (self->timeline_chart), x, y, record, day);
}

static void
go (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  care_timeline_chart_go (CARE_WINDOW (data)->timeline_chart, g_action_get_name (G_ACTION (action)));
}

/* (transfer none): what @record belongs to where it has no mark of its own, such as a deadline. */
static CareRecord *
find_marked (CareWindow *self, CareRecord *record)
{
  CareRecord *pledge = care_record_is (record, "deadline") ? care_library_follow (self->library, record, "pledge") : NULL;

  return pledge != NULL ? pledge : record;
}

/**
 * care_window_timeline_select_shown:
 * @self: a window whose timeline is made
 *
 * Has what is shown beside the list selected in the lanes, too, and in sight there.
 */
void
care_window_timeline_select_shown (CareWindow *self)
{
  CareRecord *shown = care_browser_get_shown (self->timeline);

  if (care_timeline_desk_get_outlook (care_window_timeline_get_desk (self)) != NULL && shown != NULL)
    care_timeline_chart_select (self->timeline_chart, find_marked (self, shown));
}

/* A list cannot be zoomed. */
static void
look_changed (CareWindow *self)
{
  gboolean lanes = gtk_widget_get_mapped (GTK_WIDGET (self->timeline_chart));

  if (lanes)
    care_window_timeline_select_shown (self);
  care_timeline_bar_set_lanes_shown (self->timeline_bar, lanes);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->timeline_moves), moves[i].name)),
                                 lanes);
}

static void
add_bar (CareWindow *self)
{
  CareTimelineDesk *desk = care_window_timeline_get_desk (self);
  g_autoptr (GSimpleActionGroup) actions = care_timeline_actions_new (desk);

  gtk_widget_insert_action_group (GTK_WIDGET (self->timeline), "desk", G_ACTION_GROUP (actions));
  self->timeline_moves = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->timeline_moves), moves, G_N_ELEMENTS (moves), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->timeline), "lanes", G_ACTION_GROUP (self->timeline_moves));
  self->timeline_bar = care_timeline_bar_new (desk);
  care_browser_add_tools (self->timeline, GTK_WIDGET (self->timeline_bar), care_timeline_bar_get_below (self->timeline_bar));
}

static void
add_lanes (CareWindow *self)
{
  self->timeline_chart = CARE_TIMELINE_CHART (care_timeline_chart_new ());
  g_signal_connect_object (self->timeline_chart, "activated", G_CALLBACK (mark_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline_chart, "selected", G_CALLBACK (mark_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline_chart, "menu", G_CALLBACK (mark_menu_asked), self, G_CONNECT_SWAPPED);
  care_browser_set_list_label (self->timeline, _ ("List"));
  care_browser_add_picture (self->timeline, GTK_WIDGET (self->timeline_chart), _ ("Lanes"));
  g_signal_connect_object (self->timeline_chart, "map", G_CALLBACK (look_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline_chart, "unmap", G_CALLBACK (look_changed), self, G_CONNECT_SWAPPED);
}

/**
 * care_window_timeline_set_up:
 * @self: a window whose timeline is being made
 *
 * Gives it lanes, a list of the same, and the bar above them.
 */
void
care_window_timeline_set_up (CareWindow *self)
{
  static const CareBrowserRows rows = { describe, care_timeline_list_locate, find, row_menu_asked, TRUE };
  CareTimelineDesk *desk;

  add_lanes (self);
  desk = care_window_timeline_get_desk (self);
  self->timeline_list = care_timeline_list_new (desk);
  care_browser_set_rows (self->timeline, &rows, self);
  add_bar (self);
  care_window_timeline_add_actions (self);
  g_signal_connect_object (self->timeline, "moved-on", G_CALLBACK (care_window_timeline_select_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "waiting", G_CALLBACK (waiting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "chosen", G_CALLBACK (choice_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (outlook_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
  /* In a narrow window a list tells more. */
  care_browser_show_picture (self->timeline,
                             care_split_fits (GTK_WINDOW (self)) ? GTK_WIDGET (self->timeline_chart) : NULL);
}

/**
 * care_window_timeline_list:
 * @self: a window whose timeline is made
 *
 * Returns: (transfer none): what is listed of it.
 */
GListModel *
care_window_timeline_list (CareWindow *self)
{
  return G_LIST_MODEL (self->timeline_list);
}
