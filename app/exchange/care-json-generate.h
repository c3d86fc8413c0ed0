/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

GBytes *care_json_generate (JsonNode *root);

G_END_DECLS
