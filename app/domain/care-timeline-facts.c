/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-facts-private.h"

#include "care-vocabularies.h"

#include <string.h>

/* Adds a row of what is read; @cells are in the order of the fields of its line below. */
typedef void (*Add) (CareTimelineFacts *self, CareId id, const CareCell *cells);

static CareDate *
keep_date (CareTimelineFacts *self, const char *edtf)
{
  CareDate *date = edtf == NULL ? NULL : g_hash_table_lookup (self->dates, edtf);

  if (date != NULL || edtf == NULL)
    return date;
  date = care_date_from_edtf (edtf, NULL);
  if (date != NULL)
    g_hash_table_insert (self->dates, g_strdup (edtf), date);
  return date;
}

static void
add_pledge (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelinePledge pledge = { { id, 0 }, cells[0].id, cells[1].id, cells[2].id, keep_date (self, cells[3].text),
                                NULL, care_timeline_entry_index (&care_vocabulary_pledge, cells[4].text) };

  g_array_append_val (self->pledges, pledge);
}

static void
add_limb (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineLimb limb = { { id, cells[0].id }, care_timeline_entry_index (&care_vocabulary_pledge, cells[1].text) };

  g_array_append_val (self->limbs, limb);
}

static void
add_deadline (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineDeadline deadline = { .part = { { id, cells[0].id }, cells[1].id },
                                    .qualifier = care_qualifier_from_word (cells[2].text),
                                    .anchor = keep_date (self, cells[4].text),
                                    .reading = care_reading_from_word (cells[5].text) };

  deadline.date = care_deadline_get_date (deadline.qualifier, keep_date (self, cells[3].text), deadline.anchor);
  g_array_append_val (self->deadlines, deadline);
}

static void
add_verdict (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineVerdict verdict = { { { id, cells[0].id }, cells[1].id },
                                  keep_date (self, cells[3].text),
                                  g_strcmp0 (cells[2].text, "ours") == 0,
                                  care_timeline_entry_index (&care_vocabulary_delivery, cells[4].text),
                                  care_timeline_entry_index (&care_vocabulary_timeliness, cells[5].text) };

  g_array_append_val (self->verdicts, verdict);
}

static void
add_evidence (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineEvidence evidence = { { { id, cells[0].id }, 0 }, cells[3].id, cells[4].id, keep_date (self, cells[2].text),
                                    care_timeline_entry_index (&care_vocabulary_bearing, cells[1].text) };

  g_array_append_val (self->evidence, evidence);
}

static void
add_event (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineEvent event = { { id, cells[4].id }, cells[0].id, cells[1].id, keep_date (self, cells[2].text),
                              NULL, care_timeline_entry_index (&care_vocabulary_event, cells[3].text) };

  g_array_append_val (self->events, event);
}

static void
add_milestone (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineMilestone milestone = { { id, cells[0].id }, cells[1].id, keep_date (self, cells[2].text) };

  g_array_append_val (self->milestones, milestone);
}

static void
add_position (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelinePosition position = { { id, 0 }, cells[0].id, cells[1].id, cells[2].id };

  g_array_append_val (self->positions, position);
}

static void
add_version (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineVersion version = { { id, cells[0].id }, cells[1].id, keep_date (self, cells[2].text) };

  g_array_append_val (self->versions, version);
}

static void
add_source (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineSource source = { { id, 0 }, keep_date (self, cells[0].text) };

  g_array_append_val (self->sources, source);
}

static const CareTimelineRead reads[] = {
  { "place", { "name", "within" } },
  { "actor", { "kind", "name", "short_name", "place", "ordinal", "colour" } },
  { "theme", { "name", "ordinal" } },
  { "pledge", { "actor", "theme", "place", "made", "kind" } },
  { "limb", { "pledge", "kind" } },
  { "deadline", { "pledge", "limb", "qualifier", "due", "anchor", "reading" } },
  { "verdict", { "pledge", "limb", "whose", "judged", "delivery", "timeliness" } },
  { "evidence", { "pledge", "bearing", "found", "event", "verdict" } },
  { "event", { "actor", "place", "happened", "kind", "pledge" } },
  { "milestone", { "pledge", "event", "due" } },
  { "position", { "actor", "theme", "place" } },
  { "position_version", { "position", "supersedes", "stated" } },
  { "party_line", { "version" } },
  { "briefing", { "title", "standfirst" } },
  { "section", { "briefing", "text" } },
  { "box", { "briefing", "text" } },
  { "box_item", { "box", "pledge", "event", "party_line" } },
  { "source", { "published" } },
  { "citation", { "source", "pledge", "position_version", "event" } },
};

static const Add adds[] = { care_timeline_facts_add_place,
                            care_timeline_facts_add_actor,
                            care_timeline_facts_add_theme,
                            add_pledge,
                            add_limb,
                            add_deadline,
                            add_verdict,
                            add_evidence,
                            add_event,
                            add_milestone,
                            add_position,
                            add_version,
                            care_timeline_facts_add_party_line,
                            care_timeline_facts_add_briefing,
                            care_timeline_facts_add_section,
                            care_timeline_facts_add_box,
                            care_timeline_facts_add_box_item,
                            add_source,
                            care_timeline_facts_add_citation };

G_STATIC_ASSERT (G_N_ELEMENTS (reads) == G_N_ELEMENTS (adds));

/**
 * care_timeline_facts_get_reads:
 * @n_reads: (out): how many there are
 *
 * Returns: (transfer none): what care_timeline_facts_add() is to be given, in any order.
 */
const CareTimelineRead *
care_timeline_facts_get_reads (guint *n_reads)
{
  *n_reads = G_N_ELEMENTS (reads);
  return reads;
}

/**
 * care_timeline_facts_add:
 * @self: facts
 * @read: the index of a line of care_timeline_facts_get_reads()
 * @id: of a record of its kind that has not been added
 * @cells: the values of the fields of that line, in its order
 */
void
care_timeline_facts_add (CareTimelineFacts *self, guint read, CareId id, const CareCell *cells)
{
  adds[read] (self, id, cells);
}

/**
 * care_timeline_facts_new:
 *
 * Returns: (transfer full): no facts yet.
 */
CareTimelineFacts *
care_timeline_facts_new (void)
{
  CareTimelineFacts *self = g_new0 (CareTimelineFacts, 1);

  self->texts = g_string_chunk_new (4096);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) care_date_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (CareTimelineName));
  self->actors = g_array_new (FALSE, FALSE, sizeof (CareTimelineName));
  self->themes = g_array_new (FALSE, FALSE, sizeof (CareTimelineName));
  self->briefings = g_array_new (FALSE, FALSE, sizeof (CareTimelineName));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (CareTimelineRow));
  self->party_lines = g_array_new (FALSE, FALSE, sizeof (CareTimelineRow));
  self->pledges = g_array_new (FALSE, FALSE, sizeof (CareTimelinePledge));
  self->positions = g_array_new (FALSE, FALSE, sizeof (CareTimelinePosition));
  self->events = g_array_new (FALSE, FALSE, sizeof (CareTimelineEvent));
  self->limbs = g_array_new (FALSE, FALSE, sizeof (CareTimelineLimb));
  self->deadlines = g_array_new (FALSE, FALSE, sizeof (CareTimelineDeadline));
  self->verdicts = g_array_new (FALSE, FALSE, sizeof (CareTimelineVerdict));
  self->evidence = g_array_new (FALSE, FALSE, sizeof (CareTimelineEvidence));
  self->milestones = g_array_new (FALSE, FALSE, sizeof (CareTimelineMilestone));
  self->versions = g_array_new (FALSE, FALSE, sizeof (CareTimelineVersion));
  self->shown = g_array_new (FALSE, FALSE, sizeof (CareTimelineShown));
  self->sources = g_array_new (FALSE, FALSE, sizeof (CareTimelineSource));
  self->citations = g_array_new (FALSE, FALSE, sizeof (CareTimelineCitation));
  return self;
}

/**
 * care_timeline_facts_free:
 * @self: (transfer full): facts
 */
void
care_timeline_facts_free (CareTimelineFacts *self)
{
  GArray *all[] = { self->places,    self->actors,   self->themes,     self->briefings, self->boxes,    self->party_lines,
                    self->pledges,   self->positions, self->events,    self->limbs,     self->deadlines, self->verdicts,
                    self->evidence,  self->milestones, self->versions, self->shown,     self->sources,   self->citations };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_hash_table_unref (self->dates);
  g_free (self);
}

static void
add_record (CareTimelineFacts *self, guint read, CareRecord *record)
{
  CareCell cells[CARE_TIMELINE_MAX_FIELDS] = { { NULL, 0 } };

  for (guint i = 0; reads[read].fields[i] != NULL; i++)
    {
      const CareField *field = care_kind_field (care_record_get_kind (record), reads[read].fields[i]);

      if (field->type == CARE_FIELD_REFERENCE)
        cells[i].id = care_record_get_reference (record, field->name);
      else
        cells[i].text = care_record_get (record, field->name);
    }
  care_timeline_facts_add (self, read, care_record_get_id (record), cells);
}

/**
 * care_timeline_facts_new_for:
 * @records: (element-type CareRecord): any, such as those of a snapshot
 *
 * Returns: (transfer full): what is in them.
 */
CareTimelineFacts *
care_timeline_facts_new_for (GPtrArray *records)
{
  CareTimelineFacts *self = care_timeline_facts_new ();

  for (guint i = 0; i < records->len; i++)
    for (guint read = 0; read < G_N_ELEMENTS (reads); read++)
      if (care_record_is (g_ptr_array_index (records, i), reads[read].kind))
        add_record (self, read, g_ptr_array_index (records, i));
  return self;
}
