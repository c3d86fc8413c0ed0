/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbered list of sources at the end of a briefing, and of notes that say why figures
 * differ. */

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

static void
add_entry (CareFlow *self, CareFlowElement *element, guint number, const char *text, GArray *spans)
{
  g_autofree char *marker = g_strdup_printf ("%u", number);

  care_flow_add_item (self, element, CARE_STYLE_SMALL, marker, NUMBER_INDENT_PT, text, spans)->gap = number == 1 ? 3 : 1;
}

static void
add_source (CareFlow *self, CareFlowElement *element, guint number, CareRecord *source, const CareProseSource *cited)
{
  g_autoptr (CareCitationText) text = cite (self->snapshot, source, cited->pinpoints);
  g_autoptr (GArray) spans = care_prose_spans_new ();

  mark_language (self->snapshot, source, text, spans);
  if (text->link_end > 0)
    care_prose_spans_add (spans, CARE_PROSE_LINK, text->link_start, text->link_end, 0, care_record_get (source, "url"));
  add_entry (self, element, number, text->words, spans);
}

/* What an explanation cites comes after it in the list. */
static void
add_note (CareFlow *self, CareFlowElement *element, guint number, CareRecord *contradiction)
{
  const char *explanation = care_record_get (contradiction, "explanation");
  g_autoptr (GPtrArray) paragraphs
    = care_prose_parse (explanation != NULL ? explanation : care_record_get_title (contradiction), self->snapshot, self->sources);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const CareProseParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (i == 0)
        add_entry (self, element, number, paragraph->text, paragraph->spans);
      else
        care_flow_add_item (self, element, CARE_STYLE_SMALL, NULL, NUMBER_INDENT_PT, paragraph->text, paragraph->spans)->role
          = CARE_FLOW_CONTINUED;
    }
  if (paragraphs->len == 0)
    add_entry (self, element, number, care_record_get_title (contradiction), NULL);
}

static gboolean
has_notes (CareFlow *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const CareProseSource *cited = g_ptr_array_index (self->sources, i);

      if (care_snapshot_find (self->snapshot, "contradiction", cited->id) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * care_flow_add_sources:
 * @self: a flow, whose texts have all been added
 *
 * Adds the list of what has been cited, if there is anything.
 */
void
care_flow_add_sources (CareFlow *self)
{
  CareFlowElement *element;

  if (self->sources->len == 0)
    return;
  element = care_flow_add (self, CARE_FLOW_SOURCES, care_snapshot_get_briefing (self->snapshot),
                           has_notes (self) ? "Notes and sources" : "Sources");
  care_flow_add_text (self, element, CARE_STYLE_SMALL_HEADING, element->title, NULL);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const CareProseSource *cited = g_ptr_array_index (self->sources, i);
      CareRecord *source = care_snapshot_find (self->snapshot, "source", cited->id);

      if (source != NULL)
        add_source (self, element, i + 1, source, cited);
      else
        add_note (self, element, i + 1, care_snapshot_find (self->snapshot, "contradiction", cited->id));
    }
}
