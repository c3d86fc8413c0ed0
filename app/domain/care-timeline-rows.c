/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the timeline's facts: put in order, found, and gone through with what they belong to. */

#include "care-timeline-facts-private.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const CareTimelineRow *first = a;
  const CareTimelineRow *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static int
compare_owners (gconstpointer a, gconstpointer b)
{
  const CareTimelineRow *first = a;
  const CareTimelineRow *second = b;
  int by_owner = (first->owner > second->owner) - (first->owner < second->owner);

  return by_owner != 0 ? by_owner : compare_ids (a, b);
}

/* A library gives its rows by id, so that most are in order already. */
static void
sort (GArray *rows, GCompareFunc compare)
{
  guint size = g_array_get_element_size (rows);

  for (guint i = 1; i < rows->len; i++)
    if (compare (rows->data + (i - 1) * (gsize) size, rows->data + i * (gsize) size) > 0)
      {
        g_array_sort (rows, compare);
        return;
      }
}

/* What is within a nation with a parliament of its own is as that nation. */
static void
spread_devolved (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      CareTimelineName *place = &g_array_index (places, CareTimelineName, i);
      const CareTimelineName *whole = place;

      for (guint j = 0; whole != NULL && !whole->is_devolved && j < CARE_TIMELINE_MAX_WITHIN; j++)
        whole = care_timeline_name_find (places, whole->place);
      place->is_devolved = whole != NULL && whole->is_devolved;
    }
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const CareTimelinePart *first = a;
  const CareTimelinePart *second = b;

  if (first->row.owner != second->row.owner)
    return first->row.owner < second->row.owner ? -1 : 1;
  if (first->limb != second->limb)
    return first->limb < second->limb ? -1 : 1;
  return compare_ids (a, b);
}

/* Evidence is of what its verdict judges: a limb of the same pledge, or 0: all of that. */
static void
settle_evidence (CareTimelineFacts *self)
{
  sort (self->verdicts, compare_ids);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      CareTimelineEvidence *evidence = &g_array_index (self->evidence, CareTimelineEvidence, i);
      const CareTimelineVerdict *verdict = care_timeline_row_find (self->verdicts, evidence->verdict);

      if (verdict != NULL && verdict->part.row.owner == evidence->part.row.owner)
        evidence->part.limb = verdict->part.limb;
    }
}

/* Puts all rows in the order that finding needs. */
void
care_timeline_facts_sort (CareTimelineFacts *self)
{
  GArray *by_id[] = { self->places, self->actors,      self->themes,  self->briefings, self->boxes,
                      self->party_lines, self->pledges, self->positions, self->events, self->sources, self->versions };
  GArray *by_owner[] = { self->limbs, self->milestones, self->versions };
  GArray *by_limb[] = { self->deadlines, self->verdicts, self->evidence };

  settle_evidence (self);
  for (guint i = 0; i < G_N_ELEMENTS (by_id); i++)
    sort (by_id[i], compare_ids);
  care_timeline_facts_settle_heard (self);
  for (guint i = 0; i < G_N_ELEMENTS (by_owner); i++)
    sort (by_owner[i], compare_owners);
  for (guint i = 0; i < G_N_ELEMENTS (by_limb); i++)
    sort (by_limb[i], compare_parts);
  spread_devolved (self->places);
}

/* (transfer none) (nullable): the row with that id, of rows that are by id. */
gpointer
care_timeline_row_find (GArray *rows, CareId id)
{
  guint size = g_array_get_element_size (rows);
  guint low = 0;
  guint high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      CareTimelineRow *row = (gpointer) (rows->data + middle * (gsize) size);

      if (row->id == id)
        return row;
      if (row->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* What belongs to @owner, of rows that are by owner; @last is what was given for an owner
 * before it, or NULL, so that all owners together go through the rows once. */
CareTimelineRun
care_timeline_run_next (GArray *rows, const CareTimelineRun *last, CareId owner)
{
  CareTimelineRun run = { rows, last == NULL ? 0 : last->first + last->n, 0 };

  while (run.first < rows->len && ((CareTimelineRow *) care_timeline_run_get (&run, 0))->owner < owner)
    run.first++;
  while (run.first + run.n < rows->len && ((CareTimelineRow *) care_timeline_run_get (&run, run.n))->owner == owner)
    run.n++;
  return run;
}

/* How many rows of a run are of limbs that come before @limb, or are that one. */
static guint
count_until (const CareTimelineRun *self, CareId limb, gboolean with)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      CareId found = ((CareTimelinePart *) care_timeline_run_get (self, middle))->limb;

      if (found < limb || (with && found == limb))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What of a run, by limb, is of @limb; 0: of none. */
CareTimelineRun
care_timeline_run_of_limb (const CareTimelineRun *self, CareId limb)
{
  guint before = count_until (self, limb, FALSE);

  return (CareTimelineRun){ self->rows, self->first + before, count_until (self, limb, TRUE) - before };
}

/* (transfer none): the row at @index. */
gpointer
care_timeline_run_get (const CareTimelineRun *self, guint index)
{
  return self->rows->data + (self->first + index) * (gsize) g_array_get_element_size (self->rows);
}
