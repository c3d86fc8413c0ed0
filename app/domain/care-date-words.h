/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to dates as text: the English words and the numbers that a date is
 * written with, which are the same whatever the day is. Texts are as
 * care_typed_text_normalise() leaves them, with an en dash for every dash. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

#define CARE_DATE_WORDS_DASH "\u2013"
#define CARE_DATE_WORDS_NO_YEAR " (year not stated)"
#define CARE_DATE_WORDS_UNCERTAIN " (uncertain)"

extern const char *const care_date_words_months[12];
/* In the order of EDTF's 21 to 24. */
extern const char *const care_date_words_seasons[4];

/* What the words of a date said; 0 or -1 where they did not. */
typedef struct
{
  int year;
  int month;   /* 1 to 12 */
  int day;     /* 1 to 31 */
  int season;  /* 21 to 24, as in EDTF */
  int weekday; /* 1, Monday, to 7 */
  int minute;  /* of the day, or -1 */
} CareDateWords;

const char *care_date_words_after (const char *text, const char *const *prefixes);
char *care_date_words_before (const char *text, const char *suffix);

int care_date_words_number (const char *text, gsize length);
gboolean care_date_words_is_year (const char *text);
int care_date_words_year_pair (const char *text);
int care_date_words_mday (const char *word);
int care_date_words_count (const char *word);
gboolean care_date_words_year_offset (const char *text, int *offset);
gboolean care_date_words_read (CareDateWords *words, const char *text);
CareDate *care_date_words_read_edtf (const char *text);
CareDate *care_date_words_read_years (const char *text);

G_END_DECLS
