/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links: from the number of a source to its entry in the list, from the entry to
 * where it can be read. What each leads to is said in words. */

#include "care-pdf.h"

#include <string.h>

/**
 * care_pdf_append_rectangle:
 * @out: an object
 * @spot: a place on a page
 *
 * Appends the place as PDF counts it, from the bottom left.
 */
void
care_pdf_append_rectangle (GString *out, const CarePageSpot *spot)
{
  double top = CARE_PAGE_HEIGHT_PT - spot->y;

  g_string_append_c (out, '[');
  care_pdf_append_points (out, spot->x);
  care_pdf_append_points (out, top - spot->height);
  care_pdf_append_points (out, spot->x + spot->width);
  care_pdf_append_points (out, top);
  g_string_append_c (out, ']');
}

/**
 * care_pdf_append_destination:
 * @self: a PDF
 * @out: an object of it
 * @page: a page, from 0
 * @y: a place on it, in points from the top
 *
 * Appends what leads there, at the zoom that the reader has.
 */
void
care_pdf_append_destination (CarePdf *self, GString *out, guint page, double y)
{
  g_string_append (out, "/Dest[");
  care_pdf_append_reference (out, care_pdf_get_sheet (self, page)->object);
  g_string_append (out, "/XYZ 0");
  care_pdf_append_points (out, CARE_PAGE_HEIGHT_PT - y);
  g_string_append (out, " null]");
}

/* The title of a briefing, which its entry in the list of them leads to. */
static gboolean
find_title (const CarePdfAddition *a, guint n, CarePdfPlace *place)
{
  const CarePdfPart *part = n == 0 || n > a->pdf->parts->len ? NULL : g_ptr_array_index (a->pdf->parts, n - 1);

  if (part == NULL)
    return FALSE;
  for (guint i = 0; i < part->bookmarks->len; i++)
    {
      const CarePdfBookmark *it = &g_array_index (part->bookmarks, CarePdfBookmark, i);

      if (!it->is_title)
        continue;
      *place = (CarePdfPlace){ it->words, TRUE, it->page, it->y };
      return TRUE;
    }
  return FALSE;
}

/**
 * care_pdf_find_place:
 * @a: a briefing being added
 * @span: a part of a paragraph
 * @place: (out): what it leads to
 *
 * Where that is on its page is known once all of the briefing is drawn.
 *
 * Returns: whether @span leads to something within the file.
 */
gboolean
care_pdf_find_place (const CarePdfAddition *a, const CareProseSpan *span, CarePdfPlace *place)
{
  const GArray *entries = span->kind == CARE_PROSE_SECTION ? a->tree->targets.sections : a->tree->targets.sources;
  const CarePageNode *node;

  if (span->kind != CARE_PROSE_CITATION && span->kind != CARE_PROSE_SECTION)
    return FALSE;
  if (a->is_list && span->kind == CARE_PROSE_SECTION)
    return find_title (a, span->source, place);
  if (span->source == 0 || span->source > entries->len)
    return FALSE;
  node = care_page_tree_get (a->tree, g_array_index (entries, int, span->source - 1));
  *place = (CarePdfPlace){ node->paragraph->text->text, node->role == CARE_ROLE_HEADING_1, node->page, node->y };
  return TRUE;
}

/* What stands before an address, or the words that lead to it. */
static char *
describe_address (const CareText *text, const CareProseSpan *span)
{
  g_autofree char *words = g_strndup (text->text + span->start, span->end - span->start);

  if (strcmp (words, span->target) != 0)
    return g_strdup_printf ("%s (%s)", words, span->target);
  g_free (words);
  words = g_strndup (text->text, span->start);
  while (g_str_has_suffix (words, " ") || g_str_has_suffix (words, ","))
    words[strlen (words) - 1] = '\0';
  return *words == '\0' ? g_strdup (span->target) : g_strdup_printf ("%s (%s)", words, span->target);
}

/* "Source 3: Pulse, …", "Note 4: …", or of an address as above. */
static char *
describe (const CarePdfAddition *a, const CarePageNode *node, const CarePdfPlace *place)
{
  if (place == NULL)
    return describe_address (care_page_tree_get (a->tree, node->parent)->paragraph->text, node->span);
  if (node->span->kind == CARE_PROSE_CITATION)
    return g_strdup_printf ("%s %u: %s", care_prose_span_get_name (node->span), node->span->source, place->words);
  return g_strdup_printf (place->is_title ? "%s" : "Section %s", place->words);
}

static void
append_action (GString *out, const char *address)
{
  g_autofree char *uri = care_page_link_to_uri (address);

  g_string_append (out, "/A<</S/URI/URI");
  care_pdf_append_text (out, uri);
  g_string_append (out, ">>");
}

static void
write_annotation (CarePdfAddition *a, const CarePageNode *node, const CarePageSpot *spot, guint object)
{
  CarePdfPlace place;
  gboolean is_within = care_pdf_find_place (a, node->span, &place);
  g_autofree char *words = describe (a, node, is_within ? &place : NULL);
  GString *out = care_pdf_file_begin (a->pdf->file, object);

  g_string_append (out, "<</Type/Annot/Subtype/Link/Rect");
  care_pdf_append_rectangle (out, spot);
  /* Flag 4: to be printed as the page is. */
  g_string_append_printf (out, "/Border[0 0 0]/F 4/StructParent %u/Contents", a->pdf->parents->len);
  care_pdf_append_text (out, words);
  if (is_within)
    care_pdf_append_destination (a->pdf, out, place.page, place.y);
  else
    append_action (out, node->span->target);
  g_string_append (out, ">>");
  care_pdf_file_end (a->pdf->file);
}

/**
 * care_pdf_write_links:
 * @a: a briefing that is drawn
 * @node: a link of it
 * @element: its element in the structure
 *
 * Makes each line of the link a place on its page that leads somewhere.
 *
 * Returns: the object of the first; those of the others follow.
 */
guint
care_pdf_write_links (CarePdfAddition *a, const CarePageNode *node, guint element)
{
  guint first = care_pdf_file_reserve (a->pdf->file);

  for (guint i = 1; i < node->spots->len; i++)
    (void) care_pdf_file_reserve (a->pdf->file);
  for (guint i = 0; i < node->spots->len; i++)
    {
      const CarePageSpot *spot = &g_array_index (node->spots, CarePageSpot, i);
      guint object = first + i;

      write_annotation (a, node, spot, object);
      g_array_append_val (a->pdf->parents, element);
      g_array_append_val (care_pdf_get_sheet (a->pdf, spot->page)->annotations, object);
    }
  return first;
}

/**
 * care_pdf_append_links:
 * @a: a briefing that is drawn
 * @node: a link of it
 * @first: the object of its first place on a page
 * @out: its element
 *
 * Appends its places to what the element has.
 */
void
care_pdf_append_links (const CarePdfAddition *a, const CarePageNode *node, guint first, GString *out)
{
  for (guint i = 0; i < node->spots->len; i++)
    {
      g_string_append (out, "<</Type/OBJR/Obj");
      care_pdf_append_reference (out, first + i);
      g_string_append (out, "/Pg");
      care_pdf_append_reference (out, care_pdf_get_sheet (a->pdf, g_array_index (node->spots, CarePageSpot, i).page)->object);
      g_string_append (out, ">>");
    }
}
