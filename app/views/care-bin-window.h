/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been deleted from a library, newest first; each can be brought back. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_BIN_WINDOW (care_bin_window_get_type ())
G_DECLARE_FINAL_TYPE (CareBinWindow, care_bin_window, CARE, BIN_WINDOW, AdwWindow)

GtkWidget *care_bin_window_new (GtkWindow *parent, CareLibrary *library);

G_END_DECLS
