/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-fixture.h"

#include <string.h>

static void
add_box (PageFixture *fixture, const char *kind, const char *title, CareRecord *figure)
{
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", kind, "title", title, NULL);

  if (g_str_equal (kind, "statistic"))
    page_fixture_refer (box, "figure", figure);
  else
    page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "figure", figure);
}

static void
add_question (PageFixture *fixture, CareRecord *figure)
{
  CareRecord *ledger = page_fixture_add (fixture, "ledger", "question", "What is pooled?", NULL);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "ledger", "title", "Sum", NULL);

  page_fixture_refer (page_fixture_add_child (fixture, "ledger_item", "ledger", ledger, NULL), "figure", figure);
  page_fixture_refer (box, "ledger", ledger);
}

/* The same figure in the text, a statistic, a table, charts and a ledger. */
static PageFixture *
new_fixture (const char *style)
{
  PageFixture *fixture = page_fixture_new ();
  CareRecord *figure = page_fixture_add (fixture, "figure", "label", "Pooled", "value", "4e9..6e9 GBP", "period",
                                         "2013-04-01/2014-03-31", "period_basis", "per-year", "flow", "spend", NULL);
  g_autofree char *text = g_strdup_printf ("It pools {figure:%" G_GINT64_FORMAT "}.", care_record_get_id (figure));

  care_record_set (fixture->briefing, "number_style", style, NULL);
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Money", "text", text, NULL);
  add_box (fixture, "statistic", "How much", figure);
  add_box (fixture, "table", "All of it", figure);
  add_box (fixture, "chart", "Drawn", figure);
  add_question (fixture, figure);
  return fixture;
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

static void
assert_written (const char *what, const char *text, guint least, const char *as, const char *not_as)
{
  g_test_message ("%s: %s", what, text);
  g_assert_cmpuint (count (text, as), >=, least);
  g_assert_cmpuint (count (text, not_as), ==, 0);
}

static CarePages *
compose (PageFixture *fixture)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new (snapshot, 2);
}

/* A chart says its numbers in words, too. */
static void
check (const char *style, const char *as, const char *not_as)
{
  g_autoptr (PageFixture) fixture = new_fixture (style);
  g_autoptr (CarePages) pages = compose (fixture);
  g_autofree char *read = page_fixture_read (pages);
  g_autoptr (GBytes) html = care_pages_to_html (pages);
  g_autoptr (GBytes) plain = care_pages_to_text (pages);
  g_autofree char *web = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
  g_autofree char *words = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));

  assert_written ("page", read, 4, as, not_as);
  assert_written ("web page", web, 4, as, not_as);
  assert_written ("text", words, 4, as, not_as);
}

static void
test_house (void)
{
  check ("house", "£4 billion to £6 billion", "£4bn");
  check (NULL, "£4 billion to £6 billion", "£4bn");
  check ("house", "2013/14", "2013–14");
}

static void
test_trade (void)
{
  check ("trade", "£4bn to £6bn", "£4 billion");
  check ("trade", "2013–14", "2013/14");
}

/* A chart is painted again when the style of its numbers is another. */
static void
test_changed (void)
{
  g_autoptr (PageFixture) fixture = new_fixture ("house");
  g_autoptr (CarePages) house = compose (fixture);
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CarePages) after = NULL;
  g_autoptr (CarePages) trade = NULL;
  guint last = care_pages_get_n_pages (house) - 1;

  care_record_set (fixture->briefing, "number_style", "trade", NULL);
  trade = compose (fixture);
  snapshot = page_fixture_snapshot (fixture);
  after = care_pages_new_after (house, snapshot, 2);
  for (guint page = 0; page <= last; page++)
    {
      g_assert_false (care_pages_is_same_page (house, page, trade, page));
      g_assert_true (care_pages_is_same_page (trade, page, after, page));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/house", test_house);
  g_test_add_func ("/numbers/trade", test_trade);
  g_test_add_func ("/numbers/changed", test_changed);
  return g_test_run ();
}
