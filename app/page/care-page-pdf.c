/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages as a PDF: a briefing is added, or one after the other, then the file is finished. */

#include "care-pdf.h"

#include <glib/gi18n.h>

/**
 * care_pages_check_printable:
 * @self: pages
 * @error: return location for a #CarePageError
 *
 * Returns: whether every character and every picture of @self can be printed.
 */
gboolean
care_pages_check_printable (const CarePages *self, GError **error)
{
  if (self->flow->unprintable != NULL)
    {
      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_FONT,
                   _ ("“%s” has a character that no installed typeface can print; replace it, or install a "
                      "typeface that has it"),
                   self->flow->unprintable);
      return FALSE;
    }
  if (self->flow->unreadable != NULL)
    {
      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF,
                   _ ("The image “%s” cannot be read; replace it with a PNG file"), self->flow->unreadable);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_fits (const CarePages *self, GError **error)
{
  g_autofree char *words = NULL;

  if (care_pages_fits (self))
    return TRUE;
  words = care_pages_describe_fit (self);
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET, _ ("%s; shorten it, or allow more pages"),
               words);
  return FALSE;
}

static void
sheet_free (gpointer data)
{
  CarePdfSheet *sheet = data;

  g_array_unref (sheet->annotations);
  g_free (sheet);
}

static void
clear_bookmark (gpointer data)
{
  g_free (((CarePdfBookmark *) data)->words);
}

static void
part_free (gpointer data)
{
  CarePdfPart *part = data;

  g_array_unref (part->bookmarks);
  g_free (part);
}

/**
 * care_pdf_new:
 * @has_parts: whether it is to be of several briefings
 *
 * Returns: (transfer full): a PDF without pages.
 */
CarePdf *
care_pdf_new (gboolean has_parts)
{
  CarePdf *self = g_new0 (CarePdf, 1);

  self->has_parts = has_parts;
  self->file = care_pdf_file_new ();
  self->page_tree = care_pdf_file_reserve (self->file);
  self->structure = care_pdf_file_reserve (self->file);
  self->document = has_parts ? care_pdf_file_reserve (self->file) : 0;
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->parents = g_array_new (FALSE, FALSE, sizeof (guint));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->drawn = g_byte_array_new ();
  care_pdf_start_drawing (self);
  return self;
}

/**
 * care_pdf_free:
 * @self: (transfer full): a PDF
 */
void
care_pdf_free (CarePdf *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  care_pdf_file_free (self->file);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->parents);
  g_array_unref (self->order);
  g_byte_array_unref (self->drawn);
  g_free (self);
}

/**
 * care_pdf_get_sheet:
 * @self: a PDF
 * @page: a page, from 0
 *
 * Returns: (transfer none): the page, which may be drawn later.
 */
CarePdfSheet *
care_pdf_get_sheet (CarePdf *self, guint page)
{
  while (self->sheets->len <= page)
    {
      CarePdfSheet *sheet = g_new0 (CarePdfSheet, 1);

      sheet->object = care_pdf_file_reserve (self->file);
      sheet->annotations = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->sheets, sheet);
    }
  return g_ptr_array_index (self->sheets, page);
}

static void
add_bookmarks (const CarePdfAddition *a, GArray *bookmarks)
{
  for (guint i = 0; i < a->tree->nodes->len; i++)
    {
      const CarePageNode *node = care_page_tree_get (a->tree, (int) i);
      CarePdfBookmark bookmark = { node->role == CARE_ROLE_HEADING_1, NULL, node->page, node->y };

      if (!node->is_painted || (node->role != CARE_ROLE_HEADING_1 && node->role != CARE_ROLE_HEADING_2))
        continue;
      bookmark.words = g_strdup (node->paragraph->text->text);
      g_array_append_val (bookmarks, bookmark);
    }
}

static void
add_part (const CarePdfAddition *a)
{
  CarePdfPart *part = g_new0 (CarePdfPart, 1);

  part->first = a->pages->first;
  part->element = a->objects[0];
  part->bookmarks = g_array_new (FALSE, FALSE, sizeof (CarePdfBookmark));
  g_array_set_clear_func (part->bookmarks, clear_bookmark);
  add_bookmarks (a, part->bookmarks);
  g_ptr_array_add (a->pdf->parts, part);
}

/* The elements of its contents are known once it is drawn: a key and an object for those. */
static void
add_sheets (CarePdfAddition *a)
{
  for (guint i = 0; i < a->pages->sheets->len; i++)
    {
      const GArray *parents = g_ptr_array_index (a->parents, i);
      CarePdfSheet *sheet = care_pdf_get_sheet (a->pdf, a->pages->first + i);
      guint object = care_pdf_file_reserve (a->pdf->file);

      sheet->n_marks = parents->len;
      sheet->key = a->pdf->parents->len;
      g_array_append_val (a->pdf->parents, object);
    }
}

static gboolean
add (CarePdf *self, const CarePages *pages, gboolean is_list, GError **error)
{
  g_autoptr (CarePageTree) tree = NULL;
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *objects = NULL;
  CarePdfAddition a;

  if (!check_fits (pages, error) || !care_pages_check_printable (pages, error))
    return FALSE;
  tree = self->has_parts ? care_page_tree_new_part (pages->flow) : care_page_tree_new (pages->flow);
  for (guint i = 0; i < pages->sheets->len; i++)
    g_ptr_array_add (parents, g_array_new (FALSE, FALSE, sizeof (int)));
  a = (CarePdfAddition){ self, pages, is_list, tree, NULL, parents };
  care_pdf_draw (&a);
  add_sheets (&a);
  objects = care_pdf_add_structure (&a);
  add_part (&a);
  return TRUE;
}

/**
 * care_pdf_add:
 * @self: a PDF
 * @pages: a briefing on which everything is; what its pages are numbered after is in
 *   the file before them
 * @error: return location for a #CarePageError
 *
 * Draws @pages and ties them to what they say. They are not needed after that.
 *
 * Returns: whether they could be added.
 */
gboolean
care_pdf_add (CarePdf *self, const CarePages *pages, GError **error)
{
  return add (self, pages, FALSE, error);
}

/**
 * care_pdf_add_list:
 * @self: a PDF
 * @pages: a list of those that were added
 * @error: return location for a #CarePageError
 *
 * As care_pdf_add(), of what leads to the others.
 *
 * Returns: whether they could be added.
 */
gboolean
care_pdf_add_list (CarePdf *self, const CarePages *pages, GError **error)
{
  return add (self, pages, TRUE, error);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const CarePdfPart *first = *(const CarePdfPart *const *) a;
  const CarePdfPart *second = *(const CarePdfPart *const *) b;

  return (first->first > second->first) - (first->first < second->first);
}

/**
 * care_pdf_finish:
 * @self: a PDF with all its pages
 * @snapshot: what it is called by
 * @error: return location for a #CarePageError
 *
 * Returns: (transfer full) (nullable): the contents of the file; nothing more can be
 *   added to it.
 */
GBytes *
care_pdf_finish (CarePdf *self, CareSnapshot *snapshot, GError **error)
{
  if (!care_pdf_end_drawing (self, error))
    return NULL;
  /* In the order in which they are read. */
  g_ptr_array_sort (self->parts, compare_parts);
  care_pdf_write_structure (self);
  if (care_pdf_write_pages (self))
    return care_pdf_write_document (self, care_snapshot_get_briefing (snapshot));
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF,
               _ ("The PDF could not be made: %s"), _ ("its text could not be tied to its structure"));
  return NULL;
}

/**
 * care_pages_to_pdf:
 * @self: pages
 * @error: return location for a #CarePageError
 *
 * Makes a PDF of @self if everything is on the pages: tagged, as PDF/UA-1 asks. The
 * same pages give the same bytes, whenever it is done.
 *
 * Returns: (transfer full) (nullable): the contents of the file.
 */
GBytes *
care_pages_to_pdf (const CarePages *self, GError **error)
{
  g_autoptr (CarePdf) pdf = care_pdf_new (FALSE);

  return care_pdf_add (pdf, self, error) ? care_pdf_finish (pdf, self->flow->snapshot, error) : NULL;
}
