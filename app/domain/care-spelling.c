/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-spelling.h"

#include "care-markup.h"
#include "care-reference.h"

#include <string.h>

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static const char *
find_token_end (const char *p)
{
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Such as "2015/16", "me@example.org", "https://example.org" and "www.example.org". */
static gboolean
is_no_prose (const char *token, const char *end)
{
  for (const char *p = token; p < end; p = g_utf8_next_char (p))
    if (*p == '@' || g_unichar_isdigit (g_utf8_get_char (p)) || g_str_has_prefix (p, "://"))
      return TRUE;
  return g_ascii_strncasecmp (token, "www.", 4) == 0;
}

/* Such as "NHS" and "CCGs": a dictionary knows few of them. */
static gboolean
is_abbreviation (const char *word, const char *end)
{
  guint capitals = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    capitals += g_unichar_isupper (g_utf8_get_char (p));
  return capitals > 1;
}

static void
add_words (GArray *words, const char *line, const char *token, const char *end)
{
  const char *p = token;

  while (p < end)
    {
      const char *start;
      const char *last;

      for (; p < end && !g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        ;
      start = last = p;
      for (; p < end && (g_unichar_isalpha (g_utf8_get_char (p)) || is_apostrophe (g_utf8_get_char (p)));
           p = g_utf8_next_char (p))
        if (g_unichar_isalpha (g_utf8_get_char (p)))
          last = g_utf8_next_char (p);
      if (start < last && !is_abbreviation (start, last))
        {
          CareStretch word = { (guint) (start - line), (guint) (last - line) };
          g_array_append_val (words, word);
        }
    }
}

/* @line with spaces in the place of what is no prose, byte for byte. */
static char *
blank_out (const char *line)
{
  char *prose = g_strdup (line);
  g_autoptr (GArray) found = care_markup_find (line);
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (line, from, &match); from = match.end)
    memset (prose + match.start, ' ', match.end - match.start);
  for (guint i = 0; i < found->len; i++)
    {
      const CareMarkup *markup = &g_array_index (found, CareMarkup, i);

      if (markup->kind == CARE_MARKUP_CODE || markup->kind == CARE_MARKUP_ADDRESS || markup->kind == CARE_MARKUP_MARK)
        memset (prose + markup->start, ' ', markup->end - markup->start);
    }
  return prose;
}

/**
 * care_spelling_words:
 * @line: a line of a text as it is shown
 *
 * Returns: (transfer full) (element-type CareStretch): its words, in bytes.
 */
GArray *
care_spelling_words (const char *line)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CareStretch));
  g_autofree char *prose = blank_out (line);
  const char *p = prose;

  while (*p != '\0')
    {
      const char *end = find_token_end (p);

      if (!is_no_prose (p, end))
        add_words (words, prose, p, end);
      p = *end == '\0' ? end : g_utf8_next_char (end);
    }
  return words;
}

static void
clear_language (gpointer data)
{
  g_free (((CareSpellingLanguage *) data)->language);
}

/**
 * care_spelling_languages:
 * @line: a line of a text as it is shown
 *
 * "[Cymru](lang:cy)" is in Welsh.
 *
 * Returns: (transfer full) (element-type CareSpellingLanguage): which of its words are
 *   marked to be in which language.
 */
GArray *
care_spelling_languages (const char *line)
{
  GArray *languages = g_array_new (FALSE, FALSE, sizeof (CareSpellingLanguage));
  g_autoptr (GArray) found = strstr (line, "](lang:") == NULL ? NULL : care_markup_find (line);
  const CareMarkup *words = NULL;

  g_array_set_clear_func (languages, clear_language);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const CareMarkup *markup = &g_array_index (found, CareMarkup, i);
      g_autofree char *address
        = words != NULL && markup->kind == CARE_MARKUP_ADDRESS ? g_strndup (line + markup->start, markup->end - markup->start) : NULL;

      if (markup->kind == CARE_MARKUP_LINK)
        words = markup;
      if (care_markup_get_language (address) != NULL)
        {
          CareSpellingLanguage language = { words->start, words->end, g_strdup (care_markup_get_language (address)) };

          g_array_append_val (languages, language);
        }
    }
  return languages;
}
