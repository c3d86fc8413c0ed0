/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-figures.h"

#include "care-date.h"
#include "care-decimal.h"
#include "care-disagreement.h"

#include <string.h>

enum
{
  VALUE,
  OWNER,
  EXTENT,
  FUND,
  FLOW,
  PERIOD_BASIS,
  PERIOD,
  RECURRENCE,
  PRICE_BASIS,
  PRICE_YEAR,
  NEWNESS,
  BASE,
  ESTIMATOR,
  N_FIELDS
};

const char *const care_ledger_figure_fields[]
  = { "value",       "actor",       "place",      "fund",    "flow", "period_basis", "period",
      "recurrence", "price_basis", "price_year", "newness", "base", "estimator",    NULL };

struct _CareLedgerFigures
{
  GArray *figures;     /* of CareLedgerFigure */
  GHashTable *indexes; /* CareId -> index + 1 */
  GArray *links;       /* of CareLedgerLink */
  gboolean is_sorted;  /* the links, by what they are from */
  GStringChunk *words;
  guint places[N_FIELDS]; /* of care_ledger_figure_fields in a record: to look for them by name takes long */
};

/**
 * care_ledger_figures_new:
 *
 * Returns: (transfer full): none yet.
 */
CareLedgerFigures *
care_ledger_figures_new (void)
{
  CareLedgerFigures *self = g_new0 (CareLedgerFigures, 1);

  self->figures = g_array_new (FALSE, TRUE, sizeof (CareLedgerFigure));
  self->indexes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->links = g_array_new (FALSE, FALSE, sizeof (CareLedgerLink));
  self->words = g_string_chunk_new (4096);
  for (guint i = 0; i < N_FIELDS; i++)
    self->places[i] = (guint) care_kind_field_index (care_kind_find ("figure"), care_ledger_figure_fields[i]);
  return self;
}

/**
 * care_ledger_figures_free:
 * @self: (transfer full): figures
 *
 * Frees them, and the words that they point to.
 */
void
care_ledger_figures_free (CareLedgerFigures *self)
{
  g_array_unref (self->figures);
  g_hash_table_unref (self->indexes);
  g_array_unref (self->links);
  g_string_chunk_free (self->words);
  g_free (self);
}

/**
 * care_ledger_figures_keep:
 * @self: figures
 * @word: (nullable): a word
 *
 * Returns: (nullable): the same word, as the one pointer that @self has for it.
 */
const char *
care_ledger_figures_keep (CareLedgerFigures *self, const char *word)
{
  return word == NULL ? NULL : g_string_chunk_insert_const (self->words, word);
}

/* "Not stated" is what nothing recorded is, too. */
static const char *
keep_stated (CareLedgerFigures *self, const char *word)
{
  return g_strcmp0 (word, "not-stated") == 0 ? NULL : care_ledger_figures_keep (self, word);
}

/* "2013/14" is one year however it is typed. */
static const char *
keep_year (CareLedgerFigures *self, const char *typed)
{
  g_autoptr (CareDate) year = typed == NULL ? NULL : care_date_parse (typed, NULL, NULL);

  return care_ledger_figures_keep (self, year == NULL ? typed : care_date_get_edtf (year));
}

static void
read_value (CareLedgerFigures *self, CareLedgerFigure *figure, const char *stored)
{
  g_autoptr (CareQuantity) value = stored == NULL ? NULL : care_quantity_from_string (stored, NULL);

  figure->form = value == NULL ? CARE_QUANTITY_NOT_ASSESSED : care_quantity_get_form (value);
  if (value == NULL)
    return;
  figure->has_value = care_quantity_has_number (value);
  figure->unit = care_ledger_figures_keep (self, care_quantity_get_unit (value));
  if (!figure->has_value)
    return;
  figure->low = care_quantity_get_low (value);
  figure->high = care_quantity_get_high (value);
}

/**
 * care_ledger_figures_add:
 * @self: figures
 * @id: of a figure
 * @cells: what is in each of care_ledger_figure_fields
 *
 * Adds a figure. The first of one id counts.
 */
void
care_ledger_figures_add (CareLedgerFigures *self, CareId id, const CareCell *cells)
{
  CareLedgerFigure figure = { .id = id };
  CareId *key;

  if (g_hash_table_contains (self->indexes, &id))
    return;
  read_value (self, &figure, cells[VALUE].text);
  figure.owner = cells[OWNER].id;
  figure.extent = cells[EXTENT].id;
  figure.fund = cells[FUND].id;
  figure.estimator = cells[ESTIMATOR].id;
  figure.flow = care_ledger_figures_keep (self, cells[FLOW].text);
  figure.period_basis = keep_stated (self, cells[PERIOD_BASIS].text);
  figure.period = care_ledger_figures_keep (self, cells[PERIOD].text);
  figure.recurrence = keep_stated (self, cells[RECURRENCE].text);
  figure.price_basis = keep_stated (self, cells[PRICE_BASIS].text);
  figure.price_year = keep_year (self, cells[PRICE_YEAR].text);
  figure.newness = keep_stated (self, cells[NEWNESS].text);
  figure.base = care_ledger_figures_keep (self, cells[BASE].text);
  key = g_new (CareId, 1);
  *key = id;
  g_array_append_val (self->figures, figure);
  g_hash_table_insert (self->indexes, key, GUINT_TO_POINTER (self->figures->len));
}

/**
 * care_ledger_figures_add_record:
 * @self: figures
 * @figure: a record of the kind "figure"
 *
 * Adds it.
 */
void
care_ledger_figures_add_record (CareLedgerFigures *self, CareRecord *figure)
{
  const CareKind *kind = care_record_get_kind (figure);
  CareCell cells[N_FIELDS];

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *text = care_record_get_at (figure, self->places[i]);
      gboolean refers = text != NULL && kind->fields[self->places[i]].type == CARE_FIELD_REFERENCE;

      cells[i] = (CareCell){ text, refers ? g_ascii_strtoll (text, NULL, 10) : 0 };
    }
  care_ledger_figures_add (self, care_record_get_id (figure), cells);
}

/* Whether what is allocated is not all that @from is known to be. */
static gboolean
is_partly (const CareLedgerFigures *self, CareId from, const char *allocated)
{
  g_autoptr (CareQuantity) share = allocated == NULL ? NULL : care_quantity_from_string (allocated, NULL);
  const CareLedgerFigure *figure = share == NULL ? NULL : care_ledger_figures_find (self, from);

  if (figure == NULL || !figure->has_value)
    return share != NULL;
  return care_quantity_get_form (share) != figure->form || care_decimal_compare (care_quantity_get_low (share), figure->low) != 0
         || care_decimal_compare (care_quantity_get_high (share), figure->high) != 0;
}

/**
 * care_ledger_figures_add_link:
 * @self: figures
 * @relation: (nullable): of a link: "part-of", "restates" or "revises"; others do not count
 * @from: a figure, or 0
 * @to: another, or 0
 * @allocated: (nullable): how much of the one is meant, in the stored form; %NULL: all of it
 *
 * Adds a link between two figures. What @from is has to be known before.
 */
void
care_ledger_figures_add_link (CareLedgerFigures *self, const char *relation, CareId from, CareId to,
                              const char *allocated)
{
  static const char *const words[] = { "part-of", "restates", "revises" };
  CareLedgerLink link = { 0, from, to, is_partly (self, from, allocated) };

  while (link.relation < G_N_ELEMENTS (words) && g_strcmp0 (words[link.relation], relation) != 0)
    link.relation++;
  if (link.relation == G_N_ELEMENTS (words) || from == 0 || to == 0 || from == to)
    return;
  g_array_append_val (self->links, link);
  self->is_sorted = FALSE;
}

/**
 * care_ledger_figures_add_value:
 * @self: figures
 * @kind: (nullable): of a contradiction: a word of the vocabulary
 * @contradiction: that contradiction
 * @figure: a figure that stands in it, or 0
 *
 * Says that @figure is one of several values for one thing, where it is.
 */
void
care_ledger_figures_add_value (CareLedgerFigures *self, const char *kind, CareId contradiction, CareId figure)
{
  CareLedgerLink link = { CARE_LEDGER_VALUE_IN, figure, contradiction, FALSE };

  if (figure == 0 || !care_disagreement_is_of_one_thing (kind))
    return;
  g_array_append_val (self->links, link);
  self->is_sorted = FALSE;
}

/**
 * care_ledger_figures_count:
 * @self: figures
 *
 * Returns: how many.
 */
guint
care_ledger_figures_count (const CareLedgerFigures *self)
{
  return self->figures->len;
}

/**
 * care_ledger_figures_get:
 * @self: figures
 * @index: below their number
 *
 * Returns: (transfer none): one of them, in the order in which they came.
 */
const CareLedgerFigure *
care_ledger_figures_get (const CareLedgerFigures *self, guint index)
{
  return &g_array_index (self->figures, CareLedgerFigure, index);
}

/**
 * care_ledger_figures_find:
 * @self: figures
 * @id: of a figure
 *
 * Returns: (transfer none) (nullable): that figure.
 */
const CareLedgerFigure *
care_ledger_figures_find (const CareLedgerFigures *self, CareId id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, &id));

  return found == 0 ? NULL : care_ledger_figures_get (self, found - 1);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const CareLedgerLink *one = a;
  const CareLedgerLink *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  if (one->relation != other->relation)
    return (int) one->relation - (int) other->relation;
  return one->to < other->to ? -1 : one->to > other->to;
}

static void
sort_links (CareLedgerFigures *self)
{
  if (!self->is_sorted)
    g_array_sort (self->links, compare_links);
  self->is_sorted = TRUE;
}

/**
 * care_ledger_figures_get_links:
 * @self: figures
 * @from: a figure
 * @n_links: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_links): the links from it.
 */
const CareLedgerLink *
care_ledger_figures_get_links (const CareLedgerFigures *self, CareId from, guint *n_links)
{
  const CareLedgerLink *links;
  guint low = 0;
  guint high = self->links->len;

  sort_links ((CareLedgerFigures *) self);
  links = (const CareLedgerLink *) (const void *) self->links->data;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (links[middle].from < from)
        low = middle + 1;
      else
        high = middle;
    }
  *n_links = 0;
  while (low + *n_links < self->links->len && links[low + *n_links].from == from)
    ++*n_links;
  return *n_links == 0 ? NULL : &links[low];
}
