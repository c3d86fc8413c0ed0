/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mutate MODE LIBRARY FIRST COUNT SECONDS: damage copies of a library, each in
 * its own way, and use them in a child. It may neither crash, nor take more than
 * SECONDS, nor change the file where it only reads or is refused. MODE is
 *
 *   pages    each page in turn, zeroed, random, with one bit turned
 *   bytes    anywhere, at random
 *   history  the changesets kept in it
 *   index    a piece of its search index
 *   journal  the library or its hot journal, as a program that died left them
 *
 * Damage number N is always the same. Prints what was tried, opened, refused and
 * failed; and to stderr a line for each failure. */

#include "mutations.h"
#include "use-library.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
  CHILD_OPENED = 100,
  CHILD_REFUSED,
  CHILD_UNCLEAR, /* refused without a sentence */
};

typedef gboolean (*Use) (const char *path, GError **error);

/* What is done to each, in this order. */
static const struct
{
  const char *name;
  Use use;
  gboolean writes;
} uses[] = {
  { "reading", use_library_read, FALSE },
  { "salvaging", use_library_salvage, FALSE },
  { "writing", use_library_write, TRUE },
};

typedef struct
{
  const char *mode;
  GBytes *library;
  GBytes *journal; /* NULL in modes without */
  char *folder;
  char *path;
  char *journal_path;
  guint seconds;
  guint opened;
  guint refused;
  guint failed;
} Mutate;

static void
check (gboolean good, const char *what)
{
  if (good)
    return;
  fprintf (stderr, "mutate: %s: %s\n", what, g_strerror (errno));
  exit (2);
}

static GBytes *
read_file (const char *path)
{
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

static void
write_file (const char *path, const guint8 *data, gsize length)
{
  /* Without a rename beside it, which would be a file that was not there. */
  FILE *file = fopen (path, "wb");

  check (file != NULL, path);
  check (fwrite (data, 1, length, file) == length && fclose (file) == 0, path);
}

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return;
  fprintf (stderr, "mutate: %s: %s\n", sql, sqlite3_errmsg (db));
  exit (2);
}

/* Leaves the library and its journal as they are in the middle of a transaction. */
static void
make_journal (Mutate *self)
{
  sqlite3 *db = NULL;

  check (sqlite3_open (self->path, &db) == SQLITE_OK, self->path);
  run_sql (db, "PRAGMA journal_mode = TRUNCATE; BEGIN IMMEDIATE; UPDATE figure SET note = 'not committed';"
               "DELETE FROM citation; INSERT INTO theme (id, name) VALUES (1, 'not committed')");
  check (sqlite3_db_cacheflush (db) == SQLITE_OK, "flush");
  g_bytes_unref (self->library);
  self->library = read_file (self->path);
  self->journal = read_file (self->journal_path);
  check (self->journal != NULL && g_bytes_get_size (self->journal) > 512, "journal");
  run_sql (db, "ROLLBACK");
  sqlite3_close (db);
  g_unlink (self->journal_path);
}

/* Every changeset is damaged, and one piece of the index. */
static const struct
{
  const char *mode;
  const char *select;
  const char *update;
} inner[] = {
  { "history", "SELECT id, changeset FROM history", "UPDATE history SET changeset = ?2 WHERE id = ?1" },
  { "index", "SELECT id, block FROM search_data ORDER BY id", "UPDATE search_data SET block = ?2 WHERE id = ?1" },
};

static int
find_inner (const char *mode)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (inner); i++)
    if (strcmp (inner[i].mode, mode) == 0)
      return i;
  return -1;
}

static void
mutate_inner (sqlite3 *db, int which, guint number, GRand *random)
{
  sqlite3_stmt *select = NULL;
  sqlite3_stmt *update = NULL;
  int n_rows = 0, row = 0;

  check (sqlite3_prepare_v2 (db, inner[which].select, -1, &select, NULL) == SQLITE_OK, "select");
  check (sqlite3_prepare_v2 (db, inner[which].update, -1, &update, NULL) == SQLITE_OK, "update");
  while (sqlite3_step (select) == SQLITE_ROW)
    n_rows++;
  sqlite3_reset (select);
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      if (which == 1 && row++ != (int) (number % (guint) n_rows))
        continue;

      g_byte_array_append (bytes, sqlite3_column_blob (select, 1), (guint) sqlite3_column_bytes (select, 1));
      if (bytes->len > 0)
        mutation_damage (bytes, random);
      sqlite3_bind_int64 (update, 1, sqlite3_column_int64 (select, 0));
      sqlite3_bind_blob (update, 2, bytes->data, (int) bytes->len, SQLITE_TRANSIENT);
      sqlite3_step (update);
      sqlite3_reset (update);
    }
  sqlite3_finalize (select);
  sqlite3_finalize (update);
}

/* Writes the library with what is kept in it damaged. */
static void
write_inner (Mutate *self, guint number, GRand *random)
{
  sqlite3 *db = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (self->library, &length);

  write_file (self->path, data, length);
  check (sqlite3_open (self->path, &db) == SQLITE_OK, self->path);
  run_sql (db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; BEGIN");
  mutate_inner (db, find_inner (self->mode), number, random);
  run_sql (db, "COMMIT");
  sqlite3_close (db);
}

static GByteArray *
copy_bytes (GBytes *bytes)
{
  GByteArray *copy = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return g_byte_array_append (copy, data, (guint) length);
}

/* Writes damage number @number. */
static void
write_damaged (Mutate *self, guint number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  g_autoptr (GByteArray) library = copy_bytes (self->library);

  if (find_inner (self->mode) >= 0)
    {
      write_inner (self, number, random);
      return;
    }
  if (strcmp (self->mode, "pages") == 0)
    mutation_damage_page (library, number / N_PAGE_DAMAGES, number % N_PAGE_DAMAGES, random);
  else if (self->journal == NULL || g_rand_int_range (random, 0, 4) == 0)
    mutation_damage (library, random);
  write_file (self->path, library->data, library->len);
  if (self->journal != NULL)
    {
      g_autoptr (GByteArray) journal = copy_bytes (self->journal);

      mutation_damage (journal, random);
      write_file (self->journal_path, journal->data, journal->len);
    }
}

static int
use_within (const char *path, Use use, guint seconds)
{
  struct rlimit limit = { seconds, seconds + 1 };
  g_autoptr (GError) error = NULL;

  setrlimit (RLIMIT_CPU, &limit);
  alarm (10 * seconds);
  if (use (path, &error))
    return CHILD_OPENED;
  if (error == NULL || error->message[0] == '\0' || !g_utf8_validate (error->message, -1, NULL))
    return CHILD_UNCLEAR;
  return CHILD_REFUSED;
}

static int
run_child (Mutate *self, Use use)
{
  pid_t child = fork ();
  int status = 0;

  check (child >= 0, "fork");
  if (child == 0)
    _exit (use_within (self->path, use, self->seconds));
  check (waitpid (child, &status, 0) == child, "wait");
  return status;
}

/* Whether the folder holds nothing but @allowed names of ours. */
static gboolean
is_tidy (Mutate *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  gboolean tidy = TRUE;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, "library") != 0 && (self->journal == NULL || strcmp (name, "library-journal") != 0))
      {
        g_autofree char *path = g_build_filename (self->folder, name, NULL);

        tidy = FALSE;
        g_unlink (path);
      }
  return tidy;
}

/* What is wrong with how the child ended, or NULL. */
static const char *
judge (Mutate *self, gboolean writes, int status, GBytes *before)
{
  gboolean refused = WIFEXITED (status) && WEXITSTATUS (status) == CHILD_REFUSED;
  gboolean opened = WIFEXITED (status) && WEXITSTATUS (status) == CHILD_OPENED;
  g_autoptr (GBytes) after = read_file (self->path);
  gboolean tidy = is_tidy (self);

  if (WIFSIGNALED (status) && (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGALRM))
    return "it took too long";
  if (WIFSIGNALED (status))
    return g_strsignal (WTERMSIG (status));
  if (!refused && !opened)
    return WEXITSTATUS (status) == CHILD_UNCLEAR ? "it was refused without a sentence" : "it ended by itself";
  /* To open a library for writing takes back what its journal says was not done. */
  if (writes && (opened || self->journal != NULL))
    return NULL;
  if (after == NULL || !g_bytes_equal (before, after))
    return "it changed the file";
  return tidy ? NULL : "it left another file";
}

static void
try_one (Mutate *self, guint number)
{
  g_autoptr (GBytes) before = NULL;
  gboolean opened = FALSE;

  write_damaged (self, number);
  before = read_file (self->path);
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      int status = run_child (self, uses[i].use);
      const char *problem = judge (self, uses[i].writes, status, before);

      opened = opened || (i == 0 && WIFEXITED (status) && WEXITSTATUS (status) == CHILD_OPENED);
      if (problem == NULL)
        continue;
      fprintf (stderr, "failed: %s %u, %s: %s\n", self->mode, number, uses[i].name, problem);
      self->failed++;
      break;
    }
  if (opened)
    self->opened++;
  else
    self->refused++;
  is_tidy (self);
  g_unlink (self->journal_path);
}

static void
clear (Mutate *self)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_clear_pointer (&self->library, g_bytes_unref);
  g_clear_pointer (&self->journal, g_bytes_unref);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->journal_path);
}

static guint
get_number (const char *text)
{
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

int
main (int argc, char **argv)
{
  Mutate self = { NULL };
  guint first, count;

  if (argc != 6)
    {
      fprintf (stderr, "usage: mutate pages|bytes|history|index|journal LIBRARY FIRST COUNT SECONDS\n");
      return 2;
    }
  self.mode = argv[1];
  self.library = read_file (argv[2]);
  check (self.library != NULL, argv[2]);
  self.seconds = get_number (argv[5]);
  self.folder = g_dir_make_tmp ("carebrief-mutate-XXXXXX", NULL);
  check (self.folder != NULL, "folder");
  self.path = g_build_filename (self.folder, "library", NULL);
  self.journal_path = g_build_filename (self.folder, "library-journal", NULL);
  write_file (self.path, g_bytes_get_data (self.library, NULL), g_bytes_get_size (self.library));
  if (strcmp (self.mode, "journal") == 0)
    make_journal (&self);
  first = get_number (argv[3]);
  count = get_number (argv[4]);
  if (strcmp (self.mode, "pages") == 0)
    count = MIN (count, (guint) g_bytes_get_size (self.library) / MUTATION_PAGE_SIZE * N_PAGE_DAMAGES - first);
  for (guint i = 0; i < count; i++)
    try_one (&self, first + i);
  printf ("%u %u %u %u\n", count, self.opened, self.refused, self.failed);
  clear (&self);
  return self.failed > 0;
}
