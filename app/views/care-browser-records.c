/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of a view: what a row says of one, which of them there are, in which order, and
 * what stands where there are none. */

#include "care-browser-private.h"

#include "care-describe.h"
#include "care-figure-cells.h"
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
  CareBrowser *self = data;

  care_describe_row (self->library, item, self->numbers, row);
  if (care_record_is (item, "figure"))
    row->badge = care_figure_cells_say_doubts (self->library, item);
}

static guint
locate_record (GListModel *records, gpointer record)
{
  guint position;

  return care_record_list_find (CARE_RECORD_LIST (records), record, &position) ? position : GTK_INVALID_LIST_POSITION;
}

void
care_browser_records_init (CareBrowser *self)
{
  static const CareBrowserRows record_rows = { describe_record, locate_record, NULL };

  care_list_set_describe (self->list, describe, self, NULL);
  care_browser_set_rows (self, &record_rows, self);
}

/* What the list says where it has nothing. */
static void
say_why_empty (CareBrowser *self)
{
  const CareBrowserPlaceholder no_match = { _ ("Nothing Matches"), _ ("Try fewer or other words."), NULL, NULL };
  gboolean finds = self->rows->find == NULL && self->typed != NULL && self->typed[0] != '\0';
  const CareBrowserPlaceholder *what = finds                             ? &no_match
                                       : self->why_empty.title != NULL ? &self->why_empty
                                                                       : &self->nothing_yet;

  self->is_narrowed = what != &self->nothing_yet;
  care_list_set_placeholder (self->list, what->title, what->description);
  care_list_set_placeholder_action (self->list, what->label, what->action);
}

void
care_browser_placeholder_clear (CareBrowserPlaceholder *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->action, g_free);
}

/**
 * care_browser_set_placeholder:
 * @self: a browser
 * @title: (nullable): why there is nothing; %NULL: the view has nothing yet
 * @description: (nullable): more of it, as markup
 * @label: (nullable): of a button that does so
 * @action: (nullable): of that button
 *
 * Says why the list has no rows, where it has none and nothing was typed that it is to be found by.
 */
void
care_browser_set_placeholder (CareBrowser *self, const char *title, const char *description, const char *label,
                              const char *action)
{
  care_browser_placeholder_clear (&self->why_empty);
  self->why_empty = (CareBrowserPlaceholder){ g_strdup (title), g_strdup (description), g_strdup (label), g_strdup (action) };
  say_why_empty (self);
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
  care_browser_note_place (self);
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
  g_free (self->nothing_yet.title);
  g_free (self->nothing_yet.description);
  self->nothing_yet.title = g_strdup (empty_title);
  self->nothing_yet.description = g_strdup (empty_description);
  say_why_empty (self);
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
  g_free (self->nothing_yet.label);
  g_free (self->nothing_yet.action);
  self->nothing_yet.label = g_strdup (label);
  self->nothing_yet.action = g_strdup ("win.new");
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
