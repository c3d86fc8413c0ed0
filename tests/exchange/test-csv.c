/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-csv.h"

#include <csv.h>

typedef struct
{
  const char *cell;
  const char *written;
} Case;

static const Case cases[] = {
  { "", "\"\"" },
  { "plain", "\"plain\"" },
  { "£3.8 billion", "\"£3.8 billion\"" },
  { "a,b", "\"a,b\"" },
  { "say \"no\"", "\"say \"\"no\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  /* what a spreadsheet would compute */
  { "=1+1", "\"'=1+1\"" },
  { "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"" },
  { "+SUM(A1)", "\"'+SUM(A1)\"" },
  { "-SUM(A1)", "\"'-SUM(A1)\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "\t=1", "\"'\t=1\"" },
  { "\r=1", "\"'\r=1\"" },
  { "\n=1", "\"'\n=1\"" },
  { "-2+cmd|'x'!A0", "\"'-2+cmd|'x'!A0\"" },
  { "-2 GPs", "\"'-2 GPs\"" },
  { "-", "\"'-\"" },
  { "-.", "\"'-.\"" },
  { "-%", "\"'-%\"" },
  { "-2%%", "\"'-2%%\"" },
  { "--2", "\"'--2\"" },
  /* numbers stay numbers */
  { "-2", "\"-2\"" },
  { "+1,234.5", "\"+1,234.5\"" },
  { "-20%", "\"-20%\"" },
  /* not at the start */
  { "1=1", "\"1=1\"" },
  { "a@b", "\"a@b\"" },
  { " =1", "\" =1\"" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      const char *cells[] = { cases[i].cell, NULL };
      g_autofree char *expected = g_strconcat (cases[i].written, "\r\n", NULL);

      care_csv_append_row (csv, cells);
      g_assert_cmpstr (csv->str, ==, expected);
    }
}

/* Only what the writer puts there is taken off. */
static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guarded = g_strconcat ("'", cases[i].cell, NULL);
      gboolean is_guarded = cases[i].written[1] == '\'';

      g_assert_cmpstr (care_csv_plain (cases[i].cell), ==, cases[i].cell);
      g_assert_cmpstr (care_csv_plain (guarded), ==, is_guarded ? cases[i].cell : guarded);
    }
}

static void
test_rows (void)
{
  g_autoptr (GString) csv = g_string_new ("kept");
  const char *first[] = { "a", "b", NULL };
  const char *second[] = { "c", "", "d", NULL };
  const char *none[] = { NULL };

  care_csv_append_row (csv, first);
  care_csv_append_row (csv, second);
  care_csv_append_row (csv, none);
  g_assert_cmpstr (csv->str, ==, "kept\"a\",\"b\"\r\n\"c\",\"\",\"d\"\r\n\r\n");
}

static void
collect_cell (void *cell, size_t length, void *data)
{
  g_ptr_array_add (data, g_strndup (cell, length));
}

static char *
make_random_cell (void)
{
  static const char alphabet[] = "ab,\"\n\r =+-@'%1";
  GString *cell = g_string_new (NULL);
  int length = g_test_rand_int_range (0, 12);

  for (int i = 0; i < length; i++)
    g_string_append_c (cell, alphabet[g_test_rand_int_range (0, (int) sizeof alphabet - 1)]);
  return g_string_free (cell, FALSE);
}

/* What is written is read again by libcsv, but for an apostrophe before it, and
 * nothing that is read could be a formula. */
static void
test_random_cells (void)
{
  for (guint n = 0; n < 2000; n++)
    {
      g_autofree char *cell = make_random_cell ();
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_free);
      const char *cells[] = { cell, "last", NULL };
      const char *again;
      struct csv_parser parser;

      care_csv_append_row (csv, cells);
      g_assert_cmpint (csv_init (&parser, CSV_STRICT), ==, 0);
      g_assert_cmpuint (csv_parse (&parser, csv->str, csv->len, collect_cell, NULL, read), ==, csv->len);
      g_assert_cmpint (csv_fini (&parser, collect_cell, NULL, read), ==, 0);
      csv_free (&parser);

      g_assert_cmpuint (read->len, ==, 2);
      again = g_ptr_array_index (read, 0);
      if (g_strcmp0 (again, cell) == 0)
        g_assert_true (again[0] == '\0' || strchr ("=@\t\r\n", again[0]) == NULL);
      else
        {
          g_assert_cmpint (again[0], ==, '\'');
          g_assert_cmpstr (again + 1, ==, cell);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/cells", test_cells);
  g_test_add_func ("/exchange/csv/plain", test_plain);
  g_test_add_func ("/exchange/csv/rows", test_rows);
  g_test_add_func ("/exchange/csv/random-cells", test_random_cells);
  return g_test_run ();
}
