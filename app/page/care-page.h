/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The finished pages of a briefing: composed once from a snapshot, then painted
 * by the same functions to the window, the printer and the PDF. Lengths are in
 * points (1/72 inch), the origin is the top left corner of the page. */

#pragma once

#include "care-snapshot.h"

#include <cairo.h>

G_BEGIN_DECLS

/* 210 by 297 mm */
#define CARE_PAGE_WIDTH_PT 595.2755905511812
#define CARE_PAGE_HEIGHT_PT 841.8897637795276

/**
 * CarePageError:
 * @CARE_PAGE_ERROR_OVERSET: the briefing does not fit its pages
 * @CARE_PAGE_ERROR_FONT: a typeface or a character of the text is missing
 * @CARE_PAGE_ERROR_PDF: the PDF could not be made
 * @CARE_PAGE_ERROR_DAMAGED: the pages kept with an edition are not what CareBrief makes
 */
typedef enum
{
  CARE_PAGE_ERROR_OVERSET,
  CARE_PAGE_ERROR_FONT,
  CARE_PAGE_ERROR_PDF,
  CARE_PAGE_ERROR_DAMAGED,
} CarePageError;

#define CARE_PAGE_ERROR (care_page_error_quark ())
GQuark care_page_error_quark (void);

/**
 * CarePagePart:
 * @CARE_PAGE_PART_HEAD: title and standfirst
 * @CARE_PAGE_PART_COLUMNS: running text
 * @CARE_PAGE_PART_SIDEBAR: boxes beside it
 * @CARE_PAGE_PART_BELOW: boxes across the columns, below the text
 * @CARE_PAGE_PART_FOOT: sources and what stands beside them
 *
 * Where on a page something goes.
 */
typedef enum
{
  CARE_PAGE_PART_HEAD,
  CARE_PAGE_PART_COLUMNS,
  CARE_PAGE_PART_SIDEBAR,
  CARE_PAGE_PART_BELOW,
  CARE_PAGE_PART_FOOT,
} CarePagePart;

/* An element that does not fit: the briefing's own text is a section or box. */
typedef struct
{
  const CareKind *kind; /* section or box, or briefing for title, standfirst and sources */
  CareId id;
  char *title;
  CarePagePart part;
  int lines; /* lines of it that are past the last page allowed */
  int words; /* words in those lines */
} CarePageOverset;

typedef struct _CarePages CarePages;

#define CARE_TYPE_PAGES (care_pages_get_type ())
GType care_pages_get_type (void);

/* As many pages as the template of the briefing wants. */
#define CARE_PAGES_USUAL G_MAXUINT

void care_pages_prepare (void);
/* What is past the last page allowed is not painted but reported. */
CarePages *care_pages_new (CareSnapshot *snapshot, guint pages_allowed);
CarePages *care_pages_new_as (CareSnapshot *snapshot, const char *template_name, guint pages_allowed);
/* The same, faster, where most is as in @before, which was made in the same thread. */
CarePages *care_pages_new_after (const CarePages *before, CareSnapshot *snapshot, guint pages_allowed);
CarePages *care_pages_ref (CarePages *self);
void care_pages_unref (CarePages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePages, care_pages_unref)

guint care_pages_get_n_pages (const CarePages *self);
gboolean care_pages_fits (const CarePages *self);
/* Lines still free in the text columns of the last page; 0 if it does not fit. */
int care_pages_get_spare_lines (const CarePages *self);
/* (element-type CarePageOverset) (transfer none): empty if it fits */
const GPtrArray *care_pages_get_overset (const CarePages *self);
/* "“Party lines” overflows the sidebar by 4 lines (23 words)" (transfer full) */
char *care_page_overset_describe (const CarePageOverset *self);
/* One sentence for a person: "fits two pages, 3 lines to spare" or which element
 * overflows by how many lines and words. (transfer full) */
char *care_pages_describe_fit (const CarePages *self);
/* What would make it fit, tried before it is said; NULL if nothing simple would. */
char *care_pages_suggest (const CarePages *self);

/* care-page-furniture.c: for what goes out with problems. */
void care_pages_mark_draft (CarePages *self);

void care_pages_paint (const CarePages *self, guint page, cairo_t *cr);
/* care-page-same.c: whether two pages look the same. */
gboolean care_pages_is_same_page (const CarePages *a, guint page_a, const CarePages *b, guint page_b);
/* care-page-find.c: the record that is printed at a point, or FALSE. */
gboolean care_pages_hit (const CarePages *self, guint page, double x, double y, const CareKind **kind, CareId *id,
                         int *offset);
/* Where a section or box begins, or a byte of its text is, or FALSE if it is not printed. */
gboolean care_pages_find (const CarePages *self, const CareKind *kind, CareId id, guint *page, double *x, double *y);
gboolean care_pages_find_text (const CarePages *self, const CareKind *kind, CareId id, guint offset, guint *page,
                               double *x, double *y);
/* All words of a page in the order a person reads them. (transfer full) */
char *care_pages_get_text (const CarePages *self, guint page);

/* care-page-pdf.c: the file's bytes, or NULL. The same pages give the same bytes. */
GBytes *care_pages_to_pdf (const CarePages *self, GError **error);
gboolean care_pages_check_printable (const CarePages *self, GError **error);

/* care-page-plain.c, care-page-html.c: all that there is, whether it fits the pages or
 * not. (transfer full) */
GBytes *care_pages_to_text (const CarePages *self);
GBytes *care_pages_to_html (const CarePages *self);

/* care-page-picture.c: one page. (transfer full) */
GBytes *care_pages_to_svg (const CarePages *self, guint page);
GBytes *care_pages_to_png (const CarePages *self, guint page, double resolution);

G_END_DECLS
