/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "resident.h"

#include <malloc.h>
#include <string.h>
#include <unistd.h>

/* In bytes; what is resident is counted in pages. What is free goes back to the
 * system first, which the C library does now and then by itself. */
gint64
resident_get (void)
{
  g_autofree char *text = NULL;
  const char *second;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  second = strchr (text, ' ');
  g_assert_nonnull (second);
  return g_ascii_strtoll (second, NULL, 10) * sysconf (_SC_PAGESIZE);
}
