/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-figures-chart.h"

#include "care-chart-view.h"
#include "care-list.h"
#include "care-prose-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The group in place of which all figures are looked at together. */
#define CARE_FIGURES_CHART_ALL G_MAXUINT

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
  CareChartKind kind;
  gboolean by_owner;
  CareId owner;            /* only those of whom are shown; 0: of all */
  guint n_read;            /* how many figures were looked at */
  guint group;             /* which of @groups, or CARE_FIGURES_CHART_ALL */
  CareChartGroups *groups; /* or NULL */
  char *chosen;            /* what the figures of the chosen group have in common, in house style, or NULL */
  char *words_of;          /* the chart that @words is of, or NULL */
  gboolean is_stale; /* what is shown is older than the library */
};

guint care_figures_chart_count_groups (CareFiguresChart *self);
CareChartAsk care_figures_chart_ask (CareFiguresChart *self);
void care_figures_chart_update (CareFiguresChart *self);
void care_figures_chart_turn (CareFiguresChart *self);
gboolean care_figures_chart_is_table (CareFiguresChart *self);

/* care-figures-chart-show.c */
GPtrArray *care_figures_chart_list_figures (CareFiguresChart *self);
void care_figures_chart_read (GObject *object);
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
