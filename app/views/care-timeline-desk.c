/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-desk-private.h"

G_DEFINE_FINAL_TYPE (CareTimelineDesk, care_timeline_desk, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CHANGED,
  SIGNAL_WAITING,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Copies its words. */
void
care_timeline_desk_set_choice (CareTimelineDesk *self, CareTimelineChoice choice)
{
  choice.typed = choice.typed == NULL || choice.typed[0] == '\0' ? NULL : g_strdup (choice.typed);
  g_free (self->choice.typed);
  self->choice = choice;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/**
 * care_timeline_desk_set_library:
 * @self: a desk
 * @library: (nullable): where the records are kept
 * @today: the day that it is
 *
 * Looks at another library, as of @today; what was chosen of one is not chosen of another.
 */
void
care_timeline_desk_set_library (CareTimelineDesk *self, CareLibrary *library, CareDay today)
{
  gboolean had_outlook = self->outlook != NULL;

  g_return_if_fail (CARE_IS_TIMELINE_DESK (self));

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  care_timeline_desk_stop (self);
  g_set_object (&self->library, library);
  g_clear_pointer (&self->outlook, care_timeline_outlook_free);
  g_clear_pointer (&self->trouble, g_free);
  self->is_stale = FALSE;
  self->today = today;
  self->choice.as_of = today;
  self->choice.filter = (CareTimelineFilter){ 0 };
  g_clear_pointer (&self->choice.typed, g_free);
  if (had_outlook)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (library == NULL)
    return;
  g_signal_connect_object (library, "applied", G_CALLBACK (care_timeline_desk_follow), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  care_timeline_desk_look (self);
}

/**
 * care_timeline_desk_get_library:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the library that is looked at.
 */
CareLibrary *
care_timeline_desk_get_library (CareTimelineDesk *self)
{
  return self->library;
}

/**
 * care_timeline_desk_get_today:
 * @self: a desk
 *
 * Returns: the day that it is.
 */
CareDay
care_timeline_desk_get_today (CareTimelineDesk *self)
{
  return self->today;
}

/**
 * care_timeline_desk_set_seen:
 * @self: a desk
 * @seen: whether a widget has come that shows it, or has gone
 *
 * It is kept up to date as long as somebody sees it.
 */
void
care_timeline_desk_set_seen (CareTimelineDesk *self, gboolean seen)
{
  g_return_if_fail (CARE_IS_TIMELINE_DESK (self));

  if (seen)
    self->n_seen_by++;
  else
    self->n_seen_by--;
  if (self->n_seen_by > 0 && self->is_wanted)
    care_timeline_desk_look (self);
}

/**
 * care_timeline_desk_get_choice:
 * @self: a desk
 *
 * Returns: (transfer none): what is chosen; valid until something else is.
 */
const CareTimelineChoice *
care_timeline_desk_get_choice (CareTimelineDesk *self)
{
  return &self->choice;
}

/**
 * care_timeline_desk_choose:
 * @self: a desk
 * @choice: what is wanted from now on; its words are copied, and none are as good as %NULL
 *
 * Emits #CareTimelineDesk::chosen at once, and #CareTimelineDesk::changed once that was
 * found, if something else may be.
 */
void
care_timeline_desk_choose (CareTimelineDesk *self, const CareTimelineChoice *choice)
{
  gboolean same = care_timeline_choice_finds_the_same (choice, &self->choice);

  g_return_if_fail (CARE_IS_TIMELINE_DESK (self));

  care_timeline_desk_set_choice (self, *choice);
  if (!same)
    care_timeline_desk_look (self);
}

/**
 * care_timeline_desk_get_outlook:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): what was found last, until #CareTimelineDesk::changed;
 *   %NULL before anything was.
 */
const CareTimelineOutlook *
care_timeline_desk_get_outlook (CareTimelineDesk *self)
{
  return self->outlook;
}

/**
 * care_timeline_desk_take_scene:
 * @self: a desk that has a library
 * @again: called with @owner when what could not be told before, as that would have waited, can be
 * @owner: (transfer none): an object that lasts longer than the scene
 *
 * Returns: (transfer full) (nullable): the outlook as a scene; %NULL where there is none, or it
 *   was taken before.
 */
CareTimelineScene *
care_timeline_desk_take_scene (CareTimelineDesk *self, CareReader again, GObject *owner)
{
  CareTimelineScene *scene = self->outlook == NULL ? NULL : g_steal_pointer (&self->outlook->scene);

  if (scene != NULL)
    {
      const CareTimelineAsk ask = care_timeline_desk_get_ask (self);

      care_timeline_scene_set_telling (scene, self->outlook->content, &ask, again, owner);
    }
  return scene;
}

/**
 * care_timeline_desk_get_ask:
 * @self: a desk that has a library
 *
 * Returns: what care_timeline_say() and its like ask for what was found.
 */
CareTimelineAsk
care_timeline_desk_get_ask (CareTimelineDesk *self)
{
  const CareTimelineChoice *shown = self->outlook == NULL ? &self->choice : &self->outlook->choice;

  return care_timeline_records_ask (self->library, shown->as_of, self->today, shown->filter.briefing);
}

static void
care_timeline_desk_dispose (GObject *object)
{
  care_timeline_desk_set_library (CARE_TIMELINE_DESK (object), NULL, 0);
  G_OBJECT_CLASS (care_timeline_desk_parent_class)->dispose (object);
}

static void
care_timeline_desk_class_init (CareTimelineDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_timeline_desk_dispose;

  /**
   * CareTimelineDesk::chosen:
   *
   * Something else is asked for.
   */
  signals[SIGNAL_CHOSEN]
    = g_signal_new ("chosen", CARE_TYPE_TIMELINE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTimelineDesk::changed:
   *
   * There is another outlook; the one before is gone.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", CARE_TYPE_TIMELINE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTimelineDesk::waiting:
   * @waiting: whether another outlook is being made
   */
  signals[SIGNAL_WAITING] = g_signal_new ("waiting", CARE_TYPE_TIMELINE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * CareTimelineDesk::failed:
   * @message: a sentence
   *
   * The library could not be read.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", CARE_TYPE_TIMELINE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
care_timeline_desk_init (CareTimelineDesk *self)
{
  self->choice.by = CARE_TIMELINE_LANES_PARTY;
  self->choice.behind = CARE_TIMELINE_RULER_PARLIAMENTS;
}

/**
 * care_timeline_desk_new:
 *
 * Returns: (transfer full): a desk with no library yet.
 */
CareTimelineDesk *
care_timeline_desk_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_DESK, NULL);
}
