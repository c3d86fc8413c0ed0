/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-table.h"

G_BEGIN_DECLS

/* A row that is in sight. */
#define CARE_TYPE_TABLE_LINE (care_table_line_get_type ())
G_DECLARE_FINAL_TYPE (CareTableLine, care_table_line, CARE, TABLE_LINE, GtkWidget)

/* Whether a cell says what its item says. */
typedef enum
{
  CARE_TABLE_UNSAID, /* nothing, or what it said of another row */
  CARE_TABLE_SAID_BEFORE,
  CARE_TABLE_SAID,
} CareTableSaid;

struct _CareTableLine
{
  GtkWidget parent_instance;

  GObject *item; /* NULL: it waits to be used */
  guint row;
  GPtrArray *cells; /* of CareTableCell, one a column */
  GArray *said;     /* of CareTableSaid, one a cell */
};

struct _CareTable
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];

  GListModel *model;
  const CareTableRows *rows;
  gpointer data;

  GArray *columns; /* of CareTableColumn */
  GArray *edges;   /* of int: where each begins, and where the last ends, in pixels */
  GPtrArray *heads; /* of GtkButton */
  int sorted; /* id of a column; -1: none */
  gboolean descending;
  int head_height, row_height; /* in pixels; 0: not measured, and nothing is placed yet */
  gboolean is_measured;        /* as things are now */
  double drag_x, drag_y;       /* where the mouse is that a block follows */
  guint following;             /* source id */
  guint grip;                  /* the place of a column whose width is pulled at */
  int grip_width;              /* that it had then */
  int width, height;           /* that it had when it was last seen to */
  guint tick;                  /* id of a callback; 0: nothing is to be seen to */

  GPtrArray *lines; /* of CareTableLine */
  GObject *item;    /* that has the cursor, or had it last; or NULL */
  guint row, column;
  guint from_row, from_column, to_row, to_column; /* two corners of the block that is selected; the cursor is in it */
  guint home;        /* the column in which Tab began to go along the row: Enter goes below it */
  gboolean is_stale; /* the model has changed since */
  gboolean is_lost;  /* it has not got @item, or not yet: the cursor is where that was */
  GObject *top;      /* the item of the first row in sight, or NULL */
  guint top_row;
  int shift;         /* how far it has moved meanwhile, in rows */
  guint telling;     /* source id: the cursor has moved to another row */

  GtkWidget *perch; /* box over the cell with the cursor, of which popovers are */
  GtkWidget *frame; /* over it, of what is typed in */
  GtkWidget *field; /* GtkEntry */
  GtkWidget *hint;  /* label below it */
  gboolean is_editable;
  gboolean is_deaf; /* letters were typed in this cell that it does not take: a space is one of them */
  gboolean is_editing;
};

/* What a column has beside its text, in pixels. */
#define CARE_TABLE_PADDING 22

#define CARE_TABLE_COLUMN(table, i) (&g_array_index ((table)->columns, CareTableColumn, i))
#define CARE_TABLE_EDGE(table, i) (g_array_index ((table)->edges, int, i))

guint care_table_count (CareTable *self);

/* care-table-place.c */
void care_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline);
void care_table_update (CareTable *self);
void care_table_size_allocate (GtkWidget *widget, int width, int height, int baseline);
gboolean care_table_first_stays (CareTable *self);
void care_table_put (GtkWidget *widget, const GtkAllocation *place);
int care_table_get_offset (CareTable *self, GtkOrientation orientation);
void care_table_place_column (CareTable *self, guint column, GtkAllocation *place, gboolean *is_seen);
void care_table_reach (CareTable *self, guint row, guint column);
int care_table_get_letter (CareTable *self);
gboolean care_table_hit_head (CareTable *self, double x, double y, guint *column);
gboolean care_table_hit (CareTable *self, double x, double y, guint *row, guint *column);

/* care-table-width.c */
void care_table_width_install (GtkWidgetClass *widget_class);
void care_table_width_init (CareTable *self);

/* care-table-lines.c */
void care_table_line_place_cells (CareTableLine *self, int height);
void care_table_bind_lines (CareTable *self);
void care_table_mark_lines (CareTable *self);
void care_table_forget_lines (CareTable *self);
GtkWidget *care_table_get_cell (CareTable *self, guint row, guint column);

/* care-table-head.c */
void care_table_make_heads (CareTable *self);
void care_table_mark_heads (CareTable *self);
void care_table_show_heads (CareTable *self);
void care_table_place_heads (CareTable *self);

/* care-table-move.c */
void care_table_move_install (GtkWidgetClass *widget_class);
gboolean care_table_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean care_table_grab_focus (GtkWidget *widget);
void care_table_catch_up (CareTable *self);
void care_table_go (CareTable *self, guint row, guint column, gboolean extend);
gboolean care_table_has_focus (CareTable *self);

/* care-table-select.c */
void care_table_select_install (GtkWidgetClass *widget_class);
gboolean care_table_is_selected (CareTable *self, guint row, guint column);

/* care-table-block.c */
void care_table_block_install (GtkWidgetClass *widget_class);

/* care-table-signals.c */
void care_table_add_signals (GType type);

/* care-table-edit.c */
void care_table_edit_install (GtkWidgetClass *widget_class);
void care_table_edit_init (CareTable *self);
gboolean care_table_may_change (CareTable *self);
gboolean care_table_finish (CareTable *self, gboolean stays);
void care_table_show_problem (CareTable *self);

/* care-table-over.c */
void care_table_place_over (CareTable *self);

/* care-table-pointer.c */
void care_table_pointer_init (CareTable *self);

G_END_DECLS
