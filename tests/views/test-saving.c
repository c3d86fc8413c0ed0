/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person is told of whether the work is saved. */

#include "care-notice.h"
#include "care-record-pane.h"
#include "care-save-state.h"
#include "care-saving-notice.h"
#include "care-store-error.h"
#include "care-value-row.h"
#include "care-window-file.h"
#include "views-fixture.h"

#include <glib/gstdio.h>

static void
submit (ViewsFixture *fixture, const char *value)
{
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  care_act_set (act, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM), "note", value, &error);
  g_assert_no_error (error);
  care_library_apply_async (fixture->library, act, NULL, NULL);
}

static gboolean
is_shown (GtkWidget *notice)
{
  return care_notice_get_shown (CARE_NOTICE (ui_test_find (notice, CARE_TYPE_NOTICE)));
}

static void
click (GtkWidget *notice, const char *label)
{
  GtkWidget *button = ui_test_find_label (notice, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_state (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CareSaveState) state = care_save_state_new (fixture->library);

  g_assert_cmpstr (care_save_state_get_text (state), ==, "Saved");
  submit (fixture, "one");
  g_assert_cmpstr (care_save_state_get_text (state), ==, "Saved"); /* what is quick needs no word */
  care_library_settle (fixture->library);
  g_assert_true (g_str_has_prefix (care_save_state_get_text (state), "Saved "));

  views_fixture_set_full (TRUE);
  submit (fixture, "two");
  care_library_settle (fixture->library);
  g_assert_cmpstr (care_save_state_get_text (state), ==, "Not saved");
  views_fixture_set_full (FALSE);
  care_library_retry (fixture->library);
  care_library_settle (fixture->library);
  g_assert_true (g_str_has_prefix (care_save_state_get_text (state), "Saved "));
}

/* A pane that shows a figure, what is said of saving, and all that was said. */
typedef struct
{
  ViewsFixture *fixture;
  CareRecordPane *pane;
  CareSaveState *state;
  GString *told;
} Typing;

/* Nothing is called saved that is not. */
static void
state_told (Typing *typing)
{
  const char *text = care_save_state_get_text (typing->state);
  CareEditRow *row = CARE_EDIT_ROW (ui_test_find_label (GTK_WIDGET (typing->pane), CARE_TYPE_VALUE_ROW, "Value"));

  g_string_append_printf (typing->told, "%.6s|", text);
  if (!g_str_has_prefix (text, "Saved"))
    return;
  g_assert_cmpint (care_library_get_state (typing->fixture->library), ==, CARE_LIBRARY_SAVED);
  g_assert_false (care_edit_row_is_changed (row));
}

static Typing *
typing_new (ViewsFixture *fixture)
{
  Typing *typing = g_new0 (Typing, 1);

  typing->fixture = fixture;
  typing->pane = CARE_RECORD_PANE (care_record_pane_new ());
  typing->state = care_save_state_new (fixture->library);
  typing->told = g_string_new (NULL);
  ui_test_show (GTK_WIDGET (typing->pane), 480, 640);
  care_record_pane_set_library (typing->pane, fixture->library);
  care_record_pane_show (typing->pane, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  ui_test_settle ();
  g_signal_connect_swapped (typing->state, "notify::text", G_CALLBACK (state_told), typing);
  return typing;
}

static void
typing_free (Typing *typing)
{
  g_signal_handlers_disconnect_by_data (typing->state, typing);
  if (typing->pane != NULL)
    views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (typing->pane)), typing->pane);
  g_object_unref (typing->state);
  g_string_free (typing->told, TRUE);
  g_free (typing);
}

static CareEditRow *
type (Typing *typing, const char *text)
{
  GtkWidget *row = ui_test_find_label (GTK_WIDGET (typing->pane), CARE_TYPE_VALUE_ROW, "Value");

  if (!care_edit_row_is_focused (CARE_EDIT_ROW (row)))
    g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (row, GTK_TYPE_TEXT)), text);
  return CARE_EDIT_ROW (row);
}

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  ui_test_wait (g_get_monotonic_time () > end);
}

static gboolean
is_saved (Typing *typing)
{
  return g_str_has_prefix (care_save_state_get_text (typing->state), "Saved ");
}

/* From the first key on, until the disk has it. */
static void
test_typing (ViewsFixture *fixture, gconstpointer data)
{
  Typing *typing = typing_new (fixture);
  g_autofree char *before = NULL;

  type (typing, "£4bn");
  ui_test_wait (g_strcmp0 (care_save_state_get_text (typing->state), "Saving…") == 0);
  type (typing, "£4.2bn");
  ui_test_wait (is_saved (typing));
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "42e8 GBP");
  g_assert_cmpstr (typing->told->str, ==, "Saving|Saved |");

  /* To take it back by hand is to type, too. */
  before = g_strdup (care_save_state_get_text (typing->state));
  type (typing, "£4.2bnx");
  type (typing, "£4.2bn");
  ui_test_wait (is_saved (typing));
  g_assert_cmpstr (care_save_state_get_text (typing->state), ==, before);
  typing_free (typing);
}

/* What is typed without a pause is saved now and then, without a flicker. */
static void
test_typing_long (ViewsFixture *fixture, gconstpointer data)
{
  Typing *typing = typing_new (fixture);
  CareRecord *figure = views_fixture_find (fixture, "figure", SAMPLE_MINIMUM);
  guint n = 0;

  while (g_strcmp0 (care_record_get (figure, "value"), "38e8 GBP") == 0 || n++ < 5)
    {
      g_autofree char *text = g_strdup_printf ("£%dbn", g_random_int_range (100, 999));

      type (typing, text);
      wait_for (100);
    }
  g_assert_cmpstr (typing->told->str, ==, "Saving|");
  ui_test_wait (is_saved (typing));
  g_assert_cmpstr (typing->told->str, ==, "Saving|Saved |");
  typing_free (typing);
}

/* Where so much else is to be done that nothing is said before it is taken. */
static void
test_typing_busy (ViewsFixture *fixture, gconstpointer data)
{
  Typing *typing = typing_new (fixture);

  type (typing, "£4bn");
  g_usleep (3 * G_USEC_PER_SEC / 2);
  ui_test_wait (is_saved (typing));
  g_assert_cmpstr (typing->told->str, ==, "Saving|Saved |");
  typing_free (typing);
}

/* What is no value is not being saved, whether the focus has left it or not. */
static void
test_typing_nonsense (ViewsFixture *fixture, gconstpointer data)
{
  Typing *typing = typing_new (fixture);
  CareEditRow *row = type (typing, "lots");

  ui_test_wait (g_strcmp0 (care_save_state_get_text (typing->state), "Saving…") == 0);
  ui_test_wait (g_strcmp0 (care_save_state_get_text (typing->state), "Not saved") == 0);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_false (care_edit_row_flush (row));
  g_assert_cmpstr (care_save_state_get_text (typing->state), ==, "Not saved");
  submit (fixture, "one");
  care_library_settle (fixture->library);
  g_assert_cmpstr (care_save_state_get_text (typing->state), ==, "Not saved");
  g_assert_true (care_edit_row_restore (row));
  ui_test_wait (is_saved (typing));

  /* It goes with its row. */
  type (typing, "lots");
  care_record_pane_show (typing->pane, views_fixture_find (fixture, "figure", 17002));
  ui_test_wait (is_saved (typing));
  type (typing, "lots");
  g_signal_handlers_disconnect_by_data (typing->state, typing);
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (typing->pane)), typing->pane);
  typing->pane = NULL;
  ui_test_wait (is_saved (typing));
  typing_free (typing);
}

/* What is held is not saved, whatever is typed meanwhile. */
static void
test_typing_held (ViewsFixture *fixture, gconstpointer data)
{
  Typing *typing = typing_new (fixture);

  views_fixture_set_full (TRUE);
  type (typing, "£4bn");
  ui_test_wait (care_library_get_state (fixture->library) == CARE_LIBRARY_NOT_SAVED);
  g_assert_cmpstr (care_save_state_get_text (typing->state), ==, "Not saved");
  type (typing, "£5bn");
  g_assert_cmpstr (care_save_state_get_text (typing->state), ==, "Not saved");
  g_assert_true (care_edit_row_flush (type (typing, "£6bn")));
  views_fixture_set_full (FALSE);
  care_library_settle (fixture->library);
  care_library_retry (fixture->library);
  care_library_settle (fixture->library);
  ui_test_wait (is_saved (typing));
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "6e9 GBP");
  typing_free (typing);
}

static void
test_read_only (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CareSaveState) state = NULL;

  views_fixture_reopen_read_only (fixture);
  state = care_save_state_new (fixture->library);
  g_assert_cmpstr (care_save_state_get_text (state), ==, "Read-only");
}

/* What the disk refuses stays told until it is saved; Try Again saves it. */
static void
test_not_saved (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *notice = g_object_new (CARE_TYPE_SAVING_NOTICE, NULL);
  GtkWindow *window = ui_test_show (notice, 480, 240);

  care_saving_notice_set_library (CARE_SAVING_NOTICE (notice), fixture->library, NULL);
  g_assert_false (is_shown (notice));
  views_fixture_set_full (TRUE);
  submit (fixture, "two");
  care_library_settle (fixture->library);
  g_assert_true (is_shown (notice));
  g_assert_nonnull (ui_test_find_label (notice, GTK_TYPE_BUTTON, "Save a Copy…"));
  click (notice, "Try Again");
  care_library_settle (fixture->library);
  g_assert_true (is_shown (notice));
  views_fixture_set_full (FALSE);
  click (notice, "Try Again");
  care_library_settle (fixture->library);
  g_assert_false (is_shown (notice));
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "note"), ==, "two");
  views_fixture_destroy (window, notice);
}

static void
report (ViewsFixture *fixture, int code)
{
  g_autoptr (GError) error = g_error_new (CARE_STORE_ERROR, code, "Trouble");

  g_signal_emit_by_name (fixture->library, "trouble", error);
}

/* What could not be read either while the disk refused everything is no news once it
 * saves; what else is told stays until it is read. */
static void
test_passing (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *notice = g_object_new (CARE_TYPE_SAVING_NOTICE, NULL);
  GtkWindow *window = ui_test_show (notice, 480, 240);

  care_saving_notice_set_library (CARE_SAVING_NOTICE (notice), fixture->library, NULL);
  views_fixture_set_full (TRUE);
  submit (fixture, "two");
  care_library_settle (fixture->library);
  report (fixture, CARE_STORE_ERROR_IO);
  views_fixture_set_full (FALSE);
  care_library_retry (fixture->library);
  care_library_settle (fixture->library);
  g_assert_false (is_shown (notice));
  report (fixture, CARE_STORE_ERROR_IO);
  submit (fixture, "three");
  care_library_settle (fixture->library);
  g_assert_true (is_shown (notice));
  click (notice, "Close");
  g_assert_false (is_shown (notice));
  views_fixture_destroy (window, notice);
}

/* A file that another program took away is noticed, and the work can be kept. */
static void
test_moved (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *notice = g_object_new (CARE_TYPE_SAVING_NOTICE, NULL);
  GtkWindow *window = ui_test_show (notice, 480, 240);
  g_autofree char *moved = g_strconcat (fixture->path, ".moved", NULL);

  care_saving_notice_set_library (CARE_SAVING_NOTICE (notice), fixture->library, NULL);
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  care_saving_notice_look (CARE_SAVING_NOTICE (notice));
  g_assert_true (is_shown (notice));
  g_assert_nonnull (ui_test_find_label (notice, GTK_TYPE_BUTTON, "Save a Copy…"));
  g_assert_cmpint (g_rename (moved, fixture->path), ==, 0);
  care_saving_notice_look (CARE_SAVING_NOTICE (notice));
  g_assert_false (is_shown (notice));
  views_fixture_destroy (window, notice);
}

static void
assert_told (CareWindow *window)
{
  GtkWidget *told;

  ui_test_wait (views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  told = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (told)), ==, "Save a Copy First");
  gtk_window_destroy (GTK_WINDOW (told));
  ui_test_settle ();
}

static void
set_true (CareWindow *window, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* What is not saved is not given up for a backup, nor for what is in the file. */
static void
test_kept (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));
  g_autoptr (GError) error = NULL;
  gboolean given_up = FALSE;

  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  views_fixture_set_full (TRUE);
  submit (fixture, "two");
  care_window_file_restore (window, fixture->path);
  assert_told (window);
  care_window_file_reopen (window, CARE_LIBRARY_WRITE);
  assert_told (window);
  g_assert_true (care_window_get_library (window) == fixture->library);
  views_fixture_set_full (FALSE);
  care_window_file_give_up (window, "Waiting…", set_true, &given_up, NULL);
  ui_test_wait (care_window_is_waiting (window));
  ui_test_settle ();
  g_assert_false (given_up); /* somebody still has it open */
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  ui_test_wait (given_up);
  fixture->library = care_library_open (fixture->path, CARE_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "note"), ==, "two");
  views_fixture_destroy (window, window);
}

/* Only what somebody elsewhere has open can be taken over. */
static void
test_reason (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *notice = g_object_new (CARE_TYPE_SAVING_NOTICE, NULL);
  GtkWindow *window = ui_test_show (notice, 480, 240);
  g_autoptr (GError) here = g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE, "Open here");
  g_autoptr (GError) elsewhere = g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE, "Open there");

  views_fixture_reopen_read_only (fixture);
  care_saving_notice_set_library (CARE_SAVING_NOTICE (notice), fixture->library, here);
  g_assert_true (is_shown (notice));
  g_assert_cmpuint (views_fixture_count_labels (window, "Open here"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (window, "Take Over…"), ==, 0);
  care_saving_notice_set_library (CARE_SAVING_NOTICE (notice), fixture->library, elsewhere);
  g_assert_cmpuint (views_fixture_count_labels (window, "Take Over…"), ==, 1);
  views_fixture_destroy (window, notice);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/saving/state", test_state);
  ADD ("/saving/typing", test_typing);
  ADD ("/saving/typing/long", test_typing_long);
  ADD ("/saving/typing/busy", test_typing_busy);
  ADD ("/saving/typing/nonsense", test_typing_nonsense);
  ADD ("/saving/typing/held", test_typing_held);
  ADD ("/saving/read-only", test_read_only);
  ADD ("/saving/not-saved", test_not_saved);
  ADD ("/saving/passing", test_passing);
  ADD ("/saving/moved", test_moved);
  ADD ("/saving/kept", test_kept);
  ADD ("/saving/reason", test_reason);
#undef ADD
  return g_test_run ();
}
