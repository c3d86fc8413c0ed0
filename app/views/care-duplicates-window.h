/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that a library seems to have twice, to be looked through and merged at once. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_DUPLICATES_WINDOW (care_duplicates_window_get_type ())
G_DECLARE_FINAL_TYPE (CareDuplicatesWindow, care_duplicates_window, CARE, DUPLICATES_WINDOW, AdwWindow)

GtkWidget *care_duplicates_window_new (GtkWindow *parent, CareLibrary *library);

G_END_DECLS
