/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

typedef struct
{
  CareRecord *deadline;
  CareRecord *verdict;
} Pledge;

static Pledge
add_pledge (CheckFixture *fixture, const char *words, const char *qualifier, const char *due)
{
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Integrate", "kind", "outcome", NULL);
  Pledge made = {
    check_add (fixture, "deadline", "words", words, "qualifier", qualifier, "due", due, "reading", "open", NULL),
    check_add (fixture, "verdict", "whose", "ours", "timeliness", "missed", "judged", "2019-05-16", NULL),
  };

  check_refer (made.deadline, "pledge", pledge);
  check_refer (made.verdict, "pledge", pledge);
  check_write (fixture, "{pledge:%d}.", pledge);
  return made;
}

/* T9: "by 2018" with no reading: nothing is missed until one is chosen. */
static void
test_open (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  Pledge made = add_pledge (fixture, "by 2018", "by", "2018");

  check_assert_finds (fixture, "timeliness", "can be read in more than one way");
  check_set (made.deadline, "reading", "strict");
  check_assert_passes (fixture, "timeliness");
}

/* T8: "before April 2018" and a verdict of another day. */
static void
test_against (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  Pledge made = add_pledge (fixture, "before April 2018", "before", "2018-04");

  check_set (made.deadline, "reading", "strict");
  check_assert_passes (fixture, "timeliness");
  check_set (made.verdict, "judged", "2018-03-01");
  check_assert_finds (fixture, "timeliness", "was not past yet");
  check_set (made.verdict, "timeliness", "not-yet-due");
  check_assert_passes (fixture, "timeliness");
  check_set (made.verdict, "judged", "2018-04-01");
  check_assert_finds (fixture, "timeliness", "was past");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/timeliness/open", test_open);
  g_test_add_func ("/checks/timeliness/against", test_against);
  return g_test_run ();
}
