/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-sources.h"

#include "care-cite.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

/* (transfer none) (nullable): what the view that is shown tells all about. */
static CareRecord *
find_shown (CareWindow *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  return care_window_is_editing (self) ? NULL : care_browser_get_shown (CARE_BROWSER (view));
}

static void
copy_citation (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *shown = self->library == NULL ? NULL : find_shown (self);
  g_autoptr (CareCitationText) text = shown == NULL ? NULL : care_cite (self->library, shown);

  if (text != NULL)
    care_cite_copy (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                              text != NULL ? _ ("The citation is copied") : _ ("Choose a source to copy its citation"));
}

static void
copy_citation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_library_when_readable (CARE_WINDOW (widget)->library, copy_citation, G_OBJECT (widget));
}

/**
 * care_window_sources_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_sources_update (CareWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-citation", self->library != NULL);
}

/**
 * care_window_sources_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_sources_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-citation", NULL, copy_citation_action);
}
