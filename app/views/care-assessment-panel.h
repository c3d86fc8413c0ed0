/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a pledge or a deadline stands: what the record pane shows above its fields. Of a
 * pledge, when it is due, our verdict and those before it, what sources say, and the
 * evidence; of a deadline, what its words can mean. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

GtkWidget *care_assessment_panel_new (CareRecordPane *pane);

G_END_DECLS
