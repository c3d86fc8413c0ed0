/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A colleague's copy of a library is brought in: what both have changed is shown
 * side by side, and merged once all of it is decided. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_MERGE_WINDOW (care_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (CareMergeWindow, care_merge_window, CARE, MERGE_WINDOW, AdwWindow)

GtkWidget *care_merge_window_new (GtkWindow *parent, CareLibrary *mine, const char *path);

G_END_DECLS
