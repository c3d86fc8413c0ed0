/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether two pages look the same, without painting them: after most keystrokes all but
 * one do. Most texts are then one and the same, as care_pages_new_after() keeps them. */

#include "care-page-model.h"

#include <string.h>

/* Field by field: some bits of a glyph are never set. */
static gboolean
is_same_glyphs (const PangoGlyphString *a, const PangoGlyphString *b)
{
  if (a->num_glyphs != b->num_glyphs)
    return FALSE;
  for (int i = 0; i < a->num_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &a->glyphs[i], *other = &b->glyphs[i];

      if (glyph->glyph != other->glyph || glyph->geometry.width != other->geometry.width
          || glyph->geometry.x_offset != other->geometry.x_offset || glyph->geometry.y_offset != other->geometry.y_offset)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_run (const CareTextRun *a, const CareTextRun *b)
{
  return a->x == b->x && a->rise == b->rise && a->glyphs->item->analysis.font == b->glyphs->item->analysis.font
         && is_same_glyphs (a->glyphs->glyphs, b->glyphs->glyphs);
}

static gboolean
is_same_line (const CarePageItem *a, const CarePageItem *b)
{
  const CareTextLine *line = care_text_get_line (a->text, a->line);
  const CareTextLine *other = care_text_get_line (b->text, b->line);
  guint n_runs = line->end_run - line->first_run;

  if (a->line_x != b->line_x || a->baseline != b->baseline || n_runs != other->end_run - other->first_run)
    return FALSE;
  if (a->text == b->text && a->line == b->line)
    return TRUE;
  for (guint i = 0; i < n_runs; i++)
    if (!is_same_run (&g_array_index (a->text->runs, CareTextRun, line->first_run + i),
                      &g_array_index (b->text->runs, CareTextRun, other->first_run + i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_image (cairo_surface_t *a, cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a);
  int height = cairo_image_surface_get_height (a);

  return stride == cairo_image_surface_get_stride (b) && height == cairo_image_surface_get_height (b)
         && cairo_image_surface_get_format (a) == cairo_image_surface_get_format (b)
         && memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), (gsize) stride * (gsize) height) == 0;
}

static gboolean
is_same_picture (const CareFlowParagraph *a, const CareFlowParagraph *b)
{
  if ((a->image == NULL) != (b->image == NULL) || a->image_scale != b->image_scale
      || g_strcmp0 (a->painted_from, b->painted_from) != 0)
    return FALSE;
  return a->image == NULL || is_same_image (a->image, b->image);
}

static gboolean
is_same_colour (CareColour a, CareColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static gboolean
is_same_item (const CarePageItem *a, const CarePageItem *b)
{
  if (a->type != b->type || a->x != b->x || a->y != b->y || a->width != b->width || a->height != b->height
      || !is_same_colour (a->colour, b->colour))
    return FALSE;
  switch (a->type)
    {
    case CARE_PAGE_LINE:
      return is_same_line (a, b);
    case CARE_PAGE_PICTURE:
      return is_same_picture (a->paragraph, b->paragraph);
    case CARE_PAGE_FILL:
    case CARE_PAGE_OUTLINE:
    default:
      return TRUE;
    }
}

/**
 * care_pages_is_same_page:
 * @a: pages
 * @page_a: one of them, from 0
 * @b: pages that were made in the same thread
 * @page_b: one of them, from 0
 *
 * Returns: whether care_pages_paint() paints the same for both.
 */
gboolean
care_pages_is_same_page (const CarePages *a, guint page_a, const CarePages *b, guint page_b)
{
  const GArray *items, *others;

  g_return_val_if_fail (page_a < a->sheets->len && page_b < b->sheets->len, FALSE);
  items = ((const CarePageSheet *) g_ptr_array_index (a->sheets, page_a))->items;
  others = ((const CarePageSheet *) g_ptr_array_index (b->sheets, page_b))->items;
  if (items->len != others->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!is_same_item (&g_array_index (items, CarePageItem, i), &g_array_index (others, CarePageItem, i)))
      return FALSE;
  return TRUE;
}
