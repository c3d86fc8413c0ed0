/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `carebrief timeline` on the sample. */

#include "care-cli.h"
#include "run.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonObject *
read_json (Run *run, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, run_get_out (run), -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* (nullable): the entry of that record, wherever it is. */
static JsonObject *
find_entry (JsonObject *root, const char *id)
{
  JsonArray *lanes = json_object_get_array_member (root, "lanes");

  for (guint i = 0; i < json_array_get_length (lanes); i++)
    {
      JsonArray *entries = json_object_get_array_member (json_array_get_object_element (lanes, i), "entries");

      for (guint e = 0; e < json_array_get_length (entries); e++)
        if (strcmp (json_object_get_string_member (json_array_get_object_element (entries, e), "id"), id) == 0)
          return json_array_get_object_element (entries, e);
    }
  return NULL;
}

static void
test_json (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonObject *entry;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "timeline", "--json", "--as-of", "2019-06-01", "a.carebrief", NULL);
  root = read_json (run, parser);
  g_assert_cmpstr (json_object_get_string_member (root, "as_of"), ==, "2019-06-01");
  entry = find_entry (root, "11001");
  g_assert_cmpstr (json_object_get_string_member (entry, "state"), ==, "judged");
  g_assert_cmpstr (json_object_get_string_member (entry, "delivery"), ==, "in-progress");
  g_assert_cmpstr (json_object_get_string_member (entry, "timeliness"), ==, "missed");
  g_assert_cmpint (json_object_get_int_member (entry, "late_months_least"), ==, 9);
  g_assert_cmpint (json_object_get_int_member (entry, "late_months_most"), ==, 9);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (entry, "due"), 0), ==, "2018-03-31");
  g_assert_nonnull (strstr (json_object_get_string_member (entry, "sentence"), "Tracker says: Broken."));
  entry = find_entry (root, "11003");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (entry, "due")), ==, 3);
}

/* Before anybody had judged it, it had not been judged. */
static void
test_as_of (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *entry;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "timeline", "--json", "--as-of", "2018-03", "a.carebrief", NULL);
  entry = find_entry (read_json (run, parser), "11001");
  g_assert_cmpstr (json_object_get_string_member (entry, "state"), ==, "not-due");
  g_assert_false (json_object_has_member (entry, "reached"));
  run_ok (run, "timeline", "--json", "--as-of", "2016", "a.carebrief", NULL);
  g_assert_null (find_entry (read_json (run, parser), "11001"));
}

static void
test_table (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_ok (run, "timeline", "--as-of", "2019-06-01", "a.carebrief", NULL);
  g_assert_true (g_str_has_prefix (run_get_out (run), "Lane "));
  g_assert_nonnull (strstr (run_get_out (run), "before April 2018"));
  g_assert_nonnull (strstr (run_get_out (run), "in progress, missed, nine months late; Tracker says: Broken."));
  run_ok (run, "timeline", "--only", "overdue", "--kind", "pledges", "--lanes", "none", "--as-of", "2019-06-01", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "are overdue without a verdict"));
  g_assert_null (strstr (run_get_out (run), "before April 2018"));
}

/* One goal, three promisors, three deadlines: the Liberal Democrats', the Government's, and the
 * Conservatives'. */
static void
test_one_goal (void)
{
  static const char *const ids[] = { "11001", "11002", "11003" };
  g_autoptr (Run) run = run_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "timeline", "--json", "--as-of", "2019-06-01", "--find", "2018", "--kind", "pledges", "--lanes", "promisor",
          "a.carebrief", NULL);
  root = read_json (run, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "lanes")), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (find_entry (root, ids[i]));
}

static void
test_calendar (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (GBytes) bytes = NULL;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "timeline", "--as-of", "2019-06-01", "--output", "due.ics", "a.carebrief", NULL);
  bytes = run_read (run, "due.ics");
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "BEGIN:VCALENDAR\r\n"));
  run_ok (run, "timeline", "--as-of", "2019-06-01", "--output", "-", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "UID:pledge-11001@carebrief"));
}

static void
test_poster (void)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } files[] = { { "a.pdf", "%PDF-1.7" }, { "a.svg", "<?xml" }, { "a.png", "\x89PNG" } };
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      run_ok (run, "timeline", "--as-of", "2019-06-01", "--output", files[i].name, "--paper", "a3", "a.carebrief", NULL);
      bytes = run_read (run, files[i].name);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (files[i].begins), files[i].begins, strlen (files[i].begins));
    }
}

static void
test_refused (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_fails (run, CARE_CLI_USAGE, "timeline", "--as-of", "someday", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--lanes", "colour", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--only", "broken", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--kind", "promises", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "due.txt", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--json", "--output", "due.ics", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "a.pdf", "--paper", "letter", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "a.svg", "--sheet", "99", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "a.ics", "--paper", "A3", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--paper", "A3", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "a.pdf", "--sheet", "1", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "a.png", "--sheet", "-1", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "a.png", "--sheet", "0", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "timeline", "--output", "a.png", "--sheet", "two", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "timeline", "--theme", "Roads", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "timeline", "b.carebrief", NULL);
}

static void
test_filters (void)
{
  static const char *const options[][2] = {
    { "--actor", "Labour" }, { "--theme", "NHS structure and law" }, { "--extent", "England" },
    { "--briefing", "27001" }, { "--kind", "restraint" }, { "--find", "party:labour" },
  };
  g_autoptr (Run) run = run_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  gint64 all;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "timeline", "--json", "--as-of", "2019-06-01", "a.carebrief", NULL);
  all = json_object_get_int_member (json_object_get_object_member (read_json (run, parser), "counts"), "all");
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      JsonObject *counts;

      run_ok (run, "timeline", "--json", "--as-of", "2019-06-01", options[i][0], options[i][1], "a.carebrief", NULL);
      counts = json_object_get_object_member (read_json (run, parser), "counts");
      g_assert_cmpint (json_object_get_int_member (counts, "listed"), >, 0);
      g_assert_cmpint (json_object_get_int_member (counts, "listed"), <, all);
      g_assert_cmpint (json_object_get_int_member (counts, "all"), ==, all);
    }
}

/* The years of what a briefing shows are written as it writes them. */
static void
test_years (void)
{
  static const char records[]
    = "{\"format\":\"carebrief-library\",\"version\":1,\"records\":{\"briefing\":[{\"id\":\"1\",\"title\":\"Trade\","
      "\"status\":\"draft\",\"number_style\":\"trade\"}],\"event\":[{\"id\":\"2\",\"title\":\"Counted\",\"kind\":"
      "\"publication\",\"happened\":\"2013-04-01/2014-03-31\"}],\"box\":[{\"id\":\"3\",\"briefing\":\"1\",\"kind\":"
      "\"timeline\",\"title\":\"When\",\"ordinal\":\"1\"}],\"box_item\":[{\"id\":\"4\",\"box\":\"3\",\"ordinal\":\"1\",\"event\":\"2\"}]}}";
  g_autoptr (Run) run = run_new ();

  run_ok (run, "new", "a.carebrief", NULL);
  run_write (run, "records.json", records);
  run_ok (run, "import", "a.carebrief", "records.json", NULL);
  run_ok (run, "timeline", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "2013/14"));
  run_ok (run, "timeline", "--briefing", "1", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "2013\u201314"));
  g_assert_null (strstr (run_get_out (run), "2013/14"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timeline/json", test_json);
  g_test_add_func ("/timeline/years", test_years);
  g_test_add_func ("/timeline/as-of", test_as_of);
  g_test_add_func ("/timeline/table", test_table);
  g_test_add_func ("/timeline/one-goal", test_one_goal);
  g_test_add_func ("/timeline/calendar", test_calendar);
  g_test_add_func ("/timeline/poster", test_poster);
  g_test_add_func ("/timeline/refused", test_refused);
  g_test_add_func ("/timeline/filters", test_filters);
  return g_test_run ();
}
