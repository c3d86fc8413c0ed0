/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-clock.h"

/**
 * care_clock_today:
 *
 * Returns: the day that it is here.
 */
CareDay
care_clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return care_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

/**
 * care_clock_make_id:
 *
 * 42 bits of time and 21 of chance: copies of a library that grow apart do not
 * give the same id to different things, and ids ascend with time.
 *
 * Returns: the id of something new.
 */
CareId
care_clock_make_id (void)
{
  guint64 milliseconds = (guint64) g_get_real_time () / 1000;

  return (CareId) ((milliseconds & ((G_GUINT64_CONSTANT (1) << 42) - 1)) << 21 | (g_random_int () & 0x1fffff));
}
