/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-saving-notice.h"

#include "care-notice.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

struct _CareSavingNotice
{
  GtkWidget parent_instance;

  CareNotice *notice;
  CareLibrary *library;
  GError *read_only; /* why it can only be read, or NULL */
  GError *trouble;   /* what could not be read or backed up, until it is read */
  gboolean passing;  /* the trouble is that of a disk which refuses to save, too */
};

G_DEFINE_FINAL_TYPE (CareSavingNotice, care_saving_notice, GTK_TYPE_WIDGET)

/* What is most pressing: what is not saved, then what stands in the way of saving. */
static void
update (CareSavingNotice *self)
{
  const GError *refused = self->library == NULL ? NULL : care_library_get_trouble (self->library);

  if (self->passing && refused == NULL && care_library_get_state (self->library) == CARE_LIBRARY_SAVED)
    g_clear_error (&self->trouble);
  if (refused != NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("Not saved: %s"), refused->message);

      care_notice_show (self->notice, message, _ ("Try Again"));
      care_notice_offer (self->notice, _ ("Save a Copy…"));
    }
  else if (self->library != NULL && care_library_is_writable (self->library)
           && care_library_has_moved (self->library))
    care_notice_show (self->notice, _ ("The library was moved or replaced by another program; save what you have here "
                                       "as a copy"),
                      _ ("Save a Copy…"));
  else if (self->trouble != NULL)
    care_notice_show (self->notice, self->trouble->message, _ ("Close"));
  else if (self->read_only != NULL)
    {
      care_notice_show (self->notice, self->read_only->message, _ ("Try Again"));
      if (g_error_matches (self->read_only, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE))
        care_notice_offer (self->notice, _ ("Take Over…"));
    }
  else
    care_notice_hide (self->notice);
}

static void
clicked (CareSavingNotice *self)
{
  if (care_library_get_trouble (self->library) != NULL)
    care_library_retry (self->library);
  else if (care_library_is_writable (self->library) && care_library_has_moved (self->library))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
  else if (self->trouble != NULL)
    {
      g_clear_error (&self->trouble);
      update (self);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reopen", NULL);
}

static void
other_clicked (CareSavingNotice *self)
{
  if (care_library_get_trouble (self->library) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.take-over", NULL);
}

static void
library_trouble (CareSavingNotice *self, const GError *error)
{
  g_clear_error (&self->trouble);
  self->trouble = g_error_copy (error);
  self->passing = care_library_get_trouble (self->library) != NULL
                  && (g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO)
                      || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DISK_FULL));
  update (self);
}

/**
 * care_saving_notice_set_library:
 * @self: a notice
 * @library: (nullable): the library that is shown
 * @read_only: (nullable): why it can only be read
 *
 * Tells of another library.
 */
void
care_saving_notice_set_library (CareSavingNotice *self, CareLibrary *library, const GError *read_only)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  g_clear_error (&self->read_only);
  g_clear_error (&self->trouble);
  self->passing = FALSE;
  if (read_only != NULL)
    self->read_only = g_error_copy (read_only);
  if (library != NULL)
    {
      g_signal_connect_object (library, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "trouble", G_CALLBACK (library_trouble), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

/**
 * care_saving_notice_look:
 * @self: a notice
 *
 * Looks whether the file is still where it was.
 */
void
care_saving_notice_look (CareSavingNotice *self)
{
  update (self);
}

static void
care_saving_notice_dispose (GObject *object)
{
  CareSavingNotice *self = CARE_SAVING_NOTICE (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  g_clear_error (&self->read_only);
  g_clear_error (&self->trouble);
  if (self->notice != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->notice)));
  G_OBJECT_CLASS (care_saving_notice_parent_class)->dispose (object);
}

static void
care_saving_notice_class_init (CareSavingNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_saving_notice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_saving_notice_init (CareSavingNotice *self)
{
  self->notice = CARE_NOTICE (care_notice_new ());
  g_signal_connect_swapped (self->notice, "clicked", G_CALLBACK (clicked), self);
  g_signal_connect_swapped (self->notice, "other-clicked", G_CALLBACK (other_clicked), self);
  gtk_widget_set_parent (GTK_WIDGET (self->notice), GTK_WIDGET (self));
}
