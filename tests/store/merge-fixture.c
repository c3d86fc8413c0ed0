/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "merge-fixture.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_ACTS 30
#else
#define N_ACTS 200
#endif

void
merge_copy_file (const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = store_read_file (from);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  store_write_file (to, data, length);
}

void
merge_fixture_set_up (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_set_up (&fixture->base, data);
  store_fixture_create (&fixture->base, records);
  fixture->paths[0] = g_build_filename (fixture->base.folder, "mine.carebrief", NULL);
  fixture->paths[1] = g_build_filename (fixture->base.folder, "theirs.carebrief", NULL);
}

void
merge_fixture_tear_down (MergeFixture *fixture, gconstpointer data)
{
  g_free (fixture->paths[0]);
  g_free (fixture->paths[1]);
  store_fixture_tear_down (&fixture->base, data);
}

void
merge_fixture_part (MergeFixture *fixture)
{
  merge_copy_file (fixture->base.path, fixture->paths[0]);
  merge_copy_file (fixture->base.path, fixture->paths[1]);
}

CareLibrary *
merge_open (const char *path, CareLibraryMode mode)
{
  g_autoptr (GError) error = NULL;
  CareLibrary *library = care_library_open (path, mode, &error);

  g_assert_no_error (error);
  return library;
}

void
merge_apply (CareLibrary *library, CareAct *act)
{
  g_autoptr (GError) error = NULL;

  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

void
merge_change (CareLibrary *library, const char *kind, CareId id, const char *field, const char *text)
{
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  care_act_set (act, care_library_find (library, kind, id), field, text, &error);
  g_assert_no_error (error);
  merge_apply (library, act);
}

void
merge_change_path (const char *path, const char *kind, CareId id, const char *field, const char *text)
{
  g_autoptr (CareLibrary) library = merge_open (path, CARE_LIBRARY_WRITE);

  merge_change (library, kind, id, field, text);
}

void
merge_undo_path (const char *path)
{
  g_autoptr (CareLibrary) library = merge_open (path, CARE_LIBRARY_WRITE);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_undo (library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sentence);
}

char *
merge_dump_path (const char *path)
{
  g_autoptr (CareLibrary) library = merge_open (path, CARE_LIBRARY_READ);

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
  merge_apply (library, act);
}

/* Acts, and now and then one that is undone or redone. */
void
merge_go_astray (const char *path)
{
  g_autoptr (CareLibrary) library = merge_open (path, CARE_LIBRARY_WRITE);

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

CareMerge *
merge_plan (CareMergeLibraries *libraries, CareLibrary *base)
{
  g_autoptr (GError) error = NULL;
  CareMerge *merge = care_library_merge_plan (libraries, base, &error);

  g_assert_no_error (error);
  g_assert_nonnull (merge);
  return merge;
}

char *
merge_paths (const char *mine_path, const char *theirs_path, const char *base_path, guint64 choices, gboolean turned,
             guint *n_conflicts)
{
  g_autoptr (CareLibrary) mine = merge_open (mine_path, CARE_LIBRARY_WRITE);
  g_autoptr (CareLibrary) theirs = merge_open (theirs_path, CARE_LIBRARY_READ);
  g_autoptr (CareLibrary) base = base_path == NULL ? NULL : merge_open (base_path, CARE_LIBRARY_READ);
  CareMergeLibraries libraries = { mine, theirs, 0 };
  g_autoptr (CareMerge) merge = merge_plan (&libraries, base);
  GPtrArray *conflicts = care_merge_get_conflicts (merge);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    {
      gboolean is_mine = ((choices >> (i % 64)) & 1) != 0;

      ((CareMergeConflict *) g_ptr_array_index (conflicts, i))->choice
        = is_mine != turned ? CARE_MERGE_KEEP_MINE : CARE_MERGE_TAKE_THEIRS;
    }
  *n_conflicts = conflicts->len;
  care_library_merge_apply (&libraries, merge, &error);
  g_assert_no_error (error);
  care_library_verify (mine, &error);
  g_assert_no_error (error);
  return store_dump_library (mine);
}
