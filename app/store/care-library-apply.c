/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one door through which a library is written: an act, its undoing and its
 * redoing (care-library-turn.c). Each is one transaction, which holds the changes,
 * what is derived from them, the changeset that tells them and the entry in the
 * history; only after it has been committed do the records and lists change. What is
 * here runs in any thread, one at a time. */

#include "care-library-private.h"

#include "care-catalogue.h"
#include "care-history-table.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* A changeset of that many bytes is of thousands of records. */
#define MUCH (1024 * 1024)
#define BYTES_A_STEP 256
/* Of more records that an act puts in, whoever made it does not go on with each. */
#define MAX_HELD 100

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

static CareChange
get_place (CareRecord *record)
{
  return (CareChange) { care_record_get_kind (record), care_record_get_id (record) };
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CareChange first = get_place (*(CareRecord *const *) a);
  const CareChange second = get_place (*(CareRecord *const *) b);

  return care_change_compare (&first, &second);
}

/* (element-type CareRecord) (nullable): what an import puts in, by kind and then by
 * id. An act that does anything else as well may have changed it since. */
static GPtrArray *
list_inserted (GPtrArray *steps)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);

      if (step->what != CARE_STEP_INSERT)
        return NULL;
      g_ptr_array_add (records, step->record);
    }
  g_ptr_array_sort (records, compare_places);
  return g_steal_pointer (&records);
}

/* As care_changeset_list(), which would have to read all that was put in. */
static GArray *
list_places (GPtrArray *records)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CareChange));

  for (guint i = 0; i < records->len; i++)
    {
      const CareChange place = get_place (g_ptr_array_index (records, i));

      g_array_append_val (list, place);
    }
  return list;
}

/* How many records @changeset takes out. */
static guint
count_deleted (GBytes *changeset)
{
  guint n_deleted;

  g_array_unref (care_changeset_list (changeset, &n_deleted));
  return n_deleted;
}

/* Adds @changeset to the act that @deed goes on with, if nothing has been done
 * since. Returns whether that was so; where it could not be written, sets @error.
 * It has another id from then on: a copy of the library that was made meanwhile
 * holds less under the old one, and to merge it would take the rest for undone. */
static gboolean
extend (CareLibrary *self, CareDeed *deed, const char *done, GBytes *changeset, GError **error)
{
  CareAct *before = deed->act == NULL ? NULL : care_act_get_before (deed->act);
  CareId id = before == NULL ? 0 : care_act_get_id (before);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) all = NULL;

  if (id == 0 || !care_history_is_last (self->db, id))
    return FALSE;
  first = care_history_get_changeset (self->db, id, error);
  all = first == NULL ? NULL : care_changeset_join (first, changeset, error);
  if (all == NULL)
    return FALSE;
  deed->id = care_library_make_id ();
  return care_history_extend (self->db, id, deed->id, done, all, count_deleted (all), error);
}

static gboolean
write_history (CareLibrary *self, CareDeed *deed, CareHistoryEntry *entry, GBytes *changeset, guint n_deleted,
               GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *done = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  const char *author = deed->act == NULL ? NULL : care_act_get_author (deed->act);
  g_autoptr (GError) reason = NULL;

  if (extend (self, deed, done, changeset, &reason))
    return TRUE;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  entry->id = care_library_make_id ();
  entry->author = author != NULL ? (char *) author : self->author;
  entry->done = done;
  deed->id = entry->id;
  return care_history_add (self->db, entry, changeset, n_deleted, error);
}

/* The records of an import are what has just been checked and written, and nobody
 * holds them. */
static gboolean
needs_rows (GPtrArray *inserted)
{
  return inserted == NULL || inserted->len <= MAX_HELD;
}

/* Brings up to date what is derived from the records that @changeset changes,
 * keeps what has been done in the history, and commits it. @inserted: (nullable):
 * as list_inserted() gives it. */
gboolean
care_library_keep (CareLibrary *self, CareDeed *deed, CareHistoryEntry *entry, GPtrArray *inserted, GBytes *changeset,
                   GError **error)
{
  guint n_deleted = 0;

  deed->touched = inserted != NULL ? list_places (inserted) : care_changeset_list (changeset, &n_deleted);
  if ((needs_rows (inserted) && !care_library_read_changes (self, deed, error))
      || !care_catalogue_update (self->db, deed->touched, inserted, deed->rows, error)
      || !write_history (self, deed, entry, changeset, n_deleted, error)
      || !care_database_exec (self->db, "COMMIT", error))
    return FALSE;
  if (deed->act != NULL)
    care_act_set_id (deed->act, deed->id);
  return TRUE;
}

/* The transaction at hand is going to change @bytes, or so: has the memory for it. */
void
care_library_expect (CareLibrary *self, gsize bytes)
{
  if (bytes < MUCH || self->expects_much)
    return;
  self->expects_much = TRUE;
  care_database_set_large (self->db, TRUE);
}

/* (transfer full) (nullable): what the steps changed. */
static GBytes *
record_steps (CareLibrary *self, GPtrArray *steps, GError **error)
{
  g_autoptr (sqlite3_session) session = care_changeset_begin (self->db, error);

  return session != NULL && write_steps (self, steps, error) ? care_changeset_take (session, error) : NULL;
}

/* What changes nothing, as a value set to what it was, is no act to be undone. */
static gboolean
commit_act (CareLibrary *self, CareDeed *deed, GError **error)
{
  GPtrArray *steps = care_act_get_steps (deed->act);
  g_autoptr (GPtrArray) inserted = list_inserted (steps);
  g_autoptr (GBytes) changeset = NULL;
  CareHistoryEntry entry = {
    .kind = CARE_HISTORY_ACT,
    .target = care_act_get_merged (deed->act),
    .sentence = (char *) care_act_get_sentence (deed->act),
  };

  care_library_expect (self, steps->len * BYTES_A_STEP);
  if (inserted == NULL)
    changeset = record_steps (self, steps, error);
  else if (write_steps (self, steps, error))
    changeset = care_changeset_new_inserted (inserted);
  if (changeset == NULL)
    return FALSE;
  deed->sentence = g_strdup (entry.sentence);
  if (g_bytes_get_size (changeset) == 0)
    return care_database_exec (self->db, "COMMIT", error);
  return care_history_abandon_undone (self->db, error)
         && care_library_keep (self, deed, &entry, inserted, changeset, error);
}

static gboolean
check_writable (CareLibrary *self, GError **error)
{
  if (self->writable)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
               _ ("The library was opened only to be read; open it again to change it"));
  return FALSE;
}

/* What an earlier try has left. */
static void
clear_outcome (CareDeed *deed)
{
  g_clear_error (&deed->error);
  g_clear_pointer (&deed->sentence, g_free);
  g_clear_pointer (&deed->touched, g_array_unref);
  g_clear_pointer (&deed->rows, g_ptr_array_unref);
  deed->id = 0;
}

static gboolean
try_deed (CareLibrary *self, CareDeed *deed, gboolean mend)
{
  clear_outcome (deed);
  deed->done = care_library_back_up_for (self, deed->act, &deed->error)
               && care_database_exec (self->db, "BEGIN IMMEDIATE", &deed->error)
               && (!mend || care_catalogue_mend (self->db, &deed->error))
               && (deed->act != NULL ? commit_act (self, deed, &deed->error) : care_library_commit_turn (self, deed, &deed->error));
  if (deed->done)
    care_library_look_for_room (self);
  else
    care_database_exec (self->db, "ROLLBACK", NULL);
  if (self->expects_much)
    care_database_set_large (self->db, FALSE);
  self->expects_much = FALSE;
  return deed->done;
}

/* What can be made anew does not stand in the way of saving. That is tried once, in
 * the same transaction, as the damage may be to something else. Once the records are written nothing but the
 * index can hold something of the same id. */
static gboolean
may_mend (CareLibrary *self, const CareDeed *deed)
{
  gboolean is_conflict = g_error_matches (deed->error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);

  if (self->mended
      || !(g_error_matches (deed->error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED)
           || (is_conflict && deed->touched != NULL)))
    return FALSE;
  self->mended = TRUE;
  return TRUE;
}

/**
 * care_library_commit:
 * @self: a library
 * @deed: what to do, and where to say what came of it
 *
 * Does @deed in one transaction, or nothing.
 *
 * Returns: whether it was done.
 */
gboolean
care_library_commit (CareLibrary *self, CareDeed *deed)
{
  clear_outcome (deed);
  if (!check_writable (self, &deed->error))
    return FALSE;
  g_rec_mutex_lock (&self->lock);
  if (!try_deed (self, deed, FALSE) && may_mend (self, deed))
    try_deed (self, deed, TRUE);
  g_rec_mutex_unlock (&self->lock);
  return deed->done;
}

/* Does @deed now, after all that was to be done before it, and concludes it. */
gboolean
care_library_do_now (CareLibrary *self, CareDeed *deed, GError **error)
{
  if (!care_library_settle_all (self, error))
    return FALSE;
  if (care_library_commit (self, deed))
    {
      care_library_conclude (self, deed);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&deed->error));
  return FALSE;
}

/**
 * care_library_apply:
 * @self: a library that can be written
 * @act: what to do
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Does all of @act in one transaction, and waits for it. Only after it has been
 * committed do the records and lists change, and #CareLibrary::removed,
 * #CareLibrary::changed and #CareLibrary::applied are emitted. An act that changes
 * nothing is not kept in the history.
 *
 * Returns: %FALSE if nothing was done.
 */
gboolean
care_library_apply (CareLibrary *self, CareAct *act, GError **error)
{
  g_autoptr (CareDeed) deed = NULL;

  if (care_act_get_steps (act)->len == 0)
    return check_writable (self, error);
  deed = care_deed_new_act (self, act);
  return care_library_do_now (self, deed, error);
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
  GPtrArray *entries;

  g_rec_mutex_lock (&self->lock);
  entries = care_history_list (self->db, limit, error);
  g_rec_mutex_unlock (&self->lock);
  return entries;
}

/**
 * care_library_acts:
 * @self: a library
 * @limit: how many at the most
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareHistoryEntry): as
 *   care_library_history(), without what only undid or redid an act.
 */
GPtrArray *
care_library_acts (CareLibrary *self, guint limit, GError **error)
{
  GPtrArray *entries;

  g_rec_mutex_lock (&self->lock);
  entries = care_history_list_acts (self->db, limit, error);
  g_rec_mutex_unlock (&self->lock);
  return entries;
}
