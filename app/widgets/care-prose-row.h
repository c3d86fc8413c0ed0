/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several lines of text in a form, kept soon after the last key and when focus leaves. */

#pragma once

#include "care-edit-row.h"

G_BEGIN_DECLS

#define CARE_TYPE_PROSE_ROW (care_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (CareProseRow, care_prose_row, CARE, PROSE_ROW, CareEditRow)

/* Keeps @text if it can; FALSE with an error that says what to do if not. */
typedef gboolean (*CareProseCommit) (CareProseRow *row, const char *text, gpointer data, GError **error);

GtkWidget *care_prose_row_new (const char *title);
void care_prose_row_set_commit (CareProseRow *self, CareProseCommit commit, gpointer data, GDestroyNotify destroy);
void care_prose_row_load (CareProseRow *self, const char *text);
char *care_prose_row_get_text (CareProseRow *self);
void care_prose_row_set_editable (CareProseRow *self, gboolean editable);
gboolean care_prose_row_flush (CareProseRow *self);

G_END_DECLS
