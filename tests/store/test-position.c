/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A position changes by one act: the wording before stays, and what prints it is known. */

#include "undo-fixture.h"

#include "care-error.h"
#include "care-position-plan.h"

static void
add_position (UndoFixture *fixture)
{
  undo_insert (fixture, "Add a source", store_record_new ("source", 40, "title", "Pulse", "kind", "article", NULL));
  undo_insert (fixture, "Add a position",
               store_record_new ("position", 50, "actor", "1", "title", "ICOs", "currency", "unclear", NULL));
}

static CareRecord *
new_version (CareId id, const char *wording)
{
  return store_record_new ("position_version", id, "position", "50", "wording", wording, NULL);
}

static CareAct *
plan (UndoFixture *fixture, CareRecord *position, CareRecord *version, CareRecord *citation, GPtrArray *drafts)
{
  g_autoptr (GError) error = NULL;
  CareAct *act = care_position_plan_change (fixture->library, position, version, citation, drafts, &error);

  g_assert_no_error (error);
  return act;
}

static const char *
get (UndoFixture *fixture, const char *kind, CareId id, const char *field)
{
  return care_record_get (undo_find (fixture, kind, id), field);
}

/* The first wording supersedes none; with it the position is current. */
static void
test_first (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) version = new_version (51, "Led by hospitals");
  g_autoptr (CareRecord) citation = store_record_new ("citation", 52, "source", "40", "pinpoint", "p.1", NULL);
  g_autoptr (CareAct) act = NULL;

  add_position (fixture);
  act = plan (fixture, undo_find (fixture, "position", 50), version, citation, NULL);
  undo_assert_turns (fixture, act, "Record “ICOs”");
  g_assert_null (get (fixture, "position_version", 51, "supersedes"));
  g_assert_cmpstr (get (fixture, "position", 50, "currency"), ==, "current");
  g_assert_cmpstr (get (fixture, "citation", 52, "position_version"), ==, "51");
}

static void
test_change (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) version = new_version (53, "Led by anybody");
  g_autoptr (CareAct) act = NULL;

  add_position (fixture);
  undo_insert (fixture, "Add a version", new_version (51, "Led by hospitals"));
  undo_insert (fixture, "Add another", store_record_new ("position_version", 52, "position", "50", "wording",
                                                         "Led by most", "supersedes", "51", NULL));
  act = plan (fixture, undo_find (fixture, "position", 50), version, NULL, NULL);
  undo_assert_turns (fixture, act, "Record a change of “ICOs”");
  g_assert_cmpstr (get (fixture, "position_version", 53, "supersedes"), ==, "52");
  g_assert_cmpstr (get (fixture, "position_version", 51, "wording"), ==, "Led by hospitals");
}

/* With it come those that it names and that are as new. */
static void
test_new_position (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareRecord) position = store_record_new ("position", 60, "actor", "1", "title", "Boards", NULL);
  g_autoptr (CareRecord) version
    = store_record_new ("position_version", 61, "wording", "Keep them", "speaker", "62", NULL);
  g_autoptr (CareAct) act = NULL;

  g_ptr_array_add (drafts, store_record_new ("person", 62, "name", "Andy Burnham", NULL));
  act = plan (fixture, position, version, NULL, drafts);
  undo_assert_turns (fixture, act, "Record “Boards”");
  g_assert_cmpstr (get (fixture, "position_version", 61, "position"), ==, "60");
  g_assert_cmpstr (get (fixture, "position", 60, "currency"), ==, "current");
}

static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) same = new_version (53, "Led by hospitals");
  g_autoptr (CareRecord) none = store_record_new ("position_version", 54, "position", "50", NULL);
  g_autoptr (GError) error = NULL;

  add_position (fixture);
  undo_insert (fixture, "Add a version", new_version (51, "Led by hospitals"));
  g_assert_null (care_position_plan_change (fixture->library, undo_find (fixture, "position", 50), same, NULL, NULL,
                                            &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT);
  g_clear_error (&error);
  g_assert_null (care_position_plan_change (fixture->library, undo_find (fixture, "position", 50), none, NULL, NULL,
                                            &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

static void
add_printers (UndoFixture *fixture)
{
  undo_insert (fixture, "Add a line",
               store_record_new ("party_line", 70, "actor", "1", "version", "51", "line", "led by hospitals", NULL));
  undo_insert (fixture, "Add a box",
               store_record_new ("box", 71, "briefing", "30", "kind", "party-lines", "title", "Party lines", NULL));
  undo_insert (fixture, "Add an item", store_record_new ("box_item", 72, "box", "71", "party_line", "70", NULL));
}

static void
assert_use (GPtrArray *uses, guint index, CareId printer, CareId briefing, gboolean is_outdated)
{
  const CarePositionUse *use = g_ptr_array_index (uses, index);

  g_assert_cmpint (care_record_get_id (use->printer), ==, printer);
  g_assert_cmpint (use->briefing == NULL ? 0 : care_record_get_id (use->briefing), ==, briefing);
  g_assert_cmpint (use->is_outdated, ==, is_outdated);
}

static void
assert_tells (GPtrArray *uses, const char *expected)
{
  g_autofree char *told = care_position_tell_outdated (uses);

  g_assert_cmpstr (told, ==, expected);
}

/* Nobody is told of what prints the newest; once it has changed, all of them are. */
static void
test_uses (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (CareRecord) version = new_version (53, "Led by anybody");
  g_autoptr (CareAct) act = NULL;

  add_position (fixture);
  undo_insert (fixture, "Add a version", new_version (51, "Led by hospitals"));
  add_printers (fixture);
  before = care_position_uses (fixture->library, undo_find (fixture, "position", 50));
  g_assert_cmpuint (before->len, ==, 2);
  assert_use (before, 0, 70, 0, FALSE);
  assert_use (before, 1, 71, 30, FALSE);
  assert_tells (before, "No party line and no briefing prints the earlier wording.");
  act = plan (fixture, undo_find (fixture, "position", 50), version, NULL, NULL);
  undo_apply (fixture, act);
  after = care_position_uses (fixture->library, undo_find (fixture, "position", 50));
  assert_use (after, 0, 70, 0, TRUE);
  assert_use (after, 1, 71, 30, TRUE);
  assert_tells (after, "1 party line and 1 briefing still print the earlier wording.");
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

  add ("/position/first", test_first);
  add ("/position/change", test_change);
  add ("/position/new-position", test_new_position);
  add ("/position/refused", test_refused);
  add ("/position/uses", test_uses);
  return g_test_run ();
}
