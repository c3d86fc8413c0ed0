/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When something was done, in a person's words and local time. */

#pragma once

#include "care-history.h"

G_BEGIN_DECLS

char *care_when_format (GDateTime *when);
char *care_when_format_iso (const char *when);
gboolean care_when_is_close (const CareHistoryEntry *entry, const CareHistoryEntry *other);
char *care_when_describe_entry (const CareHistoryEntry *entry, gboolean with_seconds);

G_END_DECLS
