/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All parties are put into a box by one act: in the declared order, each with what it said
 * last, and those of which nothing is found named in the note. */

#include "undo-fixture.h"

#include "care-error.h"
#include "care-party-lines-plan.h"

static void
add (UndoFixture *fixture, CareRecord *record)
{
  undo_insert (fixture, "Add", record);
}

static void
add_position (UndoFixture *fixture, CareId id, const char *actor, const char *currency, const char *wording)
{
  g_autofree char *position = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  add (fixture, store_record_new ("position", id, "actor", actor, "theme", "110", "title", wording, "currency", currency, NULL));
  add (fixture, store_record_new ("position_version", id + 50, "position", position, "wording", wording, NULL));
}

/* Four parties, of which one has two wordings, one is unclear and one has abandoned what
 * it held. */
static void
add_all (UndoFixture *fixture)
{
  static const char *const parties[] = { "Blue Party", "Green Party", "Red Party", "White Party", NULL };
  static const char *const orders[] = { "3", "1", "2", "4" };

  add (fixture, store_record_new ("theme", 110, "name", "Boards", NULL));
  for (guint i = 0; parties[i] != NULL; i++)
    add (fixture, store_record_new ("actor", 101 + i, "name", parties[i], "kind", "party", "ordinal", orders[i], NULL));
  add_position (fixture, 120, "101", "current", "Keep boards");
  add_position (fixture, 121, "102", "unclear", "End boards");
  add_position (fixture, 122, "103", "abandoned", "Double boards");
  add (fixture, store_record_new ("briefing", 130, "title", "Boards", "status", "draft", NULL));
  add (fixture, store_record_new ("box", 131, "briefing", "130", "kind", "party-lines", "title", "Party lines",
                                  "coverage_note", "By seats held.", NULL));
  add (fixture, store_record_new ("party_line", 140, "actor", "104", "line", "wait and see", NULL));
  add (fixture, store_record_new ("box_item", 141, "box", "131", "party_line", "140", "ordinal", "1", NULL));
}

static void
assert_item (UndoFixture *fixture, GPtrArray *items, guint index, const char *line, const char *note)
{
  CareRecord *item = g_ptr_array_index (items, index);
  CareRecord *printed = care_library_follow (fixture->library, item, "party_line");

  g_assert_cmpint (care_record_get_number (item, "ordinal"), ==, (int) index + 1);
  g_assert_cmpstr (care_record_get_title (printed), ==, line);
  g_assert_cmpstr (care_record_get (printed, "coverage_note"), ==, note);
}

static void
test_all (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *said = NULL;
  CareRecord *box;

  add_all (fixture);
  box = undo_find (fixture, "box", 131);
  g_assert_true (care_party_lines_guess_theme (fixture->library, box) == undo_find (fixture, "theme", 110));
  proposals = care_party_lines_propose (fixture->library, box, 110);
  said = care_party_lines_describe (proposals);
  g_assert_cmpstr (said, ==,
                   "Green Party: End boards (unclear whether still held)\nRed Party: no position found\n"
                   "Blue Party: Keep boards\nLabour: no position found");
  act = care_party_lines_plan (fixture->library, box, undo_find (fixture, "theme", 110),
                               care_day_from_ymd (2026, 11, 26), &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Add all parties to “Party lines”");
  items = care_library_children (fixture->library, "box_item", "box", 131);
  g_assert_cmpuint (items->len, ==, 3);
  assert_item (fixture, items, 0, "End boards", "It is unclear whether this is still held.");
  assert_item (fixture, items, 1, "Keep boards", NULL);
  assert_item (fixture, items, 2, "wait and see", NULL);
  g_assert_cmpstr (care_record_get (undo_find (fixture, "box", 131), "coverage_note"), ==,
                   "By seats held. As of 26 November 2026, no current position on “Boards” was found for Red Party or "
                   "Labour.");
}

/* A line that there is already is printed, and none is added where all have one. */
static void
test_again (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autoptr (CareAct) none = NULL;
  g_autoptr (GPtrArray) items = NULL;
  CareRecord *theme;

  add_all (fixture);
  theme = undo_find (fixture, "theme", 110);
  add_position (fixture, 123, "103", "current", "Halve boards");
  add (fixture, store_record_new ("party_line", 142, "actor", "101", "version", "170", "line", "keep them", NULL));
  act = care_party_lines_plan (fixture->library, undo_find (fixture, "box", 131), theme, care_day_from_ymd (2026, 11, 26),
                               &error);
  g_assert_no_error (error);
  undo_apply (fixture, act);
  items = care_library_children (fixture->library, "box_item", "box", 131);
  assert_item (fixture, items, 1, "Halve boards", NULL);
  assert_item (fixture, items, 2, "keep them", NULL);
  g_assert_cmpstr (care_record_get (undo_find (fixture, "box", 131), "coverage_note"), ==,
                   "By seats held. As of 26 November 2026, no current position on “Boards” was found for Labour.");
  none = care_party_lines_plan (fixture->library, undo_find (fixture, "box", 131), theme, care_day_from_ymd (2026, 11, 26),
                                &error);
  g_assert_null (none);
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT);
}

static void
test (const char *path, void (*function) (UndoFixture *fixture, gconstpointer data))
{
  g_test_add (path, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  undo_fixture_init ();
  test ("/party-lines/all", test_all);
  test ("/party-lines/again", test_again);
  return g_test_run ();
}
