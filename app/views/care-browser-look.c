/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a view shows its records: as a list, as a table in its place, or as a picture. */

#include "care-browser-private.h"

#include "care-adaptive.h"

static gboolean
has_records (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);

  return records != NULL && (g_list_model_get_n_items (records) > 0 || self->is_waiting);
}

static GtkToggleButton *
get_toggle (CareBrowser *self, guint picture)
{
  GtkWidget *toggle = GTK_WIDGET (self->list_toggle);

  for (guint i = 0; i <= picture; i++)
    toggle = gtk_widget_get_next_sibling (toggle);
  return GTK_TOGGLE_BUTTON (toggle);
}

/* (transfer none) (nullable): the picture that is chosen, which is shown if there is anything to show. */
GtkWidget *
care_browser_get_picture (CareBrowser *self)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (gtk_toggle_button_get_active (get_toggle (self, i)))
      return g_ptr_array_index (self->pictures, i);
  return NULL;
}

/* What is looked at where there is something. */
static GtkWidget *
get_look (CareBrowser *self)
{
  GtkWidget *picture = care_browser_get_picture (self);

  if (picture != NULL)
    return picture;
  return self->table != NULL && care_split_get_has_room (CARE_SPLIT (self->split)) ? self->table : GTK_WIDGET (self->list);
}

/* What had the focus in what was seen before has it in what is seen now. */
static void
show_child (CareBrowser *self, GtkWidget *child)
{
  gboolean had_focus = care_browser_has_focus (self);

  if (gtk_stack_get_visible_child (self->stack) == child)
    return;
  gtk_stack_set_visible_child (self->stack, child);
  if (had_focus)
    care_browser_focus (self);
}

/* Whether a picture that has more than the records of the list is looked at, where only a part of them was asked for. */
static gboolean
says_more (CareBrowser *self, GtkWidget *look)
{
  return self->is_narrowed && look != NULL && look == self->fuller;
}

/* A picture of nothing says nothing; the list says what to do then. Where something was looked for and
 * nothing is found, all else stays where it is. */
void
care_browser_show_look (CareBrowser *self)
{
  gboolean any = has_records (self);
  GtkWidget *look = any || self->is_narrowed ? get_look (self) : GTK_WIDGET (self->list);

  self->table_is_look = look == self->table && look != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->order), (any || self->is_narrowed) && self->rows->find == NULL
                            && (look == GTK_WIDGET (self->list) || self->table_is_look)
                            && care_order_button_get_order (self->order) != NULL);
  care_list_set_resting (self->list, !any || look != GTK_WIDGET (self->list));
  show_child (self, any || says_more (self, look) ? look : GTK_WIDGET (self->list));
  care_split_set_list_is_picture (CARE_SPLIT (self->split), look != GTK_WIDGET (self->list));
  care_split_set_has_detail (CARE_SPLIT (self->split), any || care_record_pane_get_record (self->pane) != NULL);
  care_browser_looked (self);
}

/* A name that is whole needs no tip that says it again. */
static gboolean
tell_name (GtkWidget *toggle, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (toggle)));

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* Three looks beside each other have no room for all of their names in a narrow window with
 * large text. */
static void
let_shrink (GtkWidget *toggle)
{
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (toggle))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (toggle, TRUE);
  g_signal_connect (toggle, "query-tooltip", G_CALLBACK (tell_name), NULL);
}

/**
 * care_browser_add_picture:
 * @self: a browser
 * @picture: (transfer floating): another way to look at the records
 * @label: what it is called
 *
 * Gives the view another look, chosen with a toggle beside those that there are.
 */
void
care_browser_add_picture (CareBrowser *self, GtkWidget *picture, const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), self->list_toggle);
  let_shrink (toggle);
  if (self->pictures->len > 0)
    let_shrink (GTK_WIDGET (self->list_toggle));
  gtk_box_append (GTK_BOX (self->looks), toggle);
  gtk_stack_add_child (self->stack, picture);
  g_ptr_array_add (self->pictures, picture);
  gtk_widget_set_visible (self->looks, TRUE);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (care_browser_show_look), self);
}

/**
 * care_browser_set_fuller:
 * @self: a browser
 * @picture: one of its pictures, which has more than the records of the list
 *
 * Has it be seen also where none of those that were asked for is there.
 */
void
care_browser_set_fuller (CareBrowser *self, GtkWidget *picture)
{
  self->fuller = picture;
}

/**
 * care_browser_set_table:
 * @self: a browser
 * @table: (transfer floating): shows the records of its list
 * @point: has it follow what is selected
 *
 * Shows @table in place of the list where there is room for it.
 */
void
care_browser_set_table (CareBrowser *self, GtkWidget *table, CareBrowserPoint point)
{
  gtk_stack_add_child (self->stack, table);
  self->table = table;
  self->point = point;
  care_browser_show_look (self);
}

/**
 * care_browser_get_table_shown:
 * @self: a browser
 *
 * Returns: whether its table is what is looked at, even if nothing is found for it.
 */
gboolean
care_browser_get_table_shown (CareBrowser *self)
{
  return self->table_is_look;
}

/**
 * care_browser_set_list_label:
 * @self: a browser
 * @label: what its list is called beside the pictures
 */
void
care_browser_set_list_label (CareBrowser *self, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (self->list_toggle), label);
}

/**
 * care_browser_show_picture:
 * @self: a browser
 * @picture: (nullable): one of its pictures; %NULL: the list
 *
 * Chooses the look.
 */
void
care_browser_show_picture (CareBrowser *self, GtkWidget *picture)
{
  guint index;
  gboolean found = g_ptr_array_find (self->pictures, picture, &index);

  gtk_toggle_button_set_active (found ? get_toggle (self, index) : self->list_toggle, TRUE);
}

/**
 * care_browser_turn:
 * @self: a browser
 *
 * Shows the next look, if it has several, with the same selected; the focus goes there.
 */
void
care_browser_turn (CareBrowser *self)
{
  GtkWidget *picture = care_browser_get_picture (self);
  guint next = 0;

  if (self->pictures->len == 0)
    return;
  if (picture != NULL && g_ptr_array_find (self->pictures, picture, &next))
    next++;
  /* Or that look would give it to what was selected when it was left. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  care_browser_show_picture (self, next < self->pictures->len ? g_ptr_array_index (self->pictures, next) : NULL);
  care_split_show_list (CARE_SPLIT (self->split));
  care_browser_focus (self);
}

/**
 * care_browser_get_picture_shown:
 * @self: a browser
 *
 * Returns: whether a picture of its records is shown rather than the list.
 */
gboolean
care_browser_get_picture_shown (CareBrowser *self)
{
  return gtk_stack_get_visible_child (self->stack) == care_browser_get_picture (self);
}
