/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done to one record, newest first: by whom, when, from what to what. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_RECORD_HISTORY_WINDOW (care_record_history_window_get_type ())
G_DECLARE_FINAL_TYPE (CareRecordHistoryWindow, care_record_history_window, CARE, RECORD_HISTORY_WINDOW,
                      AdwWindow)

GtkWidget *care_record_history_window_new (GtkWindow *parent, CareLibrary *library, CareRecord *record);

G_END_DECLS
