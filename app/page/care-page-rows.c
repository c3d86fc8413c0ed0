/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of tables. In running text a table may go on over pages: its headings then stand
 * above each piece of it, and a row that is higher than a page is divided by lines. */

#include "care-page-model.h"

#define RULE_PT 0.5

/* Headings that are higher than this part of a page are not repeated. */
#define MOST_OF_PAGE 3

static void
add_rule (CarePageBlock *self, double y, CareColour colour)
{
  CarePageItem rule = { .type = CARE_PAGE_FILL, .element = self->element, .y = y };

  rule.width = care_flow_element_get_width (self->element);
  rule.height = RULE_PT;
  rule.colour = colour;
  g_array_append_val (self->items, rule);
}

/**
 * care_page_row_get_rule:
 * @cell: the cell that begins a row of a table
 *
 * Returns: the colour of the rule above it, which is darker above a sum.
 */
CareColour
care_page_row_get_rule (const CareFlowParagraph *cell)
{
  return cell->is_total ? care_page_ink : care_page_faint;
}

/* Its row is as high as the highest of its cells. */
static void
add_lines (CarePageBlock *self, const CareFlowParagraph *cell, guint line, guint end)
{
  double y = self->row;

  for (; line < MIN (end, cell->text->lines->len); line++, y += cell->style->leading)
    care_page_block_add_line (self, cell, line, y);
  self->height = MAX (self->height, y);
}

/**
 * care_page_block_add_cell:
 * @self: a block
 * @cell: a cell of a table
 *
 * Adds @cell beside the one before, or below all if it begins a row.
 */
void
care_page_block_add_cell (CarePageBlock *self, const CareFlowParagraph *cell)
{
  if (!cell->continues_row)
    {
      if (self->items->len > 0)
        {
          add_rule (self, self->height + cell->gap / 2, care_page_row_get_rule (cell));
          self->height += cell->gap;
        }
      self->row = self->height;
    }
  add_lines (self, cell, 0, G_MAXUINT);
}

/**
 * care_page_block_close_table:
 * @self: a block whose last paragraph is a cell
 * @cell: that cell
 *
 * Adds the rule below the last row of a table.
 */
void
care_page_block_close_table (CarePageBlock *self, const CareFlowParagraph *cell)
{
  self->height += cell->gap / 2;
  add_rule (self, self->height, care_page_ink);
  self->height += RULE_PT;
}

/**
 * care_page_row_find_end:
 * @element: an element with a table
 * @index: of the first cell of a row
 *
 * Returns: the index of the paragraph after the row.
 */
guint
care_page_row_find_end (const CareFlowElement *element, guint index)
{
  while (++index < element->paragraphs->len)
    if (!((const CareFlowParagraph *) g_ptr_array_index (element->paragraphs, index))->continues_row)
      break;
  return index;
}

/**
 * care_page_row_ends_table:
 * @element: an element
 * @index: of a paragraph of it
 *
 * Returns: whether it is the last cell of a table.
 */
gboolean
care_page_row_ends_table (const CareFlowElement *element, guint index)
{
  const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, index);

  return paragraph->role == CARE_FLOW_CELL
         && (index + 1 == element->paragraphs->len
             || ((const CareFlowParagraph *) g_ptr_array_index (element->paragraphs, index + 1))->role != CARE_FLOW_CELL);
}

static guint
count_lines (const CareFlowElement *element, guint index)
{
  guint end = care_page_row_find_end (element, index);
  guint n_lines = 1;

  for (; index < end; index++)
    n_lines = MAX (n_lines, care_flow_paragraph_count_lines (g_ptr_array_index (element->paragraphs, index)));
  return n_lines;
}

/* The lines of all its cells from @line to @end. */
static CarePageBlock *
new_row (const CareFlowElement *element, guint index, guint line, guint end)
{
  CarePageBlock *self = care_page_block_new_range (element, 0, 0);
  guint row_end = care_page_row_find_end (element, index);
  gboolean is_last = end >= count_lines (element, index);

  for (guint i = index; i < row_end; i++)
    add_lines (self, g_ptr_array_index (element->paragraphs, i), line, end);
  if (is_last && care_page_row_ends_table (element, row_end - 1))
    care_page_block_close_table (self, g_ptr_array_index (element->paragraphs, index));
  return self;
}

static double
count_rows (const CareFlowElement *element, guint index, guint line, guint end)
{
  g_autoptr (CarePageBlock) row = new_row (element, index, line, end);

  return row->height / element->template->row;
}

/* How many units before the one that comes next are the headings of its column; 0 for none. */
static guint
find_header (const GArray *units, const CareFlowElement *element)
{
  for (guint i = units->len; i > 0; i--)
    {
      const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, i - 1);

      if (unit->element != element || unit->paragraph->role != CARE_FLOW_CELL)
        return 0;
      if (unit->paragraph->heads == CARE_FLOW_HEADS_COLUMN)
        return unit->rows > (double) element->template->rows / MOST_OF_PAGE ? 0 : units->len - (i - 1);
    }
  return 0;
}

/**
 * care_columns_add_row:
 * @units: (element-type CareColumnUnit): what it is added to
 * @first: (transfer none): the unit of the row: its cell, what is before it, and whether
 *   it is kept with what follows
 * @index: of its first cell
 *
 * Adds a row of a table: as one unit, or a line each if no page would have room for it.
 */
void
care_columns_add_row (GArray *units, const CareColumnUnit *first, guint index)
{
  CareColumnUnit unit = *first;
  guint n_lines = count_lines (unit.element, index);
  double most = unit.element->template->rows;
  gboolean is_divided;

  unit.header = find_header (units, unit.element);
  if (unit.header > 0)
    most -= g_array_index (units, CareColumnUnit, units->len - unit.header).rows + unit.rows_before;
  unit.rows = count_rows (unit.element, index, 0, n_lines);
  is_divided = unit.rows > most;
  for (guint line = 0; line < n_lines; line = unit.end_line)
    {
      unit.line = line;
      unit.end_line = is_divided ? line + 1 : n_lines;
      unit.rows = count_rows (unit.element, index, line, unit.end_line);
      unit.rows_before = line == 0 ? first->rows_before : 0;
      unit.keep = unit.end_line < n_lines ? line == 0 || line + 2 == n_lines : first->keep;
      g_array_append_val (units, unit);
      unit.header += unit.header > 0;
    }
}

/**
 * care_columns_get_header:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the one that a column begins with
 *
 * Returns: (transfer none) (nullable): the headings that are to stand above it again.
 */
const CareColumnUnit *
care_columns_get_header (const GArray *units, guint from)
{
  guint back = from < units->len ? g_array_index (units, CareColumnUnit, from).header : 0;

  return back == 0 ? NULL : &g_array_index (units, CareColumnUnit, from - back);
}

static guint
find_index (const CareColumnUnit *unit)
{
  guint index = 0;

  g_ptr_array_find (unit->element->paragraphs, unit->paragraph, &index);
  return index;
}

/**
 * care_columns_place_row:
 * @first: a unit that is of a row of a table
 * @end_line: the line of its cells after the last one that is placed
 * @is_repeat: whether it is placed again
 * @sheet: a page
 * @x: its left edge there, in points
 * @y: its top
 *
 * Adds a row, or what of it stands together, to @sheet.
 */
void
care_columns_place_row (const CareColumnUnit *first, guint end_line, gboolean is_repeat, CarePageSheet *sheet, double x,
                        double y)
{
  g_autoptr (CarePageBlock) row = new_row (first->element, find_index (first), first->line, end_line);

  for (guint i = 0; i < row->items->len; i++)
    g_array_index (row->items, CarePageItem, i).is_repeat = is_repeat;
  care_page_block_place (row, sheet, x, y);
}

/**
 * care_columns_report_row:
 * @unit: a unit that is of a row of a table and has no place
 * @overset: (element-type CarePageOverset): a report
 *
 * Adds its lines to @overset.
 */
void
care_columns_report_row (const CareColumnUnit *unit, GPtrArray *overset)
{
  g_autoptr (CarePageBlock) row = new_row (unit->element, find_index (unit), unit->line, unit->end_line);

  care_page_block_report (row, overset);
}
