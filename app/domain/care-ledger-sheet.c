/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-sheet.h"

/* Parts lie within each other no deeper. */
#define MAX_DEPTH 16

/* Adds the links from @figure, and from what they lead to, which need not be in the ledger. */
static void
add_links (CareLedgerFigures *figures, GHashTable *seen, CareId figure, guint depth, CareFundList list, gpointer data)
{
  g_autoptr (GPtrArray) links = NULL;

  if (depth == MAX_DEPTH || !g_hash_table_add (seen, g_memdup2 (&figure, sizeof figure)))
    return;
  links = list ("link", "from_figure", figure, data);
  for (guint i = 0; i < links->len; i++)
    {
      CareRecord *link = g_ptr_array_index (links, i);
      CareId to = care_record_get_reference (link, "to_figure");

      care_ledger_figures_add_link (figures, care_record_get (link, "relation"), figure, to, care_record_get (link, "allocated"));
      if (to != 0)
        add_links (figures, seen, to, depth + 1, list, data);
    }
}

/* Of what things that have several values @figure is one. */
static void
add_values (CareLedgerFigures *figures, CareId figure, CareLookup lookup, CareFundList list, gpointer data)
{
  g_autoptr (GPtrArray) items = list ("contradiction_item", "figure", figure, data);

  for (guint i = 0; i < items->len; i++)
    {
      CareId id = care_record_get_reference (g_ptr_array_index (items, i), "contradiction");
      CareRecord *contradiction = lookup ("contradiction", id, data);

      if (contradiction != NULL)
        care_ledger_figures_add_value (figures, care_record_get (contradiction, "kind"), id, figure);
    }
}

static void
add_figures (CareLedgerSheet *self, CareLookup lookup, CareFundList list, gpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->figures = care_ledger_figures_new ();
  for (guint i = 0; i < self->records->len; i++)
    care_ledger_figures_add_record (self->figures, g_ptr_array_index (self->records, i));
  for (guint i = 0; i < self->records->len; i++)
    {
      CareId figure = care_record_get_id (g_ptr_array_index (self->records, i));

      add_links (self->figures, seen, figure, 0, list, data);
      add_values (self->figures, figure, lookup, list, data);
    }
}

static CareLedgerConversions
read_conversions (CareRecord *item)
{
  return care_ledger_read_conversions (care_record_get (item, "as_period"), care_record_get (item, "as_price"));
}

/* (element-type CareDeflatorYear): what an index was in each year, whose words are those of
 * @values. */
static GArray *
list_years (GPtrArray *values)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (CareDeflatorYear));

  for (guint i = 0; i < values->len; i++)
    {
      CareRecord *record = g_ptr_array_index (values, i);
      g_autoptr (CareQuantity) value = care_record_dup_quantity (record, "value");
      CareDeflatorYear year = { care_record_get (record, "year"), { 0, 0 } };

      if (care_ledger_read_index (value, &year.value))
        g_array_append_val (years, year);
    }
  return years;
}

static void
add_up (CareLedgerSheet *self, const CareLedgerOptions *options, CareLookup lookup, CareFundList list, gpointer data)
{
  g_autofree CareLedgerItem *items = g_new0 (CareLedgerItem, self->records->len + 1);

  for (guint i = 0; i < self->records->len; i++)
    items[i] = (CareLedgerItem){ care_record_get_id (g_ptr_array_index (self->records, i)),
                                 i < self->items->len ? read_conversions (g_ptr_array_index (self->items, i)) : 0 };
  add_figures (self, lookup, list, data);
  self->ledger = care_ledger_new (self->figures, items, self->records->len, options);
}

static CareLedgerSheet *
new_empty (void)
{
  CareLedgerSheet *self = g_new0 (CareLedgerSheet, 1);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return care_record_compare_places (*(CareRecord *const *) a, *(CareRecord *const *) b);
}

/**
 * care_ledger_has_converted_prices:
 * @ledger: a ledger
 *
 * Returns: whether anything in its sum was converted by a deflator, which has to be told then.
 */
gboolean
care_ledger_has_converted_prices (const CareLedger *ledger)
{
  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const CareLedgerRow *row = &g_array_index (ledger->rows, CareLedgerRow, i);

      if (row->standing == CARE_LEDGER_ADDED && row->as & (CARE_LEDGER_AS_REAL | CARE_LEDGER_AS_CASH))
        return TRUE;
    }
  return FALSE;
}

/**
 * care_ledger_sheet_new:
 * @ledger: a record of the kind "ledger"
 * @lookup: finds records
 * @list: lists them
 * @data: for both
 *
 * Returns: (transfer full): its figures, in their order, and what they come to.
 */
CareLedgerSheet *
care_ledger_sheet_new (CareRecord *ledger, CareLookup lookup, CareFundList list, gpointer data)
{
  CareLedgerSheet *self = new_empty ();
  g_autoptr (GPtrArray) items = list ("ledger_item", "ledger", care_record_get_id (ledger), data);
  g_autoptr (GPtrArray) values
    = list ("deflator_value", "deflator", care_record_get_reference (ledger, "deflator"), data);
  g_autoptr (GArray) years = list_years (values);
  const CareLedgerOptions options = {
    .basis = care_record_get_reference (ledger, "basis"),
    .add_owners = g_strcmp0 (care_record_get (ledger, "owners"), "together") == 0,
    .price_year = care_record_get (ledger, "price_year"),
    .deflator = (const CareDeflatorYear *) (const void *) years->data,
    .n_deflator = years->len,
  };

  g_ptr_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *item = g_ptr_array_index (items, i);
      CareRecord *figure = lookup ("figure", care_record_get_reference (item, "figure"), data);

      if (figure == NULL)
        continue;
      g_ptr_array_add (self->records, g_object_ref (figure));
      g_ptr_array_add (self->items, g_object_ref (item));
    }
  add_up (self, &options, lookup, list, data);
  if (care_ledger_has_converted_prices (self->ledger))
    g_set_object (&self->deflator, lookup ("deflator", care_record_get_reference (ledger, "deflator"), data));
  return self;
}

/**
 * care_ledger_sheet_new_of:
 * @figures: (element-type CareRecord): figures
 * @options: (nullable): how they are added; %NULL: each compared with those that are most
 * @lookup: finds records
 * @list: lists them
 * @data: for both
 *
 * Returns: (transfer full): what @figures come to.
 */
CareLedgerSheet *
care_ledger_sheet_new_of (GPtrArray *figures, const CareLedgerOptions *options, CareLookup lookup, CareFundList list,
                          gpointer data)
{
  static const CareLedgerOptions none = { 0 };
  CareLedgerSheet *self = new_empty ();

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_ptr_array_index (figures, i)));
  add_up (self, options == NULL ? &none : options, lookup, list, data);
  return self;
}

/**
 * care_ledger_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees it.
 */
void
care_ledger_sheet_free (CareLedgerSheet *self)
{
  g_clear_pointer (&self->ledger, care_ledger_free);
  g_clear_pointer (&self->figures, care_ledger_figures_free);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->items);
  g_clear_object (&self->deflator);
  g_free (self);
}
