/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of each page are divided from the outside in: title and standfirst at
 * the head, sources and wide boxes at the foot, and what is left is for the
 * columns. */

#include "care-page-divide.h"

#define BAND_RULE_PT 7.0
#define MAX_SPREAD_ROWS 18
/* Above the title of a cover. */
#define COVER_ROWS 6

static double
row_y (const CarePageTemplate *template, guint row)
{
  return template->top + row * template->row;
}

/* Facing pages: the first one lies on the left, and sidebars are outside. */
static double
get_main_x (const CarePageTemplate *template, guint page)
{
  if (page % 2 == 0)
    return template->outer + template->sidebar + template->wide_gutter;
  return CARE_PAGE_WIDTH_PT - template->outer - care_page_template_get_measure (template);
}

static double
get_sidebar_x (const CarePageTemplate *template, guint page)
{
  return page % 2 == 0 ? template->outer : CARE_PAGE_WIDTH_PT - template->outer - template->sidebar;
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
 * Places title and standfirst. On a cover there is nothing beside them.
 */
void
care_division_place_head (CareComposer *c, CareDivision *division)
{
  const CarePageTemplate *template = c->pages->flow->template;
  guint above = template->has_cover ? COVER_ROWS : 0;

  care_page_block_cut (c->title, (template->rows - above) * template->row, c->pages->overset);
  care_page_block_place (c->title, division->sheet, template->outer, row_y (template, above));
  division->sidebar_top = MIN (above + care_page_block_get_rows (c->title) + 1, template->rows);
  division->top = division->sidebar_top;
  if (template->has_cover)
    division->sidebar_top = template->rows;
  if (c->head->items->len == 0)
    return;
  care_page_block_cut (c->head, (template->rows - division->top) * template->row, c->pages->overset);
  care_page_block_place (c->head, division->sheet, get_main_x (template, c->pages->first), row_y (template, division->top));
  division->top = MIN (division->top + care_page_block_get_rows (c->head) + 1, template->rows);
}

static void
reserve_band (CareComposer *c, CareDivision *division, CarePageBlock *band)
{
  const CarePageTemplate *template = c->pages->flow->template;
  guint most = template->rows - division->top;

  care_page_block_cut (band, MAX ((int) most - 1, 0) * template->row, c->pages->overset);
  if (band->items->len == 0)
    return;
  division->band_top = template->rows - care_page_block_get_rows (band);
  division->bottom = MAX (division->band_top - 1, division->top);
}

static guint
get_first_band (const CareComposer *c, guint n_pages)
{
  return n_pages - MIN (c->bands->len, n_pages);
}

static gboolean
is_cover (const CareComposer *c, guint page)
{
  return page == 0 && c->pages->flow->template->has_cover;
}

/**
 * care_division_reserve_bands:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages
 * @n_pages: how many there are
 *
 * Takes the rows of sources and furniture off the feet of the last pages.
 */
void
care_division_reserve_bands (CareComposer *c, CareDivision *divisions, guint n_pages)
{
  guint first = get_first_band (c, n_pages);

  for (guint i = 0; i < c->bands->len; i++)
    {
      CarePageBlock *band = g_ptr_array_index (c->bands, i);

      if (first + i >= n_pages || is_cover (c, first + i))
        care_page_block_report (band, c->pages->overset);
      else
        reserve_band (c, &divisions[first + i], band);
    }
}

static void
place_band (CareComposer *c, CareDivision *division, guint page, const CarePageBlock *band)
{
  const CarePageTemplate *template = c->pages->flow->template;
  double x = get_main_x (template, c->pages->first + page);
  /* Nothing is above it: it heads the page. */
  gboolean is_alone = template->n_columns == 1 && !division->has_text && division->top == 0;
  double y = row_y (template, is_alone ? 0 : division->band_top);

  if (band->items->len == 0)
    return;
  if (!is_alone)
    add_rule (division, x, y - BAND_RULE_PT, care_page_template_get_main (template), 0.75);
  care_page_block_place (band, division->sheet, x, y);
}

/**
 * care_division_place_bands:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages, with their text
 * @n_pages: how many there are
 *
 * Places sources and furniture on the last pages.
 */
void
care_division_place_bands (CareComposer *c, CareDivision *divisions, guint n_pages)
{
  guint first = get_first_band (c, n_pages);

  for (guint page = first; page < n_pages; page++)
    if (!is_cover (c, page))
      place_band (c, &divisions[page], page, g_ptr_array_index (c->bands, page - first));
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
  const CarePageTemplate *template = c->pages->flow->template;
  guint n_boxes = 0, free_rows = template->rows - division->sidebar_top + 1;
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
      care_page_block_place (block, division->sheet, get_sidebar_x (template, c->pages->first + page), row_y (template, row));
      extra = get_extra (free_rows, --n_boxes);
      free_rows -= extra;
      row += care_page_block_get_rows (block) + 1 + extra;
    }
}

static gboolean
spread_boxes (CareComposer *c, const CareDivision *divisions, guint n_pages, gboolean beside_text, guint *pages)
{
  g_autofree guint *rows = g_new0 (guint, n_pages);

  for (guint page = 0; page < n_pages; page++)
    if (!beside_text || divisions[page].has_text)
      rows[page] = c->pages->flow->template->rows - divisions[page].sidebar_top;
  care_page_spread_boxes (c->sidebar, rows, n_pages, pages);
  for (guint i = 0; i < c->sidebar->len; i++)
    if (pages[i] == n_pages)
      return FALSE;
  return TRUE;
}

/**
 * care_division_place_sidebars:
 * @c: a composer
 * @divisions: (array length=n_pages): all pages, with their text
 * @n_pages: how many there are
 *
 * Places the boxes of the sidebars: beside text, if there is room for all.
 */
void
care_division_place_sidebars (CareComposer *c, CareDivision *divisions, guint n_pages)
{
  g_autofree guint *pages = g_new0 (guint, c->sidebar->len + 1);

  if (!spread_boxes (c, divisions, n_pages, TRUE, pages))
    spread_boxes (c, divisions, n_pages, FALSE, pages);
  for (guint page = 0; page < n_pages; page++)
    place_sidebar (c, &divisions[page], page, pages);
  for (guint i = 0; i < c->sidebar->len; i++)
    if (pages[i] == n_pages)
      care_page_block_report (g_ptr_array_index (c->sidebar, i), c->pages->overset);
}

/* A box in pieces is on the pages as a whole or not at all. */
static void
drop_torn (const GPtrArray *wide, guint n_pages, guint *pages)
{
  for (guint i = 0; i < wide->len; i++)
    for (guint j = 0; j < wide->len && pages[i] == n_pages; j++)
      if (((const CarePageBlock *) g_ptr_array_index (wide, j))->element
          == ((const CarePageBlock *) g_ptr_array_index (wide, i))->element)
        pages[j] = n_pages;
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
  drop_torn (c->wide, n_pages, pages);
  for (guint i = 0; i < c->wide->len; i++)
    if (pages[i] < n_pages)
      divisions[pages[i]].bottom -= care_page_block_get_rows (g_ptr_array_index (c->wide, i)) + 1;
}

static guint
place_columns (CareComposer *c, CareDivision *division, guint page, guint from, gboolean is_last)
{
  const CarePageTemplate *template = c->pages->flow->template;
  guint rows = division->bottom - division->top;
  guint first = from;

  if (template->n_columns == 1)
    care_columns_float (c->units, from, rows);
  if (is_last)
    {
      c->pages->spare_lines = care_columns_count_spare (c->units, from, rows, template->n_columns);
      rows = care_columns_balance (c->units, from, rows, template->n_columns);
    }
  for (guint column = 0; column < template->n_columns; column++)
    {
      guint end = care_columns_fill (c->units, from, rows);
      double x = get_main_x (template, c->pages->first + page) + column * (template->column + template->column_gutter);

      care_columns_place (c->units, from, end, division->sheet, x, row_y (template, division->top));
      from = end;
    }
  division->has_text = from > first;
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
  const CarePageTemplate *template = c->pages->flow->template;

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
      care_page_block_place (block, division->sheet, get_main_x (template, c->pages->first + pages[i]),
                             row_y (template, division->bottom + 1));
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
    /* Nothing but the contents is on a cover. */
    if (page > 0 || c->units->len == 0 || !g_array_index (c->units, CareColumnUnit, 0).starts_page)
      from = place_columns (c, &divisions[page], page, from, page == first_band);
  care_columns_report (c->units, from, c->pages->overset);
}
