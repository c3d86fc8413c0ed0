/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-agenda.h"

#include <glib/gi18n.h>

/* In this order; the years that lie ahead count on from the first, and those that have passed
 * count down from the last. */
typedef enum
{
  GROUP_OVERDUE,
  GROUP_OPEN,
  GROUP_THIS_MONTH,
  GROUP_THIS_YEAR,
  GROUP_YEARS,
  GROUP_NO_DATE = GROUP_YEARS + 10000,
  GROUP_EARLIER_THIS_YEAR,
  GROUP_PAST_YEARS,
} Group;

#define MAX_YEAR 9999

/* When it is due, or when it was or will be; 0: not known. */
static CareDay
get_day (const CareTimelineEntry *entry)
{
  CareDay day = 0;

  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    day = MAX (day, entry->due[i].last);
  if (entry->shape == CARE_TIMELINE_ENTRY_POSITION || entry->shape == CARE_TIMELINE_ENTRY_EVENT)
    day = entry->start.last;
  return day;
}

static guint
group_by_day (CareDay day, CareDay as_of)
{
  int year, month, mday, this_year, this_month;

  care_day_to_ymd (day, &year, &month, &mday);
  care_day_to_ymd (as_of, &this_year, &this_month, &mday);
  if (day >= as_of && year == this_year)
    return month == this_month ? GROUP_THIS_MONTH : GROUP_THIS_YEAR;
  if (day >= as_of)
    return GROUP_YEARS + (guint) MIN (year, MAX_YEAR);
  return year == this_year ? GROUP_EARLIER_THIS_YEAR : GROUP_PAST_YEARS + (guint) (MAX_YEAR - year);
}

/**
 * care_timeline_agenda_group:
 * @entry: an entry
 * @as_of: the day that is looked from
 *
 * Overdue comes first, then what may be, then what is due, the soonest first, then what has no
 * date, and then what is past, the latest first.
 *
 * Returns: the group that it is in; lower ones come before.
 */
guint
care_timeline_agenda_group (const CareTimelineEntry *entry, CareDay as_of)
{
  CareDay day = get_day (entry);

  if (entry->state == CARE_TIMELINE_ENTRY_OVERDUE)
    return GROUP_OVERDUE;
  if (entry->state == CARE_TIMELINE_ENTRY_OPEN)
    return GROUP_OPEN;
  return day == 0 ? GROUP_NO_DATE : group_by_day (day, as_of);
}

/**
 * care_timeline_agenda_label:
 * @group: a group
 *
 * Returns: (transfer full): what it is called.
 */
char *
care_timeline_agenda_label (guint group)
{
  switch (group)
    {
    case GROUP_OVERDUE:
      return g_strdup (_ ("Overdue"));
    case GROUP_OPEN:
      return g_strdup (_ ("Due or Overdue, Depending on the Reading"));
    case GROUP_THIS_MONTH:
      return g_strdup (_ ("This Month"));
    case GROUP_THIS_YEAR:
      return g_strdup (_ ("Later This Year"));
    case GROUP_NO_DATE:
      return g_strdup (_ ("No Date"));
    case GROUP_EARLIER_THIS_YEAR:
      return g_strdup (_ ("Earlier This Year"));
    default:
      return g_strdup_printf ("%u", group < GROUP_NO_DATE ? group - GROUP_YEARS : MAX_YEAR - (group - GROUP_PAST_YEARS));
    }
}

typedef struct
{
  guint group;
  guint32 index; /* in the content */
  CareDay day;
  guint16 lane;
  const CareTimelineEntry *entry;
} Place;

/* In a group by day, what is past the latest first; what is on one day by lane. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;
  int by_day = (first->day > second->day) - (first->day < second->day);

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (by_day != 0)
    return first->group > GROUP_NO_DATE ? -by_day : by_day;
  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  return care_timeline_entry_compare (first->entry, second->entry);
}

static Place
find_place (const CareTimelineContent *content, const CareTimelineLanes *lanes, guint32 index)
{
  const CareTimelineEntry *entry = &g_array_index (content->entries, CareTimelineEntry, index);

  return (Place){ care_timeline_agenda_group (entry, content->as_of), index, get_day (entry), lanes->of[index], entry };
}

/**
 * care_timeline_agenda_new:
 * @content: what there is
 * @lanes: lanes of @content
 *
 * In any thread.
 *
 * Returns: (transfer full) (element-type guint32): all that is in a lane, by index in @content, in
 *   the order of the list: those of a group follow each other.
 */
GArray *
care_timeline_agenda_new (const CareTimelineContent *content, const CareTimelineLanes *lanes)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GArray *agenda;

  for (guint i = 0; i < content->entries->len; i++)
    {
      Place place = find_place (content, lanes, i);

      if (lanes->of[i] != CARE_TIMELINE_LEFT_OUT)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  agenda = g_array_sized_new (FALSE, FALSE, sizeof (guint32), places->len);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (agenda, g_array_index (places, Place, i).index);
  return agenda;
}

/**
 * care_timeline_agenda_locate:
 * @agenda: an agenda
 * @content: what it is of
 * @lanes: what it is of
 * @index: of an entry in @content
 * @row: (out): its place in @agenda
 *
 * Returns: whether it is in it.
 */
gboolean
care_timeline_agenda_locate (GArray *agenda, const CareTimelineContent *content, const CareTimelineLanes *lanes, guint index,
                             guint *row)
{
  Place wanted = find_place (content, lanes, index);
  guint first = 0, end = agenda->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      Place place = find_place (content, lanes, g_array_index (agenda, guint32, middle));

      if (compare_places (&place, &wanted) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  *row = first;
  return first < agenda->len && g_array_index (agenda, guint32, first) == index;
}
