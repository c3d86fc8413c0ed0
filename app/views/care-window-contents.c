/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window is about: a library, one that is waited for, or why there is none. */

#include "care-window-private.h"

#include "care-view-models.h"
#include "care-window-file.h"
#include "care-window-undo.h"

/* The picture that a view has beside its list is filled with it. */
static void
fill_picture (CareWindow *self, CareBrowser *view)
{
  if (view == self->figures)
    care_figures_chart_set_library (self->figures_chart, self->library);
  else if (view == self->positions)
    care_positions_matrix_set_library (self->positions_matrix, self->library);
  else if (view == self->timeline)
    care_timeline_chart_set_library (self->timeline_chart, self->library, self->today);
}

static void
fill_view (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareBrowser *shown = CARE_BROWSER (adw_view_stack_get_visible_child (self->views));
  const struct
  {
    CareBrowser *view;
    GListModel *(*list) (CareLibrary *library);
  } views[] = {
    { self->briefings, care_view_models_briefings }, { self->positions, care_view_models_positions },
    { self->figures, care_view_models_figures },     { self->timeline, care_view_models_timeline },
    { self->sources, care_view_models_sources },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views) && self->library != NULL; i++)
    if (views[i].view == shown && care_browser_get_library (shown) != self->library)
      {
        g_autoptr (GListModel) records = views[i].list (self->library);

        care_browser_set_records (shown, self->library, records);
        fill_picture (self, shown);
      }
}

/* Fills the view that is shown, if it has not been shown before: to fill all five would
 * take most of the time in which a window comes up. */
void
care_window_fill_view (CareWindow *self)
{
  if (self->library != NULL)
    care_library_when_readable (self->library, fill_view, G_OBJECT (self));
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
  care_search_page_set_library (self->search, library);
  care_window_fill_view (self);
  gtk_stack_set_visible_child_name (self->stack, "browse");
  care_browser_focus (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)));
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
  care_editor_save (self->editor);
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
  CareBrowser *const browsers[]
    = { self->briefings, self->positions, self->figures, self->timeline, self->sources };

  care_editor_close (self->editor);
  if (self->library == NULL)
    return;
  care_library_settle (self->library);
  care_window_undo_let_go (self, self->library);
  for (guint i = 0; i < G_N_ELEMENTS (browsers); i++)
    care_browser_set_records (browsers[i], NULL, NULL);
  care_figures_chart_set_library (self->figures_chart, NULL);
  care_positions_matrix_set_library (self->positions_matrix, NULL);
  care_timeline_chart_set_library (self->timeline_chart, NULL, 0);
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
  return care_editor_get_briefing (self->editor);
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
  care_trouble_page_show (self->trouble, path, error);
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
  care_trouble_page_focus (self->trouble);
}
