/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "undo-fixture.h"

#include <unistd.h>

void
undo_fixture_init (void)
{
  if (access ("/dev/shm", W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, GPtrArray *shadow)
{
  g_assert_cmpuint (position + removed, <=, shadow->len);
  if (removed > 0)
    g_ptr_array_remove_range (shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow, (int) (position + i), g_list_model_get_item (list, position + i));
}

static void
shadow_lists (UndoFixture *fixture)
{
  const CareKind *kinds;
  guint n_kinds;

  fixture->shadows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      GListModel *list = care_library_list (fixture->library, kinds[k].name);
      GPtrArray *shadow = g_ptr_array_new_with_free_func (g_object_unref);

      on_items_changed (list, 0, 0, g_list_model_get_n_items (list), shadow);
      g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), shadow);
      g_hash_table_insert (fixture->shadows, list, shadow);
    }
}

static void
assert_shadows (UndoFixture *fixture)
{
  GHashTableIter iter;
  gpointer list;
  gpointer value;

  g_hash_table_iter_init (&iter, fixture->shadows);
  while (g_hash_table_iter_next (&iter, &list, &value))
    {
      GPtrArray *shadow = value;

      g_assert_cmpuint (g_list_model_get_n_items (list), ==, shadow->len);
      for (guint i = 0; i < shadow->len; i++)
        {
          g_autoptr (CareRecord) record = g_list_model_get_item (list, i);
          CareRecord *there = g_ptr_array_index (shadow, i);
          CareId id = care_record_get_id (record);

          g_assert_true (record == there);
          g_assert_true (care_library_find (fixture->library, care_record_get_kind (record)->name, id) == record);
          if (i > 0)
            g_assert_cmpint (care_record_get_id (g_ptr_array_index (shadow, i - 1)), <, id);
        }
    }
}

static void
open_library (UndoFixture *fixture, CareLibraryMode mode)
{
  fixture->library = store_fixture_open (&fixture->base, mode);
  care_library_set_author (fixture->library, "A. Writer");
  shadow_lists (fixture);
}

static void
close_library (UndoFixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  g_clear_pointer (&fixture->shadows, g_hash_table_unref);
}

/* With the records of store_records_few(). */
void
undo_fixture_set_up (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_set_up (&fixture->base, data);
  store_fixture_create (&fixture->base, records);
  open_library (fixture, CARE_LIBRARY_WRITE);
}

void
undo_fixture_tear_down (UndoFixture *fixture, gconstpointer data)
{
  close_library (fixture);
  store_fixture_tear_down (&fixture->base, data);
}

void
undo_fixture_reopen (UndoFixture *fixture, CareLibraryMode mode)
{
  close_library (fixture);
  open_library (fixture, mode);
}

CareRecord *
undo_find (UndoFixture *fixture, const char *kind, CareId id)
{
  CareRecord *record = care_library_find (fixture->library, kind, id);

  g_assert_nonnull (record);
  return record;
}

void
undo_apply (UndoFixture *fixture, CareAct *act)
{
  g_autoptr (GError) error = NULL;

  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
}

void
undo_set (UndoFixture *fixture, const char *sentence, CareRecord *record, const char *field, const char *text)
{
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GError) error = NULL;

  care_act_set (act, record, field, text, &error);
  g_assert_no_error (error);
  undo_apply (fixture, act);
}

void
undo_insert (UndoFixture *fixture, const char *sentence, CareRecord *record)
{
  g_autoptr (CareAct) act = care_act_new (sentence);

  care_act_insert (act, record);
  g_object_unref (record);
  undo_apply (fixture, act);
}

void
undo_undo (UndoFixture *fixture, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = care_library_undo (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, sentence);
}

void
undo_redo (UndoFixture *fixture, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *redone = care_library_redo (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, sentence);
}

GPtrArray *
undo_history (UndoFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = care_library_history (fixture->library, G_MAXINT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entries);
  return entries;
}

CareId
undo_find_act (UndoFixture *fixture, const char *sentence)
{
  g_autoptr (GPtrArray) entries = undo_history (fixture);

  for (guint i = 0; i < entries->len; i++)
    {
      const CareHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->sentence, sentence))
        return entry->id;
    }
  g_assert_not_reached ();
}

char *
undo_dump (UndoFixture *fixture)
{
  assert_shadows (fixture);
  return store_dump_library (fixture->library);
}

void
undo_assert_dump (UndoFixture *fixture, const char *expected)
{
  g_autofree char *dump = undo_dump (fixture);

  g_assert_cmpstr (dump, ==, expected);
}

void
undo_assert_turns (UndoFixture *fixture, CareAct *act, const char *sentence)
{
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;

  g_assert_nonnull (act);
  g_assert_cmpstr (care_act_get_sentence (act), ==, sentence);
  undo_apply (fixture, act);
  after = undo_dump (fixture);
  undo_undo (fixture, sentence);
  undo_assert_dump (fixture, before);
  undo_redo (fixture, sentence);
  undo_assert_dump (fixture, after);
}
