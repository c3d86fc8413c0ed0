/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-json.h"

#include "care-json-generate.h"
#include "care-ledger-text.h"
#include "care-ledger-words.h"

/* Fields are called as in records, values are exact and as they are stored, and ids are strings
 * as in the library format. */

static void
set_quantity (JsonObject *object, const char *member, const CareQuantity *quantity)
{
  g_autofree char *text = quantity == NULL ? NULL : care_quantity_to_string (quantity);

  care_json_set_text (object, member, text);
}

/* The words of each bit of @bits. */
static void
set_words (JsonObject *object, const char *member, guint bits, const char *const *words, guint n_words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n_words; i++)
    if (bits & (1u << i))
      json_array_add_string_element (array, words[i]);
  json_object_set_array_member (object, member, array);
}

static void
set_fields (JsonObject *object, const char *member, CareLedgerFields fields)
{
  static const char *const names[CARE_LEDGER_N_FIELDS]
    = { "unit", "actor", "flow", "period_basis", "period", "recurrence", "price_basis", "price_year", "place", "base" };

  set_words (object, member, fields, names, CARE_LEDGER_N_FIELDS);
}

static void
set_conversions (JsonObject *object, const char *member, CareLedgerConversions conversions)
{
  static const char *const names[] = { "per-year", "total", "real", "cash" };

  set_words (object, member, conversions, names, G_N_ELEMENTS (names));
}

static JsonObject *
make_row (const CareLedgerSheet *sheet, guint index, CareLookup lookup, gpointer data)
{
  static const char *const standings[] = { "added", "restated", "within", "revised", "no-value", "refused" };
  const CareLedgerRow *row = &g_array_index (sheet->ledger->rows, CareLedgerRow, index);
  g_auto (GStrv) cells = care_ledger_sheet_say_row (sheet, index, lookup, data);
  JsonObject *object = json_object_new ();

  care_json_set_id (object, "id", row->figure);
  care_json_set_text (object, "title", cells[CARE_LEDGER_CELL_FIGURE]);
  set_quantity (object, "value", row->value);
  care_json_set_text (object, "words", cells[CARE_LEDGER_CELL_AMOUNT]);
  care_json_set_text (object, "basis", cells[CARE_LEDGER_CELL_BASIS]);
  care_json_set_text (object, "newness", sheet->ledger->shown[index].newness);
  care_json_set_text (object, "standing", standings[row->standing]);
  care_json_set_text (object, "outcome", cells[CARE_LEDGER_CELL_OUTCOME]);
  care_json_set_id (object, "other", row->other);
  set_fields (object, "differs", row->differs);
  set_fields (object, "unsaid", row->unsaid);
  set_conversions (object, "converted", row->as);
  set_conversions (object, "failed", row->failed);
  set_conversions (object, "offers", row->offers);
  set_quantity (object, "in_period", row->in_period);
  set_quantity (object, "in_prices", row->in_prices);
  return object;
}

static JsonObject *
make_sum (const CareLedgerSheet *sheet, CareLookup lookup, gpointer data)
{
  g_auto (GStrv) cells = care_ledger_sheet_say_total (sheet, lookup, data);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "added", sheet->ledger->n_added);
  json_object_set_int_member (object, "no_value", sheet->ledger->n_no_value);
  set_quantity (object, "value", sheet->ledger->sum);
  json_object_set_boolean_member (object, "is_about", sheet->ledger->is_about);
  care_json_set_text (object, "words", cells[CARE_LEDGER_CELL_AMOUNT]);
  care_json_set_text (object, "basis", cells[CARE_LEDGER_CELL_BASIS]);
  care_json_set_text (object, "deflator", sheet->deflator == NULL ? NULL : care_record_get_title (sheet->deflator));
  return object;
}

static JsonArray *
list_parts (const CareLedger *ledger)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ledger->n_parts; i++)
    {
      JsonObject *object = json_object_new ();

      care_json_set_text (object, "newness", ledger->parts[i].newness == NULL ? "not-stated" : ledger->parts[i].newness);
      json_object_set_int_member (object, "figures", ledger->parts[i].n);
      set_quantity (object, "value", ledger->parts[i].sum);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * care_ledger_json_write:
 * @sheet: a sheet
 * @sources: (element-type utf8): the sources of what is added, as they are cited
 * @lookup: finds figures, actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full): an object with the members "sum", "parts", "figures", which are in
 *   the order of the sheet, and "sources".
 */
GBytes *
care_ledger_json_write (const CareLedgerSheet *sheet, GPtrArray *sources, CareLookup lookup, gpointer data)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *figures = json_array_new ();
  JsonArray *cited = json_array_new ();

  for (guint i = 0; i < sheet->ledger->rows->len; i++)
    json_array_add_object_element (figures, make_row (sheet, i, lookup, data));
  for (guint i = 0; i < sources->len; i++)
    json_array_add_string_element (cited, g_ptr_array_index (sources, i));
  json_object_set_object_member (object, "sum", make_sum (sheet, lookup, data));
  json_object_set_array_member (object, "parts", list_parts (sheet->ledger));
  json_object_set_array_member (object, "figures", figures);
  json_object_set_array_member (object, "sources", cited);
  json_node_take_object (root, object);
  return care_json_generate (root);
}
