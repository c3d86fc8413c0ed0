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

/* Each quantity and each label is somewhere, whole. */
static void
test_complete (gconstpointer data)
{
  for (guint i = 0; i < N_SETS / 5; i++)
    {
      g_autoptr (CareChartContent) content = chart_fixture_random (GPOINTER_TO_UINT (data));
      g_autoptr (CareChart) chart
        = care_chart_new (shared_context, &chart_fixture_paper, content, g_test_rand_double_range (150, 1200));

      for (guint j = 0; j < content->bars->len; j++)
        {
          const CareChartBar *bar = g_ptr_array_index (content->bars, j);
          g_autofree char *value = care_quantity_format (bar->quantity, CARE_QUANTITY_HOUSE);
          g_autofree char *with_reason = g_strdup_printf ("%s · %s", value, bar->note);
          CareChartText text;

          g_assert_true (chart_fixture_find_text (chart, bar->is_apart && bar->note != NULL ? with_reason : value, &text));
          g_assert_true (chart_fixture_find_text (chart, bar->label, &text));
        }
    }
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
      g_autofree char *complete = g_strdup_printf ("/chart-random/%s/complete", kinds[i].name);

      g_test_add_data_func (sound, GUINT_TO_POINTER (kinds[i].kind), test_sound);
      g_test_add_data_func (complete, GUINT_TO_POINTER (kinds[i].kind), test_complete);
    }
  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
