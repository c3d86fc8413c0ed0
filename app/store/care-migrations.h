/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean care_migrations_run_to (sqlite3 *db, int version, GError **error);
gboolean care_migrations_run (sqlite3 *db, GError **error);

G_END_DECLS
