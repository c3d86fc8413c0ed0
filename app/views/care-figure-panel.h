/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure or a fund is made of, which other values are held for the same, and what
 * follows from it. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

GtkWidget *care_figure_panel_new (CareRecordPane *pane);

G_END_DECLS
