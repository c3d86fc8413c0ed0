/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-json-check.h"

#include "care-exchange-error.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const good[] = {
  "{}", "[]", " [ ] ", "null", "true", "false", "0", "-0", "-1.5e+10", "1E-2", "10.25",
  "\"\"", "\"a\\\"\\\\\\/\\b\\f\\n\\r\\tz\"", "\"\\u00a3\"", "\"\\ud83d\\ude00\"", "\"£\"",
  "[1,2,3]", "[[],{}]", "{\"a\":1,\"b\":[{\"c\":null}]}", "\r\n\t {\n\"a\" : 1\n}\n",
};

typedef struct
{
  const char *text;
  guint line;
  guint column;
} Case;

static const Case bad[] = {
  { "", 1, 1 },
  { "  ", 1, 3 },
  { "[", 1, 2 },
  { "{", 1, 2 },
  { "[1", 1, 3 },
  { "[1,", 1, 4 },
  { "[1,]", 1, 4 },
  { "[,1]", 1, 2 },
  { "[1 2]", 1, 4 },
  { "[1}", 1, 3 },
  { "{\"a\"}", 1, 5 },
  { "{\"a\":}", 1, 6 },
  { "{\"a\":1,}", 1, 8 },
  { "{a:1}", 1, 2 },
  { "{'a':1}", 1, 2 },
  { "{1:1}", 1, 2 },
  { "{} {}", 1, 4 },
  { "[] // comment", 1, 4 },
  { "/* comment */ []", 1, 1 },
  { "[] # comment", 1, 4 },
  { "var a = []", 1, 1 },
  { "tru", 1, 1 },
  { "TRUE", 1, 1 },
  { "nul", 1, 1 },
  { "NaN", 1, 1 },
  { "01", 1, 2 },
  { "+1", 1, 1 },
  { "-", 1, 2 },
  { ".5", 1, 1 },
  { "1.", 1, 3 },
  { "1e", 1, 3 },
  { "0x10", 1, 2 },
  { "\"a", 1, 3 },
  { "\"\\", 1, 3 },
  { "\"\\x\"", 1, 3 },
  { "\"\\u12\"", 1, 6 },
  { "\"\\u0000\"", 1, 4 },
  { "\"\\ud800\"", 1, 4 },
  { "\"\\ud800A\"", 1, 4 },
  { "\"\\ud800\\u0041\"", 1, 4 },
  { "\"\\udc00\"", 1, 4 },
  { "\"a\nb\"", 1, 3 },
  { "\"a\tb\"", 1, 3 },
  { "\"\xff\"", 1, 2 },
  { "\"\xed\xa0\x80\"", 1, 2 },
  { "[\n  1,\n  £\n]", 3, 3 },
  { "[\"££\" 1]", 1, 7 },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (CareProblem) problem = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (care_json_check (good[i], strlen (good[i]), &problem, &error));
      g_assert_no_error (error);
      g_assert_null (problem);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (CareProblem) problem = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (care_json_check (bad[i].text, strlen (bad[i].text), &problem, &error));
      g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_SYNTAX);
      g_assert_cmpuint (problem->line, ==, bad[i].line);
      g_assert_cmpuint (problem->column, ==, bad[i].column);
    }
}

static void
test_nul (void)
{
  static const char text[] = "[\"a\0b\"]";
  g_autoptr (CareProblem) problem = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (care_json_check (text, sizeof text - 1, &problem, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_SYNTAX);
  g_assert_cmpuint (problem->column, ==, 4);
}

static char *
nest (guint depth, const char *opening, const char *closing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  g_string_append_c (text, '1');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, closing);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const guint depths[] = { 1, CARE_JSON_MAX_DEPTH, CARE_JSON_MAX_DEPTH + 1, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    for (guint is_object = 0; is_object < 2; is_object++)
      {
        g_autofree char *text = is_object ? nest (depths[i], "{\"a\":", "}") : nest (depths[i], "[", "]");
        g_autoptr (CareProblem) problem = NULL;
        g_autoptr (GError) error = NULL;

        if (depths[i] <= CARE_JSON_MAX_DEPTH)
          {
            g_assert_true (care_json_check (text, strlen (text), &problem, &error));
            continue;
          }
        g_assert_false (care_json_check (text, strlen (text), &problem, &error));
        g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_DEEP);
      }
}

/* Many are not deep. */
static void
test_siblings (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (CareProblem) problem = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "[],{},");
  g_string_append (text, "1]");
  g_assert_true (care_json_check (text->str, text->len, &problem, NULL));
}

static char *
make_random_text (void)
{
  static const char *const pieces[]
    = { "{",    "}",    "[", "]",  ",",  ":",  "\"a\"", "\"\\u0041\"", "1", "-2.5",
        "true", "null", " ", "\n", "\"", "\\", "'",     "/",           "e" };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (1, 10);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* What is let through, the parser takes. */
static void
test_random_texts (void)
{
  guint n_good = 0;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = make_random_text ();
      g_autoptr (CareProblem) problem = NULL;
      g_autoptr (JsonParser) parser = NULL;
      g_autoptr (GError) error = NULL;

      if (!care_json_check (text, strlen (text), &problem, NULL))
        {
          g_assert_nonnull (problem);
          continue;
        }
      n_good++;
      parser = json_parser_new_immutable ();
      json_parser_load_from_data (parser, text, -1, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_good, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json-check/good", test_good);
  g_test_add_func ("/exchange/json-check/bad", test_bad);
  g_test_add_func ("/exchange/json-check/nul", test_nul);
  g_test_add_func ("/exchange/json-check/depth", test_depth);
  g_test_add_func ("/exchange/json-check/siblings", test_siblings);
  g_test_add_func ("/exchange/json-check/random-texts", test_random_texts);
  return g_test_run ();
}
