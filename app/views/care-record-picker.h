/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record chosen from those of a library by typing a few letters, or made: a popover. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_RECORD_PICKER (care_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (CareRecordPicker, care_record_picker, CARE, RECORD_PICKER, GtkPopover)

GtkWidget *care_record_picker_new (CareLibrary *library, const char *const *kinds);
void care_record_picker_set_none (CareRecordPicker *self, const char *label);
void care_record_picker_set_makes (CareRecordPicker *self, gboolean makes);
void care_record_picker_open (CareRecordPicker *self, CareRecord *current);
void care_record_picker_type (CareRecordPicker *self, const char *typed);

G_END_DECLS
