/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of new records: what is put in, and that it is put in once. */

#include "care-draft-form.h"
#include "care-form-dialog.h"
#include "care-record-picker.h"
#include "care-reference-row.h"
#include "views-fixture.h"

#define LABOUR 1002

/* Row @index of those that name a record. */
static GtkWidget *
find_reference (GtkWidget *widget, guint *index)
{
  if (CARE_IS_REFERENCE_ROW (widget) && (*index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_reference (child, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A person opens the picker of @row. */
static CareRecordPicker *
open_picker (GtkWidget *row)
{
  g_signal_emit_by_name (row, "activated");
  ui_test_settle ();
  return CARE_RECORD_PICKER (ui_test_find (row, CARE_TYPE_RECORD_PICKER));
}

/* (transfer full): a party that a person makes in @row. */
static CareRecord *
make_party (GtkWidget *row, const char *name)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *party = care_record_new (care_kind_find ("actor"), care_library_make_id ());

  g_assert_true (care_record_set (party, "name", name, NULL) && care_record_set (party, "kind", "party", NULL));
  g_ptr_array_add (drafts, g_object_ref (party));
  g_signal_emit_by_name (open_picker (row), "made", drafts);
  return party;
}

static void
on_made (GPtrArray **made, GPtrArray *drafts)
{
  g_clear_pointer (made, g_ptr_array_unref);
  *made = g_ptr_array_ref (drafts);
}

/* What was made in a row comes with the new record, unless another was chosen after it. */
static void
test_drafts (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *form = care_draft_form_new (fixture->library, care_kind_find ("position"));
  g_autoptr (GPtrArray) made = NULL;
  guint first = 0;
  GtkWidget *row;
  g_autoptr (CareRecord) party = NULL;

  ui_test_show (form, 480, 640);
  g_signal_connect_swapped (form, "made", G_CALLBACK (on_made), &made);
  care_draft_form_set_title (CARE_DRAFT_FORM (form), "A position");
  row = find_reference (form, &first);
  party = make_party (row, "Zebra Party");
  g_assert_true (care_draft_form_finish (CARE_DRAFT_FORM (form)));
  g_assert_cmpuint (made->len, ==, 2);
  g_assert_true (g_ptr_array_index (made, 0) == party);
  g_signal_emit_by_name (open_picker (row), "chosen", views_fixture_find (fixture, "actor", LABOUR));
  g_assert_true (care_draft_form_finish (CARE_DRAFT_FORM (form)));
  g_assert_cmpuint (made->len, ==, 1);
  g_assert_cmpint (care_record_get_reference (g_ptr_array_index (made, 0), "actor"), ==, LABOUR);
  views_fixture_destroy (gtk_widget_get_root (form), form);
}

typedef struct
{
  CareRecord *theme;
  guint n_planned;
} Planning;

static CareAct *
plan (CareFormDialog *dialog, gpointer data, GError **error)
{
  Planning *planning = data;
  CareAct *act = care_act_new ("Add a theme");

  planning->n_planned++;
  care_act_insert (act, planning->theme);
  return act;
}

/* Enter, held a little too long. */
static void
test_once (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  g_autoptr (CareRecord) theme = care_record_new (care_kind_find ("theme"), care_library_make_id ());
  Planning planning = { theme, 0 };
  GtkWidget *dialog = care_form_dialog_new (parent, fixture->library, "Add a Theme", "Add");

  g_assert_true (care_record_set (theme, "name", "Xylophones", NULL));
  care_form_dialog_set_plan (CARE_FORM_DIALOG (dialog), plan, &planning, NULL);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  care_form_dialog_finish (CARE_FORM_DIALOG (dialog));
  care_form_dialog_finish (CARE_FORM_DIALOG (dialog));
  ui_test_wait (dialog == NULL);
  g_assert_cmpuint (planning.n_planned, ==, 1);
  g_assert_nonnull (care_library_find (fixture->library, "theme", care_record_get_id (theme)));
  gtk_window_destroy (parent);
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
  add ("/form-dialog/drafts", test_drafts);
  add ("/form-dialog/once", test_once);
  return g_test_run ();
}
