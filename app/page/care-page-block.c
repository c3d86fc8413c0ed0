/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block is set as one piece: a title, a box, a list of sources. */

#include "care-page-model.h"

#include <math.h>
#include <string.h>

#define FRAME_PT 6.0
#define SWATCH_PT 7.0

static CarePageItem
make_item (CarePageItemType type, const CareFlowElement *element)
{
  return (CarePageItem){ .type = type, .element = element };
}

/**
 * care_page_block_add_line:
 * @self: a block
 * @paragraph: a paragraph of its element
 * @index: of a line of it
 * @y: its top, in points
 *
 * Adds a line to the items of @self, which does not become higher by it.
 */
void
care_page_block_add_line (CarePageBlock *self, const CareFlowParagraph *paragraph, guint index, double y)
{
  const CarePageStyle *style = paragraph->style;
  CarePageItem item = make_item (CARE_PAGE_LINE, self->element);

  item.x = paragraph->indent;
  item.y = y;
  item.width = paragraph->role == CARE_FLOW_CELL ? paragraph->width
                                                : care_flow_element_get_width (self->element) - paragraph->indent;
  item.height = style->leading;
  item.colour = style->colour;
  item.paragraph = paragraph;
  item.text = paragraph->text;
  item.line = index;
  item.line_x = item.x + care_text_get_line (item.text, index)->x;
  item.baseline = y + style->baseline;
  item.style = paragraph->style;
  if (paragraph->at_right)
    item.line_x += item.width - care_text_get_line (item.text, index)->width;
  item.ends_paragraph = index + 1 == paragraph->text->lines->len;
  g_array_append_val (self->items, item);
}

static void
add_marker (CarePageBlock *self, const CareFlowParagraph *paragraph, double y)
{
  const CarePageStyle *style = paragraph->style;
  CarePageItem item = make_item (CARE_PAGE_LINE, self->element);

  item.y = y;
  item.width = paragraph->indent;
  item.height = style->leading;
  item.colour = style->colour;
  item.paragraph = paragraph;
  item.text = paragraph->marker;
  item.baseline = y + style->baseline;
  item.style = paragraph->style;
  item.is_marker = TRUE;
  g_array_append_val (self->items, item);
}

/**
 * care_page_add_swatch:
 * @items: (element-type CarePageItem): what it is added to
 * @element: an element
 * @paragraph: a paragraph of it that has one
 * @x: its left edge, in points
 * @y: the top of its first line
 *
 * Adds a square in the colour of a party. A thin outline keeps a pale colour apart from
 * the paper.
 */
void
care_page_add_swatch (GArray *items, const CareFlowElement *element, const CareFlowParagraph *paragraph, double x,
                      double y)
{
  CarePageItem item = make_item (CARE_PAGE_FILL, element);
  double side = SWATCH_PT * element->template->scale;

  item.x = x;
  item.y = y + paragraph->style->baseline - side + 0.5;
  item.width = item.height = side;
  item.colour = paragraph->swatch;
  g_array_append_val (items, item);
  item.type = CARE_PAGE_OUTLINE;
  item.colour = care_page_ink;
  g_array_append_val (items, item);
}

static void
add_picture (CarePageBlock *self, const CareFlowParagraph *paragraph)
{
  CarePageItem item = make_item (CARE_PAGE_PICTURE, self->element);

  item.y = self->height;
  item.width = paragraph->width;
  item.height = paragraph->height;
  item.paragraph = paragraph;
  g_array_append_val (self->items, item);
  self->height += paragraph->height;
}

static void
add_paragraph (CarePageBlock *self, const CareFlowParagraph *paragraph)
{
  if (paragraph->role == CARE_FLOW_CELL)
    {
      care_page_block_add_cell (self, paragraph);
      return;
    }
  if (self->items->len > 0)
    self->height += paragraph->gap;
  if (paragraph->text == NULL)
    {
      add_picture (self, paragraph);
      return;
    }
  if (paragraph->has_swatch)
    care_page_add_swatch (self->items, self->element, paragraph, 0, self->height);
  if (paragraph->marker != NULL)
    add_marker (self, paragraph, self->height);
  for (guint i = 0; i < paragraph->text->lines->len; i++)
    {
      care_page_block_add_line (self, paragraph, i, self->height);
      self->height += paragraph->style->leading;
    }
}

/**
 * care_page_block_new_range:
 * @element: an element, which outlives the block
 * @first: a paragraph of it
 * @end: the one after the last
 *
 * Returns: (transfer full): those paragraphs below each other.
 */
CarePageBlock *
care_page_block_new_range (const CareFlowElement *element, guint first, guint end)
{
  CarePageBlock *self = g_new0 (CarePageBlock, 1);

  self->element = element;
  self->items = g_array_new (FALSE, FALSE, sizeof (CarePageItem));
  for (guint i = first; i < end; i++)
    {
      add_paragraph (self, g_ptr_array_index (element->paragraphs, i));
      if (care_page_row_ends_table (element, i))
        care_page_block_close_table (self, g_ptr_array_index (element->paragraphs, i));
    }
  return self;
}

/**
 * care_page_block_new:
 * @element: an element, which outlives the block
 *
 * Returns: (transfer full): all its paragraphs below each other.
 */
CarePageBlock *
care_page_block_new (const CareFlowElement *element)
{
  return care_page_block_new_range (element, 0, element->paragraphs->len);
}

/**
 * care_page_block_free:
 * @self: (transfer full): a block
 *
 * Frees @self, but not the lines that it places.
 */
void
care_page_block_free (CarePageBlock *self)
{
  g_array_unref (self->items);
  g_free (self);
}

static void
move_items (GArray *items, guint from, double x, double y)
{
  for (guint i = from; i < items->len; i++)
    {
      CarePageItem *item = &g_array_index (items, CarePageItem, i);

      item->x += x;
      item->line_x += x;
      item->y += y;
      item->baseline += y;
    }
}

/**
 * care_page_block_append:
 * @self: a block
 * @other: another
 * @x: how far right in @self it goes, in points
 * @y: how far down
 *
 * Puts the items of @other into @self, which becomes as high as is needed.
 */
void
care_page_block_append (CarePageBlock *self, const CarePageBlock *other, double x, double y)
{
  guint from = self->items->len;

  g_array_append_vals (self->items, other->items->data, other->items->len);
  move_items (self->items, from, x, y);
  self->height = MAX (self->height, y + other->height);
}

/**
 * care_page_block_frame:
 * @self: a block
 *
 * Gives @self the rule above it that sets a box off from the text.
 */
void
care_page_block_frame (CarePageBlock *self)
{
  CarePageItem rule = make_item (CARE_PAGE_FILL, self->element);

  move_items (self->items, 0, 0, FRAME_PT);
  self->height += FRAME_PT;
  rule.width = care_flow_element_get_width (self->element);
  rule.height = 1;
  rule.colour = care_page_accent;
  g_array_prepend_val (self->items, rule);
}

/**
 * care_page_block_get_rows:
 * @self: a block
 *
 * Returns: how many rows of the grid it takes.
 */
guint
care_page_block_get_rows (const CarePageBlock *self)
{
  return (guint) ceil (self->height / self->element->template->row - 1e-6);
}

/**
 * care_page_block_place:
 * @self: a block
 * @sheet: a page
 * @x: its left edge there, in points
 * @y: its top
 *
 * Adds the items of @self to @sheet.
 */
void
care_page_block_place (const CarePageBlock *self, CarePageSheet *sheet, double x, double y)
{
  guint from = sheet->items->len;

  g_array_append_vals (sheet->items, self->items->data, self->items->len);
  move_items (sheet->items, from, x, y);
}

/**
 * care_page_item_get_words:
 * @item: an item of a page
 * @out: what its words are added to, as they stand on the page
 *
 * Adds what @item says, and a line break where a paragraph ends. What stands on the
 * pages again says nothing.
 */
void
care_page_item_get_words (const CarePageItem *item, GString *out)
{
  const CareTextLine *line;

  if (item->is_repeat)
    return;
  if (item->type == CARE_PAGE_PICTURE && item->paragraph->words != NULL)
    g_string_append_printf (out, "%s\n", item->paragraph->words);
  if (item->type != CARE_PAGE_LINE)
    return;
  line = care_text_get_line (item->text, item->line);
  g_string_append_len (out, item->text->text + line->start, (gssize) (line->end - line->start));
  if (item->line + 1 < item->text->lines->len && care_text_get_line (item->text, item->line + 1)->start > line->end)
    g_string_append_c (out, ' ');
  if (item->is_marker)
    g_string_append_c (out, ' ');
  if (item->ends_paragraph)
    g_string_append_c (out, '\n');
}

/**
 * care_page_item_count_words:
 * @item: an item of a page
 *
 * Returns: how many words begin in it; the marker of an item of a list is none, nor is
 *   the number of a page. What stands on the pages again has none.
 */
int
care_page_item_count_words (const CarePageItem *item)
{
  if (item->is_repeat)
    return 0;
  if (item->type == CARE_PAGE_LINE && item->text == item->paragraph->text)
    return care_text_count_words (item->text, item->line);
  if (item->type == CARE_PAGE_PICTURE && item->paragraph->words != NULL)
    return care_flow_count_words (item->paragraph->words, strlen (item->paragraph->words));
  return 0;
}

static void
report_item (const CarePageItem *item, GPtrArray *overset)
{
  if (item->type == CARE_PAGE_LINE && !item->is_marker)
    care_page_add_overset (overset, item->element, 1, care_page_item_count_words (item));
  if (item->type == CARE_PAGE_PICTURE)
    care_page_add_overset (overset, item->element, (int) ceil (item->height / item->element->template->row),
                           care_page_item_count_words (item));
}

/**
 * care_page_block_report:
 * @self: a block that has no place
 * @overset: (element-type CarePageOverset): a report
 *
 * Adds all lines of @self to @overset.
 */
void
care_page_block_report (const CarePageBlock *self, GPtrArray *overset)
{
  for (guint i = 0; i < self->items->len; i++)
    report_item (&g_array_index (self->items, CarePageItem, i), overset);
}

/**
 * care_page_block_cut:
 * @self: a block
 * @height: the most that it may have, in points
 * @overset: (element-type CarePageOverset): a report
 *
 * Takes out of @self what is below @height and adds it to @overset.
 */
void
care_page_block_cut (CarePageBlock *self, double height, GPtrArray *overset)
{
  guint kept = 0;

  if (self->height <= height)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      CarePageItem item = g_array_index (self->items, CarePageItem, i);

      if (item.y + item.height <= height)
        g_array_index (self->items, CarePageItem, kept++) = item;
      else
        report_item (&item, overset);
    }
  g_array_set_size (self->items, kept);
  self->height = height;
}
