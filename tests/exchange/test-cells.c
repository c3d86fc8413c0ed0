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

static void
assert_text (const char *text, const char *expected)
{
  g_autofree char *found = flatten (care_cells_from_text (text));

  g_assert_cmpstr (found, ==, expected);
}

/* What LibreOffice Calc 7.4 offers as text/html: a whole page, with the value and the format of a
 * number beside what the cell shows. */
static void
test_calc (void)
{
  assert_html ("<!DOCTYPE html>\n\n<html>\n<head>\n\t\n\t<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n"
               "\t<title></title>\n\t<meta name=\"generator\" content=\"LibreOffice 7.4.7.2 (Linux)\"/>\n"
               "\t<style type=\"text/css\">\n\t\tbody,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:\"Liberation Sans\"; font-size:x-small }\n"
               "\t\tcomment { display:none;  } \n\t</style>\n\t\n</head>\n\n<body>\n\n"
               "<table cellspacing=\"0\" border=\"0\">\n\t<colgroup width=\"85\"></colgroup>\n"
               "\t<tr>\n\t\t<td height=\"17\" align=\"left\">Nurses &amp; GPs</td>\n"
               "\t\t<td align=\"right\" sdval=\"3800000000\" sdnum=\"2057;\">3800000000</td>\n\t</tr>\n"
               "\t<tr>\n\t\t<td height=\"17\" align=\"left\"><b><font color=\"#000000\">Over<br>two lines</font></b></td>\n"
               "\t\t<td align=\"left\"><br></td>\n\t</tr>\n</table>\n<!-- ******** -->\n</body>\n\n</html>\n",
               "Nurses & GPs|3800000000;Over\ntwo lines|");
}

static void
test_html (void)
{
  g_assert_null (care_cells_from_html (""));
  g_assert_null (care_cells_from_html ("<p>No table, but a < b"));
  assert_html ("<TABLE><TR><TH>A<TH>B<TR><TD>1<TD>2</TABLE>", "A|B;1|2");
  assert_html ("<table><tr><td colspan=2>wide</td><td>c</td></tr></table>", "wide||c");
  assert_html ("<table><tr><td>a <!-- <td>no</td> --> b</td></tr></table>", "a b");
  assert_html ("<table><tr><td>&pound;3.8bn", "£3.8bn");
  assert_html ("<td>lost</td>", "lost");
}

static void
test_text (void)
{
  assert_text ("", "");
  assert_text ("a\tb\nc\td\n", "a|b;c|d");
  assert_text ("a\tb\r\nc\td", "a|b;c|d");
  assert_text ("a\t\n\tb\n", "a|;|b");
  assert_text ("a\t", "a|");
  assert_text ("\"two\nlines\"\tb\n", "two\nlines|b");
  assert_text ("\"say \"\"no\"\"\"\tb", "say \"no\"|b");
  /* A quotation mark that is part of what is said. */
  assert_text ("\"time to care\" fund\tb", "\"time to care\" fund|b");
  assert_text ("\"open\tb", "\"open|b");
}

/* However much there is, no more is kept. */
/* What is copied so that no spreadsheet computes it comes back as it was. */
static void
test_computed (void)
{
  static const char *const words[] = { "=SUM(A1:A2)", "-5%", "@Lab", "'quoted'", "\"Fund\", of sorts", "Two\tcells", NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    care_copied_cell_append (text, words[i], words[i + 1] == NULL);
  g_assert_true (g_str_has_prefix (text->str, "'=SUM(A1:A2)\t-5%\t'@Lab\t'quoted'\t"));
  assert_text (text->str, "=SUM(A1:A2)|-5%|@Lab|'quoted'|\"Fund\", of sorts|Two cells");
}

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
  g_test_add_func ("/cells/much", test_much);

  return g_test_run ();
}
