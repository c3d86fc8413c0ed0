/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-choice-row.h"

#include "care-error.h"
#include "care-vocabularies.h"
#include "ui-test.h"

typedef struct
{
  CareChoiceRow *row;
  guint n_commits;
  char *kept;
  gboolean refuse;
} Fixture;

static gboolean
on_commit (CareChoiceRow *row, const char *word, gpointer data, GError **error)
{
  Fixture *f = data;

  f->n_commits++;
  if (f->refuse)
    {
      g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED, "Needed");
      return FALSE;
    }
  g_free (f->kept);
  f->kept = g_strdup (word);
  return TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->row = g_object_ref_sink (CARE_CHOICE_ROW (care_choice_row_new ("Kind", &care_vocabulary_source)));
  care_choice_row_set_commit (f->row, on_commit, f, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->row);
  g_free (f->kept);
}

static void
choose (Fixture *f, guint place)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (f->row), place);
}

static void
test_loads (Fixture *f, gconstpointer data)
{
  const char *second = care_vocabulary_source.terms[1].word;

  g_assert_null (care_choice_row_get_word (f->row));
  care_choice_row_load (f->row, second);
  g_assert_cmpstr (care_choice_row_get_word (f->row), ==, second);
  care_choice_row_load (f->row, NULL);
  g_assert_null (care_choice_row_get_word (f->row));
  g_assert_cmpuint (f->n_commits, ==, 0);
}

static void
test_offers_every_word (Fixture *f, gconstpointer data)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (f->row));
  guint n = 0;

  for (const CareTerm *term = care_vocabulary_source.terms; term->word != NULL; term++)
    {
      choose (f, ++n);
      g_assert_cmpstr (care_choice_row_get_word (f->row), ==, term->word);
      g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), n), ==, term->label);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n + 1);
}

static void
test_commits (Fixture *f, gconstpointer data)
{
  choose (f, 1);
  g_assert_cmpuint (f->n_commits, ==, 1);
  g_assert_cmpstr (f->kept, ==, care_vocabulary_source.terms[0].word);
  choose (f, 0);
  g_assert_cmpuint (f->n_commits, ==, 2);
  g_assert_null (f->kept);
}

static void
test_is_refused (Fixture *f, gconstpointer data)
{
  choose (f, 1);
  f->refuse = TRUE;
  choose (f, 0);
  g_assert_null (care_choice_row_get_word (f->row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (f->row)), ==, "Needed");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (f->row), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  choose (f, 1);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
  g_assert_cmpuint (f->n_commits, ==, 2);
}

static void
test_takes_other_words (void)
{
  const char *const words[] = { "12", "7", NULL };
  const char *const labels[] = { "Labour", "Green", NULL };
  CareChoiceRow *row
    = g_object_ref_sink (CARE_CHOICE_ROW (care_choice_row_new_for_words ("Actor", words, labels)));

  care_choice_row_load (row, "7");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 2);
  care_choice_row_load (row, "unknown");
  g_assert_null (care_choice_row_get_word (row));
  care_choice_row_set_editable (row, FALSE);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_finalize_object (row);
}

static GtkWidget *
find_whole (GtkWidget *root, const char *words)
{
  GtkWidget *label = ui_test_find_label (root, GTK_TYPE_LABEL, words);

  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  return label;
}

static GtkWidget *
find_entry (GtkWidget *popover, const char *words)
{
  return gtk_widget_get_parent (find_whole (popover, words));
}

/* Words that begin alike are told apart in the list, where what is chosen has a mark. */
static void
test_shows_all_of_each (void)
{
  const char *first = "Integrating health and social care in England";
  const char *second = "Integrating health and social care in Wales";
  const char *const words[] = { "1", "2", NULL };
  const char *const labels[] = { first, second, NULL };
  GtkWidget *row = care_choice_row_new_for_words ("Theme", words, labels);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *popover;
  GtkWindow *window;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = ui_test_show (list, 360, 200);
  care_choice_row_load (CARE_CHOICE_ROW (row), "2");
  popover = ui_test_find (row, GTK_TYPE_POPOVER);
  ui_test_draw (row);
  find_whole (row, second);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (find_whole (row, "Theme")))), ==, 1);
  gtk_widget_activate (row);
  ui_test_wait (ui_test_find_label (popover, GTK_TYPE_LABEL, first) != NULL);
  ui_test_draw (popover);
  g_assert_cmpfloat (gtk_widget_get_opacity (gtk_widget_get_last_child (find_entry (popover, first))), ==, 0);
  g_assert_cmpfloat (gtk_widget_get_opacity (gtk_widget_get_last_child (find_entry (popover, second))), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (find_entry (popover, first))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, first);
  g_assert_cmpint (gtk_widget_get_width (popover), <=, 360);
  care_choice_row_choose (CARE_CHOICE_ROW (row), "1");
  g_assert_cmpfloat (gtk_widget_get_opacity (gtk_widget_get_last_child (find_entry (popover, first))), ==, 1);
  g_assert_cmpfloat (gtk_widget_get_opacity (gtk_widget_get_last_child (find_entry (popover, second))), ==, 0);
  gtk_window_destroy (window);
}

/* (nullable): the name of the entry that has the focus. */
static const char *
focused_entry (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *label = focus == NULL ? NULL : ui_test_find (focus, GTK_TYPE_LABEL);

  return label == NULL ? NULL : gtk_label_get_text (GTK_LABEL (label));
}

/* The list opens at what is chosen, also where it is longer than there is room for and a
 * person was elsewhere in it before. */
static void
test_opens_at_what_is_chosen (void)
{
  const CareTerm *terms = care_vocabulary_source.terms;
  GtkWidget *row = care_choice_row_new ("Kind", &care_vocabulary_source);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *popover = ui_test_find (row, GTK_TYPE_POPOVER);
  guint places[2] = { 0, 0 };
  GtkWindow *window;

  while (terms[places[0] + 1].word != NULL)
    places[0]++;
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = ui_test_show (list, 360, 200);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const CareTerm *term = &terms[places[i]];
      graphene_rect_t bounds;

      care_choice_row_load (CARE_CHOICE_ROW (row), term->word);
      gtk_widget_activate (row);
      ui_test_draw (popover);
      g_assert_cmpstr (focused_entry (window), ==, term->label);
      g_assert_true (gtk_widget_compute_bounds (gtk_window_get_focus (window), popover, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (popover));
      gtk_popover_popdown (GTK_POPOVER (popover));
    }
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/choice-row/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("loads", test_loads);
  ADD ("offers-every-word", test_offers_every_word);
  ADD ("commits", test_commits);
  ADD ("is-refused", test_is_refused);
#undef ADD
  g_test_add_func ("/choice-row/opens-at-what-is-chosen", test_opens_at_what_is_chosen);
  g_test_add_func ("/choice-row/shows-all-of-each", test_shows_all_of_each);
  g_test_add_func ("/choice-row/takes-other-words", test_takes_other_words);
  return g_test_run ();
}
