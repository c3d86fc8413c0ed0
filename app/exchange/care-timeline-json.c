/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-json.h"

#include "care-json-generate.h"
#include "care-vocabularies.h"

/* Words are those of the vocabularies, as in records; days are as exact as they are known. */

static void
set_days (JsonObject *object, const char *member, CareSpan span)
{
  g_autoptr (CareDate) date = span.first == 0 ? NULL : care_date_from_days (span.first, span.last);

  care_json_set_text (object, member, date == NULL ? NULL : care_date_get_edtf (date));
}

static void
set_due (JsonObject *object, const CareTimelineEntry *entry, const CareTimelineAsk *ask)
{
  g_autofree char *words = care_timeline_say_due (ask, entry);
  JsonArray *days = json_array_new ();

  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE && entry->due[i].first != 0; i++)
    {
      g_autoptr (CareDate) date = care_date_from_days (entry->due[i].first, entry->due[i].last);

      json_array_add_string_element (days, care_date_get_edtf (date));
    }
  json_object_set_array_member (object, "due", days);
  care_json_set_text (object, "due_words", words);
}

static void
set_late (JsonObject *object, const CareTimelineEntry *entry)
{
  if (!(entry->flags & CARE_TIMELINE_ENTRY_IS_LATE))
    return;
  json_object_set_int_member (object, "late_months_least", entry->late_least);
  json_object_set_int_member (object, "late_months_most", entry->late_most);
}

static void
set_standing (JsonObject *object, const CareTimelineEntry *entry)
{
  static const char *const states[] = { NULL, "undated", "not-due", "open", "overdue", "judged", "lapsed" };

  care_json_set_text (object, "state", states[entry->state]);
  care_json_set_text (object, "delivery", care_timeline_entry_word (&care_vocabulary_delivery, entry->delivery));
  care_json_set_text (object, "timeliness", care_timeline_entry_word (&care_vocabulary_timeliness, entry->timeliness));
  set_late (object, entry);
}

static JsonObject *
make_entry (const CareTimelineEntry *entry, const CareTimelineAsk *ask)
{
  static const char *const shapes[] = { "pledge", "limb", "milestone", "position_version", "event" };
  const CareVocabulary *kinds = entry->shape == CARE_TIMELINE_ENTRY_EVENT ? &care_vocabulary_event : &care_vocabulary_pledge;
  g_autofree char *title = care_timeline_say_title (ask, entry);
  g_autofree char *who = care_timeline_say_who (ask, entry);
  g_autofree char *sentence = care_timeline_say (ask, entry);
  g_autoptr (CareDate) start = care_timeline_dup_start (ask, entry);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "record", shapes[entry->shape]);
  care_json_set_id (object, "id", entry->id);
  care_json_set_id (object, "owner", entry->owner);
  care_json_set_text (object, "title", title);
  care_json_set_text (object, "who", who);
  care_json_set_text (object, "kind", care_timeline_entry_word (kinds, entry->kind));
  care_json_set_text (object, "start", start == NULL ? NULL : care_date_get_edtf (start));
  set_due (object, entry, ask);
  set_days (object, "revised", entry->revised);
  set_days (object, "reached", entry->reached);
  set_standing (object, entry);
  care_json_set_text (object, "sentence", sentence);
  return object;
}

static JsonArray *
list_entries (const CareTimelineContent *content, const CareTimelineLanes *lanes, guint lane, const CareTimelineAsk *ask)
{
  g_autoptr (GPtrArray) order = care_timeline_lanes_list (lanes, content, lane);
  JsonArray *entries = json_array_new ();

  for (guint i = 0; i < order->len; i++)
    json_array_add_object_element (entries, make_entry (g_ptr_array_index (order, i), ask));
  return entries;
}

static JsonArray *
list_lanes (const CareTimelineContent *content, const CareTimelineLanes *lanes, const CareTimelineAsk *ask)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      const CareTimelineLaneOf *lane = &g_array_index (lanes->lanes, CareTimelineLaneOf, i);
      JsonObject *object = json_object_new ();

      care_json_set_id (object, "id", lane->id);
      care_json_set_text (object, "name", lane->name);
      json_object_set_array_member (object, "entries", list_entries (content, lanes, i, ask));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
make_counts (const CareTimelineCounts *counts)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "all", counts->n_all);
  json_object_set_int_member (object, "listed", counts->n_taken);
  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    json_object_set_int_member (object, care_timeline_chip_name (chip), counts->chips[chip]);
  return object;
}

/**
 * care_timeline_json_write:
 * @content: what there is
 * @lanes: the lane of each entry, and which are left out
 * @counts: how many there are
 * @ask: where their records are found
 *
 * Returns: (transfer full): an object with the members "as_of", "counts" and "lanes"; each lane
 *   has its entries in the order of time.
 */
GBytes *
care_timeline_json_write (const CareTimelineContent *content, const CareTimelineLanes *lanes, const CareTimelineCounts *counts,
                          const CareTimelineAsk *ask)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  set_days (object, "as_of", (CareSpan){ content->as_of, content->as_of });
  json_object_set_object_member (object, "counts", make_counts (counts));
  json_object_set_array_member (object, "lanes", list_lanes (content, lanes, ask));
  json_node_take_object (root, object);
  return care_json_generate (root);
}
