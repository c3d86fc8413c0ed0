/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much memory a test has. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 resident_get (void);

G_END_DECLS
