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
