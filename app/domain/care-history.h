/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been done in a library: every act, with who did it and when. */

#pragma once

#include "care-compare.h"

G_BEGIN_DECLS

/**
 * CareHistoryKind:
 * @CARE_HISTORY_ACT: a change
 * @CARE_HISTORY_UNDO: an act was undone
 * @CARE_HISTORY_REDO: an act that was undone was done again
 */
typedef enum
{
  CARE_HISTORY_ACT,
  CARE_HISTORY_UNDO,
  CARE_HISTORY_REDO,
} CareHistoryKind;

/**
 * CareHistoryState:
 * @CARE_HISTORY_DONE: it stands
 * @CARE_HISTORY_UNDONE: it was undone and can be redone
 * @CARE_HISTORY_ABANDONED: it was undone, and something else done since
 */
typedef enum
{
  CARE_HISTORY_DONE,
  CARE_HISTORY_UNDONE,
  CARE_HISTORY_ABANDONED,
} CareHistoryState;

typedef struct
{
  CareId id;
  CareHistoryKind kind;
  CareHistoryState state;
  CareId target; /* of an undoing or redoing: the act; of a merge: the newest entry of
                  * the library that was brought in; else 0 */
  char *sentence;
  char *author;
  char *done; /* ISO 8601 in UTC */
} CareHistoryEntry;

void care_history_entry_free (CareHistoryEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareHistoryEntry, care_history_entry_free)

/* What an act, an undoing or a redoing did to one record. */
typedef struct
{
  CareHistoryEntry *entry;
  CareDifference *difference; /* of a change: the records have only what changed */
} CareHistoryEvent;

void care_history_event_free (CareHistoryEvent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareHistoryEvent, care_history_event_free)

/* A record that was deleted and can be brought back. */
typedef struct
{
  CareHistoryEntry *entry; /* the act that deleted it */
  CareRecord *record;      /* as it was */
  guint n_others;          /* that went with it */
} CareBinItem;

void care_bin_item_free (CareBinItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareBinItem, care_bin_item_free)

const char *care_history_kind_word (CareHistoryKind kind);
CareHistoryKind care_history_kind_from_word (const char *word);
const char *care_history_state_word (CareHistoryState state);

G_END_DECLS
