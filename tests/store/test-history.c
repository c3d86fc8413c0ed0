/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history: what it says, what can be undone out of order, and what stands in
 * the way. */

#define _GNU_SOURCE /* memmem() */

#include "care-library-private.h"
#include "undo-fixture.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

static CareRecord *
get_figure (UndoFixture *fixture)
{
  return undo_find (fixture, "figure", 10);
}

/* "kind state sentence", newest first, a line each. */
static void
assert_history (UndoFixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) entries = undo_history (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CareHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s %s %s\n", care_history_kind_word (entry->kind),
                              care_history_state_word (entry->state), entry->sentence);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Nothing is done, in memory, on disk or in the history, and what stands in the way
 * is told by name. */
static void
assert_not_undone (UndoFixture *fixture, CareId id, int code, const char *named)
{
  g_autoptr (GPtrArray) before = undo_history (fixture);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *dump = undo_dump (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (care_library_undo_act (fixture->library, id, &error));
  g_assert_error (error, CARE_STORE_ERROR, code);
  g_test_message ("%s", error->message);
  if (named != NULL)
    g_assert_nonnull (strstr (error->message, named));
  undo_assert_dump (fixture, dump);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  undo_assert_dump (fixture, dump);
  after = undo_history (fixture);
  g_assert_cmpuint (after->len, ==, before->len);
}

static void
assert_nothing (UndoFixture *fixture, char *(*turn) (CareLibrary *library, GError **error), int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (turn (fixture->library, &error));
  g_assert_error (error, CARE_STORE_ERROR, code);
}

static void
test_entries (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  const CareHistoryEntry *undo;
  const CareHistoryEntry *act;

  assert_history (fixture, "");
  undo_set (fixture, "Change value of “Better Care Fund”", get_figure (fixture), "value", "39e8 GBP");
  care_library_set_author (fixture->library, "Ann O’Ther");
  undo_undo (fixture, "Change value of “Better Care Fund”");
  entries = undo_history (fixture);
  g_assert_cmpuint (entries->len, ==, 2);
  undo = g_ptr_array_index (entries, 0);
  act = g_ptr_array_index (entries, 1);

  g_assert_cmpint (act->id, >, 0);
  g_assert_cmpint (undo->id, >, 0);
  g_assert_cmpint (act->id, !=, undo->id);
  g_assert_cmpint (act->kind, ==, CARE_HISTORY_ACT);
  g_assert_cmpint (undo->kind, ==, CARE_HISTORY_UNDO);
  g_assert_cmpint (act->target, ==, 0);
  g_assert_cmpint (undo->target, ==, act->id);
  g_assert_cmpint (act->state, ==, CARE_HISTORY_UNDONE);
  g_assert_cmpint (undo->state, ==, CARE_HISTORY_DONE);
  g_assert_cmpstr (act->sentence, ==, "Change value of “Better Care Fund”");
  g_assert_nonnull (strstr (undo->sentence, act->sentence));
  g_assert_cmpstr (act->author, ==, "A. Writer");
  g_assert_cmpstr (undo->author, ==, "Ann O’Ther");
  for (guint i = 0; i < 2; i++)
    {
      const CareHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GDateTime) done = g_date_time_new_from_iso8601 (entry->done, NULL);

      g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", entry->done, 0, 0));
      g_assert_cmpint (ABS (g_date_time_difference (now, done)), <, 60 * G_TIME_SPAN_SECOND);
    }
  newest = care_library_history (fixture->library, 1, NULL);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpint (((CareHistoryEntry *) g_ptr_array_index (newest, 0))->id, ==, undo->id);
}

static void
test_states (UndoFixture *fixture, gconstpointer data)
{
  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_set (fixture, "Two", get_figure (fixture), "value", "2e6 GBP");
  undo_undo (fixture, "Two");
  undo_redo (fixture, "Two");
  assert_history (fixture, "redo done Redo: Two\nundo done Undo: Two\nact done Two\nact done One\n");
  undo_undo (fixture, "Two");
  undo_undo (fixture, "One");
  assert_nothing (fixture, care_library_undo, CARE_STORE_ERROR_NO_RECORD);
  undo_redo (fixture, "One");
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  undo_set (fixture, "Three", get_figure (fixture), "value", "3e6 GBP");
  /* What was undone can no longer be redone. */
  assert_nothing (fixture, care_library_redo, CARE_STORE_ERROR_NO_RECORD);
  assert_history (fixture, "act done Three\nredo done Redo: One\nundo done Undo: One\nundo done Undo: Two\n"
                           "redo done Redo: Two\nundo done Undo: Two\nact abandoned Two\nact done One\n");
  undo_undo (fixture, "Three");
  undo_undo (fixture, "One");
  g_assert_cmpstr (care_record_get (get_figure (fixture), "value"), ==, "38e8 GBP");
  assert_nothing (fixture, care_library_undo, CARE_STORE_ERROR_NO_RECORD);
}

/* Only what was done, and whether there is anything to undo or to redo. */
static void
test_acts (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  g_assert_false (care_library_can_turn (fixture->library, CARE_HISTORY_UNDO));
  g_assert_false (care_library_can_turn (fixture->library, CARE_HISTORY_REDO));
  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_set (fixture, "Two", get_figure (fixture), "value", "2e6 GBP");
  g_assert_true (care_library_can_turn (fixture->library, CARE_HISTORY_UNDO));
  g_assert_false (care_library_can_turn (fixture->library, CARE_HISTORY_REDO));
  undo_undo (fixture, "Two");
  undo_redo (fixture, "Two");
  g_assert_false (care_library_can_turn (fixture->library, CARE_HISTORY_REDO));
  undo_undo (fixture, "Two");
  undo_undo (fixture, "One");
  g_assert_false (care_library_can_turn (fixture->library, CARE_HISTORY_UNDO));
  g_assert_true (care_library_can_turn (fixture->library, CARE_HISTORY_REDO));

  acts = care_library_acts (fixture->library, 100, NULL);
  g_assert_cmpuint (acts->len, ==, 2);
  g_assert_cmpstr (((CareHistoryEntry *) g_ptr_array_index (acts, 0))->sentence, ==, "Two");
  newest = care_library_acts (fixture->library, 1, NULL);
  g_assert_cmpuint (newest->len, ==, 1);
}

/* What has no title is named by what it is of, in the sentence of an act, in the
 * history of the record and in the bin. */
static void
test_untitled (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) insert = care_act_new (NULL);
  g_autoptr (CareAct) change = care_act_new (NULL);
  g_autoptr (CareAct) delete = care_act_new (NULL);
  g_autoptr (CareRecord) citation = store_record_new ("citation", 90, "source", "7", "figure", "10", NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *line = NULL;

  undo_insert (fixture, "Add it", store_record_new ("source", 7, "title", "Manifesto", "kind", "manifesto", NULL));
  care_act_insert (insert, citation);
  undo_apply (fixture, insert);
  care_act_set (change, undo_find (fixture, "citation", 90), "pinpoint", "p. 67", NULL);
  undo_apply (fixture, change);
  care_act_delete (delete, undo_find (fixture, "citation", 90));
  undo_apply (fixture, delete);
  assert_history (fixture, "act done Delete Citation of “Manifesto” in “Better Care Fund”, p. 67\n"
                           "act done Change Pinpoint of Citation of “Manifesto” in “Better Care Fund”\n"
                           "act done Add Citation of “Manifesto” in “Better Care Fund”\nact done Add it\n");

  events = care_library_record_history (fixture->library, "citation", 90, NULL);
  line = care_difference_describe (((CareHistoryEvent *) g_ptr_array_index (events, 1))->difference,
                                   care_library_lookup, fixture->library);
  g_assert_cmpstr (line, ==,
                   "Pinpoint of Citation of “Manifesto” in “Better Care Fund”, p. 67: nothing → p. 67");
}

static void
test_nothing (UndoFixture *fixture, gconstpointer data)
{
  assert_nothing (fixture, care_library_undo, CARE_STORE_ERROR_NO_RECORD);
  assert_nothing (fixture, care_library_redo, CARE_STORE_ERROR_NO_RECORD);
  assert_not_undone (fixture, 1, CARE_STORE_ERROR_NO_RECORD, NULL);
  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  assert_nothing (fixture, care_library_redo, CARE_STORE_ERROR_NO_RECORD);
  undo_undo (fixture, "One");
  assert_not_undone (fixture, undo_find_act (fixture, "One"), CARE_STORE_ERROR_NO_RECORD, NULL);
  assert_not_undone (fixture, undo_find_act (fixture, "Undo: One"), CARE_STORE_ERROR_NO_RECORD, NULL);
}

/* An act that changes nothing is none, and leaves what can be redone. */
static void
test_no_change (UndoFixture *fixture, gconstpointer data)
{
  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_undo (fixture, "One");
  undo_set (fixture, "The same", get_figure (fixture), "value", "£3.8bn");
  assert_history (fixture, "undo done Undo: One\nact undone One\n");
  undo_redo (fixture, "One");
}

static void
test_read_only (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_set (fixture, "Two", get_figure (fixture), "value", "2e6 GBP");
  undo_undo (fixture, "Two");
  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  assert_nothing (fixture, care_library_undo, CARE_STORE_ERROR_NO_ACCESS);
  assert_nothing (fixture, care_library_redo, CARE_STORE_ERROR_NO_ACCESS);
  g_assert_null (care_library_undo_act (fixture->library, undo_find_act (fixture, "One"), &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS);
  assert_history (fixture, "undo done Undo: Two\nact undone Two\nact done One\n");
}

/* An act that is refused is not in the history, and changes nothing of it. */
static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Bad");
  g_autoptr (GError) error = NULL;

  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_undo (fixture, "One");
  g_assert_true (care_act_set (act, get_figure (fixture), "fund", "99", &error));
  g_assert_false (care_library_apply (fixture->library, act, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE);
  assert_history (fixture, "undo done Undo: One\nact undone One\n");
  undo_redo (fixture, "One");
}

/* The marks within a sentence that is put in marks are single. */
static void
test_quoted (UndoFixture *fixture, gconstpointer data)
{
  undo_set (fixture, "Change Value of “The Fund”", get_figure (fixture), "value", "1e6 GBP");
  undo_set (fixture, "Two", get_figure (fixture), "value", "2e6 GBP");
  assert_not_undone (fixture, undo_find_act (fixture, "Change Value of “The Fund”"), CARE_STORE_ERROR_CONFLICT,
                     "“Change Value of ‘The Fund’” cannot be undone by itself, as “");
}

/* Later acts on other fields and records stay. */
static void
test_out_of_order (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_set (fixture, "Two", get_figure (fixture), "label", "Pooled");
  undo_insert (fixture, "Three", store_record_new ("theme", 80, "name", "Care", NULL));
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  sentence = care_library_undo_act (fixture->library, undo_find_act (fixture, "One"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sentence, ==, "One");
  g_assert_cmpstr (care_record_get (get_figure (fixture), "value"), ==, "38e8 GBP");
  g_assert_cmpstr (care_record_get (get_figure (fixture), "label"), ==, "Pooled");
  undo_find (fixture, "theme", 80);
  assert_history (fixture, "undo done Undo: One\nact done Three\nact done Two\nact undone One\n");

  undo_undo (fixture, "Three");
  undo_undo (fixture, "Two");
  assert_nothing (fixture, care_library_undo, CARE_STORE_ERROR_NO_RECORD);
  undo_redo (fixture, "Two");
  undo_redo (fixture, "Three");
  undo_redo (fixture, "One");
  assert_nothing (fixture, care_library_redo, CARE_STORE_ERROR_NO_RECORD);
  g_assert_cmpstr (care_record_get (get_figure (fixture), "value"), ==, "1e6 GBP");
}

static void
test_conflict_value (UndoFixture *fixture, gconstpointer data)
{
  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_set (fixture, "Two", get_figure (fixture), "value", "2e6 GBP");
  assert_not_undone (fixture, undo_find_act (fixture, "One"), CARE_STORE_ERROR_CONFLICT, "“Better Care Fund”");
  /* Once the later one is undone, so can the earlier be. */
  undo_undo (fixture, "Two");
  undo_undo (fixture, "One");
}

static void
test_conflict_insert (UndoFixture *fixture, gconstpointer data)
{
  undo_insert (fixture, "One", store_record_new ("theme", 80, "name", "Care", NULL));
  undo_set (fixture, "Two", undo_find (fixture, "theme", 80), "name", "Caring");
  assert_not_undone (fixture, undo_find_act (fixture, "One"), CARE_STORE_ERROR_CONFLICT, "“Caring”");
}

/* What was put in has been named since. */
static void
test_conflict_reference (UndoFixture *fixture, gconstpointer data)
{
  undo_insert (fixture, "One", store_record_new ("theme", 80, "name", "Care", NULL));
  undo_set (fixture, "Two", undo_find (fixture, "pledge", 20), "theme", "80");
  assert_not_undone (fixture, undo_find_act (fixture, "One"), CARE_STORE_ERROR_CONFLICT, "“Integrate by 2018”");
}

/* What it named has been deleted since. */
static void
test_conflict_forgotten (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Two");

  undo_set (fixture, "One", undo_find (fixture, "figure", 11), "estimator", NULL);
  care_act_delete (act, undo_find (fixture, "actor", 2));
  undo_apply (fixture, act);
  assert_not_undone (fixture, undo_find_act (fixture, "One"), CARE_STORE_ERROR_CONFLICT, "“Savings”");
}

static void
test_conflict_deleted (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Two");

  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  care_act_delete (act, get_figure (fixture));
  undo_apply (fixture, act);
  assert_not_undone (fixture, undo_find_act (fixture, "One"), CARE_STORE_ERROR_CONFLICT, "“One”");
}

/* Runs @sql, which has @bytes as its first parameter. */
static void
write_bytes (UndoFixture *fixture, const char *sql, const void *bytes, int length)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (fixture->base.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob (statement, 1, bytes, length, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static GByteArray *
read_changeset (UndoFixture *fixture)
{
  GByteArray *bytes = g_byte_array_new ();
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (fixture->base.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT changeset FROM history", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_byte_array_append (bytes, sqlite3_column_blob (statement, 0), (guint) sqlite3_column_bytes (statement, 0));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return bytes;
}

/* SQLite itself would never come back from these four bytes. */
static void
test_hostile_loop (UndoFixture *fixture, gconstpointer data)
{
  CareId id;

  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  id = undo_find_act (fixture, "One");
  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  write_bytes (fixture, "UPDATE history SET changeset = ?1", "\x54\x03\x01\x00", 4);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  alarm (60);
  assert_not_undone (fixture, id, CARE_STORE_ERROR_DAMAGED, NULL);
  alarm (0);
  /* What the library holds can still be changed. */
  undo_set (fixture, "Two", get_figure (fixture), "value", "2e6 GBP");
  undo_undo (fixture, "Two");
}

/* A history must not put in what a field cannot hold: the file would not open. */
static void
test_hostile_value (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GByteArray) bytes = NULL;
  guint8 *value;
  CareId id;

  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  id = undo_find_act (fixture, "One");
  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  bytes = read_changeset (fixture);
  value = memmem (bytes->data, bytes->len, "38e8 GBP", 8);
  g_assert_nonnull (value);
  memcpy (value, "too many", 8);
  write_bytes (fixture, "UPDATE history SET changeset = ?1", bytes->data, (int) bytes->len);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  assert_not_undone (fixture, id, CARE_STORE_ERROR_DAMAGED, NULL);
}

static void
test_hostile_text (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const CareHistoryEntry *entry;

  undo_set (fixture, "One", get_figure (fixture), "value", "1e6 GBP");
  undo_fixture_reopen (fixture, CARE_LIBRARY_READ);
  write_bytes (fixture, "UPDATE history SET sentence = CAST (?1 AS TEXT), author = '', done = 'x', kind = 'y'", "A\xff",
               2);
  undo_fixture_reopen (fixture, CARE_LIBRARY_WRITE);
  entries = undo_history (fixture);
  entry = g_ptr_array_index (entries, 0);
  g_assert_true (g_utf8_validate (entry->sentence, -1, NULL));
  g_assert_cmpstr (entry->author, ==, "");
  g_assert_cmpstr (entry->done, ==, "x");
  g_assert_cmpint (entry->kind, ==, CARE_HISTORY_ACT);
}

/* Each record is short, and all that changes is too long to be kept. */
static void
test_too_large (UndoFixture *fixture, gconstpointer data)
{
  g_autofree char *dump = undo_dump (fixture);
  g_autofree char *label = g_strnfill (1000, 'a');
  g_autoptr (CareAct) act = care_act_new ("Much");
  g_autoptr (GError) error = NULL;

  sqlite3_limit (fixture->library->db, SQLITE_LIMIT_LENGTH, 20000);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (CareRecord) figure = store_record_new ("figure", 1000 + i, "label", label, NULL);

      care_act_insert (act, figure);
    }
  g_assert_false (care_library_apply (fixture->library, act, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_TOO_LARGE);
  undo_assert_dump (fixture, dump);
  assert_history (fixture, "");
}

int
main (int argc, char *argv[])
{
  undo_fixture_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down)
  ADD ("/history/entries", test_entries);
  ADD ("/history/states", test_states);
  ADD ("/history/acts", test_acts);
  ADD ("/history/untitled", test_untitled);
  ADD ("/history/nothing", test_nothing);
  ADD ("/history/no-change", test_no_change);
  ADD ("/history/read-only", test_read_only);
  ADD ("/history/refused", test_refused);
  ADD ("/history/out-of-order", test_out_of_order);
  ADD ("/history/quoted", test_quoted);
  ADD ("/history/conflict/value", test_conflict_value);
  ADD ("/history/conflict/insert", test_conflict_insert);
  ADD ("/history/conflict/reference", test_conflict_reference);
  ADD ("/history/conflict/forgotten", test_conflict_forgotten);
  ADD ("/history/conflict/deleted", test_conflict_deleted);
  ADD ("/history/too-large", test_too_large);
  ADD ("/history/hostile/loop", test_hostile_loop);
  ADD ("/history/hostile/value", test_hostile_value);
  ADD ("/history/hostile/text", test_hostile_text);
#undef ADD

  return g_test_run ();
}
