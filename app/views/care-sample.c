/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-sample.h"

#include "care-library-json.h"

#include <gio/gio.h>

#define SAMPLE_RESOURCE "/com/example/CareBrief/sample/integration.json"

/**
 * care_sample_read:
 * @error: return location for a #GResourceError or #CareExchangeError
 *
 * Returns: (transfer full) (nullable) (element-type CareRecord): the facts that CareBrief
 *   comes with, read by the code that reads any file.
 */
GPtrArray *
care_sample_read (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes == NULL ? NULL : care_library_json_read (bytes, NULL, error);
}
