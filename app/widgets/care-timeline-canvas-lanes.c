/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lanes as a person has put them: folded, with some or all rows, up or down. */

#include "care-timeline-canvas-private.h"

/* A count of so few days is not looked at more closely. */
#define FEW_DAYS 7

/* As a person wants them, packed so or not yet. */
static GArray *
get_wanted_stands (CareTimelineCanvas *self)
{
  return self->next != NULL ? self->next->stands : self->matter->stands;
}

/* Its length, if there is none. */
guint
care_timeline_stands_find (GArray *stands, CareId key)
{
  guint i = 0;

  while (i < stands->len && g_array_index (stands, CareTimelineStand, i).key != key)
    i++;
  return i;
}

/* How many rows a lane may have. */
static void
set_mode (CareTimelineCanvas *self, CareId key, CareTimelineLaneMode mode)
{
  GArray *stands = get_wanted_stands (self);
  guint index = care_timeline_stands_find (stands, key);

  if (index == stands->len)
    return;
  g_array_index (stands, CareTimelineStand, index).mode = mode;
  care_timeline_canvas_pack (self);
}

/* Up or down, by one. */
static void
move_lane (CareTimelineCanvas *self, CareId key, int by)
{
  GArray *stands = get_wanted_stands (self);
  guint index = care_timeline_stands_find (stands, key), other = (guint) ((int) index + by);
  CareTimelineStand moved;

  if (index == stands->len || other >= stands->len)
    return;
  moved = g_array_index (stands, CareTimelineStand, index);
  g_array_index (stands, CareTimelineStand, index) = g_array_index (stands, CareTimelineStand, other);
  g_array_index (stands, CareTimelineStand, other) = moved;
  care_timeline_canvas_pack (self);
}

static void
on_lane (GtkWidget *widget, const char *action, GVariant *key)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  CareId lane = g_variant_get_int64 (key);
  GArray *stands = get_wanted_stands (self);
  guint index = care_timeline_stands_find (stands, lane);
  gboolean is_folded = index < stands->len
                       && g_array_index (stands, CareTimelineStand, index).mode == CARE_TIMELINE_LANE_FOLDED;

  if (g_str_equal (action, "lane.fold"))
    set_mode (self, lane, is_folded ? CARE_TIMELINE_LANE_FITTED : CARE_TIMELINE_LANE_FOLDED);
  else if (g_str_equal (action, "lane.fit"))
    set_mode (self, lane, CARE_TIMELINE_LANE_FITTED);
  else if (g_str_equal (action, "lane.all"))
    set_mode (self, lane, CARE_TIMELINE_LANE_ALL);
  else
    move_lane (self, lane, g_str_equal (action, "lane.up") ? -1 : 1);
}

/* Goes to what is counted. Few days are not told apart by looking closer, and a lane that is folded has no rows. */
void
care_timeline_canvas_open_chip (CareTimelineCanvas *self, const CareTimelineFrameChip *chip)
{
  const CareTimelineStand *stand = CARE_TIMELINE_STAND (self, chip->lane);

  if (stand->mode == CARE_TIMELINE_LANE_FOLDED)
    set_mode (self, stand->key, CARE_TIMELINE_LANE_FITTED);
  else if (chip->days.last - chip->days.first < FEW_DAYS)
    set_mode (self, stand->key, CARE_TIMELINE_LANE_ALL);
  else
    care_timeline_canvas_show_days (self, chip->days);
}

/* (transfer full): key -> 1 + index */
static GHashTable *
index_lanes (const CareTimelineScene *scene)
{
  GHashTable *lanes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < scene->lanes->len; i++)
    g_hash_table_insert (lanes, &g_array_index (scene->lanes, CareTimelineSceneLane, i).key, GUINT_TO_POINTER (i + 1));
  return lanes;
}

/* (transfer full): a set of their keys */
static GHashTable *
index_stands (GArray *stands)
{
  GHashTable *keys = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < stands->len; i++)
    g_hash_table_add (keys, &g_array_index (stands, CareTimelineStand, i).key);
  return keys;
}

/* What a person has made of lanes that are shown: each now has the place of one of them. */
static void
keep_order (CareTimelineCanvas *self, GArray *shown)
{
  g_autoptr (GHashTable) keys = index_stands (shown);
  guint next = 0;

  for (guint i = 0; i < self->order->len; i++)
    if (g_hash_table_contains (keys, &g_array_index (self->order, CareTimelineStand, i).key))
      g_array_index (self->order, CareTimelineStand, i) = g_array_index (shown, CareTimelineStand, next++);
}

/* Those from @lane on, up to one that is known. */
static void
append_new (GArray *order, const CareTimelineScene *scene, guint lane, GHashTable *known)
{
  for (; lane < scene->lanes->len; lane++)
    {
      CareTimelineStand stand = { lane, g_array_index (scene->lanes, CareTimelineSceneLane, lane).key };

      if (g_hash_table_contains (known, &stand.key))
        return;
      g_array_append_val (order, stand);
    }
}

/* Lanes that are new stand where the scene has them: after the one before. */
static void
add_new (CareTimelineCanvas *self, const CareTimelineScene *scene, GHashTable *lanes)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->order);
  g_autoptr (GHashTable) known = index_stands (before);

  self->order = g_array_new (FALSE, FALSE, sizeof (CareTimelineStand));
  append_new (self->order, scene, 0, known);
  for (guint i = 0; i < before->len; i++)
    {
      const CareTimelineStand *stand = &g_array_index (before, CareTimelineStand, i);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (lanes, &stand->key));

      g_array_append_vals (self->order, stand, 1);
      if (found > 0)
        append_new (self->order, scene, found, known);
    }
}

/* (transfer full): the lanes of @scene as a person has put them, also where they were not shown
 * for a while. */
GArray *
care_timeline_canvas_arrange (CareTimelineCanvas *self, const CareTimelineScene *scene)
{
  GArray *stands = g_array_new (FALSE, FALSE, sizeof (CareTimelineStand));
  g_autoptr (GHashTable) lanes = index_lanes (scene);
  gboolean is_first = self->matter == NULL && self->next == NULL;

  if (is_first || scene->sort != self->sort)
    g_array_set_size (self->order, 0);
  else
    keep_order (self, get_wanted_stands (self));
  self->sort = scene->sort;
  add_new (self, scene, lanes);
  for (guint i = 0; i < self->order->len; i++)
    {
      CareTimelineStand stand = g_array_index (self->order, CareTimelineStand, i);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (lanes, &stand.key));

      if (found == 0)
        continue;
      stand.lane = found - 1;
      g_array_append_val (stands, stand);
    }
  return stands;
}

void
care_timeline_canvas_install_lanes (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = { "lane.fold", "lane.fit", "lane.all", "lane.up", "lane.down" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "x", on_lane);
}
