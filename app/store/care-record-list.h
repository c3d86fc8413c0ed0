/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A live list of the records of one kind or several. It holds their ids only; the
 * records themselves are read when they are asked for. */

#pragma once

#include "care-library.h"
#include "care-order.h"

G_BEGIN_DECLS

#define CARE_TYPE_RECORD_LIST (care_record_list_get_type ())
G_DECLARE_FINAL_TYPE (CareRecordList, care_record_list, CARE, RECORD_LIST, GObject)

CareRecordList *care_record_list_new_by_id (CareLibrary *library, const CareKind *kind);
CareRecordList *care_record_list_new_sorted (CareLibrary *library, const char *const *kinds);
void care_record_list_set_order (CareRecordList *self, const CareOrder *order, gboolean descending);
const CareOrder *care_record_list_get_order (CareRecordList *self, gboolean *descending);
void care_record_list_set_typed (CareRecordList *self, const char *typed);
void care_record_list_settle (CareRecordList *self, CareRecord *record);
void care_record_list_set_among (CareRecordList *self, GArray *ids);
CareId care_record_list_get_id (CareRecordList *self, guint position);
gboolean care_record_list_find (CareRecordList *self, CareRecord *record, guint *position);

G_END_DECLS
