/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli-table.h"

#include <string.h>

typedef struct
{
  const char *text;
  guint width;
} Width;

static const Width widths[] = {
  { "", 0 },
  { "abc", 3 },
  { "£3.8 billion", 12 },
  { "日本語", 6 },
  { "e\xcc\x81", 1 }, /* an accent of its own */
  { "😀", 2 },
  { "a\xe2\x80\x8b" "b", 2 }, /* a zero width space */
};

static void
test_text_width (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpuint (care_cli_text_width (widths[i].text), ==, widths[i].width);
}

static CareCliTable *
make_table (void)
{
  CareCliTable *table = care_cli_table_new ();
  const char *first[] = { "Better Care Fund", "£3.8 billion", "", "old", NULL };
  const char *second[] = { "日本", "20%", "", "new money", NULL };

  care_cli_table_add_column (table, "Figure", FALSE);
  care_cli_table_add_column (table, "Value", TRUE);
  care_cli_table_add_column (table, "Empty", FALSE);
  care_cli_table_add_column (table, "Newness", FALSE);
  care_cli_table_add_row (table, first);
  care_cli_table_add_row (table, second);
  return table;
}

static void
test_as_wide_as_it_is (void)
{
  g_autoptr (CareCliTable) table = make_table ();
  g_autofree char *text = care_cli_table_print (table, 0);

  g_assert_cmpstr (text, ==,
                   "Figure                   Value  Newness\n"
                   "Better Care Fund  £3.8 billion  old\n"
                   "日本                       20%  new money\n");
}

static void
test_cut (void)
{
  g_autoptr (CareCliTable) table = make_table ();
  g_autofree char *text = care_cli_table_print (table, 39);

  g_assert_cmpstr (text, ==,
                   "Figure                 Value  Newness\n"
                   "Better Care F…  £3.8 billion  old\n"
                   "日本                     20%  new money\n");
}

/* What a number loses makes it another one: words are cut as far as they can be. */
static void
test_numbers_whole (void)
{
  static const char *const row[] = { "Levy on tobacco companies", "at least £150 million", "Labour Party, revenue", NULL };
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  g_autofree char *text = NULL;

  care_cli_table_add_column (table, "Figure", FALSE);
  care_cli_table_add_column (table, "Amount", TRUE);
  care_cli_table_add_column (table, "Basis", FALSE);
  care_cli_table_add_row (table, row);
  text = care_cli_table_print (table, 53);
  g_assert_cmpstr (text, ==,
                   "Figure                         Amount  Basis\n"
                   "Levy on tobac…  at least £150 million  Labour Party,…\n");
}

static void
test_left_out (void)
{
  g_autoptr (CareCliTable) table = make_table ();
  g_autofree char *text = care_cli_table_print (table, 30);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_null (strstr (text, "Newness"));
  g_assert_cmpstr (lines[1], ==, "Better Care F…  £3.8 billion");
  g_assert_nonnull (strstr (lines[3], "write to a file"));
}

static void
test_empty (void)
{
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  g_autofree char *text = NULL;

  care_cli_table_add_column (table, "Figure", FALSE);
  text = care_cli_table_print (table, 80);
  g_assert_cmpstr (text, ==, "");
}

/* A stranger's text gives the terminal no orders and ends no row. */
static void
test_hostile (void)
{
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  const char *row[] = { "\x1b[31mred\nrow\t\x07\xe2\x80\xae" "x", NULL };
  g_autofree char *text = NULL;

  care_cli_table_add_column (table, "A", FALSE);
  care_cli_table_add_row (table, row);
  text = care_cli_table_print (table, 0);
  g_assert_cmpstr (text, ==, "A\n\xef\xbf\xbd[31mred row \xef\xbf\xbd\xef\xbf\xbdx\n");
}

/* No line is ever wider than asked for, as far as the columns can be cut. */
static void
test_random_widths (void)
{
  for (guint n = 0; n < 300; n++)
    {
      g_autoptr (CareCliTable) table = care_cli_table_new ();
      guint width = (guint) g_test_rand_int_range (20, 120);
      guint n_columns = (guint) g_test_rand_int_range (1, 8);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      for (guint i = 0; i < n_columns; i++)
        care_cli_table_add_column (table, "Column", g_test_rand_bit ());
      for (guint r = 0; r < 5; r++)
        {
          g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
          g_auto (GStrv) cells = NULL;

          for (guint i = 0; i < n_columns; i++)
            {
              g_autofree char *cell = g_strnfill ((gsize) g_test_rand_int_range (0, 40), 'x');
              g_strv_builder_add (row, cell);
            }
          cells = g_strv_builder_end (row);
          care_cli_table_add_row (table, (const char *const *) cells);
        }
      text = care_cli_table_print (table, width);
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL && i < 6; i++)
        g_assert_cmpuint (care_cli_text_width (lines[i]), <=, width);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/table/text-width", test_text_width);
  g_test_add_func ("/cli/table/as-wide-as-it-is", test_as_wide_as_it_is);
  g_test_add_func ("/cli/table/cut", test_cut);
  g_test_add_func ("/cli/table/numbers-whole", test_numbers_whole);
  g_test_add_func ("/cli/table/left-out", test_left_out);
  g_test_add_func ("/cli/table/empty", test_empty);
  g_test_add_func ("/cli/table/hostile", test_hostile);
  g_test_add_func ("/cli/table/random-widths", test_random_widths);
  return g_test_run ();
}
