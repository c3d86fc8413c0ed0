/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person has to know of the file of a library, above all views: that it can
 * only be read and why, that the disk refuses what was done, that the file was
 * moved. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_SAVING_NOTICE (care_saving_notice_get_type ())
G_DECLARE_FINAL_TYPE (CareSavingNotice, care_saving_notice, CARE, SAVING_NOTICE, GtkWidget)

void care_saving_notice_set_library (CareSavingNotice *self, CareLibrary *library, const GError *read_only);
void care_saving_notice_look (CareSavingNotice *self);

G_END_DECLS
