/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include <math.h>

static PangoContext *shared_context;

static CareChart *
create_chart_of (CareChartKind kind, const char *const *lines, double width)
{
  g_autoptr (CareChartContent) content = chart_fixture_content (kind, lines);

  return care_chart_new (shared_context, &chart_fixture_paper, content, width);
}

static CareChart *
create_chart (const char *const *lines, double width)
{
  return create_chart_of (CARE_CHART_BARS, lines, width);
}

static CareChartText
get_text (const CareChart *chart, const char *words)
{
  CareChartText text = { 0 };

  if (!chart_fixture_find_text (chart, words, &text))
    g_error ("no “%s”", words);
  return text;
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
  CareChartArea bars[6];

  g_assert_cmpuint (care_chart_get_n_bars (chart), ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_true (care_chart_get_bar (chart, i, &bars[i]) == (i != 3));
  g_assert_cmpfloat_with_epsilon (bars[0].width / bars[1].width, 3.8 / 5.3, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[2].width / bars[1].width, 6 / 5.3, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[4].width / bars[1].width, 2 / 5.3, 1e-6);
  g_assert_cmpfloat (bars[5].width, ==, 0);
  for (guint i = 1; i < 6; i++)
    if (i != 3)
      {
        g_assert_cmpfloat_with_epsilon (bars[i].x, bars[0].x, 1e-6);
        g_assert_cmpfloat (bars[i].y, >, bars[0].y);
      }
}

static void
test_below_nought (void)
{
  static const char *const rows[]
    = { "Deficit||-30e9 GBP", "Surplus||15e9 GBP", "Unsure||-1e10..2e10 GBP", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 500);
  CareChartArea bars[3];

  for (guint i = 0; i < 3; i++)
    g_assert_true (care_chart_get_bar (chart, i, &bars[i]));
  g_assert_cmpfloat_with_epsilon (bars[0].x + bars[0].width, bars[1].x, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[0].width, 2 * bars[1].width, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[2].x + bars[2].width / 3, bars[1].x, 1e-6);
  chart_fixture_assert_sound (chart, 500);
}

/* What cannot stand on the axis keeps its place, in words. */
static void
test_apart (void)
{
  static const char *const rows[]
    = { "None||not-found", "Fund||38e8 GBP", "Share||20 %", "Saving|saving, not spending|4e9 GBP", "-", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 400);
  CareChartArea bar;

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (care_chart_get_bar (chart, i, &bar), ==, i == 1);
  g_assert_cmpint (get_text (chart, "20%").row, ==, 2);
  g_assert_cmpint (get_text (chart, "£4 billion · saving, not spending").row, ==, 3);
  g_assert_cmpint (get_text (chart, "not found").row, ==, 0);
}

static void
test_texts (void)
{
  static const char *const rows[]
    = { "Fund|2015/16|6e9 GBP", "Small||3e8 GBP", "Savings||4e9..6e9 GBP", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 600);
  CareChartArea bar;

  g_assert_true (care_chart_get_bar (chart, 1, &bar));
  g_assert_cmpfloat (get_text (chart, "£300 million").area.x, >, bar.x + bar.width);
  g_assert_true (care_chart_get_bar (chart, 0, &bar));
  g_assert_cmpfloat (get_text (chart, "£6 billion").area.x, >, bar.x + bar.width);
  g_assert_cmpint (get_text (chart, "£4 billion to £6 billion").row, ==, 2);
  g_assert_cmpint (get_text (chart, "2015/16").row, ==, 0);
  g_assert_cmpint (get_text (chart, "£2bn").row, ==, -1);
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
      CareChartArea bar, label = get_text (chart, "Savings").area;
      CareChartArea value = get_text (chart, "£4 billion to £6 billion").area;

      g_assert_true (care_chart_get_bar (chart, 1, &bar));
      g_assert_true ((label.y + label.height > bar.y) == cases[i].label_beside);
      g_assert_true ((value.y + value.height > bar.y) == cases[i].value_beside);
      chart_fixture_assert_sound (chart, cases[i].width);
    }
}

/* The words of each part stand below the bar, in the order of the parts, and wrap. */
static void
test_parts (void)
{
  static const char *const rows[] = { "Integrated Care Fund|SNP|3e8 GBP", "+new|2e8 GBP", "+existing|1e8 GBP",
                                      "Telehealth|SNP|3e7 GBP", NULL };

  for (double width = 150; width <= 600; width += 150)
    {
      g_autoptr (CareChart) chart = create_chart_of (CARE_CHART_STACKED, rows, width);
      CareChartText first = get_text (chart, "new £200 million"), second = get_text (chart, "existing £100 million");
      CareChartArea bar;

      g_assert_true (care_chart_get_bar (chart, 0, &bar));
      g_assert_cmpfloat (first.area.y, >=, bar.y + bar.height);
      g_assert_cmpint (first.row, ==, 0);
      g_assert_true (second.area.y > first.area.y || second.area.x > first.area.x);
      chart_fixture_assert_sound (chart, width);
    }
}

static const char *const years[] = { "2012/13||1e9 GBP", "2013/14||12e8 GBP", "!Break: cash, not real terms", "2014/15||2e9..3e9 GBP",
                                     "2015/16||not-specified GBP", "2016/17||>=1e9 GBP", "2017/18||<=4e9 GBP", NULL };

/* Where there is room time goes on to the right, else down. */
static void
test_years (void)
{
  g_autoptr (CareChart) wide = create_chart_of (CARE_CHART_YEARS, years, 700);
  g_autoptr (CareChart) narrow = create_chart_of (CARE_CHART_YEARS, years, 260);
  CareChartArea first, second, third;

  g_assert_true (care_chart_get_bar (wide, 0, &first) && care_chart_get_bar (wide, 1, &second)
                 && care_chart_get_bar (wide, 2, &third));
  g_assert_cmpfloat (second.x, >, first.x + first.width);
  g_assert_cmpfloat_with_epsilon (first.y + first.height, second.y + second.height, 1e-6);
  g_assert_cmpfloat_with_epsilon (second.height / first.height, 1.2, 1e-6);
  g_assert_cmpfloat_with_epsilon (third.height / first.height, 3, 1e-6);
  g_assert_false (care_chart_get_bar (wide, 3, &first));
  chart_fixture_assert_sound (wide, 700);

  g_assert_true (care_chart_get_bar (narrow, 0, &first) && care_chart_get_bar (narrow, 1, &second));
  g_assert_cmpfloat (second.y, >, first.y + first.height);
  chart_fixture_assert_sound (narrow, 260);
}

/* A line of a value never ends before what it counts. */
static void
test_amounts_whole (void)
{
  g_autoptr (CareChart) chart = create_chart_of (CARE_CHART_YEARS, years, 480);
  g_autoptr (PangoLayout) amount = pango_layout_new (shared_context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans Semi-Bold");
  CareChartText text = get_text (chart, "£2 billion to £3 billion");
  int width;

  pango_font_description_set_absolute_size (font, chart_fixture_paper.font_size * PANGO_SCALE);
  pango_layout_set_font_description (amount, font);
  pango_layout_set_text (amount, "£2 billion to", -1);
  pango_layout_get_size (amount, &width, NULL);
  g_assert_cmpfloat_with_epsilon (text.area.width, width / (double) PANGO_SCALE, 0.01);
}

/* A break is said, by a number where the bars stand. */
static void
test_breaks (void)
{
  g_autoptr (CareChart) wide = create_chart_of (CARE_CHART_YEARS, years, 700);
  g_autoptr (CareChart) narrow = create_chart_of (CARE_CHART_YEARS, years, 260);
  CareChartArea before, after, number = get_text (wide, "1").area, words;

  g_assert_cmpint (get_text (wide, "1").row, ==, 2);
  g_assert_true (care_chart_get_bar (wide, 1, &before) && care_chart_get_bar (wide, 2, &after));
  g_assert_true (number.x > before.x + before.width && number.x + number.width < after.x);
  get_text (wide, "1  Break: cash, not real terms");

  words = get_text (narrow, "Break: cash, not real terms").area;
  g_assert_true (care_chart_get_bar (narrow, 1, &before) && care_chart_get_bar (narrow, 2, &after));
  g_assert_true (words.y >= before.y + before.height && words.y + words.height <= after.y);
}

/* Two series, or a year below nought, do not stand. */
static void
test_years_that_lie (void)
{
  static const char *const series[] = { "#Labour", "2012||1e9 GBP", "2013||1e9 GBP", "#SNP", "2013||1e9 GBP", NULL };
  static const char *const negative[] = { "2012||1e9 GBP", "2013||-1e9 GBP", NULL };
  g_autoptr (CareChart) two = create_chart_of (CARE_CHART_YEARS, series, 700);
  g_autoptr (CareChart) below = create_chart_of (CARE_CHART_YEARS, negative, 700);
  CareChartArea first, second;

  g_assert_true (care_chart_get_bar (two, 0, &first) && care_chart_get_bar (two, 1, &second));
  g_assert_cmpfloat (second.y, >, first.y);
  g_assert_cmpfloat (get_text (two, "SNP").area.y, >, second.y + second.height);
  g_assert_true (care_chart_get_bar (below, 0, &first) && care_chart_get_bar (below, 1, &second));
  g_assert_cmpfloat (second.y, >, first.y);
}

static void
test_more (void)
{
  static const char *const rows[] = { "One||1e9 GBP", NULL };
  g_autoptr (CareChartContent) content = chart_fixture_content (CARE_CHART_BARS, rows);
  g_autoptr (CareChart) chart = NULL;

  content->n_more = 99980;
  chart = care_chart_new (shared_context, &chart_fixture_paper, content, 300);
  g_assert_cmpint (get_text (chart, "and 99980 more").row, ==, -1);
  chart_fixture_assert_sound (chart, 300);
}

static void
test_hit (void)
{
  static const char *const rows[] = { "One||1e9 GBP", "Two||not-specified GBP", "Three||3e9 GBP", NULL };
  g_autoptr (CareChart) chart = create_chart (rows, 300);

  for (guint i = 0; i < care_chart_get_n_texts (chart); i++)
    {
      CareChartText text = care_chart_get_text (chart, i);

      g_assert_cmpint (care_chart_hit (chart, text.area.x + text.area.width / 2, text.area.y + text.area.height / 2), ==,
                       text.row);
    }
  g_assert_cmpint (care_chart_hit (chart, -1, 5), ==, -1);
  g_assert_cmpint (care_chart_hit (chart, 300, 5), ==, -1);
  g_assert_cmpint (care_chart_hit (chart, 299, 5), ==, 0);
  g_assert_cmpint (care_chart_hit (chart, 5, -1), ==, -1);
  g_assert_cmpint (care_chart_hit (chart, 5, care_chart_get_height (chart) + 1), ==, -1);
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
assert_painted_within (const CareChart *chart, int width)
{
  int height = (int) ceil (care_chart_get_height (chart));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width + 40, height + 40);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 20, 20);
  care_chart_paint (chart, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_true (is_painted_outside (surface, 0, 0, 0, 0));
  /* Glyphs may reach half a pixel over their advance. */
  g_assert_false (is_painted_outside (surface, 19, 20, 21 + width, 20 + height));
  cairo_surface_destroy (surface);
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
                                      "Divided||3e9 GBP",
                                      "+new|1e9 GBP",
                                      "+mixed|2e9 GBP",
                                      NULL };
  static const int widths[] = { 150, 240, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (CareChart) bars = create_chart_of (CARE_CHART_STACKED, rows, widths[i]);
      g_autoptr (CareChart) over_years = create_chart_of (CARE_CHART_YEARS, years, widths[i] + 200);

      assert_painted_within (bars, widths[i]);
      assert_painted_within (over_years, widths[i] + 200);
    }
}

/* How many dots where a bar begins have its colour. */
static guint
count_blue (const CareChart *chart, int width, CareChartArea bar)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, (int) ceil (care_chart_get_height (chart)));
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  care_chart_paint (chart, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = (int) bar.y; y < (int) (bar.y + bar.height); y++)
    for (int x = (int) bar.x - 2; x < (int) bar.x + 3; x++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4;

        n += pixel[0] > pixel[2] + 60;
      }
  cairo_surface_destroy (surface);
  return n;
}

/* What is next to nothing beside the others is seen, and what is nothing is not. */
static void
test_least_mark (void)
{
  static const char *const values[] = { "1e3 GBP", "-1e3 GBP", "0 GBP" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint parts = 0; parts < 2; parts++)
      {
        g_autofree char *line = g_strconcat ("Little||", values[i], NULL);
        const char *const lines[] = { "Much||5e9 GBP", line, parts ? "+not-stated|1e3 GBP" : NULL, NULL };
        g_autoptr (CareChart) chart = create_chart_of (parts ? CARE_CHART_STACKED : CARE_CHART_BARS, lines, 300);
        CareChartArea bar;

        g_assert_true (care_chart_get_bar (chart, 1, &bar));
        if (i == 2)
          g_assert_cmpuint (count_blue (chart, 300, bar), ==, 0);
        else
          g_assert_cmpuint (count_blue (chart, 300, bar), >=, (guint) bar.height - 2);
      }
}

/* A piece that begins within a series says which; the last one has what is below all of them. */
static void
test_pieces (void)
{
  static const char *const lines[] = { "#Spending", "2012/13||1e9 GBP", "2013/14||12e8 GBP", "2014/15||2e9 GBP",
                                       "2015/16||3e9 GBP", "#Savings", "2016/17||1e9 GBP", "2017/18||1e9 GBP", NULL };
  static const char *const headings[] = { "Spending", "Spending", "Savings" };
  static const guint n_bars[] = { 2, 2, 2 };
  g_autoptr (CareChartContent) content = chart_fixture_content (CARE_CHART_YEARS, lines);
  g_autoptr (GPtrArray) pieces = NULL;

  content->n_more = 3;
  pieces = care_chart_new_pieces (shared_context, &chart_fixture_paper, content, 400, 95);
  g_assert_cmpuint (pieces->len, ==, G_N_ELEMENTS (headings));
  for (guint i = 0; i < pieces->len; i++)
    {
      const CareChart *piece = g_ptr_array_index (pieces, i);
      CareChartText more, heading = get_text (piece, headings[i]);

      g_assert_cmpuint (care_chart_get_n_bars (piece), ==, n_bars[i]);
      g_assert_cmpint (heading.row, ==, 0);
      g_assert_cmpfloat_with_epsilon (heading.area.y, 0, 0.01);
      g_assert_cmpfloat (care_chart_get_height (piece), <=, 95);
      g_assert_true (chart_fixture_find_text (piece, "and 3 more", &more) == (i + 1 == pieces->len));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = chart_fixture_create_context ();

  g_test_add_func ("/chart/bars", test_bars);
  g_test_add_func ("/chart/below-nought", test_below_nought);
  g_test_add_func ("/chart/apart", test_apart);
  g_test_add_func ("/chart/texts", test_texts);
  g_test_add_func ("/chart/arrangement", test_arrangement);
  g_test_add_func ("/chart/parts", test_parts);
  g_test_add_func ("/chart/years", test_years);
  g_test_add_func ("/chart/breaks", test_breaks);
  g_test_add_func ("/chart/amounts-whole", test_amounts_whole);
  g_test_add_func ("/chart/years-that-lie", test_years_that_lie);
  g_test_add_func ("/chart/pieces", test_pieces);
  g_test_add_func ("/chart/more", test_more);
  g_test_add_func ("/chart/hit", test_hit);
  g_test_add_func ("/chart/paint", test_paint);
  g_test_add_func ("/chart/least-mark", test_least_mark);

  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
