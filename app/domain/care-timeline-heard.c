/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has no date of its own was said by the day on which the first source of it came out, and
 * before that day nobody is known to have said it. When it was said is not known for that. */

#include "care-timeline-facts-private.h"
#include "care-timeline-words-private.h"

#include <glib/gi18n.h>

/* Of which of the timeline's kinds a citation can be, as its cells come. */
static const CareTimelineEntryShape cited[] = { CARE_TIMELINE_ENTRY_PLEDGE, CARE_TIMELINE_ENTRY_POSITION, CARE_TIMELINE_ENTRY_EVENT };

void
care_timeline_facts_add_citation (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  for (guint i = 0; i < G_N_ELEMENTS (cited); i++)
    {
      CareTimelineCitation citation = { cells[0].id, cited[i], cells[1 + i].id };

      if (citation.of != 0)
        g_array_append_val (self->citations, citation);
    }
}

/* Where what is cited keeps its first source; NULL: it is not there, or has a date of its own. */
static CareDate **
find_place (CareTimelineFacts *self, const CareTimelineCitation *citation)
{
  GArray *rows = citation->shape == CARE_TIMELINE_ENTRY_PLEDGE     ? self->pledges
                 : citation->shape == CARE_TIMELINE_ENTRY_POSITION ? self->versions
                                                                   : self->events;
  gpointer row = care_timeline_row_find (rows, citation->of);

  if (row == NULL)
    return NULL;
  if (citation->shape == CARE_TIMELINE_ENTRY_PLEDGE)
    return ((CareTimelinePledge *) row)->made != NULL ? NULL : &((CareTimelinePledge *) row)->heard;
  if (citation->shape == CARE_TIMELINE_ENTRY_POSITION)
    return ((CareTimelineVersion *) row)->stated != NULL ? NULL : &((CareTimelineVersion *) row)->heard;
  return ((CareTimelineEvent *) row)->happened != NULL ? NULL : &((CareTimelineEvent *) row)->heard;
}

static gboolean
is_before (const CareDate *date, const CareDate *other)
{
  CareDay first = care_timeline_span (date).first;

  return first != 0 && (other == NULL || first < care_timeline_span (other).first);
}

/* Says of what has no date when it was first heard of; all rows that it looks for are by id. */
void
care_timeline_facts_settle_heard (CareTimelineFacts *self)
{
  for (guint i = 0; i < self->citations->len; i++)
    {
      const CareTimelineCitation *citation = &g_array_index (self->citations, CareTimelineCitation, i);
      const CareTimelineSource *source = care_timeline_row_find (self->sources, citation->source);
      CareDate **heard = source == NULL ? NULL : find_place (self, citation);

      if (heard != NULL && is_before (source->published, *heard))
        *heard = source->published;
    }
}

/* (transfer full) (nullable): when the first source of @entry's record came out. */
static CareDate *
find_heard (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  gboolean is_limb = entry->shape == CARE_TIMELINE_ENTRY_LIMB;
  const char *kind = care_timeline_entry_kind (is_limb ? CARE_TIMELINE_ENTRY_PLEDGE : entry->shape);
  g_autoptr (GPtrArray) citations = ask->list (ask->data, "citation", kind, is_limb ? entry->owner : entry->id);
  CareDate *heard = NULL;

  for (guint i = 0; i < citations->len; i++)
    {
      CareId id = care_record_get_reference (g_ptr_array_index (citations, i), "source");
      CareRecord *source = id == 0 ? NULL : ask->lookup ("source", id, ask->data);
      g_autoptr (CareDate) published = source == NULL ? NULL : care_record_dup_date (source, "published");

      if (published != NULL && is_before (published, heard))
        {
          g_clear_pointer (&heard, care_date_unref);
          heard = g_steal_pointer (&published);
        }
    }
  return heard;
}

/* (transfer full): that its date is not recorded, in a sentence, and what is known instead. */
char *
care_timeline_write_unrecorded (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (CareDate) heard = find_heard (ask, entry);
  g_autofree char *when = heard == NULL ? NULL : care_date_format (heard, care_timeline_get_dates (ask));
  const char *what = entry->shape == CARE_TIMELINE_ENTRY_POSITION ? _ ("When it was stated is not recorded")
                     : entry->shape == CARE_TIMELINE_ENTRY_EVENT  ? _ ("Its date is not recorded")
                                                                  : _ ("When it was made is not recorded");

  if (when == NULL)
    return g_strdup_printf (_ ("%s."), what);
  /* Translators: “When it was made is not recorded”, and when the first source of it came out */
  return g_strdup_printf (_ ("%s; its first source is of %s."), what, when);
}
