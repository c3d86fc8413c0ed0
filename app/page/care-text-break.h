/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the places where a line may end are taken: those that leave the right
 * edge of the whole paragraph the least ragged. Pure arithmetic, in whole units. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareBreakKind:
 * @CARE_BREAK_SPACE: between words
 * @CARE_BREAK_HYPHEN: inside a word, which is divided
 * @CARE_BREAK_ANYWHERE: inside a word that is longer than a line
 * @CARE_BREAK_FORCED: the line must end here
 */
typedef enum
{
  CARE_BREAK_SPACE,
  CARE_BREAK_HYPHEN,
  CARE_BREAK_ANYWHERE,
  CARE_BREAK_FORCED,
} CareBreakKind;

typedef struct
{
  CareBreakKind kind;
  guint byte; /* with which the next line begins */
  int end;    /* how far the paragraph, set as one line, comes before it; with its hyphen */
  int start;  /* and where there the next line begins */
} CareBreak;

/**
 * CareBreakMeasure:
 * @width: of a line
 * @indent: how much less the first line has
 * @n_beside: how many lines, from the first, have something beside them
 * @beside: how much less these have
 * @em: the size of the type
 *
 * What a paragraph has room in, in the units of its breaks.
 */
typedef struct
{
  int width;
  int indent;
  guint n_beside;
  int beside;
  int em;
} CareBreakMeasure;

/* (element-type guint) (transfer full): the indices of the breaks taken, the last of
 * which is the last of @breaks. */
GArray *care_breaks_choose (const CareBreak *breaks, guint n_breaks, const CareBreakMeasure *measure);

G_END_DECLS
