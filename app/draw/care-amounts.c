/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-amounts.h"

/**
 * care_amounts_whole:
 * @text: a text
 *
 * Returns: (transfer full): what has no line of @text end between a number and what it counts: "£3 billion".
 */
PangoAttrList *
care_amounts_whole (const char *text)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && p[1] == ' ' && p[2] != '\0')
      {
        PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

        whole->start_index = (guint) (p - text);
        whole->end_index = (guint) (g_utf8_next_char (p + 2) - text);
        pango_attr_list_insert (list, whole);
      }
  return list;
}
