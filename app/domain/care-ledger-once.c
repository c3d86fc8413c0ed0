/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the figures that may be added are one figure, or part of another. */

#include "care-ledger-private.h"

/* No chain of links is longer; a circle ends. */
#define MAX_LINKS 64

/* What @figure restates in the end, or itself. */
static CareId
find_restated (const CareLedgerBuilder *b, CareId figure)
{
  for (guint depth = 0; depth < MAX_LINKS; depth++)
    {
      guint n_links;
      const CareLedgerLink *links = care_ledger_figures_get_links (b->figures, figure, &n_links);
      CareId next = 0;

      for (guint i = 0; i < n_links && next == 0; i++)
        next = links[i].relation == CARE_LEDGER_RESTATES ? links[i].to : 0;
      if (next == 0)
        return figure;
      figure = next;
    }
  return figure;
}

static void
remember (GHashTable *table, CareId key, CareId value)
{
  g_hash_table_replace (table, g_memdup2 (&key, sizeof key), g_memdup2 (&value, sizeof value));
}

/* A figure that is in the sum and that @figure is within, however many parts lie between; or 0.
 * @wholes: CareId -> CareId, what was found; each figure is looked at once. */
static CareId
find_whole (const CareLedgerBuilder *b, GHashTable *wholes, CareId figure, guint depth)
{
  const CareId *known = g_hash_table_lookup (wholes, &figure);
  CareId whole = 0;
  guint n_links;
  const CareLedgerLink *links;

  if (known != NULL || depth == MAX_LINKS)
    return known == NULL ? 0 : *known;
  remember (wholes, figure, 0);
  links = care_ledger_figures_get_links (b->figures, figure, &n_links);
  for (guint i = 0; whole == 0 && i < n_links; i++)
    if (links[i].relation == CARE_LEDGER_PART_OF && g_hash_table_contains (b->added, &links[i].to))
      whole = links[i].to;
    else if (links[i].relation != CARE_LEDGER_REVISES)
      whole = find_whole (b, wholes, links[i].to, depth + 1);
  remember (wholes, figure, whole);
  return whole;
}

static void
take_out (CareLedgerBuilder *b, CareLedgerRow *row, CareLedgerStanding standing, CareId other)
{
  row->standing = standing;
  row->other = other;
  g_hash_table_remove (b->added, &row->figure);
}

/* What a figure in the sum has taken the place of is not in it. */
static void
take_out_revised (CareLedgerBuilder *b, CareId figure)
{
  guint n_links;
  const CareLedgerLink *links = care_ledger_figures_get_links (b->figures, figure, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (b->added, &links[i].to));

      if (found != 0 && links[i].relation == CARE_LEDGER_REVISES)
        take_out (b, care_ledger_builder_row (b, found - 1), CARE_LEDGER_REVISED, figure);
    }
}

/* What is within another goes out of the sum as it is found, so that of two figures that are
 * each part of the other one stays. */
static void
take_out_parts (CareLedgerBuilder *b)
{
  g_autoptr (GHashTable) wholes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < b->ledger->rows->len; i++)
    {
      CareLedgerRow *row = care_ledger_builder_row (b, i);
      CareId whole = row->standing == CARE_LEDGER_ADDED ? find_whole (b, wholes, row->figure, 0) : 0;

      if (whole != 0 && whole != row->figure)
        take_out (b, row, CARE_LEDGER_WITHIN, whole);
    }
}

/* The sum has what they say, so that what is part of them is within it. */
static void
mark_restated (CareLedgerBuilder *b)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < b->ledger->rows->len; i++)
    {
      CareLedgerRow *row = care_ledger_builder_row (b, i);
      CareId what = row->standing == CARE_LEDGER_ADDED ? find_restated (b, row->figure) : 0;
      const CareId *first = what == 0 ? NULL : g_hash_table_lookup (said, &what);

      if (first != NULL)
        {
          row->standing = CARE_LEDGER_RESTATED;
          row->other = *first;
        }
      else if (what != 0)
        remember (said, what, row->figure);
    }
}

/* Takes out of the sum what is said twice, what is within another that is in it, and what
 * another took the place of. */
void
care_ledger_count_once (CareLedgerBuilder *b)
{
  for (guint i = 0; i < b->ledger->rows->len; i++)
    if (care_ledger_builder_row (b, i)->standing == CARE_LEDGER_ADDED)
      take_out_revised (b, care_ledger_builder_row (b, i)->figure);
  mark_restated (b);
  take_out_parts (b);
}
