/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-html.h"

#include <string.h>

/**
 * care_html_is_element:
 * @tag: what follows the "<" of a tag, or "</"
 * @names: (array zero-terminated=1): names of elements
 *
 * Returns: whether it is one of them, in any case.
 */
gboolean
care_html_is_element (const char *tag, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strncasecmp (names[i], tag, strlen (names[i])) == 0
        && strchr (" \t\r\n/>", tag[strlen (names[i])]) != NULL)
      return TRUE;
  return FALSE;
}

/* Adds the character that "&amp;" stands for; returns what follows, or @p if it is
 * none. */
static const char *
read_entity (GString *out, const char *p)
{
  static const struct
  {
    const char *name;
    gunichar c;
  } entities[] = {
    { "amp;", '&' },      { "lt;", '<' },       { "gt;", '>' },       { "quot;", '"' },     { "apos;", '\'' },
    { "nbsp;", ' ' },     { "pound;", 0xA3 },   { "ndash;", 0x2013 }, { "mdash;", 0x2014 }, { "lsquo;", 0x2018 },
    { "rsquo;", 0x2019 }, { "ldquo;", 0x201C }, { "rdquo;", 0x201D }, { "hellip;", 0x2026 }, { "euro;", 0x20AC },
    { "eacute;", 0xE9 },  { "shy;", 0xAD },     { "middot;", 0xB7 },  { "bull;", 0x2022 },
  };
  char *end = NULL;
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p + 1, entities[i].name))
      {
        g_string_append_unichar (out, entities[i].c);
        return p + 1 + strlen (entities[i].name);
      }
  if (p[1] != '#')
    return p;
  number = g_ascii_strtoull (p + (p[2] == 'x' || p[2] == 'X' ? 3 : 2), &end, p[2] == 'x' || p[2] == 'X' ? 16 : 10);
  if (*end != ';' || number < 32 || number > 0x10FFFF || !g_unichar_validate ((gunichar) number))
    return p;
  g_string_append_unichar (out, (gunichar) number);
  return end + 1;
}

/**
 * care_html_decode:
 * @html: words between tags
 * @length: how many bytes of it
 *
 * Returns: (transfer full): the same with characters for entities.
 */
char *
care_html_decode (const char *html, gsize length)
{
  GString *out = g_string_new (NULL);

  for (const char *p = html; p < html + length;)
    {
      const char *next = *p == '&' ? read_entity (out, p) : p;

      if (next == p)
        g_string_append_c (out, *next++);
      p = next;
    }
  return g_string_free (out, FALSE);
}

/**
 * care_html_get_attribute:
 * @tag: what follows the "<" of a tag
 * @end: its ">"
 * @name: of an attribute
 *
 * Returns: (transfer full) (nullable): its value.
 */
char *
care_html_get_attribute (const char *tag, const char *end, const char *name)
{
  for (const char *p = tag; p < end; p++)
    {
      gboolean is_name = g_ascii_isspace (p[-1]) && g_ascii_strncasecmp (p, name, strlen (name)) == 0;
      const char *value = p + strlen (name);
      gsize length;

      if (!is_name)
        continue;
      value += strspn (value, " \t\r\n");
      if (*value != '=')
        continue;
      value += 1 + strspn (value + 1, " \t\r\n");
      length = *value == '"' || *value == '\'' ? strcspn (value + 1, *value == '"' ? "\"" : "'")
                                               : strcspn (value, " \t\r\n>");
      return care_html_decode (*value == '"' || *value == '\'' ? value + 1 : value, length);
    }
  return NULL;
}

/**
 * care_html_find_end:
 * @markup: a tag or a comment, from its "<" on
 *
 * Returns: (transfer none) (nullable): the ">" that ends it; %NULL where nothing does.
 */
const char *
care_html_find_end (const char *markup)
{
  const char *close = g_str_has_prefix (markup, "<!--") ? strstr (markup, "-->") : markup;

  return close == NULL ? NULL : strchr (close, '>');
}
