/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of a chart with what belongs to them, as a test makes them. */

#pragma once

#include "care-chart-content.h"

G_BEGIN_DECLS

extern GPtrArray *chart_records; /* of the test that runs */
extern const CareChartAsk chart_ask;

CareRecord *chart_lookup (const char *kind, CareId id, gpointer data);
/* Fields and what is in them by turns, ended by NULL. */
CareRecord *chart_add (const char *kind, CareId id, ...);
void chart_set (CareRecord *record, const char *field, const char *text);
/* Money of one kind a year, so that a test says only what differs. */
CareRecord *chart_add_figure (CareId id, const char *label, const char *value);
/* One of a series. */
CareRecord *chart_add_year (CareId id, const char *year, const char *value);
void chart_add_part_of (CareId id, const char *part, const char *whole);
/* (transfer full): all of them, and a chart of all. */
GPtrArray *chart_list_figures (void);
CareChartContent *chart_make (CareChartKind kind);
const CareChartBar *chart_get_bar (const CareChartContent *content, guint index);
void chart_add_test (const char *path, void (*test) (void));

G_END_DECLS
