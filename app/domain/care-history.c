/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-history.h"

/* How they are stored and written out; never translated. */
static const char *const kind_words[] = { "act", "undo", "redo" };
static const char *const state_words[] = { "done", "undone", "abandoned" };

/**
 * care_history_kind_word:
 * @kind: a kind
 *
 * Returns: (transfer none): the word for it in the file and in JSON.
 */
const char *
care_history_kind_word (CareHistoryKind kind)
{
  return kind_words[kind];
}

/**
 * care_history_kind_from_word:
 * @word: (nullable): a word
 *
 * Returns: the kind of that word; of any other, an act.
 */
CareHistoryKind
care_history_kind_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_strcmp0 (kind_words[i], word) == 0)
      return (CareHistoryKind) i;
  return CARE_HISTORY_ACT;
}

/**
 * care_history_state_word:
 * @state: a state
 *
 * Returns: (transfer none): the word for it in JSON.
 */
const char *
care_history_state_word (CareHistoryState state)
{
  return state_words[state];
}

/**
 * care_history_entry_free:
 * @self: (transfer full): an entry
 *
 * Frees @self.
 */
void
care_history_entry_free (CareHistoryEntry *self)
{
  g_free (self->sentence);
  g_free (self->author);
  g_free (self->done);
  g_free (self);
}

/**
 * care_history_event_free:
 * @self: (transfer full): an event
 *
 * Frees @self.
 */
void
care_history_event_free (CareHistoryEvent *self)
{
  g_clear_pointer (&self->entry, care_history_entry_free);
  g_clear_pointer (&self->difference, care_difference_free);
  g_free (self);
}

/**
 * care_bin_item_free:
 * @self: (transfer full): an item
 *
 * Frees @self.
 */
void
care_bin_item_free (CareBinItem *self)
{
  g_clear_pointer (&self->entry, care_history_entry_free);
  g_clear_object (&self->record);
  g_free (self);
}
