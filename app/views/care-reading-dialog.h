/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words of a deadline can mean, side by side, and which of that is chosen, by whom
 * and why. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *care_reading_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *deadline);

G_END_DECLS
