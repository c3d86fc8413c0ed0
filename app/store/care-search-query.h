/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person typed into a search, understood: it is never an error. Only
 * app/store/ includes this. */

#pragma once

#include "care-database.h"

G_BEGIN_DECLS

/* More than that is no question any more, and SQLite refuses conditions without end. */
#define CARE_SEARCH_MAX_FILTERS 8

typedef struct
{
  char *match;             /* for FTS5; NULL where there are no words */
  char *stem;              /* the same without the last word, where that is a beginning; NULL: nothing else */
  char *prefix;            /* that beginning, folded; NULL where there is none, or it is not just one word */
  GString *where;          /* conditions on catalogue c, each after " AND " */
  GPtrArray *values;       /* of what is bound for them, from ?2 on */
  GPtrArray *words;        /* folded */
  gboolean last_is_prefix; /* the last word is still being typed */
  guint n_filters;
} CareSearchQuery;

CareSearchQuery *care_search_query_new (sqlite3 *db, const char *typed, GError **error);
void care_search_query_free (CareSearchQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSearchQuery, care_search_query_free)

sqlite3_stmt *care_search_query_prepare (CareSearchQuery *self, sqlite3 *db, const char *sql, GError **error);

/* care-search-filter.c */
gboolean care_search_add_filter (CareSearchQuery *self, sqlite3 *db, const char *field, const char *value,
                                 GError **error);

G_END_DECLS
