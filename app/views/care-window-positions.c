/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-positions.h"

#include "care-change-dialog.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

/* A pledge is in another view. */
static void
position_activated (CareWindow *self, CareRecord *record)
{
  if (care_record_is (record, "position"))
    care_browser_select (self->positions, record);
  else
    care_window_show_record (self, record);
}

static void
list_wanted (CareWindow *self)
{
  care_browser_show_picture (self->positions, NULL);
  care_browser_focus (self->positions);
}

static void
set_reference (CareRecord *record, const char *field, CareRecord *target)
{
  g_autofree char *id = target == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  care_record_set (record, field, id, NULL);
}

#define WANTED "care-wanted-position"

static void
record_wanted (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  g_autoptr (CareRecord) position = g_object_steal_data (object, WANTED);

  if (self->library != NULL)
    gtk_window_present (GTK_WINDOW (care_change_dialog_new (GTK_WINDOW (self), self->library, position)));
}

/* In a cell without one. */
static void
position_wanted (CareWindow *self, CareRecord *actor, CareRecord *theme)
{
  CareRecord *position;

  if (!care_library_is_writable (self->library))
    return;
  position = care_record_new (care_kind_find ("position"), care_library_make_id ());
  set_reference (position, "actor", actor);
  set_reference (position, "theme", theme);
  g_object_set_data_full (G_OBJECT (self), WANTED, position, g_object_unref);
  care_library_when_readable (self->library, record_wanted, G_OBJECT (self));
}

/* (transfer none) (nullable): the position that what is shown beside the list is, or is of. */
static CareRecord *
find_position (CareWindow *self)
{
  CareRecord *record;

  if (care_window_is_editing (self) || care_window_get_view (self) != self->positions)
    return NULL;
  record = care_browser_get_shown (self->positions);
  if (record != NULL && care_record_is (record, "party_line"))
    record = care_library_follow (self->library, record, "version");
  if (record != NULL && care_record_is (record, "position_version"))
    record = care_library_follow (self->library, record, "position");
  return record != NULL && care_record_is (record, "position") ? record : NULL;
}

static void
record_change (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *position = self->library == NULL ? NULL : find_position (self);

  if (position == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Choose a position in Positions first."));
  else
    gtk_window_present (GTK_WINDOW (care_change_dialog_new (GTK_WINDOW (self), self->library, position)));
}

static void
record_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_readable (CARE_WINDOW (widget)->library, record_change, G_OBJECT (widget));
}

/**
 * care_window_positions_add_matrix:
 * @self: a window whose view of positions is being made
 *
 * Gives the positions their second look.
 */
void
care_window_positions_add_matrix (CareWindow *self)
{
  GtkWidget *matrix = care_positions_matrix_new ();

  self->positions_matrix = CARE_POSITIONS_MATRIX (matrix);
  g_signal_connect_object (matrix, "activated", G_CALLBACK (position_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matrix, "wanted", G_CALLBACK (position_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matrix, "list-wanted", G_CALLBACK (list_wanted), self, G_CONNECT_SWAPPED);
  care_browser_set_list_label (self->positions, _ ("List"));
  care_browser_add_picture (self->positions, matrix, _ ("Matrix"));
}

/**
 * care_window_positions_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_positions_update (CareWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.record-change",
                                 self->library != NULL && care_library_is_writable (self->library));
}

/**
 * care_window_positions_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_positions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.record-change", NULL, record_change_action);
}
