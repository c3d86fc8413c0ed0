/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editions as a script makes them: each command a process of its own. */

#include "care-cli.h"
#include "care-library.h"
#include "run.h"

#include <string.h>

#define MINIMUM 17016 /* Better Care Fund: announced minimum, £3.8 billion */
#define HEAD "{\"format\":\"carebrief-library\",\"version\":1,\"records\":"

/* Sets a field of a record as somebody else would. */
static void
change (Run *run, const char *kind, CareId id, const char *field, const char *value)
{
  g_autofree char *path = run_path (run, "a.carebrief");
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  g_autoptr (CareAct) act = care_act_new ("Change");

  g_assert_no_error (error);
  care_act_set (act, care_library_find (library, kind, id), field, value, &error);
  g_assert_no_error (error);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

static Run *
make_library (void)
{
  Run *run = run_new ();

  run_make_sample (run, "a.carebrief");
  return run;
}

static void
export_edition (Run *run, const char *number, const char *file)
{
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--edition", number, "--output", file, NULL);
}

static void
assert_same (Run *run, const char *one, const char *other, gboolean same)
{
  g_autoptr (GBytes) first = run_read (run, one);
  g_autoptr (GBytes) second = run_read (run, other);

  g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
  g_assert_true (g_bytes_equal (first, second) == same);
}

/* Byte for byte what it was, whatever has become of the library. */
static void
test_same_pdf (void)
{
  g_autoptr (Run) run = make_library ();

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Make edition 1 of “Integrating health and social care”\n");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "then.pdf", NULL);
  export_edition (run, "1", "one.pdf");
  assert_same (run, "then.pdf", "one.pdf", TRUE);

  change (run, "figure", MINIMUM, "value", "£5.3bn");
  change (run, "briefing", 27001, "title", "Integration");
  run_ok (run, "edition", "make", "a.carebrief", "--minor", "--note", "A sum put right", NULL);
  export_edition (run, "1", "one-again.pdf");
  export_edition (run, "2", "two.pdf");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "now.pdf", NULL);
  assert_same (run, "one.pdf", "one-again.pdf", TRUE);
  assert_same (run, "now.pdf", "two.pdf", TRUE);
  assert_same (run, "now.pdf", "one.pdf", FALSE);
}

static char *
read_pdf (Run *run, const char *file)
{
  const char *const argv[] = { "pdftotext", "-layout", file, "-", NULL };

  return run_tool (run, argv);
}

static void
assert_says (const char *where, const char *text, const char *words, gboolean says)
{
  if ((strstr (text, words) != NULL) != says)
    g_error ("%s %s “%s”", where, says ? "does not say" : "says", words);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

/* A figure that is changed is changed wherever it stands, and an edition stays what it was. */
static void
test_t19 (void)
{
  static const char *const formats[] = { "html", "text" };
  g_autoptr (Run) run = make_library ();
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *kept = NULL;

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "then.pdf", NULL);
  change (run, "figure", MINIMUM, "value", "£4.7bn");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "now.pdf", NULL);
  export_edition (run, "1", "kept.pdf");
  then = read_pdf (run, "then.pdf");
  now = read_pdf (run, "now.pdf");
  kept = read_pdf (run, "kept.pdf");
  /* In the text, and in the chart. */
  g_assert_cmpuint (count (then, "£3.8 billion"), ==, 2);
  assert_says ("The page now", now, "£3.8", FALSE);
  g_assert_cmpuint (count (now, "£4.7 billion"), ==, 2);
  g_assert_cmpstr (kept, ==, then);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      run_ok (run, "export", "a.carebrief", "--format", formats[i], "--output", "-", NULL);
      assert_says (formats[i], run_get_out (run), "£3.8", FALSE);
      assert_says (formats[i], run_get_out (run), "£4.7", TRUE);
    }
  run_ok (run, "ledger", "a.carebrief", "--figure", "17016", NULL);
  assert_says ("The ledger", run_get_out (run), "£4.7 billion", TRUE);
  run_ok (run, "list", "figures", "a.carebrief", NULL);
  assert_says ("The list", run_get_out (run), "£4.7", TRUE);
}

static void
test_name_of_file (void)
{
  g_autoptr (Run) run = make_library ();

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--edition", "1", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "./integrating-health-and-social-care.edition-1.pdf\n");
}

static void
test_list (void)
{
  static const char *const words[] = { "Edition",          "Significant amendment", "Minor correction",
                                       "A sum put right",  "Integration" };
  g_autoptr (Run) run = make_library ();
  const char *out;

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  run_ok (run, "edition", "make", "--briefing", "27001", "--minor", "a.carebrief", "--note", "A sum put right", NULL);
  change (run, "briefing", 27001, "title", "Integration");
  run_ok (run, "edition", "list", "a.carebrief", NULL);
  out = run_get_out (run);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (out, words[i]));
  g_assert_cmpint (strstr (out, "Minor correction") - out, <, strstr (out, "Significant amendment") - out);
  run_ok (run, "edition", "list", "a.carebrief", "--briefing", "integration", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "Minor correction"));
  run_fails (run, CARE_CLI_NO_RECORD, "edition", "list", "a.carebrief", "--briefing", "Another", NULL);
}

static void
test_compare (void)
{
  g_autoptr (Run) run = make_library ();

#define COMPARE(...) run_ok (run, "edition", "compare", "a.carebrief", "--number", __VA_ARGS__, NULL)
  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  COMPARE ("1");
  g_assert_cmpuint (g_bytes_get_size (run->out), ==, 0);
  change (run, "figure", MINIMUM, "value", "£5.3bn");
  COMPARE ("1");
  g_assert_cmpstr (run_get_out (run), ==,
                   "Value of “Better Care Fund: announced minimum”: £3.8 billion → £5.3 billion\n");
  run_ok (run, "edition", "make", "a.carebrief", "--minor", NULL);
  COMPARE ("2");
  g_assert_cmpuint (g_bytes_get_size (run->out), ==, 0);
  COMPARE ("2", "--with", "1");
  g_assert_nonnull (strstr (run_get_out (run), "£5.3 billion → £3.8 billion\n"));
  g_assert_nonnull (strstr (run_get_out (run), "Last Minor Correction of “Integrating health and social care”"));
#undef COMPARE
}

/* One act: undone, there is neither the edition nor its date. */
static void
test_undo (void)
{
  g_autoptr (Run) run = make_library ();
  g_autoptr (GBytes) before = NULL;

  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  before = g_bytes_ref (run->out);
  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  run_ok (run, "undo", "a.carebrief", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  g_assert_true (g_bytes_equal (before, run->out));
  run_fails (run, CARE_CLI_NO_RECORD, "export", "a.carebrief", "--format", "pdf", "--edition", "1", NULL);
}

/* A library goes through the format with its editions. */
static void
test_moves (void)
{
  g_autoptr (Run) run = make_library ();

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  export_edition (run, "1", "one.pdf");
  run_ok (run, "export", "a.carebrief", "--format", "json", "--output", "all.json", NULL);
  run_ok (run, "new", "b.carebrief", NULL);
  run_ok (run, "import", "b.carebrief", "all.json", NULL);
  run_ok (run, "export", "b.carebrief", "--format", "pdf", "--edition", "1", "--output", "moved.pdf", NULL);
  assert_same (run, "one.pdf", "moved.pdf", TRUE);
}

/* Two copies have each made an edition 2, which stays what it was called; a letter
 * tells which is which, the same in both once they are merged. */
static void
test_merged (void)
{
  g_autoptr (Run) run = make_library ();
  g_autofree char *one = NULL;

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  run_ok (run, "copy", "a.carebrief", "b.carebrief", NULL);
  run_ok (run, "edition", "make", "a.carebrief", "--minor", "--note", "One", NULL);
  export_edition (run, "2", "one.pdf");
  change (run, "figure", MINIMUM, "value", "£5.3bn");
  run_ok (run, "edition", "make", "b.carebrief", "--minor", "--note", "Other", NULL);
  run_ok (run, "copy", "a.carebrief", "c.carebrief", NULL);
  run_ok (run, "merge", "a.carebrief", "b.carebrief", NULL);
  run_ok (run, "merge", "b.carebrief", "c.carebrief", NULL);

  run_ok (run, "edition", "list", "a.carebrief", NULL);
  one = g_strdup (run_get_out (run));
  run_ok (run, "edition", "list", "b.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, one);
  g_assert_nonnull (strstr (one, " 2a "));
  g_assert_nonnull (strstr (one, " 2b "));
  export_edition (run, "2a", "merged.pdf");
  assert_same (run, "one.pdf", "merged.pdf", TRUE);
  run_ok (run, "export", "b.carebrief", "--format", "pdf", "--edition", "2b", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "./integrating-health-and-social-care.edition-2b.pdf\n");

  run_fails (run, CARE_CLI_USAGE, "edition", "compare", "a.carebrief", "--number", "2", NULL);
  g_assert_nonnull (strstr (run->err, "2a (Minor correction"));
  g_assert_nonnull (strstr (run->err, "2b (Minor correction"));
  run_fails (run, CARE_CLI_NO_RECORD, "edition", "compare", "a.carebrief", "--number", "2c", NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "edition", "compare", "a.carebrief", "--number", "1a", NULL);
  run_ok (run, "edition", "make", "a.carebrief", "--minor", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "Make edition 3 "));
}

static void
test_damaged (void)
{
  g_autoptr (Run) run = run_new ();

  run_write (run, "records.json",
             HEAD "{\"briefing\":[{\"id\":\"1\",\"title\":\"Integration\",\"status\":\"draft\"}],"
                  "\"edition\":[{\"id\":\"2\",\"briefing\":\"1\",\"title\":\"Integration, edition 1\",\"number\":\"1\","
                  "\"amendment\":\"minor\",\"made\":\"2015-05-18\",\"contents\":\"AAAA\"}]}}");
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "import", "a.carebrief", "records.json", NULL);
  run_fails (run, CARE_CLI_DAMAGED, "export", "a.carebrief", "--format", "pdf", "--edition", "1", NULL);
}

/* "…" of the only edition's field as it is exported. */
static char *
read_field (Run *run, const char *field)
{
  g_autofree char *key = g_strdup_printf ("\"%s\" : \"", field);
  const char *at;

  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  at = strstr (run_get_out (run), key);
  g_assert_nonnull (at);
  at += strlen (key);
  return g_strndup (at, strcspn (at, "\""));
}

/* The same edition, with other pages. */
static void
make_with_pages (Run *run, const char *name, const char *contents, const void *pdf, gsize length)
{
  g_autofree char *base64 = g_base64_encode (pdf, length);
  g_autofree char *json = g_strdup_printf (
    HEAD "{\"briefing\":[{\"id\":\"27001\",\"title\":\"Integration\",\"status\":\"draft\"}],"
         "\"edition\":[{\"id\":\"2\",\"briefing\":\"27001\",\"title\":\"Integration, edition 1\",\"number\":\"1\","
         "\"amendment\":\"minor\",\"made\":\"2015-05-18\",\"contents\":\"%s\",\"pdf\":\"%s\"}]}}",
    contents, base64);

  run_write (run, "records.json", json);
  run_ok (run, "new", name, NULL);
  run_ok (run, "import", name, "records.json", NULL);
}

/* What is exported is what was kept, and not what would be made of it: here the pages of
 * the briefing after a change. */
static void
test_kept (void)
{
  g_autoptr (Run) run = make_library ();
  g_autoptr (GBytes) now = NULL;
  g_autofree char *contents = NULL;

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  contents = read_field (run, "contents");
  change (run, "figure", MINIMUM, "value", "£5.3bn");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "now.pdf", NULL);
  now = run_read (run, "now.pdf");
  make_with_pages (run, "b.carebrief", contents, g_bytes_get_data (now, NULL), g_bytes_get_size (now));
  run_ok (run, "export", "b.carebrief", "--format", "pdf", "--edition", "1", "--output", "kept.pdf", NULL);
  assert_same (run, "kept.pdf", "now.pdf", TRUE);
  run_ok (run, "export", "b.carebrief", "--format", "pdf", "--edition", "1", "--pages", "2", "--output", "anew.pdf", NULL);
  assert_same (run, "anew.pdf", "now.pdf", FALSE);
}

/* A stranger's library may call anything the pages of its edition. */
static void
test_kept_by_strangers (void)
{
  static const char script[] = "<script>alert(1)</script>";
  g_autoptr (Run) run = make_library ();
  g_autofree char *contents = NULL;
  g_autofree char *path = run_path (run, "kept.pdf");

  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  contents = read_field (run, "contents");
  make_with_pages (run, "b.carebrief", contents, script, sizeof script - 1);
  run_fails (run, CARE_CLI_DAMAGED, "export", "b.carebrief", "--format", "pdf", "--edition", "1", "--output", "kept.pdf",
             NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  run_ok (run, "export", "b.carebrief", "--format", "pdf", "--edition", "1", "--pages", "any", "--output", "kept.pdf", NULL);
}

static void
test_usage (void)
{
  g_autoptr (Run) run = make_library ();

#define FAILS(status, ...) run_fails (run, status, __VA_ARGS__, NULL)
  FAILS (CARE_CLI_USAGE, "edition");
  FAILS (CARE_CLI_USAGE, "edition", "a.carebrief");
  FAILS (CARE_CLI_USAGE, "edition", "make", "a.carebrief");
  FAILS (CARE_CLI_USAGE, "edition", "make", "a.carebrief", "--significant", "--minor");
  FAILS (CARE_CLI_USAGE, "edition", "make", "a.carebrief", "b.carebrief", "--minor");
  FAILS (CARE_CLI_USAGE, "edition", "make", "a.carebrief", "--minor", "--note", "\xff");
  FAILS (CARE_CLI_NO_RECORD, "edition", "make", "a.carebrief", "--minor", "--briefing", "Another");
  FAILS (CARE_CLI_MISSING, "edition", "make", "b.carebrief", "--minor");
  FAILS (CARE_CLI_MISSING, "edition", "list", "b.carebrief");
  FAILS (CARE_CLI_USAGE, "edition", "compare", "a.carebrief");
  FAILS (CARE_CLI_USAGE, "edition", "compare", "a.carebrief", "--number", "-1");
  FAILS (CARE_CLI_NO_RECORD, "edition", "compare", "a.carebrief", "--number", "1");
  FAILS (CARE_CLI_NO_RECORD, "export", "a.carebrief", "--format", "pdf", "--edition", "1");
  FAILS (CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--edition", "0");
  FAILS (CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--edition", "first");
  FAILS (CARE_CLI_USAGE, "export", "a.carebrief", "--format", "json", "--edition", "1");
#undef FAILS
}

static void
test_help (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "edition", "--help", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "carebrief edition make"));
  run_ok (run, "edition", "make", "--help", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "--significant"));
}

/* What does not fit its pages has no PDF to keep, and that is said. */
static void
test_not_fitting (void)
{
  g_autoptr (Run) run = make_library ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "words ");
  change (run, "briefing", 27001, "standfirst", words->str);
  run_ok (run, "edition", "make", "a.carebrief", "--significant", NULL);
  g_assert_cmpstr (run_get_out (run), ==,
                   "Make edition 1 of “Integrating health and social care”, whose pages cannot be kept as PDF\n");
}

/* What must be fixed is fixed first, or kept for a reason; it is in no edition. */
static void
test_must_fix (void)
{
  g_autoptr (Run) run = make_library ();

  change (run, "quotation", 24004, "actor", NULL);
  change (run, "quotation", 24004, "person", NULL);
  run_fails (run, CARE_CLI_MUST_FIX, "edition", "make", "a.carebrief", "--significant", NULL);
  g_assert_nonnull (strstr (run->err, "1 problem that must be fixed before an edition is made; `carebrief check` names it"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/edition/same-pdf", test_same_pdf);
  g_test_add_func ("/cli/edition/T19", test_t19);
  g_test_add_func ("/cli/edition/name-of-file", test_name_of_file);
  g_test_add_func ("/cli/edition/list", test_list);
  g_test_add_func ("/cli/edition/compare", test_compare);
  g_test_add_func ("/cli/edition/undo", test_undo);
  g_test_add_func ("/cli/edition/moves", test_moves);
  g_test_add_func ("/cli/edition/merged", test_merged);
  g_test_add_func ("/cli/edition/kept", test_kept);
  g_test_add_func ("/cli/edition/kept-by-strangers", test_kept_by_strangers);
  g_test_add_func ("/cli/edition/damaged", test_damaged);
  g_test_add_func ("/cli/edition/not-fitting", test_not_fitting);
  g_test_add_func ("/cli/edition/usage", test_usage);
  g_test_add_func ("/cli/edition/help", test_help);
  g_test_add_func ("/cli/edition/must-fix", test_must_fix);
  return g_test_run ();
}
