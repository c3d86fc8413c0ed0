/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An index of prices as its publisher has it in a spreadsheet, such as HM Treasury's GDP
 * deflators: years in the first column, what the index was in the second. What stands above
 * and below the years, and in other columns, is passed over. */

#pragma once

#include "care-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean care_deflator_csv_is_one (GBytes *bytes);
gboolean care_deflator_csv_has_name (GListModel *deflators, const char *name);
GPtrArray *care_deflator_csv_read (GBytes *bytes, const char *name, GListModel *deflators, CareId first_id,
                                   GPtrArray **problems, GError **error);

G_END_DECLS
