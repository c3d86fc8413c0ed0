/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and links that are dropped on the sources become sources. */

#include "care-browser.h"
#include "care-window.h"
#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static CareWindow *
open_window (ViewsFixture *fixture)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));

  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  gtk_window_present (GTK_WINDOW (window));
  care_window_show_view (window, "sources");
  ui_test_settle ();
  return window;
}

static CareBrowser *
get_sources (CareWindow *window)
{
  return CARE_BROWSER (views_fixture_part (window, "sources"));
}

static gboolean
is_shown (CareWindow *window, const char *title)
{
  CareRecord *shown = care_browser_get_shown (get_sources (window));

  return shown != NULL && g_strcmp0 (care_record_get_title (shown), title) == 0;
}

static gboolean
drop (CareWindow *window, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_sources (window)));
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 1.0, 1.0, &is_taken);
    }
  return is_taken;
}

static void
drop_files (CareWindow *window, const char *const *uris)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;

  for (guint i = 0; uris[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_uri (uris[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_assert_true (drop (window, &value));
}

/* The fixture's folder is to be empty in the end. */
static void
remove_file (const char *uri)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);

  g_unlink (path);
}

static char *
write_file (ViewsFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_get_uri (file);
}

/* A page with its words and a link, as one act that one undo takes back. */
static void
test_files (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  guint before = care_library_count (fixture->library, "source");
  g_autofree char *page
    = write_file (fixture, "page.html", "<title>A new fund</title><p>It is <i>new</i> money.</p>");
  const char *const uris[] = { page, "https://example.org/another-plan", NULL };
  CareRecord *shown;

  drop_files (window, uris);
  ui_test_wait (is_shown (window, "A new fund"));
  g_assert_cmpuint (care_library_count (fixture->library, "source"), ==, before + 2);
  shown = care_browser_get_shown (get_sources (window));
  g_assert_cmpstr (care_record_get (shown, "passage"), ==, "It is new money.");
  g_free (care_library_undo (fixture->library, NULL));
  g_assert_cmpuint (care_library_count (fixture->library, "source"), ==, before);
  remove_file (page);
  views_fixture_destroy (window, window);
}

/* Of a PDF its name is kept, however large it is and however that is written. */
static void
test_pdf (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  g_autofree char *pdf = write_file (fixture, "Annual_Report.PDF", "%PDF-1.7");
  g_autofree char *path = g_filename_from_uri (pdf, NULL, NULL);
  const char *const uris[] = { pdf, NULL };

  g_assert_cmpint (truncate (path, (off_t) 2 * 1024 * 1024 * 1024), ==, 0);
  drop_files (window, uris);
  ui_test_wait (is_shown (window, "Annual Report"));
  remove_file (pdf);
  views_fixture_destroy (window, window);
}

static void
test_words (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  guint before = care_library_count (fixture->library, "source");
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "NHS England, Next steps, March 2017");
  g_assert_true (drop (window, &value));
  ui_test_wait (is_shown (window, "Next steps"));
  g_assert_cmpuint (care_library_count (fixture->library, "source"), ==, before + 1);
  views_fixture_destroy (window, window);
}

static void
ignore (GObject *library, GAsyncResult *result, gpointer data)
{
  g_free (care_library_done_finish (CARE_LIBRARY (library), result, NULL));
}

/* So many records are read after those that are there that none of them is in memory. */
static void
read_others (ViewsFixture *fixture)
{
  g_autoptr (CareAct) act = care_act_new ("Add places");
  const CareId first = 900000;
  const CareId last = first + 1000;

  for (CareId id = first; id <= last; id++)
    {
      g_autoptr (CareRecord) place = care_record_new (care_kind_find ("place"), id);

      g_assert_true (care_record_set (place, "name", "Somewhere", NULL));
      care_act_insert (act, place);
    }
  g_assert_true (care_library_apply (fixture->library, act, NULL));
  for (CareId id = first; id <= last; id++)
    views_fixture_find (fixture, "place", id);
  care_library_trim (fixture->library);
}

/* While the disk is slow, who made the source cannot be looked for, and is not put in twice. */
static void
test_slow (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  guint before = care_library_count (fixture->library, "source");
  guint n_bodies = care_library_count (fixture->library, "actor");
  g_autoptr (CareAct) act = care_act_new ("Rename");
  g_auto (GValue) value = G_VALUE_INIT;
  CareRecord *shown;

  read_others (fixture);
  g_assert_true (care_act_set (act, views_fixture_find (fixture, "actor", 1002), "name", "The Labour Party", NULL));
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "NHS England, Next steps, March 2017");
  views_fixture_set_stuck (fixture, TRUE);
  care_library_apply_async (fixture->library, act, ignore, NULL);
  g_assert_true (drop (window, &value));
  ui_test_settle ();
  views_fixture_set_stuck (fixture, FALSE);
  ui_test_wait (is_shown (window, "Next steps"));
  g_assert_cmpuint (care_library_count (fixture->library, "source"), ==, before + 1);
  g_assert_cmpuint (care_library_count (fixture->library, "actor"), ==, n_bodies);
  shown = care_browser_get_shown (get_sources (window));
  g_assert_cmpstr (care_record_get_title (care_library_follow (fixture->library, shown, "creator")), ==, "NHS England");
  views_fixture_destroy (window, window);
}

/* What is of no known sort is refused in a dialog, and nothing is added. */
static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  guint before = care_library_count (fixture->library, "source");
  g_autofree char *other = write_file (fixture, "a.docx", "PK");
  const char *const uris[] = { other, NULL };
  GtkWidget *dialog;

  drop_files (window, uris);
  ui_test_wait (views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "a.docx"));
  views_fixture_destroy (dialog, dialog);
  g_assert_cmpuint (care_library_count (fixture->library, "source"), ==, before);
  remove_file (other);
  views_fixture_destroy (window, window);
}

#define ADD(path, test) g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/sources/files", test_files);
  ADD ("/sources/pdf", test_pdf);
  ADD ("/sources/words", test_words);
  ADD ("/sources/slow", test_slow);
  ADD ("/sources/refused", test_refused);
  return g_test_run ();
}
