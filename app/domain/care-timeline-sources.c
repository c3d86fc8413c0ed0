/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sources say of a pledge, which is theirs. */

#include "care-timeline-words.h"

#include "care-timeline-facts.h"
#include "care-verdict.h"

#include <glib/gi18n.h>

/* (nullable): who publishes @source, by a short name. */
static const char *
name_source (const CareTimelineAsk *ask, CareRecord *source)
{
  CareId creator = care_record_get_reference (source, "creator");
  CareRecord *actor = creator == 0 ? NULL : ask->lookup ("actor", creator, ask->data);
  const char *name = actor == NULL ? NULL : care_record_get (actor, "short_name");

  if (actor == NULL)
    return care_record_get_title (source);
  return name != NULL ? name : care_record_get_title (actor);
}

/* (transfer full) (nullable): “Tracker says: Broken.” */
static char *
say (const CareTimelineAsk *ask, CareRecord *verdict)
{
  CareId id = care_record_get_reference (verdict, "source");
  CareRecord *source = id == 0 ? NULL : ask->lookup ("source", id, ask->data);
  const char *label = care_record_get (verdict, "label");
  const char *field = care_record_get (verdict, "delivery") != NULL ? "delivery" : "timeliness";
  g_autofree char *words = label != NULL ? g_strdup (label) : care_record_format (verdict, field);

  if (words[0] == '\0')
    return NULL;
  return g_strdup_printf (_ ("%s says: %s."), source == NULL ? _ ("A source") : name_source (ask, source), words);
}

/* Whether it is of what @entry is of, and was known. */
static gboolean
is_known (const CareTimelineAsk *ask, const CareTimelineEntry *entry, CareRecord *verdict)
{
  CareId limb = entry->shape == CARE_TIMELINE_ENTRY_LIMB ? entry->id : 0;
  g_autoptr (CareDate) judged = care_record_dup_date (verdict, "judged");

  return care_record_get_reference (verdict, "limb") == limb && care_timeline_is_known (judged, ask->as_of, ask->today);
}

static gboolean
is_heard (GPtrArray *verdicts, CareRecord *verdict)
{
  for (guint i = 0; i < verdicts->len; i++)
    if (care_record_get_reference (g_ptr_array_index (verdicts, i), "source") == care_record_get_reference (verdict, "source"))
      return TRUE;
  return FALSE;
}

/**
 * care_timeline_say_sources:
 * @ask: where records are found, and the day that is looked from
 * @entry: an entry
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each source that had a verdict on
 *   it: the newest first, and of each source its newest only.
 */
GPtrArray *
care_timeline_say_sources (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  gboolean is_limb = entry->shape == CARE_TIMELINE_ENTRY_LIMB;
  g_autoptr (GPtrArray) all = ask->list (ask->data, "verdict", "pledge", is_limb ? entry->owner : entry->id);
  g_autoptr (GPtrArray) picked = care_verdict_pick (all, FALSE);
  g_autoptr (GPtrArray) heard = g_ptr_array_new ();
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < picked->len; i++)
    {
      CareRecord *verdict = g_ptr_array_index (picked, i);
      char *sentence = NULL;

      if (!is_known (ask, entry, verdict) || is_heard (heard, verdict))
        continue;
      g_ptr_array_add (heard, verdict);
      sentence = say (ask, verdict);
      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  return sentences;
}
