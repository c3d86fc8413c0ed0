/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a text is, in words, beside how long it may be. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint care_words_count (const char *plain);
char *care_words_describe (guint n, guint budget);
gboolean care_words_are_over (guint n, guint budget);

G_END_DECLS
