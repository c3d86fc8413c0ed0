/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-pack-private.h"

#include <math.h>
#include <string.h>

static int
compare_in_time (gconstpointer a, gconstpointer b, gpointer data)
{
  const CareTimelinePacking *first = a, *second = b;
  const CareTimelinePack *self = data;

  if (first->days.first != second->days.first)
    return first->days.first < second->days.first ? -1 : 1;
  return care_timeline_entry_compare (care_timeline_pack_get_entry (self, first->entry),
                                      care_timeline_pack_get_entry (self, second->entry));
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer data)
{
  const CareTimelinePacking *first = a, *second = b;

  if (first->left < second->left)
    return -1;
  return first->left > second->left ? 1 : compare_in_time (a, b, data);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const CareTimelinePacking *first = a, *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return compare_left (a, b, data);
}

/* Most often they are. */
static void
put_in_order (CareTimelinePack *self, CareTimelinePacking *items, guint n_items, GCompareDataFunc compare)
{
  for (guint i = 1; i < n_items; i++)
    if (compare (&items[i - 1], &items[i], self) > 0)
      {
        g_qsort_with_data (items, (int) n_items, sizeof *items, compare, self);
        return;
      }
}

/* Puts them into order by their left ends, where that is not their order in time. */
static void
measure (CareTimelinePack *self, guint lane, CareTimelinePacking *items, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    {
      CareTimelineReach reach = care_timeline_pack_reach (self, lane, items[i].entry, self->scale);

      items[i].left = reach.left;
      items[i].right = reach.right;
    }
  put_in_order (self, items, n_items, compare_left);
}

static gboolean
has_labels (const CareTimelinePack *self, const CareTimelinePacking *items, guint n_items)
{
  for (guint i = 0; self->extents != NULL && i < n_items; i++)
    if (g_array_index (self->extents, CareTimelineExtent, items[i].entry).label > 0)
      return TRUE;
  return FALSE;
}

/* Labels have room of their own as long as nothing is left out for them. */
static void
find_rows (CareTimelinePack *self, guint lane, CareTimelinePacking *items, guint n_items, guint most)
{
  CareTimelinePackedLane *packed = &self->lanes[lane];
  double gap = care_timeline_metrics_gap (&self->metrics);

  packed->labelled = has_labels (self, items, n_items);
  measure (self, lane, items, n_items);
  packed->place.n_rows = care_timeline_rows_fill (items, n_items, most, gap);
  if (packed->place.n_rows == 0 && packed->labelled)
    {
      packed->labelled = FALSE;
      measure (self, lane, items, n_items);
      packed->place.n_rows = care_timeline_rows_fill (items, n_items, most, gap);
    }
  if (packed->place.n_rows > 0)
    return;
  care_timeline_rows_choose (items, n_items, most, gap);
  packed->place.n_rows = most;
}

static void
hide (CareTimelinePacking *items, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    items[i].row = CARE_TIMELINE_HIDDEN;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  CareDay first = *(const CareDay *) a, second = *(const CareDay *) b;

  return first < second ? -1 : first > second;
}

static void
keep_hidden (CareTimelinePack *self, CareTimelinePackedLane *packed, const CareTimelinePacking *items,
             guint n_items)
{
  packed->first_day = self->starts->len;
  for (guint i = 0; i < n_items; i++)
    if (items[i].row == CARE_TIMELINE_HIDDEN)
      {
        g_array_append_val (self->starts, items[i].days.first);
        g_array_append_val (self->ends, items[i].days.last);
      }
  packed->place.n_hidden = self->starts->len - packed->first_day;
  if (packed->place.n_hidden == 0)
    return;
  qsort (&g_array_index (self->starts, CareDay, packed->first_day), packed->place.n_hidden, sizeof (CareDay),
         compare_days);
  qsort (&g_array_index (self->ends, CareDay, packed->first_day), packed->place.n_hidden, sizeof (CareDay),
         compare_days);
}

static void
keep_order (CareTimelinePack *self, CareTimelinePackedLane *packed, CareTimelinePacking *items, guint n_items)
{
  packed->first_mark = self->order->len;
  put_in_order (self, items, n_items, compare_in_time);
  for (guint i = 0; i < n_items; i++)
    {
      self->row_of[items[i].entry] = items[i].row;
      if (items[i].row != CARE_TIMELINE_HIDDEN)
        g_array_append_val (self->order, items[i].entry);
    }
}

/* Turns the items into the lane's rows. */
static void
keep_rows (CareTimelinePack *self, CareTimelinePackedLane *packed, CareTimelinePacking *items, guint n_items)
{
  guint i = 0;

  keep_hidden (self, packed, items, n_items);
  keep_order (self, packed, items, n_items);
  packed->first_row = self->rows->len - 1;
  g_qsort_with_data (items, (int) n_items, sizeof *items, compare_rows, self);
  for (guint row = 0; row < packed->place.n_rows; row++)
    {
      for (; i < n_items && items[i].row == row; i++)
        g_array_append_val (self->marks, items[i].entry);
      g_array_append_val (self->rows, self->marks->len);
    }
}

static void
place_lane (CareTimelinePack *self, CareTimelineLanePlace *place, const CareTimelinePackLane *wanted)
{
  const CareTimelineMetrics *metrics = &self->metrics;
  double pad = round (metrics->em * 0.5), end;

  place->y = self->height;
  place->rows_y = place->y + pad + wanted->head;
  place->chips_y = place->rows_y + place->n_rows * care_timeline_metrics_pitch (metrics);
  end = place->chips_y + (place->n_hidden > 0 ? care_timeline_metrics_chip (metrics) : 0);
  place->height = MAX (end + pad - place->y, wanted->least + 2 * pad);
  self->height += place->height;
}

static void
pack_lane (CareTimelinePack *self, guint lane, const CareTimelinePackLane *wanted, CareTimelinePacking *items,
           guint n_items)
{
  CareTimelinePackedLane *packed = &self->lanes[lane];
  guint fitted = wanted->most > 0 ? wanted->most : CARE_TIMELINE_ROWS;

  packed->place.mode = wanted->mode;
  packed->place.n_entries = n_items;
  put_in_order (self, items, n_items, compare_in_time);
  if (wanted->mode == CARE_TIMELINE_LANE_FOLDED)
    hide (items, n_items);
  else if (n_items > 0)
    find_rows (self, lane, items, n_items, wanted->mode == CARE_TIMELINE_LANE_ALL ? G_MAXUINT : fitted);
  keep_rows (self, packed, items, n_items);
  place_lane (self, &packed->place, wanted);
}

/* Those that have a lane and a day, by lane; @from says where each lane begins. */
static CareTimelinePacking *
collect (CareTimelinePack *self, guint *from)
{
  CareTimelinePacking *items;
  g_autofree guint *next = g_new0 (guint, self->n_lanes + 2);

  for (guint i = 0; i < self->entries->len; i++)
    if (self->lane_of[i] != CARE_TIMELINE_NO_LANE)
      next[self->lane_of[i] + 1]++;
  for (guint lane = 0; lane < self->n_lanes; lane++)
    next[lane + 1] += next[lane];
  memcpy (from, next, (self->n_lanes + 1) * sizeof *from);
  items = g_new (CareTimelinePacking, from[self->n_lanes] + 1);
  for (guint i = 0; i < self->entries->len; i++)
    if (self->lane_of[i] != CARE_TIMELINE_NO_LANE)
      {
        const CareTimelineEntry *entry = care_timeline_pack_get_entry (self, i);

        items[next[self->lane_of[i]]++] = (CareTimelinePacking){
          .entry = i, .days = care_timeline_entry_span (entry), .class = care_timeline_entry_get_class (entry)
        };
      }
  return items;
}

static void
set_lanes (CareTimelinePack *self, const guint16 *lanes)
{
  self->lane_of = g_new (guint16, self->entries->len + 1);
  self->row_of = g_new (guint32, self->entries->len + 1);
  for (guint i = 0; i < self->entries->len; i++)
    {
      CareSpan days = care_timeline_entry_span (care_timeline_pack_get_entry (self, i));
      gboolean is_in = lanes[i] < self->n_lanes && days.first != 0;

      self->lane_of[i] = is_in ? lanes[i] : CARE_TIMELINE_NO_LANE;
      self->row_of[i] = CARE_TIMELINE_HIDDEN;
    }
}

static CareTimelinePack *
create (const CareTimelinePackInput *input)
{
  CareTimelinePack *self = g_new0 (CareTimelinePack, 1);
  guint32 nought = 0;

  g_atomic_ref_count_init (&self->count);
  self->entries = g_array_ref (input->entries);
  self->extents = input->extents == NULL ? NULL : g_array_ref (input->extents);
  self->metrics = input->metrics;
  self->scale = input->scale;
  self->edge = input->edge;
  self->n_lanes = input->n_lanes;
  self->lanes = g_new0 (CareTimelinePackedLane, input->n_lanes + 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (CareDay));
  self->ends = g_array_new (FALSE, FALSE, sizeof (CareDay));
  g_array_append_val (self->rows, nought);
  return self;
}

/**
 * care_timeline_pack_new:
 * @input: what is packed
 *
 * Can be called in any thread.
 *
 * Returns: (transfer full): the entries in their lanes and rows.
 */
CareTimelinePack *
care_timeline_pack_new (const CareTimelinePackInput *input)
{
  CareTimelinePack *self = create (input);
  g_autofree CareTimelinePacking *items = NULL;
  g_autofree guint *from = g_new (guint, input->n_lanes + 1);

  set_lanes (self, input->lanes);
  items = collect (self, from);
  for (guint lane = 0; lane < self->n_lanes; lane++)
    pack_lane (self, lane, &input->lane[lane], items + from[lane], from[lane + 1] - from[lane]);
  return self;
}

/**
 * care_timeline_pack_ref:
 * @self: a pack
 *
 * Returns: (transfer full): the same.
 */
CareTimelinePack *
care_timeline_pack_ref (CareTimelinePack *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * care_timeline_pack_unref:
 * @self: (transfer full): a pack
 */
void
care_timeline_pack_unref (CareTimelinePack *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_array_unref (self->entries);
  g_clear_pointer (&self->extents, g_array_unref);
  g_array_unref (self->rows);
  g_array_unref (self->marks);
  g_array_unref (self->order);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
  g_free (self->lane_of);
  g_free (self->row_of);
  g_free (self->lanes);
  g_free (self);
}
