/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-file-name.h"

#include <string.h>

/* Well under the 255 bytes that file systems allow. */
#define MAX_LENGTH 100

/**
 * care_file_name:
 * @title: of a briefing
 * @extension: without its full stop
 *
 * Returns: (transfer full): a file name without anything that must be quoted or
 *   escaped: lower case letters, digits and hyphens, such as "integrating-health.pdf".
 */
char *
care_file_name (const char *title, const char *extension)
{
  /* With the C locale, so that the name does not depend on the user's. */
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  GString *name = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && name->len < MAX_LENGTH; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, g_ascii_tolower (*p));
    else if (*p != '\'' && name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, "briefing");
  g_string_append_printf (name, ".%s", extension);
  return g_string_free (name, FALSE);
}
