/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editions of a briefing, newest first: each can be read, exported and
 * compared with the briefing as it stands, and another one be made. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_EDITIONS_WINDOW (care_editions_window_get_type ())
G_DECLARE_FINAL_TYPE (CareEditionsWindow, care_editions_window, CARE, EDITIONS_WINDOW, AdwWindow)

GtkWidget *care_editions_window_new (GtkWindow *parent, CareLibrary *library, CareRecord *briefing);

G_END_DECLS
