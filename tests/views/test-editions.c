/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editions of a briefing in their windows. */

#include "care-differences-window.h"
#include "care-edition-plan.h"
#include "care-edition-window.h"
#include "care-editions-window.h"
#include "care-make-edition-dialog.h"
#include "care-notice.h"
#include "care-page-view.h"
#include "views-fixture.h"

#include <string.h>

/* The narrowest window that there is. */
#define NARROW 360

static CareRecord *
briefing (ViewsFixture *fixture)
{
  return views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING);
}

static CareRecord *
find_edition (ViewsFixture *fixture, const char *label)
{
  g_autoptr (CareRecord) edition = care_edition_find (fixture->library, briefing (fixture), label);

  g_assert_nonnull (edition);
  return edition;
}

static GtkWidget *
open_editions (ViewsFixture *fixture)
{
  GtkWidget *window = care_editions_window_new (NULL, fixture->library, briefing (fixture));

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static GtkWidget *
open_dialog (ViewsFixture *fixture)
{
  GtkWidget *dialog = care_make_edition_dialog_new (NULL, fixture->library, briefing (fixture));

  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle ();
  return dialog;
}

/* The open window of that type, or NULL. */
static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
destroy (GtkWidget *window)
{
  views_fixture_destroy (window, window);
}

/* Makes an edition as a person does. */
static void
make (ViewsFixture *fixture, const char *note)
{
  gpointer dialog = open_dialog (fixture);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), note);
  g_object_add_weak_pointer (dialog, &dialog);
  g_assert_true (gtk_widget_activate_action (dialog, "edition.make", NULL));
  ui_test_wait (dialog == NULL);
}

static void
activate (GtkWidget *window, const char *action, CareRecord *edition)
{
  g_assert_true (gtk_widget_activate_action (window, action, "x", care_record_get_id (edition)));
  ui_test_settle ();
}

static void
assert_fits (GtkWidget *window)
{
  int least;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
}

static guint
count_rows (GtkWidget *window)
{
  return ui_test_count (ui_test_find (window, GTK_TYPE_LIST_BOX), ADW_TYPE_ACTION_ROW);
}

static void
test_list (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_editions (fixture);
  GtkWidget *list = ui_test_find (window, GTK_TYPE_LIST_BOX);
  GtkWidget *row;

  g_assert_cmpuint (views_fixture_count_labels (window, "No Editions Yet"), ==, 1);
  make (fixture, "");
  make (fixture, "A sum put right");
  ui_test_settle ();
  g_assert_cmpuint (views_fixture_count_labels (window, "No Editions Yet"), ==, 0);
  g_assert_cmpuint (count_rows (window), ==, 2);
  row = gtk_widget_get_first_child (list);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Edition 2");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Minor correction · "));
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), " · A sum put right"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_last_child (list))), ==,
                   "Edition 1");
  g_free (care_library_undo (fixture->library, NULL));
  g_assert_cmpuint (count_rows (window), ==, 1);
  assert_fits (window);
  destroy (window);
}

static GtkWidget *
find_effect (GtkWidget *dialog, const char *field)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, dialog);
  for (guint i = 0; i < queue->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (queue, i);

      if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), field))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (queue, child);
    }
  return NULL;
}

/* What is proposed, and what is said of it. */
static void
test_dialog (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *significant;

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_test_find (dialog, GTK_TYPE_CHECK_BUTTON))));
  g_assert_nonnull (find_effect (dialog, "“Published” becomes "));
  assert_fits (dialog);
  destroy (dialog);

  make (fixture, "");
  g_assert_nonnull (care_record_get (briefing (fixture), "published"));
  dialog = open_dialog (fixture);
  significant = ui_test_find (dialog, GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (significant)));
  g_assert_nonnull (find_effect (dialog, "“Last Minor Correction” becomes "));
  g_assert_nonnull (find_effect (dialog, "The briefing’s date of last significant amendment becomes today."));
  g_assert_nonnull (find_effect (dialog, "Only the briefing’s date of last minor correction becomes today."));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (significant), TRUE);
  g_assert_nonnull (find_effect (dialog, "“Last Significant Amendment” becomes "));
  gtk_widget_activate_action (dialog, "edition.make", NULL);
  ui_test_wait (find_window (CARE_TYPE_MAKE_EDITION_DIALOG) == NULL);
  g_assert_cmpstr (care_record_get (find_edition (fixture, "2"), "amendment"), ==, "significant");
  g_assert_nonnull (care_record_get (briefing (fixture), "amended"));
  g_assert_null (care_record_get (briefing (fixture), "corrected"));
}

/* What the window tells when an edition is made there. */
static char *
make_and_hear (ViewsFixture *fixture)
{
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *window = care_editions_window_new (parent, fixture->library, briefing (fixture));
  GtkWidget *dialog = care_make_edition_dialog_new (GTK_WINDOW (window), fixture->library, briefing (fixture));

  gtk_window_set_default_size (parent, 900, 300);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_assert_cmpuint (views_fixture_count_labels (
                      dialog, "The briefing’s date of publication becomes today, as it has none yet."),
                    ==, 2);
  gtk_widget_activate_action (dialog, "edition.make", NULL);
  ui_test_wait (told->len > 0);
  g_assert_nonnull (find_edition (fixture, "1"));
  destroy (window);
  views_fixture_destroy (parent, parent);
  return g_strdup (told->str);
}

/* Once it is in the library that is told, in the window that the dialog belongs to. */
static void
test_told (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *told = make_and_hear (fixture);

  g_assert_true (g_str_has_prefix (told, "Made edition 1 of “Integrating"));
  g_assert_true (g_str_has_suffix (told, "”"));
}

/* What does not fit its pages has no PDF to keep. */
static void
test_told_without_pages (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *told = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "words ");
  views_fixture_set (fixture, "briefing", 27001, "standfirst", words->str);
  told = make_and_hear (fixture);
  g_assert_true (g_str_has_suffix (told, "but its pages cannot be kept as PDF"));
}

/* What cannot be done is told, and nothing is lost. */
static void
test_dialog_refused (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  views_fixture_reopen_read_only (fixture);
  dialog = open_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), "A sum put right");
  gtk_widget_activate_action (dialog, "edition.make", NULL);
  ui_test_wait (care_notice_get_shown (CARE_NOTICE (ui_test_find (dialog, CARE_TYPE_NOTICE))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY))), ==, "A sum put right");
  destroy (dialog);
}

/* Of another copy of the library, merged into this one. */
static void
test_same_number (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_editions (fixture);
  GtkWidget *list = ui_test_find (window, GTK_TYPE_LIST_BOX);
  GtkWidget *row;
  g_autofree char *contents = NULL;

  make (fixture, "");
  contents = g_strdup (care_record_get (find_edition (fixture, "1"), "contents"));
  views_fixture_insert (fixture, "edition", 1, "briefing", "27001", "title", "Edition 1", "number", "1", "amendment",
                        "minor", "made", "2015-05-18", "contents", contents, NULL);
  row = gtk_widget_get_first_child (list);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Edition 1b");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_last_child (list))), ==,
                   "Edition 1a");
  activate (window, "editions.page", find_edition (fixture, "1b"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (find_window (CARE_TYPE_EDITION_WINDOW))), ==, "Edition 1b");
  destroy (find_window (CARE_TYPE_EDITION_WINDOW));
  activate (window, "editions.compare", find_edition (fixture, "1a"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (find_window (CARE_TYPE_DIFFERENCES_WINDOW))), ==,
                   "Changes Since Edition 1a");
  destroy (find_window (CARE_TYPE_DIFFERENCES_WINDOW));
  destroy (window);
}

/* The page is that of then. */
static void
test_page (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_editions (fixture);
  GtkWidget *page;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  make (fixture, "");
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£6.1bn");
  activate (window, "editions.page", find_edition (fixture, "1"));
  page = find_window (CARE_TYPE_EDITION_WINDOW);
  g_assert_nonnull (page);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (page)), ==, "Edition 1");
  {
    CarePages *pages = care_page_view_get_pages (CARE_PAGE_VIEW (ui_test_find (page, CARE_TYPE_PAGE_VIEW)));

    first = care_pages_get_text (pages, 0);
    second = care_pages_get_text (pages, 1);
    g_assert_true (strstr (first, "£3.8 billion") != NULL || strstr (second, "£3.8 billion") != NULL);
    g_assert_true (strstr (first, "£6.1 billion") == NULL && strstr (second, "£6.1 billion") == NULL);
  }
  assert_fits (page);
  destroy (page);
  destroy (window);
}

static void
test_compare (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_editions (fixture);
  GtkWidget *differences;

  make (fixture, "");
  activate (window, "editions.compare", find_edition (fixture, "1"));
  differences = find_window (CARE_TYPE_DIFFERENCES_WINDOW);
  g_assert_cmpuint (views_fixture_count_labels (differences, "No Differences"), ==, 1);
  destroy (differences);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£6.1bn");
  activate (window, "editions.compare", find_edition (fixture, "1"));
  differences = find_window (CARE_TYPE_DIFFERENCES_WINDOW);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (differences)), ==, "Changes Since Edition 1");
  g_assert_cmpuint (ui_test_count (differences, GTK_TYPE_LIST_BOX_ROW), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (
                      differences, "Value of “Better Care Fund: announced minimum”: £3.8 billion → £6.1 billion"),
                    ==, 1);
  assert_fits (differences);
  destroy (differences);
  destroy (window);
}

/* What a stranger's library holds in the place of an edition. */
static void
test_damaged (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_editions (fixture);
  CareRecord *edition
    = views_fixture_insert (fixture, "edition", 1, "briefing", "27001", "title", "Edition 1", "number", "1",
                            "amendment", "minor", "made", "2015-05-18", "contents", "AAAA", NULL);

  activate (window, "editions.page", edition);
  g_assert_null (find_window (CARE_TYPE_EDITION_WINDOW));
  g_assert_true (care_notice_get_shown (CARE_NOTICE (ui_test_find (window, CARE_TYPE_NOTICE))));
  activate (window, "editions.compare", edition);
  g_assert_null (find_window (CARE_TYPE_DIFFERENCES_WINDOW));
  destroy (window);
}

static void
test_read_only (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  make (fixture, "");
  views_fixture_reopen_read_only (fixture);
  window = open_editions (fixture);
  g_assert_cmpuint (count_rows (window), ==, 1);
  gtk_widget_activate_action (window, "editions.make", NULL);
  g_assert_null (find_window (CARE_TYPE_MAKE_EDITION_DIALOG));
  destroy (window);
}

static void
went (GSimpleAction *action, GVariant *parameter, GString *way)
{
  g_string_append_printf (way, "%s ", g_action_get_name (G_ACTION (action)));
}

static void
add_way (GtkWindow *window, const char *name, const char *type, GString *way)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const char *const names[] = { "show-record", "next-problem" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], i == 0 ? G_VARIANT_TYPE (type) : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (went), way);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (window), name, G_ACTION_GROUP (group));
}

/* What was typed is there when it is opened again, until the edition is made. */
static void
test_dialog_kept (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), "A sum put");
  destroy (dialog);
  dialog = open_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY))), ==, "A sum put");
  destroy (dialog);
  make (fixture, "A sum put right");
  dialog = open_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY))), ==, "");
  destroy (dialog);
}

/* What must be fixed is in no edition; from the dialog there is a way to it. */
static void
test_must_fix (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) way = g_string_new (NULL);
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  gpointer window = care_editions_window_new (parent, fixture->library, briefing (fixture));
  gpointer dialog = care_make_edition_dialog_new (GTK_WINDOW (window), fixture->library, briefing (fixture));
  GtkWidget *notice;

  add_way (parent, "win", "(sx)", way);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  views_fixture_set (fixture, "quotation", 24004, "actor", NULL);
  gtk_widget_activate_action (dialog, "edition.make", NULL);
  notice = ui_test_find (dialog, CARE_TYPE_NOTICE);
  ui_test_wait (views_fixture_count_labels (notice, "1 problem must be fixed before an edition is made") == 1);
  g_assert_true (care_notice_get_shown (CARE_NOTICE (notice)));
  g_assert_cmpuint (care_library_count (fixture->library, "edition"), ==, 0);
  g_object_add_weak_pointer (dialog, &dialog);
  g_object_add_weak_pointer (window, &window);
  g_signal_emit_by_name (notice, "clicked");
  ui_test_wait (dialog == NULL && window == NULL);
  g_assert_cmpstr (way->str, ==, "show-record next-problem ");
  views_fixture_destroy (parent, parent);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/editions/list", test_list);
  ADD ("/editions/dialog", test_dialog);
  ADD ("/editions/told", test_told);
  ADD ("/editions/told-without-pages", test_told_without_pages);
  ADD ("/editions/dialog-refused", test_dialog_refused);
  ADD ("/editions/dialog-kept", test_dialog_kept);
  ADD ("/editions/same-number", test_same_number);
  ADD ("/editions/page", test_page);
  ADD ("/editions/compare", test_compare);
  ADD ("/editions/damaged", test_damaged);
  ADD ("/editions/read-only", test_read_only);
  ADD ("/editions/must-fix", test_must_fix);
#undef ADD
  return g_test_run ();
}
