/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-fixture.h"

#include "care-reference.h"

#include <string.h>

static char *
refer_to (CareRecord *record, const char *format)
{
  g_autofree char *reference = care_reference_write (record);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strconcat (parts[0], reference, parts[1], NULL);
}

/* A briefing that gives one of two values, and a note that says why there are two. */
static PageFixture *
new_fixture (const char *explanation, CareRecord **contradiction)
{
  PageFixture *fixture = page_fixture_new ();
  CareRecord *pooled = page_fixture_add (fixture, "figure", "label", "Pooled", "value", "£5.3bn", NULL);
  CareRecord *source = page_fixture_add (fixture, "source", "title", "A report", "kind", "report", NULL);
  g_autofree char *why = refer_to (pooled, explanation);
  g_autofree char *cited = refer_to (source, "Care is joined up%s. It pools £3.8 billion{note}, and more");
  g_autofree char *note = NULL;
  g_auto (GStrv) parts = g_strsplit (cited, "{note}", 2);
  g_autofree char *text = NULL;

  *contradiction = page_fixture_add (fixture, "contradiction", "topic", "Size of the pool", "kind", "scope", "explanation", why, NULL);
  note = care_reference_write (*contradiction);
  text = g_strconcat (parts[0], " ", note, parts[1], note, NULL);
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Money", "text", text, NULL);
  return fixture;
}

static char *
read_pages (PageFixture *fixture)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new (snapshot, 2);

  return page_fixture_read (pages);
}

/* T3: the note has a number of its own in the list of sources, in each place the same. */
static void
test_printed (void)
{
  CareRecord *contradiction;
  g_autoptr (PageFixture) fixture = new_fixture ("It is %s with what local areas added.", &contradiction);
  g_autofree char *words = read_pages (fixture);

  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, "Care is joined up1. It pools £3.8 billion2, and more2"));
  g_assert_nonnull (strstr (words, "Notes and sources 1 A report"));
  g_assert_nonnull (strstr (words, "2 It is £5.3 billion with what local areas added."));
  g_assert_null (strstr (words, "Size of the pool"));
}

/* Its numbers are in the style of the briefing, and what it cites is in the list, too. */
static void
test_written (void)
{
  CareRecord *contradiction;
  g_autoptr (PageFixture) fixture = new_fixture ("It is %s.", &contradiction);
  CareRecord *source = page_fixture_add (fixture, "source", "title", "Another report", "kind", "report", NULL);
  g_autofree char *why = refer_to (source, "Said elsewhere%s.");
  g_autofree char *words = NULL;
  g_autofree char *cited = NULL;

  care_record_set (fixture->briefing, "number_style", "trade", NULL);
  words = read_pages (fixture);
  g_assert_nonnull (strstr (words, "2 It is £5.3bn."));
  care_record_set (contradiction, "explanation", why, NULL);
  cited = read_pages (fixture);
  g_assert_nonnull (strstr (cited, "2 Said elsewhere3. 3 Another report"));
  care_record_set (contradiction, "explanation", NULL, NULL);
  g_clear_pointer (&words, g_free);
  words = read_pages (fixture);
  g_assert_nonnull (strstr (words, "2 Size of the pool"));
}

/* A note may have paragraphs, or none that is seen; what comes after it keeps its number. */
static void
test_paragraphs (void)
{
  static const char *const whys[] = { "It is %s.\n\nMore is said.", "[%s]: /nowhere" };

  for (guint i = 0; i < G_N_ELEMENTS (whys); i++)
    {
      CareRecord *contradiction;
      g_autoptr (PageFixture) fixture = new_fixture (whys[i], &contradiction);
      CareRecord *source = page_fixture_add (fixture, "source", "title", "Another report", "kind", "report", NULL);
      g_autofree char *text = refer_to (source, "Later%s.");
      g_autoptr (CareSnapshot) snapshot = NULL;
      g_autoptr (CarePages) pages = NULL;
      g_autoptr (GBytes) html = NULL;
      g_autofree char *web = NULL;

      page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Later", "text", text, NULL);
      snapshot = page_fixture_snapshot (fixture);
      pages = care_pages_new (snapshot, 2);
      html = care_pages_to_html (pages);
      web = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
      g_test_message ("%s", web);
      g_assert_nonnull (strstr (web, i == 0 ? "<p>More is said.</p>" : "Size of the pool"));
      g_assert_nonnull (strstr (web, "aria-label=\"Source 1\""));
      g_assert_nonnull (strstr (web, "aria-label=\"Note 2\""));
      g_assert_nonnull (strstr (web, "<li id=\"source-3\">"));
      g_assert_null (strstr (web, "<li id=\"source-4\">"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note/T3", test_printed);
  g_test_add_func ("/note/written", test_written);
  g_test_add_func ("/note/paragraphs", test_paragraphs);
  return g_test_run ();
}
