/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library that is opened and closed all day long takes no more memory in the
 * evening. */

#include "resident.h"
#include "store-fixture.h"

#define N_TIMES 200

/* Until then caches are filled, which are for ever. */
#define N_BEFORE 40

/* A morning's work. */
static void
use (StoreFixture *fixture, guint time)
{
  g_autoptr (CareLibrary) library = store_fixture_open (fixture, time % 2 == 0 ? CARE_LIBRARY_WRITE : CARE_LIBRARY_READ);
  g_autoptr (GPtrArray) records = care_library_records (library);
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf ("Savings %u", time);

  g_assert_cmpuint (records->len, >, 0);
  g_assert_nonnull (care_library_list (library, "figure"));
  if (!care_library_is_writable (library))
    return;
  care_act_set (act, care_library_find (library, "figure", 11), "label", label, &error);
  g_assert_no_error (error);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);
  g_free (care_library_undo (library, &error));
  g_assert_no_error (error);
}

static void
test_open_and_close (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  gint64 before = 0;
  gint64 after;

  store_fixture_create (fixture, records);
  for (guint i = 0; i < N_BEFORE + N_TIMES; i++)
    {
      if (i == N_BEFORE)
        before = resident_get ();
      use (fixture, i);
    }
  after = resident_get ();
  g_test_message ("%" G_GINT64_FORMAT " kB before, %" G_GINT64_FORMAT " kB after", before / 1024, after / 1024);
  g_assert_cmpint (after - before, <, before / 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/memory/open-and-close", StoreFixture, NULL, store_fixture_set_up, test_open_and_close,
              store_fixture_tear_down);
  return g_test_run ();
}
