/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A quotation and a passage as words to be compared. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareQuotedWhat:
 * @CARE_QUOTED_WORD: a word
 * @CARE_QUOTED_GAP: "[…]": any number of words
 * @CARE_QUOTED_OTHER: a word, or none, that stands for words in square brackets
 */
typedef enum
{
  CARE_QUOTED_WORD,
  CARE_QUOTED_GAP,
  CARE_QUOTED_OTHER,
} CareQuotedWhat;

typedef struct
{
  CareQuotedWhat what;
  gsize start;       /* byte offsets in the text */
  gsize end;
  char *exact;       /* the word without differences of typesetting; NULL if none */
  char *loose;       /* without case and the signs at its ends too */
  gboolean is_at_end; /* of what is quoted in one piece: only @loose counts */
  gboolean is_pattern; /* @loose is a pattern for g_pattern_match_simple() */
} CareQuotedWord;

GArray *care_quotation_words (const char *quotation);
GArray *care_passage_words (const char *passage);
gboolean care_quoted_word_is (const CareQuotedWord *quoted, const CareQuotedWord *word);

G_END_DECLS
