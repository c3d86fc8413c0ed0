/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be printed, in the order in which it is read, before it has a place:
 * elements made of paragraphs and pictures, already broken into lines. What is
 * printed is British English and never translated: the language of the interface
 * is the writer's, that of the page the reader's. */

#pragma once

#include "care-chart.h"
#include "care-ledger.h"
#include "care-page-template.h"
#include "care-prose.h"
#include "care-snapshot.h"
#include "care-text.h"
#include "care-timeline-strip.h"

G_BEGIN_DECLS

/**
 * CareFlowPlace:
 * @CARE_FLOW_TITLE: across the top of the first page
 * @CARE_FLOW_HEAD: below it, across both columns
 * @CARE_FLOW_CONTENTS: below it, as running text, if there is a cover
 * @CARE_FLOW_COLUMNS: running text
 * @CARE_FLOW_INSET: a box in the running text, which runs beside it
 * @CARE_FLOW_SIDEBAR: a box in the outer sidebar
 * @CARE_FLOW_WIDE: a box across both columns, below the text
 * @CARE_FLOW_SOURCES: small type at the foot of the last page
 * @CARE_FLOW_FURNITURE: beside or below the sources
 *
 * Where a template has no sidebar, all but the title is running text.
 */
typedef enum
{
  CARE_FLOW_TITLE,
  CARE_FLOW_HEAD,
  CARE_FLOW_CONTENTS,
  CARE_FLOW_COLUMNS,
  CARE_FLOW_INSET,
  CARE_FLOW_SIDEBAR,
  CARE_FLOW_WIDE,
  CARE_FLOW_SOURCES,
  CARE_FLOW_FURNITURE,
} CareFlowPlace;

/**
 * CareFlowRole:
 * @CARE_FLOW_TEXT: running text, or a picture
 * @CARE_FLOW_HEADING: heads what follows; its level is 1 for the title
 * @CARE_FLOW_ITEM: begins an item of a list; its level is how deep in lists it is
 * @CARE_FLOW_CONTINUED: a further paragraph of an item
 * @CARE_FLOW_QUOTE: a quotation that stands by itself
 * @CARE_FLOW_CELL: of a table; a row's follow each other
 */
typedef enum
{
  CARE_FLOW_TEXT,
  CARE_FLOW_HEADING,
  CARE_FLOW_ITEM,
  CARE_FLOW_CONTINUED,
  CARE_FLOW_QUOTE,
  CARE_FLOW_CELL,
} CareFlowRole;

/* What a cell of a table is the heading of. */
typedef enum
{
  CARE_FLOW_HEADS_NOTHING,
  CARE_FLOW_HEADS_ROW,
  CARE_FLOW_HEADS_COLUMN,
} CareFlowHeads;

/* What is left free for the number of a page at the right of a line of the contents, in a
 * Key Issue. */
#define CARE_FLOW_FOLIO_PT 26.0

/* Text in one style, or a picture. */
typedef struct _CareFlowElement CareFlowElement;

typedef struct
{
  CareFlowRole role; /* for those who do not see how it looks */
  guint level;
  gboolean is_quoted; /* it is in a quotation, whatever else it is */
  const CarePageStyle *style;
  CareText *text;      /* NULL for a picture */
  CareText *marker;    /* hangs at the left of the first line; or NULL */
  gboolean has_swatch; /* a small square of @swatch hangs there */
  CareColour swatch;
  double indent;       /* from the left of the place to the text */
  double gap;          /* above it in a box */
  guint rows_before;   /* above it in a column; neither counts at the top */
  guint n_beside;      /* how many of its lines, from the first, stand beside an inset */
  const CareFlowElement *inset; /* whose top is that of the first line; or NULL */
  gboolean keep_next;  /* not to be the last in a column */
  gboolean begins_piece; /* of a box that is higher than a page: it may stand on the next one */

  CareChart *chart;
  CareTimelineStrip *timeline;
  cairo_surface_t *image;
  double image_scale;
  char *painted_from; /* all that a chart or timeline shows, to be compared */
  double width;  /* of the picture, or the cell */
  double height;
  char *words;   /* what the picture says */
  guint source_start; /* bytes of the text that it was read from; alike where it was not */
  guint source_end;
  CareFlowHeads heads;    /* of a cell */
  gboolean continues_row; /* of a cell: it stands beside the one before */
  gboolean at_right;      /* of a cell: its lines end at its right edge */
  gboolean is_total;      /* of a cell: its row adds up those above */
} CareFlowParagraph;

struct _CareFlowElement
{
  const CarePageTemplate *template;
  CareFlowPlace place;
  guint order;          /* among all elements */
  const CareKind *kind; /* of the record that it prints */
  CareId id;
  char *title;
  GPtrArray *paragraphs; /* of CareFlowParagraph */
  const CareFlowElement *belongs_to; /* the section that a wide box stands after in running text; NULL: all */
};

typedef struct
{
  const CarePageTemplate *template;
  CareSnapshot *snapshot;
  PangoContext *context;
  GHashTable *texts;    /* of care_text_make_key() to CareText: what is set, once */
  GHashTable *before;   /* the same of pages that were made before, or NULL */
  GPtrArray *sources;  /* of CareProseSource */
  GPtrArray *elements; /* of CareFlowElement */
  char *series;        /* with number and stage */
  char *running_title; /* what stands at the head or foot of pages, perhaps "" */
  char *running_edition;
  char *running_foot;
  char *unprintable;   /* the first element with a character that no typeface has */
  char *unreadable;    /* the first picture that could not be read */
} CareFlow;

CareFlow *care_flow_new (CareSnapshot *snapshot, const CarePageTemplate *template, const CareFlow *before);
CareFlow *care_flow_new_list (CareSnapshot *snapshot, const CarePageTemplate *template, GPtrArray *titles);
void care_flow_free (CareFlow *self);

GPtrArray *care_flow_elements_new (void);
CareFlowElement *care_flow_add (CareFlow *self, CareFlowPlace place, CareRecord *record, const char *title);
gboolean care_flow_element_is_running (const CareFlowElement *self);
double care_flow_element_get_width (const CareFlowElement *self);
CareFlowParagraph *care_flow_add_text (CareFlow *self, CareFlowElement *element, CarePageStyleName style,
                                       const char *text, GArray *spans);
CareFlowParagraph *care_flow_add_item (CareFlow *self, CareFlowElement *element, CarePageStyleName style,
                                       const char *marker, double indent, const char *text, GArray *spans);
CareFlowParagraph *care_flow_add_cell (CareFlow *self, CareFlowElement *element, CarePageStyleName style, double x,
                                       double width, const char *text, GArray *spans);
double care_flow_measure (CareFlow *self, CarePageStyleName style, const char *text);
double care_flow_add_parsed (CareFlow *self, CareFlowElement *element, CarePageStyleName style,
                             const GPtrArray *paragraphs, double rows_beside);
void care_flow_add_prose (CareFlow *self, CareFlowElement *element, CarePageStyleName style, const char *text);
CareFlowParagraph *care_flow_add_picture (CareFlowElement *element, double height, const char *words);

const char *care_flow_get_text_field (const CareKind *kind);
guint care_flow_paragraph_count_lines (const CareFlowParagraph *self);
int care_flow_count_words (const char *text, gsize length);

/* care-page-boxes.c */
CareFlowElement *care_flow_add_box (CareFlow *self, CareRecord *box);
/* care-page-belong.c */
const CareFlowElement *care_flow_find_section (CareFlow *self, CareRecord *box);
CareRecord *care_flow_find_inset (CareFlow *self, CareRecord *section);
/* care-page-inset.c */
void care_flow_add_beside (CareFlow *self, CareFlowElement *section, const GPtrArray *paragraphs, CareRecord *box);
/* care-page-pictures.c */
void care_flow_add_chart (CareFlow *self, CareFlowElement *element, CareRecord *box);
void care_flow_add_table (CareFlow *self, CareFlowElement *element, CareRecord *box);
void care_flow_add_ledger (CareFlow *self, CareFlowElement *element, CareRecord *box);

/* care-page-ledger-sum.c */
char *care_page_count_left_out (const CareLedger *ledger);
void care_flow_add_timeline (CareFlow *self, CareFlowElement *element, CareRecord *box);
void care_flow_add_image (CareFlow *self, CareFlowElement *element, CareRecord *box);
/* care-page-names.c */
const char *care_page_actor_name (CareSnapshot *snapshot, CareRecord *actor, const CareDate *date);
const char *care_page_party_name (CareSnapshot *snapshot, CareRecord *party);
char *care_page_role (CareSnapshot *snapshot, CareRecord *person, const CareDate *date);
/* care-page-sources.c */
char *care_page_source_words (CareSnapshot *snapshot, CareRecord *source, GArray *spans);
void care_flow_add_sources (CareFlow *self);

G_END_DECLS
