/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli.h"
#include "run.h"

#include <string.h>

#define HEAD "{\"format\":\"carebrief-library\",\"version\":1,\"records\":"
#define THEME HEAD "{\"theme\":[{\"id\":\"1\",\"name\":\"Money\"}]}}"

static GBytes *
read_sample (void)
{
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (g_getenv ("CAREBRIEF_SAMPLE"), &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

static void
test_round_trip (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (GBytes) sample = read_sample ();
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "export", "a.carebrief", "--format", "json", NULL);
  g_assert_true (g_bytes_equal (run->out, sample));

  run_ok (run, "export", "a.carebrief", "--format", "json", "--output", "a.json", NULL);
  g_assert_cmpuint (g_bytes_get_size (run->out), ==, 0);
  first = run_read (run, "a.json");
  g_assert_true (g_bytes_equal (first, sample));

  run_ok (run, "new", "b.carebrief", NULL);
  run_ok (run, "import", "b.carebrief", "a.json", NULL);
  run_ok (run, "export", "b.carebrief", "--format", "json", "--output", "b.json", NULL);
  second = run_read (run, "b.json");
  g_assert_true (g_bytes_equal (first, second));
  run_ok (run, "verify", "b.carebrief", NULL);
}

static void
test_twice (void)
{
  g_autoptr (Run) run = run_new ();

  run_write (run, "theme.json", THEME);
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "import", "a.carebrief", "theme.json", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "1 record imported, 0 there already\n");
  run_ok (run, "import", "a.carebrief", "theme.json", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "0 records imported, 1 there already\n");
  run_ok (run, "verify", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "sound: 1 record\n");
}

/* A record may refer to one that only the library has. */
static void
test_reference_to_library (void)
{
  g_autoptr (Run) run = run_new ();

  run_write (run, "theme.json", THEME);
  run_write (run, "position.json",
             HEAD "{\"actor\":[{\"id\":\"5\",\"name\":\"A\",\"kind\":\"party\"}],"
                  "\"position\":[{\"id\":\"6\",\"actor\":\"5\",\"theme\":\"1\",\"title\":\"T\"}]}}");
  run_ok (run, "new", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "import", "a.carebrief", "missing.json", NULL);
  run_command (run, "import", "a.carebrief", "position.json", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_REFUSED);
  g_assert_nonnull (strstr (run->err, "position 6, theme"));
  run_ok (run, "import", "a.carebrief", "theme.json", NULL);
  run_ok (run, "import", "a.carebrief", "position.json", NULL);
  run_ok (run, "verify", "a.carebrief", NULL);
}

typedef struct
{
  const char *text;
  int status;
} Case;

static const Case refused[] = {
  { "", CARE_CLI_NOT_A_LIBRARY },
  { "hello", CARE_CLI_NOT_A_LIBRARY },
  { "{\"format\":", CARE_CLI_NOT_A_LIBRARY },
  { "{\"format\":\"carebrief-library\",\"version\":2}", CARE_CLI_NEWER },
  { HEAD "{\"theme\":[{\"id\":\"1\"}]}}", CARE_CLI_REFUSED },
  { HEAD "{\"theme\":[{\"id\":\"1\",\"name\":\"Another\"}]}}", CARE_CLI_REFUSED },
};

static void
test_refused (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *nested = g_strnfill (100000, '[');
  g_autofree char *deep = g_strconcat (HEAD, nested, NULL);

  run_write (run, "theme.json", THEME);
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "import", "a.carebrief", "theme.json", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      run_write (run, "bad.json", refused[i].text);
      run_fails (run, refused[i].status, "import", "a.carebrief", "bad.json", NULL);
    }
  run_write (run, "bad.json", deep);
  run_fails (run, CARE_CLI_REFUSED, "import", "a.carebrief", "bad.json", NULL);
  run_fails (run, CARE_CLI_REFUSED, "import", "a.carebrief", "/dev/zero", NULL);
}

/* Every problem gets a line, up to twenty, and nothing is imported. */
static void
test_many_problems (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (GString) text = g_string_new (HEAD "{\"theme\":[{\"id\":\"1\",\"name\":\"Good\"}");
  g_auto (GStrv) lines = NULL;

  for (guint i = 2; i < 32; i++)
    g_string_append_printf (text, ",\n{\"id\":\"%u\"}", i);
  g_string_append (text, "]}}");
  run_write (run, "bad.json", text->str);
  run_ok (run, "new", "a.carebrief", NULL);
  run_command (run, "import", "a.carebrief", "bad.json", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_REFUSED);
  lines = g_strsplit (run->err, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 20 + 2 + 1);
  g_assert_nonnull (strstr (lines[0], "line 2, theme 2, name"));
  run_ok (run, "verify", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "sound: 0 records\n");
}

/* What `list` prints can be read again, and says what is there. */
static void
test_csv_round_trip (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "list", "figures", "a.carebrief", "--format", "csv", NULL);
  first = g_bytes_ref (run->out);
  run_write (run, "figures.csv", run_get_out (run));
  run_ok (run, "import", "a.carebrief", "figures.csv", NULL);
  g_assert_true (g_str_has_prefix (run_get_out (run), "0 records imported, "));
  run_ok (run, "list", "figures", "a.carebrief", "--format", "csv", NULL);
  second = g_bytes_ref (run->out);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_csv (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_write (run, "new.CSV",
             "Whose,Figure,Value,Period,Note\r\n"
             "Labour Party,Extra beds,\"8,000\",2015/16,\"First, and\nsecond\"\r\n"
             "Scottish National Party,Extra nurses,£3.8bn,,\r\n");
  run_ok (run, "import", "a.carebrief", "new.CSV", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "2 records imported, 0 there already\n");
  run_ok (run, "verify", "a.carebrief", NULL);
  run_ok (run, "list", "figures", "a.carebrief", "--format", "csv", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "\"Extra beds\",\"8,000\",\"\",\"Labour Party\""));
  g_assert_nonnull (strstr (run_get_out (run), "\"Extra nurses\",\"£3.8 billion\",\"\",\"Scottish National Party\""));
  run_ok (run, "undo", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Undid: Import 2 records\n");
}

static void
test_csv_refused (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_write (run, "bad.csv", "");
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "import", "a.carebrief", "bad.csv", NULL);
  run_write (run, "bad.csv", "Figure,Value\nBeds,\"8,000\nNurses,400\n");
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "import", "a.carebrief", "bad.csv", NULL);
  g_assert_nonnull (strstr (run->err, "line 2, column 2"));
  run_write (run, "bad.csv", "Figure,Value\nBeds,\"8,000\"\nNurses,plenty\n");
  run_fails (run, CARE_CLI_REFUSED, "import", "a.carebrief", "bad.csv", NULL);
  g_assert_nonnull (strstr (run->err, "line 3, column 2, Value"));
  /* The library's own version is never written over. */
  run_write (run, "bad.csv", "Id,Figure,Value\n17001,NHS funding,£1bn\n");
  run_fails (run, CARE_CLI_REFUSED, "import", "a.carebrief", "bad.csv", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/import/round-trip", test_round_trip);
  g_test_add_func ("/cli/import/twice", test_twice);
  g_test_add_func ("/cli/import/reference-to-library", test_reference_to_library);
  g_test_add_func ("/cli/import/refused", test_refused);
  g_test_add_func ("/cli/import/many-problems", test_many_problems);
  g_test_add_func ("/cli/import/csv-round-trip", test_csv_round_trip);
  g_test_add_func ("/cli/import/csv", test_csv);
  g_test_add_func ("/cli/import/csv-refused", test_csv_refused);
  return g_test_run ();
}
