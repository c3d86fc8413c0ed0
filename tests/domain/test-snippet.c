/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words, how they are folded, and the part of a text in which they stand. */

#include "care-snippet.h"

#include <string.h>

/* How much there is to do where a sanitizer makes all of it slow, and elsewhere. */
#ifdef __SANITIZE_ADDRESS__
#define N_RANDOM 300
#else
#define N_RANDOM 20000
#endif
/* Of a snippet, in characters: what is cut, its dots, and marks of the last letter. */
#define MAX_LENGTH 300

static GPtrArray *
make_words (const char *first, ...)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  va_list args;

  va_start (args, first);
  for (const char *word = first; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, g_strdup (word));
  va_end (args);
  return words;
}

static GArray *
stretches_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CareStretch));
}

static char *
join (GPtrArray *words)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "|" : "", (const char *) g_ptr_array_index (words, i));
  return g_string_free (line, FALSE);
}

/* @text with what was found in square brackets. */
static char *
bracket (const char *text, GArray *found)
{
  GString *line = g_string_new (text);

  for (guint i = found->len; i > 0; i--)
    {
      const CareStretch *stretch = &g_array_index (found, CareStretch, i - 1);

      g_string_insert_c (line, stretch->end, ']');
      g_string_insert_c (line, stretch->start, '[');
    }
  return g_string_free (line, FALSE);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "NHS", "nhs" },
    { "Môn", "mon" },
    { "Mo\xcc\x82n", "mon" },
    { "ÉTUDE", "etude" },
    { "Straße", "strasse" },
    { "ŴYTHNOS", "wythnos" },
    { "ﬁnance", "finance" },
    { "£3.8bn", "£3.8bn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = care_words_fold (cases[i].text, -1);
      g_autofree char *part = care_words_fold (cases[i].text, 0);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (part, ==, "");
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { " –!? ", "" },
    { "O'Brien's C++", "o|brien|s|c" },
    { "£3.8bn in 2015/16", "3|8bn|in|2015|16" },
    { "e\xcc\x81tude, Étude", "etude|etude" },
    { "GP in every A&E", "gp|in|every|a|e" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) words = care_words_split (cases[i].text);
      g_autofree char *joined = join (words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

static gboolean
match (const char *text, GPtrArray *words, gboolean last_is_prefix)
{
  g_autoptr (GPtrArray) there = care_words_split (text);

  return care_words_match (there, words, last_is_prefix);
}

static void
test_match (void)
{
  g_autoptr (GPtrArray) none = make_words (NULL);
  g_autoptr (GPtrArray) words = make_words ("care", "bet", NULL);

  g_assert_true (match ("", none, FALSE));
  g_assert_true (match ("Better Care Fund", words, TRUE));
  g_assert_false (match ("Better Care Fund", words, FALSE));
  g_assert_false (match ("Better Caring Fund", words, TRUE));
  g_assert_true (match ("BET, CARE", words, FALSE));
}

static void
test_mark (void)
{
  g_autoptr (GPtrArray) words = make_words ("etude", "win", NULL);
  g_autoptr (GArray) prefix = stretches_new ();
  g_autoptr (GArray) whole = stretches_new ();
  const char *text = "Étude: to win in winter, e\xcc\x81tudes and <b>Win</b>";
  g_autofree char *with_prefix = NULL;
  g_autofree char *without = NULL;

  care_words_mark (text, words, TRUE, prefix);
  care_words_mark (text, words, FALSE, whole);
  with_prefix = bracket (text, prefix);
  without = bracket (text, whole);
  g_assert_cmpstr (with_prefix, ==, "[Étude]: to [win] in [winter], e\xcc\x81tudes and <b>[Win]</b>");
  g_assert_cmpstr (without, ==, "[Étude]: to [win] in winter, e\xcc\x81tudes and <b>[Win]</b>");
}

static void
assert_snippet (const char *text, GPtrArray *words, const char *expected)
{
  g_autoptr (GArray) found = stretches_new ();
  g_autofree char *snippet = care_snippet_new (text, words, FALSE, found);
  g_autofree char *bracketed = bracket (snippet, found);

  g_assert_cmpstr (bracketed, ==, expected);
}

static void
test_snippet (void)
{
  g_autoptr (GPtrArray) words = make_words ("monitor", NULL);
  g_autofree char *filling = g_strnfill (300, 'x');
  g_autofree char *long_word = g_strconcat ("Monitor ", filling, NULL);

  assert_snippet ("", words, "");
  assert_snippet ("Monitor said", words, "[Monitor] said");
  assert_snippet ("\nAs the\nregulator\n\nMonitor \t said\n", words, "As the regulator · [Monitor] said");
  assert_snippet ("Money for the NHS was unusually tight throughout the last Parliament, as Monitor said", words,
                  "…last Parliament, as [Monitor] said");
  assert_snippet (long_word, words, "[Monitor]…");
}

static const char *const pieces[] = { "care", "Care", "CARÉ", "careful", "cáre\xcc\x81", "Better", "fund", " ",
                                      "\n", "\t", "\r\n", " – ", "£3.8", "日本語", "😀", "e\xcc\x81", "<b>", "&amp;",
                                      "'s", "ﬁ", "\xe2\x80\xa9", "\xc2\xa0", "עברית", "x", "Ⅷ" };

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 120);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* A stretch is a whole word that was searched for. */
static void
assert_word (const char *text, const CareStretch *stretch, GPtrArray *words, gboolean last_is_prefix)
{
  g_autofree char *word = g_strndup (text + stretch->start, stretch->end - stretch->start);
  g_autofree char *folded = care_words_fold (word, -1);
  const char *last = g_ptr_array_index (words, words->len - 1);
  gboolean found = last_is_prefix && g_str_has_prefix (folded, last);

  g_assert_true (g_utf8_validate (word, -1, NULL));
  g_assert_true (stretch->start == 0
                 || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + stretch->start))));
  g_assert_false (is_in_word (g_utf8_get_char (text + stretch->end)));
  for (guint i = 0; i < words->len && !found; i++)
    found = strcmp (folded, g_ptr_array_index (words, i)) == 0;
  g_assert_true (found);
}

static void
assert_one_line (const char *snippet)
{
  for (const char *p = snippet; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_false (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029);
    }
}

static void
assert_stretches (const char *text, GArray *found, GPtrArray *words, gboolean last_is_prefix)
{
  guint end = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const CareStretch *stretch = &g_array_index (found, CareStretch, i);

      g_assert_cmpuint (stretch->start, >=, end);
      g_assert_cmpuint (stretch->end, >, stretch->start);
      g_assert_cmpuint (stretch->end, <=, strlen (text));
      assert_word (text, stretch, words, last_is_prefix);
      end = stretch->end;
    }
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) words = make_words ("fund", "care", NULL);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = random_text ();
      gboolean prefix = g_test_rand_bit ();
      g_autoptr (GArray) found = stretches_new ();
      g_autoptr (GArray) all = stretches_new ();
      g_autofree char *snippet = care_snippet_new (text, words, prefix, found);

      g_assert_true (g_utf8_validate (snippet, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (snippet, -1), <=, MAX_LENGTH);
      assert_one_line (snippet);
      assert_stretches (snippet, found, words, prefix);
      care_words_mark (text, words, prefix, all);
      assert_stretches (text, all, words, prefix);
      /* What is in the text is shown. */
      g_assert_true ((found->len > 0) == (all->len > 0));
    }
}

/* Case and accents make no difference to what is found. */
static void
test_folding_is_stable (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *folded = care_words_fold (text, -1);
      g_autofree char *again = care_words_fold (folded, -1);
      g_autofree char *upper = g_utf8_strup (text, -1);
      g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      g_autofree char *folded_upper = care_words_fold (upper, -1);
      g_autofree char *folded_apart = care_words_fold (apart, -1);

      g_assert_cmpstr (again, ==, folded);
      g_assert_cmpstr (folded_upper, ==, folded);
      g_assert_cmpstr (folded_apart, ==, folded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/snippet/fold", test_fold);
  g_test_add_func ("/domain/snippet/split", test_split);
  g_test_add_func ("/domain/snippet/match", test_match);
  g_test_add_func ("/domain/snippet/mark", test_mark);
  g_test_add_func ("/domain/snippet/snippet", test_snippet);
  g_test_add_func ("/domain/snippet/random", test_random);
  g_test_add_func ("/domain/snippet/folding-is-stable", test_folding_is_stable);
  return g_test_run ();
}
