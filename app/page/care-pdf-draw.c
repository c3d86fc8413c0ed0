/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages drawn with Cairo, each piece of them that says something between marks:
 * the tag "P", which stands for whatever our tree says that the piece is. */

#include "care-pdf.h"

#include "care-canvas.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* A page being drawn. */
typedef struct
{
  CarePdfAddition *addition;
  CarePageTree *tree;
  guint page; /* among those of all */
  cairo_t *cr;
  CareText *space;
  int marked; /* the node that what is drawn is of, or -1 */
} Drawing;

static void
end_mark (Drawing *d)
{
  if (d->marked >= 0)
    cairo_tag_end (d->cr, "P");
  d->marked = -1;
}

/* The lines of a paragraph are one piece: each mark is an object to Cairo. */
static void
begin_mark (Drawing *d, const CarePageItem *item, int node)
{
  GArray *parents;

  if (node == d->marked)
    return;
  end_mark (d);
  parents = g_ptr_array_index (d->addition->parents, d->page - d->addition->pages->first);
  care_page_tree_add_content (d->tree, node, d->page, parents->len, item->y);
  g_array_append_val (parents, node);
  cairo_tag_begin (d->cr, "P", NULL);
  d->marked = node;
}

static void
draw_artifact (Drawing *d, const CarePageItem *item)
{
  end_mark (d);
  care_page_item_paint (item, d->cr);
}

/* Whether a part of a paragraph is something by itself: a link that may be followed,
 * or another language. */
static gboolean
is_marked (Drawing *d, const CareProseSpan *span)
{
  g_autofree char *uri = NULL;
  CarePdfPlace place;

  if (span->kind == CARE_PROSE_LANGUAGE)
    return TRUE;
  if (span->kind == CARE_PROSE_CITATION || span->kind == CARE_PROSE_SECTION)
    return care_pdf_find_place (d->addition, span, &place);
  uri = care_page_link_to_uri (span->target);
  return uri != NULL;
}

static const CareProseSpan *
get_span (Drawing *d, const CarePageItem *item, guint run)
{
  int index = g_array_index (item->text->runs, CareTextRun, run).span;
  const CareProseSpan *span = index < 0 ? NULL : &g_array_index (item->text->spans, CareProseSpan, (guint) index);

  return span != NULL && is_marked (d, span) ? span : NULL;
}

static void
add_spot (Drawing *d, const CarePageItem *item, int node, guint first, guint end)
{
  double left = G_MAXDOUBLE, right = 0;
  CarePageSpot spot = { .page = d->page, .y = item->y, .height = item->height };

  for (guint i = first; i < end; i++)
    {
      const CareTextRun *run = &g_array_index (item->text->runs, CareTextRun, i);

      left = MIN (left, run->x);
      right = MAX (right, run->x + run->width);
    }
  spot.x = item->line_x + left;
  spot.width = right - left;
  g_array_append_val (care_page_tree_get (d->tree, node)->spots, spot);
}

static void
draw_runs (Drawing *d, const CarePageItem *item, int node, guint first, guint end)
{
  const CareProseSpan *span = get_span (d, item, first);

  if (span != NULL)
    {
      node = care_page_tree_get_span (d->tree, node, span);
      add_spot (d, item, node, first, end);
    }
  begin_mark (d, item, node);
  care_page_item_paint_runs (item, first, end, d->cr);
}

static void
draw_line (Drawing *d, const CarePageItem *item)
{
  const CareTextLine *line = care_text_get_line (item->text, item->line);
  int node = item->is_repeat   ? -1
             : item->is_marker ? care_page_tree_find_label (d->tree, item->paragraph)
                               : care_page_tree_find (d->tree, item->paragraph);

  if (node < 0)
    {
      draw_artifact (d, item);
      return;
    }
  for (guint first = line->first_run, end; first < line->end_run; first = end)
    {
      end = first + 1;
      while (end < line->end_run && get_span (d, item, end) == get_span (d, item, first))
        end++;
      draw_runs (d, item, node, first, end);
    }
}

/* From 1.18 Cairo marks only what has text in it: a picture begins with a space. */
static void
draw_picture (Drawing *d, const CarePageItem *item)
{
  const CareTextRun *space = &g_array_index (d->space->runs, CareTextRun, 0);

  int node = care_page_tree_find (d->tree, item->paragraph);
  CarePageSpot spot = { d->page, item->x, item->y, item->width, item->height };

  g_array_append_val (care_page_tree_get (d->tree, node)->spots, spot);
  begin_mark (d, item, node);
  cairo_move_to (d->cr, item->x, item->y);
  pango_cairo_show_glyph_item (d->cr, space->text, space->glyphs);
  care_page_item_paint (item, d->cr);
}

static void
draw_item (Drawing *d, const CarePageItem *item)
{
  if (item->type == CARE_PAGE_LINE)
    draw_line (d, item);
  else if (item->type == CARE_PAGE_PICTURE)
    draw_picture (d, item);
  else
    draw_artifact (d, item);
}

static void
draw_sheet (Drawing *d, const CarePageSheet *sheet)
{
  for (guint i = 0; i < sheet->items->len; i++)
    draw_item (d, &g_array_index (sheet->items, CarePageItem, i));
  end_mark (d);
  cairo_show_page (d->cr);
}

/**
 * care_pdf_draw:
 * @a: a briefing being added
 *
 * Draws its pages, and gives its tree its content.
 */
void
care_pdf_draw (CarePdfAddition *a)
{
  const CarePages *pages = a->pages;
  g_autoptr (CareText) space = care_text_new (pages->flow->context, &pages->flow->template->styles[CARE_STYLE_BOX], " ",
                                              NULL, &(CareTextMeasure){ CARE_PAGE_WIDTH_PT });
  Drawing d = { a, a->tree, pages->first, a->pdf->cr, space, -1 };

  for (guint i = 0; i < pages->sheets->len; i++, d.page++)
    {
      draw_sheet (&d, g_ptr_array_index (pages->sheets, i));
      g_array_append_val (a->pdf->order, d.page);
    }
}

/**
 * care_pdf_start_drawing:
 * @self: a PDF
 *
 * Makes ready what briefings are drawn with.
 */
void
care_pdf_start_drawing (CarePdf *self)
{
  self->surface
    = cairo_pdf_surface_create_for_stream (care_canvas_append, self->drawn, CARE_PAGE_WIDTH_PT, CARE_PAGE_HEIGHT_PT);
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_5);
  self->cr = cairo_create (self->surface);
}

/**
 * care_pdf_end_drawing:
 * @self: a PDF to which all is added
 * @error: return location for a #CarePageError
 *
 * Returns: whether Cairo could draw it.
 */
gboolean
care_pdf_end_drawing (CarePdf *self, GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF, _ ("The PDF could not be made: %s"),
               cairo_status_to_string (status));
  return FALSE;
}
