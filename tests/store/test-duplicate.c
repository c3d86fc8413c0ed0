/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that a library has twice are made one by one act, undone by one step. */

#include "undo-fixture.h"

#include "care-duplicate-plan.h"

static void
add_sources (UndoFixture *fixture)
{
  undo_insert (fixture, "Add a source",
               store_record_new ("source", 71, "title", "Forward View", "kind", "report", "url", "https://example.org/5", NULL));
  undo_insert (fixture, "Add a source",
               store_record_new ("source", 72, "title", "The forward view", "kind", "report", "url",
                                 "http://www.example.org/5/", "accessed", "2015-02-04", NULL));
  undo_insert (fixture, "Add a source",
               store_record_new ("source", 73, "title", "Forward view again", "kind", "report", "url",
                                 "https://example.org/5#top", "note", "Seen", "published", "2014-10", NULL));
  undo_insert (fixture, "Cite", store_record_new ("citation", 74, "source", "71", "figure", "10", "pinpoint", "p.3", NULL));
  undo_insert (fixture, "Quote", store_record_new ("quotation", 75, "text", "words", "source", "72", NULL));
  undo_set (fixture, "Write", undo_find (fixture, "section", 31), "text", "It holds {figure:10} [@71 p.3] and [@72].");
}

static void
test_merge (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (CareAct) act = NULL;
  CareRecord *kept;

  add_sources (fixture);
  found = care_duplicate_plan_find (fixture->library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  act = care_duplicate_plan_merge (fixture->library, found, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Merge 2 duplicate sources");

  kept = undo_find (fixture, "source", 73);
  g_assert_cmpstr (care_record_get (kept, "accessed"), ==, "2015-02-04");
  g_assert_cmpstr (care_record_get (kept, "title"), ==, "Forward view again");
  g_assert_null (care_library_find (fixture->library, "source", 71));
  g_assert_null (care_library_find (fixture->library, "source", 72));
  g_assert_cmpint (care_record_get_reference (undo_find (fixture, "citation", 74), "source"), ==, 73);
  g_assert_cmpint (care_record_get_reference (undo_find (fixture, "quotation", 75), "source"), ==, 73);
  g_assert_cmpstr (care_record_get (undo_find (fixture, "section", 31), "text"), ==,
                   "It holds {figure:10} [@73 p.3] and [@73].");
  again = care_duplicate_plan_find (fixture->library, NULL, &error);
  g_assert_cmpuint (again->len, ==, 0);
}

/* Of three that are one, a person may keep another than is proposed in one pair only. */
static void
test_chain (UndoFixture *fixture, gconstpointer data)
{
  const CareDuplicate chosen[] = { { 71, 73, FALSE }, { 73, 72, FALSE } };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (CareDuplicate));
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  add_sources (fixture);
  g_array_append_vals (pairs, chosen, G_N_ELEMENTS (chosen));
  act = care_duplicate_plan_merge (fixture->library, pairs, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Merge 2 duplicate sources");
  g_assert_nonnull (care_library_find (fixture->library, "source", 71));
  g_assert_null (care_library_find (fixture->library, "source", 72));
  g_assert_null (care_library_find (fixture->library, "source", 73));
  g_assert_cmpint (care_record_get_reference (undo_find (fixture, "quotation", 75), "source"), ==, 71);
  g_assert_cmpstr (care_record_get (undo_find (fixture, "section", 31), "text"), ==,
                   "It holds {figure:10} [@71 p.3] and [@71].");
}

/* More than are read at a time. */
static void
test_many (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add many sources");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = NULL;

  for (CareId id = 1000; id < 1768; id++)
    {
      g_autofree char *url = g_strdup_printf ("https://example.org/%u", (guint) id % 767);
      g_autofree char *title = g_strdup_printf ("Report %u", (guint) id);
      g_autoptr (CareRecord) source = store_record_new ("source", id, "title", title, "kind", "report", "url", url, NULL);

      care_act_insert (act, source);
    }
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
  found = care_duplicate_plan_find (fixture->library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, CareDuplicate, 0).keep, ==, 1000);
  g_assert_cmpint (g_array_index (found, CareDuplicate, 0).other, ==, 1767);
  g_cancellable_cancel (cancelled);
  g_assert_null (care_duplicate_plan_find (fixture->library, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
  add ("/store/duplicate/merge", test_merge);
  add ("/store/duplicate/chain", test_chain);
  add ("/store/duplicate/many", test_many);
  return g_test_run ();
}
