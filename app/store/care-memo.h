/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers about texts that come again and again, as dates and quantities do in
 * thousands of records. A thread has its own. Only app/store/ includes this. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareMemo CareMemo;

CareMemo *care_memo_get (GPrivate *place);
void care_memo_free (gpointer self);
const char *care_memo_find (CareMemo *self, gconstpointer about, const char *text);
void care_memo_keep (CareMemo *self, gconstpointer about, const char *text, const char *answer);

G_END_DECLS
