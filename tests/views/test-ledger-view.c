/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ledger in the window: what is added, what is refused and why, and what can be done
 * about it, each by one act. */

#include "care-ledger-view.h"

#include "care-ledger-plan.h"
#include "care-record-name.h"
#include "views-fixture.h"

#include <adwaita.h>
#include <string.h>

#define QUESTION 900001
#define ONE 900011
#define OTHER 900012
#define SAVING 900013
#define ITEM 900021

typedef struct
{
  CareLedgerView *view;
  GPtrArray *activated;
} Shown;

static void
insert_figure (ViewsFixture *fixture, CareId id, const char *label, const char *actor, const char *flow, const char *basis)
{
  views_fixture_insert (fixture, "figure", id, "label", label, "value", "25e8 GBP", "actor", actor, "flow", flow,
                        "period_basis", basis, "period", "2015-04-01/2020-03-31", "place", "6001", "newness", "new", NULL);
}

/* Two funds of £2.5 billion, of which one is a total, and a saving. */
static void
ask (ViewsFixture *fixture)
{
  insert_figure (fixture, ONE, "Time to Care", "1002", "spend", "per-year");
  insert_figure (fixture, OTHER, "Healthcare", "1003", "spend", "total");
  insert_figure (fixture, SAVING, "Competition", "1002", "saving", "per-year");
  views_fixture_insert (fixture, "ledger", QUESTION, "question", "Do the funds add up?", NULL);
  views_fixture_insert (fixture, "ledger_item", ITEM, "ledger", "900001", "ordinal", "1", "figure", "900011", NULL);
  views_fixture_insert (fixture, "ledger_item", ITEM + 1, "ledger", "900001", "ordinal", "2", "figure", "900012", NULL);
  views_fixture_insert (fixture, "ledger_item", ITEM + 2, "ledger", "900001", "ordinal", "3", "figure", "900013", NULL);
}

static void
keep (CareLedgerView *view, CareRecord *record, GPtrArray *activated)
{
  g_ptr_array_add (activated, g_object_ref (record));
}

static void
open_view (Shown *shown, ViewsFixture *fixture)
{
  shown->view = CARE_LEDGER_VIEW (care_ledger_view_new ());
  shown->activated = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (shown->view, "activated", G_CALLBACK (keep), shown->activated);
  ui_test_show (GTK_WIDGET (shown->view), 800, 900);
  care_ledger_view_set_library (shown->view, fixture->library);
}

static void
close_view (Shown *shown)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (shown->view)), shown->view);
  g_ptr_array_unref (shown->activated);
}

/* (transfer full) */
static GArray *
list_funds (void)
{
  const CareId ids[] = { ONE, OTHER };
  GArray *funds = g_array_new (FALSE, FALSE, sizeof (CareId));

  return g_array_append_vals (funds, ids, G_N_ELEMENTS (ids));
}

static GtkWidget *
find_row (Shown *shown, const char *title)
{
  return ui_test_find_label (GTK_WIDGET (shown->view), ADW_TYPE_ACTION_ROW, title);
}

static const char *
get_subtitle (Shown *shown, const char *title)
{
  GtkWidget *row = find_row (shown, title);

  return row == NULL ? NULL : adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static gboolean
says (Shown *shown, const char *text)
{
  return views_fixture_count_labels (shown->view, text) > 0;
}

static guint
count_rows (Shown *shown)
{
  return ui_test_count (GTK_WIDGET (shown->view), ADW_TYPE_ACTION_ROW);
}

static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown;

  ask (fixture);
  open_view (&shown, fixture);
  ui_test_wait (find_row (&shown, "Time to Care") != NULL);
  g_assert_cmpstr (get_subtitle (&shown, "Time to Care"), ==, "Labour Party · new");
  g_assert_cmpstr (get_subtitle (&shown, "Healthcare"), ==,
                   "differs in whose it is (Liberal Democrats, not Labour Party) and period basis (total over stated years, not "
                   "per year)");
  g_assert_cmpstr (get_subtitle (&shown, "Competition"), ==, "differs in flow kind (saving, not spending)");
  g_assert_true (says (&shown, "£2.5 billion"));
  g_assert_true (says (&shown, "Labour Party, spending, per year, 2015/16 – 2019/20, prices not stated, England\nOf that: £2.5 "
                               "billion new"));
  gtk_test_accessible_assert_property (find_row (&shown, "Competition"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Competition, £2.5 billion, differs in flow kind (saving, not spending)");
  g_signal_emit_by_name (find_row (&shown, "Healthcare"), "activated");
  g_assert_cmpuint (shown.activated->len, ==, 1);
  g_assert_cmpint (care_record_get_id (g_ptr_array_index (shown.activated, 0)), ==, OTHER);
  close_view (&shown);
}

/* What is offered is done, and what is added follows; Ctrl+Z takes each back. */
static void
test_converted (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *button;

  ask (fixture);
  open_view (&shown, fixture);
  ui_test_wait (find_row (&shown, "Healthcare") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.together", NULL);
  ui_test_wait (g_strcmp0 (views_fixture_get (fixture, "ledger", QUESTION, "owners"), "together") == 0);
  button = ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Count per Year: £500 million");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait (g_strcmp0 (get_subtitle (&shown, "Healthcare"), "Liberal Democrats · new · stated as £2.5 billion") == 0);
  g_assert_true (says (&shown, "£3 billion"));
  g_assert_cmpstr (views_fixture_get (fixture, "ledger_item", ITEM + 1, "as_period"), ==, "per-year");
  g_free (care_library_undo (fixture->library, NULL));
  ui_test_wait (!says (&shown, "£3 billion"));
  close_view (&shown);
}

/* A question that is not kept has nothing to be converted in; it is told what would come of it. */
static void
test_chosen (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) figures = list_funds ();
  Shown shown;

  ask (fixture);
  open_view (&shown, fixture);
  care_ledger_view_show_figures (shown.view, figures);
  ui_test_wait (find_row (&shown, "Healthcare") != NULL && find_row (&shown, "Competition") == NULL);
  g_assert_true (says (&shown, "Counted per year it would be £500 million"));
  g_assert_null (ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Count per Year: £500 million"));
  close_view (&shown);
}

/* In a narrow window what is offered has a line of its own, below the reason. */
static void
test_narrow (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *button, *row;
  graphene_rect_t bounds;

  ask (fixture);
  views_fixture_set (fixture, "ledger", QUESTION, "owners", "together");
  open_view (&shown, fixture);
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (shown.view))), 360, 640);
  ui_test_wait (find_row (&shown, "Healthcare") != NULL && gtk_widget_get_width (GTK_WIDGET (shown.view)) <= 360);
  ui_test_settle ();
  row = find_row (&shown, "Healthcare");
  button = ui_test_find_label (row, GTK_TYPE_BUTTON, "Count per Year: £500 million");
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))))), ==, 1);
  g_assert_true (gtk_widget_compute_bounds (button, row, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (row));
  close_view (&shown);
}

static void
test_compared_and_taken_out (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown;

  ask (fixture);
  open_view (&shown, fixture);
  ui_test_wait (find_row (&shown, "Healthcare") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.basis", "u", 2);
  ui_test_wait (g_strcmp0 (get_subtitle (&shown, "Time to Care"), "differs in flow kind (spending, not saving)") == 0);
  g_assert_cmpstr (views_fixture_get (fixture, "ledger", QUESTION, "basis"), ==, "900013");
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.basis", "u", 2);
  ui_test_wait (views_fixture_get (fixture, "ledger", QUESTION, "basis") == NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.remove", "u", 1);
  ui_test_wait (find_row (&shown, "Healthcare") == NULL);
  /* What is read in a thread may be there before the act is told of. */
  ui_test_wait (care_library_lookup ("ledger_item", ITEM + 1, fixture->library) == NULL);
  g_assert_nonnull (care_library_lookup ("figure", OTHER, fixture->library));
  close_view (&shown);
}

static void
take_text (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copied (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autofree char *text = NULL;
  GdkClipboard *clipboard;

  ask (fixture);
  open_view (&shown, fixture);
  ui_test_wait (find_row (&shown, "Healthcare") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.copy", NULL);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (shown.view));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, take_text, &text);
  ui_test_wait (text != NULL);
  g_assert_nonnull (strstr (text, "Time to Care\t£2.5 billion\t"));
  g_assert_nonnull (strstr (text, "Competition\t£2.5 billion\t"));
  g_assert_nonnull (strstr (text, "Cannot be added: differs in flow kind (saving, not spending)"));
  close_view (&shown);
}

static void
insert_deflator (ViewsFixture *fixture)
{
  views_fixture_insert (fixture, "deflator", 900031, "name", "prices of the test", NULL);
  views_fixture_insert (fixture, "deflator_value", 900032, "deflator", "900031", "year", "2015", "value", "50", NULL);
  views_fixture_insert (fixture, "deflator_value", 900033, "deflator", "900031", "year", "2017", "value", "100", NULL);
}

static void
keep_field (CareLedgerView *view, CareRecord *ledger, const char *field, char **wanted)
{
  g_free (*wanted);
  *wanted = g_strdup_printf ("%s of %" G_GINT64_FORMAT, field, care_record_get_id (ledger));
}

/* All of a question in real terms, by one act, and back; what has no index says so, and what must
 * be chosen before is asked for. */
static void
test_real_terms (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *wanted = NULL;
  Shown shown;

  ask (fixture);
  insert_deflator (fixture);
  name = care_record_name (views_fixture_find (fixture, "deflator_value", 900032), care_library_lookup, fixture->library);
  g_assert_cmpstr (name, ==, "2015 in “prices of the test”");
  views_fixture_set (fixture, "figure", ONE, "period", "2015");
  views_fixture_set (fixture, "figure", ONE, "price_basis", "cash");
  views_fixture_set (fixture, "figure", SAVING, "period", "2014");
  views_fixture_set (fixture, "figure", SAVING, "price_basis", "cash");
  open_view (&shown, fixture);
  ui_test_wait (ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Real Terms…") != NULL);
  g_signal_connect (shown.view, "prices-wanted", G_CALLBACK (keep_field), &wanted);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.prices", NULL);
  g_assert_cmpstr (wanted, ==, "deflator of 900001");
  g_assert_null (views_fixture_get (fixture, "ledger_item", ITEM, "as_price"));
  views_fixture_set (fixture, "ledger", QUESTION, "deflator", "900031");
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.prices", NULL);
  g_assert_cmpstr (wanted, ==, "price_year of 900001");
  views_fixture_set (fixture, "ledger", QUESTION, "price_year", "2017");
  ui_test_wait (ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Real Terms") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.prices", NULL);
  ui_test_wait (says (&shown, "£5 billion"));
  g_assert_true (g_str_has_suffix (get_subtitle (&shown, "Competition"),
                                   "; its prices cannot be converted, as the deflator has no single index for 2014"));
  g_assert_null (views_fixture_get (fixture, "ledger_item", ITEM + 1, "as_price")); /* its prices are not stated */
  g_free (care_library_undo (fixture->library, NULL));
  ui_test_wait (!says (&shown, "£5 billion"));
  g_assert_null (views_fixture_get (fixture, "ledger_item", ITEM + 2, "as_price"));
  g_free (care_library_redo (fixture->library, NULL));
  ui_test_wait (ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Prices as Stated") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.prices", NULL);
  ui_test_wait (ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Real Terms") != NULL);
  g_assert_null (views_fixture_get (fixture, "ledger_item", ITEM, "as_price"));
  close_view (&shown);
}

/* What converted prices goes with the sum. */
static void
test_deflator_copied (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autofree char *text = NULL;

  ask (fixture);
  views_fixture_set (fixture, "figure", ONE, "period", "2015");
  views_fixture_set (fixture, "figure", ONE, "price_basis", "cash");
  insert_deflator (fixture);
  views_fixture_set (fixture, "ledger", QUESTION, "deflator", "900031");
  views_fixture_set (fixture, "ledger", QUESTION, "price_year", "2017");
  views_fixture_set (fixture, "ledger", QUESTION, "basis", "900011");
  views_fixture_set (fixture, "ledger_item", ITEM, "as_price", "real");
  open_view (&shown, fixture);
  ui_test_wait (says (&shown, "£5 billion"));
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "ledger.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (shown.view)), NULL, take_text, &text);
  ui_test_wait (text != NULL);
  g_assert_nonnull (strstr (text, "Prices are converted by prices of the test"));
  close_view (&shown);
}

/* All figures of the sample: what has no value is not nought, and nothing is lost. */
static void
test_all (ViewsFixture *fixture, gconstpointer data)
{
  Shown shown;

  open_view (&shown, fixture);
  ui_test_wait (count_rows (&shown) == care_library_count (fixture->library, "figure"));
  g_assert_cmpstr (get_subtitle (&shown, "Innovation fund"), ==, "Its value is not specified, which is not nought");
  g_assert_cmpstr (get_subtitle (&shown, "Additional GPs (second mention)"), ==, "differs in what it counts (GPs, not bids)");
  /* Money that has no value is no bid that has none. */
  g_assert_true (says (&shown, "23 bids"));
  g_assert_false (says (&shown, "23 bids, and one that has no value"));
  g_assert_null (ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Add Owners Together"));
  close_view (&shown);
}

static void
insert_many (ViewsFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Money %03u", i);

      views_fixture_insert (fixture, "figure", 910000 + i, "label", label, "value", "1e6 GBP", "actor", "1002", "flow", "spend",
                            "period_basis", "per-year", "period", "2015-04-01/2020-03-31", "place", "6001", NULL);
    }
}

static void
count (guint *n)
{
  ++*n;
}

static GtkAdjustment *
get_scroll (Shown *shown)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_test_find (GTK_WIDGET (shown->view), GTK_TYPE_SCROLLED_WINDOW)));
}

/* What is seen at once is there at once, and the rest when nothing else is to be done; what was
 * scrolled to stays where it is when it is all made anew. */
static void
test_many (ViewsFixture *fixture, gconstpointer data)
{
  guint n_all = care_library_count (fixture->library, "figure") + 101, n_moved = 0;
  double bottom;
  Shown shown;

  insert_many (fixture, 150);
  open_view (&shown, fixture);
  ui_test_wait (says (&shown, "£150 million"));
  g_assert_cmpuint (count_rows (&shown), >=, 8);
  g_assert_cmpuint (count_rows (&shown), <=, 16);
  ui_test_wait (count_rows (&shown) == n_all);
  g_assert_true (says (&shown, "And 50 more"));
  g_assert_nonnull (find_row (&shown, "Money 099"));
  g_assert_null (find_row (&shown, "Money 100"));
  g_assert_true (says (&shown, "Cannot Be Added"));

  ui_test_wait (gtk_adjustment_get_upper (get_scroll (&shown)) > 4000);
  bottom = gtk_adjustment_get_upper (get_scroll (&shown)) - gtk_adjustment_get_page_size (get_scroll (&shown));
  gtk_adjustment_set_value (get_scroll (&shown), bottom);
  g_signal_connect_swapped (get_scroll (&shown), "value-changed", G_CALLBACK (count), &n_moved);
  views_fixture_set (fixture, "figure", 910000, "value", "2e6 GBP");
  ui_test_wait (says (&shown, "£151 million"));
  g_assert_cmpuint (count_rows (&shown), <=, 16);
  ui_test_wait (count_rows (&shown) == n_all);
  g_assert_cmpuint (n_moved, ==, 0);

  /* Another answer begins before one is whole, or none is wanted any more. */
  for (guint i = 3; i < 6; i++)
    {
      g_autofree char *value = g_strdup_printf ("%ue6 GBP", i);
      g_autofree char *sum = g_strdup_printf ("£%u million", 149 + i);

      views_fixture_set (fixture, "figure", 910000, "value", value);
      ui_test_wait (says (&shown, sum));
    }
  ui_test_wait (count_rows (&shown) == n_all);
  views_fixture_set (fixture, "figure", 910000, "value", "1e6 GBP");
  ui_test_wait (says (&shown, "£150 million"));
  care_ledger_view_set_library (shown.view, NULL);
  g_assert_cmpuint (count_rows (&shown), <, n_all);
  ui_test_settle ();
  close_view (&shown);
}

/* Parties are offered, however many other people and bodies there are before them. */
static void
test_late_party (ViewsFixture *fixture, gconstpointer data)
{
  GtkStringList *choices;
  gboolean is_offered = FALSE;
  Shown shown;

  for (guint i = 0; i < 220; i++)
    views_fixture_insert (fixture, "actor", 920000 + i, "name", "A body", "kind", "public-body", NULL);
  views_fixture_insert (fixture, "actor", 930000, "name", "Late Party", "kind", "party", NULL);
  open_view (&shown, fixture);
  ui_test_wait (says (&shown, "23 bids"));
  choices = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (ui_test_find (GTK_WIDGET (shown.view), GTK_TYPE_DROP_DOWN))));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      g_assert_cmpstr (gtk_string_list_get_string (choices, i), !=, "Figures of A body");
      is_offered = is_offered || strcmp (gtk_string_list_get_string (choices, i), "Figures of Late Party") == 0;
    }
  g_assert_true (is_offered);
  close_view (&shown);
}

/* All looks at the figures of a briefing are written as that writes its numbers: a question that is
 * kept, what was chosen, and all of its figures, but no others. */
static void
test_of_briefing (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) figures = list_funds ();
  g_autoptr (CareRecord) briefing = g_object_ref (views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  GtkDropDown *scope;
  Shown shown;

  ask (fixture);
  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "number_style", "trade");
  open_view (&shown, fixture);
  ui_test_wait (find_row (&shown, "Competition") != NULL);
  g_assert_true (says (&shown, "£2.5 billion"));
  care_ledger_view_set_scope (shown.view, figures, briefing);
  ui_test_wait (says (&shown, "£2.5bn"));
  g_assert_nonnull (find_row (&shown, "Competition"));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (shown.view), GTK_TYPE_BUTTON, "Count per Year: £500m"));
  scope = GTK_DROP_DOWN (ui_test_find (GTK_WIDGET (shown.view), GTK_TYPE_DROP_DOWN));
  gtk_drop_down_set_selected (scope, 1);
  ui_test_wait (find_row (&shown, "Competition") == NULL);
  g_assert_true (says (&shown, "All of Them"));
  g_assert_nonnull (find_row (&shown, "Time to Care"));
  care_ledger_view_show_figures (shown.view, figures);
  ui_test_wait (says (&shown, "Chosen Figures"));
  g_assert_true (says (&shown, "£2.5bn"));
  g_assert_false (says (&shown, "£2.5 billion"));
  g_assert_true (says (&shown, "Labour Party, spending, per year, 2015–16 to 2019–20, prices not stated, England\nOf that: £2.5bn new"));
  gtk_test_accessible_assert_property (find_row (&shown, "Time to Care"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Time to Care, £2.5bn, Labour Party · new");
  care_ledger_view_set_scope (shown.view, NULL, NULL);
  ui_test_wait (says (&shown, "£2.5 billion"));
  close_view (&shown);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/views/ledger-view/" path, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("refused", test_refused);
  ADD ("converted", test_converted);
  ADD ("chosen", test_chosen);
  ADD ("narrow", test_narrow);
  ADD ("compared-and-taken-out", test_compared_and_taken_out);
  ADD ("copied", test_copied);
  ADD ("real-terms", test_real_terms);
  ADD ("deflator-copied", test_deflator_copied);
  ADD ("all", test_all);
  ADD ("many", test_many);
  ADD ("late-party", test_late_party);
  ADD ("of-briefing", test_of_briefing);
#undef ADD
  return g_test_run ();
}
