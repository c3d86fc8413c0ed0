/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who somebody was on a date, and what a body was called. */

#include "care-role-at.h"

static CareRecord *
make (const char *kind, const char *title_field, const char *title, const char *since, const char *until)
{
  static CareId next = 1;
  CareRecord *record = care_record_new (care_kind_find (kind), next++);

  g_assert_true (care_record_set (record, title_field, title, NULL));
  if (since != NULL)
    g_assert_true (care_record_set (record, "since", since, NULL));
  if (until != NULL)
    g_assert_true (care_record_set (record, "until", until, NULL));
  return record;
}

static GPtrArray *
make_roles (const char *post, const char *since, const char *until)
{
  GPtrArray *roles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (roles, make ("role", "post", post, since, until));
  return roles;
}

static CareDate *
read_date (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  CareDate *date = edtf == NULL ? NULL : care_date_from_edtf (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static void
assert_role (GPtrArray *roles, const char *date_edtf, const char *briefing_edtf, const char *expected)
{
  g_autoptr (CareDate) date = read_date (date_edtf);
  g_autoptr (CareDate) briefing = read_date (briefing_edtf);
  g_autofree char *words = care_role_at (roles, date, briefing);

  g_assert_cmpstr (words, ==, expected);
}

/* T18: of Osborne, Hunt and Dobson only Dobson is "then" what he was, in a briefing of
 * May 2015. */
static void
test_t18 (void)
{
  g_autoptr (GPtrArray) osborne = make_roles ("Chancellor", "2010-05-11", NULL);
  g_autoptr (GPtrArray) hunt = make_roles ("Health Secretary", "2012-09-04", NULL);
  g_autoptr (GPtrArray) dobson = make_roles ("Health Secretary", "../1997", "1997/2015-05");

  assert_role (osborne, "2015-02", "2015-05", "Chancellor");
  assert_role (hunt, "2015-02", "2015-05", "Health Secretary");
  assert_role (dobson, "1997", "2015-05", "then Health Secretary");
  assert_role (hunt, "2015-02", "2019-05-16", "Health Secretary");
  g_assert_true (care_record_set (g_ptr_array_index (hunt, 0), "until", "2018-07-09", NULL));
  assert_role (hunt, "2015-02", "2015-05", "Health Secretary");
  assert_role (hunt, "2015-02", "2019-05-16", "then Health Secretary");
}

/* Nothing is said that the dates do not tell. */
static void
test_precision (void)
{
  static const struct
  {
    const char *since;
    const char *until;
    const char *date;
    const char *expected;
  } cases[] = {
    { "1997", "1999", "1997", "then Minister" },
    { "1997", "1999", "1997-03", "Minister (from 1997 until 1999)" },
    { "1997", "1999", "1998-03-02", "then Minister" },
    { "1997", "1999", "1999", "then Minister" },
    { "1997", "1999", "1996", NULL },
    { "1997", "1999", "2000-01-01", NULL },
    { "2012-09", NULL, "2012", "Minister (from September 2012)" },
    { "2012-09", NULL, "2012-09", "Minister" },
    { "2012-09-04", NULL, "2012-09-04", "Minister" },
    { "2012-09-04", NULL, "2012-09-03", NULL },
    { "2012-09-04", "2018-07-09", NULL, "Minister (from 4 September 2012 until 9 July 2018)" },
    { NULL, "2018-07", "2014", "Minister (until July 2018)" },
    { NULL, "2018-07", "2019", NULL },
    { "../1997", "1997/2015-05", "2001", "Minister (from 1997 or before until some time in 1997 – May 2015)" },
    { "1997/..", NULL, "1998", "Minister (from 1997 or later)" },
    { NULL, NULL, "2014", "Minister (dates of office not recorded)" },
    { NULL, NULL, NULL, "Minister (dates of office not recorded)" },
    { "2012", NULL, "XXXX-09", "Minister (from 2012)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) roles = make_roles ("Minister", cases[i].since, cases[i].until);

      assert_role (roles, cases[i].date, "2015-05", cases[i].expected);
    }
}

static void
test_several (void)
{
  g_autoptr (GPtrArray) roles = make_roles ("MP for Exeter", "1997", NULL);

  g_ptr_array_add (roles, make ("role", "post", "Health Secretary", "1999", "2003"));
  g_ptr_array_add (roles, make ("role", "post", "Party chair", "2000", "2003"));
  assert_role (roles, "1998", "2015-05", "MP for Exeter");
  assert_role (roles, "2001", "2015-05", "MP for Exeter, then Health Secretary and Party chair");
  assert_role (roles, "2001", NULL, "MP for Exeter, then Health Secretary and Party chair");
  assert_role (roles, "1990", "2015-05", NULL);
  g_ptr_array_set_size (roles, 0);
  assert_role (roles, "2001", "2015-05", NULL);
}

/* T17: NHS Commissioning Board and NHS England are one body, named by the date. */
static void
test_t17 (void)
{
  static const struct
  {
    const char *date;
    const char *name;
  } cases[] = {
    { "2012-06", "NHS Commissioning Board" },
    { "2013-03-31", "NHS Commissioning Board" },
    { "2013-04-01", "NHS England" },
    { "2014-10", "NHS England" },
    { "2013", "NHS England" },
    { "2011", "NHS England" },
    { NULL, "NHS England" },
  };
  g_autoptr (CareRecord) body = make ("actor", "name", "NHS England", NULL, NULL);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (aliases, make ("alias", "name", "NHSE", NULL, NULL));
  g_ptr_array_add (aliases, make ("alias", "name", "NHS Commissioning Board", "2011-10-31", "2013-03-31"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) date = read_date (cases[i].date);

      g_assert_cmpstr (care_actor_name_on (body, aliases, date), ==, cases[i].name);
    }
}

/* A name whose beginning is not recorded was in use from the first, one whose end is
 * not recorded still is. */
static void
test_open_names (void)
{
  g_autoptr (CareRecord) body = make ("actor", "name", "Plain", NULL, NULL);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareDate) early = read_date ("1990");
  g_autoptr (CareDate) between = read_date ("2005");
  g_autoptr (CareDate) late = read_date ("2020");

  g_ptr_array_add (aliases, make ("alias", "name", "Old", NULL, "2000"));
  g_ptr_array_add (aliases, make ("alias", "name", "New", "2010", NULL));
  g_assert_cmpstr (care_actor_name_on (body, aliases, early), ==, "Old");
  g_assert_cmpstr (care_actor_name_on (body, aliases, between), ==, "Plain");
  g_assert_cmpstr (care_actor_name_on (body, aliases, late), ==, "New");
}

static char *
random_date (gint32 first, gint32 last)
{
  int year = g_test_rand_int_range (first, last);

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      return g_strdup_printf ("%04d", year);
    case 1:
      return g_strdup_printf ("%04d-%02d", year, g_test_rand_int_range (1, 13));
    default:
      return g_strdup_printf ("%04d-%02d-%02d", year, g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
    }
}

/* What holds on a date holds at no day of it that is known to be outside; what does
 * not hold, holds on no day of it. */
static void
test_random (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *since = random_date (1990, 2000);
      g_autofree char *until = random_date (2000, 2010);
      g_autofree char *edtf = random_date (1985, 2015);
      g_autoptr (CareRecord) role = make ("role", "post", "Post", since, until);
      g_autoptr (CareDate) date = read_date (edtf);
      g_autoptr (CareDate) from = read_date (since);
      g_autoptr (CareDate) to = read_date (until);
      CareHeld held = care_role_held (role, date);

      if (held == CARE_HELD)
        {
          g_assert_cmpuint (care_date_get_earliest (date), >=, care_date_get_earliest (from));
          g_assert_cmpuint (care_date_get_latest (date), <=, care_date_get_latest (to));
        }
      if (care_date_get_earliest (date) >= care_date_get_latest (from)
          && care_date_get_latest (date) <= care_date_get_earliest (to))
        g_assert_cmpint (held, ==, CARE_HELD);
      g_assert_true ((held == CARE_HELD_NOT)
                     == (care_date_get_latest (date) < care_date_get_earliest (from)
                         || care_date_get_earliest (date) > care_date_get_latest (to)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-at/T17", test_t17);
  g_test_add_func ("/role-at/T18", test_t18);
  g_test_add_func ("/role-at/precision", test_precision);
  g_test_add_func ("/role-at/several", test_several);
  g_test_add_func ("/role-at/open-names", test_open_names);
  g_test_add_func ("/role-at/random", test_random);
  return g_test_run ();
}
