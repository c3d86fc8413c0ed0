/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure or a fund is part of, restates and pays for, and what pays for a pledge. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

GtkWidget *care_links_panel_new (CareRecordPane *pane);

G_END_DECLS
