/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A briefing as plain text: a line a paragraph, in the order in which it is read. */

#include "care-page-model.h"

#define ITEM_INDENT 2

/* A number of a source stands in brackets, as it cannot stand above the line. */
static void
append_words (GString *out, const CareText *text)
{
  gsize from = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const CareProseSpan *span = &g_array_index (text->spans, CareProseSpan, i);

      if (span->kind != CARE_PROSE_CITATION)
        continue;
      g_string_append_len (out, text->text + from, (gssize) (span->start - from));
      g_string_append_printf (out, "[%u]", span->source);
      from = span->end;
    }
  g_string_append (out, text->text + from);
  g_string_replace (out, "\u2028", "\n", 0);
}

static void
append_paragraph (GString *out, const CareFlowParagraph *paragraph, guint indent)
{
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
  if (paragraph->marker != NULL)
    g_string_append_printf (out, "%s ", paragraph->marker->text);
  if (paragraph->text == NULL)
    g_string_append_printf (out, "[%s]", paragraph->words == NULL ? "" : paragraph->words);
  else
    append_words (out, paragraph->text);
  g_string_append_c (out, '\n');
}

static guint
get_indent (const CareFlowParagraph *paragraph)
{
  switch (paragraph->role)
    {
    case CARE_FLOW_ITEM:
      return ITEM_INDENT * (MAX (paragraph->level, 1) - 1);
    case CARE_FLOW_CONTINUED:
      return ITEM_INDENT * MAX (paragraph->level, 1);
    case CARE_FLOW_QUOTE:
      return ITEM_INDENT;
    default:
      return 0;
    }
}

/* Items of a list stand close together, as do rows of a table. */
static gboolean
is_apart (const CareFlowParagraph *paragraph)
{
  return paragraph->role != CARE_FLOW_ITEM && paragraph->role != CARE_FLOW_CONTINUED && paragraph->role != CARE_FLOW_CELL;
}

static void
append_element (GString *out, const CareFlowElement *element)
{
  for (guint i = 0; i < element->paragraphs->len; i++)
    {
      const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, i);

      /* A row of a table is a line. */
      if (paragraph->continues_row)
        {
          g_string_truncate (out, out->len - 1);
          g_string_append_c (out, '\t');
          append_words (out, paragraph->text);
          g_string_append_c (out, '\n');
          continue;
        }
      if (out->len > 0 && (is_apart (paragraph) || i == 0 || is_apart (g_ptr_array_index (element->paragraphs, i - 1))))
        g_string_append_c (out, '\n');
      append_paragraph (out, paragraph, get_indent (paragraph));
    }
}

/**
 * care_pages_to_text:
 * @self: pages
 *
 * Returns: (transfer full): what is to be on them, as plain text in UTF-8.
 */
GBytes *
care_pages_to_text (const CarePages *self)
{
  GString *out = g_string_new (self->is_draft ? CARE_PAGE_DRAFT "\n" : NULL);

  for (guint i = 0; i < self->flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (self->flow->elements, i);

      /* There are no pages for it to lead to. */
      if (element->place != CARE_FLOW_CONTENTS)
        append_element (out, element);
    }
  return g_string_free_to_bytes (out);
}
