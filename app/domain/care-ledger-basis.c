/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What figures have in common, and where they differ. */

#include "care-ledger-private.h"

static gboolean
is_money (const CareLedgerFigure *figure)
{
  return g_strcmp0 (figure->unit, "GBP") == 0;
}

/**
 * care_ledger_compare:
 * @a: a figure
 * @b: another, of the same #CareLedgerFigures
 * @add_owners: whether different owners are no difference
 *
 * Newness is none: money is added apart by it.
 *
 * Returns: all that the two differ in and that keeps them from being added.
 */
CareLedgerFields
care_ledger_compare (const CareLedgerFigure *a, const CareLedgerFigure *b, gboolean add_owners)
{
  CareLedgerFields differs = 0;

  differs |= a->unit == b->unit ? 0 : CARE_LEDGER_UNIT;
  differs |= add_owners || a->owner == b->owner ? 0 : CARE_LEDGER_OWNER;
  differs |= a->flow == b->flow ? 0 : CARE_LEDGER_FLOW;
  differs |= a->period_basis == b->period_basis ? 0 : CARE_LEDGER_PERIOD_BASIS;
  differs |= a->period == b->period ? 0 : CARE_LEDGER_PERIOD;
  differs |= a->recurrence == b->recurrence ? 0 : CARE_LEDGER_RECURRENCE;
  differs |= a->price_basis == b->price_basis ? 0 : CARE_LEDGER_PRICE_BASIS;
  differs |= a->price_year == b->price_year ? 0 : CARE_LEDGER_PRICE_YEAR;
  differs |= a->extent == b->extent ? 0 : CARE_LEDGER_EXTENT;
  differs |= a->base == b->base ? 0 : CARE_LEDGER_BASE;
  return differs;
}

/**
 * care_ledger_find_unsaid:
 * @figure: a figure
 *
 * Money says whether it is spent, saved or what else, and over which time; a total over
 * years, a level and a change say which; real terms say in the prices of which year; a
 * percentage says of what.
 *
 * Returns: what @figure would have to say before it is added to anything.
 */
CareLedgerFields
care_ledger_find_unsaid (const CareLedgerFigure *figure)
{
  static const char *const of_stated_years[] = { "total", "level", "change", NULL };
  CareLedgerFields unsaid = 0;

  if (is_money (figure) && figure->flow == NULL)
    unsaid |= CARE_LEDGER_FLOW;
  if (is_money (figure) && figure->period_basis == NULL)
    unsaid |= CARE_LEDGER_PERIOD_BASIS;
  if (figure->period_basis != NULL && g_strv_contains (of_stated_years, figure->period_basis) && figure->period == NULL)
    unsaid |= CARE_LEDGER_PERIOD;
  if (g_strcmp0 (figure->price_basis, "real") == 0 && figure->price_year == NULL)
    unsaid |= CARE_LEDGER_PRICE_YEAR;
  if (g_strcmp0 (figure->unit, "%") == 0 && figure->base == NULL)
    unsaid |= CARE_LEDGER_BASE;
  return unsaid;
}

static guint
hash_basis (gconstpointer data)
{
  const CareLedgerFigure *figure = data;
  const gpointer words[] = { (gpointer) figure->unit,       (gpointer) figure->flow,        (gpointer) figure->period_basis,
                             (gpointer) figure->period,     (gpointer) figure->recurrence,  (gpointer) figure->price_basis,
                             (gpointer) figure->price_year, (gpointer) figure->base };
  guint hash = (guint) figure->extent;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = hash * 31 + g_direct_hash (words[i]);
  return hash;
}

static gboolean
is_same_basis (gconstpointer a, gconstpointer b)
{
  return care_ledger_compare (a, b, FALSE) == 0;
}

static gboolean
is_same_but_owner (gconstpointer a, gconstpointer b)
{
  return care_ledger_compare (a, b, TRUE) == 0;
}

/* Whether the figure of @row may be added to others like it. */
gboolean
care_ledger_may_be_added (const CareLedgerBuilder *b, guint row)
{
  const CareLedgerRow *found = care_ledger_builder_row (b, row);

  return b->shown[row].has_value && found->unsaid == 0 && found->failed == 0;
}

/* The row that begins the largest group of figures that may be added; of two as large, the
 * earlier. Where there is none, the first with a number, which others are compared with. */
static int
find_largest (const CareLedgerBuilder *b)
{
  g_autoptr (GHashTable) groups
    = g_hash_table_new (hash_basis, b->options->add_owners ? is_same_but_owner : is_same_basis);
  g_autofree guint *sizes = g_new0 (guint, b->ledger->rows->len + 1);
  int largest = -1;
  int first = -1;

  for (guint i = 0; i < b->ledger->rows->len; i++)
    {
      gpointer group = NULL;

      if (first < 0 && b->shown[i].has_value)
        first = (int) i;
      if (!care_ledger_may_be_added (b, i))
        continue;
      if (!g_hash_table_lookup_extended (groups, &b->shown[i], NULL, &group))
        g_hash_table_insert (groups, &b->shown[i], group = GUINT_TO_POINTER (i));
      sizes[GPOINTER_TO_UINT (group)]++;
    }
  for (guint i = 0; i < b->ledger->rows->len; i++)
    if (sizes[i] > 0 && (largest < 0 || sizes[i] > sizes[largest]))
      largest = (int) i;
  return largest >= 0 ? largest : first;
}

/* The row that the others are compared with, or -1 where none has a number. */
int
care_ledger_find_basis (const CareLedgerBuilder *b)
{
  for (guint i = 0; b->options->basis != 0 && i < b->ledger->rows->len; i++)
    if (care_ledger_builder_row (b, i)->figure == b->options->basis && b->shown[i].has_value)
      return (int) i;
  return find_largest (b);
}
