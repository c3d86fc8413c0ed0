/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running text in columns on a grid: a line is a row. A heading stays with what
 * follows, and neither the first nor the last line of a paragraph stands alone. */

#include "care-page-model.h"

#include <string.h>

/* After the first line, and before the last one. */
static gboolean
must_keep_line (guint line, guint n_lines)
{
  return n_lines > 1 && (line == 0 || line + 2 == n_lines);
}

static gboolean
must_keep (const CareFlowParagraph *paragraph, guint line)
{
  return paragraph->keep_next || must_keep_line (line, paragraph->text->lines->len);
}

static void
add_units (GArray *units, const CareFlowElement *element, const CareFlowParagraph *paragraph, gboolean is_end)
{
  for (guint line = 0; line < paragraph->text->lines->len; line++)
    {
      CareColumnUnit unit
        = { element, paragraph, line, line == 0 ? paragraph->rows_before : 0, must_keep (paragraph, line) };

      if (is_end && line + 1 == paragraph->text->lines->len)
        unit.keep = FALSE;
      g_array_append_val (units, unit);
    }
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

  for (guint i = 0; i < flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (flow->elements, i);

      for (guint j = 0; element->place == CARE_FLOW_COLUMNS && j < element->paragraphs->len; j++)
        add_units (units, element, g_ptr_array_index (element->paragraphs, j),
                   j + 1 == element->paragraphs->len);
    }
  return units;
}

/**
 * care_columns_fill:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one that has no place yet
 * @rows: how many rows the column has
 * @used: (out) (optional): how many of them are filled
 *
 * Returns: the first line that does not go into the column.
 */
guint
care_columns_fill (const GArray *units, guint from, guint rows, guint *used)
{
  guint end = from, last_break = from;
  guint filled = 0, filled_at_break = 0;

  while (end < units->len)
    {
      const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, end);
      guint needed = end == from ? 1 : unit->rows_before + 1;

      if (filled + needed > rows)
        break;
      filled += needed;
      end++;
      if (!unit->keep)
        {
          last_break = end;
          filled_at_break = filled;
        }
    }
  /* What is kept together and higher than a whole page has to break somewhere. */
  if (last_break == from && rows >= CARE_PAGE_ROWS)
    {
      last_break = end;
      filled_at_break = filled;
    }
  if (used != NULL)
    *used = filled_at_break;
  return last_break;
}

static gboolean
fits_two (const GArray *units, guint from, guint rows)
{
  guint middle = care_columns_fill (units, from, rows, NULL);

  return care_columns_fill (units, middle, rows, NULL) == units->len;
}

/**
 * care_columns_balance:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one that has no place yet
 * @rows: how many rows two columns have
 *
 * Returns: the fewest rows into which all that is left fits, so that both
 *   columns end alike; @rows if it does not fit.
 */
guint
care_columns_balance (const GArray *units, guint from, guint rows)
{
  for (guint fewer = 0; fewer < rows; fewer++)
    if (fits_two (units, from, fewer))
      return fewer;
  return rows;
}

/* The last paragraph a line longer. */
static void
grow (GArray *units)
{
  CareColumnUnit more = { 0 };
  guint n_lines = 1;

  if (units->len > 0)
    {
      more = g_array_index (units, CareColumnUnit, units->len - 1);
      more.line++;
      more.rows_before = 0;
      n_lines = more.line + 1;
    }
  g_array_append_val (units, more);
  for (guint i = units->len - n_lines; i < units->len; i++)
    {
      CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, i);

      unit->keep = must_keep_line (unit->line, n_lines);
    }
}

/**
 * care_columns_count_spare:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one of the last page
 * @rows: how many rows its two columns have
 *
 * Returns: by how many lines the last paragraph can grow and still fit; 0 if it
 *   does not fit as it is.
 */
int
care_columns_count_spare (const GArray *units, guint from, guint rows)
{
  g_autoptr (GArray) longer = g_array_new (FALSE, FALSE, sizeof (CareColumnUnit));
  int spare = -1;

  g_array_append_vals (longer, units->data, units->len);
  for (; fits_two (longer, from, rows); spare++)
    grow (longer);
  return MAX (spare, 0);
}

static CarePageItem
make_line (const CareColumnUnit *unit, double x, double y)
{
  const CarePageStyle *style = care_page_style_get (unit->paragraph->style);
  const CareText *text = unit->paragraph->text;

  return (CarePageItem){ .type = CARE_PAGE_LINE,
                         .element = unit->element,
                         .x = x + unit->paragraph->indent,
                         .y = y,
                         .width = CARE_PAGE_COLUMN_PT - unit->paragraph->indent,
                         .height = CARE_PAGE_ROW_PT,
                         .colour = style->colour,
                         .paragraph = unit->paragraph,
                         .text = text,
                         .line = unit->line,
                         .line_x = x + unit->paragraph->indent + care_text_get_line (text, unit->line)->x,
                         .baseline = y + CARE_PAGE_BASELINE_PT,
                         .style = unit->paragraph->style,
                         .ends_paragraph = unit->line + 1 == text->lines->len };
}

static void
place_unit (const CareColumnUnit *unit, CarePageSheet *sheet, double x, double y)
{
  CarePageItem line = make_line (unit, x, y);

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
  for (guint i = from; i < end; i++)
    {
      const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, i);

      if (i > from)
        y += unit->rows_before * CARE_PAGE_ROW_PT;
      place_unit (unit, sheet, x, y);
      y += CARE_PAGE_ROW_PT;
    }
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
    {
      const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, i);

      care_page_add_overset (overset, unit->element, 1, care_text_count_words (unit->paragraph->text, unit->line));
    }
}
