/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-choice-items.h"

/* So many letters leave room for the name of the field beside them, and are what a list may
 * have in a narrow window. libadwaita cuts what is longer. */
#define ROW_CHARS 20
#define LIST_CHARS 28

static void
set_up_line (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

/* In GTK 4.8 a row has no name of its own. */
static void
show_words (GtkListItem *item, GtkWidget *label)
{
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), words);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
bind_words (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  show_words (item, gtk_list_item_get_child (item));
}

/**
 * care_choice_items_new:
 *
 * Returns: (transfer full): makes of each string a line, cut where there is no room.
 */
GtkListItemFactory *
care_choice_items_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_line), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_words), NULL);
  return factory;
}

static gboolean
says_the_same (GListModel *shown, GListModel *words)
{
  guint n = g_list_model_get_n_items (words);
  gboolean same = shown != NULL && g_list_model_get_n_items (shown) == n;

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr (GtkStringObject) one = g_list_model_get_item (shown, i);
      g_autoptr (GtkStringObject) other = g_list_model_get_item (words, i);

      same = g_strcmp0 (gtk_string_object_get_string (one), gtk_string_object_get_string (other)) == 0;
    }
  return same;
}

/**
 * care_choice_items_offer:
 * @choice: a drop-down of strings
 * @words: what can be chosen
 * @selected: which of that is chosen
 *
 * Another model closes the list that a person may have open, so it gets one only where it says
 * something else.
 */
void
care_choice_items_offer (GtkDropDown *choice, GtkStringList *words, guint selected)
{
  if (!says_the_same (gtk_drop_down_get_model (choice), G_LIST_MODEL (words)))
    gtk_drop_down_set_model (choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (choice, selected);
}

/* The whole of it, on two lines where it is long. */
static GtkWidget *
make_whole (int max_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  return label;
}

static void
set_up_whole (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, make_whole (ROW_CHARS));
}

/* Beside a mark of what is chosen. */
static void
set_up_entry (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_whole (LIST_CHARS);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
mark_chosen (GtkListItem *item, GParamSpec *pspec, AdwComboRow *row)
{
  gboolean is_chosen = gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (row);

  gtk_widget_set_opacity (gtk_widget_get_last_child (gtk_list_item_get_child (item)), is_chosen ? 1 : 0);
}

static void
bind_entry (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  show_words (item, gtk_widget_get_first_child (gtk_list_item_get_child (item)));
  mark_chosen (item, NULL, row);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (mark_chosen), item, G_CONNECT_SWAPPED);
}

static void
unbind_entry (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, mark_chosen, item);
}

/* (nullable): the widget below @widget that is of type @type. */
static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_below (child, type);
  return found;
}

/* libadwaita 1.2 would have the list begin where a person was in it last. */
static void
begin_at_chosen (GtkWidget *popover)
{
  GtkWidget *entry = gtk_widget_get_first_child (find_below (popover, GTK_TYPE_LIST_VIEW));

  while (entry != NULL && (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_SELECTED) == 0)
    entry = gtk_widget_get_next_sibling (entry);
  if (entry != NULL && gtk_widget_get_visible (popover))
    gtk_widget_grab_focus (entry);
}

/**
 * care_choice_items_set_up:
 * @row: a row whose model is of strings
 *
 * Has it show all of what is chosen, and of each in its list, which opens at what is chosen.
 */
void
care_choice_items_set_up (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) value = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) entries = gtk_signal_list_item_factory_new ();

  g_signal_connect (value, "setup", G_CALLBACK (set_up_whole), NULL);
  g_signal_connect (value, "bind", G_CALLBACK (bind_words), NULL);
  g_signal_connect (entries, "setup", G_CALLBACK (set_up_entry), NULL);
  g_signal_connect_object (entries, "bind", G_CALLBACK (bind_entry), row, 0);
  g_signal_connect_object (entries, "unbind", G_CALLBACK (unbind_entry), row, 0);
  adw_combo_row_set_factory (row, value);
  adw_combo_row_set_list_factory (row, entries);
  g_signal_connect_after (find_below (GTK_WIDGET (row), GTK_TYPE_POPOVER), "notify::visible",
                          G_CALLBACK (begin_at_chosen), NULL);
}
