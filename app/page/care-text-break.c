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

typedef struct
{
  const CareBreak *breaks;
  guint n_breaks;
  int width;
  int indent;
  int em;
} Paragraph;

typedef struct
{
  gint64 cost;
  int before; /* the break that the line ending here begins at; -1 is the beginning */
} Best;

static int
measure (const Paragraph *p, int from, int to)
{
  return p->breaks[to].end - (from < 0 ? -p->indent : p->breaks[from].start);
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

  if (from >= 0 && used < (gint64) p->em * SHORT_LAST / 100)
    cost += SHORT_LAST_COST;
  if (is_hyphen (p, from))
    cost += HYPHEN_BEFORE_LAST_COST;
  return cost;
}

static gint64
rate (const Paragraph *p, int from, int to)
{
  int used = measure (p, from, to);
  gint64 cost = LINE_COST;

  if (used > p->width)
    return TOO_WIDE_COST;
  if (p->breaks[to].kind == CARE_BREAK_FORCED || (guint) to + 1 == p->n_breaks)
    return rate_last (p, from, used);
  cost += SQUARE ((gint64) (p->width - used) * 100 / p->em);
  if (p->breaks[to].kind == CARE_BREAK_ANYWHERE)
    cost += ANYWHERE_COST;
  if (is_hyphen (p, to))
    cost += HYPHEN_COST + (is_hyphen (p, from) ? HYPHEN_AGAIN_COST : 0);
  return cost;
}

/* The best way to get to break @to: lines that are too wide are tried only where
 * there is no other. */
static Best
find_best (const Paragraph *p, const Best *best, int to)
{
  Best found = { G_MAXINT64, to - 1 };

  for (int from = to - 1; from >= MAX (to - MOST_BREAKS, -1); from--)
    {
      gint64 cost = rate (p, from, to) + (from < 0 ? 0 : best[from].cost);

      if (cost < found.cost)
        found = (Best){ cost, from };
      if (measure (p, from, to) > p->width || (from >= 0 && p->breaks[from].kind == CARE_BREAK_FORCED))
        break;
    }
  return found;
}

/**
 * care_breaks_choose:
 * @breaks: (array length=n_breaks): where lines may end, in order; the last one is
 *   the end of the paragraph
 * @n_breaks: how many there are, at least one
 * @width: of a line, in the units of @breaks
 * @indent: how much less the first line has
 * @em: the size of the type
 *
 * Returns: (transfer full) (element-type guint): the breaks to take. A line is wider
 *   than @width only if it cannot be broken.
 */
GArray *
care_breaks_choose (const CareBreak *breaks, guint n_breaks, int width, int indent, int em)
{
  Paragraph p = { breaks, n_breaks, width, indent, MAX (em, 1) };
  g_autofree Best *best = g_new (Best, n_breaks);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_breaks; i++)
    best[i] = find_best (&p, best, (int) i);
  for (int i = (int) n_breaks - 1; i >= 0; i = best[i].before)
    g_array_prepend_val (chosen, i);
  return chosen;
}
