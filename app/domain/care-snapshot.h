/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A briefing as it stands at one moment, with every record that it shows:
 * what the page is made of. Nothing in it changes after it is made. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

typedef struct _CareSnapshot CareSnapshot;

#define CARE_TYPE_SNAPSHOT (care_snapshot_get_type ())
GType care_snapshot_get_type (void);

gboolean care_snapshot_may_hold (const CareKind *kind);

CareSnapshot *care_snapshot_new (CareRecord *briefing, GPtrArray *records);
CareSnapshot *care_snapshot_ref (CareSnapshot *self);
void care_snapshot_unref (CareSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSnapshot, care_snapshot_unref)

CareRecord *care_snapshot_get_briefing (CareSnapshot *self);
const CareNumberStyle *care_snapshot_get_numbers (CareSnapshot *self);
CareRecord *care_snapshot_find (CareSnapshot *self, const char *kind, CareId id);
CareRecord *care_snapshot_follow (CareSnapshot *self, CareRecord *record, const char *field);
GPtrArray *care_snapshot_list (CareSnapshot *self, const char *kind, const char *field, CareId id);
GPtrArray *care_snapshot_get_records (CareSnapshot *self);

/* A CareLookup for care-reference.h; @data is the snapshot. */
CareRecord *care_snapshot_lookup (const char *kind, CareId id, gpointer data);

G_END_DECLS
