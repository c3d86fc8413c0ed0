/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figure-read-private.h"

#include "care-date-words.h"
#include "care-quantity-misread.h"
#include "care-typed-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Words that say one thing wherever they stand, the longest first. */
static const struct
{
  const char *words;
  const char *period_basis;
  const char *recurrence;
  const char *price_basis;
} phrases[] = {
  { "in each financial year", "per-year", "each-year", NULL },
  { "each financial year", "per-year", "each-year", NULL },
  { "in real terms", NULL, NULL, "real" },
  { "in cash terms", NULL, NULL, "cash" },
  { "as a one-off", "one-off", NULL, NULL },
  { "in each year", "per-year", "each-year", NULL },
  { "each year", "per-year", "each-year", NULL },
  { "every year", "per-year", "each-year", NULL },
  { "per year", "per-year", NULL, NULL },
  { "per annum", "per-year", NULL, NULL },
  { "a year", "per-year", NULL, NULL },
  { "one off", "one-off", NULL, NULL },
  { "in total", "total", NULL, NULL },
  { "in all", "total", NULL, NULL },
  { "in cash", NULL, NULL, "cash" },
  { "real terms", NULL, NULL, "real" },
  { "cash terms", NULL, NULL, "cash" },
  { "annually", "per-year", "each-year", NULL },
  { "yearly", "per-year", "each-year", NULL },
  { "p.a", "per-year", NULL, NULL },
  { "pa", "per-year", NULL, NULL },
  { "one-off", "one-off", NULL, NULL },
  { "altogether", "total", NULL, NULL },
  { "non-recurrent", NULL, "non-recurrent", NULL },
  { "non-recurring", NULL, "non-recurrent", NULL },
  { "recurring", NULL, "each-year", NULL },
  { "recurrent", NULL, "each-year", NULL },
};

/* (transfer full): the words from @from to before @to. */
char *
care_figure_words_join (GStrv words, guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (text, i == from ? "%s" : " %s", words[i]);
  return g_string_free (text, FALSE);
}

static char *
bare_word (const char *word)
{
  static const char ends[] = ",;:.)";
  const char *start = word + strspn (word, "(");
  gsize length = strlen (start);

  while (length > 0 && strchr (ends, start[length - 1]) != NULL)
    length--;
  return g_strndup (start, length);
}

static void
split (CareFigureWords *words, const char *text)
{
  words->raw = g_strsplit (text, " ", -1);
  words->n = g_strv_length (words->raw);
  words->bare = g_new0 (char *, words->n + 1);
  for (guint i = 0; i < words->n; i++)
    words->bare[i] = bare_word (words->raw[i]);
}

/* How many words @phrase has, if they stand in @bare at @at; else 0. */
guint
care_figure_words_match (GStrv bare, guint at, const char *phrase)
{
  g_auto (GStrv) parts = g_strsplit (phrase, " ", -1);
  guint n = 0;

  for (; parts[n] != NULL; n++)
    if (bare[at + n] == NULL || g_ascii_strcasecmp (bare[at + n], parts[n]) != 0)
      return 0;
  return n;
}

static void
set_once (const char **word, const char *value)
{
  if (*word == NULL)
    *word = value;
}

static guint
read_phrase (CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      guint n = care_figure_words_match (words->bare, at, phrases[i].words);

      if (n == 0)
        continue;
      set_once (&self->period_basis, phrases[i].period_basis);
      set_once (&self->recurrence, phrases[i].recurrence);
      set_once (&self->price_basis, phrases[i].price_basis);
      return n;
    }
  return 0;
}

/* "in 2014/15 prices", "at 2010 prices", "2010 prices" */
static guint
read_price_year (CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  guint skip = care_figure_words_match (words->bare, at, "in") + care_figure_words_match (words->bare, at, "at");
  const char *year = at + skip + 1 < words->n ? words->bare[at + skip] : "";
  int first = care_date_words_year_pair (year);

  if ((first < 0 && !care_date_words_is_year (year)) || care_figure_words_match (words->bare, at + skip + 1, "prices") == 0)
    return 0;
  set_once (&self->price_basis, "real");
  if (self->price_year == NULL)
    self->price_year = first < 0 ? g_strdup (year) : g_strdup_printf ("%d/%02d", first, (first + 1) % 100);
  return skip + 2;
}

/* How many words at @at say something known, which is added to @self; else 0. */
static guint
read_known (CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  guint n = read_phrase (self, words, at);

  if (n == 0)
    n = read_price_year (self, words, at);
  return n != 0 ? n : care_figure_read_period (self, words, at);
}

static gboolean
is_known (const CareFigureWords *words, guint at)
{
  g_autoptr (CareFigureMeaning) scratch = g_new0 (CareFigureMeaning, 1);

  return read_known (scratch, words, at) > 0;
}

static gboolean
counts_something (const CareQuantity *value)
{
  const char *unit = care_quantity_get_unit (value);

  return care_quantity_has_number (value) && unit != NULL && strcmp (unit, "GBP") != 0 && strcmp (unit, "%") != 0;
}

static CareQuantity *
parse (const CareFigureWords *words, guint from, guint to)
{
  g_autofree char *text = care_figure_words_join (words->raw, from, to);
  gsize length = strlen (text);

  while (length > 0 && strchr (",;:", text[length - 1]) != NULL)
    text[--length] = '\0';
  return care_quantity_parse (text, NULL, NULL);
}

/* The value that begins at @at, up to what else is known, or as many words as belong to it.
 * What is counted goes on until something else is known. */
static guint
read_value (CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  guint end = at;

  for (guint to = at + 1; to <= words->n; to++)
    {
      g_autoptr (CareQuantity) value = parse (words, at, to);
      gboolean stops = value != NULL && (to == words->n || is_known (words, to));

      if (value == NULL || (counts_something (value) && !stops))
        continue;
      g_clear_pointer (&self->value, care_quantity_unref);
      self->value = g_steal_pointer (&value);
      end = to;
      if (stops)
        break;
    }
  return end - at;
}

/* "over 5 years", which is no least value */
static gboolean
names_length (const CareFigureWords *words, guint at)
{
  g_autoptr (CareFigureMeaning) scratch = g_new0 (CareFigureMeaning, 1);

  return read_known (scratch, words, at) > 0 && scratch->years > 0;
}

/* Whether a second sum of money, or a second percentage, begins: what follows is said of that. */
static gboolean
begins_another (const CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  g_autoptr (CareQuantity) other = self->value == NULL ? NULL : care_quantity_parse (words->bare[at], NULL, NULL);

  return other != NULL && care_quantity_get_unit (other) != NULL
         && g_strcmp0 (care_quantity_get_unit (other), care_quantity_get_unit (self->value)) == 0;
}

/* "of CCG funding", after a percentage */
static guint
read_base (CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  guint to = at + 1;

  if (g_strcmp0 (care_quantity_get_unit (self->value), "%") != 0 || care_figure_words_match (words->bare, at, "of") == 0)
    return 0;
  while (to < words->n && !is_known (words, to))
    to++;
  if (to == at + 1)
    return 0;
  g_free (self->base);
  self->base = care_figure_words_join (words->raw, at + 1, to);
  return to - at;
}

static void
leave (GString *left, const CareFigureWords *words, guint at, guint *last)
{
  if (left->len > 0)
    g_string_append (left, *last + 1 == at ? " " : " … ");
  g_string_append (left, words->raw[at]);
  *last = at;
}

static void
read_words (CareFigureMeaning *self, const CareFigureWords *words)
{
  g_autoptr (GString) left = g_string_new (NULL);
  gboolean is_misread = self->remark != NULL;
  gboolean is_of_another = FALSE;
  guint last = 0;
  guint n;

  for (guint at = 0; at < words->n; at += MAX (n, 1))
    {
      n = 0;
      is_of_another = is_of_another || begins_another (self, words, at);
      if (self->value == NULL && !is_misread && !names_length (words, at))
        {
          n = read_value (self, words, at);
          if (n > 0)
            n += read_base (self, words, at + n);
        }
      if (n == 0 && !is_of_another)
        n = read_known (self, words, at);
      if (n == 0)
        leave (left, words, at, &last);
    }
  if (left->len > 0)
    self->left = g_strdup (left->str);
}

/**
 * care_figure_read:
 * @words: what a person typed, or a source says
 * @said: (nullable): when it was said, as far as that is known
 *
 * Nothing is guessed: what is not understood is left out and named, and where a word may be meant
 * for million or billion, no value is read at all.
 *
 * Returns: (transfer full): what the words say.
 */
CareFigureMeaning *
care_figure_read (const char *words, const CareDate *said)
{
  CareFigureMeaning *self = g_new0 (CareFigureMeaning, 1);
  g_autofree char *text = care_typed_text_normalise (words, g_utf8_get_char (CARE_DATE_WORDS_DASH));
  CareFigureWords split_words = { .said = said };

  if (text == NULL || *text == '\0')
    {
      self->left = text == NULL ? care_typed_text_quote (words) : NULL;
      return self;
    }
  self->remark = care_quantity_find_misread (text);
  split (&split_words, text);
  read_words (self, &split_words);
  care_figure_settle_period (self);
  g_strfreev (split_words.raw);
  g_strfreev (split_words.bare);
  return self;
}

/**
 * care_figure_meaning_free:
 * @self: (transfer full): what words say
 */
void
care_figure_meaning_free (CareFigureMeaning *self)
{
  g_clear_pointer (&self->value, care_quantity_unref);
  g_clear_pointer (&self->period, care_date_unref);
  g_free (self->period_words);
  g_free (self->price_year);
  g_free (self->base);
  g_free (self->left);
  g_free (self->remark);
  g_free (self);
}
