/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of the window that Tab enters and leaves in one step; inside, the arrow
 * keys move. GTK 4.8 has no such setting for a list or a row of tabs. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_STOP (care_stop_get_type ())
G_DECLARE_FINAL_TYPE (CareStop, care_stop, CARE, STOP, GtkWidget)

gboolean care_stop_has_popover (GtkWidget *widget);
GtkWidget *care_stop_new (GtkWidget *child);

G_END_DECLS
