/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a PDF says of itself. */

#include "care-pdf.h"

#include <string.h>

/* The day of the last edition, or 0. */
static CareDay
find_day (CareRecord *briefing)
{
  static const char *const fields[] = { "published", "amended", "corrected" };
  CareDay last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (CareDate) date = care_record_dup_date (briefing, fields[i]);

      if (date != NULL)
        last = MAX (last, care_date_get_earliest (date));
    }
  return last;
}

/* The day of the last edition, as a date of ISO 8601 at midnight: a file that carried the
 * hour at which it was made would be another each time. */
static char *
make_date (CareRecord *briefing)
{
  CareDay day = find_day (briefing);
  int year, month, mday;

  if (day == 0)
    return g_strdup ("1970-01-01T00:00:00Z");
  care_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", year, month, mday);
}

static const char *
get_language (CareRecord *briefing)
{
  const char *language = care_record_get (briefing, "language");

  return language == NULL ? "en-GB" : language;
}

static void
append_element (GString *out, const char *open, const char *text, const char *close)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "%s%s%s\n", open, escaped, close);
}

/* ISO 16684-1. */
static char *
make_xmp (CareRecord *briefing)
{
  g_autofree char *date = make_date (briefing);
  GString *out = g_string_new (
    "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfuaid:part>1</pdfuaid:part>\n");

  append_element (out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", care_record_get_title (briefing),
                  "</rdf:li></rdf:Alt></dc:title>");
  append_element (out, "<dc:creator><rdf:Seq><rdf:li>", care_record_get (briefing, "authors"),
                  "</rdf:li></rdf:Seq></dc:creator>");
  append_element (out, "<dc:language><rdf:Bag><rdf:li>", get_language (briefing),
                  "</rdf:li></rdf:Bag></dc:language>");
  append_element (out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
  append_element (out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
  g_string_append (out, "<xmp:CreatorTool>CareBrief</xmp:CreatorTool>\n"
                        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free (out, FALSE);
}

static guint
write_metadata (CarePdf *self, CareRecord *briefing)
{
  g_autofree char *xmp = make_xmp (briefing);
  guint object = care_pdf_file_reserve (self->file);

  care_pdf_file_add_stream (self->file, object, "/Type/Metadata/Subtype/XML", xmp, strlen (xmp));
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

static guint
write_info (CarePdf *self, CareRecord *briefing)
{
  g_autofree char *iso = make_date (briefing);
  g_autofree char *date = g_strdup_printf ("D:%.4s%.2s%.2s000000Z", iso, iso + 5, iso + 8);
  g_autofree char *producer = g_strdup_printf ("cairo %s", cairo_version_string ());
  guint object = care_pdf_file_reserve (self->file);
  GString *out = care_pdf_file_begin (self->file, object);

  g_string_append (out, "<<");
  append_entry (out, "/Title", care_record_get_title (briefing));
  append_entry (out, "/Author", care_record_get (briefing, "authors"));
  append_entry (out, "/Subject", care_record_get (briefing, "series"));
  append_entry (out, "/Creator", "CareBrief");
  append_entry (out, "/Producer", producer);
  append_entry (out, "/CreationDate", date);
  append_entry (out, "/ModDate", date);
  g_string_append (out, ">>");
  care_pdf_file_end (self->file);
  return object;
}

/**
 * care_pdf_write_document:
 * @self: a PDF to which all is added, with its pages
 * @briefing: what it is called by
 *
 * Says in it what it is, in which language, and that it is tagged.
 *
 * Returns: (transfer full): the contents of the file.
 */
GBytes *
care_pdf_write_document (CarePdf *self, CareRecord *briefing)
{
  guint bookmarks = care_pdf_write_bookmarks (self);
  guint metadata = write_metadata (self, briefing);
  guint info = write_info (self, briefing);
  guint root = care_pdf_file_reserve (self->file);
  GString *out = care_pdf_file_begin (self->file, root);

  g_string_append (out, "<</Type/Catalog/Pages");
  care_pdf_append_reference (out, self->page_tree);
  g_string_append (out, "/StructTreeRoot");
  care_pdf_append_reference (out, self->structure);
  g_string_append (out, "/Metadata");
  care_pdf_append_reference (out, metadata);
  if (bookmarks > 0)
    {
      g_string_append (out, "/Outlines");
      care_pdf_append_reference (out, bookmarks);
    }
  append_entry (out, "/Lang", get_language (briefing));
  /* Facing pages, the first of which is on the left. */
  g_string_append (out, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
                        "/PageLabels<</Nums[0<</S/D>>]>>/PageLayout/TwoPageLeft>>");
  care_pdf_file_end (self->file);
  return care_pdf_file_finish (self->file, root, info);
}
