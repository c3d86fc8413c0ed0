/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts out of a few lines, and what all of them must have. */

#pragma once

#include "care-chart.h"

G_BEGIN_DECLS

extern const CareChartStyle chart_fixture_paper;

PangoContext *chart_fixture_create_context (void);

/* A line is a bar, "label|note|quantity". Before it "#heading" stands above it, "!why" breaks the series
 * before it; after it "+newness|quantity" is a part of it, and "-" says that it cannot stand on the axis. */
CareChartContent *chart_fixture_content (CareChartKind kind, const char *const *lines);
CareChartContent *chart_fixture_random (CareChartKind kind);

/* That no two texts touch, that none is on a bar, and that all is within the chart. */
void chart_fixture_assert_sound (const CareChart *chart, double width);
gboolean chart_fixture_find_text (const CareChart *chart, const char *words, CareChartText *text);

G_END_DECLS
