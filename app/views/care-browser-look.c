/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a view shows its records: as a list in some order, or as a picture, and which of
 * them. */

#include "care-browser-private.h"

#include "care-adaptive.h"
#include "care-describe.h"
#include "care-record-list.h"

#include <glib/gi18n.h>

static void
catch_up (GObject *object)
{
  CareBrowser *self = CARE_BROWSER (object);

  if (self->library != NULL)
    care_list_refresh (self->list, NULL);
}

/* What is told of a record is in others, which are not waited for. */
static void
describe (gpointer item, CareListRow *row, gpointer data)
{
  CareBrowser *self = data;

  if (care_library_can_read (self->library))
    {
      self->rows->describe (item, row, self->rows_data);
      return;
    }
  row->title = g_strdup (care_record_get_title (item));
  care_library_when_readable (self->library, catch_up, G_OBJECT (self));
}

static void
describe_record (gpointer item, CareListRow *row, gpointer data)
{
  care_describe_row (CARE_BROWSER (data)->library, item, row);
}

static guint
locate_record (GListModel *records, gpointer record)
{
  guint position;

  return care_record_list_find (CARE_RECORD_LIST (records), record, &position) ? position : GTK_INVALID_LIST_POSITION;
}

void
care_browser_look_init (CareBrowser *self)
{
  static const CareBrowserRows record_rows = { describe_record, locate_record, NULL };

  care_list_set_describe (self->list, describe, self, NULL);
  care_browser_set_rows (self, &record_rows, self);
}

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

/* What is seen where no picture is chosen. */
static GtkWidget *
get_list (CareBrowser *self, gboolean any)
{
  return any && self->table != NULL && care_split_get_has_room (CARE_SPLIT (self->split)) ? self->table
                                                                                         : GTK_WIDGET (self->list);
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

/* A picture of nothing says nothing; the list says what to do then. */
void
care_browser_show_look (CareBrowser *self)
{
  gboolean any = has_records (self);
  GtkWidget *picture = any ? care_browser_get_picture (self) : NULL;
  GtkWidget *list = get_list (self, any);

  gtk_widget_set_visible (GTK_WIDGET (self->order), any && picture == NULL && self->rows->find == NULL
                            && care_order_button_get_order (self->order) != NULL);
  care_list_set_resting (self->list, !any || picture != NULL || list == self->table);
  show_child (self, picture != NULL ? picture : list);
  care_split_set_list_is_picture (CARE_SPLIT (self->split), picture != NULL || list == self->table);
  care_split_set_has_detail (CARE_SPLIT (self->split), any || care_record_pane_get_record (self->pane) != NULL);
  care_browser_looked (self);
}

/* What the list says where it has nothing. */
static void
say_why_empty (CareBrowser *self)
{
  gboolean finds = self->typed != NULL && self->typed[0] != '\0';

  if (finds)
    care_browser_set_placeholder (self, _ ("Nothing Matches"), _ ("Try fewer or other words."), NULL, NULL);
  else
    care_browser_set_placeholder (self, NULL, NULL, NULL, NULL);
}

/* Of a picture that shows everything, what is to be found is found in the list. */
static void
find (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);
  const char *typed = self->typed;

  if (records == NULL)
    return;
  if (self->rows->find != NULL)
    {
      self->rows->find (typed, self->rows_data);
      return;
    }
  if (typed[0] != '\0')
    care_browser_show_picture (self, NULL);
  say_why_empty (self);
  care_record_list_set_typed (CARE_RECORD_LIST (records), typed);
  /* What is shown beside the list is selected again once the list has it again. */
  if (care_list_get_selected (self->list) == NULL && care_record_pane_get_record (self->pane) != NULL)
    care_list_select (self->list, care_record_pane_get_record (self->pane));
}

void
care_browser_find_typed (CareBrowser *self, const char *typed)
{
  g_free (self->typed);
  self->typed = g_strdup (typed);
  if (self->library != NULL)
    care_library_when_readable (self->library, (CareReader) find, G_OBJECT (self));
}

/**
 * care_browser_set_typed:
 * @self: a browser
 * @typed: (nullable): what is looked for in it
 *
 * Has its bar say so, where something else was typed there, or closes it, if nothing is.
 */
void
care_browser_set_typed (CareBrowser *self, const char *typed)
{
  if (g_strcmp0 (typed != NULL ? typed : "", self->typed != NULL ? self->typed : "") == 0)
    return;
  if (typed == NULL)
    care_find_bar_close (self->find);
  else
    care_find_bar_set_text (self->find, typed);
}

static void
put_in_order (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);

  if (records != NULL && self->rows->find == NULL)
    care_record_list_set_order (CARE_RECORD_LIST (records), care_order_button_get_order (self->order),
                                care_order_button_get_descending (self->order));
}

void
care_browser_order_chosen (CareBrowser *self)
{
  if (self->library != NULL)
    care_library_when_readable (self->library, (CareReader) put_in_order, G_OBJECT (self));
}

/* The list begins with other records; what is shown beside it may be anywhere in it. */
static void
records_ordered (CareBrowser *self)
{
  care_list_show_top (self->list);
}

/* What is shown beside the list is selected again once the list has it again. */
static void
records_changed (CareBrowser *self)
{
  CareRecord *shown = care_record_pane_get_record (self->pane);

  care_browser_show_look (self);
  if (care_list_get_selected (self->list) == NULL && shown != NULL)
    care_list_select_in_place (self->list, shown);
  else if (shown == NULL && self->rows->find != NULL && g_list_model_get_n_items (care_list_get_model (self->list)) > 0)
    care_browser_show_first (self);
}

void
care_browser_set_model (CareBrowser *self, GListModel *records)
{
  if (care_list_get_model (self->list) != NULL)
    g_signal_handlers_disconnect_by_data (care_list_get_model (self->list), self);
  care_list_set_model (self->list, records);
  care_browser_show_look (self);
  if (records == NULL)
    return;
  put_in_order (self);
  if (self->rows->find == NULL)
    g_signal_connect_object (records, "ordered", G_CALLBACK (records_ordered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (records_changed), self, G_CONNECT_SWAPPED);
}

/**
 * care_browser_set_label:
 * @self: a browser
 * @label: what its list holds, in header capitals
 * @empty_title: heading where there is nothing
 * @empty_description: and what to do then
 *
 * Names the view.
 */
void
care_browser_set_label (CareBrowser *self, const char *label, const char *empty_title, const char *empty_description)
{
  care_list_set_label (self->list, label);
  g_free (self->empty_title);
  g_free (self->empty_description);
  self->empty_title = g_strdup (empty_title);
  self->empty_description = g_strdup (empty_description);
  say_why_empty (self);
}

/**
 * care_browser_set_kind:
 * @self: a browser
 * @kind: what its list holds, or the first kind of several
 *
 * Offers the orders that such a list can be put in.
 */
void
care_browser_set_kind (CareBrowser *self, const char *kind)
{
  care_order_button_set_kind (self->order, kind);
  care_browser_show_look (self);
}

/* Three looks beside each other have no room for all of their names in a narrow window with
 * large text. */
static void
let_shrink (GtkWidget *toggle)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (toggle));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (toggle, gtk_label_get_text (GTK_LABEL (label)));
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
 * Returns: whether its table is what is shown.
 */
gboolean
care_browser_get_table_shown (CareBrowser *self)
{
  return self->table != NULL && gtk_stack_get_visible_child (self->stack) == self->table;
}

/**
 * care_browser_sort:
 * @self: a browser
 * @order: one of its orders
 *
 * Puts the list in that order, or the other way round if it is in it.
 */
void
care_browser_sort (CareBrowser *self, const CareOrder *order)
{
  care_order_button_choose (self->order, order);
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
 * care_browser_set_placeholder:
 * @self: a browser
 * @title: (nullable): why there is nothing; %NULL: the view has nothing yet
 * @description: (nullable): more of it, as markup
 * @label: (nullable): of a button that does so
 * @action: (nullable): of that button
 *
 * Says why the list has no rows, where it has none.
 */
void
care_browser_set_placeholder (CareBrowser *self, const char *title, const char *description, const char *label,
                              const char *action)
{
  if (title != NULL)
    {
      care_list_set_placeholder (self->list, title, description);
      care_list_set_placeholder_action (self->list, label, action);
      return;
    }
  care_list_set_placeholder (self->list, self->empty_title, self->empty_description);
  care_list_set_placeholder_action (self->list, self->new_label, self->new_label == NULL ? NULL : "win.new");
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

/**
 * care_browser_set_new_label:
 * @self: a browser
 * @label: a verb in header capitals
 *
 * Shows a button where there is nothing, which makes what the view lists.
 */
void
care_browser_set_new_label (CareBrowser *self, const char *label)
{
  g_free (self->new_label);
  self->new_label = g_strdup (label);
  say_why_empty (self);
}
