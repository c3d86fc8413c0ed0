/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which briefings show what the timeline has: in the lines of a box, or named in a text. */

#include "care-timeline-facts-private.h"

#include "care-reference.h"

#include <string.h>

/* What can be shown; of these the last has no entry, and its wordings have. */
static const char *const kinds[] = { "pledge", "limb", "milestone", "position_version", "event", "position" };

static guint
find_kind (const char *name)
{
  guint kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && strcmp (kinds[kind], name) != 0)
    kind++;
  return kind;
}

/* Adds to @shown that @briefing shows the record, where the timeline has something of its kind. */
void
care_timeline_shown_add (GArray *shown, const char *kind, CareId id, CareId briefing)
{
  CareTimelineShown one = { find_kind (kind), id, briefing, 0 };

  if (one.kind < G_N_ELEMENTS (kinds))
    g_array_append_val (shown, one);
}

static void
add_line (CareTimelineFacts *self, guint kind, CareId id, CareId box)
{
  CareTimelineShown shown = { kind, id, 0, box };

  if (id != 0)
    g_array_append_val (self->shown, shown);
}

static void
add_text (CareTimelineFacts *self, CareId briefing, const char *text)
{
  CareReferenceMatch match = { 0 };

  while (text != NULL && care_reference_next (text, match.end, &match))
    if (!match.is_citation)
      care_timeline_shown_add (self->shown, match.kind->name, match.id, briefing);
}

void
care_timeline_facts_add_briefing (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineName briefing
    = { .id = id, .name = cells[0].text == NULL ? "" : g_string_chunk_insert (self->texts, cells[0].text), .ordinal = G_MAXINT };

  g_array_append_val (self->briefings, briefing);
  add_text (self, id, cells[1].text);
}

void
care_timeline_facts_add_section (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  add_text (self, cells[0].id, cells[1].text);
}

void
care_timeline_facts_add_box (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineRow box = { id, cells[0].id };

  g_array_append_val (self->boxes, box);
  add_text (self, cells[0].id, cells[1].text);
}

void
care_timeline_facts_add_party_line (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineRow line = { id, cells[0].id };

  g_array_append_val (self->party_lines, line);
}

void
care_timeline_facts_add_box_item (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  add_line (self, CARE_TIMELINE_ENTRY_PLEDGE, cells[1].id, cells[0].id);
  add_line (self, CARE_TIMELINE_ENTRY_EVENT, cells[2].id, cells[0].id);
  add_line (self, CARE_TIMELINE_SHOWN_LINE, cells[3].id, cells[0].id);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const CareTimelineShown *first = a;
  const CareTimelineShown *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->id != second->id)
    return first->id < second->id ? -1 : 1;
  return (first->briefing > second->briefing) - (first->briefing < second->briefing);
}

/* Puts @shown in the order that care_timeline_shown_has() needs. */
void
care_timeline_shown_sort (GArray *shown)
{
  g_array_sort (shown, compare);
}

/* What a line of a box shows is shown by the box's briefing; a party line shows a wording. */
static void
settle (CareTimelineFacts *self, CareTimelineShown *shown)
{
  const CareTimelineRow *box = care_timeline_row_find (self->boxes, shown->box);
  const CareTimelineRow *line;

  if (box != NULL)
    shown->briefing = box->owner;
  if (shown->kind != CARE_TIMELINE_SHOWN_LINE)
    return;
  line = care_timeline_row_find (self->party_lines, shown->id);
  shown->kind = CARE_TIMELINE_ENTRY_POSITION;
  shown->id = line == NULL ? 0 : line->owner;
}

/* (transfer full): of CareTimelineShown, by what is shown; boxes and party lines are by id. */
GArray *
care_timeline_facts_list_shown (CareTimelineFacts *self)
{
  GArray *shown = g_array_copy (self->shown);

  for (guint i = 0; i < shown->len; i++)
    settle (self, &g_array_index (shown, CareTimelineShown, i));
  care_timeline_shown_sort (shown);
  return shown;
}

static gboolean
has (GArray *all, guint kind, CareId id, CareId briefing)
{
  const CareTimelineShown wanted = { kind, id, briefing, 0 };

  return id != 0 && all->len > 0 && bsearch (&wanted, all->data, all->len, sizeof wanted, compare) != NULL;
}

/* As what its owner is shown. */
static guint
get_owner_kind (const CareTimelineEntry *entry)
{
  return entry->shape == CARE_TIMELINE_ENTRY_POSITION ? CARE_TIMELINE_SHOWN_POSITION : CARE_TIMELINE_ENTRY_PLEDGE;
}

/* Whether @briefing shows what @entry is of, or what that belongs to. */
gboolean
care_timeline_shown_has (GArray *shown, CareId briefing, const CareTimelineEntry *entry)
{
  return has (shown, entry->shape, entry->id, briefing) || has (shown, get_owner_kind (entry), entry->owner, briefing);
}

/* By which briefing something is shown, of all that show it. */
typedef struct
{
  guint kind;
  CareId id;
  const CareTimelineName *briefing;
} First;

static int
compare_firsts (gconstpointer a, gconstpointer b)
{
  const First *first = a;
  const First *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

/* Of two, which may be NULL, the one that comes first in their order. */
static const CareTimelineName *
pick (const CareTimelineName *a, const CareTimelineName *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return care_timeline_name_compare (a, b) <= 0 ? a : b;
}

/* (transfer full): for care_timeline_shown_find_first(), of @shown in its order. */
GArray *
care_timeline_shown_list_firsts (GArray *shown, GArray *briefings)
{
  GArray *firsts = g_array_new (FALSE, FALSE, sizeof (First));

  for (guint i = 0; i < shown->len; i++)
    {
      const CareTimelineShown *one = &g_array_index (shown, CareTimelineShown, i);
      First first = { one->kind, one->id, care_timeline_name_find (briefings, one->briefing) };
      First *last = firsts->len == 0 ? NULL : &g_array_index (firsts, First, firsts->len - 1);

      if (last != NULL && compare_firsts (last, &first) == 0)
        last->briefing = pick (last->briefing, first.briefing);
      else
        g_array_append_val (firsts, first);
    }
  return firsts;
}

static const CareTimelineName *
find_first (GArray *firsts, guint kind, CareId id)
{
  const First wanted = { kind, id, NULL };
  const First *found = id == 0 || firsts->len == 0 ? NULL : bsearch (&wanted, firsts->data, firsts->len, sizeof wanted, compare_firsts);

  return found == NULL ? NULL : found->briefing;
}

/* (nullable): the first briefing in their order that shows what @entry is of, or what that belongs to. */
const CareTimelineName *
care_timeline_shown_find_first (GArray *firsts, const CareTimelineEntry *entry)
{
  return pick (find_first (firsts, entry->shape, entry->id), find_first (firsts, get_owner_kind (entry), entry->owner));
}

/**
 * care_timeline_content_shows:
 * @self: content
 * @briefing: the id of a briefing
 * @entry: one of the entries
 *
 * Returns: whether @briefing shows it, or what it belongs to.
 */
gboolean
care_timeline_content_shows (const CareTimelineContent *self, CareId briefing, const CareTimelineEntry *entry)
{
  return care_timeline_shown_has (self->shown, briefing, entry);
}
