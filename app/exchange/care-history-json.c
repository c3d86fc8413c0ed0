/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-history-json.h"

#include "care-json-generate.h"

static void
set_id (JsonObject *object, const char *member, CareId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (id != 0)
    json_object_set_string_member (object, member, text);
}

static JsonObject *
make_entry (const CareHistoryEntry *entry)
{
  JsonObject *object = json_object_new ();

  set_id (object, "id", entry->id);
  json_object_set_string_member (object, "kind", care_history_kind_word (entry->kind));
  set_id (object, "target", entry->target);
  json_object_set_string_member (object, "sentence", entry->sentence);
  json_object_set_string_member (object, "author", entry->author);
  json_object_set_string_member (object, "done", entry->done);
  json_object_set_string_member (object, "state", care_history_state_word (entry->state));
  return object;
}

/* {"field": "value", "from": "38e8 GBP", "to": "53e8 GBP"}; null for nothing. */
static JsonObject *
make_field (const CareDifference *difference, guint index)
{
  JsonObject *object = json_object_new ();
  const char *from = difference->before == NULL ? NULL : care_record_get_at (difference->before, index);
  const char *to = difference->after == NULL ? NULL : care_record_get_at (difference->after, index);

  json_object_set_string_member (object, "field", difference->kind->fields[index].name);
  json_object_set_string_member (object, "from", from);
  json_object_set_string_member (object, "to", to);
  return object;
}

/* Whether the field differs; of a record that is new or gone, whether it has a value. */
static gboolean
has_changed (const CareDifference *difference, guint index)
{
  const char *from = difference->before == NULL ? NULL : care_record_get_at (difference->before, index);
  const char *to = difference->after == NULL ? NULL : care_record_get_at (difference->after, index);

  return g_strcmp0 (from, to) != 0;
}

static JsonObject *
make_event (const CareHistoryEvent *event)
{
  static const char *const words[] = { "added", "removed", "changed" };
  JsonObject *object = make_entry (event->entry);
  JsonArray *fields = json_array_new ();

  json_object_set_string_member (object, "what", words[event->difference->what]);
  for (guint i = 0; i < event->difference->kind->n_fields; i++)
    if (has_changed (event->difference, i))
      json_array_add_object_element (fields, make_field (event->difference, i));
  json_object_set_array_member (object, "fields", fields);
  return object;
}

/**
 * care_history_json_write_events:
 * @events: (element-type CareHistoryEvent): what was done to a record
 *
 * Returns: (transfer full): a JSON array of @events in their order, each with the
 *   fields that changed, from what to what.
 */
GBytes *
care_history_json_write_events (GPtrArray *events)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < events->len; i++)
    json_array_add_object_element (array, make_event (g_ptr_array_index (events, i)));
  json_node_take_array (root, array);
  return care_json_generate (root);
}

/**
 * care_history_json_write:
 * @entries: (element-type CareHistoryEntry): what has been done
 *
 * Returns: (transfer full): a JSON array of @entries in their order.
 */
GBytes *
care_history_json_write (GPtrArray *entries)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (array, make_entry (g_ptr_array_index (entries, i)));
  json_node_take_array (root, array);
  return care_json_generate (root);
}
