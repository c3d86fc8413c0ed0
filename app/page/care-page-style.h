/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of the styles of text, what a style says, and what all pages have in
 * common: colours and the typeface. Lengths are in points. */

#pragma once

#include "care-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  CARE_STYLE_SERIES,
  CARE_STYLE_TITLE,
  CARE_STYLE_STANDFIRST,
  CARE_STYLE_HEADING,
  CARE_STYLE_BODY,
  CARE_STYLE_BOX_TITLE,
  CARE_STYLE_BOX_HEADING,
  CARE_STYLE_BOX,
  CARE_STYLE_BOX_AMOUNT,
  CARE_STYLE_BOX_NOTE,
  CARE_STYLE_QUOTE,
  CARE_STYLE_STATISTIC,
  CARE_STYLE_FINDING,
  CARE_STYLE_MEASURE,
  CARE_STYLE_SMALL,
  CARE_STYLE_SMALL_HEADING,
  CARE_STYLE_RUNNING,
  CARE_STYLE_FOLIO,
  CARE_N_STYLES
} CarePageStyleName;

typedef struct
{
  double size;
  double leading;  /* baseline to baseline */
  double baseline; /* from the top of a line's place to its baseline */
  PangoWeight weight;
  PangoStyle slant;
  CareColour colour;
  double tracking; /* added between letters */
  gboolean hyphenate; /* words may be divided */
  gboolean balance;   /* all lines are to be about as long: of what heads others */
  gboolean tabular;   /* all figures are as wide, where the typeface has such */
} CarePageStyle;

extern const CareColour care_page_ink;
extern const CareColour care_page_accent;
extern const CareColour care_page_faint;
extern const CareColour care_page_paper;

const char *care_page_style_get_family (void);
PangoContext *care_page_style_create_context (const char *language);
PangoFontDescription *care_page_style_create_font (const CarePageStyle *style);

G_END_DECLS
