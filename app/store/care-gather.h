/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records gathered for a snapshot, in the main thread. Only app/store/ includes this. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

typedef struct
{
  CareLibrary *library; /* not held */
  GHashTable *seen;     /* records already gathered */
  GPtrArray *records;   /* in the order found; also the queue */
  guint done;           /* of which this many are worked through */
} CareGathering;

void care_gathering_init (CareGathering *g, CareLibrary *library);
void care_gathering_clear (CareGathering *g);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareGathering, care_gathering_clear)

CareRecord *care_gathering_start (CareGathering *g, CareId briefing, GError **error);
CareRecord *care_gathering_begin (CareGathering *g, CareId briefing, GError **error);
void care_gathering_add (CareGathering *g, CareRecord *record);
gboolean care_gathering_go_on (CareGathering *g, guint n);
void care_gathering_complete (CareGathering *g);

/* care-gather-pieces.c */
void care_gather_async (CareLibrary *library, CareId briefing, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data);
CareGathering *care_gather_finish (GAsyncResult *result, GError **error);
void care_gathering_free (CareGathering *g);

G_END_DECLS
