/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-canvas-private.h"

#include "care-style.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (CareTimelineCanvas, care_timeline_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* In the order in which the properties of GtkScrollable are installed. */
enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATED,
  SELECTED,
  LOOKED_AT,
  AS_OF_MOVED,
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
care_timeline_canvas_is_mirrored (CareTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
set_adjustment (CareTimelineCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (*held != NULL)
    g_signal_handlers_disconnect_by_data (*held, self);
  g_set_object (held, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (care_timeline_canvas_adjusted), self);
}

static void
care_timeline_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
                    g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
care_timeline_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Its record is to be opened. */
void
care_timeline_canvas_activate (CareTimelineCanvas *self, guint entry)
{
  care_timeline_canvas_select (self, entry);
  g_signal_emit (self, signals[ACTIVATED], 0, entry);
}

/* A person selects it. */
void
care_timeline_canvas_choose (CareTimelineCanvas *self, guint entry)
{
  care_timeline_canvas_select (self, entry);
  g_signal_emit (self, signals[SELECTED], 0, entry);
}

/**
 * care_timeline_canvas_choose_focused:
 * @self: a canvas
 *
 * Selects the mark that has the focus, and tells that it is selected.
 *
 * Returns: whether one has it.
 */
gboolean
care_timeline_canvas_choose_focused (CareTimelineCanvas *self)
{
  guint entry = care_timeline_canvas_get_focused (self);

  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), FALSE);
  if (entry == CARE_TIMELINE_NO_ENTRY)
    return FALSE;
  care_timeline_canvas_choose (self, entry);
  return TRUE;
}

/* The card is of what the pointer has come to, or the keys, whichever was last. */
void
care_timeline_canvas_look_at (CareTimelineCanvas *self, guint entry)
{
  if (entry == self->hovered)
    return;
  self->hovered = entry;
  g_signal_emit (self, signals[LOOKED_AT], 0);
}

/* Another scene is shown. */
void
care_timeline_canvas_tell_shown (CareTimelineCanvas *self)
{
  g_signal_emit (self, signals[SHOWN], 0);
}

/* A button was pressed. */
void
care_timeline_canvas_press (CareTimelineCanvas *self, CareTimelineSpot *spot)
{
  const CareTimelineFrameChip *chip = care_timeline_spot_get_chip (spot);

  if (chip != NULL)
    care_timeline_canvas_open_chip (self, chip);
  else if (care_timeline_spot_get_entry (spot) != CARE_TIMELINE_NO_ENTRY)
    care_timeline_canvas_choose (self, care_timeline_spot_get_entry (spot));
}

/* Moves the line; @tell: those who gather what is shown. */
void
care_timeline_canvas_move_as_of (CareTimelineCanvas *self, CareDay day, gboolean tell)
{
  if (day != self->as_of)
    {
      self->as_of = day;
      care_timeline_canvas_name_handle (self);
      care_timeline_canvas_update (self);
    }
  if (!tell || day == self->told_as_of)
    return;
  self->told_as_of = day;
  g_signal_emit (self, signals[AS_OF_MOVED], 0, day);
}

static void
care_timeline_canvas_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (care_timeline_canvas_parent_class)->set_focus_child (widget, child);
  if (CARE_IS_TIMELINE_SPOT (child) && care_timeline_spot_get_entry (CARE_TIMELINE_SPOT (child)) != CARE_TIMELINE_NO_ENTRY)
    self->current = care_timeline_spot_get_entry (CARE_TIMELINE_SPOT (child));
  if (child != NULL)
    self->hovered = CARE_TIMELINE_NO_ENTRY;
  g_signal_emit (self, signals[LOOKED_AT], 0);
}

static void
care_timeline_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (care_timeline_canvas_parent_class)->css_changed (widget, change);
  care_timeline_canvas_repaint (CARE_TIMELINE_CANVAS (widget));
}

static void
care_timeline_canvas_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (care_timeline_canvas_parent_class)->direction_changed (widget, previous);
  care_timeline_canvas_repaint (CARE_TIMELINE_CANVAS (widget));
}

static void
care_timeline_canvas_dispose (GObject *object)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (object);
  GtkWidget *child;

  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_hash_table_remove_all (self->spots);
  g_ptr_array_set_size (self->chips, 0);
  g_ptr_array_set_size (self->spare, 0);
  g_ptr_array_set_size (self->heads, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->frame, care_timeline_frame_free);
  G_OBJECT_CLASS (care_timeline_canvas_parent_class)->dispose (object);
}

static void
care_timeline_canvas_finalize (GObject *object)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->painted, gsk_render_node_unref);
  g_clear_pointer (&self->pack, care_timeline_pack_unref);
  g_clear_pointer (&self->matter, care_timeline_matter_free);
  g_clear_pointer (&self->next, care_timeline_matter_free);
  g_clear_pointer (&self->stands, g_array_unref);
  g_array_unref (self->order);
  g_clear_pointer (&self->ruler, care_timeline_ruler_free);
  g_clear_pointer (&self->behind, care_timeline_ruler_free);
  g_hash_table_unref (self->spots);
  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->heads);
  G_OBJECT_CLASS (care_timeline_canvas_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * CareTimelineCanvas::activated:
   * @entry: which
   *
   * Enter was pressed on a mark, or it was clicked twice; by then it is selected.
   */
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CareTimelineCanvas::selected:
   * @entry: which
   *
   * A mark was clicked, or Space pressed on it.
   */
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CareTimelineCanvas::looked-at:
   *
   * Another mark is under the pointer or has the focus, or none is.
   */
  signals[LOOKED_AT] = g_signal_new ("looked-at", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTimelineCanvas::shown:
   *
   * What was set is shown: entries are those of another scene.
   */
  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTimelineCanvas::as-of-moved:
   * @day: to which day
   *
   * A person has moved the line of the day as of which all is shown.
   */
  signals[AS_OF_MOVED] = g_signal_new ("as-of-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
care_timeline_canvas_class_init (CareTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  object_class->dispose = care_timeline_canvas_dispose;
  object_class->finalize = care_timeline_canvas_finalize;
  object_class->set_property = care_timeline_canvas_set_property;
  object_class->get_property = care_timeline_canvas_get_property;
  widget_class->measure = care_timeline_canvas_measure;
  widget_class->size_allocate = care_timeline_canvas_size_allocate;
  widget_class->snapshot = care_timeline_canvas_snapshot;
  widget_class->css_changed = care_timeline_canvas_css_changed;
  widget_class->direction_changed = care_timeline_canvas_direction_changed;
  widget_class->focus = care_timeline_canvas_focus;
  widget_class->set_focus_child = care_timeline_canvas_set_focus_child;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (G_TYPE_FROM_CLASS (klass));
  care_timeline_canvas_install_lanes (widget_class);
  care_timeline_canvas_install_keys (widget_class);
  care_timeline_canvas_install_menu (widget_class);
  gtk_widget_class_set_css_name (widget_class, "care-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
care_timeline_canvas_init (CareTimelineCanvas *self)
{
  self->selected = self->current = self->hovered = CARE_TIMELINE_NO_ENTRY;
  self->is_first = TRUE;
  self->n_still = G_MAXUINT / 2;
  self->lane = G_MININT64; /* none: the first in sight */
  self->ruler_kind = CARE_TIMELINE_RULER_CALENDAR;
  self->behind_kind = CARE_TIMELINE_RULER_PARLIAMENTS;
  self->frame = care_timeline_frame_new ();
  self->spots = g_hash_table_new (NULL, NULL);
  self->order = g_array_new (FALSE, FALSE, sizeof (CareTimelineStand));
  self->chips = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->heads = g_ptr_array_new ();
  self->bar = care_timeline_head_bar_new ();
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->handle = care_timeline_canvas_make_handle (self);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  care_timeline_canvas_add_input (self);
  care_timeline_canvas_add_keys (self);
  care_timeline_canvas_add_menu (self);
}
