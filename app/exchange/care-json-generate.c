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
