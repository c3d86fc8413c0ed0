/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-differences-window.h"

struct _CareDifferencesWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CareDifferencesWindow, care_differences_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_row (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
                                   "margin-end", 12, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "activatable", FALSE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
care_differences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_DIFFERENCES_WINDOW);
  G_OBJECT_CLASS (care_differences_window_parent_class)->dispose (object);
}

static void
care_differences_window_class_init (CareDifferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_differences_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/CareBrief/ui/care-differences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareDifferencesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareDifferencesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareDifferencesWindow, list);
}

static void
care_differences_window_init (CareDifferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_differences_window_new:
 * @parent: the window that it belongs to
 * @title: what is compared
 * @subtitle: of what
 * @texts: (element-type utf8): what differs, see care_edition_compare()
 *
 * Returns: (transfer none): a window that lists @texts; GTK holds it until it is
 *   closed.
 */
GtkWidget *
care_differences_window_new (GtkWindow *parent, const char *title, const char *subtitle, GPtrArray *texts)
{
  CareDifferencesWindow *self
    = g_object_new (CARE_TYPE_DIFFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, "title", title, NULL);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < texts->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (texts, i)));
  gtk_stack_set_visible_child_name (self->stack, texts->len > 0 ? "list" : "empty");
  return GTK_WIDGET (self);
}
