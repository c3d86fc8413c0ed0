/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of a CareTable: one line of text, drawn by itself, as there are many. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a cell says. Freed by the table: give it new strings, or leave them NULL. */
typedef struct
{
  char *text;
  char *badge;      /* after it, in few letters: "2" */
  char *badge_name; /* what that means: "two values held" */
  char *problem;    /* why @text, which was typed, cannot be kept; NULL: it is kept */
  gboolean is_absent; /* @text says that there is nothing */
} CareTableText;

void care_table_text_clear (CareTableText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareTableText, care_table_text_clear)

void care_table_set_class (GtkWidget *widget, const char *name, gboolean has);

#define CARE_TYPE_TABLE_CELL (care_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (CareTableCell, care_table_cell, CARE, TABLE_CELL, GtkWidget)

GtkWidget *care_table_cell_new (void);
int care_table_cell_get_width (CareTableCell *self);
void care_table_cell_forget (CareTableCell *self);
void care_table_cell_show (CareTableCell *self, const char *heading, float align, const CareTableText *text);
void care_table_cell_mark (CareTableCell *self, gboolean selected, gboolean several, gboolean cursor);

G_END_DECLS
