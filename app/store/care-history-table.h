/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of history. Only app/store/ includes this. */

#pragma once

#include "care-database.h"
#include "care-history.h"

G_BEGIN_DECLS

gboolean care_history_add (sqlite3 *db, const CareHistoryEntry *entry, GBytes *changeset, guint n_deleted,
                           GError **error);
gboolean care_history_is_last (sqlite3 *db, CareId id);
gboolean care_history_extend (sqlite3 *db, CareId id, CareId new_id, const char *done, GBytes *changeset,
                              guint n_deleted, GError **error);
GPtrArray *care_history_list (sqlite3 *db, guint limit, GError **error);
GPtrArray *care_history_list_acts (sqlite3 *db, guint limit, GError **error);
GPtrArray *care_history_list_deletions (sqlite3 *db, GError **error);
CareHistoryEntry *care_history_find (sqlite3 *db, CareId id, GError **error);
CareHistoryEntry *care_history_find_first (sqlite3 *db, GError **error);
CareHistoryEntry *care_history_find_undoable (sqlite3 *db, GError **error);
CareHistoryEntry *care_history_find_redoable (sqlite3 *db, GError **error);
GBytes *care_history_get_changeset (sqlite3 *db, CareId id, GError **error);
gboolean care_history_mark (sqlite3 *db, CareId id, CareHistoryState state, GError **error);
gboolean care_history_abandon_undone (sqlite3 *db, GError **error);

G_END_DECLS
