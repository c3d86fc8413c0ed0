/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbered list of sources at the end of a briefing. */

#include "care-page-model.h"

#include <string.h>

#define NUMBER_INDENT_PT 14.0

static void
append_part (GString *out, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, part);
}

/* The title of a Welsh report in an English list is said to be Welsh. */
static void
append_title (GString *out, CareSnapshot *snapshot, CareRecord *source, GArray *spans)
{
  const char *language = care_record_get (source, "language");
  const char *others = care_record_get (care_snapshot_get_briefing (snapshot), "language");
  const char *title = care_record_get_title (source);

  append_part (out, title);
  if (language != NULL && g_ascii_strcasecmp (language, others == NULL ? "en-GB" : others) != 0)
    care_prose_spans_add (spans, CARE_PROSE_LANGUAGE, out->len - strlen (title), out->len, 0, language);
}

/**
 * care_page_source_words:
 * @snapshot: where the source is from
 * @source: a source
 * @spans: (element-type CareProseSpan): what in the words is in another language is
 *   added
 *
 * Returns: (transfer full): who made it, what it is called and when it came out,
 *   as a list of sources says it.
 */
char *
care_page_source_words (CareSnapshot *snapshot, CareRecord *source, GArray *spans)
{
  GString *out = g_string_new (NULL);
  CareRecord *creator = care_snapshot_follow (snapshot, source, "creator");
  CareRecord *author = care_snapshot_follow (snapshot, source, "author");
  g_autofree char *published = care_record_format (source, "published");

  append_part (out, author == NULL ? NULL : care_record_get_title (author));
  append_part (out, creator == NULL ? NULL : care_record_get_title (creator));
  append_title (out, snapshot, source, spans);
  append_part (out, *published != '\0' ? published : "date not stated");
  return g_string_free (out, FALSE);
}

static char *
make_entry (CareFlow *self, const CareProseSource *cited, GArray *spans)
{
  const char *url;
  CareRecord *source = care_snapshot_find (self->snapshot, "source", cited->id);
  g_autofree char *words = care_page_source_words (self->snapshot, source, spans);
  GString *out = g_string_new (words);

  for (guint i = 0; i < cited->pinpoints->len; i++)
    append_part (out, g_ptr_array_index (cited->pinpoints, i));
  url = care_record_get (source, "url");
  append_part (out, url);
  if (url != NULL)
    care_prose_spans_add (spans, CARE_PROSE_LINK, out->len - strlen (url), out->len, 0, url);
  return g_string_free (out, FALSE);
}

/**
 * care_flow_add_sources:
 * @self: a flow, whose texts have all been added
 *
 * Adds the list of the sources that have been cited, if there are any.
 */
void
care_flow_add_sources (CareFlow *self)
{
  CareFlowElement *element;

  if (self->sources->len == 0)
    return;
  element
    = care_flow_add (self, CARE_FLOW_SOURCES, care_snapshot_get_briefing (self->snapshot), "Sources");
  care_flow_add_text (self, element, CARE_STYLE_SMALL_HEADING, element->title, NULL);
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (GArray) spans = care_prose_spans_new ();
      g_autofree char *entry = make_entry (self, g_ptr_array_index (self->sources, i), spans);

      care_flow_add_item (self, element, CARE_STYLE_SMALL, number, NUMBER_INDENT_PT, entry, spans)->gap
        = i == 0 ? 3 : 1;
    }
}
