/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown is packed in a thread, one pack at a time; until it is there, what was shown
 * before stays. */

#include "care-timeline-canvas-private.h"

#include "care-memory.h"

/* More labels than that are not measured: the packing would wait for it. */
#define MOST_MEASURED 400

/* What so many entries are packed with is worth giving back: 50 bytes each. */
#define LARGE 10000

typedef struct
{
  guint serial; /* of the matter, which may be gone by now */
  CareTimelinePackInput input;
  guint16 *lanes;
  CareTimelinePackLane *lane;
  GArray *stands;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_array_unref (job->input.entries);
  g_clear_pointer (&job->input.extents, g_array_unref);
  g_array_unref (job->stands);
  g_free (job->lanes);
  g_free (job->lane);
  g_free (job);
}

/**
 * care_timeline_matter_free:
 * @self: (transfer full): what was made of a scene, with the scene
 */
void
care_timeline_matter_free (CareTimelineMatter *self)
{
  g_clear_pointer (&self->texts, care_timeline_texts_free);
  g_clear_pointer (&self->extents, g_array_unref);
  g_array_unref (self->stands);
  care_timeline_scene_free (self->scene);
  g_free (self);
}

/**
 * care_timeline_canvas_measure_matter:
 * @self: a canvas
 * @matter: what it shows, or is going to show
 *
 * Makes its texts anew, in the font of the canvas.
 */
void
care_timeline_canvas_measure_matter (CareTimelineCanvas *self, CareTimelineMatter *matter)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  CareTimelineScene *scene = matter->scene;

  g_clear_pointer (&matter->texts, care_timeline_texts_free);
  g_clear_pointer (&matter->extents, g_array_unref);
  matter->texts = care_timeline_texts_new (context, pango_context_get_font_description (context),
                                           self->metrics.em * 40, scene->say, scene->data);
  if (scene->n_shown > MOST_MEASURED)
    return;
  matter->extents = g_array_sized_new (FALSE, TRUE, sizeof (CareTimelineExtent), scene->entries->len);
  g_array_set_size (matter->extents, scene->entries->len);
  for (guint i = 0; i < scene->entries->len; i++)
    if (scene->lane_of[i] != CARE_TIMELINE_NO_LANE)
      g_array_index (matter->extents, CareTimelineExtent, i) = care_timeline_texts_measure (matter->texts, i);
}

static void
fill_lanes (CareTimelineCanvas *self, const CareTimelineScene *scene, Job *job)
{
  g_autofree guint16 *place = g_new (guint16, scene->lanes->len + 1);

  job->lane = g_new0 (CareTimelinePackLane, job->stands->len + 1);
  for (guint i = 0; i < job->stands->len; i++)
    {
      const CareTimelineStand *stand = &g_array_index (job->stands, CareTimelineStand, i);

      job->lane[i].mode = stand->mode;
      job->lane[i].head = self->is_narrow ? self->head_height : 0;
      job->lane[i].least = self->head_height;
      place[stand->lane] = (guint16) i;
    }
  job->lanes = g_new (guint16, scene->entries->len + 1);
  for (guint i = 0; i < scene->entries->len; i++)
    job->lanes[i] = scene->lane_of[i] == CARE_TIMELINE_NO_LANE ? CARE_TIMELINE_NO_LANE : place[scene->lane_of[i]];
}

static Job *
new_job (CareTimelineCanvas *self, CareTimelineMatter *matter, double scale)
{
  Job *job = g_new0 (Job, 1);

  job->serial = matter->serial;
  job->stands = g_array_copy (matter->stands);
  fill_lanes (self, matter->scene, job);
  job->input = (CareTimelinePackInput){ .entries = g_array_ref (matter->scene->entries),
                                        .lanes = job->lanes,
                                        .extents = matter->extents == NULL ? NULL : g_array_ref (matter->extents),
                                        .lane = job->lane,
                                        .n_lanes = job->stands->len,
                                        .metrics = self->metrics,
                                        .scale = care_timeline_pack_scale (scale) };
  return job;
}

static void
pack_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  CareTimelinePack *pack = care_timeline_pack_new (&job->input);

  if (job->input.entries->len >= LARGE)
    care_memory_give_back ();
  g_task_return_pointer (task, pack, (GDestroyNotify) care_timeline_pack_unref);
}

/* How far what a person looks at is moved down by another pack: the mark with the focus, or
 * else the lane at the top. */
static double
find_shift (CareTimelineCanvas *self, guint entry, guint entry_before, CareTimelinePack *pack, GArray *stands)
{
  CareTimelinePlace before = { 0 }, now;
  guint lane = care_timeline_pack_find_lane (self->pack, self->look.top);
  guint there;

  if (entry != CARE_TIMELINE_NO_ENTRY && entry_before != CARE_TIMELINE_NO_ENTRY)
    {
      before = care_timeline_pack_get_place (self->pack, entry_before, self->look.scale);
      now = care_timeline_pack_get_place (pack, entry, self->look.scale);
      if (before.lane != CARE_TIMELINE_NO_LANE && now.lane != CARE_TIMELINE_NO_LANE
          && before.y >= self->look.top && before.y < self->look.top + care_timeline_canvas_viewport (self).height)
        return now.y - before.y;
    }
  if (lane == CARE_TIMELINE_NO_LANE || self->look.top <= 0)
    return 0;
  there = care_timeline_stands_find (stands, CARE_TIMELINE_STAND (self, lane)->key);
  if (there == stands->len)
    return 0;
  return care_timeline_pack_get_lane (pack, there)->y - care_timeline_pack_get_lane (self->pack, lane)->y;
}

static guint
find_again (const CareTimelineScene *scene, const CareTimelineScene *before, guint entry)
{
  if (entry == CARE_TIMELINE_NO_ENTRY || before == NULL || before == scene)
    return entry;
  return care_timeline_scene_find (scene, care_timeline_scene_get (before, entry));
}

/* Shows @pack, of the matter that is to be shown now. */
static void
take (CareTimelineCanvas *self, CareTimelineMatter *matter, CareTimelinePack *pack, GArray *stands)
{
  const CareTimelineScene *before = self->matter == NULL ? NULL : self->matter->scene;
  guint focused = care_timeline_canvas_get_focused (self), focused_now = find_again (matter->scene, before, focused);
  gboolean lost_focus = FALSE;
  double shift = self->pack == NULL ? 0 : find_shift (self, focused_now, focused, pack, stands);

  self->current = find_again (matter->scene, before, self->current);
  self->look.top += shift;
  self->from.top += shift;
  self->to.top += shift;
  self->selected = find_again (matter->scene, before, self->selected);
  self->hovered = CARE_TIMELINE_NO_ENTRY;
  g_clear_pointer (&self->pack, care_timeline_pack_unref);
  self->pack = pack;
  g_clear_pointer (&self->stands, g_array_unref);
  self->stands = g_array_ref (stands);
  if (matter == self->next)
    {
      g_clear_pointer (&self->matter, care_timeline_matter_free);
      self->matter = g_steal_pointer (&self->next);
      lost_focus = care_timeline_canvas_forget_spots (self, focused_now);
      care_timeline_canvas_tell_shown (self);
    }
  care_timeline_canvas_update (self);
  care_timeline_canvas_settle (self);
  if (lost_focus)
    care_timeline_canvas_grab (self);
  care_timeline_canvas_focus_wanted (self);
}

static void
packed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareTimelineCanvas) self = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (CareTimelinePack) pack = g_task_propagate_pointer (G_TASK (result), NULL);
  CareTimelineMatter *matter = self->next != NULL ? self->next : self->matter;
  gboolean is_stale = self->is_stale;

  self->is_packing = self->is_stale = FALSE;
  if (self->frame == NULL)
    return; /* disposed of meanwhile */
  if (matter != NULL && job->serial == matter->serial)
    take (self, matter, g_steal_pointer (&pack), job->stands);
  if (is_stale)
    care_timeline_canvas_pack (self);
}

/**
 * care_timeline_canvas_pack:
 * @self: a canvas
 *
 * Packs what is to be shown for the scale that it is looked at, or is going to be; in a thread.
 */
void
care_timeline_canvas_pack (CareTimelineCanvas *self)
{
  CareTimelineMatter *matter = self->next != NULL ? self->next : self->matter;
  double scale = self->to.scale;
  g_autoptr (GTask) task = NULL;

  if (matter == NULL || self->metrics.line <= 0 || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return; /* at the first allocation */
  if (self->is_packing)
    {
      self->is_stale = TRUE;
      return;
    }
  if (matter->texts == NULL)
    care_timeline_canvas_measure_matter (self, matter);
  if (self->is_first)
    scale = care_timeline_canvas_first_look (self).scale;
  else if (scale <= 0 || self->fits)
    scale = care_timeline_canvas_fit_scale (self);
  self->is_packing = TRUE;
  /* The task does not hold the canvas, as the thread may be the last to hold the task. */
  task = g_task_new (NULL, NULL, packed, g_object_ref (self));
  g_task_set_task_data (task, new_job (self, matter, scale), free_job);
  g_task_run_in_thread (task, pack_in_thread);
}
