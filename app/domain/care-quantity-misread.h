/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "£12 bilion" is not £12. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_quantity_find_misread (const char *text);

G_END_DECLS
