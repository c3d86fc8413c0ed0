/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the window share. */

#pragma once

#include "care-window.h"

#include "care-browser.h"
#include "care-editor.h"
#include "care-figures-chart.h"
#include "care-figures-table.h"
#include "care-ledger-view.h"
#include "care-positions-matrix.h"
#include "care-save-state.h"
#include "care-saving-notice.h"
#include "care-search-page.h"
#include "care-timeline-bar.h"
#include "care-timeline-chart.h"
#include "care-timeline-list.h"
#include "care-trouble-page.h"
#include "care-wait.h"

G_BEGIN_DECLS

struct _CareWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *toast; /* the last one */
  GtkStack *stack; /* browse, editor, search, wait, trouble */
  GtkLabel *state;
  CareSavingNotice *saving;
  AdwViewStack *views;
  GtkWidget *new_button;
  GtkMenuButton *new_menu;
  GtkMenuButton *main_menu;
  GMenuModel *menu; /* its */
  GtkPopover *asking; /* of the button: for what a new record needs */
  GtkWidget *asked_from; /* what had the focus before, which has it again; weak, or NULL */
  CareWait *wait;
  AdwBin *trouble_place;

  /* Each of these is made when it is first shown. */
  CareBrowser *briefings;
  CareBrowser *positions;
  CareBrowser *figures;
  CareBrowser *timeline;
  CareBrowser *sources;
  CareFiguresTable *figures_table;
  CareFiguresChart *figures_chart;
  CareLedgerView *ledger; /* beside it */
  CarePositionsMatrix *positions_matrix;
  CareTimelineChart *timeline_chart;
  CareTimelineList *timeline_list; /* held */
  CareTimelineBar *timeline_bar;
  GSimpleActionGroup *timeline_moves; /* held */
  GSimpleActionGroup *timeline_marks; /* held: what can be done with a mark */
  GtkWidget *timeline_menu; /* popover of the view; NULL before it was opened */
  GCancellable *timeline_exporting; /* NULL: nothing is being exported */
  CareDay timeline_day; /* that was pointed at when it was; 0: the one as of which all is shown */
  CareEditor *editor;
  CareSearchPage *search;
  CareTroublePage *trouble;

  CareLibrary *library;
  CareDay today; /* as the timeline marks it */
  CareSaveState *save_state;
  char *path; /* of the library, whether it could be opened or not */
  GtkWidget *searched_from; /* child of the stack */
  CareId pasted; /* the source that was added last, if it came alone */
  CareRecord *wanted; /* an element of a briefing, or a record found, to be shown once it can be read */
  GSettings *settings;
};

/* care-window.c */
void care_window_update_actions (CareWindow *self);

/* care-window-views.c */
CareBrowser *care_window_get_view (CareWindow *self);
void care_window_fill_view (CareWindow *self);
void care_window_empty_views (CareWindow *self);

/* care-window-show.c */
gboolean care_window_is_editing (CareWindow *self);
void care_window_leave_editor (CareWindow *self);
void care_window_leave_search (CareWindow *self);
void care_window_show_record (CareWindow *self, CareRecord *record);
void care_window_show_install (GtkWidgetClass *widget_class);

G_END_DECLS
