/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a search has found, as an item of a list. */

#pragma once

#include "care-list.h"
#include "care-search.h"

G_BEGIN_DECLS

#define CARE_TYPE_HIT_ITEM (care_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (CareHitItem, care_hit_item, CARE, HIT_ITEM, GObject)

CareHitItem *care_hit_item_new (CareHit *hit);
const CareHit *care_hit_item_get_hit (CareHitItem *self);
gboolean care_hit_item_equal (CareHitItem *self, CareHitItem *other);
void care_hit_item_describe (CareHitItem *self, CareLibrary *library, CareListRow *row);

G_END_DECLS
