/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-completion.h"

#include "care-reference.h"

#include <string.h>

/* Who has typed more than that is writing, and not looking for anything. */
#define MAX_TYPED 60
#define MAX_WORDS 6

/* After a letter or a digit it is part of a word, as in an address. */
static gboolean
may_begin (const char *line, gsize at)
{
  gunichar before;

  if (at == 0)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (line + at));
  return !g_unichar_isalnum (before) && strchr ("@#\\/&", (int) MIN (before, 127)) == NULL;
}

static guint
count_gaps (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* "# " begins a heading, and what is in a reference has been chosen already. */
static gboolean
is_asking (const char *line, gsize at)
{
  const char *typed = line + at + 1;
  CareReferenceMatch match;

  if (!may_begin (line, at) || g_ascii_isspace (*typed) || count_gaps (typed) >= MAX_WORDS)
    return FALSE;
  for (gsize from = 0; care_reference_next (line, from, &match); from = match.end)
    if (match.end > at)
      return FALSE;
  return strpbrk (typed, "{}[]|") == NULL;
}

/**
 * care_completion_find:
 * @line: a line of a text as it is shown, up to the cursor
 * @cursor: how many bytes that are
 * @completion: (out): what is asked for
 *
 * Returns: whether the last "@" or "#" asks for a record.
 */
gboolean
care_completion_find (const char *line, gsize cursor, CareCompletion *completion)
{
  const char *end = line + cursor;

  for (const char *p = end; p > line && end - p <= MAX_TYPED; p--)
    {
      if (p[-1] != '@' && p[-1] != '#')
        continue;
      completion->start = (gsize) (p - 1 - line);
      completion->sources = p[-1] == '@';
      completion->typed = p;
      return is_asking (line, completion->start);
    }
  return FALSE;
}
