/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a PDF says of itself, and what in Cairo's has to be put right. */

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

/**
 * care_pdf_make_date:
 * @briefing: a briefing
 *
 * Returns: (transfer full): the day of its last edition, as a date of ISO 8601 at
 *   midnight: a file that carried the hour at which it was made would be another each
 *   time.
 */
char *
care_pdf_make_date (CareRecord *briefing)
{
  CareDay day = find_day (briefing);
  int year, month, mday;

  if (day == 0)
    return g_strdup ("1970-01-01T00:00:00Z");
  care_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", year, month, mday);
}

/**
 * care_pdf_get_language:
 * @flow: what is printed
 *
 * Returns: the language of the briefing, such as "en-GB".
 */
const char *
care_pdf_get_language (const CareFlow *flow)
{
  const char *language = care_record_get (care_snapshot_get_briefing (flow->snapshot), "language");

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
make_xmp (CarePdf *self)
{
  CareRecord *briefing = care_snapshot_get_briefing (self->flow->snapshot);
  g_autofree char *date = care_pdf_make_date (briefing);
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
  append_element (out, "<dc:language><rdf:Bag><rdf:li>", care_pdf_get_language (self->flow),
                  "</rdf:li></rdf:Bag></dc:language>");
  append_element (out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
  append_element (out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
  g_string_append (out, "<xmp:CreatorTool>CareBrief</xmp:CreatorTool>\n"
                        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free (out, FALSE);
}

static void
add_metadata (CarePdf *self, qpdf_oh root)
{
  g_autofree char *xmp = make_xmp (self);
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);

  care_pdf_replace_stream (self, stream, xmp, strlen (xmp));
  care_pdf_set_name (self, qpdf_oh_get_dict (self->qpdf, stream), "/Type", "/Metadata");
  care_pdf_set_name (self, qpdf_oh_get_dict (self->qpdf, stream), "/Subtype", "/XML");
  care_pdf_set (self, root, "/Metadata", stream);
}

/* PDF's own form of a date; Cairo leaves its first letters out. */
static void
set_date (CarePdf *self)
{
  g_autofree char *iso = care_pdf_make_date (care_snapshot_get_briefing (self->flow->snapshot));
  g_autofree char *date = g_strdup_printf ("D:%.4s%.2s%.2s000000Z", iso, iso + 5, iso + 8);

  qpdf_set_info_key (self->qpdf, "/CreationDate", date);
  qpdf_set_info_key (self->qpdf, "/ModDate", date);
}

/* Headings as bookmarks: those of sections and boxes below the title. */
typedef struct
{
  qpdf_oh object;
  qpdf_oh last; /* child */
  guint n;
} Bookmark;

static gboolean
is_bookmark (const CarePageNode *node)
{
  return node->is_painted && (node->role == CARE_ROLE_HEADING_1 || node->role == CARE_ROLE_HEADING_2);
}

static void
add_bookmark (CarePdf *self, Bookmark *parent, qpdf_oh object, const CarePageNode *node)
{
  care_pdf_set_text (self, object, "/Title", node->paragraph->text->text);
  care_pdf_set (self, object, "/Dest", care_pdf_make_destination (self, node->page, node->y));
  care_pdf_set (self, object, "/Parent", qpdf_oh_new_object (self->qpdf, parent->object));
  if (parent->n == 0)
    care_pdf_set (self, parent->object, "/First", qpdf_oh_new_object (self->qpdf, object));
  else
    {
      care_pdf_set (self, object, "/Prev", qpdf_oh_new_object (self->qpdf, parent->last));
      care_pdf_set (self, parent->last, "/Next", qpdf_oh_new_object (self->qpdf, object));
    }
  care_pdf_set (self, parent->object, "/Last", qpdf_oh_new_object (self->qpdf, object));
  parent->last = object;
  parent->n++;
}

static void
add_bookmarks (CarePdf *self, qpdf_oh root)
{
  Bookmark top = { care_pdf_new_object (self), 0, 0 };
  Bookmark title = { 0 };
  guint n = 0;

  for (guint i = 0; i < self->tree->nodes->len; i++)
    {
      const CarePageNode *node = care_page_tree_get (self->tree, (int) i);
      qpdf_oh object;

      if (!is_bookmark (node))
        continue;
      object = care_pdf_new_object (self);
      n++;
      if (node->role == CARE_ROLE_HEADING_2 && top.n > 0)
        {
          add_bookmark (self, &title, object, node);
          care_pdf_set_integer (self, title.object, "/Count", title.n);
          continue;
        }
      add_bookmark (self, &top, object, node);
      title = (Bookmark){ object, 0, 0 };
    }
  /* All of them open. */
  care_pdf_set_integer (self, top.object, "/Count", n);
  care_pdf_set_name (self, top.object, "/Type", "/Outlines");
  if (n > 0)
    care_pdf_set (self, root, "/Outlines", top.object);
}

/* PDF/UA-1 7.21.3.2, which Cairo's TrueType fonts lack. */
static void
map_fonts (CarePdf *self)
{
  int n = qpdf_oh_get_int_value_as_int (self->qpdf,
                                        qpdf_oh_get_key (self->qpdf, qpdf_get_trailer (self->qpdf), "/Size"));

  for (int id = 1; id < n; id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (self->qpdf, id, 0);

      if (qpdf_oh_is_dictionary_of_type (self->qpdf, object, "/Font", "/CIDFontType2")
          && !qpdf_oh_has_key (self->qpdf, object, "/CIDToGIDMap"))
        care_pdf_set_name (self, object, "/CIDToGIDMap", "/Identity");
    }
}

/**
 * care_pdf_describe:
 * @self: a PDF with its structure
 *
 * Says in it what it is, in which language, and that it is tagged.
 */
void
care_pdf_describe (CarePdf *self)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);

  map_fonts (self);
  care_pdf_set_text (self, root, "/Lang", care_pdf_get_language (self->flow));
  care_pdf_set (self, root, "/MarkInfo", qpdf_oh_parse (self->qpdf, "<</Marked true>>"));
  care_pdf_set (self, root, "/ViewerPreferences", qpdf_oh_parse (self->qpdf, "<</DisplayDocTitle true>>"));
  care_pdf_set (self, root, "/PageLabels", qpdf_oh_parse (self->qpdf, "<</Nums [0 <</S /D>>]>>"));
  /* Facing pages, the first of which is on the left. */
  care_pdf_set_name (self, root, "/PageLayout", "/TwoPageLeft");
  add_bookmarks (self, root);
  add_metadata (self, root);
  set_date (self);
}
