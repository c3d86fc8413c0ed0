/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The backups of a library, newest first; one can take the library's place. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_BACKUPS_WINDOW (care_backups_window_get_type ())
G_DECLARE_FINAL_TYPE (CareBackupsWindow, care_backups_window, CARE, BACKUPS_WINDOW, AdwWindow)

GtkWidget *care_backups_window_new (GtkWindow *parent, const char *path);

G_END_DECLS
