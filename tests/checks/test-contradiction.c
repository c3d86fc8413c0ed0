/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_figure (CheckFixture *fixture, CareRecord *box, const char *label, const char *value, const char *recurrence)
{
  CareRecord *figure = check_add (fixture, "figure", "label", label, "value", value, "recurrence", recurrence, NULL);

  check_add_item (fixture, box, "figure", figure);
  return figure;
}

static void
explain (CheckFixture *fixture, CareRecord *a, CareRecord *b)
{
  CareRecord *contradiction = check_add (fixture, "contradiction", "topic", "Two", "kind", "wording", NULL);
  CareRecord *sides[] = { a, b };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      CareRecord *item = check_add (fixture, "contradiction_item", NULL);

      check_refer (item, "contradiction", contradiction);
      check_refer (item, "figure", sides[i]);
    }
}

/* T7: 2% each year, and 2% that is non-recurrent, within one source. */
static void
test_recurrence (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Shares");
  CareRecord *source = check_add (fixture, "source", "title", "An article", "kind", "article", NULL);
  CareRecord *figures[] = {
    add_figure (fixture, box, "Each year", "2 %", "each-year"),
    add_figure (fixture, box, "Once", "2 %", "non-recurrent"),
  };

  check_assert_passes (fixture, "contradiction"); /* of two sources */
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      CareRecord *citation = check_add (fixture, "citation", NULL);

      check_refer (citation, "source", source);
      check_refer (citation, "figure", figures[i]);
    }
  check_assert_finds (fixture, "contradiction", "once each year and once not");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *recurrence = g_strdup (care_record_get (figures[i], "recurrence"));

      check_set (figures[i], "recurrence", NULL);
      check_assert_passes (fixture, "contradiction");
      check_set (figures[i], "recurrence", recurrence);
    }
  check_set (figures[1], "recurrence", "each-year");
  check_assert_passes (fixture, "contradiction");
  check_set (figures[1], "recurrence", "non-recurrent");
  explain (fixture, figures[0], figures[1]);
  check_assert_passes (fixture, "contradiction");
}

/* T3: £3.8 and £5.3 billion for one fund. */
static void
test_fund (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Sums");
  CareRecord *fund = check_add (fixture, "fund", "name", "Better Care Fund", NULL);
  CareRecord *minimum = add_figure (fixture, box, "Minimum", "38e8 GBP", NULL);
  CareRecord *pooled = add_figure (fixture, box, "Pooled", "53e8 GBP", NULL);
  const char *const no_second[] = { NULL, "not specified", "38e8 GBP", "20 %" };

  check_refer (minimum, "fund", fund);
  check_assert_passes (fixture, "contradiction");
  check_refer (pooled, "fund", fund);
  for (guint i = 0; i < G_N_ELEMENTS (no_second); i++)
    {
      check_set (pooled, "value", no_second[i]);
      check_assert_passes (fixture, "contradiction");
    }
  check_set (minimum, "value", "5");
  check_set (pooled, "value", "not specified");
  check_assert_passes (fixture, "contradiction");
  check_set (minimum, "value", "not specified");
  check_set (pooled, "value", "5");
  check_assert_passes (fixture, "contradiction");
  check_set (minimum, "value", "38e8 GBP");
  check_set (pooled, "value", "53e8 GBP");
  check_assert_finds (fixture, "contradiction", "two values for one fund");
  check_set (minimum, "flow", "spend");
  check_assert_passes (fixture, "contradiction");
  check_set (pooled, "flow", "spend");
  explain (fixture, minimum, add_figure (fixture, box, "Another", "1 %", NULL));
  check_assert_finds (fixture, "contradiction", "two values for one fund");
  explain (fixture, minimum, pooled);
  check_assert_passes (fixture, "contradiction");
}

static void
make_part (CheckFixture *fixture, CareRecord *part, CareRecord *whole)
{
  CareRecord *link = check_add (fixture, "link", "relation", "part-of", NULL);

  check_refer (link, "from_figure", part);
  check_refer (link, "to_figure", whole);
}

/* T3: £3.8 billion is inside £5.3 billion, with £1.5 billion of local additions; another
 * source has £1.3 billion for these. Parts do not disagree with their whole, nor with each
 * other; two values for one part do. */
static void
test_parts (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Sums");
  CareRecord *fund = check_add (fixture, "fund", "name", "Better Care Fund", NULL);
  CareRecord *pooled = add_figure (fixture, box, "Pooled", "53e8 GBP", NULL);
  CareRecord *minimum = add_figure (fixture, box, "Minimum", "38e8 GBP", NULL);
  CareRecord *local = add_figure (fixture, box, "Local", "15e8 GBP", NULL);
  CareRecord *other = NULL;

  check_refer (pooled, "fund", fund);
  check_refer (minimum, "fund", fund);
  check_refer (local, "fund", fund);
  make_part (fixture, minimum, pooled);
  make_part (fixture, local, pooled);
  check_assert_passes (fixture, "contradiction");

  other = add_figure (fixture, box, "Local elsewhere", "13e8 GBP", NULL);
  check_refer (other, "fund", fund);
  check_set (local, "counts", "local additions");
  check_set (other, "counts", "local additions");
  make_part (fixture, other, pooled);
  check_assert_finds (fixture, "contradiction", "“Local” and “Local elsewhere” are two values for one fund");
  explain (fixture, local, other);
  check_assert_passes (fixture, "contradiction");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/contradiction/T7", test_recurrence);
  g_test_add_func ("/checks/contradiction/fund", test_fund);
  g_test_add_func ("/checks/contradiction/T3", test_parts);
  return g_test_run ();
}
