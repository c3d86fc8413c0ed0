/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-style.h"

#include "ui-test.h"

/* What is drawn by hand must be as legible as what is not. */
static void
assert_legible (GtkWidget *widget, CareStyle *style)
{
  care_style_read (widget, style);
  g_assert_cmpfloat (care_colour_contrast (style->ink, style->ground), >=, CARE_CONTRAST_TEXT);
  g_assert_cmpfloat (care_colour_contrast (style->accent, style->ground), >=, CARE_CONTRAST_GRAPHICS);
  g_assert_cmpfloat (care_colour_contrast (style->faint, style->ground), >, 1.2);
}

static void
test_follows_the_scheme (void)
{
  GtkWidget *label = gtk_label_new ("Text");
  GtkWindow *window = ui_test_show (label, 200, 100);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  CareStyle light, again, dark;

  assert_legible (label, &light);
  care_style_read (label, &again);
  g_assert_true (care_style_equal (&light, &again));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_legible (label, &dark);
  g_assert_false (care_style_equal (&light, &dark));
  g_assert_cmpfloat (dark.ground.red, <, light.ground.red);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_destroy (window);
}

static void
test_knows_the_font (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("Text"));
  g_autofree char *family = care_style_font_family (label);

  g_assert_cmpstr (family, ==, "Cantarell");
  /* 11 points at 96 dots to the inch */
  g_assert_cmpfloat_with_epsilon (care_style_font_size_px (label), 11 * 96 / 72.0, 0.1);
  g_assert_finalize_object (label);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/style/follows-the-scheme", test_follows_the_scheme);
  g_test_add_func ("/style/knows-the-font", test_knows_the_font);
  return g_test_run ();
}
