/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-typed-text.h"

#include <string.h>

/* In bytes: no date and no quantity that a person types is nearly as long. */
#define LENGTH_MAX 200

static gboolean
is_dash (gunichar c)
{
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/**
 * care_typed_text_normalise:
 * @text: what a person typed
 * @dash: what to put for every dash and minus sign other than "-"
 *
 * Every run of white space becomes one space, and none is left at the ends.
 *
 * Returns: (transfer full) (nullable): the text to read, or %NULL if @text is
 *   too long to be worth reading or is not UTF-8
 */
char *
care_typed_text_normalise (const char *text, gunichar dash)
{
  GString *result;

  if (strlen (text) > LENGTH_MAX || !g_utf8_validate (text, -1, NULL))
    return NULL;

  result = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (result, is_dash (c) ? dash : c);
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }

  return g_strchomp (g_string_free (result, FALSE));
}

/**
 * care_typed_text_quote:
 * @text: what a person typed
 *
 * Returns: (transfer full): @text as an error message can show it, cut if it is
 *   long, and UTF-8 whatever it was
 */
char *
care_typed_text_quote (const char *text)
{
  return g_utf8_make_valid (text, MIN (strlen (text), LENGTH_MAX));
}
