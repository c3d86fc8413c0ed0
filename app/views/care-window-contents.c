/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window is about: a library, one that is waited for, or why there is none. */

#include "care-window-private.h"

#include "care-window-file.h"
#include "care-window-undo.h"

static void
restore_backup (CareWindow *self, const char *file)
{
  care_window_file_restore (self, file);
}

static void
recover (CareWindow *self, const char *path)
{
  care_window_file_recover (self, path);
}

static void
open_read_only (CareWindow *self)
{
  care_window_file_reopen (self, CARE_LIBRARY_READ);
}

static void
take_over (CareWindow *self)
{
  care_window_file_reopen (self, CARE_LIBRARY_TAKE_OVER);
}

static void
try_again (CareWindow *self)
{
  care_window_file_reopen (self, CARE_LIBRARY_WRITE);
}

/* What is wrong with a library, which there hardly ever is. */
static CareTroublePage *
get_trouble (CareWindow *self)
{
  if (self->trouble != NULL)
    return self->trouble;
  self->trouble = CARE_TROUBLE_PAGE (care_trouble_page_new ());
  g_signal_connect_object (self->trouble, "restore", G_CALLBACK (restore_backup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trouble, "recover", G_CALLBACK (recover), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trouble, "open-read-only", G_CALLBACK (open_read_only), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trouble, "take-over", G_CALLBACK (take_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trouble, "try-again", G_CALLBACK (try_again), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->trouble_place, GTK_WIDGET (self->trouble));
  return self->trouble;
}

/**
 * care_window_set_library:
 * @self: a window
 * @library: the library to show
 * @today: the day to mark as today on the timeline
 *
 * Shows @library.
 */
void
care_window_set_library (CareWindow *self, CareLibrary *library, CareDay today)
{
  care_window_close_library (self);
  g_set_object (&self->library, library);
  g_free (self->path);
  self->path = g_strdup (care_library_get_path (library));
  self->today = today;
  self->save_state = care_save_state_new (library);
  care_window_undo_follow (self, library);
  g_object_bind_property (self->save_state, "text", self->state, "label", G_BINDING_SYNC_CREATE);
  care_saving_notice_set_library (self->saving, library, NULL);
  if (self->search != NULL)
    care_search_page_set_library (self->search, library);
  care_window_fill_view (self);
  gtk_stack_set_visible_child_name (self->stack, "browse");
  care_browser_focus (care_window_get_view (self));
  care_window_update_actions (self);
}

/**
 * care_window_get_library:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the library shown.
 */
CareLibrary *
care_window_get_library (CareWindow *self)
{
  return self->library;
}

/**
 * care_window_save:
 * @self: a window
 *
 * Saves what was typed in it and is not saved yet.
 */
void
care_window_save (CareWindow *self)
{
  if (self->editor != NULL)
    care_editor_save (self->editor);
  if (self->figures_table != NULL)
    care_figures_table_save (self->figures_table);
}

/**
 * care_window_set_read_only:
 * @self: a window with a library
 * @reason: why it can only be read
 *
 * Says so above the views.
 */
void
care_window_set_read_only (CareWindow *self, const GError *reason)
{
  care_saving_notice_set_library (self->saving, self->library, reason);
}

/**
 * care_window_close_library:
 * @self: a window
 *
 * Saves what was typed, waits until it is saved, and gives the library up. Whoever
 * does not want to wait comes by care_window_file_give_up().
 */
void
care_window_close_library (CareWindow *self)
{
  if (self->editor != NULL)
    care_editor_close (self->editor);
  if (self->library == NULL)
    return;
  care_library_settle (self->library);
  care_window_undo_let_go (self, self->library);
  care_window_empty_views (self);
  if (self->search != NULL)
    care_search_page_set_library (self->search, NULL);
  care_saving_notice_set_library (self->saving, NULL, NULL);
  g_clear_object (&self->save_state);
  g_clear_object (&self->library);
}

/**
 * care_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file of its library, whether it could be
 *   opened or not.
 */
const char *
care_window_get_path (CareWindow *self)
{
  return self->path;
}

/**
 * care_window_get_briefing:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the briefing that is open in the editor.
 */
CareRecord *
care_window_get_briefing (CareWindow *self)
{
  return self->editor == NULL ? NULL : care_editor_get_briefing (self->editor);
}

/**
 * care_window_show_trouble:
 * @self: a window
 * @path: of the library
 * @error: why it could not be opened
 *
 * Says so in place of the views.
 */
void
care_window_show_trouble (CareWindow *self, const char *path, const GError *error)
{
  care_window_close_library (self);
  g_free (self->path);
  self->path = g_strdup (path);
  care_trouble_page_show (get_trouble (self), path, error);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  care_trouble_page_focus (self->trouble);
  care_window_update_actions (self);
}

/**
 * care_window_show_wait:
 * @self: a window
 * @path: of a library that is being opened, or made
 * @title: what is waited for, in header capitals
 *
 * Gives its library up and says so in place of the views.
 */
void
care_window_show_wait (CareWindow *self, const char *path, const char *title)
{
  g_autofree char *taken = g_strdup (path);

  care_window_close_library (self);
  g_free (self->path);
  self->path = g_steal_pointer (&taken);
  care_wait_set_title (self->wait, title);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  care_window_update_actions (self);
}

/**
 * care_window_is_waiting:
 * @self: a window
 *
 * Returns: whether care_window_show_wait() is the last that it was told, and it has
 *   not been closed since.
 */
gboolean
care_window_is_waiting (CareWindow *self)
{
  return self->stack != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "wait") == 0;
}

/**
 * care_window_end_wait:
 * @self: a window that waits, and in which there was trouble before
 *
 * Shows the trouble again.
 */
void
care_window_end_wait (CareWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  care_trouble_page_focus (get_trouble (self));
}
