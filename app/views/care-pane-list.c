/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-pane-list.h"

#include <glib/gi18n.h>

/**
 * care_pane_row_get_item:
 * @row: (nullable): a row of such a list
 *
 * Returns: (transfer none) (nullable): what @row was added with.
 */
gpointer
care_pane_row_get_item (GtkListBoxRow *row)
{
  return row == NULL ? NULL : g_object_get_data (G_OBJECT (row), "care-item");
}

/**
 * care_pane_row_get_group:
 * @row: a row of such a list
 *
 * Returns: the group that @row was added to.
 */
int
care_pane_row_get_group (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "care-group"));
}

static const CarePaneGroup *
get_groups (GtkListBox *list)
{
  return g_object_get_data (G_OBJECT (list), "care-groups");
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * care_pane_list_add:
 * @list: such a list
 * @group: the group that the row is of: not one that comes before that of the last row
 * @title: what is said
 * @subtitle: (nullable): what more is said, smaller
 * @item: (nullable): what the row is of; it must live as long. Only with it a row is activated
 *
 * Adds a row.
 */
void
care_pane_list_add (GtkListBox *list, int group, const char *title, const char *subtitle, gpointer item)
{
  const CarePaneGroup *groups = get_groups (list);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (groups[group].icon);
  g_autofree char *name = g_strjoin (", ", _ (groups[group].heading), title, subtitle, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (words), make_label (title, NULL));
  if (subtitle != NULL)
    gtk_box_append (GTK_BOX (words), make_label (subtitle, "caption"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "care-check");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), item != NULL);
  g_object_set_data (G_OBJECT (row), "care-group", GINT_TO_POINTER (group));
  g_object_set_data (G_OBJECT (row), "care-item", item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
}

/**
 * care_pane_list_clear:
 * @list: such a list
 *
 * Takes all rows out.
 */
void
care_pane_list_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static guint
count_group (GtkListBox *list, int group)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    n += care_pane_row_get_group (row) == group ? 1 : 0;
  return n;
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkListBox *list = data;
  int group = care_pane_row_get_group (row);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL && care_pane_row_get_group (before) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = g_strdup_printf (_ ("%s (%u)"), _ (get_groups (list)[group].heading), count_group (list, group));
  label = make_label (text, "heading");
  gtk_widget_add_css_class (label, "care-check");
  gtk_list_box_row_set_header (row, label);
}

/* In GTK 4.8 Tab goes to the next row of a list; here it leaves. */
static gboolean
leave (GtkWidget *list, GVariant *direction, gpointer data)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (list));

  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (root, (GtkDirectionType) g_variant_get_int32 (direction));
  gtk_widget_set_can_focus (list, TRUE);
  return TRUE;
}

static void
add_leaving_key (GtkShortcutController *controller, GdkModifierType modifiers, guint key, GtkDirectionType direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (leave, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/**
 * care_pane_list_init:
 * @list: a list that is empty
 * @groups: its groups, in their order; they must live as long
 *
 * Makes @list one that care_pane_list_add() adds rows to. Call
 * gtk_list_box_invalidate_headers() when all are added, as headings count them.
 */
void
care_pane_list_init (GtkListBox *list, const CarePaneGroup *groups)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_leaving_key (GTK_SHORTCUT_CONTROLLER (controller), 0, GDK_KEY_Tab, GTK_DIR_TAB_FORWARD);
  add_leaving_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_SHIFT_MASK, GDK_KEY_Tab, GTK_DIR_TAB_BACKWARD);
  add_leaving_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_SHIFT_MASK, GDK_KEY_ISO_Left_Tab, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (list), controller);
  g_object_set_data (G_OBJECT (list), "care-groups", (gpointer) groups);
  gtk_list_box_set_header_func (list, add_heading, list, NULL);
}
