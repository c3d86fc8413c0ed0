/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read beside the live records, in another thread. */

#include "store-fixture.h"

#include "care-aside.h"

#define MANY 40

static CareLibrary *
open_few (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Labour", "kind", "party", NULL));
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *label = g_strdup_printf ("Money %02u", i * 7 % MANY);

      g_ptr_array_add (records, store_record_new ("figure", 100 + i, "label", label, "value", "1e6 GBP", "actor",
                                                  i % 2 == 0 ? "1" : NULL, NULL));
    }
  store_fixture_create (fixture, records);
  return store_fixture_open (fixture, CARE_LIBRARY_WRITE);
}

static void
assert_same (CareRecord *read, CareRecord *live)
{
  g_assert_nonnull (read);
  g_assert_true (read != live);
  g_assert_cmpint (care_record_get_id (read), ==, care_record_get_id (live));
  g_assert_cmpstr (care_record_get_title (read), ==, care_record_get_title (live));
}

static gpointer
list_first (gpointer aside)
{
  return care_aside_list (aside, "figure", MANY / 2);
}

/* The first of the list that the window has, as records of its own. */
static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = open_few (fixture);
  g_autoptr (CareAside) aside = care_aside_new (library, NULL);
  g_autoptr (GListModel) list = care_library_list_sorted (library, (const char *const[]){ "figure", NULL });
  g_autoptr (GPtrArray) figures = g_thread_join (g_thread_new ("aside", list_first, aside));

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, MANY);
  g_assert_cmpuint (figures->len, ==, MANY / 2);
  for (guint i = 0; i < figures->len; i++)
    {
      g_autoptr (CareRecord) live = g_list_model_get_item (list, i);

      assert_same (figures->pdata[i], live);
    }
  g_assert_cmpuint (care_aside_count (aside, "figure"), ==, MANY);
}

/* Each is read once, and does not follow the library. */
static void
test_lookup (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = open_few (fixture);
  g_autoptr (CareAside) aside = care_aside_new (library, NULL);
  CareRecord *read = care_aside_lookup ("figure", 100, aside);
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  assert_same (read, care_library_find (library, "figure", 100));
  g_assert_true (care_act_set (act, care_library_find (library, "figure", 100), "label", "Other", &error));
  g_assert_true (care_library_apply (library, act, &error));
  g_assert_true (care_aside_lookup ("figure", 100, aside) == read);
  g_assert_cmpstr (care_record_get_title (read), ==, "Money 00");
  g_assert_null (care_aside_lookup ("figure", 99, aside));
  g_assert_null (care_aside_lookup ("figure", 0, aside));
}

static void
test_children (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = open_few (fixture);
  g_autoptr (CareAside) aside = care_aside_new (library, NULL);
  g_autoptr (GPtrArray) children = care_aside_children (aside, "figure", "actor", 1);
  g_autoptr (GPtrArray) live = care_library_children (library, "figure", "actor", 1);

  g_assert_cmpuint (children->len, ==, MANY / 2);
  for (guint i = 0; i < children->len; i++)
    assert_same (children->pdata[i], live->pdata[i]);
  g_assert_true (care_aside_lookup ("figure", 100, aside) == children->pdata[0]);
}

/* Who is wanted no more finds nothing, and so is soon done. */
static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = open_few (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CareAside) aside = care_aside_new (library, cancellable);
  CareRecord *read = care_aside_lookup ("figure", 100, aside);
  g_autoptr (GPtrArray) figures = NULL, children = NULL;

  g_cancellable_cancel (cancellable);
  figures = care_aside_list (aside, "figure", 1);
  children = care_aside_children (aside, "figure", "actor", 1);
  g_assert_cmpuint (figures->len, ==, 1); /* that has been read */
  g_assert_true (figures->pdata[0] == read);
  g_assert_cmpuint (children->len, ==, 0);
  g_assert_null (care_aside_lookup ("figure", 101, aside));
}

static void
count_trouble (CareLibrary *library, const GError *error, guint *n)
{
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
  (*n)++;
}

/* The library tells of it once, and where it may: as it is freed. */
static void
test_trouble (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = open_few (fixture);
  CareAside *aside;
  guint n = 0;

  g_clear_object (&library);
  store_run_sql (fixture->path, "UPDATE figure SET value = 'much' WHERE id < 103");
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_signal_connect (library, "trouble", G_CALLBACK (count_trouble), &n);
  aside = care_aside_new (library, NULL);
  g_assert_null (care_record_get (care_aside_lookup ("figure", 100, aside), "value"));
  g_assert_null (care_record_get (care_aside_lookup ("figure", 101, aside), "value"));
  g_assert_cmpuint (n, ==, 0);
  care_aside_free (aside);
  g_assert_cmpuint (n, ==, 1);
}

static void
add (const char *path, void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/aside/list", test_list);
  add ("/aside/lookup", test_lookup);
  add ("/aside/children", test_children);
  add ("/aside/cancelled", test_cancelled);
  add ("/aside/trouble", test_trouble);
  return g_test_run ();
}
