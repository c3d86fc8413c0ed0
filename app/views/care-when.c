/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-when.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of "2026-11-25T14:02:07Z", up to the minute. */
#define CHARS_TO_MINUTE 16

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

/* As care_when_format_iso(), to the second. */
static char *
format_exactly (const char *when)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (when, NULL);
  g_autoptr (GDateTime) local = utc == NULL ? NULL : g_date_time_to_local (utc);

  /* Translators: a day and a time, as g_date_time_format() takes it. */
  return local == NULL ? g_strdup (when) : g_date_time_format (local, _ ("%-d %B %Y %H:%M:%S"));
}

/**
 * care_when_is_close:
 * @entry: of the history
 * @other: (nullable): the one beside it
 *
 * Returns: whether both were done within one minute, so that only the seconds tell
 *   them apart.
 */
gboolean
care_when_is_close (const CareHistoryEntry *entry, const CareHistoryEntry *other)
{
  return other != NULL && strncmp (entry->done, other->done, CHARS_TO_MINUTE) == 0;
}

/**
 * care_when_describe_entry:
 * @entry: of the history
 * @with_seconds: whether it is told to the second
 *
 * Returns: (transfer full): "25 November 2026 14:02 · A. Writer · undone", as far as
 *   that is so.
 */
char *
care_when_describe_entry (const CareHistoryEntry *entry, gboolean with_seconds)
{
  g_autofree char *when = with_seconds ? format_exactly (entry->done) : care_when_format_iso (entry->done);

  if (entry->state == CARE_HISTORY_DONE)
    return g_strdup_printf ("%s · %s", when, entry->author);
  return g_strdup_printf ("%s · %s · %s", when, entry->author, _ ("undone"));
}
