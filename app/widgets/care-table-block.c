/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with the cells that are selected in a table: copied as text and as a table of HTML, cut, pasted
 * over and emptied, by keys and in a menu that others make. */

#include "care-table-private.h"

#include "care-clipboard.h"
#include "care-copied-cell.h"

/* To say what more cells say, or to empty them, would hold up a frame for long. */
#define MOST_CELLS 20000

/* %FALSE: what it says is not known now. */
static gboolean
append_cell (CareTable *self, GObject *item, guint column, gboolean is_last, GString *text, GString *html)
{
  g_auto (CareTableText) says = { 0 };

  self->rows->describe (item, CARE_TABLE_COLUMN (self, column)->id, &says, self->data);
  if (says.text == NULL)
    return FALSE;
  care_copied_cell_append_html (html, says.text, NULL);
  care_copied_cell_append (text, says.text, is_last);
  return TRUE;
}

static gboolean
append_row (CareTable *self, guint row, const CareTableBlock *block, GString *text, GString *html)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, row);

  g_string_append (html, "<tr>");
  for (guint i = 0; i < block->n_columns; i++)
    if (!append_cell (self, item, block->column + i, i + 1 == block->n_columns, text, html))
      return FALSE;
  g_string_append (html, "</tr>\n");
  return TRUE;
}

/* %FALSE: not copied, which is told. */
static gboolean
copy (CareTable *self, const CareTableBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new ("<table>\n");

  for (guint i = 0; i < block->n_rows; i++)
    if (!append_row (self, block->row + i, block, text, html))
      {
        g_signal_emit_by_name (self, "unknown");
        return FALSE;
      }
  g_string_append (html, "</table>\n");
  care_clipboard_put (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str, html->str);
  return TRUE;
}

/* Copies the cells that are selected, and empties them, as the action is called. */
static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareTable *self = CARE_TABLE (widget);
  gboolean copies = !g_str_equal (name, "cells.empty");
  gboolean empties = !g_str_equal (name, "cells.copy");
  CareTableBlock block;

  care_table_get_block (self, &block);
  if (care_table_count (self) == 0 || self->is_editing || (empties && !care_table_may_change (self)))
    return;
  if ((guint64) block.n_rows * block.n_columns > MOST_CELLS)
    g_signal_emit_by_name (self, "too-large", MOST_CELLS);
  else if ((!copies || copy (self, &block)) && empties)
    g_signal_emit_by_name (self, "empty");
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareTable *self = CARE_TABLE (widget);

  if (!self->is_editing && care_table_may_change (self))
    g_signal_emit_by_name (self, "paste");
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "details");
}

/* By key it opens at the cursor. */
static gboolean
menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);
  GtkWidget *cell = care_table_get_cell (self, self->row, self->column);
  graphene_rect_t box;

  if (self->is_editing || cell == NULL || !gtk_widget_compute_bounds (cell, widget, &box))
    return FALSE;
  g_signal_emit_by_name (self, "menu", (double) graphene_rect_get_x (&box) + graphene_rect_get_width (&box) / 2,
                         (double) graphene_rect_get_y (&box) + graphene_rect_get_height (&box) / 2);
  return TRUE;
}

/* For the class: what can be done with cells, as "cells.", and the keys for it. */
void
care_table_block_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_c, GDK_CONTROL_MASK, "cells.copy" },    { GDK_KEY_Insert, GDK_CONTROL_MASK, "cells.copy" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "cells.cut" },     { GDK_KEY_Delete, GDK_SHIFT_MASK, "cells.cut" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "cells.paste" },   { GDK_KEY_Insert, GDK_SHIFT_MASK, "cells.paste" },
    { GDK_KEY_Delete, 0, "cells.empty" },             { GDK_KEY_KP_Delete, 0, "cells.empty" },
    { GDK_KEY_BackSpace, 0, "cells.empty" },          { GDK_KEY_space, 0, "cells.details" },
    { GDK_KEY_Return, GDK_ALT_MASK, "cells.details" },
  };

  gtk_widget_class_install_action (widget_class, "cells.copy", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "cells.cut", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "cells.empty", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "cells.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "cells.details", NULL, details_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key, NULL);
}
