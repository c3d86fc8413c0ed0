/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-menu.h"

/* What a popover has round its items: its arrow, its border and its shadow. */
#define AROUND 40
/* Less is no menu. */
#define LEAST_HEIGHT 120

/* The room on that side of the button that has more of it. */
static int
find_room (GtkWidget *button, GtkWidget *root)
{
  graphene_rect_t box;
  double above, below;

  if (!gtk_widget_compute_bounds (button, root, &box))
    return LEAST_HEIGHT;
  above = box.origin.y;
  below = gtk_widget_get_height (root) - box.origin.y - box.size.height;
  return MAX ((int) MAX (above, below) - AROUND, LEAST_HEIGHT);
}

/**
 * care_menu_fit:
 * @button: a button that has a menu and is about to open it
 *
 * Sees that the menu is no larger than the window: one that would be too long scrolls, and
 * one that would be too wide does not say which keys do the same.
 */
void
care_menu_fit (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));
  GtkWidget *scroller = popover == NULL ? NULL : gtk_popover_get_child (popover);
  int width;

  if (root == NULL || !GTK_IS_SCROLLED_WINDOW (scroller))
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (popover), "care-slim");
  gtk_widget_measure (scroller, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (width + AROUND > gtk_widget_get_width (root))
    gtk_widget_add_css_class (GTK_WIDGET (popover), "care-slim");
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), find_room (GTK_WIDGET (button), root));
}

/**
 * care_menu_new:
 * @view: a widget over which it opens, and which unparents it
 *
 * Returns: (transfer none): a menu for care_menu_open_at().
 */
GtkWidget *
care_menu_new (GtkWidget *view)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (NULL);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, view);
  return menu;
}

/**
 * care_menu_open_at:
 * @menu: as of care_menu_new()
 * @items: what it offers
 * @widget: a widget in its view
 * @x: a point of @widget
 * @y: a point of @widget
 *
 * Opens it there.
 */
void
care_menu_open_at (GtkWidget *menu, GMenuModel *items, GtkWidget *widget, double x, double y)
{
  double left, top;

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), items);
  gtk_widget_translate_coordinates (widget, gtk_widget_get_parent (menu), x, y, &left, &top);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle){ (int) left, (int) top, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
about_to_open (GtkMenuButton *button, gpointer data)
{
  care_menu_fit (button);
}

/**
 * care_menu_fit_all:
 * @widget: a view
 *
 * Has care_menu_fit() done for every button in it that has a menu.
 */
void
care_menu_fit_all (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    {
      if (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL)
        gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (widget), about_to_open, NULL, NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    care_menu_fit_all (child);
}
