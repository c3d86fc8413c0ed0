/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli.h"
#include "run.h"

#include <string.h>
#include <unistd.h>

#define HEAD "{\"format\":\"carebrief-library\",\"version\":1,\"records\":"
#define BRIEFING(id, title) "{\"id\":\"" id "\",\"title\":\"" title "\",\"status\":\"draft\"}"

static void
make_library_at (Run *run, const char *path, const char *records)
{
  g_autofree char *text = g_strconcat (HEAD, records, "}", NULL);

  run_write (run, "records.json", text);
  run_ok (run, "new", path, NULL);
  run_ok (run, "import", path, "records.json", NULL);
}

static void
make_library (Run *run, const char *records)
{
  make_library_at (run, "a.carebrief", records);
}

static void
assert_pdf (Run *run, const char *name)
{
  g_autoptr (GBytes) pdf = run_read (run, name);

  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
}

static void
test_only_briefing (void)
{
  g_autoptr (Run) run = run_new ();

  make_library (run, "{\"briefing\":[" BRIEFING ("7", "Café & Care: 50%") "]}");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "./cafe-care-50.pdf\n");
  assert_pdf (run, "cafe-care-50.pdf");
}

static void
test_named (void)
{
  static const char *const names[] = { "8", "Second", "second", "SECOND" };
  g_autoptr (Run) run = run_new ();

  make_library (run, "{\"briefing\":[" BRIEFING ("7", "First") "," BRIEFING ("8", "Second") "]}");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      run_ok (run, "export", "a.carebrief", "--format", "pdf", "--briefing", names[i], NULL);
      g_assert_cmpstr (run_get_out (run), ==, "./second.pdf\n");
    }
}

static void
test_not_named (void)
{
  g_autoptr (Run) run = run_new ();

  make_library (run, "{\"briefing\":[" BRIEFING ("7", "First") "," BRIEFING ("8", "Second") ","
                     BRIEFING ("9", "Second") "]}");
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", NULL);
  g_assert_nonnull (strstr (run->err, "“First” (7)"));
  g_assert_nonnull (strstr (run->err, "“Second” (8)"));
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--briefing", "Second", NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "export", "a.carebrief", "--format", "pdf", "--briefing", "Third",
             NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "export", "a.carebrief", "--format", "pdf", "--briefing", "10", NULL);
  run_ok (run, "new", "empty.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_RECORD, "export", "empty.carebrief", "--format", "pdf", NULL);
}

static char *
make_long_text (void)
{
  GString *text = g_string_new ("{\"briefing\":[" BRIEFING ("7", "Long") "],\"section\":[{\"id\":\"8\","
                                "\"briefing\":\"7\",\"heading\":\"Endless\",\"text\":\"");

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "care and ");
  g_string_append (text, "money.\"}]}");
  return g_string_free (text, FALSE);
}

static void
test_does_not_fit (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *records = make_long_text ();

  make_library (run, records);
  run_write (run, "long.pdf", "old");
  run_fails (run, CARE_CLI_OVERSET, "export", "a.carebrief", "--format", "pdf", NULL);
  g_assert_nonnull (strstr (run->err, "“Endless”"));
  g_assert_nonnull (strstr (run->err, " lines ("));
  g_assert_nonnull (strstr (run->err, " words)"));
  run_fails (run, CARE_CLI_OVERSET, "export", "a.carebrief", "--format", "pdf", "--pages", "1", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--pages", "any", NULL);
  assert_pdf (run, "long.pdf");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--pages", "50", "--output", "fifty.pdf", NULL);
  assert_pdf (run, "fifty.pdf");
}

/* A template that is named is taken instead of the briefing's own. */
static void
test_template (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *records = make_long_text ();

  make_library (run, records);
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--template", "large-print", NULL);
  assert_pdf (run, "long.pdf");
  run_fails (run, CARE_CLI_OVERSET, "export", "a.carebrief", "-f", "pdf", "-t", "large-print", "-p", "2", NULL);
  run_fails (run, CARE_CLI_OVERSET, "export", "a.carebrief", "--format", "pdf", "--template", "key-issue", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--template", "tabloid", NULL);
  g_assert_nonnull (strstr (run->err, "“tabloid”"));
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "json", "--template", "key-issue", NULL);
}

/* Several in one file, with what cannot be. */
static void
test_volume (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *records = make_long_text ();

  make_library (run, "{\"briefing\":[" BRIEFING ("7", "First") "," BRIEFING ("8", "Second") "]}");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--all", NULL);
  assert_pdf (run, "briefings.pdf");
  run_ok (run, "export", "a.carebrief", "-f", "pdf", "-b", "Second", "-b", "7", "--output", "two.pdf", NULL);
  assert_pdf (run, "two.pdf");
  run_fails (run, CARE_CLI_NO_RECORD, "export", "a.carebrief", "-f", "pdf", "-b", "Second", "-b", "Third", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "html", "--all", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--all", "--edition", "1", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--all", "--briefing", "7", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "json", "--all", NULL);
  make_library_at (run, "long.carebrief", records);
  run_fails (run, CARE_CLI_OVERSET, "export", "long.carebrief", "--format", "pdf", "--all", NULL);
  g_assert_nonnull (strstr (run->err, "In “Long”"));
}

static void
test_stdout (void)
{
  g_autoptr (Run) run = run_new ();

  make_library (run, "{\"briefing\":[" BRIEFING ("7", "First") "]}");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "-", NULL);
  g_assert_cmpint (memcmp (g_bytes_get_data (run->out, NULL), "%PDF-", 5), ==, 0);
}

/* By whatever name, the library is not written over by what is made of it. */
static void
test_not_over_library (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *link = run_path (run, "link");

  make_library (run, "{\"briefing\":[" BRIEFING ("7", "First") "]}");
  g_assert_cmpint (symlink ("a.carebrief", link), ==, 0);
  run_fails (run, CARE_CLI_NO_ACCESS, "export", "a.carebrief", "--format", "json", "--output", "a.carebrief",
             NULL);
  run_fails (run, CARE_CLI_NO_ACCESS, "export", "a.carebrief", "--format", "pdf", "--output", "link", NULL);
  run_fails (run, CARE_CLI_NO_ACCESS, "export", "link", "--format", "pdf", "--output", "./a.carebrief", NULL);
  run_ok (run, "new", "other.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_ACCESS, "export", "a.carebrief", "--format", "json", "-o", "other.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, "choose another name"));
  run_fails (run, CARE_CLI_NO_ACCESS, "export", "a.carebrief", "--format", "pdf", "-o", "other.carebrief", NULL);
}

static void
test_same_bytes (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "1.pdf", NULL);
  run_ok (run, "export", "a.carebrief", "--format", "pdf", "--output", "2.pdf", NULL);
  first = run_read (run, "1.pdf");
  second = run_read (run, "2.pdf");
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/export/only-briefing", test_only_briefing);
  g_test_add_func ("/cli/export/named", test_named);
  g_test_add_func ("/cli/export/not-named", test_not_named);
  g_test_add_func ("/cli/export/does-not-fit", test_does_not_fit);
  g_test_add_func ("/cli/export/template", test_template);
  g_test_add_func ("/cli/export/volume", test_volume);
  g_test_add_func ("/cli/export/stdout", test_stdout);
  g_test_add_func ("/cli/export/not-over-library", test_not_over_library);
  g_test_add_func ("/cli/export/same-bytes", test_same_bytes);
  return g_test_run ();
}
