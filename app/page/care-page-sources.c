/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbered list of sources at the end of a briefing. */

#include "care-page-model.h"

#include "care-citation-text.h"

#include <string.h>

#define NUMBER_INDENT_PT 14.0

static CareCitationText *
cite (CareSnapshot *snapshot, CareRecord *source, GPtrArray *pinpoints)
{
  CareRecord *author = care_snapshot_follow (snapshot, source, "author");
  CareRecord *creator = care_snapshot_follow (snapshot, source, "creator");
  g_autoptr (CareDate) published = care_record_dup_date (source, "published");
  g_autoptr (GPtrArray) terminated = g_ptr_array_new ();

  for (guint i = 0; pinpoints != NULL && i < pinpoints->len; i++)
    g_ptr_array_add (terminated, g_ptr_array_index (pinpoints, i));
  g_ptr_array_add (terminated, NULL);
  return care_citation_text_new (source, author == NULL ? NULL : care_record_get_title (author),
                                 creator == NULL ? NULL : care_page_actor_name (snapshot, creator, published),
                                 (const char *const *) terminated->pdata);
}

/* The title of a Welsh report in an English list is said to be Welsh. */
static void
mark_language (CareSnapshot *snapshot, CareRecord *source, const CareCitationText *text, GArray *spans)
{
  const char *language = care_record_get (source, "language");
  const char *others = care_record_get (care_snapshot_get_briefing (snapshot), "language");

  if (language != NULL && g_ascii_strcasecmp (language, others == NULL ? "en-GB" : others) != 0)
    care_prose_spans_add (spans, CARE_PROSE_LANGUAGE, text->title_start, text->title_end, 0, language);
}

/**
 * care_page_source_words:
 * @snapshot: where the source is from
 * @source: a source
 * @spans: (element-type CareProseSpan): what in the words is in another language is
 *   added, and that the title leads to the source's link
 *
 * Returns: (transfer full): @source as it is cited, without its link.
 */
char *
care_page_source_words (CareSnapshot *snapshot, CareRecord *source, GArray *spans)
{
  g_autoptr (CareCitationText) text = cite (snapshot, source, NULL);

  mark_language (snapshot, source, text, spans);
  if (text->link_end == 0)
    return g_steal_pointer (&text->words);
  care_prose_spans_add (spans, CARE_PROSE_LINK, text->title_start, text->title_end, 0, care_record_get (source, "url"));
  return g_strndup (text->words, text->link_start - strlen (", "));
}

static char *
make_entry (CareFlow *self, const CareProseSource *cited, GArray *spans)
{
  CareRecord *source = care_snapshot_find (self->snapshot, "source", cited->id);
  g_autoptr (CareCitationText) text = cite (self->snapshot, source, cited->pinpoints);

  mark_language (self->snapshot, source, text, spans);
  if (text->link_end > 0)
    care_prose_spans_add (spans, CARE_PROSE_LINK, text->link_start, text->link_end, 0, care_record_get (source, "url"));
  return g_steal_pointer (&text->words);
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
