/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_party (CheckFixture *fixture, const char *name)
{
  return check_add (fixture, "actor", "name", name, "kind", "party", NULL);
}

static CareRecord *
add_line_of (CheckFixture *fixture, CareRecord *box, CareRecord *party, const char *words)
{
  CareRecord *line = check_add (fixture, "party_line", "line", words, NULL);

  check_refer (line, "actor", party);
  check_add_item (fixture, box, "party_line", line);
  return line;
}

static CareRecord *
add_line (CheckFixture *fixture, CareRecord *box, const char *party, const char *words)
{
  return add_line_of (fixture, box, add_party (fixture, party), words);
}

static void
test_rules (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  add_line (fixture, check_add_box (fixture, "party-lines", "Party lines"), "Labour", "join the services");
  check_assert_passes (fixture, "balance");
  check_set (fixture->briefing, "inclusion_rule", NULL);
  check_assert_finds (fixture, "balance", "no declared rule of inclusion");
  check_set (fixture->briefing, "inclusion_rule", "All");
  check_set (fixture->briefing, "ordering_rule", NULL);
  check_assert_finds (fixture, "balance", "in no declared order");
}

static void
test_lines (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  CareRecord *line = add_line (fixture, box, "Labour", "one two three four five six seven eight nine ten one two three "
                                                       "four five six seven eight nine ten more");

  check_assert_finds (fixture, "balance", "21 words");
  check_set (line, "line", "one two three four five six seven eight nine ten one two three four five six seven eight nine ten");
  check_assert_passes (fixture, "balance");
}

/* Without a comparison there is nothing that a rule could be for. */
static void
test_no_lines (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_set (fixture->briefing, "inclusion_rule", NULL);
  check_set (fixture->briefing, "ordering_rule", NULL);
  check_assert_passes (fixture, "balance");
}

/* Pulse gave Labour 240 words and the Greens 21. */
static void
test_attention (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  g_autoptr (GString) text = g_string_new ("The Greens would too.");

  add_line (fixture, box, "Labour", "join the services");
  add_line (fixture, box, "Greens", "join the services");
  for (guint i = 0; i < 10; i++)
    g_string_append (text, " Labour would do one more thing here.");
  check_write (fixture, text->str, NULL);
  check_assert_finds (fixture, "balance", "70 words on Labour and 4 on Greens");
  /* Less than four times as much. */
  g_string_append (text, " The Greens would do as much and more, and say so in all that they do.");
  check_write (fixture, text->str, NULL);
  check_assert_passes (fixture, "balance");
  check_write (fixture, "Labour would. The Greens would too.", NULL);
  check_assert_passes (fixture, "balance");
}

/* Quotations and figures of one party alone; and evidence against one alone. */
static void
test_records (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  CareRecord *labour = add_party (fixture, "Labour");
  CareRecord *person = check_add (fixture, "person", "name", "Andy Burnham", NULL);
  CareRecord *role = check_add (fixture, "role", "post", "shadow health secretary", NULL);
  CareRecord *quotations[4], *pledge, *evidence[4];

  check_refer (role, "person", person);
  check_refer (role, "actor", labour);
  add_line_of (fixture, box, labour, "join the services");
  add_line (fixture, box, "Greens", "join the services");
  for (guint i = 0; i < G_N_ELEMENTS (quotations); i++)
    {
      CareRecord *quoting = check_add_box (fixture, "pull-quote", "Said");

      quotations[i] = check_add (fixture, "quotation", "text", "We will.", NULL);
      check_refer (quotations[i], "person", person);
      check_refer (quoting, "quotation", quotations[i]);
    }
  check_assert_finds (fixture, "balance", "uneven in quotations: 4 of Labour and 0 of Greens");
  check_set (quotations[0], "person", NULL);
  check_assert_passes (fixture, "balance");
  pledge = check_add (fixture, "pledge", "title", "Join care", "kind", "action", NULL);
  check_refer (pledge, "actor", labour);
  check_write (fixture, "See {pledge:%d}.", pledge);
  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    {
      evidence[i] = check_add (fixture, "evidence", "text", "It was not.", "bearing", "contradicts", NULL);
      check_refer (evidence[i], "pledge", pledge);
    }
  check_assert_finds (fixture, "balance", "uneven in evidence against pledges: 4 of Labour and 0 of Greens");
  check_set (evidence[0], "bearing", "context");
  check_assert_passes (fixture, "balance");
}

/* In the order of the parties, which is that of the library. */
static void
test_order (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  CareRecord *labour = add_party (fixture, "Labour");
  CareRecord *greens = add_party (fixture, "Greens");

  add_line_of (fixture, box, greens, "join the services");
  add_line_of (fixture, box, labour, "join the services");
  check_assert_passes (fixture, "balance");
  check_set (labour, "ordinal", "1");
  check_set (greens, "ordinal", "2");
  check_assert_finds (fixture, "balance", "Labour stands after Greens, against the order of the parties");
  check_set (labour, "ordinal", "2");
  check_assert_passes (fixture, "balance");
  /* One that has no place in the order, and a line of nobody. */
  check_set (greens, "ordinal", "1");
  check_set (labour, "ordinal", NULL);
  check_assert_passes (fixture, "balance");
  check_add_item (fixture, box, "party_line", check_add (fixture, "party_line", "line", "join the services", NULL));
  check_assert_passes (fixture, "balance");
}

/* Sources count where the sentence that cites them names the party. */
static void
test_sources (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  g_autoptr (GString) text = g_string_new ("Labour would");

  add_line (fixture, box, "Labour", "join the services");
  add_line (fixture, box, "Greens", "join the services");
  for (guint i = 0; i < 4; i++)
    {
      CareRecord *source = check_add (fixture, "source", "title", "On savings", "kind", "report", NULL);

      g_string_append_printf (text, "%s [@%" G_GINT64_FORMAT "]", i == 3 ? ". Others agree" : "", care_record_get_id (source));
    }
  g_string_append (text, ".");
  check_write (fixture, text->str, NULL);
  check_assert_passes (fixture, "balance");
  g_string_replace (text, "Others agree", "Labour agrees", 0);
  check_write (fixture, text->str, NULL);
  check_assert_finds (fixture, "balance", "uneven in sources cited: 4 of Labour and 0 of Greens");
}

/* Of several that have most and least, the first are told. */
static void
test_figures (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  CareRecord *table = check_add_box (fixture, "table", "Numbers");
  CareRecord *parties[] = { add_party (fixture, "Labour"), add_party (fixture, "Greens"), add_party (fixture, "Conservatives"),
                            add_party (fixture, "Plaid Cymru") };

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    add_line_of (fixture, box, parties[i], "join the services");
  for (guint i = 0; i < 8; i++)
    {
      CareRecord *figure = check_add (fixture, "figure", "label", "Number", "value", "1 people", NULL);

      check_refer (figure, "actor", parties[i % 2 * 2]);
      check_add_item (fixture, table, "figure", figure);
    }
  check_assert_finds (fixture, "balance", "uneven in figures: 4 of Labour and 0 of Greens");
}

/* What a party says itself counts as its; four times as much is uneven. */
static void
test_own_words (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  CareRecord *parties[] = { add_party (fixture, "Labour"), add_party (fixture, "Greens") };

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    add_line_of (fixture, box, parties[i], "join the services");
  for (guint i = 0; i < 5; i++)
    {
      CareRecord *quotation = check_add (fixture, "quotation", "text", "We will.", NULL);

      check_refer (quotation, "actor", parties[i == 4]);
      check_refer (check_add_box (fixture, "pull-quote", "Said"), "quotation", quotation);
    }
  check_assert_finds (fixture, "balance", "uneven in quotations: 4 of Labour and 1 of Greens");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/balance/rules", test_rules);
  g_test_add_func ("/checks/balance/lines", test_lines);
  g_test_add_func ("/checks/balance/attention", test_attention);
  g_test_add_func ("/checks/balance/records", test_records);
  g_test_add_func ("/checks/balance/order", test_order);
  g_test_add_func ("/checks/balance/no-lines", test_no_lines);
  g_test_add_func ("/checks/balance/sources", test_sources);
  g_test_add_func ("/checks/balance/figures", test_figures);
  g_test_add_func ("/checks/balance/own-words", test_own_words);
  return g_test_run ();
}
