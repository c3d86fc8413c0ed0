/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells as spreadsheets have them on the clipboard. */

#include "care-cells.h"
#include "care-copied-cell.h"

#include <string.h>

/* As "a|b;c|d": rows between semicolons. */
static char *
flatten (GPtrArray *rows)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (rows, i);

      if (i > 0)
        g_string_append_c (all, ';');
      for (guint c = 0; c < cells->len; c++)
        g_string_append_printf (all, "%s%s", c > 0 ? "|" : "", (const char *) g_ptr_array_index (cells, c));
    }
  if (rows != NULL)
    g_ptr_array_unref (rows);
  return g_string_free (all, FALSE);
}

static void
assert_html (const char *html, const char *expected)
{
  g_autofree char *found = flatten (care_cells_from_html (html));

  g_assert_cmpstr (found, ==, expected);
}

static char *
read_calc (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "calc", name, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_text (const char *text, const char *expected)
{
  g_autofree char *found = flatten (care_cells_from_text (text));

  g_assert_cmpstr (found, ==, expected);
}

/* What LibreOffice Calc 7.4 offers as HTML and as text, of the same cells. */
static void
test_calc (void)
{
  g_autofree char *html = read_calc ("page.html"), *text = read_calc ("utf-8.txt");
  const char *rows = "NHS funding devolved in Greater Manchester|£6,000,000,000|Conservative Party;"
                     "Better Care Fund: pooled locally|£5.3bn|Government (2010-15 coalition);"
                     "Healthcare fund|£500m a year for five years|Liberal Democrats;"
                     "Innovation fund|not specified|;"
                     "Integrated Care Fund|£300,000,000|Scottish National Party;"
                     "Additional GPs|8,000 GPs|Labour Party;"
                     "Savings Monitor expected from integration|£4bn-£6bn|;"
                     "Share of CCG funding to put aside each year|2%|Government (2010-15 coalition);"
                     "Time to Care fund\n(“many” of the GPs & nurses)|at least £2.5 billion|Labour Party;"
                     "\"Savings\" from ending competition rules|£100m|Labour Party";
  g_autoptr (GString) in_lines = g_string_new (rows);

  assert_html (html, rows);
  /* Where it has two spaces for the end of a line. */
  g_string_replace (in_lines, "\n", "  ", 0);
  assert_text (text, in_lines->str);
}

static void
test_html (void)
{
  g_assert_null (care_cells_from_html (""));
  g_assert_null (care_cells_from_html ("<p>No table, but a < b"));
  assert_html ("<TABLE><TR><TH>A<TH>B<TR><TD>1<TD>2</TABLE>", "A|B;1|2");
  assert_html ("<table><tr><td colspan=2>wide</td><td>c</td></tr></table>", "wide||c");
  assert_html ("<table><tr><td rowspan=2 colspan=2>both</td><td>c</td></tr><tr><td>d</td></tr><tr><td>e</td></tr></table>",
               "both||c;||d;e");
  assert_html ("<table><tr><td>a</td><td rowspan=9>b</td></tr><tr><td>c</td></tr></table><table><tr><td>d</td><td>e</td></tr></table>",
               "a|b;c|;d|e");
  assert_html ("<table><tr><td><comment>who<br>wrote</comment> a</td></tr></table>", "a");
  assert_html ("<table><tr><td>a <!-- <td>no</td> --> b</td></tr></table>", "a b");
  assert_html ("<table><tr><td>&pound;3.8bn", "£3.8bn");
  assert_html ("<td>lost</td>", "lost");
  assert_html ("<p>Before</p><table><tr><td>a</td> between <td>b</td></tr></table><p>after</p>", "a|b");
  assert_html ("<table><tr><td>a<td>b</tr><p>after</p></table>", "a|b");
  assert_html ("<table><tr><td><p>one</p><p>two</p></td></tr></table>", "one\ntwo");
}

static void
test_text (void)
{
  assert_text ("", "");
  assert_text ("a\tb\nc\td\n", "a|b;c|d");
  assert_text ("a\tb\r\nc\td", "a|b;c|d");
  assert_text ("a\tb\rc\td\r", "a|b;c|d");
  assert_text ("a\r\n\r\nb", "a;;b");
  assert_text ("a\t\n\tb\n", "a|;|b");
  assert_text ("a\t", "a|");
  assert_text ("\"two\nlines\"\tb\n", "two\nlines|b");
  assert_text ("\"say \"\"no\"\"\"\tb", "say \"no\"|b");
  /* A quotation mark that is part of what is said. */
  assert_text ("\"time to care\" fund\tb", "\"time to care\" fund|b");
  assert_text ("\"open\tb", "\"open|b");
}

/* What is copied so that no spreadsheet computes it comes back as it was. */
static void
test_computed (void)
{
  static const char *const words[] = { "=SUM(A1:A2)", "-5%", "@Lab", "'quoted'", "\"Fund\", of sorts", "Two\tcells", NULL };
  g_autoptr (GString) text = g_string_new (NULL), html = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    care_copied_cell_append (text, words[i], words[i + 1] == NULL);
  g_assert_true (g_str_has_prefix (text->str, "'=SUM(A1:A2)\t-5%\t'@Lab\t'quoted'\t"));
  assert_text (text->str, "=SUM(A1:A2)|-5%|@Lab|'quoted'|\"Fund\", of sorts|Two cells");
  for (guint i = 0; words[i] != NULL; i++)
    care_copied_cell_append_html (html, words[i], i == 0 ? "row" : NULL);
  /* LibreOffice keeps what is to be text, and knows no "&apos;". */
  g_assert_cmpstr (html->str, ==, "<th scope=\"row\" sdnum=\"2057;0;@\">=SUM(A1:A2)</th><td>-5%</td><td sdnum=\"2057;0;@\">@Lab</td>"
                                  "<td>'quoted'</td><td>&quot;Fund&quot;, of sorts</td><td>Two\tcells</td>");
  assert_html (html->str, "=SUM(A1:A2)|-5%|@Lab|'quoted'|\"Fund\", of sorts|Two cells");
}

/* Tabs and ends of lines in a cell end none, wherever they stand. */
static void
test_one_cell (void)
{
  static const char *const words[] = { "Two\tcells", "Two\nlines", "Two\r\nlines", "\t=1", "Ends\n", "\"a\tb\"\n", NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    care_copied_cell_append (text, words[i], words[i + 1] == NULL);
  g_assert_cmpstr (text->str, ==, "Two cells\tTwo lines\tTwo  lines\t =1\tEnds \t\"\"\"a b\"\" \"\n");
}

/* However much there is, no more is kept. */
static void
test_much (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  guint n = 0;

  for (guint i = 0; i < CARE_CELLS_MAX_CELLS; i++)
    g_string_append (text, "a\tb\n");
  rows = care_cells_from_text (text->str);
  for (guint i = 0; i < rows->len; i++)
    n += ((GPtrArray *) g_ptr_array_index (rows, i))->len;
  g_assert_cmpuint (n, ==, CARE_CELLS_MAX_CELLS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cells/calc", test_calc);
  g_test_add_func ("/cells/html", test_html);
  g_test_add_func ("/cells/text", test_text);
  g_test_add_func ("/cells/computed", test_computed);
  g_test_add_func ("/cells/one-cell", test_one_cell);
  g_test_add_func ("/cells/much", test_much);

  return g_test_run ();
}
