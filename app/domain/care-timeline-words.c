/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-words-private.h"

#include "care-deadline.h"
#include "care-government.h"
#include "care-number-style.h"
#include "care-role-at.h"
#include "care-timeline-facts.h"
#include "care-timeline-lapse.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * care_timeline_get_dates:
 * @ask: where records are found
 *
 * Returns: (transfer none): how dates are written.
 */
const CareDateStyle *
care_timeline_get_dates (const CareTimelineAsk *ask)
{
  CareRecord *briefing = ask->briefing == 0 ? NULL : ask->lookup ("briefing", ask->briefing, ask->data);

  return care_number_style_of (briefing)->dates;
}

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

/* Where the date from which an entry is stands: of a limb in its pledge, of a milestone nowhere. */
static const struct
{
  const char *field;
  const char *words;
} starts[] = {
  [CARE_TIMELINE_ENTRY_PLEDGE] = { "made", "made_words" },
  [CARE_TIMELINE_ENTRY_LIMB] = { "made", "made_words" },
  [CARE_TIMELINE_ENTRY_POSITION] = { "stated", "stated_words" },
  [CARE_TIMELINE_ENTRY_EVENT] = { "happened", "happened_words" },
};

/* (nullable): the record that has it. */
static CareRecord *
find_starting (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  if (entry->shape == CARE_TIMELINE_ENTRY_MILESTONE)
    return NULL;
  return entry->shape == CARE_TIMELINE_ENTRY_LIMB ? ask->lookup ("pledge", entry->owner, ask->data) : find (ask, entry);
}

/**
 * care_timeline_dup_start:
 * @ask: where records are found
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): when it was said or happened, just as far as that is
 *   recorded: its days would say more of "since May 2014"; %NULL where no date is.
 */
CareDate *
care_timeline_dup_start (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareRecord *record = find_starting (ask, entry);

  return record == NULL ? NULL : care_record_dup_date (record, starts[entry->shape].field);
}

/**
 * care_timeline_say_start:
 * @ask: where records are found
 * @entry: an entry
 * @style: (nullable): how to write it; %NULL: as @ask says
 *
 * Returns: (transfer full): the same in words, or those that stand in place of a date; "" where
 *   there are none.
 */
char *
care_timeline_say_start (const CareTimelineAsk *ask, const CareTimelineEntry *entry, const CareDateStyle *style)
{
  CareRecord *record = find_starting (ask, entry);
  g_autoptr (CareDate) start = care_timeline_dup_start (ask, entry);
  const char *words = record == NULL ? NULL : care_record_get (record, starts[entry->shape].words);

  return start != NULL ? care_date_format (start, style != NULL ? style : care_timeline_get_dates (ask))
                       : g_strdup (words != NULL ? words : "");
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
  g_autoptr (CareDate) start = care_timeline_dup_start (ask, entry);
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

/* A verdict of ours tells of it in its own words. */
static char *
write_reached (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autofree char *when = entry->reached.first == 0 ? NULL : care_span_format (entry->reached, care_timeline_get_dates (ask));

  if (when == NULL || entry->state == CARE_TIMELINE_ENTRY_JUDGED)
    return NULL;
  return g_strdup_printf (_ ("Reached %s."), when);
}

static char *
write_made (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autofree char *date = care_timeline_say_start (ask, entry, NULL);
  g_autoptr (CareDate) made = care_timeline_dup_start (ask, entry);

  if (date[0] == '\0')
    return entry->shape == CARE_TIMELINE_ENTRY_MILESTONE ? NULL : care_timeline_write_unrecorded (ask, entry);
  return g_strdup_printf (made != NULL ? _ ("Made %s.") : _ ("Date made: %s."), date);
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

static gboolean
is_of_party (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareRecord *actor = entry->actor == 0 ? NULL : ask->lookup ("actor", entry->actor, ask->data);

  return actor != NULL && g_strcmp0 (care_record_get (actor, "kind"), "party") == 0;
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
  else if (entry->state == CARE_TIMELINE_ENTRY_OVERDUE && entry->start.first == 0 && is_of_party (ask, entry))
    add (text, g_strdup (_ ("Whether it has lapsed cannot be said.")));
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
add_pledge (GString *text, const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  if (entry->shape != CARE_TIMELINE_ENTRY_PLEDGE)
    add (text, write_part (ask, entry));
  add (text, write_made (ask, entry));
  add (text, care_timeline_write_due (ask, entry));
  add (text, care_timeline_write_revised (ask, entry));
  add (text, write_reached (ask, entry));
  add_state (text, ask, entry);
  if (entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT)
    add_sources (text, ask, entry);
}

/* (nullable): where there is no date, the words that stand in its place: “not stated” is when
 * nothing was stated. */
static char *
write_undated (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (CareDate) start = care_timeline_dup_start (ask, entry);
  g_autofree char *words = start != NULL ? NULL : care_timeline_say_start (ask, entry, NULL);

  if (words != NULL && words[0] == '\0')
    return care_timeline_write_unrecorded (ask, entry);
  return words == NULL ? NULL : g_strdup_printf (_ ("Date: %s."), words);
}

static void
add_position (GString *text, const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (CareDate) stated = care_timeline_dup_start (ask, entry);
  g_autofree char *date = stated == NULL ? NULL : care_date_format (stated, care_timeline_get_dates (ask));
  gboolean is_revision = (entry->flags & CARE_TIMELINE_ENTRY_IS_REVISION) != 0;

  if (date == NULL)
    add (text, g_strdup (is_revision ? _ ("Revised position.") : _ ("Position.")));
  else
    add (text, g_strdup_printf (is_revision ? _ ("Revised position, stated %s.") : _ ("Position, stated %s."), date));
  add (text, write_undated (ask, entry));
}

static void
add_event (GString *text, const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  const char *kind = care_timeline_entry_word (&care_vocabulary_event, entry->kind);
  const char *label = kind == NULL ? _ ("Event") : care_vocabulary_label (&care_vocabulary_event, kind);
  g_autoptr (CareDate) happened = care_timeline_dup_start (ask, entry);
  g_autofree char *date = happened == NULL ? NULL : care_date_format (happened, care_timeline_get_dates (ask));

  if (entry->start.first > ask->as_of)
    add (text, g_strdup_printf (_ ("%s planned for %s."), label, date));
  else if (date != NULL)
    add (text, g_strdup_printf (_ ("%s, %s."), label, date));
  else
    add (text, g_strdup_printf (_ ("%s."), label));
  add (text, write_undated (ask, entry));
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
    add_position (text, ask, entry);
  else if (entry->shape == CARE_TIMELINE_ENTRY_EVENT)
    add_event (text, ask, entry);
  else
    add_pledge (text, ask, entry);
  return g_string_free (text, FALSE);
}
