/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of texts: sentences, and names that are looked for in them. */

#include "care-check.h"

#include "care-reference.h"

#include <string.h>

/* Where the citations end that follow a sentence. */
static gsize
skip_citations (const char *text, gsize at)
{
  CareReferenceMatch match;
  gsize end = at;

  for (gsize next = at + strspn (text + at, " "); care_reference_next (text, next, &match) && match.is_citation
                                                   && match.start == next;
       next = end + strspn (text + end, " "))
    end = match.end;
  return end;
}

static gboolean
ends_sentence (const char *text, gsize at)
{
  if (text[at] == '\n')
    return TRUE;
  return strchr (".?!", text[at]) != NULL && (text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '\0');
}

/**
 * care_check_next_sentence:
 * @text: a text, as stored
 * @from: the byte to start at
 * @sentence: (out): the sentence there, with the citations after it
 *
 * Returns: whether there is one more sentence.
 */
gboolean
care_check_next_sentence (const char *text, gsize from, CareCheckSentence *sentence)
{
  gsize at = from + strspn (text + from, " \n");

  if (text[at] == '\0')
    return FALSE;
  sentence->start = at;
  while (text[at] != '\0' && !ends_sentence (text, at))
    at++;
  if (text[at] != '\0' && text[at] != '\n')
    at++;
  sentence->end = skip_citations (text, at);
  return TRUE;
}

/* Typographic apostrophes and spaces are typed either way. */
static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out = g_string_new (folded);

  g_string_replace (out, "’", "'", 0);
  g_string_replace (out, "\u00a0", " ", 0);
  return g_string_free (out, FALSE);
}

/**
 * care_check_plain:
 * @run: what is checked
 * @text: a text, as stored
 * @start: the first byte
 * @end: the byte after the last
 *
 * Returns: (transfer full): what a reader reads there, folded as words are looked for.
 */
char *
care_check_plain (CareCheckRun *run, const char *text, gsize start, gsize end)
{
  g_autofree char *stored = g_strndup (text + start, end - start);
  g_autofree char *plain = care_reference_plain (stored, care_snapshot_get_numbers (run->snapshot), care_snapshot_lookup, run->snapshot);

  return fold (plain);
}

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/**
 * care_check_find_words:
 * @text: a folded text
 * @words: a word, or several one after another, folded or not
 *
 * Returns: (transfer none) (nullable): where @words stand in @text as whole words.
 */
const char *
care_check_find_words (const char *text, const char *words)
{
  g_autofree char *folded = fold (words);
  gsize length = strlen (folded);

  if (length == 0)
    return NULL;
  for (const char *at = strstr (text, folded); at != NULL; at = strstr (at + 1, folded))
    if ((at == text || !is_letter (g_utf8_prev_char (at))) && !is_letter (at + length))
      return at;
  return NULL;
}

/**
 * care_check_has_any:
 * @text: a folded text
 * @words: words, ended by %NULL
 *
 * Returns: whether one of @words is in @text.
 */
gboolean
care_check_has_any (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (care_check_find_words (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * care_check_locate:
 * @text: a text
 * @within: a sentence of it
 * @words: what is looked for, in any case
 * @start: (out): where it begins in the text
 * @end: (out): the byte after it
 *
 * Returns: whether @words stand there as whole words.
 */
gboolean
care_check_locate (const CareCheckText *text, const CareCheckSentence *within, const char *words, gsize *start,
                   gsize *end)
{
  g_autofree char *escaped = g_regex_escape_string (words, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<!\\w)%s(?!\\w)", escaped);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  int from, to;

  if (regex == NULL
      || !g_regex_match_full (regex, text->text, (gssize) within->end, (int) within->start, 0, &info, NULL)
      || !g_match_info_fetch_pos (info, 0, &from, &to))
    return FALSE;
  *start = (gsize) from;
  *end = (gsize) to;
  return TRUE;
}

/**
 * care_check_is_quoted:
 * @text: a text
 * @at: a byte of it
 *
 * Returns: whether @at is between quotation marks, whose words are not ours to change.
 */
gboolean
care_check_is_quoted (const char *text, gsize at)
{
  gsize from = at;
  const char *open, *close;

  while (from > 0 && text[from - 1] != '\n')
    from--;
  open = g_strrstr_len (text + from, (gssize) (at - from), "“");
  close = g_strrstr_len (text + from, (gssize) (at - from), "”");
  return open != NULL && open > close;
}

static gboolean
names_by_alias (CareCheckRun *run, const char *text, CareRecord *actor)
{
  g_autoptr (GPtrArray) aliases = care_snapshot_list (run->snapshot, "alias", "actor", care_record_get_id (actor));

  for (guint i = 0; i < aliases->len; i++)
    if (care_check_find_words (text, care_record_get_title (g_ptr_array_index (aliases, i))) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * care_check_names:
 * @run: what is checked
 * @text: a folded text
 * @record: an actor or a person
 *
 * Returns: whether @text names @record, by any of its names.
 */
gboolean
care_check_names (CareCheckRun *run, const char *text, CareRecord *record)
{
  static const char *const fields[] = { "name", "short_name", "abbreviation", "family_name" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const CareField *field = care_kind_field (care_record_get_kind (record), fields[i]);
      const char *name = field == NULL ? NULL : care_record_get (record, fields[i]);

      if (name != NULL && care_check_find_words (text, name) != NULL)
        return TRUE;
    }
  return care_record_is (record, "actor") && names_by_alias (run, text, record);
}
