/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF that everybody can read. Cairo draws the pages and embeds the fonts; the
 * marks that it leaves in them are then tied to our own tree of what is said, as
 * PDF/UA-1 (ISO 14289-1) asks, which Cairo does not write. Of each briefing nothing is
 * needed any more once it is added. */

#pragma once

#include "care-page-model.h"
#include "care-page-tree.h"
#include "care-pdf-file.h"

G_BEGIN_DECLS

/* A page of the file. */
typedef struct
{
  guint object;
  guint key;           /* of the elements that its contents are of */
  guint n_marks;       /* how many pieces of it say something */
  GArray *annotations; /* of guint: objects */
} CarePdfSheet;

/* A heading that leads to its page: of a section or box below a title. */
typedef struct
{
  gboolean is_title;
  char *words;
  guint page;
  double y;
} CarePdfBookmark;

/* A briefing in the file. */
typedef struct
{
  guint first;       /* its first page */
  guint element;     /* the object of its root in the structure */
  GArray *bookmarks; /* of CarePdfBookmark */
} CarePdfPart;

typedef struct
{
  gboolean has_parts; /* it is of several briefings */
  CarePdfFile *file;
  guint page_tree; /* the objects of pages, structure and, of several briefings, the element of all */
  guint structure;
  guint document;
  GPtrArray *sheets; /* of CarePdfSheet */
  GPtrArray *parts;  /* of CarePdfPart, in the order in which they were added */
  GArray *parents;   /* of guint, by key: the object of an element, or of those of a page */

  cairo_surface_t *surface;
  cairo_t *cr;
  GArray *order;     /* of guint: the page that each of Cairo's is */
  GByteArray *drawn; /* what Cairo made */
} CarePdf;

/* A briefing being added. */
typedef struct
{
  CarePdf *pdf;
  const CarePages *pages;
  gboolean is_list; /* its contents are the other briefings */
  CarePageTree *tree;
  guint *objects;     /* by node: its element */
  GPtrArray *parents; /* of GArray of guint, by page: the element of each content */
} CarePdfAddition;

/* What a link within the file leads to. */
typedef struct
{
  const char *words;
  gboolean is_title;
  guint page;
  double y;
} CarePdfPlace;

/* care-page-pdf.c */
CarePdf *care_pdf_new (gboolean has_parts);
void care_pdf_free (CarePdf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePdf, care_pdf_free)
gboolean care_pdf_add (CarePdf *self, const CarePages *pages, GError **error);
gboolean care_pdf_add_list (CarePdf *self, const CarePages *pages, GError **error);
GBytes *care_pdf_finish (CarePdf *self, CareSnapshot *snapshot, GError **error);
CarePdfSheet *care_pdf_get_sheet (CarePdf *self, guint page);
/* care-pdf-draw.c */
void care_pdf_start_drawing (CarePdf *self);
void care_pdf_draw (CarePdfAddition *a);
gboolean care_pdf_end_drawing (CarePdf *self, GError **error);
/* care-pdf-content.c */
GByteArray *care_pdf_content_mark (const guchar *content, gsize length, guint n_marks);
/* care-pdf-structure.c */
guint *care_pdf_add_structure (CarePdfAddition *a);
void care_pdf_write_structure (CarePdf *self);
/* care-pdf-link.c */
gboolean care_pdf_find_place (const CarePdfAddition *a, const CareProseSpan *span, CarePdfPlace *place);
void care_pdf_append_destination (CarePdf *self, GString *out, guint page, double y);
void care_pdf_append_rectangle (GString *out, const CarePageSpot *spot);
guint care_pdf_write_links (CarePdfAddition *a, const CarePageNode *node, guint element);
void care_pdf_append_links (const CarePdfAddition *a, const CarePageNode *node, guint first, GString *out);
/* care-pdf-pages.c */
gboolean care_pdf_write_pages (CarePdf *self);
/* care-pdf-bookmark.c */
guint care_pdf_write_bookmarks (CarePdf *self);
/* care-pdf-document.c */
GBytes *care_pdf_write_document (CarePdf *self, CareRecord *briefing);

G_END_DECLS
