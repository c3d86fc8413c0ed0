/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of the lanes that are in sight: beside their lanes, or where there is no room for
 * that, above them. A name stays in sight as long as its lane does. */

#include "care-timeline-canvas-private.h"

#include <math.h>

/* Where a name that has the focus and is out of sight waits. */
#define OUT (-2000)

/* Of a lane, as they are packed. */
static const CareTimelineSceneLane *
get_lane (CareTimelineCanvas *self, guint lane)
{
  return &g_array_index (self->matter->scene->lanes, CareTimelineSceneLane, CARE_TIMELINE_STAND (self, lane)->lane);
}

static CareTimelineHead *
find_head (CareTimelineCanvas *self, CareId key)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      CareTimelineHead *head = g_ptr_array_index (self->heads, i);

      if (gtk_widget_get_visible (GTK_WIDGET (head)) && care_timeline_head_get_key (head) == key)
        return head;
    }
  return NULL;
}

static void
show (CareTimelineCanvas *self, CareTimelineHead *head, guint lane)
{
  const CareTimelineSceneLane *named = get_lane (self, lane);
  const CareTimelineLanePlace *place = care_timeline_pack_get_lane (self->pack, lane);
  CareTimelineHeadState state = { .key = named->key,
                                  .name = named->name,
                                  .mode = place->mode,
                                  .n_entries = place->n_entries,
                                  .n_hidden = place->n_hidden,
                                  .is_first = lane == 0,
                                  .is_last = lane + 1 == care_timeline_pack_get_n_lanes (self->pack) };

  if (named->colour != 0)
    state.colour = &g_array_index (self->matter->scene->palette, CareColour, named->colour - 1);
  care_timeline_head_show (head, &state);
}

static void
put (CareTimelineCanvas *self, CareTimelineHead *head, const CareTimelineFrameLane *lane)
{
  int width = self->is_narrow ? gtk_widget_get_width (GTK_WIDGET (self)) : self->gutter;
  int y = (int) floor (MIN (MAX (lane->y, 0), lane->y + lane->height - (float) self->head_height));

  care_timeline_canvas_put (self, GTK_WIDGET (head), (GtkAllocation){ 0, self->header + y, width, self->head_height });
}

/* (nullable): the lane in sight of a key. */
static const CareTimelineFrameLane *
find_seen (CareTimelineCanvas *self, CareId key)
{
  guint n_lanes;
  const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (self->frame, &n_lanes);

  for (guint i = 0; self->pack != NULL && i < n_lanes; i++)
    if (CARE_TIMELINE_STAND (self, lanes[i].lane)->key == key)
      return &lanes[i];
  return NULL;
}

/* Those that are for no lane in sight, nor have the focus. */
static GPtrArray *
list_unused (CareTimelineCanvas *self)
{
  GPtrArray *unused = g_ptr_array_new ();

  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i);

      if (!gtk_widget_get_visible (head)
          || (find_seen (self, care_timeline_head_get_key (CARE_TIMELINE_HEAD (head))) == NULL
              && gtk_widget_get_focus_child (self->bar) != head))
        g_ptr_array_add (unused, head);
    }
  return unused;
}

static CareTimelineHead *
take_head (CareTimelineCanvas *self, GPtrArray *unused)
{
  GtkWidget *head;

  if (unused->len > 0)
    head = g_ptr_array_steal_index_fast (unused, unused->len - 1);
  else
    {
      head = care_timeline_head_new ();
      gtk_widget_set_parent (head, self->bar);
      g_ptr_array_add (self->heads, head);
    }
  gtk_widget_show (head);
  return CARE_TIMELINE_HEAD (head);
}

/* Has every lane in sight named, and the names read in their order; not while anything is being
 * allocated. */
void
care_timeline_canvas_name_lanes (CareTimelineCanvas *self)
{
  guint n_lanes = 0;
  const CareTimelineFrameLane *lanes
    = self->pack == NULL ? NULL : care_timeline_frame_get_lanes (self->frame, &n_lanes);
  g_autoptr (GPtrArray) unused = list_unused (self);
  GtkWidget *above = NULL;

  for (guint i = 0; i < n_lanes; i++)
    {
      CareTimelineHead *head = find_head (self, CARE_TIMELINE_STAND (self, lanes[i].lane)->key);

      if (head == NULL)
        head = take_head (self, unused);
      show (self, head, lanes[i].lane);
      gtk_widget_insert_after (GTK_WIDGET (head), self->bar, above);
      above = GTK_WIDGET (head);
    }
  for (guint i = 0; i < unused->len; i++)
    gtk_widget_hide (g_ptr_array_index (unused, i));
}

/* Each is told its place once: a menu that is open goes along with it. */
void
care_timeline_canvas_place_heads (CareTimelineCanvas *self)
{
  care_timeline_canvas_put (self, self->bar, (GtkAllocation){ 0, 0, self->width, self->height });
  for (guint i = 0; i < self->heads->len; i++)
    {
      CareTimelineHead *head = g_ptr_array_index (self->heads, i);
      const CareTimelineFrameLane *lane = find_seen (self, care_timeline_head_get_key (head));

      if (!gtk_widget_get_visible (GTK_WIDGET (head)))
        continue;
      if (lane != NULL)
        put (self, head, lane);
      else
        care_timeline_canvas_put (self, GTK_WIDGET (head), (GtkAllocation){ OUT, 0, self->gutter, self->head_height });
    }
}

/* Whether the name that has the keys was out of sight, and comes back: its menu would open where it waits. */
gboolean
care_timeline_canvas_bring_head (CareTimelineCanvas *self)
{
  GtkWidget *head = gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->bar ? gtk_widget_get_focus_child (self->bar) : NULL;
  CareId key = head == NULL ? 0 : care_timeline_head_get_key (CARE_TIMELINE_HEAD (head));

  return head != NULL && self->pack != NULL && find_seen (self, key) == NULL && care_timeline_canvas_focus_lane (self, key);
}

/* Gives the keys to the name of a lane, or of the first one in sight, and sees that it is in
 * sight. */
gboolean
care_timeline_canvas_focus_lane (CareTimelineCanvas *self, CareId key)
{
  CareTimelineHead *head;
  guint lane = 0;

  while (lane < self->stands->len && CARE_TIMELINE_STAND (self, lane)->key != key)
    lane++;
  if (lane == self->stands->len)
    lane = care_timeline_pack_find_lane (self->pack, self->look.top);
  if (lane == CARE_TIMELINE_NO_LANE)
    return FALSE;
  care_timeline_canvas_show_lane (self, lane);
  head = find_head (self, CARE_TIMELINE_STAND (self, lane)->key);
  if (head == NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      head = take_head (self, none);
      show (self, head, lane);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  self->lane = CARE_TIMELINE_STAND (self, lane)->key;
  return gtk_widget_grab_focus (care_timeline_head_get_button (head));
}
