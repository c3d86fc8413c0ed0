/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-chart-private.h"

#include "care-stop.h"
#include "care-view-models.h"

#include <glib/gi18n.h>

/* More bars than these nobody compares; the others are counted. */
#define MOST_BARS 20

G_DEFINE_FINAL_TYPE (CareFiguresChart, care_figures_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
list_children (gpointer library, const char *kind, const char *field, CareId id)
{
  return care_library_children (library, kind, field, id);
}

CareChartAsk
care_figures_chart_ask (CareFiguresChart *self)
{
  return (CareChartAsk){ care_library_lookup, list_children, self->library, CARE_QUANTITY_HOUSE };
}

/* (transfer full): the list has its beginning at once, and more than that nobody reads in a chart. */
static GPtrArray *
list_figures (CareFiguresChart *self)
{
  g_autoptr (GListModel) model = care_view_models_figures (self->library);
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (figures, g_list_model_get_item (model, i));
  return figures;
}

guint
care_figures_chart_count_groups (CareFiguresChart *self)
{
  return self->groups == NULL ? 0 : self->groups->groups->len;
}

static CareChartGroup *
get_group (CareFiguresChart *self, guint index)
{
  return g_ptr_array_index (self->groups->groups, index);
}

static guint
count_figures (CareFiguresChart *self)
{
  guint n = 0;

  for (guint i = 0; i < care_figures_chart_count_groups (self); i++)
    n += get_group (self, i)->figures->len;
  return n;
}

/* What would put bars on it, what is not on the axis, what it differs in, and what was not looked at. */
static void
tell_others (CareFiguresChart *self, const CareChartContent *content, guint n_shown)
{
  CareChartAsk ask = care_figures_chart_ask (self);
  guint n = count_figures (self), n_all = care_library_count (self->library, "figure");
  g_autofree char *why = care_chart_groups_refuse (&ask, self->groups);
  g_autoptr (GString) words = g_string_new (NULL);

  if (!care_chart_content_has_bars (content))
    g_string_append (words, self->kind == CARE_CHART_YEARS ? _ ("Enter the period of each figure to compare them.")
                                                           : _ ("Enter the period basis of each figure to compare them."));
  if (n > n_shown)
    g_string_append_printf (words,
                            ngettext ("%s%'u other figure cannot stand on this axis. %s",
                                      "%s%'u other figures cannot stand on this axis. %s", n - n_shown),
                            words->len > 0 ? " " : "", n - n_shown, why);
  if (n < n_all)
    g_string_append_printf (words, _ ("%sOnly the first %'u of %'u figures are looked at."), words->len > 0 ? " " : "", n, n_all);
  gtk_label_set_label (self->others, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->others), words->len > 0);
}

static void
fill_table (CareFiguresChart *self, const CareChartContent *content)
{
  g_autoptr (GListStore) figures = g_list_store_new (CARE_TYPE_RECORD);

  for (guint i = 0; i < content->bars->len; i++)
    g_list_store_append (figures, ((CareChartBar *) content->bars->pdata[i])->figure);
  care_list_set_model (self->table, G_LIST_MODEL (figures));
}

static void
show_group (CareFiguresChart *self, CareChartGroup *group)
{
  CareChartAsk ask = care_figures_chart_ask (self);
  CareChartContent *content;
  g_autofree char *source = NULL;

  care_chart_sort (&ask, group->figures, self->by_owner);
  content = care_chart_content_new (&ask, group->figures, self->kind, MOST_BARS);
  source = care_chart_content_say_sources (content);
  care_chart_view_set (self->chart, content, source);
  fill_table (self, content);
  tell_others (self, content, group->figures->len);
  if (!care_figures_chart_is_table (self))
    gtk_stack_set_visible_child (self->stack, self->scroller);
}

static void
refuse (CareFiguresChart *self)
{
  CareChartAsk ask = care_figures_chart_ask (self);
  g_autofree char *why = care_chart_groups_refuse (&ask, self->groups);

  care_chart_view_set (self->chart, NULL, NULL);
  care_list_set_model (self->table, NULL);
  adw_status_page_set_description (self->refused, why);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->refused));
}

static void
show (CareFiguresChart *self)
{
  guint n = care_figures_chart_count_groups (self);

  if (n > 1 && self->group == CARE_FIGURES_CHART_ALL)
    refuse (self);
  else if (n > 0)
    show_group (self, get_group (self, self->group < n ? self->group : 0));
  else
    care_chart_view_set (self->chart, NULL, NULL);
  care_figures_chart_bar_tell (self);
}

/* The group that was chosen is found again by what it is, wherever it is now; else the first is. */
static void
find_group (CareFiguresChart *self)
{
  CareChartAsk ask = care_figures_chart_ask (self);
  guint n = care_figures_chart_count_groups (self), found = 0;

  if (self->group == CARE_FIGURES_CHART_ALL)
    return;
  if (self->chosen == NULL)
    found = self->group < n ? self->group : 0;
  for (guint i = 0; i < n && self->chosen != NULL; i++)
    {
      g_autofree char *words = care_chart_groups_say (&ask, self->groups, i);

      if (g_str_equal (words, self->chosen))
        found = i;
    }
  self->group = found;
  g_clear_pointer (&self->chosen, g_free);
  if (n > 0)
    self->chosen = care_chart_groups_say (&ask, self->groups, found);
}

static void
update (GObject *object)
{
  CareFiguresChart *self = CARE_FIGURES_CHART (object);
  CareChartAsk ask = care_figures_chart_ask (self);
  g_autoptr (GPtrArray) figures = NULL;

  if (self->library == NULL)
    return;
  figures = list_figures (self);
  g_clear_pointer (&self->groups, care_chart_groups_free);
  self->groups = care_chart_groups_new (&ask, figures, self->kind == CARE_CHART_YEARS);
  find_group (self);
  show (self);
}

/* To make it takes long where there is much to show, so only if it is seen. */
void
care_figures_chart_update (CareFiguresChart *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale && self->library != NULL)
    care_library_when_readable (self->library, update, G_OBJECT (self));
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
  GtkWidget *other = care_figures_chart_is_table (self) ? self->scroller : GTK_WIDGET (self->table);

  if (care_chart_view_get (self->chart) == NULL)
    return;
  gtk_stack_set_visible_child (self->stack, other);
  gtk_widget_child_focus (other, GTK_DIR_TAB_FORWARD);
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
  static const char *const kinds[] = { "figure", "actor", "person", "place", "citation", "source", "link" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (care_library_has_touched (self->library, kinds[i]))
      {
        care_figures_chart_update (self);
        return;
      }
}

static void
bar_activated (CareFiguresChart *self, guint index)
{
  const CareChartBar *bar = g_ptr_array_index (care_chart_view_get (self->chart)->bars, index);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, bar->figure);
}

static void
row_activated (CareFiguresChart *self, CareRecord *figure)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, figure);
}

/* A row says what its bar says, with what stands above that. */
static void
describe_row (gpointer figure, CareListRow *row, gpointer data)
{
  const CareChartContent *content = care_chart_view_get (CARE_FIGURES_CHART (data)->chart);

  for (guint i = 0; content != NULL && i < content->bars->len; i++)
    {
      const CareChartBar *bar = g_ptr_array_index (content->bars, i);

      if (bar->figure != figure)
        continue;
      row->heading = g_strdup (bar->heading != NULL ? bar->heading : bar->gap);
      row->title = g_strdup (bar->label);
      row->subtitle = g_strdup (bar->note);
      row->trailing = care_quantity_format (bar->quantity, content->numbers);
      row->has_swatch_place = TRUE;
      row->has_swatch = care_colour_parse (bar->colour, &row->swatch);
    }
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
  care_figures_chart_update (self);
}

static void
care_figures_chart_dispose (GObject *object)
{
  CareFiguresChart *self = CARE_FIGURES_CHART (object);

  care_figures_chart_set_library (self, NULL);
  g_clear_pointer (&self->groups, care_chart_groups_free);
  g_clear_pointer (&self->chosen, g_free);
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
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-figures-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, box);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, kinds);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, choice);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, choice_label);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, more);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, stack);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, scroller);
  gtk_widget_class_bind_template_child (widget_class, CareFiguresChart, chart);
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
  care_list_set_describe (self->table, describe_row, self, NULL);
  care_figures_chart_bar_init (self);
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
