/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The buttons over marks and counts. Those that are needed no more are used for others. While
 * the view moves they stay where they were, as there may be many and nothing is seen of them;
 * they are put right, a few at a time, as soon as it stands still. Only what has the focus
 * is always where it belongs: it is seen. */

#include "care-timeline-canvas-private.h"

#include <math.h>

/* Frames without a move, after which it stands still. */
#define STILL 3
/* How long it may take in a frame to put buttons right, in microseconds. */
#define MOST_TIME 1500
/* How far beside the viewport what is out of sight waits, in pixels. */
#define OUT 400

static gboolean
settle_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);

  if (self->lacks_texts)
    care_timeline_canvas_repaint (self);
  if (self->is_unsettled && ++self->n_still >= STILL)
    care_timeline_canvas_settle (self);
  if (self->is_unsettled)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* In the next frames more is done of what there is no time for in one. */
void
care_timeline_canvas_tick (CareTimelineCanvas *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_in_frame, NULL, NULL);
}

/* Buttons are put right once nothing has moved for a moment. */
void
care_timeline_canvas_settle_later (CareTimelineCanvas *self)
{
  self->n_still = 0;
  self->is_unsettled = TRUE;
  care_timeline_canvas_tick (self);
}

static void
on_clicked (CareTimelineSpot *spot, CareTimelineCanvas *self)
{
  care_timeline_canvas_press (self, spot);
}

static CareTimelineSpot *
new_spot (CareTimelineCanvas *self)
{
  CareTimelineSpot *spot;

  if (self->spare->len > 0)
    spot = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    {
      spot = CARE_TIMELINE_SPOT (care_timeline_spot_new ());
      g_signal_connect (spot, "clicked", G_CALLBACK (on_clicked), self);
      /* Names of lanes and the handle are drawn over them. */
      gtk_widget_insert_before (GTK_WIDGET (spot), GTK_WIDGET (self), self->bar);
    }
  care_timeline_spot_set_used (spot, TRUE);
  return spot;
}

static void
put_away (CareTimelineCanvas *self, CareTimelineSpot *spot)
{
  care_timeline_spot_set_used (spot, FALSE);
  g_ptr_array_add (self->spare, spot);
}

static void
name_spot (CareTimelineCanvas *self, CareTimelineSpot *spot)
{
  const CareTimelineScene *scene = self->matter->scene;
  guint entry = care_timeline_spot_get_entry (spot);
  g_autofree char *sentence = NULL;

  if (care_timeline_spot_has_sentence (spot) || entry == CARE_TIMELINE_NO_ENTRY)
    return;
  sentence = scene->tell (entry, scene->data);
  care_timeline_spot_set_sentence (spot, sentence);
}

static CareTimelineSpot *
find_spot (CareTimelineCanvas *self, guint entry)
{
  return g_hash_table_lookup (self->spots, GUINT_TO_POINTER (entry));
}

static CareTimelineSpot *
make_spot (CareTimelineCanvas *self, guint entry)
{
  CareTimelineSpot *spot = new_spot (self);

  care_timeline_spot_set_entry (spot, entry);
  care_timeline_spot_set_selected (spot, entry == self->selected);
  g_hash_table_insert (self->spots, GUINT_TO_POINTER (entry), spot);
  return spot;
}

/* The button of an entry, and its name; where there is none yet, out of sight. */
CareTimelineSpot *
care_timeline_canvas_require_spot (CareTimelineCanvas *self, guint entry)
{
  CareTimelineSpot *spot = find_spot (self, entry);

  if (spot == NULL)
    spot = make_spot (self, entry);
  name_spot (self, spot);
  care_timeline_canvas_settle_later (self);
  return spot;
}

static gboolean
is_kept (CareTimelineCanvas *self, CareTimelineSpot *spot)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (spot);
}

/* Whole pixels that cover what is at a place in the viewport. */
static void
put (CareTimelineCanvas *self, GtkWidget *spot, double x, double y, double width, double height)
{
  int left = (int) floor (x), top = (int) floor (y);

  care_timeline_canvas_put (self, spot,
                            (GtkAllocation){ self->gutter + left, self->header + top, (int) ceil (x + width) - left,
                                             (int) ceil (y + height) - top });
}

/* As much of it as is in sight, or all of it beside the viewport. */
static void
put_between (CareTimelineCanvas *self, CareTimelineSpot *spot, double left, double right, double y, double height)
{
  double width = care_timeline_canvas_viewport (self).width;

  if (right > 0 && left < width)
    put (self, GTK_WIDGET (spot), MAX (left, 0), y, MAX (MIN (right, width) - MAX (left, 0), 1), height);
  else
    put (self, GTK_WIDGET (spot), right <= 0 ? -OUT : width + OUT, y, 1, height);
}

static void
put_mark (CareTimelineCanvas *self, CareTimelineSpot *spot, const CareTimelineFrameMark *mark)
{
  put_between (self, spot, mark->x, care_timeline_texts_end (self->matter->texts, mark), mark->y, mark->height);
}

/* What has the focus and is out of sight keeps it there. */
static void
put_kept (CareTimelineCanvas *self, CareTimelineSpot *spot)
{
  CareTimelinePlace place
    = care_timeline_pack_get_place (self->pack, care_timeline_spot_get_entry (spot), self->look.scale);
  double offset = self->look.first * self->look.scale;

  put_between (self, spot, place.left - offset, place.right - offset, place.y - self->look.top, place.height);
}

/* Those of marks that are out of sight are put away; one that has the focus is not. */
static void
collect (CareTimelineCanvas *self, const CareTimelineFrameMark *marks, guint n_marks)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer entry, spot;

  for (guint i = 0; i < n_marks; i++)
    g_hash_table_add (used, GUINT_TO_POINTER (marks[i].entry));
  g_hash_table_iter_init (&iter, self->spots);
  while (g_hash_table_iter_next (&iter, &entry, &spot))
    if (!g_hash_table_contains (used, entry) && !is_kept (self, spot))
      {
        g_hash_table_iter_remove (&iter);
        /* It is not hidden before all have been found a use for. */
        g_ptr_array_add (self->spare, spot);
      }
}

static gboolean
is_late (gint64 since)
{
  return g_get_monotonic_time () - since > MOST_TIME;
}

/* Returns whether there was time for all of them. */
static gboolean
settle_marks (CareTimelineCanvas *self, gint64 since)
{
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (self->frame, &n_marks);

  collect (self, marks, n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      CareTimelineSpot *spot = find_spot (self, marks[i].entry);

      if (is_late (since) && (spot == NULL || !care_timeline_spot_has_sentence (spot)))
        return FALSE;
      name_spot (self, spot != NULL ? spot : make_spot (self, marks[i].entry));
    }
  return TRUE;
}

static void
keep_chips (CareTimelineCanvas *self, guint n)
{
  while (self->chips->len > n)
    put_away (self, g_ptr_array_steal_index (self->chips, self->chips->len - 1));
}

/* Nothing is counted any more. */
void
care_timeline_canvas_forget_chips (CareTimelineCanvas *self)
{
  keep_chips (self, 0);
}

static void
settle_chips (CareTimelineCanvas *self)
{
  guint n_chips;
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (self->frame, &n_chips);

  for (guint i = n_chips; i < self->chips->len; i++)
    if (is_kept (self, g_ptr_array_index (self->chips, i)))
      care_timeline_canvas_focus_entry (self, care_timeline_canvas_find_entrance (self));
  keep_chips (self, n_chips);
  while (self->chips->len < n_chips)
    g_ptr_array_add (self->chips, new_spot (self));
  for (guint i = 0; i < n_chips; i++)
    care_timeline_spot_set_chip (g_ptr_array_index (self->chips, i), &chips[i]);
}

static void
hide_spare (CareTimelineCanvas *self)
{
  for (guint i = 0; i < self->spare->len; i++)
    care_timeline_spot_set_used (g_ptr_array_index (self->spare, i), FALSE);
}

/* Gives buttons to what is in sight, as many as there is time for; not while anything is
 * being allocated. */
void
care_timeline_canvas_settle (CareTimelineCanvas *self)
{
  gint64 since = g_get_monotonic_time ();

  self->is_unsettled = FALSE;
  care_timeline_canvas_name_lanes (self);
  if (self->pack != NULL && self->width > 0)
    {
      settle_chips (self);
      if (!settle_marks (self, since))
        {
          care_timeline_canvas_settle_later (self);
          self->n_still = STILL;
        }
    }
  hide_spare (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What is seen of buttons is where it belongs, even while it moves. */
static void
put_seen (CareTimelineCanvas *self, const CareTimelineFrameMark *marks, guint n_marks)
{
  const guint seen[] = { self->selected, care_timeline_canvas_get_focused (self) };

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      CareTimelineSpot *spot = seen[i] == CARE_TIMELINE_NO_ENTRY ? NULL : find_spot (self, seen[i]);
      guint at = 0;

      if (spot == NULL)
        continue;
      while (at < n_marks && marks[at].entry != seen[i])
        at++;
      if (at < n_marks)
        put_mark (self, spot, &marks[at]);
      else
        put_kept (self, spot);
    }
}

void
care_timeline_canvas_place_spots (CareTimelineCanvas *self)
{
  guint n_marks, n_chips;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (self->frame, &n_marks);
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (self->frame, &n_chips);

  if (self->pack == NULL)
    return;
  put_seen (self, marks, n_marks);
  if (self->is_unsettled && self->n_still < STILL)
    return;
  for (guint i = 0; i < n_marks; i++)
    if (find_spot (self, marks[i].entry) != NULL)
      put_mark (self, find_spot (self, marks[i].entry), &marks[i]);
  for (guint i = 0; i < MIN (n_chips, self->chips->len); i++)
    put (self, g_ptr_array_index (self->chips, i), chips[i].x, chips[i].y, chips[i].width, chips[i].height);
}

/* The mark that has the focus, or CARE_TIMELINE_NO_ENTRY. */
guint
care_timeline_canvas_get_focused (CareTimelineCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return CARE_IS_TIMELINE_SPOT (focus) ? care_timeline_spot_get_entry (CARE_TIMELINE_SPOT (focus)) : CARE_TIMELINE_NO_ENTRY;
}

/* Entries are those of another scene: what has the focus keeps it as @focused, if it is still
 * there. Returns whether the focus is lost. */
gboolean
care_timeline_canvas_forget_spots (CareTimelineCanvas *self, guint focused)
{
  g_autoptr (GList) spots = g_hash_table_get_values (self->spots);
  gboolean had_focus = care_timeline_canvas_get_focused (self) != CARE_TIMELINE_NO_ENTRY;

  g_hash_table_remove_all (self->spots);
  for (GList *link = spots; link != NULL; link = link->next)
    {
      CareTimelineSpot *spot = link->data;

      if (is_kept (self, spot) && focused != CARE_TIMELINE_NO_ENTRY)
        {
          care_timeline_spot_set_entry (spot, focused);
          care_timeline_spot_set_selected (spot, focused == self->selected);
          g_hash_table_insert (self->spots, GUINT_TO_POINTER (focused), spot);
          name_spot (self, spot);
        }
      else
        put_away (self, spot);
    }
  care_timeline_canvas_settle_later (self);
  return had_focus && focused == CARE_TIMELINE_NO_ENTRY;
}
