/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where words may be divided at the end of a line, by the dictionaries that are
 * installed for libhyphen. Without one for its language a text is not divided. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void care_hyphenation_prepare (void);

/* (element-type guint) (transfer full): the bytes of @text before which a hyphen may
 * end a line, in their order. */
GArray *care_hyphenation_find (const char *text, const char *language, gboolean with_names);

G_END_DECLS
