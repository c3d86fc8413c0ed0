/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Boxes never split. Those of the sidebar go down it from page to page in their
 * order; those across the columns stand at the feet of pages, the last ones
 * nearest to the end. A box that is given no page has the number of pages. */

#include "care-page-model.h"

static guint
get_rows (const GPtrArray *blocks, guint index)
{
  return care_page_block_get_rows (g_ptr_array_index (blocks, index));
}

static gboolean
fits_any (const guint *rows, guint n_pages, guint needed)
{
  for (guint page = 0; page < n_pages; page++)
    if (rows[page] >= needed)
      return TRUE;
  return FALSE;
}

/* With a row between boxes, filling no more than @limit rows of each page. */
static gboolean
stack (const GPtrArray *blocks, const guint *rows, guint n_pages, guint limit, guint *pages)
{
  gboolean all = TRUE;
  guint page = 0, filled = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      guint needed = get_rows (blocks, i);

      pages[i] = n_pages;
      all = all && fits_any (rows, n_pages, needed);
      if (!fits_any (rows, n_pages, needed))
        continue;
      while (page < n_pages && filled + (filled > 0) + needed > MIN (rows[page], limit))
        {
          page++;
          filled = 0;
        }
      if (page < n_pages)
        filled += (filled > 0) + needed;
      pages[i] = page;
      all = all && page < n_pages;
    }
  return all;
}

/**
 * care_page_spread_boxes:
 * @blocks: (element-type CarePageBlock): boxes in their order
 * @rows: (array length=n_pages): how many rows the sidebar of each page has
 * @n_pages: how many pages there are
 * @pages: (out) (array): the page of each box
 *
 * Puts boxes into sidebars. Where all fit, none is filled more than it needs to
 * be.
 */
void
care_page_spread_boxes (const GPtrArray *blocks, const guint *rows, guint n_pages, guint *pages)
{
  guint most = 1;

  for (guint page = 0; page < n_pages; page++)
    most = MAX (most, rows[page]);
  for (guint limit = 1; limit < most; limit++)
    if (stack (blocks, rows, n_pages, limit, pages))
      return;
  stack (blocks, rows, n_pages, most, pages);
}

/**
 * care_page_hang_boxes:
 * @blocks: (element-type CarePageBlock): boxes in their order
 * @rows: (array length=n_pages): how many rows each page has for text
 * @n_pages: how many pages there are
 * @pages: (out) (array): the page of each box
 *
 * Puts boxes at the feet of pages, from the last page back: more than one on a
 * page only if they leave half of it to the text.
 */
void
care_page_hang_boxes (const GPtrArray *blocks, const guint *rows, guint n_pages, guint *pages)
{
  guint page = n_pages, filled = 0;

  for (guint i = blocks->len; i > 0; i--)
    {
      guint needed = get_rows (blocks, i - 1) + 1;

      pages[i - 1] = n_pages;
      if (!fits_any (rows, n_pages, needed))
        continue;
      while (page > 0)
        {
          guint most = page == 1 || filled == 0 ? rows[page - 1] : rows[page - 1] / 2;

          if (filled + needed <= most)
            break;
          page--;
          filled = 0;
        }
      if (page == 0)
        continue;
      filled += needed;
      pages[i - 1] = page - 1;
    }
}
