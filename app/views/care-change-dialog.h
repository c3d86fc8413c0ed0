/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Record a Change: the new wording of a position with when, where, by whom and why, and
 * where that is from. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *care_change_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *position);

G_END_DECLS
