/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-difference-json.h"

/* How they are written out; never translated. */
static const char *const what_words[] = { "added", "removed", "changed" };

/**
 * care_difference_json_set_record:
 * @object: an object
 * @record: a record
 *
 * Says in @object which record it is about: its kind, id and title.
 */
void
care_difference_json_set_record (JsonObject *object, CareRecord *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (record));

  json_object_set_string_member (object, "kind", care_record_get_kind (record)->name);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "title", care_record_get_title (record));
}

/**
 * care_difference_json_set_value:
 * @object: an object
 * @member: the member to set
 * @value: (nullable): the canonical value of a field
 *
 * Sets a member to a value, or to null where there is none.
 */
void
care_difference_json_set_value (JsonObject *object, const char *member, const char *value)
{
  if (value == NULL)
    json_object_set_null_member (object, member);
  else
    json_object_set_string_member (object, member, value);
}

/**
 * care_difference_json_make_fields:
 * @difference: what differs about a record
 *
 * Returns: (transfer full): an object for each field that differs; values are
 *   canonical.
 */
JsonArray *
care_difference_json_make_fields (const CareDifference *difference)
{
  JsonArray *fields = json_array_new ();

  for (guint i = 0; difference->fields != NULL && i < difference->fields->len; i++)
    {
      guint index = g_array_index (difference->fields, guint, i);
      JsonObject *field = json_object_new ();

      json_object_set_string_member (field, "field", difference->kind->fields[index].name);
      care_difference_json_set_value (field, "before", care_record_get_at (difference->before, index));
      care_difference_json_set_value (field, "after", care_record_get_at (difference->after, index));
      json_array_add_object_element (fields, field);
    }
  return fields;
}

/**
 * care_difference_json_make:
 * @difference: what differs about a record
 *
 * Returns: (transfer full): the difference as an object; values are canonical.
 */
JsonObject *
care_difference_json_make (const CareDifference *difference)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "what", what_words[difference->what]);
  care_difference_json_set_record (object, difference->after == NULL ? difference->before : difference->after);
  json_object_set_array_member (object, "fields", care_difference_json_make_fields (difference));
  return object;
}
