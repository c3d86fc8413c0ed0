/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wordings of a position, newest first, what differs between two of them, and where
 * they are printed: what the record pane shows of a position above its fields. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

GtkWidget *care_versions_panel_new (CareRecordPane *pane);

G_END_DECLS
