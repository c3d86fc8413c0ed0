/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a library is backed up: before the first act of a day, and when somebody is
 * about to do what changes much of it. */

#include "care-library-private.h"

#include "care-backup.h"

static gint64
count_days (void)
{
  return g_get_real_time () / G_TIME_SPAN_DAY;
}

/* Nothing has been done to a new library that could be lost. */
static gboolean
has_history (sqlite3 *db)
{
  int n = 0;

  return care_database_get_int (db, "SELECT EXISTS (SELECT 1 FROM history)", &n, NULL) && n == 1;
}

/**
 * care_library_back_up_daily:
 * @self: a library that can be written, with its lock held and in no transaction
 *
 * Backs it up if that has not been done today. Where it fails nothing is done that
 * would stop the work: that it failed is kept in @self, to be told.
 */
void
care_library_back_up_daily (CareLibrary *self)
{
  g_autoptr (GDateTime) now = NULL;
  gint64 today = count_days ();

  if (self->backed_up == today || !has_history (self->db))
    return;
  self->backed_up = today;
  now = g_date_time_new_now_utc ();
  if (care_backup_is_due (self->path, now))
    care_backup_make (self->db, self->path, &self->backup_trouble);
}

/**
 * care_library_back_up:
 * @self: a library that can be written
 * @error: return location for a #CareStoreError
 *
 * Backs it up now, before something that changes much of it.
 *
 * Returns: whether there is a backup of it as it is.
 */
gboolean
care_library_back_up (CareLibrary *self, GError **error)
{
  gboolean made;

  care_library_settle (self);
  g_rec_mutex_lock (&self->lock);
  made = care_backup_make (self->db, self->path, error);
  g_rec_mutex_unlock (&self->lock);
  return made;
}
