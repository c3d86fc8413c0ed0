/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF that everybody can read. Cairo draws the pages and embeds the fonts; the
 * marks that it leaves in them are then tied to our own tree of what is said, as
 * PDF/UA-1 (ISO 14289-1) asks, which Cairo does not write. */

#pragma once

#include "care-page-model.h"
#include "care-page-tree.h"

#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *parts; /* of CarePages: the briefings, one after the other */
  const CareFlow *flow; /* of the first, which the whole is called by */
  guint n_pages;
  CarePageTree *tree;
  guint *n_marks;    /* of each page: how many pieces of it say something */
  GByteArray *drawn; /* what Cairo made */

  qpdf_data qpdf;
  qpdf_oh *sheets;
  GPtrArray *parents;     /* of GArray of qpdf_oh, one a page: which element each content is of */
  GPtrArray *annotations; /* of GArray of qpdf_oh, one a page */
  GArray *link_parents;   /* of qpdf_oh: the element of each link's annotation */
} CarePdf;

/* care-page-pdf.c */
GBytes *care_pdf_make (GPtrArray *parts, GError **error);
/* care-pdf-draw.c */
gboolean care_pdf_draw (CarePdf *self, GError **error);
/* care-pdf-content.c */
GByteArray *care_pdf_content_mark (const guchar *content, gsize length, guint n_marks);
/* care-pdf-structure.c */
void care_pdf_add_structure (CarePdf *self);
/* care-pdf-link.c */
void care_pdf_add_link (CarePdf *self, const CarePageNode *node, qpdf_oh element, qpdf_oh kids);
qpdf_oh care_pdf_make_rectangle (CarePdf *self, const CarePageSpot *spot);
qpdf_oh care_pdf_make_destination (CarePdf *self, guint page, double y);
/* care-pdf-document.c */
void care_pdf_describe (CarePdf *self);
char *care_pdf_make_date (CareRecord *briefing);
const char *care_pdf_get_language (const CareFlow *flow);

/* Short forms of what the C interface of qpdf is called for all the time. */
void care_pdf_set (CarePdf *self, qpdf_oh dictionary, const char *key, qpdf_oh value);
void care_pdf_set_name (CarePdf *self, qpdf_oh dictionary, const char *key, const char *name);
void care_pdf_set_text (CarePdf *self, qpdf_oh dictionary, const char *key, const char *text);
void care_pdf_set_integer (CarePdf *self, qpdf_oh dictionary, const char *key, gint64 value);
void care_pdf_append (CarePdf *self, qpdf_oh array, qpdf_oh value);
qpdf_oh care_pdf_new_object (CarePdf *self);
void care_pdf_replace_stream (CarePdf *self, qpdf_oh stream, const void *data, gsize length);

G_END_DECLS
