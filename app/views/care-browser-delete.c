/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deleting what a view shows: it can be undone, and what stood beside it is shown. */

#include "care-browser-private.h"

#include "care-tell.h"

#include <glib/gi18n.h>

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
  care_browser_show_selected (self, next);
  care_browser_moved_on (self);
  care_browser_focus (self);
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
  deletion->message = care_tell_deleted (GTK_WIDGET (self), self->library, record);
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
  g_autoptr (GtkBitset) rows = self->rows->takes_several ? care_browser_get_rows (self) : NULL;

  if (rows != NULL && gtk_bitset_get_size (rows) > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Only one row is deleted at a time. Select it alone."));
  else if (record != NULL)
    doom (self, record);
  return record != NULL;
}

/* Of the record that the button stands beside. */
void
care_browser_delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareBrowser *self = CARE_BROWSER (widget);
  CareRecord *record = care_record_pane_get_record (self->pane);

  if (record != NULL)
    doom (self, record);
}

/* Delete, in the list, deletes what is selected. */
void
care_browser_add_delete_key (CareBrowser *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                      gtk_callback_action_new (delete_pressed, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}
