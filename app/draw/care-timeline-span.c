/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which days the axis spans. The days of all entries fall into groups wherever ten
 * years or more pass without one. If one group holds more than half of the days,
 * and at least three, it is the main one; it takes in its neighbours as long as the
 * gap to them is no longer than ten years or twice its own span. What is left over
 * is beyond a break of the axis. Without a main group everything is in the span. */

#include "care-timeline-strip-private.h"

#define TEN_YEARS 3652
#define LEAST_MAIN 3

static int
compare_days (gconstpointer a, gconstpointer b)
{
  CareDay first = *(const CareDay *) a, second = *(const CareDay *) b;

  return first < second ? -1 : first > second;
}

static void
add_days (GArray *days, CareSpan span)
{
  if (span.first == 0)
    return;
  g_array_append_val (days, span.first);
  if (span.last != span.first)
    g_array_append_val (days, span.last);
}

static GArray *
collect_days (const GArray *entries)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (CareDay));

  for (guint i = 0; i < entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (entries, CareTimelineEntry, i);

      add_days (days, entry->start);
      for (guint j = 0; j < CARE_TIMELINE_ENTRY_N_DUE; j++)
        add_days (days, entry->due[j]);
      add_days (days, entry->revised);
      add_days (days, entry->reached);
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
 * care_timeline_axis_find:
 * @entries: the entries
 *
 * Returns: the days of the axis, with a little room at both ends.
 */
CareTimelineAxis
care_timeline_axis_find (const GArray *entries)
{
  g_autoptr (GArray) array = collect_days (entries);
  const CareDay *days = (const CareDay *) (void *) array->data;
  CareTimelineAxis axis = { 0 };
  guint from, to;
  CareDay pad;

  if (array->len == 0)
    return axis;

  find_main (days, array->len, &from, &to);
  if (to - from < LEAST_MAIN || (to - from) * 2 <= array->len)
    {
      from = 0;
      to = array->len;
    }
  take_in_neighbours (days, array->len, &from, &to);
  axis.days = (CareSpan){ days[from], days[to - 1] };
  axis.cut_before = from > 0;
  axis.cut_after = to < array->len;

  /* The gaps beside it are longer than that by far. */
  pad = MAX (15, (axis.days.last - axis.days.first) / 40);
  axis.days.first -= MIN (pad, axis.days.first - 1);
  axis.days.last += pad;
  return axis;
}
