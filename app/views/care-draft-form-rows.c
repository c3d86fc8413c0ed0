/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a new record, and the rows in which a person answers. */

#include "care-draft-form-private.h"

#include "care-choice-row.h"
#include "care-prose-row.h"
#include "care-reference-row.h"
#include "care-understand.h"
#include "care-value-row.h"
#include "care-words-hint.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_MORE 4

/* What is known as a rule of a new record, besides what it must have. */
static const struct
{
  const char *kind;
  const char *fields[MAX_MORE];
} more[] = {
  { "alias", { "since", "until" } },
  { "box_item", { "text" } },
  { "citation", { "pinpoint" } },
  { "deadline", { "qualifier", "due" } },
  { "duty", { "condition", "provision" } },
  { "event", { "happened", "kind" } },
  { "figure", { "value", "as_stated", "actor" } },
  { "image", { "licence" } },
  { "milestone", { "due_words", "due" } },
  { "person", { "family_name" } },
  { "pledge", { "actor" } },
  { "position", { "theme" } },
  { "position_version", { "stated", "strength" } },
  { "quotation", { "person", "source", "pinpoint" } },
  { "role", { "actor", "since", "until" } },
  { "source", { "creator", "published" } },
  { "verdict", { "delivery", "source" } },
};

static gboolean
is_known_as_a_rule (const CareKind *kind, const CareField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    for (guint j = 0; strcmp (more[i].kind, kind->name) == 0 && j < MAX_MORE && more[i].fields[j] != NULL; j++)
      if (strcmp (more[i].fields[j], field->name) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_asked (const CareKind *kind, const CareField *field)
{
  return (field->flags & (CARE_FIELD_IS_REQUIRED | CARE_FIELD_IS_TITLE)) != 0 || is_known_as_a_rule (kind, field);
}

/**
 * care_draft_form_asks_more:
 * @kind: a kind
 *
 * Returns: whether anything is asked of a new one besides what it is called.
 */
gboolean
care_draft_form_asks_more (const CareKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_TITLE) == 0 && is_asked (kind, &kind->fields[i]))
      return TRUE;
  return FALSE;
}

static const CareField *
field_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "care-field");
}

/* @message: (nullable): what is wrong, or %NULL for nothing */
void
care_draft_form_show_error (CareDraftForm *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}

/* Shows what the draft says of a field, where a row asks for it. */
static void
load_row (CareDraftForm *self, guint index)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  const char *value = care_record_get_at (self->draft, index);
  g_autofree char *text = row == NULL ? NULL : care_field_format_to_edit (field_of (row), value);

  if (row != NULL && CARE_IS_CHOICE_ROW (row))
    care_choice_row_load (CARE_CHOICE_ROW (row), value);
  else if (row != NULL && CARE_IS_EDIT_ROW (row))
    care_edit_row_load (CARE_EDIT_ROW (row), text);
  else if (row != NULL && CARE_IS_REFERENCE_ROW (row))
    care_reference_row_load (CARE_REFERENCE_ROW (row),
                             care_library_lookup_now (field_of (row)->target,
                                                      care_record_get_reference (self->draft, field_of (row)->name), self->library));
}

/**
 * care_draft_form_suggest:
 * @self: a form
 * @field: the name of a field
 * @value: what it is to be unless a person changes it, in its canonical form
 */
void
care_draft_form_suggest (CareDraftForm *self, const char *field, const char *value)
{
  care_record_set (self->draft, field, value, NULL);
  load_row (self, (guint) care_kind_field_index (care_record_get_kind (self->draft), field));
}

/* @text goes into the draft, and what follows from it into the other rows. */
static gboolean
understand (CareDraftForm *self, const CareField *field, const char *text, GError **error)
{
  CareRecord *pledge
    = care_library_lookup_now ("pledge", care_record_get_reference (self->draft, "pledge"), self->library);
  g_autoptr (CareRecord) read = care_understand (self->draft, pledge, field->name, text, error);

  for (guint i = 0; read != NULL && i < self->rows->len; i++)
    if (g_strcmp0 (care_record_get_at (read, i), care_record_get_at (self->draft, i)) != 0)
      {
        care_record_take (self->draft, i, g_strdup (care_record_get_at (read, i)));
        if (field != &care_record_get_kind (read)->fields[i])
          load_row (self, i);
      }
  return read != NULL;
}

static gboolean
commit (GtkWidget *row, const char *text, gpointer data, GError **error)
{
  CareDraftForm *self = data;
  const CareField *field = field_of (row);

  care_draft_form_show_error (self, NULL);
  return care_understand_is_for (self->draft, field->name) ? understand (self, field, text, error)
                                                           : care_record_set (self->draft, field->name, text, error);
}

static gboolean
commit_text (CareEditRow *row, const char *text, gpointer data, GError **error)
{
  return commit (GTK_WIDGET (row), text, data, error);
}

static gboolean
commit_choice (CareChoiceRow *row, const char *word, gpointer data, GError **error)
{
  return commit (GTK_WIDGET (row), word, data, error);
}

static void
name_target (CareDraftForm *self, CareReferenceRow *row, CareRecord *target)
{
  g_autofree char *id
    = target == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  commit (GTK_WIDGET (row), id, self, NULL);
  care_reference_row_load (row, target);
}

static void
target_chosen (CareDraftForm *self, CareRecord *target, CareReferenceRow *row)
{
  name_target (self, row, target);
}

static void
target_made (CareDraftForm *self, GPtrArray *drafts, CareReferenceRow *row)
{
  name_target (self, row, g_ptr_array_index (drafts, drafts->len - 1));
}

/* Enter in a line finishes the form; in any other row, where it opens or types something, with Ctrl. */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, CareDraftForm *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if (!CARE_IS_VALUE_ROW (row) && (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  care_draft_form_finish (self);
  return TRUE;
}

static void
finish_on_enter (CareDraftForm *self, GtkWidget *row)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
make_reference_row (CareDraftForm *self, const CareField *field)
{
  GtkWidget *row = care_reference_row_new (self->library, field);

  g_signal_connect_object (row, "chosen", G_CALLBACK (target_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "made", G_CALLBACK (target_made), self, G_CONNECT_SWAPPED);
  care_reference_row_set_opens (CARE_REFERENCE_ROW (row), FALSE);
  return row;
}

/* (transfer floating) (nullable): what asks for @field. */
static GtkWidget *
make_row (CareDraftForm *self, const CareField *field)
{
  GtkWidget *row;

  if (field->type == CARE_FIELD_REFERENCE)
    return make_reference_row (self, field);
  if (field->type == CARE_FIELD_CHOICE)
    {
      row = care_choice_row_new (_ (field->label), field->vocabulary);
      care_choice_row_set_commit (CARE_CHOICE_ROW (row), commit_choice, self, NULL);
      return row;
    }
  if (field->type == CARE_FIELD_NUMBER || field->type == CARE_FIELD_BYTES)
    return NULL;
  row = field->type == CARE_FIELD_PROSE ? care_prose_row_new (_ (field->label)) : care_value_row_new (_ (field->label));
  care_edit_row_set_commit (CARE_EDIT_ROW (row), commit_text, self, NULL);
  care_edit_row_set_restores (CARE_EDIT_ROW (row), FALSE);
  return row;
}

/* Rows for what is asked of a new record of @kind: first what it has to be called, last what may be
 * noted of it. */
void
care_draft_form_add_rows (CareDraftForm *self, const CareKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      GtkWidget *row = is_asked (kind, field) ? make_row (self, field) : NULL;

      g_ptr_array_add (self->rows, row);
      if (row == NULL)
        continue;
      g_object_set_data (G_OBJECT (row), "care-field", (gpointer) field);
      finish_on_enter (self, row);
      if (CARE_IS_EDIT_ROW (row))
        care_words_hint_follow (CARE_EDIT_ROW (row), self->library, self->draft, field);
      if ((field->flags & CARE_FIELD_IS_TITLE) != 0 && (field->flags & CARE_FIELD_IS_REQUIRED) != 0)
        gtk_list_box_prepend (GTK_LIST_BOX (self->list), row);
      else
        gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}
