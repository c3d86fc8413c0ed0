/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A panel is made anew after an act: the focus stays where a person left it. */

#include "care-panel.h"

struct _CarePanelFocus
{
  GType type;         /* of the widget that had it */
  CareRecord *record; /* that its row opens, or NULL */
  char *action;       /* of a button, or NULL */
  char *label;        /* of a button, or NULL */
  guint group;        /* in which it is */
};

/* (transfer none) (nullable): the record of the row that @widget is, or is in. */
static CareRecord *
find_record (GtkWidget *panel, GtkWidget *widget)
{
  CareRecord *record = NULL;

  while (record == NULL && widget != panel)
    {
      record = care_panel_get_target (widget);
      widget = gtk_widget_get_parent (widget);
    }
  return record;
}

static guint
find_group (GtkWidget *panel, GtkWidget *widget)
{
  guint index = 0;

  while (gtk_widget_get_parent (widget) != panel)
    widget = gtk_widget_get_parent (widget);
  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    index++;
  return index;
}

/**
 * care_panel_keep_focus:
 * @panel: a panel
 *
 * Returns: (transfer full) (nullable): where the focus is in it, for
 *   care_panel_give_focus(); NULL where it is elsewhere.
 */
CarePanelFocus *
care_panel_keep_focus (GtkWidget *panel)
{
  GtkRoot *root = gtk_widget_get_root (panel);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  CarePanelFocus *kept;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, panel))
    return NULL;
  kept = g_new0 (CarePanelFocus, 1);
  kept->type = G_OBJECT_TYPE (focus);
  g_set_object (&kept->record, find_record (panel, focus));
  if (GTK_IS_ACTIONABLE (focus))
    kept->action = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)));
  if (GTK_IS_BUTTON (focus))
    kept->label = g_strdup (gtk_button_get_label (GTK_BUTTON (focus)));
  kept->group = find_group (panel, focus);
  return kept;
}

static gboolean
is_it (GtkWidget *panel, GtkWidget *widget, const CarePanelFocus *kept)
{
  if (G_OBJECT_TYPE (widget) != kept->type || !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (kept->action != NULL)
    return GTK_IS_ACTIONABLE (widget)
           && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), kept->action) == 0;
  if (kept->record != NULL)
    return find_record (panel, widget) == kept->record;
  return kept->label != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), kept->label) == 0;
}

static GtkWidget *
find_it (GtkWidget *panel, GtkWidget *widget, const CarePanelFocus *kept)
{
  GtkWidget *found = NULL;

  if (widget != panel && is_it (panel, widget, kept))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_it (panel, child, kept);
  return found;
}

/* What is where it was, or before that. */
static GtkWidget *
get_group (GtkWidget *panel, guint index)
{
  GtkWidget *group = gtk_widget_get_first_child (panel);

  while (index-- > 0 && group != NULL && gtk_widget_get_next_sibling (group) != NULL)
    group = gtk_widget_get_next_sibling (group);
  return group;
}

/**
 * care_panel_give_focus:
 * @panel: a panel that has been made anew
 * @kept: (transfer full) (nullable): where the focus was
 *
 * Puts it there again, or on what is in its place.
 */
void
care_panel_give_focus (GtkWidget *panel, CarePanelFocus *kept)
{
  GtkWidget *found;
  GtkWidget *group;

  if (kept == NULL)
    return;
  found = find_it (panel, panel, kept);
  group = get_group (panel, kept->group);
  if (found == NULL || !gtk_widget_grab_focus (found))
    gtk_widget_child_focus (group != NULL ? group : panel, GTK_DIR_TAB_FORWARD);
  care_panel_focus_free (kept);
}

/**
 * care_panel_focus_free:
 * @kept: (transfer full) (nullable): where the focus was
 */
void
care_panel_focus_free (CarePanelFocus *kept)
{
  if (kept == NULL)
    return;
  g_clear_object (&kept->record);
  g_free (kept->action);
  g_free (kept->label);
  g_free (kept);
}
