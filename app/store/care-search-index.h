/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether FTS5 can be let near what a file holds of its index: SQLite 3.40 adds up
 * lengths that it finds there without looking whether they can be, and then reads
 * outside its memory. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean care_search_index_check (sqlite3 *db, GError **error);

G_END_DECLS
