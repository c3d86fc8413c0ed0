/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-snippet.h"

#include <string.h>

/* About two lines in a list, the first word found a quarter into it. */
#define BEFORE 40
#define LENGTH 160

/**
 * care_words_fold:
 * @text: a text
 * @length: of @text in bytes, or -1 if it ends with a NUL
 *
 * Returns: (transfer full): @text without case and accents, as it is searched.
 */
char *
care_words_fold (const char *text, gssize length)
{
  g_autofree char *lower = g_utf8_casefold (text, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/* The next word of @text at or after @*at; FALSE if there is none. */
static gboolean
next_word (const char *text, const char **at, CareStretch *word)
{
  const char *p = *at;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  word->start = (guint) (p - text);
  while (*p != '\0' && (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  word->end = (guint) (p - text);
  *at = p;
  return word->end > word->start;
}

/**
 * care_words_split:
 * @text: a text
 *
 * Returns: (transfer full) (element-type utf8): its words, folded, in order.
 */
GPtrArray *
care_words_split (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *at = text;
  CareStretch word;

  while (next_word (text, &at, &word))
    g_ptr_array_add (words, care_words_fold (text + word.start, word.end - word.start));
  return words;
}

static gboolean
is_word (const char *folded, GPtrArray *words, gboolean last_is_prefix)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (last_is_prefix && i + 1 == words->len ? g_str_has_prefix (folded, word) : strcmp (folded, word) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * care_words_match:
 * @text: a text
 * @words: (element-type utf8): words, folded
 * @last_is_prefix: whether the last of them is only the beginning of one
 *
 * Returns: whether each of @words is in @text.
 */
gboolean
care_words_match (const char *text, GPtrArray *words, gboolean last_is_prefix)
{
  g_autoptr (GPtrArray) there = care_words_split (text);

  for (guint i = 0; i < words->len; i++)
    {
      gboolean prefix = last_is_prefix && i + 1 == words->len;
      gboolean found = FALSE;

      for (guint n = 0; n < there->len && !found; n++)
        found = prefix ? g_str_has_prefix (g_ptr_array_index (there, n), g_ptr_array_index (words, i))
                       : strcmp (g_ptr_array_index (there, n), g_ptr_array_index (words, i)) == 0;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* Where @text is to be cut so that the first word found is in it. */
static const char *
find_start (const char *text, GPtrArray *words, gboolean last_is_prefix)
{
  const char *at = text;
  const char *start = text;
  CareStretch word;

  while (next_word (text, &at, &word))
    {
      g_autofree char *folded = care_words_fold (text + word.start, word.end - word.start);

      if (is_word (folded, words, last_is_prefix))
        break;
    }
  if (word.end == word.start || g_utf8_pointer_to_offset (text, text + word.start) <= BEFORE)
    return text;
  start = g_utf8_offset_to_pointer (text + word.start, -BEFORE);
  while (start < text + word.start && !g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return start < text + word.start ? g_utf8_next_char (start) : start;
}

static void
mark_words (const char *snippet, GPtrArray *words, gboolean last_is_prefix, GArray *found)
{
  const char *at = snippet;
  CareStretch word;

  while (next_word (snippet, &at, &word))
    {
      g_autofree char *folded = care_words_fold (snippet + word.start, word.end - word.start);

      if (is_word (folded, words, last_is_prefix))
        g_array_append_val (found, word);
    }
}

/**
 * care_snippet_new:
 * @text: a text
 * @words: (element-type utf8): words that were searched for, folded
 * @last_is_prefix: whether the last of them is only the beginning of one
 * @found: (element-type CareStretch): where to put the stretches of the snippet
 *   that are such words
 *
 * Returns: (transfer full): the part of @text around the first of @words that is
 *   in it, or its beginning, on one line.
 */
char *
care_snippet_new (const char *text, GPtrArray *words, gboolean last_is_prefix, GArray *found)
{
  const char *start = find_start (text, words, last_is_prefix);
  glong length = g_utf8_strlen (start, -1);
  const char *end = g_utf8_offset_to_pointer (start, MIN (length, LENGTH));
  g_autofree char *cut = NULL;
  char *snippet;

  while (*end != '\0' && end > start && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  if (end == start)
    end = g_utf8_offset_to_pointer (start, MIN (length, LENGTH));
  cut = g_strndup (start, (gsize) (end - start));
  snippet = g_strconcat (start > text ? "…" : "", g_strdelimit (cut, "\n\t", ' '), *end != '\0' ? "…" : "", NULL);
  mark_words (snippet, words, last_is_prefix, found);
  return snippet;
}
