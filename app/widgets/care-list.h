/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of records, done once for every view: Tab leaves it in one press, its
 * rows have names, its scrolled window is no stop of its own, and the selection
 * stays with its item whatever happens to the model. */

#pragma once

#include "care-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a row says. Freed by the list: give it new strings, or leave them NULL. */
typedef struct
{
  char *heading; /* above it: what the rows that begin with this one have in common */
  char *title;
  char *subtitle;
  char *trailing; /* at the end of the row: an amount, a date */
  char *badge;    /* a word or two about its state */
  PangoAttrList *title_marks;    /* how parts of @title look */
  PangoAttrList *subtitle_marks; /* and of @subtitle */
  gboolean has_swatch;
  gboolean has_swatch_place; /* even without one, in a list where some rows have one */
  CareColour swatch;
} CareListRow;

/* Fills @row, which comes empty, with what is to be said of @item. */
typedef void (*CareListDescribe) (gpointer item, CareListRow *row, gpointer data);

/* Where @item is in @model, or GTK_INVALID_LIST_POSITION. */
typedef guint (*CareListLocate) (GListModel *model, gpointer item);

#define CARE_TYPE_LIST (care_list_get_type ())
G_DECLARE_FINAL_TYPE (CareList, care_list, CARE, LIST, GtkWidget)

GtkWidget *care_list_new (void);
void care_list_set_resting (CareList *self, gboolean resting);
void care_list_set_describe (CareList *self, CareListDescribe describe, gpointer data, GDestroyNotify destroy);
void care_list_set_locate (CareList *self, CareListLocate locate);
void care_list_set_label (CareList *self, const char *label);
void care_list_set_reorderable (CareList *self, gboolean reorderable);
gboolean care_list_get_reorderable (CareList *self);
void care_list_set_placeholder (CareList *self, const char *title, const char *description);
void care_list_set_placeholder_action (CareList *self, const char *label, const char *action);
void care_list_set_model (CareList *self, GListModel *model);
GListModel *care_list_get_model (CareList *self);
void care_list_refresh (CareList *self, gpointer item);
void care_list_select (CareList *self, gpointer item);
void care_list_select_in_place (CareList *self, gpointer item);
void care_list_show_top (CareList *self);
gpointer care_list_get_selected (CareList *self);
guint care_list_get_position (CareList *self);
void care_list_set_takes_several (CareList *self);
GtkBitset *care_list_get_rows (CareList *self);

G_END_DECLS
