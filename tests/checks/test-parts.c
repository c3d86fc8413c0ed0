/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_figure (CheckFixture *fixture, const char *label, const char *value)
{
  return check_add (fixture, "figure", "label", label, "value", value, NULL);
}

static CareRecord *
add_part (CheckFixture *fixture, CareRecord *part, CareRecord *whole)
{
  CareRecord *link = check_add (fixture, "link", "relation", "part-of", NULL);

  check_refer (link, "from_figure", part);
  check_refer (link, "to_figure", whole);
  return link;
}

/* T11: 9 and 14 of 29. */
static void
test_left (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "Pilot areas", "29 areas");
  CareRecord *rest;

  check_write (fixture, "{figure:%d} were chosen.", whole);
  check_assert_passes (fixture, "parts");
  add_part (fixture, add_figure (fixture, "Led by hospitals", "9 bids"), whole);
  /* One part does not claim to be all of them. */
  check_assert_passes (fixture, "parts");
  add_part (fixture, add_figure (fixture, "Led by GPs", "14 bids"), whole);
  check_assert_finds (fixture, "parts", "The parts of “Pilot areas” leave 6 areas");
  check_set (whole, "note", "The other six were care homes.");
  check_assert_passes (fixture, "parts");
  check_set (whole, "note", NULL);
  rest = add_figure (fixture, "Care homes", "6 sites");
  add_part (fixture, rest, whole);
  check_assert_passes (fixture, "parts");
  check_set (rest, "value", "7 sites");
  check_assert_finds (fixture, "parts", "The parts of “Pilot areas” come to 1 area");
}

/* What says a part again is no part more. */
static void
test_restated (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "GPs", "8000 GPs");
  CareRecord *part = add_figure (fixture, "New", "5000 GPs");
  CareRecord *again = add_figure (fixture, "New, said again", "5000 GPs");
  CareRecord *link;

  check_write (fixture, "{figure:%d} are promised.", whole);
  add_part (fixture, part, whole);
  add_part (fixture, again, whole);
  check_assert_finds (fixture, "parts", "The parts of “GPs” come to 2,000 GPs more than it is");
  link = check_add (fixture, "link", "relation", "restates", NULL);
  check_refer (link, "from_figure", again);
  check_refer (link, "to_figure", part);
  check_assert_passes (fixture, "parts");
}

/* The same, where they are recorded as figures that disagree. */
static void
test_subset (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "Pilot areas", "29 areas");
  CareRecord *contradiction = check_add (fixture, "contradiction", "topic", "Number of sites", "kind", "subset", NULL);
  CareRecord *figures[] = { add_figure (fixture, "Led by hospitals", "9 bids"), whole, add_figure (fixture, "Led by GPs", "14 bids") };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      CareRecord *item = check_add (fixture, "contradiction_item", NULL);

      check_refer (item, "contradiction", contradiction);
      check_refer (item, "figure", figures[i]);
    }
  check_write (fixture, "{figure:%d} were chosen.", whole);
  check_assert_finds (fixture, "parts", "leave 6 areas");
  check_set (contradiction, "explanation", "The other 6 were care homes.");
  check_assert_passes (fixture, "parts");
  check_set (contradiction, "explanation", "They differ.");
  check_assert_finds (fixture, "parts", "leave 6 areas");
  check_set (contradiction, "kind", "scope");
  check_assert_passes (fixture, "parts");
}

/* T2 and T4: what is written in round numbers is not found fault with; bounds are bounds. */
static void
test_rounding (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "Time to Care fund", "£2.5bn");
  CareRecord *last = add_figure (fixture, "Tobacco levy", "at least £150m");

  add_part (fixture, add_figure (fixture, "Mansion tax", "£1.2bn"), whole);
  add_part (fixture, add_figure (fixture, "Hedge funds", "£1.1bn"), whole);
  add_part (fixture, last, whole);
  check_write (fixture, "It is {figure:%d}.", whole);
  check_assert_passes (fixture, "parts");
  /* Half of the last digit, and less. */
  check_set (last, "value", "£150m");
  check_assert_passes (fixture, "parts");
  check_set (last, "value", "£170m");
  check_assert_passes (fixture, "parts");
  check_set (last, "value", "£140m");
  check_assert_finds (fixture, "parts", "leave £60 million");
  check_set (last, "value", "at least £400m");
  check_assert_finds (fixture, "parts", "come to £200 million more");
  check_set (last, "value", "up to £400m");
  check_assert_passes (fixture, "parts");
  check_set (whole, "value", "at least £2.5bn");
  check_set (last, "value", "£400m");
  check_assert_passes (fixture, "parts");
}

/* Only what is allocated counts, and money is no part of a number of people. */
static void
test_allocated (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "Fund", "£1,000m");
  CareRecord *part = add_figure (fixture, "Grant", "£1,500m");
  CareRecord *link = add_part (fixture, part, whole);

  check_write (fixture, "It is {figure:%d}.", whole);
  check_assert_finds (fixture, "parts", "come to £500 million more");
  check_set (link, "allocated", "£600m");
  check_assert_passes (fixture, "parts");
  check_set (link, "allocated", NULL);
  check_set (part, "value", "1,500 people");
  check_assert_passes (fixture, "parts");
}

/* What has no number, or another unit, cannot be reckoned with; nor can another link. */
static void
test_unknown (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "Staff", "10 people");
  CareRecord *large = add_figure (fixture, "Nurses", "12 people");
  CareRecord *other = add_figure (fixture, "Doctors", "1 people");
  CareRecord *link;

  check_write (fixture, "It is {figure:%d}.", whole);
  add_part (fixture, large, whole);
  link = add_part (fixture, other, whole);
  check_assert_finds (fixture, "parts", "come to 3 people more");
  check_set (link, "relation", "restates");
  check_assert_finds (fixture, "parts", "come to 2 people more");
  check_set (link, "relation", "part-of");
  check_set (other, "value", NULL);
  check_assert_passes (fixture, "parts");
  check_set (other, "value", "not specified");
  check_assert_passes (fixture, "parts");
  check_set (other, "value", "£2,000");
  check_assert_passes (fixture, "parts");
  check_set (other, "value", "1 people");
  check_set (whole, "value", "not specified");
  check_assert_passes (fixture, "parts");
  check_set (whole, "value", NULL);
  check_assert_passes (fixture, "parts");
  /* A fall is no sum of anything. */
  check_write (fixture, "It is {figure:%d}.", add_figure (fixture, "Fall", "-2 %"));
  check_assert_passes (fixture, "parts");
}

/* What is left is said by its number, or up to twelve by its word. */
static void
test_words (void)
{
  static const struct
  {
    const char *part;
    const char *left;
    const char *note;
  } cases[] = {
    { "28 areas", "1 area", "The other one is Torbay." },
    { "17 areas", "12 areas", "The other twelve are in the north." },
    { "16 areas", "13 areas", "The other 13 are in the north." },
  };
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "Pilot areas", "39 areas");
  CareRecord *part = add_figure (fixture, "Led by hospitals", "28 areas");

  add_part (fixture, part, whole);
  add_part (fixture, add_figure (fixture, "Led by GPs", "10 areas"), whole);
  check_write (fixture, "{figure:%d} were chosen.", whole);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_set (part, "value", cases[i].part);
      check_set (whole, "note", "There are others.");
      check_assert_finds (fixture, "parts", cases[i].left);
      check_set (whole, "note", cases[i].note);
      check_assert_passes (fixture, "parts");
    }
}

/* Numbers of different exactness, and those that are too large. */
static void
test_exponents (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *whole = add_figure (fixture, "Places", "29 places");
  CareRecord *parts[] = { add_figure (fixture, "One", "3e1 places"), add_figure (fixture, "Two", "0 places") };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (fixture, parts[i], whole);
  check_write (fixture, "{figure:%d}", whole);
  check_assert_finds (fixture, "parts", "come to 1 place");
  check_set (whole, "value", "0.000001 places");
  check_set (parts[0], "value", "1e15 places");
  check_assert_passes (fixture, "parts");
  check_set (whole, "value", "1e15 places");
  check_set (parts[0], "value", "0.000001 places");
  check_assert_passes (fixture, "parts");
  check_set (whole, "value", "3%");
  check_set (parts[0], "value", "1.4%");
  check_set (parts[1], "value", "1.1%");
  check_assert_finds (fixture, "parts", "leave 0.5%");
  /* A number is no part of a percentage. */
  check_set (parts[0], "value", "60 people");
  check_assert_passes (fixture, "parts");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/parts/restated", test_restated);
  g_test_add_func ("/checks/parts/T11", test_left);
  g_test_add_func ("/checks/parts/subset", test_subset);
  g_test_add_func ("/checks/parts/rounding", test_rounding);
  g_test_add_func ("/checks/parts/allocated", test_allocated);
  g_test_add_func ("/checks/parts/unknown", test_unknown);
  g_test_add_func ("/checks/parts/words", test_words);
  g_test_add_func ("/checks/parts/exponents", test_exponents);
  return g_test_run ();
}
