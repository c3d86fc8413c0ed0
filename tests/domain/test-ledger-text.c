/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ledger as it is copied: a saved one with conversions, and figures that were chosen. */

#include "fund-fixture.h"

#include "care-ledger-text.h"
#include "care-ledger-words.h"

#include <string.h>

#define YEARS "2015-04-01/2020-03-31"

/* @values: names and values by turns; spending of money in England is what they have in common. */
static CareRecord *
add_money (CareId id, const char *label, const char *value, const char *const *values)
{
  CareRecord *figure = fixture_add_figure (id, label, value);

  fixture_set (figure, "flow", "spend");
  fixture_set (figure, "place", "1");
  for (; *values != NULL; values += 2)
    fixture_set (figure, values[0], values[1]);
  return figure;
}

#define VALUES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
set_up (void)
{
  fixture_begin ();
  fixture_set (fixture_add ("place", 1), "name", "England");
  fixture_set (fixture_add ("actor", 2), "name", "Labour Party");
  fixture_set (fixture_add ("actor", 3), "name", "Liberal Democrats");
  add_money (1, "Healthcare fund", "£500m",
             VALUES ("actor", "3", "period_basis", "per-year", "period", YEARS, "price_basis", "cash", "newness", "new"));
  add_money (2, "Time to care fund", "£2.5bn",
             VALUES ("actor", "2", "period_basis", "total", "period", YEARS, "price_basis", "cash"));
  add_money (3, "Savings\tfrom <integration>", "£4bn-£6bn", VALUES ("actor", "2"));
  add_money (4, "Innovation fund", "not specified (£)", VALUES ("actor", "3", "period_basis", "per-year"));
}

static CareLedgerSheet *
choose (guint n)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();

  for (CareId id = 1; id <= n; id++)
    g_ptr_array_add (figures, fixture_lookup ("figure", id, NULL));
  return care_ledger_sheet_new_of (figures, NULL, fixture_lookup, fixture_list, NULL);
}

/* T1: what differs is said, and what could be done. */
static void
test_chosen (void)
{
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autofree char *text = NULL;

  set_up ();
  sheet = choose (4);
  text = care_ledger_sheet_to_text (sheet, fixture_lookup, NULL);
  g_assert_cmpstr (text, ==,
                   "Figure\tAmount\tBasis\tNewness\tOutcome\n"
                   "Healthcare fund\t£500 million\tLiberal Democrats, spending, per year, 2015/16 – 2019/20, cash, England\tnew\tAdded\n"
                   "Time to care fund\t£2.5 billion\tLabour Party, spending, total over stated years, 2015/16 – 2019/20, cash, England\t"
                   "not stated\tCannot be added: differs in whose it is (Labour Party, not Liberal Democrats) and period basis (total "
                   "over stated years, not per year). Counted per year it would be £500 million\n"
                   "Savings from <integration>\t£4 billion to £6 billion\tLabour Party, spending, period not stated, prices not "
                   "stated, England\tnot stated\tCannot be added: does not say its period basis; differs in whose it is (Labour "
                   "Party, not Liberal Democrats), period (not stated, not 2015/16 – 2019/20) and price basis (not stated, not cash)\n"
                   "Innovation fund\tnot specified\tLiberal Democrats, spending, per year, prices not stated, England\tnot stated\t"
                   "Its value is not specified, which is not nought\n"
                   "Sum\t£500 million, and one that has no value\tLiberal Democrats, spending, per year, 2015/16 – 2019/20, cash, "
                   "England\t£500 million new\t\n");
}

static CareRecord *
add_ledger (const char *owners)
{
  CareRecord *ledger = fixture_add ("ledger", 20);

  fixture_set (ledger, "question", "What is promised?");
  fixture_set (ledger, "owners", owners);
  return ledger;
}

static CareRecord *
add_item (CareId id)
{
  g_autofree char *figure = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  CareRecord *item = fixture_add ("ledger_item", 20 + id);

  fixture_set (item, "ledger", "20");
  fixture_set (item, "figure", figure);
  fixture_set (item, "ordinal", figure);
  return item;
}

static void
test_saved (void)
{
  CareRecord *ledger;
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autofree char *text = NULL;

  set_up ();
  ledger = add_ledger ("together");
  add_item (1);
  fixture_set (add_item (2), "as_period", "per-year");
  sheet = care_ledger_sheet_new (ledger, fixture_lookup, fixture_list, NULL);
  text = care_ledger_sheet_to_text (sheet, fixture_lookup, NULL);
  g_assert_nonnull (strstr (text, "\tAdded, converted from £2.5 billion, total over stated years\n"));
  /* Of whom is not said of what two have together. */
  g_assert_true (g_str_has_suffix (text, "\nSum\t£1 billion\tspending, per year, 2015/16 – 2019/20, cash, England\t£500 million "
                                         "new, £500 million not stated whether new\t\n"));
}

static void
add_index (CareId id, const char *year, const char *value)
{
  CareRecord *record = fixture_add ("deflator_value", id);

  fixture_set (record, "deflator", "30");
  fixture_set (record, "year", year);
  fixture_set (record, "value", value);
}

/* Numbers of the test: prices of 2015/16 are half of those of 2017/18. */
static void
test_real_terms (void)
{
  CareRecord *ledger;
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_auto (GStrv) cells = NULL;
  g_auto (GStrv) total = NULL;

  set_up ();
  fixture_set (fixture_add ("deflator", 30), "name", "Index of the test");
  add_index (31, "2015/16", "50");
  add_index (32, "2017/18", "100");
  add_money (5, "In cash", "£100m", VALUES ("period_basis", "level", "period", "2015/16", "price_basis", "cash"));
  add_money (6, "In real terms", "£300m",
             VALUES ("period_basis", "level", "period", "2015/16", "price_basis", "real", "price_year", "2017/18"));
  ledger = add_ledger ("apart");
  fixture_set (ledger, "deflator", "30");
  fixture_set (ledger, "price_year", "2017/18");
  fixture_set (add_item (5), "as_price", "real");
  add_item (6);
  sheet = care_ledger_sheet_new (ledger, fixture_lookup, fixture_list, NULL);
  cells = care_ledger_sheet_say_row (sheet, 0, fixture_lookup, NULL);
  total = care_ledger_sheet_say_total (sheet, fixture_lookup, NULL);
  g_assert_cmpstr (cells[CARE_LEDGER_CELL_AMOUNT], ==, "£200 million");
  g_assert_cmpstr (cells[CARE_LEDGER_CELL_OUTCOME], ==, "Added, converted from £100 million, cash");
  g_assert_cmpstr (total[CARE_LEDGER_CELL_AMOUNT], ==, "£500 million");
  g_assert_cmpstr (total[CARE_LEDGER_CELL_BASIS], ==, "spending, level in a stated year, 2015/16, real terms, 2017/18, England");
}

/* By what an index is not sure of nothing is converted. */
static void
test_unsure_index (void)
{
  CareRecord *ledger;
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_auto (GStrv) cells = NULL;

  set_up ();
  add_index (31, "2015/16", "50..60");
  add_index (32, "2017/18", "100");
  fixture_add ("deflator_value", 33);
  fixture_set (fixture_lookup ("deflator_value", 33, NULL), "deflator", "30");
  add_money (5, "In cash", "£100m", VALUES ("period_basis", "level", "period", "2015/16", "price_basis", "cash"));
  ledger = add_ledger ("apart");
  fixture_set (ledger, "deflator", "30");
  fixture_set (ledger, "price_year", "2017/18");
  fixture_set (add_item (5), "as_price", "real");
  sheet = care_ledger_sheet_new (ledger, fixture_lookup, fixture_list, NULL);
  cells = care_ledger_sheet_say_row (sheet, 0, fixture_lookup, NULL);
  g_assert_cmpstr (cells[CARE_LEDGER_CELL_AMOUNT], ==, "£100 million");
  g_assert_cmpstr (cells[CARE_LEDGER_CELL_OUTCOME], ==,
                   "Cannot be added: its prices cannot be converted, as the deflator has no single index for 2015/16");
}

/* What has two indexes of one year, or one that is none, has none. */
static void
test_no_index (void)
{
  static const char *const values[][2] = { { "50", "60" }, { "50%", NULL }, { "-5", NULL }, { "0", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (CareLedgerSheet) sheet = NULL;
      g_auto (GStrv) cells = NULL;
      CareRecord *ledger;

      set_up ();
      for (guint j = 0; j < 2 && values[i][j] != NULL; j++)
        add_index (31 + j, "2015/16", values[i][j]);
      add_index (33, "2017/18", "100");
      add_money (5, "In cash", "£100m", VALUES ("period_basis", "level", "period", "2015/16", "price_basis", "cash"));
      ledger = add_ledger ("apart");
      fixture_set (ledger, "deflator", "30");
      fixture_set (ledger, "price_year", "2017/18");
      fixture_set (add_item (5), "as_price", "real");
      sheet = care_ledger_sheet_new (ledger, fixture_lookup, fixture_list, NULL);
      cells = care_ledger_sheet_say_row (sheet, 0, fixture_lookup, NULL);
      g_assert_cmpstr (cells[CARE_LEDGER_CELL_OUTCOME], ==,
                       "Cannot be added: its prices cannot be converted, as the deflator has no single index for 2015/16");
    }
}

/* An index by which nothing in the sum is converted is not named; what is not there any more is left out. */
static void
test_refused_index (void)
{
  CareRecord *ledger;
  g_autoptr (CareLedgerSheet) sheet = NULL;

  set_up ();
  fixture_set (fixture_add ("deflator", 30), "name", "Index of the test");
  add_index (31, "2015/16", "50");
  add_index (32, "2017/18", "100");
  add_money (5, "In cash", "£100m", VALUES ("period_basis", "level", "period", "2015/16", "price_basis", "cash"));
  add_money (6, "In real terms", "£300m",
             VALUES ("period_basis", "level", "period", "2017/18", "price_basis", "real", "price_year", "2017/18"));
  ledger = add_ledger ("apart");
  fixture_set (ledger, "deflator", "30");
  fixture_set (ledger, "price_year", "2017/18");
  fixture_set (ledger, "basis", "6");
  fixture_set (add_item (5), "as_price", "real");
  add_item (6);
  add_item (9);
  sheet = care_ledger_sheet_new (ledger, fixture_lookup, fixture_list, NULL);
  g_assert_cmpuint (sheet->records->len, ==, 2);
  g_assert_cmpint (g_array_index (sheet->ledger->rows, CareLedgerRow, 0).as, ==, CARE_LEDGER_AS_REAL);
  g_assert_cmpint (g_array_index (sheet->ledger->rows, CareLedgerRow, 0).standing, ==, CARE_LEDGER_REFUSED);
  g_assert_null (sheet->deflator);
}

/* A figure is within another by way of one that nobody adds; and a circle ends. */
static void
test_links_between (void)
{
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *text = NULL;

  set_up ();
  g_ptr_array_add (figures, fixture_add_figure (11, "All sites", "30 sites"));
  fixture_add_figure (12, "Sites in the north", "20 sites");
  g_ptr_array_add (figures, fixture_add_figure (13, "Sites in Leeds", "2 sites"));
  fixture_add_link (51, "part-of", 13, 12, NULL);
  fixture_add_link (52, "part-of", 12, 11, NULL);
  fixture_add_link (53, "funds", 11, 13, NULL);
  sheet = care_ledger_sheet_new_of (figures, NULL, fixture_lookup, fixture_list, NULL);
  text = care_ledger_sheet_to_text (sheet, fixture_lookup, NULL);
  g_assert_nonnull (strstr (text, "\tCounted once: it is part of “All sites”\n"));
  g_assert_nonnull (strstr (text, "\nSum\t30 sites\t"));
}

/* What is said of the second figure of a ledger that is compared with the first, after what it differs in. */
static void
assert_lacks (CareRecord *ledger, const char *lack)
{
  const char *const before = "; its prices cannot be converted, as ";
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autofree char *reason = NULL;
  const char *said;

  fixture_set (ledger, "basis", "5");
  add_item (5);
  add_item (6);
  sheet = care_ledger_sheet_new (ledger, fixture_lookup, fixture_list, NULL);
  reason = care_ledger_say_reason (sheet->ledger, 1, fixture_lookup, NULL);
  g_assert_nonnull (strstr (reason, "differs in "));
  said = strstr (reason, before);
  g_assert_cmpstr (said == NULL ? NULL : said + strlen (before), ==, lack);
}

static CareRecord *
add_converting_ledger (const char *deflator, const char *price_year)
{
  CareRecord *ledger = add_ledger ("apart");

  add_index (31, "2015/16", "50");
  add_index (32, "2017/18", "100");
  fixture_set (ledger, "deflator", deflator);
  fixture_set (ledger, "price_year", price_year);
  return ledger;
}

#define THREE_YEARS "2015-04-01/2018-03-31"
#define NOT_ONE_YEAR "its period, 2015/16 – 2017/18, is not one year; each year needs a figure of its own"

/* Why a way to the prices of the others is not offered, and what it would take; not of what no way leads to. */
static void
test_lacks_cash (void)
{
  static const struct
  {
    const char *prices, *price_year, *period, *flow; /* of the figure */
    const char *deflator;                            /* of the ledger */
    const char *lack;
  } cases[] = {
    { "real", "2017/18", THREE_YEARS, "spend", "30", NOT_ONE_YEAR },
    { "real", "2017/18", NULL, "spend", "30", "its period is not stated" },
    { "real", NULL, "2015/16", "spend", "30", "its price year is not stated as one year" },
    { "real", "2017/18", "2015/16", "spend", NULL, "no deflator is chosen" },
    { "real", "2014/15", "2015/16", "spend", "30", "the deflator has no single index for 2014/15" },
    { "real", "2017/18", THREE_YEARS, "saving", "30", NULL },
    { "real", "2017/18", "2015/16", "spend", "30", NULL },
    { NULL, NULL, "2015/16", "spend", "30", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareRecord *figure;

      set_up ();
      add_money (5, "In cash", "£100m", VALUES ("period_basis", "total", "period", THREE_YEARS, "price_basis", "cash"));
      figure = add_money (6, "Other", "£300m", VALUES ("period_basis", "total", "flow", cases[i].flow));
      fixture_set (figure, "period", cases[i].period);
      fixture_set (figure, "price_basis", cases[i].prices);
      fixture_set (figure, "price_year", cases[i].price_year);
      assert_lacks (add_converting_ledger (cases[i].deflator, "2017/18"), cases[i].lack);
    }
}

/* A ledger counts in the prices of one year, which may not be that of the others. */
static void
test_lacks_real (void)
{
  static const struct
  {
    const char *period, *price_year, *lack;
  } cases[] = {
    { "2015/16", "2017/18", NULL },
    { "2015/16", NULL, "no price year is chosen for the ledger" },
    { "2015/16", "2015/16", "the price year of the ledger is not 2017/18" },
    { THREE_YEARS, "2015/16", NOT_ONE_YEAR },
    { THREE_YEARS, "2017/18", NOT_ONE_YEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_up ();
      add_money (5, "In real terms", "£100m",
                 VALUES ("period_basis", "level", "period", "2015/16", "price_basis", "real", "price_year", "2017/18"));
      add_money (6, "In cash", "£300m", VALUES ("period_basis", "level", "period", cases[i].period, "price_basis", "cash"));
      assert_lacks (add_converting_ledger ("30", cases[i].price_year), cases[i].lack);
    }
}

/* All ways to the basis of the others are said. */
static void
test_two_offers (void)
{
  CareRecord *ledger;
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autofree char *offers = NULL, *none = NULL, *one = NULL;

  set_up ();
  add_index (31, "2015/16", "50");
  add_index (32, "2017/18", "100");
  add_money (5, "In cash", "£100m", VALUES ("period_basis", "total", "period", "2015/16", "price_basis", "cash"));
  add_money (6, "In real terms", "£300m",
             VALUES ("period_basis", "per-year", "period", "2015/16", "price_basis", "real", "price_year", "2017/18"));
  ledger = add_ledger ("apart");
  fixture_set (ledger, "deflator", "30");
  fixture_set (ledger, "price_year", "2017/18");
  fixture_set (ledger, "basis", "6");
  add_money (7, "A year in cash", "£100m", VALUES ("period_basis", "per-year", "period", "2015/16", "price_basis", "cash"));
  for (CareId id = 5; id <= 7; id++)
    add_item (id);
  sheet = care_ledger_sheet_new (ledger, fixture_lookup, fixture_list, NULL);
  offers = care_ledger_sheet_say_offers (sheet, 0);
  g_assert_cmpstr (offers, ==,
                   "Counted per year it would be £100 million. Counted in real terms it would be £200 million");
  one = care_ledger_sheet_say_offers (sheet, 2);
  g_assert_cmpstr (one, ==, "Counted in real terms it would be £200 million");
  none = care_ledger_sheet_say_offers (sheet, 1);
  g_assert_cmpstr (none, ==, "");
}

/* What counts something else is said to, and no more; what nobody states is not denied. */
static void
test_other_units (void)
{
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *text = NULL;

  set_up ();
  g_ptr_array_add (figures, fixture_add_figure (11, "Bids led by hospitals", "9 bids"));
  g_ptr_array_add (figures, fixture_add_figure (12, "Bids led by GPs", "14 bids"));
  g_ptr_array_add (figures, fixture_add_figure (13, "Bids of one party", "2 bids"));
  fixture_set (g_ptr_array_index (figures, 2), "actor", "2");
  g_ptr_array_add (figures, fixture_lookup ("figure", 2, NULL));
  g_ptr_array_add (figures, fixture_lookup ("figure", 4, NULL));
  sheet = care_ledger_sheet_new_of (figures, NULL, fixture_lookup, fixture_list, NULL);
  sheet->ledger->numbers = &care_number_style_trade;
  text = care_ledger_sheet_to_text (sheet, fixture_lookup, NULL);
  g_assert_nonnull (strstr (text, "\tCannot be added: differs in whose it is (Labour Party, where the others state none)\n"));
  g_assert_nonnull (strstr (text, "\tCannot be added: differs in what it counts (money, not bids)\n"));
  g_assert_nonnull (strstr (text, "\nTime to care fund\t£2.5bn\t"));
  /* Money without a value is no bid without one. */
  g_assert_nonnull (strstr (text, "\nSum\t23 bids\t\t\t\n"));
}

/* A cell stays one cell, and nothing in it is computed. */
static void
test_hostile (void)
{
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *text = NULL, *html = NULL;

  set_up ();
  g_ptr_array_add (figures, fixture_add_figure (11, "\"Quoted\" at first", "9 bids"));
  g_ptr_array_add (figures, fixture_add_figure (12, "=WEBSERVICE(1)", "14 bids"));
  sheet = care_ledger_sheet_new_of (figures, NULL, fixture_lookup, fixture_list, NULL);
  text = care_ledger_sheet_to_text (sheet, fixture_lookup, NULL);
  g_assert_nonnull (strstr (text, "\n\"\"\"Quoted\"\" at first\"\t9 bids\t"));
  g_assert_nonnull (strstr (text, "\n'=WEBSERVICE(1)\t14 bids\t"));
  html = care_ledger_sheet_to_html (sheet, fixture_lookup, NULL);
  g_assert_nonnull (strstr (html, "<th scope=\"row\" sdnum=\"2057;0;@\">=WEBSERVICE(1)</th><td>14 bids</td>"));
}

static void
test_none (void)
{
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autofree char *text = NULL;

  set_up ();
  sheet = choose (0);
  text = care_ledger_sheet_to_text (sheet, fixture_lookup, NULL);
  g_assert_cmpstr (text, ==, "Figure\tAmount\tBasis\tNewness\tOutcome\nSum\tNone of these can be added\t\t\t\n");
}

/* The same cells, and nothing in them is taken for markup. */
static void
test_html (void)
{
  g_autoptr (CareLedgerSheet) sheet = NULL;
  g_autofree char *html = NULL;

  set_up ();
  sheet = choose (3);
  html = care_ledger_sheet_to_html (sheet, fixture_lookup, NULL);
  g_assert_true (g_str_has_prefix (html, "<table>\n<thead>\n<tr><th scope=\"col\">Figure</th><th scope=\"col\">Amount</th>"));
  g_assert_nonnull (strstr (html, "</tr>\n</thead>\n<tbody>\n<tr><th scope=\"row\">Healthcare fund</th><td>£500 million</td><td>Liberal Democrats, spending"));
  g_assert_nonnull (strstr (html, "from &lt;integration&gt;</th>"));
  g_assert_nonnull (strstr (html, "<tfoot>\n<tr><th scope=\"row\">Sum</th><td>£500 million</td>"));
  g_assert_true (g_str_has_suffix (html, "</tr>\n</tfoot>\n</table>\n"));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ledger-text/T1", test_chosen);
  g_test_add_func ("/domain/ledger-text/saved", test_saved);
  g_test_add_func ("/domain/ledger-text/real-terms", test_real_terms);
  g_test_add_func ("/domain/ledger-text/unsure-index", test_unsure_index);
  g_test_add_func ("/domain/ledger-text/no-index", test_no_index);
  g_test_add_func ("/domain/ledger-text/lacks-cash", test_lacks_cash);
  g_test_add_func ("/domain/ledger-text/lacks-real", test_lacks_real);
  g_test_add_func ("/domain/ledger-text/refused-index", test_refused_index);
  g_test_add_func ("/domain/ledger-text/links-between", test_links_between);
  g_test_add_func ("/domain/ledger-text/two-offers", test_two_offers);
  g_test_add_func ("/domain/ledger-text/other-units", test_other_units);
  g_test_add_func ("/domain/ledger-text/hostile", test_hostile);
  g_test_add_func ("/domain/ledger-text/none", test_none);
  g_test_add_func ("/domain/ledger-text/html", test_html);
  result = g_test_run ();
  fixture_end ();
  return result;
}
