/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which row of a lane has room for each of its entries. Taken by their left ends, each into
 * the first row that is free there, they need as few rows as can be: a new one only where
 * all others are taken at that very point. */

#include "care-timeline-pack-private.h"

/* The right ends of rows, as a tree in which each node has the least of the two below it. */
typedef struct
{
  double *least; /* from 1: the two below i are 2i and 2i + 1; rows are at n_leaves and after */
  guint n_leaves;
} Ends;

static void
ends_init (Ends *self, guint n_rows)
{
  self->n_leaves = 1;
  while (self->n_leaves < n_rows)
    self->n_leaves *= 2;
  self->least = g_new (double, 2 * self->n_leaves);
  for (guint i = 0; i < 2 * self->n_leaves; i++)
    self->least[i] = -G_MAXDOUBLE;
}

/* The first row that ends at @x or before; there must be one. */
static guint
ends_find (const Ends *self, double x)
{
  guint node = 1;

  while (node < self->n_leaves)
    node = 2 * node + (self->least[2 * node] > x);
  return node - self->n_leaves;
}

static void
ends_set (Ends *self, guint row, double end)
{
  guint node = self->n_leaves + row;

  self->least[node] = end;
  while (node > 1)
    {
      node /= 2;
      self->least[node] = MIN (self->least[2 * node], self->least[2 * node + 1]);
    }
}

/**
 * care_timeline_rows_fill:
 * @items: (array length=n_items): by left end
 * @n_items: how many there are
 * @most: how many rows they may have, at least 1
 * @gap: the space between two of them
 *
 * Gives each its row.
 *
 * Returns: how many rows there are, as few as can be; 0 if that is more than @most, and then
 *   what rows they have says nothing.
 */
guint
care_timeline_rows_fill (CareTimelinePacking *items, guint n_items, guint most, double gap)
{
  guint n_rows = 0;
  gboolean fits = TRUE;
  Ends ends;

  most = MIN (most, n_items);
  ends_init (&ends, MAX (most, 1));
  for (guint i = 0; i < n_items && fits; i++)
    {
      double x = items[i].left - gap;

      fits = ends.least[1] <= x;
      if (!fits)
        break;
      items[i].row = ends_find (&ends, x);
      fits = items[i].row < most;
      ends_set (&ends, items[i].row, items[i].right);
      n_rows = MAX (n_rows, items[i].row + 1);
    }
  g_free (ends.least);
  return fits ? n_rows : 0;
}

/* A row in which some of its items are already, while those of another class are tried. */
typedef struct
{
  GArray *taken; /* of guint: by left end */
  GArray *added; /* of this class */
  guint next;    /* the first of taken that is not left of the one that is tried */
  double end;    /* of the last one that is */
} Row;

static gboolean
row_has_room (Row *self, const CareTimelinePacking *items, const CareTimelinePacking *item, double gap)
{
  while (self->next < self->taken->len)
    {
      const CareTimelinePacking *other = &items[g_array_index (self->taken, guint, self->next)];

      if (other->left > item->left)
        return self->end + gap <= item->left && item->right + gap <= other->left;
      self->end = MAX (self->end, other->right);
      self->next++;
    }
  return self->end + gap <= item->left;
}

static void
row_add (Row *self, const CareTimelinePacking *items, guint index)
{
  g_array_append_val (self->added, index);
  self->end = items[index].right;
}

/* Both are by left end, and so is their index. */
static void
row_settle (Row *self)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->taken->len + self->added->len);
  guint i = 0, j = 0;

  while (i < self->taken->len || j < self->added->len)
    {
      gboolean is_added
        = i == self->taken->len
          || (j < self->added->len
              && g_array_index (self->added, guint, j) < g_array_index (self->taken, guint, i));
      guint index
        = is_added ? g_array_index (self->added, guint, j++) : g_array_index (self->taken, guint, i++);

      g_array_append_val (all, index);
    }
  g_array_unref (self->taken);
  self->taken = all;
  g_array_set_size (self->added, 0);
  self->next = 0;
  self->end = -G_MAXDOUBLE;
}

static void
choose_class (Row *rows, guint n_rows, CareTimelinePacking *items, guint n_items, guint class, double gap)
{
  for (guint i = 0; i < n_items; i++)
    {
      guint row = 0;

      if (items[i].class != class)
        continue;
      while (row < n_rows && !row_has_room (&rows[row], items, &items[i], gap))
        row++;
      if (row == n_rows)
        continue;
      items[i].row = row;
      row_add (&rows[row], items, i);
    }
  for (guint row = 0; row < n_rows; row++)
    row_settle (&rows[row]);
}

/**
 * care_timeline_rows_choose:
 * @items: (array length=n_items): by left end
 * @n_items: how many there are
 * @most: how many rows they may have
 * @gap: the space between two of them
 *
 * Gives those a row that have room in one, the lowest class first and in each class by left
 * end; the others get %CARE_TIMELINE_HIDDEN.
 */
void
care_timeline_rows_choose (CareTimelinePacking *items, guint n_items, guint most, double gap)
{
  g_autofree Row *rows = g_new (Row, most);
  guint last = 0;

  for (guint i = 0; i < n_items; i++)
    {
      items[i].row = CARE_TIMELINE_HIDDEN;
      last = MAX (last, items[i].class);
    }
  for (guint row = 0; row < most; row++)
    rows[row] = (Row){ g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)),
                       0, -G_MAXDOUBLE };
  for (guint class = 0; class <= last; class ++)
    choose_class (rows, most, items, n_items, class, gap);
  for (guint row = 0; row < most; row++)
    {
      g_array_unref (rows[row].taken);
      g_array_unref (rows[row].added);
    }
}
