/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the reading of figures. */

#pragma once

#include "care-figure-read.h"

G_BEGIN_DECLS

/* What was typed, word by word. */
typedef struct
{
  GStrv raw;  /* as typed */
  GStrv bare; /* without brackets, and commas at their ends */
  guint n;
  const CareDate *said; /* nullable */
} CareFigureWords;

char *care_figure_words_join (GStrv words, guint from, guint to);
guint care_figure_words_match (GStrv bare, guint at, const char *phrase);

/* care-figure-period.c */
guint care_figure_read_period (CareFigureMeaning *self, const CareFigureWords *words, guint at);
void care_figure_settle_period (CareFigureMeaning *self);

G_END_DECLS
