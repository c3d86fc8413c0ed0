/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-history-window.h"

#include "care-difference-label.h"
#include "care-notice.h"
#include "care-when.h"

#include <glib/gi18n.h>

/* Older events are listed by `carebrief history --record`. */
#define MAX_SHOWN 200
/* A longer text is compared word by word. */
#define LONG_CHARS 60

struct _CareRecordHistoryWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  CareNotice *notice;
  GtkStack *stack;
  GtkListBox *list;
  CareLibrary *library;
  CareRecord *record;
};

G_DEFINE_FINAL_TYPE (CareRecordHistoryWindow, care_record_history_window, ADW_TYPE_WINDOW)

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static gboolean
is_long (const char *text)
{
  return text != NULL && g_utf8_strlen (text, -1) > LONG_CHARS;
}

/* A text that was not there before, or is gone, has nothing to be compared with. */
static gboolean
is_compared (const CareDifference *difference, guint field)
{
  CareFieldType type = difference->kind->fields[field].type;
  const char *before = care_record_get_at (difference->before, field);
  const char *after = care_record_get_at (difference->after, field);

  return (type == CARE_FIELD_PROSE || type == CARE_FIELD_TEXT) && before != NULL && after != NULL
         && (is_long (before) || is_long (after));
}

/* Adds what differs in a field to @box; to @said, what a screen reader says of it. */
static void
append_field (CareRecordHistoryWindow *self, GtkWidget *box, const CareDifference *difference, guint index,
              GString *said)
{
  const CareField *field = &difference->kind->fields[index];
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  if (!is_compared (difference, index))
    {
      text = care_difference_describe_field (difference, index, care_library_lookup, self->library);
      append_label (box, text, NULL);
      g_string_append_printf (said, ". %s", text);
      return;
    }
  before = care_value_describe (field, care_record_get_at (difference->before, index), care_library_lookup,
                                self->library);
  after = care_value_describe (field, care_record_get_at (difference->after, index), care_library_lookup,
                               self->library);
  text = care_difference_label_say (before, after);
  append_label (box, _ (field->label), "caption-heading");
  gtk_box_append (GTK_BOX (box), care_difference_label_new (before, after));
  g_string_append_printf (said, ". %s: %s", _ (field->label), text);
}

static void
append_difference (CareRecordHistoryWindow *self, GtkWidget *box, const CareDifference *difference,
                   GString *said)
{
  g_autofree char *text = NULL;

  if (difference->what == CARE_DIFFERENCE_CHANGED)
    {
      for (guint i = 0; i < difference->fields->len; i++)
        append_field (self, box, difference, g_array_index (difference->fields, guint, i), said);
      return;
    }
  text = care_difference_describe (difference, care_library_lookup, self->library);
  append_label (box, text, NULL);
  g_string_append_printf (said, ". %s", text);
}

/* (nullable): of the event at @index. */
static const CareHistoryEntry *
get_entry (GPtrArray *events, guint index)
{
  return index < events->len ? ((CareHistoryEvent *) g_ptr_array_index (events, index))->entry : NULL;
}

static gboolean
needs_seconds (GPtrArray *events, guint index)
{
  const CareHistoryEntry *entry = get_entry (events, index);

  return care_when_is_close (entry, get_entry (events, index + 1))
         || (index > 0 && care_when_is_close (entry, get_entry (events, index - 1)));
}

static GtkWidget *
make_row (CareRecordHistoryWindow *self, const CareHistoryEvent *event, gboolean with_seconds)
{
  GtkWidget *box
    = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "margin-top", 12,
                    "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, NULL);
  g_autofree char *detail = care_when_describe_entry (event->entry, with_seconds);
  g_autoptr (GString) said = g_string_new (event->entry->sentence);

  append_label (box, event->entry->sentence, "heading");
  gtk_widget_add_css_class (append_label (box, detail, "care-dim"), "caption");
  g_string_append_printf (said, ". %s", detail);
  append_difference (self, box, event->difference, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
  return row;
}

static void
update (CareRecordHistoryWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = care_library_record_history (
    self->library, care_record_get_kind (self->record)->name, care_record_get_id (self->record), &error);
  GtkWidget *row;

  adw_window_title_set_subtitle (self->title, care_record_get_title (self->record));
  if (events == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < events->len && i < MAX_SHOWN; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (events, i), needs_seconds (events, i)));
  gtk_stack_set_visible_child_name (self->stack, events->len > 0 ? "list" : "empty");
}

static void
care_record_history_window_dispose (GObject *object)
{
  CareRecordHistoryWindow *self = CARE_RECORD_HISTORY_WINDOW (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_RECORD_HISTORY_WINDOW);
  G_OBJECT_CLASS (care_record_history_window_parent_class)->dispose (object);
}

static void
care_record_history_window_class_init (CareRecordHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_record_history_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/CareBrief/ui/care-record-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareRecordHistoryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareRecordHistoryWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareRecordHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareRecordHistoryWindow, list);
}

static void
care_record_history_window_init (CareRecordHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_record_history_window_new:
 * @parent: (nullable): the window that it belongs to
 * @library: a library
 * @record: a record of it
 *
 * Returns: (transfer none): a window that follows the history of @record; GTK holds
 *   it until it is closed.
 */
GtkWidget *
care_record_history_window_new (GtkWindow *parent, CareLibrary *library, CareRecord *record)
{
  CareRecordHistoryWindow *self
    = g_object_new (CARE_TYPE_RECORD_HISTORY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->library = g_object_ref (library);
  self->record = g_object_ref (record);
  g_signal_connect_object (library, "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
