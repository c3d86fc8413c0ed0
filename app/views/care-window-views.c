/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The five views of a library: each is made, and filled, when it is first shown, as all
 * five would take most of the time in which a window comes up. */

#include "care-window-private.h"

#include "care-view-models.h"
#include "care-window-positions.h"
#include "care-window-record.h"
#include "care-window-sources.h"
#include "care-window-timeline.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *kind; /* of its records, or the first of several */
  gsize offset; /* in the window, of the CareBrowser */
  const char *label;
  const char *empty_title;
  const char *empty_description;
  GListModel *(*list) (CareLibrary *library); /* NULL: what the timeline lists */
  void (*set_up) (CareWindow *self);
} View;

static void
set_up_briefings (CareWindow *self)
{
  g_signal_connect_object (self->briefings, "activated", G_CALLBACK (care_window_open_briefing), self, G_CONNECT_SWAPPED);
  care_browser_set_open_label (self->briefings, _ ("Open Briefing"));
}

/* A figure is shown beside what it is added to, a question by itself. */
static void
ledger_activated (CareWindow *self, CareRecord *record)
{
  if (care_record_is (record, "figure"))
    care_browser_select (self->figures, record);
  else
    care_window_show_record (self, record);
}

static void
add_up (CareWindow *self, GArray *ids)
{
  care_ledger_view_show_figures (self->ledger, ids);
  care_browser_show_picture (self->figures, GTK_WIDGET (self->ledger));
  care_browser_focus (self->figures);
}

static void
prices_wanted (CareWindow *self, CareRecord *ledger, const char *field)
{
  care_browser_select (self->figures, ledger);
  care_browser_focus_field (self->figures, field);
}

/* All looks at figures show those of the same briefing, as it writes its numbers. */
static void
scoped (CareWindow *self, GArray *ids, CareRecord *briefing)
{
  care_figures_chart_set_scope (self->figures_chart, ids, briefing);
  care_ledger_view_set_scope (self->ledger, ids, briefing);
}

static void
set_up_figures (CareWindow *self)
{
  self->figures_chart = CARE_FIGURES_CHART (care_figures_chart_new ());
  g_signal_connect_object (self->figures_chart, "activated", G_CALLBACK (care_window_show_figure), self, G_CONNECT_SWAPPED);
  care_browser_set_list_label (self->figures, _ ("Table"));
  self->figures_table = CARE_FIGURES_TABLE (care_figures_table_new (self->figures, self->settings));
  g_signal_connect_object (self->figures_table, "add-up", G_CALLBACK (add_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures_table, "scoped", G_CALLBACK (scoped), self, G_CONNECT_SWAPPED);
  care_browser_add_picture (self->figures, GTK_WIDGET (self->figures_chart), _ ("Chart"));
  self->ledger = CARE_LEDGER_VIEW (care_ledger_view_new ());
  g_signal_connect_object (self->ledger, "activated", G_CALLBACK (ledger_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ledger, "prices-wanted", G_CALLBACK (prices_wanted), self, G_CONNECT_SWAPPED);
  care_browser_add_picture (self->figures, GTK_WIDGET (self->ledger), _ ("Ledger"));
  /* Saved questions are not about what a briefing uses. */
  care_browser_set_fuller (self->figures, GTK_WIDGET (self->ledger));
}

static const View views[] = {
  { "briefings", "briefing", G_STRUCT_OFFSET (CareWindow, briefings), N_ ("Briefings"), N_ ("No Briefings Yet"),
    N_ ("Write one, or import a library that holds one."), care_view_models_briefings, set_up_briefings },
  { "positions", "position", G_STRUCT_OFFSET (CareWindow, positions), N_ ("Positions"), N_ ("No Positions Yet"),
    N_ ("Record what a party has said, with its source."), care_view_models_positions,
    care_window_positions_add_matrix },
  { "figures", "figure", G_STRUCT_OFFSET (CareWindow, figures), N_ ("Figures"), N_ ("No Figures Yet"),
    N_ ("Record a sum or a number, with its source."), care_view_models_figures, set_up_figures },
  { "timeline", "pledge", G_STRUCT_OFFSET (CareWindow, timeline), N_ ("Pledges and Events"),
    N_ ("No Pledges or Events Yet"),
    N_ ("Record what was pledged, and what happened."), NULL, care_window_timeline_set_up },
  { "sources", "source", G_STRUCT_OFFSET (CareWindow, sources), N_ ("Sources"), N_ ("No Sources Yet"),
    N_ ("Paste a link or a citation, or drop a file here."), care_view_models_sources, care_window_sources_set_up },
};

static CareBrowser **
get_place (CareWindow *self, const View *view)
{
  return &G_STRUCT_MEMBER (CareBrowser *, self, view->offset);
}

static const View *
find_shown (CareWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return &views[i];
  return &views[0];
}

/* The view that is shown, or would be. */
CareBrowser *
care_window_get_view (CareWindow *self)
{
  const View *view = find_shown (self);
  CareBrowser **place = get_place (self, view);

  if (*place != NULL)
    return *place;
  *place = g_object_new (CARE_TYPE_BROWSER, NULL);
  adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->views, view->name)), GTK_WIDGET (*place));
  care_browser_set_kind (*place, view->kind);
  care_browser_set_label (*place, _ (view->label), _ (view->empty_title), _ (view->empty_description));
  care_window_record_name_button (*place, view->name);
  view->set_up (self);
  return *place;
}

/* The pictures that a view has beside its list are filled with it. */
static void
fill_pictures (CareWindow *self, CareBrowser *view, GListModel *records)
{
  if (view == self->figures)
    {
      care_figures_table_set_records (self->figures_table, self->library, records);
      care_figures_chart_set_library (self->figures_chart, self->library);
      care_ledger_view_set_library (self->ledger, self->library);
    }
  else if (view == self->positions)
    care_positions_matrix_set_library (self->positions_matrix, self->library);
  else if (view == self->timeline)
    care_timeline_chart_set_library (self->timeline_chart, self->library, self->today);
}

/* (transfer full) */
static GListModel *
list_records (CareWindow *self, const View *view)
{
  return view->list == NULL ? g_object_ref (care_window_timeline_list (self)) : view->list (self->library);
}

static void
fill_view (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareBrowser *shown = self->library == NULL ? NULL : care_window_get_view (self);
  g_autoptr (GListModel) records = NULL;

  if (shown == NULL || care_browser_get_library (shown) == self->library)
    return;
  records = list_records (self, find_shown (self));
  care_browser_set_records (shown, self->library, records);
  fill_pictures (self, shown, records);
}

/* Fills the view that is shown, if it has not been shown before. */
void
care_window_fill_view (CareWindow *self)
{
  if (self->library != NULL)
    care_library_when_readable (self->library, fill_view, G_OBJECT (self));
}

/* The library is given up. */
void
care_window_empty_views (CareWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (*get_place (self, &views[i]) != NULL)
      care_browser_set_records (*get_place (self, &views[i]), NULL, NULL);
  if (self->figures_table != NULL)
    care_figures_table_set_records (self->figures_table, NULL, NULL);
  if (self->figures_chart != NULL)
    {
      care_figures_chart_set_library (self->figures_chart, NULL);
      care_ledger_view_set_library (self->ledger, NULL);
    }
  if (self->positions_matrix != NULL)
    care_positions_matrix_set_library (self->positions_matrix, NULL);
  if (self->timeline_chart != NULL)
    care_timeline_chart_set_library (self->timeline_chart, NULL, 0);
}
