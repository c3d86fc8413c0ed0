/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sessions, Parliaments, governments and general elections as terms with names, as they were
 * known on a day. */

#pragma once

#include "care-timeline-ruler.h"

G_BEGIN_DECLS

typedef struct
{
  CareDay first, end; /* the first day after it; 0: it goes on */
  gboolean is_odd;
  gboolean is_polling_day; /* the first one is */
  char *name, *brief;      /* NULL: it has none */
} CareTimelineTerm;

guint care_timeline_terms_count (CareTimelineRulerKind kind);
gboolean care_timeline_terms_get (CareTimelineRulerKind kind, guint index, CareDay as_of,
                                  CareTimelineTerm *term);

G_END_DECLS
