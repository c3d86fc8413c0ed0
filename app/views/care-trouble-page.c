/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-trouble-page.h"

#include "care-backup.h"
#include "care-backups-window.h"
#include "care-chooser.h"
#include "care-store-error.h"
#include "care-when.h"

#include <glib/gi18n.h>

/* What can be offered beside another library. */
typedef enum
{
  OFFER_BACKUPS = 1 << 0, /* if there is one */
  OFFER_RECOVER = 1 << 1,
  OFFER_READ = 1 << 2,
  OFFER_TAKE_OVER = 1 << 3,
  OFFER_RETRY = 1 << 4,
} Offers;

typedef struct
{
  int code;
  const char *title;
  Offers offers;
} Trouble;

static const Trouble troubles[] = {
  { CARE_STORE_ERROR_DAMAGED, N_ ("This Library Is Damaged"), OFFER_BACKUPS | OFFER_RECOVER },
  { CARE_STORE_ERROR_MISSING, N_ ("This Library Is Not There"), OFFER_BACKUPS | OFFER_RETRY },
  { CARE_STORE_ERROR_NOT_A_LIBRARY, N_ ("This Is Not a Library"), 0 },
  { CARE_STORE_ERROR_NEWER, N_ ("This Library Is Newer than CareBrief"), 0 },
  { CARE_STORE_ERROR_IN_USE, N_ ("This Library Is Open Elsewhere"), OFFER_READ | OFFER_RETRY },
  { CARE_STORE_ERROR_IN_USE_ELSEWHERE, N_ ("This Library Is Open Elsewhere"),
    OFFER_READ | OFFER_TAKE_OVER | OFFER_RETRY },
  { CARE_STORE_ERROR_NO_ACCESS, N_ ("This Library May Not Be Opened"), OFFER_RETRY },
  { CARE_STORE_ERROR_DISK_FULL, N_ ("The Disk Is Full"), OFFER_READ | OFFER_RETRY },
  { CARE_STORE_ERROR_IO, N_ ("The Disk Reports an Error"), OFFER_RETRY },
};
static const Trouble other_trouble = { -1, N_ ("The Library Cannot Be Opened"), OFFER_RETRY };

struct _CareTroublePage
{
  GtkWidget parent_instance;

  AdwStatusPage *status;
  GtkWidget *restore;
  GtkWidget *other_backups;
  GtkWidget *recover;
  GtkWidget *read;
  GtkWidget *take_over;
  GtkWidget *retry;
  GtkWidget *open;
  GtkWidget *details;
  GtkLabel *details_text;

  char *path;
  char *backup; /* the newest that can be read, or NULL */
};

G_DEFINE_FINAL_TYPE (CareTroublePage, care_trouble_page, GTK_TYPE_WIDGET)

enum
{
  RESTORE,
  RECOVER,
  OPEN_READ_ONLY,
  TAKE_OVER,
  TRY_AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
restore_clicked (CareTroublePage *self)
{
  g_signal_emit (self, signals[RESTORE], 0, self->backup);
}

static void
restore_chosen (CareTroublePage *self, const char *file)
{
  g_signal_emit (self, signals[RESTORE], 0, file);
}

static GtkWindow *
get_window (CareTroublePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
other_backups_clicked (CareTroublePage *self)
{
  GtkWidget *window = care_backups_window_new (get_window (self), self->path);

  g_signal_connect_object (window, "restore", G_CALLBACK (restore_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
recover_chosen (GtkNativeDialog *dialog, int response, CareTroublePage *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (path != NULL)
    g_signal_emit (self, signals[RECOVER], 0, path);
}

static void
recover_clicked (CareTroublePage *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Read What Can Be Read"), get_window (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Read"), _ ("_Cancel"));

  care_chooser_start_beside (GTK_FILE_CHOOSER (dialog), self->path);
  care_chooser_add_libraries (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("Recovered.carebrief"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (recover_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
read_clicked (CareTroublePage *self)
{
  g_signal_emit (self, signals[OPEN_READ_ONLY], 0);
}

static void
take_over_clicked (CareTroublePage *self)
{
  g_signal_emit (self, signals[TAKE_OVER], 0);
}

static void
retry_clicked (CareTroublePage *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static const Trouble *
find_trouble (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (g_error_matches (error, CARE_STORE_ERROR, troubles[i].code))
      return &troubles[i];
  return &other_trouble;
}

/* "A backup from 12 May 2026 09:14 is ready.", or NULL where none can be read. What
 * was replaced by a backup is no good one: it was replaced for a reason. */
static char *
find_backup (CareTroublePage *self)
{
  g_autoptr (GPtrArray) backups = care_backup_list (self->path, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const CareBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *when = NULL;

      if (backup->n_briefings < 0 || backup->was_replaced)
        continue;
      self->backup = g_strdup (backup->file);
      when = care_when_format (backup->when);
      return g_strdup_printf (_ ("A backup from %s is ready."), when);
    }
  return NULL;
}

/* Of damage the details tell more than anybody wants to know first. */
static char *
describe (const Trouble *trouble, const GError *error, const char *backup)
{
  if (trouble->code == CARE_STORE_ERROR_DAMAGED)
    return g_strdup_printf ("%s %s", _ ("Nothing has been changed."),
                            backup != NULL ? backup : _ ("There is no backup of it."));
  return backup == NULL ? g_strdup_printf ("%s.", error->message)
                        : g_strdup_printf ("%s. %s", error->message, backup);
}

static void
show_text (CareTroublePage *self, const char *title, const char *description)
{
  /* Both are markup. */
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->status, escaped_title);
  adw_status_page_set_description (self->status, escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* The first thing that is offered is what most people want. */
static void
show_offers (CareTroublePage *self, Offers offers)
{
  GtkWidget *const buttons[] = { self->restore, self->read, self->retry, self->open };
  gboolean suggested = FALSE;

  gtk_widget_set_visible (self->restore, (offers & OFFER_BACKUPS) && self->backup != NULL);
  gtk_widget_set_visible (self->other_backups, (offers & OFFER_BACKUPS) && self->backup != NULL);
  gtk_widget_set_visible (self->recover, (offers & OFFER_RECOVER) != 0);
  gtk_widget_set_visible (self->read, (offers & OFFER_READ) != 0);
  gtk_widget_set_visible (self->take_over, (offers & OFFER_TAKE_OVER) != 0);
  gtk_widget_set_visible (self->retry, (offers & OFFER_RETRY) != 0);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gboolean first = !suggested && gtk_widget_get_visible (buttons[i]);

      if (first)
        gtk_widget_add_css_class (buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (buttons[i], "suggested-action");
      suggested = suggested || first;
    }
}

/**
 * care_trouble_page_show:
 * @self: a page
 * @path: the library
 * @error: why it could not be opened
 *
 * Says why, and offers what can be done.
 */
void
care_trouble_page_show (CareTroublePage *self, const char *path, const GError *error)
{
  const Trouble *trouble = find_trouble (error);
  g_autofree char *backup = NULL;
  g_autofree char *description = NULL;

  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->backup, g_free);
  if (trouble->offers & OFFER_BACKUPS)
    backup = find_backup (self);
  description = describe (trouble, error, backup);
  show_text (self, _ (trouble->title), description);
  show_offers (self, trouble->offers);
  gtk_label_set_text (self->details_text, error->message);
  gtk_widget_set_visible (self->details, trouble->code == CARE_STORE_ERROR_DAMAGED);
  gtk_expander_set_expanded (GTK_EXPANDER (self->details), FALSE);
}

static void
care_trouble_page_dispose (GObject *object)
{
  CareTroublePage *self = CARE_TROUBLE_PAGE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->backup, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_TROUBLE_PAGE);
  G_OBJECT_CLASS (care_trouble_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/CareBrief/ui/care-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, restore);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, other_backups);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, recover);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, read);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, take_over);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, retry);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, open);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, details);
  gtk_widget_class_bind_template_child (widget_class, CareTroublePage, details_text);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked);
  gtk_widget_class_bind_template_callback (widget_class, other_backups_clicked);
  gtk_widget_class_bind_template_callback (widget_class, recover_clicked);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked);
  gtk_widget_class_bind_template_callback (widget_class, take_over_clicked);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked);
}

static guint
add_signal (CareTroublePageClass *klass, const char *name, gboolean with_path)
{
  if (with_path)
    return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                         1, G_TYPE_STRING);
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
care_trouble_page_class_init (CareTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_trouble_page_dispose;

  /**
   * CareTroublePage::restore:
   * @file: the file of a backup, which is to take the library's place
   */
  signals[RESTORE] = add_signal (klass, "restore", TRUE);
  /**
   * CareTroublePage::recover:
   * @path: of a new library, which is to hold what can be read
   */
  signals[RECOVER] = add_signal (klass, "recover", TRUE);
  /**
   * CareTroublePage::open-read-only:
   *
   * The library is to be opened to read.
   */
  signals[OPEN_READ_ONLY] = add_signal (klass, "open-read-only", FALSE);
  /**
   * CareTroublePage::take-over:
   *
   * The library is to be opened though another host has it open.
   */
  signals[TAKE_OVER] = add_signal (klass, "take-over", FALSE);
  /**
   * CareTroublePage::try-again:
   *
   * The library is to be opened as before.
   */
  signals[TRY_AGAIN] = add_signal (klass, "try-again", FALSE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  bind_template (widget_class);
}

/* Where text is large, rather than be wider than a small window. */
static void
let_wrap (GtkWidget *buttons)
{
  for (GtkWidget *child = gtk_widget_get_first_child (buttons); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      {
        GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child)));

        gtk_label_set_wrap (label, TRUE);
        gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
      }
}

static void
care_trouble_page_init (CareTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_wrap (gtk_widget_get_parent (GTK_WIDGET (self->restore)));
}

/**
 * care_trouble_page_new:
 *
 * Returns: (transfer floating): a page that says nothing yet.
 */
GtkWidget *
care_trouble_page_new (void)
{
  return g_object_new (CARE_TYPE_TROUBLE_PAGE, NULL);
}

/**
 * care_trouble_page_focus:
 * @self: a page
 *
 * Moves the focus to the first thing that is offered.
 */
void
care_trouble_page_focus (CareTroublePage *self)
{
  GtkWidget *button = self->restore;

  /* The last one is always there. */
  while (!gtk_widget_get_visible (button))
    button = gtk_widget_get_next_sibling (button);
  gtk_widget_grab_focus (button);
}
