/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an axis shows, and why a figure cannot stand on one, in words. */

#include "care-chart-basis.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_money (const CareLedgerFigure *figure)
{
  return g_strcmp0 (figure->unit, "GBP") == 0;
}

/* What everybody sees anyway, or what says nothing. */
static gboolean
is_said (const CareLedgerFigure *figure, CareLedgerFields field)
{
  if (field == CARE_LEDGER_UNIT)
    return !is_money (figure);
  return field != CARE_LEDGER_FLOW || g_strcmp0 (figure->flow, "non-money") != 0;
}

/* Of money what nobody knows is said as well: a sum of which it is not known whether it is for a
 * year or for five says less than it seems to. */
static void
add_unknown (GPtrArray *parts, const CareLedgerFigure *figure, CareLedgerFields fields)
{
  gboolean period = fields & CARE_LEDGER_PERIOD_BASIS && figure->period_basis == NULL;
  gboolean prices = fields & CARE_LEDGER_PRICE_BASIS && figure->price_basis == NULL;

  if (is_money (figure) && (period || prices))
    g_ptr_array_add (parts, g_strdup (period && prices ? _ ("period and prices not stated")
                                      : period         ? _ ("period not stated")
                                                       : _ ("prices not stated")));
}

/**
 * care_chart_capitalise:
 * @words: some words
 *
 * Returns: (transfer full): them, the first letter in capitals.
 */
char *
care_chart_capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, *words == '\0' ? 0 : 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, words + strlen (first), NULL);
}

/**
 * care_chart_say_basis:
 * @ask: where records are found
 * @figure: a figure of those on an axis
 * @fields: what all of them have alike
 *
 * Returns: (transfer full): that in words: "Spending, per year, cash, Scotland"; perhaps "".
 */
char *
care_chart_say_basis (const CareChartAsk *ask, const CareLedgerFigure *figure, CareLedgerFields fields)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;

  for (guint i = 0; i < CARE_LEDGER_N_FIELDS; i++)
    {
      CareLedgerFields field = 1u << i;
      char *value = fields & field && is_said (figure, field)
                      ? care_ledger_say_field (figure, field, ask->numbers, ask->lookup, ask->data)
                      : NULL;

      if (value != NULL)
        g_ptr_array_add (parts, value);
    }
  add_unknown (parts, figure, fields);
  g_ptr_array_add (parts, NULL);
  words = g_strjoinv (_ (", "), (char **) parts->pdata);
  return care_chart_capitalise (words);
}

/**
 * care_chart_say_other:
 * @ask: where records are found
 * @figure: a figure that cannot stand on an axis
 * @basis: one that does
 * @differs: in what they differ
 *
 * Returns: (transfer full): why it cannot: "saving, not pooled budget; period: not stated".
 */
char *
care_chart_say_other (const CareChartAsk *ask, const CareLedgerFigure *figure, const CareLedgerFigure *basis,
                      CareLedgerFields differs)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < CARE_LEDGER_N_FIELDS; i++)
    {
      CareLedgerFields field = 1u << i;
      g_autofree char *is = care_ledger_say_field (figure, field, ask->numbers, ask->lookup, ask->data);
      g_autofree char *is_not = care_ledger_say_field (basis, field, ask->numbers, ask->lookup, ask->data);

      if (!(differs & field))
        continue;
      if (is != NULL && is_not != NULL)
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s, not %s"), is, is_not));
      else
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s: %s"), care_ledger_name_field (field),
                                                 is != NULL ? is : _ ("not stated")));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ ("; "), (char **) parts->pdata);
}
