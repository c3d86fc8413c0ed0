/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first row of a statement, found beside the main loop. */

#pragma once

#include "care-database.h"

G_BEGIN_DECLS

typedef struct _CareFirstRow CareFirstRow;

CareFirstRow *care_first_row_find (GRecMutex *lock, sqlite3_stmt *statement);
gboolean care_first_row_wait (CareFirstRow *self, gint64 until);
gboolean care_first_row_take (CareFirstRow *self, gint64 *id, GError **error);
void care_first_row_free (CareFirstRow *self);

G_END_DECLS
