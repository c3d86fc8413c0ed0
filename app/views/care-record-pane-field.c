/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of the record pane: a row for each, and what is loaded into it. */

#include "care-record-pane-private.h"

#include "care-box.h"
#include "care-choice-row.h"
#include "care-prose-row.h"
#include "care-reference-row.h"
#include "care-text-row.h"
#include "care-typed.h"
#include "care-value-row.h"
#include "care-words-hint.h"

#include <glib/gi18n.h>

/* One that is on its way into the library is shown as it was made. */
static void
load_reference (CareRecordPane *self, CareReferenceRow *row, const CareField *field, const char *value)
{
  CareId id = value == NULL ? 0 : g_ascii_strtoll (value, NULL, 10);
  CareRecord *shown = care_reference_row_get_target (row);
  CareRecord *target = id == 0 ? NULL : care_library_lookup_now (field->target, id, self->library);

  if (target == NULL && id != 0 && shown != NULL && care_record_get_id (shown) == id)
    target = shown;
  care_reference_row_load (row, target);
}

/* Puts @value into @row, unless a person is typing there: what says the same in other
 * words stays. */
static void
load_typed (CareEditRow *row, const CareField *field, const char *value)
{
  g_autofree char *typed = care_edit_row_get_text (row);
  g_autofree char *text = care_field_format_to_edit (field, value);
  g_autofree char *meant = care_field_canonical (field, typed, NULL);

  if (meant != NULL && g_str_equal (meant, value != NULL ? value : ""))
    care_edit_row_load_same (row, text);
  else
    care_edit_row_load (row, text);
}

/* Shows a field as it is, or is going to be. */
void
care_record_pane_load_field (CareRecordPane *self, guint index)
{
  const CareField *field = &care_record_get_kind (self->record)->fields[index];
  GtkWidget *row = g_ptr_array_index (self->fields, index);
  /* What is not saved yet is newer than what is recorded. */
  const char *value = care_library_get_latest (self->library, self->record, field->name);

  if (CARE_IS_EDIT_ROW (row))
    load_typed (CARE_EDIT_ROW (row), field, value);
  else if (row != NULL && CARE_IS_CHOICE_ROW (row))
    care_choice_row_load (CARE_CHOICE_ROW (row), value);
  else if (row != NULL && CARE_IS_REFERENCE_ROW (row))
    load_reference (self, CARE_REFERENCE_ROW (row), field, value);
}

static void
field_edited (CareRecordPane *self, CareEditRow *row)
{
  if (self->library != NULL)
    care_typed_set (self->library, row, care_edit_row_get_state (row));
}

/* What is on its way into the library cannot be looked at before it is there. */
static void
open_target (CareRecordPane *self, CareRecord *target)
{
  CareRecord *there
    = care_library_lookup_now (care_record_get_kind (target)->name, care_record_get_id (target), self->library);

  if (there != NULL)
    care_record_pane_follow (self, there);
}

/* What a record belongs to stays; anything else that it names can be chosen. */
static GtkWidget *
make_reference (CareRecordPane *self, const CareField *field)
{
  CareRecord *target;
  GtkWidget *row;

  if ((field->flags & CARE_FIELD_IS_OWNER) != 0)
    {
      target = care_library_follow (self->library, self->record, field->name);
      return target == NULL ? NULL : care_record_pane_make_link (self, target, _ (field->label));
    }
  row = care_reference_row_new (self->library, field);
  care_reference_row_set_editable (CARE_REFERENCE_ROW (row), care_library_is_writable (self->library));
  g_signal_connect_object (row, "open", G_CALLBACK (open_target), self, G_CONNECT_SWAPPED);
  return row;
}

/* One line is kept of them, but people write a sentence, the end of which would be cut off. */
static gboolean
is_long (const CareField *field)
{
  static const char *const sentences[] = { "wording", "line", "change_reason", "coverage_note", "inclusion_rule",
                                           "ordering_rule", "reading_reason", "alternative", NULL };

  return field->type == CARE_FIELD_PROSE || g_strv_contains (sentences, field->name);
}

/* A text that is printed names records; (nullable): the briefing that it is in, or NULL. */
static CareRecord *
find_briefing (CareRecordPane *self, const CareField *field)
{
  return care_record_is (self->record, "box") && g_str_equal (field->name, "text")
           ? care_library_follow (self->library, self->record, "briefing")
           : NULL;
}

static GtkWidget *
make_text (CareRecordPane *self, const CareField *field)
{
  CareRecord *briefing = find_briefing (self, field);
  GtkWidget *row;

  if (briefing == NULL)
    return is_long (field) ? care_prose_row_new (_ (field->label)) : care_value_row_new (_ (field->label));
  row = care_text_row_new (_ (field->label), self->library, briefing);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_target), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_field (CareRecordPane *self, const CareField *field)
{
  gboolean writable = care_library_is_writable (self->library);
  GtkWidget *row;

  switch (field->type)
    {
    case CARE_FIELD_CHOICE:
      row = care_choice_row_new (_ (field->label), field->vocabulary);
      care_choice_row_set_editable (CARE_CHOICE_ROW (row), writable);
      break;
    case CARE_FIELD_REFERENCE:
      row = make_reference (self, field);
      if (row == NULL)
        return NULL;
      break;
    case CARE_FIELD_PROSE:
    case CARE_FIELD_TEXT:
    case CARE_FIELD_QUANTITY:
    case CARE_FIELD_DATE:
      row = make_text (self, field);
      care_edit_row_set_editable (CARE_EDIT_ROW (row), writable);
      break;
    case CARE_FIELD_NUMBER:
    case CARE_FIELD_BYTES:
    default:
      return NULL;
    }
  if (CARE_IS_EDIT_ROW (row))
    {
      g_signal_connect_object (row, "edited", G_CALLBACK (field_edited), self, G_CONNECT_SWAPPED);
      care_words_hint_follow (CARE_EDIT_ROW (row), self->library, self->record, field);
    }
  g_object_set_data (G_OBJECT (row), "care-field", (gpointer) field);
  care_record_pane_commit_row (self, row);
  return row;
}

/* Whether a box of its kind has no use for the field, which says nothing either. Whose box
 * it is is said by the outline that it is in. */
static gboolean
is_idle (CareRecordPane *self, const CareField *field)
{
  const char *const *fields;

  if (care_record_is (self->record, "box") && g_str_equal (field->name, "briefing"))
    return TRUE;
  if (!care_record_is (self->record, "box") || (field->flags & CARE_FIELD_IS_REQUIRED) != 0
      || care_library_get_latest (self->library, self->record, field->name) != NULL)
    return FALSE;
  fields = care_box_fields (care_library_get_latest (self->library, self->record, "kind"));
  return !g_strv_contains (fields, field->name);
}

/* A box shows all that its kind is made of. Which kind that is has been chosen before. */
static gboolean
comes_first (CareRecordPane *self, const CareField *field)
{
  if (care_record_is (self->record, "box"))
    return !g_str_equal (field->name, "kind");
  /* Without these nobody would know that a question can be answered in real terms. */
  if (care_record_is (self->record, "ledger") && (g_str_equal (field->name, "deflator") || g_str_equal (field->name, "price_year")))
    return TRUE;
  return (field->flags & CARE_FIELD_IS_REQUIRED) != 0
         || care_library_get_latest (self->library, self->record, field->name) != NULL;
}

static gboolean
has_row (CareRecordPane *self, const CareField *field)
{
  if (field->type == CARE_FIELD_NUMBER || field->type == CARE_FIELD_BYTES || is_idle (self, field))
    return FALSE;
  return (field->flags & CARE_FIELD_IS_OWNER) == 0
         || care_library_get_latest (self->library, self->record, field->name) != NULL;
}

/* (transfer none) (nullable): the row of a field, which has none yet. */
static GtkWidget *
add_row (CareRecordPane *self, guint index)
{
  GtkWidget *row = make_field (self, &care_record_get_kind (self->record)->fields[index]);

  g_ptr_array_index (self->fields, index) = row;
  if (row != NULL)
    care_record_pane_load_field (self, index);
  return row;
}

/* What waits is made when it is asked for: most is never seen. */
static void
add_rest (CareRecordPane *self)
{
  const CareKind *kind = care_record_get_kind (self->record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->fields, i) != NULL || !has_row (self, &kind->fields[i]) ? NULL
                                                                                                       : add_row (self, i);

      if (row != NULL)
        adw_expander_row_add_row (self->rest, row);
    }
}

static void
add_more_fields (CareRecordPane *self, GtkWidget *group)
{
  self->rest = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rest), _ ("More Fields"));
  g_signal_connect_object (self->rest, "notify::expanded", G_CALLBACK (add_rest), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->rest));
}

/* Fields that say something come first; the rest wait behind one row. */
void
care_record_pane_add_fields (CareRecordPane *self)
{
  const CareKind *kind = care_record_get_kind (self->record);
  GtkWidget *group = adw_preferences_group_new ();
  gboolean more = FALSE;

  self->box_kind = care_record_is (self->record, "box") ? g_intern_string (care_record_get (self->record, "kind")) : NULL;
  gtk_box_append (GTK_BOX (self->groups), group);
  g_ptr_array_set_size (self->fields, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean first = comes_first (self, &kind->fields[i]);
      GtkWidget *row = first && has_row (self, &kind->fields[i]) ? add_row (self, i) : NULL;

      more = more || (!first && has_row (self, &kind->fields[i]));
      if (row != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (more)
    add_more_fields (self, group);
}

/* (transfer none) (nullable): the row of a field; the rest of them is opened if it waits there. */
GtkWidget *
care_record_pane_reveal_field (CareRecordPane *self, guint index)
{
  GtkWidget *row = index < self->fields->len ? g_ptr_array_index (self->fields, index) : NULL;

  if (index >= self->fields->len || self->rest == NULL)
    return row;
  if (row == NULL || gtk_widget_is_ancestor (row, GTK_WIDGET (self->rest)))
    adw_expander_row_set_expanded (self->rest, TRUE);
  return g_ptr_array_index (self->fields, index);
}

/* A row may live on until what was typed in it is saved; what could not be kept goes
 * with it. */
static void
let_go_of (CareRecordPane *self, GtkWidget *row)
{
  if (row == NULL || !CARE_IS_EDIT_ROW (row))
    return;
  g_signal_handlers_disconnect_by_func (row, field_edited, self);
  care_typed_set (self->library, row, CARE_EDIT_KEPT);
}

/* The record shown is no longer, nor what was typed in it. */
void
care_record_pane_let_go (CareRecordPane *self)
{
  care_record_pane_forget_typing (self);
  for (guint i = 0; i < self->fields->len; i++)
    let_go_of (self, g_ptr_array_index (self->fields, i));
}
