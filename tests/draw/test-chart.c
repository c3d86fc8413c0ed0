/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart.h"

#include <math.h>
#include <string.h>

#define SLACK 0.01

static PangoContext *shared_context;

static const CareChartStyle paper = { "Open Sans", 9, { 0.2, 0.2, 0.2 }, { 0.8, 0.8, 0.8 }, { 1, 1, 1 } };

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static CareQuantity *
quantity (const char *stored)
{
  g_autoptr (GError) error = NULL;
  CareQuantity *result = care_quantity_from_string (stored, &error);

  g_assert_no_error (error);
  return result;
}

/* A chart of rows "label|note|quantity". */
static CareChart *
create_chart (const char *const *rows, double width)
{
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) care_quantity_unref);
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (CareChartBar));

  for (guint i = 0; rows[i] != NULL; i++)
    {
      char **parts = g_strsplit (rows[i], "|", 3);
      CareChartBar bar = { parts[0], parts[1], quantity (parts[2]), { 0, 0.5, 0.8 } };

      g_ptr_array_add (keep, parts);
      g_ptr_array_add (quantities, bar.quantity);
      g_array_append_val (bars, bar);
    }
  return care_chart_new (shared_context, &paper, (const CareChartBar *) (void *) bars->data, bars->len,
                         width);
}

static gboolean
find_text (const CareChart *chart, const char *words, CareChartText *text)
{
  for (guint i = 0; i < care_chart_get_n_texts (chart); i++)
    {
      *text = care_chart_get_text (chart, i);
      if (g_str_equal (text->text, words))
        return TRUE;
    }
  return FALSE;
}

static gboolean
overlap (double x, double y, double width, double height, const CareChartText *text)
{
  return x + width > text->x + SLACK && text->x + text->width > x + SLACK && y + height > text->y + SLACK
         && text->y + text->height > y + SLACK;
}

static void
assert_sound (const CareChart *chart, double width)
{
  double height = care_chart_get_height (chart);

  for (guint i = 0; i < care_chart_get_n_texts (chart); i++)
    {
      CareChartText text = care_chart_get_text (chart, i);

      g_assert_cmpfloat (text.x, >=, -SLACK);
      g_assert_cmpfloat (text.y, >=, -SLACK);
      g_assert_cmpfloat (text.x + text.width, <=, width + SLACK);
      g_assert_cmpfloat (text.y + text.height, <=, height + SLACK);
      for (guint j = 0; j < i; j++)
        {
          CareChartText other = care_chart_get_text (chart, j);

          g_assert_false (overlap (other.x, other.y, other.width, other.height, &text));
        }
      for (guint row = 0; row < care_chart_get_n_bars (chart); row++)
        {
          double x, y, bar_width, bar_height;

          if (!care_chart_get_bar (chart, row, &x, &y, &bar_width, &bar_height))
            continue;
          g_assert_cmpfloat (x, >=, -SLACK);
          g_assert_cmpfloat (x + bar_width, <=, width + SLACK);
          g_assert_cmpfloat (y + bar_height, <=, height + SLACK);
          if (!text.on_bar)
            g_assert_false (overlap (x, y, bar_width, bar_height, &text));
          else if ((int) row == text.row)
            g_assert_true (text.x >= x - SLACK && text.x + text.width <= x + bar_width + SLACK);
        }
    }
}

static char *
random_words (int most)
{
  static const char *const words[]
    = { "care",   "integration", "fund", "of",         "Manchester",
        "social", "£2.5",        "a",    "Gwasanaeth", "Arbeitsunfähigkeitsbescheinigungen" };
  GString *text = g_string_new ("The");

  for (int n = g_test_rand_int_range (0, most); n > 0; n--)
    g_string_append_printf (text, " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static CareQuantity *
random_quantity (const char *unit, gboolean negative)
{
  CareQuantityForm form = (CareQuantityForm) g_test_rand_int_range (0, CARE_QUANTITY_NOT_ASSESSED + 1);
  int exponent = g_test_rand_int_range (-1, 10);
  CareDecimal low = { g_test_rand_int_range (negative ? -2000 : 0, 2000), exponent }, high = low;
  g_autoptr (GError) error = NULL;
  CareQuantity *result;

  high.mantissa += g_test_rand_int_range (1, 3000);
  result = care_quantity_new (form, low, form == CARE_QUANTITY_RANGE ? high : low, unit, &error);
  g_assert_no_error (error);
  return result;
}

static void
check_random_chart (double width, double size)
{
  static const char *const units[] = { "GBP", "%", "people", NULL };
  const char *unit = units[g_test_rand_int_range (0, 4)];
  guint n_bars = (guint) g_test_rand_int_range (0, 9);
  gboolean negative = g_test_rand_bit ();
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) care_quantity_unref);
  g_autofree CareChartBar *bars = g_new0 (CareChartBar, n_bars + 1);
  g_autoptr (CareChart) chart = NULL;
  CareChartStyle style = paper;

  for (guint i = 0; i < n_bars; i++)
    {
      bars[i].label = random_words (8);
      bars[i].note = g_test_rand_bit () ? random_words (6) : NULL;
      bars[i].quantity = random_quantity (i % 5 == 4 ? "months" : unit, negative);
      g_ptr_array_add (keep, (gpointer) bars[i].label);
      g_ptr_array_add (keep, (gpointer) bars[i].note);
      g_ptr_array_add (quantities, bars[i].quantity);
    }
  style.font_size = size;
  chart = care_chart_new (shared_context, &style, bars, n_bars, width);
  assert_sound (chart, width);
}

static void
test_always_sound (void)
{
  for (int i = 0; i < 400; i++)
    {
      double size = g_test_rand_double_range (7, 14);

      check_random_chart (g_test_rand_double_range (MAX (150, 15 * size), 1200), size);
    }
  for (int i = 0; i < 60; i++)
    check_random_chart (150, g_test_rand_double_range (8, 9));
}

static void
test_bars (void)
{
  static const char *const rows[] = { "BCF||38e8 GBP",
                                      "Pooled||53e8 GBP",
                                      "Savings||4e9..6e9 GBP",
                                      "Innovation||not-specified GBP",
                                      "Cap||<=2e9 GBP",
                                      "Nought||0 GBP",
                                      NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 500);
  double x[6], y[6], width[6], height[6];

  g_assert_cmpuint (care_chart_get_n_bars (chart), ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_true (care_chart_get_bar (chart, i, &x[i], &y[i], &width[i], &height[i]) == (i != 3));
  g_assert_cmpfloat_with_epsilon (width[0] / width[1], 3.8 / 5.3, 1e-6);
  g_assert_cmpfloat_with_epsilon (width[2] / width[1], 6 / 5.3, 1e-6);
  g_assert_cmpfloat_with_epsilon (width[4] / width[1], 2 / 5.3, 1e-6);
  g_assert_cmpfloat (width[5], ==, 0);
  for (guint i = 1; i < 6; i++)
    if (i != 3)
      {
        g_assert_cmpfloat_with_epsilon (x[i], x[0], 1e-6);
        g_assert_cmpfloat (y[i], >, y[0]);
      }
}

static void
test_below_nought (void)
{
  static const char *const rows[]
    = { "Deficit||-30e9 GBP", "Surplus||15e9 GBP", "Unsure||-1e10..2e10 GBP", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 500);
  double x[3], y, width[3], height;

  for (guint i = 0; i < 3; i++)
    g_assert_true (care_chart_get_bar (chart, i, &x[i], &y, &width[i], &height));
  g_assert_cmpfloat_with_epsilon (x[0] + width[0], x[1], 1e-6);
  g_assert_cmpfloat_with_epsilon (width[0], 2 * width[1], 1e-6);
  g_assert_cmpfloat_with_epsilon (x[2] + width[2] / 3, x[1], 1e-6);
  assert_sound (chart, 500);
}

static void
test_other_unit (void)
{
  static const char *const rows[]
    = { "None||not-found", "Fund||38e8 GBP", "Share||20 %", "Staff||8e3 GPs", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 400);
  CareChartText text;
  double x, y, width, height;

  g_assert_false (care_chart_get_bar (chart, 0, &x, &y, &width, &height));
  g_assert_true (care_chart_get_bar (chart, 1, &x, &y, &width, &height));
  g_assert_false (care_chart_get_bar (chart, 2, &x, &y, &width, &height));
  g_assert_false (care_chart_get_bar (chart, 3, &x, &y, &width, &height));
  g_assert_true (find_text (chart, "20%", &text));
  g_assert_cmpint (text.row, ==, 2);
}

static void
test_texts (void)
{
  static const char *const rows[]
    = { "Fund|2015/16|6e9 GBP", "Small||3e8 GBP", "Savings||4e9..6e9 GBP", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 600);
  double x, y, width, height;
  CareChartText text = { 0 };

  g_assert_true (find_text (chart, "£6 billion", &text));
  g_assert_true (text.on_bar);
  g_assert_true (find_text (chart, "£300 million", &text));
  g_assert_false (text.on_bar);
  g_assert_true (care_chart_get_bar (chart, 1, &x, &y, &width, &height));
  g_assert_cmpfloat (text.x, >, x + width);
  g_assert_true (find_text (chart, "£4 billion to £6 billion", &text));
  g_assert_false (text.on_bar);
  g_assert_true (find_text (chart, "2015/16", &text));
  g_assert_cmpint (text.row, ==, 0);
  g_assert_true (find_text (chart, "£2bn", &text));
  g_assert_cmpint (text.row, ==, -1);
}

/* Labels beside bars where there is room, above where there is not. */
static void
test_arrangement (void)
{
  static const char *const rows[] = { "Better Care Fund||38e8 GBP", "Savings||4e9..6e9 GBP", NULL };
  static const struct
  {
    double width;
    gboolean label_beside, value_beside;
  } cases[] = { { 1200, TRUE, TRUE }, { 400, TRUE, TRUE }, { 232, FALSE, TRUE }, { 150, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChart) chart = create_chart (rows, cases[i].width);
      double x, y, width, height;
      CareChartText label, value;

      g_assert_true (care_chart_get_bar (chart, 1, &x, &y, &width, &height));
      g_assert_true (find_text (chart, "Savings", &label));
      g_assert_true (find_text (chart, "£4 billion to £6 billion", &value));
      g_assert_true ((label.y + label.height > y) == cases[i].label_beside);
      g_assert_true ((value.y + value.height > y) == cases[i].value_beside);
      assert_sound (chart, cases[i].width);
    }
}

static void
test_hit (void)
{
  static const char *const rows[] = { "One||1e9 GBP", "Two||not-specified GBP", "Three||3e9 GBP", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 300);

  for (guint i = 0; i < care_chart_get_n_texts (chart); i++)
    {
      CareChartText text = care_chart_get_text (chart, i);

      g_assert_cmpint (care_chart_hit (chart, text.x + text.width / 2, text.y + text.height / 2), ==,
                       text.row);
    }
  g_assert_cmpint (care_chart_hit (chart, -1, 5), ==, -1);
  g_assert_cmpint (care_chart_hit (chart, 300, 5), ==, -1);
  g_assert_cmpint (care_chart_hit (chart, 299, 5), ==, 0);
  g_assert_cmpint (care_chart_hit (chart, 5, -1), ==, -1);
  g_assert_cmpint (care_chart_hit (chart, 5, care_chart_get_height (chart) + 1), ==, -1);
}

static void
test_describe (void)
{
  static const char *const rows[]
    = { "Better Care Fund|2015/16|38e8 GBP", "Innovation fund||not-specified GBP", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 300);
  g_autoptr (CareChart) empty = create_chart (none, 300);
  g_autofree char *words = care_chart_describe (chart), *nothing = care_chart_describe (empty);

  g_assert_cmpstr (words, ==, "Better Care Fund (2015/16): £3.8 billion; Innovation fund: not specified");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpfloat (care_chart_get_height (empty), ==, 0);
}

/* Whether anything is painted in the part of @surface that @inside does not cover. */
static gboolean
is_painted_outside (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if ((x < x0 || x >= x1 || y < y0 || y >= y1) && data[y * stride + x * 4 + 3] != 0)
        return TRUE;
  return FALSE;
}

static void
test_paint (void)
{
  static const char *const rows[] = { "Better Care Fund|2015/16|38e8 GBP",
                                      "Savings||4e9..6e9 GBP",
                                      "At least||>=6e9 GBP",
                                      "Cap||<=2e9 GBP",
                                      "Innovation fund||not-specified GBP",
                                      "Loss||-1e9 GBP",
                                      NULL };
  static const int widths[] = { 150, 240, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (CareChart) chart = create_chart (rows, widths[i]);
      int height = (int) ceil (care_chart_get_height (chart));
      cairo_surface_t *surface
        = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, widths[i] + 40, height + 40);
      cairo_t *cr = cairo_create (surface);

      cairo_translate (cr, 20, 20);
      care_chart_paint (chart, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_assert_true (is_painted_outside (surface, 0, 0, 0, 0));
      /* Glyphs may reach half a pixel over their advance. */
      g_assert_false (is_painted_outside (surface, 19, 20, 21 + widths[i], 20 + height));
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = create_context ();

  g_test_add_func ("/chart/always-sound", test_always_sound);
  g_test_add_func ("/chart/bars", test_bars);
  g_test_add_func ("/chart/below-nought", test_below_nought);
  g_test_add_func ("/chart/other-unit", test_other_unit);
  g_test_add_func ("/chart/texts", test_texts);
  g_test_add_func ("/chart/arrangement", test_arrangement);
  g_test_add_func ("/chart/hit", test_hit);
  g_test_add_func ("/chart/describe", test_describe);
  g_test_add_func ("/chart/paint", test_paint);

  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
