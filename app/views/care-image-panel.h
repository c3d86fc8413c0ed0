/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the box of an image: one is opened or dropped, and kept once it has its credit and
 * its alternative text. */

#pragma once

#include "care-record-pane.h"

G_BEGIN_DECLS

#define CARE_TYPE_IMAGE_PANEL (care_image_panel_get_type ())
G_DECLARE_FINAL_TYPE (CareImagePanel, care_image_panel, CARE, IMAGE_PANEL, GtkBox)

GtkWidget *care_image_panel_new (CareRecordPane *pane);
void care_image_panel_open (CareImagePanel *self, GFile *file);

G_END_DECLS
