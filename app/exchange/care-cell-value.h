/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-names.h"

G_BEGIN_DECLS

gboolean care_cell_names (const char *folded, const char *name);
char *care_cell_value (CareNames *names, const CareField *field, const char *cell, GError **error);

G_END_DECLS
