/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a file in the library format. What is read is written and read
 * again, and the same. */

#include "fuzz.h"

#include "care-library-json.h"

static void
check_again (GPtrArray *drafts)
{
  g_autoptr (GBytes) written = care_library_json_write (drafts);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) again = care_library_json_read (written, &problems, &error);
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_no_error (error);
  rewritten = care_library_json_write (again);
  g_assert_true (g_bytes_equal (written, rewritten));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = care_library_json_read (bytes, &problems, &error);

  if (drafts == NULL)
    g_assert_nonnull (error);
  else
    check_again (drafts);
  return 0;
}
