/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-model.h"

#include "page-fixture.h"

#include <string.h>

static PageFixture *
make_table (const char *template)
{
  PageFixture *fixture = page_fixture_new ();

  care_record_set (fixture->briefing, "template", template, NULL);
  page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "table", "title", "Sums", NULL);
  return fixture;
}

static CareRecord *
get_box (PageFixture *fixture)
{
  for (guint i = 0; i < fixture->records->len; i++)
    if (care_record_is (g_ptr_array_index (fixture->records, i), "box"))
      return g_ptr_array_index (fixture->records, i);
  g_assert_not_reached ();
}

static CareRecord *
add_row (PageFixture *fixture, const char *label, const char *value, const char *period)
{
  CareRecord *figure
    = page_fixture_add (fixture, "figure", "label", label, "value", value, "period_words", period, NULL);

  page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", get_box (fixture), NULL), "figure", figure);
  return figure;
}

static CarePages *
compose (PageFixture *fixture)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new (snapshot, 0);
}

static GArray *
get_items (const CarePages *pages, guint page)
{
  return ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;
}

/* The highest line of a cell on a page, or NULL. */
static const CarePageItem *
find_first_cell (const CarePages *pages, guint page)
{
  GArray *items = get_items (pages, page);
  const CarePageItem *first = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const CarePageItem *item = &g_array_index (items, CarePageItem, i);

      if (item->type == CARE_PAGE_LINE && item->paragraph != NULL && item->paragraph->role == CARE_FLOW_CELL
          && (first == NULL || item->y < first->y - 0.01))
        first = item;
    }
  return first;
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

/* Each piece of a table that goes on has the headings above it, and they are read once. */
static void
check_pieces (const CarePages *pages, guint least)
{
  g_autofree char *words = page_fixture_read (pages);
  guint n_pieces = 0;

  for (guint page = 0; page < care_pages_get_n_pages (pages); page++)
    {
      const CarePageItem *first = find_first_cell (pages, page);

      if (first == NULL)
        continue;
      g_assert_cmpint (first->paragraph->heads, ==, CARE_FLOW_HEADS_COLUMN);
      g_assert_cmpint (first->is_repeat, ==, n_pieces > 0);
      n_pieces++;
    }
  g_assert_cmpuint (n_pieces, >=, least);
  g_assert_cmpuint (count (words, "Amount"), ==, 1);
}

static void
test_goes_on (gconstpointer template)
{
  g_autoptr (PageFixture) fixture = make_table (template);
  g_autoptr (CarePages) pages = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *label = g_strdup_printf ("Fund number %u of them", i + 1);

      add_row (fixture, label, "38e8 GBP", NULL);
    }
  pages = compose (fixture);
  words = page_fixture_read (pages);
  g_assert_true (care_pages_fits (pages));
  check_pieces (pages, 2);
  g_assert_cmpuint (count (words, "Fund number"), ==, 80);
}

/* Text after a table that goes on stands on the grid again. */
static void
test_grid (void)
{
  g_autoptr (PageFixture) fixture = make_table ("research-briefing");
  g_autoptr (CarePages) pages = NULL;
  const CarePageTemplate *template;
  const char *text;
  g_autofree char *refers = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < 61; i++)
    add_row (fixture, "A fund of some length that has two lines or so in its column, as many have", "38e8 GBP", NULL);
  refers = g_strdup_printf ("See {figure:%" G_GINT64_FORMAT "}.",
                            care_record_get_id (g_ptr_array_index (fixture->records, fixture->records->len - 2)));
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "One", "text", refers, NULL);
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Two", "text", "What is after.", NULL);
  pages = compose (fixture);
  template = pages->flow->template;
  for (guint page = 0; page < care_pages_get_n_pages (pages); page++)
    for (guint i = 0; i < get_items (pages, page)->len; i++)
      {
        const CarePageItem *item = &g_array_index (get_items (pages, page), CarePageItem, i);
        double row = (item->y - template->top) / template->row;

        text = item->type == CARE_PAGE_LINE ? item->text->text : "";
        if (strcmp (text, "What is after.") != 0)
          continue;
        n_lines++;
        g_assert_cmpuint (page, >, 1);
        g_assert_nonnull (find_first_cell (pages, page));
        g_assert_cmpfloat_with_epsilon (row, (int) (row + 0.5), 1e-6);
      }
  g_assert_cmpuint (n_lines, ==, 1);
}

/* A row that no page has room for is divided by lines. */
static void
test_high_row (gconstpointer template)
{
  g_autoptr (PageFixture) fixture = make_table (template);
  g_autofree char *label = page_fixture_words (fixture, 900, 1000);
  g_autoptr (CarePages) pages = NULL;
  g_autofree char *words = NULL;

  add_row (fixture, label, "38e8 GBP", NULL);
  pages = compose (fixture);
  words = page_fixture_read (pages);
  g_assert_true (care_pages_fits (pages));
  check_pieces (pages, 2);
  g_assert_cmpuint (count (words, "£3.8 billion"), ==, 1);
}

/* The lines of the cells of a column, without their heading's. */
static GPtrArray *
list_cells (const CarePages *pages, const char *heading)
{
  GPtrArray *found = g_ptr_array_new ();
  double left = -1;

  for (guint page = 0; page < care_pages_get_n_pages (pages); page++)
    for (guint i = 0; i < get_items (pages, page)->len; i++)
      {
        const CarePageItem *item = &g_array_index (get_items (pages, page), CarePageItem, i);

        if (item->type != CARE_PAGE_LINE || item->paragraph == NULL || item->paragraph->role != CARE_FLOW_CELL)
          continue;
        if (strcmp (item->text->text, heading) == 0)
          left = item->x;
        if (item->x == left)
          g_ptr_array_add (found, (gpointer) item);
      }
  return found;
}

static double
get_right (const CarePageItem *item)
{
  return item->line_x + care_text_get_line (item->text, item->line)->width;
}

/* Sums end at the right below a heading that does, in figures of one width; where some
 * have no value the column has words. */
static void
test_amounts (void)
{
  g_autoptr (PageFixture) fixture = make_table (NULL);
  g_autoptr (CarePages) pages = NULL;
  g_autoptr (CarePages) with_words = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GPtrArray) words = NULL;

  add_row (fixture, "A fund", "38e8 GBP", NULL);
  add_row (fixture, "Another", "111e9 GBP", NULL);
  pages = compose (fixture);
  cells = list_cells (pages, "Amount");
  g_assert_cmpuint (cells->len, ==, 3);
  for (guint i = 0; i < cells->len; i++)
    {
      const CarePageItem *item = g_ptr_array_index (cells, i);

      g_assert_cmpfloat_with_epsilon (get_right (item), item->x + item->width, 0.01);
      g_assert_cmpint (item->style->tabular, ==, i > 0);
    }
  add_row (fixture, "A third", NULL, NULL);
  with_words = compose (fixture);
  words = list_cells (with_words, "Amount");
  g_assert_cmpuint (words->len, ==, 4);
  for (guint i = 0; i < words->len; i++)
    g_assert_cmpfloat_with_epsilon (((const CarePageItem *) g_ptr_array_index (words, i))->line_x,
                                    ((const CarePageItem *) g_ptr_array_index (words, i))->x, 0.01);
}

/* A rule right below the last row. */
static void
test_closed (gconstpointer template)
{
  g_autoptr (PageFixture) fixture = make_table (template);
  g_autoptr (CarePages) pages = NULL;
  double bottom = 0;
  guint n_below = 0;

  add_row (fixture, "A fund", "38e8 GBP", NULL);
  add_row (fixture, "Another", "111e9 GBP", NULL);
  care_record_set (get_box (fixture), "text", "Source: nobody.", NULL);
  pages = compose (fixture);
  for (guint page = care_pages_get_n_pages (pages); page > 0 && bottom == 0; page--)
    {
      GArray *items = get_items (pages, page - 1);

      for (guint i = 0; i < items->len; i++)
        if (strstr (g_array_index (items, CarePageItem, i).text == NULL ? "" : g_array_index (items, CarePageItem, i).text->text, "Another") != NULL)
          bottom = g_array_index (items, CarePageItem, i).y + g_array_index (items, CarePageItem, i).height;
      for (guint i = 0; i < items->len && bottom > 0; i++)
        {
          const CarePageItem *item = &g_array_index (items, CarePageItem, i);

          n_below += item->type == CARE_PAGE_FILL && item->y >= bottom && item->y < bottom + 5;
        }
    }
  g_assert_cmpuint (n_below, ==, 1);
}

static gboolean
is_divided (const CarePages *pages)
{
  for (guint page = 0; page < care_pages_get_n_pages (pages); page++)
    for (guint i = 0; i < get_items (pages, page)->len; i++)
      {
        const CarePageItem *item = &g_array_index (get_items (pages, page), CarePageItem, i);

        if (item->type == CARE_PAGE_LINE && item->paragraph != NULL && item->paragraph->role == CARE_FLOW_CELL
            && care_text_get_line (item->text, item->line)->continues)
          return TRUE;
      }
  return FALSE;
}

/* Columns are as wide as their longest word needs; where there is no room for that each
 * row of large print is a list below what it is about. */
static void
test_words (void)
{
  g_autoptr (PageFixture) fixture = make_table ("large-print");
  g_autoptr (CarePages) table = NULL;
  g_autoptr (CarePages) lists = NULL;
  g_autofree char *words = NULL;

  add_row (fixture, "A fund", "38e8 GBP", "intergovernmental");
  table = compose (fixture);
  g_assert_false (is_divided (table));
  g_assert_nonnull (find_first_cell (table, 0));
  add_row (fixture, "Internationalisation of decommissionings", "38e8 GBP", "misunderstandings");
  page_fixture_refer (add_row (fixture, "A third", "1e9 GBP", NULL), "actor",
                      page_fixture_add (fixture, "actor", "name", "Unconstitutionally", "kind", "party", NULL));
  lists = compose (fixture);
  words = page_fixture_read (lists);
  g_assert_null (find_first_cell (lists, 0));
  g_assert_nonnull (strstr (words, "A third • Amount: £1 billion • Whose: Unconstitutionally"));
  g_assert_cmpuint (count (words, "Period:"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/page/table/goes-on/research-briefing", "research-briefing", test_goes_on);
  g_test_add_data_func ("/page/table/goes-on/large-print", "large-print", test_goes_on);
  g_test_add_data_func ("/page/table/high-row/research-briefing", "research-briefing", test_high_row);
  g_test_add_data_func ("/page/table/high-row/large-print", "large-print", test_high_row);
  g_test_add_func ("/page/table/grid", test_grid);
  g_test_add_func ("/page/table/amounts", test_amounts);
  g_test_add_data_func ("/page/table/closed/key-issue", "key-issue", test_closed);
  g_test_add_data_func ("/page/table/closed/research-briefing", "research-briefing", test_closed);
  g_test_add_func ("/page/table/words", test_words);

  return g_test_run ();
}
