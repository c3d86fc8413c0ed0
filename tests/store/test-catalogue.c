/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is done to a library, its catalogue says what its records say, and its
 * lists by title and date follow. */

#include "care-catalogue.h"
#include "care-library-private.h"
#include "care-search-index.h"
#include "undo-fixture.h"

#include <string.h>

#define N_ACTS (30 * UNDO_TIMES)
#define N_MANY (UNDO_TIMES > 1 ? 5000u : 2500u) /* more than a first piece */
#define N_IMPORTED (UNDO_TIMES > 1 ? 3000u : 1200u)

/* Everything that is derived, but for the numbers of entries. */
static char *
dump (CareLibrary *library)
{
  static const char *const queries[] = {
    "SELECT kind || ' ' || record || ' ' || sort || ' ' || title || ' ' || text FROM catalogue ORDER BY kind, record",
    "SELECT target || ' ' || target_kind || ' ' || record || ' ' || kind FROM dependency"
    " ORDER BY target, target_kind, record, kind",
  };
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (sqlite3_stmt) statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (library->db, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        g_string_append_printf (dump, "%s\n", (const char *) sqlite3_column_text (statement, 0));
    }
  return g_string_free (dump, FALSE);
}

static void
run_sql (CareLibrary *library, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (library->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* That the catalogue is right, and is what it would be if it were made anew. */
static void
assert_right (UndoFixture *fixture)
{
  CareLibrary *library = fixture->library;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = dump (library);
  g_autofree char *anew = NULL;

  care_catalogue_verify (library->db, &error);
  g_assert_no_error (error);
  care_search_index_check (library->db, &error);
  g_assert_no_error (error);
  run_sql (library, "BEGIN");
  care_catalogue_rebuild (library->db, &error);
  g_assert_no_error (error);
  anew = dump (library);
  run_sql (library, "ROLLBACK");
  g_assert_cmpstr (kept, ==, anew);
}

/* A list and a copy of it that follows only what it tells. */
typedef struct
{
  GListModel *list;
  GPtrArray *shadow; /* of CareRecord */
} Followed;

static void
follow (GListModel *list, guint position, guint removed, guint added, Followed *self)
{
  g_assert_cmpuint (position + removed, <=, self->shadow->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->shadow, (int) (position + i), g_list_model_get_item (list, position + i));
}

static Followed *
followed_new (UndoFixture *fixture, const char *const *kinds)
{
  Followed *self = g_new0 (Followed, 1);

  self->list = care_library_list_sorted (fixture->library, kinds);
  self->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  follow (self->list, 0, 0, g_list_model_get_n_items (self->list), self);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (follow), self);
  return self;
}

static void
followed_free (Followed *self)
{
  g_object_unref (self->list);
  g_ptr_array_unref (self->shadow);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Followed, followed_free)

/* That the list has each record of its kinds once, and nothing else; the order is
 * that of a new list where @in_order. */
static void
assert_complete (UndoFixture *fixture, Followed *followed, const char *const *kinds, gboolean in_order)
{
  g_autoptr (GListModel) new = care_library_list_sorted (fixture->library, kinds);
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  guint n = g_list_model_get_n_items (new);

  g_assert_cmpuint (g_list_model_get_n_items (followed->list), ==, n);
  g_assert_cmpuint (followed->shadow->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (followed->list, i);

      g_assert_true (g_ptr_array_index (followed->shadow, i) == record);
      g_assert_true (g_hash_table_add (listed, record));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (new, i);

      g_assert_true (g_hash_table_contains (listed, record));
      g_assert_true (!in_order || g_ptr_array_index (followed->shadow, i) == record);
    }
}

static CareRecord *
draw_record (CareLibrary *library, const char *kind)
{
  GListModel *list = care_library_list (library, kind);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (CareRecord) record = n == 0 ? NULL : g_list_model_get_item (list, g_test_rand_int_range (0, (gint32) n));

  return record;
}

static char *
draw_value (CareLibrary *library, const CareField *field)
{
  CareRecord *target;

  if (field->type != CARE_FIELD_REFERENCE && field->type != CARE_FIELD_PROSE)
    return store_value_random (field, NULL);
  target = draw_record (library, field->type == CARE_FIELD_PROSE ? "figure" : field->target);
  if (target == NULL)
    return field->type == CARE_FIELD_PROSE ? g_strdup ("None.") : NULL;
  return g_strdup_printf (field->type == CARE_FIELD_PROSE ? "It holds {figure:%" G_GINT64_FORMAT "}."
                                                          : "%" G_GINT64_FORMAT,
                          care_record_get_id (target));
}

static const CareKind *
draw_kind (void)
{
  static const char *const likely[] = { "figure", "pledge", "deadline", "position", "actor", "section", "event" };
  guint n_kinds;
  const CareKind *kinds = care_kind_list (&n_kinds);

  if (g_test_rand_bit ())
    return care_kind_find (likely[g_test_rand_int_range (0, G_N_ELEMENTS (likely))]);
  return &kinds[g_test_rand_int_range (0, (gint32) n_kinds)];
}

static void
draw_set (CareLibrary *library, CareAct *act)
{
  const CareKind *kind = draw_kind ();
  CareRecord *record = draw_record (library, kind->name);
  const CareField *field = &kind->fields[g_test_rand_int_range (0, (gint32) kind->n_fields)];
  g_autofree char *value = NULL;

  if (record == NULL || care_record_is (record, "edition"))
    return;
  if ((field->flags & CARE_FIELD_IS_REQUIRED) || g_test_rand_int_range (0, 4) > 0)
    value = draw_value (library, field);
  if (value != NULL || !(field->flags & CARE_FIELD_IS_REQUIRED))
    care_act_set (act, record, field->name, value, NULL);
}

static void
draw_insert (CareLibrary *library, CareAct *act)
{
  const CareKind *kind = draw_kind ();
  g_autoptr (CareRecord) record = care_record_new (kind, store_id_random ());

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = draw_value (library, &kind->fields[i]);
      care_record_set (record, kind->fields[i].name, value, NULL);
    }
  if (care_record_check (record, NULL))
    care_act_insert (act, record);
}

static void
act_by_chance (UndoFixture *fixture)
{
  g_autoptr (CareAct) act = care_act_new ("By chance");
  CareRecord *record = draw_record (fixture->library, draw_kind ()->name);
  gint32 what = g_test_rand_int_range (0, 12);

  if (what < 2)
    g_free (care_library_undo (fixture->library, NULL));
  else if (what < 4)
    g_free (care_library_redo (fixture->library, NULL));
  else if (what < 5 && record != NULL)
    care_library_plan_delete (fixture->library, act, record, NULL);
  else if (what < 8)
    draw_insert (fixture->library, act);
  else
    for (int i = g_test_rand_int_range (0, 3); i >= 0; i--)
      draw_set (fixture->library, act);
  if (what >= 4)
    undo_apply (fixture, act);
}

static void
import (UndoFixture *fixture, GPtrArray *records)
{
  g_autoptr (GError) error = NULL;

  care_library_import (fixture->library, records, NULL, &error);
  g_assert_no_error (error);
}

static const char *const dated[] = { "pledge", "event", NULL };
static const char *const placed[] = { "position", NULL };
static const char *const figures[] = { "figure", NULL };

static void
test_random (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (2);
  g_autoptr (Followed) by_date = NULL;
  g_autoptr (Followed) by_place = NULL;

  import (fixture, records);
  by_date = followed_new (fixture, dated);
  by_place = followed_new (fixture, placed);
  for (guint i = 0; i < N_ACTS; i++)
    {
      act_by_chance (fixture);
      if (i % 10 == 9)
        assert_right (fixture);
      assert_complete (fixture, by_date, dated, FALSE);
      assert_complete (fixture, by_place, placed, FALSE);
    }
}

/* The first deadline that a pledge gets puts it in its place among the others. */
static void
test_deadline (UndoFixture *fixture, gconstpointer data)
{
  undo_insert (fixture, "a", store_record_new ("event", 60, "title", "Manifesto", "happened", "2017", NULL));
  undo_insert (fixture, "b", store_record_new ("deadline", 61, "pledge", "20", "words", "by 2016", "due", "2016", NULL));
  {
    g_autoptr (GListModel) list = care_library_list_sorted (fixture->library, dated);
    g_autoptr (CareRecord) first = g_list_model_get_item (list, 0);

    g_assert_true (care_record_is (first, "pledge"));
  }
  assert_right (fixture);
  undo_set (fixture, "c", undo_find (fixture, "deadline", 61), "due", "2018");
  {
    g_autoptr (GListModel) list = care_library_list_sorted (fixture->library, dated);
    g_autoptr (CareRecord) first = g_list_model_get_item (list, 0);

    g_assert_true (care_record_is (first, "event"));
  }
  assert_right (fixture);
}

static GPtrArray *
make_figures (guint n, CareId first)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Figure %06u", i * 7919 % n);

      g_ptr_array_add (records, store_record_new ("figure", first + i, "label", label, "value", "1e6 GBP", NULL));
    }
  return records;
}

static void
finish_reading (Followed *followed, guint n)
{
  while (g_list_model_get_n_items (followed->list) < n)
    g_assert_true (g_main_context_iteration (NULL, FALSE));
}

/* A long list comes piece by piece, whatever happens in between. */
static void
test_pieces (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_figures (N_MANY, 1000);
  g_autoptr (Followed) followed = NULL;
  guint n;

  import (fixture, records);
  followed = followed_new (fixture, figures);
  n = g_list_model_get_n_items (followed->list);
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (n, <, N_MANY);
  finish_reading (followed, N_MANY + 3);
  assert_right (fixture);
  {
    g_autoptr (GListModel) again = care_library_list_sorted (fixture->library, figures);

    while (g_list_model_get_n_items (again) < N_MANY + 3)
      g_assert_true (g_main_context_iteration (NULL, FALSE));
    for (guint i = 0; i + 4 < N_MANY; i++)
      {
        g_autoptr (CareRecord) record = g_list_model_get_item (again, i);
        g_autoptr (CareRecord) next = g_list_model_get_item (again, i + 1);

        g_assert_cmpstr (care_record_get_title (record), <, care_record_get_title (next));
        g_assert_true (g_ptr_array_index (followed->shadow, i) == record);
      }
  }
}

/* Acts between two pieces: nothing is listed twice, and nothing is lost. */
static void
test_acts_between_pieces (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_figures (N_MANY, 1000);
  g_autoptr (Followed) followed = NULL;
  g_autoptr (CareRecord) first = NULL;
  g_autoptr (CareRecord) last = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  import (fixture, records);
  followed = followed_new (fixture, figures);
  first = g_list_model_get_item (followed->list, 5);
  last = g_list_model_get_item (followed->list, g_list_model_get_n_items (followed->list) - 1);
  undo_set (fixture, "To the end", first, "label", "Figure 9");
  undo_set (fixture, "To the beginning", last, "label", "Figure 0");
  undo_insert (fixture, "In front", store_record_new ("figure", 70, "label", "Figure 00", NULL));
  undo_insert (fixture, "In the middle", store_record_new ("figure", 71, "label", "Figure 0010000", NULL));
  undo_insert (fixture, "Behind", store_record_new ("figure", 72, "label", "Figure 8", NULL));
  finish_reading (followed, N_MANY + 6);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (followed->list), ==, N_MANY + 6);
  for (guint i = 0; i < followed->shadow->len; i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (followed->list, i);

      g_assert_true (g_ptr_array_index (followed->shadow, i) == record);
      g_assert_true (g_hash_table_add (seen, record));
    }
}

/* So many that nobody is told of each. */
static void
test_import (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_figures (N_IMPORTED, 1000);
  g_autoptr (Followed) followed = followed_new (fixture, figures);
  g_autofree char *sentence = g_strdup_printf ("Import %u records", N_IMPORTED);

  import (fixture, records);
  finish_reading (followed, N_IMPORTED + 3);
  assert_right (fixture);
  undo_undo (fixture, sentence);
  g_assert_cmpuint (g_list_model_get_n_items (followed->list), ==, 3);
  assert_complete (fixture, followed, figures, TRUE);
  assert_right (fixture);
  undo_redo (fixture, sentence);
  finish_reading (followed, N_IMPORTED + 3);
  assert_right (fixture);
}

static void
count (GListModel *list, guint position, guint removed, guint added, guint *n)
{
  (*n)++;
}

static void
set_values (UndoFixture *fixture, guint n, const char *value)
{
  g_autoptr (CareAct) act = care_act_new ("Change values");

  for (guint i = 0; i < n; i++)
    g_assert_true (care_act_set (act, undo_find (fixture, "figure", 1000 + i), "value", value, NULL));
  undo_apply (fixture, act);
}

/* An act that only changes what is listed moves nothing, however many records it
 * changes and whether it is undone. */
static void
test_changed_in_place (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_figures (500, 1000);
  g_autoptr (Followed) followed = NULL;
  guint n = 0;

  import (fixture, records);
  followed = followed_new (fixture, figures);
  g_signal_connect (followed->list, "items-changed", G_CALLBACK (count), &n);
  g_signal_connect (care_library_list (fixture->library, "figure"), "items-changed", G_CALLBACK (count), &n);
  set_values (fixture, 500, "£7m");
  g_assert_cmpstr (care_record_get (undo_find (fixture, "figure", 1499), "value"), ==, "7e6 GBP");
  assert_right (fixture);
  undo_undo (fixture, "Change values");
  g_assert_cmpstr (care_record_get (undo_find (fixture, "figure", 1499), "value"), ==, "1e6 GBP");
  g_assert_cmpuint (n, ==, 0);
  assert_complete (fixture, followed, figures, TRUE);
  assert_right (fixture);
  g_signal_handlers_disconnect_by_data (care_library_list (fixture->library, "figure"), &n);
  undo_undo (fixture, "Import 500 records");
  g_assert_cmpuint (g_list_model_get_n_items (followed->list), ==, 3);
  assert_complete (fixture, followed, figures, TRUE);
  g_signal_handlers_disconnect_by_data (followed->list, &n);
}

static void
assert_damage_is_seen (UndoFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  run_sql (fixture->library, "BEGIN");
  run_sql (fixture->library, sql);
  g_assert_false (care_catalogue_verify (fixture->library->db, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
  run_sql (fixture->library, "ROLLBACK");
}

static void
test_verify (UndoFixture *fixture, gconstpointer data)
{
  assert_right (fixture);
  assert_damage_is_seen (fixture, "UPDATE catalogue SET title = 'x' WHERE kind = 'figure' AND record = 10");
  assert_damage_is_seen (fixture, "UPDATE catalogue SET sort = 'x' WHERE kind = 'figure' AND record = 10");
  assert_damage_is_seen (fixture, "DELETE FROM catalogue WHERE kind = 'figure' AND record = 10");
  assert_damage_is_seen (fixture, "INSERT INTO catalogue (record, kind, sort, title, text) VALUES (99, 'figure', '', '', '')");
  assert_damage_is_seen (fixture, "INSERT INTO search (search) VALUES ('delete-all')");
  assert_right (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  undo_fixture_init ();
#define ADD(name, function) g_test_add (name, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down)
  ADD ("/store/catalogue/deadline", test_deadline);
  ADD ("/store/catalogue/verify", test_verify);
  ADD ("/store/catalogue/pieces", test_pieces);
  ADD ("/store/catalogue/acts-between-pieces", test_acts_between_pieces);
  ADD ("/store/catalogue/import", test_import);
  ADD ("/store/catalogue/changed-in-place", test_changed_in_place);
  ADD ("/store/catalogue/random", test_random);
#undef ADD
  return g_test_run ();
}
