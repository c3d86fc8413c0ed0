/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The versions of a position in the record pane, and the form that records another. */

#include "care-change-dialog.h"
#include "care-form-dialog.h"
#include "care-prose-row.h"
#include "care-record-pane.h"
#include "care-value-row.h"
#include "care-panel.h"
#include "views-fixture.h"

#include <string.h>

#define ORGANISATIONS 8009
#define BETTER_CARE 8001 /* whose line is printed */

static CareRecordPane *
open_pane (ViewsFixture *fixture, CareId position)
{
  CareRecordPane *pane = CARE_RECORD_PANE (care_record_pane_new ());

  ui_test_show (GTK_WIDGET (pane), 500, 900);
  care_record_pane_set_library (pane, fixture->library);
  care_record_pane_show (pane, views_fixture_find (fixture, "position", position));
  ui_test_settle ();
  return pane;
}

static void
close_pane (CareRecordPane *pane)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (pane)), pane);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

static const char *
get_row (GPtrArray *rows, guint index)
{
  return adw_preferences_row_get_title (g_ptr_array_index (rows, index));
}

/* Newest first, each with when, by whom, why and where that is from. */
static void
test_versions (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, ORGANISATIONS);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL);
  g_autoptr (GPtrArray) rows = find_all (panel, ADW_TYPE_ACTION_ROW);
  const char *said = adw_action_row_get_subtitle (g_ptr_array_index (rows, 1));

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_true (g_str_has_prefix (get_row (rows, 0), "Welcome GP practices"));
  g_assert_true (g_str_has_prefix (get_row (rows, 1), "Set up integrated care organisations"));
  g_assert_true (g_str_has_prefix (get_row (rows, 2), "Ask every hospital trust"));
  g_assert_nonnull (strstr (said, "on Tuesday (date not given) [27 January 2015 (uncertain)] · Andy Burnham, shadow "
                                  "health secretary · Speech to NHS and policy leaders · would · superseded"));
  g_assert_nonnull (strstr (said, "Why changed: The Five Year Forward View showed"));
  g_assert_nonnull (strstr (said, "Sources: Labour backs down on hospital-led integration"));
  /* Once in the panel, and not again among what belongs to the position. */
  g_assert_cmpuint (views_fixture_count_labels (pane, get_row (rows, 0)), ==, 1);
  close_pane (pane);
}

static guint
count_dates (GtkWidget *panel, const char *from, const char *to)
{
  g_autofree char *dates = g_strdup_printf ("From: %s\nTo: %s", from, to);

  return views_fixture_count_labels (panel, dates);
}

/* The two newest at first; of three that are chosen the one chosen first is let go. */
static void
test_difference (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, ORGANISATIONS);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL);
  g_autoptr (GPtrArray) checks = find_all (panel, GTK_TYPE_CHECK_BUTTON);

  g_assert_cmpuint (count_dates (panel, "on Tuesday (date not given) [27 January 2015 (uncertain)]", "date not stated"), ==, 1);
  gtk_check_button_set_active (g_ptr_array_index (checks, 2), TRUE);
  g_assert_false (gtk_check_button_get_active (g_ptr_array_index (checks, 0)));
  g_assert_cmpuint (count_dates (panel, "September (year not stated) [September 2014]",
                                 "on Tuesday (date not given) [27 January 2015 (uncertain)]"),
                    ==, 1);
  gtk_check_button_set_active (g_ptr_array_index (checks, 2), FALSE);
  g_assert_cmpuint (views_fixture_count_labels (panel, "Choose two versions to see what differs between them."), ==, 1);
  close_pane (pane);
}

static void
type (GtkWidget *dialog, const char *label, const char *text)
{
  g_autoptr (GPtrArray) rows = find_all (dialog, CARE_TYPE_EDIT_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (ui_test_find_label (g_ptr_array_index (rows, i), GTK_TYPE_LABEL, label) != NULL)
      {
        GtkWidget *view = ui_test_find (g_ptr_array_index (rows, i), GTK_TYPE_TEXT_VIEW);

        if (view != NULL)
          gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
        else
          gtk_editable_set_text (GTK_EDITABLE (ui_test_find (g_ptr_array_index (rows, i), GTK_TYPE_TEXT)), text);
        return;
      }
  g_assert_not_reached ();
}

static guint
count_rows (CareRecordPane *pane, const char *subtitle)
{
  g_autoptr (GPtrArray) rows = find_all (pane, ADW_TYPE_ACTION_ROW);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_strcmp0 (adw_action_row_get_subtitle (g_ptr_array_index (rows, i)), subtitle) == 0;
  return n;
}

/* What prints the earlier wording is told in words, and is listed. */
static void
test_change (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, BETTER_CARE);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *dialog
    = care_change_dialog_new (parent, fixture->library, views_fixture_find (fixture, "position", BETTER_CARE));

  g_assert_cmpuint (count_rows (pane, "Party line"), ==, 1);
  gtk_window_present (GTK_WINDOW (dialog));
  views_fixture_assert_fits (dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  type (dialog, "Wording", "Do without the Better Care Fund");
  type (dialog, "Date, as Stated", "June 2015");
  care_form_dialog_finish (CARE_FORM_DIALOG (dialog));
  ui_test_wait (dialog == NULL);
  g_assert_cmpstr (told->str, ==, "1 party line and 1 briefing still print the earlier wording.");
  g_assert_cmpuint (count_rows (pane, "Party line · prints an earlier wording"), ==, 1);
  g_assert_cmpuint (count_rows (pane, "In “Integrating health and social care” · prints an earlier wording"), ==, 1);
  gtk_window_destroy (parent);
  close_pane (pane);
}

/* It stays open, says why, and nothing is done. */
static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *dialog
    = care_change_dialog_new (parent, fixture->library, views_fixture_find (fixture, "position", BETTER_CARE));

  gtk_window_present (GTK_WINDOW (dialog));
  type (dialog, "Wording", "Name the Better Care Fund as the way to join health with social care");
  care_form_dialog_finish (CARE_FORM_DIALOG (dialog));
  ui_test_wait (views_fixture_count_labels (dialog, "The wording is the same as before. Write how it is put now.") == 1);
  g_assert_cmpuint (care_library_count (fixture->library, "position_version"), ==, 27);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (parent);
}

static void
add (const char *path, void (*test) (ViewsFixture *fixture, gconstpointer data))
{
  g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  add ("/versions-panel/versions", test_versions);
  add ("/versions-panel/difference", test_difference);
  add ("/versions-panel/change", test_change);
  add ("/versions-panel/refused", test_refused);
  return g_test_run ();
}
