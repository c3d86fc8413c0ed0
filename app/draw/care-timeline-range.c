/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which days the axis spans. The days of all items fall into groups wherever ten
 * years or more pass without one. If one group holds more than half of the days,
 * and at least three, it is the main one; it takes in its neighbours as long as the
 * gap to them is no longer than ten years or twice its own span. What is left over
 * is beyond a break of the axis. Without a main group everything is in the range. */

#include "care-timeline-private.h"

#define TEN_YEARS 3652
#define LEAST_MAIN 3

static int
compare_days (gconstpointer a, gconstpointer b)
{
  CareDay first = *(const CareDay *) a, second = *(const CareDay *) b;

  return first < second ? -1 : first > second;
}

static void
add_days (GArray *days, CareDay first, CareDay last)
{
  if (first != 0)
    g_array_append_val (days, first);
  if (last != first)
    g_array_append_val (days, last);
}

/**
 * care_timeline_item_normal:
 * @item: an item as given
 *
 * Returns: the same with one known end of a date counting for both, the ends in
 *   order, and no deadline for an event.
 */
CareTimelineItem
care_timeline_item_normal (const CareTimelineItem *item)
{
  CareTimelineItem normal = *item;

  if (normal.made_first == 0)
    normal.made_first = normal.made_last;
  normal.made_last = MAX (normal.made_first, normal.made_last);
  if (normal.shape == CARE_TIMELINE_EVENT || normal.due.first == 0)
    normal.due = (CareDue){ 0, 0 };
  normal.due.last = MAX (normal.due.first, normal.due.last);
  normal.open = normal.open && normal.due.last > normal.due.first;
  if (!normal.open)
    normal.due.first = normal.due.last;
  return normal;
}

/**
 * care_timeline_item_is_placed:
 * @item: an item
 * @n_lanes: how many lanes there are
 *
 * Returns: whether a day of it is known and its lane exists.
 */
gboolean
care_timeline_item_is_placed (const CareTimelineItem *item, guint n_lanes)
{
  CareTimelineItem normal = care_timeline_item_normal (item);

  return normal.lane < n_lanes && (normal.made_first != 0 || normal.due.first != 0);
}

static GArray *
collect_days (const CareTimelineItem *items, guint n_items)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (CareDay));

  for (guint i = 0; i < n_items; i++)
    {
      CareTimelineItem item = care_timeline_item_normal (&items[i]);

      add_days (days, item.made_first, item.made_last);
      add_days (days, item.due.first, item.due.last);
    }
  g_array_sort (days, compare_days);
  return days;
}

/* The longest run of days without a gap of ten years: from @from up to @to. */
static void
find_main (const CareDay *days, guint n_days, guint *from, guint *to)
{
  guint start = 0;

  *from = *to = 0;
  for (guint i = 1; i <= n_days; i++)
    if (i == n_days || days[i] - days[i - 1] >= TEN_YEARS)
      {
        if (i - start > *to - *from)
          {
            *from = start;
            *to = i;
          }
        start = i;
      }
}

/* How far from the days between @first and @last another one may be, to be shown
 * on one axis with them. */
static CareDay
get_reach (CareDay first, CareDay last)
{
  return MAX (TEN_YEARS, 2 * (last - first));
}

static void
take_in_neighbours (const CareDay *days, guint n_days, guint *from, guint *to)
{
  gboolean more = TRUE;

  while (more)
    {
      CareDay reach = get_reach (days[*from], days[*to - 1]);

      more = FALSE;
      if (*from > 0 && days[*from] - days[*from - 1] <= reach)
        {
          --*from;
          more = TRUE;
        }
      if (*to < n_days && days[*to] - days[*to - 1] <= reach)
        {
          ++*to;
          more = TRUE;
        }
    }
}

/**
 * care_timeline_find_range:
 * @items: the items
 * @n_items: how many there are
 * @today: today, or 0
 *
 * Returns: the days of the axis, with a little room at both ends. Today is in it
 *   unless it is farther from them than any of them may be.
 */
CareTimelineRange
care_timeline_find_range (const CareTimelineItem *items, guint n_items, CareDay today)
{
  g_autoptr (GArray) array = collect_days (items, n_items);
  const CareDay *days = (const CareDay *) (void *) array->data;
  CareTimelineRange range = { 0 };
  guint from, to;
  CareDay pad;

  if (array->len == 0)
    return range;

  find_main (days, array->len, &from, &to);
  if (to - from < LEAST_MAIN || (to - from) * 2 <= array->len)
    {
      from = 0;
      to = array->len;
    }
  take_in_neighbours (days, array->len, &from, &to);
  range.first = days[from];
  range.last = days[to - 1];
  range.cut_before = from > 0;
  range.cut_after = to < array->len;

  if (today > range.last && today - range.last <= get_reach (range.first, range.last)
      && (!range.cut_after || today < days[to]))
    range.last = today;
  pad = MAX (15, (range.last - range.first) / 40);
  range.first -= MIN (pad, range.first - 1);
  range.last += pad;
  /* The gap before is longer than that by far; after, today may have used it up. */
  if (range.cut_after)
    range.last = MIN (range.last, days[to] - 2);
  return range;
}
