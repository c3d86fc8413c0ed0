/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages drawn with Cairo, each piece of them that says something between marks:
 * the tag "P", which stands for whatever our tree says that the piece is. */

#include "care-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (const CareFlow *flow, cairo_surface_t *surface)
{
  CareRecord *briefing = care_snapshot_get_briefing (flow->snapshot);
  const char *authors = care_record_get (briefing, "authors");
  g_autofree char *date = care_pdf_make_date (briefing);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, care_record_get_title (briefing));
  if (authors != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, authors);
  if (*flow->series != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, flow->series);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "CareBrief");
  /* Or Cairo would write the hour at which it was made. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* A page being drawn. */
typedef struct
{
  CarePdf *pdf;
  const CarePageTargets *targets; /* of the briefing that is drawn */
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
  if (node == d->marked)
    return;
  end_mark (d);
  care_page_tree_add_content (d->pdf->tree, node, d->page, d->pdf->n_marks[d->page]++, item->y);
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

  if (span->kind == CARE_PROSE_LANGUAGE)
    return TRUE;
  if (span->kind == CARE_PROSE_CITATION)
    return span->source >= 1 && span->source <= d->targets->sources->len;
  if (span->kind == CARE_PROSE_SECTION)
    return span->source >= 1 && span->source <= d->targets->sections->len;
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
  g_array_append_val (care_page_tree_get (d->pdf->tree, node)->spots, spot);
}

static void
draw_runs (Drawing *d, const CarePageItem *item, int node, guint first, guint end)
{
  const CareProseSpan *span = get_span (d, item, first);

  if (span != NULL)
    {
      node = care_page_tree_get_span (d->pdf->tree, node, span);
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
             : item->is_marker ? care_page_tree_find_label (d->pdf->tree, item->paragraph)
                               : care_page_tree_find (d->pdf->tree, item->paragraph);

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

  int node = care_page_tree_find (d->pdf->tree, item->paragraph);
  CarePageSpot spot = { d->page, item->x, item->y, item->width, item->height };

  g_array_append_val (care_page_tree_get (d->pdf->tree, node)->spots, spot);
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

static void
draw_part (CarePdf *self, guint part, guint page, cairo_t *cr)
{
  const CarePages *pages = g_ptr_array_index (self->parts, part);
  g_autoptr (CareText) space = care_text_new (pages->flow->context, &pages->flow->template->styles[CARE_STYLE_BOX], " ",
                                              NULL, CARE_PAGE_WIDTH_PT, 0);
  Drawing d = { self, g_ptr_array_index (self->tree->targets, part), page, cr, space, -1 };

  for (guint i = 0; i < pages->sheets->len; i++, d.page++)
    draw_sheet (&d, g_ptr_array_index (pages->sheets, i));
}

/**
 * care_pdf_draw:
 * @self: a PDF in the making
 * @error: return location for a #CarePageError
 *
 * Draws all pages, and gives the tree its content.
 *
 * Returns: whether Cairo could.
 */
gboolean
care_pdf_draw (CarePdf *self, GError **error)
{
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (append_bytes, self->drawn, CARE_PAGE_WIDTH_PT, CARE_PAGE_HEIGHT_PT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (self->flow, surface);
  for (guint i = 0, page = 0; i < self->parts->len; i++)
    {
      draw_part (self, i, page, cr);
      page += care_pages_get_n_pages (g_ptr_array_index (self->parts, i));
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF, _ ("The PDF could not be made: %s"),
               cairo_status_to_string (status));
  return FALSE;
}
