/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-checks-pane.h"

#include "care-check-scan.h"

G_BEGIN_DECLS

struct _CareChecksPane
{
  GtkWidget parent_instance;

  GtkWidget *content; /* all of it */
  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *go;
  GtkWidget *mend;
  GtkLabel *mend_label;
  GtkMenuButton *keep;
  GtkWidget *again;
  GtkPopover *popover;
  GtkEntry *reason;
  GtkLabel *refusal;

  CareLibrary *library;
  CareRecord *briefing;
  GPtrArray *findings; /* of CareFinding, of the last time that it was looked */
  char *selected_place; /* of what is selected, to be found again */
  const char *selected_check;
  int step_from; /* where the last one stood that was selected and not kept */
  char *title;         /* "Checks 4" */
  guint pause;         /* source id */
  GCancellable *running; /* or NULL */
  CareAct *forgetting; /* the act of checking again, until the library can be read; or NULL */
  char *reason_of;     /* what the reason that is being written is kept as, or NULL */
  CareId forgotten;    /* the exception that it takes away */
  CareCheckScan *scan; /* that has been run, until the library can be read; or NULL */
};

void care_checks_pane_show_findings (CareChecksPane *self);

/* care-checks-pane-look.c: looking again */
void care_checks_pane_stop (CareChecksPane *self);

/* care-checks-pane-list.c: the rows */
void care_checks_pane_list_init (CareChecksPane *self);
void care_checks_pane_list_show (CareChecksPane *self);
CareFinding *care_checks_pane_row_get_finding (GtkListBoxRow *row);

/* care-checks-pane-keep.c: "Keep, because…" and taking it back */
void care_checks_pane_keep_bind (GtkWidgetClass *widget_class);
void care_checks_pane_keep_init (CareChecksPane *self);
void care_checks_pane_keep_reason (CareChecksPane *self);

G_END_DECLS
