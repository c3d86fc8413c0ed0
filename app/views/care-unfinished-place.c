/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which file has what is kept of the forms of a library. A copy has the history of what it was
 * made of, and another may be put in the place of one: so a library is known by its path and
 * the first act of its history together. One that was moved is found by that act alone, if
 * there is nothing any more where it was. */

#include "care-unfinished-private.h"

#include <gio/gio.h>

/* No form is called so: theirs are escaped. */
#define GROUP "/library"

static char *
make_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "carebrief", "unfinished", NULL);
}

static char *
make_path (const char *whole, CareId origin)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *base = g_path_get_basename (whole);
  g_autofree char *known = g_strdup_printf ("%s\n%" G_GINT64_FORMAT, whole, origin);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, known, -1);
  g_autofree char *name = g_strdup_printf ("%s-%.16s.ini", base, hash);

  return g_build_filename (folder, name, NULL);
}

/* Whether @path is of a library with that first act that is not where it was. */
static gboolean
is_of_moved (const char *path, CareId origin)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *where = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL)
      || g_key_file_get_int64 (file, GROUP, "origin", NULL) != origin)
    return FALSE;
  where = g_key_file_get_string (file, GROUP, "path", NULL);
  return where != NULL && !g_file_test (where, G_FILE_TEST_EXISTS);
}

/* (transfer full) (nullable) */
static char *
find_moved (CareId origin)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_of_moved (path, origin))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* (transfer full): the file that has it for @library, or is to have it. That of a library that
 * was moved is called anew. */
char *
care_unfinished_find_path (CareLibrary *library)
{
  g_autofree char *whole = g_canonicalize_filename (care_library_get_path (library), NULL);
  CareId origin = care_library_get_origin (library);
  g_autofree char *moved = NULL;
  char *path = make_path (whole, origin);

  care_unfinished_wait ();
  if (origin != 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    moved = find_moved (origin);
  if (moved != NULL)
    {
      g_autoptr (GFile) from = g_file_new_for_path (moved);
      g_autoptr (GFile) to = g_file_new_for_path (path);

      g_file_move (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL);
    }
  return path;
}

/* Says in @file whose it is. */
void
care_unfinished_sign (GKeyFile *file, CareLibrary *library)
{
  g_autofree char *whole = g_canonicalize_filename (care_library_get_path (library), NULL);

  g_key_file_set_string (file, GROUP, "path", whole);
  g_key_file_set_int64 (file, GROUP, "origin", care_library_get_origin (library));
}
