/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a chart of each kind is, at three widths, as text: whoever changes how charts
 * are laid out sees what that does. CARE_TEST_UPDATE=1 writes it anew. */

#include "chart-fixture.h"

#include "golden.h"

static PangoContext *shared_context;

static const char *const bars[] = { "Better Care Fund: pooled locally|Coalition · 2015/16|53e8 GBP",
                                    "Better Care Fund: announced minimum|Coalition · existing (most)|38e8 GBP",
                                    "Savings Monitor expected|Monitor, as reported by Andy Burnham|4e9..6e9 GBP",
                                    "Time to Care fund|Labour|>=245e7 GBP",
                                    "Cap on capital|Scotland|<=2e9 GBP",
                                    "Innovation fund|Liberal Democrats|not-specified GBP",
                                    "Savings|saving, not spending|4e9 GBP",
                                    "-",
                                    NULL };
static const char *const stacked[] = { "Integrated Care Fund|SNP · 2015/16 to 2017/18|3e8 GBP",
                                       "+new|2e8 GBP",
                                       "+existing|1e8 GBP",
                                       "Telehealth|SNP|3e7 GBP",
                                       "+not-stated|3e7 GBP",
                                       "Better Care Fund|Coalition|1e8..3e8 GBP",
                                       "+re-announced|1e8 GBP",
                                       "+mixed|<=2e8 GBP",
                                       NULL };
static const char *const years[] = { "2012/13|outturn|1e9 GBP", "2013/14|outturn|12e8 GBP",
                                     "!Break: real terms, not cash", "2014/15|estimate|2e9..3e9 GBP",
                                     "2015/16||not-specified GBP", "!Break: estimated by Monitor, before by NHS England",
                                     "2016/17|projection|>=1e9 GBP", "2017/18|target|<=4e9 GBP", NULL };

static void
append_area (GString *out, const char *what, const CareChartArea *area)
{
  g_string_append_printf (out, "  %s %.1f, %.1f: %.1f by %.1f", what, area->x, area->y, area->width, area->height);
}

static void
append_chart (GString *out, const CareChart *chart, double width)
{
  g_string_append_printf (out, "%g wide, %.1f high\n", width, care_chart_get_height (chart));
  for (guint i = 0; i < care_chart_get_n_bars (chart); i++)
    {
      CareChartArea bar;

      if (!care_chart_get_bar (chart, i, &bar))
        continue;
      append_area (out, "bar", &bar);
      g_string_append_printf (out, " of %u\n", i);
    }
  for (guint i = 0; i < care_chart_get_n_texts (chart); i++)
    {
      CareChartText text = care_chart_get_text (chart, i);

      append_area (out, "text", &text.area);
      g_string_append_printf (out, " of %d “%s”\n", text.row, text.text);
    }
}

static void
assert_golden (const char *name, CareChartKind kind, const char *const *lines)
{
  static const double widths[] = { 200, 480, 900 };
  g_autoptr (CareChartContent) content = chart_fixture_content (kind, lines);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *file = g_strconcat ("chart-", name, ".txt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (CareChart) chart = care_chart_new (shared_context, &chart_fixture_paper, content, widths[i]);

      append_chart (out, chart, widths[i]);
    }
  golden_assert ("draw", file, out->str);
}

static void
test_bars (void)
{
  assert_golden ("bars", CARE_CHART_BARS, bars);
}

static void
test_stacked (void)
{
  assert_golden ("stacked", CARE_CHART_STACKED, stacked);
}

static void
test_years (void)
{
  assert_golden ("years", CARE_CHART_YEARS, years);
}

/* Of large print: no piece is higher than it may be, and no text is smaller. */
static void
test_pieces (void)
{
  CareChartStyle style = chart_fixture_paper;
  g_autoptr (CareChartContent) content = chart_fixture_content (CARE_CHART_BARS, bars);
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  style.font_size = style.least_size = 18;
  pieces = care_chart_new_pieces (shared_context, &style, content, 499, 400);
  for (guint i = 0; i < pieces->len; i++)
    append_chart (out, g_ptr_array_index (pieces, i), 499);
  golden_assert ("draw", "chart-pieces.txt", out->str);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = chart_fixture_create_context ();
  g_test_add_func ("/chart-golden/bars", test_bars);
  g_test_add_func ("/chart-golden/stacked", test_stacked);
  g_test_add_func ("/chart-golden/years", test_years);
  g_test_add_func ("/chart-golden/pieces", test_pieces);
  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
