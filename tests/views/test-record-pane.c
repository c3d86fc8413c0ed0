/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-pane.h"

#include "care-choice-row.h"
#include "care-draft-form.h"
#include "care-image-panel.h"
#include "care-number-style.h"
#include "care-panel.h"
#include "care-picture-file.h"
#include "care-prose-row.h"
#include "care-reference-row.h"
#include "care-value-row.h"
#include "views-fixture.h"

static CareRecordPane *
open_pane (ViewsFixture *fixture, const char *kind, CareId id)
{
  CareRecordPane *pane = CARE_RECORD_PANE (care_record_pane_new ());

  ui_test_show (GTK_WIDGET (pane), 480, 640);
  care_record_pane_set_library (pane, fixture->library);
  care_record_pane_show (pane, views_fixture_find (fixture, kind, id));
  ui_test_settle ();
  return pane;
}

static void
close_pane (CareRecordPane *pane)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (pane)), pane);
}

static gpointer
find_row (gpointer root, GType type, const char *title)
{
  GtkWidget *row = ui_test_find_label (root, type, title);

  g_assert_nonnull (row);
  return row;
}

static void
assert_value (CareRecordPane *pane, const char *title, const char *expected)
{
  g_autofree char *text = care_value_row_get_text (find_row (pane, CARE_TYPE_VALUE_ROW, title));

  g_assert_cmpstr (text, ==, expected);
}

static CareValueRow *
type (CareRecordPane *pane, const char *title, const char *text)
{
  CareValueRow *row = find_row (pane, CARE_TYPE_VALUE_ROW, title);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT)), text);
  return row;
}

/* Goes to the record that the field names. */
static void
open_reference (CareRecordPane *pane, const char *title)
{
  GtkWidget *row = find_row (pane, CARE_TYPE_REFERENCE_ROW, title);

  g_signal_emit_by_name (ui_test_find (row, GTK_TYPE_BUTTON), "clicked");
}

static const char *
subtitle_of (CareRecordPane *pane, const char *title)
{
  return adw_action_row_get_subtitle (find_row (pane, ADW_TYPE_ACTION_ROW, title));
}

/* The group that is called so, or NULL. */
static GtkWidget *
find_group (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_GROUP (root)
      && g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_group (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What of a kind belongs to the record. */
static GtkWidget *
find_list (GtkWidget *root, const char *kind)
{
  if (g_str_equal (gtk_widget_get_name (root), kind))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child, kind);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_fields (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  GtkWidget *rest = find_row (pane, ADW_TYPE_EXPANDER_ROW, "More Fields");

  g_assert_cmpuint (views_fixture_count_labels (pane, "Better Care Fund: announced minimum"), >=, 1);
  assert_value (pane, "Figure", "Better Care Fund: announced minimum");
  assert_value (pane, "Value", "£3.8 billion");
  assert_value (pane, "As Stated", "£3.8 billion");
  g_assert_cmpstr (care_choice_row_get_word (find_row (pane, CARE_TYPE_CHOICE_ROW, "Flow Kind")), ==,
                   "pooled-budget");
  g_assert_cmpstr (subtitle_of (pane, "Whose"), ==, "Government (2010-15 coalition)");

  /* What says nothing waits behind one row, and is made when that is opened; what does
   * stands before it. */
  g_assert_null (ui_test_find_label (GTK_WIDGET (pane), CARE_TYPE_VALUE_ROW, "Price Year"));
  care_record_pane_focus_field (pane, "price_year");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (rest)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rest), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rest), TRUE);
  g_assert_cmpuint (views_fixture_count_labels (pane, "Price Year"), ==, 1);
  g_assert_nonnull (ui_test_find_label (rest, CARE_TYPE_VALUE_ROW, "Price Year"));
  assert_value (pane, "Price Year", "");
  g_assert_null (ui_test_find_label (rest, CARE_TYPE_VALUE_ROW, "Value"));
  g_assert_nonnull (ui_test_find_label (rest, CARE_TYPE_REFERENCE_ROW, "Estimator"));
  g_assert_cmpstr (subtitle_of (pane, "Estimator"), ==, "Not recorded");
  close_pane (pane);
}

static void
test_commit (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);

  g_assert_true (care_value_row_flush (type (pane, "Value", "£3.9bn")));
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "39e8 GBP");
  assert_value (pane, "Value", "£3.9 billion"); /* as it was understood */

  g_assert_true (care_value_row_flush (type (pane, "Figure", "Minimum")));
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "label"), ==, "Minimum");
  g_assert_cmpuint (views_fixture_count_labels (pane, "Minimum"), >=, 1);

  close_pane (pane);
  views_fixture_reopen (fixture);
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "39e8 GBP");
}

static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *field;
    const char *text;
    const char *stored;
  } cases[] = {
    { "Value", "value", "lots of money", "38e8 GBP" },
    { "Figure", "label", "", "Better Care Fund: announced minimum" },
    { "Period", "period", "31 February 2015", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
      CareValueRow *row;

      care_record_pane_focus_field (pane, cases[i].field);
      row = type (pane, cases[i].title, cases[i].text);
      g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
      g_assert_false (care_value_row_flush (row));
      assert_value (pane, cases[i].title, cases[i].text);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
      g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, cases[i].field), ==,
                       cases[i].stored);

      /* A change of another field leaves it there to be mended. */
      views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "as_stated", cases[i].title);
      assert_value (pane, "As Stated", cases[i].title);
      assert_value (pane, cases[i].title, cases[i].text);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
      close_pane (pane);
    }
}

/* A value that is not there is shown in words, too, and stays what it is. */
static void
test_absent (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_INNOVATION);

  assert_value (pane, "Value", "not specified (£)");
  g_assert_true (care_value_row_flush (type (pane, "Value", "not found (£)")));
  ui_test_settle ();
  assert_value (pane, "Value", "not found (£)");
  care_library_settle (fixture->library);
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_INNOVATION, "value"), ==, "not-found GBP");
  close_pane (pane);
}

/* What is typed is kept as the focus leaves, which it does when another record is shown. */
static void
test_kept_on_leaving (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);

  g_assert_true (gtk_widget_grab_focus (find_row (pane, CARE_TYPE_VALUE_ROW, "Value")));
  type (pane, "Value", "£4.2 billion");
  care_record_pane_show (pane, views_fixture_find (fixture, "figure", 17002));
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "42e8 GBP");
  g_assert_cmpstr (views_fixture_get (fixture, "figure", 17002, "value"), ==, "53e8 GBP");
  assert_value (pane, "Value", "£5.3 billion");
  close_pane (pane);
}

static gboolean
is_value (ViewsFixture *fixture, const char *field, const char *expected)
{
  return g_strcmp0 (care_record_get (views_fixture_find (fixture, "figure", SAMPLE_MINIMUM), field), expected) == 0;
}

static guint
count_history (ViewsFixture *fixture)
{
  g_autoptr (GPtrArray) history = care_library_history (fixture->library, 100, NULL);

  return history->len;
}

static void
assert_undone (ViewsFixture *fixture, const char *field, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_undo (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sentence);
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, field), ==, expected);
}

/* However often it is saved, a value is one change as long as the focus stays. */
static void
test_kept_while_typing (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  CareValueRow *row = find_row (pane, CARE_TYPE_VALUE_ROW, "Value");
  GtkEditable *entry = GTK_EDITABLE (ui_test_find (GTK_WIDGET (row), GTK_TYPE_ENTRY));
  guint before = count_history (fixture);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  type (pane, "Value", "£4bn");
  gtk_editable_set_position (entry, 2);
  ui_test_wait (is_value (fixture, "value", "4e9 GBP"));
  ui_test_settle ();
  assert_value (pane, "Value", "£4bn");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 2);

  type (pane, "Value", "£4.2bn ");
  ui_test_wait (is_value (fixture, "value", "42e8 GBP"));
  ui_test_settle ();
  assert_value (pane, "Value", "£4.2bn ");
  g_assert_cmpuint (count_history (fixture), ==, before + 1);

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (pane)), NULL);
  assert_value (pane, "Value", "£4.2 billion");
  g_assert_cmpuint (count_history (fixture), ==, before + 1);
  assert_undone (fixture, "value", "38e8 GBP");
  assert_value (pane, "Value", "£3.8 billion");
  close_pane (pane);
}

/* What is undone under the cursor is shown, and not saved again. */
static void
test_undone_while_typing (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);

  g_assert_true (gtk_widget_grab_focus (find_row (pane, CARE_TYPE_VALUE_ROW, "Value")));
  type (pane, "Value", "£4bn");
  ui_test_wait (is_value (fixture, "value", "4e9 GBP"));
  ui_test_settle ();
  assert_undone (fixture, "value", "38e8 GBP");
  assert_value (pane, "Value", "£3.8 billion");
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (pane)), NULL);
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "38e8 GBP");
  close_pane (pane);
}

static void
type_prose_in (CareRecordPane *pane, const char *title, const char *text)
{
  GtkWidget *row = find_row (pane, CARE_TYPE_PROSE_ROW, title);

  gtk_widget_grab_focus (row);
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_test_find (row, GTK_TYPE_TEXT_VIEW))), text, -1);
}

static void
type_prose (CareRecordPane *pane, const char *text)
{
  type_prose_in (pane, "Note", text);
}

/* All of it can be seen, and it is kept as the one line that it is. */
static void
test_sentence (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "briefing", SAMPLE_BRIEFING);

  type_prose_in (pane, "Inclusion Rule", "Parties with\na Member.");
  ui_test_wait (g_strcmp0 (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "inclusion_rule"),
                           "Parties with a Member.")
                == 0);
  close_pane (pane);
}

/* A pause of up to a second is none. */
static void
test_prose_is_one_act (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  guint before = count_history (fixture);
  gint64 time;

  type_prose (pane, "One");
  ui_test_wait (is_value (fixture, "note", "One"));
  type_prose (pane, "One two");
  ui_test_wait (is_value (fixture, "note", "One two"));
  g_assert_cmpuint (count_history (fixture), ==, before + 1);

  time = g_get_monotonic_time ();
  ui_test_wait (g_get_monotonic_time () - time > 1200 * 1000);
  type_prose (pane, "One two three");
  ui_test_wait (is_value (fixture, "note", "One two three"));
  g_assert_cmpuint (count_history (fixture), ==, before + 2);
  close_pane (pane);
}

static void
flush_all (GtkWidget *root)
{
  if (CARE_IS_EDIT_ROW (root))
    g_assert_true (care_edit_row_flush (CARE_EDIT_ROW (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    flush_all (child);
}

/* Looking at every record and leaving changes none. */
static void
test_left_alone (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      GListModel *records = care_library_list (fixture->library, kinds[k].name);

      for (guint i = 0; i < g_list_model_get_n_items (records); i += 6)
        {
          g_autoptr (CareRecord) record = g_list_model_get_item (records, i);
          g_autoptr (CareRecord) before = care_record_copy (record);

          care_record_pane_show (pane, record);
          g_assert_true (care_record_pane_get_record (pane) == record);
          flush_all (GTK_WIDGET (pane));
          for (guint f = 0; f < kinds[k].n_fields; f++)
            g_assert_cmpstr (care_record_get_at (record, f), ==, care_record_get_at (before, f));
        }
    }
  close_pane (pane);
}

static void
count_shown (CareRecordPane *pane, guint *n)
{
  *n += 1;
}

static void
test_links (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  CareRecord *figure = care_record_pane_get_record (pane);
  GtkWidget *back = ui_test_find (GTK_WIDGET (pane), GTK_TYPE_BUTTON);
  guint n = 0;

  g_signal_connect (pane, "shown", G_CALLBACK (count_shown), &n);
  g_assert_false (gtk_widget_get_visible (back));
  g_assert_false (care_record_pane_back (pane));

  open_reference (pane, "Whose");
  g_assert_true (care_record_pane_get_record (pane) == views_fixture_find (fixture, "actor", 1007));
  g_assert_true (gtk_widget_get_visible (back));
  adw_action_row_activate (
    find_row (pane, ADW_TYPE_ACTION_ROW, "Join health and social care fully across England"));
  g_assert_true (care_record_pane_get_record (pane) == views_fixture_find (fixture, "pledge", 11002));

  g_signal_emit_by_name (back, "clicked");
  g_assert_true (care_record_pane_get_record (pane) == views_fixture_find (fixture, "actor", 1007));
  g_assert_true (care_record_pane_back (pane));
  g_assert_true (care_record_pane_get_record (pane) == figure);
  assert_value (pane, "Value", "£3.8 billion");
  g_assert_false (gtk_widget_get_visible (back));
  g_assert_false (care_record_pane_back (pane));
  g_assert_cmpuint (n, ==, 4);
  close_pane (pane);
}

/* Chosen, taken away, and made: each is one act. */
static void
test_reference (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = count_history (fixture);
  CareReferenceRow *row;
  CareRecord *person;

  care_record_pane_focus_field (pane, "estimator");
  row = find_row (pane, CARE_TYPE_REFERENCE_ROW, "Estimator");
  g_signal_emit_by_name (row, "chosen", views_fixture_find (fixture, "actor", 1002));
  g_assert_cmpstr (subtitle_of (pane, "Estimator"), ==, "Labour Party");
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "estimator"), ==, "1002");
  g_signal_emit_by_name (row, "chosen", NULL);
  g_assert_null (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "estimator"));
  g_assert_cmpstr (subtitle_of (pane, "Estimator"), ==, "Not recorded");

  person = care_record_new (care_kind_find ("person"), care_library_make_id ());
  care_record_set (person, "name", "Una Reporter", NULL);
  g_ptr_array_add (drafts, person);
  g_signal_emit_by_name (find_row (pane, CARE_TYPE_REFERENCE_ROW, "Reporter"), "made", drafts);
  g_assert_cmpstr (subtitle_of (pane, "Reporter"), ==, "Una Reporter");
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_cmpstr (subtitle_of (pane, "Reporter"), ==, "Una Reporter");
  g_assert_cmpuint (count_history (fixture), ==, before + 3);
  assert_undone (fixture, "reporter", NULL);
  g_assert_null (care_library_find (fixture->library, "person", care_record_get_id (person)));
  close_pane (pane);
}

/* The figures of a question are listed by what they are called, and opened. */
static void
test_ledger (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane;

  views_fixture_insert (fixture, "ledger", 90001, "question", "Does it add up?", NULL);
  views_fixture_insert (fixture, "ledger_item", 90002, "ledger", "90001", "ordinal", "1", "figure", "17016", NULL);
  pane = open_pane (fixture, "ledger", 90001);
  g_signal_emit_by_name (find_row (pane, ADW_TYPE_ACTION_ROW, "Better Care Fund: announced minimum"), "activated");
  g_assert_cmpint (care_record_get_id (care_record_pane_get_record (pane)), ==, SAMPLE_MINIMUM);
  g_assert_nonnull (find_row (pane, ADW_TYPE_ACTION_ROW, "Does it add up?"));
  close_pane (pane);
}

/* What is told of a figure for a briefing is told as that writes its numbers. */
static void
test_numbers (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  g_autofree char *typed = NULL;

  g_assert_nonnull (find_row (pane, ADW_TYPE_ACTION_ROW, "£5.3 billion · Better Care Fund: pooled locally"));
  care_record_pane_set_numbers (pane, &care_number_style_trade);
  g_assert_nonnull (find_row (pane, ADW_TYPE_ACTION_ROW, "£5.3bn · Better Care Fund: pooled locally"));
  g_assert_null (ui_test_find_label (GTK_WIDGET (pane), ADW_TYPE_ACTION_ROW, "£5.3 billion · Better Care Fund: pooled locally"));
  /* What can be typed in is as it is typed. */
  typed = care_value_row_get_text (find_row (pane, CARE_TYPE_VALUE_ROW, "Value"));
  g_assert_cmpstr (typed, ==, "£3.8 billion");
  care_record_pane_set_numbers (pane, CARE_QUANTITY_HOUSE);
  g_assert_nonnull (find_row (pane, ADW_TYPE_ACTION_ROW, "£5.3 billion · Better Care Fund: pooled locally"));
  close_pane (pane);
}

static void
test_groups (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "pledge", 11001);
  GtkWidget *deadlines = find_list (GTK_WIDGET (pane), "deadline");
  GtkWidget *used_in = find_group (GTK_WIDGET (pane), "Used In");

  g_assert_nonnull (deadlines);
  g_assert_nonnull (ui_test_find_label (deadlines, ADW_TYPE_ACTION_ROW, "before April 2018"));
  g_assert_nonnull (
    ui_test_find_label (deadlines, ADW_TYPE_ACTION_ROW, "in time for the start of the 2018 financial year"));
  g_assert_cmpuint (ui_test_count (deadlines, ADW_TYPE_ACTION_ROW), ==, 2);
  g_assert_nonnull (find_list (GTK_WIDGET (pane), "limb"));
  g_assert_cmpuint (views_fixture_count_labels (pane, "Reported Verdicts"), ==, 1); /* of its panel */

  g_assert_nonnull (used_in);
  g_assert_nonnull (ui_test_find_label (used_in, ADW_TYPE_ACTION_ROW,
                                        "Health and Social Care Committee reports on integrated care"));
  g_assert_null (ui_test_find_label (used_in, ADW_TYPE_ACTION_ROW, "before April 2018"));
  close_pane (pane);
}

static GtkWidget *
find_adder (CareRecordPane *pane, const char *kind)
{
  return ui_test_find (find_list (GTK_WIDGET (pane), kind), GTK_TYPE_MENU_BUTTON);
}

/* Once it is in sight: GTK has no place for a popover beyond the screen. */
static void
open_adder (GtkMenuButton *adder)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (adder), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (adder), scroller, &bounds));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y - 100);
  ui_test_draw (scroller);
  gtk_menu_button_popup (adder);
}

/* What belongs to a record is added below its name, each as one act, and moved. */
static void
test_list (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "One", "Two" };
  CareRecordPane *pane = open_pane (fixture, "pledge", 11001);
  guint before = count_history (fixture);
  GtkWidget *list = find_list (GTK_WIDGET (pane), "limb");
  guint n_limbs = ui_test_count (list, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkMenuButton *adder = GTK_MENU_BUTTON (find_adder (pane, "limb"));
      CareDraftForm *form;

      open_adder (adder);
      form = CARE_DRAFT_FORM (gtk_popover_get_child (gtk_menu_button_get_popover (adder)));
      g_assert_false (care_draft_form_finish (form));
      care_draft_form_set_title (form, texts[i]);
      g_assert_true (care_draft_form_finish (form));
      care_library_settle (fixture->library);
      ui_test_settle ();
    }
  g_assert_cmpuint (count_history (fixture), ==, before + 2);
  list = find_list (GTK_WIDGET (pane), "limb");
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, n_limbs + 2);
  g_assert_nonnull (find_row (list, ADW_TYPE_ACTION_ROW, "Two"));
  close_pane (pane);
}

/* A form that grows by what is understood of a value is as high as it has to be. */
static void
test_sum_added (ViewsFixture *fixture, gconstpointer data)
{
  CareRecord *figure = views_fixture_find (fixture, "figure", SAMPLE_MINIMUM);
  CareRecordPane *pane = open_pane (fixture, "fund", care_record_get_reference (figure, "fund"));
  GtkMenuButton *adder = GTK_MENU_BUTTON (ui_test_find (ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL), GTK_TYPE_MENU_BUTTON));
  GtkWidget *form;
  int least;

  open_adder (adder);
  form = gtk_popover_get_child (gtk_menu_button_get_popover (adder));
  ui_test_wait (gtk_widget_get_height (form) > 0);
  care_draft_form_set_title (CARE_DRAFT_FORM (form), "Transformation money");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (find_row (form, CARE_TYPE_VALUE_ROW, "Value"), GTK_TYPE_TEXT)),
                         "£2.5bn a year for five years from 2016/17");
  ui_test_settle ();
  gtk_widget_measure (form, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (form), &least, NULL, NULL, NULL);
  ui_test_wait (gtk_widget_get_height (form) >= least);
  g_assert_true (care_draft_form_finish (CARE_DRAFT_FORM (form)));
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_nonnull (find_row (pane, ADW_TYPE_ACTION_ROW, "£2.5 billion · Transformation money"));
  close_pane (pane);
}

/* While the disk is slow nobody waits, and what was to be deleted is then, once. */
static void
test_slow (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "pledge", 11001);
  GtkWidget *list = find_list (GTK_WIDGET (pane), "limb");
  guint n_limbs = ui_test_count (list, ADW_TYPE_ACTION_ROW);
  guint before = count_history (fixture);

  g_assert_cmpuint (n_limbs, >, 0);
  g_assert_true (gtk_widget_grab_focus (ui_test_find (list, ADW_TYPE_ACTION_ROW)));
  views_fixture_get_stuck (fixture);
  for (guint i = 0; i < 2; i++)
    ui_test_press (gtk_widget_get_parent (list), GDK_KEY_Delete);
  g_assert_cmpuint (ui_test_count (find_list (GTK_WIDGET (pane), "limb"), ADW_TYPE_ACTION_ROW), ==, n_limbs);
  views_fixture_set_stuck (fixture, FALSE);
  ui_test_wait (ui_test_count (find_list (GTK_WIDGET (pane), "limb"), ADW_TYPE_ACTION_ROW) == n_limbs - 1);
  care_library_settle (fixture->library);
  g_assert_cmpuint (count_history (fixture), ==, before + 2);
  close_pane (pane);
}

/* A party line, an Act, a figure: what a box lists is chosen. */
static void
test_box_items (ViewsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *box;
    const char *kind;
    CareId id;
  } cases[] = { { "party-lines", "party_line", 10001 }, { "chart", "figure", SAMPLE_MINIMUM }, { "timeline", "pledge", 11001 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *briefing = g_strdup_printf ("%d", SAMPLE_BRIEFING);
      CareRecord *box = views_fixture_insert (fixture, "box", 900000 + i, "briefing", briefing, "kind", cases[i].box,
                                              "title", "Box", "ordinal", "90", NULL);
      CareRecordPane *pane = open_pane (fixture, "box", care_record_get_id (box));
      GtkMenuButton *adder = GTK_MENU_BUTTON (find_adder (pane, "box_item"));
      g_autoptr (GPtrArray) items = NULL;

      open_adder (adder);
      g_signal_emit_by_name (gtk_menu_button_get_popover (adder), "chosen",
                             views_fixture_find (fixture, cases[i].kind, cases[i].id));
      care_library_settle (fixture->library);
      ui_test_settle ();
      items = care_library_children (fixture->library, "box_item", "box", care_record_get_id (box));
      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpint (care_record_get_reference (g_ptr_array_index (items, 0), cases[i].kind), ==, cases[i].id);
      g_assert_cmpuint (ui_test_count (find_list (GTK_WIDGET (pane), "box_item"), ADW_TYPE_ACTION_ROW), ==, 1);
      close_pane (pane);
    }
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static GFile *
make_picture (ViewsFixture *fixture, const char *name, int side)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, side, side / 2);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save (pixbuf, path, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static CareRecordPane *
open_image_box (ViewsFixture *fixture)
{
  g_autofree char *briefing = g_strdup_printf ("%d", SAMPLE_BRIEFING);

  views_fixture_insert (fixture, "box", 900009, "briefing", briefing, "kind", "image", "title", "Image", "ordinal", "90",
                        NULL);
  return open_pane (fixture, "box", 900009);
}

/* A picture is kept, no larger than a page needs, once it has what an image must have. */
static void
test_image (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_image_box (fixture);
  CareImagePanel *panel = CARE_IMAGE_PANEL (ui_test_find (GTK_WIDGET (pane), CARE_TYPE_IMAGE_PANEL));
  g_autoptr (GFile) file = make_picture (fixture, "hospital.jpg", 3000);
  CareDraftForm *form;
  CareRecord *image;
  g_autofree guchar *bytes = NULL;
  gsize length;

  care_image_panel_open (panel, file);
  ui_test_wait (ui_test_find (GTK_WIDGET (panel), CARE_TYPE_DRAFT_FORM) != NULL);
  form = CARE_DRAFT_FORM (ui_test_find (GTK_WIDGET (panel), CARE_TYPE_DRAFT_FORM));
  g_assert_false (care_draft_form_finish (form));
  g_assert_cmpuint (views_fixture_count_labels (form, "Image: “Alternative Text” is still empty; type it in"), ==, 1);
  care_draft_form_set (form, "alternative", "A hospital");
  g_assert_false (care_draft_form_finish (form));
  care_draft_form_set (form, "credit", "Copyright: A. Author");
  g_assert_true (care_draft_form_finish (form));

  care_library_settle (fixture->library);
  ui_test_settle ();
  image = care_library_follow (fixture->library, views_fixture_find (fixture, "box", 900009), "image");
  g_assert_nonnull (image);
  g_assert_cmpstr (care_record_get_title (image), ==, "hospital.jpg");
  g_assert_cmpstr (care_record_get (image, "media_type"), ==, "image/png");
  bytes = g_base64_decode (care_record_get (image, "data"), &length);
  g_assert_cmpmem (bytes, 8, "\211PNG\r\n\032\n", 8);
  g_assert_cmpint (bytes[18] << 8 | bytes[19], ==, 2000);
  g_assert_cmpstr (subtitle_of (pane, "Image"), ==, "hospital.jpg");
  close_pane (pane);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* By its contents, and not by what it is called. */
static void
test_no_image (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "hospital.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "not a picture", -1, NULL));
  care_picture_file_read_async (file, keep_result, &result);
  ui_test_wait (result != NULL);
  bytes = care_picture_file_read_finish (result, &error);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* A text names a figure: the figure says where. */
static void
test_used_in_text (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  GtkWidget *used_in = find_group (GTK_WIDGET (pane), "Used In");

  g_assert_nonnull (used_in);
  g_assert_nonnull (ui_test_find_label (used_in, ADW_TYPE_ACTION_ROW, "Joining up without upheaval"));
  close_pane (pane);
}

static void
test_changes_elsewhere (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£7 billion");
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "flow", "saving");
  assert_value (pane, "Value", "£7 billion");
  g_assert_cmpstr (care_choice_row_get_word (find_row (pane, CARE_TYPE_CHOICE_ROW, "Flow Kind")), ==,
                   "saving");

  /* Records that it names, and those that name it. */
  views_fixture_set (fixture, "actor", 1007, "name", "The Coalition");
  g_assert_cmpstr (subtitle_of (pane, "Whose"), ==, "The Coalition");
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "heading", "Joining Up");
  find_row (pane, ADW_TYPE_ACTION_ROW, "Joining Up");

  /* What a line says of a record may come from a third. */
  care_record_pane_show (pane, views_fixture_find (fixture, "actor", 1003));
  g_assert_cmpstr (subtitle_of (pane, "Merge the health and social care budget"), ==,
                   "Liberal Democrats · by 2018");
  views_fixture_set (fixture, "deadline", 14004, "words", "by 2019");
  g_assert_cmpstr (subtitle_of (pane, "Merge the health and social care budget"), ==,
                   "Liberal Democrats · by 2019");
  close_pane (pane);
}

static void
test_read_only (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane;

  views_fixture_reopen_read_only (fixture);
  pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  assert_value (pane, "Value", "£3.8 billion");
  g_assert_false (gtk_editable_get_editable (
    GTK_EDITABLE (ui_test_find (find_row (pane, CARE_TYPE_VALUE_ROW, "Value"), GTK_TYPE_ENTRY))));
  g_assert_true (gtk_widget_has_css_class (find_row (pane, CARE_TYPE_VALUE_ROW, "Value"), "care-fixed"));
  g_assert_true (gtk_widget_is_sensitive (find_row (pane, ADW_TYPE_ACTION_ROW, "Whose")));
  close_pane (pane);
}

/* What the library refuses stays in the field, with the reason; it is not saved. */
static void
test_refused_later (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane;
  CareValueRow *row;

  views_fixture_reopen_read_only (fixture);
  pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);
  row = find_row (pane, CARE_TYPE_VALUE_ROW, "Value");
  care_value_row_set_editable (row, TRUE);
  g_assert_true (care_value_row_flush (type (pane, "Value", "£4bn")));
  care_library_settle (fixture->library);
  ui_test_settle ();
  assert_value (pane, "Value", "£4bn");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_true (care_edit_row_restore (CARE_EDIT_ROW (row)));
  assert_value (pane, "Value", "£3.8 billion");
  close_pane (pane);
}

/* What is named is what was named, where the choice cannot be kept. */
static void
test_reference_refused (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "position", 8009);
  CareReferenceRow *row = find_row (pane, CARE_TYPE_REFERENCE_ROW, "Actor");
  g_autofree char *before = g_strdup (subtitle_of (pane, "Actor"));
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *made = care_record_new (care_kind_find ("actor"), care_library_make_id ());

  g_signal_emit_by_name (row, "chosen", NULL);
  g_assert_cmpstr (subtitle_of (pane, "Actor"), ==, before);
  close_pane (pane);
  views_fixture_reopen_read_only (fixture);
  pane = open_pane (fixture, "position", 8009);
  row = find_row (pane, CARE_TYPE_REFERENCE_ROW, "Actor");
  g_signal_emit_by_name (row, "chosen", views_fixture_find (fixture, "actor", 1006));
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_cmpstr (subtitle_of (pane, "Actor"), ==, before);
  g_assert_true (care_record_set (made, "name", "Board", NULL));
  g_ptr_array_add (drafts, made);
  g_signal_emit_by_name (row, "made", drafts);
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_cmpstr (subtitle_of (pane, "Actor"), ==, before);
  close_pane (pane);
}

static void
test_nothing (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "figure", SAMPLE_MINIMUM);

  care_record_pane_show (pane, NULL);
  g_assert_null (care_record_pane_get_record (pane));
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (pane), ADW_TYPE_PREFERENCES_ROW), ==, 0);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£7 billion"); /* nobody is told */
  care_record_pane_show (pane, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  care_record_pane_set_library (pane, NULL);
  g_assert_null (care_record_pane_get_record (pane));
  close_pane (pane);
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

  add ("/record-pane/fields", test_fields);
  add ("/record-pane/commit", test_commit);
  add ("/record-pane/refused", test_refused);
  add ("/record-pane/absent", test_absent);
  add ("/record-pane/kept-on-leaving", test_kept_on_leaving);
  add ("/record-pane/kept-while-typing", test_kept_while_typing);
  add ("/record-pane/undone-while-typing", test_undone_while_typing);
  add ("/record-pane/sentence", test_sentence);
  add ("/record-pane/prose-is-one-act", test_prose_is_one_act);
  add ("/record-pane/left-alone", test_left_alone);
  add ("/record-pane/links", test_links);
  add ("/record-pane/reference", test_reference);
  add ("/record-pane/numbers", test_numbers);
  add ("/record-pane/sum-added", test_sum_added);
  add ("/record-pane/ledger", test_ledger);
  add ("/record-pane/groups", test_groups);
  add ("/record-pane/list", test_list);
  add ("/record-pane/slow", test_slow);
  add ("/record-pane/box-items", test_box_items);
  add ("/record-pane/image", test_image);
  add ("/record-pane/no-image", test_no_image);
  add ("/record-pane/used-in-text", test_used_in_text);
  add ("/record-pane/changes-elsewhere", test_changes_elsewhere);
  add ("/record-pane/read-only", test_read_only);
  add ("/record-pane/refused-later", test_refused_later);
  add ("/record-pane/reference-refused", test_reference_refused);
  add ("/record-pane/nothing", test_nothing);
  return g_test_run ();
}
