/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block of cells as spreadsheets copy and paste it: a table of HTML, or lines of text with tabs. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No more is read of what another program offers. */
#define CARE_CELLS_MAX_BYTES (8 * 1024 * 1024)
#define CARE_CELLS_MAX_CELLS 20000

GPtrArray *care_cells_from_html (const char *html);
GPtrArray *care_cells_from_text (const char *text);

G_END_DECLS
