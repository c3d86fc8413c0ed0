/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-browser.h"

#include "care-adaptive.h"
#include "care-describe.h"
#include "care-find-bar.h"
#include "care-list.h"
#include "care-order-button.h"
#include "care-record-list.h"
#include "care-record-pane.h"
#include "care-stop.h"
#include "care-tell.h"

#include <glib/gi18n.h>

/* A view with nothing in it is not waited for longer. */
#define FRAMES_TO_FOCUS 4

struct _CareBrowser
{
  GtkWidget parent_instance;

  GtkWidget *split;
  GtkWidget *collection; /* box: the choice of looks above the looks */
  GtkWidget *looks;      /* box of two linked toggles */
  GtkToggleButton *list_toggle;
  GtkToggleButton *picture_toggle;
  CareOrderButton *order;
  CareFindBar *find;
  GtkStack *stack;
  CareList *list;
  GtkWidget *detail;
  GtkWidget *detail_bar; /* shown where the detail has the window to itself */
  GtkButton *open;
  CareRecordPane *pane;

  CareLibrary *library;
  GQueue doomed;     /* of records that are to be deleted */
  char *typed;       /* what the records are to match; or NULL */
  char *empty_title; /* where there is nothing */
  char *empty_description;
  char *new_label; /* of the button that makes one there, or NULL */
  guint frames_to_focus; /* that are still waited for */
};

G_DEFINE_FINAL_TYPE (CareBrowser, care_browser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
      care_describe_row (self->library, item, row);
      return;
    }
  row->title = g_strdup (care_record_get_title (item));
  care_library_when_readable (self->library, catch_up, G_OBJECT (self));
}

static void
list_selected (CareBrowser *self, CareRecord *record)
{
  if (record != NULL && record != care_record_pane_get_record (self->pane))
    care_record_pane_show (self->pane, record);
}

static void
list_clicked (CareBrowser *self, CareRecord *record)
{
  care_record_pane_show (self->pane, record);
  care_split_show_detail (CARE_SPLIT (self->split));
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

/* What the list has, and had not selected before, is shown as it is. */
static void
show_selected (CareBrowser *self, CareRecord *record)
{
  care_list_select (self->list, record);
  if (care_record_pane_get_record (self->pane) != record)
    care_record_pane_show (self->pane, record);
}

/* The record after the selected one, or before it where it is the last. */
static CareRecord *
find_beside (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);
  guint position = care_list_get_position (self->list);
  CareRecord *after = g_list_model_get_item (records, position + 1);

  if (after != NULL || position == 0)
    return after;
  return g_list_model_get_item (records, position - 1);
}

static guint
locate (GListModel *records, gpointer record)
{
  guint position;

  return care_record_list_find (CARE_RECORD_LIST (records), record, &position) ? position : GTK_INVALID_LIST_POSITION;
}

/* Another record may be part of how a row reads, such as the deadline of a pledge,
 * so all rows on screen are described again. What was shown may be gone, and
 * something else be there to be shown. */
static void
library_applied (CareBrowser *self)
{
  CareRecord *selected = care_list_get_selected (self->list);
  g_autoptr (CareRecord) first = g_list_model_get_item (care_list_get_model (self->list), 0);

  care_list_refresh (self->list, NULL);
  if (first != NULL && care_record_pane_get_record (self->pane) == NULL)
    show_selected (self, selected != NULL ? selected : first);
}

/* What is told once a record has been deleted. */
typedef struct
{
  CareBrowser *browser;
  char *message;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->browser);
  g_free (deletion->message);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
deleted (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Deletion) deletion = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  gtk_widget_activate_action (GTK_WIDGET (deletion->browser), "win.tell", "s",
                              sentence == NULL ? error->message : deletion->message);
}

/* The list is about something else before the record goes: what stood beside it. */
static void
move_on (CareBrowser *self, CareRecord *record)
{
  g_autoptr (CareRecord) next = care_list_get_selected (self->list) == record ? find_beside (self) : NULL;

  if (next == NULL)
    return;
  show_selected (self, next);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
delete_record (CareBrowser *self, CareRecord *record)
{
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autoptr (GError) error = NULL;
  Deletion *deletion;

  if (!care_library_plan_delete (self->library, act, record, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
      return;
    }
  move_on (self, record);
  deletion = g_new0 (Deletion, 1);
  deletion->browser = g_object_ref (self);
  deletion->message = care_tell_deleted (GTK_WIDGET (self), care_record_get_title (record));
  care_library_apply_async (self->library, act, deleted, deletion);
}

static void
delete_doomed (GObject *object)
{
  CareBrowser *self = CARE_BROWSER (object);
  CareRecord *record;

  while ((record = g_queue_pop_head (&self->doomed)) != NULL)
    {
      if (self->library != NULL)
        delete_record (self, record);
      g_object_unref (record);
    }
}

/* That it can be undone is what is told, rather than asked before. What may not be
 * deleted stays selected. Asked for again while the disk is slow it is still one. */
static void
doom (CareBrowser *self, CareRecord *record)
{
  if (g_queue_find (&self->doomed, record) != NULL)
    return;
  g_queue_push_tail (&self->doomed, g_object_ref (record));
  care_library_when_readable (self->library, delete_doomed, G_OBJECT (self));
}

static gboolean
delete_pressed (GtkWidget *list, GVariant *arguments, gpointer data)
{
  CareBrowser *self = data;
  CareRecord *record = care_list_get_selected (self->list);

  if (record != NULL)
    doom (self, record);
  return record != NULL;
}

/* Of the record that the button stands beside. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareBrowser *self = CARE_BROWSER (widget);
  CareRecord *record = care_record_pane_get_record (self->pane);

  if (record != NULL)
    doom (self, record);
}

static void
open_clicked (CareBrowser *self)
{
  CareRecord *record = care_record_pane_get_record (self->pane);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

/* The picture shows everything: what is to be found is found in the list. */
static void
find (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);
  const char *typed = self->typed;

  if (records == NULL)
    return;
  if (typed[0] != '\0' && gtk_toggle_button_get_active (self->picture_toggle))
    gtk_toggle_button_set_active (self->list_toggle, TRUE);
  if (typed[0] != '\0')
    care_list_set_placeholder (self->list, _ ("Nothing Matches"), _ ("Try fewer or other words."));
  else
    care_list_set_placeholder (self->list, self->empty_title, self->empty_description);
  care_list_set_placeholder_action (self->list, self->new_label, typed[0] != '\0' ? NULL : "win.new");
  care_record_list_set_typed (CARE_RECORD_LIST (records), typed);
  /* What is shown beside the list is selected again once the list has it again. */
  if (care_list_get_selected (self->list) == NULL && care_record_pane_get_record (self->pane) != NULL)
    care_list_select (self->list, care_record_pane_get_record (self->pane));
}

static void
find_typed (CareBrowser *self, const char *typed)
{
  g_free (self->typed);
  self->typed = g_strdup (typed);
  if (self->library != NULL)
    care_library_when_readable (self->library, (CareReader) find, G_OBJECT (self));
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

static gboolean
has_records (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);

  return records != NULL && g_list_model_get_n_items (records) > 0;
}

/* A picture of nothing says nothing; the list says what to do then. */
static void
show_look (CareBrowser *self)
{
  gboolean any = has_records (self);
  gboolean picture = gtk_toggle_button_get_active (self->picture_toggle) && any;

  gtk_widget_set_visible (GTK_WIDGET (self->order), any && !picture && care_order_button_get_order (self->order) != NULL);
  gtk_stack_set_visible_child_name (self->stack, picture ? "picture" : "list");
  care_split_set_list_is_picture (CARE_SPLIT (self->split), picture);
  care_split_set_has_detail (CARE_SPLIT (self->split), any || care_record_pane_get_record (self->pane) != NULL);
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
  show_look (self);
}

static void
put_in_order (CareBrowser *self)
{
  GListModel *records = care_list_get_model (self->list);

  if (records != NULL)
    care_record_list_set_order (CARE_RECORD_LIST (records), care_order_button_get_order (self->order),
                                care_order_button_get_descending (self->order));
}

static void
order_chosen (CareBrowser *self)
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
  show_look (self);
  if (care_list_get_selected (self->list) == NULL && care_record_pane_get_record (self->pane) != NULL)
    care_list_select_in_place (self->list, care_record_pane_get_record (self->pane));
}

static void
set_model (CareBrowser *self, GListModel *records)
{
  if (care_list_get_model (self->list) != NULL)
    g_signal_handlers_disconnect_by_data (care_list_get_model (self->list), self);
  care_list_set_model (self->list, records);
  show_look (self);
  if (records == NULL)
    return;
  put_in_order (self);
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
  care_list_set_placeholder (self->list, empty_title, empty_description);
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
  show_look (self);
}

/**
 * care_browser_set_picture:
 * @self: a browser
 * @picture: (transfer floating): another way to look at the records
 * @list_label: what the list is called beside it
 * @picture_label: what the picture is called
 *
 * Gives the view a second look, chosen with a pair of toggles.
 */
void
care_browser_set_picture (CareBrowser *self, GtkWidget *picture, const char *list_label, const char *picture_label)
{
  gtk_stack_add_named (self->stack, picture, "picture");
  gtk_button_set_label (GTK_BUTTON (self->list_toggle), list_label);
  gtk_button_set_label (GTK_BUTTON (self->picture_toggle), picture_label);
  gtk_widget_set_visible (self->looks, TRUE);
}

/**
 * care_browser_show_picture:
 * @self: a browser with a picture
 * @show: whether to show the picture rather than the list
 *
 * Chooses the look.
 */
void
care_browser_show_picture (CareBrowser *self, gboolean show)
{
  gtk_toggle_button_set_active (show ? self->picture_toggle : self->list_toggle, TRUE);
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
  set_model (self, records);
  if (records != NULL && g_list_model_get_n_items (records) > 0)
    {
      g_autoptr (CareRecord) first = g_list_model_get_item (records, 0);

      show_selected (self, first);
    }
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
  care_list_set_placeholder_action (self->list, label, "win.new");
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

static gboolean
focus_now (CareBrowser *self)
{
  gboolean detail = care_split_get_showing_detail (CARE_SPLIT (self->split));

  return gtk_widget_child_focus (detail ? self->detail : GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_asked (CareBrowser *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
focus_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CareBrowser *self = CARE_BROWSER (widget);
  gboolean asked = is_asked (self);

  /* Something else has been wanted meanwhile. */
  if (self->frames_to_focus == 0)
    return G_SOURCE_REMOVE;
  /* A person may have gone on meanwhile. */
  self->frames_to_focus = asked ? 0 : self->frames_to_focus - 1;
  return !asked && !focus_now (self) && self->frames_to_focus > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * care_browser_focus:
 * @self: a browser
 *
 * Gives the focus to what is chosen from, or to the detail where that alone is
 * shown. A picture that was never shown before has nothing to take it until it
 * has been laid out, in the next frame.
 */
void
care_browser_focus (CareBrowser *self)
{
  gboolean waits = self->frames_to_focus > 0;

  if (focus_now (self))
    return;
  self->frames_to_focus = FRAMES_TO_FOCUS;
  if (!waits)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_in_frame, NULL, NULL);
}

/**
 * care_browser_focus_title:
 * @self: a browser
 *
 * Gives the focus to what the record beside the list is called.
 */
void
care_browser_focus_title (CareBrowser *self)
{
  self->frames_to_focus = 0;
  care_record_pane_focus_title (self->pane);
}

/**
 * care_browser_find:
 * @self: a browser
 *
 * Lets a person find records by their words.
 */
void
care_browser_find (CareBrowser *self)
{
  care_split_show_list (CARE_SPLIT (self->split));
  care_find_bar_open (self->find);
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
  show_selected (self, record);
  care_split_show_detail (CARE_SPLIT (self->split));
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
 * care_browser_back:
 * @self: a browser
 *
 * Goes back to the record before, or from the detail to the list where only one
 * of them is shown.
 *
 * Returns: whether there was anything to go back to.
 */
gboolean
care_browser_back (CareBrowser *self)
{
  CareSplit *split = CARE_SPLIT (self->split);

  if (care_record_pane_back (self->pane))
    return TRUE;
  if (!care_split_get_folded (split) || !care_split_get_showing_detail (split))
    return FALSE;
  care_split_show_list (split);
  return TRUE;
}

static void
care_browser_dispose (GObject *object)
{
  CareBrowser *self = CARE_BROWSER (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_BROWSER);
  G_OBJECT_CLASS (care_browser_parent_class)->dispose (object);
}

static void
care_browser_finalize (GObject *object)
{
  CareBrowser *self = CARE_BROWSER (object);

  g_queue_clear_full (&self->doomed, g_object_unref);
  g_free (self->typed);
  g_free (self->empty_title);
  g_free (self->empty_description);
  g_free (self->new_label);
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

  g_type_ensure (CARE_TYPE_FIND_BAR);
  g_type_ensure (CARE_TYPE_LIST);
  g_type_ensure (CARE_TYPE_ORDER_BUTTON);
  g_type_ensure (CARE_TYPE_RECORD_PANE);
  g_type_ensure (CARE_TYPE_SPLIT);
  g_type_ensure (CARE_TYPE_STOP);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, split);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, collection);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, looks);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, list_toggle);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, picture_toggle);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, order);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, find);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, list);
  gtk_widget_class_bind_template_child (widget_class, CareBrowser, detail);
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
  gtk_widget_class_bind_template_callback (widget_class, show_look);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen);
  gtk_widget_class_bind_template_callback (widget_class, find_typed);
  gtk_widget_class_bind_template_callback (widget_class, find_left);
}

static void
add_delete_key (CareBrowser *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                      gtk_callback_action_new (delete_pressed, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
care_browser_init (CareBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_split_set_list (CARE_SPLIT (self->split), self->collection);
  care_split_set_detail (CARE_SPLIT (self->split), self->detail);
  care_list_set_describe (self->list, describe, self, NULL);
  care_list_set_locate (self->list, locate);
  add_delete_key (self);
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
