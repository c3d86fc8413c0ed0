/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has come of something that has no window of its own. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_tell_done (GtkWindow *window, const char *message);
char *care_tell_shorten (GtkWidget *widget, const char *title, const char *rest);
char *care_tell_deleted (GtkWidget *widget, CareLibrary *library, CareRecord *record);
gboolean care_tell_unless_done (GtkWidget *widget, CareLibrary *library, GAsyncResult *result);
void care_tell_refused (GtkWindow *window, const char *heading, const GError *error);

G_END_DECLS
