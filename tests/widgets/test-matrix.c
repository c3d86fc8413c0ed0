/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of buttons: headings stay in sight, arrow keys go about, Tab leaves. */

#include "care-matrix.h"

#include "ui-test.h"

#define N_ROWS 4
#define N_COLUMNS 5

/* Two buttons in the first cell, so that index 0 and 1 are in it. */
static CareMatrix *
make (int width)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  CareMatrix *matrix = CARE_MATRIX (care_matrix_new ("Squares"));
  const CareColour red = { 1, 0, 0 };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Column %u", i);
      care_matrix_add_column (matrix, heading);
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Row %u", i);
      care_matrix_add_row (matrix, heading, i == 0 ? &red : NULL);
    }
  care_matrix_add (matrix, 0, 0, "Above", NULL, "Row 0, Column 0: Above");
  for (guint row = 0; row < N_ROWS; row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        g_autofree char *sentence = g_strdup_printf ("Row %u, Column %u", row, column);
        care_matrix_add (matrix, row, column, "Text", "note", sentence);
      }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (matrix));
  ui_test_show (scroller, width, 200);
  ui_test_settle ();
  return matrix;
}

static void
destroy (CareMatrix *matrix)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (matrix))));
}

static int
get_focus (CareMatrix *matrix)
{
  for (int i = 0; i <= N_ROWS * N_COLUMNS; i++)
    if (care_matrix_get_button (matrix, (guint) i) == gtk_widget_get_focus_child (GTK_WIDGET (matrix)))
      return i;
  return -1;
}

static void
assert_goes (CareMatrix *matrix, GtkDirectionType direction, int expected)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (matrix), direction));
  ui_test_settle ();
  g_assert_cmpint (get_focus (matrix), ==, expected);
}

/* Index of the button of a cell; the second one in the first cell. */
static int
at (int row, int column)
{
  return 1 + row * N_COLUMNS + column;
}

static void
test_arrows (void)
{
  CareMatrix *matrix = make (900);

  g_assert_false (care_matrix_is_narrow (matrix));
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (matrix)), NULL);
  assert_goes (matrix, GTK_DIR_TAB_FORWARD, 0);
  assert_goes (matrix, GTK_DIR_DOWN, at (0, 0)); /* the same cell */
  assert_goes (matrix, GTK_DIR_DOWN, at (1, 0));
  assert_goes (matrix, GTK_DIR_RIGHT, at (1, 1));
  assert_goes (matrix, GTK_DIR_UP, at (0, 1));
  assert_goes (matrix, GTK_DIR_UP, at (0, 1)); /* the edge */
  assert_goes (matrix, GTK_DIR_LEFT, 0);
  assert_goes (matrix, GTK_DIR_LEFT, 0);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (matrix), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (matrix), GTK_DIR_TAB_BACKWARD));
  destroy (matrix);
}

static gboolean
is_seen (CareMatrix *matrix, int index)
{
  graphene_rect_t box;
  GtkWidget *button = care_matrix_get_button (matrix, (guint) index);

  return gtk_widget_compute_bounds (button, GTK_WIDGET (matrix), &box) && box.origin.x >= 0 && box.origin.y > 20
         && box.origin.x + box.size.width <= (float) gtk_widget_get_width (GTK_WIDGET (matrix))
         && box.origin.y + box.size.height <= (float) gtk_widget_get_height (GTK_WIDGET (matrix));
}

/* What has the focus is in sight, beside the headings, which stay. */
static void
test_scrolls (void)
{
  CareMatrix *matrix = make (520);
  GtkWidget *name = ui_test_find_label (GTK_WIDGET (matrix), GTK_TYPE_LABEL, "Row 3");
  GtkWidget *heading = ui_test_find_label (GTK_WIDGET (matrix), GTK_TYPE_LABEL, "Column 4");
  graphene_rect_t box;

  g_assert_false (care_matrix_is_narrow (matrix));
  g_assert_false (is_seen (matrix, at (3, 4)));
  gtk_widget_grab_focus (care_matrix_get_button (matrix, (guint) at (3, 4)));
  ui_test_wait (is_seen (matrix, at (3, 4)));
  g_assert_true (gtk_widget_compute_bounds (name, GTK_WIDGET (matrix), &box));
  g_assert_cmpfloat (box.origin.x, >=, 0);
  g_assert_true (gtk_widget_compute_bounds (heading, GTK_WIDGET (matrix), &box));
  g_assert_cmpfloat (box.origin.y, >=, 0);
  gtk_widget_grab_focus (care_matrix_get_button (matrix, (guint) at (1, 0)));
  ui_test_wait (is_seen (matrix, at (1, 0)));
  destroy (matrix);
}

/* One row at a time: up and down go through its columns, left and right to other rows. */
static void
test_narrow (void)
{
  CareMatrix *matrix = make (340);

  g_assert_true (care_matrix_is_narrow (matrix));
  g_assert_false (gtk_widget_get_child_visible (care_matrix_get_button (matrix, (guint) at (1, 0))));
  gtk_widget_grab_focus (care_matrix_get_button (matrix, 0));
  assert_goes (matrix, GTK_DIR_DOWN, at (0, 0));
  assert_goes (matrix, GTK_DIR_DOWN, at (0, 1));
  assert_goes (matrix, GTK_DIR_RIGHT, at (1, 1));
  ui_test_wait (gtk_widget_get_child_visible (care_matrix_get_button (matrix, (guint) at (1, 0))));
  g_assert_false (gtk_widget_get_child_visible (care_matrix_get_button (matrix, 0)));
  assert_goes (matrix, GTK_DIR_UP, at (1, 0));
  assert_goes (matrix, GTK_DIR_UP, at (1, 0));
  destroy (matrix);
}

static void
remember (CareMatrix *matrix, guint index, guint *told)
{
  *told = index;
}

static void
test_activated (void)
{
  CareMatrix *matrix = make (900);
  guint told = G_MAXUINT;

  g_signal_connect (matrix, "activated", G_CALLBACK (remember), &told);
  g_signal_emit_by_name (care_matrix_get_button (matrix, 7), "clicked");
  g_assert_cmpuint (told, ==, 7);
  gtk_test_accessible_assert_property (care_matrix_get_button (matrix, 7), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Row 1, Column 1");
  gtk_test_accessible_assert_state (care_matrix_get_button (matrix, 7), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  care_matrix_select (matrix, -1);
  gtk_test_accessible_assert_state (care_matrix_get_button (matrix, 7), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  destroy (matrix);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/matrix/arrows", test_arrows);
  g_test_add_func ("/matrix/scrolls", test_scrolls);
  g_test_add_func ("/matrix/narrow", test_narrow);
  g_test_add_func ("/matrix/activated", test_activated);
  return g_test_run ();
}
