/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli-output.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  guint64 count;
  const char *text;
} Count;

static const Count counts[] = {
  { 0, "0" },
  { 999, "999" },
  { 1000, "1,000" },
  { 12345, "12,345" },
  { 123456, "123,456" },
  { 1234567, "1,234,567" },
  { G_MAXUINT64, "18,446,744,073,709,551,615" },
};

static void
test_format_count (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = care_cli_format_count (counts[i].count);
      g_assert_cmpstr (text, ==, counts[i].text);
    }
}

typedef struct
{
  const char *text;
  const char *clean;
} Clean;

static const Clean cleans[] = {
  { "", "" },
  { "£3.8 billion", "£3.8 billion" },
  { "a\nb\r\tc", "a b  c" },
  { "\x1b[2J", "\xef\xbf\xbd[2J" },
  { "a\xff", "a\xef\xbf\xbd" },
  { "\xc2\xa0", "\xc2\xa0" },
  { "\xe2\x80\xae", "\xef\xbf\xbd" },
  { "\xe2\x81\xa6", "\xef\xbf\xbd" },
  { "\xc2\x9b" "2J", "\xef\xbf\xbd" "2J" },
};

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cleans); i++)
    {
      g_autofree char *clean = care_cli_clean (cleans[i].text);
      g_assert_cmpstr (clean, ==, cleans[i].clean);
    }
}

typedef struct
{
  char *folder;
  char *path;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("carebrief-output-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "file", NULL);
  f->bytes = g_bytes_new_static ("new", 3);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_bytes_unref (f->bytes);
  g_free (f->path);
  g_free (f->folder);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_write (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (care_cli_write_file (f->path, f->bytes, &error));
  g_assert_no_error (error);
  assert_contents (f->path, "new");
}

/* A private file stays private. */
static void
test_write_keeps_mode (Fixture *f, gconstpointer data)
{
  GStatBuf info;

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
  g_assert_true (care_cli_write_file (f->path, f->bytes, NULL));
  assert_contents (f->path, "new");
  g_assert_cmpint (g_stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* The file that a link leads to is written; the link stays one. */
static void
test_write_through_link (Fixture *f, gconstpointer data)
{
  g_autofree char *link = g_build_filename (f->folder, "link", NULL);

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_true (care_cli_write_file (link, f->bytes, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_contents (f->path, "new");
  g_assert_cmpint (g_unlink (link), ==, 0);
}

static void
test_write_refuses_others (Fixture *f, gconstpointer data)
{
  g_autofree char *link = g_build_filename (f->folder, "link", NULL);
  g_autofree char *below = g_build_filename (f->path, "below", NULL);
  const char *paths[] = { "/dev/null", f->folder, link, below, "" };

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (care_cli_write_file (paths[i], f->bytes, &error));
      g_assert_true (error->domain == G_IO_ERROR);
    }
  assert_contents (f->path, "old");
  g_assert_cmpint (g_unlink (link), ==, 0);
}

static void
test_read (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) endless = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->path, "four", -1, NULL));
  all = care_cli_read_file (f->path, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), "four", 4);

  endless = care_cli_read_file ("/dev/zero", 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (endless), >, 100);

  g_assert_null (care_cli_read_file (f->folder, 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (care_cli_read_file ("/nowhere/at/all", 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A pipe of a name would be waited for; one that is open is read. */
static void
test_read_pipe (Fixture *f, gconstpointer data)
{
  g_autofree char *opened = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;
  int fds[2];

  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  g_assert_null (care_cli_read_file (f->path, 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], "four", 4), ==, 4);
  close (fds[1]);
  opened = g_strdup_printf ("/dev/fd/%d", fds[0]);
  read = care_cli_read_file (opened, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), "four", 4);
  close (fds[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/output/format-count", test_format_count);
  g_test_add_func ("/cli/output/clean", test_clean);
  g_test_add ("/cli/output/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/cli/output/write-keeps-mode", Fixture, NULL, set_up, test_write_keeps_mode, tear_down);
  g_test_add ("/cli/output/write-through-link", Fixture, NULL, set_up, test_write_through_link, tear_down);
  g_test_add ("/cli/output/write-refuses-others", Fixture, NULL, set_up, test_write_refuses_others,
              tear_down);
  g_test_add ("/cli/output/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/cli/output/read-pipe", Fixture, NULL, set_up, test_read_pipe, tear_down);
  return g_test_run ();
}
