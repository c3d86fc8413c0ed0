/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The headings of a table: buttons that put it in order. Keys have a menu beside the table for
 * that, so they are no stops. */

#include "care-table-private.h"

#include <glib/gi18n.h>

static void
on_clicked (GtkWidget *head, CareTable *self)
{
  guint index;

  care_table_finish (self, FALSE);
  if (g_ptr_array_find (self->heads, head, &index))
    g_signal_emit_by_name (self, "sort", CARE_TABLE_COLUMN (self, index)->id);
}

static GtkWidget *
make_head (CareTable *self, const CareTableColumn *column)
{
  GtkWidget *head = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (column->label);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), column->align);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (head), box);
  gtk_widget_add_css_class (head, "flat");
  gtk_widget_add_css_class (head, "care-table-head");
  gtk_widget_set_focusable (head, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  g_signal_connect (head, "clicked", G_CALLBACK (on_clicked), self);
  /* That which stays is drawn over those that go below it. */
  if (self->heads->len == 0)
    gtk_widget_set_parent (head, GTK_WIDGET (self));
  else
    gtk_widget_insert_before (head, GTK_WIDGET (self), g_ptr_array_index (self->heads, 0));
  /* Until it has a place. */
  gtk_widget_set_child_visible (head, FALSE);
  return head;
}

/* Makes them anew for the columns. */
void
care_table_make_heads (CareTable *self)
{
  g_ptr_array_set_size (self->heads, 0);
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (self->heads, make_head (self, CARE_TABLE_COLUMN (self, i)));
  care_table_mark_heads (self);
}

/* An arrow keeps its room where it is not seen: the columns stay as wide as they are. */
void
care_table_mark_heads (CareTable *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i);
      GtkWidget *arrow = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (head)));
      const CareTableColumn *column = CARE_TABLE_COLUMN (self, i);
      gboolean sorts = self->sorted == (int) column->id;
      g_autofree char *name
        = sorts ? g_strdup_printf (self->descending ? _ ("%s, the rows in reverse order of it") : _ ("%s, the rows in order of it"),
                                   column->label)
                : g_strdup (column->label);

      gtk_image_set_from_icon_name (GTK_IMAGE (arrow), self->descending ? "pan-down-symbolic" : "pan-up-symbolic");
      gtk_widget_set_opacity (arrow, sorts ? 1 : 0);
      gtk_widget_set_tooltip_text (head, sorts ? name : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* Only those in sight. */
void
care_table_show_heads (CareTable *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkAllocation place;
      gboolean is_seen;

      care_table_place_column (self, i, &place, &is_seen);
      gtk_widget_set_child_visible (g_ptr_array_index (self->heads, i), is_seen);
    }
}

void
care_table_place_heads (CareTable *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i);
      GtkAllocation place = { 0, 0, 0, self->head_height };
      gboolean is_seen;

      care_table_place_column (self, i, &place, &is_seen);
      if (gtk_widget_get_child_visible (head))
        care_table_put (head, &place);
    }
}
