/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-text.h"

#include "care-copied-cell.h"
#include "care-ledger-words.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>

/* In the order of CareLedgerCell. */
static const char *const headings[CARE_LEDGER_N_CELLS]
  = { N_ ("Figure"), N_ ("Amount"), N_ ("Basis"), N_ ("Newness"), N_ ("Outcome") };

/**
 * care_ledger_cell_heading:
 * @cell: a column
 *
 * Returns: (transfer none): what it is headed with.
 */
const char *
care_ledger_cell_heading (CareLedgerCell cell)
{
  return _ (headings[cell]);
}

/* An absence has its word, too. */
static char *
say_amount (const CareLedgerSheet *self, const CareLedgerFigure *figure)
{
  g_autoptr (CareQuantity) value = care_quantity_new (figure->form, figure->low, figure->high, figure->unit, NULL);

  return care_quantity_format (value, self->ledger->numbers);
}

static char *
say_newness (const CareLedgerFigure *figure)
{
  if (figure->newness != NULL)
    return g_strdup (_ (care_vocabulary_label (&care_vocabulary_newness, figure->newness)));
  return g_strdup (g_strcmp0 (figure->unit, "GBP") == 0 ? _ ("not stated") : "");
}

/**
 * care_ledger_say_conversion:
 * @self: a ledger
 * @way: one conversion
 * @value: what it would give
 *
 * Returns: (transfer full): what a figure that may not be added as it is would be, for who cannot
 *   convert it there.
 */
char *
care_ledger_say_conversion (const CareLedger *self, CareLedgerConversions way, const CareQuantity *value)
{
  g_autofree char *amount = care_quantity_format (value, self->numbers);

  switch (way)
    {
    case CARE_LEDGER_AS_PER_YEAR:
      return g_strdup_printf (_ ("Counted per year it would be %s"), amount);
    case CARE_LEDGER_AS_TOTAL:
      return g_strdup_printf (_ ("Counted as a total it would be %s"), amount);
    case CARE_LEDGER_AS_REAL:
      return g_strdup_printf (_ ("Counted in real terms it would be %s"), amount);
    case CARE_LEDGER_AS_CASH:
    default:
      return g_strdup_printf (_ ("Counted in cash it would be %s"), amount);
    }
}

/**
 * care_ledger_sheet_say_offers:
 * @self: a sheet
 * @row: one of its rows
 *
 * Returns: (transfer full): what the figure would be if it were converted; empty where nothing
 *   leads nearer to the basis.
 */
char *
care_ledger_sheet_say_offers (const CareLedgerSheet *self, guint row)
{
  const CareLedgerConversions in_period = CARE_LEDGER_AS_PER_YEAR | CARE_LEDGER_AS_TOTAL;
  const CareLedgerRow *found = &g_array_index (self->ledger->rows, CareLedgerRow, row);
  g_autofree char *period
    = found->in_period == NULL ? NULL : care_ledger_say_conversion (self->ledger, found->offers & in_period, found->in_period);
  g_autofree char *prices
    = found->in_prices == NULL ? NULL : care_ledger_say_conversion (self->ledger, found->offers & ~in_period, found->in_prices);

  if (period != NULL && prices != NULL)
    return g_strdup_printf (_ ("%s. %s"), period, prices);
  if (prices != NULL)
    return g_steal_pointer (&prices);
  return period == NULL ? g_strdup ("") : g_steal_pointer (&period);
}

static void
append_label (GString *text, const CareVocabulary *vocabulary, const char *word)
{
  const char *label = word == NULL ? NULL : care_vocabulary_label (vocabulary, word);

  if (label != NULL)
    g_string_append_printf (text, _ (", %s"), _ (label));
}

/**
 * care_ledger_sheet_say_origin:
 * @self: a sheet
 * @row: one of its rows
 *
 * Returns: (transfer full) (nullable): what it was before it was converted: "£2.5 billion,
 *   total over stated years"; %NULL where it is counted as it is.
 */
char *
care_ledger_sheet_say_origin (const CareLedgerSheet *self, guint row)
{
  const CareLedgerRow *found = &g_array_index (self->ledger->rows, CareLedgerRow, row);
  const CareLedgerFigure *figure = care_ledger_figures_find (self->figures, found->figure);
  g_autofree char *amount = found->as == 0 || figure == NULL ? NULL : say_amount (self, figure);
  GString *text;

  if (amount == NULL)
    return NULL;
  text = g_string_new (amount);
  if (found->as & (CARE_LEDGER_AS_PER_YEAR | CARE_LEDGER_AS_TOTAL))
    append_label (text, &care_vocabulary_period_basis, figure->period_basis);
  if (found->as & (CARE_LEDGER_AS_REAL | CARE_LEDGER_AS_CASH))
    append_label (text, &care_vocabulary_price_basis, figure->price_basis);
  return g_string_free (text, FALSE);
}

static char *
say_added (const CareLedgerSheet *self, guint row)
{
  g_autofree char *origin = care_ledger_sheet_say_origin (self, row);

  return origin == NULL ? g_strdup (_ ("Added")) : g_strdup_printf (_ ("Added, converted from %s"), origin);
}

static char *
say_outcome (const CareLedgerSheet *self, guint index, CareLookup lookup, gpointer data)
{
  const CareLedgerRow *row = &g_array_index (self->ledger->rows, CareLedgerRow, index);
  g_autofree char *standing = care_ledger_say_standing (self->ledger, index, lookup, data);
  g_autofree char *offers = care_ledger_sheet_say_offers (self, index);

  if (row->standing == CARE_LEDGER_ADDED)
    return say_added (self, index);
  return offers[0] == '\0' ? g_steal_pointer (&standing) : g_strdup_printf (_ ("%s. %s"), standing, offers);
}

/**
 * care_ledger_sheet_say_row:
 * @self: a sheet
 * @row: one of its rows
 * @lookup: finds figures, actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full) (array zero-terminated=1): its %CARE_LEDGER_N_CELLS cells. The amount
 *   is as it is added; the outcome tells what it was before, or why it is not added and what
 *   it could be converted to.
 */
char **
care_ledger_sheet_say_row (const CareLedgerSheet *self, guint row, CareLookup lookup, gpointer data)
{
  const CareLedgerFigure *shown = &self->ledger->shown[row];
  char **cells = g_new0 (char *, CARE_LEDGER_N_CELLS + 1);

  cells[CARE_LEDGER_CELL_FIGURE] = g_strdup (care_record_get_title (g_ptr_array_index (self->records, row)));
  cells[CARE_LEDGER_CELL_AMOUNT] = say_amount (self, shown);
  cells[CARE_LEDGER_CELL_BASIS] = care_ledger_say_basis (self->ledger, shown, TRUE, lookup, data);
  cells[CARE_LEDGER_CELL_NEWNESS] = say_newness (shown);
  cells[CARE_LEDGER_CELL_OUTCOME] = say_outcome (self, row, lookup, data);
  return cells;
}

/**
 * care_ledger_sheet_say_total:
 * @self: a sheet
 * @lookup: finds actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full) (array zero-terminated=1): the cells of what all rows come to: the
 *   sum, on what basis, how much of it is new, and by what prices were converted.
 */
char **
care_ledger_sheet_say_total (const CareLedgerSheet *self, CareLookup lookup, gpointer data)
{
  const CareLedger *ledger = self->ledger;
  char **cells = g_new0 (char *, CARE_LEDGER_N_CELLS + 1);

  cells[CARE_LEDGER_CELL_FIGURE] = g_strdup (_ ("Sum"));
  cells[CARE_LEDGER_CELL_AMOUNT] = care_ledger_say_sum (ledger);
  cells[CARE_LEDGER_CELL_BASIS] = ledger->n_added == 0
                                    ? g_strdup ("")
                                    : care_ledger_say_basis (ledger, &ledger->basis, care_ledger_has_one_owner (ledger), lookup, data);
  cells[CARE_LEDGER_CELL_NEWNESS] = care_ledger_say_parts (ledger);
  cells[CARE_LEDGER_CELL_OUTCOME] = self->deflator == NULL ? g_strdup ("")
                                                           : g_strdup_printf (_ ("Prices are converted by %s"),
                                                                              care_record_get_title (self->deflator));
  return cells;
}

/* Takes @cells. */
static void
append_text (GString *text, char **cells)
{
  for (guint i = 0; i < CARE_LEDGER_N_CELLS; i++)
    care_copied_cell_append (text, cells[i], i + 1 == CARE_LEDGER_N_CELLS);
  g_strfreev (cells);
}

static char **
say_headings (void)
{
  char **cells = g_new0 (char *, CARE_LEDGER_N_CELLS + 1);

  for (guint i = 0; i < CARE_LEDGER_N_CELLS; i++)
    cells[i] = g_strdup (care_ledger_cell_heading (i));
  return cells;
}

/**
 * care_ledger_sheet_to_text:
 * @self: a sheet
 * @lookup: finds figures, actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full): a line of headings, one for each row and one for the sum, with tabs
 *   between cells.
 */
char *
care_ledger_sheet_to_text (const CareLedgerSheet *self, CareLookup lookup, gpointer data)
{
  GString *text = g_string_new (NULL);

  append_text (text, say_headings ());
  for (guint i = 0; i < self->ledger->rows->len; i++)
    append_text (text, care_ledger_sheet_say_row (self, i, lookup, data));
  append_text (text, care_ledger_sheet_say_total (self, lookup, data));
  return g_string_free (text, FALSE);
}

/* Takes @cells; @heads of them, from the first, are headings. */
static void
append_html (GString *html, char **cells, guint heads, const char *scope)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < CARE_LEDGER_N_CELLS; i++)
    care_copied_cell_append_html (html, cells[i], i < heads ? scope : NULL);
  g_string_append (html, "</tr>\n");
  g_strfreev (cells);
}

/**
 * care_ledger_sheet_to_html:
 * @self: a sheet
 * @lookup: finds figures, actors and places
 * @data: for @lookup
 *
 * Returns: (transfer full): the same as a table of HTML.
 */
char *
care_ledger_sheet_to_html (const CareLedgerSheet *self, CareLookup lookup, gpointer data)
{
  GString *html = g_string_new ("<table>\n<thead>\n");

  append_html (html, say_headings (), CARE_LEDGER_N_CELLS, "col");
  g_string_append (html, "</thead>\n<tbody>\n");
  for (guint i = 0; i < self->ledger->rows->len; i++)
    append_html (html, care_ledger_sheet_say_row (self, i, lookup, data), 1, "row");
  g_string_append (html, "</tbody>\n<tfoot>\n");
  append_html (html, care_ledger_sheet_say_total (self, lookup, data), 1, "row");
  g_string_append (html, "</tfoot>\n</table>\n");
  return g_string_free (html, FALSE);
}
