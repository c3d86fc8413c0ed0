/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of each page are divided from the outside in: title and standfirst at
 * the head, sources and wide boxes at the foot, and what is left is for the
 * columns. */

#include "care-page-divide.h"

#define BAND_RULE_PT 7.0
#define MAX_SPREAD_ROWS 18

static double
row_y (guint row)
{
  return CARE_PAGE_TOP_PT + row * CARE_PAGE_ROW_PT;
}

/* Facing pages: the first one lies on the left, and sidebars are outside. */
static double
get_main_x (guint page)
{
  if (page % 2 == 0)
    return CARE_PAGE_OUTER_PT + CARE_PAGE_SIDEBAR_PT + CARE_PAGE_WIDE_GUTTER_PT;
  return CARE_PAGE_WIDTH_PT - CARE_PAGE_OUTER_PT - CARE_PAGE_MEASURE_PT;
}

static double
get_sidebar_x (guint page)
{
  return page % 2 == 0 ? CARE_PAGE_OUTER_PT : CARE_PAGE_WIDTH_PT - CARE_PAGE_OUTER_PT - CARE_PAGE_SIDEBAR_PT;
}

static void
add_rule (CareDivision *division, double x, double y, double width, double height)
{
  CarePageItem item = {
    .type = CARE_PAGE_FILL, .x = x, .y = y, .width = width, .height = height, .colour = care_page_accent
  };

  g_array_append_val (division->sheet->items, item);
}

/**
 * care_division_place_head:
 * @c: a composer
 * @division: the first page
 *
 * Places title and standfirst.
 */
void
care_division_place_head (CareComposer *c, CareDivision *division)
{
  GPtrArray *overset = c->pages->overset;
  double height = CARE_PAGE_ROWS * CARE_PAGE_ROW_PT;

  care_page_block_cut (c->title, height, overset);
  care_page_block_place (c->title, division->sheet, CARE_PAGE_OUTER_PT, CARE_PAGE_TOP_PT);
  division->sidebar_top = MIN (care_page_block_get_rows (c->title) + 1, CARE_PAGE_ROWS);
  division->top = division->sidebar_top;
  if (c->head->items->len == 0)
    return;
  care_page_block_cut (c->head, height - division->top * CARE_PAGE_ROW_PT, overset);
  care_page_block_place (c->head, division->sheet, get_main_x (0), row_y (division->top));
  division->top = MIN (division->top + care_page_block_get_rows (c->head) + 1, CARE_PAGE_ROWS);
}

static void
place_band (CareComposer *c, CareDivision *division, guint page, CarePageBlock *band)
{
  guint most = CARE_PAGE_ROWS - division->top;
  guint band_top;

  care_page_block_cut (band, MAX ((int) most - 1, 0) * CARE_PAGE_ROW_PT, c->pages->overset);
  if (band->items->len == 0)
    return;
  band_top = CARE_PAGE_ROWS - care_page_block_get_rows (band);
  division->bottom = MAX (band_top - 1, division->top);
  add_rule (division, get_main_x (page), row_y (band_top) - BAND_RULE_PT, CARE_PAGE_MAIN_PT, 0.75);
  care_page_block_place (band, division->sheet, get_main_x (page), row_y (band_top));
}

/**
 * care_division_place_bands:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages
 * @n_pages: how many there are
 *
 * Places sources and furniture at the feet of the last pages.
 */
void
care_division_place_bands (CareComposer *c, CareDivision *divisions, guint n_pages)
{
  guint n_bands = MIN (c->bands->len, n_pages);

  for (guint i = 0; i < n_bands; i++)
    {
      guint page = n_pages - n_bands + i;

      place_band (c, &divisions[page], page, g_ptr_array_index (c->bands, i));
    }
  for (guint i = n_bands; i < c->bands->len; i++)
    care_page_block_report (g_ptr_array_index (c->bands, i), c->pages->overset);
}

/* Spreads what is left of a sidebar between its boxes, so that the last one ends
 * with the page; where that would tear them apart they stay together. */
static guint
get_extra (guint free_rows, guint n_left)
{
  if (n_left == 0 || free_rows > MAX_SPREAD_ROWS * n_left)
    return 0;
  return free_rows / n_left;
}

static void
place_sidebar (CareComposer *c, CareDivision *division, guint page, const guint *pages)
{
  guint n_boxes = 0, free_rows = CARE_PAGE_ROWS - division->sidebar_top + 1;
  guint row = division->sidebar_top;

  for (guint i = 0; i < c->sidebar->len; i++)
    if (pages[i] == page)
      {
        n_boxes++;
        free_rows -= care_page_block_get_rows (g_ptr_array_index (c->sidebar, i)) + 1;
      }
  for (guint i = 0; i < c->sidebar->len; i++)
    {
      CarePageBlock *block = g_ptr_array_index (c->sidebar, i);
      guint extra;

      if (pages[i] != page)
        continue;
      care_page_block_place (block, division->sheet, get_sidebar_x (page), row_y (row));
      extra = get_extra (free_rows, --n_boxes);
      free_rows -= extra;
      row += care_page_block_get_rows (block) + 1 + extra;
    }
}

/**
 * care_division_place_sidebars:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages
 * @n_pages: how many there are
 *
 * Places the boxes of the sidebars.
 */
void
care_division_place_sidebars (CareComposer *c, CareDivision *divisions, guint n_pages)
{
  g_autofree guint *rows = g_new0 (guint, n_pages);
  g_autofree guint *pages = g_new0 (guint, c->sidebar->len + 1);

  for (guint page = 0; page < n_pages; page++)
    rows[page] = CARE_PAGE_ROWS - divisions[page].sidebar_top;
  care_page_spread_boxes (c->sidebar, rows, n_pages, pages);
  for (guint page = 0; page < n_pages; page++)
    place_sidebar (c, &divisions[page], page, pages);
  for (guint i = 0; i < c->sidebar->len; i++)
    if (pages[i] == n_pages)
      care_page_block_report (g_ptr_array_index (c->sidebar, i), c->pages->overset);
}

/**
 * care_division_reserve_wide:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages
 * @n_pages: how many there are
 * @pages: (out) (array): the page of each wide box, @n_pages for none
 *
 * Takes the rows of the wide boxes off the columns; they are placed when the
 * text above them is.
 */
void
care_division_reserve_wide (CareComposer *c, CareDivision *divisions, guint n_pages, guint *pages)
{
  g_autofree guint *rows = g_new0 (guint, n_pages);

  for (guint page = 0; page < n_pages; page++)
    rows[page] = divisions[page].bottom - divisions[page].top;
  care_page_hang_boxes (c->wide, rows, n_pages, pages);
  for (guint i = 0; i < c->wide->len; i++)
    if (pages[i] < n_pages)
      divisions[pages[i]].bottom -= care_page_block_get_rows (g_ptr_array_index (c->wide, i)) + 1;
}

static guint
place_columns (CareComposer *c, CareDivision *division, guint page, guint from, gboolean is_last)
{
  guint rows = division->bottom - division->top;

  if (is_last)
    {
      c->pages->spare_lines = care_columns_count_spare (c->units, from, rows);
      rows = care_columns_balance (c->units, from, rows);
    }
  for (guint column = 0; column < 2; column++)
    {
      guint end = care_columns_fill (c->units, from, rows, NULL);
      double x = get_main_x (page) + column * (CARE_PAGE_COLUMN_PT + CARE_PAGE_COLUMN_GUTTER_PT);

      care_columns_place (c->units, from, end, division->sheet, x, row_y (division->top));
      from = end;
    }
  return from;
}

/**
 * care_division_place_wide:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages
 * @n_pages: how many there are
 * @pages: (array): the page of each wide box, @n_pages for none
 *
 * Places the boxes across the columns.
 */
void
care_division_place_wide (CareComposer *c, CareDivision *divisions, guint n_pages, const guint *pages)
{
  for (guint i = 0; i < c->wide->len; i++)
    {
      CarePageBlock *block = g_ptr_array_index (c->wide, i);
      CareDivision *division;

      if (pages[i] == n_pages)
        {
          care_page_block_report (block, c->pages->overset);
          continue;
        }
      division = &divisions[pages[i]];
      care_page_block_place (block, division->sheet, get_main_x (pages[i]), row_y (division->bottom + 1));
      division->bottom += care_page_block_get_rows (block) + 1;
    }
}

/**
 * care_division_place_text:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages
 * @n_pages: how many there are
 *
 * Places the running text in what is left for it, and reports the rest.
 */
void
care_division_place_text (CareComposer *c, CareDivision *divisions, guint n_pages)
{
  guint first_band = n_pages - MAX (MIN (c->bands->len, n_pages), 1);
  guint from = 0;

  for (guint page = 0; page <= first_band; page++)
    from = place_columns (c, &divisions[page], page, from, page == first_band);
  care_columns_report (c->units, from, c->pages->overset);
}
