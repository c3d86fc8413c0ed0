/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is sure is taken out first: the link, when it was looked at, a place in it. Then
 * the rest is read in one of the usual orders:
 *
 *   Author, “Title”, Publication, date    a title in quotation marks
 *   Author (2015) Title. Publisher        a year in brackets
 *   Body, Title, date                     neither
 *
 * A name is of a person where it has a comma and initials or a first name after it;
 * any other may be of a body, and is left whole. */

#include "care-source-text.h"

#include "care-date.h"

#include <string.h>

#define LINK "(https?://\\S+|www\\.[^\\s/]+\\.\\S+)"
#define DOI "\\b(?:doi:\\s*)?(10\\.\\d{4,9}/\\S+)"
#define ACCESSED "[\\[(]?\\b(?:last )?(?:accessed|retrieved|viewed)(?: on)?:?\\s+([^\\])\\n;]{4,40}?)(?:[\\])]|,? from\\b|\\.?$)"
#define PLACE "\\b((?:pp?\\.|paras?\\.?|pages?|s\\.|ch\\.|Cols?\\.?)\\s?\\d+[\\d–-]*)"
#define LEAD_IN "\\b(?:available (?:at|from|online)|URL|DOI):?\\s*(?=$|[,.;(])"
#define QUOTED "[“\"‘]([^”\"]+?)[,.]?[”\"’](?=$|[\\s,.;(])"
#define DATED "\\s*\\(([^()]*\\b(?:1[0-9]|20)\\d\\d[a-z]?\\b[^()]*|undated|n\\.d\\.)\\)[.,:]?\\s*"
#define PERSON "^(\\p{Lu}[\\p{L}'’ -]*), ((?:\\p{Lu}\\.?[ -]?){1,4}|\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\.?)?)$"

/* Takes what @pattern has in its brackets out of @text; NULL if it is not there. */
static char *
take_out (GString *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  char *found;
  int start, end;

  if (!g_regex_match (regex, text->str, 0, &match))
    return NULL;
  found = g_match_info_fetch (match, 1);
  g_match_info_fetch_pos (match, 0, &start, &end);
  g_string_erase (text, start, end - start);
  return found;
}

/* @text without spaces and the signs between the parts of a citation at its ends. */
static char *
trim (char *text)
{
  gsize length;

  g_strstrip (text);
  memmove (text, text + strspn (text, ",.;: "), strlen (text + strspn (text, ",.;: ")) + 1);
  for (length = strlen (text); length > 0 && strchr (",;: ", text[length - 1]) != NULL; length--)
    text[length - 1] = '\0';
  if (length > 1 && text[length - 1] == '.' && text[length - 2] != '.'
      && !(length > 2 && g_ascii_isupper (text[length - 2]) && strchr (" .", text[length - 3]) != NULL))
    text[length - 1] = '\0';
  return text;
}

/* A link ends before the sign of the sentence that it stands in. */
static void
read_link (CareSourceDraft *draft, GString *text)
{
  g_autofree char *link = take_out (text, LINK);
  g_autofree char *doi = link == NULL ? take_out (text, DOI) : NULL;
  g_autofree char *whole = NULL;
  gsize length;

  if (link == NULL && doi == NULL)
    return;
  whole = link == NULL ? g_strconcat ("https://doi.org/", doi, NULL)
                       : g_strconcat (g_str_has_prefix (link, "www.") ? "https://" : "", link, NULL);
  for (length = strlen (whole); strchr (".,;>\"'", whole[length - 1]) != NULL
                                || (whole[length - 1] == ')' && strchr (whole, '(') == NULL);
       length--)
    whole[length - 1] = '\0';
  care_source_draft_set (&draft->url, whole);
}

static gboolean
is_date (const char *words)
{
  g_autoptr (CareDate) date = care_date_parse (words, NULL, NULL);

  return (date != NULL && care_date_get_precision (date) != CARE_DATE_NO_YEAR)
         || g_ascii_strcasecmp (words, "undated") == 0 || g_ascii_strcasecmp (words, "n.d.") == 0;
}

static void
set_date (CareSourceDraft *draft, const char *words)
{
  g_autoptr (CareDate) date = care_date_parse (words, NULL, NULL);

  if (date != NULL)
    care_source_draft_set (&draft->published, care_date_get_edtf (date));
  else if (g_ascii_strcasecmp (words, "undated") != 0 && g_ascii_strcasecmp (words, "n.d.") != 0)
    care_source_draft_set (&draft->published_words, words);
}

/* Who made it; several names are told in the note. */
static void
read_maker (CareSourceDraft *draft, const char *words)
{
  g_autoptr (GRegex) regex = g_regex_new (PERSON, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *trimmed = trim (g_strdup (words));

  if (*trimmed == '\0')
    return;
  if (g_regex_match (regex, trimmed, 0, &match))
    {
      g_autofree char *family = g_match_info_fetch (match, 1);
      g_autofree char *given = g_match_info_fetch (match, 2);
      g_autofree char *name = g_strdup_printf ("%s %s", g_strstrip (given), family);

      care_source_draft_add_maker (draft, name, TRUE);
    }
  else
    care_source_draft_add_maker (draft, trimmed, FALSE);
}

/* What a part says that is neither a name nor a title. */
static gboolean
read_what (CareSourceDraft *draft, const char *part)
{
  static const char *const kinds[][2] = { { "speech", "speech" }, { "press release", "press-release" },
                                          { "web page", "web-page" }, { "[online]", "web-page" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (part, kinds[i][0]) == 0)
      {
        care_source_draft_set (&draft->kind, kinds[i][1]);
        return TRUE;
      }
  if (!is_date (part))
    return FALSE;
  set_date (draft, part);
  return TRUE;
}

/* The parts between commas, without those that are understood. */
static GPtrArray *
read_parts (CareSourceDraft *draft, const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = g_strsplit (text, ", ", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *part = trim (g_strdup (pieces[i]));

      if (*part == '\0' || ((i > 0 || pieces[1] == NULL) && read_what (draft, part)))
        g_free (part);
      else
        g_ptr_array_add (parts, part);
    }
  return parts;
}

/* Author, “Title”, Publication, date */
static void
read_quoted (CareSourceDraft *draft, const char *before, const char *title, const char *after)
{
  g_autoptr (GPtrArray) parts = read_parts (draft, after);

  care_source_draft_set (&draft->title, title);
  read_maker (draft, before);
  /* What has the title in it made it; a name before that is of a person. */
  if (parts->len > 0 && draft->creator != NULL && draft->author == NULL)
    draft->author = g_steal_pointer (&draft->creator);
  for (guint i = 0; i < parts->len; i++)
    if (i == 0)
      care_source_draft_add_maker (draft, g_ptr_array_index (parts, i), FALSE);
    else
      care_source_draft_add_note (draft, NULL, g_ptr_array_index (parts, i));
  if (draft->creator != NULL)
    care_source_draft_set (&draft->kind, "article");
}

/* "Author (2015) Title. Publisher" */
static void
read_dated (CareSourceDraft *draft, const char *before, const char *date, const char *after)
{
  g_auto (GStrv) sentences = g_strsplit (after, ". ", 2);
  g_autofree char *title = trim (g_strdup (sentences[0] == NULL ? "" : sentences[0]));
  g_autofree char *rest = trim (g_strdup (sentences[0] == NULL || sentences[1] == NULL ? "" : sentences[1]));

  set_date (draft, date);
  care_source_draft_set (&draft->title, title);
  read_maker (draft, before);
  if (*rest != '\0' && !read_what (draft, rest) && draft->creator == NULL)
    care_source_draft_add_maker (draft, rest, FALSE);
  else if (*rest != '\0' && g_strcmp0 (draft->creator, rest) != 0)
    care_source_draft_add_note (draft, NULL, rest);
}

/* "Body, Title, date"; the title may have commas. */
static void
read_listed (CareSourceDraft *draft, const char *text)
{
  g_autoptr (GPtrArray) parts = read_parts (draft, text);
  g_autoptr (GString) title = g_string_new (NULL);
  guint first = parts->len > 1 ? 1 : 0;

  for (guint i = first; i < parts->len; i++)
    g_string_append_printf (title, "%s%s", i > first ? ", " : "", (const char *) g_ptr_array_index (parts, i));
  care_source_draft_set (&draft->title, title->str);
  if (first > 0)
    read_maker (draft, g_ptr_array_index (parts, 0));
}

/* @text as it stands before and after the first place that @pattern finds, and what is
 * in its brackets. */
static gboolean
divide (const char *text, const char *pattern, char **before, char **within, char **after)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, &start, &end);
  *before = g_strndup (text, (gsize) start);
  *within = g_match_info_fetch (match, 1);
  *after = g_strdup (text + end);
  return TRUE;
}

static void
read_rest (CareSourceDraft *draft, const char *text)
{
  g_autofree char *before = NULL;
  g_autofree char *within = NULL;
  g_autofree char *after = NULL;

  if (divide (text, QUOTED, &before, &within, &after))
    {
      g_autofree char *maker = NULL;
      g_autofree char *date = NULL;
      g_autofree char *nothing = NULL;

      if (divide (before, DATED, &maker, &date, &nothing))
        set_date (draft, date);
      read_quoted (draft, maker != NULL ? maker : before, within, after);
    }
  else if (divide (text, DATED, &before, &within, &after) && *g_strstrip (before) != '\0'
           && *g_strstrip (after) != '\0')
    read_dated (draft, before, within, after);
  else
    read_listed (draft, text);
}

/* (transfer full): @text in one line. */
static GString *
make_line (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return line;
}

/**
 * care_source_text_read:
 * @text: a citation or a link
 *
 * Returns: (transfer full): the source that is meant, as far as it is understood; what is
 *   not understood is in its note.
 */
CareSourceDraft *
care_source_text_read (const char *text)
{
  CareSourceDraft *draft = care_source_draft_new ();
  g_autoptr (GString) rest = make_line (text);
  g_autofree char *accessed = NULL;
  g_autofree char *place = NULL;
  g_autofree char *lead_in = NULL;

  accessed = take_out (rest, ACCESSED);
  care_source_draft_set_accessed (draft, accessed == NULL ? NULL : trim (accessed));
  read_link (draft, rest);
  lead_in = take_out (rest, LEAD_IN "()");
  place = take_out (rest, PLACE);
  care_source_draft_add_note (draft, "Cited at", place);
  trim (rest->str);
  if (*rest->str != '\0')
    read_rest (draft, rest->str);
  care_source_draft_finish (draft);
  return draft;
}
