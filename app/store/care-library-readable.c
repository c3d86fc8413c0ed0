/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nobody waits for a slow disk: who wants to read is called once that is possible,
 * and who needs everything to be saved, once it is. */

#include "care-library-private.h"

/* Longer than a good disk takes, and too short to be seen. */
#define PATIENCE (30 * G_TIME_SPAN_MILLISECOND)

/* Somebody who waits to read, unless he has gone meanwhile. */
typedef struct
{
  CareReader read;
  GWeakRef owner;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_weak_ref_clear (&waiting->owner);
  g_free (waiting);
}

static void
read_now (gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&waiting->owner);

  if (owner != NULL)
    waiting->read (owner);
  waiting_free (waiting);
}

static Waiting *
waiting_new (CareReader read, GObject *owner)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->read = read;
  g_weak_ref_init (&waiting->owner, owner);
  return waiting;
}

/* Shows what could not be read while the disk was busy. */
void
care_library_catch_up (CareLibrary *self)
{
  GSList *lists = g_slist_copy_deep (self->all_lists, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  for (GSList *l = lists; l != NULL; l = l->next)
    care_record_list_catch_up (l->data);
  g_slist_free_full (lists, g_object_unref);
  g_slist_free_full (g_steal_pointer (&self->waiting), read_now);
}

/**
 * care_library_can_read:
 * @self: a library
 *
 * For what only shows: while a slow disk saves, reading would wait for it, and the
 * window with it. care_library_when_readable() tells when it is done.
 *
 * Returns: whether @self can be read at once.
 */
gboolean
care_library_can_read (CareLibrary *self)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  while (!g_queue_is_empty (&self->under_way) && !self->owes && !self->is_slow
         && g_async_queue_length (self->finished) <= 0)
    {
      if (g_get_monotonic_time () > until)
        self->is_slow = TRUE;
      else
        g_usleep (G_TIME_SPAN_MILLISECOND);
    }
  return g_queue_is_empty (&self->under_way) || self->owes || g_async_queue_length (self->finished) > 0;
}

/**
 * care_library_lookup_now:
 * @kind: such as "figure"
 * @id: of a record
 * @data: (type CareLibrary): the library
 *
 * A #CareLookup for what is shown and may be shown without: it never waits.
 *
 * Returns: (transfer none) (nullable): as care_library_find(); while that would have to
 *   wait, %NULL for what nobody holds, too.
 */
CareRecord *
care_library_lookup_now (const char *kind, CareId id, gpointer data)
{
  CareLibrary *self = data;
  CareRecord *live = care_library_find_live (self, care_kind_find (kind), id);

  return live == NULL && care_library_can_read (self) ? care_library_find (self, kind, id) : live;
}

/* Calls who waited for everything to be done or refused. What he does may have to
 * be saved in its turn, which the next one then waits for. */
void
care_library_go_on (CareLibrary *self)
{
  while (g_queue_is_empty (&self->under_way) && self->waiting == NULL && self->unsettled != NULL)
    {
      Waiting *waiting = self->unsettled->data;

      self->unsettled = g_slist_delete_link (self->unsettled, self->unsettled);
      read_now (waiting);
    }
}

static gboolean
is_waiting (GSList *list, CareReader read, GObject *owner)
{
  for (GSList *l = list; l != NULL; l = l->next)
    {
      Waiting *waiting = l->data;
      g_autoptr (GObject) other = g_weak_ref_get (&waiting->owner);

      if (waiting->read == read && other == owner)
        return TRUE;
    }
  return FALSE;
}

/**
 * care_library_when_readable:
 * @self: a library
 * @read: what is to be done with @owner
 * @owner: an object, which is not held
 *
 * Calls @read now, or once as soon as care_library_can_read() would say so, however
 * often it is asked for until then.
 */
void
care_library_when_readable (CareLibrary *self, CareReader read, GObject *owner)
{
  if (care_library_can_read (self))
    read (owner);
  else if (!is_waiting (self->waiting, read, owner))
    self->waiting = g_slist_append (self->waiting, waiting_new (read, owner));
}

/**
 * care_library_in_turn:
 * @self: a library
 * @read: what is to be done with @owner
 * @owner: an object, which is not held
 *
 * As care_library_when_readable(), but after all that wait already, and as often as
 * it is asked for.
 */
void
care_library_in_turn (CareLibrary *self, CareReader read, GObject *owner)
{
  if (self->waiting == NULL && care_library_can_read (self))
    read (owner);
  else
    self->waiting = g_slist_append (self->waiting, waiting_new (read, owner));
}

/**
 * care_library_when_settled:
 * @self: a library
 * @then: what is to be done with @owner
 * @owner: an object, which is not held
 *
 * Calls @then now, or once as soon as everything that was to be done is done or
 * refused, and shown: care_library_get_trouble() tells which.
 */
void
care_library_when_settled (CareLibrary *self, CareReader then, GObject *owner)
{
  if (g_queue_is_empty (&self->under_way) && self->waiting == NULL)
    then (owner);
  else if (!is_waiting (self->unsettled, then, owner))
    self->unsettled = g_slist_append (self->unsettled, waiting_new (then, owner));
}

/* Forgets whoever waits for a library that is no more. */
void
care_library_readable_dispose (CareLibrary *self)
{
  g_slist_free_full (g_steal_pointer (&self->waiting), waiting_free);
  g_slist_free_full (g_steal_pointer (&self->unsettled), waiting_free);
}
