/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *folder;
static char *path;

static void
remove_folder (void)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
  g_rmdir (folder);
}

static void
make_folder (void)
{
  folder = g_strdup ("/dev/shm/carebrief-fuzz-XXXXXX");
  if (g_mkdtemp (folder) == NULL)
    {
      g_free (folder);
      folder = g_dir_make_tmp ("carebrief-fuzz-XXXXXX", NULL);
    }
  g_assert_nonnull (folder);
  path = g_build_filename (folder, "fuzz.carebrief", NULL);
  atexit (remove_folder);
}

/**
 * fuzz_file_path:
 *
 * Returns: (transfer none): where a target may have a file; always the same.
 */
const char *
fuzz_file_path (void)
{
  if (folder == NULL)
    make_folder ();
  return path;
}

/**
 * fuzz_write_file:
 * @data: what is to be in it
 * @size: how many bytes
 *
 * Returns: (transfer none): a file with @data in it, written over at the next call.
 */
const char *
fuzz_write_file (const guint8 *data, gsize size)
{
  FILE *file = g_fopen (fuzz_file_path (), "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}
