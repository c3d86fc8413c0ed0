/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much is shown of the timeline, and what is looked for in it, in words. */

#include "care-timeline-desk.h"

#include <glib/gi18n.h>

/**
 * care_timeline_desk_say:
 * @self: a desk that has an outlook
 *
 * Returns: (transfer full): "5 of 51 shown: overdue without verdict, Labour"; "" where
 *   everything is.
 */
char *
care_timeline_desk_say (CareTimelineDesk *self)
{
  const CareTimelineChoice *choice = care_timeline_desk_get_choice (self);
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (self);
  g_autofree char *words = NULL;

  if (!care_timeline_desk_is_filtered (self))
    return g_strdup ("");
  words = care_timeline_filter_say (&choice->filter, outlook->content, choice->typed);
  /* Translators: how many of all entries, and what is looked for: “5 of 51 shown: slipped, Labour” */
  return g_strdup_printf (_ ("%u of %u shown: %s"), outlook->counts.n_taken, outlook->counts.n_all, words);
}
