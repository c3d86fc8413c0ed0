/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finished pages on paper. */

#pragma once

#include "care-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *care_print_operation_new (CarePages *pages, const char *title);
void care_print (GtkWindow *parent, CarePages *pages, const char *title);

G_END_DECLS
