/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-toast.h"

#include <glib/gi18n.h>

/* What is told may name a record that is called anything. */
#define LINES 3

/* The last button beside @label or what it is in. */
static GtkWidget *
find_close_button (GtkWidget *label)
{
  for (GtkWidget *at = label; at != NULL; at = gtk_widget_get_parent (at))
    {
      GtkWidget *parent = gtk_widget_get_parent (at);
      GtkWidget *last = parent == NULL ? NULL : gtk_widget_get_last_child (parent);

      if (GTK_IS_BUTTON (last))
        return last;
    }
  return NULL;
}

static void
name_close_button (GtkWidget *label)
{
  GtkWidget *close = find_close_button (label);

  if (close != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
}

/**
 * care_toast_new:
 * @message: what is told, as plain text
 *
 * Returns: (transfer full): a toast that a screen reader reads when it is shown.
 */
AdwToast *
care_toast_new (const char *message)
{
  AdwToast *toast = adw_toast_new ("");
  /* The plain title of a toast is silent; a label with the role of an alert is not. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", message, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", LINES, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);

  g_signal_connect (label, "map", G_CALLBACK (name_close_button), NULL);
  adw_toast_set_custom_title (toast, label);
  return toast;
}
