/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been done in a library, newest first; each act can be undone by
 * itself where nothing later builds on it. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_HISTORY_WINDOW (care_history_window_get_type ())
G_DECLARE_FINAL_TYPE (CareHistoryWindow, care_history_window, CARE, HISTORY_WINDOW, AdwWindow)

GtkWidget *care_history_window_new (GtkWindow *parent, CareLibrary *library);

G_END_DECLS
