/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the flow to pages: as few as it fits, as many as are allowed. */

#include "care-page-divide.h"

static void
sheet_free (gpointer data)
{
  CarePageSheet *sheet = data;

  g_array_unref (sheet->items);
  g_free (sheet);
}

static GPtrArray *
make_blocks (const CareFlow *flow, CareFlowPlace place, gboolean is_framed)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) care_page_block_free);

  for (guint i = 0; i < flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (flow->elements, i);
      CarePageBlock *block;

      if (element->place != place || element->paragraphs->len == 0)
        continue;
      block = care_page_block_new (element);
      if (is_framed)
        care_page_block_frame (block);
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

static const CareFlowElement *
find_sources (const CareFlow *flow)
{
  for (guint i = 0; i < flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (flow->elements, i);

      if (element->place == CARE_FLOW_SOURCES)
        return element;
    }
  return NULL;
}

static void
composer_init (CareComposer *c, CarePages *pages)
{
  const CareFlow *flow = pages->flow;
  g_autoptr (GPtrArray) furniture = make_blocks (flow, CARE_FLOW_FURNITURE, FALSE);

  c->pages = pages;
  c->title = care_page_block_new (g_ptr_array_index (flow->elements, 0));
  c->head = care_page_block_new (g_ptr_array_index (flow->elements, 1));
  c->sidebar = make_blocks (flow, CARE_FLOW_SIDEBAR, TRUE);
  c->wide = make_blocks (flow, CARE_FLOW_WIDE, TRUE);
  c->units = care_columns_new (flow);
  c->bands = care_page_bands_new (find_sources (flow), furniture, (CARE_PAGE_ROWS - 1) * CARE_PAGE_ROW_PT,
                                  pages->overset);
}

static void
composer_clear (CareComposer *c)
{
  care_page_block_free (c->title);
  care_page_block_free (c->head);
  g_ptr_array_unref (c->sidebar);
  g_ptr_array_unref (c->wide);
  g_ptr_array_unref (c->bands);
  g_array_unref (c->units);
}

static void
compose (CarePages *self, guint n_pages)
{
  g_autofree CareDivision *divisions = g_new0 (CareDivision, n_pages);
  g_autofree guint *wide_pages = NULL;
  CareComposer c;

  composer_init (&c, self);
  wide_pages = g_new0 (guint, c.wide->len + 1);
  for (guint page = 0; page < n_pages; page++)
    {
      CarePageSheet *sheet = g_new0 (CarePageSheet, 1);

      sheet->items = g_array_new (FALSE, FALSE, sizeof (CarePageItem));
      g_ptr_array_add (self->sheets, sheet);
      divisions[page] = (CareDivision){ sheet, 0, 0, CARE_PAGE_ROWS };
    }
  care_division_place_head (&c, &divisions[0]);
  care_division_place_bands (&c, divisions, n_pages);
  care_division_place_sidebars (&c, divisions, n_pages);
  care_division_reserve_wide (&c, divisions, n_pages, wide_pages);
  care_division_place_text (&c, divisions, n_pages);
  care_division_place_wide (&c, divisions, n_pages, wide_pages);
  composer_clear (&c);
}

static void
clear (CarePages *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->overset, g_ptr_array_unref);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->overset = care_page_report_new ();
  self->spare_lines = 0;
}

static int
count_overset (const CarePages *self)
{
  int lines = 0;

  for (guint i = 0; i < self->overset->len; i++)
    lines += ((CarePageOverset *) g_ptr_array_index (self->overset, i))->lines;
  return lines;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const CarePageItem *first = a;
  const CarePageItem *second = b;

  guint first_order = first->element == NULL ? G_MAXUINT : first->element->order;
  guint second_order = second->element == NULL ? G_MAXUINT : second->element->order;

  return (first_order > second_order) - (first_order < second_order);
}

static void
finish (CarePages *self, guint n_pages)
{
  care_page_report_sort (self->overset);
  for (guint page = 0; page < n_pages; page++)
    {
      CarePageSheet *sheet = g_ptr_array_index (self->sheets, page);

      g_array_sort (sheet->items, compare_items);
      care_pages_add_furniture (self, page);
    }
  if (self->overset->len > 0)
    self->spare_lines = 0;
  else if (self->allowed > n_pages)
    self->spare_lines += (int) ((self->allowed - n_pages) * 2 * CARE_PAGE_ROWS);
}

/**
 * care_pages_compose:
 * @self: pages whose flow is made
 *
 * Puts the flow on as few pages as it fits, and on no more than are allowed.
 * What has no place is in the report.
 */
void
care_pages_compose (CarePages *self)
{
  guint n_pages = 0;
  int outside = G_MAXINT, before;

  /* With no limit, what another page does not help is too high for any page. */
  do
    {
      before = outside;
      n_pages++;
      clear (self);
      compose (self, n_pages);
      outside = count_overset (self);
    }
  while (outside > 0 && (self->allowed > 0 ? n_pages < self->allowed : outside < before));
  finish (self, n_pages);
}
