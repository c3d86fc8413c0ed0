/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-editions-window.h"

#include "care-differences-window.h"
#include "care-edition-contents.h"
#include "care-edition-plan.h"
#include "care-edition-window.h"
#include "care-make-edition-dialog.h"
#include "care-notice.h"

#include <glib/gi18n.h>

struct _CareEditionsWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  CareNotice *notice;
  GtkStack *stack;
  GtkListBox *list;

  CareLibrary *library;
  CareRecord *briefing;
};

G_DEFINE_FINAL_TYPE (CareEditionsWindow, care_editions_window, ADW_TYPE_WINDOW)

/* The edition of that id and what it holds, or NULL after saying why not. */
static CareSnapshot *
open_edition (CareEditionsWindow *self, CareId id, CareRecord **edition)
{
  g_autoptr (GError) error = NULL;
  CareSnapshot *snapshot;

  *edition = care_library_find (self->library, "edition", id);
  if (*edition == NULL)
    return NULL;
  snapshot = care_edition_contents_open (*edition, &error);
  if (snapshot == NULL)
    care_notice_show (self->notice, error->message, NULL);
  else
    care_notice_hide (self->notice);
  return snapshot;
}

static GtkWidget *
show_page (CareEditionsWindow *self, CareId id)
{
  CareRecord *edition;
  g_autoptr (CareSnapshot) snapshot = open_edition (self, id, &edition);
  g_autoptr (GPtrArray) editions = NULL;
  GtkWidget *window;

  if (snapshot == NULL)
    return NULL;
  editions = care_edition_list (self->library, self->briefing);
  window = care_edition_window_new (GTK_WINDOW (self), edition, editions, snapshot);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (CARE_EDITIONS_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* A person sees what is exported. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = show_page (CARE_EDITIONS_WINDOW (widget), g_variant_get_int64 (parameter));

  if (window != NULL)
    care_edition_window_export (CARE_EDITION_WINDOW (window));
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareEditionsWindow *self = CARE_EDITIONS_WINDOW (widget);
  CareRecord *edition;
  g_autoptr (CareSnapshot) before = open_edition (self, g_variant_get_int64 (parameter), &edition);
  g_autoptr (CareSnapshot) after = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;

  if (before == NULL)
    return;
  editions = care_edition_list (self->library, self->briefing);
  label = care_edition_get_label (edition, editions);
  title = g_strdup_printf (_ ("Changes Since Edition %s"), label);
  after = care_library_snapshot (self->library, care_record_get_id (self->briefing), &error);
  if (after == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  texts = care_edition_compare (before, after);
  gtk_window_present (GTK_WINDOW (
    care_differences_window_new (GTK_WINDOW (self), title, care_record_get_title (self->briefing), texts)));
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareEditionsWindow *self = CARE_EDITIONS_WINDOW (widget);

  gtk_window_present (
    GTK_WINDOW (care_make_edition_dialog_new (GTK_WINDOW (self), self->library, self->briefing)));
}

static void
append_item (GMenu *menu, const char *label, const char *action, CareId id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_int64 (id));
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (CareRecord *edition, const char *name)
{
  CareId id = care_record_get_id (edition);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = g_strdup_printf (_ ("Actions for %s"), name);
  GtkWidget *button;

  append_item (menu, _ ("_Open Page"), "editions.page", id);
  append_item (menu, _ ("_Export as PDF…"), "editions.export", id);
  append_item (menu, _ ("_Compare with Today"), "editions.compare", id);
  button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu, "valign",
                         GTK_ALIGN_CENTER, "tooltip-text", label, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_row (CareRecord *edition, GPtrArray *editions)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = care_edition_get_name (edition, editions);
  g_autofree char *detail = care_edition_describe (edition);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu_button (edition, name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "editions.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", care_record_get_id (edition));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  return row;
}

static void
update (CareEditionsWindow *self)
{
  g_autoptr (GPtrArray) editions = care_edition_list (self->library, self->briefing);
  GtkWidget *row;

  adw_window_title_set_subtitle (self->title, care_record_get_title (self->briefing));
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = editions->len; i > 0; i--)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (editions, i - 1), editions));
  gtk_stack_set_visible_child_name (self->stack, editions->len > 0 ? "list" : "empty");
}

static void
care_editions_window_dispose (GObject *object)
{
  CareEditionsWindow *self = CARE_EDITIONS_WINDOW (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  g_clear_object (&self->briefing);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_EDITIONS_WINDOW);
  G_OBJECT_CLASS (care_editions_window_parent_class)->dispose (object);
}

static void
care_editions_window_class_init (CareEditionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_editions_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);
  gtk_widget_class_install_action (widget_class, "editions.page", "x", page_action);
  gtk_widget_class_install_action (widget_class, "editions.export", "x", export_action);
  gtk_widget_class_install_action (widget_class, "editions.compare", "x", compare_action);
  gtk_widget_class_install_action (widget_class, "editions.make", NULL, make_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-editions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareEditionsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareEditionsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareEditionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareEditionsWindow, list);
}

static void
care_editions_window_init (CareEditionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_editions_window_new:
 * @parent: the window that it belongs to
 * @library: a library
 * @briefing: a briefing of it
 *
 * Returns: (transfer none): a window that follows the editions of @briefing; GTK
 *   holds it until it is closed.
 */
GtkWidget *
care_editions_window_new (GtkWindow *parent, CareLibrary *library, CareRecord *briefing)
{
  CareEditionsWindow *self
    = g_object_new (CARE_TYPE_EDITIONS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->library = g_object_ref (library);
  self->briefing = g_object_ref (briefing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editions.make", care_library_is_writable (library));
  g_signal_connect_object (library, "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
