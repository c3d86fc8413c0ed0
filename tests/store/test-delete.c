/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes with a record that is deleted, and that all of it comes back. */

#include "undo-fixture.h"

#include <string.h>

static void
insert (CareAct *act, CareRecord *record)
{
  care_act_insert (act, record);
  g_object_unref (record);
}

/* A pledge with a limb, two verdicts and a citation; a fund that a figure names. */
static void
set_up (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Prepare");

  undo_fixture_set_up (fixture, data);
  insert (act, store_record_new ("source", 50, "title", "A report", "kind", "report", NULL));
  insert (act, store_record_new ("limb", 51, "pledge", "20", "text", "All of it", NULL));
  insert (act, store_record_new ("citation", 52, "source", "50", "pledge", "20", "pinpoint", "p.1", NULL));
  insert (act, store_record_new ("citation", 53, "source", "50", "figure", "10", NULL));
  insert (act, store_record_new ("fund", 54, "name", "The fund", NULL));
  insert (act, store_record_new ("alias", 55, "name", "The pot", "fund", "54", NULL));
  insert (act, store_record_new ("figure", 56, "label", "Within", "fund", "54", "pledge", "20", "note", "Kept", NULL));
  undo_apply (fixture, act);
}

static gboolean
is_there (UndoFixture *fixture, const char *kind, CareId id)
{
  return care_library_find (fixture->library, kind, id) != NULL;
}

/* Deletes, and looks whether undoing brings all of it back and redoing takes it. */
static void
delete (UndoFixture *fixture, const char *kind, CareId id)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  care_library_plan_delete (fixture->library, act, undo_find (fixture, kind, id), &error);
  g_assert_no_error (error);
  undo_apply (fixture, act);
  after = undo_dump (fixture);
  undo_undo (fixture, "Delete");
  undo_assert_dump (fixture, before);
  undo_redo (fixture, "Delete");
  undo_assert_dump (fixture, after);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  undo_assert_dump (fixture, after);
}

static void
test_alone (UndoFixture *fixture, gconstpointer data)
{
  delete (fixture, "figure", 12);
  g_assert_false (is_there (fixture, "figure", 12));
  g_assert_true (is_there (fixture, "figure", 11));
}

static void
test_owned (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  delete (fixture, "pledge", 20);
  g_assert_false (is_there (fixture, "pledge", 20));
  g_assert_false (is_there (fixture, "limb", 51));
  g_assert_false (is_there (fixture, "citation", 52));
  g_assert_true (is_there (fixture, "citation", 53));
  g_assert_true (is_there (fixture, "source", 50));
  /* The figure only named it. */
  g_assert_null (care_record_get (undo_find (fixture, "figure", 56), "pledge"));
  g_assert_cmpstr (care_record_get (undo_find (fixture, "figure", 56), "fund"), ==, "54");
  g_assert_cmpstr (care_record_get (undo_find (fixture, "figure", 56), "note"), ==, "Kept");
  g_assert_true (care_library_verify (fixture->library, &error));
  g_assert_no_error (error);
}

static void
test_forgotten (UndoFixture *fixture, gconstpointer data)
{
  delete (fixture, "fund", 54);
  g_assert_false (is_there (fixture, "alias", 55));
  g_assert_null (care_record_get (undo_find (fixture, "figure", 56), "fund"));
  g_assert_cmpstr (care_record_get (undo_find (fixture, "figure", 56), "pledge"), ==, "20");
}

static void
test_briefing (UndoFixture *fixture, gconstpointer data)
{
  delete (fixture, "briefing", 30);
  g_assert_false (is_there (fixture, "section", 31));
  g_assert_true (is_there (fixture, "figure", 10));
}

/* Two that are needed by each other's belongings go in one act. */
static void
test_two (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Delete two");
  g_autofree char *before = undo_dump (fixture);
  g_autoptr (GError) error = NULL;

  care_library_plan_delete (fixture->library, act, undo_find (fixture, "fund", 54), &error);
  g_assert_no_error (error);
  care_library_plan_delete (fixture->library, act, undo_find (fixture, "pledge", 20), &error);
  g_assert_no_error (error);
  undo_apply (fixture, act);
  g_assert_null (care_record_get (undo_find (fixture, "figure", 56), "fund"));
  g_assert_null (care_record_get (undo_find (fixture, "figure", 56), "pledge"));
  undo_undo (fixture, "Delete two");
  undo_assert_dump (fixture, before);
}

static void
assert_refused (UndoFixture *fixture, const char *kind, CareId id, const char *named)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autofree char *before = undo_dump (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (care_library_plan_delete (fixture->library, act, undo_find (fixture, kind, id), &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, named));
  g_assert_nonnull (strstr (error->message, care_record_get_title (undo_find (fixture, kind, id))));
  undo_assert_dump (fixture, before);
}

static void
test_needed (UndoFixture *fixture, gconstpointer data)
{
  g_autofree char *citation = g_strdup (care_record_get_title (undo_find (fixture, "citation", 52)));
  g_autoptr (CareRecord) position
    = store_record_new ("position", 60, "actor", "1", "title", "Integrate", NULL);

  assert_refused (fixture, "source", 50, citation);
  undo_insert (fixture, "Add", g_steal_pointer (&position));
  assert_refused (fixture, "actor", 1, "“Integrate");
}

/* What needs it but goes with it does not stand in the way. */
static void
test_needed_by_owned (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add");

  insert (act, store_record_new ("position", 60, "actor", "2", "title", "Integrate", NULL));
  insert (act, store_record_new ("position_version", 61, "position", "60", "wording", "First", NULL));
  insert (act, store_record_new ("position_version", 62, "position", "60", "wording", "Second", "supersedes", "61",
                                 NULL));
  undo_apply (fixture, act);
  delete (fixture, "position_version", 61);
  g_assert_null (care_record_get (undo_find (fixture, "position_version", 62), "supersedes"));
  delete (fixture, "position", 60);
  g_assert_false (is_there (fixture, "position_version", 62));
}

int
main (int argc, char *argv[])
{
  undo_fixture_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, UndoFixture, NULL, set_up, function, undo_fixture_tear_down)
  ADD ("/delete/alone", test_alone);
  ADD ("/delete/owned", test_owned);
  ADD ("/delete/forgotten", test_forgotten);
  ADD ("/delete/briefing", test_briefing);
  ADD ("/delete/two", test_two);
  ADD ("/delete/needed", test_needed);
  ADD ("/delete/needed-by-owned", test_needed_by_owned);
#undef ADD

  return g_test_run ();
}
