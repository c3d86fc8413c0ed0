/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one door through which a library is written: an act, its undoing and its
 * redoing. Each is one transaction, which holds the changes, the changeset that
 * tells them and the entry in the history; only after it has been committed do
 * the records and lists change. */

#include "care-library-private.h"

#include "care-changeset.h"
#include "care-history-table.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

static gboolean
check_writable (CareLibrary *self, GError **error)
{
  if (self->writable)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
               _ ("The library was opened only to be read; open it again to change it"));
  return FALSE;
}

/* 42 bits of time and 21 of chance: copies of a library that grow apart do not
 * give the same id to different things, and ids ascend with time. */
static CareId
make_id (void)
{
  guint64 milliseconds = (guint64) g_get_real_time () / 1000;

  return (CareId) ((milliseconds & ((G_GUINT64_CONSTANT (1) << 42) - 1)) << 21 | (g_random_int () & 0x1fffff));
}

static gboolean
write_step (CareLibrary *self, const CareStep *step, GError **error)
{
  const CareKind *kind = care_record_get_kind (step->record);
  CareId id = care_record_get_id (step->record);

  switch (step->what)
    {
    case CARE_STEP_INSERT:
      return care_record_check (step->record, error) && care_database_insert (self->db, step->record, error);
    case CARE_STEP_DELETE:
      return care_database_delete (self->db, kind, id, error);
    case CARE_STEP_SET:
    default:
      return care_database_update (self->db, kind, id, step->field, step->value, error);
    }
}

static gboolean
write_steps (CareLibrary *self, GPtrArray *steps, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    if (!write_step (self, g_ptr_array_index (steps, i), error))
      return FALSE;
  return TRUE;
}

/* Keeps what has been done in the history and commits it. */
static gboolean
keep (CareLibrary *self, CareHistoryEntry *entry, GBytes *changeset, GPtrArray **changes, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *done = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  entry->id = make_id ();
  entry->author = self->author;
  entry->done = done;
  *changes = care_library_read_changes (self, changeset, error);
  return *changes != NULL && care_history_add (self->db, entry, changeset, error)
         && care_database_exec (self->db, "COMMIT", error);
}

/* What changes nothing, as a value set to what it was, is no act to be undone. */
static gboolean
commit_act (CareLibrary *self, CareAct *act, GPtrArray **changes, GError **error)
{
  g_autoptr (sqlite3_session) session = care_changeset_begin (self->db, error);
  g_autoptr (GBytes) changeset = NULL;
  CareHistoryEntry entry = {
    .kind = CARE_HISTORY_ACT,
    .target = care_act_get_merged (act),
    .sentence = (char *) care_act_get_sentence (act),
  };

  if (session == NULL || !write_steps (self, care_act_get_steps (act), error))
    return FALSE;
  changeset = care_changeset_take (session, error);
  if (changeset == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return care_database_exec (self->db, "COMMIT", error);
  return care_history_abandon_undone (self->db, error) && keep (self, &entry, changeset, changes, error);
}

/**
 * care_library_apply:
 * @self: a library that can be written
 * @act: what to do
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Does all of @act in one transaction. Only after it has been committed do the
 * records and lists change, and #CareLibrary::removed, #CareLibrary::changed
 * and #CareLibrary::applied are emitted. An act that changes nothing is not kept
 * in the history.
 *
 * Returns: %FALSE if nothing was done.
 */
gboolean
care_library_apply (CareLibrary *self, CareAct *act, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (!check_writable (self, error))
    return FALSE;
  if (care_act_get_steps (act)->len == 0)
    return TRUE;
  if (!care_database_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!commit_act (self, act, &changes, error))
    {
      care_database_exec (self->db, "ROLLBACK", NULL);
      return FALSE;
    }
  if (changes != NULL)
    care_library_show_changes (self, changes, care_act_get_steps (act));
  return TRUE;
}

/* Says which act it is that cannot be turned, and what stands in the way. */
static GError *
explain_conflict (CareLibrary *self, const CareHistoryEntry *entry, gboolean undo, const CareConflict *conflict)
{
  const CareChange *change = &conflict->change;
  CareRecord *record = change->kind == NULL ? NULL : care_library_find (self, change->kind->name, change->id);
  const char *title = record == NULL ? NULL : care_record_get_title (record);

  if (!undo)
    return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                        _ ("“%s” cannot be redone, as something else has been changed since; do it anew"),
                        entry->sentence);
  if (title == NULL)
    return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                        _ ("“%s” cannot be undone by itself, as later acts build on it; undo those first"),
                        entry->sentence);
  if (conflict->is_reference)
    return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                        _ ("“%s” cannot be undone by itself, as “%s” would then name a record that is not there; "
                           "change that first"),
                        entry->sentence, title);
  return g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                      _ ("“%s” cannot be undone by itself, as “%s” has been changed again since; undo that first"),
                      entry->sentence, title);
}

/* Changes back or again what the act of @entry changed. */
static gboolean
apply_entry (CareLibrary *self, const CareHistoryEntry *entry, gboolean undo, GError **error)
{
  g_autoptr (GBytes) changeset = care_history_get_changeset (self->db, entry->id, error);
  g_autoptr (GError) reason = NULL;
  CareConflict conflict;

  if (changeset == NULL)
    return FALSE;
  if (care_changeset_apply (self->db, changeset, undo, &conflict, &reason))
    return TRUE;
  if (g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT))
    g_propagate_error (error, explain_conflict (self, entry, undo, &conflict));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
commit_turn (CareLibrary *self, const CareHistoryEntry *turned, gboolean undo, GPtrArray **changes, GError **error)
{
  g_autoptr (sqlite3_session) session = care_changeset_begin (self->db, error);
  g_autofree char *sentence = g_strdup_printf (undo ? _ ("Undo: %s") : _ ("Redo: %s"), turned->sentence);
  g_autoptr (GBytes) changeset = NULL;
  CareHistoryEntry entry = {
    .kind = undo ? CARE_HISTORY_UNDO : CARE_HISTORY_REDO,
    .target = turned->id,
    .sentence = sentence,
  };

  if (session == NULL || !apply_entry (self, turned, undo, error)
      || !care_history_mark (self->db, turned->id, undo ? CARE_HISTORY_UNDONE : CARE_HISTORY_DONE, error))
    return FALSE;
  changeset = care_changeset_take (session, error);
  return changeset != NULL && keep (self, &entry, changeset, changes, error);
}

/* Undoes or redoes an act. */
static gboolean
turn (CareLibrary *self, const CareHistoryEntry *entry, gboolean undo, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (!care_database_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!commit_turn (self, entry, undo, &changes, error))
    {
      care_database_exec (self->db, "ROLLBACK", NULL);
      return FALSE;
    }
  care_library_show_changes (self, changes, NULL);
  return TRUE;
}

/* Turns @found and says what it was; "nothing to undo" is told as NO_RECORD. */
static char *
turn_found (CareLibrary *self, CareHistoryEntry *found, gboolean undo, const char *nothing, GError **error)
{
  g_autoptr (CareHistoryEntry) entry = found;

  if (entry == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD, nothing);
      return NULL;
    }
  return turn (self, entry, undo, error) ? g_steal_pointer (&entry->sentence) : NULL;
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
  if (!check_writable (self, error))
    return NULL;
  return turn_found (self, care_history_find_undoable (self->db, error), TRUE, _ ("There is nothing to undo"), error);
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
  if (!check_writable (self, error))
    return NULL;
  return turn_found (self, care_history_find_redoable (self->db, error), FALSE, _ ("There is nothing to redo"),
                     error);
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
  g_autoptr (CareHistoryEntry) entry = NULL;

  if (!check_writable (self, error))
    return NULL;
  entry = care_history_find (self->db, id, error);
  if (entry != NULL && (entry->kind != CARE_HISTORY_ACT || entry->state != CARE_HISTORY_DONE))
    g_clear_pointer (&entry, care_history_entry_free);
  return turn_found (self, g_steal_pointer (&entry), TRUE,
                     _ ("There is no such act to undo; `carebrief history` lists those there are"), error);
}

/**
 * care_library_history:
 * @self: a library
 * @limit: how many entries at the most
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareHistoryEntry): what has
 *   been done, newest first.
 */
GPtrArray *
care_library_history (CareLibrary *self, guint limit, GError **error)
{
  /* The first version kept none; opened only to be read, it is still that. */
  if (self->version < 2)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) care_history_entry_free);
  return care_history_list (self->db, limit, error);
}

static gboolean
is_same (CareRecord *a, CareRecord *b)
{
  for (guint i = 0; i < care_record_get_kind (a)->n_fields; i++)
    if (g_strcmp0 (care_record_get_at (a, i), care_record_get_at (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * care_library_import:
 * @self: a library that can be written
 * @records: (element-type CareRecord): what to put in
 * @n_new: (out) (optional): how many of them were not there before
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Puts @records in as one act. A record that is there already, and the same, is
 * left; one that differs refuses the whole import, as nothing is overwritten.
 *
 * Returns: %FALSE if nothing was imported.
 */
gboolean
care_library_import (CareLibrary *self, GPtrArray *records, guint *n_new, GError **error)
{
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("Import %u record", "Import %u records", records->len), records->len);
  g_autoptr (CareAct) act = care_act_new (sentence);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      const CareKind *kind = care_record_get_kind (record);
      CareRecord *there = care_library_find (self, kind->name, care_record_get_id (record));

      if (there == NULL)
        care_act_insert (act, record);
      else if (!is_same (there, record))
        {
          g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                       _ ("The library holds another version of “%s”; import into a new library instead"),
                       care_record_get_title (record));
          return FALSE;
        }
    }
  if (n_new != NULL)
    *n_new = care_act_get_steps (act)->len;
  return care_library_apply (self, act, error);
}
