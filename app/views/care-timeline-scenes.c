/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-scenes.h"

/* What a scene is told of from. */
typedef struct
{
  CareTimelineContent *content;
  CareTimelineAsk ask; /* its data is the library, which is held */
  CareReader again;
  GObject *owner;
} Telling;

static const CareTimelineEntry *
get_entry (const Telling *telling, guint entry)
{
  return &g_array_index (telling->content->entries, CareTimelineEntry, entry);
}

/* While a slow disk saves, nothing is read; who asked is told when he can ask again. */
static gboolean
can_tell (const Telling *telling)
{
  CareLibrary *library = telling->ask.data;

  if (care_library_can_read (library))
    return TRUE;
  care_library_when_readable (library, telling->again, telling->owner);
  return FALSE;
}

/* Takes what is in @parts; those that say nothing are left out. */
static char *
join (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *part = g_ptr_array_index (parts, i);

      if (part != NULL && part[0] != '\0')
        g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", part);
    }
  g_ptr_array_set_size (parts, 0);
  return g_string_free (text, FALSE);
}

/* “overdue, no verdict · by 2018”: between its brackets there is seldom room for the latter. */
static char *
say_words (const Telling *telling, guint entry)
{
  const CareTimelineEntry *known = get_entry (telling, entry);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, care_timeline_entry_say_state (known));
  if (can_tell (telling))
    g_ptr_array_add (parts, care_timeline_say_due (&telling->ask, known));
  return join (parts);
}

static char *
say (guint entry, CareTimelineText text, gpointer data)
{
  const Telling *telling = data;

  switch (text)
    {
    case CARE_TIMELINE_TEXT_LABEL:
      return can_tell (telling) ? care_timeline_say_title (&telling->ask, get_entry (telling, entry)) : NULL;
    case CARE_TIMELINE_TEXT_WORDS:
      return say_words (telling, entry);
    case CARE_TIMELINE_TEXT_DUE:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
tell (guint entry, gpointer data)
{
  const Telling *telling = data;

  return can_tell (telling) ? care_timeline_say (&telling->ask, get_entry (telling, entry)) : NULL;
}

/* “Conservative · before April 2018 · missed, nine months late · Policy Tracker says: Broken” */
static char *
describe (guint entry, gpointer data)
{
  const Telling *telling = data;
  const CareTimelineEntry *known = get_entry (telling, entry);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (!can_tell (telling))
    return NULL;
  sources = care_timeline_say_sources (&telling->ask, known);
  g_ptr_array_add (parts, care_timeline_say_who (&telling->ask, known));
  g_ptr_array_add (parts, care_timeline_say_when (&telling->ask, known));
  g_ptr_array_add (parts, care_timeline_entry_say_state (known));
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (parts, g_strdup (g_ptr_array_index (sources, i)));
  return join (parts);
}

/* 1 + the index in the palette of the colour that somebody has; 0: none. */
static guint
find_colour (CareTimelineScene *scene, GHashTable *known, const CareTimelineName *actor)
{
  gpointer found;
  CareColour colour;
  gboolean has_colour = actor != NULL && actor->colour != NULL && care_colour_parse (actor->colour, &colour);

  if (!has_colour)
    return 0;
  if (!g_hash_table_lookup_extended (known, actor, NULL, &found))
    {
      found = GUINT_TO_POINTER (care_timeline_scene_add_colour (scene, &colour));
      g_hash_table_insert (known, (gpointer) actor, found);
    }
  return GPOINTER_TO_UINT (found);
}

/* In lanes that have no colour, such as those of themes. */
static void
colour_by_actor (CareTimelineScene *scene, const CareTimelineContent *content)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < content->entries->len; i++)
    if (scene->lane_of[i] != CARE_TIMELINE_NO_LANE && scene->colour_of[i] == 0)
      {
        CareId actor = care_timeline_scene_get (scene, i)->actor;

        care_timeline_scene_set_colour (scene, i, find_colour (scene, known, care_timeline_name_find (content->actors, actor)));
      }
}

/**
 * care_timeline_scene_new_for:
 * @content: what there is
 * @lanes: lanes of @content
 *
 * In any thread.
 *
 * Returns: (transfer full): the same as a scene, which cannot tell of it yet.
 */
CareTimelineScene *
care_timeline_scene_new_for (CareTimelineContent *content, const CareTimelineLanes *lanes)
{
  CareTimelineScene *scene = care_timeline_scene_new (g_array_ref (content->entries));

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
  colour_by_actor (scene, content);
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

/**
 * care_timeline_scene_set_telling:
 * @scene: a scene
 * @content: what it was made from
 * @ask: of the library where the records are kept; that is held as long as @scene is there
 * @again: called with @owner when what could not be told before, as that would have waited, can be
 * @owner: (transfer none): an object that lasts longer than @scene
 *
 * Has it tell of what is in that library. In the main thread.
 */
void
care_timeline_scene_set_telling (CareTimelineScene *scene, CareTimelineContent *content, const CareTimelineAsk *ask,
                                 CareReader again, GObject *owner)
{
  Telling *telling = g_new (Telling, 1);

  telling->content = care_timeline_content_ref (content);
  telling->ask = *ask;
  g_object_ref (telling->ask.data);
  telling->again = again;
  telling->owner = owner;
  scene->data = telling;
  scene->free_data = free_telling;
  scene->say = say;
  scene->tell = tell;
  scene->describe = describe;
}
