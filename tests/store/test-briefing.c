/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new briefing, and one more like another, each by one act. */

#include "undo-fixture.h"

#include "care-briefing-plan.h"
#include "care-error.h"

static void
test_new (UndoFixture *fixture, gconstpointer data)
{
  CareId id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_briefing_plan_new ("Housing", "Background", "research-briefing", &id, &error);
  g_autoptr (GPtrArray) sections = NULL;

  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Add “Housing”");
  g_assert_cmpstr (care_record_get (undo_find (fixture, "briefing", id), "status"), ==, "draft");
  g_assert_cmpstr (care_record_get (undo_find (fixture, "briefing", id), "template"), ==, "research-briefing");
  sections = care_library_children (fixture->library, "section", "briefing", id);
  g_assert_cmpuint (sections->len, ==, 1);
  g_assert_cmpstr (care_record_get_title (g_ptr_array_index (sections, 0)), ==, "Background");
}

static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  CareId id = 0;
  g_autoptr (GError) error = NULL;

  g_assert_null (care_briefing_plan_new ("\xff", "Background", NULL, &id, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT);
}

static void
add_box (UndoFixture *fixture)
{
  undo_set (fixture, "Publish", undo_find (fixture, "briefing", 30), "published", "2015-05-18");
  undo_insert (fixture, "Add a box",
               store_record_new ("box", 35, "briefing", "30", "kind", "table", "title", "Sums", "ordinal", "1", NULL));
  undo_insert (fixture, "Add an item", store_record_new ("box_item", 36, "box", "35", "figure", "10", "ordinal", "1", NULL));
}

/* All that it shows is in it again, and it has not been published. */
static void
test_duplicate (UndoFixture *fixture, gconstpointer data)
{
  CareId id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) boxes = NULL;
  g_autoptr (GPtrArray) items = NULL;

  add_box (fixture);
  act = care_briefing_plan_duplicate (fixture->library, undo_find (fixture, "briefing", 30), &id, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Duplicate “Integration”");
  g_assert_cmpstr (care_record_get_title (undo_find (fixture, "briefing", id)), ==, "Integration (copy)");
  g_assert_null (care_record_get (undo_find (fixture, "briefing", id), "published"));
  sections = care_library_children (fixture->library, "section", "briefing", id);
  boxes = care_library_children (fixture->library, "box", "briefing", id);
  g_assert_cmpuint (sections->len, ==, 1);
  g_assert_cmpuint (boxes->len, ==, 1);
  g_assert_cmpstr (care_record_get (g_ptr_array_index (sections, 0), "text"), ==, "It holds {figure:10}.");
  items = care_library_children (fixture->library, "box_item", "box", care_record_get_id (g_ptr_array_index (boxes, 0)));
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpint (care_record_get_reference (g_ptr_array_index (items, 0), "figure"), ==, 10);
}

/* What begins as a template is a draft. */
static void
test_from_template (UndoFixture *fixture, gconstpointer data)
{
  CareRecord *template = undo_find (fixture, "briefing", 30);
  g_autoptr (GPtrArray) none = care_briefing_list_templates (fixture->library);
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;
  CareId id = 0;

  g_assert_cmpuint (none->len, ==, 0);
  undo_set (fixture, "Mark as a template", template, "status", "template");
  templates = care_briefing_list_templates (fixture->library);
  g_assert_cmpuint (templates->len, ==, 1);
  g_assert_true (g_ptr_array_index (templates, 0) == template);
  act = care_briefing_plan_from_template (fixture->library, template, "Housing", &id, &error);
  g_assert_no_error (error);
  undo_assert_turns (fixture, act, "Add “Housing”");
  g_assert_cmpstr (care_record_get_title (undo_find (fixture, "briefing", id)), ==, "Housing");
  g_assert_cmpstr (care_record_get (undo_find (fixture, "briefing", id), "status"), ==, "draft");
  g_assert_cmpstr (care_record_get (template, "status"), ==, "template");
  sections = care_library_children (fixture->library, "section", "briefing", id);
  g_assert_cmpuint (sections->len, ==, 1);
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
  add ("/store/briefing/new", test_new);
  add ("/store/briefing/refused", test_refused);
  add ("/store/briefing/duplicate", test_duplicate);
  add ("/store/briefing/from-template", test_from_template);
  return g_test_run ();
}
