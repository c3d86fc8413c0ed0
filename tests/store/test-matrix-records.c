/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the matrix of positions is made of, however much else a library has. */

#include "store-fixture.h"

#include "care-matrix-records.h"

#define MANY 3000

static void
add_pledges (GPtrArray *records)
{
  for (CareId id = 1000; id < 1000 + MANY; id++)
    g_ptr_array_add (records, store_record_new ("pledge", id, "title", "Promised", "kind", "outcome", "actor", id % 2 == 0 ? "1" : "2",
                                                "theme", id % 3 == 0 ? "4" : NULL, NULL));
}

static gboolean
has (GPtrArray *records, const char *kind, CareId id)
{
  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind) && care_record_get_id (g_ptr_array_index (records, i)) == id)
      return TRUE;
  return FALSE;
}

static void
test_few (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (CareLibrary) library = NULL;

  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Labour", "kind", "party", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 2, "name", "A board", "kind", "group", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 3, "name", "A union", "kind", "group", NULL));
  g_ptr_array_add (records, store_record_new ("theme", 4, "name", "Money", NULL));
  g_ptr_array_add (records, store_record_new ("position", 5, "actor", "3", "title", "One service", NULL));
  g_ptr_array_add (records, store_record_new ("position_version", 6, "position", "5", "wording", "One", NULL));
  add_pledges (records);
  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  found = care_matrix_records (library);
  g_assert_true (has (found, "actor", 1));
  g_assert_false (has (found, "actor", 2)); /* no party, and no position of it */
  g_assert_true (has (found, "actor", 3));
  g_assert_true (has (found, "theme", 4));
  g_assert_true (has (found, "position", 5));
  g_assert_true (has (found, "position_version", 6));
  /* The last of the party's on the theme, and on none. */
  g_assert_true (has (found, "pledge", 3996));
  g_assert_true (has (found, "pledge", 3998));
  g_assert_cmpuint (found->len, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/matrix-records/few", StoreFixture, NULL, store_fixture_set_up, test_few, store_fixture_tear_down);
  return g_test_run ();
}
