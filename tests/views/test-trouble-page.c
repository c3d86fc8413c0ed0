/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said and offered of a library that cannot be opened. */

#include "care-backups-window.h"
#include "care-store-error.h"
#include "care-trouble-page.h"
#include "views-fixture.h"

#define LOCKED "“a.carebrief” is open on <b>host</b> & co; close it there"

static CareTroublePage *
show (const char *path, int code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (CARE_STORE_ERROR, code, message);
  GtkWidget *page = care_trouble_page_new ();

  ui_test_show (page, 360, 640);
  care_trouble_page_show (CARE_TROUBLE_PAGE (page), path, error);
  ui_test_settle ();
  return CARE_TROUBLE_PAGE (page);
}

static void
destroy (CareTroublePage *page)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (page)), page);
}

/* The labels of the buttons that can be seen, with commas. */
static char *
list_offers (CareTroublePage *page)
{
  GString *offers = g_string_new (NULL);
  GtkWidget *button
    = gtk_widget_get_first_child (gtk_widget_get_parent (ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON)));

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    if (GTK_IS_BUTTON (button) && gtk_widget_get_visible (button))
      g_string_append_printf (offers, "%s%s%s", offers->len > 0 ? ", " : "",
                              gtk_widget_has_css_class (button, "suggested-action") ? "*" : "",
                              gtk_button_get_label (GTK_BUTTON (button)));
  return g_string_free (offers, FALSE);
}

static void
count (gpointer page, int *n)
{
  (*n)++;
}

static GtkWidget *
find_button (CareTroublePage *page, const char *label)
{
  GtkWidget *button = ui_test_find_label (GTK_WIDGET (page), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

/* Each trouble: its title, and what is offered, first what is suggested. */
static void
test_offers (void)
{
  static const struct
  {
    int code;
    const char *title;
    const char *offers;
  } cases[] = {
    { CARE_STORE_ERROR_DAMAGED, "This Library Is Damaged",
      "Read What Can Be Read…, *Open Another Library…" },
    { CARE_STORE_ERROR_MISSING, "This Library Is Not There", "*Try Again, Open Another Library…" },
    { CARE_STORE_ERROR_NOT_A_LIBRARY, "This Is Not a Library", "*Open Another Library…" },
    { CARE_STORE_ERROR_NEWER, "This Library Is Newer than CareBrief", "*Open Another Library…" },
    { CARE_STORE_ERROR_IN_USE, "This Library Is Open Elsewhere",
      "*Open Read-Only, Try Again, Open Another Library…" },
    { CARE_STORE_ERROR_IN_USE_ELSEWHERE, "This Library Is Open Elsewhere",
      "*Open Read-Only, Take Over, Try Again, Open Another Library…" },
    { CARE_STORE_ERROR_NO_ACCESS, "This Library May Not Be Opened", "*Try Again, Open Another Library…" },
    { CARE_STORE_ERROR_DISK_FULL, "The Disk Is Full",
      "*Open Read-Only, Try Again, Open Another Library…" },
    { CARE_STORE_ERROR_IO, "The Disk Reports an Error", "*Try Again, Open Another Library…" },
    { CARE_STORE_ERROR_EXISTS, "The Library Cannot Be Opened", "*Try Again, Open Another Library…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareTroublePage *page = show ("/nowhere/a.carebrief", cases[i].code, LOCKED);
      g_autofree char *offers = list_offers (page);

      g_assert_cmpuint (views_fixture_count_labels (page, cases[i].title), ==, 1);
      g_assert_cmpstr (offers, ==, cases[i].offers);
      g_assert_cmpuint (
        views_fixture_count_labels (page, cases[i].code == CARE_STORE_ERROR_DAMAGED
                                            ? "Nothing has been changed. There is no backup of it."
                                            : LOCKED "."),
        ==, 1);
      views_fixture_assert_fits (gtk_widget_get_root (GTK_WIDGET (page)));
      destroy (page);
    }
}

/* A click is told by the signal of that name, and by no other. */
static void
test_signals (void)
{
  static const struct
  {
    const char *label;
    const char *signal;
  } cases[] = {
    { "Open Read-Only", "open-read-only" },
    { "Take Over", "take-over" },
    { "Try Again", "try-again" },
  };
  CareTroublePage *page = show ("/nowhere/a.carebrief", CARE_STORE_ERROR_IN_USE_ELSEWHERE, LOCKED);
  int n[G_N_ELEMENTS (cases)] = { 0 };

  care_trouble_page_focus (page);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))))
                 == find_button (page, "Open Read-Only"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_signal_connect (page, cases[i].signal, G_CALLBACK (count), &n[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_signal_emit_by_name (find_button (page, cases[i].label), "clicked");
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        g_assert_cmpint (n[k], ==, k <= i);
    }
  destroy (page);
}

static void
remember (gpointer page, const char *path, char **chosen)
{
  g_free (*chosen);
  *chosen = g_strdup (path);
}

/* The newest backup is offered, the others in a window. */
static void
test_backup (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *newest = views_fixture_add_backup (fixture, "20150512T091400.000Z");
  g_autofree char *replaced = views_fixture_add_backup (fixture, "20150513T091400.000Z-replaced");
  g_autofree char *broken = views_fixture_add_backup (fixture, "20150514T091400.000Z");
  g_autofree char *chosen = NULL;
  g_autofree char *offers = NULL;
  CareTroublePage *page;
  GtkWidget *window;

  g_file_set_contents (broken, "broken", -1, NULL);
  page = show (fixture->path, CARE_STORE_ERROR_DAMAGED,
               "The library is damaged (here & there); restore a backup");
  offers = list_offers (page);
  g_assert_cmpstr (offers, ==,
                   "*Restore Backup, Other Backups…, Read What Can Be Read…, Open Another Library…");
  g_signal_connect (page, "restore", G_CALLBACK (remember), &chosen);
  g_signal_emit_by_name (find_button (page, "Restore Backup"), "clicked");
  g_assert_cmpstr (chosen, ==, newest);
  g_assert_cmpuint (
    views_fixture_count_labels (page, "Nothing has been changed. A backup from 12 May 2015 09:14 is ready."),
    ==, 1);

  g_clear_pointer (&chosen, g_free);
  g_signal_emit_by_name (find_button (page, "Other Backups…"), "clicked");
  ui_test_settle ();
  window = views_fixture_find_window (CARE_TYPE_BACKUPS_WINDOW);
  g_assert_nonnull (window);
  g_signal_emit_by_name (window, "restore", "another");
  g_assert_cmpstr (chosen, ==, "another");
  views_fixture_destroy (window, window);
  destroy (page);
}

/* Another trouble leaves nothing of the one before. */
static void
test_again (ViewsFixture *fixture, gconstpointer data)
{
  CareTroublePage *page;
  g_autofree char *offers = NULL;
  g_autoptr (GError) error = g_error_new_literal (CARE_STORE_ERROR, CARE_STORE_ERROR_NEWER, "Newer");

  page = show (fixture->path, CARE_STORE_ERROR_DAMAGED, "The library is damaged");
  g_assert_cmpuint (views_fixture_count_labels (page, "Details"), ==, 1);
  care_trouble_page_show (page, fixture->path, error);
  offers = list_offers (page);
  g_assert_cmpstr (offers, ==, "*Open Another Library…");
  g_assert_cmpuint (views_fixture_count_labels (page, "Details"), ==, 0);
  destroy (page);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/trouble-page/offers", test_offers);
  g_test_add_func ("/trouble-page/signals", test_signals);
#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/trouble-page/backup", test_backup);
  ADD ("/trouble-page/again", test_again);
#undef ADD
  return g_test_run ();
}
