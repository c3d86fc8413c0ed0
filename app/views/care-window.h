/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: five views of a library, and the editor of a briefing on top. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_WINDOW (care_window_get_type ())
G_DECLARE_FINAL_TYPE (CareWindow, care_window, CARE, WINDOW, AdwApplicationWindow)

GtkWidget *care_window_new (GtkApplication *application);
void care_window_set_library (CareWindow *self, CareLibrary *library, CareDay today);
CareLibrary *care_window_get_library (CareWindow *self);
void care_window_save (CareWindow *self);
void care_window_set_read_only (CareWindow *self, const GError *reason);
void care_window_close_library (CareWindow *self);
void care_window_show_trouble (CareWindow *self, const char *path, const GError *error);
void care_window_show_wait (CareWindow *self, const char *path, const char *title);
gboolean care_window_is_waiting (CareWindow *self);
void care_window_end_wait (CareWindow *self);
const char *care_window_get_path (CareWindow *self);
CareRecord *care_window_get_briefing (CareWindow *self);
void care_window_find (CareWindow *self);
void care_window_search (CareWindow *self);
void care_window_open_briefing (CareWindow *self, CareRecord *briefing);
void care_window_show_element (CareWindow *self, const char *kind, CareId id);
void care_window_show_figure (CareWindow *self, CareRecord *figure);
void care_window_show_view (CareWindow *self, const char *view);

G_END_DECLS
