/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of the forms of a library outlives the program in a file of the user's,
 * beside the backups. A form is a group of the file, and each record that was made in one of its
 * rows is a group of its own. */

#include "care-unfinished-private.h"

#include "care-export.h"

#include <string.h>

#define FIELD "field."

/* How many files are still to be written. */
static GMutex writing_lock;
static GCond written;
static guint n_writing;

/* What is to be in a file; without @text there is to be none. */
typedef struct
{
  char *path;
  char *text;
} Writing;

static gboolean
let_program_end (gpointer data)
{
  care_export_hold_program (FALSE);
  return G_SOURCE_REMOVE;
}

/* What cannot be written is still there as long as the library is open. */
static void
write_in_thread (gpointer data, gpointer pool)
{
  Writing *writing = data;
  g_autofree char *folder = g_path_get_dirname (writing->path);
  g_autoptr (GFile) file = g_file_new_for_path (writing->path);

  if (writing->text == NULL)
    g_file_delete (file, NULL, NULL);
  else if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (writing->path, writing->text, -1,
                              G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
  g_free (writing->path);
  g_free (writing->text);
  g_free (writing);
  g_mutex_lock (&writing_lock);
  n_writing--;
  g_cond_broadcast (&written);
  g_mutex_unlock (&writing_lock);
  g_idle_add (let_program_end, NULL);
}

/* In order, and the program does not end before. */
static void
write_file (const char *path, char *text)
{
  static GThreadPool *pool;
  Writing *writing = g_new (Writing, 1);

  if (pool == NULL)
    pool = g_thread_pool_new (write_in_thread, NULL, 1, FALSE, NULL);
  writing->path = g_strdup (path);
  writing->text = text;
  g_mutex_lock (&writing_lock);
  n_writing++;
  g_mutex_unlock (&writing_lock);
  care_export_hold_program (TRUE);
  g_thread_pool_push (pool, writing, NULL);
}

void
care_unfinished_wait (void)
{
  g_mutex_lock (&writing_lock);
  while (n_writing > 0)
    g_cond_wait (&written, &writing_lock);
  g_mutex_unlock (&writing_lock);
}

static char *
write_reference (CareRecord *record)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, care_record_get_kind (record)->name, care_record_get_id (record));
}

/* (transfer full) (nullable): a record of that kind and id that says nothing. */
static CareRecord *
read_reference (GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  char *colon = text == NULL ? NULL : strchr (text, ':');
  const CareKind *kind;

  if (colon == NULL)
    return NULL;
  *colon = '\0';
  kind = care_kind_find (text);
  return kind == NULL ? NULL : care_record_new (kind, g_ascii_strtoll (colon + 1, NULL, 10));
}

static void
write_draft (GKeyFile *file, const char *group, CareRecord *draft)
{
  const CareKind *kind = care_record_get_kind (draft);
  g_autofree char *reference = write_reference (draft);

  g_key_file_set_string (file, group, "record", reference);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *key = g_strconcat (FIELD, kind->fields[i].name, NULL);

      if (care_record_get_at (draft, i) != NULL)
        g_key_file_set_string (file, group, key, care_record_get_at (draft, i));
    }
}

/* What a field cannot be any more is left out. */
static void
read_draft (GKeyFile *file, const char *group, GPtrArray *drafts)
{
  CareRecord *draft = read_reference (file, group, "record");
  const CareKind *kind = draft == NULL ? NULL : care_record_get_kind (draft);

  for (guint i = 0; draft != NULL && i < kind->n_fields; i++)
    {
      g_autofree char *key = g_strconcat (FIELD, kind->fields[i].name, NULL);
      g_autofree char *value = g_key_file_get_string (file, group, key, NULL);

      if (value != NULL)
        care_record_set (draft, kind->fields[i].name, value, NULL);
    }
  if (draft != NULL)
    g_ptr_array_add (drafts, draft);
}

static char *
make_key (guint row, const char *what)
{
  return g_strdup_printf ("%u.%s", row, what);
}

static void
write_said (GKeyFile *file, const char *group, guint row, const CareSaid *said)
{
  g_autofree char *of = make_key (row, "of");
  g_autofree char *text = make_key (row, "text");
  g_autofree char *target = make_key (row, "target");

  g_key_file_set_string (file, group, of, said->of);
  if (said->text != NULL)
    g_key_file_set_string (file, group, text, said->text);
  if (said->target != NULL)
    {
      g_autofree char *reference = write_reference (said->target);
      g_key_file_set_string (file, group, target, reference);
    }
  for (guint i = 0; i < said->drafts->len; i++)
    {
      g_autofree char *draft = g_strdup_printf ("%s/%u/%u", group, row, i);
      write_draft (file, draft, g_ptr_array_index (said->drafts, i));
    }
}

/* (transfer full) (nullable) */
static CareSaid *
read_said (GKeyFile *file, const char *group, guint row)
{
  g_autofree char *of_key = make_key (row, "of");
  g_autofree char *text = make_key (row, "text");
  g_autofree char *target = make_key (row, "target");
  g_autofree char *of = g_key_file_get_string (file, group, of_key, NULL);
  CareSaid *said = of == NULL ? NULL : care_said_new (of);

  if (said == NULL)
    return NULL;
  said->text = g_key_file_get_string (file, group, text, NULL);
  said->target = read_reference (file, group, target);
  for (guint i = 0;; i++)
    {
      g_autofree char *draft = g_strdup_printf ("%s/%u/%u", group, row, i);

      if (!g_key_file_has_group (file, draft))
        return said;
      read_draft (file, draft, said->drafts);
    }
}

static void
write_form (GKeyFile *file, const char *form, const CareKept *kept)
{
  g_autofree char *group = g_uri_escape_string (form, NULL, FALSE);

  g_key_file_set_integer (file, group, "rows", (int) kept->said->len);
  if (kept->draft != NULL)
    {
      g_autofree char *reference = write_reference (kept->draft);
      g_key_file_set_string (file, group, "draft", reference);
    }
  for (guint i = 0; i < kept->said->len; i++)
    if (g_ptr_array_index (kept->said, i) != NULL)
      write_said (file, group, i, g_ptr_array_index (kept->said, i));
}

/* More rows than any form has are those of no form. */
#define MAX_ROWS 1000

static void
read_form (GKeyFile *file, const char *group, GHashTable *forms)
{
  g_autofree char *form = g_uri_unescape_string (group, NULL);
  int n = g_key_file_get_integer (file, group, "rows", NULL);
  g_autoptr (CareRecord) draft = read_reference (file, group, "draft");
  GPtrArray *said;

  if (form == NULL || n <= 0 || n > MAX_ROWS)
    return;
  said = g_ptr_array_new_with_free_func (care_said_free);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (said, read_said (file, group, (guint) i));
  g_hash_table_insert (forms, g_steal_pointer (&form), care_kept_new (draft, said));
}

/* (transfer full): form -> CareKept; empty where there is no such file, or it cannot be
 * read. */
GHashTable *
care_unfinished_load (const char *path)
{
  GHashTable *forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, care_kept_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return forms;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_key_file_has_key (file, groups[i], "rows", NULL))
      read_form (file, groups[i], forms);
  return forms;
}

/* Has @forms of @library written to @path, in a thread; where there are none, there is no file. */
void
care_unfinished_save (const char *path, CareLibrary *library, GHashTable *forms)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GHashTableIter iter;
  gpointer form, kept;

  care_unfinished_sign (file, library);
  g_hash_table_iter_init (&iter, forms);
  while (g_hash_table_iter_next (&iter, &form, &kept))
    write_form (file, form, kept);
  write_file (path, g_hash_table_size (forms) == 0 ? NULL : g_key_file_to_data (file, NULL, NULL));
}
