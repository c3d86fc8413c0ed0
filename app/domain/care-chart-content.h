/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows, before it is drawn: its bars with the words beside them, the finding
 * for its title, what is measured for its subtitle, and where the figures are from. The
 * window, the page, a copy and a table of the same numbers are all made from this. */

#pragma once

#include "care-chart-basis.h"

G_BEGIN_DECLS

/**
 * CareChartKind:
 * @CARE_CHART_BARS: a bar for each figure
 * @CARE_CHART_STACKED: each divided by newness, where its parts are known
 * @CARE_CHART_YEARS: figures in the order of their years, broken where the basis changes
 */
typedef enum
{
  CARE_CHART_BARS,
  CARE_CHART_STACKED,
  CARE_CHART_YEARS,
} CareChartKind;

/* Of a bar that is divided. */
typedef struct
{
  const char *newness; /* a word of the vocabulary, never NULL */
  char *label;
  CareQuantity *quantity;
} CareChartPart;

typedef struct
{
  CareRecord *figure; /* or NULL */
  char *heading;      /* stands above this bar and those after it; or NULL */
  char *gap;          /* why it does not go on from the bar before; or NULL */
  char *label;
  char *note; /* a second line, or NULL */
  CareQuantity *quantity;
  char *colour;      /* of whose it is, such as "#0087dc"; or NULL */
  guint owner;       /* the same number for whose is the same */
  gboolean is_apart; /* it cannot stand on the axis: it is told in words */
  GArray *parts;     /* of CareChartPart, or NULL */
} CareChartBar;

typedef struct
{
  char *words;    /* whose, and as reported by whom and where */
  CareId id;      /* of the source; 0: none is cited */
  char *pinpoint; /* or NULL */
} CareChartSource;

typedef struct
{
  CareChartKind kind;
  const CareNumberStyle *numbers; /* how they are written */
  GPtrArray *bars;    /* of CareChartBar */
  guint n_more;       /* that are not among them */
  char *title;        /* the finding */
  char *subtitle;     /* measure, place and period */
  GPtrArray *sources; /* of CareChartSource, each once */
} CareChartContent;

CareChartContent *care_chart_content_new (const CareChartAsk *ask, GPtrArray *figures, CareChartKind kind,
                                          guint most);
CareChartContent *care_chart_content_new_bars (CareChartKind kind);
CareChartBar *care_chart_content_add (CareChartContent *self, const char *label, CareQuantity *quantity);
CareChartBar *care_chart_content_add_figure (CareChartContent *self, const CareChartAsk *ask, CareRecord *figure);
void care_chart_bar_add_part (CareChartBar *self, const char *newness, const char *label, CareQuantity *quantity);
void care_chart_content_free (CareChartContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareChartContent, care_chart_content_free)

CareChartKind care_chart_kind_find (const char *word);

/* care-chart-cells.c */
#define CARE_CHART_N_CELLS 7
GPtrArray *care_chart_content_list_cells (const CareChartContent *self);

/* care-chart-order.c */
void care_chart_sort (const CareChartAsk *ask, GPtrArray *figures, gboolean by_owner);

/* care-chart-content-finding.c */
gboolean care_chart_content_has_bars (const CareChartContent *self);
char *care_chart_content_find_title (const CareChartContent *self, GPtrArray *figures);

/* care-chart-content-words.c */
char *care_chart_content_say_measure (const CareChartAsk *ask, const CareLedgerFigures *known, GPtrArray *figures);
char *care_chart_content_describe (const CareChartContent *self);
char *care_chart_content_say_sources (const CareChartContent *self);

/* care-chart-content-source.c */
char *care_chart_say_attribution (const CareChartAsk *ask, CareRecord *figure);
void care_chart_content_add_sources (CareChartContent *self, const CareChartAsk *ask, CareRecord *figure);

/* care-chart-content-years.c */
void care_chart_content_add_years (CareChartContent *self, const CareChartAsk *ask, const CareLedgerFigures *known,
                                   GPtrArray *figures, guint most);

/* care-chart-content-stack.c */
void care_chart_content_divide (CareChartContent *self, const CareChartAsk *ask);

G_END_DECLS
