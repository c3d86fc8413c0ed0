/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a view of the timeline shows, and what of that is selected. */

#include "care-timeline-view-private.h"

/* The card is of what is looked at. */
void
care_timeline_view_update_card (CareTimelineView *self)
{
  care_timeline_card_show (self->card, care_timeline_canvas_get_scene (self->canvas),
                           care_timeline_canvas_get_looked_at (self->canvas));
}

/**
 * care_timeline_view_set_label:
 * @self: a view
 * @label: its name for those who hear it
 */
void
care_timeline_view_set_label (CareTimelineView *self, const char *label)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * care_timeline_view_set:
 * @self: a view
 * @scene: (transfer full) (nullable): what it is to show; %NULL: nothing, at once
 * @as_of: the day as of which that is, or 0
 *
 * Replaces what is shown, as soon as that is laid out. What is selected stays so, if it is
 * still there, and lanes stay folded and in their order.
 */
void
care_timeline_view_set (CareTimelineView *self, CareTimelineScene *scene, CareDay as_of)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  care_timeline_canvas_set (self->canvas, scene, as_of);
  care_timeline_view_update_card (self);
}

/**
 * care_timeline_view_tell_again:
 * @self: a view
 *
 * Asks its scene for all texts again, of which it could not tell some before.
 */
void
care_timeline_view_tell_again (CareTimelineView *self)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  care_timeline_canvas_tell_again (self->canvas);
  care_timeline_view_update_card (self);
}

/**
 * care_timeline_view_get_scene:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is shown now, which all entries are of that it
 *   tells of; %NULL before anything is.
 */
const CareTimelineScene *
care_timeline_view_get_scene (CareTimelineView *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_VIEW (self), NULL);

  return care_timeline_canvas_get_scene (self->canvas);
}

/**
 * care_timeline_view_set_as_of:
 * @self: a view
 * @as_of: a day
 *
 * Has its line at that day, as long as nobody moves it, until care_timeline_view_set() says another.
 */
void
care_timeline_view_set_as_of (CareTimelineView *self, CareDay as_of)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  care_timeline_canvas_set_as_of (self->canvas, as_of);
}

/**
 * care_timeline_view_set_rulers:
 * @self: a view
 * @ruler: what divides the time
 * @behind: what is behind the marks; %CARE_TIMELINE_RULER_CALENDAR: nothing
 *
 * Divides time otherwise.
 */
void
care_timeline_view_set_rulers (CareTimelineView *self, CareTimelineRulerKind ruler, CareTimelineRulerKind behind)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  care_timeline_canvas_set_rulers (self->canvas, ruler, behind);
}

/**
 * care_timeline_view_set_waiting:
 * @self: a view
 * @waiting: whether more is to come
 *
 * Says so over what is shown, if it takes longer than a moment, with a button that emits
 * "cancelled".
 */
void
care_timeline_view_set_waiting (CareTimelineView *self, gboolean waiting)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  gtk_widget_set_visible (self->wait, waiting);
}

/**
 * care_timeline_view_select:
 * @self: a view
 * @entry: an entry of the scene that is shown, or %CARE_TIMELINE_NO_ENTRY
 *
 * Draws a ring round its mark, and has it in sight. The focus stays where it is.
 */
void
care_timeline_view_select (CareTimelineView *self, guint entry)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  care_timeline_canvas_select (self->canvas, entry);
  care_timeline_view_update_card (self);
}

/**
 * care_timeline_view_choose_focused:
 * @self: a view
 *
 * Selects the mark that has the focus, and tells that it is selected.
 *
 * Returns: whether one has it.
 */
gboolean
care_timeline_view_choose_focused (CareTimelineView *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_VIEW (self), FALSE);

  return care_timeline_canvas_choose_focused (self->canvas);
}

/**
 * care_timeline_view_get_first:
 * @self: a view
 *
 * Returns: the entry that Tab enters at, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_view_get_first (CareTimelineView *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_VIEW (self), CARE_TIMELINE_NO_ENTRY);

  return care_timeline_canvas_find_entrance (self->canvas);
}

/**
 * care_timeline_view_get_selected:
 * @self: a view
 *
 * Returns: the entry that is selected, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_view_get_selected (CareTimelineView *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_VIEW (self), CARE_TIMELINE_NO_ENTRY);

  return care_timeline_canvas_get_selected (self->canvas);
}
