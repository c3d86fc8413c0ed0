/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A briefing as one web page with nothing outside it: what the PDF's structure says,
 * in HTML's words. It runs nothing and fetches nothing. */

#include "care-page-model.h"
#include "care-page-tree.h"
#include "care-web-picture.h"

#include <stdlib.h>
#include <string.h>

static const char style[]
  = "body{margin:0 auto;max-width:42rem;padding:1.5rem;font:1.0625rem/1.55 \"Open Sans\",\"Noto Sans\",sans-serif;"
    "color:#212121;background:#fff}"
    "h1,h2,a{color:#006548}h1{font-size:2.1rem;line-height:1.2;margin:.2em 0 .6em}"
    "h2{font-size:1.3rem;margin:2em 0 .4em}h3{font-size:1.05rem;margin:1.2em 0 .3em}"
    "header p{font-size:1.15rem}aside{border-top:2px solid #006548;margin:2.2em 0}"
    "footer{border-top:1px solid #a6a6a6;margin-top:3em;font-size:.9rem}"
    "blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #006548;font-style:italic}"
    "figure{margin:1em 0}img{max-width:100%;height:auto}"
    "table{border-collapse:collapse}th,td{padding:.3em 1em .3em 0;text-align:left;vertical-align:top;border-bottom:1px solid #a6a6a6}"
    "@media print{body{max-width:none;padding:0}}";

/* What is being written: the tree, node by node. */
typedef struct
{
  CarePageTree *tree;
  GString *out;
  guint n_links; /* that are open: a link in a link is none */
} Writer;

static void
append_escaped (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);
  g_autoptr (GString) broken = g_string_new (escaped);

  g_string_replace (broken, "\u2028", "<br>", 0);
  g_string_replace (broken, "\n", "<br>", 0);
  g_string_append (out, broken->str);
}

static void
open_span (Writer *w, const CareProseSpan *span)
{
  g_autofree char *uri = span->kind == CARE_PROSE_LINK ? care_page_link_to_uri (span->target) : NULL;
  g_autofree char *escaped = uri == NULL ? NULL : g_markup_escape_text (uri, -1);
  g_autofree char *language = span->kind == CARE_PROSE_LANGUAGE ? g_markup_escape_text (span->target, -1) : NULL;

  switch (span->kind)
    {
    case CARE_PROSE_BOLD:
      g_string_append (w->out, "<strong>");
      break;
    case CARE_PROSE_ITALIC:
      g_string_append (w->out, "<em>");
      break;
    case CARE_PROSE_CITATION:
      g_string_append (w->out, "<sup>");
      if (w->n_links++ == 0)
        g_string_append_printf (w->out, "<a href=\"#source-%u\" aria-label=\"%s %u\">", span->source, care_prose_span_get_name (span),
                                span->source);
      break;
    case CARE_PROSE_LANGUAGE:
      g_string_append_printf (w->out, "<span lang=\"%s\">", language);
      break;
    case CARE_PROSE_LINK:
    default:
      if (escaped != NULL && w->n_links++ == 0)
        g_string_append_printf (w->out, "<a href=\"%s\">", escaped);
      break;
    }
}

static void
close_span (Writer *w, const CareProseSpan *span)
{
  g_autofree char *uri = NULL;

  switch (span->kind)
    {
    case CARE_PROSE_BOLD:
      g_string_append (w->out, "</strong>");
      break;
    case CARE_PROSE_ITALIC:
      g_string_append (w->out, "</em>");
      break;
    case CARE_PROSE_CITATION:
      g_string_append (w->out, --w->n_links == 0 ? "</a></sup>" : "</sup>");
      break;
    case CARE_PROSE_LANGUAGE:
      g_string_append (w->out, "</span>");
      break;
    case CARE_PROSE_LINK:
    default:
      uri = care_page_link_to_uri (span->target);
      if (uri != NULL && --w->n_links == 0)
        g_string_append (w->out, "</a>");
      break;
    }
}

/* Outer spans first; of two that begin together the longer one is outside. */
static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const CareProseSpan *first = *(const CareProseSpan *const *) a;
  const CareProseSpan *second = *(const CareProseSpan *const *) b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->end < second->end) - (first->end > second->end);
}

static void
close_until (Writer *w, GPtrArray *open, const CareText *text, guint *from, guint until)
{
  while (open->len > 0)
    {
      const CareProseSpan *span = g_ptr_array_index (open, open->len - 1);

      if (span->end > until)
        return;
      if (span->end > *from)
        {
          append_escaped (w->out, text->text + *from, span->end - *from);
          *from = span->end;
        }
      close_span (w, span);
      g_ptr_array_set_size (open, (int) open->len - 1);
    }
}

static void
append_text (Writer *w, const CareText *text)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint from = 0, length = (guint) strlen (text->text);

  for (guint i = 0; i < text->spans->len; i++)
    g_ptr_array_add (spans, &g_array_index (text->spans, CareProseSpan, i));
  g_ptr_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      CareProseSpan *span = g_ptr_array_index (spans, i);

      close_until (w, open, text, &from, span->start);
      append_escaped (w->out, text->text + from, span->start - from);
      from = span->start;
      open_span (w, span);
      g_ptr_array_add (open, span);
    }
  close_until (w, open, text, &from, length);
  append_escaped (w->out, text->text + from, length - from);
}

static void write_kids (Writer *w, const CarePageNode *node);

static void
write_simple (Writer *w, const CarePageNode *node, const char *tag)
{
  g_string_append_printf (w->out, "<%s>", tag);
  if (node->paragraph != NULL && node->paragraph->text != NULL)
    append_text (w, node->paragraph->text);
  write_kids (w, node);
  g_string_append_printf (w->out, "</%s>\n", tag);
}

static guint
find_source (Writer *w, int body)
{
  const CarePageNode *node = care_page_tree_get (w->tree, body);

  for (guint i = 0; node->kids->len > 0 && i < w->tree->targets.sources->len; i++)
    if (g_array_index (w->tree->targets.sources, int, i) == g_array_index (node->kids, CarePageKid, 0).node)
      return i + 1;
  return 0;
}

/* HTML numbers and marks items itself. */
static void
write_item (Writer *w, const CarePageNode *node)
{
  int body = g_array_index (node->kids, CarePageKid, node->kids->len - 1).node;
  guint source = find_source (w, body);

  if (source > 0)
    g_string_append_printf (w->out, "<li id=\"source-%u\">", source);
  else
    g_string_append (w->out, "<li>");
  write_kids (w, care_page_tree_get (w->tree, body));
  g_string_append (w->out, "</li>\n");
}

static void
write_list (Writer *w, const CarePageNode *node)
{
  const char *first = care_page_tree_get_label (w->tree, node);
  gboolean is_ordered = first != NULL && g_ascii_isdigit (*first);

  if (is_ordered)
    g_string_append_printf (w->out, "<ol start=\"%d\">\n", atoi (first));
  else
    g_string_append (w->out, "<ul>\n");
  write_kids (w, node);
  g_string_append (w->out, is_ordered ? "</ol>\n" : "</ul>\n");
}

static void
write_figure (Writer *w, const CarePageNode *node)
{
  g_autofree char *address = care_web_picture (node->paragraph);
  const char *words = node->paragraph->words;

  g_string_append_printf (w->out, "<figure><img src=\"%s\" alt=\"", address);
  append_escaped (w->out, words == NULL ? "" : words, words == NULL ? 0 : strlen (words));
  g_string_append (w->out, "\"></figure>\n");
}

static void
write_header_cell (Writer *w, const CarePageNode *node)
{
  g_string_append_printf (w->out, "<th scope=\"%s\">", node->paragraph->heads == CARE_FLOW_HEADS_ROW ? "row" : "col");
  append_text (w, node->paragraph->text);
  g_string_append (w->out, "</th>\n");
}

static void
write_node (Writer *w, const CarePageNode *node)
{
  static const char *const tags[] = {
    [CARE_ROLE_HEADING_1] = "h1", [CARE_ROLE_HEADING_2] = "h2",    [CARE_ROLE_HEADING_3] = "h3",
    [CARE_ROLE_PARAGRAPH] = "p",  [CARE_ROLE_QUOTE] = "blockquote", [CARE_ROLE_SECTION] = "section",
    [CARE_ROLE_TABLE] = "table",  [CARE_ROLE_ROW] = "tr",           [CARE_ROLE_CELL] = "td",
  };

  switch (node->role)
    {
    case CARE_ROLE_LIST:
      write_list (w, node);
      break;
    case CARE_ROLE_ITEM:
      write_item (w, node);
      break;
    case CARE_ROLE_FIGURE:
      write_figure (w, node);
      break;
    case CARE_ROLE_HEADER_CELL:
      write_header_cell (w, node);
      break;
    default:
      write_simple (w, node, tags[node->role]);
      break;
    }
}

static void
write_kids (Writer *w, const CarePageNode *node)
{
  for (guint i = 0; i < node->kids->len; i++)
    write_node (w, care_page_tree_get (w->tree, g_array_index (node->kids, CarePageKid, i).node));
}

/* Boxes stand beside the text. */
static void
write_section (Writer *w, const CarePageNode *node)
{
  CareFlowPlace place = node->element->place;

  /* There are no pages for it to lead to. */
  if (place == CARE_FLOW_CONTENTS)
    return;

  write_simple (w, node, place == CARE_FLOW_INSET || place == CARE_FLOW_SIDEBAR || place == CARE_FLOW_WIDE ? "aside" : "section");
}

/* Title and standfirst head the page, what is small foots it. */
static void
write_body (Writer *w)
{
  const CarePageNode *document = care_page_tree_get (w->tree, 0);
  const char *open = "header";

  g_string_append (w->out, "<header>\n");
  for (guint i = 0; i < document->kids->len; i++)
    {
      const CarePageNode *node = care_page_tree_get (w->tree, g_array_index (document->kids, CarePageKid, i).node);
      const char *landmark = "header";

      if (node->element != NULL)
        landmark = node->element->place == CARE_FLOW_FURNITURE ? "footer" : "main";
      if (strcmp (landmark, open) != 0)
        g_string_append_printf (w->out, "</%s>\n<%s>\n", open, landmark);
      open = landmark;
      if (node->element != NULL)
        write_section (w, node);
      else
        write_node (w, node);
    }
  g_string_append_printf (w->out, "</%s>\n", open);
}

static void
write_head (Writer *w, CareRecord *briefing)
{
  const char *language = care_record_get (briefing, "language");
  const char *title = care_record_get_title (briefing);

  g_string_append (w->out, "<!DOCTYPE html>\n<html lang=\"");
  append_escaped (w->out, language == NULL ? "en-GB" : language, strlen (language == NULL ? "en-GB" : language));
  g_string_append (w->out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  append_escaped (w->out, title, strlen (title));
  g_string_append_printf (w->out, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
}

/**
 * care_pages_to_html:
 * @self: pages
 *
 * Returns: (transfer full): what is to be on them, as a web page in UTF-8.
 */
GBytes *
care_pages_to_html (const CarePages *self)
{
  Writer w = { care_page_tree_new (self->flow), g_string_new (NULL), 0 };

  write_head (&w, care_snapshot_get_briefing (self->flow->snapshot));
  if (self->is_draft)
    g_string_append (w.out, "<p><strong>" CARE_PAGE_DRAFT "</strong></p>\n");
  write_body (&w);
  g_string_append (w.out, "</body>\n</html>\n");
  care_page_tree_free (w.tree);
  return g_string_free_to_bytes (w.out);
}
