/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_minister (CheckFixture *fixture, const char *name, const char *post, const char *since, const char *until)
{
  CareRecord *person = check_add (fixture, "person", "name", name, NULL);

  check_refer (check_add (fixture, "role", "post", post, "since", since, "until", until, NULL), "person", person);
  return person;
}

/* T18: as of May 2015, "then" is for Dobson only. */
static void
test_then (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  add_minister (fixture, "George Osborne", "Chancellor", "2010-05", NULL);
  add_minister (fixture, "Jeremy Hunt", "Health Secretary", "2012-09", "2018-07");
  add_minister (fixture, "Frank Dobson", "Health Secretary", "1997-05", "1999-10");
  check_write (fixture,
               "George Osborne, the Chancellor, agreed. Jeremy Hunt, the Health Secretary, did not. Frank Dobson, then "
               "Health Secretary, had.",
               NULL);
  check_assert_passes (fixture, "role-at-date");
  check_write (fixture, "In 1997 Frank Dobson, Health Secretary, spoke.", NULL);
  check_assert_finds (fixture, "role-at-date", "say “then Health Secretary”");
  check_assert_mends (fixture, "role-at-date", "In 1997 Frank Dobson, then Health Secretary, spoke.");
  check_write (fixture, "Jeremy Hunt, then Health Secretary, spoke.", NULL);
  check_assert_finds (fixture, "role-at-date", "is still Health Secretary");
  check_assert_mends (fixture, "role-at-date", "Jeremy Hunt, Health Secretary, spoke.");
  check_write (fixture, "Then Health Secretary Frank Dobson spoke.", NULL);
  check_assert_passes (fixture, "role-at-date");
  /* Who is quoted spoke when it was so. */
  check_write (fixture, "He wrote that “Frank Dobson, Health Secretary, spoke”.", NULL);
  check_assert_passes (fixture, "role-at-date");
}

/* What is not known is not held against anybody. */
static void
test_unknown (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  add_minister (fixture, "Norman Lamb", "Minister", NULL, NULL);
  check_write (fixture, "Norman Lamb, Minister, spoke. Norman Lamb, then Minister, spoke.", NULL);
  check_assert_passes (fixture, "role-at-date");
}

/* As of May 2015: what begins and ends on its first and last day, and what has no year. */
static void
test_edges (void)
{
  static const struct
  {
    const char *since, *until;
    const char *then, *now; /* what is found where it is said, and where it is not */
  } cases[] = {
    { "2015-05-01", NULL, "is still Minister", NULL },     { "2015-05-02", NULL, NULL, NULL },
    { "2016", NULL, NULL, NULL },                          { "XXXX-09", NULL, NULL, NULL },
    { "2010", "2015-04-30", NULL, "say “then Minister”" }, { "2010", "2015-05-01", NULL, NULL },
    { "2010", "2015-05-31", NULL, NULL },                  { "2010", "2015-06-01", "is still Minister", NULL },
    { "2010", "XXXX-09", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CheckFixture) fixture = check_fixture_new ();
      const char *const texts[] = { "Norman Lamb, then Minister, spoke.", "Norman Lamb, Minister, spoke." };
      const char *const found[] = { cases[i].then, cases[i].now };

      add_minister (fixture, "Norman Lamb", "Minister", cases[i].since, cases[i].until);
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          check_write (fixture, texts[t], NULL);
          if (found[t] != NULL)
            check_assert_finds (fixture, "role-at-date", found[t]);
          else
            check_assert_passes (fixture, "role-at-date");
        }
    }
}

static void
test_quotation (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *person = add_minister (fixture, "Frank Dobson", "Health Secretary", "1997-05", "1999-10");
  CareRecord *quotation = check_add (fixture, "quotation", "text", "Berlin Wall", "said", "1997-12", "speaker_role",
                                     "then Health Secretary", NULL);
  const char *const inexact[] = { "XXXX-04", "1996/..", "../1996" };

  check_refer (quotation, "person", person);
  check_refer (check_add_box (fixture, "pull-quote", "Quoted"), "quotation", quotation);
  check_assert_passes (fixture, "role-at-date");
  check_set (quotation, "said", "2001");
  check_assert_finds (fixture, "role-at-date", "was not Health Secretary when");
  check_set (quotation, "said", "1997-04-30");
  check_assert_finds (fixture, "role-at-date", "was not Health Secretary when");
  check_set (quotation, "said", "1997-05-01");
  check_assert_passes (fixture, "role-at-date");
  for (guint i = 0; i < G_N_ELEMENTS (inexact); i++)
    {
      check_set (quotation, "said", inexact[i]);
      check_assert_passes (fixture, "role-at-date");
    }
  check_set (quotation, "said", NULL);
  check_assert_passes (fixture, "role-at-date");
  check_set (quotation, "said", "2001");
  check_set (quotation, "speaker_role", NULL);
  check_assert_passes (fixture, "role-at-date");
  check_set (quotation, "speaker_role", "Health Secretary");
  check_set (quotation, "person", NULL);
  check_assert_passes (fixture, "role-at-date");
  /* Who held the post once more held it. */
  check_refer (quotation, "person", person);
  check_refer (check_add (fixture, "role", "post", "Health Secretary", "since", "2000", "until", "2003", NULL), "person", person);
  check_assert_passes (fixture, "role-at-date");
}

/* Who holds a post once more holds it. */
static void
test_again (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *person = add_minister (fixture, "Norman Lamb", "Minister", "2005", "2008");
  CareRecord *again = check_add (fixture, "role", "post", "Minister", "since", "2010-05", NULL);

  check_write (fixture, "Norman Lamb, Minister, spoke.", NULL);
  check_assert_finds (fixture, "role-at-date", "say “then Minister”");
  check_refer (again, "person", person);
  check_assert_passes (fixture, "role-at-date");
  /* That the other post is another, or over too, changes nothing. */
  check_set (again, "post", "Chancellor");
  check_assert_finds (fixture, "role-at-date", "say “then Minister”");
  check_set (again, "post", "Minister");
  check_set (again, "until", "2012");
  /* Once for both. */
  check_assert_finds (fixture, "role-at-date", "say “then Minister”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/role-at-date/then", test_then);
  g_test_add_func ("/checks/role-at-date/unknown", test_unknown);
  g_test_add_func ("/checks/role-at-date/edges", test_edges);
  g_test_add_func ("/checks/role-at-date/quotation", test_quotation);
  g_test_add_func ("/checks/role-at-date/again", test_again);
  return g_test_run ();
}
