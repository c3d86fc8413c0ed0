/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of texts in columns, for a terminal or a file. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareCliTable CareCliTable;

CareCliTable *care_cli_table_new (void);
void care_cli_table_free (CareCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareCliTable, care_cli_table_free)

void care_cli_table_add_column (CareCliTable *self, const char *title, gboolean is_number);
void care_cli_table_add_row (CareCliTable *self, const char *const *cells);
char *care_cli_table_print (CareCliTable *self, guint width);

guint care_cli_terminal_width (void);
guint care_cli_text_width (const char *text);

G_END_DECLS
