/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-quotation-words.h"

#include <string.h>

/* "[the Government]" stands for no more words than this. */
#define MAX_OTHER_WORDS 12

static void
clear_word (gpointer data)
{
  CareQuotedWord *word = data;

  g_free (word->exact);
  g_free (word->loose);
}

static GArray *
words_new (void)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (CareQuotedWord));

  g_array_set_clear_func (words, clear_word);
  return words;
}

/* Shown or not as a typesetter likes, and never part of a word. */
static gboolean
is_typesetting (gunichar c)
{
  return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == '*' || c == '_'
         || c == '"' || c == 0x00AB || c == 0x00BB || (c >= 0x201C && c <= 0x201F);
}

static gunichar
set_plainly (gunichar c)
{
  if (c == '`' || c == 0x00B4 || (c >= 0x2018 && c <= 0x201B))
    return '\'';
  return c >= 0x2010 && c <= 0x2015 ? '-' : c;
}

/* (transfer full): a word without differences of typesetting; "'" and "-" only within it. */
static char *
make_exact (const char *start, gsize length)
{
  g_autofree char *normal = g_utf8_normalize (start, (gssize) length, G_NORMALIZE_ALL_COMPOSE);
  GString *exact = g_string_sized_new (length);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!is_typesetting (g_utf8_get_char (p)))
      g_string_append_unichar (exact, set_plainly (g_utf8_get_char (p)));
  while (exact->len > 0 && strchr ("'-", exact->str[exact->len - 1]) != NULL)
    g_string_truncate (exact, exact->len - 1);
  g_string_erase (exact, 0, (gssize) strspn (exact->str, "'-"));
  return g_string_free (exact, FALSE);
}

static gboolean
is_sign (gunichar c)
{
  return !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

/* (transfer full): @exact without case and the signs at its ends. */
static char *
make_loose (const char *exact)
{
  g_autofree char *folded = g_utf8_casefold (exact, -1);
  const char *start = folded;
  const char *end = folded + strlen (folded);

  while (start < end && is_sign (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_sign (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/* Adds the word that stands there, if there is any: signs alone are none. */
static gboolean
add_word (GArray *words, const char *text, const char *start, const char *end)
{
  CareQuotedWord word = { CARE_QUOTED_WORD, (gsize) (start - text), (gsize) (end - text), NULL, NULL, FALSE, FALSE };

  word.exact = make_exact (start, (gsize) (end - start));
  word.loose = make_loose (word.exact);
  if (*word.loose == '\0')
    {
      clear_word (&word);
      return FALSE;
    }
  g_array_append_val (words, word);
  return TRUE;
}

static gboolean
is_at_break (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isspace (c) || c == 0x2014 || g_str_has_prefix (p, "--");
}

/* The length of an ellipsis at @p, or 0. */
static gsize
match_ellipsis (const char *p)
{
  if (g_str_has_prefix (p, "…"))
    return strlen ("…");
  if (g_str_has_prefix (p, ". . ."))
    return strlen (". . .");
  return g_str_has_prefix (p, "...") ? strspn (p, ".") : 0;
}

/* The length of a mark at @p that words have been left out, or 0. */
static gsize
match_gap (const char *p)
{
  const char *inner = p + 1;
  gsize length;

  if (*p != '[' && *p != '(')
    return match_ellipsis (p);
  inner += strspn (inner, " ");
  length = match_ellipsis (inner);
  inner += length;
  inner += strspn (inner, " ");
  return length > 0 && *inner == (*p == '[' ? ']' : ')') ? (gsize) (inner + 1 - p) : 0;
}

/* The length of words in square brackets that stand by themselves at @p, or 0. */
static gsize
match_other (const char *p)
{
  const char *end = *p == '[' ? strchr (p, ']') : NULL;

  return end == NULL || g_unichar_isalnum (g_utf8_get_char (end + 1)) ? 0 : (gsize) (end + 1 - p);
}

static void
add_mark (GArray *words, CareQuotedWhat what, gsize start, gsize end, guint n)
{
  CareQuotedWord mark = { what, start, end, NULL, NULL, FALSE, FALSE };

  for (guint i = 0; i < n; i++)
    g_array_append_val (words, mark);
}

/* "[T]he" is "the" with another letter, "implement[ed]" may have any ending. */
static void
read_brackets (CareQuotedWord *word)
{
  const char *open = strchr (word->exact, '[');
  const char *close = open == NULL ? NULL : strchr (open, ']');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (close == NULL)
    return;
  before = g_strndup (word->exact, (gsize) (open - word->exact));
  word->is_pattern = *before != '\0' || close > open + 2;
  after = word->is_pattern ? g_strdup_printf ("%s*%s", before, close + 1)
                           : g_strdup_printf ("%.1s%s", open + 1, close + 1);
  word->is_at_end = TRUE;
  g_free (word->loose);
  word->loose = g_utf8_casefold (after, -1);
}

static const char *
find_word_end (const char *p)
{
  const char *start = p;

  while (*p != '\0' && !is_at_break (p) && (p == start || match_gap (p) == 0))
    p = g_utf8_next_char (p);
  return p;
}

/* Marks the words that a piece begins and ends with. */
static void
mark_ends (GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      CareQuotedWord *word = &g_array_index (words, CareQuotedWord, i);

      if (i == 0 || i + 1 == words->len || (word - 1)->what != CARE_QUOTED_WORD
          || (word + 1)->what != CARE_QUOTED_WORD)
        word->is_at_end = TRUE;
    }
}

/* What is left out before the first word and after the last is not looked for. */
static void
drop_outer_marks (GArray *words)
{
  while (words->len > 0 && g_array_index (words, CareQuotedWord, words->len - 1).what != CARE_QUOTED_WORD)
    g_array_set_size (words, words->len - 1);
  while (words->len > 0 && g_array_index (words, CareQuotedWord, 0).what != CARE_QUOTED_WORD)
    g_array_remove_index (words, 0);
}

/**
 * care_quotation_words:
 * @quotation: words as they are quoted
 *
 * Returns: (transfer full) (element-type CareQuotedWord): the words and marks of
 *   @quotation, beginning and ending with a word; none if it has no word.
 */
GArray *
care_quotation_words (const char *quotation)
{
  GArray *words = words_new ();

  for (const char *p = quotation; *p != '\0';)
    {
      gsize start = (gsize) (p - quotation);
      gsize gap = match_gap (p);
      gsize other = gap > 0 ? 0 : match_other (p);
      const char *end = find_word_end (p);

      if (gap > 0)
        add_mark (words, CARE_QUOTED_GAP, start, start + gap, 1);
      else if (other > 0)
        add_mark (words, CARE_QUOTED_OTHER, start, start + other, MAX_OTHER_WORDS);
      else if (add_word (words, quotation, p, end))
        read_brackets (&g_array_index (words, CareQuotedWord, words->len - 1));
      p = gap + other > 0 ? p + gap + other : end > p ? end : g_utf8_next_char (p);
    }
  drop_outer_marks (words);
  mark_ends (words);
  return words;
}

/**
 * care_passage_words:
 * @passage: a passage of a source
 *
 * Returns: (transfer full) (element-type CareQuotedWord): the words of @passage.
 */
GArray *
care_passage_words (const char *passage)
{
  GArray *words = words_new ();

  for (const char *p = passage; *p != '\0';)
    {
      gsize gap = match_gap (p);
      const char *end = find_word_end (p);

      if (gap == 0)
        add_word (words, passage, p, end);
      p = gap > 0 ? p + gap : end > p ? end : g_utf8_next_char (p);
    }
  return words;
}

/**
 * care_quoted_word_is:
 * @quoted: a word of a quotation
 * @word: a word of a passage
 *
 * Returns: whether @quoted is @word, as far as it need be.
 */
gboolean
care_quoted_word_is (const CareQuotedWord *quoted, const CareQuotedWord *word)
{
  if (quoted->is_pattern)
    return g_pattern_match_simple (quoted->loose, word->loose);
  return quoted->is_at_end ? strcmp (quoted->loose, word->loose) == 0 : strcmp (quoted->exact, word->exact) == 0;
}
