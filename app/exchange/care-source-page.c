/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Only as much of HTML as it takes to get the words out: nothing is run, followed or
 * loaded. */

#include "care-source-page.h"

#include <string.h>

typedef struct
{
  CareSourceDraft *draft;
  GString *words;
  gboolean is_space; /* the last character of the words is one, or stands for one */
} Page;

static gboolean
is_element (const char *tag, const char *const *names)
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

/* (transfer full): @length bytes of @html with characters for entities. */
static char *
decode (const char *html, gsize length)
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

/* (transfer full) (nullable): an attribute of the tag from @tag to @end. */
static char *
get_attribute (const char *tag, const char *end, const char *name)
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
      return decode (*value == '"' || *value == '\'' ? value + 1 : value, length);
    }
  return NULL;
}

/* Moments are told to the second and with a time zone; the day is what is cited. */
static void
set_day (CareSourceDraft *draft, const char *moment)
{
  g_autofree char *day = g_strndup (moment, strlen (moment) > 10 && moment[10] == 'T' ? 10 : strlen (moment));

  care_source_draft_set_published (draft, day);
}

static void
read_meta (CareSourceDraft *draft, const char *tag, const char *end)
{
  static const char *const dates[]
    = { "article:published_time", "datePublished", "dc.date", "dcterms.issued", "citation_publication_date", NULL };
  g_autofree char *name = get_attribute (tag, end, "name");
  g_autofree char *property = get_attribute (tag, end, "property");
  g_autofree char *content = get_attribute (tag, end, "content");
  const char *what = property != NULL ? property : name;

  if (what == NULL || content == NULL)
    return;
  if (strcmp (what, "og:title") == 0)
    care_source_draft_set (&draft->title, content);
  else if (strcmp (what, "og:url") == 0)
    care_source_draft_set (&draft->url, content);
  else if (strcmp (what, "og:site_name") == 0)
    care_source_draft_set (&draft->creator, content);
  else if (strcmp (what, "author") == 0)
    care_source_draft_add_note (draft, "Author as stated", content);
  else if (g_strv_contains (dates, what))
    set_day (draft, content);
}

/* What a tag says of the page; its words are read elsewhere. */
static void
read_tag (CareSourceDraft *draft, const char *tag, const char *end)
{
  g_autofree char *rel = NULL;
  g_autofree char *value = NULL;

  if (is_element (tag, (const char *const[]) { "meta", NULL }))
    read_meta (draft, tag, end);
  else if (is_element (tag, (const char *const[]) { "html", NULL }))
    care_source_draft_set (&draft->language, value = get_attribute (tag, end, "lang"));
  else if (is_element (tag, (const char *const[]) { "link", NULL }))
    {
      rel = get_attribute (tag, end, "rel");
      value = get_attribute (tag, end, "href");
      if (g_strcmp0 (rel, "canonical") == 0)
        care_source_draft_set (&draft->url, value);
    }
}

static void
add_break (Page *page)
{
  while (page->words->len > 0 && page->words->str[page->words->len - 1] == ' ')
    g_string_truncate (page->words, page->words->len - 1);
  if (page->words->len > 0 && !g_str_has_suffix (page->words->str, "\n\n"))
    g_string_append (page->words, "\n\n");
  page->is_space = TRUE;
}

static void
add_words (Page *page, const char *start, gsize length)
{
  g_autofree char *text = decode (start, length);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_space = g_ascii_isspace (*p);

      if (!is_space || !page->is_space)
        g_string_append_c (page->words, is_space ? ' ' : *p);
      page->is_space = is_space;
    }
}

/* Of <script> and the like the end, or the end of the page. */
static const char *
skip_element (const char *tag, const char *end)
{
  gsize length = strcspn (tag, " \t\r\n/>");

  for (const char *p = end; *p != '\0'; p++)
    if (p[0] == '<' && p[1] == '/' && g_ascii_strncasecmp (p + 2, tag, length) == 0)
      return p;
  return end + strlen (end);
}

/* Reads the tag at @p, which is "<"; returns what follows. */
static const char *
read_markup (Page *page, const char *p)
{
  static const char *const hidden[] = { "script", "style", "noscript", "template", "svg", "nav", "footer", "head", "title", NULL };
  static const char *const blocks[] = { "p",  "div", "br", "li", "ul", "ol", "h1",      "h2",      "h3",   "h4",         "h5",
                                        "h6", "tr",  "td", "th", "dt", "dd", "section", "article", "main", "blockquote", NULL };
  const char *tag = p + 1 + (p[1] == '/' ? 1 : 0);
  const char *close = g_str_has_prefix (p, "<!--") ? strstr (p, "-->") : p;
  const char *end = close == NULL ? NULL : strchr (close, '>');

  if (end == NULL)
    return p + strlen (p);
  if (is_element (tag, blocks))
    add_break (page);
  if (p[1] != '/' && is_element (tag, hidden))
    return skip_element (tag, end);
  return end + 1;
}

/* Title and tags of the head are looked for in the whole page: many have them elsewhere. */
static void
read_head (CareSourceDraft *draft, const char *html)
{
  g_autofree char *title = NULL;
  const char *end = html;

  for (const char *p = strchr (html, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      /* However many signs there are before it, it is looked for once. */
      end = end > p ? end : strchr (p, '>');
      if (end == NULL)
        break;
      if (title == NULL && is_element (p + 1, (const char *const[]) { "title", NULL }))
        title = decode (end + 1, strcspn (end + 1, "<"));
      read_tag (draft, p + 1, end);
    }
  care_source_draft_set (&draft->title, title);
}

/**
 * care_source_page_read:
 * @html: a page in UTF-8
 *
 * Returns: (transfer full): the source that it is, with its words as the passage.
 */
CareSourceDraft *
care_source_page_read (const char *html)
{
  CareSourceDraft *draft = care_source_draft_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  Page page = { draft, words, TRUE };

  care_source_draft_set (&draft->kind, "web-page");
  read_head (draft, html);
  for (const char *p = html; *p != '\0';)
    if (*p == '<')
      p = read_markup (&page, p);
    else
      {
        add_words (&page, p, strcspn (p, "<"));
        p += strcspn (p, "<");
      }
  g_strstrip (words->str);
  if (*words->str != '\0')
    draft->passage = g_strdup (words->str);
  care_source_draft_finish (draft);
  return draft;
}
