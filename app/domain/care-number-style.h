/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How numbers and financial years are written, as data: a briefing chooses one of a few for all that it shows. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/**
 * CareNumberStyle:
 * @name: what a briefing stores that has it, a word of the vocabulary "number-style"; %NULL:
 *   none can
 * @brief: (nullable): how the same numbers are written in a label; %NULL: like this
 * @has_suffixes: whether "bn" stands for a billion, or the word
 * @before_scale: what is between the digits and that
 * @range: what is between the ends of a range
 * @per_cent: what follows the digits of a percentage
 * @dates: how dates and financial years are written beside them
 * @names_absence: whether an absence says what it is of: "not specified (£)"
 *
 * What is printed is English whatever the language of the program: it is content, and must
 * not change with the reader.
 */
struct _CareNumberStyle
{
  const char *name;
  const CareNumberStyle *brief;
  gboolean has_suffixes;
  const char *before_scale;
  const char *range;
  const char *per_cent;
  const CareDateStyle *dates;
  gboolean names_absence;
};

const CareNumberStyle *care_number_style_find (const char *name);
const CareNumberStyle *care_number_style_of (CareRecord *briefing);
const CareNumberStyle *care_number_style_get_brief (const CareNumberStyle *self);
char *care_number_style_format_date (const CareNumberStyle *self, const CareDate *date);

G_END_DECLS
