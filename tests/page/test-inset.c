/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A statistic or a pull quote at the side of the text that speaks of it. */

#include "care-page-model.h"

#include "page-fixture.h"

#include <math.h>
#include <string.h>

/* A section before, and one of @words words that cites the source of a pull quote. */
static PageFixture *
make_fixture (guint before, guint words)
{
  PageFixture *fixture = page_fixture_new ();
  g_autofree char *first = page_fixture_words (fixture, before, 40);
  g_autofree char *second = page_fixture_words (fixture, words, 25);
  g_autofree char *said = page_fixture_words (fixture, 14, 20);
  CareRecord *other = page_fixture_add (fixture, "source", "title", "Another", "kind", "report", NULL);
  CareRecord *source = page_fixture_add (fixture, "source", "title", "A forward look", "kind", "report", NULL);
  CareRecord *quotation = page_fixture_add (fixture, "quotation", "text", said, "speaker_role", "A chair", NULL);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "pull-quote", "title",
                                            "Quote", NULL);
  g_autofree char *text = g_strdup_printf ("%s [@%" G_GINT64_FORMAT "] [@%" G_GINT64_FORMAT "]", second,
                                           care_record_get_id (other), care_record_get_id (source));

  page_fixture_refer (quotation, "source", source);
  page_fixture_refer (box, "quotation", quotation);
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Before", "text", first, NULL);
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Beside", "text", text, NULL);
  return fixture;
}

static CarePages *
compose (PageFixture *fixture, const char *template)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new_as (snapshot, template, 0);
}

static CareFlowPlace
get_place (const CarePages *pages, const char *title)
{
  for (guint i = 0; i < pages->flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (pages->flow->elements, i);

      if (strcmp (element->title, title) == 0)
        return element->place;
    }
  g_assert_not_reached ();
}

static GArray *
get_items (const CarePages *pages, guint page)
{
  return ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;
}

/* Of the lines of an element on a page: how many there are, and the place of the first. */
static guint
find_lines (const CarePages *pages, guint page, const char *title, CarePageItem *first)
{
  GArray *items = get_items (pages, page);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const CarePageItem *item = &g_array_index (items, CarePageItem, i);

      if (item->element == NULL || item->type != CARE_PAGE_LINE || strcmp (item->element->title, title) != 0
          || item->paragraph->role == CARE_FLOW_HEADING)
        continue;
      if (n++ == 0)
        *first = *item;
    }
  return n;
}

static guint
find_page (const CarePages *pages, const char *title, CarePageItem *first)
{
  for (guint page = 0; page < pages->sheets->len; page++)
    if (find_lines (pages, page, title, first) > 0)
      return page;
  g_assert_not_reached ();
}

static double
find_bottom (const CarePages *pages, guint page, const char *title)
{
  GArray *items = get_items (pages, page);
  double bottom = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const CarePageItem *item = &g_array_index (items, CarePageItem, i);

      if (item->element != NULL && strcmp (item->element->title, title) == 0)
        bottom = MAX (bottom, item->y + item->height);
    }
  return bottom;
}

/* Wherever on a page the section begins, what stands beside it is beside its first lines,
 * and these are on one page. */
static void
test_beside (void)
{
  guint n_alone = 0;

  for (guint before = 20; before < 1000; before += 20)
    {
      g_autoptr (PageFixture) fixture = make_fixture (before, 200);
      g_autoptr (CarePages) pages = compose (fixture, "research-briefing");
      const CarePageTemplate *template = pages->flow->template;
      CarePageItem line, quote;
      guint page = find_page (pages, "Beside", &line);

      g_assert_cmpint (get_place (pages, "Quote"), ==, CARE_FLOW_INSET);
      g_assert_cmpuint (find_page (pages, "Quote", &quote), ==, page);
      g_assert_cmpfloat_with_epsilon (line.y, quote.y - 6, 0.01);
      g_assert_cmpfloat (find_bottom (pages, page, "Quote"), <=, template->top + template->rows * template->row);
      g_assert_cmpfloat_with_epsilon (line.x + template->column, quote.x + quote.width, 0.01);
      g_assert_cmpfloat_with_epsilon (line.width, template->column - template->sidebar - template->wide_gutter, 0.01);
      n_alone += find_lines (pages, page, "Before", &line) == 0;
    }
  /* It was moved to the next page with its lines. */
  g_assert_cmpuint (n_alone, >, 0);
}

/* As many lines are short as there is something beside, and no more; the rest is wide. */
static void
test_lines (void)
{
  g_autoptr (PageFixture) fixture = make_fixture (20, 200);
  g_autoptr (CarePages) pages = compose (fixture, "research-briefing");
  CarePageItem first;
  guint page = find_page (pages, "Beside", &first);
  GArray *items = get_items (pages, page);
  double row = pages->flow->template->row;
  double height = find_bottom (pages, page, "Quote") - first.y;
  guint n_short = 0, n_wide = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const CarePageItem *item = &g_array_index (items, CarePageItem, i);

      if (item->element != first.element || item->type != CARE_PAGE_LINE || item->paragraph->role == CARE_FLOW_HEADING)
        continue;
      if (fabs (item->width - first.width) < 1)
        n_short++;
      else
        n_wide++;
      g_assert_true (n_wide == 0 || item->y >= first.y + height);
    }
  g_assert_cmpfloat (n_short * row, >=, height);
  g_assert_cmpfloat (n_short * row, <, height + 2 * row);
  g_assert_cmpuint (n_wide, >, 3);
}

/* The section is read first, and its sources are numbered first. */
static void
test_order (void)
{
  g_autoptr (PageFixture) fixture = make_fixture (20, 200);
  g_autoptr (CarePages) pages = compose (fixture, "research-briefing");
  g_autofree char *text = page_fixture_read (pages);
  const char *said = care_record_get (page_fixture_find (fixture, "quotation", 0), "text");
  g_autofree char *words = g_strndup (said, 12);
  const char *beside = strstr (text, "Beside");
  const char *quote = strstr (text, words);
  const CareProseSource *first = g_ptr_array_index (pages->flow->sources, 0);

  g_assert_nonnull (beside);
  g_assert_nonnull (quote);
  g_assert_true (beside < quote);
  g_assert_cmpint (first->id, ==, care_record_get_id (page_fixture_find (fixture, "source", 0)));
}

/* Where there are too few lines, and in a template that has no room for it, it is in the
 * sidebar. */
static void
test_elsewhere (void)
{
  g_autoptr (PageFixture) brief = make_fixture (20, 25);
  g_autoptr (PageFixture) long_one = make_fixture (20, 200);
  g_autoptr (CarePages) too_short = compose (brief, "research-briefing");
  g_autoptr (CarePages) narrow = compose (long_one, "key-issue");
  g_autoptr (CarePages) large = compose (long_one, "large-print");
  CarePageItem first;

  g_assert_cmpint (get_place (too_short, "Quote"), ==, CARE_FLOW_SIDEBAR);
  g_assert_cmpint (get_place (narrow, "Quote"), ==, CARE_FLOW_SIDEBAR);
  g_assert_cmpint (get_place (large, "Quote"), ==, CARE_FLOW_SIDEBAR);
  find_page (too_short, "Beside", &first);
  g_assert_cmpfloat_with_epsilon (first.width, too_short->flow->template->column, 0.01);
}

/* A section that no page has room for is reported with what is beside it. */
static void
test_report (void)
{
  g_autoptr (PageFixture) fixture = make_fixture (20, 200);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new_as (snapshot, "research-briefing", 1);
  const GPtrArray *overset = care_pages_get_overset (pages);
  gboolean found = FALSE;

  for (guint i = 0; i < overset->len; i++)
    {
      const CarePageOverset *entry = g_ptr_array_index (overset, i);

      found = found || strcmp (entry->title, "Quote") == 0;
    }
  g_assert_true (found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/inset/beside", test_beside);
  g_test_add_func ("/page/inset/lines", test_lines);
  g_test_add_func ("/page/inset/order", test_order);
  g_test_add_func ("/page/inset/elsewhere", test_elsewhere);
  g_test_add_func ("/page/inset/report", test_report);

  return g_test_run ();
}
