/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A paragraph in one style: shaped once, broken into lines, and each line cut
 * into runs that can be painted. Lengths are in points. */

#pragma once

#include "care-page-style.h"
#include "care-prose.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A stretch of a line in one font, and of one span with a meaning of its own. */
typedef struct
{
  PangoGlyphItem *glyphs;
  const char *text; /* what the offset of @glyphs is in: the paragraph's, or that of a hyphen */
  double x;         /* from the left of the line */
  double width;
  double rise;      /* above the baseline */
  int span;         /* that it is of, or -1 */
} CareTextRun;

typedef struct
{
  guint start; /* bytes of the text, with the space that ends the line */
  guint end;
  double x;           /* from the left of the paragraph's place */
  double width;       /* without the space that ends it */
  gboolean continues; /* begins inside a word */
  guint first_run;
  guint end_run;
} CareTextLine;

typedef struct
{
  gatomicrefcount refs;
  char *text;
  GArray *spans; /* of CareProseSpan */
  GArray *runs;  /* of CareTextRun */
  GArray *lines; /* of CareTextLine */
  gboolean has_unknown; /* a character that no typeface has */
} CareText;

/**
 * CareTextMeasure:
 * @width: of a line, in points
 * @indent: how far the first line is moved in
 * @n_beside: how many lines, from the first, have something beside them at the right
 * @beside: how much shorter these are
 *
 * What a paragraph has room in.
 */
typedef struct
{
  double width;
  double indent;
  guint n_beside;
  double beside;
} CareTextMeasure;

CareText *care_text_new (PangoContext *context, const CarePageStyle *style, const char *text, GArray *spans,
                         const CareTextMeasure *measure);
CareText *care_text_ref (CareText *self);
void care_text_unref (CareText *self);
char *care_text_make_key (const CarePageStyle *style, const char *text, GArray *spans, const CareTextMeasure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareText, care_text_unref)

const CareTextLine *care_text_get_line (const CareText *self, guint index);
int care_text_count_words (const CareText *self, guint line);

/* care-text-shape.c: the paragraph as one line, and where it may be broken. */
typedef struct
{
  const char *text;
  guint length;
  GPtrArray *items;   /* of PangoGlyphItem, in the order of the text; who cuts it up takes them */
  GArray *starts;     /* of int: the byte at which each begins */
  GPtrArray *fonts;   /* of PangoItem: copies of theirs, which stay */
  GPtrArray *hyphens; /* of PangoGlyphItem: what ends a line in each item, or NULL */
  int *places;        /* how far each byte is from the beginning, in Pango's units; -1 inside a cluster */
  gboolean is_mixed;  /* some of it runs from right to left */
  gboolean has_unknown;
} CareTextShape;

CareTextShape *care_text_shape (PangoContext *context, const CarePageStyle *style, const char *text, PangoAttrList *attributes);
void care_text_shape_free (CareTextShape *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTextShape, care_text_shape_free)
/* (element-type CareBreak) (transfer full) */
GArray *care_text_shape_list_breaks (CareTextShape *self, PangoLanguage *language, const GArray *spans, gboolean hyphenate,
                                     int width);
guint care_text_shape_find_item (const CareTextShape *self, guint byte);
PangoGlyphItem *care_text_shape_new_glyph (CareTextShape *self, guint item, const char *shown, const char *meant);
PangoGlyphItem *care_text_shape_get_hyphen (CareTextShape *self, guint item);
guint care_text_trim (const char *text, guint start, guint end);

G_END_DECLS
