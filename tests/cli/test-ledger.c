/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `carebrief ledger`: the cases of the field over a small library, and the sample. */

#include "care-cli.h"
#include "run.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FIGURE(id, label, value, more) "{\"id\":\"" id "\",\"label\":\"" label "\",\"value\":\"" value "\"" more "}"
#define SPENT ",\"flow\":\"spend\",\"place\":\"1\""
#define A_YEAR SPENT ",\"period_basis\":\"per-year\""
#define EXISTING A_YEAR ",\"newness\":\"existing\",\"fund\":\"5\""

static const char small[] =
  "{\"format\":\"carebrief-library\",\"version\":1,\"records\":{"
  "\"place\":[{\"id\":\"1\",\"name\":\"England\"}],"
  "\"actor\":[{\"id\":\"2\",\"name\":\"Labour Party\",\"kind\":\"party\"},"
  "{\"id\":\"3\",\"name\":\"Liberal Democrats\",\"kind\":\"party\"}],"
  "\"source\":[{\"id\":\"4\",\"title\":\"Where the money is from\",\"kind\":\"report\"}],"
  "\"fund\":[{\"id\":\"5\",\"name\":\"Better Care Fund\"}],"
  "\"figure\":["
  FIGURE ("1", "Time to Care fund", "25e8 GBP", SPENT ",\"actor\":\"2\"") ","
  FIGURE ("2", "Healthcare fund", "25e8 GBP", SPENT ",\"actor\":\"3\"") ","
  FIGURE ("11", "Mansion tax", "12e8 GBP", A_YEAR) ","
  FIGURE ("12", "Tax avoidance", "11e8 GBP", A_YEAR) ","
  FIGURE ("13", "Tobacco levy", ">=15e7 GBP", A_YEAR) ","
  FIGURE ("21", "Carers", "13e7 GBP", EXISTING) ","
  FIGURE ("22", "Reablement", "3e8 GBP", EXISTING) ","
  FIGURE ("23", "Capital", "354e6 GBP", EXISTING) ","
  FIGURE ("24", "Transfer", "1100e6 GBP", EXISTING) ","
  FIGURE ("25", "Disabled Facilities Grant", "220e6 GBP", EXISTING) ","
  FIGURE ("31", "New GPs", "8000 GPs", ",\"actor\":\"2\"") ","
  FIGURE ("32", "New GPs, said again", "8000 GPs", ",\"actor\":\"2\"") "],"
  "\"link\":[{\"id\":\"1\",\"relation\":\"part-of\",\"from_figure\":\"25\",\"to_figure\":\"23\"},"
  "{\"id\":\"2\",\"relation\":\"restates\",\"from_figure\":\"32\",\"to_figure\":\"31\"}],"
  "\"citation\":[{\"id\":\"1\",\"source\":\"4\",\"pinpoint\":\"p 3\",\"figure\":\"11\"},"
  "{\"id\":\"2\",\"source\":\"4\",\"pinpoint\":\"p 3\",\"figure\":\"12\"}],"
  "\"ledger\":[{\"id\":\"1\",\"question\":\"Does it add up?\",\"owners\":\"together\"}],"
  "\"ledger_item\":[{\"id\":\"1\",\"ledger\":\"1\",\"ordinal\":\"1\",\"figure\":\"1\",\"as_period\":\"per-year\"},"
  "{\"id\":\"2\",\"ledger\":\"1\",\"ordinal\":\"2\",\"figure\":\"2\"}]}}\n";

static Run *
make_small (void)
{
  Run *run = run_new ();

  run_write (run, "small.json", small);
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "import", "a.carebrief", "small.json", NULL);
  return run;
}

static void
assert_says (Run *run, const char *words)
{
  if (strstr (run_get_out (run), words) == NULL)
    g_error ("“%s” is not in:\n%s", words, run_get_out (run));
}

static JsonObject *
read_json (Run *run, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, run_get_out (run), -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static char *
replace (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) pieces = g_strsplit (text, what, 2);

  return g_strjoinv (by, pieces);
}

static void
set (Run *run, const char *id, const char *values)
{
  g_autofree char *line = g_strdup_printf ("{\"steps\":[{\"set\":\"figure\",\"id\":\"%s\",\"values\":{%s}}]}\n", id, values);
  g_autofree char *path = run_path (run, "line");

  run_write (run, "line", line);
  g_subprocess_launcher_set_stdin_file_path (run->launcher, path);
  run_ok (run, "apply", "a.carebrief", NULL);
}

static void
assert_member (JsonObject *object, const char *member, const char *json)
{
  g_autofree char *found = json_to_string (json_object_get_member (object, member), FALSE);

  g_assert_cmpstr (found, ==, json);
}

/* Two funds of the same size: two owners, and of no period. Once that is entered they are still
 * not added, but one could be. */
static void
test_t1 (void)
{
  g_autoptr (Run) run = make_small ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *figures;

  run_ok (run, "ledger", "--figure", "1", "--figure", "Healthcare fund", "a.carebrief", NULL);
  assert_says (run, "\nNone of these can be added\n");
  assert_says (run, "Cannot be added: does not say its period basis\n  Time to Care fund (£2.5 billion)\n");
  assert_says (run, "Cannot be added: does not say its period basis; differs in whose it is (Liberal Democrats, not Labour Party)\n");
  set (run, "1", "\"period_basis\":\"total\",\"period\":\"2015-04-01/2020-03-31\"");
  set (run, "2", "\"period_basis\":\"per-year\",\"period\":\"2015-04-01/2020-03-31\"");
  run_ok (run, "ledger", "--figure", "1", "--figure", "2", "--basis", "2", "a.carebrief", NULL);
  assert_says (run, "\nSum: £2.5 billion (Liberal Democrats, spending, per year, 2015/16 – 2019/20, prices not stated, England)\n");
  assert_says (run, "not Liberal Democrats) and period basis (total over stated years, not per year)\n"
                    "  Time to Care fund (£2.5 billion). Counted per year it would be £500 million\n");
  /* The saved question says that it is counted so, and owners together. */
  run_ok (run, "ledger", "--ledger", "Does it add up?", "a.carebrief", NULL);
  assert_says (run, "\nSum: £3 billion (spending, per year, 2015/16 – 2019/20, prices not stated, England)\n");
  assert_says (run, "Added, converted from £2.5 billion, total over stated years  ");
  run_ok (run, "ledger", "-f", "1", "-f", "2", "--basis", "2", "--json", "a.carebrief", NULL);
  figures = json_object_get_array_member (read_json (run, parser), "figures");
  g_assert_cmpuint (json_array_get_length (figures), ==, 2);
  assert_member (json_array_get_object_element (figures, 0), "differs", "[\"actor\",\"period_basis\"]");
  assert_member (json_array_get_object_element (figures, 0), "offers", "[\"per-year\"]");
  assert_member (json_array_get_object_element (figures, 0), "in_period", "\"5e8 GBP\"");
}

static void
test_t2 (void)
{
  g_autoptr (Run) run = make_small ();

  run_ok (run, "ledger", "-f", "11", "-f", "12", "-f", "13", "a.carebrief", NULL);
  assert_says (run, "\nSum: at least £2.45 billion (spending, per year, prices not stated, England)\n"
                    "Of this: at least £2.45 billion not stated whether new\n");
  /* One page of one source is cited once. */
  assert_says (run, "\nSources of what is added\n  1. ");
  assert_says (run, "Where the money is from");
  g_assert_null (strstr (run_get_out (run), "  2. "));
}

/* All of a part may be said to be allocated; then it is within as a whole. */
static void
test_allocated (void)
{
  g_autofree char *all = replace (small, "\"to_figure\":\"23\"", "\"to_figure\":\"23\",\"allocated\":\"22e7 GBP\"");
  g_autofree char *some = replace (small, "\"to_figure\":\"23\"", "\"to_figure\":\"23\",\"allocated\":\"2e8 GBP\"");
  g_autoptr (Run) run = run_new ();

  run_write (run, "all.json", all);
  run_write (run, "some.json", some);
  for (guint i = 0; i < 2; i++)
    {
      const char *library = i == 0 ? "all.carebrief" : "some.carebrief";

      run_ok (run, "new", library, NULL);
      run_ok (run, "import", library, i == 0 ? "all.json" : "some.json", NULL);
      run_ok (run, "ledger", "-f", "23", "-f", "25", library, NULL);
      assert_says (run, "\nSum: £354 million ");
      assert_says (run, i == 0 ? "Counted once: it is part of “Capital”\n  Disabled"
                               : "Cannot be added: only some of it is part of “Capital”, which is added\n  Disabled");
    }
}

/* Two estimates of one thing (B17 and D17), asked of a few and of a saved question. */
static void
test_estimates (void)
{
  g_autofree char *library
    = replace (small, "\"ledger\":[", "\"contradiction\":[{\"id\":\"1\",\"topic\":\"The levy\",\"kind\":\"estimate\"}],"
                                    "\"contradiction_item\":[{\"id\":\"1\",\"contradiction\":\"1\",\"figure\":\"11\"},"
                                    "{\"id\":\"2\",\"contradiction\":\"1\",\"figure\":\"12\"}],\"ledger\":[");
  g_autoptr (Run) run = run_new ();

  run_write (run, "small.json", library);
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "import", "a.carebrief", "small.json", NULL);
  run_ok (run, "ledger", "-f", "11", "-f", "12", "-f", "13", "a.carebrief", NULL);
  assert_says (run, "\nSum: at least £1.35 billion ");
  assert_says (run, "Cannot be added: it is another value for what “Mansion tax” says, which is added\n  Tax avoidance (£1.1 billion)\n");
}

static void
test_t4 (void)
{
  g_autoptr (Run) run = make_small ();

  run_ok (run, "ledger", "--fund", "Better Care Fund", "--extent", "England", "a.carebrief", NULL);
  assert_says (run, "\nSum: £1.884 billion (spending, per year, prices not stated, England)\nOf this: £1.884 billion existing\n"
                    "Counted once: it is part of “Capital”\n  Disabled Facilities Grant (£220 million)\n");
}

static void
test_t6 (void)
{
  g_autoptr (Run) run = make_small ();

  run_ok (run, "ledger", "-f", "31", "-f", "32", "--actor", "Labour Party", "a.carebrief", NULL);
  assert_says (run, "\nSum: 8,000 GPs (Labour Party)\nCounted once: it says the same as “New GPs”\n  New GPs, said again (8,000 GPs)\n");
}

static void
test_json (void)
{
  g_autoptr (Run) run = make_small ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *last;
  JsonArray *figures;

  run_ok (run, "ledger", "--fund", "5", "--json", "a.carebrief", NULL);
  root = read_json (run, parser);
  figures = json_object_get_array_member (root, "figures");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "sum"), "value"), ==, "1884e6 GBP");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "sum"), "added"), ==, 4);
  g_assert_cmpuint (json_array_get_length (figures), ==, 5);
  last = json_array_get_object_element (figures, 4);
  g_assert_cmpstr (json_object_get_string_member (last, "standing"), ==, "within");
  g_assert_cmpstr (json_object_get_string_member (last, "other"), ==, "23");
  g_assert_cmpstr (json_object_get_string_member (last, "newness"), ==, "existing");
  assert_member (root, "parts", "[{\"newness\":\"existing\",\"figures\":4,\"value\":\"1884e6 GBP\"}]");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (last, "differs")), ==, 0);
  run_ok (run, "ledger", "-f", "1", "-f", "2", "--json", "a.carebrief", NULL);
  root = read_json (run, parser);
  last = json_array_get_object_element (json_object_get_array_member (root, "figures"), 1);
  g_assert_false (json_object_has_member (json_object_get_object_member (root, "sum"), "value"));
  g_assert_cmpstr (json_object_get_string_member (last, "standing"), ==, "refused");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (last, "differs"), 0), ==, "actor");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (last, "unsaid"), 0), ==, "period_basis");
}

/* What the sample's briefing shows, and no more: 9 and 14 bids of 29 areas. */
static void
test_briefing (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint n_all, n_shown;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "ledger", "--json", "a.carebrief", NULL);
  n_all = json_array_get_length (json_object_get_array_member (read_json (run, parser), "figures"));
  run_ok (run, "ledger", "--json", "--briefing", "27001", "a.carebrief", NULL);
  n_shown = json_array_get_length (json_object_get_array_member (read_json (run, parser), "figures"));
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown, <, n_all);
  run_ok (run, "ledger", "--figure", "Selected bids led by hospitals", "--figure", "Selected bids led by GPs", "a.carebrief", NULL);
  assert_says (run, "\nSum: 23 bids\n");
}

/* What is printed changes with a figure; what went out does not. */
static void
test_box (void)
{
  static const char box[] = "{\"format\":\"carebrief-library\",\"version\":1,\"records\":{"
                            "\"ledger\":[{\"id\":\"3\",\"question\":\"What pays for it?\"}],"
                            "\"ledger_item\":[{\"id\":\"21\",\"ledger\":\"3\",\"figure\":\"31\"},"
                            "{\"id\":\"22\",\"ledger\":\"3\",\"figure\":\"32\"}],"
                            "\"citation\":[{\"id\":\"11\",\"source\":\"4\",\"figure\":\"31\"},"
                            "{\"id\":\"12\",\"source\":\"4\",\"figure\":\"32\"}],"
                            "\"briefing\":[{\"id\":\"6\",\"title\":\"Money\",\"status\":\"draft\"}],"
                            "\"box\":[{\"id\":\"7\",\"briefing\":\"6\",\"kind\":\"ledger\",\"title\":\"What pays for it?\",\"ledger\":\"3\"}]}}\n";
  g_autoptr (Run) run = make_small ();

  run_write (run, "box.json", box);
  run_ok (run, "import", "a.carebrief", "box.json", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "text", "--output", "-", NULL);
  assert_says (run, "New GPs[1]\t8,000 GPs\nSum\t8,000 GPs\n");
  assert_says (run, "said again[1] (8,000 GPs). Counted once: it says the same as “New GPs”");
  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  set (run, "31", "\"value\":\"9000 GPs\"");
  run_ok (run, "export", "a.carebrief", "--format", "text", "--output", "-", NULL);
  assert_says (run, "Sum\t9,000 GPs\n");
  run_ok (run, "export", "a.carebrief", "--format", "text", "--edition", "1", "--output", "-", NULL);
  assert_says (run, "Sum\t8,000 GPs\n");
  run_ok (run, "ledger", "--briefing", "Money", "a.carebrief", NULL);
  assert_says (run, "\nSum: 9,000 GPs (Labour Party)\n");
}

/* Everything that is told of a ledger, as JSON. */
static void
assert_real_terms (Run *run)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  run_ok (run, "ledger", "--ledger", "2", "--json", "a.carebrief", NULL);
  root = read_json (run, parser);
  assert_member (root, "sum",
                 "{\"added\":2,\"no_value\":0,\"value\":\"5e8 GBP\",\"is_about\":false,\"words\":\"£500 million\","
                 "\"basis\":\"spending, level in a stated year, 2015/16, real terms, 2017/18, England\","
                 "\"deflator\":\"Prices of the test\"}");
  assert_member (root, "parts", "[{\"newness\":\"not-stated\",\"figures\":2,\"value\":\"5e8 GBP\"}]");
  assert_member (root, "figures",
                 "[{\"id\":\"51\",\"title\":\"In cash\",\"value\":\"2e8 GBP\",\"words\":\"£200 million\","
                 "\"basis\":\"spending, level in a stated year, 2015/16, real terms, 2017/18, England\",\"standing\":\"added\","
                 "\"outcome\":\"Added, converted from £100 million, cash\",\"differs\":[],\"unsaid\":[],"
                 "\"converted\":[\"real\"],\"failed\":[],\"offers\":[]},"
                 "{\"id\":\"52\",\"title\":\"In real terms\",\"value\":\"3e8 GBP\",\"words\":\"£300 million\","
                 "\"basis\":\"spending, level in a stated year, 2015/16, real terms, 2017/18, England\",\"standing\":\"added\","
                 "\"outcome\":\"Added\",\"differs\":[],\"unsaid\":[],\"converted\":[],\"failed\":[],\"offers\":[]}]");
  assert_member (root, "sources", "[]");
}

/* An index that was imported, whose numbers are made for the test: prices of 2017/18 are twice
 * those of 2015/16. What was £100 million is £200 million of those. */
static void
test_real_terms (void)
{
  static const char money[] = "{\"format\":\"carebrief-library\",\"version\":1,\"records\":{"
                              "\"figure\":["
                              FIGURE ("51", "In cash", "1e8 GBP", SPENT ",\"period_basis\":\"level\",\"price_basis\":\"cash\","
                                      "\"period\":\"2015-04-01/2016-03-31\"") ","
                              FIGURE ("52", "In real terms", "3e8 GBP", SPENT ",\"period_basis\":\"level\",\"price_basis\":\"real\","
                                      "\"period\":\"2015-04-01/2016-03-31\",\"price_year\":\"2017/18\"") "],"
                              "\"ledger\":[{\"id\":\"2\",\"question\":\"In prices of 2017/18?\",\"deflator\":\"%s\","
                              "\"price_year\":\"2017-04-01/2018-03-31\"}],"
                              "\"ledger_item\":[{\"id\":\"11\",\"ledger\":\"2\",\"ordinal\":\"1\",\"figure\":\"51\",\"as_price\":\"real\"},"
                              "{\"id\":\"12\",\"ledger\":\"2\",\"ordinal\":\"2\",\"figure\":\"52\"}]}}\n";
  g_autoptr (Run) run = make_small ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *with_index = NULL;
  JsonArray *deflators;

  run_write (run, "prices.csv", "Numbers of a test,\nYear,2017-18 = 100\n2015-16,50.0\n2016-17,80.0\n2017-18,100.0\n");
  run_fails (run, CARE_CLI_USAGE, "import", "a.carebrief", "prices.csv", NULL);
  g_assert_nonnull (strstr (run->err, "say with --deflator NAME what it is to be called"));
  run_ok (run, "import", "a.carebrief", "prices.csv", "--deflator", "Prices of the test", NULL);
  run_ok (run, "list", "deflator-values", "a.carebrief", NULL);
  assert_says (run, "50.0");
  assert_says (run, "2015/16");
  run_fails (run, CARE_CLI_REFUSED, "import", "a.carebrief", "prices.csv", "--deflator", "Prices of the test", NULL);
  run_ok (run, "list", "deflators", "a.carebrief", "--format", "json", NULL);
  json_parser_load_from_data (parser, run_get_out (run), -1, NULL);
  deflators = json_node_get_array (json_parser_get_root (parser));
  with_index = replace (money, "%s", json_object_get_string_member (json_array_get_object_element (deflators, 0), "id"));
  run_write (run, "money.json", with_index);
  run_ok (run, "import", "a.carebrief", "money.json", NULL);
  run_ok (run, "ledger", "--ledger", "2", "a.carebrief", NULL);
  assert_says (run, "Added, converted from £100 million, cash  ");
  assert_says (run, "\nSum: £500 million (spending, level in a stated year, 2015/16, real terms, 2017/18, England)\n"
                    "Of this: £500 million not stated whether new\nPrices are converted by Prices of the test\n");
  assert_real_terms (run);
}

static void
test_refused (void)
{
  g_autoptr (Run) run = make_small ();

  run_fails (run, CARE_CLI_USAGE, "ledger", "--ledger", "1", "--together", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "ledger", "--figure", "No such figure", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "ledger", "--ledger", "No such question", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "ledger", "--figure", "1", "--basis", "11", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, "“11” is not among the figures that are added"));
  run_ok (run, "ledger", "--actor", "Liberal Democrats", "--fund", "5", "a.carebrief", NULL);
  assert_says (run, "\nNone of these can be added\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/ledger/T1", test_t1);
  g_test_add_func ("/cli/ledger/T2", test_t2);
  g_test_add_func ("/cli/ledger/allocated", test_allocated);
  g_test_add_func ("/cli/ledger/estimates", test_estimates);
  g_test_add_func ("/cli/ledger/T4", test_t4);
  g_test_add_func ("/cli/ledger/T6", test_t6);
  g_test_add_func ("/cli/ledger/json", test_json);
  g_test_add_func ("/cli/ledger/briefing", test_briefing);
  g_test_add_func ("/cli/ledger/box", test_box);
  g_test_add_func ("/cli/ledger/real-terms", test_real_terms);
  g_test_add_func ("/cli/ledger/refused", test_refused);
  return g_test_run ();
}
