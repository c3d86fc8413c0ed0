/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-words-private.h"

#include "care-deadline.h"
#include "care-government.h"
#include "care-role-at.h"
#include "care-timeline-facts.h"
#include "care-timeline-lapse.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

/* (nullable): the record that @entry is of. */
static CareRecord *
find (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  return ask->lookup (care_timeline_entry_kind (entry->shape), entry->id, ask->data);
}

/**
 * care_timeline_say_title:
 * @ask: where records are found
 * @entry: an entry
 *
 * Returns: (transfer full): what its record is called; "" where it is no more.
 */
char *
care_timeline_say_title (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareRecord *record = find (ask, entry);

  return g_strdup (record == NULL ? "" : care_record_get_title (record));
}

/* (transfer full) (nullable): when it was said or happened. */
static CareDate *
dup_start (const CareTimelineEntry *entry)
{
  return entry->start.first == 0 ? NULL : care_date_from_days (entry->start.first, entry->start.last);
}

/**
 * care_timeline_say_who:
 * @ask: where records are found
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): whose it is, by what that was called then, and for short
 *   where that tells enough; %NULL where nobody is named.
 */
char *
care_timeline_say_who (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareRecord *actor = entry->actor == 0 ? NULL : ask->lookup ("actor", entry->actor, ask->data);
  g_autoptr (GPtrArray) aliases = actor == NULL ? NULL : ask->list (ask->data, "alias", "actor", entry->actor);
  g_autoptr (CareDate) start = dup_start (entry);
  const char *name = actor == NULL ? NULL : care_actor_name_on (actor, aliases, start);

  if (actor == NULL || strcmp (name, care_record_get_title (actor)) != 0
      /* Governments are told apart by their whole names only. */
      || g_strcmp0 (care_record_get (actor, "kind"), "government") == 0 || care_record_get (actor, "short_name") == NULL)
    return g_strdup (name);
  return g_strdup (care_record_get (actor, "short_name"));
}

/* Takes @more. */
static void
add (GString *text, char *more)
{
  if (more != NULL && more[0] != '\0')
    g_string_append_printf (text, text->len > 0 ? " %s" : "%s", more);
  g_free (more);
}

/* As @words, with a capital and a full stop. Takes @words. */
static char *
make_sentence (char *words)
{
  g_autofree char *owned = words;
  g_autofree char *first = g_utf8_substring (owned, 0, owned[0] == '\0' ? 0 : 1);
  g_autofree char *capital = g_utf8_strup (first, -1);
  const char *rest = owned + strlen (first);

  return owned[0] == '\0' ? g_strdup ("") : g_strdup_printf (g_str_has_suffix (owned, ".") ? "%s%s" : _ ("%s%s."), capital, rest);
}

static char *
write_revised (const CareTimelineEntry *entry)
{
  g_autofree char *before = entry->revised.first == 0 ? NULL : care_span_format (entry->revised, CARE_DATE_HOUSE);

  return before == NULL ? NULL : g_strdup_printf (_ ("The deadline was %s before."), before);
}

/* A verdict of ours tells of it in its own words. */
static char *
write_reached (const CareTimelineEntry *entry)
{
  g_autofree char *when = entry->reached.first == 0 ? NULL : care_span_format (entry->reached, CARE_DATE_HOUSE);

  if (when == NULL || entry->state == CARE_TIMELINE_ENTRY_JUDGED)
    return NULL;
  return g_strdup_printf (_ ("Reached %s."), when);
}

/* What no day is known of may have words for it. */
static char *
write_date (CareRecord *record, const char *field, const char *words_field)
{
  const char *words = care_record_get (record, words_field);

  if (care_record_get (record, field) != NULL || words == NULL)
    return care_record_format (record, field);
  return g_strdup (words);
}

static char *
write_made (CareRecord *pledge)
{
  g_autofree char *date = pledge == NULL ? NULL : write_date (pledge, "made", "made_words");

  if (date == NULL || date[0] == '\0')
    return NULL;
  return g_strdup_printf (care_record_get (pledge, "made") != NULL ? _ ("Made %s.") : _ ("Date made: %s."), date);
}

static char *
explain_lapse (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareRecord *actor = ask->lookup ("actor", entry->actor, ask->data);
  g_autofree char *who = care_timeline_say_who (ask, entry);
  CareDay due = 0;
  CareSpan out;
  guint party;

  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    due = MAX (due, entry->due[i].last);
  if (actor == NULL)
    return NULL;
  party = care_government_party_from_names (care_record_get_title (actor), care_record_get (actor, "short_name"));
  return care_timeline_lapse (entry->start, due, party, ask->as_of, &out) ? care_timeline_lapse_explain (who, out) : NULL;
}

static void
add_state (GString *text, const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  if (entry->state == CARE_TIMELINE_ENTRY_NOT_DUE)
    add (text, g_strdup (_ ("Not yet due.")));
  else
    add (text, make_sentence (care_timeline_entry_say_state (entry)));
  if (entry->state == CARE_TIMELINE_ENTRY_LAPSED)
    add (text, explain_lapse (ask, entry));
}

static void
add_sources (GString *text, const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (GPtrArray) sources = care_timeline_say_sources (ask, entry);

  for (guint i = 0; i < sources->len; i++)
    add (text, g_strdup (g_ptr_array_index (sources, i)));
}

static char *
write_part (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareRecord *pledge = ask->lookup ("pledge", entry->owner, ask->data);

  if (pledge == NULL)
    return NULL;
  if (entry->shape == CARE_TIMELINE_ENTRY_MILESTONE)
    return g_strdup_printf (_ ("Milestone of “%s”."), care_record_get_title (pledge));
  return g_strdup_printf (_ ("Part of “%s”."), care_record_get_title (pledge));
}

static void
add_pledge (GString *text, const CareTimelineAsk *ask, const CareTimelineEntry *entry, CareRecord *record)
{
  gboolean is_pledge = entry->shape == CARE_TIMELINE_ENTRY_PLEDGE;

  if (!is_pledge)
    add (text, write_part (ask, entry));
  if (entry->shape != CARE_TIMELINE_ENTRY_MILESTONE)
    add (text, write_made (is_pledge ? record : ask->lookup ("pledge", entry->owner, ask->data)));
  add (text, care_timeline_write_due (ask, entry));
  add (text, write_revised (entry));
  add (text, write_reached (entry));
  add_state (text, ask, entry);
  if (entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT)
    add_sources (text, ask, entry);
}

static void
add_position (GString *text, const CareTimelineEntry *entry, CareRecord *version)
{
  g_autofree char *date = write_date (version, "stated", "stated_words");
  gboolean is_revision = (entry->flags & CARE_TIMELINE_ENTRY_IS_REVISION) != 0;

  if (date[0] == '\0')
    add (text, g_strdup (is_revision ? _ ("Revised position.") : _ ("Position.")));
  else
    add (text, g_strdup_printf (is_revision ? _ ("Revised position, stated %s.") : _ ("Position, stated %s."), date));
}

static void
add_event (GString *text, const CareTimelineAsk *ask, const CareTimelineEntry *entry, CareRecord *event)
{
  const char *kind = care_timeline_entry_word (&care_vocabulary_event, entry->kind);
  const char *label = kind == NULL ? _ ("Event") : care_vocabulary_label (&care_vocabulary_event, kind);
  g_autofree char *date = write_date (event, "happened", "happened_words");

  if (entry->start.first > ask->as_of)
    add (text, g_strdup_printf (_ ("%s planned for %s."), label, date));
  else if (date[0] != '\0')
    add (text, g_strdup_printf (_ ("%s, %s."), label, date));
  else
    add (text, g_strdup_printf (_ ("%s."), label));
}

/**
 * care_timeline_say:
 * @ask: where records are found, and the day that is looked from
 * @entry: an entry as of that day
 *
 * Returns: (transfer full): all that a mark says, for somebody who does not see it: whose it
 *   is, what, from when, by when, how it stood, and what sources say; "" where its record is no
 *   more.
 */
char *
care_timeline_say (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareRecord *record = find (ask, entry);
  g_autofree char *who = care_timeline_say_who (ask, entry);
  GString *text = g_string_new (NULL);

  if (record == NULL)
    return g_string_free (text, FALSE);
  if (who == NULL)
    add (text, make_sentence (g_strdup (care_record_get_title (record))));
  else /* Translators: who promised or did something, and what it is called */
    add (text, make_sentence (g_strdup_printf (_ ("%s: %s"), who, care_record_get_title (record))));
  if (entry->shape == CARE_TIMELINE_ENTRY_POSITION)
    add_position (text, entry, record);
  else if (entry->shape == CARE_TIMELINE_ENTRY_EVENT)
    add_event (text, ask, entry, record);
  else
    add_pledge (text, ask, entry, record);
  return g_string_free (text, FALSE);
}
