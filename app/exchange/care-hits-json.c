/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-hits-json.h"

#include "care-json-generate.h"

struct _CareHitsJson
{
  guint n_found;
  JsonArray *hits;
};

/**
 * care_hits_json_new:
 * @n_found: how many there are, listed or not
 *
 * Returns: (transfer full): a list of nothing yet.
 */
CareHitsJson *
care_hits_json_new (guint n_found)
{
  CareHitsJson *self = g_new0 (CareHitsJson, 1);

  self->n_found = n_found;
  self->hits = json_array_new ();
  return self;
}

/**
 * care_hits_json_free:
 * @self: (transfer full): a list
 *
 * Frees @self.
 */
void
care_hits_json_free (CareHitsJson *self)
{
  json_array_unref (self->hits);
  g_free (self);
}

/**
 * care_hits_json_add:
 * @self: a list
 * @kind: of a record
 * @id: of it
 * @title: what it is called
 * @snippet: where the words stand
 *
 * Adds what was found.
 */
void
care_hits_json_add (CareHitsJson *self, const CareKind *kind, CareId id, const char *title, const char *snippet)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind->name);
  json_object_set_string_member (object, "id", text);
  json_object_set_string_member (object, "title", title);
  json_object_set_string_member (object, "snippet", snippet);
  json_array_add_object_element (self->hits, object);
}

/**
 * care_hits_json_write:
 * @self: a list
 *
 * Returns: (transfer full): an object with the members "found", a number, and
 *   "records".
 */
GBytes *
care_hits_json_write (CareHitsJson *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "found", self->n_found);
  json_object_set_array_member (object, "records", json_array_ref (self->hits));
  json_node_take_object (root, object);
  return care_json_generate (root);
}
