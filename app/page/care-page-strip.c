/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline strips of boxes, by the drawing code that the window uses. */

#include "care-page-flow.h"

#include "care-timeline-facts.h"
#include "care-timeline-words.h"

#include <string.h>

/* What is shown of a briefing, as of a day that follows from its records and not from the clock. */
typedef struct
{
  CareFlow *flow;
  GArray *known;                     /* of CareTimelineEntry: all that the briefing's records tell */
  GArray *entries;                   /* those that are shown */
  GArray *lanes;                     /* of guint16, of each */
  GArray *names;                     /* of CareTimelineHeading, of each lane */
  GPtrArray *titles, *states, *dues; /* of each */
  GPtrArray *undated;                /* in words: those of no known day, which have no place on an axis */
} Strip;

static CareDay
get_day (CareRecord *record, const char *field)
{
  g_autoptr (CareDate) date = care_record_dup_date (record, field);

  return date == NULL ? 0 : MAX (care_date_get_earliest (date), care_date_get_latest (date));
}

/* The pledge or the event of an item; NULL for what is neither. */
static CareRecord *
follow_item (CareFlow *self, CareRecord *item)
{
  CareRecord *pledge = care_snapshot_follow (self->snapshot, item, "pledge");

  return pledge != NULL ? pledge : care_snapshot_follow (self->snapshot, item, "event");
}

/* The last day on which the pledge was judged. */
static CareDay
find_judged (CareFlow *self, CareRecord *pledge)
{
  g_autoptr (GPtrArray) verdicts
    = care_snapshot_list (self->snapshot, "verdict", "pledge", care_record_get_id (pledge));
  CareDay judged = 0;

  for (guint i = 0; i < verdicts->len; i++)
    judged = MAX (judged, get_day (g_ptr_array_index (verdicts, i), "judged"));
  return judged;
}

/* The day on which the briefing was last seen to, and not before a pledge that it shows was made. A
 * draft that has no such day is written with all that was judged so far. */
static CareDay
find_as_of (CareFlow *self, GPtrArray *items)
{
  static const char *const fields[] = { "published", "amended", "corrected" };
  CareDay seen = 0, made = 0, judged = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    seen = MAX (seen, get_day (care_snapshot_get_briefing (self->snapshot), fields[i]));
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *pledge = care_snapshot_follow (self->snapshot, g_ptr_array_index (items, i), "pledge");

      if (pledge == NULL)
        continue;
      made = MAX (made, get_day (pledge, "made"));
      judged = MAX (judged, find_judged (self, pledge));
    }
  return MAX (seen != 0 ? seen : judged, made);
}

static const CareTimelineEntry *
find_entry (const Strip *strip, CareRecord *record)
{
  guint8 shape = care_record_is (record, "pledge") ? CARE_TIMELINE_ENTRY_PLEDGE : CARE_TIMELINE_ENTRY_EVENT;

  for (guint i = 0; i < strip->known->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (strip->known, CareTimelineEntry, i);

      if (entry->shape == shape && entry->id == care_record_get_id (record))
        return entry;
    }
  return NULL;
}

static const char *
name_actor (CareRecord *actor)
{
  return actor == NULL ? "Others" : care_record_get_title (actor);
}

/* The words of an actor's lane; its items are told apart by their own. */
static guint16
find_lane (Strip *strip, CareRecord *record)
{
  CareRecord *actor = care_snapshot_follow (strip->flow->snapshot, record, "actor");
  CareTimelineHeading name = { name_actor (actor), care_page_accent };

  for (guint i = 0; i < strip->names->len; i++)
    if (strcmp (g_array_index (strip->names, CareTimelineHeading, i).name, name.name) == 0)
      return (guint16) i;
  if (actor != NULL && care_record_get (actor, "colour") != NULL)
    care_colour_parse (care_record_get (actor, "colour"), &name.colour);
  g_array_append_val (strip->names, name);
  return (guint16) (strip->names->len - 1);
}

static GPtrArray *
list_children (gpointer snapshot, const char *kind, const char *field, CareId id)
{
  return care_snapshot_list (snapshot, kind, field, id);
}

/* (transfer full): as the strip says it of a mark. */
static char *
describe (const char *actor, const char *title, const char *state)
{
  if (*state == '\0')
    return g_strdup_printf ("%s: %s", actor, title);
  return g_strdup_printf ("%s: %s (%s)", actor, title, state);
}

static void
add_undated (Strip *strip, CareRecord *record, const CareTimelineEntry *entry)
{
  CareRecord *actor = care_snapshot_follow (strip->flow->snapshot, record, "actor");
  g_autofree char *state = care_timeline_entry_say_state (entry);

  g_ptr_array_add (strip->undated, describe (name_actor (actor), care_record_get_title (record), state));
}

static void
add_mark (Strip *strip, const CareTimelineAsk *ask, CareRecord *record, const CareTimelineEntry *entry)
{
  guint16 lane = find_lane (strip, record);

  g_array_append_vals (strip->entries, entry, 1);
  g_array_append_val (strip->lanes, lane);
  g_ptr_array_add (strip->titles, g_strdup (care_record_get_title (record)));
  g_ptr_array_add (strip->states, care_timeline_entry_say_state (entry));
  g_ptr_array_add (strip->dues, care_timeline_say_due (ask, entry));
}

static void
collect_marks (Strip *strip, GPtrArray *items, CareDay as_of)
{
  CareSnapshot *snapshot = strip->flow->snapshot;
  const CareTimelineAsk ask = { care_snapshot_lookup, list_children, snapshot, as_of, as_of,
                                care_record_get_id (care_snapshot_get_briefing (snapshot)) };

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *record = follow_item (strip->flow, g_ptr_array_index (items, i));
      const CareTimelineEntry *entry = record == NULL ? NULL : find_entry (strip, record);

      if (entry != NULL && care_timeline_entry_span (entry).first == 0)
        add_undated (strip, record, entry);
      else if (entry != NULL)
        add_mark (strip, &ask, record, entry);
    }
}

static const CareTimelineHeading *
get_name (const Strip *strip, guint mark)
{
  return &g_array_index (strip->names, CareTimelineHeading, g_array_index (strip->lanes, guint16, mark));
}

static char *
describe_marks (const Strip *strip)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < strip->entries->len; i++)
    {
      g_autofree char *mark = describe (get_name (strip, i)->name, strip->titles->pdata[i], strip->states->pdata[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", mark);
    }
  return g_string_free (out, FALSE);
}

static void
list_span (GString *out, CareSpan span)
{
  g_string_append_printf (out, " %u/%u", span.first, span.last);
}

/* All that is painted follows from this. */
static char *
list_marks (const char *font, const Strip *strip)
{
  GString *out = g_string_new (font);

  for (guint i = 0; i < strip->entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (strip->entries, CareTimelineEntry, i);
      const CareTimelineHeading *name = get_name (strip, i);
      const char *due = strip->dues->pdata[i];

      g_string_append_printf (out, "\n%s %g %g %g\n%u %u %u %u %u %u", name->name, name->colour.red,
                              name->colour.green, name->colour.blue, entry->shape, entry->state,
                              entry->delivery, entry->timeliness, entry->source_delivery, entry->flags);
      list_span (out, entry->start);
      for (guint j = 0; j < CARE_TIMELINE_ENTRY_N_DUE; j++)
        list_span (out, entry->due[j]);
      list_span (out, entry->revised);
      list_span (out, entry->reached);
      g_string_append_printf (out, "\n%s\n%s\n%s", (char *) strip->titles->pdata[i],
                              (char *) strip->states->pdata[i], due);
    }
  return g_string_free (out, FALSE);
}

static void
add_strip (CareFlowElement *element, const Strip *strip)
{
  CareFlow *flow = strip->flow;
  g_autofree char *font
    = g_strdup_printf ("%s %g", care_page_style_get_family (), flow->template->chart_text);
  g_autofree char *words = describe_marks (strip);
  const CareTimelineStripInput input = { .entries = strip->entries,
                                         .lanes = (const guint16 *) (void *) strip->lanes->data,
                                         .titles = (const char *const *) strip->titles->pdata,
                                         .states = (const char *const *) strip->states->pdata,
                                         .dues = (const char *const *) strip->dues->pdata,
                                         .names = (const CareTimelineHeading *) (void *) strip->names->data,
                                         .n_lanes = strip->names->len };
  CareTimelineStrip *timeline
    = care_timeline_strip_new (flow->context, font, &input, care_flow_element_get_width (element));
  CareFlowParagraph *picture
    = care_flow_add_picture (element, care_timeline_strip_get_height (timeline), words);

  picture->timeline = timeline;
  picture->painted_from = list_marks (font, strip);
  picture->gap = 5;
}

static void
add_undated_words (CareFlowElement *element, const Strip *strip)
{
  g_autofree char *list = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_add (strip->undated, NULL);
  list = g_strjoinv ("; ", (char **) strip->undated->pdata);
  words = g_strdup_printf ("No date: %s", list);
  care_flow_add_text (strip->flow, element, CARE_STYLE_BOX_NOTE, words, NULL);
}

/**
 * care_flow_add_timeline:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "timeline"
 *
 * Adds a strip with the pledges and events of @box's items, and below it, in words, those of
 * which no day is known.
 */
void
care_flow_add_timeline (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  g_autoptr (GPtrArray) items
    = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
  g_autoptr (GPtrArray) records = care_snapshot_get_records (self->snapshot);
  g_autoptr (CareTimelineFacts) facts = care_timeline_facts_new_for (records);
  CareDay as_of = find_as_of (self, items);
  g_autoptr (GArray) known = care_timeline_facts_list_entries (facts, as_of, as_of);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (CareTimelineEntry));
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (CareTimelineHeading));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) dues = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) undated = g_ptr_array_new_with_free_func (g_free);
  Strip strip = { self, known, entries, lanes, names, titles, states, dues, undated };

  collect_marks (&strip, items, as_of);
  if (entries->len > 0)
    add_strip (element, &strip);
  if (undated->len > 0)
    add_undated_words (element, &strip);
}
