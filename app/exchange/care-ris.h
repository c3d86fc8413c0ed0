/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources as other reference managers write them in RIS. */

#pragma once

#include "care-source-draft.h"

G_BEGIN_DECLS

gboolean care_ris_is (const char *text);
GPtrArray *care_ris_read (const char *text, GError **error);

G_END_DECLS
