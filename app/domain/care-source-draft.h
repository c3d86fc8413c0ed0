/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A source as it is understood from a citation, a link or a file, before a library
 * has it: its people and bodies are names. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *title;
  char *kind;            /* a word of the vocabulary "source"; NULL if it is not told */
  char *author;          /* a person: "Andy Burnham" */
  char *creator;         /* a body, whole: "NHS England" */
  char *published;       /* EDTF */
  char *published_words; /* a date that is not understood */
  char *accessed;        /* EDTF */
  char *url;
  char *language;
  char *passage;
  char *note;            /* what was not understood, a line each */
} CareSourceDraft;

CareSourceDraft *care_source_draft_new (void);
void care_source_draft_free (CareSourceDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSourceDraft, care_source_draft_free)

void care_source_draft_set (char **member, const char *text);
void care_source_draft_add_note (CareSourceDraft *self, const char *what, const char *text);
void care_source_draft_add_maker (CareSourceDraft *self, const char *name, gboolean is_person);
void care_source_draft_set_published (CareSourceDraft *self, const char *words);
void care_source_draft_set_accessed (CareSourceDraft *self, const char *words);
void care_source_draft_finish (CareSourceDraft *self);

G_END_DECLS
