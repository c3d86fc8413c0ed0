/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-pdf-about.h"

#include <cairo.h>
#include <string.h>

static void
append_element (GString *out, const char *open, const char *text, const char *close)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "%s%s%s\n", open, escaped, close);
}

/* As XMP (ISO 16684-1), with the promise that the file keeps PDF/UA-1; returns the object. */
static guint
write_metadata (const CarePdfAbout *self, CarePdfFile *file)
{
  guint object = care_pdf_file_reserve (file);
  g_autoptr (GString) out = g_string_new (
    "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfuaid:part>1</pdfuaid:part>\n");

  append_element (out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", self->title, "</rdf:li></rdf:Alt></dc:title>");
  append_element (out, "<dc:creator><rdf:Seq><rdf:li>", self->author, "</rdf:li></rdf:Seq></dc:creator>");
  append_element (out, "<dc:language><rdf:Bag><rdf:li>", self->language, "</rdf:li></rdf:Bag></dc:language>");
  append_element (out, "<xmp:CreateDate>", self->date, "</xmp:CreateDate>");
  append_element (out, "<xmp:ModifyDate>", self->date, "</xmp:ModifyDate>");
  g_string_append (out, "<xmp:CreatorTool>CareBrief</xmp:CreatorTool>\n"
                        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  care_pdf_file_add_stream (file, object, "/Type/Metadata/Subtype/XML", out->str, out->len);
  return object;
}

static void
append_entry (GString *out, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (out, key);
  care_pdf_append_text (out, text);
}

static char *
make_date (const char *iso)
{
  return iso == NULL ? NULL : g_strdup_printf ("D:%.4s%.2s%.2s000000Z", iso, iso + 5, iso + 8);
}

/* As an information dictionary; returns the object. */
static guint
write_info (const CarePdfAbout *self, CarePdfFile *file)
{
  g_autofree char *date = make_date (self->date);
  g_autofree char *producer = g_strdup_printf ("cairo %s", cairo_version_string ());
  guint object = care_pdf_file_reserve (file);
  GString *out = care_pdf_file_begin (file, object);

  g_string_append (out, "<<");
  append_entry (out, "/Title", self->title);
  append_entry (out, "/Author", self->author);
  append_entry (out, "/Subject", self->subject);
  append_entry (out, "/Creator", "CareBrief");
  append_entry (out, "/Producer", producer);
  append_entry (out, "/CreationDate", date);
  append_entry (out, "/ModDate", date);
  g_string_append (out, ">>");
  care_pdf_file_end (file);
  return object;
}

/**
 * care_pdf_about_finish:
 * @self: what is said
 * @file: a PDF to which all else is added
 * @page_tree: its pages
 * @structure: its structure tree, by which it is tagged
 * @bookmarks: the root of them; 0: there are none
 * @layout: (nullable): how pages are laid out at first, a name of PDF
 *
 * Returns: (transfer full): the contents of the file.
 */
GBytes *
care_pdf_about_finish (const CarePdfAbout *self, CarePdfFile *file, guint page_tree, guint structure, guint bookmarks,
                       const char *layout)
{
  guint metadata = write_metadata (self, file);
  guint info = write_info (self, file);
  guint root = care_pdf_file_reserve (file);
  GString *out = care_pdf_file_begin (file, root);

  g_string_append (out, "<</Type/Catalog/Pages");
  care_pdf_append_reference (out, page_tree);
  g_string_append (out, "/StructTreeRoot");
  care_pdf_append_reference (out, structure);
  g_string_append (out, "/Metadata");
  care_pdf_append_reference (out, metadata);
  if (bookmarks > 0)
    {
      g_string_append (out, "/Outlines");
      care_pdf_append_reference (out, bookmarks);
    }
  g_string_append (out, "/Lang");
  care_pdf_append_text (out, self->language);
  g_string_append (out, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>");
  if (layout != NULL)
    g_string_append_printf (out, "/PageLayout/%s", layout);
  g_string_append (out, ">>");
  care_pdf_file_end (file);
  return care_pdf_file_finish (file, root, info);
}
