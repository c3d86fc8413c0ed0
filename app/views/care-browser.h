/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A view of one or more kinds of record: a list, beside it everything about the
 * one selected, and where there are any, other ways to look at them, such as a
 * chart. The five views of the window are each one of these. */

#pragma once

#include "care-library.h"
#include "care-list.h"
#include "care-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_BROWSER (care_browser_get_type ())
G_DECLARE_FINAL_TYPE (CareBrowser, care_browser, CARE, BROWSER, GtkWidget)

/* How a list is made use of that is not a CareRecordList. */
typedef struct
{
  CareListDescribe describe;
  CareListLocate locate;
  void (*find) (const char *typed, gpointer data); /* lists what is found by whatever a person typed */
  void (*menu) (GtkWidget *row, double x, double y, gpointer data); /* offers what can be done with the selected row */
  gboolean takes_several;
} CareBrowserRows;

/* Has a table show that @record (nullable) is what the view shows. */
typedef void (*CareBrowserPoint) (GtkWidget *table, CareRecord *record);

GtkWidget *care_browser_new (void);

void care_browser_set_label (CareBrowser *self, const char *label, const char *empty_title,
                             const char *empty_description);
void care_browser_set_kind (CareBrowser *self, const char *kind);
void care_browser_add_picture (CareBrowser *self, GtkWidget *picture, const char *label);
void care_browser_set_fuller (CareBrowser *self, GtkWidget *picture);
void care_browser_set_table (CareBrowser *self, GtkWidget *table, CareBrowserPoint point);
gboolean care_browser_get_table_shown (CareBrowser *self);
void care_browser_sort (CareBrowser *self, const CareOrder *order);
void care_browser_set_list_label (CareBrowser *self, const char *label);
void care_browser_set_rows (CareBrowser *self, const CareBrowserRows *rows, gpointer data);
void care_browser_refresh (CareBrowser *self);
void care_browser_set_waiting (CareBrowser *self, gboolean waiting);
void care_browser_set_placeholder (CareBrowser *self, const char *title, const char *description, const char *label,
                                   const char *action);
void care_browser_add_tools (CareBrowser *self, GtkWidget *tools, GtkWidget *below);
void care_browser_set_new_label (CareBrowser *self, const char *label);
CareLibrary *care_browser_get_library (CareBrowser *self);
void care_browser_set_open_label (CareBrowser *self, const char *label);
void care_browser_find (CareBrowser *self);
void care_browser_focus (CareBrowser *self);
void care_browser_show_picture (CareBrowser *self, GtkWidget *picture);
void care_browser_turn (CareBrowser *self);
gboolean care_browser_get_picture_shown (CareBrowser *self);
void care_browser_set_records (CareBrowser *self, CareLibrary *library, GListModel *records);
void care_browser_select (CareBrowser *self, CareRecord *record);
void care_browser_point_at (CareBrowser *self, CareRecord *record);
void care_browser_set_typed (CareBrowser *self, const char *typed);
CareRecord *care_browser_get_selected (CareBrowser *self);
CareRecord *care_browser_get_shown (CareBrowser *self);
GtkBitset *care_browser_get_rows (CareBrowser *self);
void care_browser_set_numbers (CareBrowser *self, const CareNumberStyle *numbers);
void care_browser_focus_title (CareBrowser *self);
void care_browser_focus_field (CareBrowser *self, const char *field);
gboolean care_browser_back (CareBrowser *self);

G_END_DECLS
