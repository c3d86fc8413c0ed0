/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages: what Cairo drew, in the order in which they are read, tied to our tree. */

#include "care-pdf.h"

#include "care-pdf-drawn.h"

/* 210 by 297 mm, to the millionth of a point that Cairo counts in. */
#define PAGE_SIZE "595.275591 841.889764"

/* Ties each mark of Cairo's to the tree. Not one may be missing: a page must not
 * say anything but what is on it. */
static gboolean
write_content (CarePdf *self, const CarePdfDrawn *drawn, guint n, guint object)
{
  g_autoptr (GByteArray) content = care_pdf_drawn_get_content (drawn, n);
  const CarePdfSheet *sheet = care_pdf_get_sheet (self, g_array_index (self->order, guint, n));
  g_autoptr (GByteArray) marked
    = content == NULL ? NULL : care_pdf_content_mark (content->data, content->len, sheet->n_marks);

  if (marked == NULL)
    return FALSE;
  care_pdf_file_add_stream (self->file, object, "", marked->data, marked->len);
  return TRUE;
}

static void
append_annotations (GString *out, const GArray *annotations)
{
  if (annotations->len == 0)
    return;
  g_string_append (out, "/Annots[");
  for (guint i = 0; i < annotations->len; i++)
    care_pdf_append_reference (out, g_array_index (annotations, guint, i));
  g_string_append_c (out, ']');
}

static gboolean
write_page (CarePdf *self, CarePdfDrawn *drawn, guint n)
{
  const CarePdfSheet *sheet = care_pdf_get_sheet (self, g_array_index (self->order, guint, n));
  guint resources = care_pdf_drawn_copy_resources (drawn, n, self->file);
  guint content = care_pdf_file_reserve (self->file);
  GString *out;

  if (resources == 0 || !write_content (self, drawn, n, content))
    return FALSE;
  out = care_pdf_file_begin (self->file, sheet->object);
  g_string_append (out, "<</Type/Page/Parent");
  care_pdf_append_reference (out, self->page_tree);
  g_string_append (out, "/Resources");
  care_pdf_append_reference (out, resources);
  g_string_append (out, "/Contents");
  care_pdf_append_reference (out, content);
  append_annotations (out, sheet->annotations);
  /* As Cairo has it, of what is transparent. */
  g_string_append (out, "/Group<</S/Transparency/I true/CS/DeviceRGB>>");
  g_string_append_printf (out, "/StructParents %u/Tabs/S>>", sheet->key);
  care_pdf_file_end (self->file);
  return TRUE;
}

/**
 * care_pdf_write_pages:
 * @self: a PDF to which all is added, and whose drawing has ended
 *
 * Writes its pages.
 *
 * Returns: whether what Cairo drew is what it was told to.
 */
gboolean
care_pdf_write_pages (CarePdf *self)
{
  g_autoptr (CarePdfDrawn) drawn = care_pdf_drawn_new (self->drawn);
  GString *out;

  if (care_pdf_drawn_get_n_pages (drawn) != self->order->len || self->order->len != self->sheets->len)
    return FALSE;
  for (guint n = 0; n < self->order->len; n++)
    if (!write_page (self, drawn, n))
      return FALSE;
  out = care_pdf_file_begin (self->file, self->page_tree);
  g_string_append_printf (out, "<</Type/Pages/MediaBox[0 0 " PAGE_SIZE "]/Count %u/Kids[", self->sheets->len);
  for (guint page = 0; page < self->sheets->len; page++)
    care_pdf_append_reference (out, care_pdf_get_sheet (self, page)->object);
  g_string_append (out, "]>>");
  care_pdf_file_end (self->file);
  return TRUE;
}
