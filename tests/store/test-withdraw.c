/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that came together are taken out but for what is used, and put back. */

#include "undo-fixture.h"

static gboolean
is_there (UndoFixture *fixture, const char *kind, CareId id)
{
  return care_library_find (fixture->library, kind, id) != NULL;
}

/* Those that the library of the fixture began with. */
static GPtrArray *
list_first (UndoFixture *fixture)
{
  g_autoptr (GPtrArray) few = store_records_few ();

  for (guint i = 0; i < few->len; i++)
    {
      CareRecord *record = g_ptr_array_index (few, i);

      g_assert_true (is_there (fixture, care_record_get_kind (record)->name, care_record_get_id (record)));
    }
  return g_steal_pointer (&few);
}

static void
test_all (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = list_first (fixture);
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autoptr (CareAct) back = NULL;
  guint n_kept = 1;

  /* Whatever has been done to it since. */
  undo_set (fixture, "Rename", undo_find (fixture, "figure", 10), "label", "Another");
  act = care_library_plan_withdraw (fixture->library, records, &n_kept);
  g_assert_cmpuint (n_kept, ==, 0);
  g_assert_cmpuint (care_act_get_steps (act)->len, ==, records->len);
  undo_assert_turns (fixture, act, care_act_get_sentence (act));
  after = undo_dump (fixture);
  g_assert_cmpstr (after, ==, "");
  back = care_library_plan_bring_back (fixture->library, records);
  undo_assert_turns (fixture, back, care_act_get_sentence (back));
  undo_assert_dump (fixture, before);
}

/* The figure names the pledge, which names the party: all that they use stays, the other
 * figures go. */
static void
test_used (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = list_first (fixture);
  g_autoptr (CareAct) act = NULL;
  g_autoptr (CareAct) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_kept, n_still;

  undo_insert (fixture, "Add limb", store_record_new ("limb", 51, "pledge", "20", "text", "All of it", NULL));
  act = care_library_plan_withdraw (fixture->library, records, &n_kept);
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (n_kept + care_act_get_steps (act)->len, ==, records->len);
  undo_assert_turns (fixture, act, care_act_get_sentence (act));
  g_assert_true (is_there (fixture, "limb", 51));
  g_assert_true (is_there (fixture, "pledge", 20));
  g_assert_false (is_there (fixture, "figure", 12));
  g_assert_false (is_there (fixture, "briefing", 30));
  g_assert_true (care_library_verify (fixture->library, &error));
  g_assert_no_error (error);
  again = care_library_plan_withdraw (fixture->library, records, &n_still);
  g_assert_cmpuint (care_act_get_steps (again)->len, ==, 0);
  g_assert_cmpuint (n_still, ==, n_kept);
}

static gboolean
is_used (CareLibrary *library, CareRecord *record)
{
  g_autoptr (GPtrArray) users = care_library_users (library, record);
  gboolean is_owned = FALSE;

  for (guint i = 0; i < care_record_get_kind (record)->n_fields; i++)
    is_owned = is_owned || (care_record_get_kind (record)->fields[i].flags & CARE_FIELD_IS_OWNER);
  return users->len > 0 || is_owned;
}

/* Of anything: nothing that stays lacks what it names, what is not of them is as it was,
 * and nothing stays for nothing. */
static void
test_random (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = store_records_random (3);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autofree char *before = NULL;
  guint n_kept;

  g_assert_true (care_library_import (fixture->library, all, NULL, &error));
  for (guint i = 0; i < all->len; i++)
    if (g_test_rand_int_range (0, 20) > 0)
      g_ptr_array_add (some, g_ptr_array_index (all, i));
  before = undo_dump (fixture);
  act = care_library_plan_withdraw (fixture->library, some, &n_kept);
  g_assert_cmpuint (n_kept + care_act_get_steps (act)->len, ==, some->len);
  undo_apply (fixture, act);
  g_assert_true (care_library_verify (fixture->library, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      CareRecord *record = g_ptr_array_index (all, i);
      CareRecord *left = care_library_find (fixture->library, care_record_get_kind (record)->name, care_record_get_id (record));

      if (!g_ptr_array_find (some, record, NULL))
        g_assert_nonnull (left);
      else if (left != NULL)
        g_assert_true (is_used (fixture->library, left));
    }
  if (care_act_get_steps (act)->len > 0)
    undo_undo (fixture, care_act_get_sentence (act));
  undo_assert_dump (fixture, before);
}

int
main (int argc, char *argv[])
{
  undo_fixture_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/withdraw/all", UndoFixture, NULL, undo_fixture_set_up, test_all, undo_fixture_tear_down);
  g_test_add ("/withdraw/used", UndoFixture, NULL, undo_fixture_set_up, test_used, undo_fixture_tear_down);
  for (guint i = 0; i < UNDO_TIMES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/withdraw/random/%u", i);

      g_test_add (path, UndoFixture, NULL, undo_fixture_set_up, test_random, undo_fixture_tear_down);
    }
  return g_test_run ();
}
