/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wordings of a position, newest first, what differs between two of them, and where
 * they are printed: what the record pane shows of a position above its fields. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

#define CARE_TYPE_VERSIONS_PANEL (care_versions_panel_get_type ())
G_DECLARE_FINAL_TYPE (CareVersionsPanel, care_versions_panel, CARE, VERSIONS_PANEL, GtkBox)

GtkWidget *care_versions_panel_new (CareRecordPane *pane);

G_END_DECLS
