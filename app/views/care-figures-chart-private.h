/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-figures-chart.h"

#include "care-chart-view.h"
#include "care-figures-chart-find.h"
#include "care-list.h"
#include "care-prose-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _CareFiguresChart
{
  GtkWidget parent_instance;

  GtkWidget *box; /* of all of it */
  GtkMenuButton *kinds, *choice, *more;
  GtkLabel *choice_label; /* in @choice */
  GtkStack *stack;
  GtkWidget *scroller; /* of the chart */
  CareChartView *chart;
  AdwPreferencesGroup *words_group;
  CareProseRow *words; /* the alternative text, in @words_group */
  GtkLabel *others; /* what is not on the axis */
  CareList *table;  /* the same numbers */
  AdwStatusPage *refused;

  GSimpleActionGroup *actions;
  CareLibrary *library;
  GArray *among;        /* of CareId: the figures that may be shown; NULL: all may */
  CareRecord *briefing; /* as which numbers are written; NULL: as in the house */
  CareFiguresChoice chosen;
  CareFiguresFound *found; /* what is shown; NULL: nothing yet */
  GCancellable *finding;   /* what is to be shown instead, or NULL */
  char *words_of;          /* the chart that @words is of, or NULL */
  gboolean is_stale;       /* what is shown is older than the library */
};

void care_figures_chart_update (CareFiguresChart *self);
void care_figures_chart_turn (CareFiguresChart *self);
gboolean care_figures_chart_is_table (CareFiguresChart *self);

/* care-figures-chart-show.c */
guint care_figures_chart_count_groups (CareFiguresChart *self);
void care_figures_chart_stop (CareFiguresChart *self);
void care_figures_chart_find (CareFiguresChart *self);
void care_figures_chart_describe_row (gpointer figure, CareListRow *row, gpointer data);

/* care-figures-chart-words.c */
void care_figures_chart_words_init (CareFiguresChart *self);
void care_figures_chart_words_load (CareFiguresChart *self);
void care_figures_chart_words_end (CareFiguresChart *self);
char *care_figures_chart_words_dup (CareFiguresChart *self);
gboolean care_figures_chart_words_require (CareFiguresChart *self);

/* care-figures-chart-bar.c */
void care_figures_chart_bar_init (CareFiguresChart *self);
void care_figures_chart_bar_tell (CareFiguresChart *self);

/* care-figures-chart-copy.c */
void care_figures_chart_copy (CareFiguresChart *self);
void care_figures_chart_export (CareFiguresChart *self);
void care_figures_chart_add_drag (CareFiguresChart *self);

G_END_DECLS
