/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-describe.h"

#include "views-fixture.h"

typedef struct
{
  const char *kind;
  CareId id;
  const char *title;
  const char *detail;
  const char *trailing;
  gboolean has_swatch;
} Case;

static const Case cases[] = {
  { "figure", SAMPLE_MINIMUM, "Better Care Fund: announced minimum",
    "Government (2010-15 coalition) · pooled budget · period not stated", "£3.8bn", FALSE },
  { "figure", 17002, "Better Care Fund: pooled locally",
    "Government (2010-15 coalition) · pooled budget · period not stated", "£5.3bn", FALSE },
  { "figure", 17013, "Savings Monitor expected from integration",
    "saving · period not stated · estimated by Monitor · reported by Andy Burnham", "£4bn–£6bn", FALSE },
  { "figure", 17005, "Innovation fund", "Liberal Democrats · spending · period not stated", "not specified",
    TRUE },
  { "figure", 17006, "Integrated Care Fund", "Scottish National Party · spending · total over stated years",
    "£300m", TRUE },
  { "figure", 17008, "Selected bids led by hospitals", "", "9 bids", FALSE },
  { "figure", 17018, "People with one or more long-term conditions", "2012", "15m people", FALSE },
  { "position", 8009, "Integrated care organisations in every area",
    "Labour Party · Care organisations and care models · 3 versions", NULL, TRUE },
  { "position", 8010, "The future of CCGs under Labour",
    "Labour Party · Commissioning · 2 versions · unclear whether still held", NULL, TRUE },
  { "pledge", 11001,
    "Review the internal market and make changes short of legislation that clear the way for integrated care",
    "Conservative Party · before April 2018 · in time for the start of the 2018 financial year", NULL, TRUE },
  { "pledge", 11021, "Repeal the Health and Social Care Act", "Labour Party", NULL, TRUE },
  { "event", 20011, "NHS England publishes the Five Year Forward View", "October 2014 · NHS England", NULL,
    FALSE },
  { "event", 20014, "Andy Burnham sets out the revised ten-year programme",
    "Tuesday (date not stated) · Labour Party", NULL, TRUE },
  { "source", 7004, "Integrating health and social care", "House of Commons Library · Briefing · May 2015",
    NULL, FALSE },
  { "source", 7002, "Labour backs down on hospital-led integration in 10-year NHS plan",
    "News article · date not stated", NULL, FALSE },
  { "briefing", SAMPLE_BRIEFING, "Integrating health and social care", "Draft · Key Issues 2015", NULL,
    FALSE },
  /* Kinds without a description of their own. */
  { "actor", 1002, "Labour Party", "Party · Labour · Lab", NULL, TRUE },
  { "actor", 1012, "Department of Health", "Government department · DH", NULL, FALSE },
  { "fund", 18002, "Time to Care fund", "Labour Party", NULL, TRUE },
  { "deadline", 14001, "before April 2018", "before · April 2018 · before the period named begins", NULL,
    FALSE },
  { "section", SAMPLE_MONEY_SECTION, "Joining up without upheaval", "", NULL, FALSE },
};

static void
clear_row (CareListRow *row)
{
  g_free (row->title);
  g_free (row->subtitle);
  g_free (row->trailing);
  g_free (row->badge);
}

static void
test_rows (ViewsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *expected = &cases[i];
      CareListRow row = { 0 };

      care_describe_row (fixture->library, views_fixture_find (fixture, expected->kind, expected->id), NULL, &row);
      g_assert_cmpstr (row.title, ==, expected->title);
      g_assert_cmpstr (row.subtitle, ==, expected->detail);
      g_assert_cmpstr (row.trailing, ==, expected->trailing);
      g_assert_null (row.badge);
      g_assert_true (row.has_swatch == expected->has_swatch);
      clear_row (&row);
    }
}

/* Every record of every kind has a title and a line, which may be empty but holds
 * no empty part. */
static void
test_every_record (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = care_library_records (fixture->library);

  g_assert_cmpuint (records->len, >, 400);
  for (guint i = 0; i < records->len; i++)
    {
      CareListRow row = { 0 };

      care_describe_row (fixture->library, g_ptr_array_index (records, i), NULL, &row);
      g_assert_nonnull (row.title);
      g_assert_cmpstr (row.title, !=, "");
      g_assert_nonnull (row.subtitle);
      g_assert_null (strstr (row.subtitle, "·  ·"));
      g_assert_false (g_str_has_prefix (row.subtitle, " · "));
      g_assert_false (g_str_has_suffix (row.subtitle, " · "));
      clear_row (&row);
    }
}

/* A sum of money never stands without what it is worth. */
static void
test_figure_basis (ViewsFixture *fixture, gconstpointer data)
{
  GListModel *figures = care_library_list (fixture->library, "figure");
  guint n_money = 0;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (CareRecord) figure = g_list_model_get_item (figures, i);
      g_autoptr (CareQuantity) value = care_record_dup_quantity (figure, "value");
      g_autofree char *basis = care_describe_figure_basis (fixture->library, figure, NULL);

      if (value == NULL || g_strcmp0 (care_quantity_get_unit (value), "GBP") != 0)
        continue;
      n_money++;
      g_assert_cmpstr (basis, !=, "");
    }
  g_assert_cmpuint (n_money, ==, 12);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "period_basis", NULL);
  {
    g_autofree char *basis
      = care_describe_figure_basis (fixture->library, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM), NULL);
    g_assert_cmpstr (basis, ==, "Government (2010-15 coalition) · pooled budget · period not stated");
  }
}

static void
test_colour (ViewsFixture *fixture, gconstpointer data)
{
  CareColour colour = { 0, 0, 0 };
  CareColour own = { 0, 0, 0 };

  g_assert_true (care_describe_colour (fixture->library, views_fixture_find (fixture, "actor", 1002), &own));
  g_assert_cmpfloat_with_epsilon (own.red, 0xe4 / 255.0, 0.001);
  g_assert_cmpfloat_with_epsilon (own.green, 0, 0.001);
  g_assert_cmpfloat_with_epsilon (own.blue, 0x3b / 255.0, 0.001);

  g_assert_true (
    care_describe_colour (fixture->library, views_fixture_find (fixture, "pledge", 11021), &colour));
  g_assert_cmpmem (&colour, sizeof colour, &own, sizeof own);

  /* A government has no colour, a source has no actor. */
  g_assert_false (
    care_describe_colour (fixture->library, views_fixture_find (fixture, "actor", 1007), &colour));
  g_assert_false (
    care_describe_colour (fixture->library, views_fixture_find (fixture, "source", 7004), &colour));

  views_fixture_set (fixture, "actor", 1002, "colour", "#00ff00");
  g_assert_true (
    care_describe_colour (fixture->library, views_fixture_find (fixture, "pledge", 11021), &colour));
  g_assert_cmpfloat_with_epsilon (colour.green, 1, 0.001);
}

static void
test_sentence (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *pledge
    = care_describe_sentence (fixture->library, views_fixture_find (fixture, "pledge", 11003));
  g_autofree char *bids
    = care_describe_sentence (fixture->library, views_fixture_find (fixture, "figure", 17008));

  g_assert_cmpstr (pledge, ==, "Merge the health and social care budget: Liberal Democrats · by 2018");
  g_assert_cmpstr (bids, ==, "Selected bids led by hospitals");
}

/* What somebody was is worked out where it is not stated. */
static void
test_role (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *stated = NULL;
  g_autofree char *worked_out = NULL;
  g_autofree char *person = NULL;
  g_autofree char *tenure = NULL;
  g_autofree char *alias = NULL;

  stated = care_describe_detail (fixture->library, views_fixture_find (fixture, "quotation", 24001), NULL);
  g_assert_cmpstr (stated, ==, "Frank Dobson · then Health Secretary · 1997");
  views_fixture_set (fixture, "quotation", 24001, "speaker_role", NULL);
  worked_out = care_describe_detail (fixture->library, views_fixture_find (fixture, "quotation", 24001), NULL);
  g_assert_cmpstr (worked_out, ==, stated);
  person = care_describe_detail (fixture->library, views_fixture_find (fixture, "person", 2005), NULL);
  g_assert_cmpstr (person, ==, "Party leader (dates of office not recorded)");
  tenure = care_describe_detail (fixture->library, views_fixture_find (fixture, "role", 3011), NULL);
  g_assert_cmpstr (tenure, ==, "from 1997 or before until some time in 1997 – May 2015");
  views_fixture_set (fixture, "alias", 4010, "until", "2013-03");
  alias = care_describe_detail (fixture->library, views_fixture_find (fixture, "alias", 4010), NULL);
  g_assert_cmpstr (alias, ==, "until March 2013");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/describe/rows", ViewsFixture, NULL, views_fixture_set_up, test_rows, views_fixture_tear_down);
  g_test_add ("/describe/every-record", ViewsFixture, NULL, views_fixture_set_up, test_every_record,
              views_fixture_tear_down);
  g_test_add ("/describe/figure-basis", ViewsFixture, NULL, views_fixture_set_up, test_figure_basis,
              views_fixture_tear_down);
  g_test_add ("/describe/colour", ViewsFixture, NULL, views_fixture_set_up, test_colour,
              views_fixture_tear_down);
  g_test_add ("/describe/sentence", ViewsFixture, NULL, views_fixture_set_up, test_sentence,
              views_fixture_tear_down);
  g_test_add ("/describe/role", ViewsFixture, NULL, views_fixture_set_up, test_role, views_fixture_tear_down);
  return g_test_run ();
}
