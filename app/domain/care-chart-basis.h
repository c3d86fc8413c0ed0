/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures can stand on one axis: those of one unit and flow kind, per year or in all, in the
 * same prices and of the same territory. A bar beside another says that the two can be compared;
 * where they cannot, the chart is refused and says in what they differ. It takes less than to be
 * added in a ledger: owners are what is compared, and two years may stand side by side. Of money of which
 * nobody says what period it is for only the parts of one whole can. */

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
  CareId whole;                  /* that all are parts of, where that is why they stand together; else 0 */
  GPtrArray *figures;            /* of CareRecord */
  guint n_of_use;                /* of them have something to show in such a chart */
} CareChartGroup;

typedef struct
{
  CareLedgerFigures *known;
  GPtrArray *groups; /* of CareChartGroup, those of most use first */
  gboolean over_years;
} CareChartGroups;

gboolean care_chart_has_length (const CareLedgerFigure *figure);
CareLedgerFields care_chart_compare (const CareLedgerFigure *a, const CareLedgerFigure *b, gboolean over_years);

CareChartGroups *care_chart_groups_new (const CareChartAsk *ask, GPtrArray *figures, gboolean over_years);
void care_chart_groups_free (CareChartGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareChartGroups, care_chart_groups_free)
char *care_chart_groups_say (const CareChartAsk *ask, const CareChartGroups *self, guint group);
char *care_chart_groups_refuse (const CareChartAsk *ask, const CareChartGroups *self);

/* care-chart-alike.c */
CareLedgerFields care_chart_find_lack (const CareLedgerFigure *figure);
CareId care_chart_find_whole (const CareChartAsk *ask, CareId id);
GPtrArray *care_chart_list_alike (const CareChartAsk *ask, const CareLedgerFigures *known, GPtrArray *figures,
                                  gboolean over_years);
char *care_chart_say_apart (const CareChartAsk *ask, const CareLedgerFigures *known, CareRecord *figure, CareRecord *first,
                            const char *note);

/* care-chart-basis-words.c */
char *care_chart_capitalise (const char *words);
char *care_chart_say_basis (const CareChartAsk *ask, const CareLedgerFigure *figure, CareLedgerFields fields);
char *care_chart_say_other (const CareChartAsk *ask, const CareLedgerFigure *figure, const CareLedgerFigure *basis,
                            CareLedgerFields differs);

G_END_DECLS
