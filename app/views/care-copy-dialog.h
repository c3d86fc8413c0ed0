/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Save a Copy: of a library, to be sent or kept, with its history or without. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_copy_dialog_show (GtkWindow *parent, CareLibrary *library);
void care_copy_dialog_save (GtkWindow *parent, CareLibrary *library, GFile *file, gboolean with_history);

G_END_DECLS
