/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be meant by a search, before it is put in order. Only app/store/
 * includes this. */

#pragma once

#include "care-search-query.h"
#include "care-search.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 entry; /* greater ones are newer */
  int score;
  gboolean in_title; /* all words are */
  CareHit *hit;      /* without a snippet */
  char *text;
} CareCandidate;

GPtrArray *care_candidates_find (sqlite3 *db, CareSearchQuery *query, guint limit, GError **error);

G_END_DECLS
