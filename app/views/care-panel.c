/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-panel.h"

#include "care-record-pane-private.h"
#include "care-stop.h"
#include "care-wrap-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CarePanel, care_panel, GTK_TYPE_BOX)

/* libadwaita names the list of a group by the title that the group shows itself. */
static void
name_list (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_list (child, name);
}

/* The title beside what can be done, which is no part of the stop that the rows are: Tab
 * would go past one of them. */
static void
add_header (GtkWidget *box, const char *title, GtkWidget *actions)
{
  GtkWidget *header = care_wrap_box_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  /* Also on a line of its own. */
  gtk_widget_set_hexpand (actions, TRUE);
  gtk_widget_set_halign (actions, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (header), label);
  gtk_box_append (GTK_BOX (header), actions);
  gtk_box_append (GTK_BOX (box), header);
}

/**
 * care_panel_add_group:
 * @self: a panel
 * @title: of its rows
 * @description: (nullable): what is said of them
 *
 * Returns: (transfer none): a group below the others, which Tab enters and leaves in one step.
 */
GtkWidget *
care_panel_add_group (CarePanel *self, const char *title, const char *description)
{
  return care_panel_add_group_with (self, title, description, NULL);
}

/**
 * care_panel_add_group_with:
 * @self: a panel
 * @title: of its rows
 * @description: (nullable): what is said of them
 * @actions: (nullable) (transfer floating): buttons beside the title
 *
 * Returns: (transfer none): as care_panel_add_group().
 */
GtkWidget *
care_panel_add_group_with (CarePanel *self, const char *title, const char *description, GtkWidget *actions)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = adw_preferences_group_new ();

  if (actions != NULL)
    add_header (box, title, actions);
  else
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  name_list (group, title);
  if (description != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (description, -1);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
    }
  gtk_box_append (GTK_BOX (box), care_stop_new (group));
  gtk_box_append (GTK_BOX (self), box);
  return group;
}

/**
 * care_panel_make_action:
 * @label: a verb
 * @action: of the window
 * @tooltip: with the keys that do the same
 *
 * Returns: (transfer floating): a button for the actions of a group.
 */
GtkWidget *
care_panel_make_action (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

/**
 * care_panel_make_row:
 * @target: the record that it is to open
 * @title: what it says
 * @subtitle: and below that
 *
 * Returns: (transfer floating): a row for a group of a panel. Whoever makes it connects
 *   AdwActionRow::activated.
 */
GtkWidget *
care_panel_make_row (CareRecord *target, const char *title, const char *subtitle)
{
  return care_panel_make_row_with (target, title, subtitle, NULL);
}

/**
 * care_panel_make_row_with:
 * @target: the record that it is to open
 * @title: what it says
 * @subtitle: and below that
 * @suffix: (nullable) (transfer floating): what stands before its arrow
 *
 * Returns: (transfer floating): as care_panel_make_row().
 */
GtkWidget *
care_panel_make_row_with (CareRecord *target, const char *title, const char *subtitle, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_size_request (row, 0, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Open"), -1);
  if (suffix != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "care-record", g_object_ref (target), g_object_unref);
  return row;
}

/**
 * care_panel_get_target:
 * @row: as of care_panel_make_row()
 *
 * Returns: (transfer none): the record that it opens.
 */
CareRecord *
care_panel_get_target (gpointer row)
{
  return g_object_get_data (row, "care-record");
}

/**
 * care_panel_clear:
 * @panel: a panel
 *
 * Takes all groups out, to be made anew.
 */
void
care_panel_clear (GtkBox *panel)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (panel))) != NULL)
    gtk_box_remove (panel, child);
}

/**
 * care_panel_open_target:
 * @row: as of care_panel_make_row()
 * @self: the panel that it is in
 *
 * Shows the record in the pane: what most rows do.
 */
void
care_panel_open_target (AdwActionRow *row, CarePanel *self)
{
  care_record_pane_follow (self->pane, care_panel_get_target (row));
}

static void
make_groups (CarePanel *self)
{
  care_panel_clear (GTK_BOX (self));
  self->fill (self);
}

/* The focus stays. A panel that is no longer shown may be told before it goes. */
static void
library_applied (CarePanel *self)
{
  if (self->pane == NULL || self->pane->record != self->record || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  for (guint i = 0; self->kinds[i] != NULL; i++)
    if (care_library_has_touched (self->library, self->kinds[i]))
      {
        CarePanelFocus *kept = care_panel_keep_focus (GTK_WIDGET (self));

        make_groups (self);
        care_panel_give_focus (GTK_WIDGET (self), kept);
        return;
      }
}

static void
care_panel_dispose (GObject *object)
{
  CarePanel *self = CARE_PANEL (object);

  g_clear_object (&self->record);
  g_clear_object (&self->library);
  g_clear_weak_pointer (&self->pane);
  G_OBJECT_CLASS (care_panel_parent_class)->dispose (object);
}

static void
care_panel_class_init (CarePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_panel_dispose;
}

static void
care_panel_init (CarePanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * care_panel_new:
 * @pane: what shows the record that it is about
 * @kinds: %NULL-terminated, kept: of the records that it tells of
 * @fill: makes its groups, now and after each act that touches one of @kinds
 *
 * Returns: (transfer floating): a panel.
 */
GtkWidget *
care_panel_new (CareRecordPane *pane, const char *const *kinds, CarePanelFill fill)
{
  CarePanel *self = g_object_new (CARE_TYPE_PANEL, NULL);

  g_set_weak_pointer (&self->pane, pane);
  self->library = g_object_ref (pane->library);
  self->record = g_object_ref (pane->record);
  self->kinds = kinds;
  self->fill = fill;
  g_signal_connect_object (self->library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  make_groups (self);
  return GTK_WIDGET (self);
}
