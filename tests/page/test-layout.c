/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-model.h"

#include "page-fixture.h"

#define N_RANDOM 500

static CarePages *
compose (PageFixture *fixture, guint allowed)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new (snapshot, allowed);
}

static gboolean
overlap (const CarePageItem *a, const CarePageItem *b)
{
  const double slack = 0.01;

  return a->x + a->width > b->x + slack && b->x + b->width > a->x + slack && a->y + a->height > b->y + slack
         && b->y + b->height > a->y + slack;
}

static gboolean
is_body (const CarePageItem *item)
{
  return item->element != NULL && (item->type == CARE_PAGE_LINE || item->type == CARE_PAGE_PICTURE);
}

static void
check_line (const CarePageItem *item)
{
  double right;

  if (item->type != CARE_PAGE_LINE)
    return;
  right = item->line_x + care_text_get_line (item->text, item->line)->width;
  g_assert_cmpfloat (right, <=, item->x + item->width + 0.01);
  g_assert_cmpfloat (item->line_x, >=, item->x - 0.01);
}

static void
check_items (const CarePages *pages)
{
  const CarePageTemplate *template = pages->flow->template;

  for (guint page = 0; page < pages->sheets->len; page++)
    {
      GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

      for (guint i = 0; i < items->len; i++)
        {
          const CarePageItem *item = &g_array_index (items, CarePageItem, i);

          check_line (item);
          if (!is_body (item))
            continue;
          g_assert_cmpfloat (item->x, >=, template->outer - 0.01);
          g_assert_cmpfloat (item->x + item->width, <=, CARE_PAGE_WIDTH_PT - template->outer + 0.01);
          g_assert_cmpfloat (item->y, >=, template->top - 0.01);
          g_assert_cmpfloat (item->y + item->height, <=,
                             template->top + template->rows * template->row + 0.01);
          for (guint j = i + 1; j < items->len; j++)
            if (is_body (&g_array_index (items, CarePageItem, j)))
              g_assert_false (overlap (item, &g_array_index (items, CarePageItem, j)));
        }
    }
}

/* Numbers before items are no words. */
static int
count_words (const CarePages *pages)
{
  int words = 0;

  for (guint page = 0; page < pages->sheets->len; page++)
    {
      GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

      for (guint i = 0; i < items->len; i++)
        {
          const CarePageItem *item = &g_array_index (items, CarePageItem, i);

          if (is_body (item))
            words += care_page_item_count_words (item);
        }
    }
  return words;
}

static int
count_overset (const CarePages *pages, int *lines)
{
  const GPtrArray *overset = care_pages_get_overset (pages);
  int words = 0;

  *lines = 0;
  for (guint i = 0; i < overset->len; i++)
    {
      const CarePageOverset *entry = g_ptr_array_index (overset, i);

      g_assert_cmpint (entry->lines, >, 0);
      *lines += entry->lines;
      words += entry->words;
    }
  return words;
}

static void
add_random_sections (PageFixture *fixture)
{
  gint n_sections = g_test_rand_int_range (0, 7);

  for (gint i = 0; i < n_sections; i++)
    {
      g_autofree char *text = page_fixture_words (fixture, (guint) g_test_rand_int_range (1, 400),
                                                  (guint) g_test_rand_int_range (1, 90));
      g_autofree char *heading = page_fixture_words (fixture, (guint) g_test_rand_int_range (1, 12), 20);

      page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", heading, "text",
                              text, NULL);
    }
}

static void
add_random_boxes (PageFixture *fixture)
{
  static const char *const kinds[] = { "legislation",       "pull-quote", "statistic",   "party-lines",
                                       "current-briefings", "contact",    "linking-note" };
  gint n_boxes = g_test_rand_int_range (0, 9);

  for (gint i = 0; i < n_boxes; i++)
    {
      const char *kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
      g_autofree char *text = page_fixture_words (fixture, (guint) g_test_rand_int_range (1, 80), 30);

      page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", kind, "title", "Box",
                              "text", text, NULL);
    }
}

/* Where a table is running text, some are longer than a page, and so is a row of some. */
static guint
choose_label (const char *template, gint n_rows)
{
  gboolean is_running = g_strcmp0 (template, "research-briefing") == 0 || g_strcmp0 (template, "large-print") == 0;

  return (guint) g_test_rand_int_range (1, is_running && n_rows < 4 ? 600 : 12);
}

/* The last section speaks of a figure, or none does. */
static void
refer_to (PageFixture *fixture, CareRecord *figure)
{
  for (guint i = fixture->records->len; i > 0; i--)
    {
      CareRecord *section = g_ptr_array_index (fixture->records, i - 1);
      g_autofree char *text = NULL;

      if (!care_record_is (section, "section") || g_test_rand_bit ())
        continue;
      text = g_strdup_printf ("%s {figure:%" G_GINT64_FORMAT "}", care_record_get (section, "text"),
                              care_record_get_id (figure));
      care_record_set (section, "text", text, NULL);
      return;
    }
}

/* Which stands in the text of the section that speaks of its figure, where there is room. */
static void
add_random_statistic (PageFixture *fixture)
{
  g_autofree char *text = page_fixture_words (fixture, (guint) g_test_rand_int_range (1, 90), 30);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "statistic", "title",
                                            "Statistic", "text", text, NULL);
  CareRecord *figure = page_fixture_add (fixture, "figure", "label", "People", "value", "15e6 people", NULL);

  page_fixture_refer (box, "figure", figure);
  refer_to (fixture, figure);
}

static void
add_random_table (PageFixture *fixture)
{
  const char *template = care_record_get (fixture->briefing, "template");
  gboolean is_long = choose_label (template, 0) > 300;
  gint n_rows = g_test_rand_int_range (0, is_long ? 90 : 12);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "table", "title", "Table",
                                            NULL);

  for (gint i = 0; i < n_rows; i++)
    {
      g_autofree char *label = page_fixture_words (fixture, choose_label (template, n_rows), 30);
      CareRecord *figure = page_fixture_add (fixture, "figure", "label", label, "value", "38e8 GBP", "period_words",
                                             i % 2 == 0 ? "a year" : NULL, NULL);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (figure));

      page_fixture_add_child (fixture, "box_item", "box", box, "figure", id, NULL);
      if (i == 0)
        refer_to (fixture, figure);
    }
}

static void
add_random_sources (PageFixture *fixture)
{
  gint n_sources = g_test_rand_int_range (0, 40);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint i = 0; i < n_sources; i++)
    {
      g_autofree char *title = page_fixture_words (fixture, (guint) g_test_rand_int_range (1, 30), 50);
      CareRecord *source = page_fixture_add (fixture, "source", "title", title, "kind", "report", NULL);

      g_string_append_printf (text, "word [@%" G_GINT64_FORMAT "] ", care_record_get_id (source));
    }
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Cited", "text",
                          text->str, NULL);
}

static PageFixture *
make_random (void)
{
  static const char *const templates[] = { NULL, "key-issue", "research-briefing", "large-print" };
  PageFixture *fixture = page_fixture_new ();
  g_autofree char *standfirst = page_fixture_words (fixture, (guint) g_test_rand_int_range (1, 200), 100);

  care_record_set (fixture->briefing, "template", templates[g_test_rand_int_range (0, G_N_ELEMENTS (templates))], NULL);
  care_record_set (fixture->briefing, "standfirst", standfirst, NULL);
  add_random_sections (fixture);
  add_random_boxes (fixture);
  for (gint i = g_test_rand_int_range (0, 3); i >= 0; i--)
    add_random_table (fixture);
  for (gint i = g_test_rand_int_range (0, 3); i > 0; i--)
    add_random_statistic (fixture);
  add_random_sources (fixture);
  return fixture;
}

static guint
count_insets (const CarePages *pages)
{
  guint n = 0;

  for (guint i = 0; i < pages->flow->elements->len; i++)
    n += ((CareFlowElement *) g_ptr_array_index (pages->flow->elements, i))->place == CARE_FLOW_INSET;
  return n;
}

/* With as many pages as it needs a briefing shows all its words; with fewer, what
 * is on them and what is reported make up the same. */
static void
test_random (void)
{
  guint n_insets = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (PageFixture) fixture = make_random ();
      guint allowed = (guint) g_test_rand_int_range (1, 4);
      g_autoptr (CarePages) all = compose (fixture, 0);
      g_autoptr (CarePages) some = compose (fixture, allowed);
      g_autofree char *fit = care_pages_describe_fit (all);
      int lines, words;

      g_test_message ("%s on %u pages as a %s", fit, care_pages_get_n_pages (all), all->flow->template->name);
      g_assert_true (care_pages_fits (all));
      check_items (all);
      check_items (some);
      words = count_overset (some, &lines);
      g_assert_cmpuint (care_pages_get_n_pages (some), <=, allowed);
      g_assert_cmpint (lines > 0, ==, !care_pages_fits (some));
      g_assert_cmpint (care_pages_fits (some), ==, care_pages_get_n_pages (all) <= allowed);
      g_assert_cmpint (count_words (some) + words, ==, count_words (all));
      n_insets += count_insets (all);
    }
  g_assert_cmpuint (n_insets, >, N_RANDOM / 50);
}

/* Baselines of running text lie on one grid, in every column of every page. */
static void
test_grid (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = compose (fixture, 2);
  const CarePageTemplate *template = pages->flow->template;
  const CarePageStyle *body = &template->styles[CARE_STYLE_BODY];
  guint n_lines = 0;

  for (guint page = 0; page < pages->sheets->len; page++)
    {
      GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

      for (guint i = 0; i < items->len; i++)
        {
          const CarePageItem *item = &g_array_index (items, CarePageItem, i);
          double row = (item->baseline - template->top - body->baseline) / template->row;

          if (item->style != body || item->type != CARE_PAGE_LINE)
            continue;
          n_lines++;
          g_assert_cmpfloat_with_epsilon (row, (int) (row + 0.5), 1e-6);
        }
    }
  g_assert_cmpuint (n_lines, >, 100);
}

/* Neither a heading nor the first line of a paragraph ends a column, and no last
 * line begins one. */
static void
test_keeps (void)
{
  for (guint words = 300; words < 700; words += 10)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (words);
      g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
      const CarePageTemplate *template = care_page_template_find (NULL);
      CareFlow *flow = care_flow_new (snapshot, template, NULL);
      g_autoptr (GArray) units = care_columns_new (flow);
      guint rows = 10 + words % 37;
      guint from = 0;

      while (from < units->len)
        {
          guint end = care_columns_fill (units, from, rows);
          const CareColumnUnit *last = &g_array_index (units, CareColumnUnit, end - 1);

          g_assert_cmpuint (end, >, from);
          g_assert_true (last->paragraph->style == &template->styles[CARE_STYLE_BODY]);
          if (last->paragraph->text->lines->len > 1 && last->line + 1 < last->paragraph->text->lines->len)
            {
              g_assert_cmpuint (last->line, >, 0);
              g_assert_cmpuint (last->line + 2, <, last->paragraph->text->lines->len);
            }
          from = end;
        }
      care_flow_free (flow);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/layout/random", test_random);
  g_test_add_func ("/page/layout/grid", test_grid);
  g_test_add_func ("/page/layout/keeps", test_keeps);

  return g_test_run ();
}
