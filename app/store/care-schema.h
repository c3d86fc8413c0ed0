/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what a file holds is a library of ours, and whole. */

#pragma once

#include <sqlite3.h>
#include <glib.h>

G_BEGIN_DECLS

/* What care_schema_dup_fingerprint() gives of a library of CARE_LIBRARY_VERSION, as SQLite 3.40 words it. */
#define CARE_SCHEMA_FINGERPRINT "ca196320e6ec3da1e8621b81ac2c6b9a102c9ba4b72f8ef9abddd82ac1ae5ec7"

sqlite3 *care_schema_make (int version, GError **error);
char *care_schema_dup_fingerprint (sqlite3 *db);
gboolean care_schema_check (sqlite3 *db, int version, GError **error);
gboolean care_schema_check_pages (sqlite3 *db, gboolean thoroughly, GError **error);

G_END_DECLS
