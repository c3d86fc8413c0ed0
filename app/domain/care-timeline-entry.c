/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-entry.h"

#include "care-deadline.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * care_timeline_entry_index:
 * @vocabulary: a vocabulary
 * @word: (nullable): a word of it
 *
 * Returns: 1 + the index of the word, as an entry keeps it; 0 for %NULL and for what is not
 *   a word of @vocabulary.
 */
guint8
care_timeline_entry_index (const CareVocabulary *vocabulary, const char *word)
{
  const CareTerm *term = word == NULL ? NULL : care_vocabulary_find (vocabulary, word);

  return term == NULL ? 0 : (guint8) (term - vocabulary->terms + 1);
}

/**
 * care_timeline_entry_word:
 * @vocabulary: a vocabulary
 * @index: as of care_timeline_entry_index() for the same one
 *
 * Returns: (transfer none) (nullable): the word; %NULL for 0.
 */
const char *
care_timeline_entry_word (const CareVocabulary *vocabulary, guint8 index)
{
  return index == 0 ? NULL : vocabulary->terms[index - 1].word;
}

static void
take_in (CareSpan *all, CareSpan span)
{
  if (span.first == 0)
    return;
  all->first = all->first == 0 ? span.first : MIN (all->first, span.first);
  all->last = MAX (all->last, span.last);
}

/**
 * care_span_format:
 * @self: a span
 * @style: how to write it
 *
 * Returns: (transfer full): the date that it is, as printed; "" where nothing is known.
 */
char *
care_span_format (CareSpan self, const CareDateStyle *style)
{
  g_autoptr (CareDate) date = self.first == 0 ? NULL : care_date_from_days (self.first, self.last);

  return date == NULL ? g_strdup ("") : care_date_format (date, style);
}

/**
 * care_timeline_entry_kind:
 * @shape: a shape
 *
 * Returns: (transfer none): the kind of the records that such entries are of.
 */
const char *
care_timeline_entry_kind (CareTimelineEntryShape shape)
{
  static const char *const kinds[] = { "pledge", "limb", "milestone", "position_version", "event" };

  return kinds[shape];
}

/**
 * care_timeline_entry_span:
 * @self: an entry
 *
 * Returns: from the first to the last day of all that is known of it; 0 and 0 where no day
 *   is, so that it cannot be drawn.
 */
CareSpan
care_timeline_entry_span (const CareTimelineEntry *self)
{
  CareSpan all = self->start;

  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    take_in (&all, self->due[i]);
  take_in (&all, self->revised);
  take_in (&all, self->reached);
  return all;
}

/**
 * care_timeline_entry_is_pledged:
 * @self: an entry
 *
 * Returns: whether it is a pledge or a part of one, which are judged.
 */
gboolean
care_timeline_entry_is_pledged (const CareTimelineEntry *self)
{
  return self->shape == CARE_TIMELINE_ENTRY_PLEDGE || self->shape == CARE_TIMELINE_ENTRY_LIMB;
}

/**
 * care_timeline_entry_count_due:
 * @self: an entry
 *
 * Returns: how many days or periods it can be due on, up to %CARE_TIMELINE_ENTRY_N_DUE.
 */
guint
care_timeline_entry_count_due (const CareTimelineEntry *self)
{
  guint n = 0;

  while (n < CARE_TIMELINE_ENTRY_N_DUE && self->due[n].first != 0)
    n++;
  return n;
}

/**
 * care_timeline_entry_is_slipped:
 * @self: an entry
 *
 * Returns: whether its deadline was put off, or what was reached came after it. One that was
 *   brought forward has not slipped, nor one of which no more is known than that it was moved.
 */
gboolean
care_timeline_entry_is_slipped (const CareTimelineEntry *self)
{
  gboolean is_put_off = self->due[0].first == 0 || self->due[0].first > self->revised.last;

  return (self->revised.first != 0 && is_put_off) || (self->flags & CARE_TIMELINE_ENTRY_IS_LATE) != 0;
}

/**
 * care_timeline_entry_compare:
 * @a: a #CareTimelineEntry
 * @b: another
 *
 * The one order of entries: by first day, those of no day last, then by last day, shape and
 * id. Only entries of the same record are equal.
 *
 * Returns: less than, equal to or greater than 0.
 */
int
care_timeline_entry_compare (gconstpointer a, gconstpointer b)
{
  const CareTimelineEntry *first = a, *second = b;
  CareSpan one = care_timeline_entry_span (first), other = care_timeline_entry_span (second);

  if (one.first != other.first)
    return one.first - 1 < other.first - 1 ? -1 : 1; /* 0 - 1 is the greatest */
  if (one.last != other.last)
    return one.last < other.last ? -1 : 1;
  if (first->shape != second->shape)
    return first->shape < second->shape ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

static void
append_words (GString *words, const char *more)
{
  if (words->len > 0)
    g_string_append (words, _ (", "));
  g_string_append (words, more);
}

static void
append_term (GString *words, const CareVocabulary *vocabulary, guint8 index)
{
  const char *word = care_timeline_entry_word (vocabulary, index);

  if (word != NULL && strcmp (word, "not-assessed") != 0)
    append_words (words, care_vocabulary_label (vocabulary, word));
}

static void
append_lateness (GString *words, const CareTimelineEntry *self)
{
  g_autofree char *months = care_timeline_entry_say_late (self);
  /* Translators: a span of time: “nine months late” */
  g_autofree char *late = g_strdup_printf (_ ("%s late"), months);

  append_words (words, late);
}

/* Milestones are not judged, and what was judged under way has to be judged again. */
static void
append_overdue (GString *words, const CareTimelineEntry *self)
{
  append_term (words, &care_vocabulary_delivery, self->delivery);
  if (self->shape == CARE_TIMELINE_ENTRY_MILESTONE)
    append_words (words, _ ("overdue"));
  else
    append_words (words, self->delivery == 0 ? _ ("overdue, no verdict") : _ ("overdue, no verdict since"));
}

/**
 * care_timeline_entry_say_late:
 * @self: an entry
 *
 * Returns: (transfer full): by how much it was late, "nine months"; "" where it was not.
 */
char *
care_timeline_entry_say_late (const CareTimelineEntry *self)
{
  if (!(self->flags & CARE_TIMELINE_ENTRY_IS_LATE))
    return g_strdup ("");
  return care_deadline_format_lateness (self->late_least, self->late_most);
}

/**
 * care_timeline_entry_say_state:
 * @self: an entry
 *
 * Returns: (transfer full): in a few words, how it stands: "in progress, missed, nine months
 *   late", "overdue, no verdict", "lapsed"; "" where there is nothing to say.
 */
char *
care_timeline_entry_say_state (const CareTimelineEntry *self)
{
  GString *words = g_string_new (NULL);

  if (self->state == CARE_TIMELINE_ENTRY_OVERDUE)
    append_overdue (words, self);
  else if (self->state == CARE_TIMELINE_ENTRY_OPEN && self->shape == CARE_TIMELINE_ENTRY_MILESTONE)
    append_words (words, _ ("may be overdue")); /* its date has no readings */
  else if (self->state == CARE_TIMELINE_ENTRY_OPEN)
    append_words (words, _ ("open until a reading is chosen"));
  else if (self->state == CARE_TIMELINE_ENTRY_LAPSED)
    append_words (words, _ ("lapsed"));
  else if (self->state == CARE_TIMELINE_ENTRY_JUDGED)
    {
      append_term (words, &care_vocabulary_delivery, self->delivery);
      append_term (words, &care_vocabulary_timeliness, self->timeliness);
    }
  if (self->flags & CARE_TIMELINE_ENTRY_IS_LATE)
    append_lateness (words, self);
  return g_string_free (words, FALSE);
}
