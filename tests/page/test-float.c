/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-model.h"

#include "page-fixture.h"

#include <string.h>

static CareRecord *
add_section (PageFixture *fixture, const char *heading, guint words, CareRecord *figure)
{
  g_autofree char *text = page_fixture_words (fixture, words, 40);
  g_autofree char *with_figure = figure == NULL ? g_strdup (text)
                                                : g_strdup_printf ("{figure:%" G_GINT64_FORMAT "} %s",
                                                                   care_record_get_id (figure), text);

  return page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", heading, "text", with_figure,
                                 NULL);
}

static CareRecord *
add_table (PageFixture *fixture, const char *title, guint n_rows, CareRecord *figure)
{
  CareRecord *box
    = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "table", "title", title, NULL);

  for (guint i = 0; i < n_rows; i++)
    page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "figure", figure);
  return box;
}

/* The first and the last page with something of a record, and how far down it begins and ends there. */
typedef struct
{
  guint first, last;
  double top, bottom;
} Extent;

static Extent
find_extent (const CarePages *pages, CareRecord *record)
{
  Extent extent = { G_MAXUINT, 0, 0, 0 };

  for (guint page = 0; page < pages->sheets->len; page++)
    {
      GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

      for (guint i = 0; i < items->len; i++)
        {
          const CarePageItem *item = &g_array_index (items, CarePageItem, i);

          if (item->type != CARE_PAGE_LINE || item->element == NULL || item->element->id != care_record_get_id (record))
            continue;
          if (extent.first == G_MAXUINT)
            extent = (Extent){ page, page, item->y, 0 };
          if (page > extent.last)
            extent.bottom = 0;
          extent.last = page;
          extent.bottom = MAX (extent.bottom, item->y + item->height);
        }
    }
  g_assert_cmpuint (extent.first, !=, G_MAXUINT);
  return extent;
}

static void
check_box (const CarePages *pages, CareRecord *box, CareRecord *section)
{
  Extent at = find_extent (pages, box), after = find_extent (pages, section);

  g_assert_cmpuint (at.first, ==, at.last);
  g_assert_cmpuint (at.first, >=, after.last);
  g_assert_cmpuint (at.first, <=, after.last + 1);
  if (at.first == after.last)
    g_assert_cmpfloat (at.top, >=, after.bottom);
}

/* However long the text is, a box is below its section, or at the top of the next page; the
 * text goes on before it, so that no page but the last has room for more than a line or two
 * that are kept together. */
static void
test_floats (gconstpointer template)
{
  guint n_floats = 0;

  for (guint words = 100; words < 900; words += 20)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new ();
      CareRecord *figure = page_fixture_add (fixture, "figure", "label", "A fund", "value", "38e8 GBP", NULL);
      CareRecord *other = page_fixture_add (fixture, "figure", "label", "Another", "value", "4e9 GBP", NULL);
      CareRecord *section = add_section (fixture, "One", words, figure);
      CareRecord *next = add_section (fixture, "Two", 150, other);
      CareRecord *last = add_section (fixture, "Three", 700, NULL);
      CareRecord *box = add_table (fixture, "Sums", 12, figure);
      CareRecord *second = add_table (fixture, "More", 14, other);
      g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
      g_autoptr (CarePages) pages = care_pages_new_as (snapshot, template, 0);
      const CarePageTemplate *measures = pages->flow->template;
      Extent end = find_extent (pages, section);

      g_assert_true (care_pages_fits (pages));
      check_box (pages, box, section);
      check_box (pages, second, next);
      g_assert_cmpuint (find_extent (pages, box).first, <=, find_extent (pages, second).first);
      n_floats += find_extent (pages, box).first > find_extent (pages, next).first;
      if (find_extent (pages, box).first > end.last)
        g_assert_cmpfloat (find_extent (pages, box).top, <, measures->top + measures->row);
      g_assert_cmpuint (find_extent (pages, last).first, >=, find_extent (pages, next).last);
    }
  g_assert_cmpuint (n_floats, >, 3);
}

/* What no section speaks of comes after all of them. */
static void
test_unspoken (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *figure = page_fixture_add (fixture, "figure", "label", "A fund", "value", "38e8 GBP", NULL);
  CareRecord *section = add_section (fixture, "One", 100, NULL);
  CareRecord *last = add_section (fixture, "Two", 100, NULL);
  CareRecord *box = add_table (fixture, "Sums", 3, figure);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new_as (snapshot, "research-briefing", 0);

  check_box (pages, box, last);
  g_assert_cmpfloat (find_extent (pages, box).top, >, find_extent (pages, section).bottom);
}

/* Boxes of the sidebar stand beside text while there is room, and sources that have a page
 * for themselves head it. */
static void
test_last_page (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "legislation", "title",
                                            "Law", "text", "It is so.", NULL);
  CareRecord *section = add_section (fixture, "One", 440, NULL);
  g_autoptr (GString) text = g_string_new (care_record_get (section, "text"));
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CarePages) pages = NULL;
  GArray *items;

  for (guint i = 0; i < 12; i++)
    {
      CareRecord *source = page_fixture_add (fixture, "source", "title", "A report of it", "kind", "report", NULL);

      g_string_append_printf (text, " [@%" G_GINT64_FORMAT "]", care_record_get_id (source));
    }
  care_record_set (section, "text", text->str, NULL);
  snapshot = page_fixture_snapshot (fixture);
  pages = care_pages_new_as (snapshot, "research-briefing", 0);
  g_assert_cmpuint (care_pages_get_n_pages (pages), ==, 3);
  g_assert_cmpuint (find_extent (pages, section).last, ==, 1);
  g_assert_cmpuint (find_extent (pages, box).first, ==, 1);
  items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, 2))->items;
  g_assert_cmpint (g_array_index (items, CarePageItem, 0).element->place, ==, CARE_FLOW_SOURCES);
  g_assert_cmpfloat_with_epsilon (g_array_index (items, CarePageItem, 0).y, pages->flow->template->top, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/page/float/floats/research-briefing", "research-briefing", test_floats);
  g_test_add_data_func ("/page/float/floats/large-print", "large-print", test_floats);
  g_test_add_func ("/page/float/unspoken", test_unspoken);
  g_test_add_func ("/page/float/last-page", test_last_page);

  return g_test_run ();
}
