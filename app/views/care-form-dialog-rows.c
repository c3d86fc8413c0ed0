/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a dialog that asks for new records: each sets a field of a draft, and shows
 * what it is. */

#include "care-form-dialog-private.h"

#include "care-choice-row.h"
#include "care-error.h"
#include "care-prose-row.h"
#include "care-reference-row.h"
#include "care-value-row.h"

#include <glib/gi18n.h>

static gboolean
commit (GtkWidget *row, const char *text, GError **error)
{
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");

  return care_record_set (g_object_get_data (G_OBJECT (row), "care-draft"), field->name, text, error);
}

static gboolean
commit_text (CareEditRow *row, const char *text, gpointer data, GError **error)
{
  return commit (GTK_WIDGET (row), text, error);
}

static gboolean
commit_choice (CareChoiceRow *row, const char *word, gpointer data, GError **error)
{
  return commit (GTK_WIDGET (row), word, error);
}

static void
name_target (CareReferenceRow *row, CareRecord *target)
{
  g_autofree char *id = target == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  commit (GTK_WIDGET (row), id, NULL);
  care_reference_row_load (row, target);
}

static void
target_made (CareReferenceRow *row, GPtrArray *drafts)
{
  name_target (row, g_ptr_array_index (drafts, drafts->len - 1));
}

/* Enter in a line finishes the form; in a text of several, with Ctrl. */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, CareFormDialog *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if (!CARE_IS_VALUE_ROW (row) && (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  care_form_dialog_finish (self);
  return TRUE;
}

static void
finish_on_enter (CareFormDialog *self, GtkWidget *row)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
make_reference_row (CareFormDialog *self, const CareField *field, const char *label)
{
  GtkWidget *row = care_reference_row_new (self->library, field);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  g_signal_connect (row, "chosen", G_CALLBACK (name_target), NULL);
  g_signal_connect (row, "made", G_CALLBACK (target_made), NULL);
  care_reference_row_set_opens (CARE_REFERENCE_ROW (row), FALSE);
  return row;
}

/* A wording is one line, however long. */
static gboolean
is_long (const CareField *field)
{
  return field->type == CARE_FIELD_PROSE || g_str_equal (field->name, "wording");
}

/* (transfer floating): what asks for @field. */
static GtkWidget *
make_row (CareFormDialog *self, const CareField *field, const char *label)
{
  GtkWidget *row;

  if (field->type == CARE_FIELD_REFERENCE)
    return make_reference_row (self, field, label);
  if (field->type == CARE_FIELD_CHOICE)
    {
      row = care_choice_row_new (label, field->vocabulary);
      care_choice_row_set_commit (CARE_CHOICE_ROW (row), commit_choice, NULL, NULL);
      return row;
    }
  row = is_long (field) ? care_prose_row_new (label) : care_value_row_new (label);
  care_edit_row_set_commit (CARE_EDIT_ROW (row), commit_text, NULL, NULL);
  return row;
}

/**
 * care_form_dialog_add_row:
 * @self: a dialog
 * @group: as of care_form_dialog_add_group()
 * @row: (transfer floating): one of the rows of app/widgets/
 *
 * Adds a row whose text is kept by a commit of its own.
 */
void
care_form_dialog_add_row (CareFormDialog *self, GtkWidget *group, GtkWidget *row)
{
  finish_on_enter (self, row);
  if (CARE_IS_EDIT_ROW (row))
    care_edit_row_set_restores (CARE_EDIT_ROW (row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
}

/**
 * care_form_dialog_add_field:
 * @self: a dialog
 * @group: as of care_form_dialog_add_group()
 * @draft: a record that is not in the library
 * @name: of a field of it
 * @label: (nullable): what is asked for, where the name of the field does not say it
 *
 * Adds a row that sets a field of @draft, and shows what it is.
 *
 * Returns: (transfer none): the row.
 */
GtkWidget *
care_form_dialog_add_field (CareFormDialog *self, GtkWidget *group, CareRecord *draft, const char *name,
                            const char *label)
{
  const CareField *field = care_kind_field (care_record_get_kind (draft), name);
  const char *value = care_record_get (draft, name);
  g_autofree char *text = care_field_format_to_edit (field, value);
  GtkWidget *row = make_row (self, field, label != NULL ? label : _ (field->label));

  g_object_set_data (G_OBJECT (row), "care-field", (gpointer) field);
  g_object_set_data_full (G_OBJECT (row), "care-draft", g_object_ref (draft), g_object_unref);
  care_form_dialog_add_row (self, group, row);
  if (CARE_IS_CHOICE_ROW (row))
    care_choice_row_load (CARE_CHOICE_ROW (row), value);
  else if (CARE_IS_REFERENCE_ROW (row))
    care_reference_row_load (CARE_REFERENCE_ROW (row), care_library_follow (self->library, draft, name));
  else
    care_edit_row_load (CARE_EDIT_ROW (row), text);
  return row;
}

/**
 * care_form_dialog_add_group:
 * @self: a dialog
 * @title: (nullable): of the rows that are to come
 * @description: (nullable): what is said of them
 *
 * Returns: (transfer none): a group of rows below the others.
 */
GtkWidget *
care_form_dialog_add_group (CareFormDialog *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (description, -1);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
    }
  gtk_box_append (GTK_BOX (self->groups), group);
  return group;
}

/* Whether @error is that the draft which @row is of wants what it asks for. */
static gboolean
is_wanted (GtkWidget *row, const GError *error)
{
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");
  CareRecord *draft = g_object_get_data (G_OBJECT (row), "care-draft");
  g_autoptr (GError) wanted = NULL;

  return draft != NULL && (field->flags & CARE_FIELD_IS_REQUIRED) != 0 && care_record_get (draft, field->name) == NULL
         && !care_record_check (draft, &wanted) && g_str_equal (wanted->message, error->message);
}

static gboolean
is_open (GtkWidget *row)
{
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");
  CareRecord *draft = g_object_get_data (G_OBJECT (row), "care-draft");

  if (draft != NULL)
    return care_record_get (draft, field->name) == NULL;
  return CARE_IS_CHOICE_ROW (row) && care_choice_row_get_word (CARE_CHOICE_ROW (row)) == NULL;
}

/* Gives the focus to what @error says is missing: what a draft must have, or what is asked
 * for first of all that may answer it. */
void
care_form_dialog_focus_missing (CareFormDialog *self, const GError *error)
{
  GtkWidget *missing = NULL;

  if (!g_error_matches (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED))
    return;
  for (guint i = 0; i < self->rows->len && missing == NULL; i++)
    if (is_wanted (g_ptr_array_index (self->rows, i), error))
      missing = g_ptr_array_index (self->rows, i);
  for (guint i = 0; i < self->rows->len && missing == NULL; i++)
    if (is_open (g_ptr_array_index (self->rows, i)))
      missing = g_ptr_array_index (self->rows, i);
  if (missing != NULL)
    gtk_widget_grab_focus (missing);
}

/**
 * care_form_dialog_list_drafts:
 * @self: a dialog
 *
 * Returns: (transfer full) (element-type CareRecord): what was made while choosing what
 *   the drafts name, in the order in which it is to be put in.
 */
GPtrArray *
care_form_dialog_list_drafts (CareFormDialog *self)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    if (CARE_IS_REFERENCE_ROW (g_ptr_array_index (self->rows, i)))
      care_reference_row_add_drafts (g_ptr_array_index (self->rows, i), drafts);
  return drafts;
}
