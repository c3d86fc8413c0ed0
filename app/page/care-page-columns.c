/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running text in columns on a grid: a line is a row, or as many as its style needs. A
 * heading stays with what follows, and neither the first nor the last line of a
 * paragraph stands alone. Where there is no sidebar the boxes are in it, too. */

#include "care-page-model.h"

#include <math.h>
#include <string.h>

/* Of a row: no difference. */
#define TINY 1e-6

/* Around a box, with a rule in the middle. */
#define BOX_GAP_ROWS 2

/* After the first line, and before the last one. */
static gboolean
must_keep_line (guint line, guint n_lines)
{
  return n_lines > 1 && (line == 0 || line + 2 == n_lines);
}

/* What something stands beside is on its page. */
static gboolean
must_keep_beside (const CareFlowParagraph *paragraph, guint line, const CareFlowParagraph *next)
{
  return line + 1 < paragraph->n_beside || (line + 1 == paragraph->n_beside && next != NULL && next->n_beside > 0);
}

/* The first row of a table stays below the headings, and the last one neither alone nor
 * torn from what is said of the table. */
static gboolean
must_keep_row (const CareFlowElement *element, guint index)
{
  guint after = care_page_row_find_end (element, index);
  const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, index);

  return paragraph->heads == CARE_FLOW_HEADS_COLUMN || care_page_row_ends_table (element, after - 1)
         || care_page_row_ends_table (element, care_page_row_find_end (element, after) - 1);
}

/* Of a paragraph of an element: what heads it and what follows stay together. */
static gboolean
must_keep (const CareFlowElement *element, guint index, guint line, gboolean is_whole)
{
  const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, index);
  guint after = care_page_row_find_end (element, index);
  const CareFlowParagraph *next
    = after < element->paragraphs->len ? g_ptr_array_index (element->paragraphs, after) : NULL;

  if (next == NULL && (paragraph->role == CARE_FLOW_CELL || line + 1 == care_flow_paragraph_count_lines (paragraph)))
    return FALSE;
  if (is_whole)
    return TRUE;
  if (paragraph->role == CARE_FLOW_CELL)
    return must_keep_row (element, index);
  return paragraph->keep_next || paragraph->role == CARE_FLOW_HEADING || (next != NULL && next->text == NULL)
         || must_keep_line (line, care_flow_paragraph_count_lines (paragraph)) || must_keep_beside (paragraph, line, next);
}

static double
count_rows (const CareFlowElement *element, guint index)
{
  const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, index);

  return (paragraph->text == NULL ? paragraph->height : paragraph->style->leading) / element->template->row;
}

/* A box is set apart by a rule between two rows; inside it stands what it is made of as
 * close as in a sidebar. */
static double
count_rows_before (const CareFlowElement *element, guint index)
{
  const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, index);

  if (element->place == CARE_FLOW_COLUMNS)
    return paragraph->rows_before;
  return index == 0 ? BOX_GAP_ROWS : paragraph->gap * element->template->scale / element->template->row;
}

static void
add_units (GArray *units, const CareFlowElement *element, guint index, gboolean is_whole)
{
  const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, index);
  CareColumnUnit unit = { element, paragraph, 0, 0, count_rows_before (element, index), FALSE };

  if (paragraph->role == CARE_FLOW_CELL)
    {
      unit.keep = must_keep (element, index, 0, is_whole);
      if (!paragraph->continues_row)
        care_columns_add_row (units, &unit, index);
      return;
    }
  unit.rows = count_rows (element, index);
  for (; unit.line < care_flow_paragraph_count_lines (paragraph); unit.line++)
    {
      unit.keep = must_keep (element, index, unit.line, is_whole);
      g_array_append_val (units, unit);
      unit.rows_before = 0;
    }
}

static double
count_all (const GArray *units, guint first)
{
  double rows = 0;

  for (guint i = first; i < units->len; i++)
    {
      const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, i);

      rows += unit->rows + (i > first ? unit->rows_before : 0);
    }
  return rows;
}

/* A chart is not torn from what is said of it, unless both are higher than a page. */
static void
add_element (GArray *units, const CareFlowElement *element)
{
  gboolean is_whole = element->place == CARE_FLOW_WIDE;
  guint first = units->len;

  for (guint i = 0; i < element->paragraphs->len; i++)
    add_units (units, element, i, is_whole);
  if (is_whole && count_all (units, first) > element->template->rows)
    {
      g_array_set_size (units, first);
      for (guint i = 0; i < element->paragraphs->len; i++)
        add_units (units, element, i, FALSE);
    }
}

/* And what belongs to it, if it is in running text. */
static void
add_with_boxes (GArray *units, const CareFlow *flow, const CareFlowElement *element)
{
  if (care_flow_element_is_running (element))
    add_element (units, element);
  for (guint i = element->order + 1; i < flow->elements->len; i++)
    {
      const CareFlowElement *box = g_ptr_array_index (flow->elements, i);

      if (box->belongs_to == element && care_flow_element_is_running (box))
        add_element (units, box);
    }
}

/* The sections go on after a box as far from it as it is from what is before it. */
static double
get_rows_before (const GArray *units, guint index)
{
  const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, index);
  gboolean is_after_box
    = index > 0 && unit->element->place == CARE_FLOW_COLUMNS && (unit - 1)->element->place == CARE_FLOW_WIDE;

  return is_after_box ? BOX_GAP_ROWS : unit->rows_before;
}

/**
 * care_columns_new:
 * @flow: what is to be printed
 *
 * Returns: (transfer full) (element-type CareColumnUnit): the lines of the
 *   running text.
 */
GArray *
care_columns_new (const CareFlow *flow)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (CareColumnUnit));
  gboolean is_cover = flow->template->has_cover;

  for (guint i = 0; i < flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (flow->elements, i);
      guint first = units->len;

      if (element->belongs_to == NULL)
        add_with_boxes (units, flow, element);
      if (element->place == CARE_FLOW_CONTENTS || units->len == first)
        continue;
      g_array_index (units, CareColumnUnit, first).starts_page = is_cover;
      is_cover = FALSE;
    }
  return units;
}

/* How many rows are filled when the next line comes: an element begins on the grid, whatever
 * of the one before is in the column. */
static double
round_filled (const GArray *units, guint index, double filled)
{
  const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, index);

  return index > 0 && (unit - 1)->element != unit->element ? ceil (filled - TINY) : filled;
}

/**
 * care_columns_fill_until:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one that has no place yet
 * @until: the one after the last that may be placed
 * @rows: how many rows the column has
 *
 * Returns: the first line that does not go into the column.
 */
guint
care_columns_fill_until (const GArray *units, guint from, guint until, guint rows)
{
  const CareColumnUnit *header = care_columns_get_header (units, from);
  guint end = from, last_break = from;
  double filled = header == NULL ? 0 : header->rows;

  while (end < until)
    {
      const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, end);
      double needed;

      if (unit->starts_page && end > from)
        break;
      filled = round_filled (units, end, filled);
      needed = (end == from && header == NULL ? 0 : get_rows_before (units, end)) + unit->rows;

      if (filled + needed > rows + TINY)
        break;
      filled += needed;
      end++;
      if (!unit->keep)
        last_break = end;
    }
  /* What is kept together and higher than a whole page has to break somewhere. */
  if (last_break == from && from < units->len && until == units->len
      && rows >= g_array_index (units, CareColumnUnit, from).element->template->rows)
    last_break = end;
  return last_break;
}

/**
 * care_columns_fill:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one that has no place yet
 * @rows: how many rows the column has
 *
 * Returns: the first line that does not go into the column.
 */
guint
care_columns_fill (const GArray *units, guint from, guint rows)
{
  return care_columns_fill_until (units, from, units->len, rows);
}

static gboolean
fits (const GArray *units, guint from, guint rows, guint n_columns)
{
  for (guint column = 0; column < n_columns; column++)
    from = care_columns_fill (units, from, rows);
  return from == units->len;
}

/**
 * care_columns_balance:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one that has no place yet
 * @rows: how many rows a column has
 * @n_columns: how many columns there are
 *
 * Returns: the fewest rows into which all that is left fits, so that all columns end
 *   alike; @rows if it does not fit.
 */
guint
care_columns_balance (const GArray *units, guint from, guint rows, guint n_columns)
{
  for (guint fewer = 0; fewer < rows; fewer++)
    if (fits (units, from, fewer, n_columns))
      return fewer;
  return rows;
}

/* The last paragraph a line longer. */
static void
grow (GArray *units)
{
  CareColumnUnit more = g_array_index (units, CareColumnUnit, units->len - 1);
  gboolean is_line = more.paragraph->text != NULL && more.paragraph->role != CARE_FLOW_CELL;
  guint n_lines = is_line ? more.line + 2 : 1;

  more.line = n_lines - 1;
  more.rows = 1;
  more.rows_before = 0;
  more.starts_page = FALSE;
  more.header = 0;
  g_array_append_val (units, more);
  for (guint i = units->len - n_lines; i < units->len; i++)
    {
      CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, i);

      unit->keep = must_keep_line (unit->line, n_lines) || must_keep_beside (unit->paragraph, unit->line, NULL);
    }
}

/**
 * care_columns_count_spare:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one of the last page
 * @rows: how many rows its columns have
 * @n_columns: how many columns there are
 *
 * Returns: by how many lines the last paragraph can grow and still fit; 0 if it
 *   does not fit as it is.
 */
int
care_columns_count_spare (const GArray *units, guint from, guint rows, guint n_columns)
{
  g_autoptr (GArray) longer = g_array_new (FALSE, FALSE, sizeof (CareColumnUnit));
  int spare = -1;

  if (units->len == 0)
    return (int) (rows * n_columns);
  g_array_append_vals (longer, units->data, units->len);
  for (; fits (longer, from, rows, n_columns); spare++)
    grow (longer);
  return MAX (spare, 0);
}

static double
get_width (const CareColumnUnit *unit)
{
  double beside = unit->line < unit->paragraph->n_beside ? care_page_template_get_inset (unit->element->template) : 0;

  return care_flow_element_get_width (unit->element) - beside;
}

/* Of a unit: its place, and what it is of. */
static CarePageItem
make_item (const CareColumnUnit *unit, CarePageItemType type, double x, double y)
{
  const CareFlowParagraph *paragraph = unit->paragraph;

  return (CarePageItem){ .type = type,
                         .element = unit->element,
                         .x = x + paragraph->indent,
                         .y = y,
                         .width = get_width (unit) - paragraph->indent,
                         .height = paragraph->style->leading,
                         .colour = paragraph->style->colour,
                         .style = paragraph->style,
                         .paragraph = paragraph };
}

static CarePageItem
make_line (const CareColumnUnit *unit, double x, double y)
{
  CarePageItem item = make_item (unit, CARE_PAGE_LINE, x, y);

  item.text = unit->paragraph->text;
  item.line = unit->line;
  item.line_x = item.x + care_text_get_line (item.text, unit->line)->x;
  item.baseline = y + unit->paragraph->style->baseline;
  item.ends_paragraph = unit->line + 1 == item.text->lines->len;
  return item;
}

static void
place_picture (const CareColumnUnit *unit, CarePageSheet *sheet, double x, double y)
{
  CarePageItem item = make_item (unit, CARE_PAGE_PICTURE, x, y);

  item.width = unit->paragraph->width;
  item.height = unit->paragraph->height;
  g_array_append_val (sheet->items, item);
}

static void
place_line (const CareColumnUnit *unit, CarePageSheet *sheet, double x, double y)
{
  CarePageItem line = make_line (unit, x, y);

  if (unit->line == 0 && unit->paragraph->has_swatch)
    care_page_add_swatch (sheet->items, unit->element, unit->paragraph, x, y);
  if (unit->line == 0 && unit->paragraph->marker != NULL)
    {
      CarePageItem marker = line;

      marker.text = unit->paragraph->marker;
      marker.line = 0;
      marker.x = marker.line_x = x;
      marker.width = unit->paragraph->indent;
      marker.is_marker = TRUE;
      marker.ends_paragraph = FALSE;
      g_array_append_val (sheet->items, marker);
    }
  g_array_append_val (sheet->items, line);
  care_columns_place_inset (unit, sheet, x, y);
}

/* In the middle of the empty rows above a box, and between the rows of a table. */
static void
place_rule (const CareColumnUnit *unit, double rows_before, CarePageSheet *sheet, double x, double y)
{
  gboolean is_row = unit->paragraph->role == CARE_FLOW_CELL;
  CarePageItem rule = { .type = CARE_PAGE_FILL, .element = unit->element, .x = x, .height = is_row ? 0.5 : 1 };

  if (!is_row && rows_before <= 1)
    return;
  rule.y = y - rows_before * unit->element->template->row / 2;
  rule.width = unit->element->template->column;
  rule.colour = is_row ? care_page_row_get_rule (unit->paragraph) : care_page_accent;
  g_array_append_val (sheet->items, rule);
}

/* What is placed of a row that is divided is placed at once, cell by cell. */
static guint
place_unit (const GArray *units, guint index, guint end, CarePageSheet *sheet, double x, double y)
{
  const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, index);
  const CareColumnUnit *last = unit;

  if (unit->paragraph->text == NULL)
    place_picture (unit, sheet, x, y);
  else if (unit->paragraph->role != CARE_FLOW_CELL)
    place_line (unit, sheet, x, y);
  else
    {
      while (++index < end && (last + 1)->paragraph == unit->paragraph)
        last++;
      care_columns_place_row (unit, last->end_line, FALSE, sheet, x, y);
      return index;
    }
  return index + 1;
}

/**
 * care_columns_place:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one
 * @end: the one after the last
 * @sheet: a page
 * @x: the left edge of the column there, in points
 * @y: its top
 *
 * Adds the lines to @sheet.
 */
void
care_columns_place (const GArray *units, guint from, guint end, CarePageSheet *sheet, double x, double y)
{
  const CareColumnUnit *header = care_columns_get_header (units, from);
  double top = y;

  if (header != NULL && from < end)
    {
      care_columns_place_row (header, header->end_line, TRUE, sheet, x, y);
      y += header->rows * header->element->template->row;
    }
  for (guint i = from; i < end;)
    {
      const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, i);

      if (i > from || header != NULL)
        {
          double rows_before = get_rows_before (units, i);
          double row = unit->element->template->row;

          y = top + round_filled (units, i, (y - top) / row) * row + rows_before * row;
          place_rule (unit, rows_before, sheet, x, y);
        }
      i = place_unit (units, i, end, sheet, x, y);
      for (; unit < &g_array_index (units, CareColumnUnit, i); unit++)
        y += unit->rows * unit->element->template->row;
    }
}

/* What of a unit is outside. */
static void
report_unit (const CareColumnUnit *unit, GPtrArray *overset)
{
  const CareFlowParagraph *paragraph = unit->paragraph;

  care_columns_report_inset (unit, overset);
  if (paragraph->role == CARE_FLOW_CELL)
    care_columns_report_row (unit, overset);
  else if (paragraph->text != NULL)
    care_page_add_overset (overset, unit->element, 1, care_text_count_words (paragraph->text, unit->line));
  else
    care_page_add_overset (
      overset, unit->element, (int) ceil (unit->rows),
      paragraph->words == NULL ? 0 : care_flow_count_words (paragraph->words, strlen (paragraph->words)));
}

/**
 * care_columns_report:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one that has no place
 * @overset: (element-type CarePageOverset): a report
 *
 * Adds to @overset all lines from @from.
 */
void
care_columns_report (const GArray *units, guint from, GPtrArray *overset)
{
  for (guint i = from; i < units->len; i++)
    report_unit (&g_array_index (units, CareColumnUnit, i), overset);
}
