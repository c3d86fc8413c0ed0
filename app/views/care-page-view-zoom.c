/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the pages of a page view are, and whether they face each other: by keys,
 * wheel, fingers and the actions of a menu. What is under the pointer stays there. */

#include "care-page-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels per point of a page in its true size, by the usual reckoning. */
#define TRUE_SIZE (96.0 / 72.0)

static const double steps[] = { 0.5, 0.7, 0.85, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

#define LEAST steps[0]
#define MOST steps[G_N_ELEMENTS (steps) - 1]

/* A point of a page, and where in the scrolled window it is. */
typedef struct
{
  guint page;
  double x_pt, y_pt;
  double x, y;
} Anchor;

static void
find_anchor (CarePageView *self, double x, double y, Anchor *anchor)
{
  CarePagePlaces places = care_page_view_get_places (self);

  anchor->page = care_page_places_find (&places, x, y, &anchor->x_pt, &anchor->y_pt);
  anchor->x = x - gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (self->scroller));
  anchor->y = y - gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
}

static void
move (GtkAdjustment *adjustment, double value, double size)
{
  double page_size = gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_configure (adjustment, value, 0, MAX (size, page_size), gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment), page_size);
}

/* The scrolled window learns the new size only when it is laid out, which keeps what is set here. */
static void
return_to_anchor (CarePageView *self, const Anchor *anchor)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  int width = MAX ((int) gtk_adjustment_get_page_size (across), care_page_view_get_least_width (self));
  CarePagePlaces places = care_page_view_place (self, width);
  graphene_rect_t paper = care_page_places_get_paper (&places, anchor->page);

  move (across, paper.origin.x + anchor->x_pt * places.scale - anchor->x, width);
  move (gtk_scrolled_window_get_vadjustment (self->scroller),
        paper.origin.y + anchor->y_pt * places.scale - anchor->y, care_page_places_get_height (&places));
}

static void
update_actions (CarePageView *self)
{
  GActionMap *map = G_ACTION_MAP (self->actions);
  GAction *side_by_side = g_action_map_lookup_action (map, "side-by-side");

  g_simple_action_set_state (G_SIMPLE_ACTION (side_by_side), g_variant_new_boolean (self->side_by_side));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "zoom-in")),
                               self->zoom < MOST * TRUE_SIZE);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "zoom-out")),
                               self->zoom <= 0 || self->zoom > LEAST * TRUE_SIZE);
}

/* What is at a point of the view stays where it is in the window. */
static void
change (CarePageView *self, double zoom, gboolean side_by_side, double x, double y)
{
  gboolean is_shown = self->scroller != NULL && self->pages != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0;
  Anchor anchor;

  if (zoom == self->zoom && side_by_side == self->side_by_side)
    return;
  if (is_shown)
    find_anchor (self, x, y, &anchor);
  self->zoom = zoom;
  self->side_by_side = side_by_side;
  if (is_shown)
    return_to_anchor (self, &anchor);
  update_actions (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "zoom-words");
}

/* The size that is @by steps from that which the pages have. */
static double
find_step (CarePageView *self, int by)
{
  double now = care_page_view_get_places (self).scale / TRUE_SIZE;
  guint i = 0;

  if (by > 0)
    {
      while (i < G_N_ELEMENTS (steps) - 1 && steps[i] < now * 1.01)
        i++;
      return MAX (steps[i], now) * TRUE_SIZE;
    }
  for (i = G_N_ELEMENTS (steps) - 1; i > 0 && steps[i] > now / 1.01;)
    i--;
  return MIN (steps[i], now) * TRUE_SIZE;
}

/* The middle of what is in sight. */
static void
get_middle (CarePageView *self, double *x, double *y)
{
  GtkAdjustment *across, *down;

  *x = *y = 0;
  if (self->scroller == NULL)
    return;
  across = gtk_scrolled_window_get_hadjustment (self->scroller);
  down = gtk_scrolled_window_get_vadjustment (self->scroller);
  *x = gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) / 2;
  *y = gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down) / 2;
}

/**
 * care_page_view_get_page:
 * @self: a page view with pages
 *
 * Returns: the page that is in the middle of what is in sight, from 0.
 */
guint
care_page_view_get_page (CarePageView *self)
{
  CarePagePlaces places = care_page_view_get_places (self);
  double x, y, x_pt, y_pt;

  get_middle (self, &x, &y);
  return care_page_places_find (&places, x, y, &x_pt, &y_pt);
}

static void
change_about_middle (CarePageView *self, double zoom, gboolean side_by_side)
{
  double x, y;

  get_middle (self, &x, &y);
  change (self, zoom, side_by_side, x, y);
}

static void
zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change_about_middle (data, find_step (data, 1), CARE_PAGE_VIEW (data)->side_by_side);
}

static void
zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change_about_middle (data, find_step (data, -1), CARE_PAGE_VIEW (data)->side_by_side);
}

static void
fit_width (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change_about_middle (data, CARE_PAGE_ZOOM_FIT, CARE_PAGE_VIEW (data)->side_by_side);
}

/* Where two pages have no room as large as they are, they are made to fit. */
static void
set_side_by_side (GSimpleAction *action, GVariant *value, gpointer data)
{
  CarePageView *self = data;
  gboolean wanted = g_variant_get_boolean (value);
  gboolean fits = !wanted || self->zoom <= 0 || care_page_view_has_room_for_two (self);

  change_about_middle (self, fits ? self->zoom : CARE_PAGE_ZOOM_FIT, wanted);
}

static gboolean
get_pointer (CarePageView *self, GdkEvent *event, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSeat *seat = event == NULL ? NULL : gdk_event_get_seat (event);
  double left, top;

  /* The wheel's own device has no position on X11. */
  if (seat == NULL || native == NULL
      || !gdk_surface_get_device_position (gtk_native_get_surface (native), gdk_seat_get_pointer (seat), x, y, NULL))
    return FALSE;
  gtk_native_get_surface_transform (native, &left, &top);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), *x - left, *y - top, x, y);
}

static gboolean
wheel_turned (GtkEventControllerScroll *wheel, double dx, double dy, CarePageView *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (wheel);
  double x, y;

  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (!get_pointer (self, gtk_event_controller_get_current_event (controller), &x, &y))
    get_middle (self, &x, &y);
  if (dy != 0)
    change (self, find_step (self, dy < 0 ? 1 : -1), self->side_by_side, x, y);
  return GDK_EVENT_STOP;
}

static void
pinch_begun (GtkGesture *pinch, GdkEventSequence *sequence, CarePageView *self)
{
  self->pinched = care_page_view_get_places (self).scale;
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_changed (GtkGestureZoom *pinch, double times, CarePageView *self)
{
  double x, y;

  if (!gtk_gesture_is_recognized (GTK_GESTURE (pinch))
      || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    get_middle (self, &x, &y);
  change (self, CLAMP (self->pinched * times, LEAST * TRUE_SIZE, MOST * TRUE_SIZE), self->side_by_side, x, y);
}

void
care_page_view_zoom_init (CarePageView *self)
{
  static const GActionEntry entries[] = {
    { .name = "zoom-in", .activate = zoom_in },
    { .name = "zoom-out", .activate = zoom_out },
    { .name = "fit-width", .activate = fit_width },
    { .name = "side-by-side", .state = "false", .change_state = set_side_by_side },
  };
  GtkEventController *wheel
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_turned), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begun), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_changed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/* (transfer full): how large the pages are. */
char *
care_page_view_describe_zoom (CarePageView *self)
{
  if (self->zoom <= 0)
    return g_strdup (_ ("Fit Width"));
  return g_strdup_printf (_ ("%d%%"), (int) lround (100 * self->zoom / TRUE_SIZE));
}

/**
 * care_page_view_insert_actions:
 * @self: a page view
 * @widget: what it is part of
 *
 * Gives @widget the actions pages.zoom-in, pages.zoom-out, pages.fit-width and
 * pages.side-by-side, which are about @self.
 */
void
care_page_view_insert_actions (CarePageView *self, GtkWidget *widget)
{
  gtk_widget_insert_action_group (widget, "pages", G_ACTION_GROUP (self->actions));
}

/**
 * care_page_view_bind_keys:
 * @widget_class: of widgets that have the actions of a page view
 *
 * Makes the usual keys work wherever the focus is in such a widget.
 */
void
care_page_view_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    /* A menu tells of the last. */
    { GDK_KEY_KP_Add, "pages.zoom-in" },       { GDK_KEY_equal, "pages.zoom-in" },  { GDK_KEY_plus, "pages.zoom-in" },
    { GDK_KEY_KP_Subtract, "pages.zoom-out" }, { GDK_KEY_minus, "pages.zoom-out" },
    { GDK_KEY_KP_0, "pages.fit-width" },       { GDK_KEY_0, "pages.fit-width" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
}
