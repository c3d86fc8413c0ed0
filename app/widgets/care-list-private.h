/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-list.h"

#include "care-list-marks.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _CareList
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *placeholder;
  GtkScrolledWindow *scrolled;
  GtkListView *view;
  GtkSingleSelection *selection;
  CareListMarks *marks; /* NULL: one row is selected at a time */

  CareListDescribe describe;
  gpointer describe_data;
  GDestroyNotify describe_destroy;
  CareListLocate locate; /* NULL: by looking at every item */

  GPtrArray *bound;   /* of GtkListItem, in no order */
  GObject *selected;  /* as last told, or NULL */
  gboolean reorderable;
  gboolean resting;   /* it has no rows */
  gboolean replacing; /* the model is being replaced: say nothing yet */
  guint frames_to_focus; /* in which the row that is selected gets the focus */
};

/* care-list-focus.c */
void care_list_watch_focus (CareList *self, GListModel *model);
guint care_list_find_focused (CareList *self);

/* care-list-rows.c */
void care_list_rows_bind (GtkWidgetClass *widget_class);
GtkWidget *care_list_get_selected_row (CareList *self);

/* care-list-selection.c */
void care_list_selection_bind (GtkWidgetClass *widget_class);
gboolean care_list_focus_selected (CareList *self);
void care_list_show_selected (CareList *self);
void care_list_point_at (CareList *self, guint row);
void care_list_set_view_model (CareList *self);

G_END_DECLS
