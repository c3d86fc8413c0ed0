/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ledgers of a library: each change is one act, and what is found follows. */

#include "undo-fixture.h"

#include "care-ledger-find.h"
#include "care-ledger-plan.h"

static void
add_figure (UndoFixture *fixture, CareId id, const char *label, const char *value)
{
  undo_insert (fixture, label,
               store_record_new ("figure", id, "label", label, "value", value, "flow", "spend", "period_basis", "total", "period",
                                 "2015-04-01/2020-03-31", NULL));
}

static CareLedgerAnswer *
find (UndoFixture *fixture, CareLedgerScope scope, CareId id)
{
  g_autoptr (GError) error = NULL;
  CareLedgerAsked asked = { scope, id, NULL };
  CareLedgerAnswer *answer = care_ledger_find (fixture->library, &asked, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static void
assert_sum (UndoFixture *fixture, CareLedgerScope scope, CareId id, const char *expected)
{
  g_autoptr (CareLedgerAnswer) answer = find (fixture, scope, id);
  g_autofree char *sum = answer->ledger->sum == NULL ? NULL : care_quantity_format (answer->ledger->sum, CARE_QUANTITY_HOUSE);

  g_assert_cmpstr (sum, ==, expected);
}

static CareRecord *
ask (UndoFixture *fixture)
{
  const CareId figures[] = { 901, 902 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act
    = care_ledger_plan_new (store_record_new ("ledger", 900, "question", "Do they add up?", NULL), figures, 2, &error);

  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Ask “Do they add up?”");
  return undo_find (fixture, "ledger", 900);
}

static CareRecord *
find_item (UndoFixture *fixture, guint index)
{
  g_autoptr (CareLedgerAnswer) answer = find (fixture, CARE_LEDGER_SAVED, 900);

  return undo_find (fixture, "ledger_item", g_array_index (answer->items, CareId, index));
}

static void
test_acts (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) add = NULL;
  g_autoptr (CareAct) convert = NULL;
  g_autoptr (CareAct) back = NULL;
  g_autoptr (CareAct) basis = NULL;
  g_autoptr (CareAct) take_out = NULL;
  CareRecord *ledger;

  add_figure (fixture, 901, "One", "25e8 GBP");
  add_figure (fixture, 902, "Two", "5e8 GBP");
  add_figure (fixture, 903, "Three", "1e8 GBP");
  ledger = ask (fixture);
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£3 billion");
  assert_sum (fixture, CARE_LEDGER_OF_ACTOR, 12345, NULL);
  add = care_ledger_plan_add (fixture->library, ledger, undo_find (fixture, "figure", 903), &error);
  undo_assert_turns (fixture, add, "Add “Three” to a ledger");
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£3.1 billion");
  convert = care_ledger_plan_convert (find_item (fixture, 0), CARE_LEDGER_AS_PER_YEAR, TRUE, &error);
  undo_assert_turns (fixture, convert, "Convert a figure of a ledger");
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£600 million"); /* two of a kind are more than one */
  basis = care_ledger_plan_basis (ledger, undo_find (fixture, "figure", 901), &error);
  undo_assert_turns (fixture, basis, "Compare the figures of a ledger with “One”");
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£500 million");
  back = care_ledger_plan_convert (find_item (fixture, 0), CARE_LEDGER_AS_PER_YEAR, FALSE, &error);
  undo_assert_turns (fixture, back, "Count a figure of a ledger as it is stated");
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£3.1 billion");
  take_out = care_ledger_plan_remove (fixture->library, find_item (fixture, 1));
  undo_assert_turns (fixture, take_out, "Take “Two” out of a ledger");
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£2.6 billion");
  g_assert_no_error (error);
}

static void
stand_against (UndoFixture *fixture, CareId id, const char *figure)
{
  undo_insert (fixture, "Value", store_record_new ("contradiction_item", id, "contradiction", "920", "figure", figure, NULL));
}

/* Two estimates of one thing are not added, until nobody says that they are. */
static void
test_estimates (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Explain");

  add_figure (fixture, 901, "One", "25e8 GBP");
  add_figure (fixture, 902, "Two", "5e8 GBP");
  ask (fixture);
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£3 billion");
  undo_insert (fixture, "Estimates", store_record_new ("contradiction", 920, "topic", "One", "kind", "estimate", NULL));
  stand_against (fixture, 921, "901");
  stand_against (fixture, 922, "902");
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£2.5 billion");
  care_act_set (act, undo_find (fixture, "contradiction", 920), "kind", "different-thing", NULL);
  undo_apply (fixture, act);
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£3 billion");
}

/* A figure that is deleted goes from the ledger, and comes back into it. */
static void
test_deleted (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autoptr (GError) error = NULL;

  add_figure (fixture, 901, "One", "25e8 GBP");
  add_figure (fixture, 902, "Two", "5e8 GBP");
  ask (fixture);
  care_library_plan_delete (fixture->library, act, undo_find (fixture, "figure", 902), &error);
  g_assert_no_error (error);
  undo_apply (fixture, act);
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£2.5 billion");
  undo_undo (fixture, "Delete");
  assert_sum (fixture, CARE_LEDGER_SAVED, 900, "£3 billion");
}

/* In the prices of a year by an index that is in the library. */
static void
test_prices (UndoFixture *fixture, gconstpointer data)
{
  undo_insert (fixture, "Index", store_record_new ("deflator", 910, "name", "Index", NULL));
  undo_insert (fixture, "Then",
               store_record_new ("deflator_value", 911, "deflator", "910", "year", "2014-04-01/2015-03-31", "value", "80.0", NULL));
  undo_insert (fixture, "Now",
               store_record_new ("deflator_value", 912, "deflator", "910", "year", "2019-04-01/2020-03-31", "value", "100.0", NULL));
  undo_insert (fixture, "Figure",
               store_record_new ("figure", 913, "label", "Old", "value", "80e7 GBP", "flow", "spend", "period_basis", "level",
                                 "period", "2014-04-01/2015-03-31", "price_basis", "cash", NULL));
  undo_insert (fixture, "Ledger", store_record_new ("ledger", 914, "question", "Real?", "deflator", "910", "price_year",
                                                    "2019-04-01/2020-03-31", NULL));
  undo_insert (fixture, "Item",
               store_record_new ("ledger_item", 915, "ledger", "914", "figure", "913", "as_price", "real", NULL));
  assert_sum (fixture, CARE_LEDGER_SAVED, 914, "£1 billion");
}

/* In the order in which they were chosen, without what is gone. */
static void
test_chosen (UndoFixture *fixture, gconstpointer data)
{
  const CareId ids[] = { 902, 12345, 901 };
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (CareId));
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLedgerAnswer) answer = NULL;
  CareLedgerAsked asked = { CARE_LEDGER_CHOSEN, 0, chosen };

  add_figure (fixture, 901, "One", "25e8 GBP");
  add_figure (fixture, 902, "Two", "5e8 GBP");
  add_figure (fixture, 903, "Three", "1e8 GBP");
  g_array_append_vals (chosen, ids, G_N_ELEMENTS (ids));
  answer = care_ledger_find (fixture->library, &asked, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answer->ledger->rows->len, ==, 2);
  g_assert_cmpint (g_array_index (answer->ledger->rows, CareLedgerRow, 0).figure, ==, 902);
  g_assert_cmpuint (answer->ledger->n_added, ==, 2);
}

/* Whoever gives up gets nothing, and no error but that. */
static void
test_cancelled (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CareLedgerAsked asked = { CARE_LEDGER_ALL, 0, NULL };

  g_cancellable_cancel (cancellable);
  g_assert_null (care_ledger_find (fixture->library, &asked, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  undo_fixture_init ();
#define ADD(path, function) g_test_add ("/store/ledger/" path, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down)
  ADD ("acts", test_acts);
  ADD ("estimates", test_estimates);
  ADD ("deleted", test_deleted);
  ADD ("prices", test_prices);
  ADD ("chosen", test_chosen);
  ADD ("cancelled", test_cancelled);
#undef ADD
  return g_test_run ();
}
