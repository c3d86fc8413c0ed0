/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown: figures that can stand on one axis, as a chart and as a table, or why they cannot. */

#include "care-figures-chart-private.h"

#include "care-number-style.h"
#include "care-view-models.h"

#include <glib/gi18n.h>

/* More bars than these nobody compares; the others are counted. */
#define MOST_BARS 20

/* The list has its beginning at once, and more than that nobody reads in a chart. */
static void
add_all (CareFiguresChart *self, GPtrArray *figures)
{
  g_autoptr (GListModel) model = care_view_models_figures (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (figures, g_list_model_get_item (model, i));
}

/* (transfer full): those that may be shown. */
GPtrArray *
care_figures_chart_list_figures (CareFiguresChart *self)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->among == NULL)
    add_all (self, figures);
  for (guint i = 0; self->among != NULL && i < self->among->len; i++)
    {
      CareRecord *figure = care_library_lookup_now ("figure", g_array_index (self->among, CareId, i), self->library);

      if (figure != NULL)
        g_ptr_array_add (figures, g_object_ref (figure));
    }
  return figures;
}

/* Leaves of @figures those of the owner that was chosen; where it has none any more, all of them. */
static void
keep_owned (CareFiguresChart *self, GPtrArray *figures)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new ();

  for (guint i = 0; i < figures->len && self->owner != 0; i++)
    if (care_record_get_reference (figures->pdata[i], "actor") == self->owner)
      g_ptr_array_add (owned, g_object_ref (figures->pdata[i]));
  if (owned->len == 0)
    {
      self->owner = 0;
      return;
    }
  g_ptr_array_set_size (figures, 0);
  g_ptr_array_extend_and_steal (figures, g_steal_pointer (&owned));
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
  if (self->among == NULL && self->n_read < n_all)
    g_string_append_printf (words, _ ("%sOnly the first %'u of %'u figures are looked at."), words->len > 0 ? " " : "", self->n_read,
                            n_all);
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
  care_figures_chart_words_load (self);
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

/* The group that was chosen is found again by what it is, wherever it is now and however its
 * numbers are written; else the first is. */
static void
find_group (CareFiguresChart *self)
{
  CareChartAsk ask = care_figures_chart_ask (self);
  guint n = care_figures_chart_count_groups (self), found = 0;

  if (self->group == CARE_FIGURES_CHART_ALL)
    return;
  ask.numbers = CARE_QUANTITY_HOUSE;
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

/* Makes anew what is shown, of what the library holds now. */
void
care_figures_chart_read (GObject *object)
{
  CareFiguresChart *self = CARE_FIGURES_CHART (object);
  CareChartAsk ask = care_figures_chart_ask (self);
  g_autoptr (GPtrArray) figures = NULL;

  if (self->library == NULL)
    return;
  figures = care_figures_chart_list_figures (self);
  self->n_read = figures->len;
  keep_owned (self, figures);
  g_clear_pointer (&self->groups, care_chart_groups_free);
  self->groups = care_chart_groups_new (&ask, figures, self->kind == CARE_CHART_YEARS);
  find_group (self);
  show (self);
}

/* A row says what its bar says, with what stands above that. */
void
care_figures_chart_describe_row (gpointer figure, CareListRow *row, gpointer data)
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
