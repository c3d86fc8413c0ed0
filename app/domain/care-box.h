/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a box of each kind is made of. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *care_box_fields (const char *kind);
const char *const *care_box_items (const char *kind);

G_END_DECLS
