/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comma-separated values as RFC 4180 has them, for spreadsheets. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void care_csv_append_row (GString *csv, const char *const *cells);
const char *care_csv_plain (const char *cell);

G_END_DECLS
