/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-menu.h"

#include "ui-test.h"

static GtkWidget *
make_button (guint n_items)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < n_items; i++)
    g_menu_append (menu, "Item", "app.item");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  care_menu_fit_all (button);
  return button;
}

static GtkWidget *
open_menu (GtkWidget *button)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_test_wait (gtk_widget_get_mapped (popover) && gtk_widget_get_height (popover) > 0);
  return popover;
}

static void
test_long (void)
{
  GtkWidget *button = make_button (60);
  GtkWindow *window = ui_test_show (button, 360, 400);
  GtkWidget *popover = open_menu (button);

  g_assert_cmpint (gtk_widget_get_height (popover), <=, gtk_widget_get_height (GTK_WIDGET (window)));
  gtk_window_destroy (window);
}

static void
test_keys (void)
{
  GtkWidget *button = make_button (3);
  GtkWindow *window = ui_test_show (button, 360, 400);
  GtkWidget *popover = open_menu (button);

  /* There is room for the keys. */
  g_assert_false (gtk_widget_has_css_class (popover, "care-slim"));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/menu/long", test_long);
  g_test_add_func ("/menu/keys", test_keys);
  return g_test_run ();
}
