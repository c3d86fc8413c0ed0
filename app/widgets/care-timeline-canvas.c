/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-canvas.h"

#include "care-mirror.h"
#include "care-style.h"

#include <math.h>

/* Below this the lanes' names would leave no room for time. */
#define LEAST_WIDTH 260
#define NATURAL_WIDTH 800

struct _CareTimelineCanvas
{
  GtkWidget parent_instance;

  GArray *lanes;      /* of CareTimelineLane */
  GArray *items;      /* of CareTimelineItem */
  GPtrArray *buttons; /* of GtkButton, one an item */
  CareDay today;

  CareTimeline *timeline; /* as laid out, or NULL */
  int timeline_width;
  char *font;

  int selected; /* item, or -1 */
  int current;  /* item that Tab enters at, or -1 */
};

G_DEFINE_TYPE (CareTimelineCanvas, care_timeline_canvas, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_lane (gpointer data)
{
  g_free ((char *) ((CareTimelineLane *) data)->label);
}

static void
clear_item (gpointer data)
{
  g_free ((char *) ((CareTimelineItem *) data)->label);
}

/**
 * care_timeline_canvas_lay_out:
 * @self: a canvas
 * @width: in pixels
 *
 * Returns: (transfer none): where everything is at that width, until the canvas changes
 */
const CareTimeline *
care_timeline_canvas_lay_out (CareTimelineCanvas *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autofree char *font = pango_font_description_to_string (pango_context_get_font_description (context));

  if (self->timeline != NULL && self->timeline_width == width && g_strcmp0 (font, self->font) == 0)
    return self->timeline;
  g_clear_pointer (&self->timeline, care_timeline_free);
  self->timeline
    = care_timeline_new (context, font, (const CareTimelineLane *) self->lanes->data, self->lanes->len,
                         (const CareTimelineItem *) self->items->data, self->items->len, self->today, width);
  self->timeline_width = width;
  g_free (self->font);
  self->font = g_steal_pointer (&font);
  return self->timeline;
}

static const CareTimeline *
now (CareTimelineCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return care_timeline_canvas_lay_out (self, width > 0 ? width : NATURAL_WIDTH);
}

/* Time goes as the text of the window does. */
static gboolean
is_mirrored (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static GtkSizeRequestMode
care_timeline_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_timeline_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  int width = for_size < 0 ? NATURAL_WIDTH : MAX (for_size, LEAST_WIDTH);
  *minimum = *natural = (int) ceil (care_timeline_get_height (care_timeline_canvas_lay_out (self, width)));
}

/* Whole pixels that cover the mark. */
static GtkAllocation
box_of (const CareTimelineMark *mark)
{
  int x = (int) floor (mark->x), y = (int) floor (mark->y);

  return (GtkAllocation){ x, y, MAX ((int) ceil (mark->x + mark->width) - x, 1),
                          MAX ((int) ceil (mark->y + mark->height) - y, 1) };
}

static void
care_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  guint n_marks;
  const CareTimelineMark *marks
    = care_timeline_get_marks (care_timeline_canvas_lay_out (self, width), &n_marks);

  g_autofree gboolean *placed = g_new0 (gboolean, self->buttons->len);
  for (guint i = 0; i < n_marks; i++)
    placed[marks[i].item] = TRUE;
  /* None is hidden even for a moment that stays: it would lose the focus. */
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->buttons, i), placed[i]);
  for (guint i = 0; i < n_marks; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, marks[i].item);
      GtkAllocation box = box_of (&marks[i]);

      if (is_mirrored (widget))
        box.x = width - box.x - box.width;
      /* GTK insists on being asked before it is told. */
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (button, &box, -1);
    }
}

static void
care_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  const CareTimeline *timeline = now (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  CareStyle style;
  guint n_marks;

  care_style_read (widget, &style);
  CareTimelineStyle colours = { style.ink, style.faint, style.ground };
  care_timeline_get_marks (timeline, &n_marks);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (is_mirrored (widget))
    care_mirror (cr, width);
  care_timeline_paint_ground (timeline, &colours, cr);
  for (guint i = 0; i < n_marks; i++)
    care_timeline_paint_mark (timeline, i, &colours, cr);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (care_timeline_canvas_parent_class)->snapshot (widget, snapshot);
}

static int
index_of (CareTimelineCanvas *self, GtkWidget *button)
{
  guint index;

  return button != NULL && g_ptr_array_find (self->buttons, button, &index) ? (int) index : -1;
}

/* Where Tab enters: where one was last, else what is selected, else what comes first. */
static int
entrance (CareTimelineCanvas *self)
{
  int candidates[] = { self->current, self->selected };
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (now (self), &n_marks);

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (candidates[i] >= 0 && care_timeline_canvas_get_button (self, (guint) candidates[i]) != NULL)
      return candidates[i];
  if (n_marks == 0)
    return -1;
  return care_timeline_step (marks, n_marks, (const CareTimelineItem *) self->items->data,
                             (int) marks[0].item, CARE_TIMELINE_STEP_FIRST);
}

static gboolean
go (CareTimelineCanvas *self, int from, CareTimelineStep step)
{
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (now (self), &n_marks);
  int to = care_timeline_step (marks, n_marks, (const CareTimelineItem *) self->items->data, from, step);

  /* At an edge the focus stays, as in a list. */
  return to < 0 || gtk_widget_grab_focus (g_ptr_array_index (self->buttons, to));
}

static gboolean
care_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean mirrored = is_mirrored (widget);
  const CareTimelineStep steps[] = {
    [GTK_DIR_UP] = CARE_TIMELINE_STEP_LANE_ABOVE,
    [GTK_DIR_DOWN] = CARE_TIMELINE_STEP_LANE_BELOW,
    [GTK_DIR_LEFT] = mirrored ? CARE_TIMELINE_STEP_NEXT : CARE_TIMELINE_STEP_PREVIOUS,
    [GTK_DIR_RIGHT] = mirrored ? CARE_TIMELINE_STEP_PREVIOUS : CARE_TIMELINE_STEP_NEXT,
  };
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  int from = index_of (self, gtk_widget_get_focus_child (widget));
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (from >= 0)
    return !tab && go (self, from, steps[direction]);
  int to = entrance (self);
  return to >= 0 && gtk_widget_grab_focus (g_ptr_array_index (self->buttons, to));
}

static void
care_timeline_canvas_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);

  if (child != NULL)
    self->current = index_of (self, child);
  GTK_WIDGET_CLASS (care_timeline_canvas_parent_class)->set_focus_child (widget, child);
}

/* "(i)": a CareTimelineStep. */
static gboolean
on_step (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  int from = index_of (self, gtk_widget_get_focus_child (widget));
  int step;

  g_variant_get (arguments, "(i)", &step);
  return from >= 0 && go (self, from, (CareTimelineStep) step);
}

static void
on_clicked (GtkButton *button, CareTimelineCanvas *self)
{
  int item = index_of (self, GTK_WIDGET (button));

  care_timeline_canvas_select (self, item);
  g_signal_emit (self, signals[ACTIVATED], 0, (guint) item);
}

static void
care_timeline_canvas_dispose (GObject *object)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->timeline, care_timeline_free);
  g_ptr_array_set_size (self->buttons, 0);
  G_OBJECT_CLASS (care_timeline_canvas_parent_class)->dispose (object);
}

static void
care_timeline_canvas_finalize (GObject *object)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (object);

  g_ptr_array_unref (self->buttons);
  g_array_unref (self->items);
  g_array_unref (self->lanes);
  g_free (self->font);
  G_OBJECT_CLASS (care_timeline_canvas_parent_class)->finalize (object);
}

static void
care_timeline_canvas_class_init (CareTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  object_class->dispose = care_timeline_canvas_dispose;
  object_class->finalize = care_timeline_canvas_finalize;
  widget_class->get_request_mode = care_timeline_canvas_get_request_mode;
  widget_class->measure = care_timeline_canvas_measure;
  widget_class->size_allocate = care_timeline_canvas_size_allocate;
  widget_class->snapshot = care_timeline_canvas_snapshot;
  widget_class->focus = care_timeline_canvas_focus;
  widget_class->set_focus_child = care_timeline_canvas_set_focus_child;

  /**
   * CareTimelineCanvas::activated:
   * @item: which
   *
   * A mark was clicked, or Enter or Space pressed on it; by then it is selected.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_step, "(i)", CARE_TIMELINE_STEP_FIRST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_step, "(i)", CARE_TIMELINE_STEP_LAST);
  gtk_widget_class_set_css_name (widget_class, "care-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
care_timeline_canvas_init (CareTimelineCanvas *self)
{
  self->selected = self->current = -1;
  self->lanes = g_array_new (FALSE, TRUE, sizeof (CareTimelineLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->items = g_array_new (FALSE, TRUE, sizeof (CareTimelineItem));
  g_array_set_clear_func (self->items, clear_item);
  self->buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

/**
 * care_timeline_canvas_new:
 *
 * Returns: (transfer floating): an empty canvas
 */
GtkWidget *
care_timeline_canvas_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_CANVAS, NULL);
}

/* Buttons stay for the items of the same place, so that the focus does. */
static void
keep_buttons (CareTimelineCanvas *self, guint n_items, const char *const *sentences)
{
  if (self->buttons->len > n_items)
    g_ptr_array_set_size (self->buttons, (int) n_items);
  while (self->buttons->len < n_items)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "care-mark");
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
      g_ptr_array_add (self->buttons, button);
    }
  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      gtk_widget_set_tooltip_text (button, sentences[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentences[i],
                                      -1);
    }
}

static void
copy_in (CareTimelineCanvas *self, const CareTimelineLane *lanes, guint n_lanes,
         const CareTimelineItem *items, guint n_items)
{
  g_array_set_size (self->lanes, 0);
  for (guint i = 0; i < n_lanes; i++)
    {
      CareTimelineLane lane = lanes[i];

      lane.label = g_strdup (lane.label);
      g_array_append_val (self->lanes, lane);
    }
  g_array_set_size (self->items, 0);
  for (guint i = 0; i < n_items; i++)
    {
      CareTimelineItem item = items[i];

      item.label = g_strdup (item.label);
      g_array_append_val (self->items, item);
    }
}

/**
 * care_timeline_canvas_set:
 * @self: a canvas
 * @lanes: (array length=n_lanes): copied
 * @n_lanes: how many
 * @items: (array length=n_items): copied
 * @n_items: how many
 * @sentences: (array length=n_items): what each item is, in words; copied
 * @today: or 0
 *
 * Replaces what is shown. Nothing is selected.
 */
void
care_timeline_canvas_set (CareTimelineCanvas *self, const CareTimelineLane *lanes, guint n_lanes,
                          const CareTimelineItem *items, guint n_items, const char *const *sentences,
                          CareDay today)
{
  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (n_items == 0 || (items != NULL && sentences != NULL));

  care_timeline_canvas_select (self, -1);
  g_clear_pointer (&self->timeline, care_timeline_free);
  copy_in (self, lanes, n_lanes, items, n_items);
  self->today = today;
  keep_buttons (self, n_items, sentences);
  if (self->current >= (int) n_items)
    self->current = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * care_timeline_canvas_get_n_unplaced:
 * @self: a canvas
 *
 * Returns: how many items have no date, and so no mark
 */
guint
care_timeline_canvas_get_n_unplaced (CareTimelineCanvas *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), 0);

  return care_timeline_get_n_unplaced (now (self));
}

/**
 * care_timeline_canvas_get_button:
 * @self: a canvas
 * @item: index of an item
 *
 * Returns: (transfer none) (nullable): its button; %NULL where it has no mark
 */
GtkWidget *
care_timeline_canvas_get_button (CareTimelineCanvas *self, guint item)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), NULL);

  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (now (self), &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].item == item)
      return g_ptr_array_index (self->buttons, item);
  return NULL;
}

static void
mark_selected (CareTimelineCanvas *self, int item, gboolean selected)
{
  if (item < 0)
    return;
  GtkWidget *button = g_ptr_array_index (self->buttons, item);
  if (selected)
    gtk_widget_set_state_flags (button, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * care_timeline_canvas_select:
 * @self: a canvas
 * @item: index of an item, or -1 for none
 *
 * Draws a ring round an item's mark, where Tab enters then. The focus stays where it is.
 */
void
care_timeline_canvas_select (CareTimelineCanvas *self, int item)
{
  g_return_if_fail (CARE_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (item >= -1 && item < (int) self->buttons->len);

  if (item >= 0)
    self->current = item;
  if (self->selected == item)
    return;
  mark_selected (self, self->selected, FALSE);
  self->selected = item;
  mark_selected (self, item, TRUE);
}

/**
 * care_timeline_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: the selected item, or -1
 */
int
care_timeline_canvas_get_selected (CareTimelineCanvas *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_CANVAS (self), -1);

  return self->selected;
}
