/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of text in a form, kept on Enter and when focus leaves. */

#pragma once

#include "care-edit-row.h"

G_BEGIN_DECLS

#define CARE_TYPE_VALUE_ROW (care_value_row_get_type ())
G_DECLARE_FINAL_TYPE (CareValueRow, care_value_row, CARE, VALUE_ROW, CareEditRow)

/* Keeps @text if it can; FALSE with an error that says what to do if not. */
typedef gboolean (*CareValueCommit) (CareValueRow *row, const char *text, gpointer data, GError **error);

GtkWidget *care_value_row_new (const char *title);
void care_value_row_set_commit (CareValueRow *self, CareValueCommit commit, gpointer data, GDestroyNotify destroy);
void care_value_row_load (CareValueRow *self, const char *text);
char *care_value_row_get_text (CareValueRow *self);
void care_value_row_set_editable (CareValueRow *self, gboolean editable);
gboolean care_value_row_flush (CareValueRow *self);

G_END_DECLS
