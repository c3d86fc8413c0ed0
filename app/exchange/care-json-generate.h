/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

GBytes *care_json_generate (JsonNode *root);
void care_json_set_text (JsonObject *object, const char *member, const char *text);
void care_json_set_id (JsonObject *object, const char *member, CareId id);

G_END_DECLS
