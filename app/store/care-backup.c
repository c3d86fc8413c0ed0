/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-backup-private.h"

#include "care-database.h"
#include "care-file.h"
#include "care-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".carebrief"
#define REPLACED "-replaced" SUFFIX
#define TIME_LENGTH 20 /* "20261125T223000.123Z" */
#define HASH_LENGTH 16

/* A backup that was not finished within this will not be. */
#define UNFINISHED_AGE (60 * 60)

/**
 * care_backup_free:
 * @self: (transfer full): a backup
 *
 * Frees what is known of a backup.
 */
void
care_backup_free (CareBackup *self)
{
  g_free (self->file);
  g_date_time_unref (self->when);
  g_free (self);
}

/* (transfer full): where the file of a library is or was. */
char *
care_backup_resolve (const char *path)
{
  char *resolved = care_file_resolve (path, NULL);

  return resolved == NULL ? g_canonicalize_filename (path, NULL) : resolved;
}

static char *
make_folder_name (const char *path)
{
  g_autofree char *resolved = care_backup_resolve (path);
  g_autofree char *name = g_path_get_basename (resolved);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, resolved, -1);
  g_autofree char *folder = NULL;

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  hash[HASH_LENGTH] = '\0';
  folder = g_strdup_printf ("%s-%s", name, hash);
  return g_build_filename (g_get_user_data_dir (), "carebrief", "backups", folder, NULL);
}

/* (transfer full) (nullable): the path of a backup of the library at @path that is
 * to be made now. */
char *
care_backup_make_name (const char *path, gboolean is_replaced, GError **error)
{
  g_autofree char *folder = make_folder_name (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.%03dZ%s", time, g_date_time_get_microsecond (now) / 1000,
                                           is_replaced ? REPLACED : SUFFIX);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, name, NULL);
  if (errno == ENOSPC || errno == EDQUOT)
    care_database_set_error (NULL, SQLITE_FULL, error);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                 _ ("The folder for backups “%s” cannot be made; make it one that may be written"), folder);
  return NULL;
}

/* (nullable): what the name of a backup says; %NULL for any other file. */
static CareBackup *
parse_name (const char *folder, const char *name)
{
  g_autofree char *time = g_strndup (name, TIME_LENGTH);
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (time, NULL);
  gboolean was_replaced;
  CareBackup *self;

  if (when == NULL || strlen (time) != TIME_LENGTH)
    return NULL;
  was_replaced = strcmp (name + TIME_LENGTH, REPLACED) == 0;
  if (!was_replaced && strcmp (name + TIME_LENGTH, SUFFIX) != 0)
    return NULL;
  self = g_new0 (CareBackup, 1);
  self->file = g_build_filename (folder, name, NULL);
  self->when = g_date_time_to_utc (when);
  self->was_replaced = was_replaced;
  self->n_briefings = -1;
  return self;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const CareBackup *first = *(CareBackup *const *) a;
  const CareBackup *second = *(CareBackup *const *) b;

  return g_date_time_compare (second->when, first->when);
}

/* (element-type CareBackup): by their names alone, newest first. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) care_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      CareBackup *backup = parse_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/* What a restored backup took the place of is thinned by itself: it would otherwise
 * push out the backups of that day. */
static void
thin (const char *folder, gboolean replaced)
{
  g_autoptr (GPtrArray) backups = list_names (folder);
  g_autoptr (GPtrArray) times = g_ptr_array_new ();
  g_autofree gboolean *kept = NULL;

  for (guint i = backups->len; i > 0; i--)
    if (((CareBackup *) g_ptr_array_index (backups, i - 1))->was_replaced != replaced)
      g_ptr_array_remove_index (backups, i - 1);
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (times, ((CareBackup *) g_ptr_array_index (backups, i))->when);
  kept = care_backup_plan (times);
  for (guint i = 0; i < backups->len; i++)
    if (!kept[i])
      care_file_remove (((CareBackup *) g_ptr_array_index (backups, i))->file);
}

/* What a program that was killed has left. */
static void
remove_unfinished (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, ".carebrief-") && g_lstat (path, &info) == 0
          && g_get_real_time () / G_USEC_PER_SEC - info.st_mtime > UNFINISHED_AGE)
        g_unlink (path);
    }
}

/**
 * care_backup_make:
 * @db: the connection of a library, outside a transaction
 * @path: its file
 * @error: return location for a #CareStoreError
 *
 * Makes a backup of what @db holds, checks it, and flushes it; after that older
 * ones are thinned as care_backup_plan() says.
 *
 * Returns: whether there is one.
 */
gboolean
care_backup_make (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = care_backup_make_name (path, FALSE, error);
  g_autofree char *folder = name == NULL ? NULL : g_path_get_dirname (name);
  g_autofree char *temporary = name == NULL ? NULL : care_file_make_temporary (name, error);

  if (temporary == NULL)
    return FALSE;
  if (!care_database_copy (db, temporary, error) || !care_file_move (temporary, name, error))
    {
      care_file_remove (temporary);
      return FALSE;
    }
  thin (folder, FALSE);
  thin (folder, TRUE);
  remove_unfinished (folder);
  return TRUE;
}

/**
 * care_backup_is_due:
 * @path: a library
 * @now: the time
 *
 * Returns: whether no backup of @path has been made on this day, in UTC.
 */
gboolean
care_backup_is_due (const char *path, GDateTime *now)
{
  g_autofree char *folder = make_folder_name (path);
  g_autoptr (GPtrArray) backups = list_names (folder);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);

  for (guint i = 0; i < backups->len; i++)
    {
      CareBackup *backup = g_ptr_array_index (backups, i);

      if (!backup->was_replaced && g_date_time_get_year (backup->when) == g_date_time_get_year (utc)
          && g_date_time_get_day_of_year (backup->when) == g_date_time_get_day_of_year (utc))
        return FALSE;
    }
  return TRUE;
}

static void
look_inside (CareBackup *self)
{
  g_autoptr (sqlite3) db = care_database_open (self->file, FALSE, FALSE, NULL);
  GStatBuf info;

  if (g_stat (self->file, &info) == 0)
    self->size = (guint64) info.st_size;
  if (db == NULL || !care_database_get_int (db, "SELECT count(*) FROM briefing", &self->n_briefings, NULL))
    self->n_briefings = -1;
}

/**
 * care_backup_list:
 * @path: a library, which need not be there any more
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareBackup): its backups, newest
 *   first.
 */
GPtrArray *
care_backup_list (const char *path, GError **error)
{
  g_autofree char *folder = make_folder_name (path);
  GPtrArray *backups;

  if (g_access (folder, R_OK | X_OK) != 0 && errno != ENOENT && errno != ENOTDIR)
    {
      care_file_set_error (folder, errno, error);
      return NULL;
    }
  backups = list_names (folder);
  for (guint i = 0; i < backups->len; i++)
    look_inside (g_ptr_array_index (backups, i));
  return backups;
}
