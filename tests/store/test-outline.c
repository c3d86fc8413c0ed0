/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sections and boxes are added, moved and duplicated, each by one act. */

#include "undo-fixture.h"

#include "care-error.h"
#include "care-outline-plan.h"

static void
insert (UndoFixture *fixture, const char *kind, CareId id, const char *field, const char *title, const char *ordinal)
{
  g_autofree char *sentence = g_strdup_printf ("Add %s", title);
  CareRecord *record = store_record_new (kind, id, "briefing", "30", field, title, "ordinal", ordinal, NULL);

  if (care_record_is (record, "box"))
    care_record_set (record, "kind", "table", NULL);
  undo_insert (fixture, sentence, record);
}

/* The fixture's "Money", and these with the gaps and doubles that merging leaves. */
static void
insert_all (UndoFixture *fixture)
{
  insert (fixture, "section", 32, "heading", "A", "1");
  insert (fixture, "section", 33, "heading", "B", "7");
  insert (fixture, "section", 34, "heading", "C", "9");
  insert (fixture, "box", 35, "title", "X", "1");
  insert (fixture, "box", 36, "title", "Y", "2");
}

static char *
list (UndoFixture *fixture, const char *kind)
{
  g_autoptr (GPtrArray) records = care_library_children (fixture->library, kind, "briefing", 30);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : "", care_record_get (g_ptr_array_index (records, i), "ordinal"),
                            care_record_get_title (g_ptr_array_index (records, i)));
  return g_strdup (out->str);
}

static void
assert_listed (UndoFixture *fixture, const char *kind, const char *expected)
{
  g_autofree char *found = list (fixture, kind);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_does (UndoFixture *fixture, CareAct *act, const char *sentence, const char *sections, const char *boxes)
{
  undo_assert_turns (fixture, act, sentence);
  assert_listed (fixture, "section", sections);
  assert_listed (fixture, "box", boxes);
}

static void
test_add (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) section = store_record_new ("section", 40, "briefing", "30", "heading", "New", NULL);
  g_autoptr (CareRecord) last = store_record_new ("section", 41, "briefing", "30", "heading", "Last", NULL);
  g_autoptr (CareRecord) box = store_record_new ("box", 42, "briefing", "30", "title", "Box", "kind", "chart", NULL);
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;

  insert_all (fixture);
  act = care_outline_plan_add (fixture->library, section, undo_find (fixture, "section", 32), &error);
  g_assert_no_error (error);
  assert_does (fixture, act, "Add “New”", "1 Money, 2 A, 3 New, 4 B, 5 C", "1 X, 2 Y");
  care_act_unref (act);
  act = care_outline_plan_add (fixture->library, last, NULL, &error);
  assert_does (fixture, act, "Add “Last”", "1 Money, 2 A, 3 New, 4 B, 5 C, 6 Last", "1 X, 2 Y");
  care_act_unref (act);
  undo_undo (fixture, "Add “Last”");
  act = care_outline_plan_add (fixture->library, last, undo_find (fixture, "briefing", 30), &error);
  assert_does (fixture, act, "Add “Last”", "1 Last, 2 Money, 3 A, 4 New, 5 B, 6 C", "1 X, 2 Y");
  care_act_unref (act);
  /* After a section there is no place for a box but the last one. */
  act = care_outline_plan_add (fixture->library, box, undo_find (fixture, "section", 32), &error);
  assert_does (fixture, act, "Add “Box”", "1 Last, 2 Money, 3 A, 4 New, 5 B, 6 C", "1 X, 2 Y, 3 Box");
}

static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) bare = store_record_new ("section", 40, "briefing", "30", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (care_outline_plan_add (fixture->library, bare, NULL, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

static void
test_move (UndoFixture *fixture, gconstpointer data)
{
  static const struct
  {
    CareId id;
    guint to;
    const char *sentence;
    const char *expected;
  } moves[] = {
    { 33, 0, "Move “B”", "1 B, 2 Money, 3 A, 4 C" },
    { 33, 1, "Move “B”", "1 Money, 2 B, 3 A, 4 C" },
    { 31, 3, "Move “Money”", "1 B, 2 A, 3 C, 4 Money" },
    { 34, 99, "Move “C”", "1 B, 2 A, 3 Money, 4 C" },
  };

  insert_all (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareAct) act
        = care_outline_plan_move (fixture->library, undo_find (fixture, "section", moves[i].id), moves[i].to, &error);

      g_assert_no_error (error);
      assert_does (fixture, act, moves[i].sentence, moves[i].expected, "1 X, 2 Y");
    }
}

/* Where it is already, nothing changes, and nothing is to be undone. */
static void
test_stay (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = NULL;
  g_autoptr (CareAct) gone_act = NULL;
  g_autoptr (CareRecord) gone = store_record_new ("section", 99, "briefing", "30", "heading", "Gone", NULL);

  act = care_outline_plan_move (fixture->library, undo_find (fixture, "section", 31), 0, NULL);
  g_assert_cmpuint (care_act_get_steps (act)->len, ==, 0);
  gone_act = care_outline_plan_move (fixture->library, gone, 0, NULL);
  g_assert_cmpuint (care_act_get_steps (gone_act)->len, ==, 0);
}

static void
test_duplicate (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = NULL;
  g_autoptr (CareAct) box_act = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  CareId id;

  insert_all (fixture);
  undo_insert (fixture, "Add an item", store_record_new ("box_item", 50, "box", "35", "figure", "10", "ordinal", "1", NULL));
  act = care_outline_plan_duplicate (fixture->library, undo_find (fixture, "section", 31), &id, &error);
  g_assert_no_error (error);
  assert_does (fixture, act, "Duplicate “Money”", "1 Money, 2 Money, 3 A, 4 B, 5 C", "1 X, 2 Y");
  g_assert_cmpstr (care_record_get (undo_find (fixture, "section", id), "text"), ==, "It holds {figure:10}.");

  box_act = care_outline_plan_duplicate (fixture->library, undo_find (fixture, "box", 35), &id, &error);
  assert_does (fixture, box_act, "Duplicate “X”", "1 Money, 2 Money, 3 A, 4 B, 5 C", "1 X, 2 X, 3 Y");
  items = care_library_children (fixture->library, "box_item", "box", id);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpint (care_record_get_reference (g_ptr_array_index (items, 0), "figure"), ==, 10);
}

static void
test_place (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) gone = store_record_new ("section", 99, "briefing", "30", "heading", "Gone", NULL);
  guint place, n_places;

  insert_all (fixture);
  g_assert_true (care_outline_find_place (fixture->library, undo_find (fixture, "section", 33), &place, &n_places));
  g_assert_cmpuint (place, ==, 2);
  g_assert_cmpuint (n_places, ==, 4);
  g_assert_false (care_outline_find_place (fixture->library, gone, &place, &n_places));
}

/* Whatever belongs to a record has its place in the same way; what has none has none. */
static void
test_append (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;

  insert_all (fixture);
  g_ptr_array_add (drafts, store_record_new ("theme", 50, "name", "Together", NULL));
  g_ptr_array_add (drafts, store_record_new ("box_item", 51, "box", "35", "text", "First", NULL));
  act = care_outline_plan_append (fixture->library, drafts, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Add “First”");
  g_assert_cmpint (care_record_get_number (undo_find (fixture, "box_item", 51), "ordinal"), ==, 1);
  undo_find (fixture, "theme", 50);
  care_act_unref (act);

  g_ptr_array_set_size (drafts, 0);
  g_ptr_array_add (drafts, store_record_new ("box_item", 52, "box", "35", "text", "Second", NULL));
  act = care_outline_plan_append (fixture->library, drafts, &error);
  undo_assert_turns (fixture, act, "Add “Second”");
  g_assert_cmpint (care_record_get_number (undo_find (fixture, "box_item", 52), "ordinal"), ==, 2);
  care_act_unref (act);
  act = care_outline_plan_move (fixture->library, undo_find (fixture, "box_item", 52), 0, &error);
  undo_assert_turns (fixture, act, "Move “Second”");
  g_assert_cmpint (care_record_get_number (undo_find (fixture, "box_item", 52), "ordinal"), ==, 1);
  care_act_unref (act);

  g_ptr_array_set_size (drafts, 0);
  g_ptr_array_add (drafts, store_record_new ("alias", 53, "actor", "10", NULL));
  act = care_outline_plan_append (fixture->library, drafts, &error);
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
  g_assert_null (act);
}

/* Whichever is added first, the lines of parties are in their declared order. */
static void
test_party_order (UndoFixture *fixture, gconstpointer data)
{
  static const CareId parties[] = { 63, 61, 62 };
  g_autoptr (GPtrArray) items = NULL;

  insert_all (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      g_autofree char *party = g_strdup_printf ("%d", (int) parties[i]);
      g_autofree char *order = g_strdup_printf ("%d", (int) parties[i] - 60);
      g_autofree char *line = g_strdup_printf ("%d", (int) parties[i] + 10);
      g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (CareAct) act = NULL;
      g_autoptr (GError) error = NULL;

      undo_insert (fixture, "Add a party",
                   store_record_new ("actor", parties[i], "name", party, "kind", "party", "ordinal", order, NULL));
      undo_insert (fixture, "Add a line",
                   store_record_new ("party_line", parties[i] + 10, "actor", party, "line", party, NULL));
      g_ptr_array_add (drafts,
                       store_record_new ("box_item", parties[i] + 20, "box", "35", "party_line", line, "text", "x", NULL));
      act = care_outline_plan_append (fixture->library, drafts, &error);
      g_assert_no_error (error);
      undo_assert_turns (fixture, act, "Add “x”");
    }
  items = care_library_children (fixture->library, "box_item", "box", 35);
  g_assert_cmpuint (items->len, ==, 3);
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpint (care_record_get_id (g_ptr_array_index (items, i)), ==, 81 + i);
}

static void
add (const char *path, void (*test) (UndoFixture *fixture, gconstpointer data))
{
  g_test_add (path, UndoFixture, NULL, undo_fixture_set_up, test, undo_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  undo_fixture_init ();
  g_test_init (&argc, &argv, NULL);
  add ("/store/outline/add", test_add);
  add ("/store/outline/refused", test_refused);
  add ("/store/outline/append", test_append);
  add ("/store/outline/party-order", test_party_order);
  add ("/store/outline/move", test_move);
  add ("/store/outline/stay", test_stay);
  add ("/store/outline/duplicate", test_duplicate);
  add ("/store/outline/place", test_place);
  return g_test_run ();
}
