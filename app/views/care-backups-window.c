/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-backups-window.h"

#include "care-backup.h"
#include "care-notice.h"
#include "care-when.h"

#include <glib/gi18n.h>

struct _CareBackupsWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  CareNotice *notice;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CareBackupsWindow, care_backups_window, ADW_TYPE_WINDOW)

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Without asking, as nothing is lost by it. Whoever restores it tells what comes of that
 * in the window beneath. */
static void
restore_clicked (GtkButton *button, CareBackupsWindow *self)
{
  g_signal_emit (self, signals[RESTORE], 0, g_object_get_data (G_OBJECT (button), "care-file"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static GtkWidget *
make_button (CareBackupsWindow *self, const CareBackup *backup, const char *when)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  g_autofree char *label = g_strdup_printf (_ ("Restore the Backup of %s"), when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, backup->n_briefings >= 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "care-file", g_strdup (backup->file), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_clicked), self);
  return button;
}

/* "2 briefings · 245.8 kB · was replaced by a backup" */
static char *
describe (const CareBackup *backup)
{
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *briefings = NULL;

  if (backup->n_briefings < 0)
    briefings = g_strdup (_ ("cannot be read"));
  else
    briefings = g_strdup_printf (ngettext ("%d briefing", "%d briefings", (gulong) backup->n_briefings),
                                 backup->n_briefings);
  if (!backup->was_replaced)
    return g_strdup_printf ("%s · %s", briefings, size);
  return g_strdup_printf ("%s · %s · %s", briefings, size, _ ("was replaced by a backup"));
}

static GtkWidget *
make_row (CareBackupsWindow *self, const CareBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = care_when_format (backup->when);
  g_autofree char *detail = describe (backup);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, backup, when));
  return row;
}

static void
fill (CareBackupsWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = care_backup_list (path, &error);

  if (backups == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (backups, i)));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
}

static void
care_backups_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_BACKUPS_WINDOW);
  G_OBJECT_CLASS (care_backups_window_parent_class)->dispose (object);
}

static void
care_backups_window_class_init (CareBackupsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_backups_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);

  /**
   * CareBackupsWindow::restore:
   * @file: the file of a backup
   *
   * A person has chosen it to take the library's place. The library is
   * to be closed, care_backup_restore() called, and the library opened again; the
   * window closes by itself after that.
   */
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/CareBrief/ui/care-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareBackupsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareBackupsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareBackupsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareBackupsWindow, list);
}

static void
care_backups_window_init (CareBackupsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_backups_window_new:
 * @parent: (nullable): the window that it belongs to
 * @path: a library, which need not be there any more
 *
 * Returns: (transfer none): a window with the backups of @path; GTK holds it until
 *   it is closed.
 */
GtkWidget *
care_backups_window_new (GtkWindow *parent, const char *path)
{
  CareBackupsWindow *self
    = g_object_new (CARE_TYPE_BACKUPS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  adw_window_title_set_subtitle (self->title, name);
  fill (self, path);
  return GTK_WIDGET (self);
}
