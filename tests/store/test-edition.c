/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An edition is made by one act, and never changed. What it holds is here no
 * more than what shows that it is what stood. */

#include "undo-fixture.h"

#include "care-edition-plan.h"
#include "care-error.h"

#include <string.h>

#define DAY care_day_from_ymd (2026, 11, 25)

/* The briefing's dates and how many records there are. */
static GBytes *
freeze (CareSnapshot *snapshot, GError **error)
{
  CareRecord *briefing = care_snapshot_get_briefing (snapshot);
  g_autoptr (GPtrArray) records = care_snapshot_get_records (snapshot);
  char *text = g_strdup_printf ("%s %s %s %u", care_record_get (briefing, "published"),
                                care_record_get (briefing, "amended"), care_record_get (briefing, "corrected"),
                                records->len);

  for (guint i = 0; i < records->len; i++)
    g_assert_false (care_record_is (g_ptr_array_index (records, i), "edition"));
  return g_bytes_new_take (text, strlen (text));
}

/* The pages are of the day on which they are made. */
static GBytes *
print (CareSnapshot *snapshot)
{
  const char *day = care_record_get (care_snapshot_get_briefing (snapshot), "published");

  return g_bytes_new (day, strlen (day));
}

static GBytes *
freeze_nothing (CareSnapshot *snapshot, GError **error)
{
  g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT, "It is too much.");
  return NULL;
}

static CareRecord *
briefing (UndoFixture *fixture)
{
  return undo_find (fixture, "briefing", 30);
}

static void
make (UndoFixture *fixture, gboolean significant, CareDay made, const char *note)
{
  CareEditionDraft draft = { significant, made, note };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_edition_plan (fixture->library, briefing (fixture), &draft, freeze, print, &error);

  g_assert_no_error (error);
  undo_apply (fixture, act);
}

static void
assert_held (CareRecord *edition, const char *field, const char *expected)
{
  gsize length;
  g_autofree guchar *held = g_base64_decode (care_record_get (edition, field), &length);

  g_assert_cmpmem (held, length, expected, strlen (expected));
}

static void
test_make (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) first = NULL;
  g_autoptr (CareRecord) second = NULL;
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;

  make (fixture, TRUE, DAY, NULL);
  make (fixture, FALSE, DAY + 1, "A date put right");
  first = care_edition_find (fixture->library, briefing (fixture), "1");
  second = care_edition_find (fixture->library, briefing (fixture), "2");
  assert_held (first, "contents", "2026-11-25 (null) (null) 4");
  assert_held (second, "contents", "2026-11-25 (null) 2026-11-26 4");
  assert_held (second, "pdf", "2026-11-25");
  g_assert_cmpstr (care_record_get (second, "author"), ==, "A. Writer");
  g_assert_cmpstr (care_record_get (second, "note"), ==, "A date put right");
  g_assert_cmpstr (care_record_get (briefing (fixture), "published"), ==, "2026-11-25");
  g_assert_null (care_record_get (briefing (fixture), "amended"));
  g_assert_cmpstr (care_record_get (briefing (fixture), "corrected"), ==, "2026-11-26");
  g_assert_null (care_edition_find (fixture->library, briefing (fixture), "3"));

  after = undo_dump (fixture);
  undo_undo (fixture, "Make edition 2 of “Integration”");
  undo_undo (fixture, "Make edition 1 of “Integration”");
  undo_assert_dump (fixture, before);
  undo_redo (fixture, "Make edition 1 of “Integration”");
  undo_redo (fixture, "Make edition 2 of “Integration”");
  undo_assert_dump (fixture, after);
}

/* A number is used again once its edition has been undone, and only then. */
static void
test_number (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) again = NULL;

  make (fixture, TRUE, DAY, NULL);
  make (fixture, TRUE, DAY, "Undone");
  undo_undo (fixture, "Make edition 2 of “Integration”");
  make (fixture, TRUE, DAY, "In its place");
  again = care_edition_find (fixture->library, briefing (fixture), "2");
  g_assert_cmpstr (care_record_get (again, "note"), ==, "In its place");
}

static void
test_frozen (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) edition = NULL;
  g_autoptr (CareAct) act = care_act_new ("Change an edition");
  g_autoptr (GError) error = NULL;

  make (fixture, TRUE, DAY, NULL);
  edition = care_edition_find (fixture->library, briefing (fixture), "1");
  g_assert_false (care_act_set (act, edition, "note", "Another", &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_FROZEN);
  g_assert_cmpuint (care_act_get_steps (act)->len, ==, 0);
}

/* What cannot be frozen is not made, and the briefing keeps its dates. */
static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  CareEditionDraft draft = { TRUE, DAY, NULL };
  CareEditionDraft wrong = { TRUE, DAY, "\xff" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) text = NULL;

  g_assert_null (care_edition_plan (fixture->library, briefing (fixture), &draft, freeze_nothing, print, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT);
  g_assert_null (care_edition_plan (fixture->library, briefing (fixture), &wrong, freeze, print, &text));
  g_assert_error (text, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT);
  g_assert_null (care_record_get (briefing (fixture), "published"));
}

/* Editions go with their briefing, and come back with it. */
static void
test_delete (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  make (fixture, TRUE, DAY, NULL);
  before = undo_dump (fixture);
  care_library_plan_delete (fixture->library, act, briefing (fixture), &error);
  g_assert_no_error (error);
  undo_apply (fixture, act);
  g_assert_cmpuint (g_list_model_get_n_items (care_library_list (fixture->library, "edition")), ==, 0);
  undo_undo (fixture, "Delete");
  undo_assert_dump (fixture, before);
}

static void
test_ids (void)
{
  CareId last = 0;

  for (guint i = 0; i < 1000; i++)
    {
      CareId id = care_library_make_id ();

      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (id >> 21, >=, last >> 21);
      g_assert_cmpint (id, !=, last);
      last = id;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  undo_fixture_init ();

#define ADD(name, function)                                                                                  \
  g_test_add (name, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down)
  ADD ("/store/edition/make", test_make);
  ADD ("/store/edition/number", test_number);
  ADD ("/store/edition/frozen", test_frozen);
  ADD ("/store/edition/refused", test_refused);
  ADD ("/store/edition/delete", test_delete);
#undef ADD
  g_test_add_func ("/store/edition/ids", test_ids);

  return g_test_run ();
}
