/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two copies of one library, each gone its own way, are merged. */

#include "merge-fixture.h"
#include "undo-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_ROUNDS 1
#else
#define N_ROUNDS 4
#endif

/* The same comes of it whichever way round, with and without the ancestor; and it
 * can be undone. */
static void
test_random (MergeFixture *fixture, gconstpointer data)
{
  guint n_conflicts = 0;
  guint n_others;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GPtrArray) records = store_records_random (3);
      g_autofree char *turned = g_strconcat (fixture->paths[1], ".turned", NULL);
      g_autofree char *given = g_strconcat (fixture->paths[0], ".given", NULL);
      g_autofree char *before = NULL;
      g_autofree char *dump = NULL;
      g_autofree char *dump_turned = NULL;
      g_autofree char *dump_given = NULL;
      g_autofree char *after = NULL;
      g_autofree char *theirs_before = NULL;
      g_autofree char *theirs_after = NULL;
      guint64 choices = (guint64) store_id_random ();

      g_unlink (fixture->base.path);
      store_fixture_create (&fixture->base, records);
      if (round % 2 == 1)
        merge_go_astray (fixture->base.path);
      merge_fixture_part (fixture);
      merge_go_astray (fixture->paths[0]);
      merge_go_astray (fixture->paths[1]);
      merge_copy_file (fixture->paths[1], turned);
      merge_copy_file (fixture->paths[0], given);
      before = merge_dump_path (fixture->paths[0]);
      theirs_before = merge_dump_path (fixture->paths[1]);

      dump = merge_paths (fixture->paths[0], fixture->paths[1], NULL, choices, FALSE, &n_conflicts);
      theirs_after = merge_dump_path (fixture->paths[1]);
      g_assert_cmpstr (theirs_before, ==, theirs_after);
      dump_turned = merge_paths (turned, given, NULL, choices, TRUE, &n_others);
      g_assert_cmpuint (n_conflicts, ==, n_others);
      g_assert_cmpstr (dump, ==, dump_turned);
      dump_given = merge_paths (given, fixture->paths[1], fixture->base.path, choices, FALSE, &n_others);
      g_assert_cmpuint (n_conflicts, ==, n_others);
      g_assert_cmpstr (dump, ==, dump_given);
      g_test_message ("%u conflicts", n_conflicts);

      merge_undo_path (fixture->paths[0]);
      after = merge_dump_path (fixture->paths[0]);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Libraries that were merged and have grown apart again. */
static void
test_random_again (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (3);
  g_autofree char *turned = g_strconcat (fixture->paths[0], ".turned", NULL);
  guint n_conflicts;

  g_unlink (fixture->base.path);
  store_fixture_create (&fixture->base, records);
  merge_fixture_part (fixture);
  for (guint round = 0; round < 4; round++)
    {
      const char *from = fixture->paths[round % 2];
      const char *to = fixture->paths[1 - round % 2];
      guint64 choices = (guint64) store_id_random ();
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      merge_go_astray (from);
      merge_go_astray (to);
      merge_copy_file (to, turned);
      one = merge_paths (to, from, NULL, choices, FALSE, &n_conflicts);
      /* Round the other way in a copy, so that only one of them knows the other. */
      {
        g_autofree char *copy = g_strconcat (from, ".copy", NULL);
        merge_copy_file (from, copy);
        other = merge_paths (copy, turned, NULL, choices, TRUE, &n_conflicts);
      }
      g_assert_cmpstr (one, ==, other);
    }
}

/* Every field that both have changed otherwise is told, none beside; what one alone
 * has done is there after. */
static void
test_fields (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) mine = NULL;
  g_autoptr (CareLibrary) theirs = NULL;
  g_autoptr (CareMerge) merge = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  CareMergeLibraries libraries;
  CareMergeConflict *conflict;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  merge_fixture_part (fixture);
  merge_change_path (fixture->paths[0], "figure", 10, "value", "5e9 GBP");
  merge_change_path (fixture->paths[0], "figure", 11, "label", "Saved");
  merge_change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  merge_change_path (fixture->paths[1], "figure", 10, "actor", "2");
  mine = merge_open (fixture->paths[0], CARE_LIBRARY_WRITE);
  theirs = merge_open (fixture->paths[1], CARE_LIBRARY_READ);
  libraries = (CareMergeLibraries){ mine, theirs, 0 };

  merge = merge_plan (&libraries, NULL);
  g_assert_cmpuint (care_merge_get_conflicts (merge)->len, ==, 1);
  conflict = g_ptr_array_index (care_merge_get_conflicts (merge), 0);
  line = care_merge_conflict_describe (conflict, care_library_merge_lookup, &libraries);
  g_assert_cmpstr (line, ==,
                   "Value of “Better Care Fund”: before: £3.8 billion; mine: £5 billion; theirs: £5.3 billion");
  taken = care_merge_taken (merge);
  g_assert_cmpuint (taken->len, ==, 1);
  care_merge_decide_all (merge, CARE_MERGE_TAKE_THEIRS);
  care_library_merge_apply (&libraries, merge, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_library_find (mine, "figure", 10), "value"), ==, "53e8 GBP");
  g_assert_cmpstr (care_record_get (care_library_find (mine, "figure", 10), "actor"), ==, "2");
  g_assert_cmpstr (care_record_get (care_library_find (mine, "figure", 11), "label"), ==, "Saved");
}

/* One act, with the sentence; merged again, there is nothing to do. */
static void
test_one_act (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) mine = NULL;
  g_autoptr (CareLibrary) theirs = NULL;
  CareMergeLibraries libraries;
  g_autoptr (CareMerge) merge = NULL;
  g_autoptr (CareMerge) again = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  merge_fixture_part (fixture);
  merge_change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  merge_change_path (fixture->paths[1], "figure", 11, "label", "Saved");
  mine = merge_open (fixture->paths[0], CARE_LIBRARY_WRITE);
  theirs = merge_open (fixture->paths[1], CARE_LIBRARY_READ);
  libraries = (CareMergeLibraries){ mine, theirs, 0 };
  merge = merge_plan (&libraries, NULL);
  care_library_merge_apply (&libraries, merge, &error);
  g_assert_no_error (error);
  history = care_library_history (mine, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpstr (((CareHistoryEntry *) g_ptr_array_index (history, 0))->sentence, ==, "Merge “theirs”");

  again = merge_plan (&libraries, NULL);
  steps = care_merge_steps (again);
  g_assert_cmpuint (steps->len, ==, 0);
  g_assert_cmpuint (care_merge_get_conflicts (again)->len, ==, 0);
}

/* What both were before is found where an act of then was undone since. */
static void
test_undone_since (MergeFixture *fixture, gconstpointer data)
{
  g_autofree char *dump = NULL;
  g_autofree char *expected = NULL;
  guint n_conflicts;

  merge_change_path (fixture->base.path, "figure", 10, "value", "5e9 GBP");
  merge_change_path (fixture->base.path, "figure", 11, "label", "Saved");
  merge_fixture_part (fixture);
  merge_undo_path (fixture->paths[0]);
  merge_change_path (fixture->paths[1], "figure", 12, "label", "Innovation");
  dump = merge_paths (fixture->paths[0], fixture->paths[1], NULL, 0, FALSE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  merge_change_path (fixture->base.path, "figure", 11, "label", "Savings");
  merge_change_path (fixture->base.path, "figure", 12, "label", "Innovation");
  expected = merge_dump_path (fixture->base.path);
  g_assert_cmpstr (dump, ==, expected);
}

/* In mine the act of then can no longer be redone, but theirs can be taken back. */
static void
test_abandoned_since (MergeFixture *fixture, gconstpointer data)
{
  g_autofree char *dump = NULL;
  guint n_conflicts;

  merge_change_path (fixture->base.path, "figure", 11, "label", "Saved");
  merge_fixture_part (fixture);
  merge_undo_path (fixture->paths[0]);
  merge_change_path (fixture->paths[0], "figure", 10, "label", "Fund");
  merge_change_path (fixture->paths[1], "figure", 12, "label", "Innovation");
  dump = merge_paths (fixture->paths[0], fixture->paths[1], NULL, 0, FALSE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  g_assert_nonnull (strstr (dump, "label=Savings\n"));
  g_assert_nonnull (strstr (dump, "label=Fund\n"));
  g_assert_nonnull (strstr (dump, "label=Innovation\n"));
}

static char *
merge_into (const char *mine, const char *theirs)
{
  guint n_conflicts;
  char *dump = merge_paths (mine, theirs, NULL, 0, FALSE, &n_conflicts);

  g_assert_cmpuint (n_conflicts, ==, 0);
  return dump;
}

static void
delete_path (const char *path, const char *kind, CareId id)
{
  g_autoptr (CareLibrary) library = merge_open (path, CARE_LIBRARY_WRITE);
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autoptr (GError) error = NULL;

  care_library_plan_delete (library, act, care_library_find (library, kind, id), &error);
  g_assert_no_error (error);
  merge_apply (library, act);
}

/* What was taken by a merge and changed back since is not taken again; what theirs
 * has done since is. */
static void
test_again (MergeFixture *fixture, gconstpointer data)
{
  const char *mine = fixture->paths[0];
  const char *theirs = fixture->paths[1];
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;

  merge_fixture_part (fixture);
  merge_change_path (mine, "figure", 12, "label", "Innovation");
  merge_change_path (theirs, "figure", 10, "label", "Fund");
  merge_change_path (theirs, "figure", 11, "label", "Saved");
  first = merge_into (mine, theirs);
  g_assert_nonnull (strstr (first, "label=Saved\n"));
  merge_change_path (mine, "figure", 10, "label", "Better Care Fund");
  delete_path (mine, "figure", 11);
  merge_change_path (theirs, "figure", 12, "value", "1e6 GBP");
  second = merge_into (mine, theirs);
  g_assert_nonnull (strstr (second, "label=Better Care Fund\n"));
  g_assert_null (strstr (second, "label=Saved\n"));
  g_assert_nonnull (strstr (second, "value=1e6 GBP\n"));
  /* The other way round there is now only what mine has done; then they are alike. */
  third = merge_into (theirs, mine);
  g_assert_cmpstr (second, ==, third);
  merge_change_path (theirs, "figure", 12, "label", "Innovation fund");
  g_free (g_steal_pointer (&third));
  third = merge_into (mine, theirs);
  fourth = merge_dump_path (theirs);
  g_assert_cmpstr (third, ==, fourth);
}

/* A merge that was undone has brought nothing in. */
static void
test_again_undone (MergeFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  merge_fixture_part (fixture);
  merge_change_path (fixture->paths[0], "figure", 12, "label", "Innovation");
  merge_change_path (fixture->paths[1], "figure", 10, "label", "Fund");
  first = merge_into (fixture->paths[0], fixture->paths[1]);
  merge_undo_path (fixture->paths[0]);
  second = merge_into (fixture->paths[0], fixture->paths[1]);
  g_assert_cmpstr (first, ==, second);
}

/* Each has brought in the other as it was before. */
static void
test_crosswise (MergeFixture *fixture, gconstpointer data)
{
  g_autofree char *mine_before = g_strconcat (fixture->paths[0], ".before", NULL);
  g_autofree char *theirs_before = g_strconcat (fixture->paths[1], ".before", NULL);
  g_autofree char *turned = g_strconcat (fixture->paths[0], ".turned", NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  merge_fixture_part (fixture);
  merge_change_path (fixture->paths[0], "figure", 12, "label", "Innovation");
  merge_change_path (fixture->paths[1], "figure", 10, "label", "Fund");
  merge_copy_file (fixture->paths[0], mine_before);
  merge_copy_file (fixture->paths[1], theirs_before);
  one = merge_into (fixture->paths[0], theirs_before);
  other = merge_into (fixture->paths[1], mine_before);
  g_assert_cmpstr (one, ==, other);
  merge_change_path (fixture->paths[0], "figure", 11, "label", "Saved");
  merge_change_path (fixture->paths[1], "figure", 11, "value", "1e6 GBP");
  merge_copy_file (fixture->paths[0], turned);
  g_free (g_steal_pointer (&one));
  g_free (g_steal_pointer (&other));
  one = merge_into (fixture->paths[0], fixture->paths[1]);
  other = merge_into (fixture->paths[1], turned);
  g_assert_cmpstr (one, ==, other);
  g_assert_nonnull (strstr (one, "label=Saved\n  value=1e6 GBP\n"));
}

static void
assert_no_base (MergeFixture *fixture)
{
  g_autoptr (CareLibrary) mine = merge_open (fixture->paths[0], CARE_LIBRARY_WRITE);
  g_autoptr (CareLibrary) theirs = merge_open (fixture->paths[1], CARE_LIBRARY_READ);
  g_autoptr (GError) error = NULL;
  CareMergeLibraries libraries = { mine, theirs, 0 };
  g_autoptr (CareMerge) merge = care_library_merge_plan (&libraries, NULL, &error);

  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);
  g_assert_null (merge);
}

static void
test_no_base (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) others = store_records_random (1);
  g_autoptr (GError) error = NULL;

  /* Two that were never one. */
  merge_copy_file (fixture->base.path, fixture->paths[0]);
  care_library_create (fixture->paths[1], others, &error);
  g_assert_no_error (error);
  assert_no_base (fixture);

  /* Neither can be taken back. */
  g_unlink (fixture->paths[1]);
  merge_change_path (fixture->base.path, "figure", 11, "label", "Saved");
  merge_fixture_part (fixture);
  for (guint i = 0; i < 2; i++)
    {
      merge_undo_path (fixture->paths[i]);
      merge_change_path (fixture->paths[i], "figure", 10, "label", "Fund");
    }
  assert_no_base (fixture);

  /* Two new ones, of which each holds what the other does not, have grown from nothing. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CareLibrary) library = NULL;
      g_autoptr (CareAct) act = care_act_new ("Add");
      g_autoptr (CareRecord) theme = store_record_new ("theme", i + 1, "name", "Funding", NULL);

      g_unlink (fixture->paths[i]);
      care_library_create (fixture->paths[i], NULL, &error);
      g_assert_no_error (error);
      library = merge_open (fixture->paths[i], CARE_LIBRARY_WRITE);
      care_act_insert (act, theme);
      merge_apply (library, act);
    }
  {
    guint n_conflicts;
    g_autofree char *dump
      = merge_paths (fixture->paths[0], fixture->paths[1], NULL, 0, FALSE, &n_conflicts);
    g_assert_cmpstr (dump, ==, "theme 1\n  name=Funding\ntheme 2\n  name=Funding\n");
  }
}

/* Nothing is done to a library that has been changed since it was compared. */
static void
test_changed_since (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) mine = NULL;
  g_autoptr (CareLibrary) theirs = NULL;
  CareMergeLibraries libraries;
  g_autoptr (CareMerge) merge = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  merge_fixture_part (fixture);
  merge_change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  mine = merge_open (fixture->paths[0], CARE_LIBRARY_WRITE);
  theirs = merge_open (fixture->paths[1], CARE_LIBRARY_READ);
  libraries = (CareMergeLibraries){ mine, theirs, 0 };
  merge = merge_plan (&libraries, NULL);
  merge_change (mine, "figure", 10, "value", "5e9 GBP");
  before = store_dump_library (mine);
  g_assert_false (care_library_merge_apply (&libraries, merge, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);
  after = store_dump_library (mine);
  g_assert_cmpstr (before, ==, after);
}

/* The private copies are gone, whether it went well or not. */
static void
assert_nothing_left (const char *temporary)
{
  g_autoptr (GDir) folder = g_dir_open (temporary, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_true (g_str_has_prefix (name, "carebrief-store-"));
}

static void
test_nothing_left (MergeFixture *fixture, gconstpointer data)
{
  guint n_conflicts;

  merge_fixture_part (fixture);
  merge_change_path (fixture->paths[0], "figure", 10, "label", "Fund");
  merge_change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  g_free (merge_paths (fixture->paths[0], fixture->paths[1], NULL, 0, FALSE, &n_conflicts));
  assert_nothing_left (data);
}

#define ADD(name, function)                                                                           \
  g_test_add ("/store/merge/" name, MergeFixture, temporary, merge_fixture_set_up, function,           \
              merge_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *temporary = NULL;
  int status;

  /* A folder for the copies that nobody else uses. */
  undo_fixture_init ();
  temporary = g_build_filename (g_getenv ("TMPDIR") == NULL ? "/tmp" : g_getenv ("TMPDIR"), "care-test-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (temporary));
  g_setenv ("TMPDIR", temporary, TRUE);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("fields", test_fields);
  ADD ("one-act", test_one_act);
  ADD ("undone-since", test_undone_since);
  ADD ("abandoned-since", test_abandoned_since);
  ADD ("again", test_again);
  ADD ("again-undone", test_again_undone);
  ADD ("crosswise", test_crosswise);
  ADD ("no-base", test_no_base);
  ADD ("changed-since", test_changed_since);
  ADD ("nothing-left", test_nothing_left);
  ADD ("random", test_random);
  ADD ("random-again", test_random_again);
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (temporary), ==, 0);
  return status;
}
