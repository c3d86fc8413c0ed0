/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wheel over a long list.
 *
 * GTK 4.8 gives a row that it has just divided from those out of sight no height until
 * the list is laid out again. A list that is scrolled twice between two frames, as a fast
 * wheel does, therefore takes the hundreds of rows above it to be nothing, and
 * looks for its place thousands of rows further down. Turned once a frame, before
 * the layout, the list keeps it. What a touchpad sends is put together by GTK itself. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_wheel_add (GtkScrolledWindow *scrolled);

G_END_DECLS
