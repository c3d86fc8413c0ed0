/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the cells of figures that are selected, in a menu where they are. */

#include "care-figures-table-private.h"

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

      g_menu_item_set_attribute (item, "accel", "s", items->key);
      if (can_change || !items->changes)
        g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Opens it at a point of the table. */
void
care_figures_table_open_menu (CareFiguresTable *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean can_change = care_library_is_writable (self->library);

  if (self->menu == NULL)
    {
      self->menu = care_menu_new (GTK_WIDGET (self->table));
      /* Before what is chosen, which may take the focus elsewhere. */
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (gtk_widget_grab_focus), self->table);
    }
  append_section (menu, editing, can_change);
  append_section (menu, taking, can_change);
  append_section (menu, figures, can_change);
  care_menu_open_at (self->menu, G_MENU_MODEL (menu), GTK_WIDGET (self->table), x, y);
}
