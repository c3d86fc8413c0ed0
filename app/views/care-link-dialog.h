/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure or a fund has to do with another figure, or with a pledge. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *care_link_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *from);

G_END_DECLS
