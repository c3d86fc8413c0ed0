/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-text-break.h"

/* Costs are squares of hundredths of an em: of the space that a line leaves free,
 * or of the space that one would rather leave free than do this. */
#define SQUARE(x) ((gint64) (x) * (x))
#define LINE_COST SQUARE (100)
#define HYPHEN_COST SQUARE (330)
#define HYPHEN_AGAIN_COST SQUARE (450)
#define HYPHEN_BEFORE_LAST_COST SQUARE (400)
#define SHORT_LAST_COST SQUARE (400)
#define SHORT_LAST 300
#define ANYWHERE_COST SQUARE (10000)
/* In one line; there are more only where they have no width. */
#define MOST_BREAKS 1000
#define TOO_WIDE_COST SQUARE (1000000)

/* No number of lines leads there. */
#define UNREACHED (G_MAXINT64 / 2)

typedef struct
{
  const CareBreak *breaks;
  guint n_breaks;
  const CareBreakMeasure *measure;
} Paragraph;

/* Of a break and how many lines end with it, where lines are counted as long as there is
 * something beside them. */
typedef struct
{
  gint64 cost;
  int before; /* the break that the line ending here begins at; -1 is the beginning */
  guint lines_before;
} Best;

static int
measure (const Paragraph *p, int from, int to)
{
  return p->breaks[to].end - (from < 0 ? -p->measure->indent : p->breaks[from].start);
}

static gboolean
is_hyphen (const Paragraph *p, int index)
{
  return index >= 0 && p->breaks[index].kind == CARE_BREAK_HYPHEN;
}

/* The last line may be as short as it likes, but for a scrap. */
static gint64
rate_last (const Paragraph *p, int from, int used)
{
  gint64 cost = LINE_COST;

  if (from >= 0 && used < (gint64) p->measure->em * SHORT_LAST / 100)
    cost += SHORT_LAST_COST;
  if (is_hyphen (p, from))
    cost += HYPHEN_BEFORE_LAST_COST;
  return cost;
}

static gint64
rate (const Paragraph *p, int width, int from, int to)
{
  int used = measure (p, from, to);
  gint64 cost = LINE_COST;

  if (used > width)
    return TOO_WIDE_COST;
  if (p->breaks[to].kind == CARE_BREAK_FORCED || (guint) to + 1 == p->n_breaks)
    return rate_last (p, from, used);
  cost += SQUARE ((gint64) (width - used) * 100 / p->measure->em);
  if (p->breaks[to].kind == CARE_BREAK_ANYWHERE)
    cost += ANYWHERE_COST;
  if (is_hyphen (p, to))
    cost += HYPHEN_COST + (is_hyphen (p, from) ? HYPHEN_AGAIN_COST : 0);
  return cost;
}

static Best *
get_best (const Paragraph *p, Best *best, int to, guint lines)
{
  return &best[(gsize) to * (p->measure->n_beside + 1) + lines];
}

/* A line to break @to that @lines_before lines are above: those that are too wide are tried
 * only where there is no other. */
static void
try_lines (const Paragraph *p, Best *best, int to, guint lines_before, Best *found)
{
  int width = p->measure->width - (lines_before < p->measure->n_beside ? p->measure->beside : 0);

  for (int from = to - 1; from >= MAX (to - MOST_BREAKS, -1); from--)
    {
      gint64 above = from >= 0 ? get_best (p, best, from, lines_before)->cost : lines_before == 0 ? 0 : UNREACHED;
      gint64 cost = above == UNREACHED ? UNREACHED : above + rate (p, width, from, to);

      if (cost < found->cost)
        *found = (Best){ cost, from, lines_before };
      if (measure (p, from, to) > width || (from >= 0 && p->breaks[from].kind == CARE_BREAK_FORCED))
        break;
    }
}

/* The best way to get to break @to for each number of lines that it may be the end of. */
static void
find_best (const Paragraph *p, Best *best, int to)
{
  guint most = p->measure->n_beside;

  for (guint lines = 0; lines <= most; lines++)
    {
      Best *found = get_best (p, best, to, lines);

      *found = (Best){ UNREACHED, -1, 0 };
      if (lines > 0)
        try_lines (p, best, to, lines - 1, found);
      if (lines == most)
        try_lines (p, best, to, lines, found);
    }
}

/**
 * care_breaks_choose:
 * @breaks: (array length=n_breaks): where lines may end, in order; the last one is
 *   the end of the paragraph
 * @n_breaks: how many there are, at least one
 * @measure: what there is room in, in the units of @breaks
 *
 * Returns: (transfer full) (element-type guint): the breaks to take. A line is wider
 *   than it may be only if it cannot be broken.
 */
GArray *
care_breaks_choose (const CareBreak *breaks, guint n_breaks, const CareBreakMeasure *measure)
{
  Paragraph p = { breaks, n_breaks, measure };
  g_autofree Best *best = g_new (Best, (gsize) n_breaks * (measure->n_beside + 1));
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  guint lines = 0;

  for (guint i = 0; i < n_breaks; i++)
    find_best (&p, best, (int) i);
  for (guint i = 1; i <= measure->n_beside; i++)
    if (get_best (&p, best, (int) n_breaks - 1, i)->cost < get_best (&p, best, (int) n_breaks - 1, lines)->cost)
      lines = i;
  for (int i = (int) n_breaks - 1; i >= 0;)
    {
      const Best *taken = get_best (&p, best, i, lines);

      g_array_prepend_val (chosen, i);
      i = taken->before;
      lines = taken->lines_before;
    }
  return chosen;
}
