/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-panel.h"

#include "care-record-pane-private.h"
#include "care-stop.h"

#include <glib/gi18n.h>

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
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (header), label);
  gtk_box_append (GTK_BOX (header), actions);
  gtk_box_append (GTK_BOX (box), header);
}

/**
 * care_panel_add_group:
 * @panel: a panel
 * @title: of its rows
 * @description: (nullable): what is said of them
 *
 * Returns: (transfer none): a group below the others, which Tab enters and leaves in one step.
 */
GtkWidget *
care_panel_add_group (GtkBox *panel, const char *title, const char *description)
{
  return care_panel_add_group_with (panel, title, description, NULL);
}

/**
 * care_panel_add_group_with:
 * @panel: a panel
 * @title: of its rows
 * @description: (nullable): what is said of them
 * @actions: (nullable) (transfer floating): buttons beside the title
 *
 * Returns: (transfer none): as care_panel_add_group().
 */
GtkWidget *
care_panel_add_group_with (GtkBox *panel, const char *title, const char *description, GtkWidget *actions)
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
  gtk_box_append (panel, box);
  return group;
}

/**
 * care_panel_make_action:
 * @label: a verb
 * @action: of the window
 * @tooltip: with the keys that do the same
 *
 * Returns: (transfer floating): a button for the actions of a group, which gives way where
 *   the window is narrow.
 */
GtkWidget *
care_panel_make_action (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
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
 * care_panel_applied:
 * @panel: a panel
 * @pane: (nullable): what it is in
 * @record: what it is about
 * @kinds: %NULL-terminated: of the records that it tells of
 * @fill: makes it anew
 *
 * An act has been done: where it touched one of @kinds the panel is made anew, and the
 * focus stays. A panel that is no longer shown may be told before it goes.
 */
void
care_panel_applied (GtkWidget *panel, CareRecordPane *pane, CareRecord *record, const char *const *kinds,
                    CarePanelFill fill)
{
  if (pane == NULL || pane->record != record || gtk_widget_get_root (panel) == NULL)
    return;
  for (guint i = 0; kinds[i] != NULL; i++)
    if (care_library_has_touched (pane->library, kinds[i]))
      {
        CarePanelFocus *kept = care_panel_keep_focus (panel);

        fill (panel);
        care_panel_give_focus (panel, kept);
        return;
      }
}
