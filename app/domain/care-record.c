/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record.h"

#include "care-error.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CareRecord
{
  GObject parent_instance;

  const CareKind *kind;
  CareId id;
  char **values; /* one a field, canonical, NULL where nothing is recorded */
};

G_DEFINE_FINAL_TYPE (CareRecord, care_record, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
care_record_finalize (GObject *object)
{
  CareRecord *self = CARE_RECORD (object);

  for (guint i = 0; i < self->kind->n_fields; i++)
    g_free (self->values[i]);
  g_free (self->values);
  G_OBJECT_CLASS (care_record_parent_class)->finalize (object);
}

static void
care_record_class_init (CareRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_record_finalize;

  /**
   * CareRecord::changed:
   *
   * A field has another value; the detail of the signal names it.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CARE_TYPE_RECORD, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_record_init (CareRecord *self)
{
}

/**
 * care_record_new:
 * @kind: what it is
 * @id: its id, greater than 0
 *
 * Returns: (transfer full): a record in which nothing is recorded yet.
 */
CareRecord *
care_record_new (const CareKind *kind, CareId id)
{
  CareRecord *self = g_object_new (CARE_TYPE_RECORD, NULL);

  self->kind = kind;
  self->id = id;
  self->values = g_new0 (char *, kind->n_fields);
  return self;
}

/**
 * care_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): another with the same id and values, which does
 *   not change when @self does.
 */
CareRecord *
care_record_copy (CareRecord *self)
{
  CareRecord *copy = care_record_new (self->kind, self->id);

  for (guint i = 0; i < self->kind->n_fields; i++)
    copy->values[i] = g_strdup (self->values[i]);
  return copy;
}

/**
 * care_record_get_kind:
 * @self: a record
 *
 * Returns: (transfer none): what it is.
 */
const CareKind *
care_record_get_kind (CareRecord *self)
{
  return self->kind;
}

/**
 * care_record_get_id:
 * @self: a record
 *
 * Returns: its id, greater than 0.
 */
CareId
care_record_get_id (CareRecord *self)
{
  return self->id;
}

/**
 * care_record_is:
 * @self: a record
 * @kind_name: such as "figure"
 *
 * Returns: whether @self is of that kind.
 */
gboolean
care_record_is (CareRecord *self, const char *kind_name)
{
  return strcmp (self->kind->name, kind_name) == 0;
}

/**
 * care_record_get_at:
 * @self: a record
 * @index: of a field of its kind
 *
 * Returns: (nullable) (transfer none): the canonical value of that field, valid
 *   until it changes.
 */
const char *
care_record_get_at (CareRecord *self, guint index)
{
  return self->values[index];
}

/**
 * care_record_get:
 * @self: a record
 * @field: the name of a field of its kind
 *
 * Returns: (nullable) (transfer none): the canonical value of @field, valid
 *   until it changes.
 */
const char *
care_record_get (CareRecord *self, const char *field)
{
  int index = care_kind_field_index (self->kind, field);

  g_return_val_if_fail (index >= 0, NULL);
  return self->values[index];
}

/**
 * care_record_take:
 * @self: a record
 * @index: of a field of its kind
 * @value: (transfer full) (nullable): what care_field_canonical() has made for
 *   that field; %NULL or "" for nothing
 *
 * Sets a field to a value that has been checked. Emits #CareRecord::changed if it
 * is another than before.
 */
void
care_record_take (CareRecord *self, guint index, char *value)
{
  g_autofree char *taken = value;

  if (taken != NULL && taken[0] == '\0')
    g_clear_pointer (&taken, g_free);
  if (g_strcmp0 (taken, self->values[index]) == 0)
    return;
  g_free (self->values[index]);
  self->values[index] = g_steal_pointer (&taken);
  g_signal_emit (self, signals[SIGNAL_CHANGED], g_quark_from_static_string (self->kind->fields[index].name));
}

/**
 * care_record_set:
 * @self: a record
 * @field: the name of a field of its kind
 * @text: (nullable): the value; %NULL or "" for nothing
 * @error: return location for a #CareDomainError
 *
 * Sets a field, if @text is a value of it. Emits #CareRecord::changed if the
 * value is another than before.
 *
 * Returns: %FALSE if @text is not a value of @field; nothing has changed then.
 */
gboolean
care_record_set (CareRecord *self, const char *field, const char *text, GError **error)
{
  int index = care_kind_field_index (self->kind, field);
  char *value = NULL;

  g_return_val_if_fail (index >= 0, FALSE);

  if (text != NULL)
    {
      value = care_field_canonical (&self->kind->fields[index], text, error);
      if (value == NULL)
        return FALSE;
    }
  care_record_take (self, (guint) index, value);
  return TRUE;
}

/* What is called as its kind is named once: “Figure” of a figure is what it is called. */
static void
set_missing (GError **error, const CareKind *kind, const CareField *field)
{
  gboolean is_chosen = field->type == CARE_FIELD_CHOICE || field->type == CARE_FIELD_REFERENCE;
  g_autofree char *missing = g_strdup_printf (is_chosen                         ? _ ("“%s” is not chosen yet; choose one")
                                              : field->type == CARE_FIELD_BYTES ? _ ("“%s” is still empty; choose a file")
                                                                                : _ ("“%s” is still empty; type it in"),
                                              _ (field->label));

  if (g_str_equal (kind->label, field->label))
    g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED, missing);
  else
    g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED, _ ("%s: %s"), _ (kind->label), missing);
}

/**
 * care_record_check:
 * @self: a record
 * @error: return location for a #CareDomainError
 *
 * Returns: whether @self has all that a record of its kind must have.
 */
gboolean
care_record_check (CareRecord *self, GError **error)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const CareField *field = &self->kind->fields[i];

      if (!(field->flags & CARE_FIELD_IS_REQUIRED) || self->values[i] != NULL)
        continue;
      set_missing (error, self->kind, field);
      return FALSE;
    }
  return TRUE;
}

/**
 * care_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): what the record is called, or the label of its kind
 *   where it has no name of its own.
 */
const char *
care_record_get_title (CareRecord *self)
{
  const char *title = care_record_get (self, care_kind_title_field (self->kind)->name);

  return title == NULL ? _ (self->kind->label) : title;
}

/**
 * care_record_get_reference:
 * @self: a record
 * @field: the name of a reference of its kind
 *
 * Returns: the id of the record referred to, or 0.
 */
CareId
care_record_get_reference (CareRecord *self, const char *field)
{
  const char *value = care_record_get (self, field);

  return value == NULL ? 0 : g_ascii_strtoll (value, NULL, 10);
}

/**
 * care_record_names:
 * @self: a record
 * @field: any field of its kind
 * @target: another record
 *
 * Returns: whether @field is a reference, and to @target.
 */
gboolean
care_record_names (CareRecord *self, const CareField *field, CareRecord *target)
{
  return field->type == CARE_FIELD_REFERENCE && strcmp (field->target, target->kind->name) == 0
         && care_record_get_reference (self, field->name) == target->id;
}

/**
 * care_record_belongs_to:
 * @self: a record
 * @owner: another record
 *
 * Returns: whether @self is deleted with @owner.
 */
gboolean
care_record_belongs_to (CareRecord *self, CareRecord *owner)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((self->kind->fields[i].flags & CARE_FIELD_IS_OWNER)
        && care_record_names (self, &self->kind->fields[i], owner))
      return TRUE;
  return FALSE;
}

/**
 * care_record_get_number:
 * @self: a record
 * @field: the name of a number of its kind
 *
 * Returns: the number, or 0 where there is none.
 */
int
care_record_get_number (CareRecord *self, const char *field)
{
  const char *value = care_record_get (self, field);

  return value == NULL ? 0 : (int) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, G_MAXINT);
}

/**
 * care_record_dup_quantity:
 * @self: a record
 * @field: the name of a quantity of its kind
 *
 * Returns: (transfer full) (nullable): the quantity.
 */
CareQuantity *
care_record_dup_quantity (CareRecord *self, const char *field)
{
  const char *value = care_record_get (self, field);

  return value == NULL ? NULL : care_quantity_from_string (value, NULL);
}

/**
 * care_record_dup_date:
 * @self: a record
 * @field: the name of a date of its kind
 *
 * Returns: (transfer full) (nullable): the date.
 */
CareDate *
care_record_dup_date (CareRecord *self, const char *field)
{
  const char *value = care_record_get (self, field);

  return value == NULL ? NULL : care_date_from_edtf (value, NULL);
}

/**
 * care_record_format:
 * @self: a record
 * @field: the name of a field of its kind
 *
 * Returns: (transfer full): the field in words for a person, see
 *   care_field_format().
 */
char *
care_record_format (CareRecord *self, const char *field)
{
  return care_record_format_as (self, field, CARE_QUANTITY_HOUSE);
}

/**
 * care_record_format_as:
 * @self: a record
 * @field: the name of a field of its kind
 * @numbers: (nullable): how a briefing writes its numbers; %NULL: as in the house
 *
 * Returns: (transfer full): as care_record_format(), for that briefing.
 */
char *
care_record_format_as (CareRecord *self, const char *field, const CareNumberStyle *numbers)
{
  int index = care_kind_field_index (self->kind, field);

  g_return_val_if_fail (index >= 0, NULL);
  return care_field_format (&self->kind->fields[index], self->values[index], numbers);
}

/**
 * care_record_compare_places:
 * @self: a record of a kind that has a place in order
 * @other: another of the same kind
 *
 * Returns: their order by that place; one without it comes last.
 */
int
care_record_compare_places (CareRecord *self, CareRecord *other)
{
  int place = care_record_get (self, "ordinal") == NULL ? G_MAXINT : care_record_get_number (self, "ordinal");
  int its = care_record_get (other, "ordinal") == NULL ? G_MAXINT : care_record_get_number (other, "ordinal");

  return (place > its) - (place < its);
}

/**
 * care_record_compare:
 * @a: (type CareRecord): a record
 * @b: (type CareRecord): another of the same kind
 *
 * Returns: their order among siblings: by place in order, then by id.
 */
int
care_record_compare (gconstpointer a, gconstpointer b)
{
  CareRecord *first = (CareRecord *) a;
  CareRecord *second = (CareRecord *) b;

  if (care_kind_field_index (first->kind, "ordinal") >= 0)
    {
      int difference = care_record_compare_places (first, second);

      if (difference != 0)
        return difference;
    }
  return (first->id > second->id) - (first->id < second->id);
}
