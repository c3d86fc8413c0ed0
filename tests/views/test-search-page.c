/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-find-bar.h"
#include "care-list.h"
#include "care-search-chips.h"
#include "care-search-examples.h"
#include "care-search-page.h"
#include "views-fixture.h"

#include <string.h>

/* The narrowest window that there is. */
#define NARROW 360

typedef struct
{
  GtkWidget *page;
  GtkWindow *window;
  GtkWidget *entry;
  CareList *list;
  CareRecord *opened; /* the last that was to be opened */
  guint n_left;
} Page;

static void
note_activated (CareSearchPage *page, CareRecord *record, Page *self)
{
  g_set_object (&self->opened, record);
}

static void
note_left (CareSearchPage *page, Page *self)
{
  self->n_left++;
}

static void
page_open (Page *self, ViewsFixture *fixture)
{
  memset (self, 0, sizeof *self);
  self->page = care_search_page_new ();
  self->entry = ui_test_find (self->page, GTK_TYPE_SEARCH_ENTRY);
  self->list = CARE_LIST (ui_test_find (self->page, CARE_TYPE_LIST));
  g_signal_connect (self->page, "activated", G_CALLBACK (note_activated), self);
  g_signal_connect (self->page, "left", G_CALLBACK (note_left), self);
  care_search_page_set_library (CARE_SEARCH_PAGE (self->page), fixture->library);
  self->window = ui_test_show (self->page, 1000, 700);
  care_search_page_focus (CARE_SEARCH_PAGE (self->page));
  ui_test_settle ();
}

static void
page_close (Page *self)
{
  g_clear_object (&self->opened);
  views_fixture_destroy (self->window, self->page);
}

static void
type (Page *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  ui_test_settle ();
}

static guint
count_hits (Page *self)
{
  return g_list_model_get_n_items (care_list_get_model (self->list));
}

static const char *
get_state (Page *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_test_find (self->page, GTK_TYPE_STACK)));
}

static AdwStatusPage *
get_status (Page *self)
{
  return ADW_STATUS_PAGE (ui_test_find (self->page, ADW_TYPE_STATUS_PAGE));
}

/* The chip that begins so and can be seen. */
static GtkWidget *
find_chip (Page *self, const char *name)
{
  GtkWidget *chips = ui_test_find (self->page, CARE_TYPE_SEARCH_CHIPS);
  GtkWidget *first = gtk_widget_get_parent (ui_test_find (chips, GTK_TYPE_TOGGLE_BUTTON));

  if (!gtk_widget_get_visible (chips))
    return NULL;
  for (GtkWidget *chip = gtk_widget_get_first_child (first); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    if (gtk_widget_get_visible (chip) && g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (chip)), name))
      return chip;
  return NULL;
}

static void
assert_count (Page *self, const char *text)
{
  ui_test_wait (views_fixture_count_labels (self->page, text) == 1);
}

/* The library is searched as the words are typed. */
static void
test_search (ViewsFixture *fixture, gconstpointer data)
{
  Page page;

  page_open (&page, fixture);
  g_assert_cmpstr (get_state (&page), ==, "status");
  g_assert_null (find_chip (&page, "Briefings"));
  type (&page, "kind:figure better care fund: announced min");
  g_assert_cmpstr (get_state (&page), ==, "list");
  assert_count (&page, "1 result");
  g_assert_nonnull (find_chip (&page, "Everything 1"));
  g_assert_nonnull (find_chip (&page, "Figure 1"));
  type (&page, "care");
  g_assert_cmpuint (count_hits (&page), >, 20);
  g_assert_nonnull (find_chip (&page, "Figures"));
  type (&page, "  ");
  g_assert_cmpuint (count_hits (&page), ==, 0);
  g_assert_cmpstr (get_state (&page), ==, "status");
  page_close (&page);
}

/* Every key is searched for, and keys that come together only once, for the last. */
static void
test_keys (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "m", "mo", "mon", "moni", "monit", "monito", "monitor" };
  Page page;

  page_open (&page, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_editable_set_text (GTK_EDITABLE (page.entry), keys[i]);
  g_assert_cmpuint (count_hits (&page), ==, 0);
  ui_test_settle ();
  g_assert_cmpuint (count_hits (&page), >, 0);
  /* Enter does not wait for an idle moment. */
  gtk_editable_set_text (GTK_EDITABLE (page.entry), "andy burnham");
  g_signal_emit_by_name (page.entry, "activate");
  g_assert_cmpstr (care_record_get_title (page.opened), ==, "Andy Burnham");
  page_close (&page);
}

/* A kind narrows what was found and stays chosen. */
static void
test_chips (ViewsFixture *fixture, gconstpointer data)
{
  Page page;
  guint n_all;
  g_autofree char *label = NULL;

  page_open (&page, fixture);
  type (&page, "integ");
  n_all = count_hits (&page);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (&page, "Pledge")), TRUE);
  ui_test_settle ();
  g_assert_cmpuint (count_hits (&page), >, 0);
  g_assert_cmpuint (count_hits (&page), <, n_all);
  label = g_strdup_printf ("Pledges %u", count_hits (&page));
  g_assert_nonnull (find_chip (&page, label));
  type (&page, "andy burnham");
  g_assert_cmpuint (count_hits (&page), ==, 0);
  g_assert_cmpstr (adw_status_page_get_title (get_status (&page)), ==, "No Pledges for “andy burnham”");
  g_assert_nonnull (find_chip (&page, "Pledges 0"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (&page, "Everything")), TRUE);
  ui_test_settle ();
  g_assert_cmpuint (count_hits (&page), >, 0);
  g_assert_null (find_chip (&page, "Pledges 0"));
  page_close (&page);
}

/* What was typed is a text, whatever it looks like. */
static void
test_nothing_found (ViewsFixture *fixture, gconstpointer data)
{
  Page page;

  page_open (&page, fixture);
  type (&page, "<b>R&D</b> %s xyz");
  g_assert_cmpstr (get_state (&page), ==, "status");
  g_assert_cmpuint (views_fixture_count_labels (page.page, "No Results for “<b>R&D</b> %s xyz”"), ==, 1);
  assert_count (&page, "0 results");
  page_close (&page);
}

static void
test_examples (ViewsFixture *fixture, gconstpointer data)
{
  Page page;
  GtkWidget *examples;
  guint n = 0;

  page_open (&page, fixture);
  examples = ui_test_find (page.page, CARE_TYPE_SEARCH_EXAMPLES);
  for (GtkWidget *row = gtk_widget_get_first_child (ui_test_find (examples, GTK_TYPE_LIST_BOX)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_signal_emit_by_name (examples, "chosen", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      ui_test_settle ();
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page.entry)), ==,
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      n += count_hits (&page) > 0;
    }
  g_assert_cmpuint (n, >=, 5);
  page_close (&page);
}

/* A part of a record is opened as itself. */
static void
test_activate (ViewsFixture *fixture, gconstpointer data)
{
  Page page;
  g_autoptr (GObject) first = NULL;

  page_open (&page, fixture);
  type (&page, "kind:deadline before april");
  first = g_list_model_get_item (care_list_get_model (page.list), 0);
  g_signal_emit_by_name (page.list, "activated", first);
  g_assert_cmpstr (care_record_get_kind (page.opened)->name, ==, "deadline");
  g_clear_object (&page.opened);
  g_signal_emit_by_name (page.list, "clicked", first);
  g_assert_cmpstr (care_record_get_kind (page.opened)->name, ==, "deadline");
  page_close (&page);
}

static void
test_keyboard (ViewsFixture *fixture, gconstpointer data)
{
  Page page;
  GtkWidget *focus;

  page_open (&page, fixture);
  ui_test_press (page.entry, GDK_KEY_Down);
  type (&page, "care");
  ui_test_press (page.entry, GDK_KEY_Down);
  ui_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (page.window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (page.list)));
  g_assert_nonnull (care_list_get_selected (page.list));
  g_assert_cmpuint (page.n_left, ==, 0);
  g_signal_emit_by_name (page.entry, "stop-search");
  g_assert_cmpuint (page.n_left, ==, 1);
  ui_test_press (page.page, GDK_KEY_Escape);
  g_assert_cmpuint (page.n_left, ==, 2);
  g_signal_emit_by_name (ui_test_find (page.page, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (page.n_left, ==, 3);
  page_close (&page);
}

/* What was found is in bold, and nothing else. */
static void
test_bold (ViewsFixture *fixture, gconstpointer data)
{
  Page page;
  PangoAttrList *marks;
  GSList *attributes;
  PangoAttribute *bold;

  page_open (&page, fixture);
  type (&page, "kind:person andy");
  marks = gtk_label_get_attributes (GTK_LABEL (ui_test_find_label (page.page, GTK_TYPE_LABEL, "Andy Burnham")));
  attributes = pango_attr_list_get_attributes (marks);
  g_assert_cmpuint (g_slist_length (attributes), ==, 1);
  bold = attributes->data;
  g_assert_cmpint (bold->klass->type, ==, PANGO_ATTR_WEIGHT);
  g_assert_cmpuint (bold->start_index, ==, 0);
  g_assert_cmpuint (bold->end_index, ==, strlen ("Andy"));
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  page_close (&page);
}

/* What is done to the library is seen at once, or when the page is shown again. */
static void
test_follows (ViewsFixture *fixture, gconstpointer data)
{
  Page page;

  page_open (&page, fixture);
  type (&page, "andover");
  g_assert_cmpuint (count_hits (&page), ==, 0);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "label", "Andover fund");
  ui_test_settle ();
  g_assert_cmpuint (count_hits (&page), ==, 1);
  gtk_widget_set_visible (page.page, FALSE);
  g_free (care_library_undo (fixture->library, NULL));
  ui_test_settle ();
  g_assert_cmpuint (count_hits (&page), ==, 1);
  gtk_widget_set_visible (page.page, TRUE);
  ui_test_settle ();
  g_assert_cmpuint (count_hits (&page), ==, 0);
  care_search_page_set_library (CARE_SEARCH_PAGE (page.page), NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page.entry)), ==, "");
  type (&page, "care");
  g_assert_cmpuint (count_hits (&page), ==, 0);
  page_close (&page);
}

static void
test_narrow (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "", "care", "xyz" };
  Page page;
  int least;

  page_open (&page, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      type (&page, typed[i]);
      gtk_widget_measure (page.page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, NARROW);
    }
  page_close (&page);
}

static void
note_typed (CareFindBar *bar, const char *typed, GString *told)
{
  g_string_append_printf (told, "%s;", typed);
}

static void
note_bar_left (CareFindBar *bar, GString *told)
{
  g_string_append (told, "left;");
}

static void
test_find_bar (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *bar = care_find_bar_new ();
  GtkWindow *window = ui_test_show (bar, 400, 200);
  GtkWidget *entry = ui_test_find (bar, GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (bar, "typed", G_CALLBACK (note_typed), told);
  g_signal_connect (bar, "left", G_CALLBACK (note_bar_left), told);
  g_assert_false (care_find_bar_is_open (CARE_FIND_BAR (bar)));
  care_find_bar_open (CARE_FIND_BAR (bar));
  g_assert_true (care_find_bar_is_open (CARE_FIND_BAR (bar)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "f");
  gtk_editable_set_text (GTK_EDITABLE (entry), "fund");
  ui_test_settle ();
  g_assert_cmpstr (told->str, ==, "fund;");
  gtk_editable_set_text (GTK_EDITABLE (entry), "funds");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (told->str, ==, "fund;funds;left;");
  ui_test_press (entry, GDK_KEY_Down);
  care_find_bar_close (CARE_FIND_BAR (bar));
  ui_test_settle ();
  g_assert_cmpstr (told->str, ==, "fund;funds;left;left;;left;");
  views_fixture_destroy (window, bar);
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
  add ("/views/search-page/search", test_search);
  add ("/views/search-page/keys", test_keys);
  add ("/views/search-page/chips", test_chips);
  add ("/views/search-page/nothing-found", test_nothing_found);
  add ("/views/search-page/examples", test_examples);
  add ("/views/search-page/activate", test_activate);
  add ("/views/search-page/keyboard", test_keyboard);
  add ("/views/search-page/bold", test_bold);
  add ("/views/search-page/follows", test_follows);
  add ("/views/search-page/narrow", test_narrow);
  add ("/views/search-page/find-bar", test_find_bar);
  return g_test_run ();
}
