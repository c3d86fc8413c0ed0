/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts as JSON lines. */

#include "care-cli.h"
#include "run.h"

#include <string.h>

#define FIGURE(verb, id, value) "{\"" verb "\":\"figure\",\"id\":\"" id "\",\"values\":{\"value\":\"" value "\"}}"
#define INSERT "{\"insert\":\"figure\",\"id\":\"900001\",\"values\":{\"label\":\"New fund\",\"value\":\"1 GBP\"}}"
#define DELETE "{\"delete\":\"figure\",\"id\":\"900001\"}"

/* What is typed for the program to read. */
static void
type (Run *run, const char *lines)
{
  g_autofree char *path = run_path (run, "lines");

  run_write (run, "lines", lines);
  g_subprocess_launcher_set_stdin_file_path (run->launcher, path);
}

static Run *
make_run (void)
{
  Run *run = run_new ();

  run_ok (run, "new", "a.carebrief", NULL);
  return run;
}

static void
assert_refused (Run *run, const char *line, int status, const char *said)
{
  type (run, line);
  run_fails (run, status, "apply", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, said));
}

/* In their order: what one puts in, the next can change. */
static void
test_own_record (void)
{
  g_autoptr (Run) run = make_run ();

  type (run, "{\"steps\":[" INSERT "," FIGURE ("set", "900001", "2 GBP") "," FIGURE ("set", "900001", "3 GBP") "]}\n");
  run_ok (run, "apply", "a.carebrief", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "3 GBP"));
}

/* What one has taken out is not there for the next. */
static void
test_own_deleted (void)
{
  g_autoptr (Run) run = make_run ();

  assert_refused (run, "{\"steps\":[" INSERT "," DELETE "," FIGURE ("set", "900001", "2 GBP") "]}\n",
                  CARE_CLI_REFUSED, "There is no figure 900001");
  type (run, "{\"steps\":[" INSERT "]}\n{\"steps\":[" DELETE "," INSERT "," FIGURE ("set", "900001", "2 GBP") "]}\n");
  run_ok (run, "apply", "a.carebrief", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "2 GBP"));
}

static void
test_wrong_types (void)
{
  g_autoptr (Run) run = make_run ();

  assert_refused (run, "{\"sentence\":5,\"steps\":[" INSERT "]}\n", CARE_CLI_REFUSED, "“sentence” is not text");
  assert_refused (run, "{\"edition\":{\"briefing\":\"1\",\"amendment\":\"minor\",\"note\":[]}}\n", CARE_CLI_REFUSED,
                  "“note” is not text");
  assert_refused (run, "{\"restore\":true}\n", CARE_CLI_REFUSED, "“restore” is the number");
}

/* It is said which record that is, and that the act itself has deleted it. */
static void
test_deleted_twice (void)
{
  g_autoptr (Run) run = make_run ();

  type (run, "{\"steps\":[" INSERT "]}\n");
  run_ok (run, "apply", "a.carebrief", NULL);
  assert_refused (run, "{\"steps\":[" DELETE "," DELETE "]}\n", CARE_CLI_REFUSED,
                  "line 1: There is no figure 900001 (“New fund”) any more, as an earlier step of this act deletes it");
}

/* What was deleted before its owner by the same act needs not be deleted with it. */
static void
test_deleted_with_owner (void)
{
  g_autoptr (Run) run = make_run ();

  type (run, "{\"steps\":[{\"insert\":\"actor\",\"id\":\"1\",\"values\":{\"name\":\"Labour\",\"kind\":\"party\"}},"
             "{\"insert\":\"pledge\",\"id\":\"2\",\"values\":{\"title\":\"Integrate\",\"kind\":\"outcome\","
             "\"actor\":\"1\"}},"
             "{\"insert\":\"limb\",\"id\":\"3\",\"values\":{\"pledge\":\"2\",\"text\":\"Health\"}},"
             "{\"insert\":\"limb\",\"id\":\"4\",\"values\":{\"pledge\":\"2\",\"text\":\"Care\"}}]}\n");
  run_ok (run, "apply", "a.carebrief", NULL);
  assert_refused (run, "{\"steps\":[{\"delete\":\"pledge\",\"id\":\"2\"},{\"delete\":\"limb\",\"id\":\"3\"}]}\n",
                  CARE_CLI_REFUSED, "There is no limb 3 (“Health”) any more");
  type (run, "{\"steps\":[{\"delete\":\"limb\",\"id\":\"3\"},{\"delete\":\"pledge\",\"id\":\"2\"}]}\n");
  run_ok (run, "apply", "a.carebrief", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  g_assert_null (strstr (run_get_out (run), "Care"));
  g_assert_nonnull (strstr (run_get_out (run), "Labour"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/apply/own-record", test_own_record);
  g_test_add_func ("/cli/apply/own-deleted", test_own_deleted);
  g_test_add_func ("/cli/apply/deleted-twice", test_deleted_twice);
  g_test_add_func ("/cli/apply/deleted-with-owner", test_deleted_with_owner);
  g_test_add_func ("/cli/apply/wrong-types", test_wrong_types);
  return g_test_run ();
}
