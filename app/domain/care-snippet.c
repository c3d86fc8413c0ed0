/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-snippet.h"

#include <string.h>

/* About a line of a wide list; what was found comes early enough to be seen in a narrow one. */
#define BEFORE 24
#define LENGTH 160

static gboolean
is_ascii (const char *text, gssize length)
{
  for (gssize i = 0; length < 0 ? text[i] != '\0' : i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

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
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *folded;

  /* Nearly all words, and ten times as quick. */
  if (is_ascii (text, length))
    return g_ascii_strdown (text, length);
  lower = g_utf8_casefold (text, length);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  folded = g_string_new (NULL);
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
 * @there: (element-type utf8): the words of a text, see care_words_split()
 * @words: (element-type utf8): words, folded
 * @last_is_prefix: whether the last of them is only the beginning of one
 *
 * Returns: whether each of @words is @there.
 */
gboolean
care_words_match (GPtrArray *there, GPtrArray *words, gboolean last_is_prefix)
{
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

/* The first of @words in @text, or the beginning of @text. */
static void
find_first (const char *text, GPtrArray *words, gboolean last_is_prefix, CareStretch *first)
{
  const char *at = text;

  while (next_word (text, &at, first))
    {
      g_autofree char *folded = care_words_fold (text + first->start, first->end - first->start);

      if (is_word (folded, words, last_is_prefix))
        return;
    }
  first->start = first->end = 0;
}

/* Where @text is to begin so that what stands at @first comes early in it. */
static const char *
find_start (const char *text, const char *first)
{
  const char *start;

  if (g_utf8_pointer_to_offset (text, first) <= BEFORE)
    return text;
  start = g_utf8_offset_to_pointer (first, -BEFORE);
  while (start < first && !g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return start < first ? g_utf8_next_char (start) : start;
}

/* Where it is to end, between two words where there are two. */
static const char *
find_end (const char *start, const char *first_end)
{
  const char *limit = g_utf8_offset_to_pointer (start, MIN (g_utf8_strlen (start, -1), LENGTH));
  const char *end = limit;

  while (*end != '\0' && end > MAX (start, first_end) && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  if (end > start && (end > first_end || first_end <= limit))
    return end;
  for (end = limit; g_unichar_ismark (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    ;
  return end;
}

static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* Paragraphs, as which fields stand in the catalogue, have a raised dot between them. */
static void
append_on_one_line (GString *line, const char *start, const char *end)
{
  gsize length = line->len;
  gboolean gap = FALSE;
  guint n_newlines = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_newlines += c == '\n';
      gap = gap || is_gap (c);
      if (is_gap (c))
        continue;
      if (gap && line->len > length)
        g_string_append (line, n_newlines > 1 ? " · " : " ");
      g_string_append_unichar (line, c);
      gap = FALSE;
      n_newlines = 0;
    }
}

/**
 * care_words_mark:
 * @text: a text
 * @words: (element-type utf8): words that were searched for, folded
 * @last_is_prefix: whether the last of them is only the beginning of one
 * @found: (element-type CareStretch): where to put the stretches of @text that are
 *   such words
 *
 * Finds what is to be shown as found.
 */
void
care_words_mark (const char *text, GPtrArray *words, gboolean last_is_prefix, GArray *found)
{
  const char *at = text;
  CareStretch word;

  while (next_word (text, &at, &word))
    {
      g_autofree char *folded = care_words_fold (text + word.start, word.end - word.start);

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
  GString *snippet = g_string_new (NULL);
  CareStretch first;
  const char *start;
  const char *end;

  find_first (text, words, last_is_prefix, &first);
  start = find_start (text, text + first.start);
  end = find_end (start, text + first.end);
  if (start > text)
    g_string_append (snippet, "…");
  append_on_one_line (snippet, start, end);
  if (*end != '\0')
    g_string_append (snippet, "…");
  care_words_mark (snippet->str, words, last_is_prefix, found);
  return g_string_free (snippet, FALSE);
}
