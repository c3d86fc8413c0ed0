/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That the disk is nearly full is told in time. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sys/statvfs.h>

static guint64 room = G_MAXUINT32;

/* In the place of that of the C library: a disk with as much room as a test wants. */
int
statvfs (const char *path, struct statvfs *disk)
{
  *disk = (struct statvfs) { .f_bsize = 1, .f_frsize = 1, .f_bavail = room };
  return 0;
}

static void
told (CareLibrary *library, const GError *error, GString *log)
{
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DISK_FULL);
  g_string_append (log, error->message);
}

static void
rename_figure (CareLibrary *library, const char *label)
{
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autoptr (GError) error = NULL;

  care_act_set (act, care_library_find (library, "figure", 10), "label", label, &error);
  g_assert_no_error (error);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

static void
test_told (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  GStatBuf file;

  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_signal_connect (library, "trouble", G_CALLBACK (told), log);
  rename_figure (library, "One");
  g_assert_cmpstr (log->str, ==, "");

  /* Three times its size is enough, after it has grown by the act, too; less is told,
   * but once. */
  g_assert_cmpint (g_stat (fixture->path, &file), ==, 0);
  room = 3 * ((guint64) file.st_size + 65536);
  rename_figure (library, "Two");
  g_assert_cmpstr (log->str, ==, "");
  room = 1000;
  rename_figure (library, "Three");
  g_assert_true (g_str_has_prefix (log->str, "Only 1.0"));
  g_string_truncate (log, 0);
  rename_figure (library, "Four");
  g_assert_cmpstr (log->str, ==, "");

  /* Once room has been made, it may become little again. */
  room = G_MAXUINT32;
  rename_figure (library, "Five");
  room = 0;
  rename_figure (library, "Six");
  g_assert_true (g_str_has_prefix (log->str, "Only 0"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/room/told", StoreFixture, NULL, store_fixture_set_up, test_told, store_fixture_tear_down);

  return g_test_run ();
}
