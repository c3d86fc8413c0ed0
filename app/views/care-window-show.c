/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window shows: one of the views, the editor, or the search. */

#include "care-window-private.h"

/* Whether a briefing is open in the editor. */
gboolean
care_window_is_editing (CareWindow *self)
{
  return self->editor != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->editor);
}

static gboolean
is_searching (CareWindow *self)
{
  return self->search != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->search);
}

/* It takes as long to make as all else in the window: the first briefing waits for it. */
static void
make_editor (CareWindow *self)
{
  self->editor = CARE_EDITOR (g_object_new (CARE_TYPE_EDITOR, NULL));
  g_signal_connect_object (self->editor, "left", G_CALLBACK (care_window_leave_editor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "activated", G_CALLBACK (care_window_show_record), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->editor), "editor");
}

static void
make_search (CareWindow *self)
{
  self->search = CARE_SEARCH_PAGE (g_object_new (CARE_TYPE_SEARCH_PAGE, NULL));
  g_signal_connect_object (self->search, "activated", G_CALLBACK (care_window_show_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "left", G_CALLBACK (care_window_leave_search), self, G_CONNECT_SWAPPED);
  care_search_page_set_library (self->search, self->library);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->search), "search");
}

/* A person who comes back from a briefing finds it selected, though it was made, or
 * opened from elsewhere. */
static void
select_left (CareWindow *self, CareRecord *briefing)
{
  if (briefing == NULL || self->library == NULL
      || care_window_get_view (self) != self->briefings
      || care_browser_get_selected (self->briefings) == briefing
      || care_library_lookup_now ("briefing", care_record_get_id (briefing), self->library) != briefing)
    return;
  care_browser_select (self->briefings, briefing);
  /* The stack has given it to what was selected before. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Goes back from the briefing to the views. */
void
care_window_leave_editor (CareWindow *self)
{
  CareRecord *editing = care_editor_get_briefing (self->editor);
  g_autoptr (CareRecord) briefing = editing == NULL ? NULL : g_object_ref (editing);

  care_editor_close (self->editor);
  gtk_window_set_title (GTK_WINDOW (self), "CareBrief");
  gtk_stack_set_visible_child_name (self->stack, "browse");
  select_left (self, briefing);
  care_browser_focus (care_window_get_view (self));
  care_window_update_actions (self);
}

/* Goes back to where the search was begun. */
void
care_window_leave_search (CareWindow *self)
{
  gtk_stack_set_visible_child (self->stack, self->searched_from);
  if (care_window_is_editing (self))
    care_editor_focus (self->editor);
  else
    care_browser_focus (care_window_get_view (self));
  care_window_update_actions (self);
}

/* (nullable): what the view is called that lists records of the kind of @record. */
static const char *
find_view (CareRecord *record)
{
  static const struct
  {
    const char *kind;
    const char *view;
  } views[] = {
    { "position", "positions" }, { "figure", "figures" }, { "pledge", "timeline" }, { "event", "timeline" },
    { "source", "sources" },  { "fund", "figures" },   { "ledger", "figures" },  { "deflator", "figures" },
    { "calculation", "figures" },
  };

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (views); i++)
    if (care_record_is (record, views[i].kind))
      return views[i].view;
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
  if (self->editor == NULL)
    make_editor (self);
  care_editor_open (self->editor, self->library, briefing);
  gtk_window_set_title (GTK_WINDOW (self), care_record_get_title (briefing));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  care_editor_focus (self->editor);
  care_window_update_actions (self);
}

/* The keys go on from its row or its mark: from its name where it has neither. They stay
 * in the matrix, which a person goes through cell by cell. */
static void
show_in_view (CareWindow *self, CareRecord *record)
{
  CareBrowser *view = care_window_get_view (self);
  gboolean has_mark;

  care_browser_select (view, record);
  if (view == self->positions && care_browser_get_picture_shown (view))
    return;
  /* The view has given it to what was selected before. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  has_mark = view == self->timeline && care_timeline_chart_select (self->timeline_chart, record);
  if (care_browser_get_picture_shown (view) ? has_mark : care_browser_get_selected (view) == record)
    care_browser_focus (view);
  else
    care_browser_focus_title (view);
}

/* A section or a box is shown in the editor, a part in the view of what it is part
 * of, and anything else beside the positions. */
static void
show_wanted (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  g_autoptr (CareRecord) record = g_steal_pointer (&self->wanted);
  CareRecord *owner;
  CareRecord *briefing;
  const char *view;

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
  view = find_view (record);
  if (view == NULL)
    view = find_view (owner);
  care_window_show_view (self, view != NULL ? view : "positions");
  show_in_view (self, record);
}

/* Shows @record where it is edited, as soon as it can be read. */
void
care_window_show_record (CareWindow *self, CareRecord *record)
{
  g_set_object (&self->wanted, record);
  care_library_when_readable (self->library, show_wanted, G_OBJECT (self));
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
  if (care_window_is_editing (self))
    care_window_leave_editor (self);
  gtk_stack_set_visible_child_name (self->stack, "browse");
  adw_view_stack_set_visible_child_name (self->views, view);
  care_browser_focus (care_window_get_view (self));
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
  care_window_show_record (self, briefing);
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

/**
 * care_window_find:
 * @self: a window
 *
 * Lets a person find records in the view that is shown.
 */
void
care_window_find (CareWindow *self)
{
  if (self->library == NULL)
    return;
  if (care_window_is_editing (self))
    gtk_widget_activate_action (GTK_WIDGET (self->editor), "editor.find", NULL);
  else if (is_searching (self))
    care_search_page_focus (self->search);
  else
    care_browser_find (care_window_get_view (self));
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
  if (self->search == NULL)
    make_search (self);
  if (!is_searching (self))
    self->searched_from = gtk_stack_get_visible_child (self->stack);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->search));
  care_search_page_focus (self->search);
  care_window_update_actions (self);
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_show_view (CARE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* From the list to the picture of the same, or back. */
static void
other_look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  if (self->library != NULL && !care_window_is_editing (self) && !is_searching (self))
    care_browser_turn (care_window_get_view (self));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  if (care_window_is_editing (self))
    care_window_leave_editor (self);
  else if (is_searching (self))
    care_window_leave_search (self);
  else if (self->library != NULL)
    care_browser_back (care_window_get_view (self));
}

/* "(sx)": the kind and the id of a record that is shown somewhere already. */
static void
show_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);
  const char *kind;
  CareId id;
  CareRecord *record;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  record = self->library == NULL ? NULL : care_library_lookup_now (kind, id, self->library);
  /* A briefing that is open is not opened anew: what its checks have found is there. */
  if (record != NULL && !(care_window_is_editing (self) && care_editor_get_briefing (self->editor) == record))
    care_window_show_record (self, record);
}

/* "win.print" is the editor's "editor.print". */
static void
editor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *of_editor = g_strconcat ("editor.", name + strlen ("win."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (CARE_WINDOW (widget)->editor), of_editor, NULL);
}

/* Adds the actions. */
void
care_window_show_install (GtkWidgetClass *widget_class)
{
  static const char *const of_editor[] = { "win.export",         "win.export-large", "win.export-web", "win.export-text",
                                           "win.export-picture", "win.print",        "win.outline",
                                           "win.export-draft",   "win.next-problem", "win.previous-problem",
                                           "win.find-replace",   "win.find-next",    "win.find-previous" };

  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.other-look", NULL, other_look_action);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(sx)", show_record_action);
  for (guint i = 0; i < G_N_ELEMENTS (of_editor); i++)
    gtk_widget_class_install_action (widget_class, of_editor[i], NULL, editor_action);
}
