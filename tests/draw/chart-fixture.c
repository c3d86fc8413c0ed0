/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"


#define SLACK 0.01

const CareChartStyle chart_fixture_paper
  = { "Open Sans", 9, { 0.2, 0.2, 0.2 }, { 0.4, 0.4, 0.4 }, { 0.8, 0.8, 0.8 }, { 1, 1, 1 }, { 0.19, 0.42, 0.6 }, TRUE, 0 };

PangoContext *
chart_fixture_create_context (void)
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
quantity_new (const char *stored)
{
  g_autoptr (GError) error = NULL;
  CareQuantity *quantity = care_quantity_from_string (stored, &error);

  g_assert_no_error (error);
  return quantity;
}

static CareChartBar *
add_bar (CareChartContent *content, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", 3);
  g_autoptr (CareQuantity) quantity = quantity_new (parts[2]);
  CareChartBar *bar = care_chart_content_add (content, parts[0], quantity);

  bar->note = g_strdup (parts[1]);
  bar->colour = g_strdup ("#0080cc");
  bar->owner = content->bars->len - 1;
  return bar;
}

static void
add_part (CareChartBar *bar, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", 2);
  g_autoptr (CareQuantity) quantity = quantity_new (parts[1]);

  care_chart_bar_add_part (bar, g_intern_string (parts[0]), parts[0], quantity);
}

CareChartContent *
chart_fixture_content (CareChartKind kind, const char *const *lines)
{
  CareChartContent *content = care_chart_content_new_bars (kind);
  CareChartBar *bar = NULL;
  const char *heading = NULL, *gap = NULL;

  for (; *lines != NULL; lines++)
    switch ((*lines)[0])
      {
      case '#':
        heading = *lines + 1;
        break;
      case '!':
        gap = *lines + 1;
        break;
      case '+':
        add_part (bar, *lines + 1);
        break;
      case '-':
        bar->is_apart = TRUE;
        break;
      default:
        bar = add_bar (content, *lines);
        bar->heading = g_strdup (heading);
        bar->gap = g_strdup (gap);
        heading = gap = NULL;
      }
  return content;
}

static char *
random_words (int least, int most)
{
  static const char *const words[]
    = { "care",   "integration", "fund", "of",         "Manchester",
        "social", "£2.5",        "a",    "Gwasanaeth", "Arbeitsunfähigkeitsbescheinigungen" };
  GString *text = g_string_new ("The");

  for (int n = g_test_rand_int_range (least, most); n > 0; n--)
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
add_random_parts (CareChartBar *bar, const char *unit)
{
  static const char *const newness[] = { "new", "existing", "mixed", "re-announced", "not-stated" };

  for (guint i = 0; i < G_N_ELEMENTS (newness); i++)
    if (g_test_rand_bit ())
      {
        g_autoptr (CareQuantity) quantity = random_quantity (unit, FALSE);

        care_chart_bar_add_part (bar, newness[i], newness[i], quantity);
      }
}

static void
add_random_bar (CareChartContent *content, const char *unit, gboolean negative)
{
  gboolean years = content->kind == CARE_CHART_YEARS;
  g_autofree char *label = years ? g_strdup_printf ("%d/%02d", 2010 + content->bars->len, 11 + content->bars->len)
                                 : random_words (0, 8);
  g_autoptr (CareQuantity) quantity = random_quantity (unit, negative);
  CareChartBar *bar = care_chart_content_add (content, label, quantity);

  bar->note = g_test_rand_bit () ? random_words (0, years ? 1 : 6) : NULL;
  bar->owner = (guint) g_test_rand_int_range (0, 9);
  bar->is_apart = g_test_rand_int_range (0, 20) == 0;
  if (years && g_test_rand_int_range (0, 4) == 0)
    bar->gap = random_words (1, 14);
  if (years && g_test_rand_int_range (0, 20) == 0)
    bar->heading = random_words (1, 14);
  if (content->kind == CARE_CHART_STACKED && g_test_rand_bit ())
    add_random_parts (bar, unit);
}

CareChartContent *
chart_fixture_random (CareChartKind kind)
{
  static const char *const units[] = { "GBP", "%", "people", NULL };
  CareChartContent *content = care_chart_content_new_bars (kind);
  const char *unit = units[g_test_rand_int_range (0, 4)];
  gboolean negative = g_test_rand_int_range (0, 3) == 0;
  int n = g_test_rand_int_range (0, 10);

  for (int i = 0; i < n; i++)
    add_random_bar (content, i % 5 == 4 ? "months" : unit, negative);
  content->n_more = g_test_rand_bit () ? (guint) g_test_rand_int_range (1, 100000) : 0;
  return content;
}

gboolean
chart_fixture_find_text (const CareChart *chart, const char *words, CareChartText *text)
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
overlap (const CareChartArea *a, const CareChartArea *b)
{
  return a->x + a->width > b->x + SLACK && b->x + b->width > a->x + SLACK && a->y + a->height > b->y + SLACK
         && b->y + b->height > a->y + SLACK;
}

static void
assert_within (const CareChartArea *area, const char *text, double width, double height)
{
  if (area->x < -SLACK || area->y < -SLACK || area->x + area->width > width + SLACK
      || area->y + area->height > height + SLACK)
    g_error ("“%s” at %g, %g, %g by %g, is not within %g by %g", text, area->x, area->y, area->width, area->height, width,
             height);
}

static void
assert_apart (const CareChart *chart, const CareChartText *text, guint n_before)
{
  for (guint i = 0; i < n_before; i++)
    {
      CareChartText other = care_chart_get_text (chart, i);

      if (overlap (&text->area, &other.area))
        g_error ("“%s” is over “%s”", text->text, other.text);
    }
  for (guint i = 0; i < care_chart_get_n_bars (chart); i++)
    {
      CareChartArea bar;

      if (care_chart_get_bar (chart, i, &bar) && overlap (&text->area, &bar))
        g_error ("“%s” is over bar %u", text->text, i);
    }
}

void
chart_fixture_assert_sound (const CareChart *chart, double width)
{
  double height = care_chart_get_height (chart);

  for (guint i = 0; i < care_chart_get_n_texts (chart); i++)
    {
      CareChartText text = care_chart_get_text (chart, i);

      assert_within (&text.area, text.text, width, height);
      assert_apart (chart, &text, i);
    }
  for (guint i = 0; i < care_chart_get_n_bars (chart); i++)
    {
      CareChartArea bar;

      if (care_chart_get_bar (chart, i, &bar))
        assert_within (&bar, "bar", width, height);
    }
}
