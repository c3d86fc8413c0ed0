/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as a spreadsheet holds them: a row that names the columns, then a row
 * a figure. `carebrief list figures --format csv` writes such a file. */

#pragma once

#include "care-names.h"

G_BEGIN_DECLS

GPtrArray *care_figures_csv_read (GBytes *bytes, CareNames *names, CareId first_id, GPtrArray **problems,
                                  GError **error);

G_END_DECLS
