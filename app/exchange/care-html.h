/* SPDX-License-Identifier: GPL-3.0-or-later */

/* As much of HTML as it takes to get words and tables out: nothing is run, followed or loaded. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean care_html_is_element (const char *tag, const char *const *names);
const char *care_html_find_end (const char *markup);
char *care_html_decode (const char *html, gsize length);
char *care_html_get_attribute (const char *tag, const char *end, const char *name);

G_END_DECLS
