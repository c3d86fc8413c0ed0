/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the flow to pages: as few as it fits, as many as are allowed. */

#include "care-page-divide.h"

/* How many pages more are tried, where a page more has not helped: a box that does not go
 * beside the sources at the end may be too high for what is left before them, too. */
#define PATIENCE 3

static void
sheet_free (gpointer data)
{
  CarePageSheet *sheet = data;

  g_array_unref (sheet->items);
  g_free (sheet);
}

static guint
find_piece_end (const CareFlowElement *element, guint from)
{
  guint end = from + 1;

  while (end < element->paragraphs->len
         && !((const CareFlowParagraph *) g_ptr_array_index (element->paragraphs, end))->begins_piece)
    end++;
  return end;
}

static void
add_blocks (GPtrArray *blocks, const CareFlowElement *element, gboolean is_framed)
{
  for (guint from = 0, end; from < element->paragraphs->len; from = end)
    {
      CarePageBlock *block;

      end = find_piece_end (element, from);
      block = care_page_block_new_range (element, from, end);
      if (is_framed)
        care_page_block_frame (block);
      g_ptr_array_add (blocks, block);
    }
}

static GPtrArray *
make_blocks (const CareFlow *flow, CareFlowPlace place, gboolean is_framed)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) care_page_block_free);

  for (guint i = 0; i < flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (flow->elements, i);

      if (element->place == place && !care_flow_element_is_running (element))
        add_blocks (blocks, element, is_framed);
    }
  return blocks;
}

static const CareFlowElement *
find_element (const CareFlow *flow, CareFlowPlace place)
{
  for (guint i = 0; i < flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (flow->elements, i);

      if (element->place == place && !care_flow_element_is_running (element))
        return element;
    }
  return NULL;
}

static void
composer_init (CareComposer *c, CarePages *pages)
{
  const CareFlow *flow = pages->flow;
  const CareFlowElement *head = g_ptr_array_index (flow->elements, 1);
  const CareFlowElement *sources = find_element (flow, CARE_FLOW_SOURCES);
  g_autoptr (GPtrArray) furniture = make_blocks (flow, CARE_FLOW_FURNITURE, FALSE);

  c->pages = pages;
  c->title = care_page_block_new (g_ptr_array_index (flow->elements, 0));
  c->head = care_page_block_new_range (head, 0, care_flow_element_is_running (head) ? 0 : head->paragraphs->len);
  c->sidebar = make_blocks (flow, CARE_FLOW_SIDEBAR, TRUE);
  c->wide = make_blocks (flow, CARE_FLOW_WIDE, TRUE);
  c->units = care_columns_new (flow);
  c->bands = care_page_bands_new (sources, furniture, (flow->template->rows - 1) * flow->template->row,
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
      divisions[page] = (CareDivision){ sheet, 0, 0, self->flow->template->rows };
    }
  care_division_place_head (&c, &divisions[0]);
  care_division_reserve_bands (&c, divisions, n_pages);
  care_division_reserve_wide (&c, divisions, n_pages, wide_pages);
  care_division_place_text (&c, divisions, n_pages);
  care_division_place_wide (&c, divisions, n_pages, wide_pages);
  care_division_place_sidebars (&c, divisions, n_pages);
  care_division_place_bands (&c, divisions, n_pages);
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

static const CareFlowElement *
get_section (const CareFlow *flow, guint number)
{
  for (guint i = 0; i < flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (flow->elements, i);

      if (element->place == CARE_FLOW_COLUMNS && --number == 0)
        return element;
    }
  return NULL;
}

/* " 3", or " –" for a section that no page has room for. */
static CareText *
set_page_number (CarePages *self, guint section)
{
  const CareFlowElement *element = get_section (self->flow, section);
  g_autofree char *words = NULL;
  guint page;
  double x, y;

  if (self->list != NULL)
    words = g_strdup_printf (" %u", g_array_index (self->list, guint, section - 1) + 1);
  else if (element != NULL && care_pages_find (self, element->kind, element->id, &page, &x, &y))
    words = g_strdup_printf (" %u", self->first + page + 1);
  g_ptr_array_add (self->texts, care_text_new (self->flow->context, &self->flow->template->styles[CARE_STYLE_BODY],
                                               words == NULL ? " –" : words, NULL, &(CareTextMeasure){ G_MAXINT16 }));
  return g_ptr_array_index (self->texts, self->texts->len - 1);
}

/* The page of each section, at the right of its line in the contents. */
static void
number_contents (CarePages *self, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      CarePageItem *line = &g_array_index (items, CarePageItem, i);
      CarePageItem number = *line;

      if (line->element == NULL || line->element->place != CARE_FLOW_CONTENTS || line->is_marker || !line->ends_paragraph
          || line->paragraph->role != CARE_FLOW_ITEM)
        continue;
      line->ends_paragraph = FALSE;
      number.text = set_page_number (self, g_array_index (line->text->spans, CareProseSpan, 0).source);
      number.line = 0;
      number.x = line->x + line->width;
      number.width = CARE_FLOW_FOLIO_PT * self->flow->template->scale;
      number.line_x = number.x + number.width - care_text_get_line (number.text, 0)->width;
      g_array_insert_val (items, i + 1, number);
      i++;
    }
}

static void
finish (CarePages *self, guint n_pages)
{
  care_page_report_sort (self->overset);
  for (guint page = 0; page < n_pages; page++)
    {
      CarePageSheet *sheet = g_ptr_array_index (self->sheets, page);

      g_array_sort (sheet->items, compare_items);
      number_contents (self, sheet->items);
      care_pages_add_furniture (self, page);
    }
  if (self->overset->len > 0)
    self->spare_lines = 0;
  else if (self->allowed > n_pages)
    self->spare_lines += (int) ((self->allowed - n_pages) * self->flow->template->n_columns * self->flow->template->rows);
}

/**
 * care_pages_add_empty:
 * @self: pages
 *
 * Adds a page with nothing on it but its head and foot.
 */
void
care_pages_add_empty (CarePages *self)
{
  CarePageSheet *sheet = g_new0 (CarePageSheet, 1);

  sheet->items = g_array_new (FALSE, FALSE, sizeof (CarePageItem));
  g_ptr_array_add (self->sheets, sheet);
  care_pages_add_furniture (self, self->sheets->len - 1);
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
  guint n_pages = 0, best = 0;
  int outside, least = G_MAXINT;

  do
    {
      n_pages++;
      clear (self);
      compose (self, n_pages);
      outside = count_overset (self);
      if (outside < least)
        {
          least = outside;
          best = n_pages;
        }
    }
  while (outside > 0 && n_pages < (self->allowed > 0 ? self->allowed : best + PATIENCE));
  /* What no page helps is too high for any. */
  if (self->allowed == 0 && best < n_pages)
    {
      clear (self);
      compose (self, best);
      n_pages = best;
    }
  finish (self, n_pages);
}
