/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars divided by newness: of a figure whose parts are known, and of several figures of one name
 * that a ledger may add. What cannot be added keeps a bar of its own. */

#include "care-chart-content.h"

#include "care-fund-tree.h"
#include "care-vocabularies.h"

#include <string.h>

#define NOT_STATED "not-stated"

static CareRecord *
lookup (const char *kind, CareId id, gpointer data)
{
  const CareChartAsk *ask = data;

  return ask->lookup (kind, id, ask->data);
}

static GPtrArray *
list (const char *kind, const char *field, CareId id, gpointer data)
{
  const CareChartAsk *ask = data;

  return ask->list (ask->data, kind, field, id);
}

/* What is added of each word of the vocabulary, in its order. */
typedef struct
{
  CareInterval sums[CARE_LEDGER_MAX_PARTS];
  gboolean any[CARE_LEDGER_MAX_PARTS];
} Sums;

static guint
find_index (const char *newness)
{
  for (guint i = 0; i + 1 < CARE_LEDGER_MAX_PARTS; i++)
    if (g_strcmp0 (care_vocabulary_newness.terms[i].word, newness) == 0)
      return i;
  return CARE_LEDGER_MAX_PARTS - 1;
}

/* FALSE if it has no number, or cannot be added to the others. */
static gboolean
add_to (Sums *sums, const char *newness, const CareQuantity *value, const char *unit)
{
  guint index = find_index (newness);
  CareInterval interval;

  if (value == NULL || g_strcmp0 (care_quantity_get_unit (value), unit) != 0 || !care_interval_read (&interval, value))
    return FALSE;
  if (!sums->any[index])
    sums->sums[index] = care_interval_nought ();
  sums->any[index] = TRUE;
  return care_interval_add (&sums->sums[index], &interval);
}

static void
add_part (CareChartBar *bar, const char *newness, CareQuantity *quantity)
{
  const CareTerm *term = &care_vocabulary_newness.terms[find_index (newness)];

  care_chart_bar_add_part (bar, term->word, care_vocabulary_label (&care_vocabulary_newness, term->word), quantity);
}

static void
add_parts (CareChartBar *bar, const Sums *sums)
{
  const char *unit = care_quantity_get_unit (bar->quantity);

  for (guint i = 0; i < CARE_LEDGER_MAX_PARTS; i++)
    {
      g_autoptr (CareQuantity) quantity = sums->any[i] ? care_interval_to_quantity (&sums->sums[i], unit, NULL) : NULL;

      if (quantity != NULL)
        add_part (bar, care_vocabulary_newness.terms[i].word, quantity);
    }
}

/* What no part accounts for is as new as the whole is said to be, unless that is only mixed. */
static const char *
find_newness_of_rest (CareRecord *whole)
{
  const char *newness = care_record_get (whole, "newness");

  return g_strcmp0 (newness, "mixed") == 0 ? NOT_STATED : newness;
}

/* FALSE where the parts are not known well enough to divide it. */
static gboolean
sum_parts (Sums *sums, const GArray *nodes, const char *unit)
{
  const CareFundNode *whole = &g_array_index (nodes, CareFundNode, 0);

  if (whole->fit != CARE_FUND_EXACT && whole->fit != CARE_FUND_ROUNDED && whole->fit != CARE_FUND_REMAINDER)
    return FALSE;
  for (guint i = 1; i < nodes->len; i++)
    {
      const CareFundNode *node = &g_array_index (nodes, CareFundNode, i);

      if (node->depth == 1 && !node->is_restated && !node->is_other_value
          && !add_to (sums, care_record_get (node->figure, "newness"), node->value, unit))
        return FALSE;
    }
  return whole->fit != CARE_FUND_REMAINDER
         || add_to (sums, find_newness_of_rest (whole->figure), whole->rest, unit);
}

static void
divide_bar (CareChartBar *bar, const CareChartAsk *ask)
{
  g_autoptr (GArray) nodes = care_fund_tree_new (bar->figure, lookup, list, (gpointer) ask);
  Sums sums = { 0 };

  if (sum_parts (&sums, nodes, care_quantity_get_unit (bar->quantity)))
    add_parts (bar, &sums);
  else
    add_part (bar, care_record_get (bar->figure, "newness"), bar->quantity);
}

/* Below nought parts have no order. */
static gboolean
can_be_divided (const CareChartBar *bar)
{
  return !bar->is_apart && care_quantity_has_number (bar->quantity)
         && care_quantity_get_low (bar->quantity).mantissa >= 0;
}

/* What is told of the whole bar is of all that is in it: whose it is, who worked it out, and who says so. */
static gboolean
is_of_one_name (const CareChartBar *a, const CareChartBar *b)
{
  static const char *const fields[] = { "actor", "estimator", "reporter", "reporting_body" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (care_record_get_reference (a->figure, fields[i]) != care_record_get_reference (b->figure, fields[i]))
      return FALSE;
  return can_be_divided (b) && strcmp (a->label, b->label) == 0;
}

static void
add_known (CareLedgerFigures *known, GArray *items, const CareChartBar *bar, const CareChartAsk *ask)
{
  CareLedgerItem item = { care_record_get_id (bar->figure), 0 };
  g_autoptr (GPtrArray) values = ask->list (ask->data, "contradiction_item", "figure", item.figure);
  g_autoptr (GPtrArray) links = ask->list (ask->data, "link", "from_figure", item.figure);

  care_ledger_figures_add_record (known, bar->figure);
  for (guint i = 0; i < links->len; i++)
    care_ledger_figures_add_link (known, care_record_get (links->pdata[i], "relation"), item.figure,
                                  care_record_get_reference (links->pdata[i], "to_figure"),
                                  care_record_get (links->pdata[i], "allocated"));
  for (guint i = 0; i < values->len; i++)
    {
      CareId id = care_record_get_reference (values->pdata[i], "contradiction");
      CareRecord *contradiction = ask->lookup ("contradiction", id, ask->data);

      if (contradiction != NULL)
        care_ledger_figures_add_value (known, care_record_get (contradiction, "kind"), id, item.figure);
    }
  g_array_append_val (items, item);
}

static void
merge (CareChartContent *self, guint index, const CareLedger *ledger)
{
  CareChartBar *bar = g_ptr_array_index (self->bars, index);

  for (guint i = self->bars->len - 1; i > index; i--)
    if (is_of_one_name (bar, g_ptr_array_index (self->bars, i)))
      g_ptr_array_remove_index (self->bars, i);
  care_quantity_unref (bar->quantity);
  bar->quantity = care_quantity_ref (ledger->sum);
  for (guint i = 0; i < ledger->n_parts; i++)
    add_part (bar, ledger->parts[i].newness, ledger->parts[i].sum);
}

/* Whether the bar and those after it of the same name were made one. */
static gboolean
merge_if_added (CareChartContent *self, guint index, const CareChartAsk *ask)
{
  const CareLedgerOptions options = { 0 };
  const CareChartBar *bar = g_ptr_array_index (self->bars, index);
  g_autoptr (CareLedgerFigures) known = care_ledger_figures_new ();
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CareLedgerItem));
  g_autoptr (CareLedger) ledger = NULL;

  for (guint i = index; i < self->bars->len; i++)
    if (is_of_one_name (bar, g_ptr_array_index (self->bars, i)))
      add_known (known, items, g_ptr_array_index (self->bars, i), ask);
  if (items->len < 2)
    return FALSE;
  ledger = care_ledger_new (known, (const CareLedgerItem *) (void *) items->data, items->len, &options);
  if (ledger->n_added < items->len || ledger->sum == NULL)
    return FALSE;
  merge (self, index, ledger);
  return TRUE;
}

/**
 * care_chart_content_divide:
 * @self: what a chart shows, a bar for each figure
 * @ask: where records are found
 *
 * Divides its bars by newness.
 */
void
care_chart_content_divide (CareChartContent *self, const CareChartAsk *ask)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      CareChartBar *bar = g_ptr_array_index (self->bars, i);

      if (can_be_divided (bar) && !merge_if_added (self, i, ask))
        divide_bar (bar, ask);
    }
}
