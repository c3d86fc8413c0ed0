/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a section or box, read from CommonMark into paragraphs to print.
 * The words of a record that the text refers to are put in after the marks have
 * been read, so that no record can add markup to a page. */

#pragma once

#include "care-snapshot.h"

G_BEGIN_DECLS

/**
 * CareProseSpanKind:
 * @CARE_PROSE_BOLD: strong
 * @CARE_PROSE_ITALIC: emphasised
 * @CARE_PROSE_CITATION: the number of a source, to be set above the line
 * @CARE_PROSE_LINK: leads to an address
 * @CARE_PROSE_LANGUAGE: in another language than the rest
 * @CARE_PROSE_SECTION: leads to a section of the same briefing
 */
typedef enum
{
  CARE_PROSE_BOLD,
  CARE_PROSE_ITALIC,
  CARE_PROSE_CITATION,
  CARE_PROSE_LINK,
  CARE_PROSE_LANGUAGE,
  CARE_PROSE_SECTION,
} CareProseSpanKind;

typedef struct
{
  CareProseSpanKind kind;
  guint start; /* bytes of the paragraph's text */
  guint end;
  guint source; /* the number of the source, of a citation, or of the section */
  char *target; /* address of a link, the language, such as "cy", or "Note" of a citation that is
                 * one; else NULL */
} CareProseSpan;

/* (element-type CareProseSpan) (transfer full) */
GArray *care_prose_spans_new (void);
void care_prose_spans_add (GArray *spans, CareProseSpanKind kind, gsize start, gsize end, guint source, const char *target);
const char *care_prose_span_get_name (const CareProseSpan *span);

/**
 * CareProseRole:
 * @CARE_PROSE_PARAGRAPH: running text
 * @CARE_PROSE_ITEM: begins an item of a list; has a marker
 * @CARE_PROSE_CONTINUED: a further paragraph of an item
 * @CARE_PROSE_HEADING: a heading inside the text
 * @CARE_PROSE_QUOTE: a quotation that stands by itself
 */
typedef enum
{
  CARE_PROSE_PARAGRAPH,
  CARE_PROSE_ITEM,
  CARE_PROSE_CONTINUED,
  CARE_PROSE_HEADING,
  CARE_PROSE_QUOTE,
} CareProseRole;

typedef struct
{
  CareProseRole role;
  guint level;   /* how deep in lists, from 1; 0 outside */
  gboolean is_quoted; /* it is in a quotation that stands by itself */
  char *marker;  /* "•" or "2." of an item, else NULL */
  char *text;    /* plain, with the words of records in it */
  guint source_start; /* bytes of the text that it was read from */
  guint source_end;
  GArray *spans; /* of CareProseSpan */
} CareProseParagraph;

/* A source that is cited, and where in it, or a contradiction that a note explains. Its number
 * is its place in the list. */
typedef struct
{
  CareId id;
  GPtrArray *pinpoints; /* of char *, each once, in order of appearance */
} CareProseSource;

/* (element-type CareProseSource) */
GPtrArray *care_prose_sources_new (void);
guint care_prose_sources_add (GPtrArray *sources, CareId id, const char *pinpoint);

/* (element-type CareProseParagraph) (transfer full) */
GPtrArray *care_prose_parse (const char *text, CareSnapshot *snapshot, GPtrArray *sources);

G_END_DECLS
