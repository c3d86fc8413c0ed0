/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long text before and after a change as one: what was taken out is struck
 * through, what was put in is underlined. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *care_difference_label_new (const char *before, const char *after);
GtkWidget *care_difference_label_new_for_runs (GPtrArray *runs);
char *care_difference_label_say (const char *before, const char *after);

G_END_DECLS
