/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart says where its author has written nothing: the finding, what is measured, and all
 * of it for those who do not see it. */

#include "care-chart-content.h"

#include <glib/gi18n.h>

/* (nullable) */
static CareQuantity *
dup_number (CareRecord *figure)
{
  CareQuantity *quantity = care_record_dup_quantity (figure, "value");

  if (quantity != NULL && !care_quantity_has_number (quantity))
    g_clear_pointer (&quantity, care_quantity_unref);
  return quantity;
}

/* (transfer full): those of the figures that have a number, and of each the quantity. */
static GPtrArray *
list_numbers (GPtrArray *figures, GPtrArray *quantities)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      CareQuantity *quantity = dup_number (g_ptr_array_index (figures, i));

      if (quantity == NULL)
        continue;
      g_ptr_array_add (numbers, g_ptr_array_index (figures, i));
      g_ptr_array_add (quantities, quantity);
    }
  return numbers;
}

/* Whatever either turns out to be. */
static gboolean
is_surely_more (const CareQuantity *a, const CareQuantity *b)
{
  return care_quantity_get_form (a) != CARE_QUANTITY_UP_TO && care_quantity_get_form (b) != CARE_QUANTITY_AT_LEAST
         && care_decimal_compare (care_quantity_get_low (a), care_quantity_get_high (b)) > 0;
}

/* An upper bound may be nought. */
static gboolean
is_less_at_least (const CareQuantity *a, const CareQuantity *b)
{
  gboolean bound = care_quantity_get_form (a) == CARE_QUANTITY_UP_TO;

  if (bound != (care_quantity_get_form (b) == CARE_QUANTITY_UP_TO))
    return bound;
  return care_decimal_compare (care_quantity_get_low (a), care_quantity_get_low (b)) < 0;
}

/* Which is at least as much as any other is at least. */
static guint
find_largest (GPtrArray *quantities)
{
  guint largest = 0;

  for (guint i = 1; i < quantities->len; i++)
    if (is_less_at_least (quantities->pdata[largest], quantities->pdata[i]))
      largest = i;
  return largest;
}

static gboolean
is_surely_largest (GPtrArray *quantities, guint largest)
{
  for (guint i = 0; i < quantities->len; i++)
    if (i != largest && !is_surely_more (quantities->pdata[largest], quantities->pdata[i]))
      return FALSE;
  return TRUE;
}

static const char *
name (GPtrArray *numbers, guint index)
{
  return care_record_get_title (g_ptr_array_index (numbers, index));
}

static char *
say_two (const CareChartContent *self, GPtrArray *numbers, GPtrArray *quantities, guint more)
{
  g_autofree char *most = care_quantity_format (quantities->pdata[more], self->numbers);
  g_autofree char *least = care_quantity_format (quantities->pdata[1 - more], self->numbers);

  return g_strdup_printf (_ ("“%s” is more than “%s”: %s and %s"), name (numbers, more), name (numbers, 1 - more), most,
                          least);
}

static char *
say_largest (const CareChartContent *self, GPtrArray *numbers, GPtrArray *quantities)
{
  guint largest = find_largest (quantities);
  gboolean is_sure = is_surely_largest (quantities, largest);
  g_autofree char *words = NULL;

  if (quantities->len == 0)
    return g_strdup (_ ("No value is stated"));
  words = care_quantity_format (quantities->pdata[largest], self->numbers);
  if (quantities->len == 1)
    return g_strdup_printf (_ ("“%s” is %s"), name (numbers, 0), words);
  if (!is_sure)
    return g_strdup_printf (_ ("None of %u figures is surely more than “%s”, at %s"), quantities->len,
                            name (numbers, largest), words);
  if (quantities->len == 2)
    return say_two (self, numbers, quantities, largest);
  return g_strdup_printf (_ ("“%s” is the largest of %u, at %s"), name (numbers, largest), quantities->len, words);
}

/* The first and the last of one series that nothing breaks; FALSE where there is no such. */
static gboolean
find_ends (const CareChartContent *self, CareChartBar **first, CareChartBar **last)
{
  guint n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      CareChartBar *bar = g_ptr_array_index (self->bars, i);

      if (bar->is_apart)
        continue;
      if (!care_quantity_has_number (bar->quantity) || (n > 0 && (bar->heading != NULL || bar->gap != NULL)))
        return FALSE;
      if (n++ == 0)
        *first = bar;
      *last = bar;
    }
  return n > 1 && self->n_more == 0;
}

static gboolean
has_years (const CareChartContent *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    if (!((CareChartBar *) self->bars->pdata[i])->is_apart)
      return TRUE;
  return FALSE;
}

static char *
say_change (const CareChartContent *self)
{
  CareChartBar *first = NULL, *last = NULL;
  g_autofree char *from = NULL, *to = NULL;
  gboolean up, down;

  if (!has_years (self))
    return g_strdup (_ ("No year is stated"));
  if (!find_ends (self, &first, &last))
    return g_strdup (_ ("Figures of different years, which are not all one series"));
  up = is_surely_more (last->quantity, first->quantity);
  down = is_surely_more (first->quantity, last->quantity);
  from = care_quantity_format (first->quantity, self->numbers);
  to = care_quantity_format (last->quantity, self->numbers);
  return g_strdup_printf (up     ? _ ("Up from %s in %s to %s in %s")
                          : down ? _ ("Down from %s in %s to %s in %s")
                                 : _ ("From %s in %s to %s in %s"),
                          from, first->label, to, last->label);
}

/**
 * care_chart_content_find_title:
 * @self: what a chart shows
 * @figures: (element-type CareRecord): all that stand on its axis, those that are not shown too
 *
 * Returns: (transfer full): what they say, as far as it is certain.
 */
char *
care_chart_content_find_title (const CareChartContent *self, GPtrArray *figures)
{
  g_autoptr (GPtrArray) quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) care_quantity_unref);
  g_autoptr (GPtrArray) numbers = list_numbers (figures, quantities);

  return self->kind == CARE_CHART_YEARS ? say_change (self) : say_largest (self, numbers, quantities);
}

/* What all of them count, in the author's words; NULL if they do not count the same. */
static const char *
find_counts (GPtrArray *figures)
{
  const char *counts = figures->len == 0 ? NULL : care_record_get (figures->pdata[0], "counts");

  for (guint i = 1; i < figures->len; i++)
    if (g_strcmp0 (counts, care_record_get (figures->pdata[i], "counts")) != 0)
      return NULL;
  return counts;
}

/**
 * care_chart_content_say_measure:
 * @ask: where records are found
 * @known: the figures
 * @figures: (element-type CareRecord): those of them that stand on the axis
 *
 * Returns: (transfer full): what they all have: measure, period and place.
 */
char *
care_chart_content_say_measure (const CareChartAsk *ask, const CareLedgerFigures *known, GPtrArray *figures)
{
  const char *counts = find_counts (figures);
  CareLedgerFields alike = ~(CARE_LEDGER_OWNER | CARE_LEDGER_RECURRENCE);
  const CareLedgerFigure *first = NULL;
  char *words;

  for (guint i = 0; i < figures->len; i++)
    {
      const CareLedgerFigure *figure = care_ledger_figures_find (known, care_record_get_id (figures->pdata[i]));

      first = first != NULL ? first : figure;
      alike &= ~care_ledger_compare (first, figure, TRUE);
    }
  words = first == NULL ? g_strdup ("") : care_chart_say_basis (ask, first, alike);
  if (counts != NULL)
    {
      g_autofree char *basis = words;

      words = *basis == '\0' ? g_strdup (counts) : g_strdup_printf (_ ("%s: %s"), basis, counts);
    }
  return words;
}

/* What is all of its bar needs no value of its own. */
static void
append_parts (const CareChartContent *self, GString *words, const CareChartBar *bar)
{
  if (bar->parts != NULL && bar->parts->len == 1)
    {
      g_string_append_printf (words, ", %s", g_array_index (bar->parts, CareChartPart, 0).label);
      return;
    }
  for (guint i = 0; bar->parts != NULL && i < bar->parts->len; i++)
    {
      const CareChartPart *part = &g_array_index (bar->parts, CareChartPart, i);
      g_autofree char *share = care_quantity_format (part->quantity, self->numbers);

      g_string_append_printf (words, "%s%s %s", i == 0 ? _ (", of which ") : ", ", part->label, share);
    }
}

/* "; " between bars, but a break says so itself. */
static void
append_bar (const CareChartContent *self, GString *words, const CareChartBar *bar)
{
  g_autofree char *value = care_quantity_format (bar->quantity, self->numbers);

  if (words->len > 0)
    g_string_append (words, "; ");
  if (bar->heading != NULL)
    g_string_append_printf (words, "%s: ", bar->heading);
  if (bar->gap != NULL)
    g_string_append_printf (words, "(%s) ", bar->gap);
  if (bar->note != NULL && *bar->note != '\0')
    g_string_append_printf (words, "%s (%s): %s", bar->label, bar->note, value);
  else
    g_string_append_printf (words, "%s: %s", bar->label, value);
  append_parts (self, words, bar);
}

/**
 * care_chart_content_describe:
 * @self: what a chart shows
 *
 * Returns: (transfer full): all bars in words, for those who do not see them.
 */
char *
care_chart_content_describe (const CareChartContent *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    append_bar (self, words, g_ptr_array_index (self->bars, i));
  return g_string_free (words, FALSE);
}
