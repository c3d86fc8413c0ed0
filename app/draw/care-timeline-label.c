/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written above a mark on paper: its title, how it stands, and where it is beyond the
 * axis, so that this cannot be read off it, the year. Where there is no room for all, the end
 * of the title gives way. */

#include "care-timeline-strip-private.h"

#include "care-session.h"

#include <glib/gi18n.h>

/* From the first day on which it can be due, by any reading, to the last. */
static CareSpan
get_due (const CareTimelineEntry *entry)
{
  guint n = care_timeline_entry_count_due (entry);

  return n == 0 ? (CareSpan){ 0, 0 } : (CareSpan){ entry->due[0].first, entry->due[n - 1].last };
}

static char *
say_years (CareSpan span)
{
  return span.first == 0 ? g_strdup ("") : care_session_format_years (span.first, span.last);
}

static gboolean
is_beyond (const CareTimelineAxis *self, CareDay day)
{
  return day != 0 && (day < self->days.first || day > self->days.last);
}

static char *
add_years (const CareTimelineAxis *self, const CareTimelineEntry *entry, const char *title)
{
  CareSpan due = get_due (entry);
  g_autofree char *start_years = say_years (entry->start);
  g_autofree char *due_years = say_years (due);

  if (is_beyond (self, entry->start.first) && is_beyond (self, due.last))
    /* Translators: a year or years, a pledge made then, and the year or years in which it is due */
    return g_strdup_printf (_ ("%s: %s, due %s"), start_years, title, due_years);
  if (is_beyond (self, entry->start.first))
    /* Translators: a year or years, and what happened then */
    return g_strdup_printf (_ ("%s: %s"), start_years, title);
  if (is_beyond (self, due.last))
    /* Translators: a pledge, and the year or years in which it is due */
    return g_strdup_printf (_ ("%s, due %s"), title, due_years);
  return g_strdup (title);
}

static char *
compose (const CareTimelineAxis *self, const CareTimelineEntry *entry, const char *title, const char *state)
{
  g_autofree char *dated = add_years (self, entry, title);

  /* Translators: a pledge, and how it stands */
  return *state == '\0' ? g_steal_pointer (&dated) : g_strdup_printf (_ ("%s – %s"), dated, state);
}

static gboolean
fits (PangoLayout *scratch, const char *text, double room)
{
  pango_layout_set_text (scratch, text, -1);
  return care_timeline_layout_width (scratch) <= room;
}

/**
 * care_timeline_axis_label_due:
 * @self: an axis
 * @entry: an entry
 * @title: what it is called
 * @due: the words of its deadline, or ""
 * @state: how it stands, or ""
 * @scratch: a layout of the font that it will have
 * @room: how wide it may be
 *
 * Returns: (transfer full) (nullable): its label with those words; %NULL where it has none, where
 *   they have no room, and where it says the years already.
 */
char *
care_timeline_axis_label_due (const CareTimelineAxis *self, const CareTimelineEntry *entry, const char *title,
                              const char *due, const char *state, PangoLayout *scratch, double room)
{
  g_autofree char *titled = NULL;
  g_autofree char *label = NULL;

  if (*due == '\0' || is_beyond (self, get_due (entry).last))
    return NULL;
  /* Translators: a pledge, and the words of its deadline: “Join up care, by 2018” */
  titled = g_strdup_printf (_ ("%s, %s"), title, due);
  label = compose (self, entry, titled, state);
  return fits (scratch, label, room) ? g_steal_pointer (&label) : NULL;
}

/* The first @n characters of the title, and a sign that it goes on. */
static char *
compose_short (const CareTimelineAxis *self, const CareTimelineEntry *entry, const char *title,
               const char *state, glong n)
{
  g_autofree char *start = g_utf8_substring (title, 0, n);
  g_autofree char *cut = g_strconcat (g_strchomp (start), "…", NULL);

  return compose (self, entry, cut, state);
}

/**
 * care_timeline_axis_label:
 * @self: an axis
 * @entry: an entry
 * @title: what it is called
 * @state: how it stands, or ""
 * @scratch: a layout of the font that it will have
 * @room: how wide it may be
 *
 * Returns: (transfer full): its label, with as much of the title as there is room for.
 */
char *
care_timeline_axis_label (const CareTimelineAxis *self, const CareTimelineEntry *entry, const char *title,
                          const char *state, PangoLayout *scratch, double room)
{
  char *label = compose (self, entry, title, state);
  glong low = 0, high = g_utf8_strlen (title, -1);

  if (fits (scratch, label, room))
    return label;
  while (high - low > 1)
    {
      glong middle = (low + high) / 2;

      g_free (label);
      label = compose_short (self, entry, title, state, middle);
      if (fits (scratch, label, room))
        low = middle;
      else
        high = middle;
    }
  g_free (label);
  return compose_short (self, entry, title, state, low);
}
