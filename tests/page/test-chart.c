/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts on the page: however many bars they have, and in every template, they are within the page. */

#include "care-page-model.h"

#include "chart-fixture.h"
#include "page-fixture.h"

static const char *const labels[]
  = { "Fund", "Better Care Fund: pooled locally", "Older people",
      "What councils spend on the care of those who live at home, and on what keeps them there, whoever provides it" };
static const char *const values[]
  = { "38e8 GBP", "4e9..6e9 GBP", "not-specified GBP", ">=245e7 GBP", "3e7 GBP", "<=2e9 GBP" };

static PageFixture *
make_chart (guint n_bars, guint n_labels, const char *kind, gboolean one_source)
{
  PageFixture *fixture = page_fixture_new ();
  CareRecord *party = page_fixture_add (fixture, "actor", "name", "Blue Party", "kind", "party", "colour", "#0063ba", NULL);
  CareRecord *source = NULL;
  CareRecord *box;

  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Money", "text", "It is short.", NULL);
  box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "chart", "title",
                                "Local pools exceed the minimum in every part of the country", "chart", kind, NULL);
  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", labels[i % n_labels], i + 1);
      g_autofree char *period = g_strdup_printf ("%u", g_str_equal (kind, "years") ? 2000 + i : 2015);
      CareRecord *figure = page_fixture_add (fixture, "figure", "label", label, "value", values[i % G_N_ELEMENTS (values)],
                                             "period_basis", "per-year", "period", period, NULL);

      if (source == NULL || !one_source)
        source = page_fixture_add (fixture, "source", "title", "A forward look at the years that are to come", "kind",
                                   "report", NULL);
      page_fixture_refer (figure, "actor", party);
      page_fixture_refer (page_fixture_add_child (fixture, "citation", "figure", figure, NULL), "source", source);
      page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "figure", figure);
    }
  return fixture;
}

/* How many bars the chart of a picture has; all of it is on the page, and no label is on another. */
static guint
check_picture (const CarePageItem *item, const CarePageTemplate *template)
{
  const CareChart *chart = item->paragraph->chart;

  g_assert_cmpfloat (item->y, >=, template->top - 0.01);
  g_assert_cmpfloat (item->y + item->height, <=, template->top + template->rows * template->row + 0.01);
  g_assert_cmpfloat_with_epsilon (care_chart_get_height (chart), item->height, 0.01);
  chart_fixture_assert_sound (chart, item->width);
  return care_chart_get_n_bars (chart);
}

/* How many bars are on the pages; after the first piece each says that it goes on. */
static guint
check_charts (const CarePages *pages, guint *n_pieces)
{
  guint n_bars = 0;

  *n_pieces = 0;
  for (guint page = 0; page < pages->sheets->len; page++)
    {
      GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

      for (guint i = 0; i < items->len; i++)
        {
          const CarePageItem *item = &g_array_index (items, CarePageItem, i);

          if (item->type != CARE_PAGE_PICTURE)
            continue;
          n_bars += check_picture (item, pages->flow->template);
          if ((*n_pieces)++ == 0)
            continue;
          g_assert_true (g_str_has_suffix ((item - 1)->text->text, "(continued)"));
          g_assert_true (g_str_has_prefix (item->paragraph->words, "The chart goes on: "));
        }
    }
  return n_bars;
}

/* Each third one has as many sources as bars. A Key Issue may have too few pages, and tells then. */
static void
test_within (gconstpointer data)
{
  static const char *const kinds[] = { "bars", "stacked", "years" };
  const CarePageTemplate *template = data;
  guint n_pieces, most = 0;

  for (guint n_bars = 1; n_bars <= 20; n_bars++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (labels); i++)
      {
        g_autoptr (PageFixture) fixture
          = make_chart (n_bars, 1 + i % G_N_ELEMENTS (labels), kinds[i / G_N_ELEMENTS (labels)], n_bars % 3 > 0);
        g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
        g_autoptr (CarePages) pages = care_pages_new_as (snapshot, template->name, CARE_PAGES_USUAL);
        guint placed = check_charts (pages, &n_pieces);

        g_assert_cmpuint (placed, ==, care_pages_fits (pages) ? n_bars : 0);
        if (template->pages == 0)
          g_assert_true (care_pages_fits (pages));
        g_assert_cmpuint (n_pieces, <=, n_bars / 3 + 1);
        most = MAX (most, n_pieces);
      }
  g_assert_cmpuint (most, >, g_str_equal (template->name, "large-print") ? 2 : 0);
}

int
main (int argc, char *argv[])
{
  guint n_templates;
  const CarePageTemplate *templates = care_page_template_list (&n_templates);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_templates; i++)
    {
      g_autofree char *path = g_strconcat ("/page/chart/within/", templates[i].name, NULL);

      g_test_add_data_func (path, &templates[i], test_within);
    }
  return g_test_run ();
}
