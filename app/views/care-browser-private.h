/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-browser.h"

#include "care-find-bar.h"
#include "care-list.h"
#include "care-order-button.h"
#include "care-record-pane.h"

G_BEGIN_DECLS

/* What stands where there is nothing. */
typedef struct
{
  char *title;
  char *description; /* as markup; or NULL */
  char *label;       /* of a button, or NULL */
  char *action;      /* of that, or NULL */
} CareBrowserPlaceholder;

struct _CareBrowser
{
  GtkWidget parent_instance;

  GtkWidget *split;
  GtkWidget *collection; /* box: the choice of looks above the looks */
  GtkBox *tools;         /* beside the choice */
  GtkBox *below;         /* and below it */
  GtkWidget *looks;      /* box of linked toggles: of the list, then one for each picture */
  GtkToggleButton *list_toggle;
  GtkWidget *table;      /* in place of the list where there is room for it; or NULL */
  gboolean table_is_look;
  CareBrowserPoint point;
  GPtrArray *pictures;   /* of the stack, in the order of their toggles */
  GtkWidget *fuller;     /* one of them, which has more than the records; or NULL */
  CareOrderButton *order;
  CareFindBar *find;
  GtkStack *stack;
  CareList *list;
  GtkWidget *detail;
  GtkWidget *detail_bar; /* shown where the detail has the window to itself */
  GtkWidget *back;       /* in it */
  GtkButton *open;
  CareRecordPane *pane;

  CareLibrary *library;
  const CareNumberStyle *numbers; /* how rows write them; NULL: as in the house */
  GQueue doomed;     /* of records that are to be deleted */
  const CareBrowserRows *rows; /* what finds is NULL: the list is a CareRecordList */
  gpointer rows_data;
  guint place; /* in the list, of the record that was selected last */
  gboolean is_waiting; /* more is to come */
  gboolean is_narrowed; /* there may be others than what is listed */
  char *typed;       /* what the records are to match; or NULL */
  CareBrowserPlaceholder nothing_yet; /* where the view has nothing */
  CareBrowserPlaceholder why_empty;   /* where it may have what is not listed; has no title: it lists all */
  guint frames_to_focus; /* that are still waited for */
};

void care_browser_show_selected (CareBrowser *self, CareRecord *record);
void care_browser_show_first (CareBrowser *self);
void care_browser_note_place (CareBrowser *self);
void care_browser_looked (CareBrowser *self);
void care_browser_moved_on (CareBrowser *self);

/* care-browser-delete.c */
void care_browser_delete_action (GtkWidget *widget, const char *name, GVariant *parameter);
void care_browser_add_delete_key (CareBrowser *self);

/* care-browser-focus.c */
gboolean care_browser_focus_detail (CareBrowser *self);
gboolean care_browser_has_focus (CareBrowser *self);

/* care-browser-look.c */
GtkWidget *care_browser_get_picture (CareBrowser *self);
void care_browser_show_look (CareBrowser *self);

/* care-browser-records.c */
void care_browser_records_init (CareBrowser *self);
void care_browser_placeholder_clear (CareBrowserPlaceholder *self);
void care_browser_find_typed (CareBrowser *self, const char *typed);
void care_browser_order_chosen (CareBrowser *self);
void care_browser_set_model (CareBrowser *self, GListModel *records);

G_END_DECLS
