/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-wait.h"

#include "ui-test.h"

/* What is over at once is not told; what takes longer is, with what it is. */
static void
test_comes_late (void)
{
  CareWait *wait = CARE_WAIT (care_wait_new ());
  GtkWindow *window;

  care_wait_set_title (wait, "Opening the Library…");
  window = ui_test_show (GTK_WIDGET (wait), 360, 200);
  g_assert_false (care_wait_get_shown (wait));
  gtk_widget_set_visible (GTK_WIDGET (wait), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (wait), TRUE);
  g_assert_false (care_wait_get_shown (wait));
  ui_test_wait (care_wait_get_shown (wait));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (window), GTK_TYPE_LABEL, "Opening the Library…"));
  gtk_widget_set_visible (GTK_WIDGET (wait), FALSE);
  g_assert_false (care_wait_get_shown (wait));
  gtk_window_destroy (window);
}

static void
test_cancel (void)
{
  GtkWidget *wait = g_object_new (CARE_TYPE_WAIT, "title", "Looking…", "cancel-action", "window.close", NULL);
  GtkWindow *window = ui_test_show (wait, 360, 200);

  ui_test_wait (care_wait_get_shown (CARE_WAIT (wait)));
  g_object_add_weak_pointer (G_OBJECT (wait), (gpointer *) &wait);
  g_signal_emit_by_name (ui_test_find_label (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Cancel"), "clicked");
  ui_test_wait (wait == NULL);
}

static void
test_is_announced (void)
{
  GtkWidget *wait = g_object_ref_sink (care_wait_new ());

  gtk_test_accessible_assert_role (
    GTK_ACCESSIBLE (gtk_widget_get_template_child (wait, CARE_TYPE_WAIT, "title")), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_finalize_object (CARE_WAIT (wait));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/wait/comes-late", test_comes_late);
  g_test_add_func ("/wait/cancel", test_cancel);
  g_test_add_func ("/wait/is-announced", test_is_announced);
  return g_test_run ();
}
