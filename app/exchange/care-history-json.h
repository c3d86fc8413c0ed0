/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-history.h"

G_BEGIN_DECLS

GBytes *care_history_json_write (GPtrArray *entries);
GBytes *care_history_json_write_events (GPtrArray *events);

G_END_DECLS
