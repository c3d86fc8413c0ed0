/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_party (CheckFixture *fixture, const char *name, const char *short_name)
{
  return check_add (fixture, "actor", "name", name, "short_name", short_name, "kind", "party", NULL);
}

static CareRecord *
add_lines (CheckFixture *fixture, CareRecord *party)
{
  CareRecord *box = check_add_box (fixture, "party-lines", "Party lines");
  CareRecord *line = check_add (fixture, "party_line", "line", "join the services", NULL);

  check_refer (line, "actor", party);
  check_add_item (fixture, box, "party_line", line);
  return box;
}

/* T13: party lines with no SNP. */
static void
test_missing (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = add_lines (fixture, add_party (fixture, "Labour Party", "Labour"));

  check_assert_passes (fixture, "coverage");
  add_party (fixture, "Scottish National Party", "SNP");
  check_assert_finds (fixture, "coverage", "Scottish National Party");
  check_set (box, "coverage_note", "The SNP stands in Scotland only.");
  check_assert_passes (fixture, "coverage");
}

/* Bodies that are no parties need no line, and without such a box no party does. */
static void
test_others (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  add_party (fixture, "Scottish National Party", "SNP");
  check_assert_passes (fixture, "coverage");
  add_lines (fixture, g_ptr_array_index (fixture->records, 2));
  check_add (fixture, "actor", "name", "Monitor", "kind", "public-body", NULL);
  check_assert_passes (fixture, "coverage");
}

/* That one party is left out can be kept without keeping it of another. */
static void
test_places (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  g_autoptr (GPtrArray) findings = NULL;

  add_lines (fixture, add_party (fixture, "Labour Party", "Labour"));
  add_party (fixture, "Scottish National Party", "SNP");
  add_party (fixture, "Green Party", "Greens");
  findings = check_run (fixture);
  g_assert_cmpuint (care_findings_count (findings, CARE_CHECK_MUST_FIX), ==, 2);
  g_assert_cmpstr (((CareFinding *) g_ptr_array_index (findings, 0))->place, !=,
                   ((CareFinding *) g_ptr_array_index (findings, 1))->place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/coverage/missing", test_missing);
  g_test_add_func ("/checks/coverage/others", test_others);
  g_test_add_func ("/checks/coverage/places", test_places);
  return g_test_run ();
}
