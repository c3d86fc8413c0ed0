/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart by itself, as it is put into other documents: with its title, what is measured and where
 * the figures are from, on white paper. */

#pragma once

#include "care-chart-content.h"

G_BEGIN_DECLS

typedef struct _CareChartSheet CareChartSheet;

CareChartSheet *care_chart_sheet_new (const CareChartContent *content, const char *source, const char *words);
void care_chart_sheet_free (CareChartSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareChartSheet, care_chart_sheet_free)

double care_chart_sheet_get_height (const CareChartSheet *self);
GBytes *care_chart_sheet_to_svg (CareChartSheet *self);
GBytes *care_chart_sheet_to_png (CareChartSheet *self, double resolution);

G_END_DECLS
