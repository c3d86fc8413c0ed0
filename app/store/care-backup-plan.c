/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups are kept: the newest of each of seven days, and the newest of each
 * of eight weeks; days and weeks without any do not count. Of the last of those days
 * also the first, and the newest five: what is backed up before a merge does not take
 * away what the day began with. */

#include "care-backup.h"

#define N_DAYS 7
#define N_WEEKS 8
#define N_OF_LAST_DAY 5

static int
get_day (GDateTime *when)
{
  return g_date_time_get_year (when) * 1000 + g_date_time_get_day_of_year (when);
}

/* A week belongs to the year that most of its days are in. */
static int
get_week (GDateTime *when)
{
  return g_date_time_get_week_numbering_year (when) * 100 + g_date_time_get_week_of_year (when);
}

static void
keep_newest (GPtrArray *times, int (*get_period) (GDateTime *), guint n_periods, gboolean *kept)
{
  int last = 0;

  for (guint i = 0; i < times->len && n_periods > 0; i++)
    {
      int period = get_period (g_ptr_array_index (times, i));

      if (period == last)
        continue;
      last = period;
      kept[i] = TRUE;
      n_periods--;
    }
}

static void
keep_last_day (GPtrArray *times, gboolean *kept)
{
  guint n = 0;

  while (n < times->len && get_day (g_ptr_array_index (times, n)) == get_day (g_ptr_array_index (times, 0)))
    n++;
  for (guint i = 0; i < n; i++)
    kept[i] = i < N_OF_LAST_DAY || i == n - 1;
}

/**
 * care_backup_plan:
 * @times: (element-type GDateTime): when backups were made, in UTC, newest first
 *
 * Returns: (transfer full) (array): for each of @times whether it is to be kept.
 */
gboolean *
care_backup_plan (GPtrArray *times)
{
  gboolean *kept = g_new0 (gboolean, times->len + 1);

  keep_last_day (times, kept);
  keep_newest (times, get_day, N_DAYS, kept);
  keep_newest (times, get_week, N_WEEKS, kept);
  return kept;
}
