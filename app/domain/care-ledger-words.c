/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-words.h"

#include "care-number-style.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

/* In the order of CareLedgerFields. */
static const char *const field_names[CARE_LEDGER_N_FIELDS] = {
  N_ ("what it counts"), N_ ("whose it is"),  N_ ("flow kind"),  N_ ("period basis"), N_ ("period"),
  N_ ("recurrence"),     N_ ("price basis"), N_ ("price year"), N_ ("extent"),       N_ ("what it is a percentage of"),
};

/* (transfer full) (nullable): a list as in a sentence: "a, b and c" */
static char *
join (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 < parts->len ? _ (", ") : _ (" and "));
      g_string_append (text, g_ptr_array_index (parts, i));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_title (const char *kind, CareId id, CareLookup lookup, gpointer data)
{
  CareRecord *record = id == 0 ? NULL : lookup (kind, id, data);

  return record == NULL ? NULL : g_strdup (care_record_get_title (record));
}

static char *
dup_label (const CareVocabulary *vocabulary, const char *word)
{
  const char *label = word == NULL ? NULL : care_vocabulary_label (vocabulary, word);

  return label == NULL ? NULL : g_strdup (_ (label));
}

/* A period or a year as it is printed, or as it was typed. */
static char *
dup_period (const char *edtf, const CareNumberStyle *numbers)
{
  g_autoptr (CareDate) date = edtf == NULL ? NULL : care_date_from_edtf (edtf, NULL);

  return date == NULL ? g_strdup (edtf) : care_number_style_format_date (numbers, date);
}

static char *
dup_unit (const char *unit)
{
  if (g_strcmp0 (unit, "GBP") == 0)
    return g_strdup (_ ("money"));
  return g_strdup (g_strcmp0 (unit, "%") == 0 ? _ ("a percentage") : unit);
}

/**
 * care_ledger_name_field:
 * @field: one of them
 *
 * Returns: (transfer none): what it is called in a sentence: "flow kind".
 */
const char *
care_ledger_name_field (CareLedgerFields field)
{
  return _ (field_names[g_bit_nth_lsf (field, -1)]);
}

/**
 * care_ledger_say_field:
 * @figure: a figure
 * @field: one of them
 * @numbers: (nullable): how years are written; %NULL: as in the house
 * @lookup: finds actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full) (nullable): what @figure says of it; %NULL where it says nothing.
 */
char *
care_ledger_say_field (const CareLedgerFigure *figure, CareLedgerFields field, const CareNumberStyle *numbers,
                       CareLookup lookup, gpointer data)
{
  switch (field)
    {
    case CARE_LEDGER_UNIT:
      return dup_unit (figure->unit);
    case CARE_LEDGER_OWNER:
      return dup_title ("actor", figure->owner, lookup, data);
    case CARE_LEDGER_FLOW:
      return dup_label (&care_vocabulary_flow, figure->flow);
    case CARE_LEDGER_PERIOD_BASIS:
      return dup_label (&care_vocabulary_period_basis, figure->period_basis);
    case CARE_LEDGER_PERIOD:
      return dup_period (figure->period, numbers);
    case CARE_LEDGER_RECURRENCE:
      return dup_label (&care_vocabulary_recurrence, figure->recurrence);
    case CARE_LEDGER_PRICE_BASIS:
      return dup_label (&care_vocabulary_price_basis, figure->price_basis);
    case CARE_LEDGER_PRICE_YEAR:
      return dup_period (figure->price_year, numbers);
    case CARE_LEDGER_EXTENT:
      return dup_title ("place", figure->extent, lookup, data);
    case CARE_LEDGER_BASE:
    default:
      return g_strdup (figure->base);
    }
}

/**
 * care_ledger_say_basis:
 * @self: a ledger
 * @figure: one of it, as it is added
 * @with_owner: whether to say whose it is
 * @lookup: finds actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full): what its value is worth: "spending, per year, 2015/16, cash,
 *   Scotland"; that prices are not stated is said of money, too.
 */
char *
care_ledger_say_basis (const CareLedger *self, const CareLedgerFigure *figure, gboolean with_owner, CareLookup lookup,
                       gpointer data)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean is_money = g_strcmp0 (figure->unit, "GBP") == 0;
  gboolean has_flow = g_strcmp0 (figure->flow, "non-money") != 0;

  for (guint i = 0; i < CARE_LEDGER_N_FIELDS; i++)
    {
      CareLedgerFields field = 1u << i;
      gboolean is_left_out = field == CARE_LEDGER_UNIT || (field == CARE_LEDGER_OWNER && !with_owner)
                             || (field == CARE_LEDGER_FLOW && !has_flow);
      char *text = is_left_out ? NULL : care_ledger_say_field (figure, field, self->numbers, lookup, data);

      if (text == NULL && is_money && field == CARE_LEDGER_PERIOD_BASIS)
        text = g_strdup (_ ("period not stated"));
      if (text == NULL && is_money && field == CARE_LEDGER_PRICE_BASIS)
        text = g_strdup (_ ("prices not stated"));
      if (text != NULL)
        g_ptr_array_add (parts, text);
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

/* "flow kind (saving, not spending)" */
static char *
say_difference (const CareLedger *self, const CareLedgerFigure *figure, guint index, CareLookup lookup, gpointer data)
{
  g_autofree char *is = care_ledger_say_field (figure, 1u << index, self->numbers, lookup, data);
  g_autofree char *is_not = care_ledger_say_field (&self->basis, 1u << index, self->numbers, lookup, data);
  const char *said = is == NULL ? _ ("not stated") : is;

  if (is_not == NULL)
    return g_strdup_printf (_ ("%s (%s, where the others state none)"), _ (field_names[index]), said);
  return g_strdup_printf (_ ("%s (%s, not %s)"), _ (field_names[index]), said, is_not);
}

/* What counts something else has nothing else to be compared in; what is not said has been told. */
static char *
say_differences (const CareLedger *self, guint index, CareLookup lookup, gpointer data)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  const CareLedgerRow *row = &g_array_index (self->rows, CareLedgerRow, index);
  CareLedgerFields differs = row->differs & ~row->unsaid;

  if (differs & CARE_LEDGER_UNIT)
    differs = CARE_LEDGER_UNIT;
  for (guint i = 0; i < CARE_LEDGER_N_FIELDS; i++)
    if (differs & (1u << i))
      g_ptr_array_add (parts, say_difference (self, &self->shown[index], i, lookup, data));
  list = join (parts);
  return parts->len == 0 ? NULL : g_strdup_printf (_ ("differs in %s"), list);
}

static char *
say_unsaid (CareLedgerFields unsaid)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < CARE_LEDGER_N_FIELDS; i++)
    if (unsaid & (1u << i))
      g_ptr_array_add (parts, (gpointer) _ (field_names[i]));
  list = join (parts);
  return parts->len == 0 ? NULL : g_strdup_printf (_ ("does not say its %s"), list);
}

static char *
say_failed (const CareLedger *self, const CareLedgerRow *row)
{
  g_autofree char *year = dup_period (row->lack_year, self->numbers);
  char *lack = care_ledger_say_lack (row->lack, year);

  if (lack != NULL)
    return lack;
  if (row->failed & (CARE_LEDGER_AS_REAL | CARE_LEDGER_AS_CASH))
    return g_strdup (_ ("its prices cannot be converted, as that has more digits than can be kept exactly"));
  return row->failed != 0 ? g_strdup (_ ("its years are not stated, so it cannot be converted")) : NULL;
}

static char *
say_overlap (const CareLedgerRow *row, CareLookup lookup, gpointer data)
{
  g_autofree char *other = dup_title ("figure", row->other, lookup, data);

  if (row->other == 0)
    return NULL;
  return g_strdup_printf (row->is_other_value ? _ ("it is another value for what “%s” says, which is added")
                                              : _ ("only some of it is part of “%s”, which is added"),
                          other == NULL ? _ ("another figure") : other);
}

/**
 * care_ledger_say_reason:
 * @self: a ledger
 * @index: of a row that is refused
 * @lookup: finds actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full): why it cannot be added: "differs in flow kind (saving, not
 *   spending)".
 */
char *
care_ledger_say_reason (const CareLedger *self, guint index, CareLookup lookup, gpointer data)
{
  const CareLedgerRow *row = &g_array_index (self->rows, CareLedgerRow, index);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *texts[] = { say_unsaid (row->unsaid), say_differences (self, index, lookup, data),
                    say_failed (self, row), say_overlap (row, lookup, data) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_ptr_array_add (parts, texts[i]);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ ("; "), (char **) parts->pdata);
}

static char *
say_absence (const CareLedger *self, guint index)
{
  g_autoptr (CareQuantity) none
    = care_quantity_new (self->shown[index].form, (CareDecimal){ 0, 0 }, (CareDecimal){ 0, 0 }, NULL, NULL);
  g_autofree char *word = care_quantity_format (none, CARE_QUANTITY_HOUSE);

  return g_strdup_printf (_ ("Its value is %s, which is not nought"), word);
}

/**
 * care_ledger_say_standing:
 * @self: a ledger
 * @row: one of its rows
 * @lookup: finds figures, actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full): why it is in the sum, or why not: "Cannot be added: differs in
 *   flow kind (saving, not spending)"; empty where it is added as it is.
 */
char *
care_ledger_say_standing (const CareLedger *self, guint row, CareLookup lookup, gpointer data)
{
  const CareLedgerRow *found = &g_array_index (self->rows, CareLedgerRow, row);
  g_autofree char *title = dup_title ("figure", found->other, lookup, data);
  const char *other = title == NULL ? _ ("another figure") : title;
  g_autofree char *reason = NULL;

  switch (found->standing)
    {
    case CARE_LEDGER_RESTATED:
      return found->other == found->figure
               ? g_strdup (_ ("Counted once: it is in the ledger twice"))
               : g_strdup_printf (_ ("Counted once: it says the same as “%s”"), other);
    case CARE_LEDGER_WITHIN:
      return g_strdup_printf (_ ("Counted once: it is part of “%s”"), other);
    case CARE_LEDGER_REVISED:
      return g_strdup_printf (_ ("Not counted: “%s” took its place"), other);
    case CARE_LEDGER_NO_VALUE:
      return say_absence (self, row);
    case CARE_LEDGER_REFUSED:
      reason = care_ledger_say_reason (self, row, lookup, data);
      return g_strdup_printf (_ ("Cannot be added: %s"), reason);
    case CARE_LEDGER_ADDED:
    default:
      return g_strdup ("");
    }
}

/**
 * care_ledger_say_amount:
 * @self: a ledger
 * @sum: what all or a part of it comes to
 * @is_about: whether that is only about so much
 *
 * Returns: (transfer full): the sum alone. A range or a bound that is only about so much has no
 *   form of its own, and is said to be.
 */
char *
care_ledger_say_amount (const CareLedger *self, const CareQuantity *sum, gboolean is_about)
{
  CareQuantityForm form = care_quantity_get_form (sum);
  CareDecimal low = care_quantity_get_low (sum);
  g_autoptr (CareQuantity) end = NULL;
  g_autofree char *text = NULL;

  if (!is_about || form == CARE_QUANTITY_ABOUT)
    return care_quantity_format (sum, self->numbers);
  end = care_quantity_new (form == CARE_QUANTITY_RANGE ? form : CARE_QUANTITY_ABOUT, low, care_quantity_get_high (sum),
                           care_quantity_get_unit (sum), NULL);
  text = care_quantity_format (end, self->numbers);
  if (form == CARE_QUANTITY_RANGE)
    return g_strdup_printf (_ ("about %s"), text);
  return g_strdup_printf (form == CARE_QUANTITY_AT_LEAST ? _ ("at least %s") : _ ("up to %s"), text);
}

/**
 * care_ledger_say_sum:
 * @self: a ledger
 *
 * Returns: (transfer full): what the figures come to, or why there is no sum.
 */
char *
care_ledger_say_sum (const CareLedger *self)
{
  g_autofree char *sum = NULL;

  if (self->n_added == 0)
    return g_strdup (_ ("None of these can be added"));
  if (self->sum == NULL)
    return g_strdup (_ ("These have more digits together than can be kept exactly"));
  sum = care_ledger_say_amount (self, self->sum, self->is_about);
  if (self->n_no_value == 0)
    return g_steal_pointer (&sum);
  return g_strdup_printf (ngettext ("%s, and one that has no value", "%s, and %u that have no value", self->n_no_value), sum,
                          self->n_no_value);
}

/**
 * care_ledger_say_parts:
 * @self: a ledger
 *
 * Returns: (transfer full): how much of the sum of money is new: "£200 million new, £100
 *   million re-announced"; empty where it is no money.
 */
char *
care_ledger_say_parts (const CareLedger *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_parts && g_strcmp0 (self->basis.unit, "GBP") == 0; i++)
    {
      const CareLedgerPart *part = &self->parts[i];
      g_autofree char *sum = part->sum == NULL ? NULL : care_ledger_say_amount (self, part->sum, part->is_about);
      const char *word = part->newness == NULL ? N_ ("not stated whether new")
                                               : care_vocabulary_label (&care_vocabulary_newness, part->newness);

      g_string_append_printf (text, _ ("%s%s %s"), i == 0 ? "" : _ (", "), sum == NULL ? "" : sum, _ (word));
    }
  return g_string_free (text, FALSE);
}

/**
 * care_ledger_say_offer:
 * @self: a ledger
 * @offer: one conversion
 * @value: (nullable): what it would give
 *
 * Returns: (transfer full): the words of a button.
 */
char *
care_ledger_say_offer (const CareLedger *self, CareLedgerConversions offer, const CareQuantity *value)
{
  g_autofree char *text = value == NULL ? NULL : care_quantity_format (value, self->numbers);
  const char *words = offer == CARE_LEDGER_AS_PER_YEAR ? _ ("Count per Year")
                      : offer == CARE_LEDGER_AS_TOTAL  ? _ ("Count as Total")
                      : offer == CARE_LEDGER_AS_REAL   ? _ ("Count in Real Terms")
                                                       : _ ("Count in Cash");

  return text == NULL ? g_strdup (words) : g_strdup_printf (_ ("%s: %s"), words, text);
}
