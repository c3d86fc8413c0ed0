/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_line (CheckFixture *fixture, CareRecord *box, const char *party, const char *words)
{
  CareRecord *line = check_add (fixture, "party_line", "line", words, NULL);

  check_refer (line, "actor", check_add (fixture, "actor", "name", party, "kind", "party", NULL));
  check_add_item (fixture, box, "party_line", line);
  return line;
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
  check_set (line, "line", "join the services");
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
  check_write (fixture, "Labour would. The Greens would too.", NULL);
  check_assert_passes (fixture, "balance");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/balance/rules", test_rules);
  g_test_add_func ("/checks/balance/lines", test_lines);
  g_test_add_func ("/checks/balance/attention", test_attention);
  return g_test_run ();
}
