/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed for a figure as a whole, "£500m a year for five years", goes into the fields
 * that it says something of. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

gboolean care_figure_is_read (CareRecord *record, const char *field);
CareRecord *care_figure_understand (CareRecord *record, CareRecord *pledge, const char *field, const char *text,
                                    GError **error);
char *care_figure_explain (CareRecord *record, CareRecord *pledge, const char *field, const char *text);

G_END_DECLS
