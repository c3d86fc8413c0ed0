/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli.h"
#include "care-library.h"
#include "run.h"

#include <csv.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Whether one line of what was printed has all of the @words, in their order. */
static gboolean
has_line (Run *run, const char *const *words)
{
  g_auto (GStrv) lines = g_strsplit (run_get_out (run), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *at = lines[i];
      guint n = 0;

      while (words[n] != NULL && (at = strstr (at, words[n])) != NULL)
        at += strlen (words[n++]);
      if (words[n] == NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *const expected[][5] = {
  { "Better Care Fund", "£5.3 billion", "pooled budget", NULL },
  { "Better Care Fund", "£3.8 billion", "pooled budget", "existing", NULL },
  { "Savings", "£4 billion to £6 billion", "Monitor", "Andy Burnham", NULL },
  { "Innovation fund", "not specified", NULL },
  { "GPs", "8,000 GPs", NULL },
};

static void
test_figures (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_ok (run, "list", "figures", "a.carebrief", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (has_line (run, expected[i]));
  g_assert_true (g_str_has_prefix (run_get_out (run), "Figure "));
}

/* Without a library's name it is the user's own. */
static void
test_default_library (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *folder = run_path (run, "carebrief");

  run_fails (run, CARE_CLI_MISSING, "list", "figures", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  run_make_sample (run, "carebrief/library.carebrief");
  run_ok (run, "list", "figures", NULL);
  g_assert_true (has_line (run, expected[0]));
  run_ok (run, "verify", NULL);
  run_ok (run, "info", NULL);
}

static void
test_empty (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "list", "figures", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "");
  run_ok (run, "list", "figures", "a.carebrief", "--format", "json", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "[]\n");
  run_ok (run, "list", "themes", "a.carebrief", "--format", "csv", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "\"Name\",\"Place in Order\",\"Id\"\r\n");
}

typedef struct
{
  guint n_rows;
  guint n_cells;      /* of the row at hand */
  guint n_cells_each; /* of the first row */
  gboolean found;
} Csv;

static void
on_cell (void *cell, size_t length, void *data)
{
  Csv *csv = data;

  csv->n_cells++;
  if (length == strlen ("£4 billion to £6 billion") && memcmp (cell, "£4 billion to £6 billion", length) == 0)
    csv->found = TRUE;
}

static void
on_row (int end, void *data)
{
  Csv *csv = data;

  if (csv->n_rows++ == 0)
    csv->n_cells_each = csv->n_cells;
  g_assert_cmpuint (csv->n_cells, ==, csv->n_cells_each);
  csv->n_cells = 0;
}

static void
test_csv (void)
{
  g_autoptr (Run) run = run_new ();
  struct csv_parser parser;
  Csv csv = { 0 };
  const char *text;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "list", "figures", "a.carebrief", "--format", "csv", NULL);
  text = run_get_out (run);
  g_assert_cmpint (csv_init (&parser, CSV_STRICT), ==, 0);
  g_assert_cmpuint (csv_parse (&parser, text, strlen (text), on_cell, on_row, &csv), ==, strlen (text));
  g_assert_cmpint (csv_fini (&parser, on_cell, on_row, &csv), ==, 0);
  csv_free (&parser);
  g_assert_cmpuint (csv.n_rows, ==, 31);
  g_assert_true (csv.found);
}

static void
test_json (void)
{
  g_autoptr (Run) run = run_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "list", "figures", "a.carebrief", "--format", "json", NULL);
  json_parser_load_from_data (parser, run_get_out (run), -1, &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (array), ==, 30);
  g_assert_true (json_object_has_member (json_array_get_object_element (array, 0), "id"));
  g_assert_true (json_object_has_member (json_array_get_object_element (array, 0), "label"));
}

/* What is printed does not depend on who prints it. */
static void
test_locales (void)
{
  static const char *const locales[] = { "C", "C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8", "tr_TR.UTF-8" };
  static const char *const formats[] = { "table", "csv", "json" };
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autofree char *first = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        {
          g_subprocess_launcher_setenv (run->launcher, "LC_ALL", locales[i], TRUE);
          run_ok (run, "list", "figures", "a.carebrief", "--format", formats[f], NULL);
          if (first == NULL)
            first = g_strdup (run_get_out (run));
          g_assert_cmpstr (run_get_out (run), ==, first);
        }
    }
}

static void
test_info (void)
{
  g_autoptr (Run) run = run_new ();
  static const char *const figures[] = { "Figures", "30", NULL };
  static const char *const version[] = { "Version: " G_STRINGIFY (CARE_LIBRARY_VERSION), NULL };
  g_autofree char *path = NULL;

  run_make_sample (run, "a.carebrief");
  path = run_path (run, "a.carebrief");
  run_ok (run, "info", "a.carebrief", NULL);
  g_assert_true (has_line (run, figures));
  g_assert_true (has_line (run, version));
  g_assert_nonnull (strstr (run_get_out (run), path));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/list/figures", test_figures);
  g_test_add_func ("/cli/list/default-library", test_default_library);
  g_test_add_func ("/cli/list/empty", test_empty);
  g_test_add_func ("/cli/list/csv", test_csv);
  g_test_add_func ("/cli/list/json", test_json);
  g_test_add_func ("/cli/list/locales", test_locales);
  g_test_add_func ("/cli/list/info", test_info);
  return g_test_run ();
}
