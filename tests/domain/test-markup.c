/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-markup.h"

#include <string.h>

/* As "strong:so mark:**", in the order in which it is found. */
static char *
describe (const char *line)
{
  static const char *const kinds[] = { "mark", "strong", "emphasis", "heading", "code", "link", "address" };
  g_autoptr (GArray) found = care_markup_find (line);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CareMarkup *markup = &g_array_index (found, CareMarkup, i);

      g_assert_cmpuint (markup->start, <, markup->end);
      g_assert_cmpuint (markup->end, <=, strlen (line));
      g_string_append_printf (out, "%s%s:%.*s", i > 0 ? " " : "", kinds[markup->kind],
                              (int) (markup->end - markup->start), line + markup->start);
    }
  return g_string_free (out, FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *line;
    const char *expected;
  } rows[] = {
    { "", "" },
    { "Plain words, 2 * 3 * 4 and snake_case_words.", "" },
    { "so *much* more", "mark:* emphasis:much mark:*" },
    { "so _much_ more", "mark:_ emphasis:much mark:_" },
    { "**Labour**: yes", "mark:** strong:Labour mark:**" },
    { "***both***", "mark:*** emphasis:both strong:both mark:***" },
    { "**a *b* c**", "mark:** strong:a *b* c mark:** mark:* emphasis:b mark:*" },
    { "left *open", "" },
    { "left \\*open\\* twice", "" },
    { "# Money", "mark:# heading:Money" },
    { "### Ymddiriedolaeth Ŷ", "mark:### heading:Ymddiriedolaeth Ŷ" },
    { "#Money", "" },
    { "- an *item*", "mark:- mark:* emphasis:item mark:*" },
    { "12. twelfth", "mark:12." },
    { "1948 was the year", "" },
    { "> quoted", "mark:>" },
    { "a `*b*` c", "mark:` code:*b* mark:`" },
    { "see [the page](https://a.b/c_d_e)", "mark:[ link:the page mark:]( address:https://a.b/c_d_e mark:)" },
    { "[not a link] (here)", "" },
    /* Nothing in a reference is marked up, and what is around it may be. */
    { "{figure:7|a *b* c} *d*", "mark:* emphasis:d mark:*" },
    { "*{figure:7|a * b}* c", "mark:* emphasis:{figure:7|a * b} mark:*" },
    { "[@7003|A *B* C| p.67](x)", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = describe (rows[i].line);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* What is nobody's paragraph is left alone, and soon. */
static void
test_long (void)
{
  g_autofree char *stars = g_strnfill (1000000, '*');
  g_autofree char *braces = g_strnfill (8000, '{');
  g_autofree char *found = describe (stars);
  g_autofree char *none = describe (braces);

  g_assert_cmpstr (found, ==, "");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/lines", test_lines);
  g_test_add_func ("/markup/long", test_long);
  return g_test_run ();
}
