/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links: from the number of a source to its entry in the list, from the entry to
 * where it can be read. What each leads to is said in words. */

#include "care-pdf.h"

#include <string.h>

static qpdf_oh
make_real (CarePdf *self, double points)
{
  return qpdf_oh_new_real_from_double (self->qpdf, points, 2);
}

/**
 * care_pdf_make_rectangle:
 * @self: a PDF
 * @spot: a place on a page
 *
 * Returns: the place as PDF counts it, from the bottom left.
 */
qpdf_oh
care_pdf_make_rectangle (CarePdf *self, const CarePageSpot *spot)
{
  qpdf_oh rectangle = qpdf_oh_new_array (self->qpdf);
  double top = CARE_PAGE_HEIGHT_PT - spot->y;

  care_pdf_append (self, rectangle, make_real (self, spot->x));
  care_pdf_append (self, rectangle, make_real (self, top - spot->height));
  care_pdf_append (self, rectangle, make_real (self, spot->x + spot->width));
  care_pdf_append (self, rectangle, make_real (self, top));
  return rectangle;
}

/**
 * care_pdf_make_destination:
 * @self: a PDF
 * @page: a page, from 0
 * @y: a place on it, in points from the top
 *
 * Returns: what leads there, at the zoom that the reader has.
 */
qpdf_oh
care_pdf_make_destination (CarePdf *self, guint page, double y)
{
  qpdf_oh destination = qpdf_oh_new_array (self->qpdf);

  care_pdf_append (self, destination, qpdf_oh_new_object (self->qpdf, self->sheets[page]));
  care_pdf_append (self, destination, qpdf_oh_new_name (self->qpdf, "/XYZ"));
  care_pdf_append (self, destination, qpdf_oh_new_integer (self->qpdf, 0));
  care_pdf_append (self, destination, make_real (self, CARE_PAGE_HEIGHT_PT - y));
  care_pdf_append (self, destination, qpdf_oh_new_null (self->qpdf));
  return destination;
}

/* What a link leads to on these pages; NULL where it leads elsewhere. */
static const CarePageNode *
get_entry (CarePdf *self, const CarePageNode *node)
{
  const CareProseSpan *span = node->span;
  const GArray *entries = span->kind == CARE_PROSE_SECTION ? node->targets->sections : node->targets->sources;

  if (span->kind != CARE_PROSE_CITATION && span->kind != CARE_PROSE_SECTION)
    return NULL;
  return care_page_tree_get (self->tree, g_array_index (entries, int, span->source - 1));
}

/* "Source 3: Pulse, …" or what stands before an address, or the words that lead to it. */
static char *
describe (CarePdf *self, const CarePageNode *node)
{
  const CareText *text = care_page_tree_get (self->tree, node->parent)->paragraph->text;
  const CareProseSpan *span = node->span;
  g_autofree char *words = NULL;

  if (span->kind == CARE_PROSE_CITATION)
    return g_strdup_printf ("Source %u: %s", span->source, get_entry (self, node)->paragraph->text->text);
  if (span->kind == CARE_PROSE_SECTION)
    return g_strdup_printf (get_entry (self, node)->role == CARE_ROLE_HEADING_1 ? "%s" : "Section %s",
                            get_entry (self, node)->paragraph->text->text);
  words = g_strndup (text->text + span->start, span->end - span->start);
  if (strcmp (words, span->target) != 0)
    return g_strdup_printf ("%s (%s)", words, span->target);
  g_free (words);
  words = g_strndup (text->text, span->start);
  while (g_str_has_suffix (words, " ") || g_str_has_suffix (words, ","))
    words[strlen (words) - 1] = '\0';
  return *words == '\0' ? g_strdup (span->target) : g_strdup_printf ("%s (%s)", words, span->target);
}

static qpdf_oh
make_action (CarePdf *self, const char *address)
{
  g_autofree char *uri = care_page_link_to_uri (address);
  qpdf_oh action = qpdf_oh_new_dictionary (self->qpdf);

  care_pdf_set_name (self, action, "/S", "/URI");
  care_pdf_set (self, action, "/URI", qpdf_oh_new_string (self->qpdf, uri));
  return action;
}

static qpdf_oh
make_annotation (CarePdf *self, const CarePageNode *node, const CarePageSpot *spot)
{
  qpdf_oh annotation = care_pdf_new_object (self);
  const CarePageNode *entry = get_entry (self, node);
  g_autofree char *words = describe (self, node);

  care_pdf_set_name (self, annotation, "/Type", "/Annot");
  care_pdf_set_name (self, annotation, "/Subtype", "/Link");
  care_pdf_set (self, annotation, "/Rect", care_pdf_make_rectangle (self, spot));
  care_pdf_set (self, annotation, "/Border", qpdf_oh_parse (self->qpdf, "[0 0 0]"));
  /* To be printed as the page is. */
  care_pdf_set_integer (self, annotation, "/F", 4);
  care_pdf_set_text (self, annotation, "/Contents", words);
  if (entry != NULL)
    care_pdf_set (self, annotation, "/Dest", care_pdf_make_destination (self, entry->page, entry->y));
  else
    care_pdf_set (self, annotation, "/A", make_action (self, node->span->target));
  return annotation;
}

/**
 * care_pdf_add_link:
 * @self: a PDF
 * @node: a link
 * @element: its element in the structure
 * @kids: those of @element
 *
 * Makes each line of the link a place on its page that leads somewhere.
 */
void
care_pdf_add_link (CarePdf *self, const CarePageNode *node, qpdf_oh element, qpdf_oh kids)
{
  for (guint i = 0; i < node->spots->len; i++)
    {
      const CarePageSpot *spot = &g_array_index (node->spots, CarePageSpot, i);
      qpdf_oh annotation = make_annotation (self, node, spot);
      qpdf_oh reference = qpdf_oh_new_dictionary (self->qpdf);

      care_pdf_set_integer (self, annotation, "/StructParent", self->n_pages + self->link_parents->len);
      g_array_append_val (self->link_parents, element);
      g_array_append_val (g_ptr_array_index (self->annotations, spot->page), annotation);
      care_pdf_set_name (self, reference, "/Type", "/OBJR");
      care_pdf_set (self, reference, "/Obj", qpdf_oh_new_object (self->qpdf, annotation));
      care_pdf_set (self, reference, "/Pg", qpdf_oh_new_object (self->qpdf, self->sheets[spot->page]));
      care_pdf_append (self, kids, reference);
    }
}
