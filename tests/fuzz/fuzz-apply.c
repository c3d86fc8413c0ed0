/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a line for `carebrief apply`. */

#include "fuzz.h"

#include "care-act-json.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* The line is read from a string that ends. */
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareActLine) line = care_act_json_read (text, size, &error);

  if (line == NULL)
    g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
  return 0;
}
