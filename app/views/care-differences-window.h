/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs, in words: a row a record, with a line for each of its fields. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_DIFFERENCES_WINDOW (care_differences_window_get_type ())
G_DECLARE_FINAL_TYPE (CareDifferencesWindow, care_differences_window, CARE, DIFFERENCES_WINDOW, AdwWindow)

GtkWidget *care_differences_window_new (GtkWindow *parent, const char *title, const char *subtitle,
                                        GPtrArray *texts);

G_END_DECLS
