/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sums are made of, and figures that follow from each other. */

#include "fund-fixture.h"

#include "care-calculation.h"
#include "care-fund-tree.h"
#include "care-ledger-words.h"

static GArray *
make_tree (CareId id)
{
  return care_fund_tree_new (fixture_lookup ("figure", id, NULL), fixture_lookup, fixture_list, NULL);
}

static void
assert_node (GArray *tree, guint index, CareId id, guint depth, CareFundFit fit, const char *words)
{
  const CareFundNode *node = &g_array_index (tree, CareFundNode, index);
  g_autofree char *said = care_fund_node_say (node, CARE_QUANTITY_HOUSE);

  g_assert_cmpint (care_record_get_id (node->figure), ==, id);
  g_assert_cmpuint (node->depth, ==, depth);
  g_assert_cmpint (node->fit, ==, fit);
  g_assert_cmpstr (said, ==, words);
}

/* Labour's fund: three parts, of which one is a bound. */
static void
test_t2 (void)
{
  g_autoptr (GArray) tree = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Time to Care fund", "£2.5bn");
  fixture_add_figure (2, "Mansion tax", "£1.2bn");
  fixture_add_figure (3, "Tax avoidance", "£1.1bn");
  fixture_add_figure (4, "Tobacco levy", "at least £150m");
  for (CareId part = 2; part <= 4; part++)
    fixture_add_link (10 + part, "part-of", part, 1, NULL);
  tree = make_tree (1);
  g_assert_cmpuint (tree->len, ==, 4);
  assert_node (tree, 0, 1, 0, CARE_FUND_ROUNDED,
               "Its parts come to at least £2.45 billion, which is £2.5 billion when rounded");
  assert_node (tree, 3, 4, 1, CARE_FUND_NO_PARTS, "");
}

/* The Better Care Fund: the announced minimum within what was pooled, and local additions. */
static void
test_t3 (void)
{
  g_autoptr (GArray) tree = NULL;
  g_autoptr (GArray) labelled = NULL;
  g_autoptr (GArray) two = NULL;
  g_autoptr (GArray) other = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Better Care Fund: pooled locally", "£5.3bn");
  fixture_add_figure (2, "Better Care Fund: announced minimum", "£3.8bn");
  fixture_add_link (11, "part-of", 2, 1, NULL);
  tree = make_tree (1);
  assert_node (tree, 0, 1, 0, CARE_FUND_REMAINDER, "Its parts come to £3.8 billion and leave £1.5 billion");
  /* Nobody says how much they are: it is what the rest is. */
  fixture_add_figure (3, "Local additions", "not specified (£)");
  fixture_add_link (12, "part-of", 3, 1, NULL);
  labelled = make_tree (1);
  assert_node (labelled, 0, 1, 0, CARE_FUND_REMAINDER,
               "Its other parts come to £3.8 billion and leave £1.5 billion for “Local additions”");
  fixture_add_figure (4, "Something else", NULL);
  fixture_add_link (13, "part-of", 4, 1, NULL);
  two = make_tree (1);
  assert_node (two, 0, 1, 0, CARE_FUND_OPEN, "Its parts come to £3.8 billion as far as they are known");
  fixture_begin ();
  fixture_add_figure (1, "Better Care Fund: pooled locally", "£5.3bn");
  fixture_add_figure (2, "Better Care Fund: announced minimum", "£3.8bn");
  fixture_add_link (11, "part-of", 2, 1, NULL);
  fixture_add_figure (3, "Local additions", "£1.3bn");
  fixture_add_link (12, "part-of", 3, 1, NULL);
  other = make_tree (1);
  assert_node (other, 0, 1, 0, CARE_FUND_REMAINDER, "Its parts come to £5.1 billion and leave £200 million");
}

/* £220 million within £354 million is not added to what that is part of. */
static void
test_t4 (void)
{
  g_autoptr (GArray) tree = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Existing money", "£1.9bn");
  fixture_add_figure (2, "Carers", "£130m");
  fixture_add_figure (3, "Reablement", "£300m");
  fixture_add_figure (4, "Capital", "£354m");
  fixture_add_figure (5, "Transfer", "£1,100m");
  fixture_add_figure (6, "Disabled Facilities Grant", "£220m");
  for (CareId part = 2; part <= 5; part++)
    fixture_add_link (10 + part, "part-of", part, 1, NULL);
  fixture_add_link (20, "part-of", 6, 4, NULL);
  tree = make_tree (1);
  assert_node (tree, 0, 1, 0, CARE_FUND_ROUNDED, "Its parts come to £1.884 billion, which is £1.9 billion when rounded");
  assert_node (tree, 3, 4, 1, CARE_FUND_REMAINDER, "Its parts come to £220 million and leave £134 million");
  assert_node (tree, 4, 6, 2, CARE_FUND_NO_PARTS, "");
}

/* 9 and 14 of 29 leave 6, whatever each counts. */
static void
test_t11 (void)
{
  g_autoptr (GArray) tree = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Pilot areas", "29 areas");
  fixture_add_figure (2, "Led by hospitals", "9 bids");
  fixture_add_figure (3, "Led by GPs", "14 bids");
  fixture_add_link (11, "part-of", 2, 1, NULL);
  fixture_add_link (12, "part-of", 3, 1, NULL);
  tree = make_tree (1);
  assert_node (tree, 0, 1, 0, CARE_FUND_REMAINDER, "Its parts come to 23 areas and leave 6 areas");
}

/* What is said again is counted once, whichever of the two stands first. */
static void
test_said_again (void)
{
  g_autoptr (GArray) tree = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Whole", "£100m");
  fixture_add_figure (2, "Part, said again", "£60m");
  fixture_add_figure (3, "Part", "£60m");
  fixture_add_link (11, "part-of", 2, 1, NULL);
  fixture_add_link (12, "part-of", 3, 1, NULL);
  fixture_add_link (13, "restates", 2, 3, NULL);
  tree = make_tree (1);
  g_assert_cmpuint (tree->len, ==, 3);
  g_assert_false (g_array_index (tree, CareFundNode, 1).is_restated);
  g_assert_true (g_array_index (tree, CareFundNode, 2).is_restated);
  assert_node (tree, 0, 1, 0, CARE_FUND_REMAINDER, "Its parts come to £60 million and leave £40 million");
}

/* Parts that may come to what the whole is are told so; one that nobody knows is what the others leave. */
static void
test_ranges (void)
{
  g_autoptr (GArray) unsure = NULL, unknown = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Whole", "£100m");
  fixture_add_figure (2, "Part", "£90m to £110m");
  fixture_add_figure (3, "The same, said again", "£100m");
  fixture_add_link (11, "part-of", 2, 1, NULL);
  fixture_add_link (12, "restates", 3, 1, NULL); /* which is no part */
  fixture_add_link (13, "part-of", 9, 1, NULL); /* which is not there */
  unsure = make_tree (1);
  g_assert_cmpuint (unsure->len, ==, 2);
  g_assert_cmpint (g_array_index (unsure, CareFundNode, 0).fit, ==, CARE_FUND_POSSIBLE);
  fixture_set (fixture_lookup ("figure", 2, NULL), "value", "60e6..104e6 GBP");
  fixture_set (fixture_lookup ("figure", 1, NULL), "value", "110e6 GBP");
  fixture_add_figure (4, "Other part", "£10m");
  fixture_add_link (14, "part-of", 4, 1, NULL);
  g_clear_pointer (&unsure, g_array_unref);
  unsure = make_tree (1);
  assert_node (unsure, 0, 1, 0, CARE_FUND_POSSIBLE,
               "Its parts come to £70 million to £114 million, which can be £110 million");
  fixture_set (fixture_lookup ("figure", 2, NULL), "value", "not-specified GBP");
  unknown = make_tree (1);
  assert_node (unknown, 0, 1, 0, CARE_FUND_REMAINDER, "Its other parts come to £10 million and leave £100 million for “Part”");
}

/* Too much, a share of a part, what restates a part, an absence, and a circle. */
static void
test_others (void)
{
  g_autoptr (GArray) over = NULL;
  g_autoptr (GArray) open = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Whole", "£100m");
  fixture_add_figure (2, "Half of this", "£120m");
  fixture_add_figure (3, "Part", "£50m");
  fixture_add_figure (4, "Part, said again", "£50m");
  fixture_add_figure (5, "Nobody says", "not specified (£)");
  fixture_add_link (11, "part-of", 2, 1, "£60m");
  fixture_add_link (12, "part-of", 3, 1, NULL);
  fixture_add_link (13, "part-of", 4, 1, NULL);
  fixture_add_link (14, "restates", 4, 3, NULL);
  fixture_add_link (15, "part-of", 1, 3, NULL);
  over = make_tree (1);
  assert_node (over, 0, 1, 0, CARE_FUND_OVER, "Its parts come to £110 million, which is £10 million more than it is");
  g_assert_true (g_array_index (over, CareFundNode, over->len - 1).is_restated);
  fixture_add_link (16, "part-of", 5, 1, NULL);
  open = make_tree (1);
  assert_node (open, 0, 1, 0, CARE_FUND_OPEN, "Its parts come to £110 million as far as they are known");
}

/* Only what comes to the whole by rounding is told so. */
static void
test_can_be (void)
{
  static const struct
  {
    const char *whole;
    const char *part;
    CareFundFit fit;
    const char *says;
  } cases[] = { { "£2.5bn", "at least £1.2bn", CARE_FUND_POSSIBLE, "Its parts come to at least £1.2 billion, which can be £2.5 billion" },
                { "£2.5bn", "at least £2.46bn", CARE_FUND_ROUNDED, "Its parts come to at least £2.46 billion, which is £2.5 billion when rounded" },
                { "£4bn-£6bn", "£5bn", CARE_FUND_POSSIBLE, "Its parts come to £5 billion, which can be £4 billion to £6 billion" },
                { "about £2.5bn", "£2.48bn", CARE_FUND_ROUNDED, "Its parts come to £2.48 billion, which is about £2.5 billion when rounded" },
                { "£2.5bn", "up to £3bn", CARE_FUND_POSSIBLE, "Its parts come to up to £3 billion, which can be £2.5 billion" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) tree = NULL;

      fixture_begin ();
      fixture_add_figure (1, "Whole", cases[i].whole);
      fixture_add_figure (2, "Part", cases[i].part);
      fixture_add_link (11, "part-of", 2, 1, NULL);
      tree = make_tree (1);
      assert_node (tree, 0, 1, 0, cases[i].fit, cases[i].says);
    }
}

/* £1.5 and £1.3 billion of local additions are two values for one part, and no over-allocation. */
static void
test_two_values (void)
{
  g_autoptr (GArray) tree = NULL, other = NULL;
  CareRecord *contradiction;

  fixture_begin ();
  fixture_add_figure (1, "Pooled", "£5.3bn");
  fixture_add_figure (2, "Minimum", "£3.8bn");
  fixture_add_figure (3, "Local additions", "£1.5bn");
  fixture_add_figure (4, "Local additions elsewhere", "£1.3bn");
  for (CareId part = 2; part <= 4; part++)
    fixture_add_link (10 + part, "part-of", part, 1, NULL);
  contradiction = fixture_add ("contradiction", 20);
  fixture_set (contradiction, "kind", "date");
  for (CareId side = 3; side <= 4; side++)
    {
      CareRecord *item = fixture_add ("contradiction_item", 20 + side);

      fixture_set (item, "contradiction", "20");
      fixture_set (item, "figure", side == 3 ? "3" : "4");
    }
  tree = make_tree (1);
  assert_node (tree, 0, 1, 0, CARE_FUND_EXACT, "Its parts come to £5.3 billion");
  g_assert_false (g_array_index (tree, CareFundNode, 2).is_other_value);
  g_assert_true (g_array_index (tree, CareFundNode, 3).is_other_value);
  fixture_set (contradiction, "kind", "subset");
  other = make_tree (1);
  assert_node (other, 0, 1, 0, CARE_FUND_OVER, "Its parts come to £6.6 billion, which is £1.3 billion more than it is");
}

/* One tax pays for two parts, each by some of it, and is of both no more than that. */
static void
test_shared (void)
{
  g_autoptr (GArray) tree = NULL;

  fixture_begin ();
  fixture_add_figure (1, "Fund", "£10m");
  fixture_add_figure (2, "Nurses", "£4m");
  fixture_add_figure (3, "Doctors", "£6m");
  fixture_add_figure (4, "Tax", "£3m");
  fixture_add_link (11, "part-of", 2, 1, NULL);
  fixture_add_link (12, "part-of", 3, 1, NULL);
  fixture_add_link (13, "part-of", 4, 2, "£1m");
  fixture_add_link (14, "part-of", 4, 3, "£2m");
  fixture_add_link (15, "part-of", 1, 4, "£1m"); /* a circle ends */
  tree = make_tree (1);
  assert_node (tree, 0, 1, 0, CARE_FUND_EXACT, "Its parts come to £10 million");
  assert_node (tree, 1, 2, 1, CARE_FUND_REMAINDER, "Its parts come to £1 million and leave £3 million");
  assert_node (tree, 4, 3, 1, CARE_FUND_REMAINDER, "Its parts come to £2 million and leave £4 million");
  g_assert_cmpuint (tree->len, ==, 6);
}

static CareCalculationResult
check (const char *operation, const char *first, const char *second, const char *result)
{
  g_autoptr (CareQuantity) one = care_quantity_parse (first, NULL, NULL);
  g_autoptr (CareQuantity) other = care_quantity_parse (second, NULL, NULL);
  g_autoptr (CareQuantity) found = care_quantity_parse (result, NULL, NULL);

  return care_calculation_check (operation, one, other, found);
}

/* 15 million, and 20% more, are 18 million; whichever of them changes, it no longer holds. */
static void
test_t12 (void)
{
  g_assert_cmpint (check ("percent-more", "15 million people", "20%", "18 million people"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("percent-more", "16 million people", "20%", "18 million people"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("percent-more", "15 million people", "25%", "18 million people"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("percent-more", "15 million people", "20%", "19 million people"), ==, CARE_CALCULATION_FAILS);
}

static void
test_calculations (void)
{
  g_assert_cmpint (check ("sum", "£1.2bn", "£1.1bn", "£2.3bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("sum", "£1.2bn", "at least £1.1bn", "£2.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("sum", "£1.2bn", "at least £1.1bn", "£2.2bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("difference", "£5.3bn", "£3.8bn", "£1.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("difference", "£5.3bn", "£3.8bn", "£1.3bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("percent-less", "50 sites", "10%", "45 sites"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("percent-less", "£4bn-£6bn", "10%", "£5.4bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("percent-less", "£4bn-£6bn", "10%", "£5.5bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("percent-less", "£4bn-£6bn", "10%", "£3.5bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("percent-of", "£100bn", "2%", "£2bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("percent-of", "£100bn", "2% to 4%", "£3bn"), ==, CARE_CALCULATION_HOLDS);
  /* What stands in the middle is rounded up, and is exact none the less. */
  g_assert_cmpint (check ("sum", "£1.25bn", "£1.2bn", "£2.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("sum", "£1.25bn", "£1.2bn", "£2.4bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("difference", "£1bn", "£3.45bn", "-£2.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("difference", "£1bn", "£3.45bn", "-£2.4bn"), ==, CARE_CALCULATION_FAILS);
  /* Bounds: 5.3 less at least 3.8 is 1.5 at the most. */
  g_assert_cmpint (check ("difference", "£5.3bn", "at least £3.8bn", "£1.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("difference", "£5.3bn", "at least £3.8bn", "£1.3bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("difference", "£5.3bn", "at least £3.8bn", "£1.6bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("difference", "£1bn", "at least £3bn", "-£2.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("difference", "£1bn", "at least £3bn", "-£1.5bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("difference", "£5.3bn", "up to £3.8bn", "at least £1.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("difference", "£5.3bn", "up to £3.8bn", "up to £1.4bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("sum", "£2bn", "£1bn", "at least £2.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("sum", "£2bn", "£1bn", "at least £3.5bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("sum", "£2bn", "£1bn", "up to £3.5bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("sum", "£2bn", "£1bn", "up to £2.5bn"), ==, CARE_CALCULATION_FAILS);
  g_assert_cmpint (check ("sum", "£1.2bn", "5 GPs", "£2.3bn"), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (check ("sum", "£1.2bn", "not specified", "£2.3bn"), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (check ("percent-of", "£100bn", "up to 2%", "£2bn"), ==, CARE_CALCULATION_HOLDS);
  g_assert_cmpint (check ("percent-more", "at least £1bn", "2%", "£2bn"), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (check ("percent-more", "£1bn", "at least 20%", "£1.2bn"), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (check ("percent-more", "£1bn", "-20%", "£0.8bn"), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (check ("percent-more", "-£1bn", "20%", "-£1.2bn"), ==, CARE_CALCULATION_OPEN);
}

static void
assert_found (const char *operation, const char *first, const char *second, const char *found)
{
  g_autoptr (CareQuantity) one = care_quantity_parse (first, NULL, NULL);
  g_autoptr (CareQuantity) other = care_quantity_parse (second, NULL, NULL);
  g_autoptr (CareQuantity) result = care_calculation_find (operation, one, other);
  g_autofree char *text = result == NULL ? NULL : care_quantity_to_string (result);

  g_assert_cmpstr (text, ==, found);
}

/* What is only about so much stays so; what cannot be reckoned with comes to nothing. */
static void
test_found (void)
{
  assert_found ("percent-of", "£100bn", "about 2%", "~2e9 GBP");
  assert_found ("percent-of", "about £100bn", "2%", "~2e9 GBP");
  assert_found ("sum", "about £1bn", "£2bn", "~3e9 GBP");
  assert_found ("percent-of", "£100bn", "2% to 4%", "2e9..4e9 GBP");
  assert_found ("percent-more", "50 sites", "10%", "55 sites");
  assert_found ("percent-less", "50 sites", "10%", "45 sites");
  assert_found ("sum", "£1bn", "not specified (£)", NULL);
  assert_found ("percent-of", "£1bn", "£1bn", NULL);
  assert_found ("sum", "£1bn", "5%", NULL);
  assert_found ("product", "£1bn", "£1bn", NULL);
  assert_found (NULL, "£1bn", "£1bn", NULL);
}

/* Where anything is missing, or counts something else, nothing holds and nothing fails. */
static void
test_open (void)
{
  g_autoptr (CareQuantity) one = care_quantity_parse ("£1bn", NULL, NULL);

  g_assert_cmpint (care_calculation_check ("sum", NULL, one, one), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (care_calculation_check ("sum", one, NULL, one), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (care_calculation_check ("sum", one, one, NULL), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (check ("sum", "£1bn", "£1bn", "not specified (£)"), ==, CARE_CALCULATION_OPEN);
  g_assert_cmpint (check ("sum", "£1bn", "£1bn", "2 GPs"), ==, CARE_CALCULATION_OPEN);
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

/* What the ledger says: the two funds of £2.5 billion. */
static void
test_words (void)
{
  static const char *const values[][14] = {
    { "25e8 GBP", "2", "1", NULL, "spend", "per-year", "2015-04-01/2020-03-31", NULL, "cash", NULL, "new", NULL, NULL },
    { "5e8 GBP", "2", "1", NULL, "spend", "per-year", "2015-04-01/2020-03-31", NULL, "cash", NULL, "re-announced", NULL, NULL },
    { "25e8 GBP", "3", "1", NULL, "spend", "total", "2015-04-01/2020-03-31", NULL, "cash", NULL, "new", NULL, NULL },
    { "4e9 GBP", "2", "1", NULL, "saving", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL },
    { "not-specified GBP", "2", "1", NULL, "spend", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL },
    { "5e8 GBP", "2", "1", NULL, "spend", "per-year", "2015-04-01/2020-03-31", NULL, "cash", NULL, "new", NULL, NULL },
  };
  static const char *const said[] = {
    "",
    "",
    "Cannot be added: differs in whose it is (Liberal Democrats, not Labour Party) and period basis (total over stated years, "
    "not per year)",
    "Cannot be added: does not say its period basis; differs in flow kind (saving, not spending), "
    "period (not stated, not 2015/16 – 2019/20) and price basis (not stated, not cash)",
    "Its value is not specified, which is not nought",
    "Counted once: it says the same as “Second”",
  };
  g_autoptr (CareLedgerFigures) figures = care_ledger_figures_new ();
  g_autoptr (CareLedger) ledger = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *basis = NULL;
  CareLedgerItem items[G_N_ELEMENTS (values)] = { { 0, 0 } };
  CareLedgerOptions options = { 0 };

  fixture_begin ();
  fixture_set (fixture_add ("actor", 2), "name", "Labour Party");
  fixture_set (fixture_add ("actor", 3), "name", "Liberal Democrats");
  fixture_set (fixture_add ("place", 1), "name", "England");
  fixture_add_figure (2, "Second", "£500m");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      items[i].figure = i + 1;
      add_texts (figures, i + 1, values[i]);
    }
  care_ledger_figures_add_link (figures, "restates", 6, 2, NULL);
  ledger = care_ledger_new (figures, items, G_N_ELEMENTS (items), &options);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *text = care_ledger_say_standing (ledger, i, fixture_lookup, NULL);

      g_assert_cmpstr (text, ==, said[i]);
    }
  sum = care_ledger_say_sum (ledger);
  g_assert_cmpstr (sum, ==, "£3 billion, and one that has no value");
  parts = care_ledger_say_parts (ledger);
  g_assert_cmpstr (parts, ==, "£2.5 billion new, £500 million re-announced");
  basis = care_ledger_say_basis (ledger, &ledger->basis, TRUE, fixture_lookup, NULL);
  g_assert_cmpstr (basis, ==, "Labour Party, spending, per year, 2015/16 – 2019/20, cash, England");
}

static void
assert_offer (CareLedgerConversions offer, const CareQuantity *value, const char *words)
{
  const CareLedger ledger = { .numbers = NULL };
  g_autofree char *text = care_ledger_say_offer (&ledger, offer, value);

  g_assert_cmpstr (text, ==, words);
}

static void
test_offers (void)
{
  g_autoptr (CareQuantity) value = care_quantity_parse ("£500m", NULL, NULL);

  assert_offer (CARE_LEDGER_AS_PER_YEAR, NULL, "Count per Year");
  assert_offer (CARE_LEDGER_AS_PER_YEAR, value, "Count per Year: £500 million");
  assert_offer (CARE_LEDGER_AS_TOTAL, value, "Count as Total: £500 million");
  assert_offer (CARE_LEDGER_AS_REAL, value, "Count in Real Terms: £500 million");
  assert_offer (CARE_LEDGER_AS_CASH, value, "Count in Cash: £500 million");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/fund-tree/T2", test_t2);
  g_test_add_func ("/domain/fund-tree/T3", test_t3);
  g_test_add_func ("/domain/fund-tree/T4", test_t4);
  g_test_add_func ("/domain/fund-tree/T11", test_t11);
  g_test_add_func ("/domain/fund-tree/said-again", test_said_again);
  g_test_add_func ("/domain/fund-tree/ranges", test_ranges);
  g_test_add_func ("/domain/fund-tree/two-values", test_two_values);
  g_test_add_func ("/domain/fund-tree/can-be", test_can_be);
  g_test_add_func ("/domain/fund-tree/shared", test_shared);
  g_test_add_func ("/domain/fund-tree/others", test_others);
  g_test_add_func ("/domain/calculation/T12", test_t12);
  g_test_add_func ("/domain/calculation/others", test_calculations);
  g_test_add_func ("/domain/calculation/found", test_found);
  g_test_add_func ("/domain/calculation/open", test_open);
  g_test_add_func ("/domain/ledger/words", test_words);
  g_test_add_func ("/domain/ledger/offers", test_offers);
  result = g_test_run ();
  fixture_end ();
  return result;
}
