/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-private.h"

#include "care-history-table.h"

G_DEFINE_FINAL_TYPE (CareLibrary, care_library, G_TYPE_OBJECT)

static void
care_library_finalize (GObject *object)
{
  CareLibrary *self = CARE_LIBRARY (object);

  care_library_work_dispose (self);
  care_library_readable_dispose (self);
  care_library_read_dispose (self);
  g_clear_pointer (&self->db, care_database_close);
  g_clear_pointer (&self->file_lock, care_lock_release);
  g_rec_mutex_clear (&self->lock);
  g_clear_error (&self->backup_trouble);
  g_clear_error (&self->room_trouble);
  g_clear_error (&self->index_damage);
  g_free (self->path);
  g_free (self->author);
  G_OBJECT_CLASS (care_library_parent_class)->finalize (object);
}

static void
care_library_class_init (CareLibraryClass *klass)
{
  GType type = CARE_TYPE_LIBRARY;

  G_OBJECT_CLASS (klass)->finalize = care_library_finalize;

  /**
   * CareLibrary::changed:
   * @record: a live record that has changed, or one that is new
   *
   * An act has been committed. Emitted once a record, after all of them have
   * their new values. Of an act that changes very many, only those that somebody
   * holds are told of: what shows many follows #CareLibrary::applied.
   */
  g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareLibrary::removed:
   * @record: a record that is no longer in the library
   *
   * An act that deletes it has been committed, or one that made it been undone.
   */
  g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareLibrary::applied:
   *
   * An act was done, undone or redone, and all that it changes has been told;
   * care_library_has_touched() says of which kinds.
   */
  g_signal_new ("applied", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareLibrary::state-changed:
   *
   * care_library_get_state() has another answer.
   */
  g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareLibrary::refused:
   *
   * What was held has been tried again, and is refused for good: what shows it goes
   * back to care_library_get_latest(). Why is told by #CareLibrary::trouble.
   */
  g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareLibrary::trouble:
   * @error: a #CareStoreError
   *
   * Something could not be read, or is told in time: the disk fails or is nearly
   * full, the file is damaged, or no backup could be made.
   */
  g_signal_new ("trouble", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
care_library_init (CareLibrary *self)
{
  g_rec_mutex_init (&self->lock);
  g_queue_init (&self->recent);
  g_queue_init (&self->under_way);
  g_queue_init (&self->held);
}

/**
 * care_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its file.
 */
const char *
care_library_get_path (CareLibrary *self)
{
  return self->path;
}

/**
 * care_library_is_writable:
 * @self: a library
 *
 * Returns: whether acts can be applied to it.
 */
gboolean
care_library_is_writable (CareLibrary *self)
{
  return self->writable;
}

/**
 * care_library_get_version:
 * @self: a library
 *
 * Returns: the version of the schema of its file, which is
 *   %CARE_LIBRARY_VERSION once it has been opened to be written.
 */
int
care_library_get_version (CareLibrary *self)
{
  return self->version;
}

/**
 * care_library_get_origin:
 * @self: a library
 *
 * What a library is known by wherever it is moved. A copy with the history has the same.
 *
 * Returns: the id of the first entry of its history; 0 as long as there is none, or it cannot
 *   be read.
 */
CareId
care_library_get_origin (CareLibrary *self)
{
  g_autoptr (CareHistoryEntry) first = NULL;

  if (self->origin != 0 || !care_library_can_read (self))
    return self->origin;
  g_rec_mutex_lock (&self->lock);
  first = care_history_find_first (self->db, NULL);
  g_rec_mutex_unlock (&self->lock);
  self->origin = first == NULL ? 0 : first->id;
  return self->origin;
}

/**
 * care_library_set_author:
 * @self: a library
 * @author: who does what is done from now on
 *
 * Names the author of acts.
 */
void
care_library_set_author (CareLibrary *self, const char *author)
{
  g_rec_mutex_lock (&self->lock);
  g_free (self->author);
  self->author = g_strdup (author);
  g_rec_mutex_unlock (&self->lock);
}

/**
 * care_library_get_author:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): who does what is done from now on, until another is
 *   named. Only the thread that names authors may ask.
 */
const char *
care_library_get_author (CareLibrary *self)
{
  return self->author;
}

/**
 * care_library_report:
 * @self: a library
 * @error: why something could not be read
 *
 * Emits #CareLibrary::trouble.
 */
void
care_library_report (CareLibrary *self, const GError *error)
{
  g_signal_emit_by_name (self, "trouble", error);
}

/**
 * care_library_make_id:
 *
 * 42 bits of time and 21 of chance: copies of a library that grow apart do not
 * give the same id to different things, and ids ascend with time.
 *
 * Returns: an id for something new.
 */
CareId
care_library_make_id (void)
{
  guint64 milliseconds = (guint64) g_get_real_time () / 1000;

  return (CareId) ((milliseconds & ((G_GUINT64_CONSTANT (1) << 42) - 1)) << 21 | (g_random_int () & 0x1fffff));
}
