/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-picker.h"

#include "care-draft-form.h"
#include "care-list.h"
#include "views-fixture.h"

#define LABOUR 1002

typedef struct
{
  GtkWidget *parent;
  CareRecordPicker *picker;
  GtkWidget *entry;
  CareRecord *chosen;
  guint n_chosen;
  GPtrArray *made;
} Picking;

static void
on_chosen (Picking *picking, CareRecord *record)
{
  picking->chosen = record;
  picking->n_chosen++;
}

static void
on_made (Picking *picking, GPtrArray *drafts)
{
  picking->made = g_ptr_array_ref (drafts);
}

static void
open_picker (Picking *picking, ViewsFixture *fixture, const char *kind, CareRecord *current)
{
  const char *kinds[] = { kind, NULL };

  *picking = (Picking) { 0 };
  picking->parent = gtk_button_new_with_label ("Choose");
  ui_test_show (picking->parent, 480, 640);
  picking->picker = CARE_RECORD_PICKER (care_record_picker_new (fixture->library, kinds));
  gtk_widget_set_parent (GTK_WIDGET (picking->picker), picking->parent);
  g_signal_connect_swapped (picking->picker, "chosen", G_CALLBACK (on_chosen), picking);
  g_signal_connect_swapped (picking->picker, "made", G_CALLBACK (on_made), picking);
  care_record_picker_set_none (picking->picker, "None");
  care_record_picker_open (picking->picker, current);
  picking->entry = ui_test_find (GTK_WIDGET (picking->picker), GTK_TYPE_SEARCH_ENTRY);
  ui_test_settle ();
}

static void
close_picker (Picking *picking)
{
  GtkRoot *root = gtk_widget_get_root (picking->parent);

  g_clear_pointer (&picking->made, g_ptr_array_unref);
  gtk_popover_popdown (GTK_POPOVER (picking->picker));
  gtk_widget_unparent (GTK_WIDGET (picking->picker));
  views_fixture_destroy (root, picking->parent);
}

static CareList *
list_of (Picking *picking)
{
  return CARE_LIST (ui_test_find (GTK_WIDGET (picking->picker), CARE_TYPE_LIST));
}

static guint
count_listed (Picking *picking)
{
  GListModel *model = care_list_get_model (list_of (picking));

  return model == NULL ? 0 : g_list_model_get_n_items (model);
}

static GtkWidget *
find_button (Picking *picking, const char *label)
{
  GtkWidget *found = ui_test_find_label (GTK_WIDGET (picking->picker), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (found);
  return found;
}

static void
type (Picking *picking, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (picking->entry), text);
  ui_test_settle ();
}

static void
test_found (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;
  CareRecord *labour = views_fixture_find (fixture, "actor", LABOUR);

  open_picker (&picking, fixture, "actor", NULL);
  g_assert_cmpuint (count_listed (&picking), ==, care_library_count (fixture->library, "actor"));
  g_assert_false (gtk_widget_get_visible (find_button (&picking, "None")));
  type (&picking, "labour p");
  g_assert_true (care_list_get_selected (list_of (&picking)) == labour);
  g_signal_emit_by_name (picking.entry, "activate");
  g_assert_true (picking.chosen == labour);
  g_assert_cmpuint (picking.n_chosen, ==, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (picking.picker)));
  close_picker (&picking);
}

/* The line of a party need not name it. */
static void
test_by_party (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;
  CareRecord *selected;

  open_picker (&picking, fixture, "party_line", NULL);
  type (&picking, "labour");
  g_assert_cmpuint (count_listed (&picking), >=, 1);
  selected = care_list_get_selected (list_of (&picking));
  g_assert_cmpint (care_record_get_reference (selected, "actor"), ==, LABOUR);
  close_picker (&picking);
}

static void
test_none (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;
  CareRecord *labour = views_fixture_find (fixture, "actor", LABOUR);

  open_picker (&picking, fixture, "actor", labour);
  g_assert_true (care_list_get_selected (list_of (&picking)) == labour);
  g_signal_emit_by_name (find_button (&picking, "None"), "clicked");
  g_assert_cmpuint (picking.n_chosen, ==, 1);
  g_assert_null (picking.chosen);
  close_picker (&picking);
}

/* What needs nothing else but its title is made at once. */
static void
test_made (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;

  open_picker (&picking, fixture, "theme", NULL);
  type (&picking, " Xylophones ");
  g_assert_cmpuint (count_listed (&picking), ==, 0);
  g_signal_emit_by_name (find_button (&picking, "New Theme “Xylophones”"), "clicked");
  g_assert_nonnull (picking.made);
  g_assert_cmpuint (picking.made->len, ==, 1);
  g_assert_cmpstr (care_record_get_title (g_ptr_array_index (picking.made, 0)), ==, "Xylophones");
  close_picker (&picking);
}

/* Of each kind: “…” is where more is asked, and nowhere else. */
static void
test_said_before (ViewsFixture *fixture, gconstpointer data)
{
  guint n_kinds;
  const CareKind *kinds = care_kind_list (&n_kinds);
  guint n_made = 0;

  for (guint i = 0; i < n_kinds; i++)
    {
      const CareKind *kind = &kinds[i];
      g_autofree char *at_once = g_strdup_printf ("New %s “Xylophones”", kind->label);
      g_autofree char *with_more = g_strdup_printf ("New %s “Xylophones”…", kind->label);
      Picking picking;

      if (!care_draft_form_can_make (kind))
        continue;
      open_picker (&picking, fixture, kind->name, NULL);
      type (&picking, "Xylophones");
      g_signal_emit_by_name (find_button (&picking, care_draft_form_asks_more (kind) ? with_more : at_once), "clicked");
      g_assert_true ((picking.made == NULL) == care_draft_form_asks_more (kind));
      n_made += picking.made != NULL;
      close_picker (&picking);
    }
  g_assert_cmpuint (n_made, >, 0);
}

/* What needs more is asked for it; what is missing is said. */
static void
test_asked (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;
  CareDraftForm *form;

  open_picker (&picking, fixture, "actor", NULL);
  type (&picking, "Zebra Party");
  g_signal_emit_by_name (find_button (&picking, "New Actor “Zebra Party”…"), "clicked");
  g_assert_null (picking.made);
  form = CARE_DRAFT_FORM (ui_test_find (GTK_WIDGET (picking.picker), CARE_TYPE_DRAFT_FORM));
  g_assert_false (care_draft_form_finish (form));
  g_assert_cmpuint (views_fixture_count_labels (form, "Actor: “Kind” is not chosen yet; choose one"), ==, 1);
  care_draft_form_set (form, "kind", "party");
  g_assert_true (care_draft_form_finish (form));
  g_assert_cmpstr (care_record_get (g_ptr_array_index (picking.made, 0), "name"), ==, "Zebra Party");
  g_assert_cmpstr (care_record_get (g_ptr_array_index (picking.made, 0), "kind"), ==, "party");
  close_picker (&picking);
}

static void
add_villages (ViewsFixture *fixture, guint n)
{
  g_autoptr (CareAct) act = care_act_new ("Many");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) place = care_record_new (care_kind_find ("place"), 900000 + i);
      g_autofree char *name = g_strdup_printf ("Village %05u", i);

      care_record_set (place, "name", name, NULL);
      care_act_insert (act, place);
    }
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
}

/* A library is not read from one end to the other to choose from it. */
static void
test_many (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;

  add_villages (fixture, 5000);
  open_picker (&picking, fixture, "place", NULL);
  type (&picking, "village");
  g_assert_cmpuint (count_listed (&picking), ==, 50);
  type (&picking, "village 04321");
  g_assert_cmpuint (count_listed (&picking), ==, 1);
  close_picker (&picking);
}

static gboolean
is_in_sight (Picking *picking, const char *title)
{
  GtkWidget *list = GTK_WIDGET (list_of (picking));
  GtkWidget *label = ui_test_find_label (list, GTK_TYPE_LABEL, title);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_get_mapped (label) && gtk_widget_compute_bounds (label, list, &bounds)
         && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (list);
}

/* What is chosen is in sight when it is opened, however far down it is. */
static void
test_in_sight (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;

  add_villages (fixture, 500);
  open_picker (&picking, fixture, "place", views_fixture_find (fixture, "place", 900437));
  ui_test_wait (is_in_sight (&picking, "Village 00437"));
  close_picker (&picking);
}

/* Where one is only chosen, none is made. */
static void
test_makes_none (ViewsFixture *fixture, gconstpointer data)
{
  Picking picking;

  open_picker (&picking, fixture, "theme", NULL);
  g_assert_true (gtk_widget_get_visible (find_button (&picking, "New Theme…")));
  care_record_picker_set_makes (picking.picker, FALSE);
  type (&picking, "Xylophones");
  g_assert_false (gtk_widget_get_visible (find_button (&picking, "New Theme…")));
  g_signal_emit_by_name (picking.entry, "activate");
  g_assert_null (picking.made);
  close_picker (&picking);
}

static void
add (const char *path, void (*test) (ViewsFixture *, gconstpointer))
{
  g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  add ("/record-picker/found", test_found);
  add ("/record-picker/by-party", test_by_party);
  add ("/record-picker/none", test_none);
  add ("/record-picker/made", test_made);
  add ("/record-picker/said-before", test_said_before);
  add ("/record-picker/asked", test_asked);
  add ("/record-picker/many", test_many);
  add ("/record-picker/in-sight", test_in_sight);
  add ("/record-picker/makes-none", test_makes_none);
  return g_test_run ();
}
