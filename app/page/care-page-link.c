/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which addresses a page may lead to. A person's text, or a library from somebody
 * else, can hold any: what is not a page or a letter stays plain words. */

#include "care-page-tree.h"

#include <string.h>

static gboolean
is_known_scheme (const char *scheme)
{
  return scheme != NULL
         && (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0
             || g_ascii_strcasecmp (scheme, "mailto") == 0);
}

/**
 * care_page_link_to_uri:
 * @address: (nullable): what a link is to lead to
 *
 * Returns: (transfer full) (nullable): @address in the characters that an address may
 *   have; %NULL if it leads neither to a page nor to a mailbox.
 */
char *
care_page_link_to_uri (const char *address)
{
  g_autofree char *scheme = address == NULL ? NULL : g_uri_parse_scheme (address);

  if (!is_known_scheme (scheme))
    return NULL;
  return g_uri_escape_string (address, ":/?#[]@!$&'*+,;=%", FALSE);
}
