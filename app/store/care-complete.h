/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a text may refer to, found while its words are being typed. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

/* (element-type CareRecord) (transfer full) */
GPtrArray *care_library_complete (CareLibrary *self, gboolean sources, const char *typed, guint limit, GError **error);

G_END_DECLS
