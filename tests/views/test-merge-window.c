/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging as a person does it: conflicts are decided one by one or all at once. */

#include "care-merge-window.h"
#include "care-notice.h"
#include "views-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  ViewsFixture base;
  char *path; /* of theirs */
} MergeFixture;

static void
set_theirs (MergeFixture *fixture, const char *kind, CareId id, const char *field, const char *text)
{
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  library = care_library_open (fixture->path, CARE_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
  care_act_set (act, care_library_find (library, kind, id), field, text, &error);
  g_assert_no_error (error);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

/* Two conflicts, and one change that is taken. */
static void
set_up (MergeFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  views_fixture_set_up (&fixture->base, data);
  fixture->path = g_build_filename (fixture->base.folder, "theirs.carebrief", NULL);
  records = care_library_records (fixture->base.library);
  care_library_create (fixture->path, records, &error);
  g_assert_no_error (error);

  views_fixture_set (&fixture->base, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  views_fixture_set (&fixture->base, "section", SAMPLE_MONEY_SECTION, "heading", "R&D <b>");
  set_theirs (fixture, "figure", SAMPLE_MINIMUM, "value", "£5.3bn");
  set_theirs (fixture, "figure", SAMPLE_MINIMUM, "note", "Checked.");
  set_theirs (fixture, "section", SAMPLE_MONEY_SECTION, "heading", "Funding");
}

static void
tear_down (MergeFixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_free (fixture->path);
  views_fixture_tear_down (&fixture->base, data);
}

static gboolean
is_comparing (GtkWidget *window)
{
  GtkStack *stack = GTK_STACK (ui_test_find (window, GTK_TYPE_STACK));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "comparing");
}

static GtkWidget *
open_window (MergeFixture *fixture, GtkWindow *parent)
{
  GtkWidget *window;

  window = care_merge_window_new (parent, fixture->base.library, fixture->path);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (!is_comparing (window));
  ui_test_settle ();
  return window;
}

static void
assert_summary (GtkWidget *window, const char *text, gboolean can_merge)
{
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (window));

  g_assert_cmpuint (views_fixture_count_labels (window, text), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (button) == can_merge);
}

/* The choices, of every conflict mine and then theirs. */
static GtkWidget *
find_choice (GtkWidget *window, int conflict, gboolean mine)
{
  GtkListBox *list = GTK_LIST_BOX (ui_test_find (window, GTK_TYPE_LIST_BOX));
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, conflict));
  GtkWidget *first = ui_test_find (row, GTK_TYPE_CHECK_BUTTON);

  return mine ? first : gtk_widget_get_next_sibling (first);
}

static void
choose (GtkWidget *window, int conflict, gboolean mine)
{
  gtk_widget_activate (find_choice (window, conflict, mine));
  ui_test_settle ();
}

static void
merge (GtkWidget *window)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (window)), "clicked");
  ui_test_settle ();
}

static void
test_decide (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window = open_window (fixture, parent);

  g_assert_cmpuint (ui_test_count (window, GTK_TYPE_CHECK_BUTTON), ==, 4);
  assert_summary (window, "1 change taken, 2 conflicts to decide", FALSE);
  g_assert_cmpuint (views_fixture_count_labels (window, "R&D <b>"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (window, "Before: £3.8 billion"), ==, 1);
  choose (window, 0, FALSE);
  assert_summary (window, "1 change taken, 1 conflict to decide", FALSE);
  choose (window, 1, TRUE);
  assert_summary (window, "1 change taken, 0 conflicts to decide", TRUE);
  choose (window, 0, TRUE);
  choose (window, 0, FALSE);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  merge (window);
  ui_test_wait (window == NULL);

  g_assert_cmpstr (views_fixture_get (&fixture->base, "figure", SAMPLE_MINIMUM, "value"), ==, "53e8 GBP");
  g_assert_cmpstr (views_fixture_get (&fixture->base, "figure", SAMPLE_MINIMUM, "note"), ==, "Checked.");
  g_assert_cmpstr (views_fixture_get (&fixture->base, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "R&D <b>");
  views_fixture_destroy (parent, parent);
}

/* The lines of what is taken, as they are shown. */
static GListModel *
get_taken (GtkWidget *window)
{
  GtkWidget *list = ui_test_find (window, GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
set_expanded (GtkWidget *window, gboolean expanded)
{
  gtk_expander_set_expanded (GTK_EXPANDER (ui_test_find (window, GTK_TYPE_EXPANDER)), expanded);
  ui_test_wait ((ui_test_find (window, GTK_TYPE_LIST_VIEW) != NULL) == expanded);
  ui_test_settle ();
}

/* How many rows of the list say @line. */
static guint
count_lines (GtkWidget *window, const char *line)
{
  return views_fixture_count_labels (ui_test_find (window, GTK_TYPE_LIST_VIEW), line);
}

/* What is taken is told before it is; it is folded away where there is something to
 * decide. */
static void
test_taken (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window = open_window (fixture, parent);
  g_autoptr (GtkStringObject) item = NULL;
  const char *line;

  g_assert_cmpuint (views_fixture_count_labels (window, "theirs.carebrief"), ==, 1);
  g_assert_null (ui_test_find (window, GTK_TYPE_LIST_VIEW));
  set_expanded (window, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_taken (window)), ==, 1);
  item = g_list_model_get_item (get_taken (window), 0);
  line = gtk_string_object_get_string (item);
  g_assert_true (g_str_has_prefix (line, "Note of “Better Care Fund: announced minimum”: The article "));
  g_assert_true (g_str_has_suffix (line, " → Checked."));
  ui_test_wait (count_lines (window, line) == 1);
  set_expanded (window, FALSE);
  views_fixture_destroy (window, window);
  views_fixture_destroy (parent, parent);
}

#define N_TAKEN 5000

/* Thousands are no reason to wait: only those that are seen have widgets. */
static void
test_thousands_taken (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  g_autoptr (CareLibrary) library = care_library_open (fixture->path, CARE_LIBRARY_WRITE, NULL);
  g_autoptr (CareAct) act = care_act_new ("Add");
  GtkWidget *window;

  for (CareId id = 1; id <= N_TAKEN; id++)
    {
      g_autoptr (CareRecord) record = care_record_new (care_kind_find ("place"), 500000 + id);

      care_record_set (record, "name", "Place", NULL);
      care_act_insert (act, record);
    }
  g_assert_true (care_library_apply (library, act, NULL));
  g_clear_object (&library);
  window = open_window (fixture, parent);
  set_expanded (window, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_taken (window)), ==, N_TAKEN + 1);
  ui_test_wait (count_lines (window, "Place “Place” added") > 0);
  g_assert_cmpuint (count_lines (window, "Place “Place” added"), <, 500);
  views_fixture_destroy (window, window);
  views_fixture_destroy (parent, parent);
}

/* What one has changed and the other deleted is shown value by value. */
static void
test_deleted (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  g_autoptr (CareLibrary) library = care_library_open (fixture->path, CARE_LIBRARY_WRITE, NULL);
  g_autoptr (CareAct) act = care_act_new ("Delete");
  GtkWidget *window;

  g_assert_true (
    care_library_plan_delete (library, act, care_library_find (library, "section", SAMPLE_MONEY_SECTION), NULL));
  g_assert_true (care_library_apply (library, act, NULL));
  g_clear_object (&library);
  window = open_window (fixture, parent);
  g_assert_cmpuint (views_fixture_count_labels (window, "Heading: R&D <b>"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (window, "Before: Heading: Joining up without upheaval"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (window, "deleted"), ==, 1);
  views_fixture_destroy (window, window);
  views_fixture_destroy (parent, parent);
}

static void
test_all (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window = open_window (fixture, parent);

  gtk_widget_activate_action (window, "merge.all-mine", NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (window, 0, TRUE))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (window, 1, TRUE))));
  assert_summary (window, "1 change taken, 0 conflicts to decide", TRUE);
  gtk_widget_activate_action (window, "merge.all-theirs", NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (window, 1, FALSE))));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  merge (window);
  ui_test_wait (window == NULL);
  g_assert_cmpstr (views_fixture_get (&fixture->base, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "Funding");
  views_fixture_destroy (parent, parent);
}

/* What was compared is no longer so: it is said, and nothing is done. */
static void
test_changed_since (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window = open_window (fixture, parent);

  views_fixture_set (&fixture->base, "figure", SAMPLE_MINIMUM, "value", "£4bn");
  gtk_widget_activate_action (window, "merge.all-theirs", NULL);
  merge (window);
  g_assert_true (care_notice_get_shown (CARE_NOTICE (ui_test_find (window, CARE_TYPE_NOTICE))));
  g_assert_cmpstr (views_fixture_get (&fixture->base, "figure", SAMPLE_MINIMUM, "value"), ==, "4e9 GBP");
  views_fixture_destroy (window, window);
  views_fixture_destroy (parent, parent);
}

static void
test_nothing_to_decide (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window;

  views_fixture_set (&fixture->base, "figure", SAMPLE_MINIMUM, "value", "£3.8bn");
  views_fixture_set (&fixture->base, "section", SAMPLE_MONEY_SECTION, "heading", "Funding");
  window = open_window (fixture, parent);
  g_assert_cmpuint (ui_test_count (window, GTK_TYPE_CHECK_BUTTON), ==, 0);
  assert_summary (window, "2 changes taken, 0 conflicts to decide", TRUE);
  ui_test_wait (
    count_lines (window, "Value of “Better Care Fund: announced minimum”: £3.8 billion → £5.3 billion") == 1);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  merge (window);
  ui_test_wait (window == NULL);
  g_assert_cmpstr (views_fixture_get (&fixture->base, "figure", SAMPLE_MINIMUM, "value"), ==, "53e8 GBP");
  views_fixture_destroy (parent, parent);
}

/* Of libraries that were never one the reason is told, and nothing can be merged. */
static void
test_no_base (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window;
  g_autoptr (GError) error = NULL;

  g_unlink (fixture->path);
  care_library_create (fixture->path, NULL, &error);
  g_assert_no_error (error);
  window = open_window (fixture, parent);
  g_assert_nonnull (ui_test_find_label (window, GTK_TYPE_LABEL, "These Libraries Cannot Be Merged"));
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (window))));
  views_fixture_destroy (window, window);
  views_fixture_destroy (parent, parent);
}

/* What is no library is told as what cannot be merged is. */
static void
test_no_library (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window;

  g_assert_true (g_file_set_contents (fixture->path, "no library", -1, NULL));
  window = open_window (fixture, parent);
  g_assert_nonnull (ui_test_find_label (window, GTK_TYPE_LABEL, "These Libraries Cannot Be Merged"));
  views_fixture_destroy (window, window);
  views_fixture_destroy (parent, parent);
}

/* Neither is waited for when nobody wants it any more. */
static void
test_closed_while_comparing (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window = care_merge_window_new (parent, fixture->base.library, fixture->path);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (is_comparing (window));
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (window))));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (window == NULL);
  views_fixture_destroy (parent, parent);
}

/* It can be as narrow as a telephone. */
static void
test_narrow (MergeFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkWidget *window = open_window (fixture, parent);
  int minimum;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  if (g_getenv ("CARE_TEST_PICTURE") != NULL)
    ui_test_save (window, g_getenv ("CARE_TEST_PICTURE"));
  views_fixture_destroy (window, window);
  views_fixture_destroy (parent, parent);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, MergeFixture, NULL, set_up, function, tear_down)
  ADD ("/merge-window/decide", test_decide);
  ADD ("/merge-window/taken", test_taken);
  ADD ("/merge-window/thousands-taken", test_thousands_taken);
  ADD ("/merge-window/deleted", test_deleted);
  ADD ("/merge-window/all", test_all);
  ADD ("/merge-window/changed-since", test_changed_since);
  ADD ("/merge-window/nothing-to-decide", test_nothing_to_decide);
  ADD ("/merge-window/no-base", test_no_base);
  ADD ("/merge-window/no-library", test_no_library);
  ADD ("/merge-window/closed-while-comparing", test_closed_while_comparing);
  ADD ("/merge-window/narrow", test_narrow);
#undef ADD
  return g_test_run ();
}
