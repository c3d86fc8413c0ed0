/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What areas are filled with so that they are told apart on paper, and by those who do not see
 * colours: each pattern is another shape of ink, not another shade. */

#pragma once

#include "care-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * CarePattern:
 * @CARE_PATTERN_SOLID: all ink
 * @CARE_PATTERN_HATCH: lines that rise
 * @CARE_PATTERN_DOTS: dots
 * @CARE_PATTERN_LINES: level lines
 * @CARE_PATTERN_BACK_HATCH: lines that fall
 * @CARE_PATTERN_GRID: level and upright lines
 * @CARE_PATTERN_POSTS: upright lines
 * @CARE_PATTERN_EMPTY: no ink
 */
typedef enum
{
  CARE_PATTERN_SOLID,
  CARE_PATTERN_HATCH,
  CARE_PATTERN_DOTS,
  CARE_PATTERN_LINES,
  CARE_PATTERN_BACK_HATCH,
  CARE_PATTERN_GRID,
  CARE_PATTERN_POSTS,
  CARE_PATTERN_EMPTY,
  CARE_N_PATTERNS,
} CarePattern;

void care_pattern_fill (cairo_t *cr, CarePattern pattern, double x, double y, double width, double height,
                        CareColour ink, CareColour ground, double step);

G_END_DECLS
