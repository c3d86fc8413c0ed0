/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A view that lists something else than a CareRecordList, and what stands above it. */

#include "care-browser-private.h"

static void
menu_asked (CareList *list, GtkWidget *row, double x, double y, CareBrowser *self)
{
  self->rows->menu (row, x, y, self->rows_data);
}

/**
 * care_browser_set_rows:
 * @self: a browser that has no records yet
 * @rows: (transfer none): how its list is made use of; static
 * @data: for @rows
 *
 * Has it list something else than a #CareRecordList: whatever records they are, in the
 * order of their model.
 */
void
care_browser_set_rows (CareBrowser *self, const CareBrowserRows *rows, gpointer data)
{
  self->rows = rows;
  self->rows_data = data;
  care_list_set_locate (self->list, rows->locate);
  if (rows->menu != NULL)
    g_signal_connect (self->list, "menu", G_CALLBACK (menu_asked), self);
  if (rows->takes_several)
    care_list_set_takes_several (self->list);
}

/**
 * care_browser_add_tools:
 * @self: a browser
 * @tools: (transfer floating): what stands beside the choice of its looks, and is one stop of Tab with it
 * @below: (transfer floating) (nullable): what stands below that
 *
 * Adds what both looks have in common.
 */
void
care_browser_add_tools (CareBrowser *self, GtkWidget *tools, GtkWidget *below)
{
  gtk_widget_set_hexpand (gtk_widget_get_parent (GTK_WIDGET (self->tools)), TRUE);
  gtk_box_append (self->tools, tools);
  if (below != NULL)
    gtk_box_append (self->below, below);
}

/**
 * care_browser_refresh:
 * @self: a browser
 *
 * Says anew what the rows on screen say.
 */
void
care_browser_refresh (CareBrowser *self)
{
  care_list_refresh (self->list, NULL);
}

/**
 * care_browser_get_rows:
 * @self: a browser whose rows take several
 *
 * Returns: (transfer full): which of them are selected.
 */
GtkBitset *
care_browser_get_rows (CareBrowser *self)
{
  return care_list_get_rows (self->list);
}

/**
 * care_browser_set_waiting:
 * @self: a browser
 * @waiting: whether what its list has is being read
 *
 * While it is, a view with nothing in it is not called empty.
 */
void
care_browser_set_waiting (CareBrowser *self, gboolean waiting)
{
  self->is_waiting = waiting;
  if (self->library != NULL)
    care_browser_show_look (self);
}
