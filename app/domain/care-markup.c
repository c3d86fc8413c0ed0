/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-markup.h"

#include "care-reference.h"

#include <string.h>

/* A longer line is no person's paragraph; what ends what would be looked for too long. */
#define LONGEST_LINE 8000

typedef struct
{
  const char *line;
  GArray *found;
} Scan;

static void
add (Scan *scan, CareMarkupKind kind, const char *start, const char *end)
{
  CareMarkup markup = { kind, (gsize) (start - scan->line), (gsize) (end - scan->line) };

  if (start < end)
    g_array_append_val (scan->found, markup);
}

static gboolean
is_space_at (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

static gboolean
is_word_at (const char *p)
{
  return *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));
}

static gboolean
is_word_before (Scan *scan, const char *p)
{
  return p > scan->line && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

static gboolean
is_space_before (Scan *scan, const char *p)
{
  return p == scan->line || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* Behind what is to be left alone at @p: a reference or what a backslash takes; @p where
 * there is nothing of the kind. */
static const char *
skip (Scan *scan, const char *p)
{
  CareReferenceMatch match;

  if (*p == '\\' && g_ascii_ispunct (p[1]))
    return p + 2;
  if ((*p == '{' || *p == '[') && care_reference_next (scan->line, (gsize) (p - scan->line), &match)
      && scan->line + match.start == p)
    return scan->line + match.end;
  return p;
}

/* The first @mark of that length from @p on that ends what another one begins, before
 * @end; NULL if none does. */
static const char *
find_closing (Scan *scan, const char *p, const char *end, char mark, gsize length)
{
  while (p < end)
    {
      const char *next = skip (scan, p);
      gsize run = 0;

      while (p + run < end && p[run] == mark)
        run++;
      if (run == length && !is_space_before (scan, p) && !(mark == '_' && is_word_at (p + run)))
        return p;
      p = run > 0 ? p + run : next > p ? next : g_utf8_next_char (p);
    }
  return NULL;
}

static void scan_words (Scan *scan, const char *p, const char *end);

/* "*so*", "**so**" and "***so***". Returns what is behind it, or behind its mark where
 * nothing ends it. */
static const char *
scan_emphasis (Scan *scan, const char *p, const char *end)
{
  gsize length = strspn (p, *p == '*' ? "*" : "_");
  const char *words = p + length;
  const char *closing = NULL;

  if (length <= 3 && words < end && !is_space_at (words) && !(*p == '_' && is_word_before (scan, p)))
    closing = find_closing (scan, words, end, *p, length);
  if (closing == NULL)
    return MIN (words, end);
  add (scan, CARE_MARKUP_MARK, p, words);
  if (length != 2)
    add (scan, CARE_MARKUP_EMPHASIS, words, closing);
  if (length != 1)
    add (scan, CARE_MARKUP_STRONG, words, closing);
  add (scan, CARE_MARKUP_MARK, closing, closing + length);
  scan_words (scan, words, closing);
  return closing + length;
}

static const char *
scan_code (Scan *scan, const char *p, const char *end)
{
  const char *closing = memchr (p + 1, '`', (gsize) (end - p - 1));

  if (closing == NULL)
    return p + 1;
  add (scan, CARE_MARKUP_MARK, p, p + 1);
  add (scan, CARE_MARKUP_CODE, p + 1, closing);
  add (scan, CARE_MARKUP_MARK, closing, closing + 1);
  return closing + 1;
}

/* "[words](address)" */
static const char *
scan_link (Scan *scan, const char *p, const char *end)
{
  const char *middle = memchr (p, ']', (gsize) (end - p));
  const char *closing
    = middle == NULL || middle[1] != '(' ? NULL : memchr (middle, ')', (gsize) (end - middle));

  if (closing == NULL)
    return p + 1;
  add (scan, CARE_MARKUP_MARK, p, p + 1);
  add (scan, CARE_MARKUP_LINK, p + 1, middle);
  add (scan, CARE_MARKUP_MARK, middle, middle + 2);
  add (scan, CARE_MARKUP_ADDRESS, middle + 2, closing);
  add (scan, CARE_MARKUP_MARK, closing, closing + 1);
  return closing + 1;
}

static void
scan_words (Scan *scan, const char *p, const char *end)
{
  while (p < end)
    {
      const char *next = skip (scan, p);

      if (next > p)
        p = next;
      else if (*p == '*' || *p == '_')
        p = scan_emphasis (scan, p, end);
      else if (*p == '`')
        p = scan_code (scan, p, end);
      else if (*p == '[')
        p = scan_link (scan, p, end);
      else
        p = g_utf8_next_char (p);
    }
}

/* Behind what begins a line: a heading, a quotation that stands by itself, an item. */
static const char *
scan_beginning (Scan *scan)
{
  const char *p = scan->line + strspn (scan->line, " ");
  gsize hashes = strspn (p, "#");
  gsize digits = strspn (p, "0123456789");
  const char *end = p;

  if (hashes >= 1 && hashes <= 6 && p[hashes] == ' ')
    end = p + hashes;
  else if (*p == '>' || (*p != '\0' && strchr ("-+*", *p) != NULL && p[1] == ' '))
    end = p + 1;
  else if (digits >= 1 && digits <= 9 && (p[digits] == '.' || p[digits] == ')') && p[digits + 1] == ' ')
    end = p + digits + 1;
  add (scan, CARE_MARKUP_MARK, p, end);
  if (hashes > 0 && end > p)
    add (scan, CARE_MARKUP_HEADING, end + strspn (end, " "), end + strlen (end));
  return end;
}

/**
 * care_markup_find:
 * @line: a line of a text, as stored or as shown, without its line break
 *
 * Returns: (transfer full) (element-type CareMarkup): what is marked up in it; what is
 *   within another comes after it.
 */
GArray *
care_markup_find (const char *line)
{
  Scan scan = { line, g_array_new (FALSE, FALSE, sizeof (CareMarkup)) };

  if (strlen (line) <= LONGEST_LINE)
    scan_words (&scan, scan_beginning (&scan), line + strlen (line));
  return scan.found;
}

/**
 * care_markup_get_language:
 * @address: (nullable): the address of a link
 *
 * "[Cymru](lang:cy)" are words in Welsh.
 *
 * Returns: (transfer none) (nullable): the language that @address names, in @address.
 */
const char *
care_markup_get_language (const char *address)
{
  static const char scheme[] = "lang:";
  const char *language = address != NULL && g_str_has_prefix (address, scheme) ? address + strlen (scheme) : NULL;
  gsize letters = 0;

  while (language != NULL && g_ascii_isalpha (language[letters]))
    letters++;
  /* Two or three letters, and what may follow them: "cy", "gd", "en-GB". */
  if (letters < 2 || letters > 3 || (language[letters] != '\0' && language[letters] != '-'))
    return NULL;
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return NULL;
  return language;
}
