/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same records give the same bytes: kinds in the order of care_kind_list(),
 * records by ascending id, fields in the order of their kind. */

#include "care-library-json.h"

#include "care-json-generate.h"

#include <json-glib/json-glib.h>

static JsonNode *
make_record (CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (record));
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", id);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *value = care_record_get_at (record, i);

      if (value != NULL)
        json_object_set_string_member (object, kind->fields[i].name, value);
    }
  json_node_take_object (node, object);
  return node;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  CareId first = care_record_get_id (*(CareRecord *const *) a);
  CareId second = care_record_get_id (*(CareRecord *const *) b);

  return (first > second) - (first < second);
}

static JsonArray *
make_kind (GPtrArray *records, const CareKind *kind)
{
  g_autoptr (GPtrArray) of_kind = g_ptr_array_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (care_record_get_kind (g_ptr_array_index (records, i)) == kind)
      g_ptr_array_add (of_kind, g_ptr_array_index (records, i));
  g_ptr_array_sort (of_kind, compare_ids);
  for (guint i = 0; i < of_kind->len; i++)
    json_array_add_element (array, make_record (g_ptr_array_index (of_kind, i)));
  return array;
}

static JsonObject *
make_kinds (GPtrArray *records)
{
  JsonObject *object = json_object_new ();
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (JsonArray) array = make_kind (records, &kinds[k]);

      if (json_array_get_length (array) > 0)
        json_object_set_array_member (object, kinds[k].name, g_steal_pointer (&array));
    }
  return object;
}

/**
 * care_library_json_write:
 * @records: (element-type CareRecord): every record of a library, in any order
 *
 * Returns: (transfer full): the library in the library format; the same records
 *   give the same bytes.
 */
GBytes *
care_library_json_write (GPtrArray *records)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "format", "carebrief-library");
  json_object_set_int_member (object, "version", CARE_LIBRARY_JSON_VERSION);
  json_object_set_object_member (object, "records", make_kinds (records));
  json_node_take_object (root, object);
  return care_json_generate (root);
}

/**
 * care_library_json_write_list:
 * @records: (element-type CareRecord): some records
 *
 * Returns: (transfer full): a JSON array of @records in their order, each with
 *   the members that it has in the library format.
 */
GBytes *
care_library_json_write_list (GPtrArray *records)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    json_array_add_element (array, make_record (g_ptr_array_index (records, i)));
  json_node_take_array (root, array);
  return care_json_generate (root);
}
