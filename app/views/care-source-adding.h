/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that are pasted or dropped, or in files of other reference managers: understood
 * as far as can be, and put in by one act. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @first is shown; NULL if nothing was put in, and that has been told. */
typedef void (*CareSourcesAdded) (GtkWindow *window, CareRecord *first, guint n_added);

void care_source_adding_text (GtkWindow *window, CareLibrary *library, const char *text, CareSourcesAdded added);
void care_source_adding_files (GtkWindow *window, CareLibrary *library, GSList *files, CareSourcesAdded added);

G_END_DECLS
