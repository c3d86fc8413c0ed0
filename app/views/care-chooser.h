/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What dialogs that ask for the file of a library have in common. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_chooser_add_libraries (GtkFileChooser *chooser);
void care_chooser_start_beside (GtkFileChooser *chooser, const char *path);

G_END_DECLS
