/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-spelling.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling/words", test_words);
  return g_test_run ();
}
