/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-hyphenation.h"

#include <hyphen.h>
#include <string.h>

/* Of shorter words, and of fewer letters on either side, too little is left. */
#define MIN_LETTERS 6
#define MIN_BEFORE 2
#define MIN_AFTER 3

/* "hyph_en_GB.dic" of "en-gb": Pango has all languages in small letters. */
static char *
make_name (const char *language)
{
  g_auto (GStrv) parts = g_strsplit (language, "-", 2);
  g_autofree char *region = parts[0] == NULL || parts[1] == NULL ? NULL : g_ascii_strup (parts[1], -1);

  if (region == NULL)
    return g_strdup_printf ("hyph_%s.dic", parts[0] == NULL ? "" : parts[0]);
  return g_strdup_printf ("hyph_%s_%s.dic", parts[0], region);
}

static HyphenDict *
load (const char *language)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autofree char *name = make_name (language);
  HyphenDict *dictionary = NULL;

  for (guint i = 0; folders[i] != NULL && dictionary == NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "hyphen", name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        dictionary = hnj_hyphen_load (path);
    }
  if (dictionary != NULL && !dictionary->utf8)
    g_clear_pointer (&dictionary, hnj_hyphen_free);
  return dictionary;
}

/* Reading one takes longer than setting a briefing: each is read once and kept.
 * It is only read from then on, by any thread. */
static HyphenDict *
get_dictionary (const char *language)
{
  static GMutex mutex;
  static GHashTable *loaded;
  HyphenDict *dictionary;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (loaded, language, NULL, (gpointer *) &dictionary))
    {
      dictionary = load (language);
      g_hash_table_insert (loaded, g_strdup (language), dictionary);
    }
  g_mutex_unlock (&mutex);
  return dictionary;
}

static gpointer
read_usual (gpointer data)
{
  get_dictionary ("en-gb");
  return NULL;
}

/**
 * care_hyphenation_prepare:
 *
 * Begins to read the dictionary of British English in a thread, so that whoever sets pages
 * later finds it there, or waits for less of it.
 */
void
care_hyphenation_prepare (void)
{
  GThread *thread = g_thread_try_new ("hyphenation", read_usual, NULL, NULL);

  if (thread != NULL)
    g_thread_unref (thread);
}

/* libhyphen marks the letter after which a word may be divided with an odd digit. */
static void
divide_word (HyphenDict *dictionary, const char *text, gsize start, gsize length, GArray *out)
{
  /* It looks beyond the length that it is told, for a terminating nought. */
  g_autofree char *word = g_strndup (text + start, length);
  g_autofree char *marks = g_malloc0 (length + 8);
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  glong n_letters = g_utf8_strlen (text + start, (gssize) length);
  const char *p = text + start;

  if (n_letters < MIN_LETTERS || length > MAX_CHARS)
    return;
  /* The patterns are in small letters. */
  *word = g_ascii_tolower (*word);
  if (hnj_hyphen_hyphenate2 (dictionary, word, (int) length, marks, NULL, &replacements, &positions, &cuts) == 0)
    for (glong letter = 0; letter < n_letters; letter++, p = g_utf8_next_char (p))
      {
        guint byte = (guint) (p - text);

        if (letter >= MIN_BEFORE && n_letters - letter >= MIN_AFTER && (marks[letter - 1] & 1) != 0
            && (replacements == NULL || replacements[letter - 1] == NULL))
          g_array_append_val (out, byte);
      }
  for (glong i = 0; replacements != NULL && i < n_letters; i++)
    free (replacements[i]);
  free (replacements);
  free (positions);
  free (cuts);
}

/* What is not a plain word is left whole: names and abbreviations, numbers and
 * addresses. */
static gboolean
is_plain (const char *word, gsize length, gboolean with_names)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || (g_unichar_isupper (c) && !(with_names && p == word)) || strchr ("/@_\\", (int) MIN (c, 127)) != NULL)
        return FALSE;
      if ((c == '.' || c == ':') && g_utf8_next_char (p) < word + length
          && g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p))))
        return FALSE;
    }
  return TRUE;
}

static gsize
skip (const char *text, gsize from, gsize end, gboolean (*is_part) (gunichar))
{
  while (from < end && is_part (g_utf8_get_char (text + from)))
    from = (gsize) (g_utf8_next_char (text + from) - text);
  return from;
}

static gboolean
is_not_space (gunichar c)
{
  return !g_unichar_isspace (c);
}

static gboolean
is_not_letter (gunichar c)
{
  return !g_unichar_isalpha (c);
}

/**
 * care_hyphenation_find:
 * @text: a text in UTF-8
 * @language: its language, such as "en-GB"
 * @with_names: whether words that begin with a capital may be, too
 *
 * Finds where the words of @text may be divided.
 *
 * Returns: (transfer full) (element-type guint): bytes of @text.
 */
GArray *
care_hyphenation_find (const char *text, const char *language, gboolean with_names)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));
  HyphenDict *dictionary = get_dictionary (language);
  gsize length = strlen (text);

  for (gsize from = 0; dictionary != NULL && from < length;)
    {
      gsize start = skip (text, from, length, g_unichar_isspace);
      gsize end = skip (text, start, length, is_not_space);

      while (start < end && is_plain (text + start, end - start, with_names))
        {
          gsize first = skip (text, start, end, is_not_letter);
          gsize last = skip (text, first, end, g_unichar_isalpha);

          divide_word (dictionary, text, first, last - first, out);
          start = last;
        }
      from = end;
    }
  return out;
}
