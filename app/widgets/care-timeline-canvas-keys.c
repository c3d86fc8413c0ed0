/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going about in the timeline by keys. There are three stops of Tab: the marks, the names of
 * the lanes, and the handle of the day. Arrow keys go on from there: along a lane in time,
 * from row to row, from the last row to the counts of what has none, and to the next lane. */

#include "care-timeline-canvas-private.h"

/* How long it may take to read what takes the keys, in microseconds. */
#define AT_ONCE (5 * G_USEC_PER_SEC)

typedef enum
{
  GO_FIRST,
  GO_LAST,
  GO_PAGE_UP,
  GO_PAGE_DOWN,
} Jump;

static GtkWidget *
find_focus (CareTimelineCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root == NULL ? NULL : gtk_root_get_focus (root);
}

/* The child that has the focus now: GTK knows of one, too, that had it when the view was left. */
static GtkWidget *
get_focus_child (CareTimelineCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self)), *focus = find_focus (self);

  return child != NULL && focus != NULL && (focus == child || gtk_widget_is_ancestor (focus, child)) ? child : NULL;
}

/* Gives the keys to a mark, and sees that it is in sight. */
gboolean
care_timeline_canvas_focus_entry (CareTimelineCanvas *self, guint entry)
{
  if (entry == CARE_TIMELINE_NO_ENTRY || self->pack == NULL
      || care_timeline_pack_get_place (self->pack, entry, self->look.scale).lane == CARE_TIMELINE_NO_LANE)
    return FALSE;
  care_timeline_canvas_show (self, entry);
  return gtk_widget_grab_focus (GTK_WIDGET (care_timeline_canvas_require_spot (self, entry)));
}

static gboolean
has_row (CareTimelineCanvas *self, guint entry)
{
  CareTimelinePlace place;

  if (entry == CARE_TIMELINE_NO_ENTRY)
    return FALSE;
  place = care_timeline_pack_get_place (self->pack, entry, self->look.scale);
  return place.lane != CARE_TIMELINE_NO_LANE && !place.is_hidden;
}

/**
 * care_timeline_canvas_find_entrance:
 * @self: a canvas
 *
 * Returns: where Tab enters: where one was last, else what is selected, else what is seen first;
 *   or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_canvas_find_entrance (CareTimelineCanvas *self)
{
  const guint known[] = { self->current, self->selected };
  const CareTimelineFrameMark *marks;
  guint n_marks;

  if (self->pack == NULL)
    return CARE_TIMELINE_NO_ENTRY;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (has_row (self, known[i]))
      return known[i];
  marks = care_timeline_frame_get_marks (self->frame, &n_marks);
  if (n_marks > 0)
    return marks[0].entry;
  for (guint i = 0; i < care_timeline_pack_get_n_lanes (self->pack); i++)
    if (care_timeline_pack_get_first (self->pack, i) != CARE_TIMELINE_NO_ENTRY)
      return care_timeline_pack_get_first (self->pack, i);
  return CARE_TIMELINE_NO_ENTRY;
}

/* To the count beside, while there is one in sight. */
static gboolean
go_along_chips (CareTimelineCanvas *self, CareTimelineSpot *spot, int by)
{
  guint index, lane = care_timeline_spot_get_chip (spot)->lane;

  if (!g_ptr_array_find (self->chips, spot, &index) || (by < 0 && index == 0)
      || (by > 0 && index + 1 >= self->chips->len))
    return FALSE;
  spot = g_ptr_array_index (self->chips, (guint) ((int) index + by));
  return care_timeline_spot_get_chip (spot)->lane == lane && gtk_widget_grab_focus (GTK_WIDGET (spot));
}

static gboolean
go_along (CareTimelineCanvas *self, CareTimelineSpot *spot, int by)
{
  guint entry = care_timeline_spot_get_entry (spot);

  if (entry == CARE_TIMELINE_NO_ENTRY)
    return care_timeline_spot_get_chip (spot) != NULL && go_along_chips (self, spot, by);
  return care_timeline_canvas_focus_entry (self, by > 0 ? care_timeline_pack_get_next (self->pack, entry)
                                                        : care_timeline_pack_get_previous (self->pack, entry));
}

/* From name to name, and from a name to its menu. */
static gboolean
go_from_head (CareTimelineCanvas *self, CareTimelineHead *head, GtkDirectionType direction)
{
  guint lane = 0;
  GtkWidget *menu = care_timeline_head_get_menu (head), *button = care_timeline_head_get_button (head);
  GtkDirectionType back = care_timeline_canvas_is_mirrored (self) ? GTK_DIR_RIGHT : GTK_DIR_LEFT;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return direction == back ? gtk_widget_grab_focus (button) : gtk_widget_child_focus (menu, GTK_DIR_TAB_FORWARD);
  while (lane < self->stands->len && CARE_TIMELINE_STAND (self, lane)->key != care_timeline_head_get_key (head))
    lane++;
  if ((direction == GTK_DIR_UP && lane == 0) || (direction == GTK_DIR_DOWN && lane + 1 >= self->stands->len))
    return TRUE;
  return care_timeline_canvas_focus_lane (self, CARE_TIMELINE_STAND (self, direction == GTK_DIR_UP ? lane - 1 : lane + 1)->key);
}

static gboolean
focus_marks (CareTimelineCanvas *self)
{
  if (care_timeline_canvas_focus_entry (self, care_timeline_canvas_find_entrance (self)))
    return TRUE;
  /* All lanes are folded. */
  return self->chips->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->chips, 0));
}

/* Nothing may have the focus, though what last had it here is still known. */
static gboolean
is_in_popover (GtkWidget *focus)
{
  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* A person may have gone on meanwhile; but GTK moves the focus, too, from what is hidden. */
static gboolean
is_still_wanted (CareTimelineCanvas *self)
{
  GtkWidget *focus = find_focus (self);

  if (!self->wants_focus || focus == self->focus_before)
    return self->wants_focus;
  return focus == NULL
         || (g_get_monotonic_time () - self->wanted_at < AT_ONCE
             && !GTK_IS_EDITABLE (focus) && !is_in_popover (focus));
}

/* The keys were to be given to it before there was anything to take them. */
void
care_timeline_canvas_focus_wanted (CareTimelineCanvas *self)
{
  if (is_still_wanted (self))
    focus_marks (self);
  self->wants_focus = FALSE;
}

static gboolean
focus_stop (CareTimelineCanvas *self, int stop)
{
  if (self->pack == NULL)
    {
      self->wants_focus = TRUE;
      self->focus_before = find_focus (self);
      self->wanted_at = g_get_monotonic_time ();
      return FALSE;
    }
  if (stop == 0)
    return focus_marks (self);
  if (stop == 1)
    return self->stands->len > 0 && care_timeline_canvas_focus_lane (self, self->lane);
  return gtk_widget_get_visible (self->handle) && gtk_widget_grab_focus (self->handle);
}

static gboolean
tab (CareTimelineCanvas *self, int by)
{
  GtkWidget *focus = get_focus_child (self);
  int stop = focus == NULL ? (by > 0 ? -1 : 3) : focus == self->handle ? 2 : focus == self->bar ? 1 : 0;

  for (stop += by; stop >= 0 && stop < 3; stop += by)
    if (focus_stop (self, stop))
      return TRUE;
  return FALSE;
}

gboolean
care_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  GtkWidget *focus = get_focus_child (self);
  int right = care_timeline_canvas_is_mirrored (self) ? -1 : 1;

  /* GTK asks from the window on where the keys of a menu are to go, too. */
  if (focus == self->bar && is_in_popover (find_focus (self)))
    return gtk_widget_child_focus (self->bar, direction);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return tab (self, direction == GTK_DIR_TAB_FORWARD ? 1 : -1);
  if (focus == NULL)
    return focus_stop (self, 0);
  if (focus == self->bar)
    return go_from_head (self, CARE_TIMELINE_HEAD (gtk_widget_get_focus_child (self->bar)), direction);
  if (CARE_IS_TIMELINE_SPOT (focus) && self->pack != NULL)
    {
      if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
        go_along (self, CARE_TIMELINE_SPOT (focus), direction == GTK_DIR_LEFT ? -right : right);
      else
        care_timeline_canvas_go_across (self, CARE_TIMELINE_SPOT (focus), direction == GTK_DIR_UP ? -1 : 1);
    }
  return TRUE; /* at an edge the focus stays, as in a list */
}

/* "(i)": a Jump. */
static gboolean
on_jump (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  guint entry = care_timeline_canvas_get_focused (self);
  guint lane;
  int jump;

  if (entry == CARE_TIMELINE_NO_ENTRY || self->pack == NULL)
    return FALSE;
  g_variant_get (arguments, "(i)", &jump);
  lane = care_timeline_pack_get_place (self->pack, entry, self->look.scale).lane;
  if (lane == CARE_TIMELINE_NO_LANE)
    return FALSE;
  if (jump == GO_FIRST || jump == GO_LAST)
    care_timeline_canvas_focus_entry (self, jump == GO_FIRST ? care_timeline_pack_get_first (self->pack, lane)
                                                             : care_timeline_pack_get_last (self->pack, lane));
  else
    care_timeline_canvas_go_page (self, entry, jump == GO_PAGE_UP ? -1 : 1);
  return TRUE;
}

void
care_timeline_canvas_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_jump, "(i)", GO_FIRST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_jump, "(i)", GO_LAST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_jump, "(i)", GO_PAGE_UP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_jump, "(i)", GO_PAGE_DOWN);
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* Enter, which for a button would be the same as Space. What has the keys and was moved out of
 * sight is seen before it does anything. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, CareTimelineCanvas *self)
{
  guint entry = care_timeline_canvas_get_focused (self);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((is_enter (key) || key == GDK_KEY_space || key == GDK_KEY_KP_Space) && care_timeline_canvas_bring_head (self))
    return GDK_EVENT_STOP;
  if (!is_enter (key) || entry == CARE_TIMELINE_NO_ENTRY)
    return GDK_EVENT_PROPAGATE;
  care_timeline_canvas_activate (self, entry);
  return GDK_EVENT_STOP;
}

void
care_timeline_canvas_add_keys (CareTimelineCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the button that has the focus. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
