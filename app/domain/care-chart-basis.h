/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures can stand on one axis: those of one unit and flow kind, per year or in all, in the
 * same prices and of the same territory. A bar beside another says that the two can be compared;
 * where they cannot, the chart is refused and says in what they differ. It takes less than to be
 * added in a ledger: owners are what is compared, and two years may stand side by side. */

#pragma once

#include "care-ledger-words.h"
#include "care-timeline-words.h"

G_BEGIN_DECLS

/* Where the records of figures are found. */
typedef struct
{
  CareLookup lookup;
  CareListChildren list;
  gpointer data; /* of both */
  const CareNumberStyle *numbers; /* how they are written */
} CareChartAsk;

/* Those that can stand on one axis. */
typedef struct
{
  const CareLedgerFigure *basis; /* the first of them */
  GPtrArray *figures;            /* of CareRecord */
  guint n_of_use;                /* of them have something to show in such a chart */
} CareChartGroup;

typedef struct
{
  CareLedgerFigures *known;
  GPtrArray *groups; /* of CareChartGroup, those of most use first */
  gboolean over_years;
} CareChartGroups;

CareLedgerFields care_chart_compare (const CareLedgerFigure *a, const CareLedgerFigure *b, gboolean over_years);

CareChartGroups *care_chart_groups_new (GPtrArray *figures, gboolean over_years);
void care_chart_groups_free (CareChartGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareChartGroups, care_chart_groups_free)
char *care_chart_groups_say (const CareChartAsk *ask, const CareChartGroups *self, guint group);
char *care_chart_groups_refuse (const CareChartAsk *ask, const CareChartGroups *self);

/* care-chart-basis-words.c */
char *care_chart_capitalise (const char *words);
char *care_chart_say_basis (const CareChartAsk *ask, const CareLedgerFigure *figure, CareLedgerFields fields);
char *care_chart_say_other (const CareChartAsk *ask, const CareLedgerFigure *figure, const CareLedgerFigure *basis,
                            CareLedgerFields differs);

G_END_DECLS
