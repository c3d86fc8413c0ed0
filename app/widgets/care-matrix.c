/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-matrix-private.h"

#include "care-list-entry.h"
#include "care-style.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (CareMatrix, care_matrix, GTK_TYPE_WIDGET,
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
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_adjustment (CareMatrix *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (*held != NULL)
    g_signal_handlers_disconnect_by_data (*held, self);
  g_set_object (held, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
care_matrix_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CareMatrix *self = CARE_MATRIX (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
                    g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
care_matrix_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CareMatrix *self = CARE_MATRIX (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
clear_part (gpointer part)
{
  gtk_widget_unparent (((CareMatrixPart *) part)->widget);
}

static void
on_clicked (GtkWidget *button, CareMatrix *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (CARE_MATRIX_CELL (self, i)->part.widget == button)
      {
        care_matrix_select (self, (int) i);
        g_signal_emit (self, signals[ACTIVATED], 0, i);
        return;
      }
}

static void
previous_clicked (CareMatrix *self)
{
  care_matrix_show_row (self, self->row - 1);
}

static void
next_clicked (CareMatrix *self)
{
  care_matrix_show_row (self, self->row + 1);
}

static GtkWidget *
make_turn (CareMatrix *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "care-matrix-heading");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (CareMatrix *self, const char *text, const char *note, const char *sentence)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (text != NULL)
    gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  if (note != NULL && note[0] != '\0')
    {
      GtkWidget *label = make_label (note, "caption");

      gtk_widget_add_css_class (label, "care-dim");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "care-matrix-cell");
  gtk_widget_set_tooltip_text (button, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static void
care_matrix_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  care_matrix_follow_focus (CARE_MATRIX (widget), child);
  GTK_WIDGET_CLASS (care_matrix_parent_class)->set_focus_child (widget, child);
}

static void
care_matrix_dispose (GObject *object)
{
  CareMatrix *self = CARE_MATRIX (object);

  care_matrix_clear (self);
  g_clear_pointer (&self->corner.widget, gtk_widget_unparent);
  g_clear_pointer (&self->previous.widget, gtk_widget_unparent);
  g_clear_pointer (&self->next.widget, gtk_widget_unparent);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  G_OBJECT_CLASS (care_matrix_parent_class)->dispose (object);
}

static void
care_matrix_finalize (GObject *object)
{
  CareMatrix *self = CARE_MATRIX (object);

  g_array_unref (self->headings);
  g_array_unref (self->names);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (care_matrix_parent_class)->finalize (object);
}

static void
care_matrix_class_init (CareMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  object_class->dispose = care_matrix_dispose;
  object_class->finalize = care_matrix_finalize;
  object_class->set_property = care_matrix_set_property;
  object_class->get_property = care_matrix_get_property;
  widget_class->measure = care_matrix_measure;
  widget_class->size_allocate = care_matrix_size_allocate;
  widget_class->focus = care_matrix_focus;
  widget_class->set_focus_child = care_matrix_set_focus_child;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * CareMatrix::activated:
   * @index: which
   *
   * A button was clicked, or Enter or Space pressed on it; by then it is selected.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  care_matrix_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "care-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_matrix_init (CareMatrix *self)
{
  self->current = self->selected = -1;
  self->headings = g_array_new (FALSE, TRUE, sizeof (CareMatrixPart));
  self->names = g_array_new (FALSE, TRUE, sizeof (CareMatrixPart));
  self->cells = g_array_new (FALSE, TRUE, sizeof (CareMatrixCell));
  g_array_set_clear_func (self->headings, clear_part);
  g_array_set_clear_func (self->names, clear_part);
  g_array_set_clear_func (self->cells, clear_part);
  self->corner.widget = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->corner.widget, "care-matrix-heading");
  gtk_widget_set_parent (self->corner.widget, GTK_WIDGET (self));
  self->previous.widget = make_turn (self, "go-previous-symbolic", _ ("Previous Row"), G_CALLBACK (previous_clicked));
  self->next.widget = make_turn (self, "go-next-symbolic", _ ("Next Row"), G_CALLBACK (next_clicked));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * care_matrix_new:
 * @label: what it shows
 *
 * Returns: (transfer floating): an empty matrix, for a scrolled window.
 */
GtkWidget *
care_matrix_new (const char *label)
{
  GtkWidget *self = g_object_new (CARE_TYPE_MATRIX, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * care_matrix_clear:
 * @self: a matrix
 *
 * Takes everything out. What is put in next keeps the place where the focus was.
 */
void
care_matrix_clear (CareMatrix *self)
{
  self->selected = -1;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->names, 0);
  g_array_set_size (self->headings, 0);
}

static void
add_heading (CareMatrix *self, GArray *parts, GtkWidget *widget)
{
  CareMatrixPart part = { .widget = widget };

  gtk_widget_add_css_class (widget, "care-matrix-heading");
  gtk_widget_insert_before (widget, GTK_WIDGET (self), self->corner.widget);
  g_array_append_val (parts, part);
}

/**
 * care_matrix_add_column:
 * @self: a matrix without buttons yet
 * @heading: what is in the column
 *
 * Adds a column after the others.
 */
void
care_matrix_add_column (CareMatrix *self, const char *heading)
{
  GtkWidget *label = make_label (heading, "heading");

  gtk_widget_set_valign (label, GTK_ALIGN_FILL);
  add_heading (self, self->headings, label);
}

/**
 * care_matrix_add_row:
 * @self: a matrix without buttons yet
 * @heading: what is in the row
 * @swatch: (nullable): its colour
 *
 * Adds a row below the others.
 */
void
care_matrix_add_row (CareMatrix *self, const char *heading, const CareColour *swatch)
{
  GtkWidget *entry = care_list_entry_new ();
  CareListRow row = { .title = (char *) heading, .has_swatch = swatch != NULL, .has_swatch_place = TRUE };

  if (swatch != NULL)
    row.swatch = *swatch;
  care_list_entry_show (CARE_LIST_ENTRY (entry), &row);
  add_heading (self, self->names, entry);
  care_matrix_show_row (self, MIN (self->row, self->names->len - 1));
}

/**
 * care_matrix_add:
 * @self: a matrix
 * @row: one of its rows, not before that of the last button
 * @column: one of its columns
 * @text: (nullable): what the button says
 * @note: (nullable): and below that, smaller
 * @sentence: all of it for who does not see the headings
 *
 * Adds a button to a cell, below those that it has.
 *
 * Returns: its index.
 */
guint
care_matrix_add (CareMatrix *self, guint row, guint column, const char *text, const char *note, const char *sentence)
{
  CareMatrixCell cell = { .part = { .widget = make_button (self, text, note, sentence) }, .row = row, .column = column };

  /* Headings are drawn over what is scrolled below them. */
  gtk_widget_insert_before (cell.part.widget, GTK_WIDGET (self), CARE_MATRIX_PART (self->headings, 0)->widget);
  g_array_append_val (self->cells, cell);
  return self->cells->len - 1;
}

/**
 * care_matrix_get_button:
 * @self: a matrix
 * @index: as care_matrix_add() told
 *
 * Returns: (transfer none): the button.
 */
GtkWidget *
care_matrix_get_button (CareMatrix *self, guint index)
{
  return CARE_MATRIX_CELL (self, index)->part.widget;
}

static void
mark_selected (CareMatrix *self, int index, gboolean selected)
{
  GtkWidget *button = index < 0 ? NULL : care_matrix_get_button (self, (guint) index);

  if (button == NULL)
    return;
  if (selected)
    gtk_widget_set_state_flags (button, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * care_matrix_select:
 * @self: a matrix
 * @index: of a button, or -1 for none
 *
 * Draws a ring round a button. The focus stays where it is.
 */
void
care_matrix_select (CareMatrix *self, int index)
{
  mark_selected (self, self->selected, FALSE);
  self->selected = index;
  mark_selected (self, index, TRUE);
}

/**
 * care_matrix_is_narrow:
 * @self: a matrix
 *
 * Returns: whether it has room for one row at a time only.
 */
gboolean
care_matrix_is_narrow (CareMatrix *self)
{
  return self->is_narrow;
}
