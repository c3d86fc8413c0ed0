/* SPDX-License-Identifier: GPL-3.0-or-later */

/* References from a text to records. A text is stored with "{figure:16004}"
 * where the figure's words are to stand, and "[@7003 p.67]" where a source is
 * cited; the words always come from the record. "{contradiction:31001}" is where a note says
 * why figures differ. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/* Finds a record, or NULL. (transfer none) */
typedef CareRecord *(*CareLookup) (const char *kind, CareId id, gpointer data);

typedef struct
{
  gsize start;          /* byte offset of "{" or "[" */
  gsize end;            /* byte offset after "}" or "]" */
  const CareKind *kind; /* source for a citation */
  CareId id;
  gboolean is_citation;
  gsize words_start; /* byte offsets of the words that a shown text carries; */
  gsize words_end;   /* of a citation: of its pinpoint */
  gsize name_start;  /* of a citation in a shown text: byte offsets of the */
  gsize name_end;    /* source's name; otherwise both are words_start */
} CareReferenceMatch;

/* The first reference in @text at or after byte @from. */
gboolean care_reference_next (const char *text, gsize from, CareReferenceMatch *match);

/* Whether @text refers to @record. */
gboolean care_reference_is_to (const char *text, CareRecord *record);

gboolean care_reference_is_note (const CareReferenceMatch *match);

/* What running text says for @record: a figure's value, the title of anything else. */
char *care_reference_words (CareRecord *record, const CareNumberStyle *numbers);
/* What a text is stored with where it refers to @record. */
char *care_reference_write (CareRecord *record);
/* "{figure:16004|£3.8 billion}" for "{figure:16004}", and
 * "[@7003|Conservative Party Manifesto 2017| p.67]" for "[@7003 p.67]". */
char *care_reference_show (const char *stored, const CareNumberStyle *numbers, CareLookup lookup, gpointer data);
/* The reverse: what is stored. */
char *care_reference_store (const char *shown);
/* Plain words: "£3.8 billion" for "{figure:16004}", nothing for a citation or a note. */
char *care_reference_plain (const char *stored, const CareNumberStyle *numbers, CareLookup lookup, gpointer data);

G_END_DECLS
