/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words of a figure say besides its value: over what it is counted, in which years,
 * in whose prices, of what it is a share. Never more exact than the words. */

#pragma once

#include "care-date.h"
#include "care-quantity.h"

G_BEGIN_DECLS

/**
 * CareFigureMeaning:
 * @value: (nullable): the number, range, bound or absence
 * @period_basis: (nullable): a word of the vocabulary "period-basis"
 * @period: (nullable): the years or days named
 * @period_words: (nullable): the words that name them: "over the next three years"
 * @n_periods: how many periods are named; where they are several, none is the one
 * @years: how many years are named without saying which, or 0
 * @recurrence: (nullable): a word of the vocabulary "recurrence"
 * @price_basis: (nullable): a word of the vocabulary "price-basis"
 * @price_year: (nullable): in whose prices: "2014/15"
 * @base: (nullable): what a percentage is of
 * @left: (nullable): what is not understood, with "…" where something between was
 * @remark: (nullable): why something is left open, and what to do about it
 */
typedef struct
{
  CareQuantity *value;
  const char *period_basis;
  CareDate *period;
  char *period_words;
  guint n_periods;
  int years;
  const char *recurrence;
  const char *price_basis;
  char *price_year;
  char *base;
  char *left;
  char *remark;
} CareFigureMeaning;

CareFigureMeaning *care_figure_read (const char *words, const CareDate *said);
void care_figure_meaning_free (CareFigureMeaning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFigureMeaning, care_figure_meaning_free)

G_END_DECLS
