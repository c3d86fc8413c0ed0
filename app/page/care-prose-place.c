/* SPDX-License-Identifier: GPL-3.0-or-later */

/* cmark tells where a paragraph begins and ends, and not where its words are. They come
 * in the order in which they were typed, between marks that are not printed and without
 * what a reference prints: each is looked for shortly behind the last one found. */

#include "care-prose-place.h"

#include <string.h>

/* As long as marks and references between two words may be, in bytes. */
#define REACH 160

/* A word of a paragraph, and the same in the text: their first bytes. */
typedef struct
{
  guint text;
  guint source;
} Pair;

static gboolean
is_in_word (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* The end of the word that begins at @p, or @p where none does. */
static const char *
skip_word (const char *p, const char *end)
{
  while (p < end && is_in_word (p))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
stands_alone (const char *source, const char *found, gsize length, const char *end)
{
  return (found == source || !is_in_word (g_utf8_prev_char (found))) && (found + length == end || !is_in_word (found + length));
}

/* NULL where the word is not within reach of @p. */
static const char *
find_word (const char *source, const char *p, const char *end, const char *word)
{
  gsize length = strlen (word);
  const char *last = p + MIN ((gsize) (end - p), REACH + length);

  for (; (p = g_strstr_len (p, last - p, word)) != NULL; p++)
    if (stands_alone (source, p, length, end))
      return p;
  return NULL;
}

static GArray *
pair_words (const char *source, guint from, guint to, const char *text)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  const char *p = source + from;
  const char *text_end = text + strlen (text);

  for (const char *word = text; word < text_end;)
    {
      const char *word_end = skip_word (word, text_end);
      g_autofree char *letters = g_strndup (word, (gsize) (word_end - word));
      const char *found = word_end > word ? find_word (source, p, source + to, letters) : NULL;

      if (found != NULL)
        {
          Pair pair = { (guint) (word - text), (guint) (found - source) };

          g_array_append_val (pairs, pair);
          p = found + (word_end - word);
        }
      word = word_end > word ? word_end : g_utf8_next_char (word);
    }
  return pairs;
}

/**
 * care_prose_place_in_source:
 * @source: a text as stored
 * @from: the byte of it at which a paragraph begins
 * @to: the byte after its last
 * @text: what that paragraph prints
 * @at: a byte of @text
 *
 * Returns: the byte of @source that prints it; of what a reference prints, one before it;
 *   @from where there is none.
 */
guint
care_prose_place_in_source (const char *source, guint from, guint to, const char *text, guint at)
{
  g_autoptr (GArray) pairs = pair_words (source, from, to, text);
  Pair last = { 0, from };
  gsize end;

  if (pairs->len == 0 || g_array_index (pairs, Pair, 0).text > at)
    return from;
  for (guint i = 0; i < pairs->len && g_array_index (pairs, Pair, i).text <= at; i++)
    last = g_array_index (pairs, Pair, i);
  end = last.text + (gsize) (skip_word (text + last.text, text + strlen (text)) - (text + last.text));
  return last.source + (guint) MIN (at, end) - last.text;
}

/**
 * care_prose_place_in_text:
 * @source: a text as stored
 * @from: the byte of it at which a paragraph begins
 * @to: the byte after its last
 * @text: what that paragraph prints
 * @at: a byte of @source
 *
 * Returns: the byte of @text at which the last word begins that is printed from what is
 *   before @at or there.
 */
guint
care_prose_place_in_text (const char *source, guint from, guint to, const char *text, guint at)
{
  g_autoptr (GArray) pairs = pair_words (source, from, to, text);
  guint place = 0;

  for (guint i = 0; i < pairs->len && g_array_index (pairs, Pair, i).source <= at; i++)
    place = g_array_index (pairs, Pair, i).text;
  return place;
}
