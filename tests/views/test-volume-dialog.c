/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Export All Briefings. */

#include "care-volume-dialog.h"
#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static gpointer
find_dialog (void)
{
  return views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
}

static void
test_export (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  g_autofree char *pdf = NULL;

  care_volume_dialog_export (parent, fixture->library, file);
  g_assert_nonnull (find_dialog ());
  ui_test_wait (told->len > 0);
  g_assert_cmpstr (told->str, ==, "Exported 1 briefing as “all.pdf”");
  g_assert_null (find_dialog ());
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  views_fixture_destroy (parent, parent);
  g_unlink (path);
}

/* What must be fixed goes out as a draft, and that is told. */
static void
test_draft (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);

  views_fixture_set (fixture, "quotation", 24004, "actor", NULL);
  care_volume_dialog_export (parent, fixture->library, file);
  ui_test_wait (told->len > 0);
  g_assert_cmpstr (told->str, ==, "Exported 1 briefing as “all.pdf”; 1 must be fixed, and says that it is a draft");
  views_fixture_destroy (parent, parent);
  g_unlink (path);
}

/* While the disk is slow nobody waits; it can be stopped then, too. */
static void
test_slow (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);

  /* Which there are has been shown before. */
  g_assert_cmpuint (g_list_model_get_n_items (care_library_list (fixture->library, "briefing")), ==, 1);
  views_fixture_get_stuck (fixture);
  for (guint i = 0; i < 2; i++)
    {
      care_volume_dialog_export (parent, fixture->library, file);
      ui_test_settle ();
      g_assert_nonnull (find_dialog ());
      if (i == 0)
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "cancel");
    }
  views_fixture_set_stuck (fixture, FALSE);
  ui_test_wait (told->len > 0);
  g_assert_cmpstr (told->str, ==, "Exported 1 briefing as “all.pdf”");
  views_fixture_destroy (parent, parent);
  g_unlink (path);
}

/* What is stopped leaves the file as it was, and is not told of. */
static void
test_cancel (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  g_autofree char *after = NULL;
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "of last week", -1, NULL));
  care_volume_dialog_export (parent, fixture->library, file);
  dialog = find_dialog ();
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  ui_test_wait (dialog == NULL); /* it is held until what was under way has ended */
  g_assert_null (find_dialog ());
  g_assert_cmpstr (told->str, ==, "");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "of last week");
  views_fixture_destroy (parent, parent);
  g_unlink (path);
}

/* Never over the library; the reason is told. */
static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);

  care_volume_dialog_export (parent, fixture->library, file);
  ui_test_wait (find_dialog () != NULL
                && strcmp (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (find_dialog ())), "Not Exported") == 0);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())), "choose another name"));
  gtk_window_destroy (find_dialog ());
  views_fixture_destroy (parent, parent);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/volume-dialog/export", test_export);
  ADD ("/volume-dialog/draft", test_draft);
  ADD ("/volume-dialog/slow", test_slow);
  ADD ("/volume-dialog/cancel", test_cancel);
  ADD ("/volume-dialog/refused", test_refused);
#undef ADD
  return g_test_run ();
}
