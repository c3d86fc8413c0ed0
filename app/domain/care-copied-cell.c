/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-copied-cell.h"

#include <string.h>

/* "-2", "+1,234.5", "-20%": to be read as the number that it is. */
static gboolean
is_signed_number (const char *words)
{
  gsize digits;

  if (words[0] != '-' && words[0] != '+')
    return FALSE;
  digits = strspn (words + 1, "0123456789,.");
  return digits > 0 && g_ascii_isdigit (words[1])
         && (words[1 + digits] == '\0' || strcmp (words + 1 + digits, "%") == 0);
}

/**
 * care_copied_cell_is_computed:
 * @words: what is in a cell
 *
 * Returns: whether a spreadsheet would take @words, which may be a stranger's, for a formula
 *   and compute them: then they go with an apostrophe before them.
 */
gboolean
care_copied_cell_is_computed (const char *words)
{
  return words[0] != '\0' && strchr ("=+-@\t\r\n", words[0]) != NULL && !is_signed_number (words);
}

/* A spreadsheet takes what begins with a quotation mark to be quoted as a whole. */
static void
append_words (GString *text, const char *words)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (words[0] != '"')
    {
      g_string_append_printf (text, "%s%s", care_copied_cell_is_computed (words) ? "'" : "", words);
      return;
    }
  parts = g_strsplit (words, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

/**
 * care_copied_cell_append:
 * @text: what has been written so far
 * @words: (nullable): what is in a cell
 * @is_last: whether it ends its row
 *
 * Appends a cell, in which tabs and ends of lines are spaces, and what divides it from the next.
 */
void
care_copied_cell_append (GString *text, const char *words, gboolean is_last)
{
  g_autofree char *clean = g_strdelimit (g_strdup (words == NULL ? "" : words), "\t\r\n", ' ');

  append_words (text, clean);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

/**
 * care_copied_escape:
 * @words: plain words
 * @length: how many bytes of them; -1 for all
 *
 * Returns: (transfer full): @words as HTML. An apostrophe stays one: LibreOffice does not know "&apos;".
 */
char *
care_copied_escape (const char *words, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (words, length);
  GString *html = g_string_new (escaped);

  g_string_replace (html, "&apos;", "'", 0);
  return g_string_free (html, FALSE);
}

/**
 * care_copied_cell_append_html:
 * @html: the table so far
 * @words: what is in a cell
 * @scope: (nullable): of what it is the heading, "row" or "col"
 *
 * Appends a cell. In one of HTML a spreadsheet computes what looks like a formula, but not in a cell whose
 * format it is told to be text, which is how LibreOffice itself writes that.
 */
void
care_copied_cell_append_html (GString *html, const char *words, const char *scope)
{
  g_autofree char *escaped = care_copied_escape (words, -1);
  const char *format = care_copied_cell_is_computed (words) ? " sdnum=\"2057;0;@\"" : "";

  if (scope != NULL)
    g_string_append_printf (html, "<th scope=\"%s\"%s>%s</th>", scope, format, escaped);
  else
    g_string_append_printf (html, "<td%s>%s</td>", format, escaped);
}
