/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tools/bench measures of charts, without a display. A line is what was measured and how long
 * it took in seconds, by the clock and of the processor. */

#include "bench-run.h"

#include "care-chart.h"

#include <stdlib.h>

#define WIDTH 900
#define MOST 20

static CareRecord *
lookup (const char *kind, CareId id, gpointer data)
{
  return NULL;
}

static GPtrArray *
list (gpointer data, const char *kind, const char *field, CareId id)
{
  return g_ptr_array_new ();
}

/* (transfer full): money of one kind, ranges and bounds among it, so that all can stand on one axis. */
static GPtrArray *
make_figures (guint n)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    {
      CareRecord *figure = care_record_new (care_kind_find ("figure"), 1 + i);
      guint number = 1 + i * 7919 % 100000;
      g_autofree char *label = g_strdup_printf ("Money for service %u", i);
      g_autofree char *value = i % 4 == 0   ? g_strdup_printf ("%ue5 GBP", number)
                               : i % 4 == 1 ? g_strdup_printf (">=%ue5 GBP", number)
                               : i % 4 == 2 ? g_strdup_printf ("<=%ue5 GBP", number)
                                            : g_strdup_printf ("%ue5..%ue5 GBP", number, number + 900);

      bench_check (care_record_set (figure, "label", label, &error) && care_record_set (figure, "value", value, &error)
                     && care_record_set (figure, "flow", "spend", &error),
                   &error);
      g_ptr_array_add (figures, figure);
    }
  return figures;
}

static CareChartStyle
get_style (void)
{
  return (CareChartStyle){ "Cantarell", 14.7, { 0.2, 0.2, 0.2 }, { 0.4, 0.4, 0.4 }, { 0.8, 0.8, 0.8 }, { 1, 1, 1 }, { 0.2, 0.4, 0.6 }, FALSE };
}

static void
draw (PangoContext *context, const CareChartContent *content, cairo_t *cr)
{
  CareChartStyle style = get_style ();
  BenchMoment start = bench_now ();
  g_autoptr (CareChart) chart = care_chart_new (context, &style, content, WIDTH);

  bench_tell ("layout", "ours", start);
  start = bench_now ();
  care_chart_paint (chart, cr);
  cairo_surface_flush (cairo_get_target (cr));
  bench_tell ("paint", "ours", start);
}

/* chart N ROUNDS: of so many figures, what is drawn of them. */
static void
measure_chart (char **argv)
{
  const CareChartAsk ask = { lookup, list, NULL, CARE_QUANTITY_HOUSE };
  g_autoptr (GPtrArray) figures = make_figures ((guint) atoi (argv[0]));
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, 1200);
  cairo_t *cr = cairo_create (surface);

  for (int i = atoi (argv[1]); i > 0; i--)
    {
      BenchMoment start = bench_now ();
      g_autoptr (CareChartContent) content = NULL;

      care_chart_sort (&ask, figures, FALSE);
      content = care_chart_content_new (&ask, figures, CARE_CHART_BARS, MOST);
      bench_tell ("find out", "ours", start);
      draw (context, content, cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static const BenchCommand commands[] = { { "chart", 2, measure_chart } };

int
main (int argc, char **argv)
{
  return bench_run (commands, G_N_ELEMENTS (commands), argc, argv);
}
