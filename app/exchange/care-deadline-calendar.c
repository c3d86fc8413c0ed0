/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar has whole days only. What is known less exactly stands on the last day that it can
 * be, and what may be read in several ways on each; the description says so. */

#include "care-deadline-calendar.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

/* How an identifier says what it is of; a calendar finds an event again by it. */
static const char *const shapes[] = { "pledge", "limb", "milestone" };

typedef struct
{
  const CareTimelineContent *content;
  const CareTimelineAsk *ask;
  icalcomponent *calendar;
  struct icaltimetype stamp;
} Writing;

static struct icaltimetype
make_date (CareDay day)
{
  struct icaltimetype date = icaltime_null_date ();

  care_day_to_ymd (day, &date.year, &date.month, &date.day);
  return date;
}

/* The same for the same deadline, whatever becomes of its date. */
static char *
make_uid (const CareTimelineEntry *entry, guint reading)
{
  if (reading == 0)
    return g_strdup_printf ("%s-%" G_GINT64_FORMAT "@carebrief", shapes[entry->shape], entry->id);
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%u@carebrief", shapes[entry->shape], entry->id, reading + 1);
}

/* (transfer full) (nullable): what is taken for granted where it stands on one day. */
static char *
explain (const Writing *self, const CareTimelineEntry *entry, guint reading)
{
  CareSpan due = entry->due[reading];
  g_autofree char *words = care_timeline_say_due (self->ask, entry);
  g_autofree char *known = care_span_format (due, care_timeline_get_dates (self->ask));
  g_autofree char *day = care_span_format ((CareSpan){ due.last, due.last }, care_timeline_get_dates (self->ask));

  if (entry->due[1].first != 0)
    return g_strdup_printf (_ ("Assumption: “%s” is taken to mean %s. No reading has been chosen, and it stands here "
                               "once for each."), words, day);
  if (due.first != due.last)
    return g_strdup_printf (_ ("Assumption: only “%s” is known, and the last day of it stands here."), known);
  /* "By 2018" read in one way, "before April 2018". */
  return strstr (words, day) != NULL ? NULL : g_strdup_printf (_ ("Assumption: “%s” is taken to mean %s."), words, day);
}

static char *
describe (const Writing *self, const CareTimelineEntry *entry, guint reading)
{
  g_autofree char *sentence = care_timeline_say (self->ask, entry);
  g_autofree char *assumption = explain (self, entry, reading);

  return assumption == NULL ? g_steal_pointer (&sentence) : g_strconcat (sentence, "\n\n", assumption, NULL);
}

static char *
summarise (const Writing *self, const CareTimelineEntry *entry)
{
  g_autofree char *title = care_timeline_say_title (self->ask, entry);
  g_autofree char *who = care_timeline_say_who (self->ask, entry);

  if (who == NULL)
    return g_strdup_printf (_ ("Due: %s"), title);
  /* Translators: who promised something, and what */
  return g_strdup_printf (_ ("Due: %s, %s"), who, title);
}

static void
add_event (const Writing *self, const CareTimelineEntry *entry, guint reading)
{
  const CareTimelineName *theme = care_timeline_name_get (self->content->themes, entry->theme);
  g_autofree char *uid = make_uid (entry, reading);
  g_autofree char *summary = summarise (self, entry);
  g_autofree char *description = describe (self, entry, reading);
  icalcomponent *event = icalcomponent_vanew (ICAL_VEVENT_COMPONENT, icalproperty_new_uid (uid),
                                              icalproperty_new_dtstamp (self->stamp),
                                              icalproperty_new_dtstart (make_date (entry->due[reading].last)),
                                              icalproperty_new_summary (summary), icalproperty_new_description (description),
                                              icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT), NULL);

  if (theme != NULL)
    icalcomponent_add_property (event, icalproperty_new_categories (theme->name));
  icalcomponent_add_component (self->calendar, event);
}

static void
add_entry (const Writing *self, const CareTimelineEntry *entry)
{
  if (entry->shape >= G_N_ELEMENTS (shapes))
    return;
  for (guint reading = 0; reading < CARE_TIMELINE_ENTRY_N_DUE && entry->due[reading].first != 0; reading++)
    add_event (self, entry, reading);
}

static icalcomponent *
new_calendar (void)
{
  return icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                              icalproperty_new_prodid ("-//CareBrief//Deadlines//EN"), icalproperty_new_calscale ("GREGORIAN"),
                              NULL);
}

/* What calendars of one day say is the same to the byte. */
static struct icaltimetype
make_stamp (CareDay today)
{
  struct icaltimetype stamp = make_date (today);

  /* A null date has -1 of each. */
  stamp.is_date = stamp.hour = stamp.minute = stamp.second = 0;
  stamp.zone = icaltimezone_get_utc_timezone ();
  return stamp;
}

/**
 * care_deadline_calendar_write:
 * @content: what there is
 * @lanes: which of its entries are wanted
 * @ask: where their records are found
 *
 * Deadlines of pledges and limbs, and milestones, that have a day: what an all-day event can
 * say, in the order of lanes and of time.
 *
 * Returns: (transfer full): the calendar.
 */
GBytes *
care_deadline_calendar_write (const CareTimelineContent *content, const CareTimelineLanes *lanes, const CareTimelineAsk *ask)
{
  Writing writing = { content, ask, new_calendar (), make_stamp (content->today) };
  GBytes *bytes;
  char *text;

  for (guint lane = 0; lane < lanes->lanes->len; lane++)
    {
      g_autoptr (GPtrArray) entries = care_timeline_lanes_list (lanes, content, lane);

      for (guint i = 0; i < entries->len; i++)
        add_entry (&writing, g_ptr_array_index (entries, i));
    }
  text = icalcomponent_as_ical_string_r (writing.calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (writing.calendar);
  return bytes;
}
