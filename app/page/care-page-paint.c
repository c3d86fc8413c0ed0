/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages onto any cairo context: the window's, the printer's, the PDF's. */

#include "care-page-model.h"

static void
set_colour (cairo_t *cr, CareColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

/**
 * care_page_item_paint_runs:
 * @item: a line of a page
 * @first: the index of a run of its text
 * @end: the one after the last
 * @cr: where to
 *
 * Paints a part of a line.
 */
void
care_page_item_paint_runs (const CarePageItem *item, guint first, guint end, cairo_t *cr)
{
  set_colour (cr, item->colour);
  for (guint i = first; i < end; i++)
    {
      const CareTextRun *run = &g_array_index (item->text->runs, CareTextRun, i);

      cairo_move_to (cr, item->line_x + run->x, item->baseline - run->rise);
      pango_cairo_show_glyph_item (cr, run->text, run->glyphs);
    }
}

static void
paint_line (const CarePageItem *item, cairo_t *cr)
{
  const CareTextLine *line = care_text_get_line (item->text, item->line);

  care_page_item_paint_runs (item, line->first_run, line->end_run, cr);
}

static void
paint_outline (const CarePageItem *item, cairo_t *cr)
{
  set_colour (cr, item->colour);
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_stroke (cr);
}

static void
paint_picture (const CarePageItem *item, cairo_t *cr)
{
  const CareFlowParagraph *picture = item->paragraph;

  cairo_translate (cr, item->x, item->y);
  if (picture->chart != NULL)
    care_chart_paint (picture->chart, cr);
  if (picture->timeline != NULL)
    care_timeline_strip_paint (picture->timeline, care_page_ink, care_page_faint, care_page_paper, cr);
  if (picture->image != NULL)
    {
      cairo_scale (cr, picture->image_scale, picture->image_scale);
      cairo_set_source_surface (cr, picture->image, 0, 0);
      cairo_paint (cr);
    }
}

/**
 * care_page_item_paint:
 * @item: an item of a page
 * @cr: where to
 *
 * Paints @item.
 */
void
care_page_item_paint (const CarePageItem *item, cairo_t *cr)
{
  cairo_save (cr);
  switch (item->type)
    {
    case CARE_PAGE_LINE:
      paint_line (item, cr);
      break;
    case CARE_PAGE_FILL:
      set_colour (cr, item->colour);
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case CARE_PAGE_OUTLINE:
      paint_outline (item, cr);
      break;
    case CARE_PAGE_PICTURE:
    default:
      paint_picture (item, cr);
      break;
    }
  cairo_restore (cr);
}

/**
 * care_pages_paint:
 * @self: pages
 * @page: one of them, from 0
 * @cr: where to; a unit is a point and the origin the top left corner of the page
 *
 * Paints a page, but not its paper.
 */
void
care_pages_paint (const CarePages *self, guint page, cairo_t *cr)
{
  const CarePageSheet *sheet;

  g_return_if_fail (page < self->sheets->len);
  sheet = g_ptr_array_index (self->sheets, page);
  for (guint i = 0; i < sheet->items->len; i++)
    care_page_item_paint (&g_array_index (sheet->items, CarePageItem, i), cr);
}
