/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what a file holds is a library of ours, and whole. */

#pragma once

#include <sqlite3.h>
#include <glib.h>

G_BEGIN_DECLS

/* What care_schema_dup_fingerprint() gives of a library of CARE_LIBRARY_VERSION, as SQLite 3.40 words it. */
#define CARE_SCHEMA_FINGERPRINT "2851ac5dd0a95b44798c0909e98371460f2592f5ec57b31746044b5ef0b7f1bc"

sqlite3 *care_schema_make (int version, GError **error);
char *care_schema_dup_fingerprint (sqlite3 *db);
gboolean care_schema_check (sqlite3 *db, int version, GError **error);
gboolean care_schema_check_pages (sqlite3 *db, gboolean thoroughly, GError **error);

G_END_DECLS
