/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving in a thread: in order, told once the disk has it, held where the disk
 * refuses; and acts that go on with the one before. */

#include "care-library-private.h"
#include "undo-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* No file may grow beyond @size: a full disk, for a user of any rights. */
static void
set_limit (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static CareAct *
make_act (UndoFixture *fixture, const char *value)
{
  g_autoptr (CareAct) act = care_act_new (value);
  g_autoptr (GError) error = NULL;

  care_act_set (act, undo_find (fixture, "figure", 10), "note", value, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&act);
}

typedef struct
{
  GString *told; /* sentences, and codes of errors, in the order in which they came */
  GString *states;
} Log;

static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  Log *log = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  if (sentence != NULL)
    g_string_append_printf (log->told, "%s ", sentence);
  else
    g_string_append_printf (log->told, "%d ", error->code);
}

static void
state_changed (CareLibrary *library, Log *log)
{
  g_string_append_c (log->states, "sSn"[care_library_get_state (library)]);
}

static void
run_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static Log *
log_new (UndoFixture *fixture)
{
  Log *log = g_new0 (Log, 1);

  log->told = g_string_new (NULL);
  log->states = g_string_new (NULL);
  g_signal_connect (fixture->library, "state-changed", G_CALLBACK (state_changed), log);
  return log;
}

static void
log_free (Log *log)
{
  g_string_free (log->told, TRUE);
  g_string_free (log->states, TRUE);
  g_free (log);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Log, log_free)

static void
submit (UndoFixture *fixture, Log *log, const char *value)
{
  g_autoptr (CareAct) act = make_act (fixture, value);

  care_library_apply_async (fixture->library, act, done, log);
}

static const char *
get_note (UndoFixture *fixture)
{
  return care_record_get (undo_find (fixture, "figure", 10), "note");
}

/* In the order in which they came; what is on screen changes once they are done. */
static void
test_order (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);

  submit (fixture, log, "one");
  submit (fixture, log, "two");
  care_library_turn_async (fixture->library, CARE_HISTORY_UNDO, 0, done, log);
  submit (fixture, log, "three");
  g_assert_null (get_note (fixture));
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_SAVING);
  care_library_settle (fixture->library);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_SAVED);
  g_assert_cmpstr (get_note (fixture), ==, "three");
  run_loop ();
  g_assert_cmpstr (log->told->str, ==, "one two two three ");
  g_assert_cmpstr (log->states->str, ==, "Ss");
}

/* The main loop alone brings it to an end, too. */
static void
test_loop (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);

  submit (fixture, log, "one");
  while (log->told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_note (fixture), ==, "one");
  g_assert_cmpstr (log->states->str, ==, "Ss");
}

/* So many times that somebody was told that he can read. */
static void
read_now (GObject *owner)
{
  g_object_set_data (owner, "times", GINT_TO_POINTER (GPOINTER_TO_INT (g_object_get_data (owner, "times")) + 1));
}

static int
get_times (gpointer owner)
{
  return GPOINTER_TO_INT (g_object_get_data (owner, "times"));
}

/* While the disk is slow, whoever shows something is told so instead of waiting, and
 * is called once for all that he asked. */
static void
test_slow (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) gone = g_object_new (G_TYPE_OBJECT, NULL);

  care_library_when_readable (fixture->library, read_now, one);
  g_assert_cmpint (get_times (one), ==, 1);

  /* The thread comes no further than this, as if the disk did not answer. */
  g_rec_mutex_lock (&fixture->library->lock);
  submit (fixture, log, "one");
  g_assert_false (care_library_can_read (fixture->library));
  care_library_when_readable (fixture->library, read_now, one);
  care_library_when_readable (fixture->library, read_now, one);
  care_library_when_readable (fixture->library, read_now, gone);
  g_clear_object (&gone);
  run_loop ();
  g_assert_cmpint (get_times (one), ==, 1);
  g_rec_mutex_unlock (&fixture->library->lock);

  while (log->told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_times (one), ==, 2);
  g_assert_true (care_library_can_read (fixture->library));
}

/* Undoing waits for its turn, and is done as often as it was asked for; what needs
 * everything to be saved comes after all of it. */
static void
test_in_turn (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);
  g_autoptr (GObject) turn = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) last = g_object_new (G_TYPE_OBJECT, NULL);

  care_library_in_turn (fixture->library, read_now, turn);
  care_library_when_settled (fixture->library, read_now, last);
  g_assert_cmpint (get_times (turn), ==, 1);
  g_assert_cmpint (get_times (last), ==, 1);

  g_rec_mutex_lock (&fixture->library->lock);
  submit (fixture, log, "one");
  submit (fixture, log, "two");
  care_library_in_turn (fixture->library, read_now, turn);
  care_library_in_turn (fixture->library, read_now, turn);
  care_library_when_settled (fixture->library, read_now, last);
  care_library_when_settled (fixture->library, read_now, last);
  run_loop ();
  g_assert_cmpint (get_times (turn), ==, 1);
  g_rec_mutex_unlock (&fixture->library->lock);

  while (get_times (turn) == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_times (turn), ==, 3);
  care_library_settle (fixture->library);
  run_loop ();
  g_assert_cmpstr (log->told->str, ==, "one two ");
  g_assert_cmpint (get_times (last), ==, 2);
}

static void
settle_within (CareLibrary *library, guint *n_applied)
{
  (*n_applied)++;
  g_assert_true (care_library_can_read (library));
  care_library_settle (library);
}

/* Whoever is told of one act may wait for those behind it. */
static void
test_settle_within (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);
  guint n_applied = 0;

  g_signal_connect (fixture->library, "applied", G_CALLBACK (settle_within), &n_applied);
  submit (fixture, log, "one");
  submit (fixture, log, "two");
  submit (fixture, log, "three");
  while (n_applied < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_note (fixture), ==, "three");
  run_loop ();
  /* The last was waited for within the others. */
  g_assert_cmpstr (log->told->str, ==, "three two one ");
}

/* What is waited for comes after what is not. */
static void
test_both (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);
  g_autoptr (CareAct) act = make_act (fixture, "two");

  submit (fixture, log, "one");
  undo_apply (fixture, act);
  g_assert_cmpstr (get_note (fixture), ==, "two");
  run_loop ();
  undo_undo (fixture, "two");
  undo_undo (fixture, "one");
}

/* An act that is in conflict is refused, and the next is done. */
static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);
  g_autoptr (CareAct) act = care_act_new ("wrong");
  g_autofree char *refused = g_strdup_printf ("%d two ", CARE_STORE_ERROR_CONFLICT);
  g_autoptr (CareRecord) there = store_record_new ("figure", 10, "label", "Another", NULL);

  care_act_insert (act, there);
  care_library_apply_async (fixture->library, act, done, log);
  submit (fixture, log, "two");
  care_library_settle (fixture->library);
  run_loop ();
  g_assert_cmpstr (log->told->str, ==, refused);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_SAVED);
  g_assert_null (care_library_get_trouble (fixture->library));
}

/* Where the disk is full, all that follows is held, in order, and done once there is
 * room: nothing is lost, nothing told as saved that is not. */
static void
test_held (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);
  g_autofree char *long_text = g_strnfill (500000, 'x');

  set_limit (1000);
  submit (fixture, log, long_text);
  submit (fixture, log, "short");
  care_library_settle (fixture->library);
  run_loop ();
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_NOT_SAVED);
  g_assert_nonnull (care_library_get_trouble (fixture->library));
  g_assert_null (get_note (fixture));
  g_assert_cmpstr (log->states->str, ==, "Sn");

  care_library_retry (fixture->library);
  care_library_settle (fixture->library);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_NOT_SAVED);
  g_assert_null (get_note (fixture));

  set_limit (RLIM_INFINITY);
  care_library_retry (fixture->library);
  care_library_settle (fixture->library);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_SAVED);
  g_assert_null (care_library_get_trouble (fixture->library));
  g_assert_cmpstr (get_note (fixture), ==, "short");
  run_loop ();
  undo_undo (fixture, "short");
  g_assert_cmpstr (get_note (fixture), ==, long_text);
}

/* What is held is in a copy that is saved meanwhile. */
static void
test_held_copy (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (Log) log = log_new (fixture);
  g_autofree char *long_text = g_strnfill (500000, 'x');
  g_autofree char *path = g_build_filename (fixture->base.folder, "copy.carebrief", NULL);
  g_autoptr (CareLibrary) copy = NULL;
  g_autoptr (GError) error = NULL;

  set_limit (1000);
  submit (fixture, log, long_text);
  care_library_settle (fixture->library);
  run_loop ();
  set_limit (RLIM_INFINITY);
  g_assert_true (care_library_save_copy (fixture->library, path, TRUE, &error));
  g_assert_no_error (error);
  copy = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_library_find (copy, "figure", 10), "note"), ==, long_text);
  g_assert_null (get_note (fixture));
}

static CareAct *
go_on (UndoFixture *fixture, const char *value, CareAct *before)
{
  CareAct *act = make_act (fixture, value);

  care_act_continue (act, before);
  undo_apply (fixture, act);
  return act;
}

static guint
count_acts (UndoFixture *fixture)
{
  g_autoptr (GPtrArray) history = undo_history (fixture);

  return history->len;
}

/* What goes on is one act, undone as one. */
static void
test_continue (UndoFixture *fixture, gconstpointer data)
{
  g_autofree char *before = undo_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (CareAct) first = go_on (fixture, "a", NULL);
  g_autoptr (CareAct) second = go_on (fixture, "ab", first);
  g_autoptr (CareAct) third = go_on (fixture, "abc", second);

  after = undo_dump (fixture);
  g_assert_cmpuint (count_acts (fixture), ==, 1);
  undo_undo (fixture, "a");
  undo_assert_dump (fixture, before);
  undo_redo (fixture, "a");
  undo_assert_dump (fixture, after);
}

/* Not if something else was done since, or it has been undone. */
static void
test_continue_not (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) first = go_on (fixture, "a", NULL);
  g_autoptr (CareAct) second = NULL;
  g_autoptr (CareAct) third = NULL;

  undo_set (fixture, "Else", undo_find (fixture, "figure", 11), "note", "b");
  second = go_on (fixture, "ab", first);
  g_assert_cmpuint (count_acts (fixture), ==, 3);
  undo_undo (fixture, "ab");
  third = go_on (fixture, "ac", second);
  g_assert_cmpint (care_act_get_id (third), !=, care_act_get_id (second));
  undo_undo (fixture, "ac");
  g_assert_cmpstr (get_note (fixture), ==, "a");
}

/* Typed and taken back is nothing. */
static void
test_continue_nothing (UndoFixture *fixture, gconstpointer data)
{
  g_autofree char *before = undo_dump (fixture);
  g_autoptr (CareAct) first = go_on (fixture, "a", NULL);
  g_autoptr (CareAct) second = care_act_new ("back");
  g_autoptr (GError) error = NULL;

  care_act_set (second, undo_find (fixture, "figure", 10), "note", NULL, &error);
  care_act_continue (second, first);
  undo_apply (fixture, second);
  undo_assert_dump (fixture, before);
  g_assert_cmpuint (count_acts (fixture), ==, 0);
  g_assert_null (care_library_undo (fixture->library, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD);
}

int
main (int argc, char *argv[])
{
  signal (SIGXFSZ, SIG_IGN);
  undo_fixture_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down)
  ADD ("/doing/order", test_order);
  ADD ("/doing/loop", test_loop);
  ADD ("/doing/both", test_both);
  ADD ("/doing/refused", test_refused);
  ADD ("/doing/slow", test_slow);
  ADD ("/doing/in-turn", test_in_turn);
  ADD ("/doing/settle-within", test_settle_within);
  ADD ("/doing/held", test_held);
  ADD ("/doing/held-copy", test_held_copy);
  ADD ("/doing/continue", test_continue);
  ADD ("/doing/continue-not", test_continue_not);
  ADD ("/doing/continue-nothing", test_continue_nothing);
#undef ADD

  return g_test_run ();
}
