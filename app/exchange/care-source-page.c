/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-source-page.h"

#include "care-html.h"

#include <string.h>

typedef struct
{
  CareSourceDraft *draft;
  GString *words;
  gboolean is_space; /* the last character of the words is one, or stands for one */
} Page;

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
  g_autofree char *name = care_html_get_attribute (tag, end, "name");
  g_autofree char *property = care_html_get_attribute (tag, end, "property");
  g_autofree char *content = care_html_get_attribute (tag, end, "content");
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

  if (care_html_is_element (tag, (const char *const[]) { "meta", NULL }))
    read_meta (draft, tag, end);
  else if (care_html_is_element (tag, (const char *const[]) { "html", NULL }))
    care_source_draft_set (&draft->language, value = care_html_get_attribute (tag, end, "lang"));
  else if (care_html_is_element (tag, (const char *const[]) { "link", NULL }))
    {
      rel = care_html_get_attribute (tag, end, "rel");
      value = care_html_get_attribute (tag, end, "href");
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
  g_autofree char *text = care_html_decode (start, length);

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
  const char *end = care_html_find_end (p);

  if (end == NULL)
    return p + strlen (p);
  if (care_html_is_element (tag, blocks))
    add_break (page);
  if (p[1] != '/' && care_html_is_element (tag, hidden))
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
      if (title == NULL && care_html_is_element (p + 1, (const char *const[]) { "title", NULL }))
        title = care_html_decode (end + 1, strcspn (end + 1, "<"));
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
