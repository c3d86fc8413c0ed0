/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-scenes.h"

#include "care-timeline-lanes.h"
#include "care-timeline-records.h"

typedef struct
{
  CareLibrary *library; /* held in the main thread */
  CareDay as_of;
  CareDay today;
} Reading;

/* What a scene is told of from. */
typedef struct
{
  CareTimelineContent *content;
  CareTimelineAsk ask; /* its data is the library, which is held */
} Telling;

static const CareTimelineEntry *
get_entry (const Telling *telling, guint entry)
{
  return &g_array_index (telling->content->entries, CareTimelineEntry, entry);
}

static char *
say (guint entry, CareTimelineText text, gpointer data)
{
  const Telling *telling = data;

  switch (text)
    {
    case CARE_TIMELINE_TEXT_LABEL:
      return care_timeline_say_title (&telling->ask, get_entry (telling, entry));
    case CARE_TIMELINE_TEXT_WORDS:
      return care_timeline_entry_say_state (get_entry (telling, entry));
    case CARE_TIMELINE_TEXT_DUE:
      return care_timeline_say_due (&telling->ask, get_entry (telling, entry));
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
tell (guint entry, gpointer data)
{
  const Telling *telling = data;

  return care_timeline_say (&telling->ask, get_entry (telling, entry));
}

/* “Conservative · before April 2018 · missed, nine months late · Policy Tracker says: Broken” */
static char *
describe (guint entry, gpointer data)
{
  const Telling *telling = data;
  const CareTimelineEntry *known = get_entry (telling, entry);
  g_autoptr (GPtrArray) sources = care_timeline_say_sources (&telling->ask, known);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_add (parts, care_timeline_say_who (&telling->ask, known));
  g_ptr_array_add (parts, care_timeline_say_due (&telling->ask, known));
  g_ptr_array_add (parts, care_timeline_entry_say_state (known));
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (parts, g_strdup (g_ptr_array_index (sources, i)));
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (part != NULL && part[0] != '\0')
        g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", part);
    }
  return g_strdup (text->str);
}

static CareTimelineScene *
make_scene (CareTimelineContent *content)
{
  CareTimelineScene *scene = care_timeline_scene_new (g_array_ref (content->entries));
  g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, CARE_TIMELINE_LANES_PARTY);

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      const CareTimelineLaneOf *lane = &g_array_index (lanes->lanes, CareTimelineLaneOf, i);
      CareColour colour;
      gboolean has_colour = lane->colour != NULL && care_colour_parse (lane->colour, &colour);

      care_timeline_scene_add_lane (scene, lane->name, lane->id, has_colour ? &colour : NULL);
    }
  for (guint i = 0; i < content->entries->len; i++)
    if (lanes->of[i] != CARE_TIMELINE_LEFT_OUT)
      care_timeline_scene_place (scene, i, lanes->of[i]);
  care_timeline_scene_close (scene);
  return scene;
}

static void
free_telling (gpointer data)
{
  Telling *telling = data;

  g_object_unref (telling->ask.data);
  care_timeline_content_unref (telling->content);
  g_free (telling);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  CareTimelineContent *content
    = care_timeline_records_read (reading->library, reading->as_of, reading->today, cancellable, &error);
  CareTimelineScene *scene;

  if (content == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  scene = make_scene (content);
  scene->data = content;
  scene->free_data = (GDestroyNotify) care_timeline_content_unref;
  g_task_return_pointer (task, scene, (GDestroyNotify) care_timeline_scene_free);
}

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->library);
  g_free (reading);
}

/**
 * care_timeline_scene_read_async:
 * @library: a library
 * @as_of: the day that is looked from
 * @today: the day that it is
 * @cancellable: (nullable): ends it early
 * @callback: called with what care_timeline_scene_read_finish() takes, also when it ended early
 * @data: for @callback
 *
 * Reads what is in the file.
 */
void
care_timeline_scene_read_async (CareLibrary *library, CareDay as_of, CareDay today, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  /* The task does not hold the library, as the thread may be the last to hold the task. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  *reading = (Reading){ g_object_ref (library), as_of, today };
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * care_timeline_scene_read_finish:
 * @result: what the callback was given; it has to be finished once
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was known on that day, in lanes; it holds the
 *   library.
 */
CareTimelineScene *
care_timeline_scene_read_finish (GAsyncResult *result, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  CareTimelineScene *scene = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr (CareLibrary) library = g_steal_pointer (&reading->library);
  Telling *telling;

  if (scene == NULL)
    return NULL;
  telling = g_new (Telling, 1);
  telling->content = scene->data;
  telling->ask = care_timeline_records_ask (g_steal_pointer (&library), reading->as_of, reading->today);
  scene->data = telling;
  scene->free_data = free_telling;
  scene->say = say;
  scene->tell = tell;
  scene->describe = describe;
  return scene;
}
