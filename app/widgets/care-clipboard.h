/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied in two forms: programs take the one that they can use. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_clipboard_put (GdkClipboard *clipboard, const char *text, const char *html);

G_END_DECLS
