/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief check: what is found, as text and JSON, and what the exit code says. */

#include "care-cli.h"
#include "run.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define HEAD "{\"format\":\"carebrief-library\",\"version\":1,\"records\":{"
#define FIGURE "\"figure\":[{\"id\":\"3\",\"label\":\"Fund\",\"value\":\"38e8 GBP\"}],"
#define BRIEFING \
  "\"briefing\":[{\"id\":\"1\",\"title\":\"Joined services\",\"status\":\"published\"}]," \
  "\"section\":[{\"id\":\"2\",\"briefing\":\"1\",\"heading\":\"Money\",\"text\":\"Of {figure:3}, or £1bn.\"}]"
#define EXCEPTION \
  ",\"exception\":[{\"id\":\"4\",\"briefing\":\"1\",\"check\":\"figure-source\",\"place\":\"figure:3\",\"reason\":\"Ours\"}]"

static void
make_library (Run *run, const char *records)
{
  run_ok (run, "new", "a.carebrief", NULL);
  run_write (run, "a.json", records);
  run_ok (run, "import", "a.carebrief", "a.json", NULL);
}

/* The sample has facts that its articles leave open, and nothing that must be fixed. */
static void
test_sample (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_ok (run, "check", "a.carebrief", NULL);
  g_assert_null (strstr (run_get_out (run), "Must fix"));
  g_assert_nonnull (strstr (run_get_out (run), "Look at (4)\n"));
  g_assert_nonnull (strstr (run_get_out (run), " checks passed\n"));
}

static void
test_text (void)
{
  g_autoptr (Run) run = run_new ();

  make_library (run, HEAD FIGURE BRIEFING "}}");
  run_command (run, "check", "a.carebrief", "--briefing", "joined services", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_MUST_FIX);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_nonnull (strstr (run_get_out (run), "Must fix before export (1)\n  Figure “Fund” has no source (Money; check "
                                               "figure-source)\n"));
  g_assert_nonnull (strstr (run_get_out (run), "“£1bn” is a number that the library does not hold (Money; check typed-number)"));
  run_fails (run, CARE_CLI_NO_RECORD, "check", "a.carebrief", "--briefing", "another", NULL);
}

static void
test_kept (void)
{
  g_autoptr (Run) run = run_new ();

  make_library (run, HEAD FIGURE BRIEFING EXCEPTION "}}");
  run_ok (run, "check", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "Kept (1)\n  Figure “Fund” has no source (Money; check figure-source)\n"
                                               "    kept, because: Ours\n"));
}

#define DEADLINE \
  "\"deadline\":[{\"id\":\"6\",\"pledge\":\"5\",\"words\":\"by 2018\"}]," \
  "\"pledge\":[{\"id\":\"5\",\"title\":\"Join services\",\"kind\":\"outcome\"}]," \
  "\"briefing\":[{\"id\":\"1\",\"title\":\"Joined services\",\"status\":\"published\"}]," \
  "\"section\":[{\"id\":\"2\",\"briefing\":\"1\",\"heading\":\"Money\",\"text\":\"{pledge:5}.\"}]"

/* Nothing is read into a deadline that comes from a file; what its words say is offered. */
static void
test_deadline (void)
{
  g_autoptr (Run) run = run_new ();

  make_library (run, HEAD DEADLINE "}}");
  run_command (run, "check", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "“by 2018” has no date, and its words say 2018"));
  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  g_assert_null (strstr (run_get_out (run), "\"due\""));
}

static void
test_json (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *first;

  make_library (run, HEAD FIGURE BRIEFING "}}");
  run_command (run, "check", "a.carebrief", "--json", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_MUST_FIX);
  json_parser_load_from_data (parser, run_get_out (run), -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "must_fix"), ==, 1);
  first = json_array_get_object_element (json_object_get_array_member (root, "findings"), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "check"), ==, "figure-source");
  g_assert_cmpstr (json_object_get_string_member (first, "level"), ==, "must-fix");
  g_assert_cmpstr (json_object_get_string_member (first, "place"), ==, "figure:3");
  g_assert_cmpstr (json_object_get_string_member (first, "element"), ==, "section:2");
  g_assert_cmpstr (json_object_get_string_member (first, "mend"), ==, "Add Source…");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "passed")), >, 10);
}

/* What must be fixed goes out only as a draft, which says so. */
static void
test_export (void)
{
  g_autoptr (Run) run = run_new ();
  const char *const arguments[] = { "pdftotext", "draft.pdf", "-", NULL };
  g_autofree char *text = NULL;

  make_library (run, HEAD FIGURE BRIEFING "}}");
  run_fails (run, CARE_CLI_MUST_FIX, "export", "a.carebrief", "--format", "pdf", NULL);
  g_assert_nonnull (strstr (run->err, "--draft"));
  run_fails (run, CARE_CLI_MUST_FIX, "export", "a.carebrief", "--format", "text", "-o", "-", NULL);
  run_fails (run, CARE_CLI_MUST_FIX, "export", "a.carebrief", "--format", "pdf", "--all", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "json", "--draft", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "text", "--draft", "-o", "-", NULL);
  g_assert_true (g_str_has_prefix (run_get_out (run), "Draft\n"));
  run_ok (run, "export", "a.carebrief", "--format", "html", "--draft", "-o", "-", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "<strong>Draft</strong>"));
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--draft", "--output", "draft.pdf", NULL);
  text = run_tool (run, arguments);
  g_assert_nonnull (strstr (text, "Draft\n"));
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--all", "--draft", "--output", "all.pdf", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
}

/* Nothing is said to be a draft that is none. */
static void
test_no_draft (void)
{
  g_autoptr (Run) run = run_new ();

  make_library (run, HEAD FIGURE BRIEFING EXCEPTION "}}");
  run_ok (run, "export", "a.carebrief", "--format", "text", "-o", "-", NULL);
  g_assert_false (g_str_has_prefix (run_get_out (run), "Draft\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/check/sample", test_sample);
  g_test_add_func ("/cli/check/text", test_text);
  g_test_add_func ("/cli/check/kept", test_kept);
  g_test_add_func ("/cli/check/deadline", test_deadline);
  g_test_add_func ("/cli/check/json", test_json);
  g_test_add_func ("/cli/check/export", test_export);
  g_test_add_func ("/cli/check/no-draft", test_no_draft);
  return g_test_run ();
}
