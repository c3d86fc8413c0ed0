/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that are there twice are looked through and merged. */

#include "care-duplicates-window.h"
#include "care-radio.h"
#include "views-fixture.h"

#include <string.h>

#define MANIFESTO 7006

typedef struct
{
  ViewsFixture base;
  GString *told;
  GtkWindow *parent;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  views_fixture_set_up (&fixture->base, data);
  fixture->told = g_string_new (NULL);
  fixture->parent = views_fixture_show_parent (fixture->told);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  views_fixture_destroy (fixture->parent, fixture->parent);
  ui_test_settle ();
  g_string_free (fixture->told, TRUE);
  views_fixture_tear_down (&fixture->base, data);
}

static gboolean
is_looking (GtkWidget *window)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (window, CARE_TYPE_DUPLICATES_WINDOW, "stack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "wait");
}

static GtkWidget *
open_window (Fixture *fixture)
{
  GtkWidget *window = care_duplicates_window_new (fixture->parent, fixture->base.library);

  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (!is_looking (window));
  ui_test_settle ();
  return window;
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture);

  g_assert_nonnull (ui_test_find_label (window, GTK_TYPE_LABEL, "No Duplicates"));
  views_fixture_destroy (window, window);
}

/* It is looked in a thread, and no longer than the window is open. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = care_duplicates_window_new (fixture->parent, fixture->base.library);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (is_looking (window));
  gtk_widget_activate_action (window, "window.close", NULL);
  views_fixture_destroy (window, window);
}

static void
add_twin (Fixture *fixture)
{
  views_fixture_insert (&fixture->base, "source", 99001, "title", "Conservative party manifesto 2017", "kind", "manifesto",
                        "creator", "1001", "published", "2017-05", NULL);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window, *merge;

  add_twin (fixture);
  window = open_window (fixture);
  g_assert_nonnull (ui_test_find_label (window, GTK_TYPE_LABEL, "The Same Title, Year and Maker"));
  merge = ui_test_find_label (window, GTK_TYPE_BUTTON, "Merge 1 Pair");
  g_assert_nonnull (merge);
  views_fixture_assert_fits (window);
  g_signal_emit_by_name (merge, "clicked");
  ui_test_wait (fixture->told->len > 0);
  g_assert_cmpstr (fixture->told->str, ==, "The sources are merged");
  g_assert_null (care_library_find (fixture->base.library, "source", 99001));
  g_assert_nonnull (care_library_find (fixture->base.library, "source", MANIFESTO));
  g_free (care_library_undo (fixture->base.library, NULL));
  g_assert_nonnull (care_library_find (fixture->base.library, "source", 99001));
}

/* As a person does who clicks on the words. */
static void
choose (GtkWidget *window, const char *title)
{
  GtkWidget *label = ui_test_find_label (window, GTK_TYPE_LABEL, title);

  gtk_widget_activate (gtk_widget_get_ancestor (label, CARE_TYPE_RADIO));
}

/* The other may be kept, or both. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window, *merge;

  add_twin (fixture);
  window = open_window (fixture);
  choose (window, "Keep Both");
  merge = ui_test_find_label (window, GTK_TYPE_BUTTON, "Merge 0 Pairs");
  g_assert_nonnull (merge);
  g_assert_false (gtk_widget_get_sensitive (merge));
  choose (window, "Keep “Conservative party manifesto 2017”");
  g_signal_emit_by_name (merge, "clicked");
  ui_test_wait (fixture->told->len > 0);
  g_assert_null (care_library_find (fixture->base.library, "source", MANIFESTO));
  g_assert_nonnull (care_library_find (fixture->base.library, "source", 99001));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/duplicates-window/none", test_none);
  ADD ("/duplicates-window/cancel", test_cancel);
  ADD ("/duplicates-window/merge", test_merge);
  ADD ("/duplicates-window/choose", test_choose);
  return g_test_run ();
}
