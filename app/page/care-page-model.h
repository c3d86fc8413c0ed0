/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finished pages as data: every line of text, rule and picture with its place.
 * The order of a page's items is that in which a person reads them. */

#pragma once

#include "care-page.h"
#include "care-page-flow.h"

G_BEGIN_DECLS

typedef enum
{
  CARE_PAGE_LINE,
  CARE_PAGE_FILL,
  CARE_PAGE_OUTLINE,
  CARE_PAGE_PICTURE,
} CarePageItemType;

typedef struct
{
  CarePageItemType type;
  const CareFlowElement *element; /* what it is of; NULL for the page's head and foot */
  double x, y, width, height; /* its place; of a line the place that the column gives it */
  CareColour colour;

  const CareFlowParagraph *paragraph; /* that it is of, or NULL */
  const CareText *text;               /* of a line */
  guint line;
  double line_x; /* where its text begins */
  double baseline;
  const CarePageStyle *style;
  gboolean is_marker;
  gboolean ends_paragraph;
  gboolean is_repeat; /* headings of a table that goes on: they are read where they stand first */
} CarePageItem;

typedef struct
{
  GArray *items; /* of CarePageItem */
} CarePageSheet;

/* Lines and pictures with their places in relation to each other. */
typedef struct
{
  const CareFlowElement *element; /* the one that a report names */
  GArray *items; /* of CarePageItem */
  double height;
  double row; /* where the row of a table begins that is being filled */
} CarePageBlock;

struct _CarePages
{
  gatomicrefcount refs;
  CareFlow *flow;
  guint allowed;
  guint first;        /* how many pages are before these */
  const GArray *list; /* of guint: how many pages are before each that the contents are of; NULL for their own sections */
  GPtrArray *sheets;  /* of CarePageSheet */
  GPtrArray *overset; /* of CarePageOverset */
  GPtrArray *texts;   /* of CareText: heads and feet */
  int spare_lines;
  gboolean is_draft;  /* says so, wherever it goes */
};

/* care-page.c */
CarePages *care_pages_make (const CarePages *before, CareSnapshot *snapshot, const CarePageTemplate *template,
                            guint pages_allowed, guint first);
CarePages *care_pages_make_list (CareSnapshot *snapshot, const CarePageTemplate *template, GPtrArray *titles,
                                 const GArray *pages);
void care_pages_add_empty (CarePages *self);

/* care-page-block.c */
CarePageBlock *care_page_block_new (const CareFlowElement *element);
CarePageBlock *care_page_block_new_range (const CareFlowElement *element, guint first, guint end);
void care_page_block_free (CarePageBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePageBlock, care_page_block_free)
void care_page_block_add_line (CarePageBlock *self, const CareFlowParagraph *paragraph, guint index, double y);
void care_page_block_frame (CarePageBlock *self);
void care_page_block_append (CarePageBlock *self, const CarePageBlock *other, double x, double y);
void care_page_add_swatch (GArray *items, const CareFlowElement *element, const CareFlowParagraph *paragraph, double x, double y);
guint care_page_block_get_rows (const CarePageBlock *self);
void care_page_block_place (const CarePageBlock *self, CarePageSheet *sheet, double x, double y);
void care_page_item_get_words (const CarePageItem *item, GString *out);
int care_page_item_count_words (const CarePageItem *item);
void care_page_block_cut (CarePageBlock *self, double height, GPtrArray *overset);
void care_page_block_report (const CarePageBlock *self, GPtrArray *overset);

/* care-page-report.c */
GPtrArray *care_page_report_new (void);
void care_page_report_sort (GPtrArray *overset);
void care_page_add_overset (GPtrArray *overset, const CareFlowElement *element, int lines, int words);

/* care-page-columns.c */
typedef struct
{
  const CareFlowElement *element;
  const CareFlowParagraph *paragraph; /* the first cell of a row */
  guint line;         /* 0 of a picture; of a row of a table the first of its cells' */
  double rows;        /* that it takes */
  double rows_before; /* which do not count at the top of a column */
  gboolean keep;     /* not to be the last in a column */
  gboolean starts_page;
  guint end_line; /* of a row: the line after the last */
  guint header;   /* of a row: how many units before it the headings of its table are; 0 for none */
} CareColumnUnit;

GArray *care_columns_new (const CareFlow *flow);
guint care_columns_fill (const GArray *units, guint from, guint rows);
guint care_columns_fill_until (const GArray *units, guint from, guint until, guint rows);
guint care_columns_balance (const GArray *units, guint from, guint rows, guint n_columns);
int care_columns_count_spare (const GArray *units, guint from, guint rows, guint n_columns);
void care_columns_place (const GArray *units, guint from, guint end, CarePageSheet *sheet, double x, double y);
void care_columns_report (const GArray *units, guint from, GPtrArray *overset);

/* care-page-rows.c */
void care_page_block_add_cell (CarePageBlock *self, const CareFlowParagraph *cell);
void care_page_block_close_table (CarePageBlock *self, const CareFlowParagraph *cell);
CareColour care_page_row_get_rule (const CareFlowParagraph *cell);
guint care_page_row_find_end (const CareFlowElement *element, guint index);
gboolean care_page_row_ends_table (const CareFlowElement *element, guint index);
void care_columns_add_row (GArray *units, const CareColumnUnit *first, guint index);
const CareColumnUnit *care_columns_get_header (const GArray *units, guint from);
void care_columns_place_row (const CareColumnUnit *first, guint end_line, gboolean is_repeat, CarePageSheet *sheet, double x,
                             double y);
void care_columns_report_row (const CareColumnUnit *unit, GPtrArray *overset);

/* care-page-inset.c */
void care_columns_place_inset (const CareColumnUnit *unit, CarePageSheet *sheet, double x, double y);
void care_columns_report_inset (const CareColumnUnit *unit, GPtrArray *overset);

/* care-page-float.c */
void care_columns_float (GArray *units, guint from, guint rows);

/* care-page-bands.c */
GPtrArray *care_page_bands_new (const CareFlowElement *sources, GPtrArray *boxes, double limit, GPtrArray *overset);

/* care-page-boxing.c: which box goes on which page, by the rows that they take */
void care_page_spread_boxes (const GPtrArray *blocks, const guint *rows, guint n_pages, guint *pages);
void care_page_hang_boxes (const GPtrArray *blocks, const guint *rows, guint n_pages, guint *pages);

/* care-page-compose.c */
void care_pages_compose (CarePages *self);

/* care-page-paint.c */
void care_page_item_paint (const CarePageItem *item, cairo_t *cr);
void care_page_item_paint_runs (const CarePageItem *item, guint first, guint end, cairo_t *cr);

/* What is said of a draft: content, in the language of briefings. */
#define CARE_PAGE_DRAFT "Draft"

/* care-page-furniture.c */
void care_pages_add_furniture (CarePages *self, guint page);

G_END_DECLS
