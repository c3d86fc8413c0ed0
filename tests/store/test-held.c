/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is saved in a thread: in order, as one act where a person sees one, and held
 * where the disk refuses it. */

#include "store-fixture.h"

#include "care-library-merge.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

typedef struct
{
  StoreFixture base;
  CareLibrary *library; /* holds store_records_few() */
  CareRecord *figure;   /* 10 */
} WorkFixture;

static void
set_up (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_set_up (&fixture->base, data);
  store_fixture_create (&fixture->base, records);
  fixture->library = store_fixture_open (&fixture->base, CARE_LIBRARY_WRITE);
  fixture->figure = g_object_ref (care_library_find (fixture->library, "figure", 10));
}

static void
tear_down (WorkFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->figure);
  g_assert_finalize_object (fixture->library);
  store_fixture_tear_down (&fixture->base, data);
}

/* (transfer full): the act of giving the figure another label. */
static CareAct *
label_figure (WorkFixture *fixture, const char *text)
{
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autoptr (GError) error = NULL;

  care_act_set (act, fixture->figure, "label", text, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&act);
}

static void
do_soon (WorkFixture *fixture, CareAct *act)
{
  care_library_apply_async (fixture->library, act, NULL, NULL);
}

/* Tasks give the library up once the main loop has run. */
static void
settle (WorkFixture *fixture)
{
  care_library_settle (fixture->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
count_acts (CareLibrary *library)
{
  g_autoptr (GPtrArray) history = care_library_history (library, 100, NULL);

  return history->len;
}

/* Nobody waits for one to be saved before the next is typed. */
static void
test_continue (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("Label %d", i);
      CareAct *act = label_figure (fixture, text);

      care_act_continue (act, before);
      do_soon (fixture, act);
      g_clear_pointer (&before, care_act_unref);
      before = act;
    }
  settle (fixture);
  g_assert_cmpstr (care_record_get (fixture->figure, "label"), ==, "Label 49");
  g_assert_cmpuint (count_acts (fixture->library), ==, 1);
  undone = care_library_undo (fixture->library, &error);
  g_assert_no_error (error);
}

/* A copy that was made in the middle knows less of the act than it has become. */
static void
test_continue_after_copy (WorkFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "theirs.carebrief", NULL);
  g_autoptr (CareAct) first = label_figure (fixture, "Rough sleepers");
  g_autoptr (CareAct) second = NULL;
  g_autoptr (CareAct) other = care_act_new (NULL);
  g_autoptr (CareLibrary) theirs = NULL;
  g_autoptr (CareMerge) merge = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  CareMergeLibraries libraries = { fixture->library, NULL, 0 };

  care_library_apply (fixture->library, first, &error);
  g_assert_no_error (error);
  care_library_save_copy (fixture->library, path, TRUE, &error);
  g_assert_no_error (error);
  second = label_figure (fixture, "Rough sleepers counted in autumn");
  care_act_continue (second, first);
  care_library_apply (fixture->library, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_acts (fixture->library), ==, 1);

  theirs = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
  care_act_set (other, care_library_find (theirs, "figure", 12), "label", "Theirs", &error);
  care_library_apply (theirs, other, &error);
  g_assert_no_error (error);
  libraries.theirs = theirs;
  merge = care_library_merge_plan (&libraries, NULL, &error);
  g_assert_no_error (error);
  care_merge_decide_all (merge, CARE_MERGE_KEEP_MINE);
  steps = care_merge_steps (merge);
  g_assert_cmpuint (steps->len, ==, 1); /* theirs took nothing back */
  g_assert_cmpint (care_record_get_id (((CareMergeStep *) g_ptr_array_index (steps, 0))->record), ==, 12);
}

/* What an act has taken out stays in the bin, whatever it goes on to do. */
static void
test_continue_deletion (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) second = label_figure (fixture, "Anything");
  g_autoptr (CareAct) first = care_act_new (NULL);
  g_autoptr (GPtrArray) bin = NULL;
  g_autoptr (GError) error = NULL;

  care_act_delete (first, care_library_find (fixture->library, "section", 31));
  care_library_apply (fixture->library, first, &error);
  g_assert_no_error (error);
  care_act_continue (second, first);
  care_library_apply (fixture->library, second, &error);
  g_assert_no_error (error);
  bin = care_library_bin (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bin->len, ==, 1);
}

/* As a full disk does, for all that this process writes. */
static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* What is tried again is done before what came after it, though that was never
 * tried. */
static void
test_retry_in_order (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) first = label_figure (fixture, "First");
  g_autoptr (CareAct) second = label_figure (fixture, "Second");

  set_limit (0);
  do_soon (fixture, first);
  while (care_library_get_trouble (fixture->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
  do_soon (fixture, second);
  set_limit (RLIM_INFINITY);
  care_library_retry (fixture->library);
  settle (fixture);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_SAVED);
  g_assert_cmpstr (care_record_get (fixture->figure, "label"), ==, "Second");
}

static void
do_another (GObject *library, GAsyncResult *result, gpointer data)
{
  WorkFixture *fixture = data;
  g_autoptr (CareAct) act = label_figure (fixture, "Second");
  g_autofree char *sentence = care_library_done_finish (fixture->library, result, NULL);

  g_assert_null (sentence);
  set_limit (RLIM_INFINITY);
  care_library_apply (fixture->library, act, NULL);
}

/* Who is told that something was refused may do something else at once. */
static void
test_retry_when_told (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) first = care_act_new (NULL);

  care_act_set (first, fixture->figure, "value", "5e8 GBP", NULL);
  set_limit (0);
  care_library_apply_async (fixture->library, first, do_another, fixture);
  while (care_library_get_state (fixture->library) == CARE_LIBRARY_SAVING)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  set_limit (RLIM_INFINITY);
  g_assert_cmpint (care_library_get_state (fixture->library), ==, CARE_LIBRARY_SAVED);
  g_assert_cmpstr (care_record_get (fixture->figure, "value"), ==, "5e8 GBP");
  g_assert_cmpstr (care_record_get (fixture->figure, "label"), ==, "Second");
}

static void
count_trouble (CareLibrary *library, const GError *error, guint *n)
{
  (*n)++;
}

/* Nobody waits for it any more, so everybody is told. */
static void
test_retry_refused (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) first = label_figure (fixture, "First");
  guint n = 0;

  g_signal_connect (fixture->library, "trouble", G_CALLBACK (count_trouble), &n);
  set_limit (0);
  do_soon (fixture, first);
  care_library_turn_async (fixture->library, CARE_HISTORY_UNDO, 0, NULL, NULL);
  care_library_turn_async (fixture->library, CARE_HISTORY_UNDO, 0, NULL, NULL);
  settle (fixture);
  set_limit (RLIM_INFINITY);
  care_library_retry (fixture->library);
  settle (fixture);
  g_assert_cmpuint (n, ==, 1);
}

static void
give_up (CareRecord *figure, WorkFixture *fixture)
{
  g_clear_object (&fixture->figure);
}

/* Nobody but who is told of the change holds the record. */
static void
test_given_up_when_told (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) many = care_act_new ("Add many");
  g_autoptr (CareAct) change = care_act_new ("Change two");
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  for (CareId id = 1000; id < 1600; id++)
    {
      g_autoptr (CareRecord) record = store_record_new ("figure", id, "label", "Another", NULL);

      care_act_insert (many, record);
    }
  care_library_apply (fixture->library, many, &error);
  g_assert_no_error (error);
  care_library_trim (fixture->library);
  care_act_set (change, fixture->figure, "label", "First", NULL);
  care_act_set (change, fixture->figure, "value", "5e8 GBP", NULL);
  care_library_apply (fixture->library, change, &error);
  g_assert_no_error (error);
  g_clear_pointer (&change, care_act_unref);
  g_signal_connect (fixture->figure, "changed", G_CALLBACK (give_up), fixture);
  undone = care_library_undo (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_library_find (fixture->library, "figure", 10), "value"), ==, "38e8 GBP");
}

/* The index of words follows from the records, so damage to it stops nobody. */
static void
test_damaged_index (WorkFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->figure);
  g_assert_finalize_object (fixture->library);
  store_run_sql (fixture->base.path, "UPDATE search_data SET block = x'ff' WHERE id = 10");
  fixture->library = store_fixture_open (&fixture->base, CARE_LIBRARY_WRITE);
  fixture->figure = g_object_ref (care_library_find (fixture->library, "figure", 10));
  act = label_figure (fixture, "Better");
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
  care_library_verify (fixture->library, &error);
  g_assert_no_error (error);
}

/* A copy of what is not saved is what a person sees once it is: with what was undone
 * undone. */
static void
test_copy (WorkFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "copy.carebrief", NULL);
  g_autoptr (CareAct) first = label_figure (fixture, "First");
  g_autoptr (CareAct) second = label_figure (fixture, "Second");
  g_autoptr (CareLibrary) copy = NULL;
  g_autoptr (GError) error = NULL;

  set_limit (0);
  do_soon (fixture, first);
  do_soon (fixture, second);
  care_library_turn_async (fixture->library, CARE_HISTORY_UNDO, 0, NULL, NULL);
  settle (fixture);
  set_limit (RLIM_INFINITY);
  care_library_save_copy (fixture->library, path, TRUE, &error);
  g_assert_no_error (error);
  copy = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_library_find (copy, "figure", 10), "label"), ==, "First");
}

/* To copy what is held changes nothing of how it is tried again: what was typed in one
 * go stays one act, in the copy, too. */
static void
test_copy_run (WorkFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "copy.carebrief", NULL);
  g_autoptr (CareAct) first = label_figure (fixture, "First");
  g_autoptr (CareAct) second = label_figure (fixture, "First and second");
  g_autoptr (CareLibrary) copy = NULL;
  g_autoptr (GError) error = NULL;

  care_act_continue (second, first);
  set_limit (0);
  do_soon (fixture, first);
  do_soon (fixture, second);
  settle (fixture);
  set_limit (RLIM_INFINITY);
  care_library_save_copy (fixture->library, path, TRUE, &error);
  g_assert_no_error (error);
  care_library_retry (fixture->library);
  settle (fixture);
  g_assert_cmpstr (care_record_get (fixture->figure, "label"), ==, "First and second");
  g_assert_cmpuint (count_acts (fixture->library), ==, 1);
  copy = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_acts (copy), ==, 1);
}

static void
copied (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  care_library_save_copy_finish (CARE_LIBRARY (library), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* The disk works again from when it has refused something. */
static void
lift_limit (CareLibrary *library)
{
  if (care_library_get_state (library) == CARE_LIBRARY_NOT_SAVED)
    set_limit (RLIM_INFINITY);
}

/* What is refused after a copy was asked for is in it, and what comes later is not,
 * though it is tried again while the copy is made. */
static void
test_copy_soon (WorkFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "copy.carebrief", NULL);
  g_autoptr (CareAct) first = label_figure (fixture, "First");
  g_autoptr (CareAct) second = label_figure (fixture, "Second");
  g_autoptr (CareLibrary) copy = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_signal_connect (fixture->library, "state-changed", G_CALLBACK (lift_limit), NULL);
  set_limit (0);
  do_soon (fixture, first);
  care_library_save_copy_async (fixture->library, path, TRUE, copied, &done);
  while (care_library_get_trouble (fixture->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
  care_library_retry (fixture->library);
  do_soon (fixture, second);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  g_assert_null (care_library_get_trouble (fixture->library));
  g_assert_cmpstr (care_record_get (fixture->figure, "label"), ==, "Second");
  copy = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_library_find (copy, "figure", 10), "label"), ==, "First");
}

int
main (int argc, char *argv[])
{
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, WorkFixture, NULL, set_up, function, tear_down)
  ADD ("/held/continue", test_continue);
  ADD ("/held/continue/after-copy", test_continue_after_copy);
  ADD ("/held/continue/deletion", test_continue_deletion);
  ADD ("/held/retry/in-order", test_retry_in_order);
  ADD ("/held/retry/when-told", test_retry_when_told);
  ADD ("/held/retry/refused", test_retry_refused);
  ADD ("/held/given-up-when-told", test_given_up_when_told);
  ADD ("/held/damaged-index", test_damaged_index);
  ADD ("/held/copy", test_copy);
  ADD ("/held/copy/run", test_copy_run);
  ADD ("/held/copy/soon", test_copy_soon);
#undef ADD

  return g_test_run ();
}
