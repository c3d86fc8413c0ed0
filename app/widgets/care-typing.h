/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed goes to the text first.
 *
 * GTK 4.8 asks each shortcut of a window and of what stands around a text whether it
 * is meant by a key, before the text is asked. None is meant by a letter, and in a long
 * text this is a good part of what a letter costs. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_typing_add (GtkWindow *window);

G_END_DECLS
