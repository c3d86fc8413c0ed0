/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The focus in the record pane: given to a field; and where it was left, when what belongs
 * to the record has come, gone or moved, and the pane is made anew. */

#include "care-record-pane-private.h"

#include "care-reference-row.h"

#include <string.h>

/* (transfer none) (nullable): the list that @widget is in. */
static GtkWidget *
find_list (CareRecordPane *self, GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != self->groups)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static GtkWidget *
find_row (GtkWidget *root, CareRecord *user)
{
  if (g_object_get_data (G_OBJECT (root), "care-user") == user && ADW_IS_ACTION_ROW (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, user);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
find_field (CareRecordPane *self, GtkWidget *focus)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->fields, i);

      if (row != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
        return i;
    }
  return G_MAXUINT;
}

/* Where the focus is in the pane, for care_record_pane_give_focus(). */
void
care_record_pane_keep_focus (CareRecordPane *self, CarePaneFocus *kept)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *list;

  *kept = (CarePaneFocus) { .field = G_MAXUINT };
  kept->scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->groups))
    return;
  kept->field = find_field (self, focus);
  list = find_list (self, focus);
  if (kept->field == G_MAXUINT && list != NULL)
    {
      kept->list = g_strdup (gtk_widget_get_name (list));
      kept->panel = care_panel_keep_focus (list);
    }
  g_set_object (&kept->user, g_object_get_data (G_OBJECT (focus), "care-user"));
}

static void
focus_list (CareRecordPane *self, CarePaneFocus *kept)
{
  for (GtkWidget *list = gtk_widget_get_first_child (self->groups); list != NULL; list = gtk_widget_get_next_sibling (list))
    {
      GtkWidget *row;

      if (strcmp (gtk_widget_get_name (list), kept->list) != 0)
        continue;
      row = kept->user == NULL ? NULL : find_row (list, kept->user);
      if (row != NULL)
        gtk_widget_grab_focus (row);
      else
        care_panel_give_focus (list, g_steal_pointer (&kept->panel));
      return;
    }
}

/* Puts it there again; @kept is not used afterwards. */
void
care_record_pane_give_focus (CareRecordPane *self, CarePaneFocus *kept)
{
  GtkWidget *row = care_record_pane_reveal_field (self, kept->field);

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (kept->list != NULL)
    focus_list (self, kept);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), kept->scrolled);
  g_clear_pointer (&kept->list, g_free);
  g_clear_pointer (&kept->panel, care_panel_focus_free);
  g_clear_object (&kept->user);
}

/**
 * care_record_pane_focus_title:
 * @self: a record pane
 *
 * Gives the focus to what the record is called, or to its first field.
 */
void
care_record_pane_focus_title (CareRecordPane *self)
{
  const CareKind *kind = self->record == NULL ? NULL : care_record_get_kind (self->record);

  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->fields, i);

      if (row != NULL && (kind->fields[i].flags & CARE_FIELD_IS_TITLE) != 0
          && gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
        return;
    }
  gtk_widget_child_focus (self->groups, GTK_DIR_TAB_FORWARD);
}

gboolean
care_record_pane_has_focus (CareRecordPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
opens (GtkWidget *widget, CareRecord *record)
{
  if (CARE_IS_REFERENCE_ROW (widget))
    return care_reference_row_get_target (CARE_REFERENCE_ROW (widget)) == record;
  return ADW_IS_ACTION_ROW (widget)
         && (g_object_get_data (G_OBJECT (widget), "care-record") == record
             || g_object_get_data (G_OBJECT (widget), "care-user") == record);
}

static gboolean
focus_opener (GtkWidget *widget, CareRecord *record)
{
  if (opens (widget, record))
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_opener (child, record))
      return TRUE;
  return FALSE;
}

/* Gives the focus to what opens @record, or, where that is gone, to the way back. */
void
care_record_pane_focus_opener (CareRecordPane *self, CareRecord *record)
{
  if (!focus_opener (self->groups, record))
    gtk_widget_grab_focus (self->back);
}

/* How long the rest of the fields may take to unfold, in frames. */
#define FRAMES_TO_UNFOLD 20

/* GTK scrolls to what gets the focus before there is room for it. */
static gboolean
scroll_in_frame (GtkWidget *row, GdkFrameClock *clock, gpointer n_frames)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double top;

  if (gtk_widget_get_focus_child (gtk_widget_get_parent (row)) != row || ++*(guint *) n_frames > FRAMES_TO_UNFOLD)
    return G_SOURCE_REMOVE;
  gtk_widget_translate_coordinates (row, scroller, 0, 0, NULL, &top);
  top += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, top, top + gtk_widget_get_height (row));
  return G_SOURCE_CONTINUE;
}

/**
 * care_record_pane_focus_field:
 * @self: a record pane that shows a record
 * @field: (nullable): a field of it
 *
 * Gives the focus to @field, which comes into view, or to what the record is called where
 * that has no row.
 */
void
care_record_pane_focus_field (CareRecordPane *self, const char *field)
{
  int index = self->record == NULL || field == NULL ? -1
                                                    : care_kind_field_index (care_record_get_kind (self->record), field);
  GtkWidget *row = index < 0 ? NULL : care_record_pane_reveal_field (self, index);

  if (row == NULL || !gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
    care_record_pane_focus_title (self);
  else
    gtk_widget_add_tick_callback (row, scroll_in_frame, g_new0 (guint, 1), g_free);
}
