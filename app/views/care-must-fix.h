/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be fixed in a briefing before it goes out, looked for without making anybody
 * wait. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

void care_must_fix_find_async (CareLibrary *library, CareId briefing, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
GPtrArray *care_must_fix_find_finish (GAsyncResult *result, CareSnapshot **snapshot, GError **error);

G_END_DECLS
