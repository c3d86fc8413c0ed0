/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a library: opened to be read, and read. */

#include "fuzz.h"
#include "use-library.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  if (!use_library_read (fuzz_write_file (data, size), &error))
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return 0;
}
