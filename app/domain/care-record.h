/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One record of any kind: its id and a value for each field of its kind. A
 * record checks what it is given; it knows nothing of where it is kept. */

#pragma once

#include "care-date.h"
#include "care-kind.h"
#include "care-quantity.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Greater than 0; 0 stands for none. */
typedef gint64 CareId;

#define CARE_TYPE_RECORD (care_record_get_type ())
G_DECLARE_FINAL_TYPE (CareRecord, care_record, CARE, RECORD, GObject)

CareRecord *care_record_new (const CareKind *kind, CareId id);
CareRecord *care_record_copy (CareRecord *self);

const CareKind *care_record_get_kind (CareRecord *self);
CareId care_record_get_id (CareRecord *self);
gboolean care_record_is (CareRecord *self, const char *kind_name);

const char *care_record_get (CareRecord *self, const char *field);
const char *care_record_get_at (CareRecord *self, guint index);
gboolean care_record_set (CareRecord *self, const char *field, const char *text, GError **error);
void care_record_take (CareRecord *self, guint index, char *value);
gboolean care_record_check (CareRecord *self, GError **error);

const char *care_record_get_title (CareRecord *self);
CareId care_record_get_reference (CareRecord *self, const char *field);
gboolean care_record_names (CareRecord *self, const CareField *field, CareRecord *target);
gboolean care_record_belongs_to (CareRecord *self, CareRecord *owner);
int care_record_get_number (CareRecord *self, const char *field);
CareQuantity *care_record_dup_quantity (CareRecord *self, const char *field);
CareDate *care_record_dup_date (CareRecord *self, const char *field);
char *care_record_format (CareRecord *self, const char *field);
char *care_record_format_as (CareRecord *self, const char *field, const CareNumberStyle *numbers);

int care_record_compare_places (CareRecord *self, CareRecord *other);
int care_record_compare (gconstpointer a, gconstpointer b);

gboolean care_field_is_misread (const CareField *field, const char *text, GError **error);
char *care_field_canonical (const CareField *field, const char *text, GError **error);
char *care_field_format (const CareField *field, const char *value, const CareNumberStyle *numbers);
char *care_field_format_to_edit (const CareField *field, const char *value);

G_END_DECLS
