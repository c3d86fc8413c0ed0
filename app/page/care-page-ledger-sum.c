/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a ledger that prints its sum alone says of the figures that are not in it. */

#include "care-page-flow.h"

#include "care-ledger-words.h"

/* As they stand in a sentence. */
static const struct
{
  guint standings; /* bits by CareLedgerStanding */
  const char *one;
  const char *several;
} groups[] = {
  { 1u << CARE_LEDGER_REFUSED, "one that cannot be added", " that cannot be added" },
  { 1u << CARE_LEDGER_RESTATED | 1u << CARE_LEDGER_WITHIN, "one that is counted once", " that are counted once" },
  { 1u << CARE_LEDGER_REVISED, "one that another took the place of", " that others took the place of" },
  { 1u << CARE_LEDGER_NO_VALUE, "one that has no value", " that have no value" },
};

static guint
count (const CareLedger *ledger, guint standings)
{
  guint n = 0;

  for (guint i = 0; i < ledger->rows->len; i++)
    n += (standings & (1u << g_array_index (ledger->rows, CareLedgerRow, i).standing)) != 0;
  return n;
}

/* " (flow kind, period)": what those that are refused differ in, or do not say. */
static void
append_fields (GString *text, const CareLedger *ledger)
{
  CareLedgerFields fields = 0;
  const char *before = " (";

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const CareLedgerRow *row = &g_array_index (ledger->rows, CareLedgerRow, i);

      /* What counts something else has nothing else to be compared in. */
      if (row->standing == CARE_LEDGER_REFUSED)
        fields |= row->differs & CARE_LEDGER_UNIT ? CARE_LEDGER_UNIT : row->differs | row->unsaid;
    }
  for (guint i = 0; i < CARE_LEDGER_N_FIELDS; i++)
    if (fields & (1u << i))
      {
        g_string_append_printf (text, "%s%s", before, care_ledger_name_field (1u << i));
        before = ", ";
      }
  if (fields != 0)
    g_string_append_c (text, ')');
}

/**
 * care_page_count_left_out:
 * @ledger: a ledger
 *
 * Returns: (transfer full) (nullable): how many of its figures are not in the sum, and why:
 *   "Not in the sum: 3 that cannot be added (flow kind, period), one that has no value."; %NULL
 *   where all are.
 */
char *
care_page_count_left_out (const CareLedger *ledger)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint n = count (ledger, groups[i].standings);

      if (n == 0)
        continue;
      g_string_append (text, text->len > 0 ? ", " : "Not in the sum: ");
      if (n == 1)
        g_string_append (text, groups[i].one);
      else
        g_string_append_printf (text, "%u%s", n, groups[i].several);
      if (groups[i].standings == 1u << CARE_LEDGER_REFUSED)
        append_fields (text, ledger);
    }
  return text->len == 0 ? NULL : g_strdup_printf ("%s.", text->str);
}
