/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-chart.h"

#include "care-chart-view.h"
#include "care-describe.h"
#include "care-view-models.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CareFiguresChart
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  CareChartView *chart;
  CareLibrary *library;
  GPtrArray *shown;  /* the figure of each bar */
  gboolean is_stale; /* what is shown is older than the library */
};

G_DEFINE_FINAL_TYPE (CareFiguresChart, care_figures_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Money of kinds that must not be added up still stands side by side: the note
 * under each label says what kind it is. */
static void
add_bar (CareFiguresChart *self, GArray *bars, CareRecord *figure)
{
  CareChartBar bar = { .colour = { 0.19, 0.42, 0.60 } };
  g_autoptr (CareQuantity) value = care_record_dup_quantity (figure, "value");

  if (value == NULL || g_strcmp0 (care_quantity_get_unit (value), "GBP") != 0)
    return;
  bar.label = care_record_get_title (figure);
  bar.note = care_describe_figure_basis (self->library, figure);
  bar.quantity = g_steal_pointer (&value);
  care_describe_colour (self->library, figure, &bar.colour);
  g_array_append_val (bars, bar);
  g_ptr_array_add (self->shown, g_object_ref (figure));
}

static void
clear_bar (gpointer data)
{
  CareChartBar *bar = data;

  g_free ((char *) bar->note);
  care_quantity_unref (bar->quantity);
}

/* The list has its beginning at once, and more bars than that nobody reads. */
static void
show_bars (CareFiguresChart *self, GArray *bars, guint n_looked_at)
{
  guint n = care_library_count (self->library, "figure");
  g_autofree char *part
    = n_looked_at >= n ? NULL
                       : g_strdup_printf (_ ("Only of the first %'u of %'u figures; each as its source gives it; sums "
                                             "of different kinds cannot be added"),
                                          n_looked_at, n);

  care_chart_view_set (self->chart, _ ("Sums of Money"),
                       part != NULL ? part
                                    : _ ("Each as its source gives it; sums of different kinds cannot be added"),
                       (const CareChartBar *) bars->data, bars->len);
}

static void
update (CareFiguresChart *self)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (CareChartBar));
  g_autoptr (GListModel) figures = care_view_models_figures (self->library);

  g_array_set_clear_func (bars, clear_bar);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (CareRecord) figure = g_list_model_get_item (figures, i);
      add_bar (self, bars, figure);
    }
  show_bars (self, bars, g_list_model_get_n_items (figures));
}

/* To make it takes long where there is much to show, so only if it is seen. */
static void
update_if_seen (CareFiguresChart *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    update (self);
}

static void
care_figures_chart_map (GtkWidget *widget)
{
  CareFiguresChart *self = CARE_FIGURES_CHART (widget);

  GTK_WIDGET_CLASS (care_figures_chart_parent_class)->map (widget);
  if (self->is_stale)
    update_if_seen (self);
}

/* However many figures an act changes, the chart is made anew once. */
static void
library_applied (CareFiguresChart *self)
{
  if (care_library_has_touched (self->library, "figure") || care_library_has_touched (self->library, "actor")
      || care_library_has_touched (self->library, "person"))
    update_if_seen (self);
}

static void
bar_activated (CareFiguresChart *self, guint index)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, g_ptr_array_index (self->shown, index));
}

/**
 * care_figures_chart_set_library:
 * @self: a chart of figures
 * @library: (nullable): where they are kept
 *
 * Shows the figures of another library.
 */
void
care_figures_chart_set_library (CareFiguresChart *self, CareLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  self->is_stale = FALSE;
  if (library == NULL)
    return;
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  update_if_seen (self);
}

static void
care_figures_chart_dispose (GObject *object)
{
  CareFiguresChart *self = CARE_FIGURES_CHART (object);

  care_figures_chart_set_library (self, NULL);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (care_figures_chart_parent_class)->dispose (object);
}

static void
care_figures_chart_class_init (CareFiguresChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_figures_chart_dispose;

  /**
   * CareFiguresChart::activated:
   * @figure: a figure
   *
   * Its bar was activated.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_FIGURES_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  GTK_WIDGET_CLASS (klass)->map = care_figures_chart_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_figures_chart_init (CareFiguresChart *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->chart = CARE_CHART_VIEW (care_chart_view_new ());
  g_signal_connect_swapped (self->chart, "activated", G_CALLBACK (bar_activated), self);
  gtk_widget_set_margin_start (GTK_WIDGET (self->chart), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->chart), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->chart), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->chart), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->chart));

  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * care_figures_chart_new:
 *
 * Returns: (transfer floating): a chart of no library yet.
 */
GtkWidget *
care_figures_chart_new (void)
{
  return g_object_new (CARE_TYPE_FIGURES_CHART, NULL);
}
