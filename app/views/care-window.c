/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window.h"

#include "care-browser.h"
#include "care-editor.h"
#include "care-figures-chart.h"
#include "care-save-state.h"
#include "care-saving-notice.h"
#include "care-search-page.h"
#include "care-stop.h"
#include "care-timeline-chart.h"
#include "care-trouble-page.h"
#include "care-view-models.h"
#include "care-wait.h"
#include "care-window-file.h"
#include "care-window-library.h"
#include "care-window-undo.h"

#include <glib/gi18n.h>

struct _CareWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *toast; /* the last one */
  GtkStack *stack; /* browse, editor, search, wait, trouble */
  GtkLabel *state;
  CareSavingNotice *saving;
  CareSearchPage *search;
  AdwViewStack *views;
  CareBrowser *briefings;
  CareBrowser *positions;
  CareBrowser *figures;
  CareBrowser *timeline;
  CareBrowser *sources;
  CareEditor *editor;
  CareWait *wait;
  CareTroublePage *trouble;

  CareFiguresChart *figures_chart;
  CareTimelineChart *timeline_chart;
  CareLibrary *library;
  CareSaveState *save_state;
  char *path; /* of the library, whether it could be opened or not */
  GtkWidget *searched_from; /* child of the stack */
  CareRecord *wanted; /* an element of a briefing, or a record found, to be shown once it can be read */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (CareWindow, care_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_editing (CareWindow *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->editor);
}

static void
update_actions (CareWindow *self)
{
  static const char *const of_briefings[] = { "win.export", "win.outline", "win.editions", "win.make-edition" };

  for (guint i = 0; i < G_N_ELEMENTS (of_briefings); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_briefings[i], is_editing (self));
  care_window_library_update (self);
}

static void
editor_left (CareWindow *self)
{
  care_editor_close (self->editor);
  gtk_window_set_title (GTK_WINDOW (self), "CareBrief");
  gtk_stack_set_visible_child_name (self->stack, "browse");
  care_browser_focus (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)));
  update_actions (self);
}

static void
mark_activated (CareWindow *self, CareRecord *record)
{
  care_browser_select (self->timeline, record);
  care_timeline_chart_select (self->timeline_chart, record);
}

static void
search_left (CareWindow *self)
{
  gtk_stack_set_visible_child (self->stack, self->searched_from);
  if (is_editing (self))
    care_editor_focus (self->editor);
  else
    care_browser_focus (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)));
  update_actions (self);
}

/* The view that lists records of the kind of @record, or what it is part of. */
static CareBrowser *
find_view (CareWindow *self, CareRecord *record, const char **name)
{
  const struct
  {
    const char *kind;
    const char *name;
    CareBrowser *view;
  } views[] = {
    { "position", "positions", self->positions }, { "figure", "figures", self->figures },
    { "pledge", "timeline", self->timeline },     { "event", "timeline", self->timeline },
    { "source", "sources", self->sources },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (care_record_is (record, views[i].kind))
      {
        *name = views[i].name;
        return views[i].view;
      }
  return NULL;
}

/* What @record belongs to, or NULL. */
static CareRecord *
find_owner (CareWindow *self, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  CareRecord *owner = NULL;

  for (guint i = 0; i < kind->n_fields && owner == NULL; i++)
    if (kind->fields[i].flags & CARE_FIELD_IS_OWNER)
      owner = care_library_follow (self->library, record, kind->fields[i].name);
  return owner;
}

static void
open_briefing (CareWindow *self, CareRecord *briefing)
{
  care_editor_open (self->editor, self->library, briefing);
  gtk_window_set_title (GTK_WINDOW (self), care_record_get_title (briefing));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  care_editor_focus (self->editor);
  update_actions (self);
}

/* A section or a box is shown in the editor, a part in the view of what it is part
 * of, and anything else beside the positions. */
static void
show_wanted (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  g_autoptr (CareRecord) record = g_steal_pointer (&self->wanted);
  const char *name = "positions";
  CareRecord *owner;
  CareRecord *briefing;
  CareBrowser *view;

  /* It may have been deleted while it was waited for. */
  if (record == NULL || self->library == NULL
      || care_library_find (self->library, care_record_get_kind (record)->name, care_record_get_id (record)) != record)
    return;
  owner = find_owner (self, record);
  briefing = care_record_is (record, "briefing") ? record : owner;
  if (briefing != NULL && care_record_is (briefing, "briefing"))
    {
      open_briefing (self, briefing);
      care_window_show_element (self, care_record_get_kind (record)->name, care_record_get_id (record));
      return;
    }
  view = find_view (self, record, &name);
  if (view == NULL && owner != NULL)
    find_view (self, owner, &name);
  care_window_show_view (self, name);
  care_browser_select (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)), record);
}

static void
hit_activated (CareWindow *self, CareRecord *record)
{
  g_set_object (&self->wanted, record);
  care_library_when_readable (self->library, show_wanted, G_OBJECT (self));
}

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

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_show_view (CARE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  if (is_editing (self))
    editor_left (self);
  else if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->search))
    search_left (self);
  else if (self->library != NULL)
    care_browser_back (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (CARE_WINDOW (widget)->editor), "editor.export", NULL);
}

static void
outline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (CARE_WINDOW (widget)->editor), "editor.outline", NULL);
}

/* A plain toast is silent to a screen reader in libadwaita 1.2; a label with the
 * role of an alert is not. */
static void
tell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);
  const char *message = g_variant_get_string (parameter, NULL);
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", message, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL);

  adw_toast_set_custom_title (toast, label);
  /* What was told before is no longer news. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * care_window_show_view:
 * @self: a window
 * @view: "briefings", "positions", "figures", "timeline" or "sources"
 *
 * Shows one of the five views, leaving the editor if that is open.
 */
void
care_window_show_view (CareWindow *self, const char *view)
{
  if (self->library == NULL || adw_view_stack_get_child_by_name (self->views, view) == NULL)
    return;
  if (is_editing (self))
    editor_left (self);
  gtk_stack_set_visible_child_name (self->stack, "browse");
  adw_view_stack_set_visible_child_name (self->views, view);
  care_browser_focus (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)));
}

/**
 * care_window_open_briefing:
 * @self: a window
 * @briefing: a briefing of its library
 *
 * Opens @briefing in the editor, as soon as it can be read.
 */
void
care_window_open_briefing (CareWindow *self, CareRecord *briefing)
{
  hit_activated (self, briefing);
}

/**
 * care_window_show_element:
 * @self: a window with a briefing open
 * @kind: "briefing", "section" or "box"
 * @id: of one of that briefing
 *
 * Shows the text of an element in the editor.
 */
void
care_window_show_element (CareWindow *self, const char *kind, CareId id)
{
  care_editor_select (self->editor, kind, id);
}

/**
 * care_window_show_figure:
 * @self: a window
 * @figure: a figure of its library
 *
 * Shows everything about @figure.
 */
void
care_window_show_figure (CareWindow *self, CareRecord *figure)
{
  care_window_show_view (self, "figures");
  care_browser_select (self->figures, figure);
}

static void
set_records (CareBrowser *browser, CareLibrary *library, GListModel *records)
{
  care_browser_set_records (browser, library, records);
  g_object_unref (records);
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
  self->save_state = care_save_state_new (library);
  g_object_bind_property (self->save_state, "text", self->state, "label", G_BINDING_SYNC_CREATE);
  care_saving_notice_set_library (self->saving, library, NULL);
  care_search_page_set_library (self->search, library);
  set_records (self->briefings, library, care_view_models_briefings (library));
  set_records (self->positions, library, care_view_models_positions (library));
  set_records (self->figures, library, care_view_models_figures (library));
  set_records (self->timeline, library, care_view_models_timeline (library));
  set_records (self->sources, library, care_view_models_sources (library));
  care_figures_chart_set_library (self->figures_chart, library);
  care_timeline_chart_set_library (self->timeline_chart, library, today);
  gtk_stack_set_visible_child_name (self->stack, "browse");
  care_browser_focus (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)));
  update_actions (self);
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
  for (guint i = 0; i < G_N_ELEMENTS (browsers); i++)
    care_browser_set_records (browsers[i], NULL, NULL);
  care_figures_chart_set_library (self->figures_chart, NULL);
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
 * care_window_find:
 * @self: a window
 *
 * Lets a person find records in the view that is shown.
 */
void
care_window_find (CareWindow *self)
{
  if (self->library == NULL || is_editing (self))
    return;
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->search))
    care_search_page_focus (self->search);
  else
    care_browser_find (CARE_BROWSER (adw_view_stack_get_visible_child (self->views)));
}

/**
 * care_window_search:
 * @self: a window
 *
 * Lets a person search everywhere.
 */
void
care_window_search (CareWindow *self)
{
  if (self->library == NULL)
    return;
  care_window_save (self);
  if (gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->search))
    self->searched_from = gtk_stack_get_visible_child (self->stack);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->search));
  care_search_page_focus (self->search);
  update_actions (self);
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
  update_actions (self);
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
  update_actions (self);
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

/* Another program may have touched the file while its window was used. */
static void
active_changed (CareWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)) || self->library == NULL)
    return;
  care_saving_notice_look (self->saving);
  if (is_editing (self))
    care_editor_look (self->editor);
}

static void
label_views (CareWindow *self)
{
  care_browser_set_label (self->briefings, _ ("Briefings"), _ ("No Briefings Yet"),
                          _ ("Import a library that holds one."));
  care_browser_set_open_label (self->briefings, _ ("Open Briefing"));
  care_browser_set_label (self->positions, _ ("Positions"), _ ("No Positions Yet"),
                          _ ("Record what a party has said, with its source."));
  care_browser_set_label (self->figures, _ ("Figures"), _ ("No Figures Yet"),
                          _ ("Record a sum or a number, with its source."));
  care_browser_set_label (self->timeline, _ ("Pledges and Events"), _ ("No Pledges or Events Yet"),
                          _ ("Record what was pledged, and what happened."));
  care_browser_set_label (self->sources, _ ("Sources"), _ ("No Sources Yet"),
                          _ ("Record where facts come from."));
}

static gboolean
care_window_close_request (GtkWindow *window)
{
  CareWindow *self = CARE_WINDOW (window);

  /* What is typed in a field is taken as the focus leaves it. */
  gtk_window_set_focus (window, NULL);
  care_editor_save (self->editor);
  /* Whoever closes a window may take the disk away next. */
  if (!care_window_file_may_close (self))
    return TRUE;
  return GTK_WINDOW_CLASS (care_window_parent_class)->close_request (window);
}

static void
care_window_dispose (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);

  if (self->editor != NULL)
    care_editor_close (self->editor);
  g_clear_object (&self->save_state);
  g_clear_object (&self->library);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->toast);
  g_clear_object (&self->wanted);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_WINDOW);
  G_OBJECT_CLASS (care_window_parent_class)->dispose (object);
}

static void
care_window_class_init (CareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = care_window_close_request;

  g_type_ensure (CARE_TYPE_BROWSER);
  g_type_ensure (CARE_TYPE_EDITOR);
  g_type_ensure (CARE_TYPE_SAVING_NOTICE);
  g_type_ensure (CARE_TYPE_SEARCH_PAGE);
  g_type_ensure (CARE_TYPE_STOP);
  g_type_ensure (CARE_TYPE_TROUBLE_PAGE);
  g_type_ensure (CARE_TYPE_WAIT);

  /**
   * CareWindow::reopen:
   * @path: of a library
   * @mode: a #CareLibraryMode
   *
   * The library at @path is to be opened and shown in this window.
   */
  g_signal_new ("reopen", CARE_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.outline", NULL, outline_action);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell_action);
  care_window_undo_install (widget_class);
  care_window_library_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, state);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, saving);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, views);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, briefings);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, positions);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, figures);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, editor);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, wait);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, trouble);
  gtk_widget_class_bind_template_callback (widget_class, editor_left);
  gtk_widget_class_bind_template_callback (widget_class, care_window_open_briefing);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated);
  gtk_widget_class_bind_template_callback (widget_class, search_left);
  gtk_widget_class_bind_template_callback (widget_class, restore_backup);
  gtk_widget_class_bind_template_callback (widget_class, recover);
  gtk_widget_class_bind_template_callback (widget_class, open_read_only);
  gtk_widget_class_bind_template_callback (widget_class, take_over);
  gtk_widget_class_bind_template_callback (widget_class, try_again);
}

static void
add_pictures (CareWindow *self)
{
  self->figures_chart = CARE_FIGURES_CHART (care_figures_chart_new ());
  g_signal_connect_object (self->figures_chart, "activated", G_CALLBACK (care_window_show_figure), self, G_CONNECT_SWAPPED);
  care_browser_set_picture (self->figures, GTK_WIDGET (self->figures_chart), _ ("Table"), _ ("Chart"));

  self->timeline_chart = CARE_TIMELINE_CHART (care_timeline_chart_new ());
  g_signal_connect_object (self->timeline_chart, "activated", G_CALLBACK (mark_activated), self, G_CONNECT_SWAPPED);
  care_browser_set_picture (self->timeline, GTK_WIDGET (self->timeline_chart), _ ("List"), _ ("Lanes"));
  care_browser_show_picture (self->timeline, TRUE);
}

static void
care_window_init (CareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  label_views (self);
  add_pictures (self);
  update_actions (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed), NULL);

  self->settings = g_settings_new (CARE_APP_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "view", self->views, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

/**
 * care_window_new:
 * @application: (nullable): the application
 *
 * Returns: (transfer none): a window without a library; GTK holds it until it
 *   is closed.
 */
GtkWidget *
care_window_new (GtkApplication *application)
{
  return g_object_new (CARE_TYPE_WINDOW, "application", application, NULL);
}
