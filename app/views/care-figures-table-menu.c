/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the cells of figures that are selected, in a menu where they are; and with a column, also at
 * its heading. */

#include "care-figures-table-private.h"

#include "care-figure-cells.h"
#include "care-figures-columns.h"
#include "care-menu.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *label;
  const char *action;
  const char *key;
  gboolean changes; /* something in the library */
} Item;

static const Item editing[] = {
  { N_ ("Edit"), "cells.edit", "F2", TRUE },
  { NULL },
};

static const Item taking[] = {
  { N_ ("Cut"), "cells.cut", "<Control>x", TRUE },
  { N_ ("Copy"), "cells.copy", "<Control>c", FALSE },
  { N_ ("Paste"), "cells.paste", "<Control>v", TRUE },
  { N_ ("Clear"), "cells.empty", "Delete", TRUE },
  { NULL },
};

static const Item figures[] = {
  { N_ ("Add Up"), "table.add-up", "<Alt>equal", FALSE },
  { N_ ("Open Figure"), "cells.details", "<Alt>Return", FALSE },
  { N_ ("New Figure…"), "win.new", "<Control>n", TRUE },
  { N_ ("Delete Figure"), "table.delete", NULL, TRUE },
  { NULL },
};

/* What cannot be done is not offered. */
static void
append_section (GMenu *menu, const Item *items, gboolean can_change)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (; items->label != NULL; items++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items->label), items->action);

      if (items->key != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items->key);
      if (can_change || !items->changes)
        g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* (transfer full) */
static GMenuModel *
make_column_menu (CareFiguresTable *self, guint column)
{
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const Item items[] = {
    { N_ ("Wider"), "column.wider", turned ? "<Alt><Shift>Left" : "<Alt><Shift>Right", FALSE },
    { N_ ("Narrower"), "column.narrower", turned ? "<Alt><Shift>Right" : "<Alt><Shift>Left", FALSE },
    { N_ ("Fit to What Is Shown"), "column.fit", NULL, FALSE },
    { N_ ("Usual Width"), "table.usual-width", NULL, FALSE },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "u", column);
      if (items[i].key != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items[i].key);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
open_menu (CareFiguresTable *self, GMenuModel *menu, double x, double y)
{
  if (self->menu == NULL)
    {
      self->menu = care_menu_new (GTK_WIDGET (self->table));
      /* Before what is chosen, which may take the focus elsewhere. */
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (gtk_widget_grab_focus), self->table);
    }
  care_menu_open_at (self->menu, menu, GTK_WIDGET (self->table), x, y);
}

/* Opens it at a point of the table. */
void
care_figures_table_open_menu (CareFiguresTable *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) column = make_column_menu (self, care_table_get_column (self->table));
  gboolean can_change = care_library_is_writable (self->library);

  append_section (menu, editing, can_change);
  append_section (menu, taking, can_change);
  append_section (menu, figures, can_change);
  g_menu_append_submenu (menu, _ ("Column"), column);
  open_menu (self, G_MENU_MODEL (menu), x, y);
}

/* Opens that of a column. */
void
care_figures_table_open_head_menu (CareFiguresTable *self, guint column, double x, double y)
{
  g_autoptr (GMenuModel) menu = make_column_menu (self, column);

  open_menu (self, menu, x, y);
}

static void
usual_width_action (GtkWidget *widget, const char *name, GVariant *id)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (widget);
  guint column = g_variant_get_uint32 (id);
  guint n_columns;
  const CareFigureColumn *columns = care_figure_cells_columns (&n_columns);

  if (column >= n_columns)
    return;
  care_figures_columns_keep_width (self->settings, column, 0);
  care_table_set_width (self->table, column, columns[column].chars);
}

/* The one with the cursor; the next has the cursor then. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (widget);
  g_autoptr (CareRecord) figure = care_table_get_at_cursor (self->table);

  if (figure == NULL)
    return;
  care_browser_point_at (self->browser, figure);
  gtk_widget_activate_action (GTK_WIDGET (self->browser), "record.delete", NULL);
}

/* For the class. */
void
care_figures_table_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.usual-width", "u", usual_width_action);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
}
