/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-words.h"

#include <glib/gi18n.h>

/* Most letters are of ASCII, and quicker to tell. */
static gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c);
}

static gboolean
makes_a_word (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '$';
  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/**
 * care_words_count:
 * @plain: a text as care_reference_plain() makes it
 *
 * Returns: how many words it has: what stands between spaces and has a letter or a
 *   digit. What only marks words up is none.
 */
guint
care_words_count (const char *plain)
{
  gboolean counted = FALSE;
  guint words = 0;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        counted = FALSE;
      else if (!counted && makes_a_word (c))
        {
          words++;
          counted = TRUE;
        }
    }
  return words;
}

/**
 * care_words_are_over:
 * @n: how many words there are
 * @budget: how many there may be; 0: as many as one likes
 *
 * Returns: whether there are too many.
 */
gboolean
care_words_are_over (guint n, guint budget)
{
  return budget > 0 && n > budget;
}

/**
 * care_words_describe:
 * @n: how many words there are
 * @budget: how many there may be; 0: as many as one likes
 *
 * Returns: (transfer full): both in words, such as "132 of 140 words · 8 left".
 */
char *
care_words_describe (guint n, guint budget)
{
  if (budget == 0)
    return g_strdup_printf (ngettext ("%u word", "%u words", n), n);
  if (n > budget)
    return g_strdup_printf (ngettext ("%u of %u word · %u over", "%u of %u words · %u over", budget), n, budget,
                            n - budget);
  return g_strdup_printf (ngettext ("%u of %u word · %u left", "%u of %u words · %u left", budget), n, budget,
                          budget - n);
}
