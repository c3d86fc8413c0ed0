/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of a long list: it has widgets for the rows in sight only, stands where it was scrolled to,
 * and its cursor stays with its item. */

#include "care-table.h"

#include "ui-test.h"

#define MANY 100000

typedef struct
{
  CareTable *table;
  GtkAdjustment *adjustment; /* up and down */
  GListStore *store; /* of GtkStringObject */
  guint n_described;
  gboolean is_unknown; /* what is in the rows cannot be had now */
  char *typed; /* last */
  guint n_given_up;
  guint n_hidden; /* lines, when they were */
} Fixture;

static void
describe (gpointer item, guint column, CareTableText *text, gpointer data)
{
  ((Fixture *) data)->n_described++;
  if (((Fixture *) data)->is_unknown)
    return;
  text->text = g_strdup_printf ("%s %u", gtk_string_object_get_string (item), column);
}

static char *
name (gpointer item, gpointer data)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static guint
locate (GListModel *model, gpointer item)
{
  guint position;

  return g_list_store_find (G_LIST_STORE (model), item, &position) ? position : GTK_INVALID_LIST_POSITION;
}

static char *
begin (gpointer item, guint column, gboolean anew, gpointer data)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static char *
explain (gpointer item, guint column, const char *typed, gpointer data)
{
  return g_strdup_printf ("As %s", typed);
}

static gboolean
commit (gpointer item, guint column, const char *typed, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_free (fixture->typed);
  fixture->typed = g_strdup_printf ("%s %u %s", gtk_string_object_get_string (item), column, typed);
  if (!g_str_equal (typed, "wrong"))
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "Type something else");
  return FALSE;
}

static void
give_up (gpointer item, guint column, gpointer data)
{
  ((Fixture *) data)->n_given_up++;
}

static GtkStringObject *
make_item (guint i)
{
  g_autofree char *text = g_strdup_printf ("Row %06u", i);

  return gtk_string_object_new (text);
}

static void
add_items (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, make_item (i));
  g_list_store_splice (fixture->store, 0, 0, items->pdata, n);
}

static void
set_up (Fixture *fixture, gconstpointer n_items)
{
  static const CareTableRows rows = { describe, name, locate, begin, explain, commit, give_up };
  static const CareTableColumn columns[] = { { 10, "First", 14, 0 }, { 20, "Second", 14, 1 }, { 30, "Third", 40, 0 }, { 40, "Fourth", 40, 0 } };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  add_items (fixture, GPOINTER_TO_UINT (n_items));
  fixture->table = CARE_TABLE (care_table_new ("Rows", &rows, fixture));
  care_table_set_columns (fixture->table, columns, G_N_ELEMENTS (columns));
  care_table_set_model (fixture->table, G_LIST_MODEL (fixture->store));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->table));
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  ui_test_show (scroller, 600, 400);
  ui_test_wait (ui_test_count (GTK_WIDGET (fixture->table), CARE_TYPE_TABLE_CELL) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (fixture->table))));
  g_assert_finalize_object (fixture->store);
  g_free (fixture->typed);
}

static void
add (const char *path, guint n_items, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (n_items), set_up, test, tear_down);
}

static const char *
get_selected (Fixture *fixture)
{
  return gtk_string_object_get_string (care_table_get_selected (fixture->table));
}

/* In rows. */
static double
get_place (Fixture *fixture)
{
  return gtk_adjustment_get_value (fixture->adjustment) / gtk_adjustment_get_step_increment (fixture->adjustment);
}

static void
test_few_widgets (Fixture *fixture, gconstpointer data)
{
  guint n = ui_test_count (GTK_WIDGET (fixture->table), CARE_TYPE_TABLE_CELL);

  g_assert_cmpfloat (gtk_adjustment_get_upper (fixture->adjustment), ==,
                     MANY * gtk_adjustment_get_step_increment (fixture->adjustment));
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n, <, 200);
  g_assert_cmpuint (fixture->n_described, <, 200);

  /* However far it is scrolled, lines are used again. */
  for (guint i = 1; i <= 200; i++)
    {
      gtk_adjustment_set_value (fixture->adjustment, i * 9973.5);
      ui_test_draw (GTK_WIDGET (fixture->table));
    }
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (fixture->table), CARE_TYPE_TABLE_CELL), <=, n + 8);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, 200 * 9973.5);
}

/* Scrolled several times between two frames, as a fast wheel does, it does not lose its place. */
static void
test_keeps_its_place (Fixture *fixture, gconstpointer data)
{
  double there = 0;

  for (guint frame = 0; frame < 100; frame++)
    {
      for (guint click = 0; click < 5; click++)
        gtk_adjustment_set_value (fixture->adjustment, there += 53.25);
      ui_test_draw (GTK_WIDGET (fixture->table));
      g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, there);
    }
}

static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->table)));
  g_assert_cmpstr (get_selected (fixture), ==, "Row 000000");
  g_assert_cmpuint (care_table_get_column (fixture->table), ==, 10);
  gtk_test_accessible_assert_property (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (fixture->table))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "First: Row 000000 10");

  /* Tab leaves, where there is nothing else to go to. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->table), GTK_DIR_TAB_FORWARD));
}

/* The cursor, and what is seen, stay with their items whatever happens above them. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), 500);
  g_autoptr (GtkStringObject) new = make_item (MANY);
  double place;

  care_table_select (fixture->table, item);
  ui_test_draw (GTK_WIDGET (fixture->table));
  g_assert_cmpstr (get_selected (fixture), ==, "Row 000500");
  place = get_place (fixture);
  g_assert_cmpfloat (place, >, 480);

  g_list_store_insert (fixture->store, 0, new);
  ui_test_draw (GTK_WIDGET (fixture->table));
  g_assert_cmpfloat (get_place (fixture), ==, place + 1);
  g_list_store_remove (fixture->store, 0);
  g_list_store_remove (fixture->store, 0);
  ui_test_draw (GTK_WIDGET (fixture->table));
  g_assert_cmpfloat (get_place (fixture), ==, place - 1);
  g_assert_cmpstr (get_selected (fixture), ==, "Row 000500");

  care_table_show_top (fixture->table);
  ui_test_draw (GTK_WIDGET (fixture->table));
  g_assert_cmpfloat (get_place (fixture), ==, 0);
}

/* What has the focus goes: the focus is on what is in its place. */
static void
test_row_goes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->table)));
  g_list_store_remove (fixture->store, 0);
  ui_test_draw (GTK_WIDGET (fixture->table));
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (fixture->table)));
  g_assert_true (CARE_IS_TABLE_CELL (focus));
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, "First: Row 000001 10");
}

static void
remember (CareTable *table, GObject *item, GObject **told)
{
  *told = item;
}

static void
test_selected_is_told (Fixture *fixture, gconstpointer data)
{
  GObject *told = NULL;

  g_signal_connect (fixture->table, "selected", G_CALLBACK (remember), &told);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->table)));
  ui_test_wait (told == care_table_get_selected (fixture->table));
  told = NULL;
  /* Not where others say what is selected. */
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), 2);
  care_table_select (fixture->table, item);
  ui_test_settle ();
  g_assert_null (told);
}

/* (nullable) */
static GtkWidget *
find_head (Fixture *fixture, const char *label)
{
  GtkWidget *found = ui_test_find_label (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, label);

  return found == NULL ? NULL : gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
}

static void
test_sorted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *head = find_head (fixture, "Second");

  gtk_test_accessible_assert_property (head, GTK_ACCESSIBLE_PROPERTY_LABEL, "Second");
  care_table_set_sorted (fixture->table, 20, TRUE);
  gtk_test_accessible_assert_property (head, GTK_ACCESSIBLE_PROPERTY_LABEL, "Second, the rows in reverse order of it");
  care_table_set_sorted (fixture->table, -1, FALSE);
  gtk_test_accessible_assert_property (head, GTK_ACCESSIBLE_PROPERTY_LABEL, "Second");
}

static void
test_other_columns (Fixture *fixture, gconstpointer data)
{
  static const CareTableColumn others[] = { { 20, "Second", 14, 1 }, { 10, "First", 14, 0 } };

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->table)));
  care_table_set_columns (fixture->table, others, G_N_ELEMENTS (others));
  ui_test_draw (GTK_WIDGET (fixture->table));
  g_assert_cmpuint (care_table_get_column (fixture->table), ==, 10);
  g_assert_nonnull (find_head (fixture, "First"));
  g_assert_null (find_head (fixture, "Third"));
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (fixture->table));
  GtkWidget *field;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->table)));
  care_table_edit (fixture->table);
  g_assert_null (care_table_get_typed (fixture->table));
  care_table_set_editable (fixture->table, TRUE);
  care_table_edit (fixture->table);
  g_assert_nonnull (care_table_get_typed (fixture->table));
  field = gtk_widget_get_ancestor (gtk_root_get_focus (root), GTK_TYPE_ENTRY);
  g_assert_nonnull (field);
  gtk_test_accessible_assert_property (field, GTK_ACCESSIBLE_PROPERTY_LABEL, "First");

  /* What cannot be kept is still typed in, with why below it. */
  gtk_editable_set_text (GTK_EDITABLE (field), "wrong");
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "As wrong"));
  g_signal_emit_by_name (field, "activate");
  g_assert_cmpstr (fixture->typed, ==, "Row 000000 10 wrong");
  g_assert_nonnull (care_table_get_typed (fixture->table));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "Type something else"));

  gtk_editable_set_text (GTK_EDITABLE (field), "right");
  g_signal_emit_by_name (field, "activate");
  g_assert_cmpstr (fixture->typed, ==, "Row 000000 10 right");
  g_assert_null (care_table_get_typed (fixture->table));
  g_assert_cmpstr (get_selected (fixture), ==, "Row 000001");
  g_assert_true (CARE_IS_TABLE_CELL (gtk_root_get_focus (root)));

  /* Tab keeps it and goes on to the next cell. */
  care_table_edit (fixture->table);
  gtk_editable_set_text (GTK_EDITABLE (field), "more");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->table), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (fixture->typed, ==, "Row 000001 10 more");
  g_assert_cmpuint (care_table_get_column (fixture->table), ==, 20);
  g_assert_cmpuint (fixture->n_given_up, ==, 0);

  /* What was not changed is given, too: whether that is new, others know. */
  care_table_edit (fixture->table);
  g_assert_cmpstr (care_table_get_typed (fixture->table), ==, "Row 000001");
  g_assert_true (care_table_keep (fixture->table));
  g_assert_cmpstr (fixture->typed, ==, "Row 000001 20 Row 000001");
}

/* As while a slow disk saves: what is shown stays, but not that of other rows. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (fixture->table);
  g_autoptr (GBytes) known = ui_test_pixels (table);

  fixture->is_unknown = TRUE;
  care_table_refresh (fixture->table);
  ui_test_draw (table);
  g_autoptr (GBytes) still = ui_test_pixels (table);
  g_assert_true (g_bytes_equal (known, still));

  gtk_adjustment_set_value (fixture->adjustment, 500 * gtk_adjustment_get_step_increment (fixture->adjustment));
  ui_test_draw (table);
  g_autoptr (GBytes) others = ui_test_pixels (table);
  g_assert_false (g_bytes_equal (known, others));
  gtk_adjustment_set_value (fixture->adjustment, 900 * gtk_adjustment_get_step_increment (fixture->adjustment));
  ui_test_draw (table);
  g_autoptr (GBytes) empty = ui_test_pixels (table);
  g_assert_true (g_bytes_equal (others, empty));

  fixture->is_unknown = FALSE;
  care_table_refresh (fixture->table);
  ui_test_draw (table);
  g_autoptr (GBytes) again = ui_test_pixels (table);
  g_assert_false (g_bytes_equal (empty, again));
}

static gboolean
has_tooltip (GtkWidget *cell, const CareTableText *text)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  care_table_cell_show (CARE_TABLE_CELL (cell), "Value", 0, text);
  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  return shown;
}

/* What a badge means, and why something cannot be kept, is told beside the pointer, too. */
static void
test_says_more (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = g_object_ref_sink (care_table_cell_new ());

  g_assert_true (has_tooltip (cell, &(CareTableText){ .text = (char *) "3", .badge = (char *) "2", .badge_name = (char *) "two values" }));
  g_assert_false (has_tooltip (cell, &(CareTableText){ .text = (char *) "3" }));
  g_assert_true (has_tooltip (cell, &(CareTableText){ .text = (char *) "3", .problem = (char *) "no number" }));
  care_table_cell_forget (CARE_TABLE_CELL (cell));
  g_assert_finalize_object (cell);
}

static guint
count_borders (GskRenderNode *node)
{
  guint n = 0;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_BORDER_NODE:
      return 1;
    case GSK_CLIP_NODE:
      return count_borders (gsk_clip_node_get_child (node));
    case GSK_TRANSFORM_NODE:
      return count_borders (gsk_transform_node_get_child (node));
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_borders (gsk_container_node_get_child (node, i));
      return n;
    default:
      return 0;
    }
}

/* A border of each cell would cost more than half of a frame where the processor draws: a row has one below
 * it, and one beside the cell that stays. */
static void
test_few_borders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->table));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  guint n;

  gdk_paintable_snapshot (paintable, snapshot, 600, 400);
  node = gtk_snapshot_to_node (snapshot);
  n = count_borders (node);
  g_assert_cmpuint (n, >=, 2 * 10);
  g_assert_cmpuint (n, <=, 2 * ui_test_count (GTK_WIDGET (fixture->table), CARE_TYPE_TABLE_CELL) / 4 + 8);
}

static void
count_hidden (GtkWidget *line, Fixture *fixture)
{
  fixture->n_hidden++;
}

/* Lines that are used for other rows are not hidden meanwhile. */
static void
test_stay_shown (Fixture *fixture, gconstpointer data)
{
  guint n_lines = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ui_test_find (child, CARE_TYPE_TABLE_CELL) != NULL)
      {
        n_lines++;
        g_signal_connect (child, "unmap", G_CALLBACK (count_hidden), fixture);
      }
  g_assert_cmpuint (n_lines, >, 10);
  g_list_store_remove_all (fixture->store);
  add_items (fixture, 500);
  ui_test_draw (GTK_WIDGET (fixture->table));
  g_assert_cmpuint (fixture->n_hidden, ==, 0);

  /* Those that there is no row for are. */
  g_list_store_splice (fixture->store, 5, 495, NULL, 0);
  ui_test_draw (GTK_WIDGET (fixture->table));
  g_assert_cmpuint (fixture->n_hidden, ==, n_lines - 5);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  add ("/table/few-widgets", MANY, test_few_widgets);
  add ("/table/keeps-its-place", MANY, test_keeps_its_place);
  add ("/table/cursor", 20, test_cursor);
  add ("/table/changes", 1000, test_changes);
  add ("/table/row-goes", 20, test_row_goes);
  add ("/table/selected-is-told", 20, test_selected_is_told);
  add ("/table/sorted", 20, test_sorted);
  add ("/table/other-columns", 20, test_other_columns);
  add ("/table/unknown", 1000, test_unknown);
  add ("/table/few-borders", 1000, test_few_borders);
  add ("/table/stay-shown", 1000, test_stay_shown);
  add ("/table/typing", 20, test_typing);
  add ("/table/says-more", 20, test_says_more);

  return g_test_run ();
}
