/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands over the cells of a table: the field that is typed in, what is told of it, and the
 * place that popovers point to. */

#include "care-table-private.h"

#include "care-style.h"

/* In pixels, where text has the usual size. */
#define LEAST_FIELD 140
#define HINT_WIDTH 320
#define MARGIN 4

/* It begins where the cell does, and is moved as far as is needed to be within the table. */
static void
make_wide (CareTable *self, GtkAllocation *place, int width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place->x += place->width - width;
  place->width = MIN (width, gtk_widget_get_width (GTK_WIDGET (self)));
  place->x = CLAMP (place->x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - place->width);
}

static void
place_field (CareTable *self, GtkAllocation place)
{
  int wanted;

  if (!gtk_widget_get_visible (self->frame))
    return;
  gtk_widget_measure (self->frame, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  make_wide (self, &place, MAX (MAX (place.width, wanted), care_style_scale (GTK_WIDGET (self), LEAST_FIELD)));
  care_table_put (self->frame, &place);
}

/* Below the cell, or above it where there is no room. */
static void
place_hint (CareTable *self, GtkAllocation place)
{
  int below = place.y + place.height + MARGIN;
  int least, height;

  if (!gtk_widget_get_visible (self->hint))
    return;
  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  make_wide (self, &place, MAX (least, care_style_scale (GTK_WIDGET (self), HINT_WIDTH)));
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, place.width, NULL, &height, NULL, NULL);
  place.y = below + height <= gtk_widget_get_height (GTK_WIDGET (self)) ? below : place.y - MARGIN - height;
  place.height = height;
  care_table_put (self->hint, &place);
}

/* A menu of others may have grown since it was opened. */
static void
place_popovers (CareTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

/* Where the cursor is, which may be out of sight. */
void
care_table_place_over (CareTable *self)
{
  int offset = care_table_get_offset (self, GTK_ORIENTATION_VERTICAL);
  double y = self->head_height - offset + (double) self->row * self->row_height;
  GtkAllocation place = { 0, 0, 0, self->row_height };
  gboolean is_seen;

  place.y = (int) CLAMP (y, -2 * self->row_height, gtk_widget_get_height (GTK_WIDGET (self)) + self->row_height);
  care_table_place_column (self, self->column, &place, &is_seen);
  care_table_put (self->perch, &place);
  place_field (self, place);
  place_hint (self, place);
  place_popovers (self);
}
