/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-browser-private.h"

#include "care-adaptive.h"
#include "care-stop.h"
#include "care-wrap-layout.h"

G_DEFINE_FINAL_TYPE (CareBrowser, care_browser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_LOOKED,
  SIGNAL_MOVED_ON,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* An act may take away what is selected. */
void
care_browser_note_place (CareBrowser *self)
{
  guint place = care_list_get_position (self->list);

  if (place != GTK_INVALID_LIST_POSITION)
    self->place = place;
}

static void
list_selected (CareBrowser *self, CareRecord *record)
{
  care_browser_note_place (self);
  if (record != NULL && record != care_record_pane_get_record (self->pane))
    care_record_pane_show (self->pane, record);
  if (self->table != NULL)
    self->point (self->table, record);
}

static void
list_clicked (CareBrowser *self, CareRecord *record)
{
  care_record_pane_show (self->pane, record);
  care_split_show_detail (CARE_SPLIT (self->split));
  if (care_split_get_folded (CARE_SPLIT (self->split)))
    care_browser_focus_detail (self);
}

static void
list_activated (CareBrowser *self, CareRecord *record)
{
  /* Where list and detail take turns the detail comes first: it has no other
   * way in, and the button that opens the record is in it. */
  if (g_signal_has_handler_pending (self, signals[SIGNAL_ACTIVATED], 0, TRUE)
      && !care_split_get_folded (CARE_SPLIT (self->split)))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
  else
    list_clicked (self, record);
}

static void
folded_changed (CareBrowser *self)
{
  gboolean folded = care_split_get_folded (CARE_SPLIT (self->split));

  gtk_widget_set_visible (self->detail_bar, folded);
}

void
care_browser_looked (CareBrowser *self)
{
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0);
}

void
care_browser_moved_on (CareBrowser *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED_ON], 0);
}

/* What the list has, and had not selected before, is shown as it is. */
void
care_browser_show_selected (CareBrowser *self, CareRecord *record)
{
  care_list_select (self->list, record);
  if (self->table != NULL)
    self->point (self->table, record);
  if (care_record_pane_get_record (self->pane) != record)
    care_record_pane_show (self->pane, record);
}

/* Of a list that has something. */
void
care_browser_show_first (CareBrowser *self)
{
  g_autoptr (CareRecord) first = g_list_model_get_item (care_list_get_model (self->list), 0);

  care_browser_show_selected (self, first);
}

/* The button opens what the list holds, not what has been followed from it. */
static void
pane_shown (CareBrowser *self)
{
  CareRecord *record = care_record_pane_get_record (self->pane);

  gtk_widget_set_visible (GTK_WIDGET (self->open), record != NULL && gtk_button_get_label (self->open) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->open), record == care_list_get_selected (self->list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete",
                                 record != NULL && care_library_is_writable (self->library));
  care_browser_show_look (self);
}

/* A list that is made in a thread has for a while what is there no more. */
static gboolean
is_there (CareBrowser *self, CareRecord *record)
{
  return record != NULL
         && care_library_lookup_now (care_record_get_kind (record)->name, care_record_get_id (record), self->library) == record;
}

/* (transfer full) (nullable): what stands now where the record stood that was selected last. */
static CareRecord *
find_in_place (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);
  guint n = g_list_model_get_n_items (records);

  return g_list_model_get_item (records, MIN (self->place, MAX (n, 1) - 1));
}

/* Another record may be part of how a row reads, such as the deadline of a pledge,
 * so all rows on screen are described again. What was shown may be gone, and
 * something else be there to be shown. */
static void
library_applied (CareBrowser *self)
{
  CareRecord *selected = care_list_get_selected (self->list);
  g_autoptr (CareRecord) beside = find_in_place (self);
  CareRecord *next = is_there (self, selected) ? selected : is_there (self, beside) ? beside : NULL;

  care_list_refresh (self->list, NULL);
  if (next != NULL && care_record_pane_get_record (self->pane) == NULL)
    care_browser_show_selected (self, next);
  else if (beside == NULL)
    pane_shown (self);
}

static void
open_clicked (CareBrowser *self)
{
  CareRecord *record = care_record_pane_get_record (self->pane);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

static void
find_left (CareBrowser *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
back_clicked (CareBrowser *self)
{
  care_browser_back (self);
}

/**
 * care_browser_set_records:
 * @self: a browser
 * @library: (nullable): where the records are kept
 * @records: (nullable): the list of them in the order to show
 *
 * Shows other records, the first of them beside the list.
 */
void
care_browser_set_records (CareBrowser *self, CareLibrary *library, GListModel *records)
{
  gboolean had_focus = care_browser_has_focus (self);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  care_find_bar_close (self->find);
  care_record_pane_set_library (self->pane, library);
  care_browser_set_model (self, records);
  if (records != NULL && g_list_model_get_n_items (records) > 0)
    care_browser_show_first (self);
  if (had_focus && records != NULL)
    care_browser_focus (self);
}

/**
 * care_browser_get_library:
 * @self: a browser
 *
 * Returns: (transfer none) (nullable): where the records that it shows are kept.
 */
CareLibrary *
care_browser_get_library (CareBrowser *self)
{
  return self->library;
}

/**
 * care_browser_set_open_label:
 * @self: a browser
 * @label: a verb in header capitals
 *
 * Shows a button above the detail that does what activating the row does.
 */
void
care_browser_set_open_label (CareBrowser *self, const char *label)
{
  gtk_button_set_label (self->open, label);
  pane_shown (self);
}

/**
 * care_browser_select:
 * @self: a browser
 * @record: a record of its library
 *
 * Shows everything about @record, which is selected if the list has it.
 */
void
care_browser_select (CareBrowser *self, CareRecord *record)
{
  care_browser_show_selected (self, record);
  care_split_show_detail (CARE_SPLIT (self->split));
}

/**
 * care_browser_point_at:
 * @self: a browser
 * @record: a record of its library
 *
 * Has it be what is shown, without leaving what it was chosen from.
 */
void
care_browser_point_at (CareBrowser *self, CareRecord *record)
{
  care_browser_show_selected (self, record);
}

/**
 * care_browser_get_selected:
 * @self: a browser
 *
 * Returns: (transfer none) (nullable): the record selected in the list.
 */
CareRecord *
care_browser_get_selected (CareBrowser *self)
{
  return care_list_get_selected (self->list);
}

/**
 * care_browser_get_shown:
 * @self: a browser
 *
 * Returns: (transfer none) (nullable): the record that the detail is about, which may
 *   have been followed from the one selected.
 */
CareRecord *
care_browser_get_shown (CareBrowser *self)
{
  return care_record_pane_get_record (self->pane);
}

/**
 * care_browser_set_numbers:
 * @self: a browser
 * @numbers: how numbers are written in its rows, and in what is told of the record shown
 *
 * Tells all anew where that is another style.
 */
void
care_browser_set_numbers (CareBrowser *self, const CareNumberStyle *numbers)
{
  care_record_pane_set_numbers (self->pane, numbers);
  if (self->numbers == numbers)
    return;
  self->numbers = numbers;
  care_list_refresh (self->list, NULL);
}

static void
care_browser_dispose (GObject *object)
{
  CareBrowser *self = CARE_BROWSER (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  /* What is taken apart may tell, as it goes, that there is nothing listed any more. */
  if (self->list != NULL && care_list_get_model (self->list) != NULL)
    g_signal_handlers_disconnect_by_data (care_list_get_model (self->list), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_BROWSER);
  G_OBJECT_CLASS (care_browser_parent_class)->dispose (object);
}

static void
care_browser_finalize (GObject *object)
{
  CareBrowser *self = CARE_BROWSER (object);

  g_queue_clear_full (&self->doomed, g_object_unref);
  g_ptr_array_unref (self->pictures);
  g_free (self->typed);
  care_browser_placeholder_clear (&self->nothing_yet);
  care_browser_placeholder_clear (&self->why_empty);
  G_OBJECT_CLASS (care_browser_parent_class)->finalize (object);
}

static void
care_browser_class_init (CareBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_browser_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_browser_finalize;

  /**
   * CareBrowser::activated:
   * @record: a record
   *
   * A row was activated. Without a handler its detail is shown.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CARE_TYPE_RECORD);

  /**
   * CareBrowser::looked:
   *
   * Another look is shown, or may be.
   */
  signals[SIGNAL_LOOKED] = g_signal_new ("looked", CARE_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * CareBrowser::moved-on:
   *
   * What was selected is about to be deleted, and what stood beside it in the list is shown.
   */
  signals[SIGNAL_MOVED_ON] = g_signal_new ("moved-on", CARE_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  g_type_ensure (CARE_TYPE_FIND_BAR);
  g_type_ensure (CARE_TYPE_LIST);
  g_type_ensure (CARE_TYPE_ORDER_BUTTON);
  g_type_ensure (CARE_TYPE_RECORD_PANE);
  g_type_ensure (CARE_TYPE_SPLIT);
  g_type_ensure (CARE_TYPE_STOP);
  g_type_ensure (CARE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, care_browser_delete_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, split);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, collection);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, tools);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, below);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, looks);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, list_toggle);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, order);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, find);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, list);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, detail);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, back);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, detail_bar);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, open);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, pane);
  gtk_widget_class_bind_template_callback (widget_class, list_selected);
  gtk_widget_class_bind_template_callback (widget_class, list_activated);
  gtk_widget_class_bind_template_callback (widget_class, list_clicked);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, pane_shown);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_look", G_CALLBACK (care_browser_show_look));
  gtk_widget_class_bind_template_callback_full (widget_class, "order_chosen", G_CALLBACK (care_browser_order_chosen));
  gtk_widget_class_bind_template_callback_full (widget_class, "find_typed", G_CALLBACK (care_browser_find_typed));
  gtk_widget_class_bind_template_callback (widget_class, find_left);
}

static void
care_browser_init (CareBrowser *self)
{
  self->pictures = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  care_split_set_list (CARE_SPLIT (self->split), self->collection);
  care_split_set_detail (CARE_SPLIT (self->split), self->detail);
  care_browser_records_init (self);
  care_browser_add_delete_key (self);
  folded_changed (self);
}

/**
 * care_browser_new:
 *
 * Returns: (transfer floating): a view of nothing yet.
 */
GtkWidget *
care_browser_new (void)
{
  return g_object_new (CARE_TYPE_BROWSER, NULL);
}
