/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-spelling.h"

#include <string.h>

static void
test_words (void)
{
  static const struct
  {
    const char *line;
    const char *expected;
  } rows[] = {
    { "", "" },
    { "Two words.", "Two words" },
    { "the Secretary of State’s ‘view’", "the Secretary of State’s view" },
    { "ôl-troed, don't", "ôl troed don't" },
    { "In 2015/16 the NHS and CCGs spent £3.8bn", "In the and spent" },
    { "see https://a.example/b or www.b.example, me@c.example now", "see or now" },
    { "so {figure:7|at leest} and [@9|Reprot| p.3] then", "so and then" },
    { "**so** `kode` [the page](adress) _more_", "so the page more" },
    { "## Heding", "Heding" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) words = care_spelling_words (rows[i].line);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint w = 0; w < words->len; w++)
        {
          const CareStretch *word = &g_array_index (words, CareStretch, w);

          g_string_append_printf (said, "%s%.*s", w > 0 ? " " : "", (int) (word->end - word->start),
                                  rows[i].line + word->start);
        }
      g_assert_cmpstr (said->str, ==, rows[i].expected);
    }
}

/* What a text marks to be in another language; the words of it are words still. */
static void
test_languages (void)
{
  static const char line[] = "**The** [Senedd Cymru](lang:cy), [a page](adress), and [dachaigh](lang:gd-GB) [x](lang:) [y](lang:c)";
  g_autoptr (GArray) languages = care_spelling_languages (line);
  g_autoptr (GArray) none = care_spelling_languages ("The [Senedd](https://senedd.wales)");
  const CareSpellingLanguage *first, *second;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (languages->len, ==, 2);
  first = &g_array_index (languages, CareSpellingLanguage, 0);
  second = &g_array_index (languages, CareSpellingLanguage, 1);
  g_assert_cmpstr (first->language, ==, "cy");
  g_assert_true (g_str_has_prefix (line + first->start, "Senedd Cymru]"));
  g_assert_cmpuint (first->end - first->start, ==, strlen ("Senedd Cymru"));
  g_assert_cmpstr (second->language, ==, "gd-GB");
  g_assert_true (g_str_has_prefix (line + second->start, "dachaigh"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling/words", test_words);
  g_test_add_func ("/spelling/languages", test_languages);
  return g_test_run ();
}
