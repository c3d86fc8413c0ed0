/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-canvas.h"

#include <math.h>

static double
middle (const CareTimelineMark *mark)
{
  return mark->x + mark->width / 2;
}

/* In time, then from the top: marks of one lane may start together. */
static int
compare (const CareTimelineMark *a, const CareTimelineMark *b)
{
  if (a->x != b->x)
    return a->x < b->x ? -1 : 1;
  if (a->y != b->y)
    return a->y < b->y ? -1 : 1;
  return a->item < b->item ? -1 : a->item > b->item;
}

/* The mark of @lane that is next after @from, or before it; without @from the first or last. */
static const CareTimelineMark *
along (const CareTimelineMark *marks, guint n_marks, const CareTimelineItem *items, guint lane,
       const CareTimelineMark *from, int sign)
{
  const CareTimelineMark *best = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      const CareTimelineMark *mark = &marks[i];

      if (items[mark->item].lane != lane || (from != NULL && sign * compare (mark, from) <= 0))
        continue;
      if (best == NULL || sign * compare (mark, best) < 0)
        best = mark;
    }
  return best;
}

/* The nearest lane on that side that has marks; -1 if there is none. */
static int
lane_beside (const CareTimelineMark *marks, guint n_marks, const CareTimelineItem *items, int lane, int sign)
{
  int best = -1;

  for (guint i = 0; i < n_marks; i++)
    {
      int other = (int) items[marks[i].item].lane;

      if (sign * (other - lane) > 0 && (best < 0 || sign * (other - best) < 0))
        best = other;
    }
  return best;
}

static const CareTimelineMark *
across (const CareTimelineMark *marks, guint n_marks, const CareTimelineItem *items,
        const CareTimelineMark *from, int sign)
{
  int lane = lane_beside (marks, n_marks, items, (int) items[from->item].lane, sign);
  const CareTimelineMark *best = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      const CareTimelineMark *mark = &marks[i];

      if ((int) items[mark->item].lane != lane)
        continue;
      double nearer
        = best == NULL ? -1 : fabs (middle (mark) - middle (from)) - fabs (middle (best) - middle (from));
      if (nearer < 0 || (nearer == 0 && compare (mark, best) < 0))
        best = mark;
    }
  return best;
}

static const CareTimelineMark *
find (const CareTimelineMark *marks, guint n_marks, int item)
{
  for (guint i = 0; i < n_marks; i++)
    if ((int) marks[i].item == item)
      return &marks[i];
  return NULL;
}

/**
 * care_timeline_step:
 * @marks: (array length=n_marks): as laid out
 * @n_marks: how many
 * @items: what they are marks of
 * @from: the item that has the focus
 * @step: where to
 *
 * Left and right go through a lane in time, up and down to what is nearest in
 * the next lane that has anything.
 *
 * Returns: the item to go to, or -1 where there is none
 */
int
care_timeline_step (const CareTimelineMark *marks, guint n_marks, const CareTimelineItem *items, int from,
                    CareTimelineStep step)
{
  const CareTimelineMark *here = find (marks, n_marks, from);
  const CareTimelineMark *there = NULL;

  if (here == NULL)
    return -1;
  guint lane = items[here->item].lane;
  switch (step)
    {
    case CARE_TIMELINE_STEP_PREVIOUS:
    case CARE_TIMELINE_STEP_NEXT:
      there = along (marks, n_marks, items, lane, here, step == CARE_TIMELINE_STEP_NEXT ? 1 : -1);
      break;
    case CARE_TIMELINE_STEP_LANE_ABOVE:
    case CARE_TIMELINE_STEP_LANE_BELOW:
      there = across (marks, n_marks, items, here, step == CARE_TIMELINE_STEP_LANE_BELOW ? 1 : -1);
      break;
    case CARE_TIMELINE_STEP_FIRST:
    case CARE_TIMELINE_STEP_LAST:
      there = along (marks, n_marks, items, lane, NULL, step == CARE_TIMELINE_STEP_FIRST ? 1 : -1);
      break;
    }
  return there != NULL ? (int) there->item : -1;
}
