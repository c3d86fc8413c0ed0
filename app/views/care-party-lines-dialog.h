/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All parties put into a box of party lines at once: on which theme, and what that adds. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

GtkWidget *care_party_lines_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *box);
GtkWidget *care_party_lines_panel_new (CareRecordPane *pane);

G_END_DECLS
