/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what a file holds is a library of ours, and whole. */

#pragma once

#include <sqlite3.h>
#include <glib.h>

G_BEGIN_DECLS

sqlite3 *care_schema_make (int version, GError **error);
gboolean care_schema_check (sqlite3 *db, int version, GError **error);
gboolean care_schema_check_pages (sqlite3 *db, gboolean thoroughly, GError **error);

G_END_DECLS
