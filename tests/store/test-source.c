/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that are put in, with those who made them. */

#include "undo-fixture.h"

#include "care-source-plan.h"

static CareSourceDraft *
make_draft (const char *title, const char *creator, const char *author)
{
  CareSourceDraft *draft = care_source_draft_new ();

  care_source_draft_set (&draft->title, title);
  care_source_draft_set (&draft->creator, creator);
  care_source_draft_set (&draft->author, author);
  care_source_draft_set (&draft->published, "2014-10");
  care_source_draft_finish (draft);
  return draft;
}

static GPtrArray *
make_drafts (CareSourceDraft *first, CareSourceDraft *second)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) care_source_draft_free);

  g_ptr_array_add (drafts, first);
  if (second != NULL)
    g_ptr_array_add (drafts, second);
  return drafts;
}

static CareAct *
plan (UndoFixture *fixture, GPtrArray *drafts, CareId *first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSourceMakers) makers = care_source_makers_find (fixture->library, drafts, &error);
  CareAct *act;

  g_assert_no_error (error);
  act = care_source_plan_add (makers, drafts, first, &error);
  g_assert_no_error (error);
  return act;
}

static CareRecord *
follow (UndoFixture *fixture, CareId source, const char *field)
{
  return care_library_follow (fixture->library, undo_find (fixture, "source", source), field);
}

/* A body is put in whole, once, and found again by any of its names. */
static void
test_makers (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = make_drafts (make_draft ("View", "NHS England", "Simon Stevens"),
                                              make_draft ("Plan", "nhs england", NULL));
  g_autoptr (GPtrArray) again = make_drafts (make_draft ("Mandate", "NHS Commissioning Board", NULL), NULL);
  g_autoptr (GPtrArray) speech = make_drafts (make_draft ("Speech", "Simon Stevens", NULL), NULL);
  CareId first = 0;
  CareId mandate = 0;
  CareId spoken = 0;
  guint n_actors = care_library_count (fixture->library, "actor");
  g_autoptr (CareAct) act = plan (fixture, drafts, &first);
  g_autoptr (CareAct) second = NULL;
  g_autoptr (CareAct) third = NULL;
  g_autofree char *id = NULL;

  undo_assert_turns (fixture, act, "Import 2 sources");
  g_assert_cmpuint (care_library_count (fixture->library, "actor"), ==, n_actors + 1);
  g_assert_cmpstr (care_record_get_title (follow (fixture, first, "creator")), ==, "NHS England");
  g_assert_cmpstr (care_record_get_title (follow (fixture, first, "author")), ==, "Simon Stevens");
  id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (follow (fixture, first, "creator")));
  undo_insert (fixture, "Add a name",
               store_record_new ("alias", 91, "name", "NHS Commissioning Board", "actor", id, NULL));

  second = plan (fixture, again, &mandate);
  undo_assert_turns (fixture, second, "Add source “Mandate”");
  g_assert_cmpstr (care_record_get_title (follow (fixture, mandate, "creator")), ==, "NHS England");

  third = plan (fixture, speech, &spoken);
  undo_assert_turns (fixture, third, "Add source “Speech”");
  g_assert_null (follow (fixture, spoken, "creator"));
  g_assert_cmpstr (care_record_get_title (follow (fixture, spoken, "author")), ==, "Simon Stevens");
}

static void
add (const char *path, void (*test) (UndoFixture *fixture, gconstpointer data))
{
  g_test_add (path, UndoFixture, NULL, undo_fixture_set_up, test, undo_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  undo_fixture_init ();
  g_test_init (&argc, &argv, NULL);
  add ("/store/source/makers", test_makers);
  return g_test_run ();
}
