/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why two values are held for one thing. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *care_explain_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *figure, CareRecord *other);

G_END_DECLS
