/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-private.h"

#include "care-interval.h"
#include "care-vocabularies.h"

static void
add_row (CareLedgerBuilder *b, const CareLedgerItem *item)
{
  const CareLedgerFigure *figure = care_ledger_figures_find (b->figures, item->figure);
  CareLedgerRow row = { .figure = item->figure, .as = item->as };
  CareLedgerFigure *shown = &b->shown[b->ledger->rows->len];

  *shown = figure == NULL ? (CareLedgerFigure){ .id = item->figure } : *figure;
  if (shown->has_value)
    {
      row.failed = care_ledger_convert (b->figures, shown, item->as, b->options);
      row.as &= ~row.failed;
      row.lack = care_ledger_find_lack (shown, row.failed, b->options, &row.lack_year);
      row.value = care_quantity_new (shown->form, shown->low, shown->high, shown->unit, NULL);
    }
  row.unsaid = care_ledger_find_unsaid (shown);
  row.standing = shown->has_value ? CARE_LEDGER_REFUSED : CARE_LEDGER_NO_VALUE;
  g_array_append_val (b->ledger->rows, row);
}

/* What leads nearer to the basis of the others. */
static CareLedgerConversions
find_ways (const CareLedgerFigure *basis, CareLedgerFields differs)
{
  CareLedgerConversions ways = 0;

  if (differs & CARE_LEDGER_PERIOD_BASIS && g_strcmp0 (basis->period_basis, "per-year") == 0)
    ways |= CARE_LEDGER_AS_PER_YEAR;
  if (differs & CARE_LEDGER_PERIOD_BASIS && g_strcmp0 (basis->period_basis, "total") == 0)
    ways |= CARE_LEDGER_AS_TOTAL;
  if (differs & (CARE_LEDGER_PRICE_BASIS | CARE_LEDGER_PRICE_YEAR) && g_strcmp0 (basis->price_basis, "real") == 0)
    ways |= CARE_LEDGER_AS_REAL;
  if (differs & CARE_LEDGER_PRICE_BASIS && g_strcmp0 (basis->price_basis, "cash") == 0)
    ways |= CARE_LEDGER_AS_CASH;
  return ways;
}

static void
offer (const CareLedgerBuilder *b, CareLedgerRow *row, const CareLedgerFigure *shown, CareLedgerConversions way)
{
  CareLedgerFigure copy = *shown;
  CareQuantity *value;

  if (way == 0 || care_ledger_convert (b->figures, &copy, way, b->options) != 0)
    return;
  value = care_quantity_new (copy.form, copy.low, copy.high, copy.unit, NULL);
  row->offers |= way;
  if (way & (CARE_LEDGER_AS_PER_YEAR | CARE_LEDGER_AS_TOTAL))
    row->in_period = value;
  else
    row->in_prices = value;
}

/* Why the prices of the basis are not offered. Where there is no conversion at all, across flow kinds and
 * extents, it would be said in vain. */
static void
find_withheld (const CareLedgerBuilder *b, CareLedgerRow *row, const CareLedgerFigure *shown, const CareLedgerFigure *basis,
               CareLedgerConversions prices)
{
  if (row->differs & (CARE_LEDGER_UNIT | CARE_LEDGER_FLOW | CARE_LEDGER_EXTENT) || shown->price_basis == NULL)
    return;
  row->lack = care_ledger_find_lack (shown, prices, b->options, &row->lack_year);
  if (prices & CARE_LEDGER_AS_REAL && b->options->price_year != NULL && b->options->price_year != basis->price_year
      && (row->lack == CARE_LEDGER_LACKS_NOTHING || row->lack >= CARE_LEDGER_LACKS_LEDGER_YEAR))
    {
      row->lack = CARE_LEDGER_LACKS_LEDGER_YEAR;
      row->lack_year = basis->price_year;
    }
}

static void
find_offers (const CareLedgerBuilder *b, CareLedgerRow *row, const CareLedgerFigure *shown, const CareLedgerFigure *basis)
{
  CareLedgerConversions ways = find_ways (basis, row->differs);
  CareLedgerConversions prices = ways & (CARE_LEDGER_AS_REAL | CARE_LEDGER_AS_CASH);

  offer (b, row, shown, ways & (CARE_LEDGER_AS_PER_YEAR | CARE_LEDGER_AS_TOTAL));
  /* The ledger converts to the prices of one year only. */
  if (prices & CARE_LEDGER_AS_REAL && b->options->price_year != basis->price_year)
    ways = 0;
  offer (b, row, shown, ways & prices);
  if (row->in_prices == NULL && row->lack == CARE_LEDGER_LACKS_NOTHING)
    find_withheld (b, row, shown, basis, prices);
}

static void
compare_rows (CareLedgerBuilder *b, guint basis)
{
  for (guint i = 0; i < b->ledger->rows->len; i++)
    {
      CareLedgerRow *row = care_ledger_builder_row (b, i);

      if (row->standing == CARE_LEDGER_NO_VALUE)
        continue;
      row->differs = care_ledger_compare (&b->shown[i], &b->shown[basis], b->options->add_owners);
      if (row->differs != 0)
        find_offers (b, row, &b->shown[i], &b->shown[basis]);
      else if (care_ledger_may_be_added (b, i))
        row->standing = CARE_LEDGER_ADDED;
      if (row->standing == CARE_LEDGER_ADDED && !g_hash_table_contains (b->added, &row->figure))
        g_hash_table_insert (b->added, &row->figure, GUINT_TO_POINTER (i + 1));
      else if (row->standing == CARE_LEDGER_ADDED)
        {
          row->standing = CARE_LEDGER_RESTATED; /* the same figure, twice in the ledger */
          row->other = row->figure;
        }
    }
}

/* The place of @newness in the vocabulary; not stated comes last. */
static guint
find_newness (const char *newness)
{
  const CareTerm *terms = care_vocabulary_newness.terms;

  for (guint i = 0; i < CARE_LEDGER_MAX_PARTS - 1; i++)
    if (g_strcmp0 (terms[i].word, newness) == 0)
      return i;
  return CARE_LEDGER_MAX_PARTS - 1;
}

/* Whether what has no number could be part of the sum, had it one: what it does not say keeps it
 * out no more than what can be converted. */
static gboolean
may_count (const CareLedgerFigure *figure, const CareLedgerFigure *basis, gboolean add_owners)
{
  CareLedgerFields differs = care_ledger_compare (figure, basis, add_owners);
  CareLedgerFields apart = (figure->unit == NULL ? 0 : CARE_LEDGER_UNIT) | (figure->owner == 0 ? 0 : CARE_LEDGER_OWNER)
                           | (figure->flow == NULL ? 0 : CARE_LEDGER_FLOW) | (figure->extent == 0 ? 0 : CARE_LEDGER_EXTENT);

  return basis->id == 0 || (differs & apart) == 0;
}

static void
add_up (CareLedgerBuilder *b)
{
  CareLedger *ledger = b->ledger;
  CareInterval sum = care_interval_nought ();
  CareInterval parts[CARE_LEDGER_MAX_PARTS];
  guint sizes[CARE_LEDGER_MAX_PARTS] = { 0 };
  gboolean fits = TRUE;

  for (guint i = 0; i < CARE_LEDGER_MAX_PARTS; i++)
    parts[i] = care_interval_nought ();
  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const CareLedgerRow *row = &g_array_index (ledger->rows, CareLedgerRow, i);
      guint newness = find_newness (b->shown[i].newness);
      CareInterval interval;

      ledger->n_no_value += row->standing == CARE_LEDGER_NO_VALUE && may_count (&b->shown[i], &ledger->basis, b->options->add_owners);
      if (row->standing != CARE_LEDGER_ADDED
          || !care_interval_read_form (&interval, b->shown[i].form, b->shown[i].low, b->shown[i].high))
        continue;
      ledger->n_added++;
      sizes[newness]++;
      fits = fits && care_interval_add (&sum, &interval) && care_interval_add (&parts[newness], &interval);
    }
  ledger->is_about = sum.is_about;
  if (fits && ledger->n_added > 0)
    ledger->sum = care_interval_to_quantity (&sum, ledger->basis.unit, NULL);
  for (guint i = 0; i < CARE_LEDGER_MAX_PARTS && ledger->sum != NULL; i++)
    if (sizes[i] > 0)
      ledger->parts[ledger->n_parts++]
        = (CareLedgerPart){ i + 1 < CARE_LEDGER_MAX_PARTS ? care_vocabulary_newness.terms[i].word : NULL, sizes[i],
                            care_interval_to_quantity (&parts[i], ledger->basis.unit, NULL), parts[i].is_about };
}

static void
clear_row (gpointer data)
{
  CareLedgerRow *row = data;

  g_clear_pointer (&row->value, care_quantity_unref);
  g_clear_pointer (&row->in_period, care_quantity_unref);
  g_clear_pointer (&row->in_prices, care_quantity_unref);
}

static void
build (CareLedgerBuilder *b, const CareLedgerItem *items, guint n_items)
{
  int basis;

  for (guint i = 0; i < n_items; i++)
    add_row (b, &items[i]);
  basis = care_ledger_find_basis (b);
  if (basis < 0)
    {
      add_up (b);
      return;
    }
  compare_rows (b, (guint) basis);
  b->ledger->basis = b->shown[basis];
  care_ledger_count_once (b);
  add_up (b);
}

/**
 * care_ledger_new:
 * @figures: what is known of figures; it keeps the words of the ledger
 * @items: what is to be added
 * @n_items: how many
 * @options: how
 *
 * Adds up. It takes time in proportion to @n_items, and can be done in any thread.
 *
 * Returns: (transfer full): what may be added, its sums, and why the rest may not; it
 *   lasts no longer than @figures
 */
CareLedger *
care_ledger_new (CareLedgerFigures *figures, const CareLedgerItem *items, guint n_items, const CareLedgerOptions *options)
{
  CareLedger *self = g_new0 (CareLedger, 1);
  CareLedgerOptions kept = *options;
  CareLedgerBuilder b = { self, figures, &kept, self->shown = g_new0 (CareLedgerFigure, n_items + 1),
                g_hash_table_new (g_int64_hash, g_int64_equal) };

  kept.price_year = care_ledger_figures_keep (figures, options->price_year);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (CareLedgerRow), n_items + 1);
  g_array_set_clear_func (self->rows, clear_row);
  build (&b, items, n_items);
  g_hash_table_unref (b.added);
  return self;
}

/**
 * care_ledger_has_one_owner:
 * @self: a ledger
 *
 * Returns: whether all that is added is of the owner of the basis.
 */
gboolean
care_ledger_has_one_owner (const CareLedger *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, CareLedgerRow, i).standing == CARE_LEDGER_ADDED && self->shown[i].owner != self->basis.owner)
      return FALSE;
  return TRUE;
}

/**
 * care_ledger_free:
 * @self: (transfer full): a ledger
 *
 * Frees it.
 */
void
care_ledger_free (CareLedger *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    care_quantity_unref (self->parts[i].sum);
  g_clear_pointer (&self->sum, care_quantity_unref);
  g_array_unref (self->rows);
  g_free (self->shown);
  g_free (self);
}
