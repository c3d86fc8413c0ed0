/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "run.h"

#include <glib/gstdio.h>
#include <string.h>

Run *
run_new (void)
{
  Run *self = g_new0 (Run, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("carebrief-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (self->launcher, self->folder);
  g_subprocess_launcher_setenv (self->launcher, "HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (self->launcher, "XDG_DATA_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (self->launcher, "XDG_CACHE_HOME", g_get_user_cache_dir (), TRUE);
  /* No display is needed. */
  g_subprocess_launcher_unsetenv (self->launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (self->launcher, "WAYLAND_DISPLAY");
  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
run_free (Run *self)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_object_unref (self->launcher);
  g_clear_pointer (&self->out, g_bytes_unref);
  g_free (self->err);
  g_free (self);
}

static char *
make_string (GBytes *bytes)
{
  gsize length = g_bytes_get_size (bytes);

  return length == 0 ? g_strdup ("") : g_strndup (g_bytes_get_data (bytes, NULL), length);
}

static void
run_argv (Run *self, GPtrArray *argv)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->out, g_bytes_unref);
  g_clear_pointer (&self->err, g_free);
  process = g_subprocess_launcher_spawnv (self->launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &self->out, &err, &error);
  g_assert_no_error (error);
  self->err = make_string (err);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

static GPtrArray *
collect (va_list words)
{
  GPtrArray *argv = g_ptr_array_new ();
  const char *word;

  g_assert_nonnull (g_getenv ("CAREBRIEF"));
  g_ptr_array_add (argv, (gpointer) g_getenv ("CAREBRIEF"));
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) word);
  g_ptr_array_add (argv, NULL);
  return argv;
}

void
run_command (Run *self, ...)
{
  g_autoptr (GPtrArray) argv = NULL;
  va_list words;

  va_start (words, self);
  argv = collect (words);
  va_end (words);
  run_argv (self, argv);
}

void
run_ok (Run *self, ...)
{
  g_autoptr (GPtrArray) argv = NULL;
  va_list words;

  va_start (words, self);
  argv = collect (words);
  va_end (words);
  run_argv (self, argv);
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, 0);
}

/* Adds the name of every file below @folder to @files, with what is in it. */
static void
read_folder (const char *folder, GHashTable *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        read_folder (path, files);
      else if (g_file_get_contents (path, &data, &length, NULL))
        g_hash_table_insert (files, g_steal_pointer (&path), g_bytes_new_take (data, length));
      else
        g_hash_table_insert (files, g_steal_pointer (&path), g_bytes_new (NULL, 0));
    }
}

static GHashTable *
read_files (Run *self)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);

  read_folder (self->folder, files);
  return files;
}

static void
assert_same_files (GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_test_message ("%s", (char *) name);
      g_assert_true (g_hash_table_contains (before, name));
      g_assert_true (g_bytes_equal (g_hash_table_lookup (before, name), bytes));
    }
  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (before));
}

void
run_fails (Run *self, int status, ...)
{
  g_autoptr (GPtrArray) argv = NULL;
  g_autoptr (GHashTable) before = read_files (self);
  g_autoptr (GHashTable) after = NULL;
  va_list words;

  va_start (words, status);
  argv = collect (words);
  va_end (words);
  run_argv (self, argv);

  g_test_message ("%s", self->err);
  g_assert_cmpint (self->status, ==, status);
  g_assert_true (g_str_has_prefix (self->err, "carebrief: "));
  g_assert_true (strchr (self->err, '\n') == self->err + strlen (self->err) - 1);
  g_assert_true (g_utf8_validate (self->err, -1, NULL));
  g_assert_cmpuint (g_bytes_get_size (self->out), ==, 0);
  after = read_files (self);
  assert_same_files (before, after);
}

const char *
run_get_out (Run *self)
{
  GByteArray *text = g_bytes_unref_to_array (g_steal_pointer (&self->out));

  g_byte_array_append (text, (const guint8 *) "", 1);
  self->out = g_byte_array_free_to_bytes (text);
  return g_bytes_get_data (self->out, NULL);
}

char *
run_tool (Run *self, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (self->launcher, argv, &error);
  g_autofree char *err = NULL;
  char *out = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (err, ==, "");
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

char *
run_path (Run *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
run_write (Run *self, const char *name, const char *text)
{
  g_autofree char *path = run_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

GBytes *
run_read (Run *self, const char *name)
{
  g_autofree char *path = run_path (self, name);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

void
run_patch (Run *self, const char *name, gsize offset, const guint8 *bytes, gsize n_bytes)
{
  g_autofree char *path = run_path (self, name);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offset + n_bytes, <=, length);
  memcpy (data + offset, bytes, n_bytes);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

void
run_make_sample (Run *self, const char *name)
{
  run_ok (self, "new", name, NULL);
  run_ok (self, "import", name, g_getenv ("CAREBRIEF_SAMPLE"), NULL);
}
