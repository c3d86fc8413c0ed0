/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a search has found, as JSON for other programs. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

typedef struct _CareHitsJson CareHitsJson;

CareHitsJson *care_hits_json_new (guint n_found);
void care_hits_json_free (CareHitsJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareHitsJson, care_hits_json_free)

void care_hits_json_add (CareHitsJson *self, const CareKind *kind, CareId id, const char *title, const char *snippet);
GBytes *care_hits_json_write (CareHitsJson *self);

G_END_DECLS
