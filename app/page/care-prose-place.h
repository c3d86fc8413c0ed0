/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the words of a paragraph stand in the text that it was read from. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint care_prose_place_in_source (const char *source, guint from, guint to, const char *text, guint at);
guint care_prose_place_in_text (const char *source, guint from, guint to, const char *text, guint at);

G_END_DECLS
