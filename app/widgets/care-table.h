/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of the items of a long list, for a scrolled window: only the rows in sight have
 * widgets, and all rows are of one height, so that it stands exactly where it was scrolled
 * to. One cell has the cursor, which arrow keys move; the table is one stop of Tab. It knows no
 * record: what it shows, and what becomes of what is typed, others say. */

#pragma once

#include "care-table-cell.h"

G_BEGIN_DECLS

typedef struct
{
  guint id; /* tells it from the others, of which some may not be shown */
  const char *label; /* translated; not owned */
  double chars; /* how wide it is, in letters */
  float align; /* 0: at the beginning, 1: at the end */
} CareTableColumn;

/* What is to be done with the text of a cell. */
typedef struct
{
  /* Fills @text, which comes empty. Its text stays NULL while it cannot be known: the cell goes on saying what it says. */
  void (*describe) (gpointer item, guint column, CareTableText *text, gpointer data);
  /* (transfer full): the row for who hears it */
  char *(*name) (gpointer item, gpointer data);
  /* Where @item is in @model, or GTK_INVALID_LIST_POSITION. */
  guint (*locate) (GListModel *model, gpointer item);

  /* (transfer full) (nullable): what is typed over in a cell; %NULL: what it says is not typed, but chosen. A letter
   * begins @anew. */
  char *(*begin) (gpointer item, guint column, gboolean anew, gpointer data);
  /* (transfer full) (nullable): what is understood of @typed */
  char *(*explain) (gpointer item, guint column, const char *typed, gpointer data);
  /* Keeps @typed as what the cell says, if that is anything new; %FALSE, with what to do, if it cannot be. Then it
   * describes it from now on as it was typed, with the problem, and begins with it. */
  gboolean (*commit) (gpointer item, guint column, const char *typed, gpointer data, GError **error);
  /* What was typed is given up. */
  void (*give_up) (gpointer item, guint column, gpointer data);
  /* Has it be chosen, in a popover of @perch; @typed (nullable) is the letter that was typed. */
  void (*choose) (gpointer item, guint column, const char *typed, GtkWidget *perch, gpointer data);
} CareTableRows;

/* Some cells, by their places. */
typedef struct
{
  guint row, column;
  guint n_rows, n_columns;
} CareTableBlock;

#define CARE_TYPE_TABLE (care_table_get_type ())
G_DECLARE_FINAL_TYPE (CareTable, care_table, CARE, TABLE, GtkWidget)

GtkWidget *care_table_new (const char *label, const CareTableRows *rows, gpointer data);
void care_table_set_columns (CareTable *self, const CareTableColumn *columns, guint n_columns);
void care_table_set_width (CareTable *self, guint column, double chars);
void care_table_set_sorted (CareTable *self, int column, gboolean descending);
void care_table_set_model (CareTable *self, GListModel *model);
void care_table_refresh (CareTable *self);
void care_table_select (CareTable *self, gpointer item);
gpointer care_table_get_selected (CareTable *self);
gpointer care_table_get_at_cursor (CareTable *self);
guint care_table_get_column (CareTable *self);
void care_table_show_top (CareTable *self);
void care_table_set_editable (CareTable *self, gboolean editable);
void care_table_edit (CareTable *self);
const char *care_table_get_typed (CareTable *self);
gboolean care_table_keep (CareTable *self);
void care_table_get_block (CareTable *self, CareTableBlock *block);
void care_table_select_block (CareTable *self, const CareTableBlock *block);
gboolean care_table_get_column_at (CareTable *self, guint place, guint *id);

G_END_DECLS
