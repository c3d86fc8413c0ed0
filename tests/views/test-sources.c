/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and links that are dropped on the sources become sources. */

#include "care-browser.h"
#include "care-window.h"
#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

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
  return CARE_BROWSER (gtk_widget_get_template_child (GTK_WIDGET (window), CARE_TYPE_WINDOW, "sources"));
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
  ui_test_wait (care_library_count (fixture->library, "source") == before + 2);
  ui_test_settle ();
  shown = care_browser_get_shown (get_sources (window));
  g_assert_cmpstr (care_record_get_title (shown), ==, "A new fund");
  g_assert_cmpstr (care_record_get (shown, "passage"), ==, "It is new money.");
  g_free (care_library_undo (fixture->library, NULL));
  g_assert_cmpuint (care_library_count (fixture->library, "source"), ==, before);
  remove_file (page);
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
  ui_test_wait (care_library_count (fixture->library, "source") == before + 1);
  ui_test_settle ();
  g_assert_cmpstr (care_record_get_title (care_browser_get_shown (get_sources (window))), ==, "Next steps");
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
  ADD ("/sources/words", test_words);
  ADD ("/sources/refused", test_refused);
  return g_test_run ();
}
