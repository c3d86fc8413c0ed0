/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a text a dictionary can be asked about. */

#pragma once

#include "care-snippet.h"

G_BEGIN_DECLS

/* (element-type CareStretch) (transfer full): those of @line, which is of a text as it is
 * shown: nothing of a reference, an address, a number or a name in capitals. */
GArray *care_spelling_words (const char *line);

/* Words that are marked to be in another language than the rest. */
typedef struct
{
  gsize start; /* bytes of the line */
  gsize end;
  char *language; /* "cy" */
} CareSpellingLanguage;

/* (element-type CareSpellingLanguage) (transfer full): those of @line, in order. */
GArray *care_spelling_languages (const char *line);

G_END_DECLS
