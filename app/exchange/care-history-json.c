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

static JsonNode *
make_entry (const CareHistoryEntry *entry)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  set_id (object, "id", entry->id);
  json_object_set_string_member (object, "kind", care_history_kind_word (entry->kind));
  set_id (object, "target", entry->target);
  json_object_set_string_member (object, "sentence", entry->sentence);
  json_object_set_string_member (object, "author", entry->author);
  json_object_set_string_member (object, "done", entry->done);
  json_object_set_string_member (object, "state", care_history_state_word (entry->state));
  json_node_take_object (node, object);
  return node;
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
    json_array_add_element (array, make_entry (g_ptr_array_index (entries, i)));
  json_node_take_array (root, array);
  return care_json_generate (root);
}
