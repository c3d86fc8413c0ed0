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

/* Where it fails, that does not stop the work: it is kept, to be told. */
static void
back_up_daily (CareLibrary *self)
{
  g_autoptr (GDateTime) now = NULL;
  gint64 today = count_days ();

  if (self->is_private || self->backed_up == today || !has_history (self->db))
    return;
  self->backed_up = today;
  now = g_date_time_new_now_utc ();
  if (care_backup_is_due (self->path, now))
    care_backup_make (self->db, self->path, &self->backup_trouble);
}

/**
 * care_library_back_up_for:
 * @self: a library that can be written, with its lock held and in no transaction
 * @act: (nullable): what is to be done
 * @error: return location for a #CareStoreError
 *
 * Makes the backup that @act asks for, or the one of the day.
 *
 * Returns: %FALSE if @act is not to be done, as it cannot be made safe.
 */
gboolean
care_library_back_up_for (CareLibrary *self, CareAct *act, GError **error)
{
  if (act != NULL && care_act_get_backed_up (act) && !self->is_private)
    return care_backup_make (self->db, self->path, error);
  back_up_daily (self);
  return TRUE;
}
