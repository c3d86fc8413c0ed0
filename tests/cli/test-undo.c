/* SPDX-License-Identifier: GPL-3.0-or-later */

/* undo, redo and history: each a process of its own. */

#include "care-cli.h"
#include "run.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
write_theme (Run *run, const char *file, const char *id, const char *name)
{
  g_autofree char *json = g_strdup_printf ("{\"format\":\"carebrief-library\",\"version\":1,\"records\":"
                                           "{\"theme\":[{\"id\":\"%s\",\"name\":\"%s\"}]}}",
                                           id, name);

  run_write (run, file, json);
}

/* A library in which two themes were imported, one after the other. */
static Run *
make_two (void)
{
  Run *run = run_new ();

  write_theme (run, "one.json", "1", "Integration");
  write_theme (run, "two.json", "2", "Funding");
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "import", "a.carebrief", "one.json", NULL);
  run_ok (run, "import", "a.carebrief", "two.json", NULL);
  return run;
}

static void
assert_themes (Run *run, const char *expected)
{
  run_ok (run, "list", "themes", "a.carebrief", "--format", "csv", NULL);
  g_assert_cmpstr (run_get_out (run), ==, expected);
}

#define HEAD "\"Name\",\"Place in Order\",\"Id\"\r\n"
#define ONE "\"Integration\",\"\",\"1\"\r\n"
#define TWO "\"Funding\",\"\",\"2\"\r\n"

static JsonArray *
read_history (Run *run, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  run_ok (run, "history", "a.carebrief", "--json", NULL);
  json_parser_load_from_data (parser, run_get_out (run), -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

static const char *
get_member (JsonArray *history, guint index, const char *member)
{
  return json_object_get_string_member (json_array_get_object_element (history, index), member);
}

static void
test_undo_redo (void)
{
  g_autoptr (Run) run = make_two ();

  assert_themes (run, HEAD ONE TWO);
  run_ok (run, "undo", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Undid: Import 1 record\n");
  assert_themes (run, HEAD ONE);
  run_ok (run, "undo", "a.carebrief", NULL);
  assert_themes (run, HEAD);
  run_fails (run, CARE_CLI_NO_RECORD, "undo", "a.carebrief", NULL);
  run_ok (run, "redo", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Redid: Import 1 record\n");
  assert_themes (run, HEAD ONE);
  run_ok (run, "redo", "a.carebrief", NULL);
  assert_themes (run, HEAD ONE TWO);
  run_fails (run, CARE_CLI_NO_RECORD, "redo", "a.carebrief", NULL);
  run_ok (run, "verify", "a.carebrief", NULL);
}

static void
test_undo_act (void)
{
  g_autoptr (Run) run = make_two ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *history = read_history (run, parser);
  g_autofree char *first = g_strdup (get_member (history, 1, "id"));

  run_ok (run, "undo", "a.carebrief", "--act", first, NULL);
  assert_themes (run, HEAD TWO);
  run_fails (run, CARE_CLI_NO_RECORD, "undo", "a.carebrief", "--act", first, NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "undo", "a.carebrief", "--act", "1", NULL);
  run_ok (run, "redo", "a.carebrief", NULL);
  assert_themes (run, HEAD ONE TWO);
}

/* Another import names what the first has put in. */
static void
test_conflict (void)
{
  g_autoptr (Run) run = make_two ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *history = read_history (run, parser);
  g_autofree char *first = g_strdup (get_member (history, 1, "id"));

  run_write (run, "pledge.json",
             "{\"format\":\"carebrief-library\",\"version\":1,\"records\":"
             "{\"pledge\":[{\"id\":\"3\",\"title\":\"Integrate\",\"kind\":\"outcome\",\"theme\":\"1\"}]}}");
  run_ok (run, "import", "a.carebrief", "pledge.json", NULL);
  run_fails (run, CARE_CLI_REFUSED, "undo", "a.carebrief", "--act", first, NULL);
  g_assert_nonnull (strstr (run->err, "“Integrate”"));
}

static void
test_history (void)
{
  g_autoptr (Run) run = make_two ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *history;

  run_ok (run, "undo", "a.carebrief", NULL);
  history = read_history (run, parser);
  g_assert_cmpuint (json_array_get_length (history), ==, 3);
  g_assert_cmpstr (get_member (history, 0, "kind"), ==, "undo");
  g_assert_cmpstr (get_member (history, 0, "target"), ==, get_member (history, 1, "id"));
  g_assert_cmpstr (get_member (history, 1, "state"), ==, "undone");
  g_assert_cmpstr (get_member (history, 2, "state"), ==, "done");
  g_assert_cmpstr (get_member (history, 2, "sentence"), ==, "Import 1 record");

  run_ok (run, "history", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), get_member (history, 2, "id")));
  g_assert_nonnull (strstr (run_get_out (run), "Undo: Import 1 record"));
  g_assert_nonnull (strstr (run_get_out (run), "undone"));
  run_ok (run, "history", "a.carebrief", "--limit", "1", "--json", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "\"undo\""));
  g_assert_null (strstr (run_get_out (run), "\"act\""));
}

static void
test_empty (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "history", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "");
  run_ok (run, "history", "a.carebrief", "--json", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "[]\n");
  run_fails (run, CARE_CLI_NO_RECORD, "undo", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "redo", "a.carebrief", NULL);
}

static void
test_usage (void)
{
  static const char *const bad[] = { "0", "-1", "x", "", "1x", "9223372036854775808" };
  g_autoptr (Run) run = make_two ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    run_fails (run, CARE_CLI_USAGE, "undo", "a.carebrief", "--act", bad[i], NULL);
  run_fails (run, CARE_CLI_USAGE, "redo", "a.carebrief", "--act", "1", NULL);
  run_fails (run, CARE_CLI_USAGE, "undo", "a.carebrief", "b.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "history", "a.carebrief", "--limit", "some", NULL);
  run_fails (run, CARE_CLI_USAGE, "history", "a.carebrief", "--limit", "-1", NULL);
  run_fails (run, CARE_CLI_MISSING, "undo", "none.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "redo", "none.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "history", "none.carebrief", NULL);
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "undo", "one.json", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/undo/undo-redo", test_undo_redo);
  g_test_add_func ("/cli/undo/act", test_undo_act);
  g_test_add_func ("/cli/undo/conflict", test_conflict);
  g_test_add_func ("/cli/undo/history", test_history);
  g_test_add_func ("/cli/undo/empty", test_empty);
  g_test_add_func ("/cli/undo/usage", test_usage);
  return g_test_run ();
}
