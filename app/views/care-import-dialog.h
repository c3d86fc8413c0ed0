/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Import: records of a JSON or CSV file are put into a library as one act. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_import_dialog_show (GtkWindow *parent, CareLibrary *library);
void care_import_dialog_read (GtkWindow *parent, CareLibrary *library, GFile *file);

G_END_DECLS
