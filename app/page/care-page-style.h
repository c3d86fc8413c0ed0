/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a page looks: its measures, its colours and its named styles of text, all
 * in one place. Lengths are in points. */

#pragma once

#include "care-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A pitch of the baseline grid, and what hangs from it. */
#define CARE_PAGE_ROW_PT 13.0
#define CARE_PAGE_ROWS 56
#define CARE_PAGE_TOP_PT 60.0
/* From the top of a row to its baseline. */
#define CARE_PAGE_BASELINE_PT 9.75

#define CARE_PAGE_OUTER_PT 40.0
#define CARE_PAGE_WIDE_GUTTER_PT 18.0
#define CARE_PAGE_SIDEBAR_PT 118.0
#define CARE_PAGE_COLUMN_GUTTER_PT 14.0
#define CARE_PAGE_COLUMN_PT 181.0
/* Both columns with their gutter, and the whole width between the margins. */
#define CARE_PAGE_MAIN_PT (2 * CARE_PAGE_COLUMN_PT + CARE_PAGE_COLUMN_GUTTER_PT)
#define CARE_PAGE_MEASURE_PT (CARE_PAGE_MAIN_PT + CARE_PAGE_WIDE_GUTTER_PT + CARE_PAGE_SIDEBAR_PT)

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
} CarePageStyle;

extern const CareColour care_page_ink;
extern const CareColour care_page_accent;
extern const CareColour care_page_faint;
extern const CareColour care_page_paper;

const char *care_page_style_get_family (void);
const CarePageStyle *care_page_style_get (CarePageStyleName name);
PangoContext *care_page_style_create_context (const char *language);
PangoFontDescription *care_page_style_create_font (CarePageStyleName name);

G_END_DECLS
