/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-compare.h"

#include "care-record-name.h"

#include <glib/gi18n.h>
#include <string.h>

/* A longer value is told by its part that differs. */
#define MAX_VALUE_CHARS 80
/* How much of what comes before the difference is told with it. */
#define LEAD_CHARS 20

/**
 * care_record_hash_identity:
 * @record: (type CareRecord): a record
 *
 * Returns: a hash of its kind and id.
 */
guint
care_record_hash_identity (gconstpointer record)
{
  CareId id = care_record_get_id ((CareRecord *) record);

  return g_int64_hash (&id) * 31 + g_direct_hash (care_record_get_kind ((CareRecord *) record));
}

/**
 * care_record_equal_identity:
 * @a: (type CareRecord): a record
 * @b: (type CareRecord): another
 *
 * Returns: whether both are of the same kind and id, whatever their values.
 */
gboolean
care_record_equal_identity (gconstpointer a, gconstpointer b)
{
  CareRecord *first = (CareRecord *) a;
  CareRecord *second = (CareRecord *) b;

  return care_record_get_id (first) == care_record_get_id (second)
         && care_record_get_kind (first) == care_record_get_kind (second);
}

static GArray *
find_fields (CareRecord *before, CareRecord *after)
{
  const CareKind *kind = care_record_get_kind (before);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (care_record_get_at (before, i), care_record_get_at (after, i)) != 0)
      g_array_append_val (fields, i);
  return fields;
}

/**
 * care_difference_new:
 * @before: (nullable): a record
 * @after: (nullable): the same record later; not both are %NULL
 *
 * Returns: (transfer full) (nullable): what differs, or %NULL if nothing does.
 */
CareDifference *
care_difference_new (CareRecord *before, CareRecord *after)
{
  CareRecord *either = after == NULL ? before : after;
  g_autoptr (GArray) fields = before == NULL || after == NULL ? NULL : find_fields (before, after);
  CareDifference *self;

  if (fields != NULL && fields->len == 0)
    return NULL;
  self = g_new0 (CareDifference, 1);
  self->what = before == NULL  ? CARE_DIFFERENCE_ADDED
               : after == NULL ? CARE_DIFFERENCE_REMOVED
                               : CARE_DIFFERENCE_CHANGED;
  self->kind = care_record_get_kind (either);
  self->id = care_record_get_id (either);
  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  self->fields = g_steal_pointer (&fields);
  return self;
}

/**
 * care_difference_free:
 * @self: (transfer full): a difference
 *
 * Frees @self.
 */
void
care_difference_free (CareDifference *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self);
}

/* By kind, in the order of a library, and then by ascending id. */
static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const CareDifference *first = *(CareDifference *const *) a;
  const CareDifference *second = *(CareDifference *const *) b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

static void
add_difference (GPtrArray *differences, CareRecord *before, CareRecord *after)
{
  CareDifference *difference = care_difference_new (before, after);

  if (difference != NULL)
    g_ptr_array_add (differences, difference);
}

/**
 * care_compare_records:
 * @before: (element-type CareRecord): records, in any order, each once
 * @after: (element-type CareRecord): records, in any order, each once
 *
 * Returns: (transfer full) (element-type CareDifference): what differs, a
 *   record each, by kind and then by ascending id.
 */
GPtrArray *
care_compare_records (GPtrArray *before, GPtrArray *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) care_difference_free);
  g_autoptr (GHashTable) there = g_hash_table_new (care_record_hash_identity, care_record_equal_identity);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (there, g_ptr_array_index (before, i));
  for (guint i = 0; i < after->len; i++)
    {
      CareRecord *record = g_ptr_array_index (after, i);

      add_difference (differences, g_hash_table_lookup (there, record), record);
      g_hash_table_remove (there, record);
    }
  for (guint i = 0; i < before->len; i++)
    if (g_hash_table_contains (there, g_ptr_array_index (before, i)))
      add_difference (differences, g_ptr_array_index (before, i), NULL);
  g_ptr_array_sort (differences, compare_differences);
  return differences;
}

static char *
describe_reference (const CareField *field, const char *value, CareLookup lookup, gpointer data)
{
  CareRecord *record = lookup (field->target, g_ascii_strtoll (value, NULL, 10), data);

  if (record != NULL)
    return care_record_name (record, lookup, data);
  return g_strdup_printf (_ ("(missing: %s)"), _ (care_kind_find (field->target)->label));
}

/* The references keep their marks: what is cited is part of what differs. */
static char *
describe_prose (const char *value, CareLookup lookup, gpointer data)
{
  g_autofree char *shown = care_reference_show (value, CARE_QUANTITY_HOUSE, lookup, data);

  return g_strdelimit (g_strstrip (g_steal_pointer (&shown)), "\n", ' ');
}

static char *
describe_bytes (const char *value)
{
  gsize length = strlen (value) / 4 * 3;
  gsize padding = g_str_has_suffix (value, "==") ? 2 : g_str_has_suffix (value, "=") ? 1 : 0;

  return g_strdup_printf (ngettext ("%u byte", "%u bytes", (guint) (length - padding)), (guint) (length - padding));
}

/**
 * care_value_describe:
 * @field: a field
 * @value: (nullable): its canonical value
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): @value in one line for a person: a reference by the
 *   title of what it names, "nothing" where there is none.
 */
char *
care_value_describe (const CareField *field, const char *value, CareLookup lookup, gpointer data)
{
  if (value == NULL)
    return g_strdup (_ ("nothing"));
  if (field->type == CARE_FIELD_REFERENCE)
    return describe_reference (field, value, lookup, data);
  if (field->type == CARE_FIELD_PROSE)
    return describe_prose (value, lookup, data);
  if (field->type == CARE_FIELD_BYTES)
    return describe_bytes (value);
  return care_field_format (field, value, NULL);
}

/* How many characters both begin with. */
static glong
count_common (const char *a, const char *b)
{
  glong n = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    n++;
  return n;
}

/**
 * care_value_excerpt:
 * @text: a value as care_value_describe() tells it
 * @other: another value of the same field
 *
 * Returns: (transfer full): @text, or where it is long, the part of it where it
 *   begins to differ from @other.
 */
char *
care_value_excerpt (const char *text, const char *other)
{
  glong common = count_common (text, other);
  glong length = g_utf8_strlen (text, -1);
  glong start = length <= MAX_VALUE_CHARS ? 0 : MAX (common - LEAD_CHARS, 0);
  glong end = MIN (start + MAX_VALUE_CHARS, length);
  g_autofree char *part = g_utf8_substring (text, start, end);

  return g_strconcat (start > 0 ? "…" : "", part, end < length ? "…" : "", NULL);
}

static CareRecord *
get_either (const CareDifference *self)
{
  return self->after == NULL ? self->before : self->after;
}

/**
 * care_difference_describe_field:
 * @self: a difference of a changed record
 * @field: one of its fields
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): what has changed, for a person: "Value of “Better
 *   Care Fund”: £3.8 billion → £5.3 billion".
 */
char *
care_difference_describe_field (const CareDifference *self, guint field, CareLookup lookup, gpointer data)
{
  const CareField *what = &self->kind->fields[field];
  g_autofree char *before = care_value_describe (what, care_record_get_at (self->before, field), lookup, data);
  g_autofree char *after = care_value_describe (what, care_record_get_at (self->after, field), lookup, data);
  g_autofree char *before_part = care_value_excerpt (before, after);
  g_autofree char *after_part = care_value_excerpt (after, before);
  g_autofree char *name = care_record_quote (get_either (self), lookup, data);

  return g_strdup_printf (_ ("%s of %s: %s → %s"), _ (what->label), name, before_part, after_part);
}

/**
 * care_difference_describe:
 * @self: a difference
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): what differs, for a person; a line for each field
 *   where several do.
 */
char *
care_difference_describe (const CareDifference *self, CareLookup lookup, gpointer data)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *name = care_record_introduce (get_either (self), lookup, data);

  if (self->what == CARE_DIFFERENCE_ADDED)
    g_string_append_printf (lines, _ ("%s added"), name);
  if (self->what == CARE_DIFFERENCE_REMOVED)
    g_string_append_printf (lines, _ ("%s removed"), name);
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      g_autofree char *line
        = care_difference_describe_field (self, g_array_index (self->fields, guint, i), lookup, data);
      g_string_append_printf (lines, "%s%s", i == 0 ? "" : "\n", line);
    }
  return g_string_free (lines, FALSE);
}
