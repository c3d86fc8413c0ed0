/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file beneath a window: what has to be saved before it is given up, and what
 * takes its place. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

typedef void (*CareWindowThen) (CareWindow *window, gpointer data);

gboolean care_window_file_may_close (CareWindow *self);
void care_window_file_give_up (CareWindow *self, const char *title, CareWindowThen then, gpointer data,
                               GDestroyNotify free_data);
void care_window_file_reopen (CareWindow *self, CareLibraryMode mode);
void care_window_file_open_waiting (const char *path, CareLibraryMode mode);
void care_window_file_go_over (CareWindow *self, const char *path);
void care_window_file_restore (CareWindow *self, const char *backup);
void care_window_file_recover (CareWindow *self, const char *path);

G_END_DECLS
