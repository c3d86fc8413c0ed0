/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The notes of a review in the editor: added from the outline, and gone from to what they
 * are about. */

#include "care-editor-private.h"

static void
go_to_noted (CareEditor *self, CareRecord *element)
{
  care_editor_select (self, care_record_get_kind (element)->name, care_record_get_id (element));
  care_editor_outline_enter (self, element);
}

static void
add_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareEditor *self = CARE_EDITOR (widget);

  gtk_stack_set_visible_child_name (self->side_stack, "notes");
  care_editor_show_pane (self, self->page_pane);
  care_notes_pane_ask (self->notes);
}

/* For the class: the action, and the callback of the template. */
void
care_editor_notes_bind (GtkWidgetClass *widget_class)
{
  g_type_ensure (CARE_TYPE_NOTES_PANE);
  gtk_widget_class_install_action (widget_class, "part.add-note", NULL, add_note_action);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, notes);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, notes_toggle);
  gtk_widget_class_bind_template_callback (widget_class, go_to_noted);
}
