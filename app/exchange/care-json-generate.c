/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-json-generate.h"

/**
 * care_json_generate:
 * @root: what to write
 *
 * Returns: (transfer full): @root as text, the same for the same @root, with a
 *   line break at its end.
 */
GBytes *
care_json_generate (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  GString *text = g_string_new (NULL);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

/**
 * care_json_set_text:
 * @object: an object
 * @member: the name of a member
 * @text: (nullable): what it is to have; %NULL or empty: it is left out
 *
 * Sets a member to a string.
 */
void
care_json_set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (object, member, text);
}

/**
 * care_json_set_id:
 * @object: an object
 * @member: the name of a member
 * @id: what it is to have; 0: it is left out
 *
 * Sets a member to an id, which is a string as in the library format.
 */
void
care_json_set_id (JsonObject *object, const char *member, CareId id)
{
  g_autofree char *text = id == 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, id);

  care_json_set_text (object, member, text);
}
