/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-chart-private.h"

#include "care-stop.h"
#include "care-wrap-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareFiguresChart, care_figures_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What nobody sees is not looked for. */
void
care_figures_chart_update (CareFiguresChart *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale && self->library != NULL)
    care_figures_chart_find (self);
}

gboolean
care_figures_chart_is_table (CareFiguresChart *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->table);
}

/* From the chart to the same numbers as a table, and back; the focus goes there. */
void
care_figures_chart_turn (CareFiguresChart *self)
{
  gboolean was_table = care_figures_chart_is_table (self);

  if (care_chart_view_get (self->chart) == NULL)
    return;
  gtk_stack_set_visible_child (self->stack, was_table ? self->scroller : GTK_WIDGET (self->table));
  if (was_table)
    gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

static void
care_figures_chart_map (GtkWidget *widget)
{
  CareFiguresChart *self = CARE_FIGURES_CHART (widget);

  GTK_WIDGET_CLASS (care_figures_chart_parent_class)->map (widget);
  if (self->is_stale)
    care_figures_chart_update (self);
}

/* However many figures an act changes, the chart is made anew once. */
static void
library_applied (CareFiguresChart *self)
{
  static const char *const kinds[] = { "figure", "actor", "person", "place", "citation", "source", "link",
                                       "contradiction", "contradiction_item" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (care_library_has_touched (self->library, kinds[i]))
      {
        care_figures_chart_update (self);
        return;
      }
}

/* What is shown is the figure as it was read; the live one may have gone meanwhile. */
static void
row_activated (CareFiguresChart *self, CareRecord *figure)
{
  CareRecord *live = care_library_lookup_now ("figure", care_record_get_id (figure), self->library);

  if (live != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, live);
}

static void
bar_activated (CareFiguresChart *self, guint index)
{
  row_activated (self, ((CareChartBar *) care_chart_view_get (self->chart)->bars->pdata[index])->figure);
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
    {
      care_figures_chart_words_end (self);
      g_signal_handlers_disconnect_by_data (self->library, self);
    }
  care_figures_chart_stop (self);
  g_set_object (&self->library, library);
  g_clear_pointer (&self->among, g_array_unref);
  g_clear_object (&self->briefing);
  self->chosen.owner = 0;
  self->is_stale = FALSE;
  if (library == NULL)
    return;
  g_clear_pointer (&self->found, care_figures_found_free);
  care_chart_view_set (self->chart, NULL, NULL);
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  care_figures_chart_update (self);
}

/**
 * care_figures_chart_set_scope:
 * @self: a chart of figures
 * @among: (nullable) (element-type CareId): the figures that it may show; %NULL: all
 * @briefing: (nullable): that they are used in, as which numbers are written
 *
 * Shows only those.
 */
void
care_figures_chart_set_scope (CareFiguresChart *self, GArray *among, CareRecord *briefing)
{
  g_clear_pointer (&self->among, g_array_unref);
  self->among = among == NULL ? NULL : g_array_ref (among);
  g_set_object (&self->briefing, briefing);
  care_figures_chart_update (self);
}

static void
care_figures_chart_dispose (GObject *object)
{
  CareFiguresChart *self = CARE_FIGURES_CHART (object);

  care_figures_chart_set_library (self, NULL);
  g_clear_pointer (&self->found, care_figures_found_free);
  g_clear_pointer (&self->chosen.basis, g_free);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_FIGURES_CHART);
  G_OBJECT_CLASS (care_figures_chart_parent_class)->dispose (object);
}

static void
care_figures_chart_class_init (CareFiguresChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_figures_chart_dispose;

  /**
   * CareFiguresChart::activated:
   * @figure: a figure
   *
   * Its bar, or its row, was activated.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_FIGURES_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  widget_class->map = care_figures_chart_map;
  g_type_ensure (CARE_TYPE_CHART_VIEW);
  g_type_ensure (CARE_TYPE_LIST);
  g_type_ensure (CARE_TYPE_STOP);
  g_type_ensure (CARE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-figures-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, box);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, kinds);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, choice);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, choice_label);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, more);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, stack);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, scroller);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, chart);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, words_group);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, others);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, table);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, refused);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "chart.table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
care_figures_chart_init (CareFiguresChart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_list_set_label (self->table, _ ("Figures of the Chart"));
  care_list_set_describe (self->table, care_figures_chart_describe_row, self, NULL);
  care_figures_chart_bar_init (self);
  care_figures_chart_words_init (self);
  care_figures_chart_add_drag (self);
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
