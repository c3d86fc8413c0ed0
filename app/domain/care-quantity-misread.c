/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words after a number that may be meant for million or billion, but are no such word: read as a
 * bare number, or as what is counted, the figure would be wrong a thousand times over. And numbers
 * of numbers: two of "1 in 4" are not "2 in 4". */

#include "care-quantity-misread.h"

#include "care-quantity-scale.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST 12
#define MOST_WRONG 2

/* Short forms and words for numbers that are not read, and what of what is read is meant. */
static const struct
{
  const char *word;
  const char *meant; /* or NULL: none of it */
} others[] = {
  { "thou", "thousand" }, { "mil", "million" },   { "mill", "million" },     { "mn", "million" },       { "mln", "million" },
  { "mio", "million" },   { "b", "billion" },     { "bil", "billion" },      { "bln", "billion" },      { "mrd", "billion" },
  { "trn", "trillion" },  { "milliard", "billion" }, { "milliards", "billion" }, { "hundred", NULL },  { "hundreds", NULL },
  { "dozen", NULL },      { "dozens", NULL },     { "lakh", NULL },          { "crore", NULL },
};

static guint
least (guint a, guint b, guint c)
{
  return MIN (MIN (a, b), c);
}

/* How many letters are missing, too many, other ones or in each other's place. */
static guint
count_wrong (const char *word, const char *meant)
{
  guint d[LONGEST + 1][LONGEST + 1];
  gsize n = strlen (word), m = strlen (meant);

  if (n > LONGEST || m > LONGEST)
    return G_MAXUINT;
  for (gsize i = 0; i <= n; i++)
    for (gsize j = 0; j <= m; j++)
      {
        gboolean same = i > 0 && j > 0 && word[i - 1] == meant[j - 1];
        gboolean swapped = i > 1 && j > 1 && word[i - 1] == meant[j - 2] && word[i - 2] == meant[j - 1];

        if (i == 0 || j == 0)
          d[i][j] = (guint) (i + j);
        else
          d[i][j] = least (d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + !same);
        if (swapped)
          d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
      }
  return d[n][m];
}

static gboolean
is_scale (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (care_quantity_scales); i++)
    if (strcmp (word, care_quantity_scales[i].word) == 0 || strcmp (word, care_quantity_scales[i].suffix) == 0)
      return TRUE;
  return FALSE;
}

/* (nullable): the word that is nearest to @word, if it is near at all. */
static const char *
find_nearest (const char *word)
{
  const char *nearest = NULL;
  guint fewest = MOST_WRONG + 1;

  for (guint i = 0; strlen (word) > MOST_WRONG + 2 && i < G_N_ELEMENTS (care_quantity_scales); i++)
    {
      guint wrong = count_wrong (word, care_quantity_scales[i].word);

      if (wrong < fewest)
        nearest = care_quantity_scales[i].word;
      fewest = MIN (fewest, wrong);
    }
  return nearest;
}

/* The letters that @text begins with, in small ones. */
static char *
dup_word (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalpha (text[length]))
    length++;
  return g_unichar_isalnum (g_utf8_get_char (text + length)) ? g_strdup ("") : g_ascii_strdown (text, (gssize) length);
}

/* (transfer full) (nullable): what to say of @text, which follows a number. */
static char *
explain (const char *text)
{
  g_autofree char *word = dup_word (text);
  const char *meant = NULL;
  gboolean is_other = FALSE;

  if (*word == '\0' || is_scale (word))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (others) && !is_other; i++)
    {
      is_other = strcmp (word, others[i].word) == 0;
      meant = is_other ? others[i].meant : NULL;
    }
  if (!is_other)
    meant = find_nearest (word);
  if (meant == NULL && !is_other)
    return NULL;
  return meant != NULL ? g_strdup_printf (_ ("“%s” is not understood after a number: write “%s”, if that is meant."), word, meant)
                       : g_strdup_printf (_ ("“%s” is not understood after a number: write the whole number in figures."), word);
}

/* Thousands of people may be told of after "in 2015". */
static gboolean
is_year (const char *text, const char *last)
{
  const char *first = last;

  while (first > text && g_ascii_isdigit (first[-1]))
    first--;
  return last - first == 3 && (first == text || first[-1] == ' ' || first[-1] == '/') && (*first == '1' || *first == '2');
}

/* (transfer full) (nullable): "1 in 4", "9 out of 14", "23 of 29 areas": the second number is no part of what
 * is counted. @last is the last digit of the first one. */
static char *
explain_share (const char *text, const char *last)
{
  static const char *const between[] = { " in ", " of ", " of the ", " out of ", " in every ", " out of every " };
  const char *first = last;

  while (first > text && (g_ascii_isdigit (first[-1]) || first[-1] == ',' || first[-1] == '.'))
    first--;
  if (first - text >= 2 && strncmp (first - 2, "£", 2) == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *second = g_str_has_prefix (last + 1, between[i]) ? last + 1 + strlen (between[i]) : "";
      gsize digits = strspn (second, "0123456789,");

      if (digits > 0 && second[digits] != '/' && !is_year (text, second + digits - 1))
        return g_strdup_printf (_ ("“%.*s” is not understood as one number: write a percentage, or how many there are alone."),
                                (int) (second + digits - first), first);
    }
  return NULL;
}

/**
 * care_quantity_find_misread:
 * @text: what a person typed or a source prints
 *
 * A word is taken for one of numbers where at most two of its letters are missing, wrong, too many
 * or in each other's place, or where it is a short form or another word that some write.
 *
 * Returns: (transfer full) (nullable): a sentence that says which word after a number is not understood
 *   though it may be meant for million or billion, or which number of a number, and what to write; %NULL
 *   where there is none.
 */
char *
care_quantity_find_misread (const char *text)
{
  char *found = NULL;

  for (const char *at = text; *at != '\0' && found == NULL; at++)
    if (g_ascii_isdigit (at[0]) && !g_ascii_isdigit (at[1]) && !is_year (text, at))
      {
        found = explain (at + 1 + strspn (at + 1, " "));
        found = found != NULL ? found : explain_share (text, at);
      }
  return found;
}
