/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the figures are, no label of a chart touches another or a bar, and all of it is within the
 * chart: 500 data sets of each kind, at the size of a page's sidebar, of a page and of a window. */

#include "chart-fixture.h"

#define N_SETS 500

static PangoContext *shared_context;

static void
test_sound (gconstpointer data)
{
  CareChartKind kind = GPOINTER_TO_UINT (data);
  static const struct
  {
    double width, text;
  } sizes[] = { { 150, 8 }, { 480, 9 }, { 900, 14.7 } };

  for (guint i = 0; i < N_SETS; i++)
    {
      g_autoptr (CareChartContent) content = chart_fixture_random (kind);

      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          CareChartStyle style = chart_fixture_paper;
          g_autoptr (CareChart) chart = NULL;

          style.font_size = sizes[j].text;
          chart = care_chart_new (shared_context, &style, content, sizes[j].width);
          g_assert_cmpuint (care_chart_get_n_bars (chart), ==, content->bars->len);
          chart_fixture_assert_sound (chart, sizes[j].width);
        }
    }
}

/* Its quantity and its label are in a chart, whole. */
static void
assert_said (const CareChart *chart, const CareChartBar *bar)
{
  g_autofree char *value = care_quantity_format (bar->quantity, CARE_QUANTITY_HOUSE);
  g_autofree char *with_reason = g_strdup_printf ("%s · %s", value, bar->note);
  CareChartText text;

  g_assert_true (chart_fixture_find_text (chart, bar->is_apart && bar->note != NULL ? with_reason : value, &text));
  g_assert_true (chart_fixture_find_text (chart, bar->label, &text));
}

static void
test_complete (gconstpointer data)
{
  for (guint i = 0; i < N_SETS / 5; i++)
    {
      g_autoptr (CareChartContent) content = chart_fixture_random (GPOINTER_TO_UINT (data));
      g_autoptr (CareChart) chart
        = care_chart_new (shared_context, &chart_fixture_paper, content, g_test_rand_double_range (150, 1200));

      for (guint j = 0; j < content->bars->len; j++)
        assert_said (chart, g_ptr_array_index (content->bars, j));
    }
}

/* The axes of two pieces say the same at the same places. */
static void
assert_one_scale (const CareChart *piece, const CareChart *other)
{
  for (guint i = 0; i < care_chart_get_n_texts (piece); i++)
    {
      CareChartText tick = care_chart_get_text (piece, i), same;

      for (guint j = 0; tick.row < 0 && j < care_chart_get_n_texts (other); j++)
        {
          same = care_chart_get_text (other, j);
          if (same.row < 0 && g_str_equal (same.text, tick.text))
            g_assert_cmpfloat_with_epsilon (same.area.x, tick.area.x, 0.01);
        }
    }
}

/* A chart that is higher than it may be is in pieces of one scale: each bar is in one, in order, and none is
 * higher but for a single bar. */
static void
test_pieces (gconstpointer data)
{
  guint n_divided = 0;

  for (guint i = 0; i < N_SETS; i++)
    {
      g_autoptr (CareChartContent) content = chart_fixture_random (GPOINTER_TO_UINT (data));
      double width = g_test_rand_double_range (150, 500), room = g_test_rand_double_range (60, 300);
      g_autoptr (GPtrArray) pieces = care_chart_new_pieces (shared_context, &chart_fixture_paper, content, width, room);
      guint bar = 0;

      for (guint j = 0; j < pieces->len; j++)
        {
          const CareChart *piece = g_ptr_array_index (pieces, j);
          guint n_bars = care_chart_get_n_bars (piece);

          chart_fixture_assert_sound (piece, width);
          if (n_bars > 1)
            g_assert_cmpfloat (care_chart_get_height (piece), <=, room + 0.01);
          assert_one_scale (piece, g_ptr_array_index (pieces, 0));
          for (guint k = 0; k < n_bars; k++, bar++)
            assert_said (piece, g_ptr_array_index (content->bars, bar));
        }
      g_assert_cmpuint (bar, ==, content->bars->len);
      n_divided += pieces->len > 1;
    }
  g_assert_cmpuint (n_divided, >, N_SETS / 20);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    CareChartKind kind;
  } kinds[] = { { "bars", CARE_CHART_BARS }, { "stacked", CARE_CHART_STACKED }, { "years", CARE_CHART_YEARS } };
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = chart_fixture_create_context ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sound = g_strdup_printf ("/chart-random/%s/sound", kinds[i].name);
      g_autofree char *pieces = g_strdup_printf ("/chart-random/%s/pieces", kinds[i].name);
      g_autofree char *complete = g_strdup_printf ("/chart-random/%s/complete", kinds[i].name);

      g_test_add_data_func (sound, GUINT_TO_POINTER (kinds[i].kind), test_sound);
      g_test_add_data_func (complete, GUINT_TO_POINTER (kinds[i].kind), test_complete);
      g_test_add_data_func (pieces, GUINT_TO_POINTER (kinds[i].kind), test_pieces);
    }
  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
