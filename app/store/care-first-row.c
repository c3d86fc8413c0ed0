/* SPDX-License-Identifier: GPL-3.0-or-later */

/* To find all that begins with a letter SQLite joins what it has of each such word before it gives
 * the first row, and cannot be stopped meanwhile. With 100,000 records that is as long as a frame,
 * for which the main loop is not kept; each row after that comes at once. */

#include "care-first-row.h"

#include "care-statement.h"

/* Between two looks at whether the library is free, in microseconds. */
#define PAUSE 500

typedef enum
{
  WAITS,
  IS_AT_WORK,
  IS_DONE, /* or is given up */
} State;

struct _CareFirstRow
{
  GRecMutex *lock;
  sqlite3_stmt *statement;
  GMutex mutex; /* of what follows */
  GCond moved;
  State state;
  gboolean has_row;
  gint64 id;
  GError *error;
};

static void
clear (gpointer data)
{
  CareFirstRow *self = data;

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->moved);
  g_clear_error (&self->error);
}

static void
move_on (CareFirstRow *self, State state)
{
  self->state = state;
  g_cond_broadcast (&self->moved);
}

/* Waits for the library only as long as it is wanted: whoever gives it up may hold the lock, and
 * close the library then. Returns whether it has the lock. */
static gboolean
begin (CareFirstRow *self)
{
  gboolean has_lock = FALSE;

  g_mutex_lock (&self->mutex);
  while (self->state == WAITS && !(has_lock = g_rec_mutex_trylock (self->lock)))
    g_cond_wait_until (&self->moved, &self->mutex, g_get_monotonic_time () + PAUSE);
  if (has_lock)
    move_on (self, IS_AT_WORK);
  g_mutex_unlock (&self->mutex);
  return has_lock;
}

static gpointer
find_in_thread (gpointer data)
{
  CareFirstRow *self = data;

  if (begin (self))
    {
      self->has_row = care_statement_step (self->statement, &self->error);
      self->id = self->has_row ? sqlite3_column_int64 (self->statement, 0) : 0;
      g_rec_mutex_unlock (self->lock);
      g_mutex_lock (&self->mutex);
      move_on (self, IS_DONE);
      g_mutex_unlock (&self->mutex);
    }
  g_atomic_rc_box_release_full (self, clear);
  return NULL;
}

/**
 * care_first_row_find:
 * @lock: of the library that @statement is of
 * @statement: whose rows begin with an id; not to be touched by who has the lock until this is freed
 *   or taken
 *
 * Begins to step to the first row of @statement in another thread.
 *
 * Returns: (transfer full): free with care_first_row_free().
 */
CareFirstRow *
care_first_row_find (GRecMutex *lock, sqlite3_stmt *statement)
{
  CareFirstRow *self = g_atomic_rc_box_new0 (CareFirstRow);

  self->lock = lock;
  self->statement = statement;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->moved);
  g_thread_unref (g_thread_new ("first-row", find_in_thread, g_atomic_rc_box_acquire (self)));
  return self;
}

/**
 * care_first_row_wait:
 * @self: what is being found
 * @until: a moment of the monotonic clock, in microseconds
 *
 * To be called without the lock of the library, which it would wait for.
 *
 * Returns: whether it was found by then, or that there is none.
 */
gboolean
care_first_row_wait (CareFirstRow *self, gint64 until)
{
  gboolean is_done;

  g_mutex_lock (&self->mutex);
  while (self->state != IS_DONE && g_cond_wait_until (&self->moved, &self->mutex, until))
    ;
  is_done = self->state == IS_DONE;
  g_mutex_unlock (&self->mutex);
  return is_done;
}

/**
 * care_first_row_take:
 * @self: what has been found
 * @id: (out): what the row begins with
 * @error: return location for a #CareStoreError
 *
 * Returns: as care_statement_step(): whether there is a row.
 */
gboolean
care_first_row_take (CareFirstRow *self, gint64 *id, GError **error)
{
  *id = self->id;
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return self->has_row;
}

/**
 * care_first_row_free:
 * @self: (transfer full): what may be being found yet
 *
 * Gives it up; what is at work is waited for.
 */
void
care_first_row_free (CareFirstRow *self)
{
  g_mutex_lock (&self->mutex);
  while (self->state == IS_AT_WORK)
    g_cond_wait (&self->moved, &self->mutex);
  self->state = IS_DONE;
  g_mutex_unlock (&self->mutex);
  g_atomic_rc_box_release_full (self, clear);
}
