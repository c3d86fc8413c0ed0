/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every kind of act: done, undone and done again, in memory and on disk. */

#include "undo-fixture.h"

#include <string.h>
#include <time.h>

static void
set (CareAct *act, CareRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  care_act_set (act, record, field, text, &error);
  g_assert_no_error (error);
}

static void
act_set_all_types (UndoFixture *fixture, CareAct *act)
{
  CareRecord *figure = undo_find (fixture, "figure", 10);

  set (act, figure, "label", "Pooled");
  set (act, figure, "value", "£3.9 billion");
  set (act, figure, "flow", "pooled-budget");
  set (act, figure, "period", "2015-10");
  set (act, figure, "estimator", "2");
  set (act, figure, "note", "One.\n\nTwo with “R&D”.\n");
  set (act, undo_find (fixture, "section", 31), "ordinal", "7");
}

static void
act_set_nothing (UndoFixture *fixture, CareAct *act)
{
  set (act, undo_find (fixture, "figure", 11), "value", NULL);
  set (act, undo_find (fixture, "figure", 11), "estimator", "");
  set (act, undo_find (fixture, "section", 31), "text", NULL);
  set (act, undo_find (fixture, "section", 31), "ordinal", NULL);
}

static void
act_set_twice (UndoFixture *fixture, CareAct *act)
{
  set (act, undo_find (fixture, "figure", 10), "label", "First");
  set (act, undo_find (fixture, "figure", 10), "label", "Second");
}

static void
insert (CareAct *act, CareRecord *record)
{
  care_act_insert (act, record);
  g_object_unref (record);
}

/* What names comes before what is named, and one is changed at once. */
static void
act_insert (UndoFixture *fixture, CareAct *act)
{
  insert (act, store_record_new ("limb", 61, "pledge", "60", "text", "All of it", NULL));
  insert (act, store_record_new ("pledge", 60, "title", "Promise", "kind", "outcome", "actor", "1", NULL));
  insert (act, store_record_new ("figure", 5, "label", "GPs", "value", "8000 GPs", NULL));
  set (act, undo_find (fixture, "figure", 12), "pledge", "60");
}

static void
act_insert_image (UndoFixture *fixture, CareAct *act)
{
  guchar bytes[5000];
  g_autofree char *data = NULL;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guchar) (i * 7 % 256);
  data = g_base64_encode (bytes, sizeof bytes);
  insert (act, store_record_new ("image", 70, "title", "Photo", "media_type", "image/png", "data", data,
                                 "alternative", "A photo", "credit", "Someone", NULL));
}

static void
act_delete (UndoFixture *fixture, CareAct *act)
{
  care_act_delete (act, undo_find (fixture, "figure", 10));
  care_act_delete (act, undo_find (fixture, "figure", 12));
}

/* The owner and what belongs to it, in the order that is the wrong one. */
static void
act_delete_owner (UndoFixture *fixture, CareAct *act)
{
  care_act_delete (act, undo_find (fixture, "briefing", 30));
  care_act_delete (act, undo_find (fixture, "section", 31));
}

static void
act_plan_delete (UndoFixture *fixture, CareAct *act)
{
  g_autoptr (GError) error = NULL;

  care_library_plan_delete (fixture->library, act, undo_find (fixture, "actor", 2), &error);
  g_assert_no_error (error);
  care_library_plan_delete (fixture->library, act, undo_find (fixture, "briefing", 30), &error);
  g_assert_no_error (error);
}

static void
act_replace (UndoFixture *fixture, CareAct *act)
{
  care_act_delete (act, undo_find (fixture, "figure", 12));
  insert (act, store_record_new ("figure", 12, "label", "Another", "value", "1e6 GBP", NULL));
}

/* Exchanges what two have. */
static void
act_swap (UndoFixture *fixture, CareAct *act)
{
  set (act, undo_find (fixture, "figure", 10), "label", "Savings");
  set (act, undo_find (fixture, "figure", 11), "label", "Better Care Fund");
  set (act, undo_find (fixture, "figure", 10), "value", "4e9..6e9 GBP");
  set (act, undo_find (fixture, "figure", 11), "value", "38e8 GBP");
}

/* A record of every kind, with values of every type. */
static void
act_every_kind (UndoFixture *fixture, CareAct *act)
{
  g_autoptr (GPtrArray) records = store_records_random (2);

  for (guint i = 0; i < records->len; i++)
    care_act_insert (act, g_ptr_array_index (records, i));
}

typedef struct
{
  const char *name;
  void (*make) (UndoFixture *fixture, CareAct *act);
} Case;

static const Case cases[] = {
  { "set/all-types", act_set_all_types },
  { "set/nothing", act_set_nothing },
  { "set/twice", act_set_twice },
  { "set/swap", act_swap },
  { "insert", act_insert },
  { "insert/image", act_insert_image },
  { "insert/every-kind", act_every_kind },
  { "delete", act_delete },
  { "delete/owner", act_delete_owner },
  { "delete/planned", act_plan_delete },
  { "replace", act_replace },
};

static void
test_act (UndoFixture *fixture, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CareAct) act = care_act_new (c->name);
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;

  c->make (fixture, act);
  undo_apply (fixture, act);
  after = undo_dump (fixture);
  g_assert_cmpstr (after, !=, before);

  undo_undo (fixture, c->name);
  undo_assert_dump (fixture, before);
  undo_redo (fixture, c->name);
  undo_assert_dump (fixture, after);
  undo_undo (fixture, c->name);

  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  undo_assert_dump (fixture, before);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  undo_redo (fixture, c->name);
  undo_assert_dump (fixture, after);
  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  undo_assert_dump (fixture, after);
}

static void
test_import (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (1);
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *sentence = g_strdup_printf ("Import %u records", records->len);
  g_autoptr (GError) error = NULL;

  care_library_import (fixture->library, records, NULL, &error);
  g_assert_no_error (error);
  after = undo_dump (fixture);
  undo_undo (fixture, sentence);
  undo_assert_dump (fixture, before);
  undo_redo (fixture, sentence);
  undo_assert_dump (fixture, after);
}

static void
count (gpointer object, gpointer data)
{
  (*(guint *) data)++;
}

static void
count_record (gpointer object, CareRecord *record, gpointer data)
{
  (*(guint *) data)++;
}

/* Whoever holds a record sees it change, and it is the same one that is listed. */
static void
test_live (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) figure = g_object_ref (undo_find (fixture, "figure", 10));
  guint n_value = 0;
  guint n_label = 0;
  guint n_changed = 0;
  guint n_removed = 0;
  guint n_applied = 0;

  g_signal_connect (figure, "changed::value", G_CALLBACK (count), &n_value);
  g_signal_connect (figure, "changed::label", G_CALLBACK (count), &n_label);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_record), &n_changed);
  g_signal_connect (fixture->library, "removed", G_CALLBACK (count_record), &n_removed);
  g_signal_connect (fixture->library, "applied", G_CALLBACK (count), &n_applied);
  undo_set (fixture, "Change", figure, "value", "39e8 GBP");
  undo_undo (fixture, "Change");
  g_assert_cmpstr (care_record_get (figure, "value"), ==, "38e8 GBP");
  undo_redo (fixture, "Change");
  g_assert_cmpstr (care_record_get (figure, "value"), ==, "39e8 GBP");
  g_assert_true (undo_find (fixture, "figure", 10) == figure);
  g_assert_cmpuint (n_value, ==, 3);
  g_assert_cmpuint (n_label, ==, 0);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_cmpuint (n_applied, ==, 3);

  undo_insert (fixture, "Add", store_record_new ("theme", 80, "name", "Care", NULL));
  undo_undo (fixture, "Add");
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_cmpuint (n_applied, ==, 5);
  g_assert_null (care_library_find (fixture->library, "theme", 80));
}

/* How long undoing and redoing may take that much, of the processor's time, which
 * other programs disturb least; what a sanitizer adds is not ours. */
#ifdef __SANITIZE_ADDRESS__
#define AT_ONCE (CLOCKS_PER_SEC * 10)
#else
#define AT_ONCE (CLOCKS_PER_SEC / 20)
#endif
#define N_TURNS 4

/* A thousand records come and go at once, in one entry each. */
static void
test_thousand (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add many");
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  clock_t least = AT_ONCE;

  for (guint i = 0; i < 1000; i++)
    insert (act, store_record_new ("figure", 1000 + i, "label", "Many", "value", "1e6 GBP", "actor", "1", NULL));
  undo_apply (fixture, act);
  after = undo_dump (fixture);
  for (guint i = 0; i < N_TURNS; i++)
    {
      clock_t start = clock ();

      undo_undo (fixture, "Add many");
      least = MIN (least, clock () - start);
      undo_assert_dump (fixture, before);
      undo_redo (fixture, "Add many");
      undo_assert_dump (fixture, after);
    }
  g_test_message ("undone in %.3f s", (double) least / CLOCKS_PER_SEC);
  g_assert_cmpint (least, <, AT_ONCE);
  entries = undo_history (fixture);
  g_assert_cmpuint (entries->len, ==, 1 + 2 * N_TURNS);
}

static GPtrArray *
list_records (CareLibrary *library, const char *kind)
{
  GListModel *list = care_library_list (library, kind);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  return records;
}

/* NULL if nothing can be named. */
static char *
draw_value (CareLibrary *library, const CareField *field)
{
  g_autoptr (GPtrArray) targets = NULL;

  if (field->type != CARE_FIELD_REFERENCE)
    return store_value_random (field, NULL);
  targets = list_records (library, field->target);
  return targets->len == 0 ? NULL : store_value_random (field, targets);
}

static CareRecord *
draw_record (CareLibrary *library)
{
  g_autoptr (GPtrArray) records = care_library_records (library);

  return g_ptr_array_index (records, g_test_rand_int_range (0, (gint32) records->len));
}

static void
draw_set (CareLibrary *library, CareAct *act)
{
  CareRecord *record = draw_record (library);
  const CareKind *kind = care_record_get_kind (record);
  const CareField *field = &kind->fields[g_test_rand_int_range (0, (gint32) kind->n_fields)];
  gboolean keep = (field->flags & CARE_FIELD_IS_REQUIRED) || g_test_rand_int_range (0, 4) > 0;
  g_autofree char *value = keep ? draw_value (library, field) : NULL;

  if (care_record_is (record, "edition"))
    return;
  if (value != NULL || !(field->flags & CARE_FIELD_IS_REQUIRED))
    set (act, record, field->name, value);
}

static void
draw_insert (CareLibrary *library, CareAct *act)
{
  guint n_kinds;
  const CareKind *kinds = care_kind_list (&n_kinds);
  const CareKind *kind = &kinds[g_test_rand_int_range (0, (gint32) n_kinds)];
  g_autoptr (CareRecord) record = care_record_new (kind, store_id_random ());

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = draw_value (library, &kind->fields[i]);
      care_record_set (record, kind->fields[i].name, value, NULL);
    }
  if (care_record_check (record, NULL))
    care_act_insert (act, record);
}

/* One act by chance; some cannot be done and stay empty. */
static CareAct *
draw_act (CareLibrary *library, const char *sentence)
{
  g_autoptr (CareAct) act = care_act_new (sentence);
  gint32 what = g_test_rand_int_range (0, 10);

  if (what == 0 && care_library_plan_delete (library, act, draw_record (library), NULL))
    return g_steal_pointer (&act);
  if (what == 0)
    return care_act_new (sentence);
  if (what < 4)
    draw_insert (library, act);
  else
    for (gint32 i = g_test_rand_int_range (0, 4); i >= 0; i--)
      draw_set (library, act);
  return g_steal_pointer (&act);
}

static char *
summarise (UndoFixture *fixture)
{
  g_autofree char *dump = undo_dump (fixture);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);
}

static void
assert_summary (UndoFixture *fixture, const char *expected)
{
  g_autofree char *summary = summarise (fixture);

  g_assert_cmpstr (summary, ==, expected);
}

/* Turns @n acts back or again, each to exactly the state that there was. */
static void
turn (UndoFixture *fixture, GPtrArray *states, guint *at, guint n, gboolean undo)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence
        = undo ? care_library_undo (fixture->library, &error) : care_library_redo (fixture->library, &error);

      g_assert_no_error (error);
      *at += undo ? -1 : 1;
      assert_summary (fixture, g_ptr_array_index (states, *at));
    }
}

#define N_ACTS (100 * UNDO_TIMES)

static void
test_random (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (2);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n_done = 0;
  guint at = N_ACTS;

  care_library_import (fixture->library, records, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (states, summarise (fixture));
  g_signal_connect (fixture->library, "applied", G_CALLBACK (count), &n_done);
  while (n_done < N_ACTS)
    {
      guint before = n_done;
      g_autoptr (CareAct) act = draw_act (fixture->library, "By chance");

      undo_apply (fixture, act);
      if (n_done > before)
        g_ptr_array_add (states, summarise (fixture));
    }
  g_assert_cmpuint (states->len, ==, N_ACTS + 1);
  turn (fixture, states, &at, N_ACTS / 2, TRUE);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  turn (fixture, states, &at, N_ACTS / 2, TRUE);
  turn (fixture, states, &at, N_ACTS / 2, FALSE);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  turn (fixture, states, &at, N_ACTS / 2, FALSE);
  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  assert_summary (fixture, g_ptr_array_index (states, N_ACTS));
}

/* An act was recorded before its table got a column: what undoing it takes out is
 * recorded with what is in that column now. */
static void
test_column_added_since (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) theme = store_record_new ("theme", 90, "name", "Work", "ordinal", "3", NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const CareHistoryEvent *undone;

  undo_insert (fixture, "Add", g_steal_pointer (&theme));
  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  store_run_sql (fixture->base.path, "UPDATE history SET changeset = x'540201007468656d6500"
                                     "120001000000000000005a0304576f726b' WHERE sentence = 'Add'");
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  undo_undo (fixture, "Add");
  events = care_library_record_history (fixture->library, "theme", 90, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 2);
  undone = g_ptr_array_index (events, 0);
  g_assert_cmpstr (care_record_get (undone->difference->before, "ordinal"), ==, "3");
}

int
main (int argc, char *argv[])
{
  undo_fixture_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/undo/act/", cases[i].name, NULL);
      g_test_add (name, UndoFixture, &cases[i], undo_fixture_set_up, test_act, undo_fixture_tear_down);
    }
#define ADD(name, function)                                                                                  \
  g_test_add (name, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down)
  ADD ("/undo/import", test_import);
  ADD ("/undo/live", test_live);
  ADD ("/undo/column-added-since", test_column_added_since);
  ADD ("/undo/thousand", test_thousand);
  ADD ("/undo/random", test_random);
#undef ADD

  return g_test_run ();
}
