/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements that are prepared once a connection and used many times. Only
 * app/store/ includes this. */

#pragma once

#include "care-database.h"

G_BEGIN_DECLS

/* A statement that is kept; to clear it ends its use, and does not finalize it. */
typedef sqlite3_stmt CareStatement;

CareStatement *care_statement_get (sqlite3 *db, const char *sql, GError **error);
void care_statement_done (CareStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareStatement, care_statement_done)

void care_statement_bind_id (CareStatement *self, int index, CareId id);
void care_statement_bind_text (CareStatement *self, int index, const char *text);
gboolean care_statement_run (CareStatement *self, GError **error);
gboolean care_statement_step (CareStatement *self, GError **error);
gboolean care_statement_exists (CareStatement *self, gboolean *exists, GError **error);
GArray *care_statement_list_ids (CareStatement *self, GError **error);

void care_statements_forget (sqlite3 *db);

G_END_DECLS
