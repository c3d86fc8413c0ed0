/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Memory that was used and is not needed any more. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void care_memory_give_back (void);

G_END_DECLS
