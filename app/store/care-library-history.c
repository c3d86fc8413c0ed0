/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history tells of one record, and what it can bring back. */

#include "care-library-private.h"

#include "care-history-table.h"
#include "care-record-name.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* What the act with @id did, to one record or to all. */
static GPtrArray *
read_act (CareLibrary *self, CareId id, const CareChange *only, GError **error)
{
  g_autoptr (GBytes) changeset = care_history_get_changeset (self->db, id, error);

  return changeset == NULL ? NULL : care_changeset_read (changeset, only);
}

static CareHistoryEntry *
copy_entry (const CareHistoryEntry *entry)
{
  CareHistoryEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->sentence = g_strdup (entry->sentence);
  copy->author = g_strdup (entry->author);
  copy->done = g_strdup (entry->done);
  return copy;
}

static gboolean
add_event (CareLibrary *self, GPtrArray *events, const CareHistoryEntry *entry, const CareChange *record,
           GError **error)
{
  g_autoptr (GPtrArray) differences = read_act (self, entry->id, record, error);
  CareHistoryEvent *event;

  if (differences == NULL)
    return FALSE;
  if (differences->len == 0)
    return TRUE;
  event = g_new0 (CareHistoryEvent, 1);
  event->entry = copy_entry (entry);
  event->difference = g_ptr_array_steal_index (differences, 0);
  g_ptr_array_add (events, event);
  return TRUE;
}

/* Whether a record is named by @field, or by what that names. */
static gboolean
is_naming (const CareField *field)
{
  return field->type == CARE_FIELD_REFERENCE || (field->flags & CARE_FIELD_IS_TITLE);
}

static gboolean
has_changed (const CareDifference *difference, guint field)
{
  for (guint i = 0; difference->fields != NULL && i < difference->fields->len; i++)
    if (g_array_index (difference->fields, guint, i) == field)
      return TRUE;
  return difference->what != CARE_DIFFERENCE_CHANGED;
}

/* Gives the records of @difference the field, where it stayed as it was. Returns
 * (transfer full) (nullable): what it was before. */
static char *
complete_field (const CareDifference *difference, guint field, char *value)
{
  if (!has_changed (difference, field))
    {
      care_record_take (difference->after, field, g_strdup (value));
      care_record_take (difference->before, field, g_strdup (value));
      return value;
    }
  g_free (value);
  return difference->before == NULL ? NULL : g_strdup (care_record_get_at (difference->before, field));
}

/* A change tells only what it changed; who reads of it wants to know of what. Newest
 * first: what a field was before is what it was until then. */
static void
name_records (CareLibrary *self, GPtrArray *events, const CareChange *record)
{
  g_autoptr (CareRecord) live = care_database_load (self->db, record->kind, record->id, NULL);

  for (guint field = 0; field < record->kind->n_fields; field++)
    {
      char *value = live == NULL ? NULL : g_strdup (care_record_get_at (live, field));

      for (guint i = 0; is_naming (&record->kind->fields[field]) && i < events->len; i++)
        value
          = complete_field (((CareHistoryEvent *) g_ptr_array_index (events, i))->difference, field, value);
      g_free (value);
    }
}

static GPtrArray *
find_events (CareLibrary *self, const CareChange *record, GError **error)
{
  g_autoptr (GPtrArray) entries = care_history_list (self->db, G_MAXINT, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) care_history_event_free);

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    if (!add_event (self, events, g_ptr_array_index (entries, i), record, error))
      return NULL;
  name_records (self, events, record);
  return g_steal_pointer (&events);
}

/**
 * care_library_record_history:
 * @self: a library
 * @kind: such as "figure"
 * @id: of a record, which may have been deleted
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareHistoryEvent): what was
 *   done to it, newest first.
 */
GPtrArray *
care_library_record_history (CareLibrary *self, const char *kind, CareId id, GError **error)
{
  const CareChange record = { care_kind_find (kind), id };
  GPtrArray *events;

  g_rec_mutex_lock (&self->lock);
  events = find_events (self, &record, error);
  g_rec_mutex_unlock (&self->lock);
  return events;
}

/* Whether the library holds the record that @difference is about. */
static gboolean
is_there (CareLibrary *self, const CareDifference *difference)
{
  g_autoptr (CareRecord) record = care_database_load (self->db, difference->kind, difference->id, NULL);

  return record != NULL;
}

static gboolean
is_removed_in (GPtrArray *differences, const CareKind *kind, CareId id)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const CareDifference *difference = g_ptr_array_index (differences, i);

      if (difference->what == CARE_DIFFERENCE_REMOVED && difference->kind == kind && difference->id == id)
        return TRUE;
    }
  return FALSE;
}

/* Whether @record went because what it belongs to did. */
static gboolean
went_along (CareRecord *record, GPtrArray *differences)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_OWNER)
        && is_removed_in (differences, care_kind_find (kind->fields[i].target),
                          care_record_get_reference (record, kind->fields[i].name)))
      return TRUE;
  return FALSE;
}

/* A record that was deleted, brought back and deleted again is in the bin once, as it
 * was the last time. */
static gboolean
is_new (GHashTable *known, const CareDifference *difference)
{
  return g_hash_table_add (known, g_strdup_printf ("%s %" G_GINT64_FORMAT, difference->kind->name, difference->id));
}

static gboolean
add_items (CareLibrary *self, GPtrArray *items, GHashTable *known, const CareHistoryEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) differences = read_act (self, entry->id, NULL, error);
  guint first = items->len;
  guint n_others = 0;

  if (differences == NULL)
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    {
      const CareDifference *difference = g_ptr_array_index (differences, i);
      CareBinItem *item;

      if (difference->what != CARE_DIFFERENCE_REMOVED || is_there (self, difference) || !is_new (known, difference))
        continue;
      if (went_along (difference->before, differences))
        {
          n_others++;
          continue;
        }
      item = g_new0 (CareBinItem, 1);
      item->entry = copy_entry (entry);
      item->record = g_object_ref (difference->before);
      g_ptr_array_add (items, item);
    }
  for (guint i = first; i < items->len; i++)
    ((CareBinItem *) g_ptr_array_index (items, i))->n_others = n_others;
  return TRUE;
}

static GPtrArray *
find_items (CareLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) entries = care_history_list_deletions (self->db, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) care_bin_item_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    if (!add_items (self, items, known, g_ptr_array_index (entries, i), error))
      return NULL;
  return g_steal_pointer (&items);
}

/**
 * care_library_bin:
 * @self: a library
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareBinItem): what has been
 *   deleted and is not back, newest first.
 */
GPtrArray *
care_library_bin (CareLibrary *self, GError **error)
{
  GPtrArray *items;

  g_rec_mutex_lock (&self->lock);
  items = find_items (self, error);
  g_rec_mutex_unlock (&self->lock);
  return items;
}

/* Leaves out of @record, which is to come back, what names a record that is not
 * there; FALSE where it cannot be without. */
static gboolean
check_references (CareLibrary *self, CareRecord *record, GPtrArray *differences, GError **error)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      CareId id = field->type == CARE_FIELD_REFERENCE ? care_record_get_reference (record, field->name) : 0;

      if (id == 0 || is_removed_in (differences, care_kind_find (field->target), id)
          || care_library_find (self, field->target, id) != NULL)
        continue;
      if (field->flags & CARE_FIELD_IS_REQUIRED)
        {
          g_autofree char *name = care_record_quote (record, care_library_lookup, self);

          g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE,
                       _ ("%s cannot come back alone, as what it belongs to has been deleted too; restore that first"),
                       name);
          return FALSE;
        }
      care_record_set (record, field->name, NULL, NULL);
    }
  return TRUE;
}

/* What forgot the records when they went names them again, unless it names
 * something else by now. */
static gboolean
remind (CareLibrary *self, CareAct *act, const CareDifference *difference, GPtrArray *differences, GError **error)
{
  CareRecord *record = care_library_find (self, difference->kind->name, difference->id);

  for (guint i = 0; record != NULL && i < difference->fields->len; i++)
    {
      const CareField *field = &difference->kind->fields[g_array_index (difference->fields, guint, i)];

      if (field->type == CARE_FIELD_REFERENCE && care_record_get (record, field->name) == NULL
          && is_removed_in (differences, care_kind_find (field->target),
                            care_record_get_reference (difference->before, field->name))
          && !care_act_set (act, record, field->name, care_record_get (difference->before, field->name), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
bring_back (CareLibrary *self, CareAct *act, GPtrArray *differences, GError **error)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const CareDifference *difference = g_ptr_array_index (differences, i);

      if (difference->what != CARE_DIFFERENCE_REMOVED
          || care_library_find (self, difference->kind->name, difference->id) != NULL)
        continue;
      if (!check_references (self, difference->before, differences, error))
        return FALSE;
      care_act_insert (act, difference->before);
    }
  for (guint i = 0; i < differences->len; i++)
    {
      const CareDifference *difference = g_ptr_array_index (differences, i);

      if (difference->what == CARE_DIFFERENCE_CHANGED && !remind (self, act, difference, differences, error))
        return FALSE;
    }
  return TRUE;
}

/* "Restore “X”", after the record that took the others along. */
static char *
make_sentence (CareLibrary *self, GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const CareDifference *difference = g_ptr_array_index (differences, i);

      if (difference->what == CARE_DIFFERENCE_REMOVED && !went_along (difference->before, differences))
        {
          g_autofree char *name = care_record_quote (difference->before, care_library_lookup, self);

          return g_strdup_printf (_ ("Restore %s"), name);
        }
    }
  return NULL;
}

/**
 * care_library_plan_restore:
 * @self: a library
 * @id: of an act of the history that deleted something
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_NO_RECORD if
 *   there is no such act
 *
 * Whatever has been done since, the records come back as they were, with what went
 * with them, and what named them does so again.
 *
 * Returns: (transfer full) (nullable): the act of bringing them back; one without
 *   steps where all are back.
 */
CareAct *
care_library_plan_restore (CareLibrary *self, CareId id, GError **error)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;

  g_rec_mutex_lock (&self->lock);
  differences = read_act (self, id, NULL, error);
  g_rec_mutex_unlock (&self->lock);
  if (differences == NULL)
    return NULL;
  sentence = make_sentence (self, differences);
  if (sentence == NULL)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
                   _ ("That act deleted nothing; `carebrief bin` lists what can be restored"));
      return NULL;
    }
  act = care_act_new (sentence);
  return bring_back (self, act, differences, error) ? g_steal_pointer (&act) : NULL;
}
