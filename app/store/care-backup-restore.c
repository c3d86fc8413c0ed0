/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a backup in the place of a library. */

#include "care-backup-private.h"

#include "care-file.h"
#include "care-library-private.h"
#include "care-schema.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

static gboolean
check_not_open (const char *file, GError **error)
{
  if (!care_library_is_written_here (file) && !care_file_is_locked (file))
    return TRUE;
  care_database_set_error (NULL, SQLITE_BUSY, error);
  return FALSE;
}

/* A whole library beside @file, made of what can be read in the backup. */
static char *
write_beside (const char *file, const char *backup_file, GError **error)
{
  g_autofree char *source = care_file_resolve (backup_file, error);
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *temporary = NULL;
  int version;

  if (source == NULL)
    return NULL;
  db = care_library_read_file (source, &version, error);
  if (db == NULL || !care_schema_check_pages (db, TRUE, error))
    return NULL;
  temporary = care_file_make_temporary (file, error);
  if (temporary == NULL)
    return NULL;
  if (care_database_copy (db, temporary, error))
    return g_steal_pointer (&temporary);
  care_file_remove (temporary);
  return NULL;
}

/* What is in the library's place is kept byte for byte, with its journal, as it may
 * be damaged in a way that somebody can mend some day. */
static gboolean
keep_what_is_there (const char *file, GError **error)
{
  g_autofree char *journal = g_strconcat (file, "-journal", NULL);
  g_autofree char *name = NULL;
  g_autofree char *journal_name = NULL;
  struct stat info;

  if (stat (file, &info) != 0)
    return TRUE;
  if (!S_ISREG (info.st_mode))
    {
      care_file_set_error (file, EINVAL, error);
      return FALSE;
    }
  name = care_backup_make_name (file, TRUE, error);
  if (name == NULL)
    return FALSE;
  journal_name = g_strconcat (name, "-journal", NULL);
  if (lstat (journal, &info) == 0 && S_ISREG (info.st_mode) && !care_file_copy (journal, journal_name, error))
    return FALSE;
  return care_file_copy (file, name, error);
}

/* What SQLite would take for that of the restored library. */
static const char *const beside[] = { "-journal", "-wal", "-shm" };

static void
move_beside (const char *from, const char *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = g_strconcat (from, beside[i], NULL);
      g_autofree char *new_name = g_strconcat (to, beside[i], NULL);

      g_rename (name, new_name);
    }
}

static void
remove_beside (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (file, beside[i], NULL);

      g_unlink (path);
    }
}

/* The library that is there may need its journal: unless it is replaced, that comes
 * back to it. */
static gboolean
replace (const char *temporary, const char *file, GError **error)
{
  g_autofree char *aside = g_strconcat (temporary, "-aside", NULL);
  gboolean replaced;

  move_beside (file, aside);
  replaced = care_file_replace (temporary, file, error);
  /* The rename may have been done and only its flushing failed. */
  if (!replaced && g_file_test (temporary, G_FILE_TEST_EXISTS))
    move_beside (aside, file);
  else
    remove_beside (aside);
  return replaced;
}

/**
 * care_backup_restore:
 * @path: a library, damaged or not, or where one was
 * @backup_file: one of its backups, or any other library
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_IN_USE if
 *   somebody has @path open
 *
 * What is there now becomes a backup itself. The restored library is checked,
 * written beside @path, flushed and renamed.
 *
 * Returns: whether @path is now what the backup was; if not, it is as before.
 */
gboolean
care_backup_restore (const char *path, const char *backup_file, GError **error)
{
  g_autofree char *file = care_backup_resolve (path);
  g_autoptr (CareLock) lock = NULL;
  g_autofree char *temporary = NULL;

  if (!check_not_open (file, error))
    return FALSE;
  lock = care_lock_take (file, FALSE, error);
  temporary = lock == NULL ? NULL : write_beside (file, backup_file, error);
  if (temporary == NULL)
    return FALSE;
  if (keep_what_is_there (file, error) && replace (temporary, file, error))
    return TRUE;
  care_file_remove (temporary);
  return FALSE;
}
