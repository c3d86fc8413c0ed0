/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

#include "care-error.h"

/* Exceptions name checks by these: none is ever changed or used again. */
static void
test_ids (void)
{
  static const char *const ids[] = {
    "coverage", "quotation-speaker", "statistic-source", "figure-source", "chart-words", "quotation-altered", "typed-figure",
    "typed-number", "year-style", "figure-basis", "quotation-pinpoint", "quotation-found", "hedge", "attribution", "two-step",
    "source-verdict", "timeliness", "chronology", "role-at-date", "name-at-date", "bounded-absence", "restatement",
    "contradiction", "calculation", "projection", "balance", "parts", "cause", "enactment", "due-date", "earlier-wording",
  };
  guint n_checks;
  const CareCheck *checks = care_checks_list (&n_checks);

  g_assert_cmpuint (n_checks, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n_checks; i++)
    {
      g_assert_cmpstr (checks[i].id, ==, ids[i]);
      g_assert_true (care_check_find (ids[i]) == &checks[i]);
      /* Those that must be passed come first. */
      g_assert_true (i == 0 || checks[i].level >= checks[i - 1].level);
    }
  g_assert_null (care_check_find ("no-such-check"));
  g_assert_null (care_check_find (NULL));
}

static void
test_empty (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  g_autoptr (GPtrArray) findings = check_run (fixture);

  g_assert_cmpuint (findings->len, ==, 0);
}

static CareFinding *
find_at (GPtrArray *findings, const char *place)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_has_suffix (((CareFinding *) g_ptr_array_index (findings, i))->place, place))
      return g_ptr_array_index (findings, i);
  return NULL;
}

/* An exception silences its check at its place, and nothing else. */
static void
test_exception (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  CareRecord *exception;

  check_write (fixture, "It cost £1bn, then £2bn, then £1bn once more.", NULL);
  before = check_run (fixture);
  g_assert_cmpuint (care_findings_count (before, CARE_CHECK_LOOK_AT), ==, 3);
  g_assert_nonnull (find_at (before, "text:£1bn (2)"));
  exception = care_finding_keep (find_at (before, "text:£1bn"), fixture->briefing, 99, "Said so", "A. Writer",
                                 "2026-11-26", &error);
  g_assert_no_error (error);
  g_ptr_array_add (fixture->records, exception);

  /* What is written before it moves it, and it is the same place. */
  check_write (fixture, "In all, it cost £1bn, then £2bn, then £1bn once more.", NULL);
  after = check_run (fixture);
  g_assert_cmpuint (care_findings_count (after, CARE_CHECK_LOOK_AT), ==, 2);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_cmpstr (care_record_get (find_at (after, "text:£1bn")->exception, "reason"), ==, "Said so");
  g_assert_null (find_at (after, "text:£1bn (2)")->exception);
  check_set (exception, "check", "hedge");
  g_clear_pointer (&after, g_ptr_array_unref);
  after = check_run (fixture);
  g_assert_cmpuint (care_findings_count (after, CARE_CHECK_LOOK_AT), ==, 3);
}

static void
test_keep_needs_reason (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  check_write (fixture, "It cost £1bn.", NULL);
  findings = check_run (fixture);
  g_assert_null (care_finding_keep (g_ptr_array_index (findings, 0), fixture->briefing, 99, NULL, NULL, "2026-11-26", &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/checks/ids", test_ids);
  g_test_add_func ("/checks/checks/empty", test_empty);
  g_test_add_func ("/checks/checks/exception", test_exception);
  g_test_add_func ("/checks/checks/keep-needs-reason", test_keep_needs_reason);
  return g_test_run ();
}
