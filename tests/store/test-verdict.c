/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pledge is judged, and a deadline read, each by one act. */

#include "undo-fixture.h"

#include "care-error.h"
#include "care-verdict-plan.h"

#define TODAY care_day_from_ymd (2026, 11, 26)

static const char *
get (UndoFixture *fixture, const char *kind, CareId id, const char *field)
{
  return care_record_get (undo_find (fixture, kind, id), field);
}

static void
test_judge (UndoFixture *fixture, gconstpointer data)
{
  CareRecord *pledge = undo_find (fixture, "pledge", 20);
  g_autoptr (CareRecord) verdict = care_verdict_draft (fixture->library, pledge, TODAY);
  g_autoptr (CareRecord) evidence
    = store_record_new ("evidence", 90, "text", "The plan", "bearing", "supports", NULL);
  g_autoptr (CareRecord) citation = store_record_new ("citation", 91, "source", "92", NULL);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  g_ptr_array_add (drafts, store_record_new ("source", 92, "title", "Plan", "kind", "report", NULL));
  care_record_set (verdict, "delivery", "in-progress", NULL);
  act = care_verdict_plan (fixture->library, verdict, evidence, citation, drafts, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Judge “Integrate by 2018”");
  g_assert_cmpstr (get (fixture, "verdict", care_record_get_id (verdict), "judged"), ==, "2026-11-26");
  g_assert_cmpstr (get (fixture, "verdict", care_record_get_id (verdict), "author"), ==, "A. Writer");
  g_assert_cmpint (care_record_get_reference (undo_find (fixture, "evidence", 90), "verdict"), ==,
                   care_record_get_id (verdict));
  g_assert_cmpstr (get (fixture, "evidence", 90, "pledge"), ==, "20");
  g_assert_cmpstr (get (fixture, "citation", 91, "evidence"), ==, "90");
}

/* Evidence without words is told, and nothing is done. */
static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) verdict = care_verdict_draft (fixture->library, undo_find (fixture, "pledge", 20), TODAY);
  g_autoptr (CareRecord) evidence = store_record_new ("evidence", 90, "bearing", "supports", NULL);
  g_autoptr (GError) error = NULL;

  care_record_set (verdict, "delivery", "in-progress", NULL);
  g_assert_null (care_verdict_plan (fixture->library, verdict, evidence, NULL, NULL, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

/* It would be there, with a name and a date, and tell that nobody has judged. */
static void
test_says_nothing (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) verdict = care_verdict_draft (fixture->library, undo_find (fixture, "pledge", 20), TODAY);
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (care_verdict_plan (fixture->library, verdict, NULL, NULL, NULL, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
  g_clear_error (&error);
  care_record_set (verdict, "reasoning", "There is a plan", NULL);
  g_assert_null (care_verdict_plan (fixture->library, verdict, NULL, NULL, NULL, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
  g_clear_error (&error);
  care_record_set (verdict, "evidence_strength", "limited", NULL);
  act = care_verdict_plan (fixture->library, verdict, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (act);
}

/* It is the source's own, and names it. */
static void
test_reported (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) verdict
    = store_record_new ("verdict", 95, "pledge", "20", "whose", "source", "label", "Broken", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  g_assert_null (care_verdict_plan (fixture->library, verdict, NULL, NULL, NULL, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
  g_clear_error (&error);
  undo_insert (fixture, "Add a source", store_record_new ("source", 96, "title", "Tracker", "kind", "tracker", NULL));
  care_record_set (verdict, "source", "96", NULL);
  act = care_verdict_plan (fixture->library, verdict, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Report a verdict on “Integrate by 2018”");
}

/* Not the same as that nobody has looked: there is a verdict, with a date and a name. */
static void
test_cannot_be_rated (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act
    = care_verdict_plan_cannot_be_rated (fixture->library, undo_find (fixture, "pledge", 20), TODAY, &error);
  g_autoptr (GPtrArray) verdicts = NULL;
  CareRecord *verdict;

  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "“Integrate by 2018” cannot be rated");
  verdicts = care_library_children (fixture->library, "verdict", "pledge", 20);
  g_assert_cmpuint (verdicts->len, ==, 1);
  verdict = g_ptr_array_index (verdicts, 0);
  g_assert_cmpstr (care_record_get (verdict, "delivery"), ==, "cannot-be-rated");
  g_assert_cmpstr (care_record_get (verdict, "whose"), ==, "ours");
  g_assert_cmpstr (care_record_get (verdict, "judged"), ==, "2026-11-26");
}

/* Of a limb: neither what is judged nor what evidence shows of it is said of the pledge. */
static void
test_limb (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareRecord) verdict = NULL;
  g_autoptr (CareRecord) evidence
    = store_record_new ("evidence", 90, "text", "The plan", "bearing", "supports", "found", "2019-01", NULL);
  g_autoptr (CareAct) judge = NULL;
  g_autoptr (CareAct) unrated = NULL;
  g_autoptr (CareDate) of_pledge = NULL;
  g_autoptr (CareDate) of_limb = NULL;

  undo_insert (fixture, "Add a limb", store_record_new ("limb", 70, "pledge", "20", "text", "Join the budgets", NULL));
  undo_insert (fixture, "Add a deadline", store_record_new ("deadline", 80, "pledge", "20", "words", "by 2018", NULL));
  undo_insert (fixture, "Add a deadline", store_record_new ("deadline", 81, "pledge", "20", "limb", "70", "words", "by 2017", NULL));
  verdict = care_verdict_draft (fixture->library, undo_find (fixture, "limb", 70), TODAY);
  g_assert_cmpint (care_record_get_reference (verdict, "limb"), ==, 70);
  g_assert_cmpint (care_record_get_reference (verdict, "pledge"), ==, 20);
  care_record_set (verdict, "delivery", "in-part", NULL);
  judge = care_verdict_plan (fixture->library, verdict, evidence, NULL, NULL, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, judge, "Judge “Join the budgets”");
  of_pledge = care_verdict_dup_reached (fixture->library, undo_find (fixture, "deadline", 80), NULL);
  of_limb = care_verdict_dup_reached (fixture->library, undo_find (fixture, "deadline", 81), NULL);
  g_assert_null (of_pledge);
  g_assert_cmpstr (care_date_get_edtf (of_limb), ==, "2019-01");
  unrated = care_verdict_plan_cannot_be_rated (fixture->library, undo_find (fixture, "limb", 70), TODAY, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, unrated, "“Join the budgets” cannot be rated");
}

static void
test_reading (UndoFixture *fixture, gconstpointer data)
{
  CareRecord *deadline;
  g_autoptr (CareRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  undo_insert (fixture, "Add a deadline",
               store_record_new ("deadline", 80, "pledge", "20", "words", "by 2018", "qualifier", "by", "due", "2018", NULL));
  deadline = undo_find (fixture, "deadline", 80);
  read = care_record_copy (deadline);
  care_record_set (read, "reading", "strict", NULL);
  care_record_set (read, "reading_by", "A. Writer", NULL);
  care_record_set (read, "reading_reason", "As the minister reads it", NULL);
  act = care_deadline_plan_reading (deadline, read, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Choose a reading of “by 2018”");
  g_assert_cmpstr (get (fixture, "deadline", 80, "reading"), ==, "strict");
  g_assert_cmpstr (get (fixture, "deadline", 80, "reading_by"), ==, "A. Writer");
  g_assert_cmpstr (get (fixture, "deadline", 80, "reading_reason"), ==, "As the minister reads it");
}

static void
add (const char *path, void (*test) (UndoFixture *fixture, gconstpointer data))
{
  g_test_add (path, UndoFixture, NULL, undo_fixture_set_up, test, undo_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  undo_fixture_init ();

  add ("/verdict/judge", test_judge);
  add ("/verdict/refused", test_refused);
  add ("/verdict/says-nothing", test_says_nothing);
  add ("/verdict/reported", test_reported);
  add ("/verdict/cannot-be-rated", test_cannot_be_rated);
  add ("/verdict/limb", test_limb);
  add ("/verdict/reading", test_reading);
  return g_test_run ();
}
