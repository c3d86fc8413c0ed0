/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart of figures shows of what is chosen, found out in a thread. */

#pragma once

#include "care-chart-content.h"
#include "care-library.h"

G_BEGIN_DECLS

/* What is chosen. */
typedef struct
{
  CareChartKind kind;
  gboolean by_owner; /* whether those of one owner stand together */
  CareId owner;      /* only those of whom are shown; 0: of all */
  gboolean is_all;   /* all figures are looked at together, and not those that can stand on one axis */
  char *basis;       /* what the figures that are shown have in common, in house style; NULL: the first do */
} CareFiguresChoice;

void care_figures_choice_copy (CareFiguresChoice *self, const CareFiguresChoice *other);

/* What that is. */
typedef struct
{
  CareFiguresChoice choice; /* as far as there is such */
  guint n_read, n_all;      /* how many figures were looked at, and might be */
  GPtrArray *owners;        /* of CareRecord: whose they are, in their declared order */
  CareChartGroups *groups;
  GPtrArray *bases;          /* of char *: what the figures of each group have in common, in house style */
  GPtrArray *labels;         /* of char *: the same as it is shown: "Pooled budget, period not stated (2)" */
  guint group;               /* the one that is shown */
  CareChartContent *content; /* (nullable): of it; NULL where all are looked at together, or there are none */
  char *why;                 /* why the groups cannot stand on one axis; NULL where there is but one */
} CareFiguresFound;

void care_figures_found_free (CareFiguresFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFiguresFound, care_figures_found_free)

void care_figures_chart_find_async (CareLibrary *library, GArray *among, const CareNumberStyle *numbers,
                                    const CareFiguresChoice *choice, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
CareFiguresFound *care_figures_chart_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
