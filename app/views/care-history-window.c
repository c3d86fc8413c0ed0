/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-history-window.h"

#include "care-notice.h"
#include "care-when.h"

#include <glib/gi18n.h>

/* So many acts are listed at once, and so many more whenever they are asked for. */
#define CHUNK 100

struct _CareHistoryWindow
{
  AdwWindow parent_instance;

  CareNotice *notice;
  GtkStack *stack;
  GtkCheckButton *show_turns;
  GtkListBox *list;
  GtkWidget *earlier;
  CareLibrary *library;
  guint n_wanted; /* acts */
};

G_DEFINE_FINAL_TYPE (CareHistoryWindow, care_history_window, ADW_TYPE_WINDOW)

static void
undone (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareHistoryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* It may have been closed meanwhile. */
  if (self->library == NULL)
    return;
  if (sentence == NULL)
    care_notice_show (self->notice, error->message, NULL);
  else
    care_notice_hide (self->notice);
}

static void
undo_clicked (GtkButton *button, CareHistoryWindow *self)
{
  const CareId *id = g_object_get_data (G_OBJECT (button), "care-id");

  care_library_turn_async (self->library, CARE_HISTORY_UNDO, *id, undone, g_object_ref (self));
}

/* What only undoes or redoes, and what does not stand, is quieter than the rest. */
static void
set_quiet (GtkWidget *row, gboolean is_quiet)
{
  if (is_quiet)
    gtk_widget_add_css_class (row, "care-quiet");
  else
    gtk_widget_remove_css_class (row, "care-quiet");
}

static gboolean
needs_seconds (GPtrArray *entries, guint index)
{
  const CareHistoryEntry *entry = g_ptr_array_index (entries, index);

  return (index > 0 && care_when_is_close (entry, g_ptr_array_index (entries, index - 1)))
         || (index + 1 < entries->len && care_when_is_close (entry, g_ptr_array_index (entries, index + 1)));
}

static GtkWidget *
make_button (CareHistoryWindow *self, const CareHistoryEntry *entry)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));
  g_autofree char *label = g_strdup_printf (_ ("Undo: %s"), entry->sentence);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, care_library_is_writable (self->library));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "care-id", g_memdup2 (&entry->id, sizeof entry->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (undo_clicked), self);
  return button;
}

/* What of an act may change: whether it stands, and what it is listed beside. */
static void
refresh_row (CareHistoryWindow *self, GtkWidget *row, GPtrArray *entries, guint index)
{
  const CareHistoryEntry *entry = g_ptr_array_index (entries, index);
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "care-button");
  gboolean had_focus = gtk_widget_has_focus (button);
  g_autofree char *detail = care_when_describe_entry (entry, needs_seconds (entries, index));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  set_quiet (row, entry->kind != CARE_HISTORY_ACT || entry->state != CARE_HISTORY_DONE);
  gtk_widget_set_visible (button, entry->kind == CARE_HISTORY_ACT && entry->state == CARE_HISTORY_DONE);
  if (had_focus && !gtk_widget_get_visible (button))
    gtk_widget_grab_focus (row);
}

/* Tells an undoing and a redoing from an act. */
static void
add_sign (GtkWidget *row, CareHistoryKind kind)
{
  gboolean is_undoing = kind == CARE_HISTORY_UNDO;
  GtkWidget *image = gtk_image_new_from_icon_name (is_undoing ? "edit-undo-symbolic" : "edit-redo-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_undoing ? _ ("Undone") : _ ("Redone"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
}

static GtkWidget *
make_row (CareHistoryWindow *self, GPtrArray *entries, guint index)
{
  const CareHistoryEntry *entry = g_ptr_array_index (entries, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_button (self, entry);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (entry->kind != CARE_HISTORY_ACT)
    add_sign (row, entry->kind);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "care-button", button);
  g_object_set_data_full (G_OBJECT (row), "care-id", g_memdup2 (&entry->id, sizeof entry->id), g_free);
  refresh_row (self, row, entries, index);
  return row;
}

static gboolean
is_row_of (GtkListBoxRow *row, const CareHistoryEntry *entry)
{
  const CareId *id = row == NULL ? NULL : g_object_get_data (G_OBJECT (row), "care-id");

  return id != NULL && *id == entry->id;
}

/* A row stays where it is and keeps the focus: of what is listed already, only what
 * has been done since comes before it, and what is older after it. */
static void
show_entries (CareHistoryWindow *self, GPtrArray *entries)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);
  guint n_new = 0;

  while (row != NULL && n_new < entries->len && !is_row_of (row, g_ptr_array_index (entries, n_new)))
    n_new++;
  for (guint i = 0; i < entries->len; i++)
    {
      row = i < n_new ? NULL : gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        gtk_list_box_insert (self->list, make_row (self, entries, i), (int) i);
      else
        refresh_row (self, GTK_WIDGET (row), entries, i);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) entries->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GPtrArray *
list_entries (CareHistoryWindow *self, GError **error)
{
  if (gtk_check_button_get_active (self->show_turns))
    return care_library_history (self->library, self->n_wanted, error);
  return care_library_acts (self->library, self->n_wanted, error);
}

static void
update (CareHistoryWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = list_entries (self, &error);

  if (entries == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  show_entries (self, entries);
  gtk_widget_set_visible (self->earlier, entries->len == self->n_wanted);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}

/* Other rows come between those that are listed, so all are listed anew. */
static void
list_anew (GObject *object)
{
  CareHistoryWindow *self = CARE_HISTORY_WINDOW (object);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_wanted = CHUNK;
  update (self);
}

static void
show_turns_toggled (CareHistoryWindow *self)
{
  if (self->library != NULL)
    care_library_when_readable (self->library, list_anew, G_OBJECT (self));
}

/* The focus goes on where the list goes on. */
static void
show_earlier_now (GObject *object)
{
  CareHistoryWindow *self = CARE_HISTORY_WINDOW (object);
  int n_shown = (int) self->n_wanted;
  GtkListBoxRow *next;

  self->n_wanted += CHUNK;
  update (self);
  next = gtk_list_box_get_row_at_index (self->list, n_shown);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
show_earlier (CareHistoryWindow *self)
{
  care_library_when_readable (self->library, show_earlier_now, G_OBJECT (self));
}

static void
care_history_window_dispose (GObject *object)
{
  CareHistoryWindow *self = CARE_HISTORY_WINDOW (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_HISTORY_WINDOW);
  G_OBJECT_CLASS (care_history_window_parent_class)->dispose (object);
}

static void
care_history_window_class_init (CareHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_history_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, show_turns);
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, earlier);
  gtk_widget_class_bind_template_callback (widget_class, show_earlier);
  gtk_widget_class_bind_template_callback (widget_class, show_turns_toggled);
}

static void
care_history_window_init (CareHistoryWindow *self)
{
  self->n_wanted = CHUNK;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_history_window_new:
 * @parent: the window that it belongs to
 * @library: whose history it shows
 *
 * Returns: (transfer none): a window that follows the history; GTK holds it until
 *   it is closed.
 */
GtkWidget *
care_history_window_new (GtkWindow *parent, CareLibrary *library)
{
  CareHistoryWindow *self = g_object_new (CARE_TYPE_HISTORY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
