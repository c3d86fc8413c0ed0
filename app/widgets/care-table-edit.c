/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of a table is typed in: by Enter or F2 over what it says, by a letter anew. Enter keeps
 * what was typed and goes down, Tab goes on along the row, Escape gives it up; and wherever the focus goes
 * it is kept. What cannot be is told below the cell. Undone, a letter gives back what it was typed over. */

#include "care-table-private.h"

/* As wide as what is typed in it a field becomes at most, in letters. */
#define MOST_CHARS 60

/* What is told below the cell with the cursor; NULL: nothing. */
static void
set_hint (CareTable *self, const char *text, gboolean is_problem)
{
  gtk_label_set_label (GTK_LABEL (self->hint), text != NULL ? text : "");
  if (is_problem)
    gtk_widget_add_css_class (self->hint, "error");
  else
    gtk_widget_remove_css_class (self->hint, "error");
  gtk_widget_set_visible (self->hint, text != NULL && text[0] != '\0');
  if (self->is_editing)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text != NULL ? text : "", -1);
}

/* Of a cell that is not typed in: why what was typed there before cannot be kept. */
void
care_table_show_problem (CareTable *self)
{
  g_auto (CareTableText) text = { 0 };

  if (self->is_editing)
    return;
  if (self->item != NULL && self->columns->len > 0 && care_table_has_focus (self))
    self->rows->describe (self->item, CARE_TABLE_COLUMN (self, self->column)->id, &text, self->data);
  set_hint (self, text.problem, TRUE);
}

/* The entry has the focus in what it is made of. */
static gboolean
has_focus (CareTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, self->field);
}

static void
stop (CareTable *self)
{
  gboolean had_focus = has_focus (self);
  GtkWidget *cell = care_table_get_cell (self, self->row, self->column);

  self->is_editing = FALSE;
  if (had_focus && cell != NULL)
    {
      gtk_widget_set_child_visible (cell, TRUE);
      gtk_widget_grab_focus (cell);
    }
  gtk_widget_set_visible (self->frame, FALSE);
  care_table_refresh (self);
  g_signal_emit_by_name (self, "stopped");
}

/* Keeps what was typed. What cannot be kept waits in its cell; where @stays says so, the cell is
 * still typed in then. */
gboolean
care_table_finish (CareTable *self, gboolean stays)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->field));
  g_autoptr (GError) error = NULL;

  if (!self->is_editing)
    return TRUE;
  if (self->rows->commit (self->item, CARE_TABLE_COLUMN (self, self->column)->id, typed, self->data, &error))
    {
      stop (self);
      return TRUE;
    }
  if (stays)
    set_hint (self, error->message, TRUE);
  else
    stop (self);
  return FALSE;
}

static void
field_changed (CareTable *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->field));
  g_autofree char *words = NULL;

  if (!self->is_editing)
    return;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->field), (int) MIN (g_utf8_strlen (typed, -1) + 1, MOST_CHARS));
  words = typed[0] == '\0' ? NULL
                           : self->rows->explain (self->item, CARE_TABLE_COLUMN (self, self->column)->id, typed, self->data);
  set_hint (self, words, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
field_activated (CareTable *self)
{
  if (care_table_finish (self, TRUE) && self->row + 1 < care_table_count (self))
    care_table_go (self, self->row + 1, self->home, FALSE);
}

static void
field_left (CareTable *self)
{
  care_table_finish (self, FALSE);
}

static void
name_field (CareTable *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  CARE_TABLE_COLUMN (self, self->column)->label, -1);
}

/* Where nothing may be changed, that is told. */
gboolean
care_table_may_change (CareTable *self)
{
  if (!self->is_editable)
    g_signal_emit_by_name (self, "refused");
  return self->is_editable;
}

/* Types in the cell with the cursor: over @text, or what it is chosen from is opened. */
static void
begin (CareTable *self, gboolean anew, const char *typed)
{
  guint column = self->columns->len == 0 ? 0 : CARE_TABLE_COLUMN (self, self->column)->id;
  g_autofree char *text = NULL;

  care_table_catch_up (self);
  if (self->is_editing || self->item == NULL || care_table_get_cell (self, self->row, self->column) == NULL
      || !care_table_may_change (self))
    return;
  care_table_reach (self, self->row, self->column);
  text = self->rows->begin (self->item, column, anew, self->data);
  if (text == NULL)
    {
      self->rows->choose (self->item, column, typed, self->perch, self->data);
      return;
    }
  self->is_editing = TRUE;
  name_field (self);
  /* What was typed in other cells cannot be undone in this one. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->field), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->field), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->field), TRUE);
  if (anew)
    gtk_editable_delete_text (GTK_EDITABLE (self->field), 0, -1);
  gtk_widget_set_visible (self->frame, TRUE);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->field));
  gtk_editable_set_position (GTK_EDITABLE (self->field), -1);
  field_changed (self);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_table_edit (CARE_TABLE (widget));
}

static gboolean
give_up (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);

  if (!self->is_editing)
    return FALSE;
  self->rows->give_up (self->item, CARE_TABLE_COLUMN (self, self->column)->id, self->data);
  stop (self);
  return TRUE;
}

/* A letter begins anew, and is typed by the field itself, as an input method may have a say in it. */
static gboolean
key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, CareTable *self)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char typed[7] = { 0 };

  if (self->is_deaf && letter == ' ' && care_table_has_focus (self))
    return TRUE;
  if (self->is_editing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isgraph (letter)
      || !care_table_has_focus (self))
    return FALSE;
  g_unichar_to_utf8 (letter, typed);
  begin (self, TRUE, typed);
  self->is_deaf = !self->is_editing;
  return self->is_editing ? gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->field)))) : TRUE;
}

/* What was typed over is gone in a step of its own, which is no more than half of what was done. */
static gboolean
undo_typing (GtkWidget *field, GVariant *arguments, gpointer data)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field)));

  gtk_widget_activate_action (text, "text.undo", NULL);
  if (gtk_editable_get_text (GTK_EDITABLE (field))[0] == '\0')
    gtk_widget_activate_action (text, "text.undo", NULL);
  return TRUE;
}

static void
add_undo_key (GtkWidget *field)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (undo_typing, NULL, NULL)));
  gtk_widget_add_controller (field, keys);
}

/* For the class: its keys. */
void
care_table_edit_install (GtkWidgetClass *widget_class)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_F2 };

  gtk_widget_class_install_action (widget_class, "cells.edit", NULL, edit_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "cells.edit", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, give_up, NULL);
}

void
care_table_edit_init (CareTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->field = gtk_entry_new ();
  self->frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->hint = gtk_label_new (NULL);
  self->perch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->frame), self->field);
  gtk_widget_set_hexpand (self->field, TRUE);
  gtk_widget_set_valign (self->field, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->frame, FALSE);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_set_can_target (self->perch, FALSE);
  gtk_widget_add_css_class (self->frame, "care-table-field");
  gtk_widget_add_css_class (self->hint, "care-table-hint");
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_set_parent (self->perch, GTK_WIDGET (self));
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  /* Until it has a place. */
  gtk_widget_set_child_visible (self->perch, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  g_signal_connect_swapped (self->field, "changed", G_CALLBACK (field_changed), self);
  g_signal_connect_swapped (self->field, "activate", G_CALLBACK (field_activated), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (field_left), self);
  gtk_widget_add_controller (self->field, focus);
  add_undo_key (self->field);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * care_table_edit:
 * @self: a table
 *
 * Lets a person type in the cell with the cursor, as Enter does.
 */
void
care_table_edit (CareTable *self)
{
  begin (self, FALSE, NULL);
}

/**
 * care_table_set_editable:
 * @self: a table
 * @editable: whether its cells may be typed in, which they may not at first
 */
void
care_table_set_editable (CareTable *self, gboolean editable)
{
  self->is_editable = editable;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
}

/**
 * care_table_keep:
 * @self: a table
 *
 * Keeps what is being typed, as when the focus leaves.
 *
 * Returns: %FALSE where it cannot be kept and waits in its cell.
 */
gboolean
care_table_keep (CareTable *self)
{
  return care_table_finish (self, FALSE);
}

/**
 * care_table_get_typed:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what is being typed in the cell with the cursor; %NULL: nothing is.
 */
const char *
care_table_get_typed (CareTable *self)
{
  return self->is_editing ? gtk_editable_get_text (GTK_EDITABLE (self->field)) : NULL;
}
