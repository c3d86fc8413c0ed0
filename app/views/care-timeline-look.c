/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-look.h"

#include "care-memory.h"

typedef struct
{
  CareLibrary *library; /* held in the main thread */
  CareTimelineContent *content; /* NULL: is to be read */
  CareDay today;
  CareTimelineChoice choice;
} Look;

static const CareTimelineEntry *
get_entry (const CareTimelineContent *content, guint index)
{
  return &g_array_index (content->entries, CareTimelineEntry, index);
}

/**
 * care_timeline_outlook_free:
 * @self: (transfer full): an outlook, or a part of one
 */
void
care_timeline_outlook_free (CareTimelineOutlook *self)
{
  g_clear_pointer (&self->content, care_timeline_content_unref);
  g_clear_pointer (&self->lanes, care_timeline_lanes_free);
  g_clear_pointer (&self->agenda, g_array_unref);
  g_clear_pointer (&self->scene, care_timeline_scene_free);
  g_free (self->choice.typed);
  g_free (self);
}

/**
 * care_timeline_outlook_get:
 * @self: an outlook
 * @row: a place in its list
 *
 * Returns: (transfer none): the entry that is there.
 */
const CareTimelineEntry *
care_timeline_outlook_get (const CareTimelineOutlook *self, guint row)
{
  return get_entry (self->content, g_array_index (self->agenda, guint32, row));
}

static gboolean
find_shape (CareRecord *record, guint *shape)
{
  for (guint i = 0; i < CARE_TIMELINE_N_SHAPES; i++)
    if (care_record_is (record, care_timeline_entry_kind (i)))
      {
        *shape = i;
        return TRUE;
      }
  return FALSE;
}

/* (transfer none) (nullable): the reference of a record to what its entry follows. */
static const char *
owner_field (guint shape)
{
  switch (shape)
    {
    case CARE_TIMELINE_ENTRY_LIMB:
    case CARE_TIMELINE_ENTRY_MILESTONE:
      return "pledge";
    case CARE_TIMELINE_ENTRY_POSITION:
      return "position";
    default:
      return NULL;
    }
}

/**
 * care_timeline_outlook_find:
 * @self: an outlook
 * @record: a record
 * @entry: (out): the index of its entry, whether that is looked for or not
 *
 * Returns: whether it has one.
 */
gboolean
care_timeline_outlook_find (const CareTimelineOutlook *self, CareRecord *record, guint *entry)
{
  CareId id = care_record_get_id (record);
  const char *field;
  guint shape;

  if (!find_shape (record, &shape))
    return FALSE;
  field = owner_field (shape);
  return care_timeline_content_find (self->content, shape, id, field == NULL ? id : care_record_get_reference (record, field),
                                     entry);
}

/**
 * care_timeline_outlook_locate:
 * @self: an outlook
 * @record: a record
 * @row: (out): its place in the list
 *
 * Returns: whether it is in the list.
 */
gboolean
care_timeline_outlook_locate (const CareTimelineOutlook *self, CareRecord *record, guint *row)
{
  guint entry;

  return care_timeline_outlook_find (self, record, &entry)
         && care_timeline_agenda_locate (self->agenda, self->content, self->lanes, entry, row);
}

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_object (&look->library);
  g_clear_pointer (&look->content, care_timeline_content_unref);
  g_free (look->choice.typed);
  g_free (look);
}

/**
 * care_timeline_look:
 * @library: a library
 * @content: (nullable): what has been read of it as of the day that is chosen; %NULL: it is read
 * @today: the day that it is
 * @choice: what is chosen
 * @cancellable: (nullable): ends it early
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * In any thread.
 *
 * Returns: (transfer full) (nullable): what that is.
 */
CareTimelineOutlook *
care_timeline_look (CareLibrary *library, CareTimelineContent *content, CareDay today, const CareTimelineChoice *choice,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (CareTimelineOutlook) outlook = g_new0 (CareTimelineOutlook, 1);
  g_autoptr (CareTimelineFound) found = NULL;
  CareTimelineFilter filter = choice->filter;

  outlook->choice = *choice;
  outlook->choice.typed = g_strdup (choice->typed);
  outlook->content = content != NULL ? care_timeline_content_ref (content)
                                     : care_timeline_records_read (library, choice->as_of, today, cancellable, error);
  if (outlook->content == NULL)
    return NULL;
  if (choice->typed != NULL)
    found = care_timeline_records_find (library, choice->typed, error);
  if (choice->typed != NULL && found == NULL)
    return NULL;
  filter.found = found;
  outlook->lanes = care_timeline_lanes_new (outlook->content, &filter, choice->by);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  outlook->agenda = care_timeline_agenda_new (outlook->content, outlook->lanes);
  outlook->counts = care_timeline_filter_count (&filter, outlook->content);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  outlook->scene = care_timeline_scene_new_for (outlook->content, outlook->lanes);
  outlook->scene->sort = choice->by;
  return g_steal_pointer (&outlook);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *about = data;
  GError *error = NULL;
  CareTimelineOutlook *outlook
    = care_timeline_look (about->library, about->content, about->today, &about->choice, cancellable, &error);

  care_memory_give_back ();
  if (outlook == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, outlook, (GDestroyNotify) care_timeline_outlook_free);
}

/**
 * care_timeline_look_async:
 * @library: a library
 * @content: (nullable): what has been read of it as of the day that is chosen; %NULL: it is read
 * @today: the day that it is
 * @choice: what is chosen; copied
 * @cancellable: (nullable): ends it early
 * @callback: called with what care_timeline_look_finish() takes, also when it ended early
 * @data: for @callback
 *
 * Looks in a thread.
 */
void
care_timeline_look_async (CareLibrary *library, CareTimelineContent *content, CareDay today,
                          const CareTimelineChoice *choice, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  /* The task does not hold the library, as the thread may be the last to hold the task. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Look *look = g_new0 (Look, 1);

  *look = (Look){ g_object_ref (library), content, today, *choice };
  look->choice.typed = g_strdup (choice->typed);
  if (content != NULL)
    care_timeline_content_ref (content);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * care_timeline_look_finish:
 * @result: what the callback was given; it has to be finished once
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was found.
 */
CareTimelineOutlook *
care_timeline_look_finish (GAsyncResult *result, GError **error)
{
  Look *look = g_task_get_task_data (G_TASK (result));

  g_clear_object (&look->library);
  return g_task_propagate_pointer (G_TASK (result), error);
}
