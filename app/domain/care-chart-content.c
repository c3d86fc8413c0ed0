/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-content.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

static void
clear_part (gpointer data)
{
  CareChartPart *part = data;

  g_free (part->label);
  care_quantity_unref (part->quantity);
}

static void
free_bar (gpointer data)
{
  CareChartBar *bar = data;

  g_clear_object (&bar->figure);
  g_free (bar->heading);
  g_free (bar->gap);
  g_free (bar->label);
  g_free (bar->note);
  care_quantity_unref (bar->quantity);
  g_free (bar->colour);
  g_clear_pointer (&bar->parts, g_array_unref);
  g_free (bar);
}

static void
free_source (gpointer data)
{
  CareChartSource *source = data;

  g_free (source->words);
  g_free (source->pinpoint);
  g_free (source);
}

/**
 * care_chart_content_new_bars:
 * @kind: what kind of chart it is to be
 *
 * Returns: (transfer full): a chart of nothing yet.
 */
CareChartContent *
care_chart_content_new_bars (CareChartKind kind)
{
  CareChartContent *self = g_new0 (CareChartContent, 1);

  self->kind = kind;
  self->numbers = CARE_QUANTITY_HOUSE;
  self->bars = g_ptr_array_new_with_free_func (free_bar);
  self->sources = g_ptr_array_new_with_free_func (free_source);
  return self;
}

/**
 * care_chart_content_free:
 * @self: (transfer full): what a chart shows
 */
void
care_chart_content_free (CareChartContent *self)
{
  g_ptr_array_unref (self->bars);
  g_ptr_array_unref (self->sources);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

/**
 * care_chart_content_add:
 * @self: what a chart shows
 * @label: what the bar is
 * @quantity: how much
 *
 * Returns: (transfer none): a bar at the end of @self, to be given what else it has.
 */
CareChartBar *
care_chart_content_add (CareChartContent *self, const char *label, CareQuantity *quantity)
{
  CareChartBar *bar = g_new0 (CareChartBar, 1);

  bar->label = g_strdup (label);
  bar->quantity = care_quantity_ref (quantity);
  g_ptr_array_add (self->bars, bar);
  return bar;
}

/**
 * care_chart_bar_add_part:
 * @self: a bar
 * @newness: (not nullable): a word of the vocabulary
 * @label: what the part is
 * @quantity: how much of the bar it is
 *
 * Divides @self: its parts follow each other from nought.
 */
void
care_chart_bar_add_part (CareChartBar *self, const char *newness, const char *label, CareQuantity *quantity)
{
  CareChartPart part = { newness, g_strdup (label), care_quantity_ref (quantity) };

  if (self->parts == NULL)
    {
      self->parts = g_array_new (FALSE, FALSE, sizeof (CareChartPart));
      g_array_set_clear_func (self->parts, clear_part);
    }
  g_array_append_val (self->parts, part);
}

/**
 * care_chart_kind_find:
 * @word: (nullable): a word of the vocabulary of charts
 *
 * Returns: the kind of chart that it stands for; bars where nothing is said.
 */
CareChartKind
care_chart_kind_find (const char *word)
{
  if (g_strcmp0 (word, "stacked") == 0)
    return CARE_CHART_STACKED;
  return g_strcmp0 (word, "years") == 0 ? CARE_CHART_YEARS : CARE_CHART_BARS;
}

static CareRecord *
follow (const CareChartAsk *ask, CareRecord *record, const char *field, const char *kind)
{
  return ask->lookup (kind, care_record_get_reference (record, field), ask->data);
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
append_owner (GString *line, CareRecord *owner)
{
  const char *name = owner == NULL ? NULL : care_record_get (owner, "short_name");

  append_part (line, name != NULL || owner == NULL ? name : care_record_get_title (owner));
}

static void
append_period (GString *line, CareRecord *figure, const CareNumberStyle *numbers)
{
  g_autofree char *period = care_record_format_as (figure, "period", numbers);

  append_part (line, *period != '\0' ? period : care_record_get (figure, "period_words"));
}

/* "existing (most)" */
static void
append_newness (GString *line, CareRecord *figure)
{
  const char *word = care_record_get (figure, "newness");
  const char *newness = care_vocabulary_label (&care_vocabulary_newness, word);
  const char *share
    = care_vocabulary_label (&care_vocabulary_newness_share, care_record_get (figure, "newness_share"));
  g_autofree char *both = share == NULL ? NULL : g_strdup_printf ("%s (%s)", newness, share);

  if (g_strcmp0 (word, "not-stated") != 0)
    append_part (line, both != NULL ? both : newness);
}

/* (transfer full): what distinguishes one bar from others on its axis: whose it is, of when, how new,
 * and who worked it out. */
static char *
make_note (const CareChartAsk *ask, CareRecord *figure, CareRecord *owner, CareChartKind kind)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *attribution = care_chart_say_attribution (ask, figure);

  append_owner (line, owner);
  append_period (line, figure, ask->numbers);
  if (kind != CARE_CHART_STACKED)
    append_newness (line, figure);
  append_part (line, attribution);
  return care_chart_capitalise (line->str);
}

/* What has no value keeps its row, and the row says so. */
static CareQuantity *
dup_value (CareRecord *figure)
{
  CareDecimal nought = { 0, 0 };
  CareQuantity *quantity = care_record_dup_quantity (figure, "value");

  return quantity != NULL ? quantity
                          : care_quantity_new (CARE_QUANTITY_NOT_ASSESSED, nought, nought, NULL, NULL);
}

/* Owners have numbers as they come. */
static guint
number_owner (const CareChartContent *self, CareRecord *figure)
{
  guint next = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const CareChartBar *bar = g_ptr_array_index (self->bars, i);

      if (bar->figure == NULL)
        continue;
      if (care_record_get_reference (bar->figure, "actor") == care_record_get_reference (figure, "actor"))
        return bar->owner;
      next = MAX (next, bar->owner + 1);
    }
  return next;
}

/**
 * care_chart_content_add_figure:
 * @self: what a chart shows
 * @ask: where records are found
 * @figure: a figure
 *
 * Returns: (transfer none): a bar for @figure, with its label, note and colour.
 */
CareChartBar *
care_chart_content_add_figure (CareChartContent *self, const CareChartAsk *ask, CareRecord *figure)
{
  g_autoptr (CareQuantity) value = dup_value (figure);
  CareRecord *owner = follow (ask, figure, "actor", "actor");
  guint number = number_owner (self, figure);
  CareChartBar *bar = care_chart_content_add (self, care_record_get_title (figure), value);

  bar->figure = g_object_ref (figure);
  bar->note = make_note (ask, figure, owner, self->kind);
  bar->owner = number;
  bar->colour = owner == NULL ? NULL : g_strdup (care_record_get (owner, "colour"));
  care_chart_content_add_sources (self, ask, figure);
  return bar;
}

/* Those of @alike have a bar, the others words that say why not. */
static void
add_bars (CareChartContent *self, const CareChartAsk *ask, const CareLedgerFigures *known, GPtrArray *figures, GPtrArray *alike,
          guint most)
{
  for (guint i = 0; i < figures->len && i < most; i++)
    {
      CareRecord *figure = g_ptr_array_index (figures, i);
      CareChartBar *bar = care_chart_content_add_figure (self, ask, figure);
      g_autofree char *note = NULL;

      if (g_ptr_array_find (alike, figure, NULL))
        continue;
      bar->is_apart = TRUE;
      note = g_steal_pointer (&bar->note);
      bar->note = care_chart_say_apart (ask, known, figure, figures->pdata[0], note);
    }
}

/**
 * care_chart_content_new:
 * @ask: where records are found
 * @figures: (element-type CareRecord): figures, in the order in which they are to stand
 * @kind: the kind of chart
 * @most: how many bars there may be; the others are counted
 *
 * The first figure says what the axis is of. One that cannot stand beside it keeps its place in the
 * order, in words that say why, and has no bar; over years it comes after the others. Where nobody says of
 * what period the first is, and so of no other whether it can, none has.
 *
 * Returns: (transfer full): what the chart shows.
 */
CareChartContent *
care_chart_content_new (const CareChartAsk *ask, GPtrArray *figures, CareChartKind kind, guint most)
{
  CareChartContent *self = care_chart_content_new_bars (kind);
  g_autoptr (CareLedgerFigures) known = care_ledger_figures_new ();
  g_autoptr (GPtrArray) alike = NULL;

  self->numbers = ask->numbers;
  for (guint i = 0; i < figures->len; i++)
    care_ledger_figures_add_record (known, figures->pdata[i]);
  alike = care_chart_list_alike (ask, known, figures, kind == CARE_CHART_YEARS);
  if (kind == CARE_CHART_YEARS)
    care_chart_content_add_years (self, ask, known, figures, most);
  else
    add_bars (self, ask, known, figures, alike, most);
  if (kind == CARE_CHART_STACKED)
    care_chart_content_divide (self, ask);
  self->n_more = figures->len - MIN (figures->len, most);
  self->title = care_chart_content_find_title (self, alike);
  self->subtitle = care_chart_content_say_measure (ask, known, alike->len > 0 ? alike : figures);
  return self;
}
