/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix of positions follows the library. */

#include "care-positions-matrix.h"

#include "care-matrix.h"
#include "views-fixture.h"

#define ORGANISATIONS                                                                                                  \
  "Labour, Care organisations and care models: Integrated care organisations in every area, changed, 3 versions"

static CarePositionsMatrix *
open_matrix (ViewsFixture *fixture)
{
  CarePositionsMatrix *matrix = CARE_POSITIONS_MATRIX (care_positions_matrix_new ());

  ui_test_show (GTK_WIDGET (matrix), 1000, 600);
  care_positions_matrix_set_library (matrix, fixture->library);
  ui_test_settle ();
  return matrix;
}

static void
close_matrix (CarePositionsMatrix *matrix)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (matrix)), matrix);
}

/* (nullable): the button whose tooltip, and so its name, is @sentence. */
static GtkWidget *
find (GtkWidget *widget, const char *sentence)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), sentence) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, sentence);
  return found;
}

static void
test_cells (ViewsFixture *fixture, gconstpointer data)
{
  CarePositionsMatrix *matrix = open_matrix (fixture);

  g_assert_nonnull (find (GTK_WIDGET (matrix), ORGANISATIONS));
  gtk_test_accessible_assert_property (find (GTK_WIDGET (matrix), ORGANISATIONS), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       ORGANISATIONS);
  g_assert_nonnull (find (GTK_WIDGET (matrix), "SNP, Commissioning: not assessed"));
  g_assert_nonnull (find (GTK_WIDGET (matrix), "Liberal Democrats, NHS structure and law: not specified beyond the pledge "
                                               "“Possibly create a Department of Health and Social Care”"));
  g_assert_nonnull (find (GTK_WIDGET (matrix), "Labour, Commissioning: The future of CCGs under Labour, 2 versions, "
                                               "unclear whether still held (1 of 2)"));
  close_matrix (matrix);
}

/* With the focus where it was. */
static void
test_follows (ViewsFixture *fixture, gconstpointer data)
{
  CarePositionsMatrix *matrix = open_matrix (fixture);

  gtk_widget_grab_focus (find (GTK_WIDGET (matrix), "SNP, Commissioning: not assessed"));
  views_fixture_insert (fixture, "position", 90001, "actor", "1006", "theme", "5004", "title", "Boards", NULL);
  ui_test_settle ();
  g_assert_null (find (GTK_WIDGET (matrix), "SNP, Commissioning: not assessed"));
  g_assert_nonnull (find (GTK_WIDGET (matrix), "SNP, Commissioning: Boards, not specified"));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (matrix)))
                 == find (GTK_WIDGET (matrix), "SNP, Commissioning: Boards, not specified"));
  views_fixture_set (fixture, "position", 90001, "note", "Not in the manifesto, read to its end.");
  g_assert_nonnull (find (GTK_WIDGET (matrix), "SNP, Commissioning: Boards, not found"));
  close_matrix (matrix);
}

static void
remember (CarePositionsMatrix *matrix, CareRecord *record, CareRecord **told)
{
  *told = record;
}

static void
remember_wanted (CarePositionsMatrix *matrix, CareRecord *actor, CareRecord *theme, CareRecord **told)
{
  told[0] = actor;
  told[1] = theme;
}

static void
test_activated (ViewsFixture *fixture, gconstpointer data)
{
  CarePositionsMatrix *matrix = open_matrix (fixture);
  CareRecord *told = NULL;
  CareRecord *wanted[2] = { NULL };

  g_signal_connect (matrix, "activated", G_CALLBACK (remember), &told);
  g_signal_connect (matrix, "wanted", G_CALLBACK (remember_wanted), wanted);
  g_signal_emit_by_name (find (GTK_WIDGET (matrix), ORGANISATIONS), "clicked");
  g_assert_cmpint (care_record_get_id (told), ==, 8009);
  g_signal_emit_by_name (find (GTK_WIDGET (matrix), "SNP, Commissioning: not assessed"), "clicked");
  g_assert_cmpint (care_record_get_id (wanted[0]), ==, 1006);
  g_assert_cmpint (care_record_get_id (wanted[1]), ==, 5004);

  /* What is there already is opened, and not recorded again. */
  wanted[0] = NULL;
  views_fixture_insert (fixture, "pledge", 90003, "actor", "1006", "theme", "5004", "title", "More boards", "kind",
                        "action", NULL);
  ui_test_settle ();
  g_signal_emit_by_name (find (GTK_WIDGET (matrix), "SNP, Commissioning: not specified beyond the pledge “More boards”"),
                         "clicked");
  g_assert_cmpint (care_record_get_id (told), ==, 90003);
  views_fixture_insert (fixture, "position", 90004, "actor", "1006", "theme", "5004", "title", "Boards", NULL);
  ui_test_settle ();
  g_signal_emit_by_name (find (GTK_WIDGET (matrix), "SNP, Commissioning: Boards, not specified"), "clicked");
  g_assert_cmpint (care_record_get_id (told), ==, 90004);
  g_assert_null (wanted[0]);
  close_matrix (matrix);
}

/* The themes of a briefing, with what it leaves out; one that is new prints none. */
static void
test_briefing (ViewsFixture *fixture, gconstpointer data)
{
  CarePositionsMatrix *matrix = open_matrix (fixture);
  GtkDropDown *scope = GTK_DROP_DOWN (ui_test_find (GTK_WIDGET (matrix), GTK_TYPE_DROP_DOWN));

  gtk_drop_down_set_selected (scope, 1);
  ui_test_settle ();
  g_assert_null (find (GTK_WIDGET (matrix), "SNP, Commissioning: not assessed"));
  g_assert_nonnull (find (GTK_WIDGET (matrix), "Labour, Integrating health and social care: Integration at the centre of a "
                                               "ten-year plan, not in this briefing"));
  g_assert_nonnull (find (GTK_WIDGET (matrix), "UKIP, Integrating health and social care: Integration with the NHS in control"));
  views_fixture_insert (fixture, "briefing", 90010, "title", "Another", "status", "draft", NULL);
  ui_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (scope), ==, 1);
  gtk_drop_down_set_selected (scope, 2);
  ui_test_settle ();
  g_assert_cmpuint (views_fixture_count_labels (matrix, "No Positions in This Briefing"), ==, 1);
  gtk_drop_down_set_selected (scope, 0);
  ui_test_settle ();
  g_assert_nonnull (find (GTK_WIDGET (matrix), "SNP, Commissioning: not assessed"));
  close_matrix (matrix);
}

static void
count (CarePositionsMatrix *matrix, guint *n)
{
  (*n)++;
}

/* It says so, and offers the list. */
static void
test_too_many (ViewsFixture *fixture, gconstpointer data)
{
  CarePositionsMatrix *matrix = open_matrix (fixture);
  guint n = 0;

  g_signal_connect (matrix, "list-wanted", G_CALLBACK (count), &n);
  for (CareId id = 90001; id < 90005; id++)
    views_fixture_insert (fixture, "theme", id, "name", "Another", NULL);
  ui_test_settle ();
  g_assert_cmpuint (views_fixture_count_labels (matrix, "Too Many for a Matrix"), ==, 1);
  g_signal_emit_by_name (ui_test_find_label (GTK_WIDGET (matrix), GTK_TYPE_BUTTON, "Show the List"), "clicked");
  ui_test_wait (n == 1);
  close_matrix (matrix);
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

  add ("/positions-matrix/cells", test_cells);
  add ("/positions-matrix/follows", test_follows);
  add ("/positions-matrix/activated", test_activated);
  add ("/positions-matrix/briefing", test_briefing);
  add ("/positions-matrix/too-many", test_too_many);
  return g_test_run ();
}
