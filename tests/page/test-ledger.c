/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ledger in a briefing. Where all of it stands is in golden/ledger.txt. */

#include "care-page-model.h"

#include "page-fixture.h"

#include <string.h>

typedef struct
{
  PageFixture *fixture;
  CareRecord *ledger;
} Case;

static void
set_up (Case *self, gconstpointer template)
{
  CareRecord *box;

  self->fixture = page_fixture_new ();
  care_record_set (self->fixture->briefing, "template", template, NULL);
  self->ledger = page_fixture_add (self->fixture, "ledger", "question", "Does it add up?", NULL);
  box = page_fixture_add_child (self->fixture, "box", "briefing", self->fixture->briefing, "kind", "ledger", "title", "Money", NULL);
  page_fixture_refer (box, "ledger", self->ledger);
}

static void
tear_down (Case *self, gconstpointer data)
{
  page_fixture_free (self->fixture);
}

static void
add_money (Case *self, const char *label, const char *value, const char *flow)
{
  CareRecord *item = page_fixture_add_child (self->fixture, "ledger_item", "ledger", self->ledger, NULL);

  page_fixture_refer (item, "figure",
                      page_fixture_add (self->fixture, "figure", "label", label, "value", value, "flow", flow, "period_basis",
                                        "per-year", NULL));
}

static CarePages *
compose (Case *self)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (self->fixture);

  return care_pages_new (snapshot, 0);
}

static void
assert_prints (Case *self, const char *words, gboolean does)
{
  g_autoptr (CarePages) pages = compose (self);
  g_autofree char *text = page_fixture_read (pages);

  g_test_message ("%s", text);
  g_assert_true ((strstr (text, words) != NULL) == does);
}

/* That nothing can be added is printed as a result, with why. */
static void
test_none (Case *self, gconstpointer data)
{
  assert_prints (self, "Money None of these can be added", TRUE);
  add_money (self, "First", "1e9 GBP", NULL);
  add_money (self, "Second", "2e9 GBP", NULL);
  assert_prints (self, "Money None of these can be added Not in the sum • First (£1 billion). Cannot be added: does not say its flow kind",
                 TRUE);
  assert_prints (self, "Amount", FALSE);
}

static void
test_numbers (Case *self, gconstpointer data)
{
  add_money (self, "First", "12e8 GBP", "spend");
  add_money (self, "Second", "13e8 GBP", "spend");
  add_money (self, "Third", "4e9..6e9 GBP", "saving");
  assert_prints (self, "First £1.2 billion Second £1.3 billion Sum £2.5 billion", TRUE);
  care_record_set (self->fixture->briefing, "number_style", "trade", NULL);
  assert_prints (self, "First £1.2bn Second £1.3bn Sum £2.5bn of this, not stated whether new £2.5bn", TRUE);
  assert_prints (self, "Third (£4bn to £6bn). Cannot be added", TRUE);
  assert_prints (self, "billion", FALSE);
}

/* What was converted is told to be. */
static void
test_converted (Case *self, gconstpointer data)
{
  CareRecord *figure;

  add_money (self, "First", "5e8 GBP", "spend");
  add_money (self, "Second", "25e8 GBP", "spend");
  for (guint i = 0; i < 2; i++)
    {
      figure = page_fixture_find (self->fixture, "figure", i);
      care_record_set (figure, "period", "2015-04-01/2020-03-31", NULL);
      care_record_set (figure, "period_basis", i == 0 ? "per-year" : "total", NULL);
    }
  assert_prints (self, "Not in the sum • Second (£2.5 billion). Cannot be added: differs in period basis", TRUE);
  care_record_set (page_fixture_find (self->fixture, "ledger_item", 1), "as_period", "per-year", NULL);
  assert_prints (self, "Second, converted from £2.5 billion, total over stated years £500 million Sum £1 billion", TRUE);
  care_record_set (figure, "flow", "saving", NULL);
  assert_prints (self, "Second (£500 million, converted from £2.5 billion, total over stated years). Cannot be added", TRUE);
}

/* So is what converted it, and where that is from: an index whose numbers are of the test. */
static void
test_real_terms (Case *self, gconstpointer data)
{
  static const char *const years[][2] = { { "2015", "50" }, { "2017", "100" } };
  CareRecord *deflator = page_fixture_add (self->fixture, "deflator", "name", "the prices of the test", NULL);
  CareRecord *figure;

  add_money (self, "First", "1e8 GBP", "spend");
  figure = page_fixture_find (self->fixture, "figure", 0);
  care_record_set (figure, "price_basis", "cash", NULL);
  care_record_set (figure, "period", "2015", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    page_fixture_add_child (self->fixture, "deflator_value", "deflator", deflator, "year", years[i][0], "value", years[i][1], NULL);
  page_fixture_refer (deflator, "source", page_fixture_add (self->fixture, "source", "title", "An index", "kind", "report", NULL));
  page_fixture_refer (self->ledger, "deflator", deflator);
  care_record_set (self->ledger, "price_year", "2017", NULL);
  assert_prints (self, "converted by", FALSE);
  care_record_set (page_fixture_find (self->fixture, "ledger_item", 0), "as_price", "real", NULL);
  assert_prints (self, "First, converted from £100 million, cash £200 million Sum £200 million of this, not stated whether new "
                       "£200 million Prices are converted by the prices of the test1 Sources 1 An index",
                 TRUE);
}

/* What is no money is not new or existing. */
static void
test_counts (Case *self, gconstpointer data)
{
  add_money (self, "Bids led by hospitals", "9 bids", "non-money");
  add_money (self, "Bids led by GPs", "14 bids", "non-money");
  assert_prints (self, "Sum 23 bids", TRUE);
  assert_prints (self, "of this", FALSE);
}

static void
cite (Case *self, guint figure, CareRecord *source)
{
  CareRecord *citation = page_fixture_add (self->fixture, "citation", NULL);

  page_fixture_refer (citation, "figure", page_fixture_find (self->fixture, "figure", figure));
  page_fixture_refer (citation, "source", source);
}

/* The sum alone has the sources of what is in it, each once, and tells how many are not. */
static void
test_sum (Case *self, gconstpointer data)
{
  CareRecord *source = page_fixture_add (self->fixture, "source", "title", "A budget", "kind", "report", NULL);
  CareRecord *other = page_fixture_add (self->fixture, "source", "title", "A speech", "kind", "report", NULL);

  care_record_set (page_fixture_find (self->fixture, "box", 0), "kind", "ledger-sum", NULL);
  add_money (self, "First", "12e8 GBP", "spend");
  assert_prints (self, "Sum of one figure £1.2 billion of this, not stated whether new £1.2 billion", TRUE);
  assert_prints (self, "Not in the sum", FALSE);
  add_money (self, "Second", "13e8 GBP", "spend");
  add_money (self, "Third", "4e9..6e9 GBP", "saving");
  cite (self, 0, source);
  cite (self, 1, source);
  cite (self, 1, other);
  cite (self, 2, page_fixture_add (self->fixture, "source", "title", "A guess", "kind", "report", NULL));
  assert_prints (self, "Sum of 2 figures1,2 £2.5 billion of this, not stated whether new £2.5 billion "
                       "Not in the sum: one that cannot be added (flow kind).", TRUE);
  add_money (self, "Fourth", "8000 GPs", "non-money");
  add_money (self, "Fifth", "not-specified GBP", "spend");
  add_money (self, "Sixth", "not-specified GBP", "spend");
  assert_prints (self, "Not in the sum: 2 that cannot be added (what it counts, flow kind), 2 that have no value.", TRUE);
  assert_prints (self, "Third", FALSE);
  assert_prints (self, "A guess", FALSE);
}

/* A question of so many figures that no page holds them is told what to do about it, which helps. */
static void
test_too_high (Case *self, gconstpointer data)
{
  g_autoptr (CarePages) pages = NULL;
  g_autoptr (CarePages) after = NULL;
  g_autofree char *suggestion = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *label = g_strdup_printf ("Number %u", i);

      add_money (self, label, "1e9 GBP", i < 30 ? "spend" : "saving");
    }
  pages = compose (self);
  suggestion = care_pages_suggest (pages);
  g_assert_cmpuint (care_pages_get_overset (pages)->len, ==, 1);
  g_assert_cmpstr (suggestion, ==, "Choose “Ledger, sum only” as the Kind of “Money”");
  care_record_set (page_fixture_find (self->fixture, "box", 0), "kind", "ledger-sum", NULL);
  after = compose (self);
  g_assert_true (care_pages_fits (after));
  assert_prints (self, "Sum of 30 figures £30 billion", TRUE);
  assert_prints (self, "Not in the sum: 30 that cannot be added (flow kind).", TRUE);
}

/* The colour of the rule that is nearest above a line of text. */
static CareColour
find_rule (GArray *items, const CarePageItem *line)
{
  const CarePageItem *found = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const CarePageItem *item = &g_array_index (items, CarePageItem, i);

      if (item->type == CARE_PAGE_FILL && item->height < 0.75 && item->y < line->baseline && (found == NULL || item->y > found->y))
        found = item;
    }
  g_assert_nonnull (found);
  return found->colour;
}

/* Where boxes have a place of their own, and where they are running text. */
static void
test_rule (Case *self, gconstpointer template)
{
  g_autoptr (CarePages) pages = NULL;
  guint n_seen = 0;

  add_money (self, "First", "1e9 GBP", "spend");
  add_money (self, "Second", "2e9 GBP", "spend");
  pages = compose (self);
  for (guint page = 0; page < pages->sheets->len; page++)
    {
      GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

      for (guint i = 0; i < items->len; i++)
        {
          const CarePageItem *item = &g_array_index (items, CarePageItem, i);
          g_autoptr (GString) words = g_string_new (NULL);

          care_page_item_get_words (item, words);
          g_strstrip (words->str);
          if (strcmp (words->str, "Sum") != 0 && strcmp (words->str, "Second") != 0)
            continue;
          n_seen++;
          g_assert_cmpfloat_with_epsilon (find_rule (items, item).red,
                                          (strcmp (words->str, "Sum") == 0 ? care_page_ink : care_page_faint).red, 0.001);
        }
    }
  g_assert_cmpuint (n_seen, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, template, function) g_test_add ("/page/ledger/" path, Case, template, set_up, function, tear_down)
  ADD ("none", "key-issue", test_none);
  ADD ("numbers", "key-issue", test_numbers);
  ADD ("converted", "key-issue", test_converted);
  ADD ("real-terms", "key-issue", test_real_terms);
  ADD ("counts", "large-print", test_counts);
  ADD ("sum", "key-issue", test_sum);
  ADD ("too-high", "key-issue", test_too_high);
  ADD ("rule", "key-issue", test_rule);
  ADD ("rule-in-text", "research-briefing", test_rule);
#undef ADD
  return g_test_run ();
}
