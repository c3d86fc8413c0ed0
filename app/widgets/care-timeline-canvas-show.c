/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the users of the timeline's canvas have it show. */

#include "care-timeline-canvas-private.h"

#define ZOOM 1.5

/* Nothing is shown any more, and what it was of is let go. */
static void
clear (CareTimelineCanvas *self)
{
  g_clear_pointer (&self->next, care_timeline_matter_free);
  self->selected = self->current = self->hovered = CARE_TIMELINE_NO_ENTRY;
  g_clear_pointer (&self->pack, care_timeline_pack_unref);
  /* What is hit is looked for in the frame, which holds the pack. */
  care_timeline_frame_free (self->frame);
  self->frame = care_timeline_frame_new ();
  care_timeline_canvas_forget_spots (self, CARE_TIMELINE_NO_ENTRY);
  care_timeline_canvas_forget_chips (self);
  care_timeline_canvas_name_lanes (self);
  g_clear_pointer (&self->matter, care_timeline_matter_free);
  self->is_first = TRUE;
  self->fits = FALSE;
  self->told_as_of = 0;
  care_timeline_canvas_move_as_of (self, 0, FALSE);
  care_timeline_canvas_update (self);
}

/**
 * care_timeline_canvas_set:
 * @self: a canvas
 * @scene: (transfer full) (nullable): what it is to show; %NULL: nothing, at once
 * @as_of: the day as of which that is, or 0
 *
 * Replaces what is shown, as soon as that is laid out. What is selected stays so, if it is
 * still there, and so do lanes of the same sort, wherever a person has put them. A day that was out of sight is gone to.
 */
void
care_timeline_canvas_set (CareTimelineCanvas *self, CareTimelineScene *scene, CareDay as_of)
{
  CareTimelineMatter *matter;

  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));

  if (scene == NULL)
    {
      clear (self);
      return;
    }
  matter = g_new0 (CareTimelineMatter, 1);
  matter->serial = ++self->n_set;
  matter->scene = scene;
  matter->stands = care_timeline_canvas_arrange (self, scene);
  g_clear_pointer (&self->next, care_timeline_matter_free);
  self->next = matter;
  care_timeline_canvas_set_as_of (self, as_of);
  care_timeline_canvas_pack (self);
  care_timeline_canvas_update (self);
}

/**
 * care_timeline_canvas_set_as_of:
 * @self: a canvas
 * @as_of: a day, or 0
 *
 * Has its line at that day. If that was out of sight, it is gone to.
 */
void
care_timeline_canvas_set_as_of (CareTimelineCanvas *self, CareDay as_of)
{
  gboolean is_other;

  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));

  is_other = self->told_as_of != 0 && as_of != self->told_as_of;
  self->told_as_of = as_of;
  care_timeline_canvas_move_as_of (self, as_of, FALSE);
  if (is_other)
    care_timeline_canvas_follow_day (self);
}

/**
 * care_timeline_canvas_tell_again:
 * @self: a canvas
 *
 * Asks its scene for all texts again, of which it could not tell some before.
 */
void
care_timeline_canvas_tell_again (CareTimelineCanvas *self)
{
  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));

  self->font_serial = 0; /* all are made anew, and marks are packed by how wide they are */
  care_timeline_canvas_settle_later (self);
  care_timeline_canvas_repaint (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * care_timeline_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is shown now, which the entries of its signals
 *   are of; %NULL before anything is.
 */
const CareTimelineScene *
care_timeline_canvas_get_scene (CareTimelineCanvas *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), NULL);

  return self->matter == NULL ? NULL : self->matter->scene;
}

/**
 * care_timeline_canvas_set_rulers:
 * @self: a canvas
 * @ruler: what divides the time
 * @behind: what is behind the marks; %CARE_TIMELINE_RULER_CALENDAR: nothing
 *
 * Divides time otherwise.
 */
void
care_timeline_canvas_set_rulers (CareTimelineCanvas *self, CareTimelineRulerKind ruler, CareTimelineRulerKind behind)
{
  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));

  if (ruler == self->ruler_kind && behind == self->behind_kind)
    return;
  self->ruler_kind = ruler;
  self->behind_kind = behind;
  self->font_serial = 0; /* both are made anew */
  care_timeline_canvas_repaint (self);
  gtk_widget_queue_resize (GTK_WIDGET (self)); /* as there may be less room below them, and a scroll bar */
}

/* About the mark that has the keys, if it is in sight; else about the middle. */
static double
find_middle (CareTimelineCanvas *self)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  guint entry = care_timeline_canvas_get_focused (self);
  double x = -1;

  if (entry != CARE_TIMELINE_NO_ENTRY)
    {
      CareSpan span = care_timeline_entry_span (care_timeline_scene_get (self->matter->scene, entry));

      x = care_timeline_viewport_x (&viewport, span.first);
    }
  return x >= 0 && x < viewport.width ? x : viewport.width / 2;
}

/**
 * care_timeline_canvas_go_to:
 * @self: a canvas
 * @where: nearer, farther, to all of it or to the day of its line
 *
 * Looks elsewhere.
 */
void
care_timeline_canvas_go_to (CareTimelineCanvas *self, CareTimelineGo where)
{
  CareTimelineLook all = { .top = self->look.top };

  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));

  if (where == CARE_TIMELINE_GO_AS_OF)
    care_timeline_canvas_show_day (self, self->as_of);
  else if (where == CARE_TIMELINE_GO_ALL)
    {
      care_timeline_canvas_go (self, all, TRUE);
      self->fits = TRUE;
      self->is_first = FALSE;
    }
  else if (self->matter != NULL)
    care_timeline_canvas_zoom (self, where == CARE_TIMELINE_GO_NEARER ? ZOOM : 1 / ZOOM, find_middle (self), TRUE);
}

/**
 * care_timeline_canvas_show_day:
 * @self: a canvas
 * @day: a day; 0 does nothing
 *
 * Has that day in the middle, as far as there is something beside it.
 */
void
care_timeline_canvas_show_day (CareTimelineCanvas *self, CareDay day)
{
  CareTimelineLook to = self->look;

  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));

  if (day == 0 || to.scale <= 0)
    return;
  self->fits = self->is_first = FALSE;
  to.first = day - care_timeline_canvas_viewport (self).width / 2 / to.scale;
  care_timeline_canvas_go (self, to, TRUE);
}

/* Goes to the day of the line, unless it is in sight, or all is going to be. */
void
care_timeline_canvas_follow_day (CareTimelineCanvas *self)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  double x = viewport.scale > 0 ? care_timeline_viewport_x (&viewport, self->as_of) : 0;

  if (!self->fits && (x < 0 || x >= viewport.width))
    care_timeline_canvas_show_day (self, self->as_of);
}

static void
mark_selected (CareTimelineCanvas *self, gboolean selected)
{
  CareTimelineSpot *spot = g_hash_table_lookup (self->spots, GUINT_TO_POINTER (self->selected));

  if (self->selected != CARE_TIMELINE_NO_ENTRY && spot != NULL)
    care_timeline_spot_set_selected (spot, selected);
}

/**
 * care_timeline_canvas_select:
 * @self: a canvas
 * @entry: an entry of its scene, or %CARE_TIMELINE_NO_ENTRY
 *
 * Draws a ring round its mark, where Tab enters then, and has it in sight. The focus stays
 * where it is.
 */
void
care_timeline_canvas_select (CareTimelineCanvas *self, guint entry)
{
  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));

  if (entry != CARE_TIMELINE_NO_ENTRY)
    self->current = entry;
  if (self->selected != entry)
    {
      mark_selected (self, FALSE);
      self->selected = entry;
      if (entry != CARE_TIMELINE_NO_ENTRY)
        care_timeline_canvas_require_spot (self, entry);
      mark_selected (self, TRUE);
    }
  if (entry != CARE_TIMELINE_NO_ENTRY)
    care_timeline_canvas_show (self, entry);
}

/**
 * care_timeline_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: the entry that is selected, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_canvas_get_selected (CareTimelineCanvas *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), CARE_TIMELINE_NO_ENTRY);

  return self->selected;
}

/**
 * care_timeline_canvas_get_looked_at:
 * @self: a canvas
 *
 * Returns: the entry that a person looks at: under the pointer, or else the one that had the
 *   focus or was selected last; or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_canvas_get_looked_at (CareTimelineCanvas *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), CARE_TIMELINE_NO_ENTRY);

  return self->hovered != CARE_TIMELINE_NO_ENTRY ? self->hovered : self->current;
}

/**
 * care_timeline_canvas_grab:
 * @self: a canvas
 *
 * Gives the keys to the mark where Tab enters.
 *
 * Returns: whether there is one.
 */
gboolean
care_timeline_canvas_grab (CareTimelineCanvas *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), FALSE);

  return care_timeline_canvas_focus_entry (self, care_timeline_canvas_find_entrance (self));
}

/**
 * care_timeline_canvas_get_frame:
 * @self: a canvas
 *
 * Returns: (transfer none): what is seen now.
 */
const CareTimelineFrame *
care_timeline_canvas_get_frame (CareTimelineCanvas *self)
{
  return self->frame;
}

/**
 * care_timeline_canvas_get_button:
 * @self: a canvas
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): the button over its mark.
 */
GtkWidget *
care_timeline_canvas_get_button (CareTimelineCanvas *self, guint entry)
{
  return g_hash_table_lookup (self->spots, GUINT_TO_POINTER (entry));
}

/**
 * care_timeline_canvas_is_settled:
 * @self: a canvas
 *
 * Returns: whether it stands still, all that was set is shown, and every mark in sight has its
 *   texts, its button and its name.
 */
gboolean
care_timeline_canvas_is_settled (CareTimelineCanvas *self)
{
  return self->next == NULL && !self->is_packing && !self->is_unsettled && !self->lacks_texts;
}
