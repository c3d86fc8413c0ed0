/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "golden.h"

void
golden_assert (const char *room, const char *name, const char *found)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, room, "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) golden = NULL;

  if (g_getenv ("CARE_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, found, -1, NULL));
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  golden = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && golden[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, golden[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (golden));
}
