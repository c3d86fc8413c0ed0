/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures that are selected, to be added up in the ledger. */

#include "care-figures-table-private.h"

#include "care-record-list.h"

/* (transfer full) (element-type CareId): of the rows of the block that is selected. */
static GArray *
list_selected (CareFiguresTable *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (CareId));
  CareTableBlock block;

  care_table_get_block (self->table, &block);
  for (guint i = 0; i < block.n_rows; i++)
    {
      CareId id = care_record_list_get_id (CARE_RECORD_LIST (self->figures), block.row + i);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

static void
add_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (widget);
  g_autoptr (GArray) ids = self->figures == NULL ? NULL : list_selected (self);

  if (ids != NULL && ids->len > 0)
    g_signal_emit_by_name (self, "add-up", ids);
}

/* The action that adds up, and its keys, which are those of spreadsheets. */
void
care_figures_table_install_add_up (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.add-up", NULL, add_up_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_ALT_MASK, "table.add-up", NULL);
}
