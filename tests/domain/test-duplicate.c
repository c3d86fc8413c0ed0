/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that are in a library twice. */

#include "care-duplicate.h"

#define MANY 100000

static void
add (GArray *facts, CareId id, const char *title, const char *url, const char *published, CareId maker, guint n_known)
{
  CareSourceFacts source = { id, g_strdup (title), g_strdup (url), g_strdup (published), maker, n_known };

  g_array_append_val (facts, source);
}

static void
assert_pairs (GArray *facts, const char *expected)
{
  g_autoptr (GArray) found = care_duplicates_find (facts);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CareDuplicate *pair = &g_array_index (found, CareDuplicate, i);

      g_string_append_printf (told, "%s%d=%d%s", i > 0 ? " " : "", (int) pair->keep, (int) pair->other,
                              pair->same_link ? "L" : "");
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_links (void)
{
  static const char *const links[][2] = {
    { "https://www.Example.org/a/", "example.org/a" },
    { "http://example.org/a#part", "example.org/a" },
    { "https://example.org/a?utm_source=x&b=2&utm_medium=y", "example.org/a?b=2" },
    { "https://dx.doi.org/10.1/x", "doi.org/10.1/x" },
    { "https://example.org/A", "example.org/A" },
    { "not a link", "not a link" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *link = care_link_normalise (links[i][0]);

      g_assert_cmpstr (link, ==, links[i][1]);
    }
}

static void
test_pairs (void)
{
  g_autoptr (GArray) facts = care_source_facts_new ();

  add (facts, 1, "One", "https://example.org/a", NULL, 0, 2);
  add (facts, 2, "Another title", "http://www.example.org/a/", NULL, 0, 1);
  add (facts, 3, "Forward View", NULL, "2014-10", 7, 2);
  add (facts, 4, "“Forward view”", NULL, "2014", 7, 3);
  add (facts, 5, "Forward View", NULL, "2015", 7, 3);
  add (facts, 6, "Forward View", NULL, "2014", -7, 3);
  add (facts, 7, "Untitled", NULL, NULL, 0, 1);
  add (facts, 8, "Untitled", NULL, NULL, 0, 1);
  assert_pairs (facts, "1=2L 4=3");
}

/* Of two pages with different links, the same title says nothing; of three that are one,
 * one is kept. */
static void
test_groups (void)
{
  g_autoptr (GArray) facts = care_source_facts_new ();

  add (facts, 1, "Minutes", "https://example.org/1", "2014", 7, 3);
  add (facts, 2, "Minutes", "https://example.org/2", "2014", 7, 3);
  add (facts, 3, "Report", NULL, "2014", 7, 2);
  add (facts, 4, "Report", "https://example.org/3", "2014", 7, 9);
  add (facts, 5, "Quite another", "https://example.org/3", "2014", 7, 3);
  assert_pairs (facts, "4=3 4=5L");
}

static void
test_rewrite (void)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  CareId other = 7, keep = 1234;
  g_autofree char *text = NULL;

  g_hash_table_insert (kept, &other, &keep);
  text = care_duplicate_rewrite ("A [@7 p.3], {figure:7} and [@77], [@7].", kept);
  g_assert_cmpstr (text, ==, "A [@1234 p.3], {figure:7} and [@77], [@1234].");
}

/* Many are as quickly compared as few: a pair each. */
static void
test_many (void)
{
  g_autoptr (GArray) facts = care_source_facts_new ();
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *title = g_strdup_printf ("Source %u", i / 2);
      g_autofree char *url = g_strdup_printf ("https://example.org/%u", i / 2);

      add (facts, i + 1, title, i % 4 < 2 ? url : NULL, "2014", 1, 2);
    }
  found = care_duplicates_find (facts);
  g_assert_cmpuint (found->len, ==, MANY / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicate/links", test_links);
  g_test_add_func ("/duplicate/pairs", test_pairs);
  g_test_add_func ("/duplicate/groups", test_groups);
  g_test_add_func ("/duplicate/rewrite", test_rewrite);
  g_test_add_func ("/duplicate/many", test_many);
  return g_test_run ();
}
