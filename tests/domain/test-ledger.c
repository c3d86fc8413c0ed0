/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the ledger adds and what it refuses: the cases of the field, and random ledgers
 * against exact rational arithmetic. */

#include "care-ledger-words.h"

#include "care-decimal.h"
#include "care-interval.h"

#include <gmp.h>
#include <string.h>

#define N_RANDOM 10000

typedef struct
{
  CareLedgerFigures *figures;
  CareLedger *ledger;
  CareLedgerOptions options;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->figures = care_ledger_figures_new ();
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_clear_pointer (&self->ledger, care_ledger_free);
  care_ledger_figures_free (self->figures);
}

/* References are in decimal. */
static void
add_texts (CareLedgerFigures *figures, CareId id, const char *const *texts)
{
  CareCell cells[CARE_CELLS_MAX] = { { NULL, 0 } };

  for (guint i = 0; care_ledger_figure_fields[i] != NULL; i++)
    cells[i] = (CareCell){ texts[i], texts[i] == NULL ? 0 : g_ascii_strtoll (texts[i], NULL, 10) };
  care_ledger_figures_add (figures, id, cells);
}

/* Names and values by turns, as "value", "6e9 GBP", NULL. */
static void
add_figure (Case *self, CareId id, ...)
{
  const char *values[20] = { NULL };
  va_list list;
  const char *name;

  va_start (list, id);
  while ((name = va_arg (list, const char *)) != NULL)
    for (guint i = 0; care_ledger_figure_fields[i] != NULL; i++)
      if (strcmp (care_ledger_figure_fields[i], name) == 0)
        {
          values[i] = va_arg (list, const char *);
          break;
        }
  va_end (list);
  add_texts (self->figures, id, values);
}

static void
add_up (Case *self)
{
  guint n = care_ledger_figures_count (self->figures);
  g_autofree CareLedgerItem *items = g_new0 (CareLedgerItem, n);

  for (guint i = 0; i < n; i++)
    items[i].figure = care_ledger_figures_get (self->figures, i)->id;
  g_clear_pointer (&self->ledger, care_ledger_free);
  self->ledger = care_ledger_new (self->figures, items, n, &self->options);
}

static const CareLedgerRow *
get_row (Case *self, guint index)
{
  return &g_array_index (self->ledger->rows, CareLedgerRow, index);
}

static void
assert_quantity (const CareQuantity *quantity, const char *stored)
{
  g_autofree char *text = quantity == NULL ? NULL : care_quantity_to_string (quantity);

  g_assert_cmpstr (text, ==, stored);
}

#define MONEY(value) "value", value " GBP", "flow", "spend", "place", "1"

/* B15 and A15: two funds of £2.5 billion. */
static void
test_t1 (Case *self, gconstpointer data)
{
  const CareLedgerFields at_first = CARE_LEDGER_OWNER;

  add_figure (self, 1, MONEY ("25e8"), "actor", "2", NULL);
  add_figure (self, 2, MONEY ("25e8"), "actor", "3", NULL);
  add_up (self);
  g_assert_null (self->ledger->sum);
  g_assert_cmpuint (self->ledger->n_added, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (get_row (self, i)->standing, ==, CARE_LEDGER_REFUSED);
      g_assert_cmpint (get_row (self, i)->unsaid, ==, CARE_LEDGER_PERIOD_BASIS);
    }
  g_assert_cmpint (get_row (self, 1)->differs, ==, at_first);
  tear_down (self, NULL);

  /* The periods are entered: still not, but the one can be shown as the other. */
  *self = (Case){ NULL };
  set_up (self, NULL);
  add_figure (self, 1, MONEY ("25e8"), "actor", "2", "period_basis", "per-year", "period", "2015-04-01/2020-03-31", NULL);
  add_figure (self, 2, MONEY ("25e8"), "actor", "3", "period_basis", "total", "period", "2015-04-01/2020-03-31", NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_ADDED);
  g_assert_cmpint (get_row (self, 1)->standing, ==, CARE_LEDGER_REFUSED);
  g_assert_cmpint (get_row (self, 1)->differs, ==, CARE_LEDGER_OWNER | CARE_LEDGER_PERIOD_BASIS);
  g_assert_cmpint (get_row (self, 1)->unsaid, ==, 0);
  g_assert_cmpint (get_row (self, 1)->offers, ==, CARE_LEDGER_AS_PER_YEAR);
  {
    const CareLedgerItem items[] = { { 1, 0 }, { 2, CARE_LEDGER_AS_PER_YEAR } };

    g_clear_pointer (&self->ledger, care_ledger_free);
    self->options.add_owners = TRUE;
    self->ledger = care_ledger_new (self->figures, items, 2, &self->options);
    assert_quantity (get_row (self, 1)->value, "5e8 GBP");
    assert_quantity (self->ledger->sum, "3e9 GBP");
  }
  /* The other way round. */
  self->options.basis = 2;
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->offers, ==, CARE_LEDGER_AS_TOTAL);
  assert_quantity (get_row (self, 0)->in_period, "125e8 GBP");
}

/* £1.2 billion, £1.1 billion and at least £150 million are £2.5 billion as it is rounded. */
static void
test_t2 (Case *self, gconstpointer data)
{
  g_autoptr (CareQuantity) headline = care_quantity_from_string ("25e8 GBP", NULL);
  g_autoptr (CareQuantity) larger = care_quantity_from_string ("24e8 GBP", NULL);
  CareInterval sum;

  add_figure (self, 1, MONEY ("12e8"), "period_basis", "per-year", NULL);
  add_figure (self, 2, MONEY ("11e8"), "period_basis", "per-year", NULL);
  add_figure (self, 3, "value", ">=150e6 GBP", "flow", "spend", "place", "1", "period_basis", "per-year", NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, ">=245e7 GBP");
  g_assert_true (care_interval_read (&sum, self->ledger->sum));
  g_assert_true (care_interval_is_written (&sum, headline));
  g_assert_false (care_interval_is_written (&sum, larger));
}

/* £220 million is within £354 million and not added again. */
static void
test_t4 (Case *self, gconstpointer data)
{
  g_autoptr (CareQuantity) headline = care_quantity_from_string ("19e8 GBP", NULL);
  CareInterval sum;

  add_figure (self, 1, MONEY ("130e6"), "period_basis", "level", "period", "2015-04-01/2016-03-31", "newness", "existing", NULL);
  add_figure (self, 2, MONEY ("300e6"), "period_basis", "level", "period", "2015-04-01/2016-03-31", "newness", "existing", NULL);
  add_figure (self, 3, MONEY ("354e6"), "period_basis", "level", "period", "2015-04-01/2016-03-31", "newness", "existing", NULL);
  add_figure (self, 4, MONEY ("1100e6"), "period_basis", "level", "period", "2015-04-01/2016-03-31", "newness", "existing", NULL);
  add_figure (self, 5, MONEY ("220e6"), "period_basis", "level", "period", "2015-04-01/2016-03-31", "newness", "existing", NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 5, 3, NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "1884e6 GBP");
  g_assert_cmpint (get_row (self, 4)->standing, ==, CARE_LEDGER_WITHIN);
  g_assert_cmpint (get_row (self, 4)->other, ==, 3);
  g_assert_true (care_interval_read (&sum, self->ledger->sum));
  g_assert_true (care_interval_is_written (&sum, headline));
  g_assert_cmpuint (self->ledger->n_parts, ==, 1);
  g_assert_cmpstr (self->ledger->parts[0].newness, ==, "existing");
}

/* 8,000 GPs, said twice, are 8,000 GPs, whichever comes first. */
static void
test_t6 (Case *self, gconstpointer data)
{
  add_figure (self, 2, "value", "8000 GPs", "flow", "non-money", NULL);
  add_figure (self, 1, "value", "8000 GPs", "flow", "non-money", NULL);
  care_ledger_figures_add_link (self->figures, "restates", 2, 1, NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "8e3 GPs");
  g_assert_cmpint (get_row (self, 1)->standing, ==, CARE_LEDGER_RESTATED);
  g_assert_cmpint (get_row (self, 1)->other, ==, 2);
}

/* A figure that is in the ledger twice counts once. */
static void
test_twice (Case *self, gconstpointer data)
{
  const CareLedgerItem items[] = { { 1, 0 }, { 2, 0 }, { 1, 0 } };

  add_figure (self, 1, "value", "8000 GPs", NULL);
  add_figure (self, 2, "value", "1000 GPs", NULL);
  self->ledger = care_ledger_new (self->figures, items, G_N_ELEMENTS (items), &self->options);
  assert_quantity (self->ledger->sum, "9e3 GPs");
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_ADDED);
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_RESTATED);
  g_assert_cmpint (get_row (self, 2)->other, ==, 1);
}

/* What is at the most less than nought has no least, in whatever order it is added. */
static void
test_below_nought (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "<=-5 sites", NULL);
  add_figure (self, 2, "value", "10 sites", NULL);
  add_figure (self, 3, "value", "<=-1 sites", NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "<=4 sites");
}

/* Two that restate a third, which is not in the ledger, count once as well. */
static void
test_restated_elsewhere (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "8000 GPs", NULL);
  add_figure (self, 2, "value", "8000 GPs", NULL);
  care_ledger_figures_add_link (self->figures, "restates", 1, 9, NULL);
  care_ledger_figures_add_link (self->figures, "restates", 2, 9, NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "8e3 GPs");
}

/* The part of what restates another is within it too, what restates a figure that another took the place of is
 * out of date as that is, and circles lose nothing. */
static void
test_links (Case *self, gconstpointer data)
{
  for (CareId id = 1; id <= 6; id++)
    add_figure (self, id, "value", "10 sites", NULL);
  care_ledger_figures_add_link (self->figures, "restates", 2, 1, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 3, 2, NULL);  /* within 1 as 2 says it */
  care_ledger_figures_add_link (self->figures, "part-of", 4, 5, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 5, 4, NULL);  /* a circle */
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_ADDED);
  g_assert_cmpint (get_row (self, 1)->standing, ==, CARE_LEDGER_RESTATED);
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_WITHIN);
  g_assert_cmpint (get_row (self, 3)->standing, ==, CARE_LEDGER_WITHIN);
  g_assert_cmpint (get_row (self, 4)->standing, ==, CARE_LEDGER_ADDED);
  assert_quantity (self->ledger->sum, "3e1 sites");
  care_ledger_figures_add_link (self->figures, "revises", 6, 1, NULL); /* 6 took the place of 1 */
  add_up (self);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (get_row (self, i)->standing, ==, CARE_LEDGER_REVISED);
      g_assert_cmpint (get_row (self, i)->other, ==, 6);
    }
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_WITHIN); /* of what was revised, and so of 6 */
  g_assert_cmpint (get_row (self, 2)->other, ==, 6);
  assert_quantity (self->ledger->sum, "2e1 sites");
}

/* What says the same is one thing, whichever of them is in the ledger or is known to be part of what. */
static void
test_said_elsewhere (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "3 sites", NULL);
  add_figure (self, 2, "value", "3 sites", NULL);
  add_figure (self, 3, "value", "1 sites", NULL);
  add_figure (self, 4, "value", "10 sites", NULL);
  care_ledger_figures_add_link (self->figures, "restates", 2, 1, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 2, 9, NULL); /* so 1 is within 9, and that is 4 */
  care_ledger_figures_add_link (self->figures, "part-of", 3, 9, NULL);
  care_ledger_figures_add_link (self->figures, "restates", 4, 9, NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_WITHIN);
  g_assert_cmpint (get_row (self, 0)->other, ==, 4);
  g_assert_cmpint (get_row (self, 1)->standing, ==, CARE_LEDGER_RESTATED);
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_WITHIN);
  assert_quantity (self->ledger->sum, "1e1 sites");
}

/* What is only partly within another is neither added nor left out unsaid. */
static void
test_partly_within (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "3 sites", NULL);
  add_figure (self, 2, "value", "10 sites", NULL);
  add_figure (self, 4, "value", "2 sites", NULL);
  add_figure (self, 5, "value", "7 sites", NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 1, 2, "1 sites");
  care_ledger_figures_add_link (self->figures, "part-of", 4, 1, NULL); /* of which nobody says in which part it is */
  care_ledger_figures_add_link (self->figures, "part-of", 5, 2, "7 sites");
  add_up (self);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (get_row (self, i)->other, ==, i == 1 ? 0 : 2);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_REFUSED);
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_REFUSED);
  g_assert_cmpint (get_row (self, 3)->standing, ==, CARE_LEDGER_WITHIN);
  assert_quantity (self->ledger->sum, "1e1 sites");
  care_ledger_figures_add_link (self->figures, "part-of", 1, 2, NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_WITHIN);
}

/* Two estimates of one thing are never added, and what the others are compared with is the one that is. */
static void
test_other_value (Case *self, gconstpointer data)
{
  for (CareId id = 1; id <= 4; id++)
    add_figure (self, id, "value", id == 1 ? "4..6 sites" : "4 sites", NULL);
  care_ledger_figures_add_value (self->figures, "estimate", 50, 1);
  care_ledger_figures_add_value (self->figures, "estimate", 50, 2);
  care_ledger_figures_add_value (self->figures, "different-thing", 51, 1);
  care_ledger_figures_add_value (self->figures, "different-thing", 51, 3);
  care_ledger_figures_add_link (self->figures, "restates", 4, 2, NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 1)->standing, ==, CARE_LEDGER_REFUSED);
  g_assert_cmpint (get_row (self, 1)->other, ==, 1);
  g_assert_true (get_row (self, 1)->is_other_value);
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_ADDED);
  assert_quantity (self->ledger->sum, "8..1e1 sites");
  self->options.basis = 2;
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_REFUSED);
  g_assert_cmpint (get_row (self, 0)->other, ==, 2);
  assert_quantity (self->ledger->sum, "8 sites");
}

/* However often a figure was revised, and whoever said so, the last counts; circles end. */
static void
test_revised_often (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "3 sites", NULL);
  add_figure (self, 3, "value", "5 sites", NULL);
  care_ledger_figures_add_link (self->figures, "revises", 2, 1, NULL); /* 2 is not in the ledger */
  care_ledger_figures_add_link (self->figures, "revises", 8, 2, NULL);
  care_ledger_figures_add_link (self->figures, "restates", 3, 8, NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_REVISED);
  g_assert_cmpint (get_row (self, 0)->other, ==, 3);
  assert_quantity (self->ledger->sum, "5 sites");
  care_ledger_figures_add_link (self->figures, "revises", 1, 3, NULL);
  add_up (self);
  g_assert_cmpuint (self->ledger->n_added, ==, 1);
}

/* What took the place of a whole has its parts, whether the whole that was revised is asked about or not; what is
 * part of something else that is in the sum is that first. */
static void
test_part_of_revised (Case *self, gconstpointer data)
{
  for (CareId id = 2; id <= 5; id++)
    add_figure (self, id, "value", "10 sites", NULL);
  care_ledger_figures_add_link (self->figures, "revises", 2, 1, NULL); /* 1 is not in the ledger */
  care_ledger_figures_add_link (self->figures, "part-of", 3, 1, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 4, 1, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 4, 5, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 2, 1, NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_ADDED);
  g_assert_cmpint (get_row (self, 1)->standing, ==, CARE_LEDGER_WITHIN);
  g_assert_cmpint (get_row (self, 1)->other, ==, 2);
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_WITHIN);
  g_assert_cmpint (get_row (self, 2)->other, ==, 5);
  assert_quantity (self->ledger->sum, "2e1 sites");
  add_figure (self, 1, "value", "8 sites", NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 4)->standing, ==, CARE_LEDGER_REVISED);
  assert_quantity (self->ledger->sum, "2e1 sites");
}

/* However many parts lie between that nobody adds, all that are within are found; what takes the
 * place of a part need be none. */
static void
test_parts_between (Case *self, gconstpointer data)
{
  static const CareLedgerStanding standings[]
    = { CARE_LEDGER_ADDED, CARE_LEDGER_WITHIN, CARE_LEDGER_WITHIN, CARE_LEDGER_ADDED };
  static const CareId listed[] = { 1, 3, 4, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    add_figure (self, listed[i], "value", "10 sites", NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 2, 1, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 3, 2, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 4, 2, NULL);
  care_ledger_figures_add_link (self->figures, "revises", 5, 2, NULL);
  add_up (self);
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      g_assert_cmpint (get_row (self, i)->standing, ==, standings[i]);
      g_assert_cmpint (get_row (self, i)->other, ==, standings[i] == CARE_LEDGER_WITHIN ? 1 : 0);
    }
  assert_quantity (self->ledger->sum, "2e1 sites");
}

/* Other relations say nothing of what is counted once; a link that comes later is known as well. */
static void
test_other_links (Case *self, gconstpointer data)
{
  for (CareId id = 1; id <= 3; id++)
    add_figure (self, id, "value", "10 sites", NULL);
  care_ledger_figures_add_link (self->figures, "funds", 1, 2, NULL);
  care_ledger_figures_add_link (self->figures, NULL, 1, 2, NULL);
  care_ledger_figures_add_link (self->figures, "part-of", 2, 3, NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "2e1 sites");
  g_assert_cmpint (get_row (self, 0)->standing, ==, CARE_LEDGER_ADDED);
  g_assert_cmpint (get_row (self, 1)->standing, ==, CARE_LEDGER_WITHIN);
  care_ledger_figures_add_link (self->figures, "part-of", 1, 3, NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "1e1 sites");
}

/* Each field by itself keeps a figure out, and is named. */
static void
test_each_field (Case *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *value;
    CareLedgerFields differs;
  } cases[] = {
    { "value", "1e6 people", CARE_LEDGER_UNIT },
    { "actor", "9", CARE_LEDGER_OWNER },
    { "flow", "saving", CARE_LEDGER_FLOW },
    { "period_basis", "one-off", CARE_LEDGER_PERIOD_BASIS },
    { "period", "2016", CARE_LEDGER_PERIOD },
    { "recurrence", "non-recurrent", CARE_LEDGER_RECURRENCE },
    { "price_basis", "real", CARE_LEDGER_PRICE_BASIS },
    { "price_year", "2014/15", CARE_LEDGER_PRICE_YEAR },
    { "place", "9", CARE_LEDGER_EXTENT },
    { "base", "their budgets", CARE_LEDGER_BASE },
  };
  const char *plain[20] = { NULL };
  static const char *const stated[][2] = { { "value", "1e6 GBP" },        { "actor", "1" },
                                           { "flow", "spend" },           { "period_basis", "per-year" },
                                           { "period", "2015" },          { "recurrence", "each-year" },
                                           { "price_basis", "cash" },     { "price_year", "2013/14" },
                                           { "place", "1" },              { "base", "the budget" } };

  for (guint k = 0; k < G_N_ELEMENTS (stated); k++)
    for (guint i = 0; care_ledger_figure_fields[i] != NULL; i++)
      if (strcmp (care_ledger_figure_fields[i], stated[k][0]) == 0)
        plain[i] = stated[k][1];
  add_texts (self->figures, 1, plain);
  add_texts (self->figures, 2, plain);
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      const char *other[20];

      memcpy (other, plain, sizeof plain);
      for (guint i = 0; care_ledger_figure_fields[i] != NULL; i++)
        if (strcmp (care_ledger_figure_fields[i], cases[k].name) == 0)
          other[i] = cases[k].value;
      add_texts (self->figures, 10 + k, other);
    }
  add_up (self);
  assert_quantity (self->ledger->sum, "2e6 GBP");
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_assert_cmpint (get_row (self, 2 + k)->standing, ==, CARE_LEDGER_REFUSED);
      g_assert_cmpint (get_row (self, 2 + k)->differs, ==, cases[k].differs);
    }
}

/* Compared with the figure that is chosen, as long as it has a number. */
static void
test_basis (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "5 sites", NULL);
  add_figure (self, 2, "value", "6 sites", NULL);
  add_figure (self, 3, "value", "7 people", NULL);
  add_figure (self, 4, "value", "not-specified people", NULL);
  self->options.basis = 3;
  add_up (self);
  g_assert_cmpint (self->ledger->basis.id, ==, 3);
  assert_quantity (self->ledger->sum, "7 people");
  g_assert_cmpint (get_row (self, 0)->differs, ==, CARE_LEDGER_UNIT);
  self->options.basis = 4;
  add_up (self);
  g_assert_cmpint (self->ledger->basis.id, ==, 1);
  assert_quantity (self->ledger->sum, "11 sites");
}

/* Most of one basis are most of one owner, unless owners are added together. */
static void
test_basis_of_owners (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "5 sites", "actor", "7", NULL);
  add_figure (self, 2, "value", "6 beds", "actor", "8", NULL);
  add_figure (self, 3, "value", "7 beds", "actor", "9", NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "5 sites");
  self->options.add_owners = TRUE;
  add_up (self);
  assert_quantity (self->ledger->sum, "13 beds");
  g_assert_false (care_ledger_has_one_owner (self->ledger));
}

/* What each has to say before it is added to anything. */
static void
test_unsaid (Case *self, gconstpointer data)
{
  add_figure (self, 1, "value", "not-specified GBP", "flow", "spend", "period_basis", "one-off", NULL);
  add_figure (self, 2, "value", "5 GBP", NULL);
  add_figure (self, 3, "value", "5 GBP", "flow", "spend", "period_basis", "total", NULL);
  add_figure (self, 4, "value", "5 %", NULL);
  add_figure (self, 5, "value", "5 people", "period_basis", "total", NULL);
  add_figure (self, 7, "value", "5 people", "period_basis", "level", NULL);
  add_figure (self, 8, MONEY ("5"), "period_basis", "change", "price_basis", "real", NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 1)->unsaid, ==, CARE_LEDGER_FLOW | CARE_LEDGER_PERIOD_BASIS);
  g_assert_cmpint (get_row (self, 2)->unsaid, ==, CARE_LEDGER_PERIOD);
  g_assert_cmpint (get_row (self, 3)->unsaid, ==, CARE_LEDGER_BASE);
  g_assert_cmpint (get_row (self, 4)->unsaid, ==, CARE_LEDGER_PERIOD);
  g_assert_cmpint (get_row (self, 5)->unsaid, ==, CARE_LEDGER_PERIOD);
  g_assert_cmpint (get_row (self, 6)->unsaid, ==, CARE_LEDGER_PERIOD | CARE_LEDGER_PRICE_YEAR);
  /* Where nothing can be added, all are compared with the first that has a number. */
  g_assert_cmpint (self->ledger->basis.id, ==, 2);
  g_assert_cmpuint (self->ledger->n_added, ==, 0);
  add_figure (self, 6, "value", "5 %", "base", "the budget", NULL);
  add_up (self);
  g_assert_cmpint (self->ledger->basis.id, ==, 6);
  g_assert_cmpuint (self->ledger->n_added, ==, 1);
}

/* What has no number, and does not say of what, may be part of any sum. */
static void
test_no_value (Case *self, gconstpointer data)
{
  add_figure (self, 3, NULL);
  add_up (self);
  g_assert_cmpuint (self->ledger->n_no_value, ==, 1);
  g_assert_null (self->ledger->sum);
  add_figure (self, 1, "value", "5 sites", NULL);
  add_figure (self, 2, "value", "not-specified", NULL);
  add_figure (self, 4, "value", "not-specified sites", NULL);
  add_figure (self, 5, "value", "not-specified GBP", NULL);
  add_up (self);
  g_assert_cmpuint (self->ledger->n_no_value, ==, 3);
  assert_quantity (self->ledger->sum, "5 sites");
  for (guint i = 0; i < 5; i++)
    {
      gboolean has_value = care_ledger_figures_get (self->figures, i)->id == 1;

      g_assert_cmpint (get_row (self, i)->value != NULL, ==, has_value);
      g_assert_cmpint (get_row (self, i)->standing, ==, has_value ? CARE_LEDGER_ADDED : CARE_LEDGER_NO_VALUE);
      g_assert_cmpint (get_row (self, i)->differs, ==, 0); /* nothing is compared that is not there */
    }
}

/* Nor can what is of another owner, flow kind or extent be part of a sum, whatever it is worth. */
static void
test_no_value_of_others (Case *self, gconstpointer data)
{
  add_figure (self, 1, MONEY ("200e6"), "actor", "1", "period_basis", "one-off", NULL);
  add_figure (self, 2, "value", "not-specified GBP", "actor", "2", NULL);
  add_figure (self, 3, "value", "not-specified GBP", "actor", "1", "flow", "saving", NULL);
  add_figure (self, 4, "value", "not-specified GBP", "place", "2", NULL);
  add_figure (self, 5, "value", "not-specified GBP", "actor", "1", "period_basis", "per-year", NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "2e8 GBP");
  g_assert_cmpuint (self->ledger->n_no_value, ==, 1);
  self->options.add_owners = TRUE;
  add_up (self);
  g_assert_cmpuint (self->ledger->n_no_value, ==, 2);
  for (guint i = 1; i < 5; i++)
    g_assert_cmpint (get_row (self, i)->standing, ==, CARE_LEDGER_NO_VALUE);
}

/* Newness keeps nothing out, and is never mixed. */
static void
test_newness (Case *self, gconstpointer data)
{
  add_figure (self, 1, MONEY ("200e6"), "period_basis", "one-off", "newness", "new", NULL);
  add_figure (self, 2, MONEY ("100e6"), "period_basis", "one-off", "newness", "re-announced", NULL);
  add_figure (self, 3, MONEY ("30e6"), "period_basis", "one-off", "newness", "not-stated", NULL);
  add_figure (self, 4, MONEY ("5e6"), "period_basis", "one-off", NULL);
  add_figure (self, 5, "value", "not-specified GBP", "flow", "spend", "place", "1", "period_basis", "one-off", NULL);
  add_up (self);
  assert_quantity (self->ledger->sum, "335e6 GBP");
  g_assert_cmpuint (self->ledger->n_no_value, ==, 1);
  g_assert_cmpint (get_row (self, 4)->standing, ==, CARE_LEDGER_NO_VALUE);
  g_assert_cmpuint (self->ledger->n_parts, ==, 3);
  g_assert_cmpstr (self->ledger->parts[0].newness, ==, "new");
  assert_quantity (self->ledger->parts[0].sum, "2e8 GBP");
  g_assert_cmpstr (self->ledger->parts[1].newness, ==, "re-announced");
  assert_quantity (self->ledger->parts[1].sum, "1e8 GBP");
  g_assert_null (self->ledger->parts[2].newness);
  assert_quantity (self->ledger->parts[2].sum, "35e6 GBP");
}

/* £33.9 billion in the cash of one year, in the prices of another. */
static void
test_prices (Case *self, gconstpointer data)
{
  const CareDeflatorYear years[] = { { "2018-04-01/2019-03-31", { 10000, -2 } }, { "2023-04-01/2024-03-31", { 12500, -2 } } };
  const CareLedgerItem items[] = { { 1, 0 }, { 2, CARE_LEDGER_AS_REAL }, { 3, CARE_LEDGER_AS_REAL }, { 4, 0 } };

  self->options = (CareLedgerOptions){ .price_year = "2018-04-01/2019-03-31", .deflator = years, .n_deflator = 2 };
  add_figure (self, 1, MONEY ("205e8"), "period_basis", "level", "period", "2023-04-01/2024-03-31", "price_basis", "real",
              "price_year", "2018/19", NULL);
  add_figure (self, 2, MONEY ("250e8"), "period_basis", "level", "period", "2023-04-01/2024-03-31", "price_basis", "cash", NULL);
  add_figure (self, 3, MONEY ("339e8"), "period_basis", "total", "period", "2019-04-01/2024-03-31", "price_basis", "cash", NULL);
  add_figure (self, 4, MONEY ("339e8"), "period_basis", "level", "period", "2023-04-01/2024-03-31", "price_basis", "cash", NULL);
  self->ledger = care_ledger_new (self->figures, items, G_N_ELEMENTS (items), &self->options);
  assert_quantity (get_row (self, 1)->value, "2e10 GBP");
  assert_quantity (self->ledger->sum, "405e8 GBP");
  g_assert_cmpint (get_row (self, 2)->failed, ==, CARE_LEDGER_AS_REAL); /* five years have no one price */
  g_assert_cmpint (get_row (self, 2)->standing, ==, CARE_LEDGER_REFUSED);
  g_assert_cmpint (get_row (self, 3)->offers, ==, CARE_LEDGER_AS_REAL);
}

/* What is offered leads to the prices of the others, and only where it is prices that differ. */
static void
test_price_offers (Case *self, gconstpointer data)
{
  const CareDeflatorYear years[] = { { "2013", { 50, 0 } }, { "2014", { 100, 0 } } };

  self->options = (CareLedgerOptions){ .basis = 1, .price_year = "2014", .deflator = years, .n_deflator = 2 };
  add_figure (self, 1, MONEY ("1e9"), "period_basis", "level", "period", "2013", "price_basis", "cash", NULL);
  add_figure (self, 2, MONEY ("1e9"), "period_basis", "level", "period", "2013", "price_basis", "real", "price_year", "2014", NULL);
  add_figure (self, 3, MONEY ("1e9"), "period_basis", "level", "period", "2013", "price_basis", "cash", "actor", "7", NULL);
  add_figure (self, 4, MONEY ("1e9"), "period_basis", "level", "period", "2013", "price_basis", "real", "price_year", "2013", NULL);
  add_up (self);
  g_assert_cmpint (get_row (self, 1)->offers, ==, CARE_LEDGER_AS_CASH);
  assert_quantity (get_row (self, 1)->in_prices, "5e8 GBP");
  assert_quantity (get_row (self, 1)->in_period, NULL);
  g_assert_cmpint (get_row (self, 2)->offers, ==, 0);
  self->options.basis = 2;
  add_up (self);
  g_assert_cmpint (get_row (self, 0)->offers, ==, CARE_LEDGER_AS_REAL);
  assert_quantity (get_row (self, 0)->in_prices, "2e9 GBP");
  self->options.basis = 4; /* in prices of a year that the ledger does not convert to */
  add_up (self);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (get_row (self, i)->offers, ==, 0);
}

/* By an index that is nought for a year nothing is converted from it or to it. */
static void
test_no_price (Case *self, gconstpointer data)
{
  const CareDeflatorYear years[] = { { "2013", { 0, 0 } }, { "2014", { 100, 0 } } };
  const CareLedgerItem items[] = { { 1, CARE_LEDGER_AS_REAL }, { 2, CARE_LEDGER_AS_REAL }, { 3, CARE_LEDGER_AS_CASH } };

  self->options = (CareLedgerOptions){ .price_year = "2014", .deflator = years, .n_deflator = 2 };
  add_figure (self, 1, MONEY ("1e9"), "period_basis", "level", "period", "2013", "price_basis", "cash", NULL);
  add_figure (self, 2, MONEY ("1e9"), "period_basis", "level", "period", "2014", "price_basis", "cash", NULL);
  add_figure (self, 3, MONEY ("1e9"), "period_basis", "level", "period", "2013", "price_basis", "real", "price_year", "2014", NULL);
  self->ledger = care_ledger_new (self->figures, items, G_N_ELEMENTS (items), &self->options);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      assert_quantity (get_row (self, i)->value, "1e9 GBP");
      g_assert_cmpint (get_row (self, i)->failed, ==, i == 1 ? 0 : items[i].as);
    }
}

/* What does not divide is about so much, and never more precise than it was. */
static void
test_average (Case *self, gconstpointer data)
{
  const CareLedgerItem items[] = { { 1, CARE_LEDGER_AS_PER_YEAR }, { 2, CARE_LEDGER_AS_PER_YEAR }, { 3, CARE_LEDGER_AS_PER_YEAR },
                                   { 4, CARE_LEDGER_AS_PER_YEAR }, { 5, CARE_LEDGER_AS_PER_YEAR } };

  add_figure (self, 1, MONEY ("1e9"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  add_figure (self, 2, MONEY ("250e7"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  add_figure (self, 3, MONEY ("250e7"), "period_basis", "total", "period", "2015-04-01/2018-03-30", NULL);
  add_figure (self, 4, MONEY ("~9e9"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  add_figure (self, 5, MONEY ("3e9..6e9"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  self->ledger = care_ledger_new (self->figures, items, G_N_ELEMENTS (items), &self->options);
  assert_quantity (get_row (self, 0)->value, "~3e8 GBP");
  assert_quantity (get_row (self, 1)->value, "~833e6 GBP");
  g_assert_cmpint (get_row (self, 2)->failed, ==, CARE_LEDGER_AS_PER_YEAR);
  assert_quantity (get_row (self, 3)->value, "~3e9 GBP");
  assert_quantity (get_row (self, 4)->value, "1e9..2e9 GBP");
  g_assert_true (self->ledger->is_about);
}

/* What is at least so much is not rounded to more, and what is up to so much not to less. */
static void
test_rounded_ends (Case *self, gconstpointer data)
{
  const CareLedgerItem items[] = { { 1, CARE_LEDGER_AS_PER_YEAR }, { 2, CARE_LEDGER_AS_PER_YEAR }, { 3, CARE_LEDGER_AS_PER_YEAR } };
  g_autofree char *words = NULL;
  g_autofree char *parts = NULL;

  add_figure (self, 1, MONEY (">=500e6"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  add_figure (self, 2, MONEY ("<=500e6"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  add_figure (self, 3, MONEY ("500e6..700e6"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  self->ledger = care_ledger_new (self->figures, items, G_N_ELEMENTS (items), &self->options);
  assert_quantity (get_row (self, 0)->value, ">=166e6 GBP");
  assert_quantity (get_row (self, 1)->value, "<=167e6 GBP");
  assert_quantity (get_row (self, 2)->value, "166e6..234e6 GBP");
  g_assert_false (self->ledger->is_about);
  g_clear_pointer (&self->ledger, care_ledger_free);
  add_figure (self, 4, MONEY ("100e6"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  self->ledger = care_ledger_new (self->figures, (const CareLedgerItem[]){ items[0], { 4, CARE_LEDGER_AS_PER_YEAR } }, 2, &self->options);
  words = care_ledger_say_sum (self->ledger);
  parts = care_ledger_say_parts (self->ledger);
  g_assert_cmpstr (words, ==, "at least about £199.3 million");
  g_assert_true (g_str_has_prefix (parts, words));
}

/* So much a year over years that nobody states has no total, and is not nought. */
static void
test_no_total (Case *self, gconstpointer data)
{
  const CareLedgerItem items[]
    = { { 1, CARE_LEDGER_AS_TOTAL }, { 2, CARE_LEDGER_AS_TOTAL }, { 3, CARE_LEDGER_AS_TOTAL }, { 4, CARE_LEDGER_AS_TOTAL } };

  add_figure (self, 1, MONEY ("1e9"), "period_basis", "per-year", NULL);
  add_figure (self, 2, MONEY ("1e9"), "period_basis", "per-year", "period", "2015-04-01/2018-03-31", NULL);
  add_figure (self, 3, MONEY ("1e9"), "period_basis", "total", "period", "2015-04-01/2018-03-31", NULL);
  add_figure (self, 4, MONEY ("999999999999999999"), "period_basis", "per-year", "period", "2000/2098", NULL);
  self->ledger = care_ledger_new (self->figures, items, G_N_ELEMENTS (items), &self->options);
  assert_quantity (get_row (self, 0)->value, "1e9 GBP");
  g_assert_cmpint (get_row (self, 0)->failed, ==, CARE_LEDGER_AS_TOTAL);
  assert_quantity (get_row (self, 1)->value, "3e9 GBP");
  g_assert_cmpint (get_row (self, 1)->failed, ==, 0);
  assert_quantity (get_row (self, 2)->value, "1e9 GBP"); /* it is one */
  assert_quantity (get_row (self, 3)->value, "999999999999999999 GBP"); /* it would have too many digits */
  g_assert_cmpint (get_row (self, 3)->failed, ==, CARE_LEDGER_AS_TOTAL);
}

static void
test_years (void)
{
  g_assert_cmpuint (care_ledger_count_years ("2013-04-01/2014-03-31"), ==, 1);
  g_assert_cmpuint (care_ledger_count_years ("2015/2019"), ==, 5);
  g_assert_cmpuint (care_ledger_count_years ("2015"), ==, 1);
  g_assert_cmpuint (care_ledger_count_years ("2016-02-29/2017-02-27"), ==, 0);
  g_assert_cmpuint (care_ledger_count_years ("2015-04"), ==, 0);
  g_assert_cmpuint (care_ledger_count_years ("../2018-03-31"), ==, 0);
  g_assert_cmpuint (care_ledger_count_years (NULL), ==, 0);
}

static void
set_rational (mpq_t rational, CareDecimal value)
{
  mpz_t power;

  mpz_init (power);
  mpz_ui_pow_ui (power, 10, (unsigned long) ABS (value.exponent));
  mpq_set_si (rational, value.mantissa, 1);
  if (value.exponent >= 0)
    mpz_mul (mpq_numref (rational), mpq_numref (rational), power);
  else
    mpz_set (mpq_denref (rational), power);
  mpq_canonicalize (rational);
  mpz_clear (power);
}

static void
assert_same (mpq_t expected, CareDecimal value)
{
  mpq_t rational;

  mpq_init (rational);
  set_rational (rational, value);
  g_assert_true (mpq_equal (expected, rational));
  mpq_clear (rational);
}

typedef struct
{
  CareQuantityForm form;
  CareDecimal low, high;
  guint basis; /* which of a few bases */
} Drawn;

static char *
draw_value (Drawn *drawn)
{
  static const char *const forms[] = { "", "~", ">=", "<=" };

  drawn->form = (CareQuantityForm) g_test_rand_int_range (0, 5);
  drawn->low = (CareDecimal){ g_test_rand_int_range (0, 100000), g_test_rand_int_range (-4, 9) };
  drawn->high = drawn->low;
  if (drawn->form != CARE_QUANTITY_RANGE)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT "e%d GBP", forms[drawn->form], drawn->low.mantissa, drawn->low.exponent);
  drawn->high.mantissa += g_test_rand_int_range (1, 1000);
  return g_strdup_printf ("%" G_GINT64_FORMAT "e%d..%" G_GINT64_FORMAT "e%d GBP", drawn->low.mantissa, drawn->low.exponent,
                          drawn->high.mantissa, drawn->high.exponent);
}

/* Adds those of one basis as fractions, and compares with the sum. */
static void
check_sum (const CareLedger *ledger, const Drawn *drawn, guint n, guint basis)
{
  gboolean has_high = TRUE;
  gboolean is_about = FALSE;
  mpq_t low, high, one;
  CareInterval sum;

  mpq_inits (low, high, one, NULL);
  for (guint i = 0; i < n; i++)
    {
      if (drawn[i].basis != basis)
        continue;
      set_rational (one, drawn[i].low);
      if (drawn[i].form != CARE_QUANTITY_UP_TO)
        mpq_add (low, low, one);
      set_rational (one, drawn[i].high);
      mpq_add (high, high, one);
      has_high = has_high && drawn[i].form != CARE_QUANTITY_AT_LEAST;
      is_about = is_about || drawn[i].form == CARE_QUANTITY_ABOUT;
    }
  g_assert_nonnull (ledger->sum);
  g_assert_true (care_interval_read (&sum, ledger->sum));
  assert_same (low, sum.low);
  g_assert_cmpint (sum.has_high, ==, has_high);
  if (has_high)
    assert_same (high, sum.high);
  g_assert_cmpint (ledger->is_about, ==, is_about);
  mpq_clears (low, high, one, NULL);
}

/* Returns the basis that most figures have; of two, the one that comes first. */
static guint
find_most (const Drawn *drawn, guint n)
{
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < n; i++)
    {
      guint count = 0;

      for (guint j = 0; j < n; j++)
        count += drawn[j].basis == drawn[i].basis;
      if (count > most)
        best = drawn[i].basis;
      most = MAX (most, count);
    }
  return best;
}

static void
test_random (void)
{
  static const char *const newness[] = { "new", "existing", "mixed", "re-announced", "not-stated" };

  for (guint run = 0; run < N_RANDOM; run++)
    {
      Case self = { NULL };
      guint n = (guint) g_test_rand_int_range (1, 30);
      g_autofree Drawn *drawn = g_new0 (Drawn, n);
      guint most, n_parts = 0;

      set_up (&self, NULL);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *value = draw_value (&drawn[i]);
          g_autofree char *place = NULL;

          drawn[i].basis = (guint) g_test_rand_int_range (1, 4);
          place = g_strdup_printf ("%u", drawn[i].basis);
          add_figure (&self, i + 1, "value", value, "flow", "spend", "period_basis", "one-off", "place", place, "newness",
                      newness[g_test_rand_int_range (0, 5)], NULL);
        }
      add_up (&self);
      most = find_most (drawn, n);
      check_sum (self.ledger, drawn, n, most);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (get_row (&self, i)->standing, ==, drawn[i].basis == most ? CARE_LEDGER_ADDED : CARE_LEDGER_REFUSED);
      for (guint i = 0; i < self.ledger->n_parts; i++)
        n_parts += self.ledger->parts[i].n;
      g_assert_cmpuint (n_parts, ==, self.ledger->n_added);
      tear_down (&self, NULL);
    }
}

/* A quotient is the number of so many digits that is nearest, or the next below or above. */
static void
test_random_division (void)
{
  for (guint run = 0; run < N_RANDOM; run++)
    {
      CareDecimal value = { g_test_rand_int_range (-1000000, 1000000), g_test_rand_int_range (-4, 9) };
      CareDecimal by = { g_test_rand_int_range (1, 100000), g_test_rand_int_range (-3, 3) };
      CareDecimal over = { g_test_rand_int_range (1, 100000), g_test_rand_int_range (-3, 3) };
      guint digits = (guint) g_test_rand_int_range (1, 7);
      CareDecimal result, least, most, below, above;
      gboolean is_exact;
      mpq_t exact, factor, end;

      g_assert_true (care_decimal_divide (value, by, over, digits, CARE_ROUND_NEAREST, &result, &is_exact));
      g_assert_cmpuint (care_decimal_count_digits (result), <=, digits + 1); /* 9.96 is rounded to 10.0 */
      mpq_inits (exact, factor, end, NULL);
      set_rational (exact, value);
      set_rational (factor, by);
      mpq_mul (exact, exact, factor);
      set_rational (factor, over);
      mpq_div (exact, exact, factor);
      care_decimal_get_rounded_from (result, &least, &most);
      set_rational (end, least);
      g_assert_cmpint (mpq_cmp (exact, end), >=, 0);
      set_rational (end, most);
      g_assert_cmpint (mpq_cmp (exact, end), <=, 0);
      set_rational (end, result);
      g_assert_cmpint (is_exact, ==, mpq_equal (exact, end) != 0);
      g_assert_true (care_decimal_divide (value, by, over, digits, CARE_ROUND_DOWN, &below, &is_exact));
      set_rational (end, below);
      g_assert_cmpint (mpq_cmp (exact, end) == 0 ? 0 : 1, ==, is_exact ? 0 : 1);
      g_assert_cmpint (mpq_cmp (exact, end), >=, 0);
      g_assert_true (care_decimal_divide (value, by, over, digits, CARE_ROUND_UP, &above, &is_exact));
      set_rational (end, above);
      g_assert_cmpint (mpq_cmp (exact, end), <=, 0);
      g_assert_true (care_decimal_compare (result, below) == 0 || care_decimal_compare (result, above) == 0);
      mpq_clears (exact, factor, end, NULL);
    }
}

/* By nought nothing is divided, and a number of no digits is none. */
static void
test_no_division (void)
{
  CareDecimal one = { 1, 0 }, nought = { 0, 0 }, result;
  gboolean is_exact;

  g_assert_false (care_decimal_divide (one, one, nought, 3, CARE_ROUND_NEAREST, &result, &is_exact));
  g_assert_false (care_decimal_divide (one, one, one, 0, CARE_ROUND_NEAREST, &result, &is_exact));
  g_assert_true (care_decimal_divide (nought, one, one, 3, CARE_ROUND_NEAREST, &result, &is_exact));
  g_assert_true (is_exact && result.mantissa == 0);
}

/* What is too large to be kept exactly is no sum, and nothing is rounded. */
static void
test_too_large (Case *self, gconstpointer data)
{
  g_autofree char *words = NULL;

  add_figure (self, 1, "value", "999999999999999999 people", NULL);
  add_figure (self, 2, "value", "999999999999999999 people", NULL);
  for (CareId id = 3; id < 20; id++)
    add_figure (self, id, "value", "999999999999999999 people", NULL);
  add_up (self);
  g_assert_cmpuint (self->ledger->n_added, ==, 19);
  g_assert_null (self->ledger->sum);
  words = care_ledger_say_sum (self->ledger);
  g_assert_cmpstr (words, ==, "These have more digits together than can be kept exactly");
  g_assert_cmpuint (self->ledger->n_parts, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/domain/ledger/" path, Case, NULL, set_up, function, tear_down)
  ADD ("T1", test_t1);
  ADD ("T2", test_t2);
  ADD ("T4", test_t4);
  ADD ("T6", test_t6);
  ADD ("twice", test_twice);
  ADD ("below-nought", test_below_nought);
  ADD ("restated-elsewhere", test_restated_elsewhere);
  ADD ("said-elsewhere", test_said_elsewhere);
  ADD ("partly-within", test_partly_within);
  ADD ("other-value", test_other_value);
  ADD ("revised-often", test_revised_often);
  ADD ("links", test_links);
  ADD ("part-of-revised", test_part_of_revised);
  ADD ("parts-between", test_parts_between);
  ADD ("other-links", test_other_links);
  ADD ("each-field", test_each_field);
  ADD ("basis", test_basis);
  ADD ("basis-of-owners", test_basis_of_owners);
  ADD ("unsaid", test_unsaid);
  ADD ("no-value", test_no_value);
  ADD ("no-value-of-others", test_no_value_of_others);
  ADD ("newness", test_newness);
  ADD ("prices", test_prices);
  ADD ("price-offers", test_price_offers);
  ADD ("no-price", test_no_price);
  ADD ("average", test_average);
  ADD ("rounded-ends", test_rounded_ends);
  ADD ("no-total", test_no_total);
  ADD ("too-large", test_too_large);
#undef ADD
  g_test_add_func ("/domain/ledger/years", test_years);
  g_test_add_func ("/domain/ledger/random", test_random);
  g_test_add_func ("/domain/ledger/random-division", test_random_division);
  g_test_add_func ("/domain/ledger/no-division", test_no_division);
  return g_test_run ();
}
