/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-spare.h"

#include "ui-test.h"

static GtkWidget *
make (const char *words)
{
  GtkWidget *spare = g_object_new (CARE_TYPE_SPARE, NULL);

  adw_bin_set_child (ADW_BIN (spare), gtk_label_new (words));
  return spare;
}

static int
measure_width (GtkWidget *widget, int *natural)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, natural, NULL, NULL);
  return minimum;
}

/* It asks for no room, and would like all that its child needs. */
static void
test_asks_for_nothing (void)
{
  GtkWidget *spare = g_object_ref_sink (make ("Saved 14:02"));
  int natural, of_child;

  g_assert_cmpint (measure_width (spare, &natural), ==, 0);
  g_assert_cmpint (measure_width (adw_bin_get_child (ADW_BIN (spare)), &of_child), >, 0);
  g_assert_cmpint (natural, ==, of_child);
  g_assert_finalize_object (CARE_SPARE (spare));
}

/* All of it, or nothing. */
static void
test_shows_all (void)
{
  static const struct
  {
    const char *words;
    gboolean shown;
  } cases[] = { { "Saved", TRUE },
                { "Saved at two minutes past two in the afternoon of the first day of the week, in the library", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *spare = make (cases[i].words);
      GtkWindow *window = ui_test_show (spare, 300, 60);

      g_assert_cmpint (gtk_widget_get_mapped (adw_bin_get_child (ADW_BIN (spare))), ==, cases[i].shown);
      gtk_window_destroy (window);
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/spare/asks-for-nothing", test_asks_for_nothing);
  g_test_add_func ("/spare/shows-all", test_shows_all);
  return g_test_run ();
}
