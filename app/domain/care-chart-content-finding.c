/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the figures of a chart say, for the title where its author has written none: as much as is certain
 * whatever each turns out to be, in words that can be printed. */

#include "care-chart-content.h"

#include "care-decimal.h"

#include <glib/gi18n.h>

static void
add_number (GPtrArray *numbers, GPtrArray *quantities, CareRecord *figure, CareQuantity *quantity)
{
  if (quantity == NULL || !care_quantity_has_number (quantity))
    return;
  g_ptr_array_add (numbers, figure);
  g_ptr_array_add (quantities, care_quantity_ref (quantity));
}

/* (transfer full): those of the figures that have a number, and of each the quantity. Where bars are divided,
 * one may be of several figures together. */
static GPtrArray *
list_numbers (const CareChartContent *self, GPtrArray *figures, GPtrArray *quantities)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; self->kind == CARE_CHART_STACKED && i < self->bars->len; i++)
    {
      const CareChartBar *bar = self->bars->pdata[i];

      if (!bar->is_apart)
        add_number (numbers, quantities, bar->figure, bar->quantity);
    }
  for (guint i = 0; self->kind != CARE_CHART_STACKED && i < figures->len; i++)
    {
      g_autoptr (CareQuantity) quantity = care_record_dup_quantity (figures->pdata[i], "value");

      add_number (numbers, quantities, figures->pdata[i], quantity);
    }
  return numbers;
}

/* What is about so much is rounded, at the least. */
static void
get_ends (const CareQuantity *quantity, CareDecimal *low, CareDecimal *high)
{
  *low = care_quantity_get_low (quantity);
  *high = care_quantity_get_high (quantity);
  if (care_quantity_get_form (quantity) == CARE_QUANTITY_ABOUT)
    care_decimal_get_rounded_from (care_quantity_get_low (quantity), low, high);
}

/* Whatever either turns out to be. */
static gboolean
is_surely_more (const CareQuantity *a, const CareQuantity *b)
{
  CareDecimal least, most, unused;

  get_ends (a, &least, &unused);
  get_ends (b, &unused, &most);
  return care_quantity_get_form (a) != CARE_QUANTITY_UP_TO && care_quantity_get_form (b) != CARE_QUANTITY_AT_LEAST
         && care_decimal_compare (least, most) > 0;
}

/* An upper bound may be nought. */
static gboolean
is_less_at_least (const CareQuantity *a, const CareQuantity *b)
{
  gboolean bound = care_quantity_get_form (a) == CARE_QUANTITY_UP_TO;
  CareDecimal least_a, least_b, unused;

  get_ends (a, &least_a, &unused);
  get_ends (b, &least_b, &unused);
  if (bound != (care_quantity_get_form (b) == CARE_QUANTITY_UP_TO))
    return bound;
  return care_decimal_compare (least_a, least_b) < 0;
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

/* (transfer full): whichever may be the largest: those that @largest is not surely more than. */
static GArray *
list_candidates (GPtrArray *quantities, guint largest)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < quantities->len; i++)
    if (!is_surely_more (quantities->pdata[largest], quantities->pdata[i]))
      g_array_append_val (candidates, i);
  return candidates;
}

static gboolean
is_tie (GPtrArray *quantities, const GArray *candidates)
{
  const CareQuantity *first = quantities->pdata[g_array_index (candidates, guint, 0)];

  for (guint i = 0; i < candidates->len; i++)
    {
      const CareQuantity *one = quantities->pdata[g_array_index (candidates, guint, i)];

      if (care_quantity_get_form (one) != CARE_QUANTITY_EXACT
          || care_decimal_compare (care_quantity_get_low (one), care_quantity_get_low (first)) != 0)
        return FALSE;
    }
  return TRUE;
}

static const char *
name (GPtrArray *numbers, guint index)
{
  return care_record_get_title (g_ptr_array_index (numbers, index));
}

/* One is surely the largest, or the only one. @of: how many there are. */
static char *
say_one (GPtrArray *numbers, GPtrArray *quantities, guint largest, const char *of, const CareNumberStyle *style)
{
  g_autofree char *most = care_quantity_format (quantities->pdata[largest], style);
  g_autofree char *least = NULL;

  if (numbers->len == 1)
    return g_strdup_printf (_ ("“%s” is %s"), name (numbers, 0), most);
  if (numbers->len > 2)
    return g_strdup_printf (_ ("“%s” is the largest of %s: %s"), name (numbers, largest), of, most);
  least = care_quantity_format (quantities->pdata[1 - largest], style);
  return g_strdup_printf (_ ("“%s” is more than “%s”: %s and %s"), name (numbers, largest), name (numbers, 1 - largest), most,
                          least);
}

static char *
say_tie (GPtrArray *numbers, GPtrArray *quantities, const GArray *candidates, const char *of, const CareNumberStyle *style)
{
  guint first = g_array_index (candidates, guint, 0), second = g_array_index (candidates, guint, 1);
  g_autofree char *value = care_quantity_format (quantities->pdata[first], style);

  if (numbers->len == 2)
    return g_strdup_printf (_ ("“%s” and “%s” are both %s"), name (numbers, 0), name (numbers, 1), value);
  if (candidates->len == 2)
    return g_strdup_printf (_ ("“%s” and “%s” are the largest of %s: both %s"), name (numbers, first), name (numbers, second), of,
                            value);
  if (candidates->len == numbers->len)
    return g_strdup_printf (_ ("All %s are %s"), of, value);
  return g_strdup_printf (_ ("%u of %s are the largest: each %s"), candidates->len, of, value);
}

/* What they can be overlaps. */
static char *
say_open (GPtrArray *numbers, GPtrArray *quantities, const GArray *candidates, const char *of, const CareNumberStyle *style)
{
  guint first = g_array_index (candidates, guint, 0), second = g_array_index (candidates, guint, 1);
  g_autofree char *one = care_quantity_format (quantities->pdata[first], style);
  g_autofree char *other = care_quantity_format (quantities->pdata[second], style);

  if (candidates->len > 2)
    return g_strdup_printf (_ ("It is not known which of %s is the largest"), of);
  if (numbers->len == 2)
    return g_strdup_printf (_ ("It is not known which is more: “%s” (%s) or “%s” (%s)"), name (numbers, 0), one, name (numbers, 1),
                            other);
  return g_strdup_printf (_ ("“%s” (%s) or “%s” (%s) is the largest of %s"), name (numbers, first), one, name (numbers, second), other,
                          of);
}

/* (transfer full): "3", or "3 with a value" where others stand there that have none, and may be more. */
static char *
say_how_many (const CareChartContent *self, GPtrArray *figures, GPtrArray *numbers)
{
  guint all = self->kind == CARE_CHART_STACKED ? 0 : figures->len;

  for (guint i = 0; self->kind == CARE_CHART_STACKED && i < self->bars->len; i++)
    all += !((CareChartBar *) self->bars->pdata[i])->is_apart;
  return g_strdup_printf (numbers->len == all ? "%u" : _ ("%u with a value"), numbers->len);
}

static char *
say_largest (const CareChartContent *self, GPtrArray *figures, GPtrArray *numbers, GPtrArray *quantities)
{
  guint largest = find_largest (quantities);
  g_autofree char *of = say_how_many (self, figures, numbers);
  g_autoptr (GArray) candidates = NULL;

  if (quantities->len == 0)
    return g_strdup (_ ("No value is stated"));
  candidates = list_candidates (quantities, largest);
  if (candidates->len == 1)
    return say_one (numbers, quantities, largest, of, self->numbers);
  return (is_tie (quantities, candidates) ? say_tie : say_open) (numbers, quantities, candidates, of, self->numbers);
}

/* The first and the last that have a year, or NULL; FALSE where something breaks the series. */
static gboolean
find_ends (const CareChartContent *self, CareChartBar **first, CareChartBar **last)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; i < self->bars->len; i++)
    {
      CareChartBar *bar = g_ptr_array_index (self->bars, i);

      if (bar->is_apart)
        continue;
      if (!care_quantity_has_number (bar->quantity) || (*first != NULL && (bar->heading != NULL || bar->gap != NULL)))
        is_whole = FALSE;
      *first = *first != NULL ? *first : bar;
      *last = bar;
    }
  return is_whole;
}

/**
 * care_chart_content_has_bars:
 * @self: what a chart shows
 *
 * Returns: whether anything stands on its axis, and not all is told in words.
 */
gboolean
care_chart_content_has_bars (const CareChartContent *self)
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
  gboolean is_whole = find_ends (self, &first, &last), up, down;
  g_autofree char *from = NULL, *to = NULL;

  if (first == NULL)
    return g_strdup (_ ("No year is stated"));
  if (self->n_more > 0)
    return g_strdup (_ ("Figures of different years, not all of which are shown"));
  from = care_quantity_format (first->quantity, self->numbers);
  to = care_quantity_format (last->quantity, self->numbers);
  if (first == last)
    return g_strdup_printf (_ ("“%s” is %s"), care_record_get_title (first->figure), from);
  if (!is_whole)
    return g_strdup (_ ("Figures of different years, which are not all one series"));
  up = is_surely_more (last->quantity, first->quantity);
  down = is_surely_more (first->quantity, last->quantity);
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
  g_autoptr (GPtrArray) numbers = list_numbers (self, figures, quantities);

  if (figures->len == 0 && self->bars->len > 0)
    return g_strdup (_ ("These figures cannot be compared: for what period they are is not stated"));
  if (self->kind == CARE_CHART_STACKED && self->n_more > 0)
    return g_strdup (_ ("Figures by how new the money is, not all of which are shown"));
  return self->kind == CARE_CHART_YEARS ? say_change (self) : say_largest (self, figures, numbers, quantities);
}
