/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-sort-key.h"

#include <string.h>

static void
assert_key (const char *text, const char *expected)
{
  g_autofree char *key = care_sort_key_for_text (text);

  g_assert_cmpstr (key, ==, expected);
}

static void
test_titles (void)
{
  assert_key ("", "");
  assert_key ("“Better Care Fund”", "better care fund”");
  assert_key ("'Better Care Fund'", "better care fund'");
  assert_key ("£3.8bn Better Care Fund", "3.8bn better care fund");
  assert_key ("Évaluation", "evaluation");
  assert_key ("Cafe\u0301 Society", "cafe society");
  assert_key (" -- ", "");
}

/* The definition, without a shorter way for ASCII. */
static char *
make_slowly (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *key = g_string_new (NULL);
  guint n = 0;

  for (const char *p = apart; *p != '\0' && n < 80; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)) && (n > 0 || g_unichar_isalnum (g_utf8_get_char (p))))
      {
        g_string_append_unichar (key, g_utf8_get_char (p));
        n++;
      }
  return g_string_free (key, FALSE);
}

/* Of all of ASCII, now and then with a letter or a mark that is none of it, and about
 * as long as a key is at the most. */
static void
test_random (void)
{
  static const char *const others[] = { "é", "e\u0301", "\u0301", "£", "ß", "“", "Ⅷ" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = NULL;

      for (int n = g_test_rand_int_range (0, 100); n > 0; n--)
        if (g_test_rand_int_range (0, 100) == 0)
          g_string_append (text, others[g_test_rand_int_range (0, G_N_ELEMENTS (others))]);
        else
          g_string_append_c (text, (char) g_test_rand_int_range (1, 128));
      expected = make_slowly (text->str);
      assert_key (text->str, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/sort-key/titles", test_titles);
  g_test_add_func ("/domain/sort-key/random", test_random);
  return g_test_run ();
}
