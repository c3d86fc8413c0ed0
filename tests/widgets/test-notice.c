/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-notice.h"

#include "ui-test.h"

static void
on_clicked (CareNotice *notice, guint *n_clicks)
{
  *n_clicks += 1;
}

static void
test_comes_and_goes (void)
{
  CareNotice *notice = CARE_NOTICE (care_notice_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_clicks = 0;

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (notice));
  GtkWindow *window = ui_test_show (box, 360, 200);
  g_signal_connect (notice, "clicked", G_CALLBACK (on_clicked), &n_clicks);
  g_assert_false (care_notice_get_shown (notice));
  care_notice_show (notice, "The file is damaged.", "Repair");
  g_assert_true (care_notice_get_shown (notice));
  GtkWidget *button = ui_test_find_label (GTK_WIDGET (notice), GTK_TYPE_BUTTON, "Repair");
  ui_test_wait (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_clicks, ==, 1);
  g_assert_true (care_notice_get_shown (notice));
  care_notice_hide (notice);
  g_assert_false (care_notice_get_shown (notice));
  ui_test_wait (!gtk_widget_get_mapped (button));
  gtk_window_destroy (window);
}

static void
test_is_announced (void)
{
  CareNotice *notice = g_object_ref_sink (CARE_NOTICE (care_notice_new ()));
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (notice), CARE_TYPE_NOTICE, "button"));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (notice), GTK_ACCESSIBLE_ROLE_ALERT);
  care_notice_show (notice, "Saved elsewhere.", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (notice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Saved elsewhere.");
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (notice), GTK_TYPE_LABEL, "Saved elsewhere."));
  g_assert_false (gtk_widget_get_visible (button));
  care_notice_show (notice, "Saved elsewhere.", "Reload");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_finalize_object (notice);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/notice/comes-and-goes", test_comes_and_goes);
  g_test_add_func ("/notice/is-announced", test_is_announced);
  return g_test_run ();
}
