/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-copied-cell.h"

#include <string.h>

/* A spreadsheet takes what begins with a quotation mark to be quoted as a whole, and computes
 * what begins like a formula, which may be a stranger's. */
static void
append_words (GString *text, const char *words)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (words[0] != '"')
    {
      g_string_append_printf (text, "%s%s", words[0] != '\0' && strchr ("=+-@", words[0]) != NULL ? "'" : "", words);
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
