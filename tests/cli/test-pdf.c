/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample's briefing as a stranger's tools see it. */

#include "care-cli.h"
#include "care-library-json.h"
#include "run.h"

#include <string.h>

/* On one line, a single space between words. */
static char *
join_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f\t", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      /* A word that is divided at the end of a line is one. */
      if (g_str_has_suffix (joined->str, "\u00ad"))
        g_string_truncate (joined, joined->len - strlen ("\u00ad"));
      else if (joined->len > 0 && words[i][0] != '\0')
        g_string_append_c (joined, ' ');
      g_string_append (joined, words[i]);
    }
  return g_string_free (joined, FALSE);
}

static Run *
make_pdf (void)
{
  Run *run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_ok (run, "export", "a.carebrief", "--format", "pdf", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "./integrating-health-and-social-care.pdf\n");
  return run;
}

static void
test_pages (void)
{
  g_autoptr (Run) run = make_pdf ();
  const char *argv[] = { "pdfinfo", "-f", "1", "-l", "9", "integrating-health-and-social-care.pdf", NULL };
  g_autofree char *info = run_tool (run, argv);
  g_autofree char *words = join_words (info);

  g_assert_nonnull (strstr (words, "Pages: 2 "));
  g_assert_nonnull (strstr (words, "Page 1 size: 595.276 x 841.89 pts (A4)"));
  g_assert_nonnull (strstr (words, "Page 2 size: 595.276 x 841.89 pts (A4)"));
  g_assert_nonnull (strstr (words, "Title: Integrating health and social care"));
  g_assert_nonnull (strstr (words, "JavaScript: no"));
}

static GPtrArray *
read_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *records;
  char *text;
  gsize length;

  g_file_get_contents (g_getenv ("CAREBRIEF_SAMPLE"), &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  records = care_library_json_read (bytes, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static void
test_words (void)
{
  g_autoptr (Run) run = make_pdf ();
  const char *argv[] = { "pdftotext", "integrating-health-and-social-care.pdf", "-", NULL };
  g_autofree char *text = run_tool (run, argv);
  g_autofree char *words = join_words (text);
  g_autoptr (GPtrArray) records = read_sample ();
  guint n_lines = 0;

  g_assert_nonnull (strstr (words, "£3.8 billion"));
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      if (!care_record_is (record, "party_line"))
        continue;
      g_test_message ("%s", care_record_get (record, "line"));
      g_assert_nonnull (strstr (words, care_record_get (record, "line")));
      n_lines++;
    }
  g_assert_cmpuint (n_lines, >=, 4);
}

/* pdffonts prints a font a line below two lines of heading; the last columns are
 * emb sub uni and the two numbers of the object. */
static void
test_fonts (void)
{
  g_autoptr (Run) run = make_pdf ();
  const char *argv[] = { "pdffonts", "integrating-health-and-social-care.pdf", NULL };
  g_autofree char *text = run_tool (run, argv);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_autofree char *line = join_words (lines[i]);
      g_auto (GStrv) columns = g_strsplit (line, " ", -1);
      guint n = g_strv_length (columns);

      g_assert_cmpuint (n, >=, 7);
      g_assert_cmpstr (columns[n - 5], ==, "yes"); /* embedded */
      g_assert_cmpstr (columns[n - 3], ==, "yes"); /* knows its characters */
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/pdf/pages", test_pages);
  g_test_add_func ("/cli/pdf/words", test_words);
  g_test_add_func ("/cli/pdf/fonts", test_fonts);
  return g_test_run ();
}
