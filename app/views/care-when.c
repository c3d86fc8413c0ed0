/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-when.h"

#include <glib/gi18n.h>

/**
 * care_when_format:
 * @when: a time
 *
 * Returns: (transfer full): "25 November 2026 14:02", in local time.
 */
char *
care_when_format (GDateTime *when)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (when);

  /* Translators: a day and a time, as g_date_time_format() takes it. */
  return g_date_time_format (local, _ ("%-d %B %Y %H:%M"));
}

/**
 * care_when_format_iso:
 * @when: a time as the history keeps it: ISO 8601 in UTC
 *
 * Returns: (transfer full): as care_when_format(), or @when itself if it is no time.
 */
char *
care_when_format_iso (const char *when)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (when, NULL);

  return utc == NULL ? g_strdup (when) : care_when_format (utc);
}

/**
 * care_when_describe_entry:
 * @entry: of the history
 *
 * Returns: (transfer full): "25 November 2026 14:02 · A. Writer · undone", as far as
 *   that is so.
 */
char *
care_when_describe_entry (const CareHistoryEntry *entry)
{
  g_autofree char *when = care_when_format_iso (entry->done);

  if (entry->state == CARE_HISTORY_DONE)
    return g_strdup_printf ("%s · %s", when, entry->author);
  return g_strdup_printf ("%s · %s · %s", when, entry->author, _ ("undone"));
}
