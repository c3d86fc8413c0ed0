/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merge: two copies of the sample, of which each was changed by its owner. */

#include "care-cli.h"
#include "care-library.h"
#include "run.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define LABEL "Better Care Fund"

static void
copy (Run *run, const char *from, const char *to)
{
  g_autofree char *path = run_path (run, to);
  g_autoptr (GBytes) bytes = run_read (run, from);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

static CareLibrary *
open_library (Run *run, const char *name, CareLibraryMode mode)
{
  g_autofree char *path = run_path (run, name);
  g_autoptr (GError) error = NULL;
  CareLibrary *library = care_library_open (path, mode, &error);

  g_assert_no_error (error);
  return library;
}

/* The figure that the changes are made to: the first with a value. */
static CareRecord *
find_figure (CareLibrary *library)
{
  GListModel *figures = care_library_list (library, "figure");

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (CareRecord) figure = g_list_model_get_item (figures, i);
      if (care_record_get (figure, "value") != NULL)
        return care_library_find (library, "figure", care_record_get_id (figure));
    }
  g_assert_not_reached ();
}

static void
change (Run *run, const char *name, const char *field, const char *value)
{
  g_autoptr (CareLibrary) library = open_library (run, name, CARE_LIBRARY_WRITE);
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  care_act_set (act, find_figure (library), field, value, &error);
  g_assert_no_error (error);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

static void
assert_value (Run *run, const char *name, const char *field, const char *expected)
{
  g_autoptr (CareLibrary) library = open_library (run, name, CARE_LIBRARY_READ);

  g_assert_cmpstr (care_record_get (find_figure (library), field), ==, expected);
}

/* "mine" and "theirs" have grown from "common" and agree but for one value. */
static Run *
make_two (void)
{
  Run *run = run_new ();

  run_make_sample (run, "common.carebrief");
  change (run, "common.carebrief", "value", "38e8 GBP");
  change (run, "common.carebrief", "label", LABEL);
  copy (run, "common.carebrief", "mine.carebrief");
  copy (run, "common.carebrief", "theirs.carebrief");
  change (run, "mine.carebrief", "value", "5e9 GBP");
  change (run, "mine.carebrief", "counts", "Pooled money");
  change (run, "theirs.carebrief", "value", "53e8 GBP");
  change (run, "theirs.carebrief", "base", "All spending");
  return run;
}

#define CONFLICT "Conflict: Value of “Better Care Fund”: before: £3.8 billion; mine: £5 billion; theirs: £5.3 billion\n"
#define TAKEN "Taken: Percentage Of of “Better Care Fund”: nothing → All spending\n"

static void
test_refused (void)
{
  g_autoptr (Run) run = make_two ();
  g_autoptr (GBytes) before = run_read (run, "mine.carebrief");
  g_autoptr (GBytes) theirs = run_read (run, "theirs.carebrief");
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) theirs_after = NULL;

  run_command (run, "merge", "mine.carebrief", "theirs.carebrief", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_REFUSED);
  g_assert_cmpstr (run_get_out (run), ==, CONFLICT);
  g_assert_cmpstr (run->err, ==,
                   "carebrief: Nothing was merged, as 1 conflict is to be decided; say --mine or --theirs\n");
  after = run_read (run, "mine.carebrief");
  theirs_after = run_read (run, "theirs.carebrief");
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (theirs, theirs_after));
}

static void
test_decided (gconstpointer data)
{
  const char *choice = data;
  g_autoptr (Run) run = make_two ();
  g_autoptr (GBytes) theirs = run_read (run, "theirs.carebrief");
  g_autoptr (GBytes) theirs_after = NULL;

  run_ok (run, "merge", "mine.carebrief", "theirs.carebrief", choice, NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Merged “theirs”: 1 change taken, 1 conflict decided\n");
  assert_value (run, "mine.carebrief", "value", strcmp (choice, "--mine") == 0 ? "5e9 GBP" : "53e8 GBP");
  assert_value (run, "mine.carebrief", "counts", "Pooled money");
  assert_value (run, "mine.carebrief", "base", "All spending");
  theirs_after = run_read (run, "theirs.carebrief");
  g_assert_true (g_bytes_equal (theirs, theirs_after));
  run_ok (run, "verify", "mine.carebrief", NULL);

  run_ok (run, "undo", "mine.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Undid: Merge “theirs”\n");
  assert_value (run, "mine.carebrief", "value", "5e9 GBP");
  assert_value (run, "mine.carebrief", "base", NULL);
}

static void
test_report (void)
{
  g_autoptr (Run) run = make_two ();
  g_autoptr (GBytes) before = run_read (run, "mine.carebrief");
  g_autoptr (GBytes) after = NULL;

  run_ok (run, "merge", "mine.carebrief", "theirs.carebrief", "--report", NULL);
  g_assert_cmpstr (run_get_out (run), ==, TAKEN CONFLICT "1 change taken, 1 conflict to decide\n");
  run_ok (run, "merge", "mine.carebrief", "theirs.carebrief", "--base", "common.carebrief", "--report", NULL);
  g_assert_cmpstr (run_get_out (run), ==, TAKEN CONFLICT "1 change taken, 1 conflict to decide\n");
  after = run_read (run, "mine.carebrief");
  g_assert_true (g_bytes_equal (before, after));
}

static void
set_wait (CareLibrary *library, CareAct *act)
{
  care_act_set (act, care_library_find (library, "figure", 1), "value", "96 hours", NULL);
}

static void
delete_wait (CareLibrary *library, CareAct *act)
{
  care_act_delete (act, care_library_find (library, "figure", 1));
}

/* Does @act, to which @add, if given, adds what is to be done. */
static void
apply (Run *run, const char *name, CareAct *act, void (*add) (CareLibrary *library, CareAct *act))
{
  g_autoptr (CareLibrary) library = open_library (run, name, CARE_LIBRARY_WRITE);
  g_autoptr (GError) error = NULL;

  if (add != NULL)
    add (library, act);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

/* What is lost with either choice can be read in the report. */
static void
test_report_deleted (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (CareRecord) figure = care_record_new (care_kind_find ("figure"), 1);
  g_autoptr (CareAct) insert = care_act_new (NULL);
  g_autoptr (CareAct) change_value = care_act_new (NULL);
  g_autoptr (CareAct) delete = care_act_new (NULL);

  run_make_sample (run, "mine.carebrief");
  care_record_set (figure, "label", "Longest wait", NULL);
  care_record_set (figure, "value", "72 hours", NULL);
  care_act_insert (insert, figure);
  apply (run, "mine.carebrief", insert, NULL);
  copy (run, "mine.carebrief", "theirs.carebrief");
  apply (run, "mine.carebrief", change_value, set_wait);
  apply (run, "theirs.carebrief", delete, delete_wait);
  run_ok (run, "merge", "mine.carebrief", "theirs.carebrief", "--report", NULL);
  g_assert_cmpstr (run_get_out (run), ==,
                   "Conflict: Figure “Longest wait”: before: Value: 72 hours; mine: Value: 96 hours; theirs: deleted\n"
                   "0 changes taken, 1 conflict to decide\n");
}

static void
test_json (void)
{
  g_autoptr (Run) run = make_two ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonObject *taken;
  JsonObject *conflict;
  JsonObject *part;

  run_ok (run, "merge", "mine.carebrief", "theirs.carebrief", "--report", "--json", NULL);
  json_parser_load_from_data (parser, run_get_out (run), -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "taken")), ==, 1);
  taken = json_array_get_object_element (json_object_get_array_member (root, "taken"), 0);
  g_assert_cmpstr (json_object_get_string_member (taken, "what"), ==, "changed");
  g_assert_cmpstr (json_object_get_string_member (taken, "title"), ==, LABEL);
  conflict = json_array_get_object_element (json_object_get_array_member (root, "conflicts"), 0);
  g_assert_cmpstr (json_object_get_string_member (conflict, "what"), ==, "changed");
  part = json_array_get_object_element (json_object_get_array_member (conflict, "parts"), 0);
  g_assert_cmpstr (json_object_get_string_member (part, "field"), ==, "value");
  g_assert_cmpstr (json_object_get_string_member (part, "base"), ==, "38e8 GBP");
  g_assert_cmpstr (json_object_get_string_member (part, "mine"), ==, "5e9 GBP");
  g_assert_cmpstr (json_object_get_string_member (part, "theirs"), ==, "53e8 GBP");
}

/* Without a conflict nothing has to be said, and merged again, nothing is done. */
static void
test_nothing_to_decide (void)
{
  g_autoptr (Run) run = make_two ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  change (run, "mine.carebrief", "value", "38e8 GBP");
  run_ok (run, "merge", "mine.carebrief", "theirs.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Merged “theirs”: 2 changes taken, 0 conflicts decided\n");
  assert_value (run, "mine.carebrief", "value", "53e8 GBP");
  before = run_read (run, "mine.carebrief");
  run_ok (run, "merge", "mine.carebrief", "theirs.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Merged “theirs”: 0 changes taken, 0 conflicts decided\n");
  after = run_read (run, "mine.carebrief");
  g_assert_true (g_bytes_equal (before, after));
}

/* Of two that were never one, only a person can say what they have grown from. */
static void
test_no_base (void)
{
  g_autoptr (Run) run = make_two ();
  g_autofree char *path = run_path (run, "other.carebrief");
  g_autoptr (CareRecord) theme = care_record_new (care_kind_find ("theme"), 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  care_record_set (theme, "name", "Funding", NULL);
  g_ptr_array_add (records, theme);
  care_library_create (path, records, &error);
  g_assert_no_error (error);
  run_fails (run, CARE_CLI_REFUSED, "merge", "mine.carebrief", "other.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, "--base"));
  run_ok (run, "merge", "mine.carebrief", "other.carebrief", "--base", "other.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Merged “other”: 0 changes taken, 0 conflicts decided\n");
}

static void
test_usage (void)
{
  g_autoptr (Run) run = make_two ();

  run_write (run, "text.carebrief", "text");
  run_fails (run, CARE_CLI_USAGE, "merge", "mine.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "merge", "mine.carebrief", "theirs.carebrief", "--mine", "--theirs", NULL);
  run_fails (run, CARE_CLI_USAGE, "merge", "mine.carebrief", "theirs.carebrief", "--report", "--mine", NULL);
  run_fails (run, CARE_CLI_USAGE, "merge", "mine.carebrief", "theirs.carebrief", "--json", NULL);
  run_fails (run, CARE_CLI_MISSING, "merge", "mine.carebrief", "none.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "merge", "none.carebrief", "theirs.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "merge", "mine.carebrief", "theirs.carebrief", "--base", "none.carebrief", NULL);
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "merge", "mine.carebrief", "text.carebrief", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/merge/refused", test_refused);
  g_test_add_data_func ("/cli/merge/mine", "--mine", test_decided);
  g_test_add_data_func ("/cli/merge/theirs", "--theirs", test_decided);
  g_test_add_func ("/cli/merge/report", test_report);
  g_test_add_func ("/cli/merge/report-deleted", test_report_deleted);
  g_test_add_func ("/cli/merge/json", test_json);
  g_test_add_func ("/cli/merge/nothing-to-decide", test_nothing_to_decide);
  g_test_add_func ("/cli/merge/no-base", test_no_base);
  g_test_add_func ("/cli/merge/usage", test_usage);
  return g_test_run ();
}
