/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of new records: what is put in, and that it is put in once. */

#include "care-draft-form.h"
#include "care-edit-row.h"
#include "care-form-dialog.h"
#include "care-notice.h"
#include "care-record-picker.h"
#include "care-reference-row.h"
#include "care-unfinished.h"
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

/* A form of a new theme in a window, as one who asks for it again sees it. */
static CareDraftForm *
show_form (ViewsFixture *fixture, gpointer *window)
{
  GtkWidget *form = care_draft_form_new (fixture->library, care_kind_find ("theme"));

  care_draft_form_begin (CARE_DRAFT_FORM (form), "theme");
  *window = ui_test_show (form, 360, 640);
  return CARE_DRAFT_FORM (form);
}

static GtkEditable *
title_of (gpointer form)
{
  return GTK_EDITABLE (ui_test_find (form, GTK_TYPE_TEXT));
}

static gboolean
is_said (gpointer root, const char *words)
{
  return views_fixture_count_labels (root, words) > 0;
}

#define STILL_HERE "What was typed before is still here."

/* What is typed in a form that is closed is there when it is asked for again, until it is
 * begun anew. */
static void
test_kept (ViewsFixture *fixture, gconstpointer data)
{
  gpointer window;
  CareDraftForm *form = show_form (fixture, &window);

  g_assert_false (care_notice_get_shown (CARE_NOTICE (ui_test_find (GTK_WIDGET (form), CARE_TYPE_NOTICE))));
  gtk_editable_set_text (title_of (form), "Half a th");
  views_fixture_destroy (window, form);
  form = show_form (fixture, &window);
  g_assert_cmpstr (gtk_editable_get_text (title_of (form)), ==, "Half a th");
  g_assert_true (is_said (form, STILL_HERE));
  g_signal_emit_by_name (ui_test_find_label (GTK_WIDGET (form), GTK_TYPE_BUTTON, "Start Afresh"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (title_of (form)), ==, "");
  views_fixture_destroy (window, form);
  form = show_form (fixture, &window);
  g_assert_cmpstr (gtk_editable_get_text (title_of (form)), ==, "");
  views_fixture_destroy (window, form);
}

/* (transfer full): an act that puts the same record in @times. */
static CareAct *
insert (CareRecord *record, guint times)
{
  CareAct *act = care_act_new ("Add a theme");

  for (guint i = 0; i < times; i++)
    care_act_insert (act, record);
  return act;
}

/* Opened again and closed as it was, a form is to put in another record; once that is in, it is
 * not asked for again. */
static void
test_kept_twice (ViewsFixture *fixture, gconstpointer data)
{
  gpointer window;
  CareDraftForm *form = show_form (fixture, &window);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (title_of (form)), CARE_TYPE_EDIT_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) at_first = NULL;
  g_autoptr (CareAct) act = NULL;

  g_ptr_array_add (rows, row);
  at_first = care_unfinished_read (rows);
  gtk_editable_set_text (title_of (form), "Half a th");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CareRecord) draft = care_record_new (care_kind_find ("theme"), care_library_make_id ());

      g_assert_true (care_record_set (draft, "name", "Half a th", NULL));
      g_assert_true (care_unfinished_keep (fixture->library, "themes", draft, rows, at_first));
      g_clear_pointer (&act, care_act_unref);
      act = insert (draft, 1);
    }
  g_assert_true (care_unfinished_bring_back (fixture->library, "themes", rows));
  care_library_apply_async (fixture->library, act, NULL, NULL);
  care_library_settle (fixture->library);
  g_assert_false (care_unfinished_bring_back (fixture->library, "themes", rows));
  views_fixture_destroy (window, form);
}

static void
on_done (gboolean *is_done)
{
  *is_done = TRUE;
}

/* What is refused is told in the form, which still has what was typed; what is done is not
 * asked for again. */
static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  gpointer window;
  CareDraftForm *form = show_form (fixture, &window);
  g_autoptr (CareAct) wrong = NULL;
  g_autoptr (CareAct) right = NULL;
  g_autoptr (GPtrArray) made = NULL;
  GtkWidget *add = ui_test_find_label (GTK_WIDGET (form), GTK_TYPE_BUTTON, "Add");
  gboolean is_done = FALSE;

  g_signal_connect_swapped (form, "made", G_CALLBACK (on_made), &made);
  g_signal_connect_swapped (form, "done", G_CALLBACK (on_done), &is_done);
  gtk_editable_set_text (title_of (form), "Xylophones");
  g_assert_true (care_draft_form_finish (form));
  wrong = insert (g_ptr_array_index (made, 0), 2);
  care_draft_form_apply (form, wrong, NULL);
  g_assert_false (gtk_widget_get_sensitive (add));
  ui_test_wait (gtk_widget_get_sensitive (add));
  g_assert_false (is_done);
  g_assert_cmpstr (gtk_editable_get_text (title_of (form)), ==, "Xylophones");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_prev_sibling (add)));
  right = insert (g_ptr_array_index (made, 0), 1);
  care_draft_form_apply (form, right, NULL);
  ui_test_wait (is_done);
  views_fixture_destroy (window, form);
  form = show_form (fixture, &window);
  g_assert_cmpstr (gtk_editable_get_text (title_of (form)), ==, "");
  views_fixture_destroy (window, form);
}

static CareFormDialog *
show_dialog (ViewsFixture *fixture, GtkWindow *parent)
{
  GtkWidget *dialog = care_form_dialog_new (parent, fixture->library, "Add a Role", "Add");
  CareFormDialog *self = CARE_FORM_DIALOG (dialog);
  GtkWidget *group = care_form_dialog_add_group (self, NULL, NULL);
  g_autoptr (CareRecord) role = care_record_new (care_kind_find ("role"), care_library_make_id ());

  care_form_dialog_add_field (self, group, role, "post", NULL);
  care_form_dialog_add_field (self, group, role, "actor", NULL);
  care_form_dialog_add_field (self, group, role, "since", NULL);
  care_form_dialog_begin (self, "role");
  gtk_window_present (GTK_WINDOW (dialog));
  return self;
}

/* The same of a dialog, and of what was chosen in it; what cannot be understood is there
 * again with the reason. */
static void
test_dialog_kept (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  CareFormDialog *dialog = show_dialog (fixture, parent);
  guint first = 0;
  GtkWidget *row = find_reference (GTK_WIDGET (dialog), &first);

  gtk_editable_set_text (title_of (dialog), "Health Sec");
  g_signal_emit_by_name (open_picker (row), "chosen", views_fixture_find (fixture, "actor", LABOUR));
  gtk_editable_set_text (title_of (gtk_widget_get_next_sibling (row)), "the day before");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpstr (told->str, ==, "“Add a Role” keeps what was typed");
  dialog = show_dialog (fixture, parent);
  first = 0;
  row = find_reference (GTK_WIDGET (dialog), &first);
  g_assert_true (is_said (dialog, STILL_HERE));
  g_assert_cmpstr (gtk_editable_get_text (title_of (dialog)), ==, "Health Sec");
  g_assert_cmpint (care_record_get_id (care_reference_row_get_target (CARE_REFERENCE_ROW (row))), ==, LABOUR);
  row = gtk_widget_get_next_sibling (row);
  g_assert_cmpstr (gtk_editable_get_text (title_of (row)), ==, "the day before");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_window_destroy (parent);
}

static guint
count_files (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "carebrief", "unfinished", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* All of that is there when the library is opened the next time, with what was made in a row;
 * nothing is left of it once the form is begun anew. */
static void
test_kept_over_the_end (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWindow *parent = views_fixture_show_parent (told);
  CareFormDialog *dialog = show_dialog (fixture, parent);
  CareRecord *body = care_record_new (care_kind_find ("actor"), care_library_make_id ());
  guint n_others = count_files ();
  guint first = 0;
  GtkWidget *row = find_reference (GTK_WIDGET (dialog), &first);

  g_ptr_array_add (made, body);
  g_assert_true (care_record_set (body, "name", "Board of “All” = [One]\nand more; ", NULL));
  g_assert_true (care_record_set (body, "kind", "publisher", NULL));
  gtk_editable_set_text (title_of (dialog), "  Health\\Sec");
  g_signal_emit_by_name (open_picker (row), "made", made);
  gtk_editable_set_text (title_of (gtk_widget_get_next_sibling (row)), "the day before");
  gtk_window_close (GTK_WINDOW (dialog));
  views_fixture_destroy (parent, parent);
  views_fixture_reopen (fixture);
  parent = views_fixture_show_parent (told);
  dialog = show_dialog (fixture, parent);
  first = 0;
  row = find_reference (GTK_WIDGET (dialog), &first);
  g_assert_true (is_said (dialog, STILL_HERE));
  g_assert_cmpuint (count_files (), ==, n_others + 1);
  g_assert_cmpstr (gtk_editable_get_text (title_of (dialog)), ==, "  Health\\Sec");
  g_assert_cmpstr (care_record_get_title (care_reference_row_get_target (CARE_REFERENCE_ROW (row))), ==,
                   care_record_get_title (body));
  g_assert_cmpstr (gtk_editable_get_text (title_of (gtk_widget_get_next_sibling (row))), ==, "the day before");
  g_signal_emit_by_name (ui_test_find_label (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Start Afresh"), "clicked");
  ui_test_wait (count_files () == n_others);
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
  add ("/form-dialog/kept", test_kept);
  add ("/form-dialog/kept-twice", test_kept_twice);
  add ("/form-dialog/refused", test_refused);
  add ("/form-dialog/dialog-kept", test_dialog_kept);
  add ("/form-dialog/kept-over-the-end", test_kept_over_the_end);
  return g_test_run ();
}
