/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-model.h"

#include "page-fixture.h"

#include <string.h>

static CarePages *
compose (PageFixture *fixture, guint allowed)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new (snapshot, allowed);
}

static void
assert_order (const char *text, const char *const *order)
{
  for (; *order != NULL; order++)
    {
      const char *found = strstr (text, *order);

      if (found == NULL)
        g_test_message ("“%s” is not after “%.40s”", *order, text);
      g_assert_nonnull (found);
      text = found;
    }
}

/* The elements of a Key Issue in their order. A page's boxes come after its
 * text, so that those of the first page are before the text of the second. */
static void
test_order (void)
{
  static const char *const text[] = { "Key Issues",  "Joined services",        "Where it began",
                                      "From within", "What stands in the way", "Money",
                                      "Sources",     "A forward look",         "Contact",
                                      "Linking",     "About this edition",     "18 May 2015",
                                      NULL };
  static const char *const boxes[]
    = { "Joined services",    "Joining Act 2012", "Councils:",    "“",       "”",      "A chair",
        "15 million",         "people estimated", "Party lines",  "Reds:",   "Blues:", "Yellows:",
        "Local pools exceed", "Fund 1",           "£3.8 billion", "Sources", NULL };
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = compose (fixture, 2);
  g_autofree char *words = page_fixture_read (pages);

  g_assert_cmpuint (care_pages_get_n_pages (pages), ==, 2);
  g_assert_true (care_pages_fits (pages));
  assert_order (words, text);
  assert_order (words, boxes);
}

/* Every word of the running text, once and in its order. */
static void
test_words (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = compose (fixture, 2);
  g_autofree char *text = page_fixture_read (pages);
  const char *at = text;

  for (guint i = 0; i < fixture->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, i);
      g_auto (GStrv) words = NULL;

      if (!care_record_is (record, "section"))
        continue;
      words = g_strsplit_set (care_record_get (record, "text"), " \n", -1);
      for (char **word = words; *word != NULL; word++)
        {
          if (**word == '\0')
            continue;
          at = strstr (at, *word);
          g_assert_nonnull (at);
          at += strlen (*word);
        }
    }
}

static void
set_figure (PageFixture *fixture, const char *label, const char *value)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < fixture->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, i);

      if (care_record_is (record, "figure") && g_str_equal (care_record_get (record, "label"), label))
        care_record_set (record, "value", value, &error);
      g_assert_no_error (error);
    }
}

static void
assert_same (const CarePages *a, const CarePages *b, gboolean first, gboolean second)
{
  g_assert_cmpint (care_pages_is_same_page (a, 0, b, 0), ==, first);
  g_assert_cmpint (care_pages_is_same_page (a, 1, b, 1), ==, second);
}

/* Pages look the same until what is on them changes, be it a word or a figure of the chart. */
static void
test_same (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = compose (fixture, 2);
  g_autoptr (CarePages) same = compose (fixture, 2);
  g_autoptr (CarePages) with_word = NULL;
  g_autoptr (CarePages) with_figure = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CarePages) after = NULL;
  g_autofree char *standfirst = NULL;

  assert_same (pages, same, TRUE, TRUE);
  g_assert_false (care_pages_is_same_page (pages, 0, pages, 1));
  set_figure (fixture, "Fund 1", "7e8 GBP");
  with_figure = compose (fixture, 2);
  assert_same (pages, with_figure, TRUE, FALSE);
  standfirst = g_strdup (care_record_get (fixture->briefing, "standfirst"));
  *standfirst = 'A';
  care_record_set (fixture->briefing, "standfirst", standfirst, NULL);
  with_word = compose (fixture, 2);
  assert_same (with_figure, with_word, FALSE, TRUE);
  snapshot = page_fixture_snapshot (fixture);
  after = care_pages_new_after (pages, snapshot, 2);
  assert_same (with_word, after, TRUE, TRUE);
}

static void
test_paint (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = compose (fixture, 2);

  for (guint page = 0; page < care_pages_get_n_pages (pages); page++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
      cairo_t *cr = cairo_create (surface);
      const guchar *data;
      guint inked = 0;

      care_pages_paint (pages, page, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);
      data = cairo_image_surface_get_data (surface);
      for (gsize i = 0; i < (gsize) cairo_image_surface_get_stride (surface) * 842; i++)
        inked += data[i] > 0;
      g_assert_cmpuint (inked, >, 10000);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* A briefing that has only been begun is a page. */
static void
test_empty (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  g_autoptr (CarePages) pages = compose (fixture, 2);
  g_autofree char *text = care_pages_get_text (pages, 0);

  g_assert_cmpuint (care_pages_get_n_pages (pages), ==, 1);
  g_assert_true (care_pages_fits (pages));
  g_assert_nonnull (strstr (text, "Joined services"));
}

/* A box of each kind as it is just after it has been added. */
static void
test_bare_boxes (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  const CareField *kinds = care_kind_field (care_kind_find ("box"), "kind");
  g_autoptr (CarePages) pages = NULL;

  for (const CareTerm *term = kinds->vocabulary->terms; term->word != NULL; term++)
    page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", term->word, "title",
                            "Bare", NULL);
  pages = compose (fixture, 2);
  g_assert_true (care_pages_fits (pages));
}

static void
test_timeline (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (300);
  CareRecord *box
    = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "timeline", "title",
                              "Joining took longer than promised", "subtitle", "Pledges and events", NULL);
  CareRecord *party = page_fixture_add (fixture, "actor", "name", "Red Party", "kind", "party", NULL);
  CareRecord *pledge = page_fixture_add (fixture, "pledge", "title", "Join services", "kind", "outcome",
                                         "made", "2013-05", NULL);
  CareRecord *event
    = page_fixture_add (fixture, "event", "title", "Services joined", "happened", "2019", NULL);
  g_autoptr (CarePages) pages = NULL;
  g_autofree char *words = NULL;

  page_fixture_refer (pledge, "actor", party);
  page_fixture_add_child (fixture, "deadline", "pledge", pledge, "words", "by 2018", "qualifier", "by", "due",
                          "2018", NULL);
  page_fixture_add_child (fixture, "verdict", "pledge", pledge, "whose", "ours", "delivery", "in-progress", "timeliness",
                          "missed", NULL);
  page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "pledge", pledge);
  page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "event", event);
  page_fixture_add_child (fixture, "box_item", "box", box, "text", "A remark", NULL);
  pages = compose (fixture, 2);
  words = page_fixture_read (pages);
  g_assert_true (care_pages_fits (pages));
  g_assert_nonnull (strstr (words, "Red Party: Join services (in progress, missed)"));
  g_assert_nonnull (strstr (words, "Services joined"));
  g_assert_nonnull (strstr (words, "A remark"));
}

/* What has no day has no place on the axis: it stands below in words, and its party has no
 * lane with nothing in it. */
static void
test_timeline_undated (void)
{
  for (guint n_dated = 0; n_dated < 2; n_dated++)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (300);
      CareRecord *box
        = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "timeline", "title", "Joining", NULL);
      CareRecord *party = page_fixture_add (fixture, "actor", "name", "Blue Party", "kind", "party", NULL);
      CareRecord *undated = page_fixture_add (fixture, "pledge", "title", "Merge budgets", "kind", "outcome", NULL);
      CareRecord *vague = page_fixture_add (fixture, "event", "title", "A speech", "happened", "XXXX-09", NULL);
      g_autoptr (CarePages) pages = NULL;
      g_autofree char *words = NULL;

      page_fixture_refer (undated, "actor", party);
      page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "pledge", undated);
      page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "event", vague);
      if (n_dated > 0)
        page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "event",
                            page_fixture_add (fixture, "event", "title", "Joined", "happened", "2019", NULL));
      pages = compose (fixture, 2);
      words = page_fixture_read (pages);
      g_assert_nonnull (strstr (words, "No date: Blue Party: Merge budgets; Others: A speech"));
      g_assert_cmpint (strstr (words, "Others: Joined") != NULL, ==, n_dated > 0);
      g_assert_cmpuint (g_strrstr (words, "Merge budgets") - strstr (words, "Merge budgets"), ==, 0);
    }
}

/* Whether a pledge is overdue follows from the date of the briefing and not from the clock; where it
 * has none, nothing is said. */
static void
test_timeline_as_of (void)
{
  static const struct
  {
    const char *published, *said;
  } cases[] = { { NULL, "Join services" }, { "2017-06-01", "Join services" }, { "2019-06-01", "Join services (overdue, no verdict)" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (300);
      CareRecord *box
        = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "timeline", "title", "Joining", NULL);
      CareRecord *pledge
        = page_fixture_add (fixture, "pledge", "title", "Join services", "kind", "outcome", "made", "2013-05", NULL);
      g_autoptr (CarePages) pages = NULL;
      g_autofree char *words = NULL;
      g_autofree char *expected = g_strdup_printf ("Others: %s", cases[i].said);
      g_autofree char *overdue = g_strdup_printf ("%s (", expected);

      care_record_set (fixture->briefing, "published", cases[i].published, NULL);
      page_fixture_add_child (fixture, "deadline", "pledge", pledge, "words", "before April 2018", "qualifier", "before",
                              "due", "2018-04", NULL);
      page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "pledge", pledge);
      pages = compose (fixture, 2);
      words = page_fixture_read (pages);
      g_assert_nonnull (strstr (words, expected));
      g_assert_null (strstr (words, overdue));
    }
}

/* A verdict is printed as soon as it is recorded, but not in a briefing that is older. */
static void
test_timeline_judged (void)
{
  static const struct
  {
    const char *published;
    gboolean is_said;
  } cases[] = { { NULL, TRUE }, { "2019-05-16", TRUE }, { "2019-05-15", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (300);
      CareRecord *box
        = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "timeline", "title", "Joining", NULL);
      CareRecord *pledge
        = page_fixture_add (fixture, "pledge", "title", "Join services", "kind", "outcome", "made", "2013-05", NULL);
      g_autoptr (CarePages) pages = NULL;
      g_autofree char *words = NULL;

      care_record_set (fixture->briefing, "published", cases[i].published, NULL);
      page_fixture_add_child (fixture, "verdict", "pledge", pledge, "whose", "ours", "delivery", "stalled", "judged", "2019-05-16",
                              NULL);
      page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "pledge", pledge);
      pages = compose (fixture, 2);
      words = page_fixture_read (pages);
      g_assert_true ((strstr (words, "Join services (stalled)") != NULL) == cases[i].is_said);
    }
}

/* What stands at the head of a page beside its number. */
static const char *
get_running_head (const CarePages *pages, guint page)
{
  GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;
  const CarePageStyle *style = &pages->flow->template->styles[CARE_STYLE_RUNNING];

  for (guint i = 0; i < items->len; i++)
    {
      const CarePageItem *item = &g_array_index (items, CarePageItem, i);

      if (item->element == NULL && item->style == style && item->y < pages->flow->template->top)
        return item->text->text;
    }
  return NULL;
}

static CarePages *
compose_cover (PageFixture *fixture)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new_as (snapshot, "research-briefing", 0);
}

/* A cover says what the briefing holds of itself and nothing else; later pages have the
 * title at their heads on the left, number and date on the right. */
static void
test_cover (void)
{
  static const char *const order[] = { "Key Issues", "Number CBP 7186, 18 May 2015", "Joined services", "By Ann Author",
                                       "Contents:",  "Where it began", NULL };
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = NULL;
  g_autoptr (CarePages) bare = NULL;
  g_autofree char *cover = NULL;
  g_autofree char *words = NULL;
  g_autofree char *without = NULL;

  care_record_set (fixture->briefing, "number", "CBP 7186", NULL);
  care_record_set (fixture->briefing, "authors", "Ann Author", NULL);
  pages = compose_cover (fixture);
  cover = care_pages_get_text (pages, 0);
  words = page_fixture_read (pages);
  assert_order (cover, order);
  g_assert_null (strstr (words, "About this edition"));
  g_assert_null (get_running_head (pages, 0));
  g_assert_cmpstr (get_running_head (pages, 1), ==, "Number CBP 7186, 18 May 2015");
  g_assert_cmpstr (get_running_head (pages, 2), ==, "Joined services");
  care_record_set (fixture->briefing, "number", NULL, NULL);
  care_record_set (fixture->briefing, "authors", NULL, NULL);
  care_record_set (fixture->briefing, "published", NULL, NULL);
  bare = compose_cover (fixture);
  without = page_fixture_read (bare);
  g_assert_true (g_str_has_prefix (without, "Key Issues Joined services "));
  g_assert_null (strstr (without, "By "));
  g_assert_cmpstr (get_running_head (bare, 1), ==, "Joined services");
}

static const CarePageItem *
find_line (const CarePages *pages, guint page, const char *words)
{
  GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

  for (guint i = 0; i < items->len; i++)
    {
      const CarePageItem *item = &g_array_index (items, CarePageItem, i);

      if (item->element == NULL && item->type == CARE_PAGE_LINE && g_str_equal (item->text->text, words))
        return item;
    }
  return NULL;
}

/* That it is a draft stands above the head of a page, a line apart, however large they are. */
static void
test_draft (void)
{
  guint n_templates;
  const CarePageTemplate *templates = care_page_template_list (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (2000);
      g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
      g_autoptr (CarePages) pages = care_pages_new_as (snapshot, templates[i].name, 0);
      const CarePageItem *draft, *head;

      care_pages_mark_draft (pages);
      draft = find_line (pages, 1, "Draft");
      head = find_line (pages, 1, templates[i].has_cover ? "18 May 2015" : "Joined services");
      g_assert_nonnull (draft);
      g_assert_nonnull (head);
      g_assert_cmpfloat (head->baseline - draft->baseline, >=, head->style->leading);
      g_assert_cmpfloat (head->baseline, <, templates[i].top - head->style->leading / 2);
    }
}

/* An image is printed with who made it and on what terms. */
static void
test_credit (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *box
    = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "image", "title", "A ward", NULL);
  g_autoptr (CarePages) pages = NULL;
  g_autofree char *words = NULL;

  page_fixture_refer (box, "image", page_fixture_add (fixture, "image", "title", "A ward", "credit", "Copyright: A. Author",
                                                      "licence", "CC BY 2.0", NULL));
  pages = compose (fixture, 0);
  words = page_fixture_read (pages);
  g_assert_nonnull (strstr (words, "Copyright: A. Author. Licence: CC BY 2.0"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/pages/order", test_order);
  g_test_add_func ("/page/pages/words", test_words);
  g_test_add_func ("/page/pages/same", test_same);
  g_test_add_func ("/page/pages/paint", test_paint);
  g_test_add_func ("/page/pages/empty", test_empty);
  g_test_add_func ("/page/pages/bare-boxes", test_bare_boxes);
  g_test_add_func ("/page/pages/timeline", test_timeline);
  g_test_add_func ("/page/pages/timeline-undated", test_timeline_undated);
  g_test_add_func ("/page/pages/timeline-as-of", test_timeline_as_of);
  g_test_add_func ("/page/pages/timeline-judged", test_timeline_judged);
  g_test_add_func ("/page/pages/cover", test_cover);
  g_test_add_func ("/page/pages/draft", test_draft);
  g_test_add_func ("/page/pages/credit", test_credit);

  return g_test_run ();
}
