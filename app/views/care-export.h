/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finished pages, put into a file that a person chooses. */

#pragma once

#include "care-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkFileChooserNative *care_export_dialog_new (GtkWindow *parent, const char *title, const char *name);
char *care_export_write (CarePages *pages, GFile *file, GError **error);

G_END_DECLS
