/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Markup is for structure only: lists, emphasis, headings, quotations. HTML and
 * code are printed as they were typed. */

#include "care-prose.h"

#include "care-markup.h"
#include "care-reference.h"

#include <cmark.h>
#include <string.h>

typedef struct
{
  CareSnapshot *snapshot;
  GPtrArray *sources;
  GPtrArray *paragraphs;
  const char *source;
  const char *line; /* where that line of it begins, of which the last was asked for */
  int line_number;
  GString *text; /* of the paragraph being read */
  GArray *spans;
  char *marker; /* of the item whose first paragraph is to come */
  guint level;
  gboolean in_quote;
} Reader;

static void
paragraph_free (gpointer data)
{
  CareProseParagraph *paragraph = data;

  g_free (paragraph->marker);
  g_free (paragraph->text);
  g_array_unref (paragraph->spans);
  g_free (paragraph);
}

static void
source_free (gpointer data)
{
  CareProseSource *source = data;

  g_ptr_array_unref (source->pinpoints);
  g_free (source);
}

static void
span_clear (gpointer data)
{
  g_free (((CareProseSpan *) data)->target);
}

/**
 * care_prose_spans_new:
 *
 * Returns: (transfer full) (element-type CareProseSpan): an empty list.
 */
GArray *
care_prose_spans_new (void)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CareProseSpan));

  g_array_set_clear_func (spans, span_clear);
  return spans;
}

/**
 * care_prose_spans_add:
 * @spans: a list of spans
 * @kind: what the new one is
 * @start: the byte of the text at which it begins
 * @end: the byte after its last one; a span without any is not added
 * @source: the number of the source, of a citation
 * @target: (nullable): address of a link, or a language
 */
void
care_prose_spans_add (GArray *spans, CareProseSpanKind kind, gsize start, gsize end, guint source, const char *target)
{
  CareProseSpan span = { kind, (guint) start, (guint) end, source, NULL };

  if (end <= start)
    return;
  span.target = g_strdup (target);
  g_array_append_val (spans, span);
}

/**
 * care_prose_span_get_name:
 * @span: a citation
 *
 * Returns: what its number is of, in the words of the page: "Source" or "Note".
 */
const char *
care_prose_span_get_name (const CareProseSpan *span)
{
  return span->target != NULL ? span->target : "Source";
}

/**
 * care_prose_sources_new:
 *
 * Returns: (transfer full) (element-type CareProseSource): an empty list of
 *   sources cited.
 */
GPtrArray *
care_prose_sources_new (void)
{
  return g_ptr_array_new_with_free_func (source_free);
}

/**
 * care_prose_sources_add:
 * @sources: a list of sources cited
 * @id: a source that is cited
 * @pinpoint: (nullable): where in it
 *
 * Returns: the number of the source, from 1: a new one the first time that it is
 *   cited.
 */
guint
care_prose_sources_add (GPtrArray *sources, CareId id, const char *pinpoint)
{
  CareProseSource *source = NULL;
  guint number = 0;

  while (number < sources->len && source == NULL)
    {
      CareProseSource *known = g_ptr_array_index (sources, number++);

      if (known->id == id)
        source = known;
    }
  if (source == NULL)
    {
      source = g_new0 (CareProseSource, 1);
      source->id = id;
      source->pinpoints = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (sources, source);
      number = sources->len;
    }
  if (pinpoint != NULL && *pinpoint != '\0'
      && !g_ptr_array_find_with_equal_func (source->pinpoints, pinpoint, g_str_equal, NULL))
    g_ptr_array_add (source->pinpoints, g_strdup (pinpoint));
  return number;
}

/* Two numbers side by side would read as one. */
static gboolean
follows_citation (Reader *reader)
{
  const CareProseSpan *last;

  if (reader->spans->len == 0)
    return FALSE;
  last = &g_array_index (reader->spans, CareProseSpan, reader->spans->len - 1);
  return last->kind == CARE_PROSE_CITATION && last->end == reader->text->len;
}

/* Spaces that are taken back were perhaps part of a link. */
static void
trim (Reader *reader)
{
  while (reader->text->len > 0 && reader->text->str[reader->text->len - 1] == ' ')
    g_string_truncate (reader->text, reader->text->len - 1);
  for (guint i = reader->spans->len; i > 0; i--)
    {
      CareProseSpan *span = &g_array_index (reader->spans, CareProseSpan, i - 1);

      span->end = MIN (span->end, (guint) reader->text->len);
      if (span->start >= span->end)
        g_array_remove_index (reader->spans, i - 1);
    }
}

/* The number stands right after the word, whatever was typed between them. */
static void
append_number (Reader *reader, CareId id, const char *pinpoint, const char *what)
{
  gsize start;
  guint number;

  trim (reader);
  start = reader->text->len;
  if (follows_citation (reader))
    g_string_append_c (reader->text, ',');
  number = care_prose_sources_add (reader->sources, id, pinpoint);
  g_string_append_printf (reader->text, "%u", number);
  care_prose_spans_add (reader->spans, CARE_PROSE_CITATION, start, reader->text->len, number, what);
}

/* A source that is cited, or a note. */
static void
append_citation (Reader *reader, const char *text, const CareReferenceMatch *match)
{
  g_autofree char *pinpoint = match->is_citation ? g_strndup (text + match->words_start, match->words_end - match->words_start) : NULL;

  if (care_snapshot_find (reader->snapshot, match->kind->name, match->id) == NULL)
    g_string_append_printf (reader->text, "(missing: %s)", match->kind->label);
  else
    append_number (reader, match->id, pinpoint, match->is_citation ? NULL : "Note");
}

static void
append_record (Reader *reader, const char *text, const CareReferenceMatch *match)
{
  g_autofree char *reference = g_strndup (text + match->start, match->end - match->start);
  g_autofree char *words = care_reference_plain (reference, care_snapshot_get_numbers (reader->snapshot), care_snapshot_lookup, reader->snapshot);

  g_string_append (reader->text, words);
}

/* @text is past the reading of marks: whatever a record says stays as it is. */
static void
append_text (Reader *reader, const char *text)
{
  CareReferenceMatch match;
  gsize from = 0;

  while (care_reference_next (text, from, &match))
    {
      g_string_append_len (reader->text, text + from, (gssize) (match.start - from));
      if (match.is_citation || care_reference_is_note (&match))
        append_citation (reader, text, &match);
      else
        append_record (reader, text, &match);
      from = match.end;
    }
  g_string_append (reader->text, text + from);
}

static void read_inlines (Reader *reader, cmark_node *parent);

/* "[Cymru](lang:cy)" leads nowhere: it is in Welsh. */
static void
add_link (Reader *reader, gsize start, const char *address)
{
  const char *language = care_markup_get_language (address);

  care_prose_spans_add (reader->spans, language == NULL ? CARE_PROSE_LINK : CARE_PROSE_LANGUAGE, start, reader->text->len, 0,
                        language == NULL ? address : language);
}

static void
read_inline (Reader *reader, cmark_node *node)
{
  gsize start = reader->text->len;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_text (reader, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      g_string_append (reader->text, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (reader->text, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append (reader->text, "\u2028");
      break;
    case CMARK_NODE_STRONG:
    case CMARK_NODE_EMPH:
      read_inlines (reader, node);
      care_prose_spans_add (reader->spans,
                            cmark_node_get_type (node) == CMARK_NODE_EMPH ? CARE_PROSE_ITALIC : CARE_PROSE_BOLD, start,
                            reader->text->len, 0, NULL);
      break;
    case CMARK_NODE_LINK:
      read_inlines (reader, node);
      add_link (reader, start, cmark_node_get_url (node));
      break;
    default:
      read_inlines (reader, node);
      break;
    }
}

static void
read_inlines (Reader *reader, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    read_inline (reader, node);
}

static CareProseRole
decide_role (Reader *reader, cmark_node *node)
{
  if (reader->marker != NULL)
    return CARE_PROSE_ITEM;
  if (reader->level > 0)
    return CARE_PROSE_CONTINUED;
  if (cmark_node_get_type (node) == CMARK_NODE_HEADING)
    return CARE_PROSE_HEADING;
  return reader->in_quote ? CARE_PROSE_QUOTE : CARE_PROSE_PARAGRAPH;
}

/* cmark counts lines and, in bytes, columns from 1. What comes later begins no earlier. */
static guint
find_source (Reader *reader, int line, int column)
{
  if (line < reader->line_number)
    {
      reader->line = reader->source;
      reader->line_number = 1;
    }
  while (reader->line_number < line && *reader->line != '\0')
    {
      reader->line += strcspn (reader->line, "\n");
      reader->line += *reader->line == '\n';
      reader->line_number++;
    }
  return (guint) (reader->line - reader->source) + (guint) MIN ((gsize) MAX (column - 1, 0), strcspn (reader->line, "\n"));
}

static void
end_paragraph (Reader *reader, cmark_node *node)
{
  CareProseParagraph *paragraph;

  if (reader->text->len == 0)
    return;
  paragraph = g_new0 (CareProseParagraph, 1);
  paragraph->role = decide_role (reader, node);
  paragraph->level = reader->level;
  paragraph->is_quoted = reader->in_quote;
  paragraph->marker = g_steal_pointer (&reader->marker);
  paragraph->text = g_string_free (reader->text, FALSE);
  paragraph->spans = reader->spans;
  paragraph->source_start = find_source (reader, cmark_node_get_start_line (node), cmark_node_get_start_column (node));
  paragraph->source_end = find_source (reader, cmark_node_get_end_line (node), cmark_node_get_end_column (node) + 1);
  g_ptr_array_add (reader->paragraphs, paragraph);

  reader->text = g_string_new (NULL);
  reader->spans = care_prose_spans_new ();
}

static void
read_literal (Reader *reader, cmark_node *node)
{
  g_string_append (reader->text, cmark_node_get_literal (node));
  g_string_truncate (reader->text, strlen (g_strchomp (reader->text->str)));
  end_paragraph (reader, node);
}

static void read_blocks (Reader *reader, cmark_node *parent);

static void
read_list (Reader *reader, cmark_node *list)
{
  gboolean is_ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);
  g_autofree char *outer = g_steal_pointer (&reader->marker);

  reader->level++;
  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      g_free (reader->marker);
      reader->marker = is_ordered ? g_strdup_printf ("%d.", number++) : g_strdup ("•");
      read_blocks (reader, item);
    }
  g_free (reader->marker);
  /* What an item begins with may be a list; its mark is for what comes after that. */
  reader->marker = g_steal_pointer (&outer);
  reader->level--;
}

static void
read_block (Reader *reader, cmark_node *node)
{
  gboolean was_quote = reader->in_quote;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_LIST:
      read_list (reader, node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      reader->in_quote = TRUE;
      read_blocks (reader, node);
      reader->in_quote = was_quote;
      break;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      read_literal (reader, node);
      break;
    default:
      read_inlines (reader, node);
      end_paragraph (reader, node);
      break;
    }
}

static void
read_blocks (Reader *reader, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    read_block (reader, node);
}

/**
 * care_prose_parse:
 * @text: (nullable): CommonMark with references, as stored
 * @snapshot: finds the records that @text refers to
 * @sources: (element-type CareProseSource): the sources cited so far; those that
 *   @text cites are added
 *
 * Returns: (transfer full) (element-type CareProseParagraph): the paragraphs.
 */
GPtrArray *
care_prose_parse (const char *text, CareSnapshot *snapshot, GPtrArray *sources)
{
  Reader reader = { .snapshot = snapshot, .sources = sources, .source = text, .line = text, .line_number = 1 };
  cmark_node *document;

  reader.paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  if (text == NULL)
    return reader.paragraphs;

  reader.text = g_string_new (NULL);
  reader.spans = care_prose_spans_new ();
  document = cmark_parse_document (text, strlen (text), CMARK_OPT_VALIDATE_UTF8);
  /* "[@7003 p.67]" comes in pieces, as "[" might have begun a link. */
  cmark_consolidate_text_nodes (document);
  read_blocks (&reader, document);
  cmark_node_free (document);

  g_string_free (reader.text, TRUE);
  g_array_unref (reader.spans);
  return reader.paragraphs;
}
