/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of a text in which words that were searched for stand. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} CareStretch;

char *care_words_fold (const char *text, gssize length);
GPtrArray *care_words_split (const char *text);
gboolean care_words_match (GPtrArray *there, GPtrArray *words, gboolean last_is_prefix);
void care_words_mark (const char *text, GPtrArray *words, gboolean last_is_prefix, GArray *found);
char *care_snippet_new (const char *text, GPtrArray *words, gboolean last_is_prefix, GArray *found);

G_END_DECLS
