/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A poster in words. */

#include "care-timeline-poster-private.h"

#include <glib/gi18n.h>

static void
append_rest (const CareTimelinePoster *self, guint lane, GString *words)
{
  guint n_chips, n_more = 0;
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (care_timeline_strip_get_frame (self->strip), &n_chips);

  for (guint i = 0; i < n_chips; i++)
    n_more += chips[i].lane == lane ? chips[i].count : 0;
  if (n_more > 0)
    g_string_append_printf (words, ngettext (" %u more is counted there.", " %u more are counted there.", n_more), n_more);
}

/* (transfer full): "Labour. " and the sentences of its marks, in the order in which they stand. */
char *
care_timeline_poster_say_lane (const CareTimelinePoster *self, guint lane)
{
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (care_timeline_strip_get_frame (self->strip), &n_marks);
  GString *words = g_string_new (g_array_index (self->headings, CareTimelineHeading, lane).name);

  g_string_append_c (words, '.');
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].lane == lane)
      g_string_append_printf (words, " %s", (const char *) g_ptr_array_index (self->sentences, marks[i].entry));
  append_rest (self, lane, words);
  return g_string_free (words, FALSE);
}
