/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a field is going to be, while the disk is slow or refuses what was done. */

#include "care-library-private.h"
#include "undo-fixture.h"

#include <signal.h>
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

static CareRecord *
get_figure (UndoFixture *fixture)
{
  return undo_find (fixture, "figure", 10);
}

static const char *
get_note (UndoFixture *fixture)
{
  return care_record_get (get_figure (fixture), "note");
}

static const char *
get_latest (UndoFixture *fixture)
{
  return care_library_get_latest (fixture->library, get_figure (fixture), "note");
}

/* (transfer full): the act, which goes on with @before, of giving the figure a note. */
static CareAct *
submit_after (UndoFixture *fixture, const char *note, CareAct *before)
{
  CareAct *act = care_act_new (note);
  g_autoptr (GError) error = NULL;

  care_act_set (act, get_figure (fixture), "note", note, &error);
  g_assert_no_error (error);
  care_act_continue (act, before);
  care_library_apply_async (fixture->library, act, NULL, NULL);
  return act;
}

static void
submit (UndoFixture *fixture, const char *note)
{
  g_autoptr (CareAct) act = submit_after (fixture, note, NULL);
}

static void
settle (UndoFixture *fixture)
{
  care_library_settle (fixture->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
retry_with_room (UndoFixture *fixture)
{
  set_limit (RLIM_INFINITY);
  care_library_retry (fixture->library);
}

/* The newest of what is under way, of that field of that record only. */
static void
test_queued (UndoFixture *fixture, gconstpointer data)
{
  CareRecord *figure = get_figure (fixture);
  g_autofree char *label = g_strdup (care_record_get (figure, "label"));
  g_autoptr (CareAct) act = care_act_new ("Both");

  g_assert_null (get_latest (fixture));
  /* The thread comes no further than this, as if the disk did not answer. */
  g_rec_mutex_lock (&fixture->library->lock);
  submit (fixture, "one");
  g_assert_cmpstr (get_latest (fixture), ==, "one");
  care_act_set (act, figure, "note", "two", NULL);
  care_act_set (act, figure, "note", "three", NULL);
  care_act_set (act, figure, "label", "Another", NULL);
  care_library_apply_async (fixture->library, act, NULL, NULL);
  g_assert_cmpstr (get_latest (fixture), ==, "three");
  g_assert_cmpstr (care_library_get_latest (fixture->library, figure, "label"), ==, "Another");
  g_assert_cmpstr (care_record_get (figure, "label"), ==, label);
  g_assert_null (get_note (fixture));
  g_assert_null (care_library_get_latest (fixture->library, undo_find (fixture, "figure", 11), "note"));
  g_rec_mutex_unlock (&fixture->library->lock);

  settle (fixture);
  g_assert_cmpstr (get_note (fixture), ==, "three");
  g_assert_cmpstr (get_latest (fixture), ==, "three");
}

static void
note_latest (CareLibrary *library, GString *log)
{
  CareRecord *figure = care_library_find (library, "figure", 10);

  g_string_append_printf (log, "%s %s, ", care_record_get (figure, "note"),
                          care_library_get_latest (library, figure, "note"));
}

/* Whoever is told of one act learns of those behind it. */
static void
test_told (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (fixture->library, "applied", G_CALLBACK (note_latest), log);
  submit (fixture, "one");
  submit (fixture, "two");
  settle (fixture);
  g_assert_cmpstr (log->str, ==, "one two, two two, ");
}

/* What the disk refuses, what comes behind it, and nothing of it once it is cleared. */
static void
test_held (UndoFixture *fixture, gconstpointer data)
{
  set_limit (0);
  submit (fixture, "one");
  submit (fixture, "two");
  settle (fixture);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_NOT_SAVED);
  g_assert_null (get_note (fixture));
  g_assert_cmpstr (get_latest (fixture), ==, "two");

  g_rec_mutex_lock (&fixture->library->lock);
  submit (fixture, "three");
  g_assert_cmpstr (get_latest (fixture), ==, "three");
  submit (fixture, NULL);
  g_assert_null (get_latest (fixture));
  submit (fixture, "four");
  g_rec_mutex_unlock (&fixture->library->lock);
  settle (fixture);
  care_library_retry (fixture->library);
  g_assert_cmpstr (get_latest (fixture), ==, "four");
  settle (fixture);
  g_assert_null (get_note (fixture));
  g_assert_cmpstr (get_latest (fixture), ==, "four");

  retry_with_room (fixture);
  g_assert_cmpstr (get_latest (fixture), ==, "four");
  settle (fixture);
  g_assert_cmpstr (get_note (fixture), ==, "four");
  undo_set (fixture, "Later", get_figure (fixture), "note", "five");
  g_assert_cmpstr (get_latest (fixture), ==, "five");
}

/* What is refused for good is not going to be. */
static void
test_refused (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) wrong = care_act_new ("Wrong");
  g_autoptr (CareRecord) there = store_record_new ("figure", 11, "label", "Another", NULL);
  g_autoptr (GString) log = g_string_new (NULL);

  care_act_set (wrong, get_figure (fixture), "note", "never", NULL);
  care_act_insert (wrong, there);
  g_signal_connect (fixture->library, "refused", G_CALLBACK (note_latest), log);
  set_limit (0);
  submit (fixture, "one");
  care_library_apply_async (fixture->library, wrong, NULL, NULL);
  settle (fixture);
  g_assert_cmpstr (get_latest (fixture), ==, "never");
  g_assert_cmpstr (log->str, ==, "");

  retry_with_room (fixture);
  settle (fixture);
  g_assert_cmpstr (log->str, ==, "one one, ");
  g_assert_cmpstr (get_latest (fixture), ==, "one");
}

/* Does what @script says: "u" undoes, "r" redoes, "+2" goes on with the act before,
 * and anything else is a note. */
static void
run_script (UndoFixture *fixture, const char *script)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);
  g_autoptr (CareAct) last = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean goes_on = words[i][0] == '+';
      CareAct *act;

      if (g_str_equal (words[i], "u") || g_str_equal (words[i], "r"))
        {
          care_library_turn_async (fixture->library, words[i][0] == 'u' ? CARE_HISTORY_UNDO : CARE_HISTORY_REDO, 0,
                                   NULL, NULL);
          continue;
        }
      act = submit_after (fixture, words[i] + goes_on, goes_on ? last : NULL);
      g_clear_pointer (&last, care_act_unref);
      last = act;
    }
}

/* What was said while it was held is what it is once it is done. */
static void
test_undone (UndoFixture *fixture, gconstpointer data)
{
  static const char *const scripts[] = {
    "1 2 u", "1 2 u u", "1 2 u u r", "1 2 u u r r", "1 2 u 3", "1 2 u 3 r", "1 2 u 3 u u", "1 +2 u", "1 2 +3 +4 u",
    "1 2 +3 u u", "1 +2 u r", "1 2 u +3 u", "1 u 2 u 3", "r 1", "1 r u r 2 u",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *latest = NULL;

      undo_set (fixture, "Before", get_figure (fixture), "note", scripts[i]);
      set_limit (0);
      run_script (fixture, scripts[i]);
      settle (fixture);
      g_assert_cmpstr (get_note (fixture), ==, scripts[i]);
      latest = g_strdup (get_latest (fixture));
      retry_with_room (fixture);
      settle (fixture);
      g_test_message ("%s: %s", scripts[i], latest);
      g_assert_cmpstr (get_note (fixture), ==, latest);
    }
}

/* A new record that is held says what was put into it, and then what it was set to. */
static void
test_new (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) record = store_record_new ("figure", 99, "label", "New", NULL);
  g_autoptr (CareRecord) same = care_record_new (care_kind_find ("figure"), 99);
  g_autoptr (CareAct) add = care_act_new (NULL);
  g_autoptr (CareAct) change = care_act_new (NULL);

  set_limit (0);
  care_act_insert (add, record);
  care_library_apply_async (fixture->library, add, NULL, NULL);
  settle (fixture);
  g_assert_null (care_library_find (fixture->library, "figure", 99));
  g_assert_cmpstr (care_library_get_latest (fixture->library, same, "label"), ==, "New");
  care_act_set (change, record, "label", "Newer", NULL);
  care_library_apply_async (fixture->library, change, NULL, NULL);
  g_assert_cmpstr (care_library_get_latest (fixture->library, same, "label"), ==, "Newer");
  retry_with_room (fixture);
  settle (fixture);
  g_assert_cmpstr (care_record_get (undo_find (fixture, "figure", 99), "label"), ==, "Newer");
}

int
main (int argc, char *argv[])
{
  signal (SIGXFSZ, SIG_IGN);
  undo_fixture_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, UndoFixture, NULL, undo_fixture_set_up, function, undo_fixture_tear_down)
  ADD ("/pending/queued", test_queued);
  ADD ("/pending/told", test_told);
  ADD ("/pending/held", test_held);
  ADD ("/pending/refused", test_refused);
  ADD ("/pending/undone", test_undone);
  ADD ("/pending/new", test_new);
#undef ADD

  return g_test_run ();
}
