/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_figure (CheckFixture *fixture)
{
  CareRecord *figure = check_add (fixture, "figure", "label", "Savings", "value", "4e9..6e9 GBP", NULL);

  check_refer (figure, "estimator", check_add (fixture, "actor", "name", "Monitor", "kind", "public-body", NULL));
  check_refer (figure, "reporter", check_add (fixture, "person", "name", "Andy Burnham", "family_name", "Burnham", NULL));
  return figure;
}

static void
test_sentence (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = add_figure (fixture);

  check_write (fixture, "Mr Burnham says that {figure:%d} can be saved.", figure);
  check_assert_finds (fixture, "two-step", "does not name Monitor");
  check_write (fixture, "Monitor says that {figure:%d} can be saved.", figure);
  check_assert_finds (fixture, "two-step", "does not name Andy Burnham");
  check_write (fixture, "Monitor has calculated, Mr Burnham said, that {figure:%d} can be saved.", figure);
  check_assert_passes (fixture, "two-step");
}

/* The caption of a chart counts as its sentence. */
static void
test_chart (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "chart", "Savings that Monitor expects");

  check_add_item (fixture, box, "figure", add_figure (fixture));
  check_assert_finds (fixture, "two-step", "does not name Andy Burnham");
  check_set (box, "text", "As reported by Andy Burnham.");
  check_assert_passes (fixture, "two-step");
}

/* Who speaks for the body that estimates is no second step. */
static void
test_own_speaker (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = add_figure (fixture);
  CareRecord *role = check_add (fixture, "role", "post", "Chief executive", NULL);
  g_autofree char *person = g_strdup (care_record_get (figure, "reporter"));
  g_autofree char *body = g_strdup (care_record_get (figure, "estimator"));

  check_write (fixture, "{figure:%d} can be saved, says Monitor.", figure);
  check_assert_finds (fixture, "two-step", "Andy Burnham");
  check_set (role, "person", person);
  check_set (role, "actor", body);
  check_assert_passes (fixture, "two-step");
}

/* One with a post somewhere else is a second step. */
static void
test_other_speaker (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = add_figure (fixture);
  CareRecord *role = check_add (fixture, "role", "post", "Shadow health secretary", NULL);
  g_autofree char *person = g_strdup (care_record_get (figure, "reporter"));

  check_set (role, "person", person);
  check_refer (role, "actor", check_add (fixture, "actor", "name", "Labour Party", "kind", "party", NULL));
  check_write (fixture, "{figure:%d} can be saved, says Monitor.", figure);
  check_assert_finds (fixture, "two-step", "does not name Andy Burnham");
}

/* Who is cited is named; who has made another source is not. */
static void
test_cited (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = add_figure (fixture);
  CareRecord *source = check_add (fixture, "source", "title", "On savings", "kind", "report", NULL);
  g_autofree char *body = g_strdup (care_record_get (figure, "estimator"));
  g_autofree char *text = g_strdup_printf ("Mr Burnham says that {figure:%" G_GINT64_FORMAT "} can be saved [@%" G_GINT64_FORMAT "].",
                                           care_record_get_id (figure), care_record_get_id (source));

  check_set (fixture->section, "text", text);
  check_assert_finds (fixture, "two-step", "does not name Monitor");
  check_set (source, "creator", body);
  check_assert_passes (fixture, "two-step");
}

/* Its author is named as well, where that is who reports. */
static void
test_cited_author (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = add_figure (fixture);
  CareRecord *source = check_add (fixture, "source", "title", "On savings", "kind", "report", NULL);
  g_autofree char *person = g_strdup (care_record_get (figure, "reporter"));
  g_autofree char *text = g_strdup_printf ("Monitor says that {figure:%" G_GINT64_FORMAT "} can be saved [@%" G_GINT64_FORMAT "].",
                                           care_record_get_id (figure), care_record_get_id (source));

  check_set (fixture->section, "text", text);
  check_assert_finds (fixture, "two-step", "does not name Andy Burnham");
  check_set (source, "author", person);
  check_assert_passes (fixture, "two-step");
}

/* A body may report, too, for somebody or by itself; its own estimate is one step. */
static void
test_reporting_body (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = add_figure (fixture);
  CareRecord *party = check_add (fixture, "actor", "name", "Labour", "kind", "party", NULL);
  CareRecord *source = check_add (fixture, "source", "title", "On savings", "kind", "report", NULL);
  g_autofree char *estimator = g_strdup (care_record_get (figure, "estimator"));
  g_autofree char *text = g_strdup_printf ("Monitor expects {figure:%" G_GINT64_FORMAT "} [@%" G_GINT64_FORMAT "].",
                                           care_record_get_id (figure), care_record_get_id (source));

  check_refer (figure, "reporting_body", party);
  check_set (fixture->section, "text", text);
  check_assert_finds (fixture, "two-step", "does not name Andy Burnham");
  check_refer (source, "creator", party);
  check_assert_passes (fixture, "two-step");
  check_write (fixture, "Monitor expects {figure:%d}, Labour says.", figure);
  check_assert_passes (fixture, "two-step");
  check_write (fixture, "Monitor expects {figure:%d}.", figure);
  check_set (figure, "reporter", NULL);
  check_assert_finds (fixture, "two-step", "does not name Labour");
  check_write (fixture, "It is {figure:%d}.", figure);
  check_set (figure, "reporting_body", estimator);
  check_assert_passes (fixture, "two-step");
}

/* Where one of them is not recorded there is nothing to name. */
static void
test_one_step (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = add_figure (fixture);
  g_autofree char *person = g_strdup (care_record_get (figure, "reporter"));

  check_write (fixture, "It is {figure:%d}.", figure);
  check_assert_finds (fixture, "two-step", "Monitor");
  check_set (figure, "reporter", NULL);
  check_assert_passes (fixture, "two-step");
  check_set (figure, "reporter", person);
  check_set (figure, "estimator", NULL);
  check_assert_passes (fixture, "two-step");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/two-step/sentence", test_sentence);
  g_test_add_func ("/checks/two-step/chart", test_chart);
  g_test_add_func ("/checks/two-step/own-speaker", test_own_speaker);
  g_test_add_func ("/checks/two-step/other-speaker", test_other_speaker);
  g_test_add_func ("/checks/two-step/cited", test_cited);
  g_test_add_func ("/checks/two-step/cited-author", test_cited_author);
  g_test_add_func ("/checks/two-step/reporting-body", test_reporting_body);
  g_test_add_func ("/checks/two-step/one-step", test_one_step);
  return g_test_run ();
}
