/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of text that is copied for a spreadsheet, with tabs between cells. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean care_copied_cell_is_computed (const char *words);
void care_copied_cell_append (GString *text, const char *words, gboolean is_last);

G_END_DECLS
