/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_verdict (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Remove barriers", "kind", "action", NULL);
  CareRecord *verdict;

  check_write (fixture, "It was promised: {pledge:%d}.", pledge);
  check_assert_passes (fixture, "source-verdict");
  check_refer (check_add (fixture, "verdict", "whose", "source", "label", "Broken", NULL), "pledge", pledge);
  check_assert_finds (fixture, "source-verdict", "“Broken”, and none of ours");
  verdict = check_add (fixture, "verdict", "whose", "ours", "delivery", "cannot-be-rated", NULL);
  check_refer (verdict, "pledge", pledge);
  check_assert_passes (fixture, "source-verdict");
}

/* C: "Broken" is what the tracker says, and is reported of it. */
static void
test_label (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Remove barriers", "kind", "action", NULL);
  CareRecord *creator = check_add (fixture, "actor", "name", "Pledge Tracker", "kind", "research-body", NULL);
  CareRecord *source = check_add (fixture, "source", "title", "Page on barriers", "kind", "tracker", NULL);
  CareRecord *verdict = check_add (fixture, "verdict", "whose", "source", "label", "Broken", NULL);
  CareRecord *ours = check_add (fixture, "verdict", "whose", "ours", "delivery", "in-progress", NULL);
  g_autofree char *cited = NULL;

  check_refer (source, "creator", creator);
  check_refer (verdict, "pledge", pledge);
  check_refer (verdict, "source", source);
  check_refer (ours, "pledge", pledge);
  check_write (fixture, "{pledge:%d} was broken.", pledge);
  check_assert_finds (fixture, "source-verdict", "“Broken” is the verdict of “Page on barriers”");
  check_write (fixture, "Pledge Tracker calls {pledge:%d} broken.", pledge);
  check_assert_passes (fixture, "source-verdict");
  check_write (fixture, "{pledge:%d} was “broken”.", pledge);
  check_assert_passes (fixture, "source-verdict");
  cited = g_strdup_printf ("{pledge:%" G_GINT64_FORMAT "} was broken [@%" G_GINT64_FORMAT "].", care_record_get_id (pledge),
                           care_record_get_id (source));
  check_set (fixture->section, "text", cited);
  check_assert_passes (fixture, "source-verdict");
  check_write (fixture, "{pledge:%d} was late.", pledge);
  check_assert_passes (fixture, "source-verdict");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/source-verdict/verdict", test_verdict);
  g_test_add_func ("/checks/source-verdict/label", test_label);
  return g_test_run ();
}
