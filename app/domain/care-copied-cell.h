/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell that is copied for a spreadsheet: of lines with tabs between cells, and of a table of HTML. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean care_copied_cell_is_computed (const char *words);
void care_copied_cell_append (GString *text, const char *words, gboolean is_last);
void care_copied_cell_append_html (GString *html, const char *words, const char *scope);
char *care_copied_escape (const char *words, gssize length);

G_END_DECLS
