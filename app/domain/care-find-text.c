/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-find-text.h"

#include <string.h>

/* How many bytes of @text, before @end, read as @wanted does; 0: it reads otherwise. */
static gsize
match_here (const char *text, const char *end, const char *wanted)
{
  const char *p = text;

  for (; *wanted != '\0'; wanted = g_utf8_next_char (wanted), p = g_utf8_next_char (p))
    if (p >= end || g_unichar_tolower (g_utf8_get_char (p)) != g_unichar_tolower (g_utf8_get_char (wanted)))
      return 0;
  return (gsize) (p - text);
}

static void
find_between (GArray *found, const char *text, gsize from, gsize to, const char *wanted, gboolean is_record)
{
  const char *p = text + from;

  while (p < text + to)
    {
      gsize length = match_here (p, text + to, wanted);
      CareFound place = { (gsize) (p - text), (gsize) (p - text) + length, is_record };

      if (length > 0)
        g_array_append_val (found, place);
      p = length > 0 ? p + length : g_utf8_next_char (p);
    }
}

/**
 * care_find_text:
 * @shown: a text as care_reference_show() makes it
 * @wanted: what is looked for; nothing is not found
 *
 * Returns: (transfer full) (element-type CareFound): every place of it.
 */
GArray *
care_find_text (const char *shown, const char *wanted)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CareFound));
  CareReferenceMatch match;
  gsize from = 0;

  if (wanted[0] == '\0')
    return found;
  for (; care_reference_next (shown, from, &match); from = match.end)
    {
      find_between (found, shown, from, match.start, wanted, FALSE);
      if (match.is_citation)
        find_between (found, shown, match.name_start, match.name_end, wanted, TRUE);
      find_between (found, shown, match.words_start, match.words_end, wanted, TRUE);
    }
  find_between (found, shown, from, strlen (shown), wanted, FALSE);
  return found;
}

/**
 * care_find_replace:
 * @shown: a text as it is shown
 * @found: a place in it, of care_find_text(), that is not in a reference
 * @replacement: what is to stand there
 *
 * Returns: (transfer full): the text with it.
 */
char *
care_find_replace (const char *shown, const CareFound *found, const char *replacement)
{
  g_autofree char *before = g_strndup (shown, found->start);

  return g_strconcat (before, replacement, shown + found->end, NULL);
}

/**
 * care_find_replace_all:
 * @shown: a text as it is shown
 * @wanted: what is looked for
 * @replacement: what is to stand in its place
 * @n: (inout): increased by the number of places
 *
 * Returns: (transfer full): the text with it wherever that is not in a reference.
 */
char *
care_find_replace_all (const char *shown, const char *wanted, const char *replacement, guint *n)
{
  g_autoptr (GArray) found = care_find_text (shown, wanted);
  GString *out = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const CareFound *place = &g_array_index (found, CareFound, i);

      if (place->is_record)
        continue;
      g_string_append_len (out, shown + from, (gssize) (place->start - from));
      g_string_append (out, replacement);
      from = place->end;
      *n += 1;
    }
  g_string_append (out, shown + from);
  return g_string_free (out, FALSE);
}
