/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief search: text and JSON, counts, limits, and what cannot be done. */

#include "care-cli.h"
#include "run.h"

#include <json-glib/json-glib.h>
#include <string.h>

static Run *
make_sample (void)
{
  Run *run = run_new ();

  run_make_sample (run, "a.carebrief");
  return run;
}

static JsonObject *
search_json (Run *run, JsonParser *parser, const char *typed, const char *limit)
{
  g_autoptr (GError) error = NULL;

  run_ok (run, "search", typed, "a.carebrief", "--json", "--limit", limit, NULL);
  json_parser_load_from_data (parser, run_get_out (run), -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_text (void)
{
  g_autoptr (Run) run = make_sample ();

  run_ok (run, "search", "andy burnham kind:person", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "person 2003: Andy Burnham\n    Burnham\n1 found: 1 Person\n");
  run_ok (run, "search", "winter", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "2 found: 1 Pledge, 1 Deadline\n"));
  run_ok (run, "search", "no such words", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "0 found\n");
  run_ok (run, "search", "", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "0 found\n");
}

static void
test_json (void)
{
  g_autoptr (Run) run = make_sample ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *found = search_json (run, parser, "kind:figure", "7");
  JsonArray *records = json_object_get_array_member (found, "records");
  JsonObject *first;

  g_assert_cmpint (json_object_get_int_member (found, "found"), ==, 30);
  g_assert_cmpuint (json_array_get_length (records), ==, 7);
  first = json_array_get_object_element (records, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "kind"), ==, "figure");
  g_assert_cmpint (g_ascii_strtoll (json_object_get_string_member (first, "id"), NULL, 10), >, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "title"), !=, "");
  g_assert_true (json_object_has_member (first, "snippet"));
  found = search_json (run, parser, "kind:figure", "0");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (found, "records")), ==, 0);
  g_assert_cmpint (json_object_get_int_member (found, "found"), ==, 30);
}

/* Whatever is typed is a question. */
static void
test_typed (void)
{
  static const char *const typed[] = { "\"", "C++", "O'Brien", "50%", "AND", "NOT (", "due:>", "party:\"", "x:y", "--", "*" };
  g_autoptr (Run) run = make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    run_ok (run, "search", "--", typed[i], "a.carebrief", NULL);
}

/* A query may begin as options do; those that there are stay options. */
static void
test_dash (void)
{
  static const char *const typed[] = { "-winter", "--winter", "-hwinter", "--json-winter", "-", "-1" };
  g_autoptr (Run) run = make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    run_ok (run, "search", typed[i], "a.carebrief", NULL);
  run_ok (run, "search", "--limit", "1", "-winter", "a.carebrief", "--json", NULL);
  g_assert_true (g_str_has_prefix (run_get_out (run), "{"));
  g_assert_nonnull (strstr (run_get_out (run), "pledge"));
  run_ok (run, "search", "-winter", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "2 found: 1 Pledge, 1 Deadline\n"));
  run_ok (run, "search", "--", "--limit", "a.carebrief", NULL);
  run_ok (run, "search", "-h", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "--limit"));
  run_fails (run, CARE_CLI_USAGE, "search", "winter", "a.carebrief", "--jsn", NULL);
}

/* What is undone is not found any more. */
static void
test_follows (void)
{
  g_autoptr (Run) run = run_new ();

  run_write (run, "one.json", "{\"format\":\"carebrief-library\",\"version\":1,\"records\":"
                              "{\"theme\":[{\"id\":\"1\",\"name\":\"Structure\"}]}}");
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "import", "a.carebrief", "one.json", NULL);
  run_ok (run, "search", "struct", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "theme 1: Structure\n1 found: 1 Theme\n");
  run_ok (run, "undo", "a.carebrief", NULL);
  run_ok (run, "search", "struct", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "0 found\n");
}

static void
test_usage (void)
{
  g_autoptr (Run) run = make_sample ();

  run_fails (run, CARE_CLI_USAGE, "search", NULL);
  run_fails (run, CARE_CLI_USAGE, "search", "care", "a.carebrief", "more", NULL);
  run_fails (run, CARE_CLI_USAGE, "search", "care", "a.carebrief", "--limit", "-1", NULL);
  run_fails (run, CARE_CLI_USAGE, "search", "care", "a.carebrief", "--limit", "some", NULL);
  run_fails (run, CARE_CLI_MISSING, "search", "care", "none.carebrief", NULL);
  run_write (run, "text.carebrief", "not a library");
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "search", "care", "text.carebrief", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/search/text", test_text);
  g_test_add_func ("/cli/search/json", test_json);
  g_test_add_func ("/cli/search/typed", test_typed);
  g_test_add_func ("/cli/search/dash", test_dash);
  g_test_add_func ("/cli/search/follows", test_follows);
  g_test_add_func ("/cli/search/usage", test_usage);
  return g_test_run ();
}
