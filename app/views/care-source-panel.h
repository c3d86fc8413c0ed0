/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What hangs on a source: what is quoted from it, whether that stands in the kept passage,
 * and where it is cited. Of a quotation, the same of it alone. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

GtkWidget *care_source_panel_new (CareRecordPane *pane);

G_END_DECLS
