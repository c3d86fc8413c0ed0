/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How wide the columns of a table are: the edge of a heading is pulled, or clicked twice to see all of what is in
 * sight; keys and a menu do the same. A heading is never cut off. */

#include "care-table-private.h"

/* How near to an edge it is taken hold of, in pixels. */
#define REACH 5
/* Of a step by key, and at least and at most, in letters. */
#define STEP 2
#define LEAST 2
#define MOST 200

static int
get_width (CareTable *self, guint column)
{
  return CARE_TABLE_EDGE (self, column + 1) - CARE_TABLE_EDGE (self, column);
}

/* In pixels. */
static void
set_width (CareTable *self, guint column, int width)
{
  double chars = (double) (width - CARE_TABLE_PADDING) * PANGO_SCALE / care_table_get_letter (self);

  CARE_TABLE_COLUMN (self, column)->chars = CLAMP (chars, LEAST, MOST);
  self->is_measured = FALSE;
  care_table_update (self);
}

static void
tell (CareTable *self, guint column)
{
  g_signal_emit_by_name (self, "resized", CARE_TABLE_COLUMN (self, column)->id, CARE_TABLE_COLUMN (self, column)->chars);
}

/* All that the rows in sight say in it is seen. */
static void
fit (CareTable *self, guint column)
{
  int width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      CareTableLine *line = g_ptr_array_index (self->lines, i);

      if (line->item != NULL)
        width = MAX (width, care_table_cell_get_width (g_ptr_array_index (line->cells, column)));
    }
  set_width (self, column, width + CARE_TABLE_PADDING);
  tell (self, column);
}

/* Where it ends, in the viewport. */
static gboolean
find_end (CareTable *self, guint column, int *x)
{
  GtkAllocation place;
  gboolean is_seen;

  care_table_place_column (self, column, &place, &is_seen);
  *x = place.x + (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 0 : place.width);
  return is_seen;
}

/* The column whose end is at a point of the headings: at the beginning of the next one, too. */
static gboolean
find_grip (CareTable *self, double x, double y, guint *column)
{
  guint at;
  int end;

  if (!care_table_hit_head (self, x, y, &at))
    return FALSE;
  for (*column = at; *column + 1 >= at && *column < self->columns->len; (*column)--)
    if (find_end (self, *column, &end) && ABS (x - end) <= REACH)
      return TRUE;
  return FALSE;
}

static void
pull_begun (GtkGestureDrag *drag, double x, double y, CareTable *self)
{
  gboolean is_grip = find_grip (self, x, y, &self->grip);

  gtk_gesture_set_state (GTK_GESTURE (drag), is_grip ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (is_grip)
    self->grip_width = get_width (self, self->grip);
}

static void
pulled (GtkGestureDrag *drag, double x, double y, CareTable *self)
{
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->grip < self->columns->len)
    set_width (self, self->grip, self->grip_width + (int) (turned ? -x : x));
}

static void
let_go (GtkGestureDrag *drag, double x, double y, CareTable *self)
{
  if (self->grip < self->columns->len && x != 0)
    tell (self, self->grip);
}

static void
clicked (GtkGestureClick *click, int n_press, double x, double y, CareTable *self)
{
  guint column;

  if (n_press != 2 || !find_grip (self, x, y, &column))
    return;
  fit (self, column);
  /* It is not pulled at by the same press. */
  self->grip = G_MAXUINT;
}

static void
moved (GtkEventControllerMotion *motion, double x, double y, CareTable *self)
{
  guint column;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_grip (self, x, y, &column) ? "col-resize" : NULL);
}

/* Before the headings, which are buttons. */
void
care_table_width_init (CareTable *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (pull_begun), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (pulled), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (let_go), self);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
make_wider (CareTable *self, guint column, int letters)
{
  set_width (self, column, get_width (self, column) + PANGO_PIXELS (letters * care_table_get_letter (self)));
  tell (self, column);
}

/* Of the column with that id. */
static void
width_action (GtkWidget *widget, const char *name, GVariant *id)
{
  CareTable *self = CARE_TABLE (widget);

  for (guint i = 0; self->row_height != 0 && i < self->columns->len; i++)
    if (CARE_TABLE_COLUMN (self, i)->id != g_variant_get_uint32 (id))
      continue;
    else if (g_str_equal (name, "column.fit"))
      fit (self, i);
    else
      make_wider (self, i, g_str_equal (name, "column.wider") ? STEP : -STEP);
}

/* The end of the column with the cursor goes where the arrow points to. */
static gboolean
width_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);
  int letters = 0;

  g_variant_get (arguments, "(i)", &letters);
  if (self->row_height == 0 || self->column >= self->columns->len)
    return FALSE;
  make_wider (self, self->column, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -letters : letters);
  return TRUE;
}

/* For the class: what can be done with a column, as "column.", and the keys for it. */
void
care_table_width_install (GtkWidgetClass *widget_class)
{
  GdkModifierType modifiers = GDK_ALT_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "column.fit", "u", width_action);
  gtk_widget_class_install_action (widget_class, "column.wider", "u", width_action);
  gtk_widget_class_install_action (widget_class, "column.narrower", "u", width_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, modifiers, width_key, "(i)", STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, modifiers, width_key, "(i)", -STEP);
}

/**
 * care_table_set_width:
 * @self: a table
 * @column: the id of a column
 * @chars: how wide it is to be, in letters
 */
void
care_table_set_width (CareTable *self, guint column, double chars)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (CARE_TABLE_COLUMN (self, i)->id == column)
      CARE_TABLE_COLUMN (self, i)->chars = chars;
  self->is_measured = FALSE;
  care_table_update (self);
}
