/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A merge before it is done:
 *   {"taken": [...], "conflicts": [{"what": "changed", "parts": [...]}]}
 * The first part of a conflict is what it is about, the rest goes with it. A part
 * with a field tells its values; one without tells what became of the record, and
 * where one side has changed what the other has deleted, its fields before and after. */

#include "care-merge-json.h"

#include "care-difference-json.h"
#include "care-json-generate.h"

static const char *const side_names[] = { "base", "mine", "theirs" };

/* What became of a record; never translated. */
static const char *
get_state_word (const CareMergePart *part, CareRecord *record)
{
  g_autoptr (CareDifference) difference = NULL;

  if (record == NULL)
    return "absent";
  if (record == part->base)
    return "present";
  if (part->base == NULL)
    return "added";
  difference = care_difference_new (part->base, record);
  return difference == NULL ? "unchanged" : "changed";
}

/* (nullable): what one side has changed of a record that the other has deleted. */
static CareDifference *
find_changes (const CareMergePart *part, CareRecord *record)
{
  return part->field != NULL || part->base == NULL ? NULL : care_difference_new (part->base, record);
}

static JsonObject *
make_part (const CareMergePart *part)
{
  JsonObject *object = json_object_new ();
  CareRecord *record = part->mine != NULL ? part->mine : part->theirs;
  g_autoptr (CareDifference) changes = find_changes (part, record);

  care_difference_json_set_record (object, record);
  if (part->field != NULL)
    json_object_set_string_member (object, "field", part->field->name);
  for (CareMergeSide side = CARE_MERGE_BASE; side <= CARE_MERGE_THEIRS; side++)
    {
      CareRecord *there = care_merge_part_get_record (part, side);

      if (part->field == NULL)
        json_object_set_string_member (object, side_names[side], get_state_word (part, there));
      else
        care_difference_json_set_value (object, side_names[side],
                                        there == NULL ? NULL : care_record_get (there, part->field->name));
    }
  if (changes != NULL)
    json_object_set_array_member (object, "fields", care_difference_json_make_fields (changes));
  return object;
}

static JsonObject *
make_conflict (const CareMergeConflict *conflict)
{
  JsonObject *object = json_object_new ();
  JsonArray *parts = json_array_new ();

  for (guint i = 0; i < conflict->parts->len; i++)
    json_array_add_object_element (parts, make_part (g_ptr_array_index (conflict->parts, i)));
  json_object_set_string_member (object, "what", care_merge_what_word (conflict->what));
  json_object_set_array_member (object, "parts", parts);
  return object;
}

/**
 * care_merge_json_write:
 * @merge: a merge
 *
 * Returns: (transfer full): what is taken and each conflict, as JSON.
 */
GBytes *
care_merge_json_write (CareMerge *merge)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GPtrArray) taken = care_merge_taken (merge);
  GPtrArray *conflicts = care_merge_get_conflicts (merge);
  JsonObject *object = json_object_new ();
  JsonArray *taken_array = json_array_new ();
  JsonArray *conflict_array = json_array_new ();

  for (guint i = 0; i < taken->len; i++)
    json_array_add_object_element (taken_array, care_difference_json_make (g_ptr_array_index (taken, i)));
  for (guint i = 0; i < conflicts->len; i++)
    json_array_add_object_element (conflict_array, make_conflict (g_ptr_array_index (conflicts, i)));
  json_object_set_array_member (object, "taken", taken_array);
  json_object_set_array_member (object, "conflicts", conflict_array);
  json_node_take_object (root, object);
  return care_json_generate (root);
}
