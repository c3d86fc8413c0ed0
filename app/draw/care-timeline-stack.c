/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks: how wide each is with its label, and which row of its lane has room. */

#include "care-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

static int
year_of (CareDay day)
{
  int year, month, mday;

  care_day_to_ymd (day, &year, &month, &mday);
  return year;
}

static gboolean
is_beyond (const CareTimeline *self, CareDay day)
{
  return day != 0 && (day < self->range.first || day > self->range.last);
}

/* What is beyond the break cannot be read off the axis, so it is said. */
static char *
label_text (const CareTimeline *self, const CareTimelineItem *item)
{
  if (is_beyond (self, item->made_first) && is_beyond (self, item->due.last))
    /* Translators: a year, a pledge made then, and the year in which it is due */
    return g_strdup_printf (_ ("%d: %s, due %d"), year_of (item->made_first), item->label,
                            year_of (item->due.last));
  if (is_beyond (self, item->made_first))
    /* Translators: a year, and what happened then */
    return g_strdup_printf (_ ("%d: %s"), year_of (item->made_first), item->label);
  if (is_beyond (self, item->due.last))
    /* Translators: a pledge, and the year in which it is due */
    return g_strdup_printf (_ ("%s, due %d"), item->label, year_of (item->due.last));
  return g_strdup (item->label);
}

static void
span_days (const CareTimeline *self, const CareTimelineItem *item, CareTimelineMark *mark)
{
  mark->has_start = item->made_first != 0;
  mark->has_due = item->due.first != 0;
  if (mark->has_start)
    {
      mark->start_x = care_timeline_get_x (self, item->made_first);
      mark->start_width = care_timeline_get_x (self, item->made_last + 1) - mark->start_x;
    }
  if (mark->has_due)
    {
      mark->due_x = care_timeline_get_x (self, item->due.first + 1);
      mark->due_width = care_timeline_get_x (self, item->due.last + 1) - mark->due_x;
    }
}

/* The mark without its label, dots and brackets included. */
static void
span_shape (const CareTimeline *self, CareTimelineMark *mark, CareTimelineInk *ink, double *left,
            double *right)
{
  double middle = mark->start_x + mark->start_width / 2;

  *left = self->width;
  *right = self->gutter;
  if (mark->has_start)
    {
      *left = MIN (mark->start_x, middle - self->radius);
      *right = MAX (mark->start_x + mark->start_width, middle + self->radius);
    }
  if (mark->has_start && !mark->has_due && ink->shape == CARE_TIMELINE_PLEDGE)
    {
      ink->tail = MIN (3 * self->em, self->width - *right);
      *right += ink->tail;
    }
  if (mark->has_due)
    {
      *left = MIN (*left, mark->due_x - 2);
      *right = MAX (*right, mark->due_x + mark->due_width + 2);
    }
}

/* A label begins where its mark does, or as far left of that as it must to fit; only
 * one wider than all of the axis is cut short. */
static void
span_label (const CareTimeline *self, CareTimelineMark *mark, CareTimelineInk *ink, double left, double right)
{
  double room = self->width - self->gutter;

  mark->label_width = care_timeline_text_width (ink->label);
  if (mark->label_width > room)
    {
      pango_layout_set_ellipsize (ink->label, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (ink->label, (int) floor (room * PANGO_SCALE));
      mark->label_width = MIN (care_timeline_text_width (ink->label), room);
    }
  mark->label_x = MAX (MIN (left, self->width - mark->label_width), self->gutter);
  mark->x = MIN (left, mark->label_x);
  mark->width = MAX (right, mark->label_x + mark->label_width) - mark->x;
}

static void
add_mark (CareTimeline *self, PangoContext *context, const PangoFontDescription *font,
          const CareTimelineItem *given, guint index)
{
  CareTimelineItem item = care_timeline_item_normal (given);
  g_autofree char *text = label_text (self, &item);
  CareTimelineMark mark = { .item = index, .height = self->line + care_timeline_strip (self) };
  CareTimelineInk ink = { .shape = item.shape, .lane = item.lane };
  CareDay day = item.made_first != 0 ? item.made_first : item.due.first;
  double left, right;

  ink.label = care_timeline_write (context, font, text);
  ink.vague = item.made_first != item.made_last;
  if (is_beyond (self, day))
    ink.beyond = day < self->range.first ? -1 : 1;
  span_days (self, &item, &mark);
  span_shape (self, &mark, &ink, &left, &right);
  span_label (self, &mark, &ink, left, right);
  g_array_append_val (self->marks, mark);
  g_array_append_val (self->inks, ink);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const CareTimelineItem *items = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  CareTimelineItem first = care_timeline_item_normal (&items[i]),
                   second = care_timeline_item_normal (&items[j]);
  CareDay day = first.made_first != 0 ? first.made_first : first.due.first;
  CareDay other = second.made_first != 0 ? second.made_first : second.due.first;

  if (first.lane != second.lane)
    return first.lane < second.lane ? -1 : 1;
  if (day != other)
    return day < other ? -1 : 1;
  return i < j ? -1 : i > j;
}

/**
 * care_timeline_add_marks:
 * @self: a timeline with range and axis
 * @context: decides fonts
 * @font: the font of the labels
 * @items: what goes in
 * @n_items: how many there are
 *
 * Adds a mark for each item that has a day, by lane and day, not yet in rows.
 */
void
care_timeline_add_marks (CareTimeline *self, PangoContext *context, const PangoFontDescription *font,
                         const CareTimelineItem *items, guint n_items)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_items; i++)
    if (care_timeline_item_is_placed (&items[i], self->lanes->len))
      g_array_append_val (order, i);
  self->n_unplaced = n_items - order->len;
  g_array_sort_with_data (order, compare_items, (gpointer) items);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);

      add_mark (self, context, font, &items[index], index);
    }
}

/* The first row that ends left of @mark; a label moved left of its mark's day can
 * come before an earlier one's, so every mark of a row is asked. */
static guint
find_row (GPtrArray *rows, const CareTimelineMark *marks, const CareTimelineMark *mark, double gap)
{
  for (guint row = 0; row < rows->len; row++)
    {
      const GArray *taken = rows->pdata[row];
      gboolean is_free = TRUE;

      for (guint i = taken->len; is_free && i > 0; i--)
        {
          const CareTimelineMark *other = &marks[g_array_index (taken, guint, i - 1)];

          is_free = mark->x >= other->x + other->width + gap || mark->x + mark->width + gap <= other->x;
        }
      if (is_free)
        return row;
    }
  g_ptr_array_add (rows, g_array_new (FALSE, FALSE, sizeof (guint)));
  return rows->len - 1;
}

/* Puts the marks of a lane, from @from on, into rows below @top; returns where the
 * last row ends. */
static double
stack_lane (CareTimeline *self, guint lane, guint *from, double top)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  CareTimelineMark *marks = (CareTimelineMark *) (void *) self->marks->data;
  double gap = self->em * 0.4, end = top;

  for (; *from < self->inks->len && g_array_index (self->inks, CareTimelineInk, *from).lane == lane; ++*from)
    {
      CareTimelineMark *mark = &marks[*from];

      mark->row = find_row (rows, marks, mark, self->em * 0.8);
      g_array_append_val (rows->pdata[mark->row], *from);
      mark->y = top + mark->row * (mark->height + gap);
      end = MAX (end, mark->y + mark->height);
    }
  return end;
}

/**
 * care_timeline_stack:
 * @self: a timeline with its marks and the names of its lanes
 *
 * Puts the marks into rows and the lanes one under the other, and finds the height.
 */
void
care_timeline_stack (CareTimeline *self)
{
  double y = self->header, pad = self->em * 0.6;
  guint next = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      CareTimelineRow *lane = &g_array_index (self->lanes, CareTimelineRow, i);
      PangoRectangle name;
      double named, end, top = y + pad;

      pango_layout_get_extents (lane->name, NULL, &name);
      lane->band.y = y;
      lane->name_y = top;
      named = top + name.height / (double) PANGO_SCALE;
      end = stack_lane (self, i, &next, self->gutter > 0 ? top : named + self->em * 0.2);
      lane->band.height = MAX (named, end) + pad - y;
      y += lane->band.height;
    }
  self->height = y;
}
