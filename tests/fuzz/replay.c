/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tries each file of a folder, where libFuzzer would make up more. */

#include "fuzz.h"

static void
test_file (gconstpointer path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) data, size), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *title = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func_full (title, g_build_filename (argv[1], name, NULL), test_file, g_free);
    }
  return g_test_run ();
}
