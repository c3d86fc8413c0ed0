/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-csv-read.h"
#include "care-csv.h"
#include "care-exchange-error.h"

#include <csv.h>
#include <string.h>

/* Rows as text: "1:a|b" where a row with these cells begins on line 1. */
static gboolean
take_row (const CareCsvRow *row, gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "%s%u:", text->len > 0 ? "\n" : "", row->line);
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", row->cells[i]);
  return TRUE;
}

static void
assert_rows (const char *file, gsize length, const char *rows)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, length);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CareProblem *problem;

  g_assert_true (care_csv_read (bytes, take_row, read, &problem, &error));
  g_assert_no_error (error);
  g_assert_null (problem);
  g_assert_cmpstr (read->str, ==, rows);
}

typedef struct
{
  const char *file;
  const char *rows;
} Case;

static const Case cases[] = {
  { "", "" },
  { "\n\r\n \t\n", "" },
  { "a,b\nc,d\n", "1:a|b\n2:c|d" },
  { "a,b\r\nc,d", "1:a|b\n2:c|d" },
  { "a,b\rc,d\r", "1:a|b\n2:c|d" },
  { "\xef\xbb\xbf\"a\",b\n", "1:a|b" },
  { "\n\na\n\n\nb\n", "3:a\n6:b" },
  { " a , b \n", "1:a|b" },
  { "\" a \",b\n", "1: a |b" },
  { ",\n,,\n", "1:|\n2:||" },
  { "\"say \"\"no\"\"\",b\n", "1:say \"no\"|b" },
  { "\"two\nlines\",b\nc,d\n", "1:two\nlines|b\n3:c|d" },
  { "\"two\r\nlines\"\r\nc\r\n", "1:two\r\nlines\n3:c" },
  { "\"\n\n\n\"\nc", "1:\n\n\n\n5:c" },
  { "£3.8bn,“x”\n", "1:£3.8bn|“x”" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_rows (cases[i].file, strlen (cases[i].file), cases[i].rows);
}

static void
assert_fails (const char *file, gssize length, int code, guint line, guint column)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, length < 0 ? strlen (file) : (gsize) length);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (CareProblem) problem = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;

  g_assert_false (care_csv_read (bytes, take_row, read, &problem, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, code);
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
  description = care_problem_describe (problem);
  g_assert_nonnull (strstr (error->message, description));
}

/* Each is told where the quotation mark is that began it. */
static void
test_quotation_marks (void)
{
  assert_fails ("a,b\nc,\"d\n", -1, CARE_EXCHANGE_ERROR_SYNTAX, 2, 2);
  assert_fails ("a,b\nc,\"d\ne,f\ng,h\n", -1, CARE_EXCHANGE_ERROR_SYNTAX, 2, 2);
  assert_fails ("a,b\n\"c,d\ne,f\n\"g\",h\n", -1, CARE_EXCHANGE_ERROR_SYNTAX, 2, 1);
  assert_fails ("a,\"two\nlines\",\"c\nd\n", -1, CARE_EXCHANGE_ERROR_SYNTAX, 2, 3);
  assert_fails ("a,5\" pipe\n", -1, CARE_EXCHANGE_ERROR_SYNTAX, 1, 2);
  assert_fails ("a\n\"b\" c,d\n", -1, CARE_EXCHANGE_ERROR_SYNTAX, 2, 1);
}

static void
test_encoding (void)
{
  assert_fails ("a,b\nc,\xa3" "3bn\n", -1, CARE_EXCHANGE_ERROR_SYNTAX, 2, 0);
  assert_fails ("a,b\r\nc\r\n\xe2\x82", -1, CARE_EXCHANGE_ERROR_SYNTAX, 3, 0);
  assert_fails ("\xff\xfe" "a\0,\0b\0", 8, CARE_EXCHANGE_ERROR_SYNTAX, 1, 0);
  assert_fails ("a,b\nc\0d,e\n", 10, CARE_EXCHANGE_ERROR_SYNTAX, 2, 0);
}

static char *
repeat (const char *head, const char *text, guint n, const char *tail)
{
  GString *file = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (file, text);
  g_string_append (file, tail);
  return g_string_free (file, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *cell = repeat ("a\nb,", "x", CARE_CSV_MAX_CELL_BYTES + 1, "\n");
  g_autofree char *open = repeat ("a\nb,\"", "xxxxxxxxxxxxxxx\n", CARE_CSV_MAX_CELL_BYTES / 16 + 1, "c,d\n");
  g_autofree char *cells = repeat ("a\n", ",", CARE_CSV_MAX_CELLS, "\n");
  g_autofree char *rows = repeat ("", "a\n", CARE_CSV_MAX_ROWS + 1, "");

  assert_fails (cell, -1, CARE_EXCHANGE_ERROR_TOO_LARGE, 2, 2);
  assert_fails (open, -1, CARE_EXCHANGE_ERROR_TOO_LARGE, 2, 2);
  assert_fails (cells, -1, CARE_EXCHANGE_ERROR_TOO_LARGE, 2, 0);
  assert_fails (rows, -1, CARE_EXCHANGE_ERROR_TOO_LARGE, CARE_CSV_MAX_ROWS + 1, 0);
}

static void
test_large_file (void)
{
  gsize length = CARE_CSV_MAX_BYTES + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (length), length);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CareProblem *problem;

  g_assert_false (care_csv_read (bytes, take_row, read, &problem, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_null (problem);
}

static gboolean
take_two_rows (const CareCsvRow *row, gpointer data)
{
  return ++*(guint *) data < 2;
}

static void
test_stop (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\nb\nc\n\"d\n", 9);
  CareProblem *problem;
  guint n_rows = 0;

  g_assert_true (care_csv_read (bytes, take_two_rows, &n_rows, &problem, NULL));
  g_assert_cmpuint (n_rows, ==, 2);
}

static char *
make_random_text (const char *alphabet, int longest)
{
  GString *text = g_string_new (NULL);
  int length = g_test_rand_int_range (0, longest);

  for (int i = 0; i < length; i++)
    g_string_append_c (text, alphabet[g_test_rand_int_range (0, (int) strlen (alphabet))]);
  return g_string_free (text, FALSE);
}

/* What is written is read again, and as many lines further on as it has. */
static void
test_written_rows (void)
{
  for (guint n = 0; n < 1000; n++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      guint line = 1;

      for (guint row = 0; row < 3; row++)
        {
          g_autofree char *first = make_random_text ("ab,\" \n", 8);
          g_autofree char *second = make_random_text ("ab,\" \n", 8);
          const char *cells[] = { first, second, NULL };
          gsize start = csv->len;

          /* The apostrophe that is put before some is not the matter here. */
          first[0] = first[0] == '\n' ? 'a' : first[0];
          second[0] = second[0] == '\n' ? 'a' : second[0];
          care_csv_append_row (csv, cells);
          g_string_append_printf (expected, "%s%u:%s|%s", row > 0 ? "\n" : "", line, first, second);
          for (const char *at = csv->str + start; *at != '\0'; at++)
            line += *at == '\n';
        }
      assert_rows (csv->str, csv->len, expected->str);
    }
}

/* Whatever the file, it is read or refused with a place, and lines only grow. */
static gboolean
take_any_row (const CareCsvRow *row, gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (row->line, >, *last);
  g_assert_cmpuint (row->n_cells, >, 0);
  *last = row->line;
  return TRUE;
}

static void
test_any_file (void)
{
  for (guint n = 0; n < 5000; n++)
    {
      g_autofree char *file = make_random_text ("a,\"\n\r \xc2\xa3", 30);
      g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
      g_autoptr (CareProblem) problem = NULL;
      guint last = 0;
      gboolean ok = care_csv_read (bytes, take_any_row, &last, &problem, NULL);

      g_assert_true (ok == (problem == NULL));
      if (problem != NULL)
        g_assert_cmpuint (problem->line, >, 0);
    }
}

/* Cells and rows, each with a mark behind it. */
static gboolean
take_cells (const CareCsvRow *row, gpointer data)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (data, "%s|", row->cells[i]);
  g_string_append_c (data, '#');
  return TRUE;
}

static void
take_their_cell (void *cell, size_t length, void *data)
{
  g_string_append_len (data, cell, (gssize) length);
  g_string_append_c (data, '|');
}

static void
take_their_row (int last, void *data)
{
  g_string_append_c (data, '#');
}

/* What is read without libcsv is read as libcsv reads it. */
static void
test_as_libcsv (void)
{
  for (guint n = 0; n < 20000; n++)
    {
      g_autofree char *file = make_random_text ("aa,,\"\"\n\r \t", 12);
      gsize length = strlen (file);
      g_autoptr (GBytes) bytes = g_bytes_new (file, length);
      g_autoptr (GString) ours = g_string_new (NULL);
      g_autoptr (GString) theirs = g_string_new (NULL);
      g_autoptr (CareProblem) problem = NULL;
      struct csv_parser parser;
      gboolean ok;

      csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
      ok = csv_parse (&parser, file, length, take_their_cell, take_their_row, theirs) == length
           && csv_fini (&parser, take_their_cell, take_their_row, theirs) == 0;
      csv_free (&parser);
      g_assert_true (care_csv_read (bytes, take_cells, ours, &problem, NULL) == ok);
      /* Of the row that is wrong, only they give the cells before that. */
      g_assert_true (ok ? g_string_equal (ours, theirs) : g_str_has_prefix (theirs->str, ours->str));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-read/rows", test_rows);
  g_test_add_func ("/exchange/csv-read/quotation-marks", test_quotation_marks);
  g_test_add_func ("/exchange/csv-read/encoding", test_encoding);
  g_test_add_func ("/exchange/csv-read/limits", test_limits);
  g_test_add_func ("/exchange/csv-read/large-file", test_large_file);
  g_test_add_func ("/exchange/csv-read/stop", test_stop);
  g_test_add_func ("/exchange/csv-read/written-rows", test_written_rows);
  g_test_add_func ("/exchange/csv-read/any-file", test_any_file);
  g_test_add_func ("/exchange/csv-read/as-libcsv", test_as_libcsv);
  return g_test_run ();
}
