/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown: figures that can stand on one axis, as a chart and as a table, or why they cannot. What
 * stood there before stays until that is found. */

#include "care-figures-chart-private.h"

#include "care-number-style.h"

#include <glib/gi18n.h>

guint
care_figures_chart_count_groups (CareFiguresChart *self)
{
  return self->found == NULL ? 0 : self->found->groups->groups->len;
}

static guint
count_figures (const CareFiguresFound *found, guint group)
{
  return ((CareChartGroup *) found->groups->groups->pdata[group])->figures->len;
}

/* What would put bars on it, what is not on the axis, what it differs in, and what was not looked at. */
static void
tell_others (CareFiguresChart *self)
{
  const CareFiguresFound *found = self->found;
  guint n_others = 0;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < found->groups->groups->len; i++)
    n_others += i == found->group ? 0 : count_figures (found, i);
  if (!care_chart_content_has_bars (care_chart_view_get (self->chart)))
    g_string_append (words, found->choice.kind == CARE_CHART_YEARS
                              ? _ ("Enter the period of each figure to compare them.")
                              : _ ("Enter the period basis of each figure to compare them."));
  if (n_others > 0)
    g_string_append_printf (words,
                            ngettext ("%s%'u other figure cannot stand on this axis. %s",
                                      "%s%'u other figures cannot stand on this axis. %s", n_others),
                            words->len > 0 ? " " : "", n_others, found->why);
  if (found->n_read < found->n_all)
    g_string_append_printf (words, _ ("%sOnly the first %'u of %'u figures are looked at."), words->len > 0 ? " " : "", found->n_read,
                            found->n_all);
  gtk_label_set_label (self->others, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->others), words->len > 0);
}

static void
fill_table (CareFiguresChart *self)
{
  g_autoptr (GListStore) figures = g_list_store_new (CARE_TYPE_RECORD);
  GPtrArray *bars = care_chart_view_get (self->chart)->bars;

  for (guint i = 0; i < bars->len; i++)
    g_list_store_append (figures, ((CareChartBar *) bars->pdata[i])->figure);
  care_list_set_model (self->table, G_LIST_MODEL (figures));
}

static void
show_chart (CareFiguresChart *self)
{
  g_autofree char *source = care_chart_content_say_sources (self->found->content);

  care_chart_view_set (self->chart, g_steal_pointer (&self->found->content), source);
  fill_table (self);
  care_figures_chart_words_load (self);
  tell_others (self);
  if (!care_figures_chart_is_table (self))
    gtk_stack_set_visible_child (self->stack, self->scroller);
}

static void
refuse (CareFiguresChart *self)
{
  care_chart_view_set (self->chart, NULL, NULL);
  care_list_set_model (self->table, NULL);
  adw_status_page_set_description (self->refused, self->found->why);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->refused));
}

static void
show (CareFiguresChart *self)
{
  if (self->found->content != NULL)
    show_chart (self);
  else if (care_figures_chart_count_groups (self) > 0)
    refuse (self);
  else
    care_chart_view_set (self->chart, NULL, NULL);
  care_figures_chart_bar_tell (self);
}

static void
set_finding (CareFiguresChart *self, GCancellable *finding)
{
  g_set_object (&self->finding, finding);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, finding != NULL, -1);
}

/* What is being found is wanted no more. */
void
care_figures_chart_stop (CareFiguresChart *self)
{
  g_cancellable_cancel (self->finding);
  set_finding (self, NULL);
}

static void
take_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareFiguresChart) self = data;
  gboolean is_wanted = self->finding != NULL && self->finding == g_task_get_cancellable (G_TASK (result));
  g_autoptr (CareFiguresFound) found = care_figures_chart_find_finish (result, NULL);

  if (!is_wanted || found == NULL)
    return;
  set_finding (self, NULL);
  g_clear_pointer (&self->found, care_figures_found_free);
  self->found = g_steal_pointer (&found);
  care_figures_choice_copy (&self->chosen, &self->found->choice);
  show (self);
}

/* Has what is chosen be shown, of what the library holds now. */
void
care_figures_chart_find (CareFiguresChart *self)
{
  g_autoptr (GCancellable) finding = g_cancellable_new ();

  care_figures_chart_stop (self);
  set_finding (self, finding);
  care_figures_chart_find_async (self->library, self->among, care_number_style_of (self->briefing), &self->chosen,
                                 finding, take_found, g_object_ref (self));
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
