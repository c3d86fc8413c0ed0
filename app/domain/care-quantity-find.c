/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-quantity-find.h"

#include "care-reference.h"

#include <string.h>

/* Words that may stand between a number and what it counts: "8,000 new GPs". */
#define MAX_BETWEEN 2

#define NUMBER "£?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:%|per cent\\b|(?:million|billion|trillion|bn|m)\\b))?"
/* Not a part of a word, of a date such as 2013/14, or of an ordinal. */
#define PATTERN "(?<![\\w/.,’'-])" NUMBER "(?:(?:\\s?[–-]\\s?|\\sto\\s|\\sand\\s)" NUMBER ")?(?![\\w/’'-])(?![.,]\\d)"
#define MONTH "^\\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b"

static GRegex *
get_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (PATTERN, G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

/* A number of four digits without a comma is taken for a year. */
static gboolean
is_year (const char *words)
{
  return strlen (words) == 4 && strspn (words, "0123456789") == 4 && (words[0] == '1' || words[0] == '2');
}

/* (transfer full) (nullable): what @words say; of a range, only its first number where both
 * are no range, which shortens @words. */
static CareQuantity *
read_words (char *words, gboolean is_between)
{
  static const char *const joints[] = { " and ", " to ", "–", "-" };
  g_autofree char *between = g_strconcat ("between ", words, NULL);
  gboolean is_joined = strstr (words, " and ") != NULL;
  CareQuantity *quantity = NULL;

  if (!is_joined || is_between)
    quantity = care_quantity_parse (is_joined ? between : words, NULL, NULL);
  for (guint i = 0; quantity == NULL && i < G_N_ELEMENTS (joints); i++)
    {
      char *joint = strstr (words, joints[i]);

      if (joint == NULL)
        continue;
      *joint = '\0';
      g_strchomp (words);
      quantity = care_quantity_parse (words, NULL, NULL);
    }
  return quantity;
}

static gboolean
is_small (const CareQuantity *quantity, const char *words)
{
  return care_quantity_get_unit (quantity) == NULL && strpbrk (words, ",.") == NULL
         && care_decimal_compare (care_quantity_get_high (quantity), (CareDecimal){ 1, 3 }) < 0;
}

/* Fills in @match for what was found in @text at @start. */
static gboolean
take (const char *text, gsize start, gsize end, CareQuantityMatch *match)
{
  g_autofree char *words = g_strndup (text + start, end - start);
  gboolean is_between = start >= 8 && g_ascii_strncasecmp (text + start - 8, "between ", 8) == 0;
  g_autoptr (CareQuantity) quantity = read_words (words, is_between);

  match->start = start;
  match->end = start + strlen (words);
  if (quantity == NULL || is_year (words)
      || (strlen (words) <= 2 && g_regex_match_simple (MONTH, text + match->end, 0, 0)))
    return FALSE;
  match->is_small = is_small (quantity, words);
  match->quantity = g_steal_pointer (&quantity);
  return TRUE;
}

/* Where the reference that @at is within ends; @at where it is within none. It begins on
 * the same line. */
static gsize
skip_reference (const char *text, gsize at)
{
  CareReferenceMatch reference;

  for (gsize from = at; from > 0 && text[from - 1] != '\n'; from--)
    if (text[from - 1] == '{' || text[from - 1] == '[')
      return care_reference_next (text, from - 1, &reference) && reference.start == from - 1 && at < reference.end
               ? reference.end
               : at;
  return at;
}

/**
 * care_quantity_next:
 * @text: a text, as stored
 * @from: the byte to start at
 * @match: (out): what was found, to be cleared with care_quantity_match_clear()
 *
 * Returns: whether a quantity is written out in @text at or after @from.
 */
gboolean
care_quantity_next (const char *text, gsize from, CareQuantityMatch *match)
{
  GRegex *regex = get_regex ();
  gsize length = strlen (text);

  while (from < length)
    {
      g_autoptr (GMatchInfo) info = NULL;
      int start, end;
      gsize after;

      if (!g_regex_match_full (regex, text, (gssize) length, (int) from, 0, &info, NULL))
        return FALSE;
      g_match_info_fetch_pos (info, 0, &start, &end);
      after = skip_reference (text, (gsize) start);
      if (after > (gsize) start)
        from = after;
      else if (take (text, (gsize) start, (gsize) end, match))
        return TRUE;
      else
        from = MAX (match->end, (gsize) start + 1);
    }
  return FALSE;
}

/**
 * care_quantity_match_clear:
 * @match: what was found
 *
 * Frees what @match holds.
 */
void
care_quantity_match_clear (CareQuantityMatch *match)
{
  g_clear_pointer (&match->quantity, care_quantity_unref);
}

/* Whether @unit stands within a few words after @at; @end is then behind it. */
static gboolean
is_counted (const char *text, gsize at, const char *unit, gsize *end)
{
  gsize length = strlen (unit);

  for (guint word = 0; word <= MAX_BETWEEN && text[at] == ' '; word++)
    {
      at++;
      if (g_ascii_strncasecmp (text + at, unit, length) == 0 && !g_ascii_isalnum (text[at + length]))
        {
          *end = at + length;
          return TRUE;
        }
      at += strcspn (text + at, " \n.,;:()[]{}");
    }
  return FALSE;
}

/**
 * care_quantity_match_is:
 * @match: what was found in @text
 * @text: the text
 * @quantity: a quantity
 * @end: (out): the byte after the words, with what they count
 *
 * Returns: whether the words say the number of @quantity, of the same unit.
 */
gboolean
care_quantity_match_is (const CareQuantityMatch *match, const char *text, const CareQuantity *quantity, gsize *end)
{
  const char *unit = care_quantity_get_unit (quantity);
  const char *typed = care_quantity_get_unit (match->quantity);

  *end = match->end;
  if (!care_quantity_has_number (quantity)
      || care_decimal_compare (care_quantity_get_low (match->quantity), care_quantity_get_low (quantity)) != 0
      || care_decimal_compare (care_quantity_get_high (match->quantity), care_quantity_get_high (quantity)) != 0)
    return FALSE;
  if (typed != NULL || unit == NULL)
    return g_strcmp0 (typed, unit) == 0;
  return is_counted (text, match->end, unit, end);
}
