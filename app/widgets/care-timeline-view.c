/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-view-private.h"

#include "care-wait.h"

G_DEFINE_FINAL_TYPE (CareTimelineView, care_timeline_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  SELECTED,
  AS_OF_MOVED,
  MENU,
  SHOWN,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_activated (CareTimelineCanvas *canvas, guint entry, CareTimelineView *self)
{
  care_timeline_view_update_card (self);
  g_signal_emit (self, signals[ACTIVATED], 0, entry);
}

static void
on_selected (CareTimelineCanvas *canvas, guint entry, CareTimelineView *self)
{
  care_timeline_view_update_card (self);
  g_signal_emit (self, signals[SELECTED], 0, entry);
}

static void
on_looked_at (CareTimelineCanvas *canvas, CareTimelineView *self)
{
  care_timeline_view_update_card (self);
}

static void
on_shown (CareTimelineCanvas *canvas, CareTimelineView *self)
{
  care_timeline_view_update_card (self);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
on_as_of_moved (CareTimelineCanvas *canvas, guint day, CareTimelineView *self)
{
  g_signal_emit (self, signals[AS_OF_MOVED], 0, day);
}

static void
on_menu (CareTimelineCanvas *canvas, guint entry, guint day, double x, double y, CareTimelineView *self)
{
  double left, top;

  gtk_widget_translate_coordinates (GTK_WIDGET (canvas), GTK_WIDGET (self), x, y, &left, &top);
  g_signal_emit (self, signals[MENU], 0, entry, day, left, top);
}

static void
on_opened (CareTimelineView *self)
{
  guint entry = care_timeline_canvas_get_looked_at (self->canvas);

  care_timeline_canvas_select (self->canvas, entry);
  g_signal_emit (self, signals[ACTIVATED], 0, entry);
}

static void
on_go (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const actions[] = { "timeline.zoom-in", "timeline.zoom-out", "timeline.fit", "timeline.as-of" };
  guint i = 0;

  while (!g_str_equal (actions[i], action))
    i++;
  care_timeline_canvas_go_to (CARE_TIMELINE_VIEW (widget)->canvas, (CareTimelineGo) i);
}

static void
on_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CANCELLED], 0);
}

/* GTK asks for it as well when Shift+Tab is about to leave. */
static gboolean
care_timeline_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) == NULL && care_timeline_canvas_grab (CARE_TIMELINE_VIEW (widget)->canvas);
}

/* The card asks for no height: lanes do without it where it would leave them too little. */
static void
care_timeline_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  CareTimelineView *self = CARE_TIMELINE_VIEW (widget);
  int least, wanted;

  gtk_widget_measure (self->lanes, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->card), orientation, for_size, &least, &wanted, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (*minimum, least);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*natural, wanted) : *natural + wanted;
}

/* The part of the height that the card may take: one of so many. */
#define CARD_SHARE 4

static void
care_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CareTimelineView *self = CARE_TIMELINE_VIEW (widget);
  int line, card, lanes = height;
  gboolean has_card;

  gtk_widget_measure (self->separator, GTK_ORIENTATION_VERTICAL, width, NULL, &line, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->card), GTK_ORIENTATION_VERTICAL, width, NULL, &card, NULL, NULL);
  has_card = (line + card) * CARD_SHARE <= height;
  gtk_widget_set_child_visible (self->separator, has_card);
  gtk_widget_set_child_visible (GTK_WIDGET (self->card), has_card);
  if (has_card)
    {
      lanes -= line + card;
      gtk_widget_size_allocate (self->separator, &(GtkAllocation){ 0, lanes, width, line }, -1);
      gtk_widget_size_allocate (GTK_WIDGET (self->card), &(GtkAllocation){ 0, lanes + line, width, card }, -1);
    }
  gtk_widget_size_allocate (self->lanes, &(GtkAllocation){ 0, 0, width, lanes }, -1);
}

static void
care_timeline_view_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_TIMELINE_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (care_timeline_view_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  /**
   * CareTimelineView::activated:
   * @entry: which
   *
   * The record of an entry is to be opened; by then it is selected.
   */
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CareTimelineView::selected:
   * @entry: which
   *
   * A person has selected an entry.
   */
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CareTimelineView::as-of-moved:
   * @day: to which day
   *
   * A person wants to see how all stood on another day: care_timeline_view_set() is to follow.
   */
  signals[AS_OF_MOVED] = g_signal_new ("as-of-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CareTimelineView::menu:
   * @entry: what is pointed at, which by then is selected; or %CARE_TIMELINE_NO_ENTRY
   * @day: the day that is pointed at; 0: none is
   * @x: a point of the view
   * @y: a point of the view
   *
   * What can be done there is asked for.
   */
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_UINT,
                                G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  /**
   * CareTimelineView::shown:
   *
   * What was set is shown: entries are those of another scene.
   */
  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTimelineView::cancelled:
   *
   * What is waited for is wanted no more.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, state, action, NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, on_go);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, on_go);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, on_go);
  gtk_widget_class_install_action (widget_class, "timeline.as-of", NULL, on_go);
  gtk_widget_class_install_action (widget_class, "timeline.cancel", NULL, on_cancel);
  add_key (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in");
  add_key (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in");
  add_key (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in");
  add_key (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out");
  add_key (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out");
  add_key (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit");
  add_key (widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit");
  add_key (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "timeline.as-of");
}

static void
care_timeline_view_class_init (CareTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARE_TYPE_TIMELINE_CANVAS);
  g_type_ensure (CARE_TYPE_TIMELINE_CARD);
  g_type_ensure (CARE_TYPE_WAIT);
  G_OBJECT_CLASS (klass)->dispose = care_timeline_view_dispose;
  widget_class->grab_focus = care_timeline_view_grab_focus;
  widget_class->measure = care_timeline_view_measure;
  widget_class->size_allocate = care_timeline_view_size_allocate;
  install_signals (G_TYPE_FROM_CLASS (klass));
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/CareBrief/ui/care-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, lanes);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, wait);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, separator);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, card);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_looked_at);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_as_of_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
}

static void
care_timeline_view_init (CareTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_timeline_view_new:
 *
 * Returns: (transfer floating): an empty timeline.
 */
GtkWidget *
care_timeline_view_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_VIEW, NULL);
}
