/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People and bodies as the page names them at the time that it speaks of. */

#include "page-fixture.h"

#include <string.h>

static CareRecord *
add_person (PageFixture *fixture, const char *name, const char *post, const char *since, const char *until)
{
  CareRecord *person = page_fixture_add (fixture, "person", "name", name, NULL);
  CareRecord *role = page_fixture_add (fixture, "role", "post", post, "since", since, "until", until, NULL);

  page_fixture_refer (role, "person", person);
  return person;
}

static void
add_quote (PageFixture *fixture, CareRecord *person, CareRecord *actor, const char *said, const char *stated_role)
{
  CareRecord *quotation = page_fixture_add (fixture, "quotation", "text", "words", "said", said, "speaker_role",
                                            stated_role, NULL);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "pull-quote",
                                            "title", "Quote", NULL);

  if (person != NULL)
    page_fixture_refer (quotation, "person", person);
  if (actor != NULL)
    page_fixture_refer (quotation, "actor", actor);
  page_fixture_refer (box, "quotation", quotation);
}

static CareRecord *
add_board (PageFixture *fixture)
{
  CareRecord *body = page_fixture_add (fixture, "actor", "name", "NHS England", "kind", "public-body", NULL);

  page_fixture_refer (page_fixture_add (fixture, "alias", "name", "NHS Commissioning Board", "since", "2011-10-31",
                                        "until", "2013-03-31", NULL),
                      "actor", body);
  return body;
}

static void
assert_reads (PageFixture *fixture, const char *words)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new (snapshot, 2);
  g_autofree char *text = page_fixture_read (pages);

  if (strstr (text, words) == NULL)
    g_error ("No “%s” in “%s”", words, text);
}

static void
test_then (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *hunt = add_person (fixture, "Jeremy Hunt", "Health Secretary", "2012-09-04", "2018-07-09");

  add_quote (fixture, add_person (fixture, "Frank Dobson", "Health Secretary", "../1997", "1997/2015-05"), NULL,
             "1997", NULL);
  add_quote (fixture, hunt, NULL, "2015-02", NULL);
  add_quote (fixture, add_person (fixture, "Ann Other", "Chair", "2001", "2003"), NULL, "2002", "acting chair");
  assert_reads (fixture, "Frank Dobson, then Health Secretary, 1997");
  assert_reads (fixture, "Jeremy Hunt, Health Secretary, February 2015");
  assert_reads (fixture, "Ann Other, acting chair, 2002");
  care_record_set (fixture->briefing, "amended", "2019-05-16", NULL);
  assert_reads (fixture, "Jeremy Hunt, then Health Secretary, February 2015");
}

static void
test_body (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *body = add_board (fixture);

  add_quote (fixture, NULL, body, "2012-06", NULL);
  add_quote (fixture, NULL, body, "2014-10", NULL);
  assert_reads (fixture, "NHS Commissioning Board, June 2012");
  assert_reads (fixture, "NHS England, October 2014");
}

static void
test_source (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *source = page_fixture_add (fixture, "source", "title", "First mandate", "kind", "report", "published",
                                         "2012-11", "url", "https://example.org/m", NULL);
  g_autofree char *text = g_strdup_printf ("Cited. [@%" G_GINT64_FORMAT " p.4]", care_record_get_id (source));

  page_fixture_refer (source, "creator", add_board (fixture));
  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "One", "text", text, NULL);
  assert_reads (fixture, "NHS Commissioning Board, First mandate, November 2012, p.4, https://example.org/m");
}

static void
test_party (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *party
    = page_fixture_add (fixture, "actor", "name", "New Party", "short_name", "New", "kind", "party", NULL);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "party-lines",
                                            "title", "Party lines", NULL);
  CareRecord *line = page_fixture_add (fixture, "party_line", "line", "join services", NULL);

  page_fixture_refer (line, "actor", party);
  page_fixture_refer (page_fixture_add_child (fixture, "box_item", "box", box, NULL), "party_line", line);
  assert_reads (fixture, "New: join services");
  page_fixture_refer (page_fixture_add (fixture, "alias", "name", "Old Party", "until", "2015-06", NULL), "actor", party);
  assert_reads (fixture, "Old Party: join services");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/then", test_then);
  g_test_add_func ("/names/body", test_body);
  g_test_add_func ("/names/source", test_source);
  g_test_add_func ("/names/party", test_party);
  return g_test_run ();
}
