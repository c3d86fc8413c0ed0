/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages in the making. */

#pragma once

#include "care-page-model.h"

G_BEGIN_DECLS

/* What does not depend on the number of pages. */
typedef struct
{
  CarePages *pages;
  CarePageBlock *title;
  CarePageBlock *head;
  GPtrArray *sidebar;   /* of CarePageBlock, as all others */
  GPtrArray *wide;
  GPtrArray *bands;
  GArray *units;
} CareComposer;

/* A page being divided; rows count from the top of the text area. */
typedef struct
{
  CarePageSheet *sheet;
  guint sidebar_top;
  guint top;      /* first row of the columns */
  guint bottom;   /* the row after the last one of the columns */
  guint band_top; /* where what is at the foot begins */
  gboolean has_text; /* in the columns */
} CareDivision;

void care_division_place_head (CareComposer *c, CareDivision *division);
void care_division_reserve_bands (CareComposer *c, CareDivision *divisions, guint n_pages);
void care_division_place_bands (CareComposer *c, CareDivision *divisions, guint n_pages);
void care_division_place_sidebars (CareComposer *c, CareDivision *divisions, guint n_pages);
void care_division_reserve_wide (CareComposer *c, CareDivision *divisions, guint n_pages, guint *pages);
void care_division_place_text (CareComposer *c, CareDivision *divisions, guint n_pages);
void care_division_place_wide (CareComposer *c, CareDivision *divisions, guint n_pages, const guint *pages);

G_END_DECLS
