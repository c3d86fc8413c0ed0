/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two copies of one library, each gone its own way, are merged. */

#include "undo-fixture.h"

#include "care-library-merge.h"

#include <glib/gstdio.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_ROUNDS 1
#define N_ACTS 60
#else
#define N_ROUNDS 4
#define N_ACTS 200
#endif

typedef struct
{
  StoreFixture base; /* its path is that of the ancestor */
  char *paths[2];
} MergeFixture;

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = store_read_file (from);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  store_write_file (to, data, length);
}

static void
set_up (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_set_up (&fixture->base, data);
  store_fixture_create (&fixture->base, records);
  fixture->paths[0] = g_build_filename (fixture->base.folder, "mine.carebrief", NULL);
  fixture->paths[1] = g_build_filename (fixture->base.folder, "theirs.carebrief", NULL);
}

static void
tear_down (MergeFixture *fixture, gconstpointer data)
{
  g_free (fixture->paths[0]);
  g_free (fixture->paths[1]);
  store_fixture_tear_down (&fixture->base, data);
}

/* Both are the ancestor now. */
static void
part (MergeFixture *fixture)
{
  copy_file (fixture->base.path, fixture->paths[0]);
  copy_file (fixture->base.path, fixture->paths[1]);
}

static CareLibrary *
open_path (const char *path, CareLibraryMode mode)
{
  g_autoptr (GError) error = NULL;
  CareLibrary *library = care_library_open (path, mode, &error);

  g_assert_no_error (error);
  return library;
}

static void
apply (CareLibrary *library, CareAct *act)
{
  g_autoptr (GError) error = NULL;

  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

static void
change (CareLibrary *library, const char *kind, CareId id, const char *field, const char *text)
{
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  care_act_set (act, care_library_find (library, kind, id), field, text, &error);
  g_assert_no_error (error);
  apply (library, act);
}

/* One act of its own, then closed. */
static void
change_path (const char *path, const char *kind, CareId id, const char *field, const char *text)
{
  g_autoptr (CareLibrary) library = open_path (path, CARE_LIBRARY_WRITE);

  change (library, kind, id, field, text);
}

static void
undo_path (const char *path)
{
  g_autoptr (CareLibrary) library = open_path (path, CARE_LIBRARY_WRITE);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_undo (library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sentence);
}

static char *
dump_path (const char *path)
{
  g_autoptr (CareLibrary) library = open_path (path, CARE_LIBRARY_READ);

  return store_dump_library (library);
}

static CareRecord *
choose (CareLibrary *library, const char *kind)
{
  GListModel *list;
  g_autoptr (CareRecord) record = NULL;
  guint n_kinds;
  const CareKind *kinds = care_kind_list (&n_kinds);

  if (kind == NULL)
    kind = kinds[g_test_rand_int_range (0, (gint32) n_kinds)].name;
  list = care_library_list (library, kind);
  if (g_list_model_get_n_items (list) == 0)
    return NULL;
  record = g_list_model_get_item (list, (guint) g_test_rand_int_range (0, (gint32) g_list_model_get_n_items (list)));
  return record;
}

/* (nullable) */
static char *
random_value (CareLibrary *library, const CareField *field)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  CareRecord *figure = choose (library, "figure");

  if (field->target != NULL)
    {
      CareRecord *target = choose (library, field->target);
      if (target == NULL)
        return NULL;
      g_ptr_array_add (targets, target);
    }
  if (field->type == CARE_FIELD_PROSE && figure != NULL && g_test_rand_bit ())
    return g_strdup_printf ("Holds {figure:%" G_GINT64_FORMAT "}.", care_record_get_id (figure));
  return store_value_random (field, targets);
}

static void
act_set (CareLibrary *library, CareAct *act)
{
  CareRecord *record = choose (library, NULL);
  const CareKind *kind = record == NULL ? NULL : care_record_get_kind (record);
  const CareField *field;
  g_autofree char *value = NULL;

  if (record == NULL || strcmp (kind->name, "edition") == 0)
    return;
  field = &kind->fields[g_test_rand_int_range (0, (gint32) kind->n_fields)];
  value = random_value (library, field);
  if (value != NULL || !(field->flags & CARE_FIELD_IS_REQUIRED))
    care_act_set (act, record, field->name, value, NULL);
}

static void
act_insert (CareLibrary *library, CareAct *act)
{
  guint n_kinds;
  const CareKind *kinds = care_kind_list (&n_kinds);
  const CareKind *kind = &kinds[g_test_rand_int_range (0, (gint32) n_kinds)];
  g_autoptr (CareRecord) record = care_record_new (kind, store_id_random ());

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = random_value (library, &kind->fields[i]);
      g_autoptr (GError) error = NULL;

      care_record_set (record, kind->fields[i].name, value, &error);
      g_assert_no_error (error);
    }
  if (care_record_check (record, NULL))
    care_act_insert (act, record);
}

static void
random_act (CareLibrary *library)
{
  int what = g_test_rand_int_range (0, 10);
  g_autoptr (CareAct) act = care_act_new ("By chance");
  CareRecord *record;

  if (what < 6)
    act_set (library, act);
  else if (what < 9)
    act_insert (library, act);
  else
    {
      record = choose (library, NULL);
      if (record == NULL || !care_library_plan_delete (library, act, record, NULL))
        return;
    }
  apply (library, act);
}

/* Acts, and now and then one that is undone or redone. */
static void
go_astray (const char *path)
{
  g_autoptr (CareLibrary) library = open_path (path, CARE_LIBRARY_WRITE);

  for (guint i = 0; i < N_ACTS; i++)
    {
      int what = g_test_rand_int_range (0, 20);

      if (what == 0 && i > 3)
        g_free (care_library_undo (library, NULL));
      else if (what == 1)
        g_free (care_library_redo (library, NULL));
      else
        random_act (library);
    }
}

static CareMerge *
plan (CareLibrary *mine, CareLibrary *theirs, CareLibrary *base)
{
  g_autoptr (GError) error = NULL;
  CareMerge *merge = care_library_merge_plan (mine, theirs, base, &error);

  g_assert_no_error (error);
  g_assert_nonnull (merge);
  return merge;
}

/* Merges @theirs into @mine; the conflict @i is decided by the bit @i of @choices,
 * the other way round if @turned. */
static char *
merge_paths (const char *mine_path, const char *theirs_path, const char *base_path, guint64 choices, gboolean turned,
             guint *n_conflicts)
{
  g_autoptr (CareLibrary) mine = open_path (mine_path, CARE_LIBRARY_WRITE);
  g_autoptr (CareLibrary) theirs = open_path (theirs_path, CARE_LIBRARY_READ);
  g_autoptr (CareLibrary) base = base_path == NULL ? NULL : open_path (base_path, CARE_LIBRARY_READ);
  g_autoptr (CareMerge) merge = plan (mine, theirs, base);
  GPtrArray *conflicts = care_merge_get_conflicts (merge);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    {
      gboolean is_mine = ((choices >> (i % 64)) & 1) != 0;

      ((CareMergeConflict *) g_ptr_array_index (conflicts, i))->choice
        = is_mine != turned ? CARE_MERGE_KEEP_MINE : CARE_MERGE_TAKE_THEIRS;
    }
  *n_conflicts = conflicts->len;
  care_library_merge_apply (mine, merge, "theirs", &error);
  g_assert_no_error (error);
  care_library_verify (mine, &error);
  g_assert_no_error (error);
  return store_dump_library (mine);
}

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
        go_astray (fixture->base.path);
      part (fixture);
      go_astray (fixture->paths[0]);
      go_astray (fixture->paths[1]);
      copy_file (fixture->paths[1], turned);
      copy_file (fixture->paths[0], given);
      before = dump_path (fixture->paths[0]);
      theirs_before = dump_path (fixture->paths[1]);

      dump = merge_paths (fixture->paths[0], fixture->paths[1], NULL, choices, FALSE, &n_conflicts);
      theirs_after = dump_path (fixture->paths[1]);
      g_assert_cmpstr (theirs_before, ==, theirs_after);
      dump_turned = merge_paths (turned, given, NULL, choices, TRUE, &n_others);
      g_assert_cmpuint (n_conflicts, ==, n_others);
      g_assert_cmpstr (dump, ==, dump_turned);
      dump_given = merge_paths (given, fixture->paths[1], fixture->base.path, choices, FALSE, &n_others);
      g_assert_cmpuint (n_conflicts, ==, n_others);
      g_assert_cmpstr (dump, ==, dump_given);
      g_test_message ("%u conflicts", n_conflicts);

      undo_path (fixture->paths[0]);
      after = dump_path (fixture->paths[0]);
      g_assert_cmpstr (before, ==, after);
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

  part (fixture);
  change_path (fixture->paths[0], "figure", 10, "value", "5e9 GBP");
  change_path (fixture->paths[0], "figure", 11, "label", "Saved");
  change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  change_path (fixture->paths[1], "figure", 10, "actor", "2");
  mine = open_path (fixture->paths[0], CARE_LIBRARY_WRITE);
  theirs = open_path (fixture->paths[1], CARE_LIBRARY_READ);
  libraries = (CareMergeLibraries){ mine, theirs };

  merge = plan (mine, theirs, NULL);
  g_assert_cmpuint (care_merge_get_conflicts (merge)->len, ==, 1);
  conflict = g_ptr_array_index (care_merge_get_conflicts (merge), 0);
  line = care_merge_conflict_describe (conflict, care_library_merge_lookup, &libraries);
  g_assert_cmpstr (line, ==,
                   "Value of “Better Care Fund”: before: £3.8 billion; mine: £5 billion; theirs: £5.3 billion");
  taken = care_merge_taken (merge);
  g_assert_cmpuint (taken->len, ==, 1);
  care_merge_decide_all (merge, CARE_MERGE_TAKE_THEIRS);
  care_library_merge_apply (mine, merge, "theirs", &error);
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
  g_autoptr (CareMerge) merge = NULL;
  g_autoptr (CareMerge) again = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  part (fixture);
  change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  change_path (fixture->paths[1], "figure", 11, "label", "Saved");
  mine = open_path (fixture->paths[0], CARE_LIBRARY_WRITE);
  theirs = open_path (fixture->paths[1], CARE_LIBRARY_READ);
  merge = plan (mine, theirs, NULL);
  care_library_merge_apply (mine, merge, "theirs", &error);
  g_assert_no_error (error);
  history = care_library_history (mine, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpstr (((CareHistoryEntry *) g_ptr_array_index (history, 0))->sentence, ==, "Merge “theirs”");

  again = plan (mine, theirs, NULL);
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

  change_path (fixture->base.path, "figure", 10, "value", "5e9 GBP");
  change_path (fixture->base.path, "figure", 11, "label", "Saved");
  part (fixture);
  undo_path (fixture->paths[0]);
  change_path (fixture->paths[1], "figure", 12, "label", "Innovation");
  dump = merge_paths (fixture->paths[0], fixture->paths[1], NULL, 0, FALSE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  change_path (fixture->base.path, "figure", 11, "label", "Savings");
  change_path (fixture->base.path, "figure", 12, "label", "Innovation");
  expected = dump_path (fixture->base.path);
  g_assert_cmpstr (dump, ==, expected);
}

/* In mine the act of then can no longer be redone, but theirs can be taken back. */
static void
test_abandoned_since (MergeFixture *fixture, gconstpointer data)
{
  g_autofree char *dump = NULL;
  guint n_conflicts;

  change_path (fixture->base.path, "figure", 11, "label", "Saved");
  part (fixture);
  undo_path (fixture->paths[0]);
  change_path (fixture->paths[0], "figure", 10, "label", "Fund");
  change_path (fixture->paths[1], "figure", 12, "label", "Innovation");
  dump = merge_paths (fixture->paths[0], fixture->paths[1], NULL, 0, FALSE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  g_assert_nonnull (strstr (dump, "label=Savings\n"));
  g_assert_nonnull (strstr (dump, "label=Fund\n"));
  g_assert_nonnull (strstr (dump, "label=Innovation\n"));
}

static void
assert_no_base (MergeFixture *fixture)
{
  g_autoptr (CareLibrary) mine = open_path (fixture->paths[0], CARE_LIBRARY_WRITE);
  g_autoptr (CareLibrary) theirs = open_path (fixture->paths[1], CARE_LIBRARY_READ);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareMerge) merge = care_library_merge_plan (mine, theirs, NULL, &error);

  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);
  g_assert_null (merge);
}

static void
test_no_base (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) others = store_records_random (1);
  g_autoptr (GError) error = NULL;

  /* Two that were never one. */
  copy_file (fixture->base.path, fixture->paths[0]);
  care_library_create (fixture->paths[1], others, &error);
  g_assert_no_error (error);
  assert_no_base (fixture);

  /* Neither can be taken back. */
  g_unlink (fixture->paths[1]);
  change_path (fixture->base.path, "figure", 11, "label", "Saved");
  part (fixture);
  for (guint i = 0; i < 2; i++)
    {
      undo_path (fixture->paths[i]);
      change_path (fixture->paths[i], "figure", 10, "label", "Fund");
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
      library = open_path (fixture->paths[i], CARE_LIBRARY_WRITE);
      care_act_insert (act, theme);
      apply (library, act);
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
  g_autoptr (CareMerge) merge = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  part (fixture);
  change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  mine = open_path (fixture->paths[0], CARE_LIBRARY_WRITE);
  theirs = open_path (fixture->paths[1], CARE_LIBRARY_READ);
  merge = plan (mine, theirs, NULL);
  change (mine, "figure", 10, "value", "5e9 GBP");
  before = store_dump_library (mine);
  g_assert_false (care_library_merge_apply (mine, merge, "theirs", &error));
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

  part (fixture);
  change_path (fixture->paths[0], "figure", 10, "label", "Fund");
  change_path (fixture->paths[1], "figure", 10, "value", "53e8 GBP");
  g_free (merge_paths (fixture->paths[0], fixture->paths[1], NULL, 0, FALSE, &n_conflicts));
  assert_nothing_left (data);
}

#define ADD(name, function) g_test_add ("/store/merge/" name, MergeFixture, temporary, set_up, function, tear_down)

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

  g_test_init (&argc, &argv, NULL);
  ADD ("fields", test_fields);
  ADD ("one-act", test_one_act);
  ADD ("undone-since", test_undone_since);
  ADD ("abandoned-since", test_abandoned_since);
  ADD ("no-base", test_no_base);
  ADD ("changed-since", test_changed_since);
  ADD ("nothing-left", test_nothing_left);
  ADD ("random", test_random);
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (temporary), ==, 0);
  return status;
}
