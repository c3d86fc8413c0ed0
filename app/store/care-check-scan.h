/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers what checks look at without making the main thread wait: made and finished in
 * that, and run in any. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

typedef struct _CareCheckScan CareCheckScan;

CareCheckScan *care_check_scan_new (CareLibrary *library, CareId briefing, GError **error);
void care_check_scan_new_async (CareLibrary *library, CareId briefing, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
CareCheckScan *care_check_scan_new_finish (GAsyncResult *result, CareSnapshot **snapshot, GError **error);
void care_check_scan_run (CareCheckScan *self, GCancellable *cancellable);
CareSnapshot *care_check_scan_finish (CareCheckScan *self);
void care_check_scan_free (CareCheckScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareCheckScan, care_check_scan_free)

G_END_DECLS
