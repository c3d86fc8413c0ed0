/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-list.h"

#include "care-list-entry.h"
#include "ui-test.h"

/* A view with a list of three rows between two buttons. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *before, *after;
  CareList *list;
  GListStore *store;
  guint n_selected, n_activated;
  gpointer last; /* item of the last signal */
} Fixture;

static GObject *
make_item (const char *title)
{
  GObject *item = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (item, "title", g_strdup (title), g_free);
  return item;
}

static void
describe (gpointer item, CareListRow *row, gpointer data)
{
  row->title = g_strdup (g_object_get_data (item, "title"));
  row->trailing = g_strdup ("£3.8 billion");
  row->subtitle = g_strdup ("pooled");
  row->badge = g_strdup ("two values");
  row->has_swatch = care_colour_parse ("#0087dc", &row->swatch);
}

static void
on_selected (CareList *list, GObject *item, Fixture *f)
{
  f->n_selected++;
  f->last = item;
}

static void
on_activated (CareList *list, GObject *item, Fixture *f)
{
  f->n_activated++;
  f->last = item;
}

static void
append (Fixture *f, const char *title)
{
  g_autoptr (GObject) item = make_item (title);

  g_list_store_append (f->store, item);
}

/* Owned by the store. */
static gpointer
nth (Fixture *f, guint index)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (f->store), index);

  return item;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->list = CARE_LIST (care_list_new ());
  f->store = g_list_store_new (G_TYPE_OBJECT);
  append (f, "Better Care Fund");
  append (f, "Time to Care");
  append (f, "Healthcare Fund");
  care_list_set_describe (f->list, describe, NULL, NULL);
  care_list_set_label (f->list, "Figures");
  care_list_set_model (f->list, G_LIST_MODEL (f->store));
  g_signal_connect (f->list, "selected", G_CALLBACK (on_selected), f);
  g_signal_connect (f->list, "activated", G_CALLBACK (on_activated), f);
  f->before = gtk_button_new_with_label ("Before");
  f->after = gtk_button_new_with_label ("After");
  gtk_box_append (GTK_BOX (box), f->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->list));
  gtk_box_append (GTK_BOX (box), f->after);
  f->window = ui_test_show (box, 360, 400);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  g_object_unref (f->store);
}

static GtkWidget *
row_of (Fixture *f, const char *title)
{
  GtkWidget *label = ui_test_find_label (GTK_WIDGET (f->list), GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  return gtk_widget_get_parent (gtk_widget_get_ancestor (label, CARE_TYPE_LIST_ENTRY));
}

static void
test_selects (Fixture *f, gconstpointer data)
{
  g_assert_null (care_list_get_selected (f->list));
  care_list_select (f->list, nth (f, 1));
  g_assert_true (care_list_get_selected (f->list) == nth (f, 1));
  g_assert_true (f->last == nth (f, 1));
  g_assert_cmpuint (f->n_selected, ==, 1);
  care_list_select (f->list, nth (f, 1));
  g_assert_cmpuint (f->n_selected, ==, 1);
  care_list_select (f->list, NULL);
  g_assert_null (care_list_get_selected (f->list));
  g_assert_cmpuint (f->n_selected, ==, 2);
  g_assert_null (f->last);
  g_assert_cmpuint (f->n_activated, ==, 0);
}

static void
test_keeps_selection_through_changes (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) other = g_list_store_new (G_TYPE_OBJECT);
  gpointer item = nth (f, 1);

  care_list_select (f->list, item);
  g_list_store_remove (f->store, 0);
  g_assert_true (care_list_get_selected (f->list) == item);
  append (f, "Savings");
  g_list_store_append (other, nth (f, 2));
  g_list_store_append (other, item);
  care_list_set_model (f->list, G_LIST_MODEL (other));
  g_assert_true (care_list_get_model (f->list) == G_LIST_MODEL (other));
  g_assert_true (care_list_get_selected (f->list) == item);
  g_assert_cmpuint (f->n_selected, ==, 1);
  g_list_store_remove (other, 1);
  g_assert_null (care_list_get_selected (f->list));
  g_assert_cmpuint (f->n_selected, ==, 2);
}

static void
assert_rows (Fixture *f, const char *expected)
{
  g_autoptr (GtkBitset) rows = care_list_get_rows (f->list);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < gtk_bitset_get_size (rows); i++)
    g_string_append_printf (said, "%u", gtk_bitset_get_nth (rows, i));
  g_assert_cmpstr (said->str, ==, expected);
}

static void
press_row (Fixture *f, guint row, gboolean adds, gboolean extends)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (f->list), GTK_TYPE_LIST_VIEW);

  g_assert_true (gtk_widget_activate_action (view, "list.select-item", "(ubb)", row, adds, extends));
}

/* Of several that are selected one is shown: the same as long as it is one of them. */
static void
test_takes_several (Fixture *f, gconstpointer data)
{
  care_list_set_takes_several (f->list);
  assert_rows (f, "");
  care_list_select (f->list, nth (f, 1));
  assert_rows (f, "1");
  press_row (f, 2, FALSE, TRUE);
  assert_rows (f, "12");
  g_assert_true (care_list_get_selected (f->list) == nth (f, 1));
  g_assert_cmpuint (f->n_selected, ==, 1);
  press_row (f, 0, TRUE, FALSE);
  assert_rows (f, "012");
  press_row (f, 1, TRUE, FALSE);
  assert_rows (f, "02");
  g_assert_true (care_list_get_selected (f->list) == nth (f, 0));
  press_row (f, 0, TRUE, FALSE);
  press_row (f, 2, TRUE, FALSE);
  assert_rows (f, "2"); /* never none */
  press_row (f, 0, TRUE, FALSE);
  care_list_select (f->list, nth (f, 1));
  assert_rows (f, "1");
  g_assert_true (care_list_get_selected (f->list) == nth (f, 1));
}

/* Rows that come and go leave the others selected, and what is shown with them. */
static void
test_several_stay (Fixture *f, gconstpointer data)
{
  gpointer shown = nth (f, 2);

  care_list_set_takes_several (f->list);
  care_list_select (f->list, shown);
  press_row (f, 1, TRUE, FALSE);
  g_list_store_remove (f->store, 0);
  assert_rows (f, "01");
  append (f, "Savings");
  assert_rows (f, "01");
  g_assert_true (care_list_get_selected (f->list) == shown);
  g_list_store_remove (f->store, 0);
  assert_rows (f, "0");
}

/* The menu is of the row that it is asked for on, and of the others that are selected with it. */
static void
test_menu_of_several (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (row_of (f, "Time to Care"));
  care_list_set_takes_several (f->list);
  care_list_select (f->list, nth (f, 2));
  press_row (f, 1, TRUE, FALSE);
  g_assert_true (gtk_widget_grab_focus (row_of (f, "Time to Care")));
  ui_test_press (GTK_WIDGET (f->list), GDK_KEY_Menu);
  g_assert_true (care_list_get_selected (f->list) == nth (f, 1));
  assert_rows (f, "12");
}

static void
test_activates (Fixture *f, gconstpointer data)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (f->list), GTK_TYPE_LIST_VIEW);

  g_assert_true (gtk_widget_activate_action (view, "list.activate-item", "u", 2));
  g_assert_cmpuint (f->n_activated, ==, 1);
  g_assert_true (f->last == nth (f, 2));
}

static void
test_tab_leaves_in_one_press (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  care_list_select (f->list, nth (f, 1));
  gtk_widget_grab_focus (f->before);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == row_of (f, "Time to Care"));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == row_of (f, "Time to Care"));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->before);
}

static void
test_tab_enters_without_a_selection (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (f->before);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == row_of (f, "Better Care Fund"));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
}

static void
test_select_leaves_the_focus (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (f->after);
  care_list_select (f->list, nth (f, 2));
  ui_test_settle ();
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->list)));
  g_assert_true (gtk_window_get_focus (f->window) == row_of (f, "Healthcare Fund"));
}

static void
select_first (CareList *list, GObject *item, Fixture *f)
{
  if (item == NULL)
    care_list_select (list, nth (f, 0));
}

/* The row that has the focus goes: what is selected then has it, and Tab still goes round. */
static void
test_keeps_the_focus_when_its_row_goes (Fixture *f, gconstpointer data)
{
  g_signal_connect (f->list, "selected", G_CALLBACK (select_first), f);
  care_list_select (f->list, nth (f, 2));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->list)));
  g_list_store_remove (f->store, 2);
  ui_test_wait (gtk_window_get_focus (f->window) != NULL);
  g_assert_true (gtk_window_get_focus (f->window) == row_of (f, "Better Care Fund"));
  gtk_widget_grab_focus (f->after);
  g_list_store_remove (f->store, 0);
  ui_test_settle ();
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == row_of (f, "Time to Care"));
}

static void
test_keeps_the_focus_without_a_selection (Fixture *f, gconstpointer data)
{
  care_list_select (f->list, nth (f, 0));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->list)));
  g_list_store_remove (f->store, 0);
  g_assert_null (gtk_window_get_focus (f->window));
  ui_test_wait (gtk_window_get_focus (f->window) != NULL);
  g_assert_true (gtk_window_get_focus (f->window) == row_of (f, "Time to Care"));
}

static void
test_rows_have_names (Fixture *f, gconstpointer data)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (f->list), GTK_TYPE_LIST_VIEW);
  GtkWidget *window = ui_test_find (GTK_WIDGET (f->list), GTK_TYPE_SCROLLED_WINDOW);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Figures");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row_of (f, "Better Care Fund")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Better Care Fund, £3.8 billion, pooled, two values");
  g_assert_false (gtk_widget_get_focusable (window));
}

static void
test_says_what_there_is (void)
{
  static const struct
  {
    CareListRow row;
    const char *words;
  } cases[] = {
    { { 0 }, "" },
    { { .title = (char *) "A" }, "A" },
    { { .title = (char *) "A", .badge = (char *) "changed" }, "A, changed" },
    { { .title = (char *) "A", .subtitle = (char *) "", .trailing = (char *) "£1" }, "A, £1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = care_list_entry_say (&cases[i].row);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_refreshes_one_row (Fixture *f, gconstpointer data)
{
  g_object_set_data_full (nth (f, 0), "title", g_strdup ("Renamed"), g_free);
  g_object_set_data_full (nth (f, 1), "title", g_strdup ("Also renamed"), g_free);
  care_list_refresh (f->list, nth (f, 0));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (f->list), GTK_TYPE_LABEL, "Renamed"));
  g_assert_null (ui_test_find_label (GTK_WIDGET (f->list), GTK_TYPE_LABEL, "Also renamed"));
  care_list_refresh (f->list, NULL);
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (f->list), GTK_TYPE_LABEL, "Also renamed"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row_of (f, "Also renamed")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Also renamed, £3.8 billion, pooled, two values");
}

static void
test_says_that_it_is_empty (Fixture *f, gconstpointer data)
{
  GtkWidget *status = ui_test_find (GTK_WIDGET (f->list), ADW_TYPE_STATUS_PAGE);

  care_list_set_placeholder (f->list, "No Figures Yet", "Record one from a source.");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, "No Figures Yet");
  g_assert_false (gtk_widget_get_child_visible (status));
  g_list_store_remove_all (f->store);
  g_assert_true (gtk_widget_get_child_visible (status));
  append (f, "Savings");
  g_assert_false (gtk_widget_get_child_visible (status));
}

static void
on_destroy (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_lets_go (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  CareList *list = g_object_ref_sink (CARE_LIST (care_list_new ()));
  gboolean destroyed = FALSE, replaced = FALSE;

  care_list_set_describe (list, describe, &replaced, on_destroy);
  care_list_set_describe (list, describe, &destroyed, on_destroy);
  g_assert_true (replaced);
  g_assert_false (destroyed);
  care_list_set_model (list, G_LIST_MODEL (store));
  g_assert_finalize_object (list);
  g_assert_true (destroyed);
}

/* What was selected before the list was seen is in sight then, with few of the rows that there are. */
/* Whether all of the row with that title is seen. */
static gboolean
is_in_sight (CareList *list, const char *title)
{
  GtkWidget *label = ui_test_find_label (GTK_WIDGET (list), GTK_TYPE_LABEL, title);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_compute_bounds (label, GTK_WIDGET (list), &bounds) && bounds.size.height > 0
         && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (list));
}

static void
test_made_when_seen (Fixture *f, gconstpointer data)
{
  GtkWidget *stack = gtk_stack_new ();
  CareList *list = CARE_LIST (care_list_new ());
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  GtkWindow *window;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *title = g_strdup_printf ("Figure %u", i);
      g_autoptr (GObject) item = make_item (title);

      g_list_store_append (store, item);
    }
  gtk_stack_add_child (GTK_STACK (stack), gtk_label_new ("Chart"));
  gtk_stack_add_child (GTK_STACK (stack), GTK_WIDGET (list));
  window = ui_test_show (stack, 360, 400);
  care_list_set_describe (list, describe, NULL, NULL);
  care_list_set_model (list, G_LIST_MODEL (store));
  for (guint i = 0; i <= 300; i += 150)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      care_list_select (list, item);
      g_assert_cmpuint (care_list_get_position (list), ==, i);
    }
  ui_test_settle ();
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (list), CARE_TYPE_LIST_ENTRY), ==, 0);
  gtk_stack_set_visible_child (GTK_STACK (stack), GTK_WIDGET (list));
  ui_test_draw (GTK_WIDGET (list));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (list), GTK_TYPE_LABEL, "Figure 300"));
  g_assert_null (ui_test_find_label (GTK_WIDGET (list), GTK_TYPE_LABEL, "Figure 150"));
  g_assert_cmpuint (care_list_get_position (list), ==, 300);
  ui_test_wait (is_in_sight (list, "Figure 300"));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/list/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("selects", test_selects);
  ADD ("keeps-selection-through-changes", test_keeps_selection_through_changes);
  ADD ("activates", test_activates);
  ADD ("tab-leaves-in-one-press", test_tab_leaves_in_one_press);
  ADD ("tab-enters-without-a-selection", test_tab_enters_without_a_selection);
  ADD ("select-leaves-the-focus", test_select_leaves_the_focus);
  ADD ("keeps-the-focus-when-its-row-goes", test_keeps_the_focus_when_its_row_goes);
  ADD ("keeps-the-focus-without-a-selection", test_keeps_the_focus_without_a_selection);
  ADD ("rows-have-names", test_rows_have_names);
  ADD ("refreshes-one-row", test_refreshes_one_row);
  ADD ("says-that-it-is-empty", test_says_that_it_is_empty);
  ADD ("made-when-seen", test_made_when_seen);
  ADD ("takes-several", test_takes_several);
  ADD ("several-stay", test_several_stay);
  ADD ("menu-of-several", test_menu_of_several);
#undef ADD
  g_test_add_func ("/list/says-what-there-is", test_says_what_there_is);
  g_test_add_func ("/list/lets-go", test_lets_go);
  return g_test_run ();
}
