/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Our verdict on a pledge, in three parts, with the reasons for it and the evidence; and
 * what a source says, which is not ours. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *care_verdict_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *of);
GtkWidget *care_verdict_dialog_new_reported (GtkWindow *parent, CareLibrary *library, CareRecord *of);

G_END_DECLS
