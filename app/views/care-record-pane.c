/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-pane-private.h"

#include "care-record-history-window.h"
#include "care-record-name.h"
#include "care-sight.h"
#include "care-stop.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareRecordPane, care_record_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_title (CareRecordPane *self)
{
  g_autofree char *name = care_record_name (self->record, care_library_lookup_now, self->library);

  gtk_label_set_text (GTK_LABEL (self->kind_label), _ (care_record_get_kind (self->record)->label));
  gtk_label_set_text (GTK_LABEL (self->title_label), name);
  gtk_widget_set_visible (self->back, self->history->len > 0);
}

static void
clear_groups (CareRecordPane *self)
{
  GtkWidget *child;

  care_record_pane_let_go (self);
  /* In GTK 4.8 a popover that is taken away while it is open stays behind. */
  if (self->adder != NULL)
    gtk_menu_button_popdown (self->adder);
  self->adder = NULL;
  self->rest = NULL;
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->ordered, 0);
  g_hash_table_remove_all (self->links);
  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
}

/* However many records an act has changed, the pane is brought up to date once. */
static void
refresh (CareRecordPane *self)
{
  show_title (self);
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->fields, i);
      CareRecord *named = row == NULL ? NULL : g_object_get_data (G_OBJECT (row), "care-record");

      care_record_pane_load_field (self, i);
      if (named != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), care_record_get_title (named));
    }
  care_record_pane_refresh_links (self);
}

static void
show_waiting (GObject *object)
{
  CareRecordPane *self = CARE_RECORD_PANE (object);
  g_autoptr (CareRecord) record = g_steal_pointer (&self->waiting);

  if (record != NULL && self->library != NULL)
    care_record_pane_go_to (self, care_library_find (self->library, care_record_get_kind (record)->name,
                                                     care_record_get_id (record)));
}

/* Shows @record, or as soon as all that has to do with it can be read; NULL: nothing. */
void
care_record_pane_go_to (CareRecordPane *self, CareRecord *record)
{
  g_clear_object (&self->waiting);
  if (record != NULL && !care_library_can_read (self->library))
    {
      self->waiting = g_object_ref (record);
      care_library_when_readable (self->library, show_waiting, G_OBJECT (self));
      return;
    }
  if (gtk_widget_get_focus_child (self->groups) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  clear_groups (self);
  g_set_object (&self->record, record);
  gtk_widget_set_visible (self->scroller, record != NULL);
  if (record == NULL)
    return;
  show_title (self);
  care_record_pane_add_panels (self);
  care_record_pane_add_fields (self);
  care_record_pane_add_lists (self);
  care_record_pane_add_users (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

/* Shows @target, from which there is a way back to the record shown: who is in the pane has
 * the focus on that. */
void
care_record_pane_follow (CareRecordPane *self, CareRecord *target)
{
  gboolean is_in = care_record_pane_has_focus (self);

  g_ptr_array_add (self->history, g_object_ref (self->record));
  care_record_pane_go_to (self, target);
  if (is_in)
    gtk_widget_grab_focus (self->back);
}

/**
 * care_record_pane_show:
 * @self: a record pane
 * @record: (nullable): the record to show, of the pane's library
 *
 * Shows another record, with none to go back to. What was typed and not yet
 * committed in the one before is committed first, as the focus leaves it.
 */
void
care_record_pane_show (CareRecordPane *self, CareRecord *record)
{
  g_ptr_array_set_size (self->history, 0);
  care_record_pane_go_to (self, record);
}

/* A record that is no longer there cannot be shown, nor gone back to. */
static void
library_removed (CareRecordPane *self, CareRecord *record)
{
  for (guint i = self->history->len; i > 0; i--)
    if (g_ptr_array_index (self->history, i - 1) == record)
      g_ptr_array_remove_index (self->history, i - 1);
  if (self->record == record && !care_record_pane_back (self))
    care_record_pane_go_to (self, NULL);
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < a->len && i < b->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return a->len == b->len;
}

/* A box of another kind is made of other things. */
static gboolean
is_other_box (CareRecordPane *self)
{
  return self->box_kind != NULL && g_strcmp0 (self->box_kind, care_record_get (self->record, "kind")) != 0;
}

static void
rebuild (CareRecordPane *self)
{
  CarePaneFocus kept;

  care_record_pane_keep_focus (self, &kept);
  care_record_pane_go_to (self, self->record);
  care_record_pane_give_focus (self, &kept);
}

/* What belongs to the record, or uses it, may have come, gone or moved. */
static void
library_applied (CareRecordPane *self)
{
  g_autoptr (GPtrArray) users = NULL;

  if (self->record == NULL)
    return;
  users = care_library_users (self->library, self->record);
  if (is_same_list (users, self->users) && !care_record_pane_is_reordered (self) && !is_other_box (self))
    refresh (self);
  else
    rebuild (self);
}

/* What was typed, and held, is not going to be. */
static void
library_refused (CareRecordPane *self)
{
  if (self->record != NULL)
    refresh (self);
}

/**
 * care_record_pane_set_numbers:
 * @self: a record pane
 * @numbers: how numbers are written in what it tells of a record; fields are in house style
 *
 * Tells it anew where that is another style.
 */
void
care_record_pane_set_numbers (CareRecordPane *self, const CareNumberStyle *numbers)
{
  if (self->numbers == numbers)
    return;
  self->numbers = numbers;
  if (self->record != NULL)
    rebuild (self);
}

/**
 * care_record_pane_get_record:
 * @self: a record pane
 *
 * Returns: (transfer none) (nullable): the record shown.
 */
CareRecord *
care_record_pane_get_record (CareRecordPane *self)
{
  return self->record;
}

/**
 * care_record_pane_back:
 * @self: a record pane
 *
 * Returns: whether there was a record to go back to; it is shown then.
 */
gboolean
care_record_pane_back (CareRecordPane *self)
{
  g_autoptr (CareRecord) before = NULL;
  g_autoptr (CareRecord) left = NULL;
  gboolean is_in = care_record_pane_has_focus (self);

  if (self->history->len == 0)
    return FALSE;
  g_set_object (&left, self->record);
  before = g_ptr_array_steal_index (self->history, self->history->len - 1);
  care_record_pane_go_to (self, before);
  if (is_in)
    care_record_pane_focus_opener (self, left);
  return TRUE;
}

/**
 * care_record_pane_set_library:
 * @self: a record pane
 * @library: (nullable): where the records are kept
 *
 * Shows nothing until care_record_pane_show(), and numbers as in the house.
 */
void
care_record_pane_set_library (CareRecordPane *self, CareLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  care_record_pane_show (self, NULL);
  self->numbers = CARE_QUANTITY_HOUSE;
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "removed", G_CALLBACK (library_removed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "refused", G_CALLBACK (library_refused), self, G_CONNECT_SWAPPED);
    }
}

static void
history_clicked (CareRecordPane *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (care_record_history_window_new (window, self->library, self->record)));
}

static void
back_clicked (CareRecordPane *self)
{
  care_record_pane_back (self);
}

static void
care_record_pane_dispose (GObject *object)
{
  CareRecordPane *self = CARE_RECORD_PANE (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  care_record_pane_forget_typing (self);
  g_clear_object (&self->library);
  g_clear_object (&self->waiting);
  g_queue_clear_full (&self->doomed, g_object_unref);
  g_clear_object (&self->record);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->ordered, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_RECORD_PANE);
  G_OBJECT_CLASS (care_record_pane_parent_class)->dispose (object);
}

/* Something may have been typed elsewhere meanwhile that is not saved yet. */
static void
care_record_pane_map (GtkWidget *widget)
{
  CareRecordPane *self = CARE_RECORD_PANE (widget);

  for (guint i = 0; i < self->fields->len; i++)
    care_record_pane_load_field (self, i);
  GTK_WIDGET_CLASS (care_record_pane_parent_class)->map (widget);
}

static void
care_record_pane_class_init (CareRecordPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_record_pane_dispose;
  widget_class->map = care_record_pane_map;

  /**
   * CareRecordPane::shown:
   *
   * Another record is shown.
   */
  signals[SIGNAL_SHOWN]
    = g_signal_new ("shown", CARE_TYPE_RECORD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CARE_TYPE_STOP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, groups);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, back);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, kind_label);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, title_label);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, history_clicked);
}

static void
care_record_pane_init (CareRecordPane *self)
{
  self->numbers = CARE_QUANTITY_HOUSE;
  self->history = g_ptr_array_new_with_free_func (g_object_unref);
  self->fields = g_ptr_array_new ();
  self->ordered = g_ptr_array_new ();
  self->links = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  care_sight_add (GTK_SCROLLED_WINDOW (self->scroller));
  care_record_pane_lists_init (self);
}

/**
 * care_record_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing.
 */
GtkWidget *
care_record_pane_new (void)
{
  return g_object_new (CARE_TYPE_RECORD_PANE, NULL);
}
