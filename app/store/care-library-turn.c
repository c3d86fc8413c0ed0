/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undoing and redoing, through the same door as what is done:
 * care-library-apply.c. */

#include "care-library-private.h"

#include "care-history-table.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* Says which act it is that cannot be turned, and what stands in the way. */
static GError *
explain_conflict (CareLibrary *self, const CareHistoryEntry *entry, gboolean undo, const CareConflict *conflict)
{
  const CareChange *change = &conflict->change;
  g_autoptr (CareRecord) record
    = change->kind == NULL ? NULL : care_database_load (self->db, change->kind, change->id, NULL);
  const char *title = record == NULL ? NULL : care_record_get_title (record);
  g_autofree char *sentence = care_act_quote (entry->sentence);

  if (!undo)
    return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                        _ ("“%s” cannot be redone, as something else has been changed since; do it anew"),
                        sentence);
  if (title == NULL)
    return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                        _ ("“%s” cannot be undone by itself, as later acts build on it; undo those first"),
                        sentence);
  if (conflict->is_reference)
    return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                        _ ("“%s” cannot be undone by itself, as “%s” would then name a record that is not there; "
                           "change that first"),
                        sentence, title);
  return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                      _ ("“%s” cannot be undone by itself, as “%s” has been changed again since; undo that first"),
                      sentence, title);
}

static gboolean
apply_changeset (CareLibrary *self, const CareHistoryEntry *entry, GBytes *changeset, gboolean undo, GError **error)
{
  g_autoptr (GError) reason = NULL;
  CareConflict conflict;

  if (care_changeset_apply (self->db, changeset, undo, &conflict, &reason))
    return TRUE;
  if (g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT))
    g_propagate_error (error, explain_conflict (self, entry, undo, &conflict));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* As apply_changeset(), and records what that changes. */
static GBytes *
apply_recording (CareLibrary *self, const CareHistoryEntry *entry, GBytes *changeset, gboolean undo, GError **error)
{
  g_autoptr (sqlite3_session) session = care_changeset_begin (self->db, error);

  return session != NULL && apply_changeset (self, entry, changeset, undo, error) ? care_changeset_take (session, error)
                                                                                  : NULL;
}

/* Changes back or again what the act of @entry changed. As all of it is done or
 * nothing, it is known beforehand what that changes, and only has to be recorded
 * where records have got fields since: a record that is taken out takes those along.
 * Returns: (transfer full) (nullable): what that changed. */
static GBytes *
apply_entry (CareLibrary *self, const CareHistoryEntry *entry, gboolean undo, GError **error)
{
  g_autoptr (GBytes) changeset = care_history_get_changeset (self->db, entry->id, error);

  if (changeset == NULL)
    return NULL;
  care_library_expect (self, g_bytes_get_size (changeset));
  if (!care_changeset_is_whole (changeset))
    return apply_recording (self, entry, changeset, undo, error);
  if (!apply_changeset (self, entry, changeset, undo, error))
    return NULL;
  return undo ? care_changeset_invert (changeset) : g_steal_pointer (&changeset);
}

/* The act that is to be undone or redone; where there is none, says so. */
static CareHistoryEntry *
find_turned (CareLibrary *self, CareDeed *deed, GError **error)
{
  gboolean undo = deed->turn == CARE_HISTORY_UNDO;
  g_autoptr (GError) reason = NULL;
  g_autoptr (CareHistoryEntry) entry = NULL;
  const char *nothing = undo ? _ ("There is nothing to undo") : _ ("There is nothing to redo");

  if (deed->target != 0)
    {
      nothing = _ ("There is no such act to undo; `carebrief history` lists those there are");
      entry = care_history_find (self->db, deed->target, &reason);
      if (entry != NULL && (entry->kind != CARE_HISTORY_ACT || entry->state != CARE_HISTORY_DONE))
        g_clear_pointer (&entry, care_history_entry_free);
    }
  else
    entry = undo ? care_history_find_undoable (self->db, &reason) : care_history_find_redoable (self->db, &reason);
  if (entry == NULL && reason == NULL)
    g_set_error_literal (&reason, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD, nothing);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return g_steal_pointer (&entry);
}

/* Undoes or redoes what @deed says, in the transaction at hand, and commits it. */
gboolean
care_library_commit_turn (CareLibrary *self, CareDeed *deed, GError **error)
{
  gboolean undo = deed->turn == CARE_HISTORY_UNDO;
  g_autoptr (CareHistoryEntry) turned = find_turned (self, deed, error);
  g_autoptr (GBytes) changeset = turned == NULL ? NULL : apply_entry (self, turned, undo, error);
  g_autofree char *sentence = NULL;
  CareHistoryEntry entry = { .kind = deed->turn };

  if (changeset == NULL
      || !care_history_mark (self->db, turned->id, undo ? CARE_HISTORY_UNDONE : CARE_HISTORY_DONE, error))
    return FALSE;
  sentence = g_strdup_printf (undo ? _ ("Undo: %s") : _ ("Redo: %s"), turned->sentence);
  entry.sentence = sentence;
  entry.target = turned->id;
  deed->sentence = g_strdup (turned->sentence);
  return care_library_keep (self, deed, &entry, NULL, changeset, error);
}

/**
 * care_library_can_turn:
 * @self: a library
 * @turn: %CARE_HISTORY_UNDO or %CARE_HISTORY_REDO
 *
 * Returns: whether its file holds an act that could be turned; that it can be, only
 *   turning it tells.
 */
gboolean
care_library_can_turn (CareLibrary *self, CareHistoryKind turn)
{
  g_autoptr (CareHistoryEntry) entry = NULL;

  g_rec_mutex_lock (&self->lock);
  entry = turn == CARE_HISTORY_UNDO ? care_history_find_undoable (self->db, NULL)
                                    : care_history_find_redoable (self->db, NULL);
  g_rec_mutex_unlock (&self->lock);
  return entry != NULL;
}

static char *
turn_now (CareLibrary *self, CareHistoryKind turn, CareId id, GError **error)
{
  g_autoptr (CareDeed) deed = care_deed_new_turn (turn, id);

  return care_library_do_now (self, deed, error) ? g_steal_pointer (&deed->sentence) : NULL;
}

/**
 * care_library_undo:
 * @self: a library that can be written
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_NO_RECORD if
 *   nothing is left to undo
 *
 * Undoes the last act that stands.
 *
 * Returns: (transfer full) (nullable): the sentence of the act undone.
 */
char *
care_library_undo (CareLibrary *self, GError **error)
{
  return turn_now (self, CARE_HISTORY_UNDO, 0, error);
}

/**
 * care_library_redo:
 * @self: a library that can be written
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_NO_RECORD if
 *   nothing is left to redo
 *
 * Does the act that was undone last again.
 *
 * Returns: (transfer full) (nullable): the sentence of the act redone.
 */
char *
care_library_redo (CareLibrary *self, GError **error)
{
  return turn_now (self, CARE_HISTORY_REDO, 0, error);
}

/**
 * care_library_undo_act:
 * @self: a library that can be written
 * @id: of an act of the history that stands
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_CONFLICT if
 *   something that it changed has been changed again since, naming it
 *
 * Undoes one act, whatever has been done since.
 *
 * Returns: (transfer full) (nullable): the sentence of the act undone.
 */
char *
care_library_undo_act (CareLibrary *self, CareId id, GError **error)
{
  return turn_now (self, CARE_HISTORY_UNDO, id, error);
}
