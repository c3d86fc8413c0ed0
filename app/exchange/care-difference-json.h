/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-compare.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonArray *care_difference_json_make_fields (const CareDifference *difference);
JsonObject *care_difference_json_make (const CareDifference *difference);
void care_difference_json_set_record (JsonObject *object, CareRecord *record);
void care_difference_json_set_value (JsonObject *object, const char *member, const char *value);

G_END_DECLS
